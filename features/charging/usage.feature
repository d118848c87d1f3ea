@charging @usage @wave-2 @req:Q2C-032
Feature: Usage, billed in arrears
  Meters report what customers use. Each billing period's usage is rated together when the period is over, each report counts
  once, and revenue belongs to the month of use whether it is billed yet or not.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product  | charge       | charged            | price               |
      | API      | Platform fee | flat               | 50.00 USD per month |
      | API      | Calls        | per unit, by usage | 0.02 USD each       |

  # January: 600 + 400 = 1,000 calls, 1,000 * 0.02 = 20.00, billed on 1 February beside February's fee.
  Scenario: A month of calls is billed with the next month's platform fee
    Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | API     |
    When Globex uses:
      | date            | product | quantity | id  |
      | 10 January 2026 | API     | 600      | r-1 |
      | 20 January 2026 | API     | 400      | r-2 |
    And time passes to 31 January 2026
    Then the ledger shows on 31 January 2026 exactly:
      | account             | debit | credit |
      | Receivables         | 55.00 |        |
      | Unbilled receivable | 20.00 |        |
      | Sales tax payable   |       | 5.00   |
      | Revenue             |       | 70.00  |
    And finance closes January 2026 without a difference
    When time passes to 1 March 2026
    Then Globex is invoiced:
      | date            | for | charge       | from            | to               | quantity | net          | tax  | total |
      | 1 January 2026  | API | Platform fee | 1 January 2026  | 31 January 2026  | 1        | 50.00        | 5.00 | 55.00 |
      | 1 February 2026 | API | Platform fee | 1 February 2026 | 28 February 2026 | 1        | 50.00        | 5.00 | 55.00 |
      | 1 February 2026 | API | Calls        | 1 January 2026  | 31 January 2026  | 1,000    | 1,000 * 0.02 | 2.00 | 22.00 |
    And nothing else is invoiced
    And nothing else is credited
    And the journal of February 2026 is:
      | date             | source           | account             | debit | credit |
      | 1 February 2026  | February invoice | Receivables         | 77.00 |        |
      | 1 February 2026  | February invoice | Contract liability  |       | 50.00  |
      | 1 February 2026  | February invoice | Unbilled receivable |       | 20.00  |
      | 1 February 2026  | February invoice | Sales tax payable   |       | 7.00   |
      | 28 February 2026 | revenue          | Contract liability  | 50.00 |        |
      | 28 February 2026 | revenue          | Revenue             |       | 50.00  |
    And finance closes February 2026 without a difference

  # A repeat of r-1 counts once; 500 is corrected to 450, and 30 are taken back: 450 + 200 - 30 = 620, 620 * 0.02 = 12.40.
  Scenario: Repeats count once, and corrections before the bill are simply billed right
    Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | API     |
    When Globex uses:
      | date            | product | quantity | id  | replaces | received        |
      | 5 January 2026  | API     | 500      | r-1 |          |                 |
      | 5 January 2026  | API     | 500      | r-1 |          | 6 January 2026  |
      | 8 January 2026  | API     | 200      | r-2 |          |                 |
      | 5 January 2026  | API     | 450      | r-3 | r-1      | 12 January 2026 |
      | 9 January 2026  | API     | -30      | r-4 |          | 14 January 2026 |
    And time passes to 1 February 2026
    Then Globex is invoiced:
      | date            | for | charge       | from            | to               | quantity | net        |
      | 1 January 2026  | API | Platform fee | 1 January 2026  | 31 January 2026  | 1        | 50.00      |
      | 1 February 2026 | API | Platform fee | 1 February 2026 | 28 February 2026 | 1        | 50.00      |
      | 1 February 2026 | API | Calls        | 1 January 2026  | 31 January 2026  | 620      | 620 * 0.02 |
    And nothing else is invoiced
    And nothing else is credited
    And the usage of Globex is:
      | date           | product | quantity | id  | replaces | received        |
      | 5 January 2026 | API     | 500      | r-1 |          | 5 January 2026  |
      | 8 January 2026 | API     | 200      | r-2 |          | 8 January 2026  |
      | 5 January 2026 | API     | 450      | r-3 | r-1      | 12 January 2026 |
      | 9 January 2026 | API     | -30      | r-4 |          | 14 January 2026 |
    And finance closes January 2026 without a difference

  # 1,000 calls of January are billed with 20.00; 50 more arrive on 10 February, 50 * 0.02 = 1.00.
  Scenario: Late usage is billed on the next invoice
    Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | API     |
    When Globex uses 1,000 "API" on 31 January 2026
    And finance closes January 2026 without a difference
    And Globex uses 50 "API" on 20 January 2026, reported on 10 February 2026
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date            | for | charge       | from            | to               | quantity | net          |
      | 1 January 2026  | API | Platform fee | 1 January 2026  | 31 January 2026  | 1        | 50.00        |
      | 1 February 2026 | API | Platform fee | 1 February 2026 | 28 February 2026 | 1        | 50.00        |
      | 1 February 2026 | API | Calls        | 1 January 2026  | 31 January 2026  | 1,000    | 1,000 * 0.02 |
      | 1 March 2026    | API | Platform fee | 1 March 2026    | 31 March 2026    | 1        | 50.00        |
      | 1 March 2026    | API | Calls        | 1 January 2026  | 31 January 2026  | 50       | 50 * 0.02    |
    And nothing else is invoiced
    And nothing else is credited
    # January is closed: the 1.00 is revenue of February, 50.00 + 1.00.
    And finance closes February 2026 without a difference
    And the February 2026 close report shows:
      | line                         | amount |
      | Revenue                      | 51.00  |

  Scenario: Late usage is credited and rebilled at once
    Given these conventions:
      | question   | answer            |
      | late usage | credit and rebill |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | API     |
    When Globex uses 1,000 "API" on 31 January 2026
    And Globex uses 50 "API" on 20 January 2026, reported on 10 February 2026
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date             | for | charge       | from            | to               | quantity | net   | tax  | cause      |
      | 1 January 2026   | API | Platform fee | 1 January 2026  | 31 January 2026  | 1        | 50.00 | 5.00 | regular    |
      | 1 February 2026  | API | Platform fee | 1 February 2026 | 28 February 2026 | 1        | 50.00 | 5.00 | regular    |
      | 1 February 2026  | API | Calls        | 1 January 2026  | 31 January 2026  | 1,000    | 20.00 | 2.00 | regular    |
      | 10 February 2026 | API | Calls        | 1 January 2026  | 31 January 2026  | 1,050    | 21.00 | 2.10 | late usage |
    And nothing else is invoiced
    And Globex is credited:
      | date             | for | charge | from           | to              | quantity | net   | tax  | reason | credits          |
      | 10 February 2026 | API | Calls  | 1 January 2026 | 31 January 2026 | 1,000    | 20.00 | 2.00 | usage  | February invoice |
    And nothing else is credited
    And finance closes February 2026 without a difference

  # 200 of January's 1,000 calls were reported too much: 200 * 0.02 = 4.00 goes back with March's invoice.
  Scenario: Too much reported is given back on the next invoice
    Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | API     |
    When Globex uses:
      | date            | product | quantity | id  | replaces | received         |
      | 31 January 2026 | API     | 1,000    | r-1 |          |                  |
      | 31 January 2026 | API     | 800      | r-2 | r-1      | 10 February 2026 |
    And time passes to 31 March 2026
    Then Globex is credited:
      | date         | for | charge | from           | to              | quantity | net        | tax  | reason | credits          |
      | 1 March 2026 | API | Calls  | 1 January 2026 | 31 January 2026 | 200      | 200 * 0.02 | 0.40 | usage  | February invoice |
    And nothing else is credited
    # Three fees of 55.00 and 22.00 for January's calls.
    And Globex is invoiced 187.00 USD in all
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                         | amount |
      | Contract liability, closing  | 0.00   |
      | Revenue                      | 50.00  |

  # The bill date is 1 February; five days of grace end with 5 February.
  Scenario Outline: Usage of January that arrives on <received> where five days of grace are given
    Given these conventions:
      | question   | answer   |
      | late usage | rejected |
    And late usage is accepted for 5 days
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | API     |
    When Globex uses 50 "API" on 20 January 2026, reported on <received>
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date            | charge       | quantity | net   |
      | 1 January 2026  | Platform fee | 1        | 50.00 |
      | 1 February 2026 | Platform fee | 1        | 50.00 |
      | 1 March 2026    | Platform fee | 1        | 50.00 |
      | <billed>        | Calls        | 50       | 1.00  |
    And nothing else is invoiced

    Examples:
      | received        | billed          |
      | 31 January 2026 | 1 February 2026 |
      | 1 February 2026 | 1 March 2026    |
      | 5 February 2026 | 1 March 2026    |

  Scenario: Usage that arrives after the days of grace is refused
    Given these conventions:
      | question   | answer   |
      | late usage | rejected |
    And late usage is accepted for 5 days
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | API     |
    When Globex uses 50 "API" on 20 January 2026, reported on 6 February 2026
    Then it is refused because "its billing period of contract C-1 is billed, and the 5 days of grace are over"
    And the usage of Globex is:
      | date | product | quantity |
