@cutover @wave-3 @req:Q2C-241
Feature: What is wrong stays behind, as far as it may
  Every record is accepted, remediated, rejected or an exception, with the reason. What is accepted can be rehearsed at any time.
  Whether the set goes live without what is rejected is a threshold of the set: so many records of a table "may stay behind".

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | proration      | months   |
      | revenue spread | by month |

  Scenario: The records by what became of them, each with its reason
    # K-3002, 500.00 a month from June: two of three billed months are earned by August, 1,000.00, not 900.00.
    Then the cutover "Northwind wave three" finds:
      | record                           | verdict    | finding                                                                                  |
      | deferred revenue K-3002          | rejected   | recognized to date 900.00, but the service to 2026-07-31 is 1000.00, by month            |
      | deferred revenue K-3002          | rejected   | deferred 600.00, but the remaining service, 2026-08-01 to 2026-08-31, is 500.00, by month |
      | invoices LEG-3101                | remediated | date: the day '1 February 2026' is read as 2026-02-01                                    |
      | invoices LEG-3101                | remediated | net: the number '1,440.00' is read as 1440.00                                            |
    And the cutover report of "Northwind wave three" is:
      | table            | in | accepted | remediated | rejected | exceptions |
      | customers        | 3  | 3        | 0          | 0        | 0          |
      | subscriptions    | 3  | 2        | 0          | 1        | 0          |
      | invoices         | 1  | 1        | 1          | 0        | 0          |
      | unapplied cash   | 2  | 2        | 0          | 0        | 0          |
      | deferred revenue | 3  | 2        | 0          | 1        | 0          |
      | waterfall        | 9  | 8        | 0          | 1        | 0          |

  Scenario: What is accepted is rehearsed without the rest
    # Receivables 584.00 less liability of K-3001 and K-3003, 720.00 and 400.00, and 290.00 of cash is -826.00; the other side of
    # the trial balance's cash is 1,326.00. The 500.00 that K-3002 should bring stay on migration clearing.
    When what is accepted of the cutover "Northwind wave three" is loaded
    Then the ledger shows on 1 August 2026 exactly:
      | account            | debit    | credit          |
      | Cash               | 1,326.00 |                 |
      | Receivables        | 584.00   |                 |
      | Contract liability |          | 720.00 + 400.00 |
      | Customer credits   |          | 250.00          |
      | Unapplied cash     |          | 40.00           |
      | Migration clearing |          | 500.00          |
    When the cutover "Northwind wave three" is rolled back
    Then the migration clearing is zero

  Scenario: It goes live without what may stay behind, and the close names what is missing
    # One of three contracts is 33.34%, and half may stay behind. Oceanic's K-3002 is billed by nobody here.
    When the cutover "Northwind wave three" goes live
    And time passes to 31 August 2026
    Then these contracts were taken over:
      | contract | customer         | billed   | recognized | deferred | open   |
      | K-3001   | Duff             | 1,440.00 | 720.00     | 720.00   | 584.00 |
      | K-3003   | Stark Industries | 2,400.00 | 2,000.00   | 400.00   | 0.00   |
    And Oceanic is invoiced nothing
    And finance cannot close August 2026, because:
      | reconciliation     | ledger  | difference |
      | Migration clearing | -500.00 | 500.00     |

  Scenario: A set of which more is rejected than may stay behind does not go live, and leaves nothing
    When the cutover "Northwind rehearsal" goes live
    Then it is refused because "the cutover Northwind rehearsal is not ready"
    And these contracts were taken over:
      | contract |
