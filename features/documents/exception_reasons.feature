@documents @exceptions-queue @req:Q2C-080
Feature: Each reason of the exceptions queue
  Whatever a bill cannot be made of has a reason of its own and a role that sees to it. The neighbor is billed on the day
  all the same; once the reason is gone, or judged, everything that fell due meanwhile is billed, once.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question              | answer                       |
      | what cannot be billed | held in the exceptions queue |
      | revenue schedule      | service period of each line  |
    And the customer "Pied Piper"
    And these products are sold:
      | product   | charged            | price               | limit |
      | Prototype |                    |                     |       |
      | Known     |                    | 10.00 USD per month |       |
      | Loose     |                    | 10.00 USD per month |       |
      | Calls     | per unit, by usage | 0.10 USD each       | 1,000 |

  Scenario Outline: <kind> is held for the <owner>, the neighbor is billed, and the release bills once
    # Held on 1 April, 4 days old on 5 April. 5 * 10.00 = 50.00 for each of April and May.
    Given nobody has said yet what the tax code "moon" is
    And "Loose" is not mapped to the ledger
    And these billing frequencies are standard:
      | months |
      | 1      |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, <tax>:
      | product   | quantity |
      | <product> | 5        |
    And "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 20.00 USD       |
    When time passes to 5 April 2026
    Then the exceptions queue is:
      | customer   | kind   | owner   | since        | age |
      | Pied Piper | <kind> | <owner> | 1 April 2026 | 4   |
    And Pied Piper is invoiced nothing
    And Globex is invoiced:
      | date         | net   |
      | 1 April 2026 | 20.00 |
    When Pied Piper pays 10.00 USD per month for "<product>" from 1 April 2026
    And the tax code "moon" is 10%
    And time passes to 2 May 2026
    Then Pied Piper is invoiced nothing
    When the "<owner>" releases the contract of Pied Piper
    Then the exceptions queue is empty
    And Pied Piper is invoiced:
      | date       | from         | to            | net   | tax  |
      | 2 May 2026 | 1 April 2026 | 30 April 2026 | 50.00 | 5.00 |
      | 2 May 2026 | 1 May 2026   | 31 May 2026   | 50.00 | 5.00 |
    When time passes to 31 May 2026
    Then nothing else is invoiced
    And nothing else is credited
    And finance closes May 2026 without a difference

    Examples:
      | kind             | owner              | product   | tax             |
      | missing price    | pricing manager    | Prototype | tax 10%         |
      | unknown tax code | tax manager        | Known     | tax code "moon" |
      | unmapped product | revenue accountant | Loose     | tax 10%         |

  Scenario: Usage above the limit is judged by the account manager
    # 1,200 * 0.10 = 120.00; the limit is 1,000 a month. 1,000 of the neighbor is not above it: 100.00.
    Given "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    And "Globex" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    When Pied Piper uses 1200 "Calls" on 10 April 2026
    And Globex uses 1000 "Calls" on 11 April 2026
    And time passes to 10 May 2026
    Then the exceptions queue is:
      | customer   | kind       | owner           | since      | age | reason                                                                                   |
      | Pied Piper | over limit | account manager | 1 May 2026 | 9   | contract C-1: 1200 'Calls' used from 1 April 2026 to 30 April 2026 is above the limit of 1000 |
    And Globex is invoiced:
      | date       | quantity | net    |
      | 1 May 2026 | 1000     | 100.00 |
    And Pied Piper is invoiced nothing
    When the "account manager" releases the contract of Pied Piper
    Then Pied Piper is invoiced:
      | date        | quantity | net    |
      | 10 May 2026 | 1200     | 120.00 |
    And nothing else is invoiced
    And the exceptions queue is empty
    And finance closes May 2026 without a difference

  Scenario: More taken back than was used is a quantity below nothing
    # 10 used and 25 taken back: -15. The analyst lets it go, and nothing is due for the month.
    Given "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    When Pied Piper uses 10 "Calls" on 10 April 2026
    And Pied Piper uses -25 "Calls" on 11 April 2026
    And time passes to 3 May 2026
    Then the exceptions queue is:
      | customer   | kind              | owner           | since      | age |
      | Pied Piper | negative quantity | billing analyst | 1 May 2026 | 2   |
    When the "billing analyst" releases the contract of Pied Piper
    Then the exceptions queue is empty
    And Pied Piper is invoiced nothing
    And finance closes May 2026 without a difference

  Scenario: A correction before the release bills what was meant
    # The 25 are corrected to 5: 10 - 5 = 5 at 0.10.
    Given "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    When Pied Piper uses:
      | date          | product | quantity | id  | replaces |
      | 10 April 2026 | Calls   | 10       | A-1 |          |
      | 11 April 2026 | Calls   | -25      | A-2 |          |
    And time passes to 3 May 2026
    And Pied Piper uses:
      | date          | product | quantity | id  | replaces | received   |
      | 11 April 2026 | Calls   | -5       | A-3 | A-2      | 3 May 2026 |
    And the "billing analyst" releases the contract of Pied Piper
    Then Pied Piper is invoiced:
      | date       | quantity | net  |
      | 3 May 2026 | 5        | 0.50 |
    And nothing else is invoiced
    And finance closes May 2026 without a difference

  Scenario: The company says who sees to what
    Given these roles see to exceptions:
      | kind          | owner            |
      | missing price | product director |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product   | quantity |
      | Prototype | 5        |
    Then the exceptions queue is:
      | customer   | kind          | owner            |
      | Pied Piper | missing price | product director |
