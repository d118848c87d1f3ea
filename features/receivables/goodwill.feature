@receivables @goodwill @req:Q2C-047
Feature: Goodwill, and what becomes of it later
  Money given back though the contract stays as it is lowers the price of what was sold. What comes afterwards must not give
  it back a second time, and must leave nothing behind.

  Background:
    Given the company "Northwind SaaS"

  Scenario: An outage is made good
    # 120.00 of 1,200.00 goes back, with its tax of 12.00; every month then carries less.
    Given these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    When time passes to 31 January 2026
    And finance credits Initech 120.00 USD on the January invoice
    Then Initech is credited:
      | date            | for            | net    | tax   | total  | reason   |
      | 31 January 2026 | Annual license | 120.00 | 12.00 | 132.00 | goodwill |
    And nothing else is credited
    And Initech owes 1,188.00 USD
    # 120.00 / 12 = 10.00 a month: January is corrected to 90.00, 1,080.00 - 90.00 = 990.00 is still to come.
    And the ledger shows on 31 January 2026 exactly:
      | account            | debit    | credit |
      | Receivables        | 1,188.00 |        |
      | Contract liability |          | 990.00 |
      | Sales tax payable  |          | 108.00 |
      | Revenue            |          | 90.00  |
    And finance closes January 2026 without a difference

  Scenario: Cancelled back to the first day after goodwill: nothing is given back twice
    # 1,200.00 - 200.00 = 1,000.00 is left to credit.
    Given "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    When finance credits Initech 200.00 USD on the January invoice
    And time passes to 15 January 2026
    And Initech cancels on 1 January 2026
    And time passes to 31 January 2026
    Then Initech is credited:
      | date            | net      | tax    | reason       |
      | 1 January 2026  | 200.00   | 20.00  | goodwill     |
      | 15 January 2026 | 1,000.00 | 100.00 | cancellation |
    And nothing else is credited
    And Initech owes nothing
    And the ledger shows on 31 January 2026 exactly:
      | account | debit | credit |
    And finance closes January 2026 without a difference

  Scenario: Fewer units than goodwill has left to pay for
    # Five of ten units cost 600.00; only 200.00 of the invoice is left to be credited.
    Given "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 10       | 120.00 USD     |
    When finance credits Initech 1,000.00 USD on the January invoice
    And Initech removes 5 "Annual license" from 1 January 2026
    Then Initech is credited:
      | date           | quantity | net    | tax   | reason    |
      | 1 January 2026 | 5        | 200.00 | 20.00 | amendment |
    And Initech owes nothing
    When finance credits Initech 0.01 USD on the January invoice
    Then it is refused because "0.00 USD without tax is left"
    When time passes to 31 January 2026
    Then finance closes January 2026 without a difference

  Scenario: Goodwill needs the approval that its amount without tax needs, by somebody who did not prepare it
    # 50.00 and 0.01 more; 50.00 carries 5.00 of tax. 1,320.00 - 55.00 - 330.00 = 935.00.
    Given these approval limits:
      | act    | role             | up to |
      | credit | Team lead        | 50.00 |
      | credit | Finance director |       |
    And "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    When finance credits Initech 50.00 USD on the January invoice
    Then it is refused because "a credit of 50.00 USD needs the approval of Team lead or Finance director; nobody approved it"
    When finance credits Initech 50.01 USD on the January invoice on 2 January 2026, prepared by "Clerk" and approved by "Team lead"
    Then it is refused because "needs the approval of Finance director; Team lead may not approve it"
    When finance credits Initech 50.00 USD on the January invoice on 2 January 2026, prepared by "Clerk" and approved by "Team lead"
    And finance credits Initech 300.00 USD on the January invoice on 3 January 2026, prepared by "Finance director" and approved by "Finance director"
    Then it is refused because "another role has to approve"
    When finance credits Initech 300.00 USD on the January invoice on 3 January 2026, prepared by "Team lead" and approved by "Finance director"
    Then Initech is credited:
      | date           | net    | tax   | total  | reason   |
      | 2 January 2026 | 50.00  | 5.00  | 55.00  | goodwill |
      | 3 January 2026 | 300.00 | 30.00 | 330.00 | goodwill |
    And nothing else is credited
    And Initech owes 935.00 USD
    When time passes to 31 January 2026
    Then finance closes January 2026 without a difference

  Scenario: Limits for goodwill do not stand in the way of what is owed back anyway
    # 1,200.00 * 8/12 = 800.00 and 80.00 tax.
    Given these conventions:
      | question  | answer |
      | proration | 30/360 |
    And these approval limits:
      | act    | role             | up to |
      | credit | Finance director |       |
    And "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    When Initech cancels on 1 May 2026
    Then Initech is credited:
      | date       | net    | tax   | reason       |
      | 1 May 2026 | 800.00 | 80.00 | cancellation |
    And Initech owes 440.00 USD
