@amendments @price-lists @conventions @wave-3 @req:Q2C-302
Feature: A new price list and running contracts
  The list says 12.00 from the middle of March. What a customer was sold at the old list price follows it at once, from the
  next bill, or not before the contract is renewed; a price of the customer's own stays in any case.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | price                |
      | Desk    | 10.00 USD per month  |

  Scenario Outline: 100 desks at the list price, <answer>
    # 100 * 2.00 * 16/31 = 103.23 more for 16 to 31 March, shown as 516.13 back and 619.35 charged.
    Given these conventions:
      | question                                | answer                      |
      | price-list change on running contracts  | <answer>                    |
      | revenue schedule                        | service period of each line |
    And "Globex" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Desk    | 100      |
    And "Initech" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Desk    | 10       | 9.00 USD        |
    When the price of "Desk" becomes 12.00 USD per month from 16 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced <Globex> USD in all
    And the revenue of March 2026 is <March> USD
    And the revenue of April 2026 is <April> USD
    And Initech is invoiced 360.00 USD in all
    And finance closes April 2026 without a difference

    Examples:
      # March and April hold Initech's 90.00 too. Globex: 3 * 1,000.00 + April, and 619.35 where March is split.
      | answer                  | Globex   | March    | April    |
      | kept until renewal      | 4,000.00 | 1,090.00 | 1,090.00 |
      | split the period        | 4,819.35 | 1,193.22 | 1,290.00 |
      | from the next bill date | 4,200.00 | 1,090.00 | 1,290.00 |

  Scenario: Kept until renewal, and then the list's
    Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Desk    | 100      |
    And the price of "Desk" is 12.00 USD per month from 15 January 2026
    When Globex renews on 20 February 2026 for 2 months
    And time passes to 31 March 2026
    Then Globex is invoiced:
      | date            | quantity | price | net      |
      | 1 January 2026  | 100      | 10.00 | 1,000.00 |
      | 1 February 2026 | 100      | 10.00 | 1,000.00 |
      | 1 March 2026    | 100      | 12.00 | 1,200.00 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

  Scenario: Products that join are priced by the list of their day
    Given "Globex" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 1        |
    When the price of "Desk" becomes 12.00 USD per month from 1 March 2026
    And Globex signs an amendment on 1 March 2026, effective 1 March 2026:
      | change      | product | quantity |
      | add product | Desk    | 5        |
    Then Globex is invoiced:
      | date         | for  | quantity | price | net   |
      | 1 March 2026 | Desk | 5        | 12.00 | 60.00 |
    And nothing else is credited
