@close @closed-periods @wave-1 @req:Q2C-052
Feature: Closed periods
  Once finance has closed a month, nothing in it changes any more, whatever is signed, delivered or repaired later. What comes
  late is posted into the first open month, and the close report of that month says which closed month it belonged to.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |

  Rule: When a month can be closed

    Scenario: Not before it is over
      When finance closes January 2026 on 30 January 2026
      Then it is refused because "it ends on 31 January 2026"
      When finance closes January 2026 on 31 January 2026
      Then finance closes February 2026 without a difference

    Scenario: Not twice
      When finance closes January 2026 on 5 February 2026
      And finance closes January 2026 on 6 February 2026
      Then it is refused because "January 2026 is closed already"

    Scenario: A later month closes the ones before it
      When finance closes March 2026 on 2 April 2026
      And finance closes January 2026 on 3 April 2026
      Then it is refused because "January 2026 is closed already"
      When finance closes February 2026 on 3 April 2026
      Then it is refused because "February 2026 is closed already"
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference

    Scenario: A month that has not begun
      When finance closes December 2026 on 15 January 2026
      Then it is refused because "December 2026 cannot be closed on 15 January 2026"

  Rule: What comes late

    Scenario: An invoice that reaches the ledger after the close
      # The upsell invoice of 30 March (20 * 10.00 * 2/31 = 12.90, tax 1.29) arrives on 2 April. March is closed: it is posted on
      # 1 April, and with it April's revenue catches March's 12.90 up.
      Given the integration delays the event "invoice posted" of the upsell by 3 days
      When Globex adds 20 "Platform seat" from 30 March 2026
      And time passes to 31 March 2026
      Then finance cannot close March 2026, among other reasons because:
        | reconciliation        | billing  | ledger   | difference | explained by                                       |
        | Receivables of Globex | 3,314.19 | 3,300.00 | 14.19      | upsell invoice not posted: delayed on 30 March 2026 |
      When finance closes March 2026 on 31 March 2026
      And time passes to 30 April 2026
      Then the journal of March 2026 is:
        | date          | source        | account             | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables         | 1,100.00 |          |
        | 1 March 2026  | March invoice | Contract liability  |          | 1,000.00 |
        | 1 March 2026  | March invoice | Sales tax payable   |          | 100.00   |
        | 31 March 2026 | revenue       | Contract liability  | 1,000.00 |          |
        | 31 March 2026 | revenue       | Unbilled receivable | 12.90    |          |
        | 31 March 2026 | revenue       | Revenue             |          | 1,012.90 |
      And the journal of April 2026 is:
        | date          | source         | account             | debit    | credit   |
        | 1 April 2026  | April invoice  | Receivables         | 1,320.00 |          |
        | 1 April 2026  | April invoice  | Contract liability  |          | 1,187.10 |
        | 1 April 2026  | April invoice  | Unbilled receivable |          | 12.90    |
        | 1 April 2026  | April invoice  | Sales tax payable   |          | 120.00   |
        | 1 April 2026  | upsell invoice | Receivables         | 14.19    |          |
        | 1 April 2026  | upsell invoice | Contract liability  |          | 12.90    |
        | 1 April 2026  | upsell invoice | Sales tax payable   |          | 1.29     |
        | 30 April 2026 | revenue        | Contract liability  | 1,200.00 |          |
        | 30 April 2026 | revenue        | Revenue             |          | 1,200.00 |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                                   | amount   |
        | Receivables, opening                   | 3,300.00 |
        | Invoiced                               | 1,334.19 |
        | Receivables, closing                   | 4,634.19 |
        | upsell invoice NW-000004 of March 2026 | 14.19    |

    Scenario: An invoice that was lost, and delivered again after the close
      Given the integration loses the event "invoice posted" of the upsell
      When Globex adds 20 "Platform seat" from 30 March 2026
      And finance closes March 2026 on 31 March 2026
      And time passes to 20 April 2026
      And everything is repaired and delivered again
      And time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                                   | amount |
        | upsell invoice NW-000004 of March 2026 | 14.19  |
      And the ledger shows on 31 March 2026:
        | account     | debit    |
        | Receivables | 3,300.00 |
      And the ledger shows on 30 April 2026:
        | account     | debit    |
        | Receivables | 4,634.19 |

    Scenario: A price agreed after the close, for the month before and the months to come
      # 5 March: 20.00 of 10.00 a month less for February, 100 * 1.25 = 125.00, and for March.
      Given Globex pays every invoice when it is due
      And "Hooli" signed on 1 February 2026 for 6 months, billed monthly in arrears, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes February 2026 on 2 March 2026
      And Hooli signs on 5 March 2026 to pay 8.75 USD per month for "Platform seat" from 15 February 2026
      And time passes to 31 March 2026
      # 15 to 28 February is 14 of 28 days: 500.00 goes back, 437.50 comes. The revenue of March: 875.00 less 62.50.
      Then Hooli is credited:
        | date         | from             | to               | net    | tax   | credits       |
        | 5 March 2026 | 15 February 2026 | 28 February 2026 | 500.00 | 50.00 | March invoice |
      And Hooli is invoiced:
        | date         | from             | to               | net      | tax    |
        | 1 March 2026 | 1 February 2026  | 28 February 2026 | 1,000.00 | 100.00 |
        | 5 March 2026 | 15 February 2026 | 28 February 2026 | 437.50   | 43.75  |
      And the revenue of Hooli is:
        | month         | amount   |
        | February 2026 | 1,000.00 |
        | March 2026    | 812.50   |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                                               | amount |
        | price change credit memo NW-CM-000001 of February 2026 | 550.00 |
        | price change invoice NW-000005 of February 2026    | 481.25 |

    Scenario: A month in which nothing came late
      When time passes to 28 February 2026
      Then finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the February 2026 close report shows no late events

  Rule: What the report says

    Scenario: Every line of a month ties to the next
      # February: 1,100.00 invoiced, 1,100.00 of January paid on 31 January; March's upsell of 16 days is 103.23 and 10.32.
      Given Globex pays every invoice when it is due
      When Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then finance closes February 2026 without a difference
      And finance closes March 2026 without a difference
      And the February 2026 close report shows:
        | line                               | amount     |
        | 1050 Gateway clearing, opening     | 1,100.00   |
        | 1050 Gateway clearing, closing     | 1,100.00   |
        | 1100 Receivables, opening          | 0.00       |
        | 1100 Receivables, debits           | 1,100.00   |
        | 1100 Receivables, credits          | 0.00       |
        | 1100 Receivables, closing          | 1,100.00   |
        | 2100 Sales tax payable, opening    | -100.00    |
        | 2100 Sales tax payable, closing    | -200.00    |
        | 4000 Revenue, opening              | -1,000.00  |
        | 4000 Revenue, closing              | -2,000.00  |
        | Debits                             | 2,100.00   |
        | Credits                            | 2,100.00   |
        | Receivables, opening               | 0.00       |
        | Invoiced                           | 1,100.00   |
        | Cash applied                       | 0.00       |
        | Receivables, closing               | 1,100.00   |
        | Current                            | 1,100.00   |
        | Open invoices                      | 1,100.00   |
        | Contract liability, opening        | 0.00       |
        | Billed ahead                       | 1,000.00   |
        | Released                           | 1,000.00   |
        | Contract liability, closing        | 0.00       |
        | Sales tax payable, closing         | 200.00     |
        | Revenue                            | 1,000.00   |
      And the March 2026 close report shows:
        | line                               | amount     |
        | 1050 Gateway clearing, opening     | 1,100.00   |
        | 1050 Gateway clearing, debits      | 2,200.00   |
        | 1050 Gateway clearing, closing     | 3,300.00   |
        | 1100 Receivables, opening          | 1,100.00   |
        | 1100 Receivables, debits           | 1,213.55   |
        | 1100 Receivables, credits          | 2,200.00   |
        | 1100 Receivables, closing          | 113.55     |
        | 2000 Contract liability, debits    | 1,103.23   |
        | 2000 Contract liability, credits   | 1,103.23   |
        | 4000 Revenue, opening              | -2,000.00  |
        | 4000 Revenue, closing              | -3,103.23  |
        | Debits                             | 4,516.78   |
        | Credits                            | 4,516.78   |
        | Receivables, opening               | 1,100.00   |
        | Invoiced                           | 1,213.55   |
        | Cash applied                       | 2,200.00   |
        | Receivables, closing               | 113.55     |
        | Billed ahead                       | 1,103.23   |
        | Released                           | 1,103.23   |
        | Tax invoiced                       | 110.32     |
        | Sales tax payable, closing         | 310.32     |
        | Revenue                            | 1,103.23   |

    Scenario: A whole year, with an upsell, a price and a downgrade
      # Seats and price: 100 at 10.00 to March; from 11 April 30 more (20/30: 200.00); from 1 July 11.00; from 16 November
      # 50 less (50 * 11.00 * 15/30 = 275.00).
      Given Globex pays every invoice when it is due
      When time passes to 31 March 2026
      Then finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference
      When Globex adds 30 "Platform seat" from 11 April 2026
      And Globex pays 11.00 USD per month for "Platform seat" from 1 July 2026
      And Globex removes 50 "Platform seat" from 16 November 2026
      Then finance closes November 2026 without a difference
      And finance closes December 2026 without a difference
      And the revenue of Globex is:
        | month          | amount             |
        | January 2026   | 1,000.00           |
        | February 2026  | 1,000.00           |
        | March 2026     | 1,000.00           |
        | April 2026     | 1,200.00           |
        | May 2026       | 1,300.00           |
        | June 2026      | 1,300.00           |
        | July 2026      | 1,430.00           |
        | August 2026    | 1,430.00           |
        | September 2026 | 1,430.00           |
        | October 2026   | 1,430.00           |
        | November 2026  | 1,430.00 - 275.00  |
        | December 2026  | 880.00             |
      And the December 2026 close report shows:
        | line                        | amount |
        | Revenue                     | 880.00 |
        | Contract liability, closing | 0.00   |
      When time passes to 31 January 2027
      Then Globex owes nothing
      And finance closes January 2027 without a difference
