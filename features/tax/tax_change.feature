@tax @tax-change @wave-2 @req:Q2C-070
Feature: A tax rate changes
  The rate belongs to the invoice, not to the contract. Issued invoices keep their rate; what is invoiced later takes the rate in
  force that day; a credit gives back tax at the rate of the invoice it credits.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"

  Scenario: The next invoice takes the new rate
    # 300.00 at 10% and then at 12%.
    Given the tax code "city tax" is 10%
    And the tax code "city tax" is 12% from 1 March 2026
    And "Pied Piper" signed on 1 February 2026 for 6 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 31 March 2026
    Then Pied Piper is invoiced:
      | date            | net    | tax rate | tax   | total  |
      | 1 February 2026 | 300.00 | 10%      | 30.00 | 330.00 |
      | 1 March 2026    | 300.00 | 12%      | 36.00 | 336.00 |
    And nothing else is invoiced
    And Pied Piper owes 666.00 USD
    And the journal of March 2026 contains:
      | date         | source        | account           | credit |
      | 1 March 2026 | March invoice | Sales tax payable | 36.00  |
    And finance closes March 2026 without a difference

  Scenario: A contract that names its tax by the percentage follows the law too
    Given the tax of 10% becomes 12% on 1 March 2026
    And "Pied Piper" signed on 1 February 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 1 March 2026
    Then Pied Piper is invoiced:
      | date         | net    | tax   |
      | 1 March 2026 | 300.00 | 36.00 |
    And finance closes March 2026 without a difference

  Scenario: A credit after the change gives back the old rate
    # Ten of twenty seats from 15 February: 10 * 15.00 * 14/28 = 75.00 at 10%; the next invoice is 150.00 at 12%.
    Given the tax code "city tax" is 10%
    And the tax code "city tax" is 12% from 1 March 2026
    And "Pied Piper" signed on 1 February 2026 for 6 months, billed monthly in advance, net 60, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 2 March 2026
    And Pied Piper signs on 2 March 2026 to remove 10 "Platform seat" from 15 February 2026
    Then Pied Piper is credited:
      | date         | from             | to               | net    | tax rate | tax   |
      | 2 March 2026 | 15 February 2026 | 28 February 2026 | 75.00  | 10%      | 7.50  |
      | 2 March 2026 | 1 March 2026     | 31 March 2026    | 150.00 | 12%      | 18.00 |
    And nothing else is credited
    And Pied Piper owes 415.50 USD
    And finance closes March 2026 without a difference

  Scenario: The third invoice never reaches the ledger, whatever its rate
    Given the tax code "city tax" is 10%
    And the tax code "city tax" is 12% from 1 March 2026
    And the integration loses the third event "invoice posted"
    And "Pied Piper" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 31 March 2026
    Then finance cannot close March 2026, among other reasons because:
      | reconciliation            | billing | ledger | difference | explained by             |
      | Receivables of Pied Piper | 996.00  | 660.00 | 336.00     | March invoice not posted |
      | Sales tax payable         | 96.00   | 60.00  | 36.00      | March invoice not posted |
