@charging @conventions @published @day-counts @req:Q2C-351
Feature: A day costs whole cents
  Some systems round what a day costs and take it times the days: 10.00 / 31 is 0.32, and ten days are 3.20. A whole billing period still
  costs its price: what the days left do not cost stays with those before them (in arrears: what the days gone by do not cost stays with
  those after). Where each unit has its price, a day of one unit is rounded, so that more units cost as much together as one by one.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged  |
      | Plan    | flat     |
      | Seat    | per unit |

  # A seat at 10.00 costs 10.00/31 = 0.3225 a day: 0.32, or 0.33 where all is rounded up. 5 seats join for 16 days, 3 of all leave for
  # the last 10. Exactly, they cost 5*10.00*16/31 = 25.8064 and 3*10.00*10/31 = 9.6774.
  Scenario Outline: Seats join and leave, a day <daily rate>, all rounded <rounding>
    Given these conventions:
      | question   | answer       |
      | daily rate | <daily rate> |
      | rounding   | <rounding>   |
    And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 10.00 USD       |
    When Globex adds 5 "Seat" from 16 March 2026
    And Globex removes 3 "Seat" from 22 March 2026
    And time passes to 31 March 2026
    Then Globex is invoiced:
      | date          | from          | to            | quantity | net    |
      | 1 March 2026  | 1 March 2026  | 31 March 2026 | 10       | 100.00 |
      | 16 March 2026 | 16 March 2026 | 31 March 2026 | 5        | <join> |
    And nothing else is invoiced
    And Globex is credited:
      | date          | from          | to            | net     |
      | 22 March 2026 | 22 March 2026 | 31 March 2026 | <leave> |
    And nothing else is credited
    And Globex owes <owed> USD
    And the ledger shows on 31 March 2026 exactly:
      | account     | debit  | credit |
      | Receivables | <owed> |        |
      | Revenue     |        | <owed> |
    And finance closes March 2026 without a difference

    Examples:
      | daily rate                   | rounding | join          | leave         | owed   |
      | exact                        | half up  | 25.81         | 9.68          | 116.13 |
      | exact                        | up       | 25.81         | 9.68          | 116.13 |
      | exact                        | down     | 25.80         | 9.67          | 116.13 |
      | rounded to the smallest unit | half up  | 5 * 16 * 0.32 | 3 * 10 * 0.32 | 116.00 |
      | rounded to the smallest unit | up       | 5 * 16 * 0.33 | 3 * 10 * 0.33 | 116.50 |
      | rounded to the smallest unit | down     | 5 * 16 * 0.32 | 3 * 10 * 0.32 | 116.00 |

  # 100.00 a month leaves after 16 days. A day is 1/31 of it (3.2258), 1/30 (3.3333), 12/365 (3.2876): 3.23, 3.33, 3.29. In advance 15 days
  # go back (14 from the 17th to the 30th, where a month has 30): 100.00 less 15 * 3.23, 14 * 3.33, 15 * 3.33, 15 * 3.29. In arrears the
  # 16 days before are paid: 16 * 3.23, 16 * 3.33, 16 * 3.29.
  Scenario Outline: A plan that leaves, <day count>, billed <timing>
    Given these conventions:
      | question   | answer                       |
      | daily rate | rounded to the smallest unit |
      | proration  | <day count>                  |
    And "Globex" signed on 1 March 2026 for 12 months, billed monthly <timing>, net 30, no tax:
      | product | price per month |
      | Plan    | 100.00 USD      |
    When Globex cancels on 17 March 2026
    And time passes to 30 April 2026
    Then nothing else is invoiced since 2 April 2026
    And Globex owes <paid> USD
    And the ledger shows on 30 April 2026 exactly:
      | account     | debit  | credit |
      | Receivables | <paid> |        |
      | Revenue     |        | <paid> |
    And finance closes April 2026 without a difference

    Examples:
      | day count                 | timing     | paid               |
      | actual days of the period | in advance | 51.55              |
      | 30/360                    | in advance | 53.38              |
      | fixed 30 days             | in advance | 50.05              |
      | actual/365                | in advance | 50.65              |
      | months                    | in advance | 51.55              |
      | actual days of the period | in arrears | 51.68              |
      | 30/360                    | in arrears | 53.28              |
      | fixed 30 days             | in arrears | 53.28              |
      | actual/365                | in arrears | 52.64              |

  # 0.01 a day is more than a seat of 0.015 for three months can cost: ten seats cost 0.15, however many days are left of it, and nothing
  # more. Ten seats more from the last day cost 10 * 0.01.
  Scenario: A rate rounded up never costs more than the billing period
    Given these conventions:
      | question   | answer                       |
      | daily rate | rounded to the smallest unit |
      | rounding   | up                           |
    And "Globex" signed on 29 February 2024 for 3 months, billed every 3 months in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 0.005 USD       |
    When Globex adds 20 "Seat" from 1 March 2024
    And Globex adds 10 "Seat" from 28 May 2024
    Then Globex is invoiced:
      | date             | quantity | net  |
      | 29 February 2024 | 10       | 0.15 |
      | 1 March 2024     | 20       | 0.30 |
      | 28 May 2024      | 10       | 0.10 |
    And nothing else is invoiced
    And nothing else is credited
    And Globex owes 0.55 USD
    When time passes to 31 May 2024
    Then the ledger shows on 31 May 2024 exactly:
      | account     | debit | credit |
      | Receivables | 0.55  |        |
      | Revenue     |       | 0.55   |
    And finance closes May 2024 without a difference
