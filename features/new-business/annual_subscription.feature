@new-business @annual-subscription @wave-1 @req:Q2C-001
Feature: Annual subscription with monthly billing
  A customer signs for a year and is billed every month. Every month has its invoice, its payment, its revenue and its
  close, and at the end of the term nothing is left over in any system.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: The first month, from closed-won order to closed month
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And Globex pays every invoice when it is due
    When time passes to 31 January 2026
    Then Globex is subscribed to:
      | product       | quantity | price               |
      | Platform seat | 100      | 10.00 USD per month |
    And Globex is invoiced:
      | date           | due             | for           | from           | to              | quantity | net         | tax    | total    |
      | 1 January 2026 | 31 January 2026 | Platform seat | 1 January 2026 | 31 January 2026 | 100      | 100 * 10.00 | 100.00 | 1,100.00 |
    And nothing else is invoiced
    And nothing else is credited
    And Globex has paid:
      | date            | amount   | method | applied to      | unapplied |
      | 31 January 2026 | 1,100.00 | card   | January invoice | 0.00      |
    And the journal of January 2026 is:
      | date            | source          | account            | debit    | credit   |
      | 1 January 2026  | January invoice | Receivables        | 1,100.00 |          |
      | 1 January 2026  | January invoice | Contract liability |          | 1,000.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |          | 100.00   |
      | 31 January 2026 | payment         | Gateway clearing   | 1,100.00 |          |
      | 31 January 2026 | payment         | Receivables        |          | 1,100.00 |
      | 31 January 2026 | revenue         | Contract liability | 1,000.00 |          |
      | 31 January 2026 | revenue         | Revenue            |          | 1,000.00 |
    And finance closes January 2026 without a difference
    And the January 2026 close report shows:
      | line                        | amount   |
      | Receivables, opening        | 0.00     |
      | Invoiced                    | 1,100.00 |
      | Cash applied                | 1,100.00 |
      | Receivables, closing        | 0.00     |
      | Contract liability, closing | 0.00     |
      | Revenue                     | 1,000.00 |

  Scenario: The whole year closes month by month and leaves nothing over
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And Globex pays every invoice when it is due
    Then finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    And finance closes March 2026 without a difference
    And finance closes April 2026 without a difference
    And finance closes May 2026 without a difference
    And finance closes June 2026 without a difference
    And finance closes July 2026 without a difference
    And finance closes August 2026 without a difference
    And finance closes September 2026 without a difference
    And finance closes October 2026 without a difference
    And finance closes November 2026 without a difference
    And finance closes December 2026 without a difference
    When time passes to 31 January 2027
    Then finance closes January 2027 without a difference
    And Globex owes nothing
    And Globex is subscribed to nothing
    And Globex is invoiced 13,200.00 USD in all
    And Globex is invoiced nothing since 2 December 2026
    And the ledger shows on 31 January 2027 exactly:
      | account           | debit     | credit    |
      | Gateway clearing  | 13,200.00 |           |
      | Revenue           |           | 12,000.00 |
      | Sales tax payable |           | 1,200.00  |

  Scenario: Signed before the service begins
    # Nothing is owed, posted or recognized before the first day of service.
    Given "Globex" signed on 10 December 2025 for 12 months from 1 January 2026, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 December 2025
    Then Globex is invoiced nothing
    And nothing is posted in December 2025
    And finance closes December 2025 without a difference
    When time passes to 1 January 2026
    Then Globex is invoiced:
      | date           | for           | from           | to              | quantity | net      | tax    | total    |
      | 1 January 2026 | Platform seat | 1 January 2026 | 31 January 2026 | 100      | 1,000.00 | 100.00 | 1,100.00 |
    And nothing else is invoiced

  Scenario: Signed late for service that has already begun
    # The two months gone by are billed on the day of signing, and their revenue is caught up in the open month.
    Given today is 10 March 2026
    And "Globex" signed on 10 March 2026 for 12 months from 1 January 2026, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 March 2026
    Then Globex is invoiced:
      | date          | for           | from            | to               | net      | tax    |
      | 10 March 2026 | Platform seat | 1 January 2026  | 31 January 2026  | 1,000.00 | 100.00 |
      | 10 March 2026 | Platform seat | 1 February 2026 | 28 February 2026 | 1,000.00 | 100.00 |
      | 10 March 2026 | Platform seat | 1 March 2026    | 31 March 2026    | 1,000.00 | 100.00 |
    And nothing else is invoiced
    And nothing is posted in January 2026
    And nothing is posted in February 2026
    And the revenue of March 2026 is 3,000.00 USD
    And finance closes March 2026 without a difference

  Scenario: Set-up fee, flat price and seats on one contract
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | price  |
      | Set-up        | 1        |                 | 300.00 |
      | Analytics     | 1        | 500.00          |        |
      | Platform seat | 20       | 10.00           |        |
    When time passes to 1 February 2026
    Then Globex is invoiced:
      | date            | for           | from            | to               | quantity | net    | tax   |
      | 1 January 2026  | Set-up        | 1 January 2026  | 1 January 2026   | 1        | 300.00 | 30.00 |
      | 1 January 2026  | Analytics     | 1 January 2026  | 31 January 2026  | 1        | 500.00 | 50.00 |
      | 1 January 2026  | Platform seat | 1 January 2026  | 31 January 2026  | 20       | 200.00 | 20.00 |
      | 1 February 2026 | Analytics     | 1 February 2026 | 28 February 2026 | 1        | 500.00 | 50.00 |
      | 1 February 2026 | Platform seat | 1 February 2026 | 28 February 2026 | 20       | 200.00 | 20.00 |
    And nothing else is invoiced
    And the revenue of January 2026 is 1,000.00 USD
    And finance closes January 2026 without a difference

  Scenario Outline: Billed <billing>
    # 100 seats at 10.00 a month: 1,000.00 for each month of the billing period.
    Given "Globex" signed on 1 January 2026 for 12 months, billed <billing>, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to <until>
    Then Globex is invoiced:
      | date   | from           | to   | net   | tax   |
      | <date> | 1 January 2026 | <to> | <net> | <tax> |
    And nothing else is invoiced
    And finance closes <month> without a difference

    Examples:
      | billing                | until            | date           | to               | net       | tax      | month         |
      | monthly in arrears     | 28 February 2026 | 1 February 2026 | 31 January 2026 | 1,000.00  | 100.00   | February 2026 |
      | quarterly in advance   | 31 March 2026    | 1 January 2026 | 31 March 2026    | 3,000.00  | 300.00   | March 2026    |
      | quarterly in arrears   | 30 April 2026    | 1 April 2026   | 31 March 2026    | 3,000.00  | 300.00   | April 2026    |
      | half-yearly in advance | 30 June 2026     | 1 January 2026 | 30 June 2026     | 6,000.00  | 600.00   | June 2026     |
      | yearly in advance      | 31 December 2026 | 1 January 2026 | 31 December 2026 | 12,000.00 | 1,200.00 | December 2026 |

  Scenario: From the fifteenth, billed by the calendar
    # 15 to 31 January is 17 of 31 days: 100 * 10.00 * 17/31 = 548.387 -> 548.39; the last 14 days 14/31 = 451.61.
    Given "Globex" signed on 15 January 2026 for 12 months, billed monthly in advance by the calendar, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 January 2027
    Then Globex is invoiced:
      | date            | from            | to               | net                 | tax   |
      | 15 January 2026 | 15 January 2026 | 31 January 2026  | 100 * 10.00 * 17/31 | 54.84 |
      | 1 February 2026 | 1 February 2026 | 28 February 2026 | 1,000.00            | 100.00 |
      | 1 January 2027  | 1 January 2027  | 14 January 2027  | 100 * 10.00 * 14/31 | 45.16 |
    And Globex is invoiced nothing since 2 January 2027
    And Globex is invoiced 13,200.00 USD in all
    And finance closes January 2027 without a difference

  Scenario: From the thirty-first, billed from the anniversary
    # The bill date is the 31st where there is one, else the last day of the month; it never drifts.
    Given "Globex" signed on 31 January 2026 for 4 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 May 2026
    Then Globex is invoiced:
      | date             | from             | to               | net      |
      | 31 January 2026  | 31 January 2026  | 27 February 2026 | 1,000.00 |
      | 28 February 2026 | 28 February 2026 | 30 March 2026    | 1,000.00 |
      | 31 March 2026    | 31 March 2026    | 29 April 2026    | 1,000.00 |
      | 30 April 2026    | 30 April 2026    | 30 May 2026      | 1,000.00 |
    And nothing else is invoiced
    And finance closes May 2026 without a difference

  Scenario: Two customers never mix
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 7        | 11.00 USD       |
    And Globex pays every invoice when it is due
    When time passes to 31 January 2026
    Then Globex is invoiced:
      | date           | net      | tax    |
      | 1 January 2026 | 1,000.00 | 100.00 |
    And Initech is invoiced:
      | date           | due          | net   | tax  |
      | 1 January 2026 | 2 March 2026 | 77.00 | 0.00 |
    And nothing else is invoiced
    And Initech owes 77.00 USD
    And Globex owes nothing
    And the journal of January 2026 for Initech is:
      | date            | source          | account            | debit | credit |
      | 1 January 2026  | January invoice | Receivables        | 77.00 |        |
      | 1 January 2026  | January invoice | Contract liability |       | 77.00  |
      | 31 January 2026 | revenue         | Contract liability | 77.00 |        |
      | 31 January 2026 | revenue         | Revenue            |       | 77.00  |
    And finance closes January 2026 without a difference

  Scenario: A customer nobody knew before
    Given today is 2 February 2026
    When "Pied Piper" becomes a customer on 2 February 2026
    And "Pied Piper" signed on 2 February 2026 for 1 month, billed monthly in advance, net 14, tax 21.5%:
      | product       | quantity | price per month |
      | Platform seat | 3        | 9.99 USD        |
    Then the CRM knows these customers:
      | customer   |
      | Pied Piper |
    And Pied Piper is invoiced:
      # 3 * 9.99 = 29.97; 21.5% of it is 6.44355 -> 6.44.
      | date            | due              | from            | to           | net      | tax  | total |
      | 2 February 2026 | 16 February 2026 | 2 February 2026 | 1 March 2026 | 3 * 9.99 | 6.44 | 36.41 |
    And nothing else is invoiced
    When Pied Piper becomes a customer on 3 February 2026
    Then it is refused because "already has a customer"
