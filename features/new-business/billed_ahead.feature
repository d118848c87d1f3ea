@new-business @revenue @wave-3 @req:Q2C-209
Feature: Invoiced before service begins
  Some invoices go out weeks before the period that they are for, so that they are paid when it begins. Nothing is earned before.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Scenario: A year from January, invoiced thirty days ahead
    # Signed on 10 November 2026; 1 January less 30 days is 2 December. 2,400.00 and 10% tax; 200.00 a month.
    Given "Globex" signed on 10 November 2026 for 12 months from 1 January 2027, billed yearly in advance, 30 days ahead, net 30, tax 10%:
      | product        | price per year |
      | Annual license | 2,400.00       |
    When time passes to 31 January 2027
    Then Globex is invoiced:
      | date            | due            | for            | from           | to               | net      | tax    | total    |
      | 2 December 2026 | 1 January 2027 | Annual license | 1 January 2027 | 31 December 2027 | 2,400.00 | 240.00 | 2,640.00 |
    And nothing else is invoiced
    And the journal from 1 November 2026 to 31 January 2027 is:
      | date            | source           | account            | debit    | credit   |
      | 2 December 2026 | December invoice | Receivables        | 2,640.00 |          |
      | 2 December 2026 | December invoice | Contract liability |          | 2,400.00 |
      | 2 December 2026 | December invoice | Sales tax payable  |          | 240.00   |
      | 31 January 2027 | revenue          | Contract liability | 200.00   |          |
      | 31 January 2027 | revenue          | Revenue            |          | 200.00   |
    And finance closes December 2026 without a difference
    And finance closes January 2027 without a difference

  Scenario: Signed later than that, it is invoiced at once
    Given "Globex" signed on 20 December 2026 for 12 months from 1 January 2027, billed yearly in advance, 30 days ahead, net 15, no tax:
      | product        | price per year |
      | Annual license | 2,400.00       |
    Then Globex is invoiced:
      | date             | due            | from           | to               | net      |
      | 20 December 2026 | 4 January 2027 | 1 January 2027 | 31 December 2027 | 2,400.00 |
    And finance closes December 2026 without a difference

  Scenario: Quarters, each ten days ahead, and seats that join in between
    # 10 seats at 20.00 for three months are 600.00: on 1 January, on 22 March (1 April less ten days), on 21 June.
    # 5 more from 1 May, signed on 25 April when April to June is billed: 5 * 20.00 * 2 = 200.00 by months; from July on 900.00.
    Given these conventions:
      | question  | answer |
      | proration | months |
    And "Globex" signed on 1 January 2027 for 9 months, billed quarterly in advance, 10 days ahead, net 10, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 20.00           |
    When Globex signs on 25 April 2027 to add 5 "Platform seat" from 1 May 2027
    And time passes to 30 September 2027
    Then Globex is invoiced:
      | date           | from           | to                | quantity | net    |
      | 1 January 2027 | 1 January 2027 | 31 March 2027     | 10       | 600.00 |
      | 22 March 2027  | 1 April 2027   | 30 June 2027      | 10       | 600.00 |
      | 1 May 2027     | 1 May 2027     | 30 June 2027      | 5        | 200.00 |
      | 21 June 2027   | 1 July 2027    | 30 September 2027 | 15       | 900.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2027 without a difference
    And the revenue of June 2027 is 300.00 USD

  Scenario: Canceled after the next month is invoiced: all of it goes back
    Given "Globex" signed on 1 January 2027 for 12 months, billed monthly in advance, 5 days ahead, net 10, tax 20%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00           |
    When Globex signs on 28 January 2027 to cancel on 1 February 2027
    And time passes to 28 February 2027
    Then Globex is invoiced:
      | date            | from            | to               | net    | tax   |
      | 1 January 2027  | 1 January 2027  | 31 January 2027  | 100.00 | 20.00 |
      | 27 January 2027 | 1 February 2027 | 28 February 2027 | 100.00 | 20.00 |
    And nothing else is invoiced
    And Globex is credited:
      | from            | to               | net    | tax   | reason       |
      | 1 February 2027 | 28 February 2027 | 100.00 | 20.00 | cancellation |
    And the revenue of February 2027 is 0.00 USD
    And finance closes February 2027 without a difference
