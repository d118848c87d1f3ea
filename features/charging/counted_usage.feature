@charging @counting @usage @req:Q2C-033
Feature: What a meter counts, and what one use costs
  Meters tell different things: uses to add up, the peak of a level, the last state known, who was there. And a price can hold
  for all usage of a billing period, for that of a day, or for each use by itself, with a least and a most that one costs.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Readings of June: 10, 40, 20 and 30 of a and b. Sum 100; peak 40; last 30; 4 readings; 2 users; 100 / 4 = 25 on average;
  # the 95th percentile of four is the highest. By time each reading adds to a level: 10 from the 1st (30 days), 40 from
  # the 11th (20), 20 from the 21st (10), 30 on the 30th (1): (300 + 800 + 200 + 30) / 30 = 44.333333.
  # May had one reading of 5: 105 in all; the latest ever is June's.
  Scenario Outline: The readings of June counted by <counted>
    Given these products are sold:
      | product | charged            | price         | counted   |
      | Units   | per unit, by usage | 1.00 USD each | <counted> |
    And "Globex" signed on 1 May 2026 for 3 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Units   |
    When Globex uses:
      | date         | product | quantity | of |
      | 20 May 2026  | Units   | 5        | c  |
      | 1 June 2026  | Units   | 10       | a  |
      | 11 June 2026 | Units   | 40       | b  |
      | 21 June 2026 | Units   | 20       | a  |
      | 30 June 2026 | Units   | 30       | b  |
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date          | quantity   | net   |
      | 1 July 2026   | <quantity> | <net> |
      | 1 June 2026   | <may>      | <may> |
      | 1 August 2026 | <july>     | <july> |
    And Globex is invoiced <total> USD in all
    And finance closes June 2026 without a difference

    Examples:
      | counted         | quantity  | net    | may      | july | total  |
      | sum ever        | 105       | 105.00 | 5        | 105  | 215.00 |
      | latest ever     | 30        | 30.00  | 5        | 30   | 65.00  |

  Scenario Outline: The readings of June alone, counted by <counted>
    Given these products are sold:
      | product | charged            | price         | counted   |
      | Units   | per unit, by usage | 1.00 USD each | <counted> |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Units   |
    When Globex uses:
      | date         | product | quantity | of |
      | 1 June 2026  | Units   | 10       | a  |
      | 11 June 2026 | Units   | 40       | b  |
      | 21 June 2026 | Units   | 20       | a  |
      | 30 June 2026 | Units   | 30       | b  |
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date        | from        | to           | quantity   | net   |
      | 1 July 2026 | 1 June 2026 | 30 June 2026 | <quantity> | <net> |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes July 2026 without a difference

    Examples:
      | counted         | quantity  | net   |
      | sum             | 100       | 100.00 |
      | highest         | 40        | 40.00 |
      | latest          | 30        | 30.00 |
      | average         | 25        | 25.00 |
      | 95th percentile | 40        | 40.00 |
      | uses            | 4         | 4.00  |
      | distinct        | 2         | 2.00  |
      | by time         | 44.333333 | 44.33 |

  # A peak of 60 that is known late takes the place of 40: 20 more, with the next invoice.
  Scenario: A peak that is known late
    Given these products are sold:
      | product | charged            | price         | counted |
      | Units   | per unit, by usage | 1.00 USD each | highest |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Units   |
    When Globex uses 40 "Units" on 11 June 2026
    And Globex uses 60 "Units" on 12 June 2026, reported on 5 July 2026
    And Globex uses 50 "Units" on 13 June 2026, reported on 6 July 2026
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date          | from        | to           | net   | tax  |
      | 1 July 2026   | 1 June 2026 | 30 June 2026 | 40.00 | 4.00 |
      | 1 August 2026 | 1 June 2026 | 30 June 2026 | 20.00 | 2.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes July 2026 without a difference

  # Kill Bill's capacity: the peak decides about the step, whose fee is all there is to pay: up to 100, 200 and above.
  Scenario Outline: A peak of <peak> is paid for by its step
    Given these products are sold:
      | product  | charged          | counted |
      | Capacity | volume, by usage | highest |
    And the tiers of "Capacity":
      | to  | flat fee |
      | 100 | 10.00    |
      | 200 | 20.00    |
      |     | 30.00    |
    And "Globex" signed on 20 March 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product  |
      | Capacity |
    When Globex uses 50 "Capacity" on 20 March 2026
    And Globex uses <peak> "Capacity" on 21 March 2026
    And time passes to 20 April 2026
    Then Globex is invoiced:
      | date          | quantity | net   |
      | 20 April 2026 | <peak>   | <net> |
    And nothing else is invoiced

    Examples:
      | peak | net   |
      | 100  | 10.00 |
      | 101  | 20.00 |
      | 201  | 30.00 |

  # 2% of each transfer: 0.20 is raised to 0.50, 3.00 stays, 200.00 is lowered to 25.00.
  Scenario: A percentage of each transfer, within a least and a most
    Given these products are sold:
      | product   | charged              | percent | minimum per use | maximum per use |
      | Transfers | percentage, by usage | 2%      | 0.50            | 25.00           |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
      | product   |
      | Transfers |
    When Globex uses:
      | date        | product   | quantity  |
      | 1 June 2026 | Transfers | 10.00     |
      | 2 June 2026 | Transfers | 150.00    |
      | 2 June 2026 | Transfers | 10,000.00 |
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net                 | tax  |
      | 1 July 2026 | 10,160   | 0.50 + 3.00 + 25.00 | 2.85 |
    And nothing else is invoiced
    And finance closes July 2026 without a difference

  # The first 100.00 are free: of 60.00 nothing is charged, of the next 60.00 2% of 20.00 is 0.40 and 0.30, raised to 1.00.
  Scenario: What is free stays free, whatever one use costs at least
    Given these products are sold:
      | product   | charged              | percent | fixed fee | free units | minimum per use |
      | Transfers | percentage, by usage | 2%      | 0.30      | 100        | 1.00            |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product   |
      | Transfers |
    When Globex uses 60 "Transfers" on 1 June 2026
    And Globex uses 60 "Transfers" on 2 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net  |
      | 1 July 2026 | 120      | 1.00 |
    And nothing else is invoiced

  # A volume price by the day: 12 on the 1st cost 12 * 0.80, 8 on the 2nd 8 * 1.00; together they would cost 20 * 0.80.
  Scenario Outline: Steps for the usage of each <what>
    Given these products are sold:
      | product | charged          | rated per |
      | Calls   | volume, by usage | <what>    |
    And the tiers of "Calls":
      | to | price per unit |
      | 10 | 1.00           |
      |    | 0.80           |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Globex uses 6 "Calls" on 1 June 2026
    And Globex uses 6 "Calls" on 1 June 2026
    And Globex uses 8 "Calls" on 2 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 1 July 2026 | 20       | <net> |
    And nothing else is invoiced

    Examples:
      | what           | net       |
      | billing period | 20 * 0.80 |
      | day            | 9.60 + 8.00 |
      | use            | 20.00     |

  # Zuora rounds each record or their sum: 10 seconds at 0.0015 are 0.015.
  Scenario Outline: Three calls of ten seconds, rounded <rounded>
    Given these conventions:
      | question                             | answer    |
      | rounding of uses priced by themselves | <rounded> |
    And these products are sold:
      | product | charged            | price           | rated per |
      | Seconds | per unit, by usage | 0.0015 USD each | use       |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Seconds |
    When Globex uses 10 "Seconds" on 1 June 2026
    And Globex uses 10 "Seconds" on 1 June 2026
    And Globex uses 10 "Seconds" on 2 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 1 July 2026 | 30       | <net> |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

    Examples:
      | rounded      | net  |
      | all together | 0.05 |
      | each use     | 0.06 |

  # 1,000 units at 0.10, then 0.05. May uses 800, June 500: counted by month 80.00 and 50.00, over the term 80.00 and
  # 200 * 0.10 + 300 * 0.05 = 35.00, and July goes on at 0.05.
  Scenario Outline: Steps that are counted over a <span>
    Given these products are sold:
      | product | charged          | steps over |
      | Calls   | tiered, by usage | <span>     |
    And the tiers of "Calls":
      | to    | price per unit |
      | 1,000 | 0.10           |
      |       | 0.05           |
    And "Globex" signed on 1 May 2026 for 14 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Globex uses 800 "Calls" on 10 May 2026
    And Globex uses 500 "Calls" on 10 June 2026
    And Globex uses 100 "Calls" on 10 May 2027
    And time passes to 1 July 2027
    Then Globex is invoiced:
      | date        | quantity | net    |
      | 1 June 2026 | 800      | 80.00  |
      | 1 July 2026 | 500      | <june> |
      | 1 June 2027 | 100      | <may>  |
    And nothing else is invoiced

    Examples:
      | span           | june  | may   |
      | billing period | 50.00 | 10.00 |
      | year           | 35.00 | 10.00 |
      | term           | 35.00 | 5.00  |

  # From 31 January a quarter begins again on 30 April, the last day of a shorter month: 700 and 400 count from it, 1,100 in all.
  # 800 * 0.10 = 80.00 in the quarter before; 700 * 0.10 = 70.00, then 300 * 0.10 + 100 * 0.05 = 35.00.
  Scenario: A quarter of steps that begins on the last day of a shorter month
    Given these products are sold:
      | product | charged          | steps over |
      | Calls   | tiered, by usage | quarter    |
    And the tiers of "Calls":
      | to    | price per unit |
      | 1,000 | 0.10           |
      |       | 0.05           |
    And "Globex" signed on 31 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Globex uses 800 "Calls" on 10 April 2026
    And Globex uses 700 "Calls" on 10 May 2026
    And Globex uses 400 "Calls" on 10 June 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date          | quantity | net   |
      | 30 April 2026 | 800      | 80.00 |
      | 31 May 2026   | 700      | 70.00 |
      | 30 June 2026  | 400      | 35.00 |
    And nothing else is invoiced
    And Globex is credited nothing
    And the journal of May 2026 is:
      | date        | source      | account             | debit | credit |
      | 31 May 2026 | May invoice | Receivables         | 70.00 |        |
      | 31 May 2026 | May invoice | Unbilled receivable |       | 70.00 |
      | 31 May 2026 | revenue     | Unbilled receivable | 70.00 |        |
      | 31 May 2026 | revenue     | Revenue             |       | 70.00 |
    And finance closes May 2026 without a difference

  # At most 50.00 a month: 40.00 stays, 60.00 becomes 50.00; of the stub of 15 of 30 days at most 25.00.
  Scenario Outline: A billing period costs at most 50.00, from <start>, <used> used
    Given these products are sold:
      | product | charged            | price         | maximum |
      | Calls   | per unit, by usage | 0.10 USD each | 50.00   |
    And "Globex" signed on <start> for 1 month, billed monthly in arrears by the calendar, net 30, tax 10%:
      | product |
      | Calls   |
    When Globex uses 200 "Calls" on 20 June 2026
    And Globex uses <more> "Calls" on 21 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   | tax        |
      | 1 July 2026 | <used>   | <net> | <net> / 10 |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

    Examples:
      | start        | more | used | net   |
      | 1 June 2026  | 200  | 400  | 40.00 |
      | 1 June 2026  | 300  | 500  | 50.00 |
      | 1 June 2026  | 400  | 600  | 50.00 |
      | 16 June 2026 | 400  | 600  | 25.00 |
