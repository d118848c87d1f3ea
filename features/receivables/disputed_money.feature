@receivables @disputed-invoice @wave-2 @req:Q2C-041
Feature: Money that arrives while an invoice is in dispute
  A payment that names no invoice is applied by the company's convention. What the customer contests is not paid with it behind
  the customer's back: the contested part stays open, and what is left over of the money stays unapplied.

  Background:
    # 100 * 12.00 = 1,200.00 and tax 120.00; 330.00 in dispute leaves 990.00 that may be paid.
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 12.00 USD       |

  Scenario: More arrives than is uncontested
    When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "three weeks without service"
    And Globex transfers 1,000.00 USD on 10 February 2026
    Then Globex has these open invoices:
      | invoice         | date           | due             | total    | open   | in dispute |
      | January invoice | 1 January 2026 | 31 January 2026 | 1,320.00 | 330.00 | 330.00     |
    And the journal of February 2026 is:
      | date             | source  | account        | debit    | credit |
      | 10 February 2026 | payment | Cash           | 1,000.00 |        |
      | 10 February 2026 | payment | Receivables    |          | 990.00 |
      | 10 February 2026 | payment | Unapplied cash |          | 10.00  |
    And finance closes February 2026 without a difference

  Scenario: The payer names the invoice, contested or not
    When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "three weeks without service"
    And Globex transfers 1,000.00 USD on 10 February 2026 for the January invoice
    Then Globex has these open invoices:
      | invoice         | total    | open   |
      | January invoice | 1,320.00 | 320.00 |
    And finance closes February 2026 without a difference
