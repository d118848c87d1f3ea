@charging @spending @usage @req:Q2C-315
Feature: Thresholds and caps of a contract or a customer
  Usage is billed as soon as what is not billed of all charges reaches an amount, and what a billing period comes to is no more
  than so much: of one charge, of all such charges of a contract, or of all such of a customer's contracts.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Calls at 0.10, reads at 0.20. 300 calls are 30.00 and wait; 100 reads make it 50.00: both are billed. Then 200 calls, 20.00,
  # wait for the end of the month. Alone neither would reach 50.00 before the 500 calls did.
  Scenario Outline: What two charges of <of> come to reaches a threshold
    Given these products are sold:
      | product | charged            | price         | billed at | billed at of |
      | Calls   | per unit, by usage | 0.10 USD each | 50.00     | <of>         |
      | Reads   | per unit, by usage | 0.20 USD each | 50.00     | <of>         |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
      | Reads   |
    When Globex uses 300 "Calls" on 5 June 2026
    Then Globex is invoiced nothing
    When Globex uses 100 "Reads" on 10 June 2026
    And Globex uses 200 "Calls" on 20 June 2026
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date     | for   | from        | to           | quantity | net     |
      | <first>  | Calls | 1 June 2026 | 30 June 2026 | <calls>  | <net 1> |
      | <second> | Reads | 1 June 2026 | 30 June 2026 | 100      | 20.00   |
    And Globex is invoiced 77.00 USD in all
    And nothing else is credited
    And finance closes June 2026 without a difference
    And the June 2026 close report shows:
      | line    | amount |
      | Revenue | 70.00  |
    And finance closes July 2026 without a difference

    Examples:
      | of       | first        | calls | net 1 | second       |
      | contract | 10 June 2026 | 300   | 30.00 | 10 June 2026 |
      | customer | 10 June 2026 | 300   | 30.00 | 10 June 2026 |
      | charge   | 20 June 2026 | 500   | 50.00 | 1 July 2026  |

  # The same of two contracts: only what counts for the customer is added up. Cents before the threshold nothing is billed.
  Scenario Outline: Two contracts of a customer, a threshold of <of>
    Given these products are sold:
      | product | charged            | price         | billed at | billed at of |
      | Calls   | per unit, by usage | 0.10 USD each | 50.00     | <of>         |
      | Reads   | per unit, by usage | 0.20 USD each | 50.00     | <of>         |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Reads   |
    When Globex uses 299 "Calls" on 5 June 2026
    And Globex uses 100 "Reads" on 10 June 2026
    Then Globex is invoiced nothing
    When Globex uses 1 "Calls" on 12 June 2026
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date  | for   | quantity | net   |
      | <day> | Calls | 300      | 30.00 |
      | <day> | Reads | 100      | 20.00 |
    And nothing else is invoiced
    And finance closes July 2026 without a difference

    Examples:
      | of       | day          |
      | customer | 12 June 2026 |
      | contract | 1 July 2026  |

  # At most 60.00 of 30.00 and 60.00: what is above it is left out by what each comes to, 10.00 and 20.00.
  Scenario Outline: What two charges of <of> come to at most
    Given these products are sold:
      | product | charged            | price         | maximum | maximum of |
      | Calls   | per unit, by usage | 0.10 USD each | 60.00   | <of>       |
      | Reads   | per unit, by usage | 0.20 USD each | 60.00   | <of>       |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Reads   |
    When Globex uses 300 "Calls" on 5 June 2026
    And Globex uses 300 "Reads" on 10 June 2026
    And Globex uses 100 "Calls" on 5 July 2026
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date          | for   | quantity | net     |
      | 1 July 2026   | Calls | 300      | <calls> |
      | 1 July 2026   | Reads | 300      | <reads> |
      | 1 August 2026 | Calls | 100      | 10.00   |
    And Globex is invoiced <owed> USD in all
    And finance closes June 2026 without a difference
    And the June 2026 close report shows:
      | line    | amount    |
      | Revenue | <revenue> |
    And finance closes July 2026 without a difference

    Examples:
      | of       | calls | reads | revenue | owed   |
      | customer | 20.00 | 40.00 | 60.00   | 77.00  |
      | contract | 30.00 | 60.00 | 90.00   | 110.00 |
      | charge   | 30.00 | 60.00 | 90.00   | 110.00 |

  # At most 60.00 a month, billed as soon as 25.00 are not: 30.00 at once; then 20.00 wait; 300 reads would make 80.00 more, of
  # which only 30.00 are left.
  Scenario: A threshold and a cap of one contract
    Given these products are sold:
      | product | charged            | price         | billed at | billed at of | maximum | maximum of |
      | Calls   | per unit, by usage | 0.10 USD each | 25.00     | contract     | 60.00   | contract   |
      | Reads   | per unit, by usage | 0.20 USD each | 25.00     | contract     | 60.00   | contract   |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
      | Reads   |
    When Globex uses 300 "Calls" on 5 June 2026
    And Globex uses 100 "Reads" on 6 June 2026
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date        | for   | quantity | net   |
      | 5 June 2026 | Calls | 300      | 30.00 |
      | 1 July 2026 | Reads | 100      | 20.00 |
    And Globex is invoiced 50.00 USD in all
    And finance closes July 2026 without a difference

  # The contract of the plan gets writes only on 10 June; from then on what both contracts use is charged 60.00 at most.
  Scenario: A contract joins a customer's cap by an amendment
    Given these products are sold:
      | product | charged            | price               | maximum | maximum of |
      | Plan    | flat               | 5.00 USD per month  |         |            |
      | Reads   | per unit, by usage | 0.10 USD each       | 60.00   | customer   |
      | Writes  | per unit, by usage | 0.20 USD each       | 60.00   | customer   |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Reads   |
    And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Plan    |
    When Globex signs an amendment on 10 June 2026, effective 10 June 2026:
      | change      | product |
      | add product | Writes  |
    And Globex uses 300 "Reads" on 12 June 2026
    And Globex uses 300 "Writes" on 12 June 2026
    And time passes to 1 July 2026
    # Above 60.00 are 30.00, left out by what each comes to: 10.00 of 30.00 and 20.00 of 60.00.
    Then Globex is invoiced:
      | date        | for    | net   |
      | 1 July 2026 | Reads  | 20.00 |
      | 1 July 2026 | Plan   | 5.00  |
      | 1 July 2026 | Writes | 40.00 |
    And nothing else is invoiced
    And Globex is credited nothing
    And finance closes June 2026 without a difference
