@close @closed-periods @wave-2 @req:Q2C-071
Feature: The close report
  What a controller signs. Every roll-forward foots, every control account meets its documents, and what is still to come is
  said month by month.

  Background:
    # Monthly 1,000.00 and 100.00 of tax; a year in advance 1,200.00 and 120.00, 100.00 of revenue a month.
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |

  Rule: Roll-forwards foot

    Scenario: A year in advance: what of the liability is released, and what is to come
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                                | amount   |
        | Contract liability, opening         | 1,000.00 |
        | Released                            | 100.00   |
        | Contract liability, closing         | 900.00   |
        | Released from the opening balance   | 100.00   |
        | Contract liability, current         | 900.00   |
        | Contract liability, non-current     | 0.00     |
        | To come in April 2026               | 100.00   |
        | To come in December 2026            | 100.00   |
        | Remaining performance obligations   | 900.00   |
        | Receivables, opening                | 1,320.00 |
        | Receivables, closing                | 1,320.00 |
        | Differences, T1 to T16              | 0.00     |

    Scenario: Three years in advance: what is not earned within a year is non-current
      # 3 * 1,200.00 billed at once. On 31 January 35 months of 100.00 are left, 12 of them current.
      Given "Globex" signed on 1 January 2026 for 36 months, billed every 36 months in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                              | amount   |
        | Contract liability, opening       | 0.00     |
        | Billed ahead                      | 3,600.00 |
        | Released                          | 100.00   |
        | Contract liability, closing       | 3,500.00 |
        | Released from the opening balance | 0.00     |
        | Contract liability, current       | 1,200.00 |
        | Contract liability, non-current   | 2,300.00 |
        | To come in February 2026          | 100.00   |
        | To come later                     | 2,300.00 |
        | Remaining performance obligations | 3,500.00 |

    Scenario: Billed in arrears: what is earned ahead of billing is no liability
      Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                              | amount   |
        | Unbilled receivable, opening      | 1,000.00 |
        | Earned ahead of billing           | 1,000.00 |
        | Unbilled receivable billed        | 0.00     |
        | Unbilled receivable, closing      | 2,000.00 |
        | Contract liability, closing       | 0.00     |
        | Contract liability, current       | 0.00     |
        | Remaining performance obligations | 1,000.00 |

    Scenario: Money that nobody named rolls forward by what moved it
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,300.00 USD on 20 January 2026
      And finance refunds Globex 200.00 USD of unapplied cash on 25 January 2026
      And time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                    | amount   |
        | Unapplied cash, opening | 0.00     |
        | Unapplied cash, payment | 200.00   |
        | Unapplied cash, refund  | -200.00  |
        | Unapplied cash, closing | 0.00     |
        | Cash, payment           | 1,300.00 |
        | Cash, closing           | 1,300.00 |
        | Due                     | 1,000.00 |
        | Billed                  | 1,000.00 |
        | Due and not billed      | 0.00     |

    Scenario: The closing of a month is the opening of the next
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the January 2026 close report shows:
        | line                            | amount   |
        | 1100 Receivables, closing       | 1,100.00 |
        | 2100 Sales tax payable, closing | -100.00  |
      And the February 2026 close report shows:
        | line                            | amount   |
        | 1100 Receivables, opening       | 1,100.00 |
        | 2100 Sales tax payable, opening | -100.00  |
        | Debits                          | 2,100.00 |
        | Credits                         | 2,100.00 |
        | Remaining performance obligations | 10,000.00 |

  Rule: Beside each figure that of the month before

    Scenario: What was to come, and what came of it
      # A year in advance for 1,200.00, then a second one of 600.00 from 1 March: 100.00 and 50.00 a month. At the end of February 1,000.00
      # were to come, 100.00 of them in March. At the end of March 900.00 and 11 * 50.00 = 550.00 are; April's 100.00 are 150.00 now.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And time passes to 28 February 2026
      And finance closes February 2026 without a difference
      When "Initech" signed on 1 March 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 600.00 USD     |
      And time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                              | amount        | month before |
        | To come in March 2026             | 0.00          | 100.00       |
        | To come in April 2026             | 100.00 + 50.00 | 100.00      |
        | To come in January 2027           | 50.00         | 0.00         |
        | Remaining performance obligations | 900.00 + 550.00 | 1,000.00   |
        | Contract liability, opening       | 1,000.00      | 1,100.00     |
        | Billed ahead                      | 600.00        | 0.00         |
        | Released                          | 150.00        | 100.00       |
        | Released from the opening balance | 100.00        | 100.00       |
        | Contract liability, current       | 1,450.00      | 1,000.00     |
        | Receivables, closing              | 1,320.00 + 660.00 | 1,320.00 |
        | Revenue                           | 150.00        | 100.00       |

    Scenario: A contract that is canceled takes what was to come of it with it
      # 1,200.00 a year, 100.00 a month. On 1 March 1,000.00 go back: nothing is to come of what was.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When Globex cancels on 1 March 2026 and is refunded
      And time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                              | amount | month before |
        | To come in March 2026             | 0.00   | 100.00       |
        | To come in April 2026             | 0.00   | 100.00       |
        | Remaining performance obligations | 0.00   | 1,000.00     |

  Rule: The trial balance of several months beside each other

    Scenario: A contract from December to February, over the end of the year
      # 300.00 in advance, 100.00 a month. What December earned is retained when January begins; revenue starts at nothing.
      Given "Globex" signed on 1 December 2025 for 3 months, billed quarterly in advance, net 60, no tax:
        | product        | quantity | price per month |
        | Platform seat  | 10       | 10.00 USD       |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                                     | amount  |
        | 1100 Receivables, December 2025          | 300.00  |
        | 1100 Receivables, January 2026           | 300.00  |
        | 1100 Receivables, February 2026          | 300.00  |
        | 2000 Contract liability, December 2025   | -200.00 |
        | 2000 Contract liability, January 2026    | -100.00 |
        | 2000 Contract liability, February 2026   | 0.00    |
        | 3800 Retained earnings, December 2025    | 0.00    |
        | 3800 Retained earnings, January 2026     | -100.00 |
        | 3800 Retained earnings, February 2026    | -100.00 |
        | 4000 Revenue, December 2025              | -100.00 |
        | 4000 Revenue, January 2026               | -100.00 |
        | 4000 Revenue, February 2026              | -200.00 |
        | Opening                                  | 0.00    |
        | Closing                                  | 0.00    |

    Scenario: A quarter as one
      # 1,000.00 and 100.00 of tax a month; January's 1,100.00 are paid in February.
      Given "Globex" signed on 1 December 2025 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,100.00 USD on 20 February 2026
      And time passes to 31 March 2026
      Then the trial balance from January 2026 to March 2026 is:
        | account            | opening   | debits   | credits  | closing   |
        | Cash               | 0.00      | 1,100.00 | 0.00     | 1,100.00  |
        | Receivables        | 1,100.00  | 3,300.00 | 1,100.00 | 3,300.00  |
        | Contract liability | 0.00      | 3,000.00 | 3,000.00 | 0.00      |
        | Sales tax payable  | -100.00   | 0.00     | 300.00   | -400.00   |
        | Retained earnings  | -1,000.00 | 0.00     | 0.00     | -1,000.00 |
        | Revenue            | 0.00      | 0.00     | 3,000.00 | -3,000.00 |
      And the trial balance of "NW" from January 2026 to February 2026 is:
        | account            | opening   | debits   | credits  | closing   |
        | Cash               | 0.00      | 1,100.00 | 0.00     | 1,100.00  |
        | Receivables        | 1,100.00  | 2,200.00 | 1,100.00 | 2,200.00  |
        | Contract liability | 0.00      | 2,000.00 | 2,000.00 | 0.00      |
        | Sales tax payable  | -100.00   | 0.00     | 200.00   | -300.00   |
        | Retained earnings  | -1,000.00 | 0.00     | 0.00     | -1,000.00 |
        | Revenue            | 0.00      | 0.00     | 2,000.00 | -2,000.00 |

  Rule: What is owed in another currency stands below the ageing at its worth

    Scenario: A dollar invoice in the books of a euro company, of two months
      # 1,000.00 dollars at 0.80, 0.90 on 31 January and 0.95 on 28 February; 500.00 euros of Initech beside them.
      Given these legal entities:
        | code | currency |
        | EU   | EUR      |
      And these exchange rates:
        | date       | from | to  | rate | kind    |
        | 2026-01-01 | USD  | EUR | 0.80 | spot    |
        | 2026-01-31 | USD  | EUR | 0.90 | closing |
        | 2026-02-28 | USD  | EUR | 0.95 | closing |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 60, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,000.00 USD   |
      And "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 60, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 500.00 EUR     |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                               | amount     | month before |
        | Open invoices                      | 500.00 EUR | 500.00 EUR   |
        | Receivables in USD, at their worth | 950.00 EUR | 900.00 EUR   |
        | Receivables, closing               | 1,450.00 EUR | 1,400.00 EUR |
