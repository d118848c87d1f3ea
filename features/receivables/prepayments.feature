@receivables @payments-and-refunds @wave-3 @req:Q2C-308
Feature: Money paid ahead is freed
  What a customer paid ahead of a contract waits for its invoices. When none come any more it is freed: it stands unapplied,
  pays something else or goes back, never more than is there and never by a way it did not come.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    # 50 * 10.00 = 500.00 and tax 50.00 a month. 1,400.00 pay January, and 850.00 wait.
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 10.00 USD       |
    When Globex transfers 1,400.00 USD on 10 January 2026 ahead of the invoices of the contract

  Scenario: The contract ends, and what waits goes back
    When Globex signs on 31 January 2026 to cancel on 1 February 2026
    And finance frees what Globex has paid ahead on 1 February 2026
    Then Globex has paid ahead 0.00 USD
    And Globex has unapplied cash of 850.00 USD
    And the journal from 1 February 2026 to 1 February 2026 contains:
      | date            | source             | account            | debit  | credit |
      | 1 February 2026 | prepayment release | Contract liability | 850.00 |        |
      | 1 February 2026 | prepayment release | Unapplied cash     |        | 850.00 |
    When finance refunds Globex 850.00 USD of unapplied cash on 3 February 2026 to the card
    Then it is refused because "850.00 USD cannot be refunded by card: 0.00 USD is left of what Globex paid that way"
    When finance refunds Globex 850.00 USD of unapplied cash on 3 February 2026 to the bank transfer
    And time passes to 28 February 2026
    Then Globex was refunded:
      | date            | amount |
      | 3 February 2026 | 850.00 |
    And Globex has unapplied cash of 0.00 USD
    And the ledger shows on 28 February 2026:
      | account            | debit  | credit |
      | Cash               | 550.00 |        |
      | Contract liability |        |        |
      | Unapplied cash     |        |        |
    And finance closes February 2026 without a difference

  Scenario: It passes on with the contract, and pays for whoever has it then
    # February's 500.00 and 50.00 are Initech's to pay: 850.00 - 550.00 = 300.00 are left for March.
    When Globex signs on 20 January 2026 that the contract passes to the customer Initech from 1 February 2026
    And time passes to 28 February 2026
    Then Globex has paid ahead 0.00 USD
    And Initech has paid ahead 300.00 USD
    And Initech owes 0.00 USD
    And the journal from 1 February 2026 to 27 February 2026 is:
      | date            | customer | source           | account            | debit  | credit |
      | 1 February 2026 | Globex   | transfer         | Contract liability | 850.00 |        |
      | 1 February 2026 | Initech  | transfer         | Contract liability |        | 850.00 |
      | 1 February 2026 | Initech  | February invoice | Receivables        | 550.00 |        |
      | 1 February 2026 | Initech  | February invoice | Contract liability |        | 500.00 |
      | 1 February 2026 | Initech  | February invoice | Sales tax payable  |        | 50.00  |
      | 1 February 2026 | Initech  | payment          | Contract liability | 550.00 |        |
      | 1 February 2026 | Initech  | payment          | Receivables        |        | 550.00 |
    And finance closes February 2026 without a difference

  Scenario: The refund comes back, and is owed as before
    When finance frees 850.00 USD of what Globex has paid ahead on 11 January 2026
    And finance refunds Globex 850.00 USD of unapplied cash on 12 January 2026 to the bank transfer
    And the refund of Globex comes back on 15 January 2026 because "account closed"
    And time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account        | debit    | credit |
      | Cash           | 1,400.00 |        |
      | Refund payable |          | 850.00 |
    And finance closes January 2026 without a difference
    When the refund of Globex is paid again on 3 February 2026
    And time passes to 28 February 2026
    Then the ledger shows on 28 February 2026:
      | account        | debit  | credit |
      | Cash           | 550.00 |        |
      | Refund payable |        |        |
    And finance closes February 2026 without a difference

  Scenario: A part is freed, the rest pays the next invoice
    # 850.00 - 400.00 = 450.00 pay of February's 550.00; 100.00 are owed, and paid from what was freed.
    When finance frees 400.00 USD of what Globex has paid ahead on 20 January 2026
    And time passes to 1 February 2026
    Then Globex owes 100.00 USD
    And Globex has paid ahead 0.00 USD
    When 100.00 USD of the unapplied cash of Globex is applied to the February invoice on 5 February 2026
    Then Globex owes nothing
    And Globex has unapplied cash of 300.00 USD
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference

  Scenario: Never more than waits, and never twice
    When finance frees 850.01 USD of what Globex has paid ahead on 11 January 2026
    Then it is refused because "850.01 USD cannot be freed: 850.00 USD is paid ahead of contract C-1"
    When finance frees 10.00 EUR of what Globex has paid ahead on 11 January 2026
    Then it is refused because "contract C-1 is in USD, not EUR"
    When finance frees what Globex has paid ahead on 11 January 2026
    And finance frees what Globex has paid ahead on 11 January 2026
    Then it is refused because "0.00 USD cannot be freed of what was paid ahead of contract C-1"
    And Globex has unapplied cash of 850.00 USD

  Scenario: The ledger never hears of it
    Given the integration loses the event "prepayment released"
    When finance frees what Globex has paid ahead on 20 January 2026
    And time passes to 31 January 2026
    Then finance cannot close January 2026, among other reasons because:
      | reconciliation           | billing | ledger | difference |
      | Unapplied cash of Globex | 850.00  | 0.00   | 850.00     |
