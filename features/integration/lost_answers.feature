@integration @lost-answers @wave-4 @req:Q2C-065
Feature: Lost answers
  The most dangerous accident: the work is done, and whoever asked for it does not know. The call is made again with the
  same key, and whoever did the work answers as before and does nothing more.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: The ledger posts an invoice and its answer is lost
    # 45 * 8.00 = 360.00, tax 10% 36.00.
    Given the ERP loses its answer to the event "invoice posted"
    And "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 45       | 8.00 USD        |
    When time passes to 30 April 2026
    Then the journal of April 2026 is:
      | date          | source        | account            | debit  | credit |
      | 1 April 2026  | April invoice | Receivables        | 396.00 |        |
      | 1 April 2026  | April invoice | Contract liability |        | 360.00 |
      | 1 April 2026  | April invoice | Sales tax payable  |        | 36.00  |
      | 30 April 2026 | revenue       | Contract liability | 360.00 |        |
      | 30 April 2026 | revenue       | Revenue            |        | 360.00 |
    And Globex owes 396.00 USD
    And no event went astray
    And finance closes April 2026 without a difference

  Scenario: The gateway charges a card and its answer is lost
    # 4 * 250.00 = 1,000.00, no tax; due on 3 June. Asked twice, the gateway charges once.
    Given the payment gateway loses its answer to the event "payment requested"
    And Acme pays every invoice when it is due
    And "Acme" signed on 20 May 2026 for 1 year, billed yearly in advance, net 14, no tax:
      | product        | quantity | price per year |
      | Annual license | 4        | 250.00 USD     |
    When time passes to 30 June 2026
    Then the attempts to collect from Acme were:
      | date        | invoice     | amount   | outcome  |
      | 3 June 2026 | May invoice | 1,000.00 | succeeds |
    And Acme has paid:
      | date        | amount   | applied to  | unapplied |
      | 3 June 2026 | 1,000.00 | May invoice | 0.00      |
    # 20 to 31 May are 12 of 365 days, June 30: 1,000.00 * 12/365 = 32.88; * 42/365 = 115.07.
    And the journal of June 2026 is:
      | date         | source  | account            | debit          | credit         |
      | 3 June 2026  | payment | Gateway clearing   | 1,000.00       |                |
      | 3 June 2026  | payment | Receivables        |                | 1,000.00       |
      | 30 June 2026 | revenue | Contract liability | 115.07 - 32.88 |                |
      | 30 June 2026 | revenue | Revenue            |                | 115.07 - 32.88 |
    And finance closes June 2026 without a difference

  Scenario: The gateway pays a refund and its answer is lost
    # 60.00 and 45.00 too much; the customer gets back 45.00 once.
    Given the payment gateway loses its answer to the event "refund approved"
    And "Hooli" signed on 1 February 2026 for 1 month, billed monthly in advance, net 15, no tax:
      | product       | quantity | price per month |
      | Platform seat | 5        | 12.00 USD       |
    When Hooli transfers 105.00 USD on 12 February 2026
    And finance refunds Hooli 45.00 USD of unapplied cash on 13 February 2026
    Then Hooli was refunded:
      | date             | amount |
      | 13 February 2026 | 45.00  |
    And Hooli has unapplied cash of 0.00 USD
    And finance closes February 2026 without a difference
    And the ledger shows on 28 February 2026 exactly:
      | account          | debit  | credit |
      | Cash             | 105.00 |        |
      | Gateway clearing |        | 45.00  |
      | Revenue          |        | 60.00  |

  Scenario: Billing takes an order and a payment, and both answers are lost
    # 18 * 15.00 = 270.00, tax 5% 13.50.
    Given the billing system loses its answer to the event "order closed-won"
    And the billing system loses its answer to the event "payment received"
    And "Stark Industries" signed on 1 September 2026 for 1 month, billed monthly in advance, net 20, tax 5%:
      | product       | quantity | price per month |
      | Platform seat | 18       | 15.00 USD       |
    And Stark Industries pays every invoice when it is due
    When time passes to 30 September 2026
    Then Stark Industries is subscribed to:
      | product       | quantity | price               |
      | Platform seat | 18       | 15.00 USD per month |
    And Stark Industries is invoiced:
      | date             | net    | tax   | total  |
      | 1 September 2026 | 270.00 | 13.50 | 283.50 |
    And nothing else is invoiced
    And Stark Industries has paid:
      | date              | amount | applied to        | unapplied |
      | 21 September 2026 | 283.50 | September invoice | 0.00      |
    And the journal of September 2026 is:
      | date              | source            | account            | debit  | credit |
      | 1 September 2026  | September invoice | Receivables        | 283.50 |        |
      | 1 September 2026  | September invoice | Contract liability |        | 270.00 |
      | 1 September 2026  | September invoice | Sales tax payable  |        | 13.50  |
      | 21 September 2026 | payment           | Gateway clearing   | 283.50 |        |
      | 21 September 2026 | payment           | Receivables        |        | 283.50 |
      | 30 September 2026 | revenue           | Contract liability | 270.00 |        |
      | 30 September 2026 | revenue           | Revenue            |        | 270.00 |
    And no event went astray
    And finance closes September 2026 without a difference
