@revenue @financing @wave-3 @req:Q2C-036
Feature: A price that holds a loan
  Paid long before the service, the price grows by the interest that the customer forgoes; paid long after, a part of it is
  interest and no revenue.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And these products are sold:
      | product | charged | price             | revenue      |
      | Asset   | flat    | 4,000.00 USD once | as delivered |

  Scenario: Paid two years ahead
    # IFRS 15 IE148 to 151, 606-10-55-244 to 246 (example 29): 4,000 paid, 6%: 4,000 * 1.06 * 1.06 = 4,494.40 of revenue.
    # The first year bears 240.00, a month of it 20.00; the second 4,240.00 * 6% = 254.40, a month 21.20.
    Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product |
      | Asset   |
    When on 1 January 2026 finance counts 4,000.00 USD from Globex as paid in advance at 6% a year until 31 December 2027
    And time passes to 31 January 2026
    Then the journal of January 2026 is:
      | date            | source          | account            | debit    | credit   |
      | 1 January 2026  | January invoice | Receivables        | 4,000.00 |          |
      | 1 January 2026  | January invoice | Contract liability |          | 4,000.00 |
      | 31 January 2026 | interest        | Interest expense   | 20.00    |          |
      | 31 January 2026 | interest        | Contract liability |          | 20.00    |
    And finance closes January 2026 without a difference
    When time passes to 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account            | debit  | credit   |
      | Interest expense   | 240.00 |          |
      | Contract liability |        | 4,240.00 |
      | Revenue            |        |          |
    When "Asset" of Globex is 100% complete on 31 December 2027
    Then the journal of December 2027 is:
      | date             | source   | account            | debit    | credit   |
      | 31 December 2027 | interest | Interest expense   | 21.20    |          |
      | 31 December 2027 | interest | Contract liability |          | 21.20    |
      | 31 December 2027 | revenue  | Contract liability | 4,494.40 |          |
      | 31 December 2027 | revenue  | Revenue            |          | 4,494.40 |
    And the ledger shows on 31 December 2027:
      | account            | debit  | credit   |
      | Interest expense   | 494.40 |          |
      | Contract liability |        |          |
      | Revenue            |        | 4,494.40 |
    And finance closes December 2027 without a difference

  Scenario: Paid two years later
    # Example 26 (IE135 to 140): 121.00 after two years, worth 121.00/1.10/1.10 = 100.00 when delivered: 10.00 of interest in
    # the first year, 11.00 in the second.
    Given "Globex" signed on 1 January 2026 for 2 years, billed every 24 months in arrears, net 30, no tax:
      | product | price       |
      | Asset   | 121.00      |
    When on 1 January 2026 finance counts 121.00 USD from Globex as paid in arrears at 10% a year until 31 December 2027
    And "Asset" of Globex is 100% complete on 1 January 2026
    And time passes to 31 December 2026
    Then the revenue of January 2026 is 100.00 USD
    And the ledger shows on 31 December 2026:
      | account         | credit |
      | Interest income | 10.00  |
      | Revenue         | 100.00 |
    And finance closes December 2026 without a difference
    When time passes to 31 December 2027
    Then the ledger shows on 31 December 2027:
      | account         | credit |
      | Interest income | 21.00  |
      | Revenue         | 100.00 |
    And finance closes December 2027 without a difference

  Scenario Outline: A year ahead, <answer>
    Given these conventions:
      | question                    | answer   |
      | financing of a year or less | <answer> |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product |
      | Asset   |
    When on 1 January 2026 finance counts 4,000.00 USD from Globex as paid in advance at 6% a year until 31 December 2026
    And "Asset" of Globex is 100% complete on 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account          | debit      | credit    |
      | Interest expense | <interest> |           |
      | Revenue          |            | <revenue> |
    And finance closes December 2026 without a difference

    Examples:
      | answer       | interest | revenue  |
      | not adjusted |          | 4,000.00 |
      | adjusted     | 240.00   | 4,240.00 |

  Scenario Outline: It is refused: <why>
    Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product |
      | Asset   |
    When on 1 January 2026 finance counts <what>
    Then it is refused because "<because>"
    And 4,000.00 USD of the price of "Asset" for Globex is undelivered

    Examples:
      | why            | what                                                                              | because                            |
      | no interest    | 4,000.00 USD from Globex as paid in advance at 0% a year until 31 December 2027   | 0% a year is no rate of interest   |
      | ends too early | 4,000.00 USD from Globex as paid in advance at 6% a year until 31 December 2025   | interest from 1 January 2026 cannot end before |
      | another money  | 4,000.00 EUR from Globex as paid in arrears at 6% a year until 31 December 2027   | contract C-1 is in USD; 4,000.00 EUR is not |
