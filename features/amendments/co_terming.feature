@amendments @wave-3 @req:Q2C-301
Feature: Everything ends on one day
  What is added to a running contract ends with it, whatever its own price period. Two contracts of a customer can be brought
  to one end; the days until then are billed by the days they are.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: An add-on for the rest of the year
    # 1,825.00 a year, billed yearly: 5.00 a day. The add-on joins on 16 August and ends with the contract: 138 days of 365 of its
    # own 730.00 a year, 276.00; nothing of it is left in 2027.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When Globex adds 2 "Annual license" at 365.00 USD per year from 16 August 2026
    And time passes to 31 January 2027
    Then Globex is invoiced:
      | date           | from           | to               | quantity | net                  | tax    |
      | 1 January 2026 | 1 January 2026 | 31 December 2026 | 1        | 1,825.00             | 182.50 |
      | 16 August 2026 | 16 August 2026 | 31 December 2026 | 2        | 2 * 365.00 * 138/365 | 27.60  |
    And nothing else is invoiced
    And nothing else is credited
    And Globex is subscribed to nothing
    And the revenue of December 2026 is 217.00 USD
    And finance closes December 2026 without a difference

  Scenario: Two contracts are brought to one end
    # The first ends on 31 December, the second, of six months from 16 June, on 15 December. It is extended by 16 days: its last
    # period would be the 31 days from 16 December to 15 January, 31 * 10.00 * 16/31 = 160.00.
    Given "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, no tax:
      | product   | quantity | price per month |
      | Analytics | 1        | 240.00 USD      |
    And "Globex" signed on 16 June 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 31       | 10.00 USD       |
    When time passes to 1 November 2026
    And Globex extends the contract to 31 December 2026
    And time passes to 31 January 2027
    Then Globex is invoiced:
      | date             | for           | from             | to               | net    |
      | 1 October 2026   | Analytics     | 1 October 2026   | 31 December 2026 | 720.00 |
      | 16 November 2026 | Platform seat | 16 November 2026 | 15 December 2026 | 310.00 |
      | 16 December 2026 | Platform seat | 16 December 2026 | 31 December 2026 | 160.00 |
    And nothing else is invoiced since 17 November 2026
    And Globex is subscribed to nothing
    And the revenue of January 2027 is 0.00 USD
    And finance closes December 2026 without a difference
