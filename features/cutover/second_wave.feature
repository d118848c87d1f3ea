@cutover @wave-2 @req:Q2C-241
Feature: A handover arrives whole or not at all
  Everything is tried before the first record is taken over. If one contract of many is refused, nothing of the others is there:
  no customer, no contract, no invoice, no entry. What was tried leaves nothing behind, and the set can go live once it is right.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | proration      | months   |
      | revenue spread | by month |

  Scenario: A contract that is refused leaves none of those before and after it behind
    # K-1005 went over with the pilot. K-2001 stands before it in the file, K-2002 after it.
    When the cutover "Northwind pilot" goes live
    And the cutover "Northwind wave two" goes live
    Then it is refused because "contract K-1005 is here already"
    And these contracts were taken over:
      | contract | customer         |
      | K-1001   | Globex           |
      | K-1002   | Initech          |
      | K-1003   | Umbrella         |
      | K-1004   | Acme             |
      | K-1005   | Stark Industries |
    And the journal from 1 August 2026 to 1 August 2026 is:
      | date | account | debit | credit |
    And the CRM does not know Duff
    And the CRM does not know Oceanic
    And the migration clearing is zero

  Scenario: The same set goes live by itself, with a deposit that is the customer's
    # Duff: 12 seats, 1,440.00 for a year from February, half of it earned; 584.00 of 1,584.00 open. Stark: 2 of 12 months of
    # 2,400.00 to come. Oceanic: one of three months of 1,500.00. Duff's deposit of 250.00 is credit; Oceanic's 40.00 is unapplied.
    When the cutover "Northwind wave two" goes live
    Then these contracts were taken over:
      | contract | customer         | billed   | recognized | deferred | open   |
      | K-2001   | Duff             | 1,440.00 | 720.00     | 720.00   | 584.00 |
      | K-1005   | Stark Industries | 2,400.00 | 2,000.00   | 400.00   | 0.00   |
      | K-2002   | Oceanic          | 1,500.00 | 1,000.00   | 500.00   | 0.00   |
    And Duff has a credit of 250.00 USD
    And Oceanic has unapplied cash of 40.00 USD
    And the ledger shows on 1 August 2026:
      | account            | debit  | credit                   |
      | Receivables        | 584.00 |                          |
      | Contract liability |        | 720.00 + 400.00 + 500.00 |
      | Customer credits   |        | 250.00                   |
      | Unapplied cash     |        | 40.00                    |
    And the migration clearing is zero
    And finance closes August 2026 without a difference
