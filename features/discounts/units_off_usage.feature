@discounts @usage @published @req:Q2C-250
Feature: Units off usage
  So many of the units used are not charged: the first ones of each billing period, for some of them, or until they are used up.
  They are taken off the quantity before it is priced; percentages and amounts are off what that costs.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged            | price               | maximum |
      | Calls   | per unit, by usage | 1.00 USD each       |         |
      | Compute | per unit, by usage | 0.10 USD each       | 50.00   |
      | Tiered  | tiered, by usage   |                     |         |
      | Base    | flat               | 40.00 USD per month |         |
    And the tiers of "Tiered":
      | from   | to     | price per unit |
      | 1      | 10,000 | 0.001          |
      | 10,001 |        | 0.0008         |

  # OpenMeter: 500 units off and uses of 300, 250 and 100 leave 0, 50 and 100 to be charged. Off each period they leave
  # nothing to charge, and what nothing is charged for is no line; once only the first period's 300 are covered.
  Scenario Outline: 500 units off, <for>
    Given Pied Piper is promised with the next contract:
      | discount  | off   | for   |
      | 500 units | Calls | <for> |
    And Pied Piper signed on 1 January 2026 for 3 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
      | Base    |
    When Pied Piper uses 300 "Calls" on 10 January 2026
    And Pied Piper uses 250 "Calls" on 10 February 2026
    And Pied Piper uses 100 "Calls" on 10 March 2026
    And time passes to 1 April 2026
    Then Pied Piper is invoiced <invoiced> USD in all
    And Pied Piper is credited nothing
    And the revenue of February 2026 is <february> USD
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    And finance closes March 2026 without a difference

    # The base is 3 * 40.00 = 120.00; with 10% of tax: (120.00 + what is charged) * 1.1.
    Examples:
      | for                 | february       | invoiced |
      | until it is used up | 90.00 | 297.00   |
      | to the end          | 40.00          | 132.00   |
      | once                | 290.00 | 517.00   |
      | 2 periods           | 40.00          | 242.00   |

  # Orb: a usage discount before the pricing function, then a percentage, then the most. 12,000 calls less 1,500 are 10,500: 10.00 for
  # the first 10,000 and 0.40; 10% off are 9.36. 900 hours less 100 are 80.00, half of it 40.00; 1,300 less 100
  # are 120.00, half of it 60.00, at most 50.00.
  Scenario Outline: <uses> of "<product>", <units> units and <percent> off
    Given Pied Piper is promised with the next contract:
      | discount      | off       |
      | <percent>     | <product> |
      | <units> units | <product> |
    And Pied Piper signed on 1 January 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product   |
      | <product> |
    When Pied Piper uses <uses> "<product>" on 10 January 2026
    And time passes to 1 February 2026
    Then Pied Piper is invoiced:
      | date            | quantity   | net   |
      | 1 February 2026 | <quantity> | <net> |
    And nothing else is invoiced
    And finance closes January 2026 without a difference

    Examples:
      | product | uses   | units | percent | quantity | net   |
      | Tiered  | 12,000 | 1,500 | 10%     | 10,500   | 9.36  |
      | Compute | 900    | 100   | 50%     | 800      | 40.00 |
      | Compute | 1,300  | 100   | 50%     | 1,200    | 50.00 |
      | Calls   | 3      | 0.5   | 0%      | 2.5      | 2.50  |

  # Granted on 11 January for the rest of January: 40 used before are charged, and of the 60 after it 50 are free.
  Scenario: Granted within a billing period
    Given Pied Piper signed on 1 January 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses 40 "Calls" on 10 January 2026
    And Pied Piper is granted from 11 January 2026:
      | discount | off   | for  |
      | 50 units | Calls | once |
    And Pied Piper uses 60 "Calls" on 12 January 2026
    And Pied Piper uses 60 "Calls" on 12 February 2026
    And time passes to 1 March 2026
    Then Pied Piper is invoiced 110.00 USD in all
    And Pied Piper is credited nothing
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference

  Scenario Outline: Units that cannot be off: <why>
    Given these products are sold:
      | product | charged            | price         | rated per |
      | Rides   | per unit, by usage | 1.00 USD each | use       |
    And Pied Piper is promised with the next contract:
      | discount  | off   |
      | 500 units | <off> |
    When Pied Piper signed on 1 January 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | <off>   |
    Then it is refused because "<reason>"
    And Pied Piper is invoiced nothing

    Examples:
      | why                         | off   | reason                                                                                                                     |
      | nothing is used             | Base  | a discount of 500 units is off what is used, and none of what it is off is charged by usage                                 |
      | each use is priced by itself | Rides | a discount of 500 units cannot be off 'Rides': its usage is not added up and priced once for its billing period |
