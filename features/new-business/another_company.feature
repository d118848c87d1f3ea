@new-business @wave-1 @req:Q2C-119
Feature: A company told in the story alone
  A process owner may tell a company of their own: its legal entity, its customers, its products, its rules. What a company file says
  of customers who are not in the story goes with them, and the first day may be said before the rules.

  Background:
    Given today is 1 February 2027
    And the company "Northwind SaaS"
    And these legal entities:
      | code | name      | currency | country |
      | KB   | Kite GmbH | EUR      | DE      |
    And only these customers exist:
      | customer | tax number  |
      | Lumen AG | DE111222333 |
      | Orbis SE | DE444555666 |
    And these products are sold:
      | product | charged  | price               |
      | Lens    | per unit | 20.00 EUR per month |

  Scenario: Its customers buy, are invoiced and close a month
    When "Lumen AG" signed on 1 February 2027 for 12 months, billed monthly in advance, net 30, tax 19%:
      | product | quantity |
      | Lens    | 3        |
    # 3 x 20.00 = 60.00; tax 11.40
    Then "Lumen AG" is invoiced:
      | date            | for  | quantity | net   | tax   | total |
      | 1 February 2027 | Lens | 3        | 60.00 | 11.40 | 71.40 |
    And nothing else is invoiced
    And finance closes February 2027 without a difference

  Scenario: Rules may follow the first day, and hold on it
    Given these conventions:
      | question | answer  |
      | rounding | half up |
    And this approval matrix:
      | role  | discount above |
      | Chief | 20%            |
    When sales quotes "Lumen AG" on 1 February 2027 for 12 months, billed monthly in advance, net 30, tax 19%:
      | product | quantity | discount |
      | Lens    | 3        | 21%      |
    Then the quote for "Lumen AG" waits for:
      | role  | reason                       |
      | Chief | a discount of 21% is above 20% |
    And "Lumen AG" is invoiced nothing

  Scenario: A customer of the company's file is nobody here
    When Globex signed on 1 February 2027 for 12 months, billed monthly in advance, net 30, tax 19%:
      | product | quantity |
      | Lens    | 3        |
    Then it is refused because "the CRM knows no customer 'Globex'"
    And nothing else is invoiced
