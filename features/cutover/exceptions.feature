@cutover @wave-1 @req:Q2C-241
Feature: What cannot go live by itself stays behind by name
  A contract with terms that the new systems do not know goes to the exceptions list, with its open invoice and its deferred revenue.
  The others go live; what stayed behind stands on migration clearing until somebody takes it up.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | proration      | months   |
      | revenue spread | by month |

  Scenario: The exceptions list names the contract, what belongs to it, and the change that nobody can sign by itself
    Then the cutover "Northwind exceptions" finds:
      | record                                    | verdict   | finding                                                                                               |
      | subscriptions K-1004 1 Analytics 2026-03-01 | exception | the terms 'most favored customer' are not supported                                                 |
      | amendments A-7                            | exception | the change 'new invoice layout' is none that can be signed again by itself: sign it in the new CRM; what can: add units, remove units, change units, set quantity, change price, add product, remove product, replace product, discount, extend, renew, pause, resume, cancel |
    And the cutover report of "Northwind exceptions" is:
      | table            | in | accepted | rejected | exceptions |
      | customers        | 5  | 5        | 0        | 0          |
      | subscriptions    | 6  | 5        | 0        | 1          |
      | invoices         | 2  | 1        | 0        | 1          |
      | payments         | 2  | 2        | 0        | 0          |
      | unapplied cash   | 1  | 1        | 0        | 0          |
      | deferred revenue | 5  | 4        | 0        | 1          |
      | waterfall        | 16 | 14       | 0        | 2          |
      | amendments       | 1  | 0        | 0        | 1          |

  Scenario: The others go live, and the close says what is still on migration clearing
    # Left behind: 1,650.00 open of LEG-2004 less 1,000.00 deferred of K-1004. Acme is billed nothing by the new system.
    When the cutover "Northwind exceptions" goes live
    And time passes to 31 July 2026
    Then these contracts were taken over:
      | contract | customer         | deferred |
      | K-1001   | Globex           | 500.00   |
      | K-1002   | Initech          | 0.00     |
      | K-1003   | Umbrella         | 1,200.00 |
      | K-1005   | Stark Industries | 720.00   |
    And Acme is invoiced nothing
    And Acme owes nothing
    And finance cannot close July 2026, because:
      | reconciliation     | ledger | difference |
      | Migration clearing | 650.00 | -650.00    |
