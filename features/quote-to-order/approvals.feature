@quote-to-order @approvals @wave-1 @req:Q2C-003
Feature: Quotes and their approvals
  A quote beyond the limits of the approval matrix waits for the roles that the matrix names. Only a quote that has all its
  approvals can be signed, and only a signed quote reaches billing.

  Background:
    Given the company "Northwind SaaS"
    And this approval matrix:
      | role             | discount above | months above | net days above |
      | Sales manager    | 10%            |              |                |
      | Finance director | 25%            |              |                |
      | Controller       |                |              | 45             |

  Scenario: A quote within the limits needs nobody
    # 10% is not above 10%: 100 * 10.00 * 90% = 900.00.
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 100      | 10.00 USD       | 10%      |
    Then the quote for Globex waits for nobody
    When Globex signs the quote
    Then Globex is invoiced:
      | date           | for           | quantity | price | discount | net               | tax   |
      | 1 January 2026 | Platform seat | 100      | 10.00 | 10%      | 100 * 10.00 * 0.9 | 90.00 |
    And nothing else is invoiced

  Scenario: A discount above the limit waits for the sales manager
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 100      | 10.00 USD       | 15%      |
    Then the quote for Globex waits for:
      | role          | reason                           |
      | Sales manager | a discount of 15% is above 10%   |
    When Globex signs the quote
    Then it is refused because "waits for the Sales manager"
    And Globex has signed nothing
    And Globex is invoiced nothing
    When the "Sales manager" approves the quote for Globex
    And Globex signs the quote
    Then Globex is invoiced:
      | date           | for           | net                | tax   |
      | 1 January 2026 | Platform seat | 100 * 10.00 * 0.85 | 85.00 |
    And nothing else is invoiced

  Scenario: Discount and payment terms each ask for their role
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 100      | 10.00 USD       | 30%      |
    Then the quote for Globex waits for:
      | role             |
      | Sales manager    |
      | Finance director |
      | Controller       |
    When the "Sales manager" approves the quote for Globex
    And the "Finance director" approves the quote for Globex
    Then the quote for Globex waits for:
      | role       | reason                  |
      | Controller | net 60 days is above 45 |

  Scenario: A rejected quote can never be signed
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 100      | 10.00 USD       | 15%      |
    And the "Sales manager" rejects the quote for Globex
    And Globex signs the quote
    Then it is refused because "was rejected by the Sales manager"
    When time passes to 31 January 2026
    Then Globex has signed nothing
    And Globex is invoiced nothing
    And nothing is posted in January 2026

  Scenario: A role that the matrix does not ask cannot approve
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 100      | 10.00 USD       | 15%      |
    And the "Controller" approves the quote for Globex
    Then it is refused because "does not ask for the Controller"
    And the quote for Globex waits for:
      | role          |
      | Sales manager |

  Scenario: A signed quote cannot be signed again
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And Globex signs the quote
    And Globex signs the quote
    Then it is refused because "already signed"
    And Globex is invoiced:
      | date           | net      |
      | 1 January 2026 | 1,000.00 |
    And nothing else is invoiced

  Scenario: A product that the catalog does not know is never quoted
    Given today is 1 January 2026
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Teleportation | 1        | 10.00 USD       |
    Then it is refused because "the catalog has no product 'Teleportation'"
