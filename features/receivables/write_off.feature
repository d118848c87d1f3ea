@receivables @write-off @wave-2 @req:Q2C-219
Feature: Write-off and recovery
  What will not come is given up, once. Service that was never given is credited before, so that only what was earned
  becomes a loss; tax is reclaimed only where the law allows it; what comes after all reduces the loss, never adds revenue.

  Rule: Losses are expected at month ends and used up by the write-off

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question       | answer   |
        | proration      | 30/360   |
        | revenue spread | by month |
      And these expected losses:
        | days overdue | expected loss |
        | 0            | 1%            |
        | 30           | 10%           |
        | 90           | 50%           |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |

    Scenario: The unserved part is credited first, then the rest is given up
      # Due on 31 January. 1% of 1,320.00 = 13.20 in January and, 28 days overdue, in February; 10% = 132.00 in March,
      # 59 days overdue, and in April, 89 days: 132.00 - 13.20 = 118.80.
      # Cancelled after four months: 1,200.00 * 8/12 = 800.00 and tax 80.00 are credited, 440.00 stay.
      # The allowance holds 132.00 when 440.00 are used of it: 308.00 more at the end of May.
      When Globex cancels on 1 May 2026
      Then Globex is credited:
        | date       | for            | from       | to               | credits         | reason       | net    | tax   | total  |
        | 1 May 2026 | Annual license | 1 May 2026 | 31 December 2026 | January invoice | cancellation | 800.00 | 80.00 | 880.00 |
      And nothing else is credited
      And Globex owes 440.00 USD
      When finance writes off the January invoice of Globex on 20 May 2026
      And time passes to 31 May 2026
      Then Globex owes nothing
      And Globex is subscribed to nothing
      And these invoices of Globex were written off:
        | date        | invoice         | amount | tax reclaimed |
        | 20 May 2026 | January invoice | 440.00 | 0.00          |
      And Globex was sent these letters:
        | date             | letter           | open     |
        | 7 February 2026  | Payment reminder | 1,320.00 |
        | 14 February 2026 | Second reminder  | 1,320.00 |
        | 2 March 2026     | Final notice     | 1,320.00 |
      And the journal of January 2026 is:
        | date            | source          | account             | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables         | 1,320.00 |          |
        | 1 January 2026  | January invoice | Contract liability  |          | 1,200.00 |
        | 1 January 2026  | January invoice | Sales tax payable   |          | 120.00   |
        | 31 January 2026 | revenue         | Contract liability  | 100.00   |          |
        | 31 January 2026 | revenue         | Revenue             |          | 100.00   |
        | 31 January 2026 | allowance       | Credit loss expense | 13.20    |          |
        | 31 January 2026 | allowance       | Loss allowance      |          | 13.20    |
      And the journal of February 2026 is:
        | date             | source  | account            | debit  | credit |
        | 28 February 2026 | revenue | Contract liability | 100.00 |        |
        | 28 February 2026 | revenue | Revenue            |        | 100.00 |
      And the journal of March 2026 is:
        | date          | source    | account             | debit  | credit |
        | 31 March 2026 | revenue   | Contract liability  | 100.00 |        |
        | 31 March 2026 | revenue   | Revenue             |        | 100.00 |
        | 31 March 2026 | allowance | Credit loss expense | 118.80 |        |
        | 31 March 2026 | allowance | Loss allowance      |        | 118.80 |
      And the journal of April 2026 is:
        | date          | source  | account            | debit  | credit |
        | 30 April 2026 | revenue | Contract liability | 100.00 |        |
        | 30 April 2026 | revenue | Revenue            |        | 100.00 |
      And the journal of May 2026 is:
        | date        | source      | account             | debit  | credit |
        | 1 May 2026  | credit memo | Contract liability  | 800.00 |        |
        | 1 May 2026  | credit memo | Sales tax payable   | 80.00  |        |
        | 1 May 2026  | credit memo | Receivables         |        | 880.00 |
        | 20 May 2026 | write-off   | Loss allowance      | 440.00 |        |
        | 20 May 2026 | write-off   | Receivables         |        | 440.00 |
        | 31 May 2026 | allowance   | Credit loss expense | 308.00 |        |
        | 31 May 2026 | allowance   | Loss allowance      |        | 308.00 |
      And the ledger shows on 31 May 2026 exactly:
        | account             | debit  | credit |
        | Credit loss expense | 440.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 40.00  |
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                    | amount   |
        | Receivables, opening    | 1,320.00 |
        | Credited                | 880.00   |
        | Written off             | 440.00   |
        | Receivables, closing    | 0.00     |
        | Loss allowance, opening | 132.00   |
        | Loss allowance, closing | 0.00     |
        | Tax relief              | 0.00     |
        | Revenue                 | 0.00     |

    Scenario: Paid after all, before it was given up
      # The allowance that is no longer needed goes back into the month in which the money came.
      When Globex transfers 1,320.00 USD on 20 April 2026
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source    | account             | debit    | credit   |
        | 20 April 2026 | payment   | Cash                | 1,320.00 |          |
        | 20 April 2026 | payment   | Receivables         |          | 1,320.00 |
        | 30 April 2026 | revenue   | Contract liability  | 100.00   |          |
        | 30 April 2026 | revenue   | Revenue             |          | 100.00   |
        | 30 April 2026 | allowance | Loss allowance      | 132.00   |          |
        | 30 April 2026 | allowance | Credit loss expense |          | 132.00   |
      And no invoice of Globex was written off
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                    | amount |
        | Loss allowance, opening | 132.00 |
        | Loss allowance, closing | 0.00   |

  Rule: Losses are booked when they happen

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question  | answer |
        | write-off | direct |

    Scenario: Written off as expense at once
      # 50 * 9.00 = 450.00; 8.25% of it is 37.125 -> 37.13. Net 45 from 1 February is 18 March.
      Given "Initech" signed on 1 February 2026 for 1 month, billed monthly in advance, net 45, tax 8.25%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 9.00 USD        |
      When finance writes off the February invoice of Initech on 30 June 2026
      Then Initech was sent these letters:
        | date          | letter           | open   |
        | 25 March 2026 | Payment reminder | 487.13 |
        | 1 April 2026  | Second reminder  | 487.13 |
        | 17 April 2026 | Final notice     | 487.13 |
      And Initech owed 487.13 USD on 29 June 2026
      And Initech owes nothing
      And the journal of June 2026 is:
        | date         | source    | account             | debit  | credit |
        | 30 June 2026 | write-off | Credit loss expense | 487.13 |        |
        | 30 June 2026 | write-off | Receivables         |        | 487.13 |
      And nothing else is credited
      And finance closes June 2026 without a difference
      And the June 2026 close report shows:
        | line                 | amount |
        | Receivables, opening | 487.13 |
        | Written off          | 487.13 |
        | Receivables, closing | 0.00   |
        | Tax relief           | 0.00   |
        | Revenue              | 0.00   |

    Scenario: A part is given up and the rest is paid
      # 100 * 10.00 = 1,000.00 and tax 100.00. The payment of exactly what is left closes the invoice.
      Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance writes off 90.00 USD of the March invoice of Globex on 10 April 2026
      And finance writes off 10.00 USD of the March invoice of Globex on 12 April 2026
      Then Globex owes 1,000.00 USD
      When Globex transfers 1,000.00 USD on 14 April 2026
      And time passes to 30 April 2026
      Then Globex owes nothing
      And these invoices of Globex were written off:
        | date          | amount |
        | 10 April 2026 | 90.00  |
        | 12 April 2026 | 10.00  |
      And Globex was sent these letters:
        | date         | letter           | open     |
        | 7 April 2026 | Payment reminder | 1,100.00 |
        | 14 April 2026 | Second reminder | 1,000.00 |
      And the journal of April 2026 is:
        | date          | source    | account             | debit    | credit   |
        | 10 April 2026 | write-off | Credit loss expense | 90.00    |          |
        | 10 April 2026 | write-off | Receivables         |          | 90.00    |
        | 12 April 2026 | write-off | Credit loss expense | 10.00    |          |
        | 12 April 2026 | write-off | Receivables         |          | 10.00    |
        | 14 April 2026 | payment   | Cash                | 1,000.00 |          |
        | 14 April 2026 | payment   | Receivables         |          | 1,000.00 |
      And finance closes April 2026 without a difference

    Scenario: Decided on the last day of a month that is closed already
      # The entry goes into the first open month, and says where it would have belonged.
      Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes May 2026
      And finance writes off the March invoice of Globex on 31 May 2026
      And time passes to 30 June 2026
      Then nothing is posted in May 2026
      And the journal of June 2026 is:
        | date        | source    | account             | debit    | credit   |
        | 1 June 2026 | write-off | Credit loss expense | 1,100.00 |          |
        | 1 June 2026 | write-off | Receivables         |          | 1,100.00 |
      And these invoices of Globex were written off:
        | date        | invoice       | amount   |
        | 31 May 2026 | March invoice | 1,100.00 |
      And finance closes June 2026 without a difference
      And the June 2026 close report shows:
        | line                               | amount   |
        | Receivables, opening               | 1,100.00 |
        | Written off                        | 1,100.00 |
        | Receivables, closing               | 0.00     |
        | write-off WO-NW-000001 of May 2026 | 1,100.00 |

    Scenario: A closed month of an earlier year stays as it was
      # The sale of December 2025 is given up in March 2026: the loss is of March, the year before does not change.
      Given "Globex" signed on 1 December 2025 for 1 month, billed monthly in advance, net 14, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 80.00 USD       |
      When finance closes December 2025
      And finance writes off the December invoice of Globex on 3 March 2026
      And time passes to 31 March 2026
      Then the revenue of December 2025 is 800.00 USD
      And nothing is posted in January 2026
      And nothing is posted in February 2026
      And the journal of March 2026 is:
        | date         | source    | account             | debit  | credit |
        | 3 March 2026 | write-off | Credit loss expense | 880.00 |        |
        | 3 March 2026 | write-off | Receivables         |        | 880.00 |
      And finance closes March 2026 without a difference

  Rule: Tax that is reclaimed, and owed again

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question                | answer       |
        | write-off               | direct       |
        | tax relief on write-off | at write-off |
      # 20 * 50.00 = 1,000.00 and tax 20% 200.00; 480.00 of 1,200.00 are paid. The tax in 720.00 is 720.00 * 0.20/1.20 = 120.00.
      And "Initech" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, tax 20%:
        | product       | quantity | price per month |
        | Platform seat | 20       | 50.00 USD       |
      And Initech transfers 480.00 USD on 3 March 2026

    Scenario: Only the tax of what was not paid comes back
      When finance writes off the February invoice of Initech on 15 May 2026
      And time passes to 31 May 2026
      Then these invoices of Initech were written off:
        | date        | invoice          | amount | tax reclaimed |
        | 15 May 2026 | February invoice | 720.00 | 120.00        |
      And the journal of May 2026 is:
        | date        | source    | account             | debit  | credit |
        | 15 May 2026 | write-off | Credit loss expense | 600.00 |        |
        | 15 May 2026 | write-off | Sales tax payable   | 120.00 |        |
        | 15 May 2026 | write-off | Receivables         |        | 720.00 |
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                       | amount |
        | Sales tax payable, opening | 200.00 |
        | Tax relief                 | 120.00 |
        | Sales tax payable, closing | 80.00  |

    Scenario: In two parts as much as at once
      # 0.01 of tax is in no part of 0.05: 0.05 * 0.20/1.20 = 0.0083 -> 0.01; then 120.00 in all - 0.01 = 119.99.
      When finance writes off 0.05 USD of the February invoice of Initech on 15 May 2026
      And finance writes off the February invoice of Initech on 16 May 2026
      Then these invoices of Initech were written off:
        | date        | amount | tax reclaimed |
        | 15 May 2026 | 0.05   | 0.01          |
        | 16 May 2026 | 719.95 | 119.99        |
      And the ledger shows on 16 May 2026:
        | account             | debit  | credit |
        | Credit loss expense | 600.00 |        |
        | Sales tax payable   |        | 80.00  |

    Scenario: It comes after all, in parts and then too much
      # 300.00 * 120/720 = 50.00 of tax; then 420.00 with 70.00; nothing is left to recover of the last 60.00.
      When finance writes off the February invoice of Initech on 15 May 2026
      And Initech transfers 300.00 USD on 8 June 2026 for the February invoice
      Then Initech has paid after all:
        | date        | invoice          | amount | tax owed again |
        | 8 June 2026 | February invoice | 300.00 | 50.00          |
      When Initech transfers 480.00 USD on 22 June 2026 for the February invoice
      And time passes to 30 June 2026
      Then Initech has paid after all:
        | date         | invoice          | amount | tax owed again |
        | 8 June 2026  | February invoice | 300.00 | 50.00          |
        | 22 June 2026 | February invoice | 420.00 | 70.00          |
      And Initech has unapplied cash of 60.00 USD
      And Initech owes nothing
      And the journal of June 2026 is:
        | date         | source   | account             | debit  | credit |
        | 8 June 2026  | recovery | Cash                | 300.00 |        |
        | 8 June 2026  | recovery | Credit loss expense |        | 250.00 |
        | 8 June 2026  | recovery | Sales tax payable   |        | 50.00  |
        | 22 June 2026 | recovery | Cash                | 420.00 |        |
        | 22 June 2026 | recovery | Credit loss expense |        | 350.00 |
        | 22 June 2026 | recovery | Sales tax payable   |        | 70.00  |
        | 22 June 2026 | payment  | Cash                | 60.00  |        |
        | 22 June 2026 | payment  | Unapplied cash      |        | 60.00  |
      And the ledger shows on 30 June 2026 exactly:
        | account           | debit    | credit   |
        | Cash              | 1,260.00 |          |
        | Unapplied cash    |          | 60.00    |
        | Revenue           |          | 1,000.00 |
        | Sales tax payable |          | 200.00   |
      And finance closes June 2026 without a difference
      And the June 2026 close report shows:
        | line              | amount |
        | Tax on recoveries | 120.00 |
        | Revenue           | 0.00   |
      When finance refunds Initech 60.00 USD of unapplied cash on 2 July 2026
      Then Initech was refunded:
        | date        | amount |
        | 2 July 2026 | 60.00  |

  Rule: What cannot be given up

    Background:
      Given the company "Northwind SaaS"
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 12.00 USD       |

    Scenario: What is in dispute, until it is settled
      When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "three weeks without service"
      And finance writes off the January invoice of Globex on 10 February 2026
      Then it is refused because "settle the dispute first"
      When finance writes off 990.01 USD of the January invoice of Globex on 10 February 2026
      Then it is refused because "330.00 USD of the 1,320.00 USD open"
      When finance writes off 990.00 USD of the January invoice of Globex on 10 February 2026
      And the dispute of Globex is rejected on 12 February 2026
      And finance writes off the January invoice of Globex on 13 February 2026
      Then Globex owes nothing
      And these invoices of Globex were written off:
        | date             | amount |
        | 10 February 2026 | 990.00 |
        | 13 February 2026 | 330.00 |
      And nothing else is credited

    Scenario: What is paid, more than is open, nothing at all
      When finance writes off 1,320.01 USD of the January invoice of Globex on 10 February 2026
      Then it is refused because "1,320.00 USD is open"
      When finance writes off 0.00 USD of the January invoice of Globex on 10 February 2026
      Then it is refused because "has to be above zero"
      When finance writes off -1.00 USD of the January invoice of Globex on 10 February 2026
      Then it is refused because "has to be above zero"
      When finance writes off 5.00 EUR of the January invoice of Globex on 10 February 2026
      Then it is refused because "5.00 EUR is in EUR"
      When Globex transfers 1,320.00 USD on 11 February 2026
      And finance writes off the January invoice of Globex on 12 February 2026
      Then it is refused because "nothing is open"
      And no invoice of Globex was written off
      And the journal of February 2026 is:
        | date             | source  | account     | debit    | credit   |
        | 11 February 2026 | payment | Cash        | 1,320.00 |          |
        | 11 February 2026 | payment | Receivables |          | 1,320.00 |

  Rule: Other countries

    Scenario: Euros, with expected losses and value added tax reclaimed
      # 20 * 49.00 = 980.00 and 7% 68.60, due on 1 October. 1% of 1,048.60 = 10.49 in September; 30 days overdue at
      # the end of October: 10% = 104.86, so 94.37 more. Given up: 68.60 of tax, 980.00 of the allowance, which then
      # lacks 980.00 - 104.86 = 875.14. Of 535.00 that come, 535.00 * 7/107 = 35.00 are tax.
      Given the company "Contoso Europe"
      And "Oscorp" signed on 1 September 2026 for 1 month, billed monthly in advance, net 30, tax code "reduced":
        | product  | quantity | price     |
        | Handbook | 20       | 49.00 EUR |
      When finance writes off the September invoice of Oscorp on 16 November 2026
      And Oscorp transfers 535.00 EUR on 5 December 2026 for the September invoice
      And time passes to 31 December 2026
      Then Oscorp was sent these letters:
        | date            | letter             | open     |
        | 11 October 2026 | Zahlungserinnerung | 1,048.60 |
        | 25 October 2026 | Mahnung            | 1,048.60 |
        | 8 November 2026 | Letzte Mahnung     | 1,048.60 |
      And the journal of September 2026 is:
        | date              | source            | account             | debit    | credit   |
        | 1 September 2026  | September invoice | Receivables         | 1,048.60 |          |
        | 1 September 2026  | September invoice | Contract liability  |          | 980.00   |
        | 1 September 2026  | September invoice | Value added tax     |          | 68.60    |
        | 30 September 2026 | revenue           | Contract liability  | 980.00   |          |
        | 30 September 2026 | revenue           | Revenue             |          | 980.00   |
        | 30 September 2026 | allowance         | Credit loss expense | 10.49    |          |
        | 30 September 2026 | allowance         | Loss allowance      |          | 10.49    |
      And the journal of October 2026 is:
        | date            | source    | account             | debit | credit |
        | 31 October 2026 | allowance | Credit loss expense | 94.37 |        |
        | 31 October 2026 | allowance | Loss allowance      |       | 94.37  |
      And the journal of November 2026 is:
        | date             | source    | account             | debit  | credit   |
        | 16 November 2026 | write-off | Loss allowance      | 980.00 |          |
        | 16 November 2026 | write-off | Value added tax     | 68.60  |          |
        | 16 November 2026 | write-off | Receivables         |        | 1,048.60 |
        | 30 November 2026 | allowance | Credit loss expense | 875.14 |          |
        | 30 November 2026 | allowance | Loss allowance      |        | 875.14   |
      And the journal of December 2026 is:
        | date            | source   | account             | debit  | credit |
        | 5 December 2026 | recovery | Cash                | 535.00 |        |
        | 5 December 2026 | recovery | Credit loss expense |        | 500.00 |
        | 5 December 2026 | recovery | Value added tax     |        | 35.00  |
      And finance closes December 2026 without a difference

    Scenario: Yen, in part and all of it recovered
      # 80,000 and 10% 8,000, due on 31 October. The house of this company books losses directly, without relief.
      Given the company "Sakura Cloud"
      And "Yoyodyne Japan" signed on 1 October 2026 for 1 month, billed monthly in advance, net 30, tax code "standard":
        | product      | quantity | price      |
        | Installation | 1        | 80,000 JPY |
      When finance writes off 38,000 JPY of the October invoice of Yoyodyne Japan on 10 November 2026
      And Yoyodyne Japan transfers 50,000 JPY on 12 November 2026
      And Yoyodyne Japan transfers 38,000 JPY on 20 November 2026 for the October invoice
      Then Yoyodyne Japan has paid:
        | date             | amount | method        | applied to      | unapplied |
        | 12 November 2026 | 50,000 | bank transfer | October invoice | 0         |
        | 20 November 2026 | 38,000 | bank transfer | recovery        | 0         |
      And Yoyodyne Japan has paid after all:
        | date             | invoice         | amount | tax owed again |
        | 20 November 2026 | October invoice | 38,000 | 0              |
      And Yoyodyne Japan owes nothing
      And the journal of November 2026 is:
        | date             | source    | account             | debit  | credit |
        | 10 November 2026 | write-off | Credit loss expense | 38,000 |        |
        | 10 November 2026 | write-off | Receivables         |        | 38,000 |
        | 12 November 2026 | payment   | Cash                | 50,000 |        |
        | 12 November 2026 | payment   | Receivables         |        | 50,000 |
        | 20 November 2026 | recovery  | Cash                | 38,000 |        |
        | 20 November 2026 | recovery  | Credit loss expense |        | 38,000 |
      And finance closes November 2026 without a difference
