@revenue @financing @wave-3 @req:Q2C-304
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

  Rule: Paid in instalments

    Scenario Outline: Equipment for sixty instalments, <why>
      # IFRS 15 IE143 to 147, 606-10-55-235 to 239 (example 28): 60 of 18,871.00, the first a month after delivery. At 5% a year they are
      # worth 999,987.62 (the standard says a million), at 12% 848,346.53: 18,871.00 * (1 - 1.01^-60)/1%. The first month
      # bears a twelfth of the rate on that: 4,166.62, or 8,483.47; the second on what is left after the first instalment:
      # (999,987.62 + 4,166.62 - 18,871.00) * 5%/12 = 4,105.35 (8,271.96 to date, so 4,105.34), and (848,346.53 + 8,483.47 - 18,871.00) * 1% = 8,379.59.
      Given these conventions:
        | question                | answer         |
        | earned ahead of billing | contract asset |
      And these products are sold:
        | product   | charged | price                   | revenue      |
        | Equipment | flat    | 18,871.00 USD per month | as delivered |
      And this approval matrix:
        | role             | months above |
        | Finance director | 120          |
      And "Globex" signed on 1 January 2026 for 60 months, billed monthly in arrears, net 0, no tax:
        | product   |
        | Equipment |
      When on 1 January 2026 finance counts 18,871.00 USD per month from Globex as paid in instalments at <rate> a year until 31 December 2030
      And "Equipment" of Globex is 100% complete on 1 January 2026
      And time passes to 31 January 2026
      Then the journal of January 2026 contains:
        | date            | source          | account         | debit   | credit  |
        | 31 January 2026 | interest        | Interest income |         | <first> |
        | 31 January 2026 | revenue         | Revenue         |         | <worth> |
      And finance closes January 2026 without a difference
      When time passes to 28 February 2026
      Then the ledger shows on 28 February 2026:
        | account         | credit            |
        | Revenue         | <worth>           |
        | Interest income | <first> + <second> |
      And finance closes February 2026 without a difference
      When time passes to 1 January 2031
      Then the ledger shows on 1 January 2031:
        | account         | debit        | credit                 |
        | Receivables     | 1,132,260.00 |                        |
        | Revenue         |              | <worth>                |
        | Interest income |              | 1,132,260.00 - <worth> |
        | Contract asset  |              |                        |
      And finance closes December 2030 without a difference

      Examples:
        | why                                 | rate | worth      | first    | second   |
        | at the rate of the contract         | 5%   | 999,987.62 | 4,166.62 | 4,105.34 |
        | at the rate that the customer pays  | 12%  | 848,346.53 | 8,483.47 | 8,379.59 |

    Scenario: Yearly instalments, and what cannot be
      # Three of 1,000.00 at 10%: 909.09 + 826.45 + 751.31 = 2,486.85. 248.69 of interest in the first year, 173.55 in the second.
      Given these products are sold:
        | product | charged | price                 | revenue      |
        | Machine | flat    | 1,000.00 EUR per year | as delivered |
      And "Globex" signed on 1 January 2026 for 3 years, billed yearly in arrears, net 0, no tax:
        | product | price per year |
        | Machine | 1,000.00 EUR   |
      When on 1 January 2026 finance counts 1,000.00 EUR per year from Globex as paid in instalments at 10% a year until 30 June 2028
      Then it is refused because "instalments every 12 months from 1 January 2026 do not end on 30 June 2028"
      When on 1 January 2026 finance counts 1,000.00 EUR per year from Globex as paid in instalments at 10% a year until 31 December 2028
      And "Machine" of Globex is 100% complete on 1 January 2026
      And time passes to 31 December 2027
      Then the ledger shows on 31 December 2027:
        | account         | credit                |
        | Revenue         | 2,486.85 EUR          |
        | Interest income | 248.69 + 173.55 EUR   |
