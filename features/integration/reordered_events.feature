@integration @reordered-events @wave-4 @req:Q2C-262
Feature: Reordered events
  Events overtake each other on their way. Whoever hears the end of a story before its beginning takes it for what
  it is; no money moves twice for it, and once all has arrived the books are those of the right order.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: The payment reaches the ledger before the invoice that it pays
    # 20 * 12.00 = 240.00, tax 24.00.
    Given the integration delivers the event "invoice posted" only after the event "payment applied"
    And "Globex" signed on 1 May 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 20       | 12.00 USD       |
    When Globex transfers 264.00 USD on 5 May 2026 for the May invoice
    Then Globex owes nothing
    And these events went astray:
      | event          | to  | date       | outcome |
      | invoice posted | erp | 1 May 2026 | delayed |
    When time passes to 31 May 2026
    Then the ledger shows on 31 May 2026 exactly:
      | account           | debit  | credit |
      | Cash              | 264.00 |        |
      | Sales tax payable |        | 24.00  |
      | Revenue           |        | 240.00 |
    And finance closes May 2026 without a difference

  Scenario: The credit memo of a downgrade reaches the ledger before the invoice that it credits
    # 100 * 10.00 = 1,000.00; 20 seats less from 16 March: 20 * 10.00 * 16/31 = 103.23; 896.77 is left, all of it served in March.
    Given the integration delivers the event "invoice posted" only after the event "credit memo posted"
    And "Acme" signed on 1 March 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Acme removes 20 "Platform seat" from 16 March 2026
    Then Acme owes 896.77 USD
    And these events went astray:
      | event          | document  | to  | date         | outcome |
      | invoice posted | NW-000001 | erp | 1 March 2026 | delayed |
    When time passes to 31 March 2026
    Then the ledger shows on 31 March 2026 exactly:
      | account     | debit  | credit |
      | Receivables | 896.77 |        |
      | Revenue     |        | 896.77 |
    And finance closes March 2026 without a difference

  Scenario: The decision of a chargeback overtakes its opening
    # 1,200.00 without tax, paid when due on 31 January; charged back on 30 April, won on 20 May.
    Given the integration delivers the event "chargeback opened" only after the event "chargeback decided"
    And Globex pays every invoice when it is due
    And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    When Globex charges back the January invoice on 30 April 2026 because "not recognized"
    And the chargeback of Globex is won on 20 May 2026
    Then these events went astray:
      | event             | to      | date          | outcome |
      | chargeback opened | billing | 30 April 2026 | delayed |
      | chargeback opened | erp     | 30 April 2026 | delayed |
    When time passes to 31 May 2026
    Then the chargebacks of Globex are:
      | date          | invoice         | amount   | outcome | won      | lost |
      | 30 April 2026 | January invoice | 1,200.00 | won     | 1,200.00 | 0.00 |
    And Globex owes nothing
    And finance closes May 2026 without a difference
