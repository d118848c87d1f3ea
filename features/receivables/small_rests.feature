@receivables @write-off @payments-and-refunds @wave-3 @req:Q2C-365
Feature: Small rests, and what a card brings too much
  A small rest is given up only once all of its invoice is overdue. What a card brought too much stays where it can go back to the
  card, whatever the company makes of a transfer.

  # 100 * 10.00 = 1,000.00 and 10%: 1,100.00. All of it is earned in January.
  Background:
    Given the company "Northwind SaaS"

  Scenario: Not on the due day, but on the day after it
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,099.96 USD on 20 January 2026
    And finance writes off small differences of up to 0.05 USD on 31 January 2026
    Then no invoice of Globex was written off
    And Globex owes 0.04 USD
    When finance writes off small differences of up to 0.05 USD on 1 February 2026
    Then Globex owes nothing
    And the journal of February 2026 is:
      | date            | source    | account           | debit | credit |
      | 1 February 2026 | write-off | Small differences | 0.04  |        |
      | 1 February 2026 | write-off | Receivables       |       | 0.04   |
    And nothing else is credited
    And finance closes February 2026 without a difference

  Scenario: Of an invoice in parts not before the last one is overdue
    Given Globex is to pay in these parts:
      | due            | amount   |
      | within 9 days  | 1,099.96 |
      | within 30 days |          |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,099.96 USD on 10 January 2026
    And finance writes off small differences of up to 0.05 USD on 15 January 2026
    Then no invoice of Globex was written off
    When finance writes off small differences of up to 0.05 USD on 1 February 2026
    Then Globex owes nothing
    And the journal of February 2026 is:
      | date            | source    | account           | debit | credit |
      | 1 February 2026 | write-off | Small differences | 0.04  |        |
      | 1 February 2026 | write-off | Receivables       |       | 0.04   |
    And finance closes February 2026 without a difference

  Scenario: A transfer that comes first is a deposit where the company says so, a card's second payment is not
    # Asked for on 31 January, the card answers on 5 February; the transfer came on the 2nd and was 50.00 too much.
    Given these conventions:
      | question                | answer          |
      | money that pays nothing | customer credit |
    And the gateway answers 5 days late about Globex
    And Globex pays every invoice when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,150.00 USD on 2 February 2026 for the January invoice
    And time passes to 6 February 2026
    Then Globex owes nothing
    And Globex has a credit of 50.00 USD
    And Globex has unapplied cash of 1,100.00 USD
    When finance refunds Globex 1,100.00 USD of unapplied cash on 7 February 2026 to the card
    Then the journal of February 2026 is:
      | date            | source         | account          | debit    | credit   |
      | 2 February 2026 | payment        | Cash             | 1,150.00 |          |
      | 2 February 2026 | payment        | Receivables      |          | 1,100.00 |
      | 2 February 2026 | payment        | Customer credits |          | 50.00    |
      | 5 February 2026 | payment        | Gateway clearing | 1,100.00 |          |
      | 5 February 2026 | payment        | Unapplied cash   |          | 1,100.00 |
      | 7 February 2026 | refund         | Unapplied cash   | 1,100.00 |          |
      | 7 February 2026 | refund         | Refund payable   |          | 1,100.00 |
      | 7 February 2026 | refund payment | Refund payable   | 1,100.00 |          |
      | 7 February 2026 | refund payment | Gateway clearing |          | 1,100.00 |
    And finance closes February 2026 without a difference

  Scenario: Whose money it is decides what it pays, whatever contract is named
    # Initech names its own contract: 300.00 wait for its invoices. What Globex owes stays owed.
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And "Initech" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Initech transfers 300.00 USD on 3 February 2026 ahead of the invoices of the contract
    Then Globex owes 1,100.00 USD
    And Initech owes nothing
    And Initech has paid ahead 190.00 USD
    And Globex has paid ahead 0.00 USD
