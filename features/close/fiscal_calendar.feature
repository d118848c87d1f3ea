@close @wave-2 @req:Q2C-313
Feature: Fiscal calendars of whole weeks
  A company that counts in weeks has quarters of 4-4-5 weeks (or 4-5-4, 5-4-4), or 13 periods of four. Revenue by day falls into
  those periods, the ledger closes them, and reports bear their names; invoices go on as the contract says.

  Background:
    Given the company "Northwind SaaS"

  Rule: Where periods begin and end

    Scenario Outline: Quarters of <weeks> weeks from Sunday, 28 December 2025
      Given fiscal year 2026 begins on 28 December 2025, in quarters of <weeks> weeks
      Then these are accounting periods:
        | period     | from             | to              |
        | P1 FY2026  | 28 December 2025 | <end of P1>     |
        | P2 FY2026  | <start of P2>    | <end of P2>     |
        | P3 FY2026  | <start of P3>    | 28 March 2026   |
        | P4 FY2026  | 29 March 2026    | <end of P4>     |
        | P12 FY2026 | <start of P12>   | 26 December 2026 |

      Examples:
        | weeks | end of P1       | start of P2     | end of P2        | start of P3      | end of P4     | start of P12     |
        | 4-4-5 | 24 January 2026 | 25 January 2026 | 21 February 2026 | 22 February 2026 | 25 April 2026 | 22 November 2026 |
        | 4-5-4 | 24 January 2026 | 25 January 2026 | 28 February 2026 | 1 March 2026     | 25 April 2026 | 29 November 2026 |
        | 5-4-4 | 31 January 2026 | 1 February 2026 | 28 February 2026 | 1 March 2026     | 2 May 2026    | 29 November 2026 |

    Scenario: Thirteen periods of four weeks
      Given fiscal year 2026 begins on 28 December 2025, in 13 periods of 4 weeks
      Then these are accounting periods:
        | period     | from             | to               |
        | P1 FY2026  | 28 December 2025 | 24 January 2026  |
        | P7 FY2026  | 14 June 2026     | 11 July 2026     |
        | P13 FY2026 | 29 November 2026 | 26 December 2026 |
        | P1 FY2027  | 27 December 2026 | 23 January 2027  |

    Scenario: A year of 53 weeks
      # Sundays nearest to 1 February: 1 February 2026, 31 January 2027, 30 January 2028, 28 January 2029 is 4 days off and
      # 4 February 2029 is 3 days off: fiscal year 2028 has 53 weeks, the last of them in P12.
      Given fiscal year 2026 begins on 1 February 2026, in quarters of 4-5-4 weeks
      Then these are accounting periods:
        | period     | from            | to              |
        | P1 FY2027  | 31 January 2027 | 27 February 2027 |
        | P1 FY2028  | 30 January 2028 | 26 February 2028 |
        | P12 FY2028 | 31 December 2028 | 3 February 2029 |
        | P1 FY2029  | 4 February 2029 | 3 March 2029    |

    Scenario: The retail year that ends on the Saturday nearest to the end of January
      # The National Retail Federation's 4-5-4 calendar: 2023 has 53 weeks and ends on 3 February 2024. A year is called after the one it began in.
      Given fiscal year 2022 ends on the Saturday nearest to the end of January 2023, in quarters of 4-5-4 weeks
      Then these are accounting periods:
        | period     | from             | to               |
        | P1 FY2022  | 30 January 2022  | 26 February 2022 |
        | P12 FY2022 | 1 January 2023   | 28 January 2023  |
        | P1 FY2023  | 29 January 2023  | 25 February 2023 |
        | P2 FY2023  | 26 February 2023 | 1 April 2023     |
        | P12 FY2023 | 31 December 2023 | 3 February 2024  |
        | P1 FY2024  | 4 February 2024  | 2 March 2024     |

    Scenario: The year that ends on the last Saturday of September
      # As Apple's: 24 September 2022 and 30 September 2023 are the last Saturdays, so 2023 has 53 weeks and 2024 52.
      Given fiscal year 2022 ends on the last Saturday of September 2022, in quarters of 4-4-5 weeks
      Then these are accounting periods:
        | period     | from              | to                |
        | P12 FY2022 | 21 August 2022    | 24 September 2022 |
        | P1 FY2023  | 25 September 2022 | 22 October 2022   |
        | P12 FY2023 | 20 August 2023    | 30 September 2023 |
        | P12 FY2024 | 25 August 2024    | 28 September 2024 |

    Scenario: Thirteen periods, to the Friday nearest to the end of December
      # 31 December 2027 is a Friday, 29 December 2028 the nearest one to that year's end; 1 January 2027 to 2026's.
      Given fiscal year 2027 ends on the Friday nearest to the end of December 2027, in 13 periods of 4 weeks
      Then these are accounting periods:
        | period     | from             | to               |
        | P13 FY2026 | 5 December 2026  | 1 January 2027   |
        | P1 FY2027  | 2 January 2027   | 29 January 2027  |
        | P13 FY2027 | 4 December 2027  | 31 December 2027 |
        | P13 FY2028 | 2 December 2028  | 29 December 2028 |

  Rule: Revenue by day falls into the weeks

    Scenario: A year of 3,650.00, at 10.00 a day, in quarters of 4-4-5 weeks
      # 1 January to 24 January is 24 days, then 28, then 35 days; 29 March to 25 April 28 again.
      Given fiscal year 2026 begins on 28 December 2025, in quarters of 4-4-5 weeks
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When time passes to 28 March 2026
      Then finance closes P1 FY2026 without a difference
      And finance closes P2 FY2026 without a difference
      And finance closes P3 FY2026 without a difference
      And the revenue of Globex is:
        | month     | amount     |
        | P1 FY2026 | 24 * 10.00 |
        | P2 FY2026 | 28 * 10.00 |
        | P3 FY2026 | 35 * 10.00 |
      And the journal of P3 FY2026 is:
        | date          | source  | account            | debit  | credit |
        | 28 March 2026 | revenue | Contract liability | 350.00 |        |
        | 28 March 2026 | revenue | Revenue            |        | 350.00 |
      And the P3 FY2026 close report shows:
        | line                              | amount     |
        | Contract liability, opening       | 3,130.00   |
        | Released                          | 350.00     |
        | Contract liability, closing       | 2,780.00   |
        | Revenue                           | 350.00     |
        | To come in P4 FY2026              | 280.00     |
        | Remaining performance obligations | 2,780.00   |
        | 4000 Revenue, opening             | -520.00    |
        | 4000 Revenue, closing             | -870.00    |
      And all P3 FY2026 tie-outs agree

    Scenario: What comes too late for a closed period is posted into the next
      # P1 is closed on 26 January; a journal of 20 January is posted on 25 January, the first day of P2.
      Given fiscal year 2026 begins on 28 December 2025, in quarters of 4-4-5 weeks
      And these accounts are in the chart:
        | account          | type      |
        | Accrued expenses | liability |
        | Hosting          | expense   |
      When "Ann" prepares the journal "hosting" on 20 January 2026:
        | account          | debit  | credit |
        | Hosting          | 100.00 |        |
        | Accrued expenses |        | 100.00 |
      And finance closes P1 FY2026 on 26 January 2026
      And "Bob" approves the journal "hosting" on 27 January 2026
      Then the journal of P2 FY2026 is:
        | date            | source  | account          | debit  | credit |
        | 25 January 2026 | hosting | Hosting          | 100.00 |        |
        | 25 January 2026 | hosting | Accrued expenses |        | 100.00 |
      And the P2 FY2026 close report shows:
        | line                      | amount |
        | hosting MJ-1 of P1 FY2026 | 100.00 |
      And finance closes P2 FY2026 without a difference
      And P1 FY2026 was closed 1 time

    Scenario: A period is closed on its last day, and no sooner
      Given fiscal year 2026 begins on 28 December 2025, in quarters of 4-4-5 weeks
      When finance closes P1 FY2026 on 23 January 2026
      Then it is refused because "P1 FY2026 cannot be closed on 23 January 2026: it ends on 24 January 2026"

    Scenario: The new fiscal year begins at nothing
      # 24 + 28 + 35 + ... of the 365 days of the contract, 28 December 2025 to 26 December 2026 hold 360 of them: 3,600.00.
      Given fiscal year 2026 begins on 28 December 2025, in quarters of 4-4-5 weeks
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When time passes to 23 January 2027
      Then the P1 FY2027 close report shows:
        | line                  | amount |
        | 4000 Revenue, opening | 0.00   |
        | 4000 Revenue, closing | -50.00 |
      And finance closes P1 FY2027 without a difference
