@cutover @req:Q2C-241
Feature: Cutover from the old systems
  What a company brings along is checked record by record before anything is loaded. What is loaded posts opening balances and
  nothing else: no revenue, no tax, no invoice. Migration clearing ends at zero, and what is deferred is released as before.

  Background:
    Given the company "Northwind SaaS"

  Scenario: A clean set is accepted record by record
    Then the cutover report of "Northwind pilot" is:
      | table            | in | accepted | rejected | exceptions |
      | customers        | 5  | 5        | 0        | 0          |
      | subscriptions    | 6  | 6        | 0        | 0          |
      | invoices         | 2  | 2        | 0        | 0          |
      | payments         | 2  | 2        | 0        | 0          |
      | unapplied cash   | 1  | 1        | 0        | 0          |
      | deferred revenue | 5  | 5        | 0        | 0          |
      | waterfall        | 16 | 16       | 0        | 0          |

  Scenario: Opening balances are posted over migration clearing, which ends at zero
    # Receivables 330.00 (1,320.00 less 990.00 paid) + 1,650.00; contract liability 500 + 1,200 + 1,000 + 720.
    When the cutover "Northwind pilot" is loaded
    Then the ledger shows on 1 July 2026 exactly:
      | account            | debit             | credit                              |
      | Cash               | 1,470.00          |                                     |
      | Receivables        | 330.00 + 1,650.00 |                                     |
      | Unapplied cash     |                   | 30.00                               |
      | Contract liability |                   | 500.00 + 1,200.00 + 1,000.00 + 720.00 |
    And the migration clearing is zero
    And nothing else is invoiced
    And nothing else is credited

  # Handbook 4.18: of Globex 330.00 are owed, 30.00 unapplied and 500.00 deferred, so 200.00 stand on migration clearing until the
  # trial balance brings the other side. Of all together 330 + 1,650 - 30 - 500 - 1,200 - 1,000 - 720 = -1,470.
  Scenario: The subledgers stand against migration clearing, and the trial balance brings its other side
    When the cutover "Northwind pilot" is loaded
    Then the journal from 1 July 2026 to 1 July 2026 is:
      | date        | source                                                     | account            | customer         | debit                    | credit   |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Receivables        | Globex           | 330.00                   |          |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Unapplied cash     | Globex           |                          | 30.00    |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Contract liability | Globex           |                          | 500.00   |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Receivables        | Acme             | 1,650.00                 |          |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Contract liability | Acme             |                          | 1,000.00 |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Contract liability | Umbrella         |                          | 1,200.00 |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Contract liability | Stark Industries |                          | 720.00   |
      | 1 July 2026 | cutover Northwind pilot, run 1: subledgers of NW in USD    | Migration clearing |                  | 200.00 - 650.00 + 1,920.00 |          |
      | 1 July 2026 | cutover Northwind pilot, run 1: trial balance of NW in USD | Cash               |                  | 1,470.00                 |          |
      | 1 July 2026 | cutover Northwind pilot, run 1: trial balance of NW in USD | Migration clearing |                  |                          | 1,470.00 |
    And the migration clearing is zero

  Scenario: What is deferred is released over the remaining service as legacy would have
    # A month of each: 500 / 5 months, 1,200 / 6, 1,000 / 2, 720 / 3.
    When the cutover "Northwind pilot" is loaded
    Then the waterfall of the cutover "Northwind pilot" is:
      | month   | legacy                            | schedule                          |
      | 2026-07 | 100.00 + 200.00 + 500.00 + 240.00 | 100.00 + 200.00 + 500.00 + 240.00 |
      | 2026-08 | 100.00 + 200.00 + 500.00 + 240.00 | 100.00 + 200.00 + 500.00 + 240.00 |
      | 2026-09 | 100.00 + 200.00 + 240.00          | 100.00 + 200.00 + 240.00          |
      | 2026-10 | 100.00 + 200.00                   | 100.00 + 200.00                   |
      | 2026-11 | 100.00 + 200.00                   | 100.00 + 200.00                   |
      | 2026-12 | 200.00                            | 200.00                            |
    When time passes to 31 July 2026
    Then the ledger shows on 31 July 2026 exactly:
      | account            | debit    | credit              |
      | Cash               | 1,470.00 |                     |
      | Receivables        | 1,980.00 |                     |
      | Unapplied cash     |          | 30.00               |
      | Contract liability |          | 3,420.00 - 1,040.00 |
      | Revenue            |          | 1,040.00            |
    And the migration clearing is zero
    And finance closes July 2026 without a difference

  Scenario: At the end of the last service nothing is deferred any more
    When the cutover "Northwind pilot" is loaded
    And time passes to 31 December 2026
    Then the ledger shows on 31 December 2026 exactly:
      | account            | debit    | credit   |
      | Cash               | 1,470.00 |          |
      | Receivables        | 1,980.00 |          |
      | Unapplied cash     |          | 30.00    |
      | Revenue            |          | 3,420.00 |

  Scenario: A rehearsal is rolled back, leaves nothing, and can be repeated
    When the cutover "Northwind pilot" is loaded
    And the cutover "Northwind pilot" is rolled back
    And time passes to 31 July 2026
    Then the migration clearing is zero
    And the ledger shows on 31 July 2026 exactly:
      | account | debit | credit |

  Scenario: A rehearsal after a rollback posts the same again
    When the cutover "Northwind pilot" is loaded
    And the cutover "Northwind pilot" is rolled back
    And the cutover "Northwind pilot" is loaded
    Then the ledger shows on 1 July 2026 exactly:
      | account            | debit    | credit   |
      | Cash               | 1,470.00 |          |
      | Receivables        | 1,980.00 |          |
      | Unapplied cash     |          | 30.00    |
      | Contract liability |          | 3,420.00 |
    And the migration clearing is zero

  Scenario: Every record that is wrong is found and named
    Then the cutover "Northwind rehearsal" finds:
      | record                                           | verdict  | finding                                                                           |
      | subscriptions K-1002 1 Platform seat 2026-04-01  | rejected | the quantity -50 is negative                                                      |
      | subscriptions K-1003 1 Premium suport 2026-01-01 | rejected | Northwind SaaS sells no product 'Premium suport'; did you mean 'Premium support'? |
      | invoices LEG-2004                                | rejected | tax is missing                                                                    |
      | unapplied cash P-503                             | rejected | there is no customer 'L-077'; did you mean 'L-006'?                               |
      | deferred revenue K-1005                          | rejected | recognized 2160.00 + remaining 620.00 = 2780.00, not the transaction price 2880.00 |
      | waterfall K-1004 2026-08                         | rejected | 2026-08: legacy 600.00, new schedule 500.00                                       |
      | control totals customers                         | rejected | wrong control total: 5 customers were sent, 6 arrived                             |
    And the cutover report of "Northwind rehearsal" is:
      | table            | in | accepted | rejected | exceptions |
      | customers        | 6  | 5        | 1        | 0          |
      | subscriptions    | 6  | 1        | 5        | 0          |
      | invoices         | 2  | 1        | 1        | 0          |
      | payments         | 2  | 2        | 0        | 0          |
      | unapplied cash   | 1  | 0        | 1        | 0          |
      | deferred revenue | 5  | 1        | 4        | 0          |
      | waterfall        | 16 | 5        | 11       | 0          |

  Scenario: A set with a rejected record loads nothing
    When the cutover "Northwind rehearsal" is loaded
    Then the ledger shows on 1 July 2026 exactly:
      | account | debit | credit |
    And nothing else is invoiced
