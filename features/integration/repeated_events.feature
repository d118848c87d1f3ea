@integration @repeated-events @wave-4 @req:Q2C-229
Feature: Repeated events
  Whoever is not sure that a message arrived sends it again. What arrives twice must be done once: nobody is charged,
  posted or refunded twice, and the second delivery stands in the list of what went astray.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: A payment that billing hears of twice pays once
    # 14 * 25.00 = 350.00, tax 21.5% 75.25; charged on 30 May, thirty days after 30 April.
    Given the integration repeats the event "payment received"
    And "Cyberdyne" signed on 30 April 2026 for 1 month, billed monthly in advance, net 30, tax 21.5%:
      | product       | quantity | price per month |
      | Platform seat | 14       | 25.00 USD       |
    And Cyberdyne pays every invoice when it is due
    When time passes to 31 May 2026
    Then Cyberdyne has paid:
      | date        | amount | method | applied to    | unapplied |
      | 30 May 2026 | 425.25 | card   | April invoice | 0.00      |
    And Cyberdyne owes nothing
    And Cyberdyne has unapplied cash of 0.00 USD
    And these events went astray:
      | event              | document        | customer  | to      | date        | outcome  | answer |
      | payment received   | PAY-NW-000001-1 | Cyberdyne | billing | 30 May 2026 | repeated | taken  |
    # 30 April to 29 May are 30 days, one of them in April: 350.00 * 1/30 and the rest.
    And the journal of May 2026 is:
      | date        | source  | account            | debit          | credit         |
      | 30 May 2026 | payment | Gateway clearing   | 425.25         |                |
      | 30 May 2026 | payment | Receivables        |                | 425.25         |
      | 31 May 2026 | revenue | Contract liability | 350.00 * 29/30 |                |
      | 31 May 2026 | revenue | Revenue            |                | 350.00 * 29/30 |
    And finance closes May 2026 without a difference
    And the May 2026 close report shows:
      | line                 | amount |
      | Receivables, opening | 425.25 |
      | Cash applied         | 425.25 |
      | Receivables, closing | 0.00   |

  Scenario: An invoice that the ledger hears of twice is posted once
    # The second invoice of the year, of 1 August: 33 * 7.00 = 231.00 a month, a quarter 693.00, no tax.
    Given the integration repeats the second event "invoice posted"
    And "Umbrella" signed on 1 May 2026 for 6 months, billed quarterly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 33       | 7.00 USD        |
    When time passes to 31 August 2026
    Then these events went astray:
      | event            | document  | customer | to  | date          | outcome  |
      | invoice posted   | NW-000002 | Umbrella | erp | 1 August 2026 | repeated |
    And the journal of August 2026 is:
      | date           | source         | account            | debit          | credit         |
      | 1 August 2026  | August invoice | Receivables        | 693.00         |                |
      | 1 August 2026  | August invoice | Contract liability |                | 693.00         |
      | 31 August 2026 | revenue        | Contract liability | 693.00 * 31/92 |                |
      | 31 August 2026 | revenue        | Revenue            |                | 693.00 * 31/92 |
    And Umbrella owes 1,386.00 USD
    And finance closes August 2026 without a difference

  Scenario: Repeated after the month was closed, and still nothing is posted
    # The payment of the last day of June reaches billing on that day; its repeat changes nothing, closed or not.
    Given the integration repeats the event "payment applied"
    And the integration repeats the event "contract activated"
    And "Tyrell" signed on 1 June 2026 for 1 month, billed monthly in advance, net 29, no tax:
      | product       | quantity | price per month |
      | Platform seat | 8        | 12.50 USD       |
    And Tyrell pays every invoice when it is due
    Then finance closes June 2026 without a difference
    When everything is repaired and delivered again
    And time passes to 31 July 2026
    Then the journal of June 2026 is:
      | date         | source       | account            | debit  | credit |
      | 1 June 2026  | June invoice | Receivables        | 100.00 |        |
      | 1 June 2026  | June invoice | Contract liability |        | 100.00 |
      | 30 June 2026 | payment      | Gateway clearing   | 100.00 |        |
      | 30 June 2026 | payment      | Receivables        |        | 100.00 |
      | 30 June 2026 | revenue      | Contract liability | 100.00 |        |
      | 30 June 2026 | revenue      | Revenue            |        | 100.00 |
    And nothing is posted in July 2026
    And finance closes July 2026 without a difference

  Scenario Outline: Nothing is done twice when <event> comes twice
    # 10 * 10.00 = 100.00, tax 10.00, charged on 11 January. Four seats go for 16 of 31 days: 40.00 * 16/31 = 20.65, of the
    # tax 10.00 * 20.65/100.00 = 2.07 (2.065 rounds up); 22.72 go back. To the bank 110.00 - 22.72 = 87.28.
    Given the integration repeats the event <event>
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 10, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And Globex pays every invoice when it is due
    When Globex removes 4 "Platform seat" from 16 January 2026
    And finance refunds Globex 22.72 USD of credit on 20 January 2026
    And the gateway pays out on 25 January 2026
    And time passes to 31 January 2026
    Then Globex is invoiced:
      | date           | net    | tax   | total  |
      | 1 January 2026 | 100.00 | 10.00 | 110.00 |
    And nothing else is invoiced
    And Globex is credited:
      | date            | net           | tax  | total |
      | 16 January 2026 | 40.00 * 16/31 | 2.07 | 22.72 |
    And nothing else is credited
    And the attempts to collect from Globex were:
      | date            | invoice         | amount | outcome  |
      | 11 January 2026 | January invoice | 110.00 | succeeds |
    And Globex was refunded:
      | date            | amount |
      | 20 January 2026 | 22.72  |
    And the gateway has paid out:
      | date            | gross | fee  | net   |
      | 25 January 2026 | 87.28 | 0.00 | 87.28 |
    And the journal of January 2026 is:
      | date            | source                | account            | debit  | credit |
      | 1 January 2026  | January invoice       | Receivables        | 110.00 |        |
      | 1 January 2026  | January invoice       | Contract liability |        | 100.00 |
      | 1 January 2026  | January invoice       | Sales tax payable  |        | 10.00  |
      | 11 January 2026 | payment               | Gateway clearing   | 110.00 |        |
      | 11 January 2026 | payment               | Receivables        |        | 110.00 |
      | 16 January 2026 | credit memo           | Contract liability | 20.65  |        |
      | 16 January 2026 | credit memo           | Sales tax payable  | 2.07   |        |
      | 16 January 2026 | credit memo           | Customer credits   |        | 22.72  |
      | 20 January 2026 | refund                | Customer credits   | 22.72  |        |
      | 20 January 2026 | refund                | Refund payable     |        | 22.72  |
      | 20 January 2026 | refund payment        | Refund payable     | 22.72  |        |
      | 20 January 2026 | refund payment        | Gateway clearing   |        | 22.72  |
      | 25 January 2026 | payout                | Cash               | 87.28  |        |
      | 25 January 2026 | payout                | Gateway clearing   |        | 87.28  |
      | 31 January 2026 | revenue               | Contract liability | 79.35  |        |
      | 31 January 2026 | revenue               | Revenue            |        | 79.35  |
    And finance closes January 2026 without a difference

    Examples:
      | event                |
      | "order closed-won"   |
      | "contract activated" |
      | "contract amended"   |
      | "invoice posted"     |
      | "credit memo posted" |
      | "payment requested"  |
      | "payment received"   |
      | "payment applied"    |
      | "refund approved"    |
      | "refund paid"        |
      | "payout sent"        |
