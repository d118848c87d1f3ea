@receivables @bank @legal-entities @wave-3 @req:Q2C-048
Feature: Bank statements of other entities
  Each legal entity has bank accounts of its own, in its own currency, and money may be on its way for longer.

  Scenario: A German entity's euros, five days on the way
    # 20 * 10.00 = 200.00 EUR, no tax. Stated five days after they were booked, they are found by their payer.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix | country |
      | ND   | Northwind Germany | EUR      | ND             | DE      |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And money is on its way to the bank for at most 5 days
    When Initech signed with Northwind Germany on 20 December 2025 for 1 month from 1 January 2026, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 EUR       |
    And Initech transfers 200.00 EUR on 20 January 2026 for invoice ND-000001
    And the bank statement of Northwind Germany of 26 January 2026 shows:
      | value date      | amount | payer   |
      | 25 January 2026 | 200.00 | Initech |
      | 26 January 2026 | -4.50  |         |
    Then these are not matched with the bank on 26 January 2026:
      | date            | bank      | state             | owner            | age |
      | 26 January 2026 | -4.50 EUR | not in the ledger | Cash application | 0   |
    And finance cannot close January 2026, because:
      | reconciliation | bank       | ledger     | difference | explained by     |
      | Bank           | 195.50 EUR | 200.00 EUR | -4.50 EUR  | nobody booked it |
