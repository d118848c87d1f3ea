@receivables @handbook @wave-2 @req:Q2C-307
Feature: Where receivables go wrong
  A part that is paid makes the rest no younger, and money that goes back twice is owed twice. Careless books hide either.

  Background:
    Given the company "Northwind SaaS"

  Scenario: A part is paid, and the rest is as old as it was
    # 100 * 10.00 = 1,000.00, due on 31 January: 59 days overdue on 31 March, however lately 400.00 of it came.
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 400.00 USD on 30 March 2026 for the January invoice
    And time passes to 31 March 2026
    Then Globex had these open invoices on 31 March 2026:
      | invoice         | date           | due             | open   |
      | January invoice | 1 January 2026 | 31 January 2026 | 600.00 |
    And the ageing on 31 March 2026 is:
      | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
      | Globex   | 0.00    | 0.00      | 600.00     | 0.00       | 0.00         |
    And the ageing on 29 March 2026 is:
      | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
      | Globex   | 0.00    | 0.00      | 1,000.00   | 0.00       | 0.00         |
    And finance closes March 2026 without a difference

  Scenario: A debit comes back after half of its month was credited and refunded
    # Cancelled from 16 January: 1,000.00 * 16/31 = 516.13 are credited and refunded, 483.87 were served.
    # Then the bank takes all of the 1,000.00 back: what was served and what was refunded are both owed, and nothing else.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And failed payments are not retried
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 0, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And Globex pays every invoice by direct debit when it is due
    When Globex cancels on 16 January 2026 and is refunded
    And the direct debit of Globex for the January invoice is returned on 25 January 2026 because "customer objects"
    And time passes to 31 January 2026
    Then Globex is credited:
      | date            | from            | to              | net    | reason       |
      | 16 January 2026 | 16 January 2026 | 31 January 2026 | 516.13 | cancellation |
    And nothing else is credited
    And Globex owes 1,000.00 USD
    And Globex has a credit of 0.00 USD
    And Globex was refunded:
      | date            | amount |
      | 16 January 2026 | 516.13 |
    And these payments of Globex were reversed:
      | date            | invoice         | amount   | because  |
      | 25 January 2026 | January invoice | 1,000.00 | returned |
    And the ledger shows on 31 January 2026 exactly:
      | account          | debit    | credit |
      | Receivables      | 1,000.00 |        |
      | Gateway clearing |          | 516.13 |
      | Revenue          |          | 483.87 |
    And finance closes January 2026 without a difference
