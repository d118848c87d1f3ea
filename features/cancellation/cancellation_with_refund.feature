@cancellation @cancellation-with-refund @wave-2 @req:Q2C-224
Feature: Cancellation with refund
  A customer who cancels gets back what was paid for service that will not be given, with its tax; what was served stays revenue.
  What was not paid is credited, not refunded.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: A paid month, cancelled in its middle and refunded
    # May has 31 days, 11 to 31 May are 21: 50 * 12.00 * 21/31 = 406.4516 -> 406.45; tax 8% of 600.00 is 48.00, 48.00 * 406.45/600.00 = 32.516 -> 32.52.
    Given "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 0, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    And Initech pays every invoice when it is due
    When Initech cancels on 11 May 2026 and is refunded
    And time passes to 30 June 2026
    Then Initech is subscribed to nothing
    And Initech is invoiced:
      | date       | for           | from       | to          | net    | tax   | total  |
      | 1 May 2026 | Platform seat | 1 May 2026 | 31 May 2026 | 600.00 | 48.00 | 648.00 |
    And nothing else is invoiced
    And Initech is credited:
      | date        | from        | to          | quantity | net                | tax   | total  | reason       |
      | 11 May 2026 | 11 May 2026 | 31 May 2026 | 50       | 50 * 12.00 * 21/31 | 32.52 | 438.97 | cancellation |
    And nothing else is credited
    And Initech was refunded:
      | date        | amount |
      | 11 May 2026 | 438.97 |
    And Initech owes nothing
    And Initech has a credit of 0.00 USD
    # Served: 10 of 31 days, 600.00 - 406.45 = 193.55; tax kept 48.00 - 32.52 = 15.48; cash 648.00 - 438.97 = 209.03.
    And the journal of May 2026 is:
      | date        | source                   | account            | debit  | credit |
      | 1 May 2026  | May invoice              | Receivables        | 648.00 |        |
      | 1 May 2026  | May invoice              | Contract liability |        | 600.00 |
      | 1 May 2026  | May invoice              | Sales tax payable  |        | 48.00  |
      | 1 May 2026  | payment                  | Gateway clearing   | 648.00 |        |
      | 1 May 2026  | payment                  | Receivables        |        | 648.00 |
      | 11 May 2026 | credit memo              | Contract liability | 406.45 |        |
      | 11 May 2026 | credit memo              | Sales tax payable  | 32.52  |        |
      | 11 May 2026 | credit memo              | Customer credits   |        | 438.97 |
      | 11 May 2026 | refund                   | Customer credits   | 438.97 |        |
      | 11 May 2026 | refund                   | Refund payable     |        | 438.97 |
      | 11 May 2026 | refund payment           | Refund payable     | 438.97 |        |
      | 11 May 2026 | refund payment           | Gateway clearing   |        | 438.97 |
      | 31 May 2026 | revenue                  | Contract liability | 193.55 |        |
      | 31 May 2026 | revenue                  | Revenue            |        | 193.55 |
    And finance closes May 2026 without a difference
    And the May 2026 close report shows:
      | line                        | amount |
      | Invoiced                    | 648.00 |
      | Receivables, closing        | 0.00   |
      | Contract liability, closing | 0.00   |
      | Revenue                     | 193.55 |
    And nothing is posted in June 2026
    And finance closes June 2026 without a difference

  Scenario: Not paid yet: the invoice is credited, nothing is refunded
    Given "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 30, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    When Initech cancels on 11 May 2026 and is refunded
    Then Initech owes 209.03 USD
    And Initech was refunded nothing
    And Initech has a credit of 0.00 USD
    When Initech transfers 209.03 USD on 31 May 2026
    Then Initech owes nothing
    And finance closes May 2026 without a difference

  Scenario: Paid in part: only what was paid too much goes back
    # 648.00 - 438.97 = 209.03 is owed for the days served; 300.00 came, so 90.97 goes back.
    Given "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 30, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    When Initech transfers 300.00 USD on 5 May 2026
    And Initech cancels on 11 May 2026 and is refunded
    Then Initech was refunded:
      | date        | amount |
      | 11 May 2026 | 90.97  |
    And Initech owes nothing
    And finance closes May 2026 without a difference

  Scenario: On the first day everything goes back
    Given "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 0, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    And Initech pays every invoice when it is due
    When Initech cancels on 1 May 2026 and is refunded
    And time passes to 31 May 2026
    Then Initech was refunded:
      | date       | amount |
      | 1 May 2026 | 648.00 |
    And the ledger shows on 31 May 2026 exactly:
      | account | debit | credit |
    And finance closes May 2026 without a difference

  Scenario: The day of the cancellation counts, where that is the convention
    # 12 to 31 May are 20 days: 600.00 * 20/31 = 387.0968 -> 387.10; tax 48.00 * 387.10/600.00 = 30.968 -> 30.97.
    Given these conventions:
      | question                 | answer |
      | last day on cancellation | billed |
    And "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 0, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    And Initech pays every invoice when it is due
    When Initech cancels on 11 May 2026 and is refunded
    And time passes to 31 May 2026
    Then Initech is credited:
      | from        | to          | net    | tax   | total  |
      | 12 May 2026 | 31 May 2026 | 387.10 | 30.97 | 418.07 |
    And Initech was refunded:
      | amount |
      | 418.07 |
    And finance closes May 2026 without a difference

  Scenario: Not refundable: nothing goes back, and the rest is revenue at once
    Given "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 0, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    And Initech pays every invoice when it is due
    When Initech cancels on 1 May 2026, keeps no service and gets nothing back
    And time passes to 31 May 2026
    Then nothing else is credited
    And Initech was refunded nothing
    And the ledger shows on 31 May 2026 exactly:
      | account           | debit    | credit   |
      | Gateway clearing  | 1,320.00 |          |
      | Revenue           |          | 1,200.00 |
      | Sales tax payable |          | 120.00   |
    And finance closes May 2026 without a difference

  Scenario: Signed today for the end of the quarter
    # Nothing changes before 1 July; then July to December, 184 of 365 days: 1,200.00 * 184/365 = 604.9315 -> 604.93, tax 60.49.
    Given "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 0, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    And Initech pays every invoice when it is due
    When Initech signs on 15 May 2026 to cancel on 1 July 2026 and is refunded
    And time passes to 30 June 2026
    Then nothing else is credited
    And Initech was refunded nothing
    When time passes to 1 July 2026
    Then Initech is credited:
      | date        | net                | tax   |
      | 1 July 2026 | 1,200.00 * 184/365 | 60.49 |
    And Initech was refunded:
      | date        | amount |
      | 1 July 2026 | 665.42 |
    And finance closes July 2026 without a difference

  Scenario: In a month that is closed already
    # Signed on 5 June back to 11 May: the memo stands in June, and May stays as it was closed.
    Given "Initech" signed on 1 May 2026 for 1 month, billed monthly in advance, net 0, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    And Initech pays every invoice when it is due
    And finance closes May 2026 without a difference
    When Initech signs on 5 June 2026 to cancel on 11 May 2026 and is refunded
    Then Initech was refunded:
      | date        | amount |
      | 5 June 2026 | 438.97 |
    And the revenue of May 2026 is 600.00 USD
    When time passes to 30 June 2026
    Then the revenue of June 2026 is -406.45 USD
    And finance closes June 2026 without a difference

  Scenario: A second cancellation is refused
    Given "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 0, tax 8%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 12.00 USD       |
    When Initech cancels on 11 May 2026 and is refunded
    And Initech cancels on 20 May 2026 and is refunded
    Then billing holds these exceptions:
      | event            | customer | date        |
      | order closed-won | Initech  | 20 May 2026 |
    And finance cannot close May 2026, among other reasons because:
      | reconciliation | CRM | billing |
      | Orders         | *   | *       |
