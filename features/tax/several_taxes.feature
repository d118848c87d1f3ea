@tax @several-taxes @req:Q2C-234
Feature: Several taxes on one line
  A tax code may hold several taxes: state and county, federal and provincial. Each is charged, posted, reported and given
  back by itself, so that every authority is owed exactly its own.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"

  Scenario: State and county tax, each in its own ledger
    # 1,000.00 at 6% and at 2.25%.
    Given these tax codes:
      | tax code | tax    | rate  |
      | Denver   | state  | 6%    |
      | Denver   | county | 2.25% |
    And "Pied Piper" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax code "Denver":
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    Then Pied Piper is invoiced:
      | date         | net      | tax rate | tax   | total    |
      | 1 March 2026 | 1,000.00 | 8.25%    | 82.50 | 1,082.50 |
    And Pied Piper is taxed:
      | date         | tax    | rate  | net      | amount |
      | 1 March 2026 | state  | 6%    | 1,000.00 | 60.00  |
      | 1 March 2026 | county | 2.25% | 1,000.00 | 22.50  |
    And nothing else is invoiced
    And the tax ledger of March 2026 is:
      | tax    | rate  | taxable  | charged | credited | due   |
      | state  | 6%    | 1,000.00 | 60.00   | 0.00     | 60.00 |
      | county | 2.25% | 1,000.00 | 22.50   | 0.00     | 22.50 |
    And the journal of March 2026 contains:
      | date         | source        | account           | debit    | credit |
      | 1 March 2026 | March invoice | Receivables       | 1,082.50 |        |
      | 1 March 2026 | March invoice | Sales tax payable |          | 82.50  |
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                       | amount |
      | Sales tax at county        | 22.50  |
      | Sales tax at state         | 60.00  |
      | Sales tax payable, closing | 82.50  |

  Scenario: A tax on the other tax
    # Federal 5% of 200.00 is 10.00; provincial 10% is on 210.00, so 10.5% of the net: 21.00.
    Given these tax codes:
      | tax code | tax        | rate | on                  |
      | Canada   | federal    | 5%   | net                 |
      | Canada   | provincial | 10%  | net and other taxes |
    And "Pied Piper" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax code "Canada":
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 USD       |
    Then Pied Piper is taxed:
      | tax        | rate | net    | amount |
      | federal    | 5%   | 200.00 | 10.00  |
      | provincial | 10.5% | 200.00 | 21.00  |
    And Pied Piper owes 231.00 USD
    And finance closes March 2026 without a difference

  Scenario: A credit gives each tax back by itself
    # Ten of twenty seats from 16 March: 10 * 31.00 * 16/31 = 160.00 net; 6% of it is 9.60 and 2.25% is 3.60.
    Given these tax codes:
      | tax code | tax    | rate  |
      | Denver   | state  | 6%    |
      | Denver   | county | 2.25% |
    And "Pied Piper" signed on 1 March 2026 for 1 months, billed monthly in advance, net 30, tax code "Denver":
      | product       | quantity | price per month |
      | Platform seat | 20       | 31.00 USD       |
    When Pied Piper removes 10 "Platform seat" from 16 March 2026
    Then Pied Piper is credited:
      | date          | net    | tax rate | tax   | total  |
      | 16 March 2026 | 160.00 | 8.25%    | 13.20 | 173.20 |
    And nothing else is credited
    # Charged on 620.00: 37.20 and 13.95.
    And the tax ledger of March 2026 is:
      | tax    | rate  | taxable | charged | credited | due   |
      | state  | 6%    | 460.00  | 37.20   | 9.60     | 27.60 |
      | county | 2.25% | 460.00  | 13.95   | 3.60     | 10.35 |
    And finance closes March 2026 without a difference

  Scenario: Only one of two taxes changes
    Given these tax codes:
      | tax code | tax    | rate  | from         |
      | Denver   | state  | 6%    |              |
      | Denver   | county | 2.25% |              |
      | Denver   | county | 3%    | 1 April 2026 |
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax code "Denver":
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 1 April 2026
    Then Pied Piper is taxed:
      | date         | tax    | rate  | amount |
      | 1 March 2026 | state  | 6%    | 60.00  |
      | 1 March 2026 | county | 2.25% | 22.50  |
      | 1 April 2026 | state  | 6%    | 60.00  |
      | 1 April 2026 | county | 3%    | 30.00  |
    And finance closes April 2026 without a difference

  Scenario: An invoice that never reaches the ledger is missed in each tax
    # 1,000.00 at 6% and 2.25%.
    Given these tax codes:
      | tax code | tax    | rate  |
      | Denver   | state  | 6%    |
      | Denver   | county | 2.25% |
    And the integration loses the second event "invoice posted"
    And "Pied Piper" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax code "Denver":
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 30 April 2026
    Then finance cannot close April 2026, among other reasons because:
      | reconciliation      | billing | ledger | difference | explained by             |
      | Sales tax at state  | 120.00  | 60.00  | 60.00      | April invoice not posted |
      | Sales tax at county | 45.00   | 22.50  | 22.50      | April invoice not posted |

  Scenario: Tax that goes back by itself, of several taxes each by what is left of it
    # State 6% of 1,000.00 is 60.00, county 2% is 20.00: 40.00 of 80.00 are 30.00 and 10.00.
    Given these tax codes:
      | tax code | tax    | rate |
      | Denver   | state  | 6%   |
      | Denver   | county | 2%   |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax code "Denver":
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance credits Pied Piper 40.00 USD of tax on line 1 of the March invoice
    Then the tax ledger of March 2026 is:
      | tax    | rate | taxable  | charged | credited | due   |
      | state  | 6%   | 1,000.00 | 60.00   | 30.00    | 30.00 |
      | county | 2%   | 1,000.00 | 20.00   | 10.00    | 10.00 |
    And Pied Piper owes 1,040.00 USD
    When time passes to 1 April 2026
    Then finance closes March 2026 without a difference
