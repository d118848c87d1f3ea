@documents @exceptions-queue @req:Q2C-080
Feature: The exceptions queue of the bill run
  What cannot be billed is held with a reason, an owner and an age. It stops no other customer's bills, and when it is
  released everything that fell due meanwhile is billed, once.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question              | answer                       |
      | what cannot be billed | held in the exceptions queue |
    And the customer "Pied Piper"
    And these products are sold:
      | product   | charge | price               |
      | Prototype |        |                     |
      | Known     |        | 10.00 USD per month |

  Scenario: A product without a price waits, the neighbor is billed, and the release bills once
    # 5 at 10.00 for April and May, agreed on 10 May.
    Given "Pied Piper" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product   | quantity |
      | Prototype | 5        |
    And "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product | quantity |
      | Known   | 5        |
    When time passes to 10 May 2026
    Then the exceptions queue is:
      | customer   | kind          | owner           | since        | age | reason                                              |
      | Pied Piper | missing price | pricing manager | 1 April 2026 | 39  | contract C-1: there is no price for 'Prototype' |
    And Pied Piper is invoiced nothing
    And Globex is invoiced:
      | date         | net   |
      | 1 April 2026 | 50.00 |
      | 1 May 2026   | 50.00 |
    When Pied Piper pays 10.00 USD per month for "Prototype" from 1 April 2026
    Then Pied Piper is invoiced nothing
    When the "pricing manager" releases the contract of Pied Piper
    Then the exceptions queue is empty
    And Pied Piper is invoiced:
      | date        | from         | net   |
      | 10 May 2026 | 1 April 2026 | 50.00 |
      | 10 May 2026 | 1 May 2026   | 50.00 |
    When time passes to 31 May 2026
    Then nothing else is invoiced
    And finance closes May 2026 without a difference

  Scenario: A release does not help where the reason still stands
    Given "Pied Piper" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product   | quantity |
      | Prototype | 5        |
    When the "billing analyst" releases the contract of Pied Piper
    Then it is refused because "there is no price for 'Prototype'"
    And the exceptions queue is:
      | customer   | kind          |
      | Pied Piper | missing price |
    And Pied Piper is invoiced nothing

  Scenario: A tax code without a rate at the tax point
    # The rate begins in April; service of March is taxed where it began.
    Given these conventions:
      | question  | answer               |
      | tax point | service period start |
    And these tax codes:
      | tax code | rate | from         |
      | new city | 10%  | 1 April 2026 |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax code "new city":
      | product | quantity |
      | Known   | 5        |
    Then the exceptions queue is:
      | customer   | kind        | owner       | reason                                           |
      | Pied Piper | no tax rate | tax manager | tax code 'new city' has no rate on 1 March 2026 |
    When the tax code "new city" is 8% from 1 January 2026
    And time passes to 20 March 2026
    And the "tax manager" releases the contract of Pied Piper
    Then Pied Piper is invoiced:
      | date          | net   | tax rate | tax  |
      | 20 March 2026 | 50.00 | 8%       | 4.00 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

  Scenario: A product that is not mapped and a frequency that is not standard are judged once
    Given "Known" is not mapped to the ledger
    And these billing frequencies are standard:
      | months |
      | 1      |
      | 12     |
    And "Pied Piper" signed on 1 March 2026 for 4 months, billed every 2 months in advance, net 30, tax 10%:
      | product | quantity |
      | Known   | 5        |
    Then the exceptions queue is:
      | customer   | kind             | owner              |
      | Pied Piper | unmapped product | revenue accountant |
    When the "revenue accountant" releases the contract of Pied Piper
    Then it is refused because "a bill every 2 months is not standard"
    And Pied Piper is invoiced nothing

  Scenario: What is held stands in the close report
    Given these billing frequencies are standard:
      | months |
      | 1      |
    And "Pied Piper" signed on 1 March 2026 for 4 months, billed every 2 months in advance, net 30, tax 10%:
      | product | quantity |
      | Known   | 5        |
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                                                | amount |
      | Pied Piper, nonstandard frequency, deal desk, 30 days | 100.00 |
    When time passes to 1 April 2026
    And the "deal desk" releases the contract of Pied Piper
    And time passes to 31 May 2026
    Then the exceptions queue is empty
    And Pied Piper is invoiced:
      | date         | from         | to            | net    |
      | 1 April 2026 | 1 March 2026 | 30 April 2026 | 100.00 |
      | 1 May 2026   | 1 May 2026   | 30 June 2026  | 100.00 |
    And nothing else is invoiced
