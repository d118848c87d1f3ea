@revenue @deliveries @wave-3 @req:Q2C-036
Feature: Projects billed by milestones, and contracts of both kinds
  What is billed says nothing of what is earned. A project is earned as it progresses, whatever the invoices say; a
  modification of a contract of several kinds is read line by line.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Rule: One project, several invoices

    Background:
      Given these products are sold:
        | product | charged | price           | revenue      | distinct |
        | Project | flat    | 400.00 USD once | as delivered | no       |

    Scenario: Progress runs ahead of the milestones, then behind them
      # 1,000.00 in two parts, 400.00 on 1 March and 600.00 on 1 June. 50% by the end of January: 500.00 with nothing billed. In
      # March 400.00 of it are billed. In June 600.00 more: 1,000.00 billed, 700.00 earned.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product | price  | from         |
        | Project | 400.00 | 1 March 2026 |
        | Project | 600.00 | 1 June 2026  |
      When "Project" of Globex is 50% complete on 31 January 2026
      Then the journal of January 2026 is:
        | date            | source  | account        | debit  | credit |
        | 31 January 2026 | revenue | Contract asset | 500.00 |        |
        | 31 January 2026 | revenue | Revenue        |        | 500.00 |
      And finance closes January 2026 without a difference
      When time passes to 31 March 2026
      Then the journal of March 2026 is:
        | date         | source        | account           | debit  | credit |
        | 1 March 2026 | March invoice | Receivables       | 440.00 |        |
        | 1 March 2026 | March invoice | Contract asset    |        | 400.00 |
        | 1 March 2026 | March invoice | Sales tax payable |        | 40.00  |
      And finance closes March 2026 without a difference
      When "Project" of Globex is 70% complete on 30 June 2026
      Then the ledger shows on 30 June 2026:
        | account            | debit    | credit   |
        | Receivables        | 1,100.00 |          |
        | Contract asset     |          |          |
        | Contract liability |          | 300.00   |
        | Revenue            |          | 700.00   |
      And finance closes June 2026 without a difference

    Scenario: Progress for a closed month is earned in the open one
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Project |
      And time passes to 31 January 2026
      And finance closes January 2026 without a difference
      When time passes to 10 February 2026
      And "Project" of Globex has taken 30 of 120 by 31 January 2026
      And "Project" of Globex has taken 60 of 120 by 28 February 2026
      Then the revenue of Globex is:
        | month         | amount |
        | February 2026 | 200.00 |
      And finance closes February 2026 without a difference

    Scenario: More than all cannot be done
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Project |
      When "Project" of Globex has taken 130 of 120 by 1 January 2026
      Then it is refused because "130 of 120 of 'Project' cannot be done"
      And 400.00 USD of the price of "Project" for Globex is undelivered

  Rule: A contract of both kinds

    Scenario: A modification of a project and of a service at once: one catches up, the other goes on anew
      # A project of 1,000.00, 40% done, and a year of service for 1,200.00, three months given. From April the project brings 500.00
      # more, which is 40% of it at once: 200.00. The service costs 900.00 a year from then: 225.00 go back, and 675.00 are left for
      # nine months: 75.00. April: 200.00 and 75.00.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
        | proration               | months             |
      And these products are sold:
        | product | charged | price                 | stand-alone price     | revenue      | distinct |
        | Project | flat    | 1,000.00 USD once     | 1,000.00 USD once     | as delivered | no       |
        | Service | flat    | 1,200.00 USD per year | 1,200.00 USD per year | over time    | yes      |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Project |
        | Service |
      When "Project" of Globex is 40% complete on 31 March 2026
      And Globex adds 1 "Project" at 500.00 USD once from 1 April 2026
      And Globex pays 900.00 USD per year for "Service" from 1 April 2026
      And time passes to 30 April 2026
      Then the April 2026 close report shows:
        | line                 | amount |
        | Revenue from Project | 200.00 |
        | Revenue from Service | 75.00  |
      And finance closes April 2026 without a difference
      When "Project" of Globex is 100% complete on 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit              |
        | Revenue            | 1500.00 + 975.00    |
        | Contract liability |                     |
      And finance closes December 2026 without a difference

    Scenario: A price that falls back to less for every unit once the volume is reached
      # IFRS 15 IE205 to 208, 606-10-55-291 to 294: 150.00 a unit, 125.00 if a million are bought, which is expected. Each unit is a
      # receivable of 150.00, revenue of 125.00 and 25.00 owed back.
      Given these products are sold:
        | product | charged  | price           | revenue |
        | Unit    | per unit | 150.00 USD once | at once |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Unit    | 100      |
      When on 1 January 2026 finance expects 2,500.00 USD of the price of "Unit" to go back to Globex
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account          | debit     | credit    |
        | Receivables      | 15,000.00 |           |
        | Refund liability |           | 2,500.00  |
        | Revenue          |           | 12,500.00 |
      And finance closes January 2026 without a difference
