@cutover @wave-3 @req:Q2C-241
Feature: A deposit stays what it was
  Money that a customer paid ahead of a contract's invoices is a liability of that contract (handbook 4.14, IFRS 15.106,
  606-10-45-2). It comes over as that, pays the contract's next invoices and no others, and what is left of it can be freed.

  Background:
    # Hammer: 10 * 10.00 a month, each quarter in advance, from June: 300.00 billed, June and July earned. 400.00 are paid ahead.
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | proration      | months   |
      | revenue spread | by month |

  Scenario: The deposit of a contract opens as its contract liability
    When the cutover "Northwind wave four" goes live
    Then these contracts were taken over:
      | contract | customer | billed | recognized | deferred | open |
      | K-4001   | Hammer   | 300.00 | 200.00     | 100.00   | 0.00 |
    And Hammer has paid ahead 400.00 USD
    And Hammer has unapplied cash of 0.00 USD
    And the ledger shows on 1 August 2026 exactly:
      | account            | debit  | credit          |
      | Cash               | 500.00 |                 |
      | Contract liability |        | 100.00 + 400.00 |
    And the migration clearing is zero
    When time passes to 31 August 2026
    Then finance closes August 2026 without a difference

  Scenario: It pays the contract's next bills until nothing is left of it
    # 330.00 of 400.00 pay September's bill, 70.00 of December's 330.00: 260.00 are owed. Each bill is 300.00 and 30.00 of tax.
    When the cutover "Northwind wave four" goes live
    And time passes to 1 September 2026
    Then Hammer owes nothing
    And Hammer has paid ahead 70.00 USD
    And the journal from 1 September 2026 to 1 September 2026 is:
      | account            | debit  | credit |
      | Receivables        | 330.00 |        |
      | Contract liability |        | 300.00 |
      | Sales tax payable  |        | 30.00  |
      | Contract liability | 330.00 |        |
      | Receivables        |        | 330.00 |
    When time passes to 1 December 2026
    Then Hammer owes 260.00 USD
    And Hammer has paid ahead 0.00 USD
    When time passes to 31 December 2026
    Then finance closes December 2026 without a difference

  Scenario: What no invoice has used is freed and goes back
    When the cutover "Northwind wave four" goes live
    And finance frees what Hammer has paid ahead on 10 August 2026
    Then Hammer has paid ahead 0.00 USD
    And Hammer has unapplied cash of 400.00 USD
    And the journal from 10 August 2026 to 10 August 2026 is:
      | account            | debit  | credit |
      | Contract liability | 400.00 |        |
      | Unapplied cash     |        | 400.00 |
    When finance refunds Hammer 400.00 USD of unapplied cash on 12 August 2026 to the bank transfer
    And time passes to 31 August 2026
    Then finance closes August 2026 without a difference

  Scenario: A rehearsal opens it so too
    When the cutover "Northwind wave four" is loaded
    Then the ledger shows on 1 August 2026 exactly:
      | account            | debit  | credit          |
      | Cash               | 500.00 |                 |
      | Contract liability |        | 100.00 + 400.00 |
    And the migration clearing is zero
