@close @closed-periods @wave-2 @req:Q2C-071
Feature: The close report, run again
  A closed month is asked for again weeks later: by an auditor, by the next preparer, by a tax office. The report then says what
  it said when the month was closed, whatever has been signed, billed, paid, corrected or handed over since.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | months   |

  Rule: What is still to come is as it stood

    Scenario: An upsell and a new customer after the close
      # At the close of March: 9 months of 100.00. In April 240.00 more for eight months, and a second customer with 600.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                              | amount |
        | To come in April 2026             | 100.00 |
        | Remaining performance obligations | 900.00 |
      When Globex adds 1 "Annual license" at 360.00 USD per year from 1 May 2026
      And "Initech" signed on 1 April 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex pays every invoice when it is due
      And time passes to 31 May 2026
      Then the March 2026 close report shows:
        | line                              | amount |
        | To come in April 2026             | 100.00 |
        | To come in May 2026               | 100.00 |
        | To come in December 2026          | 100.00 |
        | Remaining performance obligations | 900.00 |
      And the March 2026 close report is the same as when it was closed
      # 7 months of 100.00 + 30.00, and of Initech's 600.00 four months.
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                              | amount              |
        | To come in June 2026              | 230.00              |
        | Remaining performance obligations | 7 * 130.00 + 400.00 |

    Scenario: A cancellation, back to the first of the month after
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      When Globex signs on 10 February 2026 to cancel on 28 February 2026
      And time passes to 31 March 2026
      Then the January 2026 close report is the same as when it was closed
      And the January 2026 close report shows:
        | line                              | amount    |
        | Remaining performance obligations | 11,000.00 |
      And the February 2026 close report shows:
        | line                              | amount |
        | Remaining performance obligations | 0.00   |

  Rule: What reached the ledger late was not in its schedules

    Scenario: An amendment that was lost, and delivered again after the close
      # The upsell of 16 March is 20 * 10.00 a month. The ledger learns of it in April; March was closed without it, with that said.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And the integration loses the event "contract amended" of the upsell
      When Globex adds 20 "Platform seat" from 1 March 2026
      And finance closes March 2026 on 31 March 2026
      Then the March 2026 close report shows:
        | line                              | amount   |
        | Remaining performance obligations | 9,000.00 |
      When time passes to 2 April 2026
      And everything is repaired and delivered again
      And time passes to 30 April 2026
      Then the March 2026 close report is the same as when it was closed
      And the March 2026 close report shows:
        | line                              | amount   |
        | Remaining performance obligations | 9,000.00 |
      And the April 2026 close report shows:
        | line                              | amount    |
        | Remaining performance obligations | 8 * 1,200 |

  Rule: Differences bear the names of the company's periods

    Scenario: An invoice dated in one period of weeks and posted in another
      # P1 ends on 24 January. The invoice of 20 January is delayed to 26 January, when P1 is closed: it is posted in P2.
      Given fiscal year 2026 begins on 28 December 2025, in quarters of 4-4-5 weeks
      And the integration delays the event "invoice posted" by 6 days
      And "Globex" signed on 20 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When finance closes P1 FY2026 on 24 January 2026
      And time passes to 27 January 2026
      Then finance cannot close P1 FY2026, among other reasons because:
        | reconciliation        | billing | ledger | difference | explained by                                        |
        | Receivables of Globex | 100.00  | 0.00   | 100.00     | January invoice posted in P2 FY2026 |
