@handbook @foreign-currency @wave-1 @req:Q2C-090
Feature: Worked balances in a foreign currency
  1,000.00 euros are invoiced at 1.10, stand at 1.15 when the month closes and are paid at 1.12, before anything of them is earned. What
  is owed in service keeps the rate of the invoice; what is owed in money has gained 20.00 dollars in the end, and nothing else.

  Scenario: Invoiced, closed and paid before any release
    Given the company "Northwind SaaS"
    And these conventions:
      | question    | answer              |
      | revaluation | reversed on day one |
    And these exchange rates:
      | date             | from | to  | rate | kind    |
      | 1 January 2026   | EUR  | USD | 1.10 | spot    |
      | 31 January 2026  | EUR  | USD | 1.15 | closing |
      | 10 February 2026 | EUR  | USD | 1.12 | spot    |
    And these products are sold:
      | product | charged | price             | revenue      |
      | Project | flat    | 1,000.00 EUR once | as delivered |
    And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 60, no tax:
      | product |
      | Project |
    When Globex transfers 1,000.00 EUR on 10 February 2026 for the January invoice
    Then the ledger shows on 31 January 2026 exactly:
      | account                         | debit    | credit   |
      | Receivables                     | 1,150.00 |          |
      | Contract liability              |          | 1,100.00 |
      | Unrealized exchange differences |          | 50.00    |
    And the journal from 1 February 2026 to 10 February 2026 is:
      | date             | source      | account                         | debit    | credit   |
      | 1 February 2026  | revaluation | Receivables                     |          | 50.00    |
      | 1 February 2026  | revaluation | Unrealized exchange differences | 50.00    |          |
      | 10 February 2026 | payment     | Cash                            | 1,120.00 |          |
      | 10 February 2026 | payment     | Receivables                     |          | 1,100.00 |
      | 10 February 2026 | payment     | Realized exchange differences   |          | 20.00    |
    And the ledger shows on 10 February 2026 exactly:
      | account                         | debit    | credit   |
      | Cash                            | 1,120.00 |          |
      | Contract liability              |          | 1,100.00 |
      | Realized exchange differences   |          | 20.00    |
      | Unrealized exchange differences |          |          |
    And nothing else is credited
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference
