
@amendments @midterm-upsell @wave-3 @req:Q2C-014
Feature: Midterm upsell
  Sales adds seats to a running subscription. The customer pays only for the days that remain,
  finance recognizes the added service over those days, and the month still closes without a difference.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question            | answer                         |
      | proration           | by day, actual days of period  |
      | day of the change   | new plan pays                  |
      | revenue schedule    | service period of each line    |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |

  Scenario: Twenty seats added in the middle of March
    Given Globex pays every invoice when it is due
    When Globex adds 20 "Platform seat" from 16 March 2026
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date          | for           | from          | to            | quantity | net                  | tax    | total    |
      | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 20       | 20 * 10.00 * 16/31   | 10.32  | 113.55   |
      | 1 April 2026  | Platform seat | 1 April 2026  | 30 April 2026 | 120      | 1,200.00             | 120.00 | 1,320.00 |
    And nothing else is invoiced since 2 March 2026
    And the journal of March 2026 is:
      | date          | source          | account            | debit    | credit   |
      | 1 March 2026  | March invoice   | Receivables        | 1,100.00 |          |
      | 1 March 2026  | March invoice   | Contract liability |          | 1,000.00 |
      | 1 March 2026  | March invoice   | Sales tax payable  |          | 100.00   |
      | 3 March 2026  | payment         | Gateway clearing   | 1,100.00 |          |
      | 3 March 2026  | payment         | Receivables        |          | 1,100.00 |
      | 16 March 2026 | upsell invoice  | Receivables        | 113.55   |          |
      | 16 March 2026 | upsell invoice  | Contract liability |          | 103.23   |
      | 16 March 2026 | upsell invoice  | Sales tax payable  |          | 10.32    |
      | 31 March 2026 | revenue         | Contract liability | 1,103.23 |          |
      | 31 March 2026 | revenue         | Revenue            |          | 1,103.23 |
      | 31 March 2026 | payment         | Gateway clearing   | 1,100.00 |          |
      | 31 March 2026 | payment         | Receivables        |          | 1,100.00 |
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                       | amount   |
      | Receivables, opening       | 1,100.00 |
      | Invoiced                   | 1,213.55 |
      | Cash applied               | 2,200.00 |
      | Receivables, closing       | 113.55   |
      | Contract liability, closing| 0.00     |
      | Revenue                    | 1,103.23 |

  Scenario: The upsell invoice never reaches the ledger
    Given Globex pays every invoice when it is due
    And the integration loses the event "invoice posted" of the upsell
    When Globex adds 20 "Platform seat" from 16 March 2026
    And time passes to 31 March 2026
    Then finance cannot close March 2026, among other reasons because:
      | reconciliation         | billing | ledger | difference | explained by              |
      | Receivables of Globex  | 113.55  | 0.00   | 113.55     | upsell invoice not posted |
