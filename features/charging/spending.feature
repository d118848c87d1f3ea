@charging @spending @usage @req:Q2C-315
Feature: Thresholds, commitments of a whole contract, and credits
  Usage can be billed as soon as enough of it has come together; a customer can commit to spend so much in all; and credits can
  be worth more than they cost, be given away, be drawn in an order of their own, and be for some products only.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 0.10 a call, billed at 50.00: 30.00 waits, 60.00 does not; then 40.00 waits and 60.00 does not; the rest with the month.
  Scenario: Usage is billed as soon as it reaches a threshold
    Given these products are sold:
      | product | charged            | price         | billed at |
      | Calls   | per unit, by usage | 0.10 USD each | 50.00     |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    When Globex uses 300 "Calls" on 5 June 2026
    And Globex uses 300 "Calls" on 10 June 2026
    And Globex uses 400 "Calls" on 20 June 2026
    And Globex uses 200 "Calls" on 25 June 2026
    And Globex uses 100 "Calls" on 28 June 2026
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date         | from        | to           | quantity | net   | tax  |
      | 10 June 2026 | 1 June 2026 | 30 June 2026 | 600      | 60.00 | 6.00 |
      | 25 June 2026 | 1 June 2026 | 30 June 2026 | 600      | 60.00 | 6.00 |
      | 1 July 2026  | 1 June 2026 | 30 June 2026 | 100      | 10.00 | 1.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2026 without a difference
    And the June 2026 close report shows:
      | line    | amount |
      | Revenue | 130.00 |
    And finance closes July 2026 without a difference

  # Exactly at the threshold it is billed; 499 calls are not, 500 are.
  Scenario: Exactly at the threshold
    Given these products are sold:
      | product | charged            | price         | billed at |
      | Calls   | per unit, by usage | 0.10 USD each | 50.00     |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Globex uses 499 "Calls" on 5 June 2026
    Then Globex is invoiced nothing
    When Globex uses 1 "Calls" on 6 June 2026
    Then Globex is invoiced:
      | date        | quantity | net   |
      | 6 June 2026 | 500      | 50.00 |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

  # A graduated price goes on where it was: 600 cost 60.00, 1,200 cost 100.00 + 200 * 0.05 = 110.00, 50.00 more.
  Scenario: A threshold in graduated steps
    Given these products are sold:
      | product | charged          | billed at |
      | Calls   | tiered, by usage | 50.00     |
    And the tiers of "Calls":
      | to    | price per unit |
      | 1,000 | 0.10           |
      |       | 0.05           |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Globex uses 600 "Calls" on 5 June 2026
    And Globex uses 600 "Calls" on 10 June 2026
    And Globex uses 100 "Calls" on 12 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date         | quantity | net   |
      | 5 June 2026  | 600      | 60.00 |
      | 10 June 2026 | 1,200    | 50.00 |
      | 1 July 2026  | 1,300    | 5.00  |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

  # Lago's commitment counts the fee and the usage: 100.00 less 49.00 and 20.00 is 31.00; 49.00 and 60.00 leave nothing.
  Scenario Outline: A minimum of all that the contract is charged, with <used> calls
    Given these products are sold:
      | product | charge | charged            | price               | minimum | minimum of |
      | Plan    | Fee    | flat               | 49.00 USD per month |         |            |
      | Plan    | Calls  | per unit, by usage | 0.02 USD each       | 100.00  | contract   |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product |
      | Plan    |
    When Globex uses <used> "Plan" on 10 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced <total> USD in all
    And finance closes July 2026 without a difference
    And the ledger shows on 31 July 2026:
      | account | debit | credit |
      | Revenue |       | <net>  |

    Examples:
      | used  | net    | total  |
      | 1,000 | 100.00 | 110.00 |
      | 3,000 | 109.00 | 119.90 |

  # 20.00 are given and drawn first; 100.00 were sold for 80.00. January draws 60.00: 20.00 that cost nothing and 40.00 that
  # cost 32.00. February draws the other 60.00, which cost 48.00, and 40.00 are billed.
  Scenario: Credits that are given and credits that are worth more than they cost
    Given these products are sold:
      | product | charged            | price           | worth  | drawn  |
      | Calls   | per unit, by usage | 0.02 USD each   |        |        |
      | Bonus   | prepaid            | 0.00 USD once   | 20.00  | first  |
      | Credit  | prepaid            | 80.00 USD once  | 100.00 | second |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
      | Bonus   |
      | Credit  |
    When Globex uses 3,000 "Calls" on 20 January 2026
    And time passes to 31 January 2026
    Then the prepaid balance of Globex on 31 January 2026 is:
      | product | topped up | drawn | expired | left  |
      | Bonus   | 20.00     | 20.00 | 0.00    | 0.00  |
      | Credit  | 100.00    | 40.00 | 0.00    | 60.00 |
    And the journal of January 2026 contains:
      | date            | source  | account            | debit | credit |
      | 31 January 2026 | revenue | Contract liability | 32.00 |        |
      | 31 January 2026 | revenue | Revenue            |       | 32.00  |
    When Globex uses 5,000 "Calls" on 20 February 2026
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date           | for    | net   | tax  |
      | 1 January 2026 | Bonus  | 0.00  | 0.00 |
      | 1 January 2026 | Credit | 80.00 | 8.00 |
      | 1 March 2026   | Calls  | 40.00 | 4.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes February 2026 without a difference
    And the February 2026 close report shows:
      | line                        | amount |
      | Revenue                     | 88.00  |
      | Contract liability, closing | 0.00   |

  # Without an order of its own the credit that expires first would be drawn first.
  Scenario: Credits for some products only
    Given these products are sold:
      | product  | charged            | price           | drawn by | expires after |
      | Calls    | per unit, by usage | 0.02 USD each   |          |               |
      | Reads    | per unit, by usage | 0.01 USD each   |          |               |
      | For reads | prepaid           | 30.00 USD once  | Reads    | 1 month       |
      | For all  | prepaid            | 10.00 USD once  |          |               |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product   |
      | Calls     |
      | Reads     |
      | For reads |
      | For all   |
    When Globex uses 1,000 "Calls" on 10 January 2026
    And Globex uses 2,000 "Reads" on 11 January 2026
    And time passes to 1 March 2026
    Then the prepaid balance of Globex on 1 February 2026 is:
      | product   | topped up | drawn | expired | left |
      | For reads | 30.00     | 20.00 | 10.00   | 0.00 |
      | For all   | 10.00     | 10.00 | 0.00    | 0.00 |
    And Globex is invoiced:
      | date            | for       | net   |
      | 1 January 2026  | For reads | 30.00 |
      | 1 January 2026  | For all   | 10.00 |
      | 1 February 2026 | Calls     | 10.00 |
    And nothing else is invoiced
    And finance closes February 2026 without a difference
