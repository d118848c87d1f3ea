@close @closed-periods @wave-2 @req:Q2C-313
Feature: The year ends, and income begins at nothing
  What a fiscal year has earned becomes retained earnings when the next one begins: revenue and expenses of the new year start
  at 0.00, what is owed and owned goes on. The opening of every account is the closing of the month before. Nothing is written
  for it, so no closed month changes.

  Background:
    # 100.00 and 10.00 of tax a month, in advance.
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And these accounts are in the chart:
      | account           | type      |
      | Hosting           | expense   |
      | Accrued expenses  | liability |
      | Dividends payable | liability |

  Rule: The calendar year

    Background:
      Given Globex signed on 1 November 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |

    Scenario: Two months of the old year are retained when the new one begins
      When time passes to 28 February 2027
      Then the trial balance for December 2026 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 110.00  | 110.00 |         | 220.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -10.00  |        | 10.00   | -20.00  |
        | Revenue            | -100.00 |        | 100.00  | -200.00 |
      And the trial balance for January 2027 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 220.00  | 110.00 |         | 330.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -20.00  |        | 10.00   | -30.00  |
        | Retained earnings  | -200.00 |        |         | -200.00 |
        | Revenue            | 0.00    |        | 100.00  | -100.00 |
      And the trial balance for February 2027 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 330.00  | 110.00 |         | 440.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -30.00  |        | 10.00   | -40.00  |
        | Retained earnings  | -200.00 |        |         | -200.00 |
        | Revenue            | -100.00 |        | 100.00  | -200.00 |

    Scenario: The year is closed, and the new one opens with it
      When time passes to 31 January 2027
      Then finance closes December 2026 without a difference
      And finance closes January 2027 without a difference
      And the December 2026 close report shows:
        | line                  | amount  |
        | 4000 Revenue, closing | -200.00 |
      And the January 2027 close report shows:
        | line                            | amount  |
        | 1100 Receivables, opening       | 220.00  |
        | 3800 Retained earnings, opening | -200.00 |
        | 3800 Retained earnings, closing | -200.00 |
        | 4000 Revenue, opening           | 0.00    |
        | 4000 Revenue, closing           | -100.00 |
        | Debits                          | 210.00  |
        | Credits                         | 210.00  |

    Scenario: What comes late for a closed year is an expense of the new one
      When time passes to 4 January 2027
      Then finance closes December 2026 without a difference
      When finance posts the journal "hosting of December" on 31 December 2026:
        | account          | debit | credit |
        | Hosting          | 30.00 |        |
        | Accrued expenses |       | 30.00  |
      And time passes to 31 January 2027
      Then the trial balance for January 2027 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 220.00  | 110.00 |         | 330.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -20.00  |        | 10.00   | -30.00  |
        | Accrued expenses   | 0.00    |        | 30.00   | -30.00  |
        | Retained earnings  | -200.00 |        |         | -200.00 |
        | Revenue            | 0.00    |        | 100.00  | -100.00 |
        | Hosting            | 0.00    | 30.00  |         | 30.00   |
      And finance closes January 2027 without a difference

    Scenario: Expenses lessen what is retained, and a dividend is paid out of it
      # 200.00 of revenue less 30.00 of hosting; 150.00 of it is distributed. Hosting moves no more, so it is no longer listed.
      When finance posts the journal "hosting" on 31 December 2026:
        | account          | debit | credit |
        | Hosting          | 30.00 |        |
        | Accrued expenses |       | 30.00  |
      And finance posts the journal "dividend" on 20 January 2027:
        | account           | debit  | credit |
        | Retained earnings | 150.00 |        |
        | Dividends payable |        | 150.00 |
      And time passes to 31 January 2027
      Then the trial balance for January 2027 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 220.00  | 110.00 |         | 330.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -20.00  |        | 10.00   | -30.00  |
        | Accrued expenses   | -30.00  |        |         | -30.00  |
        | Dividends payable  | 0.00    |        | 150.00  | -150.00 |
        | Retained earnings  | -170.00 | 150.00 |         | -20.00  |
        | Revenue            | 0.00    |        | 100.00  | -100.00 |

  Rule: A group

    Scenario: What was earned last year stays at last year's rates
      # Receivables 2 * 100.00 * 1.25; retained 100.00 at December's average of 1.10; revenue 100.00 at January's of 1.20.
      # What is left between the rates is the translation difference: 250 - 110 - 120 = 20.
      Given these legal entities:
        | code | name              | currency |
        | NA   | Northwind America | USD      |
        | NE   | Northwind Europe  | EUR      |
      And these exchange rates:
        | date             | from | to  | rate | kind    |
        | 31 December 2026 | EUR  | USD | 1.10 | average |
        | 31 January 2027  | EUR  | USD | 1.20 | average |
        | 31 January 2027  | EUR  | USD | 1.25 | closing |
      When Umbrella signed with Northwind Europe on 1 December 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 EUR       |
      And time passes to 31 January 2027
      Then the trial balance of "NE" for January 2027 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 100.00  | 100.00 |         | 200.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Retained earnings  | -100.00 |        |         | -100.00 |
        | Revenue            | 0.00    |        | 100.00  | -100.00 |
      And the consolidated trial balance for January 2027 is:
        | account              | combined | eliminated | consolidated |
        | Receivables          | 250.00   | 0.00       | 250.00       |
        | Retained earnings    | -110.00  | 0.00       | -110.00      |
        | Translation difference | -20.00 | 0.00       | -20.00       |
        | Revenue              | -120.00  | 0.00       | -120.00      |

  Rule: A shifted fiscal year

    Scenario: The year that begins in July
      Given these conventions:
        | question           | answer |
        | fiscal year begins | July   |
      And Globex signed on 1 May 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When time passes to 31 January 2027
      Then the trial balance for June 2026 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 110.00  | 110.00 |         | 220.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -10.00  |        | 10.00   | -20.00  |
        | Revenue            | -100.00 |        | 100.00  | -200.00 |
      And the trial balance for July 2026 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 220.00  | 110.00 |         | 330.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -20.00  |        | 10.00   | -30.00  |
        | Retained earnings  | -200.00 |        |         | -200.00 |
        | Revenue            |         |        | 100.00  | -100.00 |
      # The calendar year's end is a month like any other: 6 * 100.00 since July, then 7 * 100.00.
      And the trial balance for January 2027 is:
        | account            | opening | debits | credits | closing |
        | Receivables        | 880.00  | 110.00 |         | 990.00  |
        | Contract liability |         | 100.00 | 100.00  |         |
        | Sales tax payable  | -80.00  |        | 10.00   | -90.00  |
        | Retained earnings  | -200.00 |        |         | -200.00 |
        | Revenue            | -600.00 |        | 100.00  | -700.00 |
