@master-data @data-quality @fit-masters @wave-1 @req:Q2C-109
Feature: Masters that are fit to go live
  Before the first customer is billed from the new systems, what they hold of customers and products is measured: a phase of the
  rollout asks for the share that is good, and for no threshold to be missed.

  # 11 products, and 16 customers, whose emails the CRM owns and three other systems hold: 16 x 3 = 48 values.
  Scenario: The masters of the pilot reach every threshold
    Given the company "Northwind SaaS"
    And these data quality rules:
      | of       | dimension    | field      | at least |
      | customer | completeness | email      | 100%     |
      | customer | uniqueness   | email      | 100%     |
      | customer | consistency  | email      | 100%     |
      | product  | completeness | code       | 100%     |
      | product  | uniqueness   | code       | 100%     |
    And today is 1 January 2026
    Then data quality is:
      | of       | dimension    | field | checked | good | share | threshold |
      | customer | completeness | email | 16      | 16   | 100%  | reached   |
      | customer | uniqueness   | email | 16      | 16   | 100%  | reached   |
      | customer | consistency  | email | 48      | 48   | 100%  | reached   |
      | product  | completeness | code  | 11      | 11   | 100%  | reached   |
      | product  | uniqueness   | code  | 11      | 11   | 100%  | reached   |
