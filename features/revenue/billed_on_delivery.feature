@revenue @deliveries @wave-3 @req:Q2C-036
Feature: Invoiced when it is delivered
  Pieces, hours and milestones are often invoiced when the customer gets them, not on a day known beforehand. The price is
  allocated over everything that was promised all the same.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |
    And these products are sold:
      | product | charged  | price              | stand-alone price  | revenue      | billed         |
      | Sensor  | per unit | 90.00 USD once     | 100.00 USD once    | as delivered | when delivered |
      | Project | flat     | 1,000.00 USD once  | 1,000.00 USD once  | as delivered | when delivered |
      | Manual  | flat     | 0.00 USD once      | 200.00 USD once    | as delivered |                |

  Scenario: Forty of a hundred pieces, then sixty
    # 100 at 90.00, with 8% tax on each invoice: 40 are 3,600.00 and 288.00; 60 are 5,400.00 and 432.00.
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, tax 8%:
      | product | quantity |
      | Sensor  | 100      |
    And time passes to 28 February 2027
    And Globex is invoiced nothing
    And 9,000.00 USD of the price of "Sensor" for Globex is undelivered
    When Globex receives 40 "Sensor" on 10 March 2027
    And time passes to 31 March 2027
    Then Globex is invoiced:
      | date          | due          | for    | from          | to            | quantity | price | net      | tax    | total    |
      | 10 March 2027 | 9 April 2027 | Sensor | 10 March 2027 | 10 March 2027 | 40       | 90.00 | 3,600.00 | 288.00 | 3,888.00 |
    And nothing else is invoiced
    And the journal of March 2027 is:
      | date          | source        | account            | debit    | credit   |
      | 10 March 2027 | March invoice | Receivables        | 3,888.00 |          |
      | 10 March 2027 | March invoice | Contract liability |          | 3,600.00 |
      | 10 March 2027 | March invoice | Sales tax payable  |          | 288.00   |
      | 31 March 2027 | revenue       | Contract liability | 3,600.00 |          |
      | 31 March 2027 | revenue       | Revenue            |          | 3,600.00 |
    And finance closes March 2027 without a difference
    When Globex receives 60 "Sensor" on 2 May 2027
    Then Globex is invoiced 9,720.00 USD in all
    And Globex has these open invoices:
      | invoice       | open     |
      | March invoice | 3,888.00 |
      | May invoice   | 5,832.00 |
    And 0.00 USD of the price of "Sensor" for Globex is undelivered
    And finance closes May 2027 without a difference

  Scenario: What is invoiced by the piece is still allocated over all that was promised
    # 10 at 90.00, and a manual for nothing that costs 200.00 alone: 900.00 split by 1,000 and 200. 4 pieces are 4 * 75.00 = 300.00
    # of revenue, and 360.00 billed. The manual is 150.00.
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Sensor  | 10       |
      | Manual  | 1        |
    When Globex receives 4 "Sensor" on 10 February 2027
    And time passes to 28 February 2027
    Then the price of Globex is allocated to:
      | product | amount           |
      | Sensor  | 900.00 * 10/12   |
      | Manual  | 900.00 * 2/12    |
    And the ledger shows on 28 February 2027 exactly:
      | account            | debit  | credit |
      | Receivables        | 360.00 |        |
      | Contract liability |        | 60.00  |
      | Revenue            |        | 300.00 |
    When Globex receives 1 "Manual" on 3 March 2027
    And time passes to 31 March 2027
    Then the ledger shows on 31 March 2027 exactly:
      | account        | debit  | credit |
      | Receivables    | 360.00 |        |
      | Contract asset | 90.00  |        |
      | Revenue        |        | 450.00 |
    When Globex receives 6 "Sensor" on 5 April 2027
    And time passes to 30 April 2027
    Then the ledger shows on 30 April 2027 exactly:
      | account     | debit  | credit |
      | Receivables | 900.00 |        |
      | Revenue     |        | 900.00 |
    And finance closes April 2027 without a difference

  Scenario: Milestones of a third each: no cent is lost
    # 1,000.00 * 1/3 = 333.33; two thirds are 666.67, so 333.34; then 333.33.
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Project |
    When "Project" of Globex has taken 1 of 3 by 15 February 2027
    And "Project" of Globex has taken 2 of 3 by 15 March 2027
    And "Project" of Globex has taken 3 of 3 by 15 April 2027
    Then Globex is invoiced:
      | date             | for     | net    |
      | 15 February 2027 | Project | 333.33 |
      | 15 March 2027    | Project | 333.34 |
      | 15 April 2027    | Project | 333.33 |
    And nothing else is invoiced
    And finance closes April 2027 without a difference

  Scenario: A delivery of a month that is closed is invoiced on the day it is told
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Sensor  | 10       |
    And time passes to 28 February 2027
    And finance closes February 2027 without a difference
    When time passes to 4 March 2027
    And Globex receives 3 "Sensor" on 20 February 2027
    Then Globex is invoiced:
      | date         | from             | quantity | net    |
      | 4 March 2027 | 20 February 2027 | 3        | 270.00 |
    And time passes to 31 March 2027
    And the revenue of March 2027 is 270.00 USD
    And finance closes March 2027 without a difference

  Scenario: Fewer are wanted: what is not delivered is never invoiced
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Sensor  | 10       |
    When Globex receives 4 "Sensor" on 10 February 2027
    And Globex removes 5 "Sensor" from 1 March 2027
    And Globex receives 1 "Sensor" on 10 March 2027
    And time passes to 31 March 2027
    Then Globex is invoiced 450.00 USD in all
    And nothing else is credited
    And 0.00 USD of the price of "Sensor" for Globex is undelivered
    And finance closes March 2027 without a difference

  Scenario: The integration loses a delivery, so it is not invoiced
    Given the integration loses the event "delivery recorded"
    And "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Sensor  | 10       |
    When Globex receives 4 "Sensor" on 10 February 2027
    And time passes to 28 February 2027
    Then these events went astray:
      | event             | to      | outcome |
      | delivery recorded | billing | lost    |
    And Globex is invoiced nothing
    When everything is repaired and delivered again
    Then Globex is invoiced:
      | date             | from             | quantity | net    |
      | 28 February 2027 | 10 February 2027 | 4        | 360.00 |
    And finance closes February 2027 without a difference

  Scenario: Nothing of it is paid for and not used
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Sensor  | 10       |
    When what is left of "Sensor" for Globex expires on 1 February 2027
    Then it is refused because "'Sensor' is billed when it is delivered"
    When Globex is expected to use 8 "Sensor" in all from 1 February 2027
    Then it is refused because "'Sensor' is billed when it is delivered"

  Scenario: The contract is canceled: what was delivered is owed, the rest is neither invoiced nor earned
    # 4 of 10 at 90.00 are 360.00 and 36.00 tax. Nothing was billed ahead, so nothing goes back.
    Given "Globex" signed on 1 February 2027 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product | quantity |
      | Sensor  | 10       |
    When Globex receives 4 "Sensor" on 10 February 2027
    And Globex cancels on 1 March 2027
    And time passes to 31 July 2027
    Then Globex owes 396.00 USD
    And Globex is invoiced 396.00 USD in all
    And nothing else is credited
    And 0.00 USD of the price of Globex is still to be recognized
    And the ledger shows on 31 July 2027 exactly:
      | account           | debit  | credit |
      | Receivables       | 396.00 |        |
      | Sales tax payable |        | 36.00  |
      | Revenue           |        | 360.00 |
    And finance closes July 2027 without a difference
