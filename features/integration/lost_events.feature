@integration @lost-events @wave-4 @req:Q2C-227
Feature: Lost events
  Somewhere between two systems a message gets lost. Nobody gets an error, so only the books can tell: each system knows
  what reached it, and at the month's end the missing document stands by name between them. Delivered again, it is posted
  once, and never into a month that was closed meanwhile.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: The contract

    Scenario: Billing never hears of the order
      # 60 * 9.50 = 570.00 a month, tax 5% 28.50. On 3 March both February and March are billed: 1,140.00 and 57.00.
      Given the integration loses the event "order closed-won"
      And "Hooli" signed on 1 February 2026 for 12 months, billed monthly in advance, net 30, tax 5%:
        | product       | quantity | price per month |
        | Platform seat | 60       | 9.50 USD        |
      When time passes to 28 February 2026
      Then Hooli is subscribed to nothing
      And Hooli is invoiced nothing
      And nothing is posted in February 2026
      And finance cannot close February 2026, because:
        | reconciliation | CRM | billing | difference | explained by                         |
        | Orders         | 1   | 0       | 1          | order O-1 has no contract in billing |
      When time passes to 3 March 2026
      And everything is repaired and delivered again
      Then Hooli is subscribed to:
        | product       | quantity | price              |
        | Platform seat | 60       | 9.50 USD per month |
      And Hooli is invoiced:
        | date         | due          | for           | from            | to               | net    | tax   |
        | 3 March 2026 | 2 April 2026 | Platform seat | 1 February 2026 | 28 February 2026 | 570.00 | 28.50 |
        | 3 March 2026 | 2 April 2026 | Platform seat | 1 March 2026    | 31 March 2026    | 570.00 | 28.50 |
      And nothing else is invoiced
      And finance closes March 2026 without a difference
      And nothing is posted in February 2026
      And the journal of March 2026 is:
        | date          | source        | account            | debit    | credit   |
        | 3 March 2026  | March invoice | Receivables        | 1,197.00 |          |
        | 3 March 2026  | March invoice | Contract liability |          | 1,140.00 |
        | 3 March 2026  | March invoice | Sales tax payable  |          | 57.00    |
        | 31 March 2026 | revenue       | Contract liability | 1,140.00 |          |
        | 31 March 2026 | revenue       | Revenue            |          | 1,140.00 |

    Scenario: The ledger never hears of the contract
      # 24 * 12.50 = 300.00 a month, 900.00 a quarter, 1,800.00 in all. April's revenue is caught up at the end of May.
      Given the integration loses the event "contract activated"
      And "Umbrella" signed on 1 April 2026 for 6 months, billed quarterly in advance, net 45, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 24       | 12.50 USD       |
      When time passes to 30 April 2026
      Then Umbrella is subscribed to:
        | product       | quantity | price               |
        | Platform seat | 24       | 12.50 USD per month |
      And Umbrella owes 990.00 USD
      And the journal of April 2026 is:
        | date         | source        | account            | debit  | credit |
        | 1 April 2026 | April invoice | Receivables        | 990.00 |        |
        | 1 April 2026 | April invoice | Contract liability |        | 900.00 |
        | 1 April 2026 | April invoice | Sales tax payable  |        | 90.00  |
      And finance cannot close April 2026, because:
        | reconciliation              | billing  | schedules | difference | explained by                   |
        | Contract value on schedules | 1,800.00 | 0.00      | 1,800.00   | contract C-1 not in the ledger |
      When finance closes April 2026
      And time passes to 12 May 2026
      And everything is repaired and delivered again
      # 30 days of April and 31 of May are 61 of the quarter's 91 days.
      Then finance closes May 2026 without a difference
      And the journal of May 2026 is:
        | date        | source  | account            | debit          | credit         |
        | 31 May 2026 | revenue | Contract liability | 900.00 * 61/91 |                |
        | 31 May 2026 | revenue | Revenue            |                | 900.00 * 61/91 |
      And the revenue of April 2026 is 0.00 USD

    Scenario: The ledger never hears of an amendment
      # 40 * 12.00 = 480.00 a month; ten more from May for the ten months left: 10 * 12.00 * 10 = 1,200.00.
      Given the integration loses the event "contract amended" of the upsell
      And "Initech" signed on 1 March 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 40       | 12.00 USD       |
      When Initech adds 10 "Platform seat" from 1 May 2026
      And time passes to 31 May 2026
      Then Initech is subscribed to:
        | product       | quantity | price               |
        | Platform seat | 50       | 12.00 USD per month |
      And finance cannot close May 2026, because:
        | reconciliation              | billing                    | schedules   | difference | explained by                 |
        | Contract value on schedules | 12 * 480.00 + 10 * 120.00  | 12 * 480.00 | 1,200.00   | upsell A-2 not in the ledger |
      When finance closes May 2026
      And time passes to 8 June 2026
      And everything is repaired and delivered again
      Then finance closes June 2026 without a difference
      And the revenue of Initech is:
        | month      | amount                |
        | March 2026 | 480.00                |
        | April 2026 | 480.00                |
        | May 2026   | 480.00                |
        | June 2026  | 600.00 + 120.00       |
      And the journal of June 2026 is:
        | date         | source       | account            | debit  | credit |
        | 1 June 2026  | June invoice | Receivables        | 600.00 |        |
        | 1 June 2026  | June invoice | Contract liability |        | 600.00 |
        | 30 June 2026 | revenue      | Contract liability | 720.00 |        |
        | 30 June 2026 | revenue      | Revenue            |        | 720.00 |

  Rule: Invoices and credits

    Scenario: The ledger never hears of an invoice, and the month is closed without it
      # 7 * 1,500 = 10,500 yen, tax 1,050. The contract is known, so June's revenue is earned ahead of the billing, and
      # the first invoice that the ledger hears of bills it: July's own, on 1 July. June's then stands ahead of the service.
      Given the company "Sakura Cloud"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And the integration loses the event "invoice posted"
      And "Nakatomi Trading" signed on 1 June 2026 for 3 months, billed monthly in advance, net 45, tax 10%:
        | product    | quantity | price per month |
        | Cloud seat | 7        | 1,500 JPY       |
      When time passes to 30 June 2026
      Then Nakatomi Trading has these open invoices:
        | invoice      | date        | due          | total  | open   |
        | June invoice | 1 June 2026 | 16 July 2026 | 11,550 | 11,550 |
      And the journal of June 2026 is:
        | date         | source  | account             | debit  | credit |
        | 30 June 2026 | revenue | Unbilled receivable | 10,500 |        |
        | 30 June 2026 | revenue | Revenue             |        | 10,500 |
      And finance cannot close June 2026, because:
        | reconciliation                         | billing | ledger  | difference | explained by            |
        | Receivables of Nakatomi Trading        | 11,550  | 0       | 11,550     | June invoice not posted |
        | Sales tax payable                      | 1,050   | 0       | 1,050      | June invoice not posted |
        | Contract liability of Nakatomi Trading | 0       | -10,500 | 10,500     | June invoice not posted |
        | Documents                              |         |         | 1          | June invoice not posted |
      When finance closes June 2026
      And time passes to 6 July 2026
      And everything is repaired and delivered again
      Then finance closes July 2026 without a difference
      And the journal of June 2026 is:
        | date         | source  | account             | debit  | credit |
        | 30 June 2026 | revenue | Unbilled receivable | 10,500 |        |
        | 30 June 2026 | revenue | Revenue             |        | 10,500 |
      And the journal of July 2026 is:
        | date         | source       | account             | debit  | credit |
        | 1 July 2026  | June invoice | Receivables         | 11,550 |        |
        | 1 July 2026  | June invoice | Contract liability  |        | 10,500 |
        | 1 July 2026  | June invoice | Sales tax payable   |        | 1,050  |
        | 1 July 2026  | July invoice | Receivables         | 11,550 |        |
        | 1 July 2026  | July invoice | Unbilled receivable |        | 10,500 |
        | 1 July 2026  | July invoice | Sales tax payable   |        | 1,050  |
        | 31 July 2026 | revenue      | Contract liability  | 10,500 |        |
        | 31 July 2026 | revenue      | Revenue             |        | 10,500 |
      And the July 2026 close report shows:
        | line                                | amount |
        | June invoice SC-000001 of June 2026 | 11,550 |
        | Invoiced                            | 23,100 |
        | Revenue                             | 10,500 |

    Scenario: The ledger never hears of a credit memo
      # 50 * 8.00 * 3 = 1,200.00 a quarter, tax 96.00. Twenty seats go for the 30 days of June, of 91 days of the quarter:
      # 20 * 8.00 * 3 * 30/91 = 158.24, and of the tax 96.00 * 158.24/1,200.00 = 12.66. All was paid on 1 May.
      # Served by 31 May: 1,200.00 * 61/91 = 804.40; in June the thirty seats that stay, 720.00 * 30/91 = 237.36.
      Given the integration loses the event "credit memo posted"
      And "Wayne Enterprises" signed on 1 April 2026 for 12 months, billed quarterly in advance, net 30, tax 8%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 8.00 USD        |
      And Wayne Enterprises pays every invoice when it is due
      When Wayne Enterprises removes 20 "Platform seat" from 1 June 2026
      And time passes to 30 June 2026
      Then Wayne Enterprises has a credit of 170.90 USD
      And Wayne Enterprises is credited:
        | date        | for           | from        | to           | net                   | tax   | total  |
        | 1 June 2026 | Platform seat | 1 June 2026 | 30 June 2026 | 20 * 8.00 * 3 * 30/91 | 12.66 | 170.90 |
      And nothing else is credited
      And the journal of June 2026 is:
        | date         | source  | account            | debit          | credit         |
        | 30 June 2026 | revenue | Contract liability | 720.00 * 30/91 |                |
        | 30 June 2026 | revenue | Revenue            |                | 720.00 * 30/91 |
      And finance cannot close June 2026, because:
        | reconciliation                          | billing | ledger | difference | explained by                     |
        | Customer credits of Wayne Enterprises   | 170.90  | 0.00   | 170.90     | downgrade credit memo not posted |
        | Sales tax payable                       | 83.34   | 96.00  | -12.66     | downgrade credit memo not posted |
        | Contract liability of Wayne Enterprises | 0.00    | 158.24 | -158.24    | downgrade credit memo not posted |
        | Documents                               |         |        | 1          | downgrade credit memo not posted |
      When finance closes June 2026
      And time passes to 3 July 2026
      And everything is repaired and delivered again
      Then finance closes July 2026 without a difference
      And the journal of July 2026 is:
        | date         | source       | account            | debit          | credit         |
        | 1 July 2026  | credit memo  | Contract liability | 158.24         |                |
        | 1 July 2026  | credit memo  | Sales tax payable  | 12.66          |                |
        | 1 July 2026  | credit memo  | Customer credits   |                | 170.90         |
        | 1 July 2026  | July invoice | Receivables        | 777.60         |                |
        | 1 July 2026  | July invoice | Contract liability |                | 720.00         |
        | 1 July 2026  | July invoice | Sales tax payable  |                | 57.60          |
        | 31 July 2026 | payment      | Gateway clearing   | 777.60         |                |
        | 31 July 2026 | payment      | Receivables        |                | 777.60         |
        | 31 July 2026 | revenue      | Contract liability | 720.00 * 31/92 |                |
        | 31 July 2026 | revenue      | Revenue            |                | 720.00 * 31/92 |
      And the July 2026 close report shows:
        | line                                  | amount |
        | downgrade credit memo NW-CM-000001 of June 2026 | 170.90 |
        | Customer credits, closing             | 170.90 |

  Rule: Who buys

    Scenario: Nobody else hears of a new customer
      # 30 * 4.00 = 120.00. The customer is served and billed, yet the gateway takes no money of somebody it does not know.
      Given today is 1 June 2026
      And the integration loses the event "customer created"
      When "Pied Piper" becomes a customer on 1 June 2026
      And "Pied Piper" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 30       | 4.00 USD        |
      Then these events went astray:
        | event            | customer   | to       | date        | outcome |
        | customer created | Pied Piper | billing  | 1 June 2026 | lost    |
        | customer created | Pied Piper | payments | 1 June 2026 | lost    |
        | customer created | Pied Piper | erp      | 1 June 2026 | lost    |
      When Pied Piper transfers 120.00 USD on 10 June 2026
      Then it is refused because "there is no customer 'Pied Piper' here"
      And finance cannot close June 2026, because:
        | reconciliation | difference | explained by                                                                                                                                                                                |
        | Events         | 3          | "customer created" of Pied Piper never reached billing, "customer created" of Pied Piper never reached the ledger, "customer created" of Pied Piper never reached the gateway |
      When everything is repaired and delivered again
      And Pied Piper transfers 120.00 USD on 30 June 2026
      Then Pied Piper owes nothing
      And the journal of June 2026 is:
        | date         | source       | account            | debit  | credit |
        | 1 June 2026  | June invoice | Receivables        | 120.00 |        |
        | 1 June 2026  | June invoice | Contract liability |        | 120.00 |
        | 30 June 2026 | payment      | Cash               | 120.00 |        |
        | 30 June 2026 | payment      | Receivables        |        | 120.00 |
        | 30 June 2026 | revenue      | Contract liability | 120.00 |        |
        | 30 June 2026 | revenue      | Revenue            |        | 120.00 |
      And finance closes June 2026 without a difference

  Rule: Money in

    Scenario: Billing never hears that a charge failed, and nobody tries again
      # 20 * 10.00 = 200.00, due at once. Failed on 1 January; the retries of the 2nd, 4th, 6th and 8th never come.
      Given the integration loses the event "payment failed"
      And the card of Globex is declined 1 time and then works
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      When time passes to 20 January 2026
      Then the attempts to collect from Globex were:
        | date           | invoice         | amount | outcome  |
        | 1 January 2026 | January invoice | 200.00 | declined |
      And finance cannot close January 2026, because:
        | reconciliation | difference | explained by                                      |
        | Events         | 1          | "payment failed" of Globex never reached billing |
      When everything is repaired and delivered again
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount | outcome  |
        | 1 January 2026  | January invoice | 200.00 | declined |
        | 31 January 2026 | January invoice | 200.00 | succeeds |
      And finance closes January 2026 without a difference
      And the journal of January 2026 is:
        | date            | source          | account            | debit  | credit |
        | 1 January 2026  | January invoice | Receivables        | 200.00 |        |
        | 1 January 2026  | January invoice | Contract liability |        | 200.00 |
        | 31 January 2026 | payment         | Gateway clearing   | 200.00 |        |
        | 31 January 2026 | payment         | Receivables        |        | 200.00 |
        | 31 January 2026 | revenue         | Contract liability | 200.00 |        |
        | 31 January 2026 | revenue         | Revenue            |        | 200.00 |

    Scenario: The gateway is never asked for the money
      # 5 * 900.00 = 4,500.00, tax 450.00. Nobody charges the card, and the customer is reminded of what nobody collected.
      Given the integration loses the event "payment requested"
      And "Acme" signed on 10 February 2026 for 1 year, billed yearly in advance, net 14, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 5        | 900.00 USD     |
      And Acme pays every invoice when it is due
      When time passes to 28 February 2026
      Then there was no attempt to collect from Acme
      And Acme owes 4,950.00 USD
      And finance cannot close February 2026, because:
        | reconciliation   | billing | payments | difference | explained by                                             |
        | Payment requests | 1       | 0        | 1          | payment request PR-NW-000001-1 never reached the gateway |
      When time passes to 5 March 2026
      And everything is repaired and delivered again
      Then the attempts to collect from Acme were:
        | date         | invoice          | amount   | outcome  |
        | 5 March 2026 | February invoice | 4,950.00 | succeeds |
      And Acme owes nothing
      And Acme was sent these letters:
        | date         | letter           | invoice          | open     |
        | 3 March 2026 | Payment reminder | February invoice | 4,950.00 |
      And finance closes March 2026 without a difference
      # March is 31 of 365 days, February's 19 days before it were 19: 4,500.00 * 50/365 less 4,500.00 * 19/365.
      And the journal of March 2026 is:
        | date          | source  | account            | debit           | credit   |
        | 5 March 2026  | payment | Gateway clearing   | 4,950.00        |          |
        | 5 March 2026  | payment | Receivables        |                 | 4,950.00 |
        | 31 March 2026 | revenue | Contract liability | 616.44 - 234.25 |          |
        | 31 March 2026 | revenue | Revenue            |                 | 616.44 - 234.25 |

    Scenario: Billing never hears that the customer has paid
      # 15 * 20.00 = 300.00, tax 30.00; charged on 31 October. A week later the customer is reminded of what they paid.
      Given the integration loses the event "payment received"
      And "Stark Industries" signed on 1 October 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 15       | 20.00 USD       |
      And Stark Industries pays every invoice when it is due
      When time passes to 31 October 2026
      Then finance cannot close October 2026, because:
        | reconciliation    | billing | payments | ledger | difference | explained by                                   |
        | Gateway clearing  |         | 330.00   | 0.00   | 330.00     | payment PAY-NW-000001-1 not applied in billing |
        | Payments received | 0.00    | 330.00   |        | 330.00     | payment PAY-NW-000001-1 not applied in billing |
        | Documents         |         |          |        | 1          | payment PAY-NW-000001-1 not applied in billing |
      When time passes to 9 November 2026
      Then Stark Industries was sent these letters:
        | date            | letter           | invoice         | open   |
        | 7 November 2026 | Payment reminder | October invoice | 330.00 |
      When everything is repaired and delivered again
      Then Stark Industries has paid:
        | date            | amount | method | applied to      | unapplied |
        | 31 October 2026 | 330.00 | card   | October invoice | 0.00      |
      And Stark Industries owes 330.00 USD
      And finance closes November 2026 without a difference
      And the journal of November 2026 is:
        | date             | source           | account            | debit  | credit |
        | 1 November 2026  | November invoice | Receivables        | 330.00 |        |
        | 1 November 2026  | November invoice | Contract liability |        | 300.00 |
        | 1 November 2026  | November invoice | Sales tax payable  |        | 30.00  |
        | 9 November 2026  | payment          | Gateway clearing   | 330.00 |        |
        | 9 November 2026  | payment          | Receivables        |        | 330.00 |
        | 30 November 2026 | revenue          | Contract liability | 300.00 |        |
        | 30 November 2026 | revenue          | Revenue            |        | 300.00 |

    Scenario: The ledger never hears that an invoice was paid
      # 3 * 500.00 = 1,500.00 for 92 days. By 31 May 31 days, 505.43; by 30 June 61 days, 994.57; June 489.14.
      Given the integration loses the event "payment applied"
      And "Cyberdyne" signed on 1 May 2026 for 6 months, billed quarterly in advance, net 60, no tax:
        | product   | quantity | price per month |
        | Analytics | 1        | 500.00 USD      |
      When Cyberdyne transfers 1,500.00 USD on 20 May 2026
      And time passes to 31 May 2026
      Then Cyberdyne owes nothing
      And finance cannot close May 2026, because:
        | reconciliation           | billing | payments | ledger   | difference | explained by            |
        | Receivables of Cyberdyne | 0.00    |          | 1,500.00 | -1,500.00  | payment BT-1 not posted |
        | Cash                     |         | 1,500.00 | 0.00     | 1,500.00   | payment BT-1 not posted |
        | Documents                |         |          |          | 2          | payment BT-1 not posted |
      When finance closes May 2026
      And time passes to 2 June 2026
      And everything is repaired and delivered again
      Then finance closes June 2026 without a difference
      And the journal of June 2026 is:
        | date         | source  | account            | debit    | credit   |
        | 1 June 2026  | payment | Cash               | 1,500.00 |          |
        | 1 June 2026  | payment | Receivables        |          | 1,500.00 |
        | 30 June 2026 | revenue | Contract liability | 489.14   |          |
        | 30 June 2026 | revenue | Revenue            |          | 489.14   |
      And the June 2026 close report shows:
        | line                         | amount   |
        | payment AP-BT-1 of May 2026  | 1,500.00 |
        | Receivables, closing         | 0.00     |

  Rule: Money back, and what is given up

    Scenario: Neither gateway nor ledger hears that a refund was approved
      # 10 * 30.00 * 3 = 900.00, tax 90.00. The customer transfers 100.00 too much and waits for it eleven days.
      # 31 of the 92 days are March.
      Given the integration loses the event "refund approved"
      And "Soylent" signed on 1 March 2026 for 3 months, billed quarterly in advance, net 20, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 30.00 USD       |
      When Soylent transfers 1,090.00 USD on 12 March 2026
      And finance refunds Soylent 100.00 USD of unapplied cash on 16 March 2026
      Then Soylent was refunded nothing
      And finance cannot close March 2026, because:
        | reconciliation            | billing | ledger | difference | explained by           |
        | Unapplied cash of Soylent | 0.00    | 100.00 | -100.00    | refund RF-1 not posted |
        | Refund payable of Soylent | 100.00  | 0.00   | 100.00     | refund RF-1 not posted |
        | Documents                 |         |        | 1          | refund RF-1 not posted |
      When everything is repaired and delivered again
      Then Soylent was refunded:
        | date          | amount |
        | 31 March 2026 | 100.00 |
      And the journal of March 2026 is:
        | date          | source         | account            | debit          | credit         |
        | 1 March 2026  | March invoice  | Receivables        | 990.00         |                |
        | 1 March 2026  | March invoice  | Contract liability |                | 900.00         |
        | 1 March 2026  | March invoice  | Sales tax payable  |                | 90.00          |
        | 12 March 2026 | payment        | Cash               | 1,090.00       |                |
        | 12 March 2026 | payment        | Receivables        |                | 990.00         |
        | 12 March 2026 | payment        | Unapplied cash     |                | 100.00         |
        | 16 March 2026 | refund         | Unapplied cash     | 100.00         |                |
        | 16 March 2026 | refund         | Refund payable     |                | 100.00         |
        | 31 March 2026 | refund payment | Refund payable     | 100.00         |                |
        | 31 March 2026 | refund payment | Gateway clearing   |                | 100.00         |
        | 31 March 2026 | revenue        | Contract liability | 900.00 * 31/92 |                |
        | 31 March 2026 | revenue        | Revenue            |                | 900.00 * 31/92 |
      And finance closes March 2026 without a difference

    Scenario: Neither billing nor ledger hears that a refund was paid
      # 9 * 11.00 = 99.00; 144.50 came, so 45.50 goes back. The money is gone, and only the gateway knows.
      Given the integration loses the event "refund paid"
      And "Tyrell" signed on 1 March 2026 for 1 month, billed monthly in advance, net 10, no tax:
        | product       | quantity | price per month |
        | Platform seat | 9        | 11.00 USD       |
      When Tyrell transfers 144.50 USD on 9 March 2026
      And finance refunds Tyrell 45.50 USD of unapplied cash on 16 March 2026
      Then Tyrell was refunded:
        | date          | amount |
        | 16 March 2026 | 45.50  |
      And finance cannot close March 2026, because:
        | reconciliation   | billing | payments | ledger | difference | explained by                                |
        | Gateway clearing |         | -45.50   | 0.00   | -45.50     | refund payment RP-RF-1 not posted           |
        | Refunds paid     | 0.00    | 45.50    |        | 45.50      | refund payment RP-RF-1 not known to billing |
        | Documents        |         |          |        | 1          | refund payment RP-RF-1 not posted           |
      When finance closes March 2026
      And time passes to 2 April 2026
      And everything is repaired and delivered again
      Then Tyrell was refunded:
        | date          | amount |
        | 16 March 2026 | 45.50  |
      And finance closes April 2026 without a difference
      And the journal of April 2026 is:
        | date         | source         | account          | debit | credit |
        | 1 April 2026 | refund payment | Refund payable   | 45.50 |        |
        | 1 April 2026 | refund payment | Gateway clearing |       | 45.50  |
      And the April 2026 close report shows:
        | line                                 | amount |
        | refund payment RP-RF-1 of March 2026 | 45.50  |
        | Refund payable, opening              | 45.50  |
        | Refund payable, closing              | 0.00   |

    Scenario: The ledger never hears that an invoice was written off
      # 25 * 18.00 = 450.00, tax 45.00. The tax in it is claimed back at once: 495.00 = 450.00 lost and 45.00 relief.
      Given these conventions:
        | question                | answer       |
        | write-off               | direct       |
        | tax relief on write-off | at write-off |
      And the integration loses the event "invoice written off"
      And "Vandelay Industries" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 25       | 18.00 USD       |
      When finance writes off the January invoice of Vandelay Industries on 20 April 2026
      Then Vandelay Industries owes nothing
      And finance cannot close April 2026, because:
        | reconciliation                     | billing | ledger | difference | explained by                      |
        | Receivables of Vandelay Industries | 0.00    | 495.00 | -495.00    | write-off WO-NW-000001 not posted |
        | Sales tax payable                  | 0.00    | 45.00  | -45.00     | write-off WO-NW-000001 not posted |
        | Documents                          |         |        | 1          | write-off WO-NW-000001 not posted |
      When everything is repaired and delivered again
      Then the journal of April 2026 is:
        | date          | source    | account             | debit  | credit |
        | 20 April 2026 | write-off | Credit loss expense | 450.00 |        |
        | 20 April 2026 | write-off | Sales tax payable   | 45.00  |        |
        | 20 April 2026 | write-off | Receivables         |        | 495.00 |
      And finance closes April 2026 without a difference

  Rule: Disputes

    Background:
      Given these conventions:
        | question         | answer  |
        | disputed invoice | reserve |
      And "Wonka Industries" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 15.00 USD       |

    Scenario: The ledger never hears of a dispute
      # 330.00 of 660.00 with tax is 300.00 of 600.00 without: that much is not revenue until the dispute is settled.
      Given the integration loses the event "dispute opened"
      When Wonka Industries disputes 330.00 USD of the January invoice on 5 February 2026 because "half of it was down"
      Then finance cannot close February 2026, because:
        | reconciliation                       | billing | schedules | ledger | difference | explained by           |
        | Refund liability of Wonka Industries | 300.00  |           | 0.00   | 300.00     | dispute D-1 not posted |
        | Revenue                              |         | 300.00    | 600.00 | -300.00    | dispute D-1 not posted |
        | Documents                            |         |           |        | 1          | dispute D-1 not posted |
      When everything is repaired and delivered again
      Then the journal of February 2026 is:
        | date            | source  | account          | debit  | credit |
        | 5 February 2026 | dispute | Revenue          | 300.00 |        |
        | 5 February 2026 | dispute | Refund liability |        | 300.00 |
      And finance closes February 2026 without a difference

    Scenario: The ledger never hears how a dispute ended
      Given the integration loses the event "dispute resolved"
      When Wonka Industries disputes 330.00 USD of the January invoice on 5 February 2026 because "half of it was down"
      And the dispute of Wonka Industries is rejected on 20 February 2026
      Then Wonka Industries owes 660.00 USD
      And finance cannot close February 2026, because:
        | reconciliation                       | billing | schedules | ledger | difference | explained by                       |
        | Refund liability of Wonka Industries | 0.00    |           | 300.00 | -300.00    | dispute resolution DR-1 not posted |
        | Revenue                              |         | 600.00    | 300.00 | 300.00     | dispute resolution DR-1 not posted |
        | Documents                            |         |           |        | 1          | dispute resolution DR-1 not posted |
      When finance closes February 2026
      And time passes to 2 March 2026
      And everything is repaired and delivered again
      Then finance closes March 2026 without a difference
      And the journal of March 2026 is:
        | date         | source             | account          | debit  | credit |
        | 1 March 2026 | dispute resolution | Refund liability | 300.00 |        |
        | 1 March 2026 | dispute resolution | Revenue          |        | 300.00 |
      And the March 2026 close report shows:
        | line                                     | amount |
        | dispute resolution DR-1 of February 2026 | 300.00 |
        | Refund liability, closing                | 0.00   |

  Rule: Several at once

    Scenario: Each lost event is named
      # Initech pays 200.00 by card, and the gateway sends them to the bank. Globex owes 44.00, which finance gives up;
      # 22.00 of them come after all.
      Given these conventions:
        | question  | answer |
        | write-off | direct |
      And the integration loses the event "recovery received"
      And the integration loses the event "payout sent"
      And Initech pays every invoice when it is due
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 4        | 10.00 USD       |
      When the gateway pays out on 5 January 2026
      And finance writes off the January invoice of Globex on 10 January 2026
      And Globex transfers 22.00 USD on 20 January 2026 for the January invoice
      And time passes to 31 January 2026
      Then Globex has paid after all:
        | date            | invoice         | amount |
        | 20 January 2026 | January invoice | 22.00  |
      And the gateway has paid out:
        | date           | gross  | fee  | net    |
        | 5 January 2026 | 200.00 | 0.00 | 200.00 |
      And finance cannot close January 2026, because:
        | reconciliation   | payments | ledger | difference | explained by                                    |
        | Gateway clearing | 0.00     | 200.00 | -200.00    | payout PO-1 not posted                          |
        | Cash             | 222.00   | 0.00   | 222.00     | recovery RC-BT-1 not posted, payout PO-1 not posted |
        | Documents        |          |        | 2          | payout PO-1 not posted, recovery RC-BT-1 not posted |
      When everything is repaired and delivered again
      Then finance closes January 2026 without a difference
      And the ledger shows on 31 January 2026 exactly:
        | account             | debit  | credit |
        | Cash                | 222.00 |        |
        | Credit loss expense | 22.00  |        |
        | Revenue             |        | 240.00 |
        | Sales tax payable   |        | 4.00   |

    Scenario: A credit that was used stands on both accounts
      # 20 * 10.00 = 200.00. Of January, paid, 30.00 are given back; they pay a part of February, of which 170.00 is open.
      Given the integration loses the event "customer credit used"
      And "Initech" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      When Initech transfers 200.00 USD on 15 January 2026
      And finance credits Initech 30.00 USD on the January invoice
      And the credit of Initech is used for the February invoice on 3 February 2026
      And time passes to 28 February 2026
      Then Initech owes 170.00 USD
      And finance cannot close February 2026, because:
        | reconciliation              | billing | ledger | difference | explained by                    |
        | Receivables of Initech      | 170.00  | 200.00 | -30.00     | customer credit CU-1 not posted |
        | Customer credits of Initech | 0.00    | 30.00  | -30.00     | customer credit CU-1 not posted |
        | Documents                   |         |        | 1          | customer credit CU-1 not posted |
      When everything is repaired and delivered again
      Then the journal of February 2026 is:
        | date             | source           | account            | debit  | credit |
        | 1 February 2026  | February invoice | Receivables        | 200.00 |        |
        | 1 February 2026  | February invoice | Contract liability |        | 200.00 |
        | 3 February 2026  | customer credit  | Customer credits   | 30.00  |        |
        | 3 February 2026  | customer credit  | Receivables        |        | 30.00  |
        | 28 February 2026 | revenue          | Contract liability | 200.00 |        |
        | 28 February 2026 | revenue          | Revenue            |        | 200.00 |
      And finance closes February 2026 without a difference
