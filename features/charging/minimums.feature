@charging @minimums @wave-2 @req:Q2C-213
Feature: Minimum commitments
  A customer commits to use so much in each billing period or over the whole term. What usage falls short of it is charged as
  a true-up when the period or the term is over, and is revenue then.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged            | price         | minimum | minimum per    |
      | Calls   | per unit, by usage | 0.02 USD each | 50.00   | billing period |
      | Reads   | per unit, by usage | 0.01 USD each | 300.00  | term           |

  # 1,000 * 0.02 = 20.00, so 30.00 is short; 2,500 * 0.02 = 50.00 reaches it; nothing used leaves all of it.
  Scenario Outline: <used> calls in April, committed to 50.00
    Given "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
    When Globex uses <used> "Calls" on 30 April 2026
    And time passes to 31 May 2026
    Then Globex is invoiced <total> USD in all
    And the ledger shows on 30 April 2026 exactly:
      | account             | debit     | credit    |
      | Unbilled receivable | <revenue> |           |
      | Revenue             |           | <revenue> |
    And finance closes May 2026 without a difference

    Examples:
      | used  | revenue | total |
      | 1,000 | 50.00   | 55.00 |
      | 2,500 | 50.00   | 55.00 |
      | 2,501 | 50.02   | 55.02 |

  Scenario: The true-up stands beside the usage
    Given "Globex" signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
    When Globex uses 1,000 "Calls" on 30 April 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date        | for   | charge             | from         | to            | quantity | net   | tax  |
      | 1 May 2026  | Calls | Calls              | 1 April 2026 | 30 April 2026 | 1,000    | 20.00 | 2.00 |
      | 1 May 2026  | Calls | Minimum commitment | 1 April 2026 | 30 April 2026 | 1        | 30.00 | 3.00 |
      | 1 June 2026 | Calls | Minimum commitment | 1 May 2026   | 31 May 2026   | 1        | 50.00 | 5.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2026 without a difference

  # A stub of 15 of April's 30 days commits to 25.00.
  Scenario: A stub commits to its share
    Given "Globex" signed on 16 April 2026 for 1 month, billed monthly in advance by the calendar, net 30, no tax:
      | product |
      | Calls   |
    When time passes to 1 May 2026
    Then Globex is invoiced:
      | date       | charge             | from          | to            | net           |
      | 1 May 2026 | Minimum commitment | 16 April 2026 | 30 April 2026 | 50.00 * 15/30 |
    And nothing else is invoiced

  # 300.00 over three months: 10,000 * 0.01 = 100.00 and 5,000 * 0.01 = 50.00 leave 150.00.
  Scenario: A commitment for the term is settled at its end
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | Reads   |
    When Globex uses 10,000 "Reads" on 10 April 2026
    And Globex uses 5,000 "Reads" on 10 June 2026
    And time passes to 31 July 2026
    Then Globex is invoiced:
      | date        | for   | charge             | from         | to            | net    | tax   |
      | 1 May 2026  | Reads | Reads              | 1 April 2026 | 30 April 2026 | 100.00 | 10.00 |
      | 1 July 2026 | Reads | Reads              | 1 June 2026  | 30 June 2026  | 50.00  | 5.00  |
      | 1 July 2026 | Reads | Minimum commitment | 1 April 2026 | 30 June 2026  | 150.00 | 15.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes July 2026 without a difference

  # 5,000 more reads of June arrive late, on 10 July: 50.00 of usage for 50.00 of the true-up, nothing is left to pay.
  Scenario: Usage that comes after the true-up takes its place
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Reads   |
    When Globex uses 5,000 "Reads" on 10 June 2026
    And Globex uses 5,000 "Reads" on 20 June 2026, reported on 10 July 2026
    And time passes to 31 July 2026
    Then Globex is invoiced:
      | date         | charge             | net    |
      | 1 July 2026  | Reads              | 50.00  |
      | 1 July 2026  | Minimum commitment | 250.00 |
      | 10 July 2026 | Reads              | 50.00  |
    And nothing else is invoiced
    And Globex is credited:
      | date         | charge             | net   | reason |
      | 10 July 2026 | Minimum commitment | 50.00 | usage  |
    And nothing else is credited
    And finance closes July 2026 without a difference

  # 1,000.00 a year. 20,000 reads in the first year are 200.00, so 800.00 are short; 110,000 in the second are 1,100.00: nothing is.
  Scenario: So much in each year of a longer term
    Given these products are sold:
      | product | charged            | price         | minimum  | minimum per |
      | Reads   | per unit, by usage | 0.01 USD each | 1,000.00 | year        |
    And "Globex" signed on 1 January 2026 for 24 months, billed quarterly in arrears, net 30, tax 10%:
      | product |
      | Reads   |
    When Globex uses 20,000 "Reads" on 10 February 2026
    And Globex uses 110,000 "Reads" on 10 May 2027
    And time passes to 31 January 2028
    Then Globex is invoiced:
      | date           | charge             | from           | to               | net      |
      | 1 April 2026   | Reads              | 1 January 2026 | 31 March 2026    | 200.00   |
      | 1 January 2027 | Minimum commitment | 1 January 2026 | 31 December 2026 | 800.00   |
      | 1 July 2027    | Reads              | 1 April 2027   | 30 June 2027     | 1,100.00 |
    And Globex is invoiced 2,310.00 USD in all
    And nothing else is invoiced
    And nothing else is credited
    And finance closes December 2026 without a difference
    And the December 2026 close report shows:
      | line    | amount |
      | Revenue | 800.00 |
    And finance closes January 2028 without a difference

  # 300.00 a quarter, cancelled after one quarter and 45 of the second one's 91 days.
  Scenario: A quarter that ends early commits to its share
    Given these products are sold:
      | product | charged            | price         | minimum | minimum per |
      | Reads   | per unit, by usage | 0.01 USD each | 300.00  | quarter     |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Reads   |
    When Globex uses 10,000 "Reads" on 10 February 2026
    And Globex cancels on 16 May 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date         | charge             | from           | to            | net            |
      | 1 March 2026 | Reads              | *              | *             | 100.00         |
      | 1 April 2026 | Minimum commitment | 1 January 2026 | 31 March 2026 | 200.00         |
      | 16 May 2026  | Minimum commitment | 1 April 2026   | 15 May 2026   | 300.00 * 45/91 |
    And finance closes June 2026 without a difference
