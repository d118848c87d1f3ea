@receivables @remittances @legal-entities @wave-2 @req:Q2C-239
Feature: Receipts by legal entity
  Money that one entity of a group receives pays what is owed to that entity, in its books.

  Scenario: Paid short within tolerance to the entity that invoiced
    # 20 * 10.00 = 200.00, no tax; 200.00 - 198.00 = 2.00 are borne.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix | country |
      | NA   | Northwind America | USD      | NA             | US      |
      | NC   | Northwind Canada  | USD      | NC             | CA      |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And payments may be up to 5.00 USD short
    When Initech signed with Northwind Canada on 20 December 2025 for 1 month from 1 January 2026, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 USD       |
    And Initech transfers 198.00 USD on 20 January 2026 for invoice NC-000001
    Then Initech owes nothing
    And these deductions of Initech were taken:
      | date            | invoice         | kind             | amount |
      | 20 January 2026 | January invoice | small difference | 2.00   |
    And the journal of Northwind Canada in January 2026 contains:
      | date            | source           | account           | debit  | credit |
      | 20 January 2026 | payment          | Cash              | 198.00 |        |
      | 20 January 2026 | payment          | Receivables       |        | 198.00 |
      | 20 January 2026 | small difference | Small differences | 2.00   |        |
      | 20 January 2026 | small difference | Receivables       |        | 2.00   |
