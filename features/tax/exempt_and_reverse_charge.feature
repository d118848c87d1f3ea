@tax @exempt @req:Q2C-237
Feature: Who pays no tax
  Exempt, zero-rated and reverse-charged invoices all bear no tax, for different reasons, and say which.

  Background:
    Given the company "Contoso Europe"
    And the customer "Pied Piper"

  Scenario Outline: A customer that is <status>
    Given <sentence>
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 19%:
      | product | quantity | price per month |
      | <seat>  | 10       | 50.00 EUR       |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date         | net    | tax rate | tax  | total  | treatment |
      | 1 March 2026 | 500.00 | 0%       | 0.00 | 500.00 | <status>  |
      | 1 April 2026 | 500.00 | 0%       | 0.00 | 500.00 | <status>  |
    And nothing else is invoiced
    And the tax ledger of March 2026 is:
      | tax     | rate | treatment | taxable | charged | credited | due  |
      | tax 19% | 0%   | <status>  | 500.00  | 0.00    | 0.00     | 0.00 |
    And finance closes April 2026 without a difference

    Examples:
      | status         | seat           | sentence                                                 |
      | exempt         | Workspace seat | Pied Piper is exempt from tax                            |
      | reverse charge | Workspace seat | Pied Piper accounts for the tax under the reverse charge |

  Scenario: An exempt and a taxed product on one invoice
    # Only 500.00 of 800.00 is taxed: 500.00 * 19/100 = 95.00.
    Given these tax codes:
      | tax code  | rate | treatment |
      | education | 0%   | exempt    |
      | export    | 0%   | zero-rated |
    And these products are sold:
      | product | price               | tax              |
      | Course  | 30.00 EUR per month | code "education" |
      | Abroad  | 20.00 EUR per month | code "export"    |
      | Desk    | 50.00 EUR per month |                  |
    And "Pied Piper" signed on 1 March 2026 for 1 months, billed monthly in advance, net 30, tax 19%:
      | product | quantity |
      | Desk    | 10       |
      | Course  | 6        |
      | Abroad  | 6        |
    Then Pied Piper is invoiced:
      | for    | net    | tax rate | tax   | treatment  |
      | Desk   | 500.00 | 19%      | 95.00 | taxed      |
      | Course | 180.00 | 0%       | 0.00  | exempt     |
      | Abroad | 120.00 | 0%       | 0.00  | zero-rated |
    And nothing else is invoiced
    And Pied Piper owes 895.00 EUR
    And finance closes March 2026 without a difference

  Scenario: An exempt customer gets no tax back
    # Contoso counts 30 days a month: 310.00 * 15/30 = 155.00.
    Given Pied Piper is exempt from tax
    And "Pied Piper" signed on 1 March 2026 for 1 months, billed monthly in advance, net 30, tax 19%:
      | product        | quantity | price per month |
      | Workspace seat | 10       | 31.00 EUR       |
    When Pied Piper cancels on 16 March 2026
    Then Pied Piper is credited:
      | net    | tax  | total  |
      | 155.00 | 0.00 | 155.00 |
    And nothing else is credited
