@close @usage @wave-2 @req:Q2C-071
Feature: From meter to invoice
  What meters report is taken, comes again, is corrected or refused. What is taken is rated, and what is rated is billed, waits for
  its invoice, or is free. The close report counts it contract by contract and in all.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |
    And these products are sold:
      | product | charge  | charged            | price         | limit  |
      | Calls   |         | per unit, by usage | 0.10 USD each | 10,000 |

  Rule: Received = rated = billed + unbilled

    Scenario: Two contracts, one month billed and one not yet
      # Globex: 500 of January, corrected to 450, 200 more and 30 taken back: 620, billed on 1 February. 50 that came on 10 February
      # wait for 1 March, and so do 80 of February: 620 + 130 = 750. Initech: 1,000 of February, all waiting.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      When Globex uses:
        | date           | product | quantity | id  | replaces | received        |
        | 5 January 2026 | Calls   | 500      | r-1 |          |                 |
        | 5 January 2026 | Calls   | 500      | r-1 |          | 6 January 2026  |
        | 5 January 2026 | Calls   | 500      | r-1 |          | 7 January 2026  |
        | 8 January 2026 | Calls   | 200      | r-2 |          |                 |
        | 5 January 2026 | Calls   | 450      | r-3 | r-1      | 12 January 2026 |
        | 9 January 2026 | Calls   | -30      | r-4 |          | 14 January 2026 |
      And time passes to 1 February 2026
      And Globex uses:
        | date            | product | quantity | id  | received         |
        | 20 January 2026 | Calls   | 50       | r-5 | 10 February 2026 |
        | 11 February 2026 | Calls  | 80       | r-6 | 11 February 2026 |
      And Initech uses 1,000 "Calls" on 12 February 2026
      Then Globex is invoiced:
        | date            | for   | quantity | net        |
        | 1 February 2026 | Calls | 620      | 620 * 0.10 |
      And the January 2026 close report lists under "Usage control":
        | contract | customer | charge | readings | received | rated | billed | unbilled | free or drawn | difference |
        | C-1      | Globex   | Calls  | 3        | 620      | 620   | 0      | 620      | 0             | 0          |
      And the January 2026 close report lists under "Readings":
        | what became of them           | count | documents |
        | reported                      | 6     |           |
        | taken                         | 4     |           |
        | came again, counted once      | 2     | r-1       |
        | refused                       | 0     |           |
        | of those taken, corrected since | 1   | r-1       |
      When time passes to 28 February 2026
      Then the February 2026 close report lists under "Usage control":
        | contract      | customer | charge | readings | received | rated | billed | unbilled | free or drawn | difference |
        | C-1           | Globex   | Calls  | 5        | 750      | 750   | 620    | 130      | 0             | 0          |
        | C-2           | Initech  | Calls  | 1        | 1,000    | 1,000 | 0      | 1,000    | 0             | 0          |
        | all contracts | -        | Calls  | 6        | 1,750    | 1,750 | 620    | 1,130    | 0             | 0          |
      And the journal of February 2026 is:
        | date             | source           | account             | debit              | credit             |
        | 1 February 2026  | February invoice | Receivables         | 62.00              |                    |
        | 1 February 2026  | February invoice | Unbilled receivable |                    | 62.00              |
        | 28 February 2026 | revenue          | Unbilled receivable | 5.00 + 8.00        |                    |
        | 28 February 2026 | revenue          | Revenue             |                    | 5.00 + 8.00        |
        | 28 February 2026 | revenue          | Unbilled receivable | 100.00             |                    |
        | 28 February 2026 | revenue          | Revenue             |                    | 100.00             |
      And finance closes February 2026 without a difference

    Scenario: A reading above the limit is refused, and counted as reported
      # 9,000 are taken; 2,000 more are above the limit of 10,000 and refused, 1,000 are not.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      When Globex uses 9,000 "Calls" on 5 January 2026
      And Globex uses:
        | date           | product | quantity | id  |
        | 6 January 2026 | Calls   | 2,000    | r-2 |
      Then it is refused because "contract C-1 allows 10000 'Calls' from 1 January 2026 to 31 January 2026; with r-2 it would be 11000"
      When Globex uses 1,000 "Calls" on 7 January 2026
      And time passes to 31 January 2026
      Then the January 2026 close report lists under "Readings":
        | what became of them           | count | documents |
        | reported                      | 3     |           |
        | taken                         | 2     |           |
        | came again, counted once      | 0     |           |
        | refused                       | 1     | r-2       |
        | of those taken, corrected since | 0   |           |
      And the January 2026 close report lists under "Usage control":
        | contract | charge | readings | received | rated  | billed | unbilled | free or drawn | difference |
        | C-1      | Calls  | 2        | 10,000   | 10,000 | 0      | 10,000   | 0             | 0          |
      And finance closes January 2026 without a difference

  Rule: What does not come to an invoice

    Background:
      Given these conventions:
        | question              | answer                       |
        | what cannot be billed | held in the exceptions queue |

    Scenario: Held usage waits, and is billed when somebody lets it go
      # 12,000 of January are above the limit: on 1 February they are held, released on the 10th and billed then.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      When Globex uses 12,000 "Calls" on 5 January 2026
      And time passes to 10 February 2026
      Then nothing else is invoiced
      And the February 2026 close report lists under "Usage control":
        | contract | charge | received | rated  | billed | unbilled | held   | difference |
        | C-1      | Calls  | 12,000   | 12,000 | 0      | 0        | 12,000 | 0          |
      When the "account manager" releases the contract of Globex
      Then Globex is invoiced:
        | date             | for   | quantity | net           |
        | 10 February 2026 | Calls | 12,000   | 12,000 * 0.10 |
      When time passes to 28 February 2026
      Then the February 2026 close report lists under "Usage control":
        | contract | charge | received | rated  | billed | unbilled | held | difference |
        | C-1      | Calls  | 12,000   | 12,000 | 12,000 | 0        | 0    | 0          |
      And the February 2026 close report lists nothing under "Readings"
      And finance closes February 2026 without a difference

    Scenario: A month without usage has no such list
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      When time passes to 31 January 2026
      Then the January 2026 close report lists nothing under "Usage control"
      And the January 2026 close report lists nothing under "Readings"
      And nothing else is invoiced
      And finance closes January 2026 without a difference
