@close @closed-periods @wave-2 @req:Q2C-343
Feature: What the ledger posts by itself is posted once
  Revaluations and accruals are taken back by themselves on a later day. A month that is closed, opened again and closed once more has
  them once, and so has the month in which they are taken back. What is approved too late for both months stands in the first open
  one, and says where it belongs.

  Background:
    Given the company "Northwind SaaS"
    And these accounts are in the chart:
      | account          | type      |
      | Accrued expenses | liability |
      | Hosting          | expense   |

  Scenario: A revaluation, in a month that is reopened
    # 1,200.00 euros at 1.10 are 1,320.00 dollars, 1,380.00 at 1.15 and 1,440.00 at 1.20. 110.00 of revenue a month.
    Given these conventions:
      | question         | answer              |
      | proration        | 30/360              |
      | revenue schedule | contract term       |
      | revenue spread   | by month            |
      | revaluation      | reversed on day one |
    And these exchange rates:
      | date             | from | to  | rate | kind    |
      | 1 January 2026   | EUR  | USD | 1.10 | spot    |
      | 31 January 2026  | EUR  | USD | 1.15 | closing |
      | 28 February 2026 | EUR  | USD | 1.20 | closing |
    And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 60, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 EUR   |
    When finance closes January 2026 on 3 February 2026
    And "Ann" reopens January 2026 on 10 February 2026 because "hosting of January left out", approved by "Bob"
    And "Ann" prepares the journal "hosting of January" on 31 January 2026:
      | account          | debit  | credit |
      | Hosting          | 480.00 |        |
      | Accrued expenses |        | 480.00 |
    And "Bob" approves the journal "hosting of January" on 10 February 2026
    And finance closes January 2026 on 11 February 2026
    And time passes to 28 February 2026
    Then January 2026 was closed 2 times
    And the journal of January 2026 is:
      | date            | recorded         | source             | account                         | debit    | credit   |
      | 1 January 2026  | 1 January 2026   | January invoice    | Receivables                     | 1,320.00 |          |
      | 1 January 2026  | 1 January 2026   | January invoice    | Contract liability              |          | 1,320.00 |
      | 31 January 2026 | 31 January 2026  | revenue            | Contract liability              | 110.00   |          |
      | 31 January 2026 | 31 January 2026  | revenue            | Revenue                         |          | 110.00   |
      | 31 January 2026 | 31 January 2026  | revaluation        | Receivables                     | 60.00    |          |
      | 31 January 2026 | 31 January 2026  | revaluation        | Unrealized exchange differences |          | 60.00    |
      | 31 January 2026 | 10 February 2026 | hosting of January | Hosting                         | 480.00   |          |
      | 31 January 2026 | 10 February 2026 | hosting of January | Accrued expenses                |          | 480.00   |
    And the journal of February 2026 is:
      | date             | source      | account                         | debit  | credit |
      | 1 February 2026  | revaluation | Receivables                     |        | 60.00  |
      | 1 February 2026  | revaluation | Unrealized exchange differences | 60.00  |        |
      | 28 February 2026 | revenue     | Contract liability              | 110.00 |        |
      | 28 February 2026 | revenue     | Revenue                         |        | 110.00 |
      | 28 February 2026 | revaluation | Receivables                     | 120.00 |        |
      | 28 February 2026 | revaluation | Unrealized exchange differences |        | 120.00 |
    And finance closes February 2026 without a difference

  Scenario: An accrual, in a month that is reopened
    When "Ann" prepares the journal "support" on 31 January 2026, reversed on 1 February 2026:
      | account          | debit  | credit |
      | Hosting          | 300.00 |        |
      | Accrued expenses |        | 300.00 |
    And "Bob" approves the journal "support" on 31 January 2026
    And finance closes January 2026 on 3 February 2026
    And "Ann" reopens January 2026 on 5 February 2026 because "a bill came", approved by "Bob"
    And finance closes January 2026 on 6 February 2026
    And time passes to 31 March 2026
    Then January 2026 was closed 2 times
    And the journal of January 2026 is:
      | date            | source  | account          | debit  | credit |
      | 31 January 2026 | support | Hosting          | 300.00 |        |
      | 31 January 2026 | support | Accrued expenses |        | 300.00 |
    And the journal from 1 February 2026 to 31 March 2026 is:
      | date            | source            | account          | debit  | credit |
      | 1 February 2026 | support, reversed | Accrued expenses | 300.00 |        |
      | 1 February 2026 | support, reversed | Hosting          |        | 300.00 |
    And finance closes March 2026 without a difference

  Scenario: An accrual whose reversal falls into a month that is closed already
    When "Ann" prepares the journal "support" on 31 January 2026, reversed on 1 February 2026:
      | account          | debit  | credit |
      | Hosting          | 300.00 |        |
      | Accrued expenses |        | 300.00 |
    And finance closes February 2026 on 2 March 2026
    And "Bob" approves the journal "support" on 4 March 2026
    And time passes to 31 March 2026
    Then nothing is posted in January 2026
    And nothing is posted in February 2026
    And the journal of March 2026 is:
      | date         | event           | recorded     | belongs to    | source            | account          | debit  | credit |
      | 1 March 2026 | 31 January 2026 | 4 March 2026 | January 2026  | support           | Hosting          | 300.00 |        |
      | 1 March 2026 | 31 January 2026 | 4 March 2026 | January 2026  | support           | Accrued expenses |        | 300.00 |
      | 1 March 2026 | 1 February 2026 | 4 March 2026 | February 2026 | support, reversed | Accrued expenses | 300.00 |        |
      | 1 March 2026 | 1 February 2026 | 4 March 2026 | February 2026 | support, reversed | Hosting          |        | 300.00 |
    And finance closes March 2026 without a difference
