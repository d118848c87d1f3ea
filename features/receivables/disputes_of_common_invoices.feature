@receivables @consolidated-invoices @req:Q2C-041
Feature: Disputes of a parent's invoice for its children
  A parent gets one invoice for what its children bought, and disputes it. What is expected to be conceded leaves the revenue of
  the children, contract by contract, and what is not conceded comes back to it; the parent owes and is credited.

  Background:
    Given the company "Northwind SaaS"

  Scenario: A concession is expected of the whole invoice, and less is credited
    # 100.00 of Initech and 500.00 of Hooli: 120.00 are reserved 20.00 and 100.00. 110.00 with its tax of 10.00 are credited, all
    # out of the reserve; the other 20.00 come back, 20.00 * 100/600 = 3.33 and 16.67.
    Given these conventions:
      | question          | answer                      |
      | revenue schedule  | service period of each line |
      | invoices of a day | one per customer            |
    And Initech is billed to Globex
    And Hooli is billed to Globex
    And "Initech" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And "Hooli" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product   | price per month |
      | Analytics | 500.00 USD      |
    When time passes to 30 April 2026
    And Globex disputes 660.00 USD of the April invoice on 30 April 2026 because "outage", and finance expects to lose 120.00 USD of it
    Then the revenue of April 2026 is made of:
      | customer | contract | amount          |
      | Initech  | C-1      | 100.00 - 20.00  |
      | Hooli    | C-2      | 500.00 - 100.00 |
    And the ledger shows on 30 April 2026 exactly:
      | account           | debit    | credit   |
      | Receivables       | 1,320.00 |          |
      | Refund liability  |          | 120.00   |
      | Revenue           |          | 1,080.00 |
      | Sales tax payable |          | 120.00   |
    And finance closes April 2026 without a difference
    When the dispute of Globex is settled on 10 May 2026 with a credit of 110.00 USD
    Then the revenue of May 2026 is made of:
      | customer | contract | amount |
      | Initech  | C-1      | 3.33   |
      | Hooli    | C-2      | 16.67  |
    And the ledger shows on 10 May 2026 exactly:
      | account           | debit             | credit            |
      | Receivables       | 1,320.00 - 110.00 |                   |
      | Revenue           |                   | 1,200.00 - 100.00 |
      | Sales tax payable |                   | 120.00 - 10.00    |
    When time passes to 31 May 2026
    Then finance closes May 2026 without a difference

  Scenario: One child's line is disputed, and the dispute is rejected
    Given these conventions:
      | question          | answer                      |
      | revenue schedule  | service period of each line |
      | invoices of a day | one per customer            |
      | disputed invoice  | reserve                     |
    And Initech is billed to Globex
    And Hooli is billed to Globex
    And "Initech" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And "Hooli" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product   | price per month |
      | Analytics | 500.00 USD      |
    When time passes to 30 April 2026
    And Globex disputes 110.00 USD of "Platform seat" on the April invoice on 30 April 2026 because "outage"
    Then the revenue of April 2026 is made of:
      | customer | contract | amount |
      | Hooli    | C-2      | 500.00 |
    And finance closes April 2026 without a difference
    When the dispute of Globex is rejected on 10 May 2026
    Then the revenue of May 2026 is made of:
      | customer | contract | amount |
      | Initech  | C-1      | 100.00 |
    When time passes to 31 May 2026
    Then finance closes May 2026 without a difference

  Scenario: A child's month and another's quarter: each bears what it has given
    # On 1 April a month of Initech for 100.00 and a quarter of Hooli for 300.00. At the end of April 100.00 of each are given. Half
    # of the invoice is disputed: 100.00 are reserved, 50.00 from each, though the quarter costs three times as much; what is not
    # given is in no revenue. Rejected, each has its own again.
    Given these conventions:
      | question          | answer                      |
      | revenue schedule  | service period of each line |
      | revenue spread    | by month                    |
      | invoices of a day | one per customer            |
      | disputed invoice  | reserve                     |
    And Initech is billed to Globex
    And Hooli is billed to Globex
    And "Hooli" signed on 1 January 2026 for 6 months, billed quarterly in advance, net 60, no tax:
      | product   | price per month |
      | Analytics | 100.00 USD      |
    And "Initech" signed on 1 March 2026 for 2 months, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 30 April 2026
    And Globex disputes 200.00 USD of the April invoice on 30 April 2026 because "outage"
    Then the revenue of April 2026 is made of:
      | customer | contract | amount         |
      | Initech  | C-2      | 100.00 - 50.00 |
      | Hooli    | C-1      | 100.00 - 50.00 |
    And finance closes April 2026 without a difference
    When the dispute of Globex is rejected on 10 May 2026
    And time passes to 31 May 2026
    Then the journal of May 2026 is:
      | date        | source             | account            | debit  | credit |
      | 10 May 2026 | dispute resolution | Refund liability   | 100.00 |        |
      | 10 May 2026 | dispute resolution | Revenue            |        | 100.00 |
      | 31 May 2026 | revenue            | Contract liability | 100.00 |        |
      | 31 May 2026 | revenue            | Revenue            |        | 100.00 |
    And the revenue of May 2026 is made of:
      | customer | contract | amount         |
      | Initech  | C-2      | 50.00          |
      | Hooli    | C-1      | 100.00 + 50.00 |
    And finance closes May 2026 without a difference
