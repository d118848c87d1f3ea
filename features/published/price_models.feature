@charging @published @price-tables @req:Q2C-206
Feature: Price models with the figures that other systems publish
  The figures are from the documentation and tests of other billing systems; each row names the system. What they call a
  price model is here a way of charging, a table of steps, or both.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Each row is one table: units to, price of each, fee of the step, "-" for the open end.
  # Zuplo: 1,000 * 0.10 + 9,000 * 0.05 + 5,000 * 0.01 = 600.00; all 15,000 at 0.01 = 150.00.
  # Autumn: 1,000 * 0.01 + 9,000 * 0.008 + 5,000 * 0.005 = 107.00.
  # Stripe ("Set up tiered pricing"), fonts at 7.00, 6.50 and 6.00: volume 6 * 6.50 = 39.00 and 20 * 6.00 = 120.00; graduated
  # 5 * 7.00 + 6.50 = 41.50.
  # Zuora: 10 * 2.00 + 5 * 3.00 = 35.00; with overage, 100 * 0.00 + 30 * 2.00 = 60.00.
  # Kill Bill, all tiers: 10 * 1.5 + 100 * 1.0 + 1 * 0.5 = 115.50; top tier: 111 * 0.5 = 55.50.
  # Lago: 100 * 1.00 + 100 * 0.50 + 50 * 0.10 = 155.00.
  # Oracle Banking ("Examples for Tier Based Amount"), fees of 10.00, 20.00 and 30.00 alone: of 1,000 the last one, 30.00, where the
  # number finds one step; all three, 60.00, where it fills them one by one. Per unit 250 * 1 + 250 * 2 + 500 * 3 = 2,250.00.
  # Flexprice: 10,000 * 0.001 + 40,000 * 0.0008 + 15,000 * 0.0006 = 51.00; all 65,000 at 0.0006 = 39.00.
  # Orb ("Invoice calculation examples"): 10,000 * 0.001 + 90,000 * 0.0008 + 50,000 * 0.0005 = 107.00.
  # A stair step before, at and after its edge: 300.00 whatever the number up to 50.
  Scenario Outline: <system>, <charged>: <used> units come to <net>
    Given these products are sold:
      | product | charged             |
      | Units   | <charged>, by usage |
    And the tiers of "Units":
      | to     | price per unit | flat fee |
      | <to 1> | <each 1>       | <fee 1>  |
      | <to 2> | <each 2>       | <fee 2>  |
      |        | <each 3>       | <fee 3>  |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Units   |
    When Globex uses <used> "Units" on 10 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | for   | from        | to           | quantity | net   |
      | 1 July 2026 | Units | 1 June 2026 | 30 June 2026 | <used>   | <net> |
    And nothing else is invoiced

    Examples:
      | system    | charged | used   | to 1  | each 1 | fee 1  | to 2   | each 2 | fee 2  | each 3 | fee 3  | net    |
      | Zuplo     | tiered  | 15,000 | 1,000 | 0.10   | 0      | 10,000 | 0.05   | 0      | 0.01   | 0      | 600.00 |
      | Zuplo     | volume  | 15,000 | 1,000 | 0.10   | 0      | 10,000 | 0.05   | 0      | 0.01   | 0      | 150.00 |
      | Autumn    | tiered  | 15,000 | 1,000 | 0.01   | 0      | 10,000 | 0.008  | 0      | 0.005  | 0      | 107.00 |
      | Stripe    | volume  | 6      | 5     | 7.00   | 0      | 10     | 6.50   | 0      | 6.00   | 0      | 39.00  |
      | Stripe    | tiered  | 6      | 5     | 7.00   | 0      | 10     | 6.50   | 0      | 6.00   | 0      | 41.50  |
      | Zuora     | tiered  | 15     | 10    | 2.00   | 0      | 20     | 3.00   | 0      | 5.00   | 0      | 35.00  |
      | Zuora     | tiered  | 130    | 100   | 0.00   | 0      | 200    | 2.00   | 0      | 5.00   | 0      | 60.00  |
      | Kill Bill | tiered  | 111    | 10    | 1.50   | 0      | 110    | 1.00   | 0      | 0.50   | 0      | 115.50 |
      | Kill Bill | volume  | 111    | 10    | 1.50   | 0      | 110    | 1.00   | 0      | 0.50   | 0      | 55.50  |
      | Lago      | tiered  | 250    | 100   | 1.00   | 0      | 200    | 0.50   | 0      | 0.10   | 0      | 155.00 |
      | Stripe    | volume  | 20     | 5     | 7.00   | 0      | 10     | 6.50   | 0      | 6.00   | 0      | 120.00 |
      | Oracle    | volume  | 1,000  | 250   | 0      | 10.00  | 500    | 0      | 20.00  | 0      | 30.00  | 30.00  |
      | Oracle    | tiered  | 1,000  | 250   | 0      | 10.00  | 500    | 0      | 20.00  | 0      | 30.00  | 60.00  |
      | Oracle    | tiered  | 1,000  | 250   | 1.00   | 0      | 500    | 2.00   | 0      | 3.00   | 0      | 2,250.00 |
      | Flexprice | tiered  | 65,000 | 10,000 | 0.001 | 0      | 50,000 | 0.0008 | 0      | 0.0006 | 0      | 51.00  |
      | Flexprice | volume  | 65,000 | 10,000 | 0.001 | 0      | 50,000 | 0.0008 | 0      | 0.0006 | 0      | 39.00  |
      | Orb       | tiered  | 150,000 | 10,000 | 0.001 | 0     | 100,000 | 0.0008 | 0     | 0.0005 | 0      | 107.00 |
      | any       | volume  | 11     | 10    | 0      | 100.00 | 50     | 0      | 300.00 | 0      | 900.00 | 300.00 |
      | any       | volume  | 50     | 10    | 0      | 100.00 | 50     | 0      | 300.00 | 0      | 900.00 | 300.00 |
      | any       | volume  | 51     | 10    | 0      | 100.00 | 50     | 0      | 300.00 | 0      | 900.00 | 900.00 |

  # Kill Bill's blocks: 1,000 units are 10 blocks of 100, the other 4,325 are 5 begun blocks of 1,000.
  # By the top tier alone all units are counted in its blocks: 101,001 are 102 of 1,000 at 0.50.
  # Flexprice: 4,500 calls are 5 packages of 1,000 at 1.00.
  Scenario Outline: <system>, steps in packages, <charged>: <used> units come to <net>
    Given these products are sold:
      | product | charged             |
      | Units   | <charged>, by usage |
    And the tiers of "Units":
      | to     | price per unit | package of |
      | <to 1> | 1.00           | <size>     |
      | <to 2> | 1.00           | 1,000      |
      |        | <each 3>       | 1,000      |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Units   |
    When Globex uses <used> "Units" on 10 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 1 July 2026 | <used>   | <net> |
    And nothing else is invoiced

    Examples:
      | system    | charged | used    | to 1   | size  | to 2    | each 3 | net    |
      | Kill Bill | tiered  | 5,325   | 1,000  | 100   | 101,000 | 0.50   | 15.00  |
      | Kill Bill | volume  | 1,000   | 1,000  | 100   | 101,000 | 0.50   | 10.00  |
      | Kill Bill | volume  | 101,000 | 1,000  | 100   | 101,000 | 0.50   | 101.00 |
      | Kill Bill | volume  | 101,001 | 1,000  | 100   | 101,000 | 0.50   | 51.00  |
      | Kill Bill | volume  | 300,000 | 1,000  | 100   | 101,000 | 0.50   | 150.00 |
      | Flexprice | volume  | 4,500   | 10,000 | 1,000 | 50,000  | 0.50   | 5.00   |

  # Stripe divides a quantity before it is priced, and rounds it up or down: 250 are three begun hundreds or two full ones.
  Scenario Outline: Stripe, a quantity divided by 100 and rounded <rounded>
    Given these products are sold:
      | product | charged   | price              |
      | Units   | <charged> | 3.00 USD per month |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Units   | 250      |
    When time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 1 June 2026 | 250      | <net> |
    And nothing else is invoiced

    Examples:
      | rounded | charged                 | net  |
      | up      | per package of 100      | 9.00 |
      | down    | per full package of 100 | 6.00 |

  # 1% of 1,000 and 200.00; 2% of 50 and 300.00; from 10,001 on 3% and 400.00. Lago shows what each transfer adds:
  # 205.00, 306.00 and 80.00.
  Scenario Outline: Lago, graduated percentages: transfers of <used> come to <net>
    Given these products are sold:
      | product   | charged          |
      | Transfers | tiered, by usage |
    And the tiers of "Transfers":
      | to     | percent | flat fee |
      | <to>   | 1%      | 200.00   |
      | 10,000 | 2%      | 300.00   |
      |        | 3%      | 400.00   |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product   |
      | Transfers |
    When Globex uses <used> "Transfers" on 10 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 1 July 2026 | <used>   | <net> |
    And nothing else is invoiced

    Examples:
      | to    | used   | net                                            |
      | 1,000 | 500    | 205.00                                         |
      | 1,000 | 1,050  | 205.00 + 306.00                                |
      | 1,000 | 5,050  | 205.00 + 306.00 + 80.00                        |
      | 1,000 | 12,000 | 10.00 + 200.00 + 180.00 + 300.00 + 60.00 + 400.00 |

  # Lago's percentage test: four transfers that add up to 50, 150, 400 and 800, at 1.3% and 2.00 each. What is free is the
  # least of an amount and of what the first transfers come to.
  Scenario Outline: Lago, a percentage with <free> free and <free uses> free transfers
    Given these products are sold:
      | product   | charged              | percent | fixed fee | free units | free uses   |
      | Transfers | percentage, by usage | 1.3%    | <fee>     | <free>     | <free uses> |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product   |
      | Transfers |
    When Globex uses:
      | date        | product   | quantity |
      | 1 June 2026 | Transfers | 50       |
      | 2 June 2026 | Transfers | 100      |
      | 3 June 2026 | Transfers | 250      |
      | 4 June 2026 | Transfers | 400      |
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 1 July 2026 | 800      | <net> |
    And nothing else is invoiced

    Examples:
      | free | free uses | fee  | net                            |
      | 250  | 3         | 2.00 | (800 - 250) * 0.013 + 2 * 2.00 |
      | 250  | 0         | 2.00 | (800 - 250) * 0.013 + 2 * 2.00 |
      | 0    | 3         | 2.00 | (800 - 400) * 0.013 + 2.00     |
      | 500  | 3         | 2.00 | (800 - 400) * 0.013 + 2.00     |
      | 0    | 0         | 2.00 | 800 * 0.013 + 4 * 2.00         |
      | 0    | 5         | 2.00 | 0.00                           |
