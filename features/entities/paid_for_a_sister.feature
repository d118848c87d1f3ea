@entities @group @wave-3 @req:Q2C-062
Feature: What one legal entity pays, lends or passes on to another
  A bill that a sister should have paid, money lent, a cost that belongs to both: one entity credits its own account, the other debits
  its own, and each shows what is owed between them. None of it is revenue, and the group sees only what it has spent.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency |
      | NA   | Northwind America | USD      |
      | NC   | Northwind Canada  | USD      |
    And these accounts are in the chart:
      | account | type    |
      | Rent    | expense |
      | Hosting | expense |
    And today is 1 January 2026

  Scenario: America pays Canada's rent
    When "NA" pays 1,200.00 USD from "Cash" for "Rent" of "NC" on 5 January 2026
    And time passes to 31 January 2026
    Then the journal of "NA" in January 2026 is:
      | date           | account        | debit    | credit   |
      | 5 January 2026 | Due from group | 1,200.00 |          |
      | 5 January 2026 | Cash           |          | 1,200.00 |
    And the journal of "NC" in January 2026 is:
      | date           | account      | debit    | credit   |
      | 5 January 2026 | Rent         | 1,200.00 |          |
      | 5 January 2026 | Due to group |          | 1,200.00 |
    And the entities owe each other on 31 January 2026:
      | entity | counterparty | due from | due to   |
      | NA     | NC           | 1,200.00 |          |
      | NC     | NA           |          | 1,200.00 |
    And the consolidated trial balance for January 2026 is:
      | account        | combined  | eliminated | consolidated |
      | Cash           | -1,200.00 | 0.00       | -1,200.00    |
      | Due from group | 1,200.00  | -1,200.00  | 0.00         |
      | Due to group   | -1,200.00 | 1,200.00   | 0.00         |
      | Rent           | 1,200.00  | 0.00       | 1,200.00     |
    And finance closes January 2026 without a difference

  Scenario: A third of the hosting is passed on, and paid back
    # 900.00 of hosting is America's bill; 300.00 of it is Canada's share.
    When finance of "NA" posts the journal "hosting" on 10 January 2026:
      | account | debit  | credit |
      | Hosting | 900.00 |        |
      | Cash    |        | 900.00 |
    And "NA" pays 300.00 USD from "Hosting" for "Hosting" of "NC" on 31 January 2026
    And "NC" settles 300.00 USD with "NA" on 10 February 2026
    Then the ledger shows on 10 February 2026:
      | entity | account        | debit  | credit |
      | NA     | Hosting        | 600.00 |        |
      | NA     | Cash           |        | 600.00 |
      | NA     | Due from group |        |        |
      | NC     | Hosting        | 300.00 |        |
      | NC     | Cash           |        | 300.00 |
      | NC     | Due to group   |        |        |
    And all February 2026 tie-outs agree

  Scenario: Money lent is no revenue, and a part of it comes back
    When "NA" lends "NC" 5,000.00 USD on 5 January 2026
    And "NC" settles 2,000.00 USD with "NA" on 20 January 2026
    And time passes to 31 January 2026
    Then the entities owe each other on 31 January 2026:
      | entity | counterparty | due from | due to   |
      | NA     | NC           | 3,000.00 |          |
      | NC     | NA           |          | 3,000.00 |
    And the consolidated trial balance for January 2026 is:
      | account        | combined  | eliminated | consolidated |
      | Due from group | 3,000.00  | -3,000.00  | 0.00         |
      | Due to group   | -3,000.00 | 3,000.00   | 0.00         |

  Scenario Outline: <what> is refused
    When "NA" pays 100.00 USD from "<from>" for "<for>" of "<of>" on 5 January 2026
    Then it is refused because "<reason>"
    And nothing is posted in January 2026

    Examples:
      | what                  | from | for         | of | reason                                             |
      | an unknown account    | Cash | Wages       | NC | names 'Wages', which the chart of accounts does not have |
      | what documents keep   | Cash | Receivables | NC | which is kept by documents                         |
      | paying for oneself    | Cash | Rent        | NA | NA cannot owe itself anything                      |
