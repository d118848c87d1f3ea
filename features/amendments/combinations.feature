@amendments @wave-3 @req:Q2C-015
Feature: A change meets another agreement of the contract
  Steps of a ramp, free months, trials, pauses and ends are agreed beforehand; changes come when they come. What a change does then
  follows from the days on which each of them holds.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: A ramp: 31 seats at 10.00 until March, 62 at 9.00 from April

    Scenario Outline: Ten seats more from 17 March, <answer>
      # 10 * 10.00 * 15/31 = 48.39. April is 62 * 9.00 = 558.00, or 72 * 9.00 = 648.00.
      Given these conventions:
        | question                        | answer   |
        | change of quantity in a ramp    | <answer> |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from         | to            | quantity | price per month |
        | Platform seat |              | 31 March 2026 | 31       | 10.00 USD       |
        | Platform seat | 1 April 2026 |               | 62       | 9.00 USD        |
      When Globex adds 10 "Platform seat" from 17 March 2026
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | quantity | price | net                |
        | 1 March 2026  | 1 March 2026  | 31 March 2026 | 31       | 10.00 | 310.00             |
        | 17 March 2026 | 17 March 2026 | 31 March 2026 | 10       | 10.00 | 10 * 10.00 * 15/31 |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | <April>  | 9.00  | <April> * 9.00     |
      And nothing else is invoiced since 2 February 2026
      And nothing else is credited
      And finance closes April 2026 without a difference

      Examples:
        | answer                    | April |
        | in the step that runs     | 62    |
        | in all later steps too    | 72    |

    Scenario Outline: Eleven seats fewer from 12 March, <answer>
      # 11 * 10.00 * 20/31 = 70.97 back. April is 558.00, or 51 * 9.00 = 459.00.
      Given these conventions:
        | question                        | answer   |
        | change of quantity in a ramp    | <answer> |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from         | to            | quantity | price per month |
        | Platform seat |              | 31 March 2026 | 31       | 10.00 USD       |
        | Platform seat | 1 April 2026 |               | 62       | 9.00 USD        |
      When Globex removes 11 "Platform seat" from 12 March 2026
      And time passes to 30 April 2026
      Then Globex is credited:
        | date          | from          | to            | quantity | net                |
        | 12 March 2026 | 12 March 2026 | 31 March 2026 | 11       | 11 * 10.00 * 20/31 |
      And nothing else is credited
      And Globex is invoiced:
        | date         | quantity | net            |
        | 1 April 2026 | <April>  | <April> * 9.00 |
      And nothing else is invoiced since 2 March 2026
      And finance closes April 2026 without a difference

      Examples:
        | answer                    | April |
        | in the step that runs     | 62    |
        | in all later steps too    | 51    |

    Scenario: So many seats, set once for all steps
      Given these conventions:
        | question                     | answer                 |
        | change of quantity in a ramp | in all later steps too |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from         | to            | quantity | price per month |
        | Platform seat |              | 31 March 2026 | 31       | 10.00 USD       |
        | Platform seat | 1 April 2026 | 30 April 2026 | 62       | 9.00 USD        |
        | Platform seat | 1 May 2026   |               | 93       | 8.00 USD        |
      When Globex sets the quantity of "Platform seat" to 70 from 1 March 2026
      And time passes to 1 May 2026
      Then Globex is invoiced:
        | date         | quantity | net    |
        | 1 April 2026 | 70       | 630.00 |
        | 1 May 2026   | 70       | 560.00 |
      And Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 70       |

  Rule: Free months and trials

    Scenario: Seats that join in a free month are free, and then paid for
      # January is free: 41 seats at 0.00. From February 41 * 10.00.
      Given these conventions:
        | question                     | answer                 |
        | change of quantity in a ramp | in all later steps too |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from            | to              | quantity | price per month |
        | Platform seat |                 | 31 January 2026 | 31       | 0.00 USD        |
        | Platform seat | 1 February 2026 |                 | 31       | 10.00 USD       |
      When Globex adds 10 "Platform seat" from 15 January 2026
      And time passes to 1 February 2026
      Then Globex is invoiced:
        | date            | from            | to               | quantity | net    |
        | 1 February 2026 | 1 February 2026 | 28 February 2026 | 41       | 410.00 |
      And Globex is invoiced nothing since 2 February 2026
      And Globex is invoiced 410.00 USD in all
      And nothing else is credited
      When time passes to 28 February 2026
      Then the revenue of January 2026 is 0.00 USD
      And finance closes February 2026 without a difference

    Scenario: Cancelled in a free month, nothing is owed and nothing goes back
      Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from            | to              | quantity | price per month |
        | Platform seat |                 | 31 January 2026 | 31       | 0.00 USD        |
        | Platform seat | 1 February 2026 |                 | 31       | 10.00 USD       |
      When Globex cancels on 15 January 2026 and is refunded
      And time passes to 28 February 2026
      Then Globex owes nothing
      And Globex is invoiced 0.00 USD in all
      And Globex was refunded nothing
      And the revenue of February 2026 is 0.00 USD
      And finance closes February 2026 without a difference

    Scenario: In a trial there are no seats to add to; from its end on there are
      # The trial ends on 14 January. 41 seats, 17 of 31 days: 41 * 10.00 * 17/31 = 224.84 in two lines.
      Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from            | quantity | price per month |
        | Platform seat | 15 January 2026 | 31       | 10.00 USD       |
      When Globex signs on 5 January 2026 to add 10 "Platform seat" from 15 January 2026
      And time passes to 1 February 2026
      Then Globex is invoiced:
        | date            | from            | to               | quantity | net                |
        | 1 January 2026  | 15 January 2026 | 31 January 2026  | 31       | 31 * 10.00 * 17/31 |
        | 15 January 2026 | 15 January 2026 | 31 January 2026  | 10       | 10 * 10.00 * 17/31 |
        | 1 February 2026 | 1 February 2026 | 28 February 2026 | 41       | 410.00             |
      And nothing else is invoiced
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: A quantity that would change within the trial is refused
      Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | from            | quantity | price per month |
        | Platform seat | 15 January 2026 | 31       | 10.00 USD       |
      When Globex adds 10 "Platform seat" from 5 January 2026
      Then billing holds these exceptions:
        | event              | customer | reason                                                              |
        | "order closed-won" | Globex   | contract C-1 holds no recurring 'Platform seat' on 5 January 2026; a product that is new to it joins as a line of its own, with its price |
      When time passes to 31 January 2026
      Then finance cannot close January 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

  Rule: Pauses

    Background:
      Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 31       | 10.00 USD       |

    Scenario: Seats signed for during a pause join on the day service goes on
      # 11 to 31 March goes back, 210.00. From 21 March 31 seats for 11 days, 110.00, and 31 more, 110.00.
      When Globex pauses from 11 March 2026
      And time passes to 15 March 2026
      And Globex signs an amendment on 15 March 2026, effective 21 March 2026:
        | change       | product       | quantity |
        | resumption   |               |          |
      And Globex signs on 16 March 2026 to add 31 "Platform seat" from 21 March 2026
      And time passes to 1 April 2026
      Then Globex is credited:
        | date          | from          | to            | net    |
        | 11 March 2026 | 11 March 2026 | 31 March 2026 | 210.00 |
      And nothing else is credited
      And Globex is invoiced:
        | date          | from          | to            | quantity | net    |
        | 21 March 2026 | 21 March 2026 | 31 March 2026 | 62       | 220.00 |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 62       | 620.00 |
      And nothing else is invoiced since 2 March 2026
      And the revenue of March 2026 is 320.00 USD
      And finance closes March 2026 without a difference

    Scenario: Cancelled while it is paused: what was paused went back already, and nothing is credited twice
      When Globex pauses from 11 March 2026
      And Globex cancels on 21 March 2026
      And time passes to 30 April 2026
      Then Globex is credited:
        | date          | from          | to            | net    | tax   |
        | 11 March 2026 | 11 March 2026 | 31 March 2026 | 210.00 | 21.00 |
      And nothing else is credited
      And Globex is invoiced nothing since 2 March 2026
      And Globex is subscribed to nothing
      And the revenue of March 2026 is 100.00 USD
      And finance closes April 2026 without a difference

  Rule: Several changes, and the edges of the term

    Background:
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: Three changes on one day come to what they leave
      # 100 at 10.00 become 105 at 9.00 from 16 March: 105 * 9.00 * 16/31 - 1000.00 * 16/31 = 487.74 - 516.13 = -28.39. On the way
      # 51.61 for ten more, 567.74 back and 510.97 for 110 at 9.00, 23.23 back for five.
      When Globex adds 10 "Platform seat" from 16 March 2026
      And Globex pays 9.00 USD per month for "Platform seat" from 16 March 2026
      And Globex removes 5 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is invoiced:
        | date          | quantity | price | net    |
        | 16 March 2026 | 10       | 10.00 | 51.61  |
        | 16 March 2026 | 110      | 9.00  | 510.97 |
      And nothing else is invoiced since 2 March 2026
      And Globex is credited:
        | date          | quantity | price | net    |
        | 16 March 2026 | 100      | 10.00 | 516.13 |
        | 16 March 2026 | 10       | 10.00 | 51.61  |
        | 16 March 2026 | 5        | 9.00  | 23.23  |
      And nothing else is credited
      And the revenue of March 2026 is 971.61 USD
      And finance closes March 2026 without a difference

    Scenario: On the first day and on the last
      # 31 seats on 31 March: 31 * 10.00 * 1/31 = 10.00. On 1 January ten fewer: 100.00 back.
      When Globex removes 10 "Platform seat" from 1 January 2026
      And Globex adds 31 "Platform seat" from 31 March 2026
      And time passes to 30 April 2026
      Then Globex is credited:
        | date           | from           | to              | quantity | net    |
        | 1 January 2026 | 1 January 2026 | 31 January 2026 | 10       | 100.00 |
      And nothing else is credited
      And Globex is invoiced:
        | date          | from          | to            | quantity | net    |
        | 1 March 2026  | 1 March 2026  | 31 March 2026 | 90       | 900.00 |
        | 31 March 2026 | 31 March 2026 | 31 March 2026 | 31       | 10.00  |
      And Globex is invoiced nothing since 1 April 2026
      And finance closes April 2026 without a difference

    Scenario: Back to a day before invoices that are issued
      # Signed on 10 March for 15 February on: 14 of 28 days of February, 50.00, and all of March, 100.00.
      When time passes to 10 March 2026
      And Globex adds 10 "Platform seat" from 15 February 2026
      Then Globex is invoiced:
        | date          | from             | to               | quantity | net    |
        | 10 March 2026 | 15 February 2026 | 28 February 2026 | 10       | 50.00  |
        | 10 March 2026 | 1 March 2026     | 31 March 2026    | 10       | 100.00 |
      And nothing else is invoiced since 2 March 2026
      And nothing else is credited
      When time passes to 31 March 2026
      Then the revenue of March 2026 is 1,150.00 USD
      And finance closes March 2026 without a difference

    Scenario: Money that comes after the term has run out is a liability until the renewal is signed
      # April and May, 1,000.00 each, are billed and earned on 20 May, when somebody signs; the 1,000.00 of 10 April pay nothing
      # before (I15.15).
      When Globex transfers 3,000.00 USD on 15 March 2026
      And Globex transfers 1,000.00 USD on 10 April 2026
      And time passes to 30 April 2026
      Then the revenue of April 2026 is 0.00 USD
      And Globex has unapplied cash of 1,000.00 USD
      And finance closes April 2026 without a difference
      When Globex renews on 20 May 2026 for 12 months
      And the unapplied cash of Globex is applied to the first May invoice on 20 May 2026
      And time passes to 31 May 2026
      Then the revenue of May 2026 is 2,000.00 USD
      And Globex owes 1,000.00 USD
      And finance closes May 2026 without a difference
