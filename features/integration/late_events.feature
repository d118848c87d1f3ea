@integration @late-events @wave-4 @req:Q2C-231
Feature: Late events
  A message can arrive after the month has ended. While the month is open it still takes its place there; once it is
  closed nothing in it changes any more, and what comes late stands in the open month, told apart in its report.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: An upsell of the last days of March

    # 100 * 9.00 = 900.00 a month, tax 10%. 31 more seats for 30 and 31 March: 31 * 9.00 * 2/31 = 18.00 and tax 1.80.
    Background:
      Given the integration delays the event "invoice posted" of the upsell by 5 days
      And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 45, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 9.00 USD        |
      When Globex adds 31 "Platform seat" from 30 March 2026
      Then Globex is invoiced:
        | date          | due         | from          | to            | quantity | net                | tax  | total |
        | 30 March 2026 | 14 May 2026 | 30 March 2026 | 31 March 2026 | 31       | 31 * 9.00 * 2/31   | 1.80 | 19.80 |

    Scenario: Finance waits for it
      Then finance cannot close March 2026, because:
        | reconciliation               | billing  | ledger | difference | explained by                                         |
        | Receivables of Globex        | 1,009.80 | 990.00 | 19.80      | upsell invoice not posted: delayed on 30 March 2026 |
        | Sales tax payable            | 91.80    | 90.00  | 1.80       | upsell invoice not posted: delayed on 30 March 2026 |
        | Contract liability of Globex | 0.00     | -18.00 | 18.00      | upsell invoice not posted: delayed on 30 March 2026 |
        | Documents                    |          |        | 1          | upsell invoice not posted: delayed on 30 March 2026 |
      When time passes to 4 April 2026
      Then the journal of March 2026 is:
        | date          | source         | account             | debit  | credit |
        | 1 March 2026  | March invoice  | Receivables         | 990.00 |        |
        | 1 March 2026  | March invoice  | Contract liability  |        | 900.00 |
        | 1 March 2026  | March invoice  | Sales tax payable   |        | 90.00  |
        | 30 March 2026 | upsell invoice | Receivables         | 19.80  |        |
        | 30 March 2026 | upsell invoice | Contract liability  |        | 18.00  |
        | 30 March 2026 | upsell invoice | Sales tax payable   |        | 1.80   |
        | 31 March 2026 | revenue        | Contract liability  | 900.00 |        |
        | 31 March 2026 | revenue        | Unbilled receivable | 18.00  |        |
        | 31 March 2026 | revenue        | Revenue             |        | 918.00 |

    Scenario: Finance closes without it, and it stands in April
      When finance closes March 2026
      And time passes to 4 April 2026
      Then finance cannot close March 2026, because:
        | reconciliation               | billing  | ledger | difference | explained by                        |
        | Receivables of Globex        | 1,009.80 | 990.00 | 19.80      | upsell invoice posted in April 2026 |
        | Sales tax payable            | 91.80    | 90.00  | 1.80       | upsell invoice posted in April 2026 |
        | Contract liability of Globex | 0.00     | -18.00 | 18.00      | upsell invoice posted in April 2026 |
        | Documents                    |          |        | 1          | upsell invoice posted in April 2026 |
      And the journal of March 2026 is:
        | date          | source         | account             | debit  | credit |
        | 1 March 2026  | March invoice  | Receivables         | 990.00 |        |
        | 1 March 2026  | March invoice  | Contract liability  |        | 900.00 |
        | 1 March 2026  | March invoice  | Sales tax payable   |        | 90.00  |
        | 31 March 2026 | revenue        | Contract liability  | 900.00 |        |
        | 31 March 2026 | revenue        | Unbilled receivable | 18.00  |        |
        | 31 March 2026 | revenue        | Revenue             |        | 918.00 |
      And finance closes April 2026 without a difference
      And the journal of April 2026 contains:
        | date         | source         | account     | debit | credit |
        | 1 April 2026 | upsell invoice | Receivables | 19.80 |        |
      And the April 2026 close report shows:
        | line                                   | amount              |
        | upsell invoice NW-000002 of March 2026 | 19.80               |
        | Invoiced                               | 19.80 + 131 * 9.90  |
        | Revenue                                | 131 * 9.00          |

  Rule: Money on its way over the month's end

    Scenario: A payment of the last day that billing hears of in the next month
      # 6 * 45.00 = 270.00, tax 8% 21.60. The gateway has it in July, the books apply it in August: a cut-off item.
      Given the integration delays the event "payment received" by 3 days
      And "Hooli" signed on 1 July 2026 for 1 month, billed monthly in advance, net 30, tax 8%:
        | product       | quantity | price per month |
        | Platform seat | 6        | 45.00 USD       |
      And Hooli pays every invoice when it is due
      When time passes to 31 July 2026
      Then Hooli owes 291.60 USD
      When time passes to 3 August 2026
      Then Hooli owes nothing
      And Hooli was sent no letter
      And Hooli owed 291.60 USD on 31 July 2026
      And finance cannot close July 2026, because:
        | reconciliation    | billing | payments | ledger | difference | explained by                                  |
        | Gateway clearing  |         | 291.60   | 0.00   | 291.60     | payment PAY-NW-000001-1 posted in August 2026 |
        | Documents         |         |          |        | 1          | payment PAY-NW-000001-1 posted in August 2026 |
      And finance closes August 2026 without a difference
      And the journal of August 2026 is:
        | date          | source  | account          | debit  | credit |
        | 3 August 2026 | payment | Gateway clearing | 291.60 |        |
        | 3 August 2026 | payment | Receivables      |        | 291.60 |
      And these events went astray:
        | event              | customer | to      | date         | outcome | answer                         |
        | payment received   | Hooli    | billing | 31 July 2026 | delayed | on its way until 3 August 2026 |

    Scenario: Euros, and a refund that reaches ledger and gateway a week late
      # Monthly plan: 20 * 9,90 = 198,00, tax 19% 37,62; 35,62 too much comes on 10 May, and goes back a week after 28 May.
      Given the company "Contoso Europe"
      And the integration delays the event "refund approved" by 7 days
      And "Oscorp" signed on 1 May 2026 for 1 month, billed monthly in advance, net 20, tax 19%:
        | product        | plan    | quantity | price per month |
        | Workspace seat | Monthly | 20       | 9.90 EUR        |
      When Oscorp transfers 271.24 EUR on 10 May 2026
      And finance refunds Oscorp 35.62 EUR of unapplied cash on 28 May 2026
      And time passes to 31 May 2026
      Then Oscorp was refunded nothing
      And finance cannot close May 2026, because:
        | reconciliation           | billing | ledger | difference | explained by                                 |
        | Unapplied cash of Oscorp | 0.00    | 35.62  | -35.62     | refund RF-1 not posted: delayed on 28 May 2026 |
        | Refund payable of Oscorp | 35.62   | 0.00   | 35.62      | refund RF-1 not posted: delayed on 28 May 2026 |
        | Documents                |         |        | 1          | refund RF-1 not posted: delayed on 28 May 2026 |
      When finance closes May 2026
      And time passes to 30 June 2026
      Then Oscorp was refunded:
        | date        | amount |
        | 4 June 2026 | 35.62  |
      And the journal of June 2026 is:
        | date        | source         | account          | debit | credit |
        | 1 June 2026 | refund         | Unapplied cash   | 35.62 |        |
        | 1 June 2026 | refund         | Refund payable   |       | 35.62  |
        | 4 June 2026 | refund payment | Refund payable   | 35.62 |        |
        | 4 June 2026 | refund payment | Gateway clearing |       | 35.62  |
      And finance closes June 2026 without a difference
      And the June 2026 close report shows:
        | line                        | amount |
        | refund RF-1 of May 2026     | 35.62  |
        | Unapplied cash, closing     | 0.00   |
        | Refund payable, closing     | 0.00   |
