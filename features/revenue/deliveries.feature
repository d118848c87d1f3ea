@revenue @deliveries @wave-3 @req:Q2C-036
Feature: Revenue as it is delivered
  Not everything is a service by the day. Pieces, milestones, hours and projects are revenue as the customer gets them;
  what is paid for and never used is revenue as the rest is used.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Rule: By units

    Background:
      Given these products are sold:
        | product | charged  | price           | stand-alone price | revenue      |
        | Sensor  | per unit | 100.00 USD once | 95.00 USD once    | as delivered |

    Scenario: Half of the pieces are delivered
      # IFRS 15 IE18, 606-10-55-111: 120 pieces at 100.00; 60 delivered by the end of March are 6,000.00.
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Sensor  | 120      |
      When Globex receives 20 "Sensor" on 15 February 2026
      And Globex receives 40 "Sensor" on 31 March 2026
      Then the revenue of Globex is:
        | month         | amount   |
        | February 2026 | 2,000.00 |
        | March 2026    | 4,000.00 |
      And 6,000.00 USD of the price of "Sensor" for Globex is undelivered
      And the journal from 1 January 2026 to 31 March 2026 is:
        | date             | source          | account            | debit     | credit    |
        | 1 January 2026   | January invoice | Receivables        | 12,000.00 |           |
        | 1 January 2026   | January invoice | Contract liability |           | 12,000.00 |
        | 28 February 2026 | revenue         | Contract liability | 2,000.00  |           |
        | 28 February 2026 | revenue         | Revenue            |           | 2,000.00  |
        | 31 March 2026    | revenue         | Contract liability | 4,000.00  |           |
        | 31 March 2026    | revenue         | Revenue            |           | 4,000.00  |
      And finance closes March 2026 without a difference
      And the revenue schedule versions of Globex are:
        | product | version | from             | reason              | amount    | undelivered |
        | Sensor  | 1       | 1 January 2026   | contract signed     | 12,000.00 | 12,000.00   |
        | Sensor  | 2       | 15 February 2026 | 20 Sensor delivered | 12,000.00 | 10,000.00   |
        | Sensor  | 3       | 31 March 2026    | 40 Sensor delivered | 12,000.00 | 6,000.00    |

    Scenario: A piece given on a month's last day joins what the month's service has earned
      # 90.00 for a month of service and 100.00 for the piece; books show one figure of the day.
      Given these products are sold:
        | product | charged | price               | stand-alone price   |
        | Watch   | flat    | 90.00 USD per month | 90.00 USD per month |
      And "Globex" signed on 1 January 2026 for 6 months, billed every 6 months in advance, net 30, no tax:
        | product | quantity | stand-alone price |
        | Sensor  | 1        | 100.00            |
        | Watch   | 1        | 90.00             |
      When Globex receives 1 "Sensor" on 31 January 2026
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account            | debit  | credit |
        | 1 January 2026  | January invoice | Receivables        | 640.00 |        |
        | 1 January 2026  | January invoice | Contract liability |        | 640.00 |
        | 31 January 2026 | revenue         | Contract liability | 190.00 |        |
        | 31 January 2026 | revenue         | Revenue            |        | 190.00 |
      And finance closes January 2026 without a difference

    Scenario: More pieces at their stand-alone price are a contract of their own
      # IE19 case A: 30 more at 95.00, which is what they cost alone. The first 120 stay at 100.00.
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Sensor  | 120      |
      When Globex receives 60 "Sensor" on 31 March 2026
      And Globex adds 30 "Sensor" at 95.00 USD once from 1 April 2026
      And Globex receives 70 "Sensor" on 30 April 2026
      And time passes to 30 April 2026
      Then the revenue of April 2026 is 6,950.00 USD
      # 60 of the first at 100.00 and 10 of the others at 95.00; 20 * 95.00 are left.
      And 1,900.00 USD of the price of "Sensor" for Globex is undelivered
      And finance closes April 2026 without a difference

    Scenario: More pieces below their stand-alone price, with a credit for the first: the rest blends
      # IE20 to 21 case B: 60 delivered at 100.00; 15.00 * 60 = 900.00 go back for defects; 30 more at 80.00.
      # What remains, 60 at 100.00 and 30 at 80.00, is 8,400.00 for 90 pieces: 93.33 each.
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Sensor  | 120      |
      When Globex receives 60 "Sensor" on 31 March 2026
      And Globex adds 30 "Sensor" at 80.00 USD once from 1 April 2026
      And finance credits Globex 900.00 USD on the January invoice
      And Globex receives 45 "Sensor" on 30 April 2026
      And time passes to 30 April 2026
      Then the revenue of Globex is:
        | month      | amount                   |
        | March 2026 | 6,000.00                 |
        | April 2026 | 45 * 8400.00/90 - 900.00 |
      And 4,200.00 USD of the price of "Sensor" for Globex is undelivered
      And the journal of April 2026 is:
        | date          | source               | account            | debit    | credit   |
        | 1 April 2026  | upsell invoice       | Receivables        | 2,400.00 |          |
        | 1 April 2026  | upsell invoice       | Contract liability |          | 2,400.00 |
        | 1 April 2026  | credit memo          | Revenue            | 900.00   |          |
        | 1 April 2026  | credit memo          | Receivables        |          | 900.00   |
        | 30 April 2026 | revenue              | Contract liability | 4,200.00 |          |
        | 30 April 2026 | revenue              | Revenue            |          | 4,200.00 |
      And finance closes April 2026 without a difference

    Scenario: Fewer pieces are wanted: what is delivered keeps its price, what remains shares the rest
      # 120 at 100.00, 60 delivered. 20 are taken off in April for 2,000.00: 40 pieces and 4,000.00 remain.
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, tax 10%:
        | product | quantity |
        | Sensor  | 120      |
      When Globex receives 60 "Sensor" on 31 March 2026
      And Globex removes 20 "Sensor" from 1 April 2026
      And Globex receives 10 "Sensor" on 30 April 2026
      Then the revenue of Globex is:
        | month      | amount   |
        | March 2026 | 6,000.00 |
        | April 2026 | 1,000.00 |
      And 3,000.00 USD of the price of "Sensor" for Globex is undelivered
      And the journal of April 2026 is:
        | date          | source                | account            | debit    | credit   |
        | 1 April 2026  | credit memo           | Contract liability | 2,000.00 |          |
        | 1 April 2026  | credit memo           | Sales tax payable  | 200.00   |          |
        | 1 April 2026  | credit memo           | Receivables        |          | 2,200.00 |
        | 30 April 2026 | revenue               | Contract liability | 1,000.00 |          |
        | 30 April 2026 | revenue               | Revenue            |          | 1,000.00 |
      And Globex owes 11,000.00 USD
      And finance closes April 2026 without a difference

    Scenario: The price of what remains is changed: some go, as many come at another price
      # 60 of 120 delivered at 100.00; the other 60 for 80.00 each, where they cost 95.00 alone: 4,800.00 for 60.
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Sensor  | 120      |
      When Globex receives 60 "Sensor" on 31 March 2026
      And Globex removes 60 "Sensor" from 1 April 2026
      And Globex adds 60 "Sensor" at 80.00 USD once from 1 April 2026
      And Globex receives 15 "Sensor" on 30 April 2026
      Then the revenue of April 2026 is 1,200.00 USD
      And 3,600.00 USD of the price of "Sensor" for Globex is undelivered
      And finance closes April 2026 without a difference

    Scenario: A delivery of a closed month is revenue of the open one
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Sensor  | 10       |
      And time passes to 31 January 2026
      And finance closes January 2026 without a difference
      When time passes to 3 February 2026
      And Globex receives 4 "Sensor" on 31 January 2026
      And time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount |
        | February 2026 | 400.00 |
      And nothing is posted from 2 January 2026 to 31 January 2026
      And finance closes February 2026 without a difference

    Scenario Outline: What cannot be delivered is refused: <why>
      Given "Globex" signed on 1 January 2026 for 6 months, billed yearly in advance, net 30, no tax:
        | product       | quantity | price per month | stand-alone price |
        | Sensor        | 10       |                 | 100.00            |
        | Platform seat | 1        | 10.00           |                   |
      When Globex receives <quantity> <product> on 31 January 2026
      Then it is refused because "<reason>"
      And 1,000.00 USD of the price of "Sensor" for Globex is undelivered

      Examples:
        | why              | quantity | product         | reason                               |
        | more than sold   | 11       | "Sensor"        | orders 10, of which 0 are delivered  |
        | nothing          | 0        | "Sensor"        | 0 of 'Sensor' is nothing to record   |
        | a service by day | 1        | "Platform seat" | is not recognized as delivered       |
        | another product  | 1        | "Analytics"     | contract C-1 holds no 'Analytics'    |

  Rule: By progress

    Scenario: A building by costs: what is added is the same obligation and catches up
      # IE37 to 41, 606-10-55-129 to 134: 1,000,000 for a building, 420,000 of 700,000 costs by the end of the first year.
      # 60% are 600,000.00. Then 150,000 of price and 120,000 of costs are added, and a bonus of 200,000 has become sure:
      # 420/820 of 1,350,000 are 691,463.41, which is 91,463.41 more.
      Given these products are sold:
        | product  | charged | price                 | revenue      | distinct |
        | Building | flat    | 1,000,000.00 USD once | as delivered | no       |
      And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product  |
        | Building |
      When "Building" of Globex has taken 420,000 of 700,000 by 31 December 2026
      Then the revenue of December 2026 is 600,000.00 USD
      And finance closes December 2026 without a difference
      When Globex adds 1 "Building" at 350,000.00 USD once from 1 January 2027
      And "Building" of Globex has taken 420,000 of 820,000 by 1 January 2027
      And time passes to 31 January 2027
      Then the revenue of January 2027 is 91,463.41 USD
      And finance closes January 2027 without a difference
      When "Building" of Globex is 100% complete on 31 December 2028
      Then the ledger shows on 31 December 2028:
        | account            | debit | credit       |
        | Revenue            |       | 1,350,000.00 |
        | Contract liability |       |              |

    Scenario Outline: The same change <answer>
      # 40% of 1,000.00 are earned. 500.00 are added without more to do than before.
      # Catch-up: 40% of 1,500.00 less 400.00 is 200.00 at once, and 750.00 at half of the way.
      # Terminate and new: nothing at once; of 1,100.00 for the last 60%, a sixth (50% - 40% of 60%) is 183.33.
      # Beside the contract: the new line begins with what is done after it, a sixth of 500.00 and of 600.00.
      Given these products are sold:
        | product | charged | price             | revenue      | distinct |
        | Project | flat    | 1,000.00 USD once | as delivered | yes      |
      And these conventions:
        | question              | answer   |
        | contract modification | <answer> |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Project |
      When "Project" of Globex is 40% complete on 31 March 2026
      And Globex adds 1 "Project" at 500.00 USD once from 1 April 2026
      And time passes to 30 April 2026
      And "Project" of Globex is 50% complete on 31 May 2026
      Then the revenue of March 2026 is 400.00 USD
      And the revenue of April 2026 is <april> USD
      And the revenue of May 2026 is <may> USD
      And finance closes May 2026 without a difference

      Examples:
        | answer              | april  | may    |
        | cumulative catch-up | 200.00 | 150.00 |
        | terminate and new   | 0.00   | 183.33 |
        | separate contract   | 0.00   | 183.33 |

    Scenario: Progress is estimated anew, and falls back
      Given these products are sold:
        | product | charged | price             | revenue      |
        | Project | flat    | 9,000.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Project |
      When "Project" of Globex has taken 50 of 100 by 31 January 2026
      And "Project" of Globex has taken 60 of 180 by 28 February 2026
      Then the revenue of Globex is:
        | month         | amount    |
        | January 2026  | 4,500.00  |
        | February 2026 | -1,500.00 |
      And finance closes February 2026 without a difference

  Rule: By use, with what is never used

    Scenario: Loyalty points
      # IE267 to 270, 606-10-55-353 to 356: products of 100,000 and 10,000 points, of which 9,500 are expected to be used; a point
      # is worth 1.00, so 0.95 with what lapses. 100,000 split by 100,000 and 9,500: 91,324.20 and 8,675.80.
      # 4,500 of 9,500 used: 4,109.59. Then 8,500 of 9,700 in all: 7,602.51, so 3,492.92.
      Given these products are sold:
        | product | charged  | price               | stand-alone price   | revenue      |
        | Goods   | flat     | 100,000.00 USD once | 100,000.00 USD once | at once      |
        | Points  | per unit | 0.00 USD once       | 0.95 USD once       | as delivered |
      And "Globex" signed on 31 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Goods   | 1        |
        | Points  | 10,000   |
      When Globex is expected to use 9,500 "Points" in all from 31 January 2026
      And time passes to 31 January 2026
      Then the revenue of January 2026 is 91,324.20 USD
      When Globex redeems 4,500 "Points" on 31 December 2026
      Then the revenue of December 2026 is 4,109.59 USD
      When Globex is expected to use 9,700 "Points" in all from 31 December 2027
      And Globex redeems 4,000 "Points" on 31 December 2027
      Then the revenue of December 2027 is 3,492.92 USD
      And finance closes December 2027 without a difference
      When what is left of "Points" for Globex expires on 31 December 2028
      Then the ledger shows on 31 December 2028 exactly:
        | account     | debit      | credit     |
        | Receivables | 100,000.00 |            |
        | Revenue     |            | 100,000.00 |

    Scenario: Nothing is known of use, so what lapses is revenue only when it lapses
      Given these products are sold:
        | product | charged  | price         | revenue      |
        | Credit  | per unit | 2.00 USD once | as delivered |
      And "Initech" signed on 1 March 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product | quantity |
        | Credit  | 500      |
      When Initech redeems 120 "Credit" on 20 March 2026
      And time passes to 31 March 2026
      Then the revenue of March 2026 is 240.00 USD
      And 760.00 USD of the price of "Credit" for Initech is undelivered
      When what is left of "Credit" for Initech expires on 28 February 2027
      Then the revenue of February 2027 is 760.00 USD
      And finance closes February 2027 without a difference

  Rule: A fee for what is no service

    Scenario: A joining fee is earned over the term, not when it is paid
      # IE272 to 274, 606-10-55-358 to 360: the fee is no promise of its own. 50.00 and 1,200.00 over twelve months: 104.17 a month.
      Given these products are sold:
        | product     | charged | price           | stand-alone price | revenue       |
        | Joining fee | flat    | 50.00 USD once  | 0.00 USD once     | over the term |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year | stand-alone price |
        | Joining fee    | 1        |                |                   |
        | Annual license | 1        | 1,200.00       | 1,200.00          |
      When time passes to 31 January 2026
      Then the revenue schedule of Globex contains:
        | month         | product        | amount |
        | January 2026  | Annual license | 104.17 |
        | February 2026 | Annual license | 104.16 |
        | December 2026 | Annual license | 104.17 |
      And the revenue of January 2026 is 104.17 USD
      And finance closes January 2026 without a difference

    Scenario: A fee kept apart is spread over the same months
      Given these products are sold:
        | product     | charged | price          | revenue       |
        | Joining fee | flat    | 50.00 USD once | over the term |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Joining fee    | 1        |                |
        | Annual license | 1        | 1,200.00       |
      When time passes to 31 March 2026
      Then the revenue schedule of Globex contains:
        | month         | product     | amount |
        | January 2026  | Joining fee | 4.17   |
        | February 2026 | Joining fee | 4.16   |
        | December 2026 | Joining fee | 4.17   |
      And the ledger shows on 31 March 2026:
        | account            | credit             |
        | Revenue            | 1250.00 * 3/12     |
        | Contract liability | 1250.00 * 9/12     |
      And finance closes March 2026 without a difference
