@charging @prepaid @wave-2 @req:Q2C-211
Feature: Prepaid amounts that usage draws from
  A customer pays ahead; usage draws from what is prepaid, what expires first before the rest, and only what is not covered is
  billed. The top-up is a liability until it is drawn; what nobody draws is breakage.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charge | charged            | price             | expires after |
      | Calls   |        | per unit, by usage | 0.02 USD each     |               |
      | Credit  |        | prepaid            | 100.00 USD once   | 2 months      |

  # 100.00 prepaid; January draws 2,000 * 0.02 = 40.00; February uses 4,000 * 0.02 = 80.00, of which 60.00 is covered.
  Scenario: What is not covered is billed
    Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
      | Credit  |
    When Globex uses 2,000 "Calls" on 20 January 2026
    And time passes to 31 January 2026
    Then the prepaid balance of Globex on 31 January 2026 is:
      | product | topped up | drawn | expired | left  |
      | Credit  | 100.00    | 40.00 | 0.00    | 60.00 |
    And the journal of January 2026 is:
      | date            | source          | account            | debit  | credit |
      | 1 January 2026  | January invoice | Receivables        | 110.00 |        |
      | 1 January 2026  | January invoice | Contract liability |        | 100.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |        | 10.00  |
      | 31 January 2026 | revenue         | Contract liability | 40.00  |        |
      | 31 January 2026 | revenue         | Revenue            |        | 40.00  |
    And finance closes January 2026 without a difference
    When Globex uses 4,000 "Calls" on 20 February 2026
    And time passes to 31 March 2026
    Then Globex is invoiced:
      | date           | for    | from            | to               | net   | tax   |
      | 1 January 2026 | Credit | 1 January 2026  | 1 January 2026   | 100.00 | 10.00 |
      | 1 March 2026   | Calls  | 1 February 2026 | 28 February 2026 | 20.00 | 2.00  |
    And nothing else is invoiced
    And nothing else is credited
    And the ledger shows on 31 March 2026 exactly:
      | account           | debit  | credit |
      | Receivables       | 132.00 |        |
      | Sales tax payable |        | 12.00  |
      | Revenue           |        | 120.00 |
    And finance closes March 2026 without a difference

  # Two months from 1 January end with 28 February: 100.00 - 40.00 = 60.00 expires.
  Scenario: What is left when it expires is breakage, and later use is billed
    Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
      | Credit  |
    When Globex uses 2,000 "Calls" on 20 January 2026
    And Globex uses 500 "Calls" on 1 March 2026
    And time passes to 1 April 2026
    Then the prepaid balance of Globex on 28 February 2026 is:
      | product | topped up | drawn | expired | left  |
      | Credit  | 100.00    | 40.00 | 0.00    | 60.00 |
    And the prepaid balance of Globex on 1 March 2026 is:
      | product | topped up | drawn | expired | left |
      | Credit  | 100.00    | 40.00 | 60.00   | 0.00 |
    And Globex is invoiced:
      | date           | for    | net    |
      | 1 January 2026 | Credit | 100.00 |
      | 1 April 2026   | Calls  | 10.00  |
    And nothing else is invoiced
    And the journal of February 2026 is:
      | date             | source  | account            | debit | credit |
      | 28 February 2026 | revenue | Contract liability | 60.00 |        |
      | 28 February 2026 | revenue | Revenue            |       | 60.00  |
    And finance closes March 2026 without a difference

  # 20% is expected to expire: beside 40.00 drawn, 40.00 * 20/80 = 10.00 is revenue; 60.00 - 10.00 = 50.00 is left to expire.
  Scenario: Breakage in proportion to use
    Given these conventions:
      | question | answer               |
      | breakage | in proportion to use |
    And these products are sold:
      | product | charged | price           | expires after | expected breakage |
      | Tokens  | prepaid | 100.00 USD once | 2 months      | 20%               |
    And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
      | Tokens  |
    When Globex uses 2,000 "Calls" on 20 January 2026
    And time passes to 28 February 2026
    Then the journal of January 2026 contains:
      | date            | source  | account | credit |
      | 31 January 2026 | revenue | Revenue | 50.00  |
    And the journal of February 2026 is:
      | date             | source  | account            | debit | credit |
      | 28 February 2026 | revenue | Contract liability | 50.00 |        |
      | 28 February 2026 | revenue | Revenue            |       | 50.00  |
    And finance closes February 2026 without a difference

  # 60.00 are drawn from the first 100.00 before it is topped up; then 70.00: 40.00 from what expires first, 30.00 from the next.
  Scenario: A top-up in the middle of the term
    Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
      | Credit  |
    When Globex uses 3,000 "Calls" on 10 January 2026
    And Globex adds 1 "Credit" at 100.00 USD once from 20 January 2026
    And Globex uses 3,500 "Calls" on 25 January 2026
    And time passes to 28 February 2026
    Then the prepaid balance of Globex on 28 February 2026 is:
      | product | topped up | drawn  | expired | left  |
      | Credit  | 200.00    | 130.00 | 0.00    | 70.00 |
    And Globex is invoiced:
      | date            | for    | net    |
      | 1 January 2026  | Credit | 100.00 |
      | 20 January 2026 | Credit | 100.00 |
    And nothing else is invoiced
    And finance closes February 2026 without a difference

  # 6,000 calls cost 120.00, of which 20.00 is billed; 1,500 of them (30.00) were reported too much, so 90.00 was used in all.
  Scenario: A correction gives back first what was billed, then what was drawn
    Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
      | Credit  |
    When Globex uses:
      | date            | product | quantity | id  | replaces | received         |
      | 10 January 2026 | Calls   | 6,000    | r-1 |          |                  |
      | 10 January 2026 | Calls   | 4,500    | r-2 | r-1      | 10 February 2026 |
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date            | for    | net    |
      | 1 January 2026  | Credit | 100.00 |
      | 1 February 2026 | Calls  | 20.00  |
    And nothing else is invoiced
    And Globex is credited:
      | date         | for   | net   | reason |
      | 1 March 2026 | Calls | 20.00 | usage  |
    And nothing else is credited
    And the prepaid balance of Globex on 28 February 2026 is:
      | product | topped up | drawn | expired | left  |
      | Credit  | 100.00    | 90.00 | 0.00    | 10.00 |
    And finance closes February 2026 without a difference

  # 45 days from 1 January end with 14 February: 20 uses on that day draw 0.40 of 1.00, 40 on the day after draw nothing.
  Scenario: What expires after days
    Given these products are sold:
      | product | charged | price         | expires after |
      | Sample  | prepaid | 1.00 USD once | 45 days       |
    And "Globex" signed on 1 January 2026 for 13 weeks, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
      | Sample  |
    When Globex uses 20 "Calls" on 14 February 2026
    And Globex uses 40 "Calls" on 15 February 2026
    And time passes to 1 March 2026
    Then the prepaid balance of Globex on 28 February 2026 is:
      | product | topped up | drawn | expired | left |
      | Sample  | 1.00      | 0.40  | 0.60    | 0.00 |
    And Globex is invoiced:
      | date           | for    | net  |
      | 1 January 2026 | Sample | 1.00 |
      | 1 March 2026   | Calls  | 0.80 |
    And nothing else is invoiced
    And finance closes February 2026 without a difference

  Scenario: What is prepaid has no price for a time
    Given these products are sold:
      | product | charged | price                |
      | Fund    | prepaid | 100.00 USD per month |
    When sales quotes Globex on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Fund    |
    Then it is refused because "'Fund' is prepaid and has a price for a time; what is prepaid is charged once: sell one for each time, each from its own day"
    And Globex is invoiced nothing

  # So three months of 1,000 units are three amounts: Zuora rolls over what January leaves of them, 200 of 1,000, to February.
  Scenario: Zuora, units of each month that last one month longer
    Given these products are sold:
      | product | charged            | price             | expires after |
      | Units   | per unit, by usage | 1.00 USD each     |               |
      | Fund    | prepaid            | 1,000.00 USD once | 2 months      |
    And "Globex" signed on 1 January 2022 for 3 months, billed monthly in advance, net 30, no tax:
      | product | from            |
      | Units   |                 |
      | Fund    | 1 January 2022  |
      | Fund    | 1 February 2022 |
    When Globex uses 800 "Units" on 10 January 2022
    And time passes to 1 February 2022
    Then the prepaid balance of Globex on 1 February 2022 is:
      | product | topped up | drawn  | expired | left     |
      | Fund    | 2,000.00  | 800.00 | 0.00    | 1,200.00 |
    And finance closes January 2022 without a difference
