@entities @legal-entities @wave-2 @req:Q2C-060
Feature: Signed ahead with a legal entity
  What is signed today for service that begins later stands in the books of the entity that sells it, in the month it is billed.

  Scenario: A contract that begins a month after it was signed
    # 10 * 10.00 = 100.00, billed on 1 February; nothing before.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix | country |
      | NA   | Northwind America | USD      | NA             | US      |
      | NC   | Northwind Canada  | USD      | NC             | CA      |
    When Globex signed with Northwind Canada on 5 January 2026 for 1 month from 1 February 2026, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And time passes to 28 February 2026
    Then Globex is invoiced:
      | date            | net    | entity           |
      | 1 February 2026 | 100.00 | Northwind Canada |
    And nothing else is invoiced
    And nothing is posted in January 2026
    And the journal of Northwind Canada in February 2026 contains:
      | date            | account            | debit  | credit |
      | 1 February 2026 | Receivables        | 100.00 |        |
      | 1 February 2026 | Contract liability |        | 100.00 |
    And finance closes February 2026 without a difference
