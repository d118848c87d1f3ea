@quote-to-order @req:Q2C-249
Feature: A quantity of what has a flat price
  A flat price is the same for any quantity, so that several cannot be sold: the quote says so, before anybody signs. A product
  of which one charge counts units has a quantity, and its flat charges are charged once.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charge | charged  | price                |
      | Support |        | flat     | 500.00 USD per month |
      | Start   |        | flat     | 250.00 USD once      |
      | Suite   | Base   | flat     | 60.00 USD per month  |
      | Suite   | Seats  | per unit | 10.00 USD per month  |

  Scenario Outline: <quantity> of "<product>" is refused when it is quoted
    When sales quotes Globex on 1 March 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product   | quantity   |
      | <product> | <quantity> |
    Then it is refused because "<quantity> of '<product>' cannot be sold: it has a flat price, which is the same for any quantity; leave the quantity out, or sell it per unit"
    And Globex is invoiced nothing
    And Globex is credited nothing

    Examples:
      | product | quantity |
      | Support | 2        |
      | Start   | 3        |
      | Support | 0.5      |

  Scenario: Nor can it join a running contract so
    Given "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product | quantity |
      | Suite   | 4        |
    When Globex adds 2 "Support" at 500.00 USD per month from 16 March 2026
    Then it is refused because "2 of 'Support' cannot be sold: it has a flat price"
    When Globex adds 1 "Support" at 310.00 USD per month from 16 March 2026
    And time passes to 31 March 2026
    # The base is 60.00 for all four seats; 310.00 * 16/31 = 160.00.
    Then Globex is invoiced:
      | date          | charge  | net    | tax   |
      | 1 March 2026  | Base    | 60.00  | 6.00  |
      | 1 March 2026  | Seats   | 40.00  | 4.00  |
      | 16 March 2026 | Support | 160.00 | 16.00 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference
