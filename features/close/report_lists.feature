@close @closed-periods @wave-2 @req:Q2C-071
Feature: The lists of the close report
  Beside its lines a close report has lists that a controller reads row by row: who wrote journals by hand, which months were opened
  again and why, what was posted that belongs before. Each can be held against what ought to stand in it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |
    And these accounts are in the chart:
      | account          | type      |
      | Accrued expenses | liability |
      | Hosting          | expense   |

  Rule: What people wrote, and what they opened again

    Scenario: Two journals by hand, of which one waits for its approval
      When "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Ann" prepares the journal "more hosting" on 31 January 2026:
        | account          | debit | credit |
        | Hosting          | 20.00 |        |
        | Accrued expenses |       | 20.00  |
      And "Bob" approves the journal "hosting" on 31 January 2026
      Then the January 2026 close report lists under "Manual journals":
        | journal      | entry | date            | prepared by | approved by | amount |
        | hosting      | *     | 31 January 2026 | Ann         | Bob         | 480.00 |
        | more hosting | -     | 31 January 2026 | Ann         | nobody yet  | 20.00  |
      And the February 2026 close report lists nothing under "Manual journals"

    Scenario: A month that was opened again stands in its own report and in those after it
      # Closed on 3 February, opened on the 10th, closed again on the 11th: December before it stays closed throughout.
      When finance closes January 2026 on 3 February 2026
      And "Ann" reopens January 2026 on 10 February 2026 because "hosting of January left out", approved by "Bob"
      And "Ann" prepares the journal "hosting of January" on 10 February 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Bob" approves the journal "hosting of January" on 10 February 2026
      And finance closes January 2026 on 11 February 2026
      Then the February 2026 close report lists under "Reopened months":
        | period       | date             | asked by | approved by | reason                     |
        | January 2026 | 10 February 2026 | Ann      | Bob         | hosting of January left out |
      And the December 2025 close report lists nothing under "Reopened months"

  Rule: What belongs before the month it is posted in

    Background:
      # 100 * 10.00 = 1,000.00 a month and 100.00 of tax
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: An invoice and a credit memo of February for service since January, whether January is closed or not
      # 20 more from 1 January, signed on 10 February: 200.00 of January and 20.00 of tax, ten days after its end. What the same
      # invoice bills of February is no matter of cut-off.
      When time passes to 10 February 2026
      And Globex adds 20 "Platform seat" from 1 January 2026
      And time passes to 28 February 2026
      Then the February 2026 close report lists under "Cut-off":
        | document       | posted           | belongs to   | days after | amount        |
        | upsell invoice | 10 February 2026 | January 2026 | 10         | 200.00 + 20.00 |
      And the January 2026 close report lists nothing under "Cut-off"
      And finance closes February 2026 without a difference

    Scenario: What a close keeps out of its own month
      # The upsell invoice of 30 March, 20 * 10.00 * 1/30 = 6.67 and 0.67 of tax by 30/360, reaches the ledger on 2 April.
      Given the integration delays the event "invoice posted" of the upsell by 3 days
      When Globex adds 20 "Platform seat" from 30 March 2026
      And finance closes March 2026 on 31 March 2026
      And time passes to 30 April 2026
      Then the April 2026 close report lists under "Cut-off":
        | document       | number    | posted       | belongs to | days after | amount      |
        | upsell invoice | NW-000004 | 1 April 2026 | March 2026 | 1          | 6.67 + 0.67 |

    Scenario: What is billed in arrears on its regular day is in no such list
      Given "Initech" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When time passes to 28 February 2026
      Then the February 2026 close report lists nothing under "Cut-off"
      And the February 2026 close report lists under "Subledgers to general ledger", among others:
        | control               | documents | ledger   | difference |
        | Receivables of Globex | 2,200.00  | 2,200.00 | 0.00       |

  Rule: Revenue by what posted it, and by obligation

    Scenario: A contract that is amended for months before
      # 1,000.00 a month. 20 more seats from 1 January, signed on 10 February: 200.00 more for February, and 200.00 of January caught up.
      # Initech's 500.00 are as scheduled. In March all is regular again: 1,200.00 + 500.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When time passes to 10 February 2026
      And Globex adds 20 "Platform seat" from 1 January 2026
      And time passes to 31 March 2026
      Then the February 2026 close report lists under "Revenue":
        | posted by                         | amount            |
        | schedules                         | 1,000.00 + 500.00 |
        | modifications                     | 200.00            |
        | catch-ups of modifications        | 200.00            |
        | of which belongs to closed months | 0.00              |
      And the February 2026 close report lists under "Revenue by obligation":
        | contract | product       | scheduled | modified | caught up | posted   |
        | C-1      | Platform seat | 1,000.00  | 200.00   | 200.00    | 1,400.00 |
        | C-2      | Platform seat | 500.00    | 0.00     | 0.00      | 500.00   |
      And the March 2026 close report lists under "Revenue":
        | posted by                         | amount            |
        | schedules                         | 1,200.00 + 500.00 |
        | of which belongs to closed months | 0.00              |

    Scenario: An estimate that corrects the past
      # 1,200.00 for a year; 240.00 more are 20.00 a month: October has 100.00 and 20.00, and catches up nine times 20.00. No
      # amendment brought it, so October's own 120.00 are as scheduled.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When on 1 October 2026 finance includes 240.00 USD of "bonus" in the price of Globex
      And time passes to 31 October 2026
      Then the October 2026 close report lists under "Revenue":
        | posted by                         | amount    |
        | schedules                         | 120.00    |
        | other catch-ups                   | 9 * 20.00 |
        | of which belongs to closed months | 0.00      |
      And finance closes October 2026 without a difference

    Scenario: A contract that is canceled for a month before
      # 1,200.00 a year, 100.00 a month; canceled on 10 March as of 1 February: March has none of its 100.00, and February's are taken back.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 10 March 2026
      And Globex cancels on 1 February 2026 and is refunded
      And time passes to 31 March 2026
      Then the March 2026 close report lists under "Revenue by obligation":
        | contract | product        | scheduled | modified | caught up | posted  |
        | C-1      | Annual license | 100.00    | -100.00  | -100.00   | -100.00 |

  Rule: What is earned and not billed, by its age

    Background:
      # 1,000.00 a month, billed every three months in arrears, first on 1 April.
      Given "Globex" signed on 1 January 2026 for 12 months, billed quarterly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: Within one billing period it is as agreed
      When time passes to 31 March 2026
      Then the March 2026 close report shows:
        | line                                   | amount   | month before |
        | Unbilled receivable, closing           | 3,000.00 | 2,000.00     |
        | Unbilled within one billing period     | 3,000.00 | 2,000.00     |
        | Unbilled older than one billing period | 0.00     | 0.00         |
      And the March 2026 close report lists nothing under "Unbilled older than one billing period"

    Scenario: The invoice is lost, and at the end of April January's revenue is older than it may be
      Given the integration loses the event "invoice posted"
      When time passes to 30 April 2026
      Then finance cannot close April 2026, among other reasons because:
        | reconciliation        | billing  | ledger | difference | explained by             |
        | Receivables of Globex | 3,000.00 | 0.00   | 3,000.00   | April invoice not posted |
      And the April 2026 close report shows:
        | line                                   | amount   | month before |
        | Unbilled within one billing period     | 3,000.00 | 3,000.00     |
        | Unbilled older than one billing period | 1,000.00 | 0.00         |
      And the April 2026 close report lists under "Unbilled older than one billing period":
        | contract | customer | billed               | earned in    | months ago | amount   |
        | C-1      | Globex   | quarterly in arrears | January 2026 | 3          | 1,000.00 |

    Scenario: Repaired, the invoice takes the earliest first
      Given the integration loses the event "invoice posted"
      When time passes to 30 April 2026
      And everything is repaired and delivered again
      Then the April 2026 close report shows:
        | line                                   | amount   |
        | Unbilled within one billing period     | 1,000.00 |
        | Unbilled older than one billing period | 0.00     |
      And finance closes April 2026 without a difference

  Rule: What was allowed against the rules

    Scenario: An exception stands in the reports of the months in which it is in force
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 20 January 2026
      And the "CFO" allows "Globex" an exception for "billing" until 15 February 2026
      And time passes to 31 March 2026
      Then the December 2025 close report lists nothing under "Overrides"
      And the January 2026 close report lists under "Overrides":
        | subject | field   | allowed by | date            | until            |
        | Globex  | billing | CFO        | 20 January 2026 | 15 February 2026 |
      And the February 2026 close report lists under "Overrides":
        | subject | field   | allowed by | date            | until            |
        | Globex  | billing | CFO        | 20 January 2026 | 15 February 2026 |
      And the March 2026 close report lists nothing under "Overrides"
