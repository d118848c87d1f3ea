@amendments @pauses @conventions @wave-3 @req:Q2C-020
Feature: Service pauses and goes on
  A customer pauses for a while. Whether the pause is paid for, and whether the contract runs longer by it, are two
  questions: four combinations, each with its invoices, its credits and its revenue (handbook 4.6 and P13).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: A year of 2026 at 10.00 a day, billed at once, paused for the 30 days of June

    Scenario Outline: Pause <billed>, term <term>
      Given these conventions:
        | question           | answer   |
        | billing of a pause | <billed> |
        | term after a pause | <term>   |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product       | quantity | price per year |
        | Annual license | 1       | 3,650.00 USD   |
      When Globex pauses from 1 June 2026
      And time passes to 30 June 2026
      Then the revenue of June 2026 is <June> USD
      And finance closes June 2026 without a difference
      When Globex resumes on 1 July 2026
      And time passes to 31 January 2027
      Then the revenue of May 2026 is 310.00 USD
      And the revenue of July 2026 is 310.00 USD
      And the revenue of December 2026 is 310.00 USD
      And the revenue of January 2027 is <January> USD
      And the ledger shows on 31 January 2027:
        | account            | debit | credit  |
        | Contract liability |       |         |
        | Revenue            |       | <total> |
      And finance closes January 2027 without a difference

      Examples:
        | billed     | term                | June   | January | total    |
        | billed     | as signed           | 300.00 | 0.00    | 3,650.00 |
        | billed     | longer by the pause | 0.00   | 300.00  | 3,650.00 |
        | not billed | as signed           | 0.00   | 0.00    | 3,350.00 |
        | not billed | longer by the pause | 0.00   | 300.00  | 3,650.00 |

  Rule: Month by month

    Background:
      Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 31       | 10.00 USD       |

    Scenario: Ten days of March are credited when it pauses and not billed again
      # 310.00 a month: the pause takes 11 to 31 March back, 210.00; from 21 March 11 days come back, 110.00.
      When Globex pauses from 11 March 2026
      Then Globex is credited:
        | date          | from          | to            | net    | tax   | credits       |
        | 11 March 2026 | 11 March 2026 | 31 March 2026 | 210.00 | 21.00 | March invoice |
      And Globex is subscribed to nothing
      When Globex resumes on 21 March 2026
      And time passes to 1 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | net    | tax   |
        | 21 March 2026 | 21 March 2026 | 31 March 2026 | 110.00 | 11.00 |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 310.00 | 31.00 |
      And nothing else is invoiced since 2 March 2026
      And nothing else is credited
      And the revenue of March 2026 is 210.00 USD
      And finance closes March 2026 without a difference

    Scenario: While it lasts nothing is billed
      When Globex pauses from 1 March 2026
      And time passes to 31 July 2026
      # The first of March had been billed when the day came; it goes back that day.
      Then Globex is credited:
        | date         | from         | to            | net    |
        | 1 March 2026 | 1 March 2026 | 31 March 2026 | 310.00 |
      And nothing else is credited
      And Globex is invoiced nothing since 2 March 2026
      And the revenue of May 2026 is 0.00 USD
      And finance closes July 2026 without a difference

    Scenario: Resumed after a month was closed, back to a day in it
      When Globex pauses from 1 March 2026
      And time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      # Signed on 10 April for 22 March on: 10 days of March, 100.00, and all of April.
      When Globex signs an amendment on 10 April 2026, effective 22 March 2026:
        | change     |
        | resumption |
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | net    |
        | 10 April 2026 | 22 March 2026 | 31 March 2026 | 100.00 |
        | 10 April 2026 | 1 April 2026  | 30 April 2026 | 310.00 |
      And nothing else is invoiced since 2 March 2026
      And the revenue of March 2026 is 0.00 USD
      And the revenue of April 2026 is 410.00 USD
      And finance closes April 2026 without a difference

    Scenario Outline: What cannot be: <why>
      When Globex pauses from 11 March 2026
      And Globex signs an amendment on 12 March 2026, effective <day>:
        | change   | product   | quantity |
        | <change> | <product> | 5        |
      Then billing holds these exceptions:
        | event              | customer | date          | reason                                           |
        | "order closed-won" | Globex   | 12 March 2026 | contract C-1 is <reason> |
      And finance cannot close March 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

      Examples:
        | why                     | change       | product       | day           | reason                                                 |
        | paused twice            | suspension   |               | 20 March 2026 | suspended from 11 March 2026 on already                |
        | seats during the pause  | add quantity | Platform seat | 20 March 2026 | suspended from 11 March 2026 on                        |
        | resumed before it began | resumption   |               | 10 March 2026 | not suspended before 10 March 2026; nothing resumes    |
