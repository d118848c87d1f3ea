@close @closed-periods @wave-3 @req:Q2C-341
Feature: Every entry has four dates
  When something happened, from when on it takes effect, in which period it is posted and when the ledger recorded it are four
  things. In an ordinary month they are often one day. Whoever reads the journal of a month into which something came late must see
  all four: what was known when, and why it stands where it stands.

  Background:
    # 10 * 31.00 = 310.00 a month.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 31.00 USD       |

  Scenario: What comes late into a closed month shows four days that differ
    # Five seats more from 16 March: 5 * 31.00 * 16/31 = 80.00, invoiced on 28 March. The invoice reaches the ledger six days late, on
    # 3 April; March was closed on 1 April, so it is posted on the first day of April and recorded two days after that. What the seats
    # earned in March was unbilled until then, as far as the ledger knew: 465.00 - 80.00 = 385.00.
    Given the integration delays the event "invoice posted" of the upsell by 6 days
    When Globex signs on 28 March 2026 to add 5 "Platform seat" from 16 March 2026
    And time passes to 31 March 2026
    And finance closes March 2026 on 1 April 2026
    And time passes to 30 April 2026
    Then the journal from 1 April 2026 to 29 April 2026 is:
      | date         | event         | effective     | recorded     | belongs to | source         | account            | debit  | credit |
      | 1 April 2026 | 1 April 2026  | 1 April 2026  | 1 April 2026 | -          | April invoice  | Receivables        | 465.00 |        |
      | 1 April 2026 | 1 April 2026  | 1 April 2026  | 1 April 2026 | -          | April invoice  | Contract liability |        | 385.00 |
      | 1 April 2026 | 1 April 2026  | 1 April 2026  | 1 April 2026 | -          | April invoice  | Unbilled receivable |        | 80.00  |
      | 1 April 2026 | 28 March 2026 | 16 March 2026 | 3 April 2026 | March 2026 | upsell invoice | Receivables        | 80.00  |        |
      | 1 April 2026 | 28 March 2026 | 16 March 2026 | 3 April 2026 | March 2026 | upsell invoice | Contract liability |        | 80.00  |
    And Globex is invoiced:
      | date            | cause   | net    |
      | 1 January 2026  | regular | 310.00 |
      | 1 February 2026 | regular | 310.00 |
      | 1 March 2026    | regular | 310.00 |
      | 28 March 2026   | upsell  | 80.00  |
      | 1 April 2026    | regular | 465.00 |
    And nothing else is invoiced
    And nothing else is credited
    And the April 2026 close report lists under "Cut-off":
      | document       | posted       | belongs to | recorded     | amount |
      | upsell invoice | 1 April 2026 | March 2026 | 3 April 2026 | 80.00  |
    And finance closes April 2026 without a difference

  Scenario: Billed in arrears, an invoice takes effect when its service began
    Given "Initech" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 31.00 USD       |
    When time passes to 1 February 2026
    Then the journal of February 2026 for Initech is:
      | date            | event           | effective      | recorded        | source          | account             | debit | credit |
      | 1 February 2026 | 1 February 2026 | 1 January 2026 | 1 February 2026 | February invoice | Receivables         | 31.00 |        |
      | 1 February 2026 | 1 February 2026 | 1 January 2026 | 1 February 2026 | February invoice | Unbilled receivable |       | 31.00  |
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference

  Scenario: A journal of the last day of a month, written two days later
    When time passes to 31 January 2026
    And "Ann" prepares the journal "rent" on 31 January 2026:
      | account       | debit  | credit |
      | Cost of sales | 500.00 |        |
      | Payables      |        | 500.00 |
    And "Bob" approves the journal "rent" on 3 February 2026
    Then the journal from 31 January 2026 to 31 January 2026 contains:
      | date            | event           | recorded        | source | account       | debit  | credit |
      | 31 January 2026 | 31 January 2026 | 3 February 2026 | rent   | Cost of sales | 500.00 |        |
      | 31 January 2026 | 31 January 2026 | 3 February 2026 | rent   | Payables      |        | 500.00 |
    And finance closes January 2026 without a difference

  Scenario: A repeat of the event and a run of the report again record nothing anew
    Given the integration repeats the event "invoice posted"
    When time passes to 31 January 2026
    Then the journal of January 2026 is:
      | date            | recorded        | source          | account            | debit  | credit |
      | 1 January 2026  | 1 January 2026  | January invoice | Receivables        | 310.00 |        |
      | 1 January 2026  | 1 January 2026  | January invoice | Contract liability |        | 310.00 |
      | 31 January 2026 | 31 January 2026 | revenue         | Contract liability | 310.00 |        |
      | 31 January 2026 | 31 January 2026 | revenue         | Revenue            |        | 310.00 |
    And finance closes January 2026 without a difference
    When time passes to 28 February 2026
    Then the January 2026 close report is the same as when it was closed
