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
