@charging @published @req:Q2C-216
Feature: Changes, fees for each use and credits with the figures that other systems publish
  The figures are from the documentation of other billing systems; each scenario names them and says which convention it assumes.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Stripe, halfway from 10.00 to 20.00: 5.00 back for unused time and 10.00 for what remains. Autumn shows 20.00 to 50.00 as one
  # difference of 15.00, and Polar can leave it to the next regular invoice.
  Scenario Outline: <system>, a plan of <old> becomes one of <new> halfway, <convention>
    Given these conventions:
      | question                | answer       |
      | proration unit          | second       |
      | billing of an amendment | <convention> |
    And Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product   | quantity | price per month |
      | Analytics | 1        | <old>           |
    When Pied Piper signs an amendment at 2026-04-16 00:00:
      | change | product   | price               |
      | price  | Analytics | <new> USD per month |
    And time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date         | from          | to            | net       |
      | 1 April 2026 | 1 April 2026  | 30 April 2026 | <old>     |
      | <day>        | 16 April 2026 | 30 April 2026 | <charged> |
      | 1 May 2026   | 1 May 2026    | 31 May 2026   | <new>     |
    And nothing else is invoiced
    And finance closes May 2026 without a difference

    Examples:
      | system | old   | new   | convention                     | day           | charged |
      | Stripe | 10.00 | 20.00 | credit and charge line by line | 16 April 2026 | 10.00   |
      | Autumn | 20.00 | 50.00 | one net difference             | 16 April 2026 | 15.00   |
      | Polar  | 20.00 | 50.00 | on the next regular invoice    | 1 May 2026    | 25.00   |

  # Kill Bill aligned to the 31st: the day comes back after a shorter month.
  Scenario: Kill Bill, a bill cycle day of 31
    Given Pied Piper signed on 31 January 2026 for 3 months, billed monthly in advance on the 31st, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 29.95           |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date             | from             | to               | net   |
      | 31 January 2026  | 31 January 2026  | 27 February 2026 | 29.95 |
      | 28 February 2026 | 28 February 2026 | 30 March 2026    | 29.95 |
      | 31 March 2026    | 31 March 2026    | 29 April 2026    | 29.95 |
    And nothing else is invoiced

  # Upvest's fees of an order: 1% of it, not less than 1.00 and not more than 100.00; or a fee by its size.
  Scenario Outline: Upvest, the fee of an order of <order>
    Given these products are sold:
      | product | charged              | percent | minimum per use | maximum per use | rated per |
      | Orders  | percentage, by usage | 1%      | 1.00            | 100.00          |           |
      | Sizes   | volume, by usage     |         |                 |                 | use       |
    And the tiers of "Sizes":
      | to        | flat fee |
      | 499.99    | 1.00     |
      | 1,999.99  | 2.00     |
      | 9,999.99  | 5.00     |
      |           | 10.00    |
    And Pied Piper signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Orders  |
      | Sizes   |
    When Pied Piper uses <order> "Orders" on 3 June 2026
    And Pied Piper uses <order> "Orders" on 4 June 2026
    And Pied Piper uses <order> "Sizes" on 3 June 2026
    And Pied Piper uses <order> "Sizes" on 3 June 2026
    And time passes to 1 July 2026
    Then Pied Piper is invoiced:
      | for    | net            |
      | Orders | 2 * <percent>  |
      | Sizes  | 2 * <by size>  |
    And nothing else is invoiced

    Examples:
      | order     | percent | by size |
      | 50.00     | 1.00    | 1.00    |
      | 499.99    | 5.00    | 1.00    |
      | 500.00    | 5.00    | 2.00    |
      | 5,000.00  | 50.00   | 5.00    |
      | 20,000.00 | 100.00  | 10.00   |

  # SAP's automatic tiers: 3.00, and 0.20 for each begun 5.00 of an amount; at least 4.00 and at most 10.00.
  Scenario Outline: SAP, the charge on an amount of <amount>
    Given these products are sold:
      | product  | charged          | minimum per use | maximum per use |
      | Payments | tiered, by usage | 4.00            | 10.00           |
    And the tiers of "Payments":
      | to | price per unit | package of | flat fee |
      |    | 0.20           | 5          | 3.00     |
    And Pied Piper signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product  |
      | Payments |
    When Pied Piper uses <amount> "Payments" on 3 June 2026
    And time passes to 1 July 2026
    Then Pied Piper is invoiced:
      | for      | net   |
      | Payments | <net> |
    And nothing else is invoiced

    Examples:
      | amount | net                |
      | 10     | 4.00               |
      | 60     | 3.00 + 12 * 0.20   |
      | 61     | 3.00 + 13 * 0.20   |
      | 1,000  | 10.00              |

  # Lago: 0.010 for each tracked user and at least 100.00; 5,000 users are 50.00, so 50.00 is the true-up.
  Scenario: Lago, a spending minimum
    Given these products are sold:
      | product | charged            | price          | minimum |
      | Users   | per unit, by usage | 0.010 USD each | 100.00  |
    And Pied Piper signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Users   |
    When Pied Piper uses 5,000 "Users" on 3 June 2026
    And time passes to 1 July 2026
    Then Pied Piper is invoiced:
      | charge             | net   |
      | Users              | 50.00 |
      | Minimum commitment | 50.00 |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

  # Lago: 100.00 of credit, 250 units at 0.02 are 5.00; 95.00 is left and nothing is owed for the month.
  Scenario: Lago, prepaid credits
    Given these products are sold:
      | product | charged            | price           |
      | Units   | per unit, by usage | 0.02 USD each   |
      | Wallet  | prepaid            | 100.00 USD once |
    And Pied Piper signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Units   |
      | Wallet  |
    When Pied Piper uses 250 "Units" on 3 June 2026
    And time passes to 30 June 2026
    Then the prepaid balance of Pied Piper on 30 June 2026 is:
      | product | topped up | drawn | expired | left  |
      | Wallet  | 100.00    | 5.00  | 0.00    | 95.00 |
    When time passes to 1 July 2026
    Then Pied Piper is invoiced:
      | for    | net    |
      | Wallet | 100.00 |
    And nothing else is invoiced
