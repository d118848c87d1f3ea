
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
    Then Globex is subscribed to:
      | product       | quantity | price               |
      | Platform seat | 120      | 10.00 USD per month |
    And Globex is invoiced:
      | date          | for           | from          | to            | quantity | net                  | tax    | total    |
      | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 20       | 20 * 10.00 * 16/31   | 10.32  | 113.55   |
      | 1 April 2026  | Platform seat | 1 April 2026  | 30 April 2026 | 120      | 1,200.00             | 120.00 | 1,320.00 |
    And nothing else is invoiced since 2 March 2026
    And nothing else is credited
    And Globex has these open invoices:
      | invoice        | date          | due           | open     |
      | upsell invoice | 16 March 2026 | 15 April 2026 | 113.55   |
      | April invoice  | 1 April 2026  | 1 May 2026    | 1,320.00 |
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

  Rule: The day on which seats join

    Scenario Outline: Seats join on <why>
      # 20 * 10.00 = 200.00 a month: 200.00 * 1/28 = 7.1429, 200.00 * 1/31 = 6.4516.
      When Globex adds 20 "Platform seat" from <day>
      And time passes to <to>
      Then Globex is invoiced:
        | date    | for           | from    | to   | quantity | net      | tax    |
        | <first> | Platform seat | <first> | <to> | 100      | 1,000.00 | 100.00 |
        | <day>   | Platform seat | <day>   | <to> | 20       | <net>    | <tax>  |
      And nothing else is invoiced since <first>
      And nothing else is credited
      And the revenue of <month> is <revenue>
      And finance closes <month> without a difference

      Examples:
        | why                          | day              | first            | to               | net               | tax   | revenue      | month         |
        | the first day of the term    | 1 January 2026   | 1 January 2026   | 31 January 2026  | 20 * 10.00        | 20.00 | 1,200.00 USD | January 2026  |
        | a bill date                  | 1 March 2026     | 1 March 2026     | 31 March 2026    | 20 * 10.00        | 20.00 | 1,200.00 USD | March 2026    |
        | the last day of February     | 28 February 2026 | 1 February 2026  | 28 February 2026 | 20 * 10.00 * 1/28 | 0.71  | 1,007.14 USD | February 2026 |
        | the thirty-first             | 31 March 2026    | 1 March 2026     | 31 March 2026    | 20 * 10.00 * 1/31 | 0.65  | 1,006.45 USD | March 2026    |
        | the last day of the term     | 31 December 2026 | 1 December 2026  | 31 December 2026 | 20 * 10.00 * 1/31 | 0.65  | 1,006.45 USD | December 2026 |

    Scenario: Two upsells on one day are two documents, each rounded by itself
      # 20 * 10.00 * 16/31 = 103.2258; 5 * 10.00 * 16/31 = 25.8065. Together they would have been 129.0323.
      When Globex adds 20 "Platform seat" from 16 March 2026
      And Globex adds 5 "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 125      |
      And Globex is invoiced:
        | date          | from          | to            | quantity | net      | tax    |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 20       | 103.23   | 10.32  |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 5        | 25.81    | 2.58   |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 125      | 1,250.00 | 125.00 |
      And nothing else is invoiced since 2 March 2026
      And the revenue of March 2026 is 1,129.04 USD
      And finance closes March 2026 without a difference

    Scenario: Seats ordered ahead join on their day
      # The regular invoice of March knows them: 100 * 10.00 * 20/31 = 645.1613 and 112 * 10.00 * 11/31 = 397.4194.
      When Globex signs on 10 February 2026 to add 12 "Platform seat" from 21 March 2026
      And time passes to 20 March 2026
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 100      |
      And Globex is invoiced:
        | date         | from          | to            | quantity | net                 | tax   |
        | 1 March 2026 | 1 March 2026  | 20 March 2026 | 100      | 100 * 10.00 * 20/31 | 64.52 |
        | 1 March 2026 | 21 March 2026 | 31 March 2026 | 112      | 112 * 10.00 * 11/31 | 39.74 |
      When time passes to 31 March 2026
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 112      |
      And nothing else is invoiced since 1 March 2026
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

  Rule: Signed after it took effect

    Background:
      Given Globex pays every invoice when it is due

    Scenario: The month before is closed already
      # 16 to 31 March: 20 * 10.00 * 16/31 = 103.2258; April: 200.00. Tax 10% of 303.23 = 30.32, of it 10.32 for March.
      # Revenue of April: 1,200.00 of its own and 103.23 of March.
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      When Globex signs on 10 April 2026 to add 20 "Platform seat" from 16 March 2026
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | quantity | net                | tax    |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 100      | 1,000.00           | 100.00 |
        | 10 April 2026 | 16 March 2026 | 31 March 2026 | 20       | 20 * 10.00 * 16/31 | 10.32  |
        | 10 April 2026 | 1 April 2026  | 30 April 2026 | 20       | 200.00             | 20.00  |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source        | account            | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice | Sales tax payable  |          | 100.00   |
        | 3 March 2026  | payment       | Gateway clearing   | 1,100.00 |          |
        | 3 March 2026  | payment       | Receivables        |          | 1,100.00 |
        | 31 March 2026 | payment       | Gateway clearing   | 1,100.00 |          |
        | 31 March 2026 | payment       | Receivables        |          | 1,100.00 |
        | 31 March 2026 | revenue       | Contract liability | 1,000.00 |          |
        | 31 March 2026 | revenue       | Revenue            |          | 1,000.00 |
      And the journal of April 2026 is:
        | date          | source         | account            | debit    | credit   |
        | 1 April 2026  | April invoice  | Receivables        | 1,100.00 |          |
        | 1 April 2026  | April invoice  | Contract liability |          | 1,000.00 |
        | 1 April 2026  | April invoice  | Sales tax payable  |          | 100.00   |
        | 10 April 2026 | upsell invoice | Receivables        | 333.55   |          |
        | 10 April 2026 | upsell invoice | Contract liability |          | 303.23   |
        | 10 April 2026 | upsell invoice | Sales tax payable  |          | 30.32    |
        | 30 April 2026 | revenue        | Contract liability | 1,303.23 |          |
        | 30 April 2026 | revenue        | Revenue            |          | 1,303.23 |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                                       | amount   |
        | Receivables, opening                       | 0.00     |
        | Invoiced                                   | 1,433.55 |
        | Receivables, closing                       | 1,433.55 |
        | Revenue                                    | 1,303.23 |
        | Contract liability, closing                | 0.00     |
        | upsell invoice NW-000005 of March 2026     | 113.55   |

  Rule: What cannot be

    Scenario Outline: Seats that billing does not take: <why>
      When Globex signs on <signed> to add 5 <product> from <day>
      Then billing holds these exceptions:
        | event              | customer | date     | reason   |
        | "order closed-won" | Globex   | <signed> | <reason> |
      And Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 100      |
      And Globex is invoiced nothing since 6 January 2026
      And finance cannot close January 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

      Examples:
        | why                    | product         | signed         | day              | reason                                                                                       |
        | after the term         | "Platform seat" | 5 January 2026 | 1 January 2027   | 1 January 2027 lies outside the term of contract C-1, 1 January 2026 to 31 December 2026      |
        | before the term        | "Platform seat" | 5 January 2026 | 31 December 2025 | 31 December 2025 lies outside the term of contract C-1, 1 January 2026 to 31 December 2026    |
        | not on the contract    | "Analytics"     | 5 January 2026 | 16 March 2026    | contract C-1 holds no recurring 'Analytics' on 16 March 2026; a product that is new to it joins as a line of its own, with its price |

    Scenario: A cancelled contract takes no more seats
      When Globex cancels on 16 March 2026
      And Globex signs on 20 March 2026 to add 5 "Platform seat" from 20 March 2026
      Then billing holds these exceptions:
        | event              | customer | date          | reason                                                  |
        | "order closed-won" | Globex   | 20 March 2026 | contract C-1 was cancelled from 16 March 2026 on        |
      And Globex is subscribed to nothing
      And Globex is invoiced nothing since 2 March 2026
      And finance cannot close March 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

    Scenario: The order never reaches billing, and then it does
      Given the integration loses the event "order closed-won"
      When Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is invoiced nothing since 2 March 2026
      And finance cannot close March 2026, because:
        | reconciliation | explained by                       | difference |
        | Orders         | order O-2 has no amendment in billing | *       |
      When everything is repaired and delivered again
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 120      |
      And Globex is invoiced:
        | date          | from          | to            | quantity | net                | tax   |
        | 31 March 2026 | 16 March 2026 | 31 March 2026 | 20       | 20 * 10.00 * 16/31 | 10.32 |
      And nothing else is invoiced since 2 March 2026
      And the revenue of March 2026 is 1,103.23 USD
      And finance closes March 2026 without a difference

    Scenario: The amendment never reaches the ledger
      # The ledger goes on promising 100 seats: its schedule lacks 103.23 of March and 200.00 of each of the nine months after.
      Given the integration loses the event "contract amended" of the upsell
      When Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is invoiced:
        | date          | quantity | net    |
        | 16 March 2026 | 20       | 103.23 |
      And finance cannot close March 2026, among other reasons because:
        | reconciliation              | difference          | explained by |
        | Contract value on schedules | 103.23 + 9 * 200.00 | *            |
      When everything is repaired and delivered again
      Then finance closes March 2026 without a difference
