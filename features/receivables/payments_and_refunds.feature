@receivables @payments-and-refunds @wave-2 @req:Q2C-044
Feature: Payments and refunds
  Money pays what the payer says, else what the company's convention says. What is too much is the customer's, stands by
  itself, and is used or given back; what is too little leaves an invoice as old as it was. None of it is revenue.

  Rule: What a transfer pays

    Background:
      Given the company "Northwind SaaS"

    Scenario: Exactly the second invoice, where an exact match comes first
      # January: set-up 300.00, seats 100 * 10.00 = 1,000.00, tax 130.00: 1,430.00. February: 1,100.00.
      Given these conventions:
        | question            | answer                       |
        | payment application | exact match, else oldest due |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month | price  |
        | Set-up        | 1        |                 | 300.00 |
        | Platform seat | 100      | 10.00 USD       |        |
      When Globex transfers 1,100.00 USD on 20 February 2026
      Then Globex has paid:
        | date             | amount   | method        | applied to       | unapplied |
        | 20 February 2026 | 1,100.00 | bank transfer | February invoice | 0.00      |
      And Globex has these open invoices:
        | invoice         | due             | total    | open     | days overdue |
        | January invoice | 31 January 2026 | 1,430.00 | 1,430.00 | 20           |

    Scenario: Exactly the second invoice, where the oldest comes first
      # 1,430.00 - 1,100.00 = 330.00 stay open of January.
      Given these conventions:
        | question            | answer     |
        | payment application | oldest due |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month | price  |
        | Set-up        | 1        |                 | 300.00 |
        | Platform seat | 100      | 10.00 USD       |        |
      When Globex transfers 1,100.00 USD on 20 February 2026
      Then Globex has paid:
        | date             | amount   | applied to      | unapplied |
        | 20 February 2026 | 1,100.00 | January invoice | 0.00      |
      And Globex has these open invoices:
        | invoice          | due             | total    | open     | days overdue |
        | January invoice  | 31 January 2026 | 1,430.00 | 330.00   | 20           |
        | February invoice | 3 March 2026    | 1,100.00 | 1,100.00 | 0            |

    Scenario: One transfer for several invoices
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00. 1,300.00 - 550.00 - 550.00 = 200.00 for the third.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 1,300.00 USD on 5 March 2026
      Then Globex has paid:
        | date         | amount   | applied to                                       | unapplied |
        | 5 March 2026 | 1,300.00 | January invoice, February invoice, March invoice | 0.00      |
      And Globex has these open invoices:
        | invoice       | due           | total  | open   |
        | March invoice | 31 March 2026 | 550.00 | 350.00 |
      And the journal from 2 March 2026 to 30 March 2026 is:
        | date         | source  | account     | debit    | credit   |
        | 5 March 2026 | payment | Cash        | 1,300.00 |          |
        | 5 March 2026 | payment | Receivables |          | 1,300.00 |
      And finance closes March 2026 without a difference

    Scenario: The invoice that the payer names, and no other
      # 600.00 for February: 550.00 pay it, and 50.00 wait, though January is open and older.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 600.00 USD on 20 February 2026 for the February invoice
      Then Globex has paid:
        | date             | amount | applied to       | unapplied |
        | 20 February 2026 | 600.00 | February invoice | 50.00     |
      And Globex has these open invoices:
        | invoice         | open   |
        | January invoice | 550.00 |
      And finance closes February 2026 without a difference

    Scenario: A part, and the rest as old as it was
      # Due on 31 January: 28 days later 1-30 days, 59 days later 31-60, 89 days later 61-90, whatever was paid between.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 400.00 USD on 15 February 2026
      And Globex transfers 100.00 USD on 20 March 2026
      And time passes to 30 April 2026
      Then the ageing on 31 January 2026 is:
        | customer | not due  | 1-30 days | 31-60 days | 61-90 days |
        | Globex   | 1,100.00 | 0.00      | 0.00       | 0.00       |
      And the ageing on 28 February 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days |
        | Globex   | 0.00    | 700.00    | 0.00       | 0.00       |
      And the ageing on 31 March 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days |
        | Globex   | 0.00    | 0.00      | 600.00     | 0.00       |
      And Globex had these open invoices on 19 March 2026:
        | invoice         | date           | due             | total    | open   | days overdue |
        | January invoice | 1 January 2026 | 31 January 2026 | 1,100.00 | 700.00 | 47           |
      And Globex was sent these letters:
        | date             | letter           | open     |
        | 7 February 2026  | Payment reminder | 1,100.00 |
        | 14 February 2026 | Second reminder  | 1,100.00 |
        | 2 March 2026     | Final notice     | 700.00   |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                 | amount |
        | Receivables, closing | 600.00 |
        | 61-90 days           | 600.00 |

  Rule: Too much

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      # 50 * 10.00 = 500.00 and tax 50.00 a month; 700.00 - 550.00 = 150.00 are too much.
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And Globex transfers 700.00 USD on 20 January 2026

    Scenario: It waits, and pays part of the next invoice in another month
      Then Globex has unapplied cash of 150.00 USD
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                    | amount |
        | Invoiced                | 550.00 |
        | Cash applied            | 550.00 |
        | Receivables, closing    | 0.00   |
        | Unapplied cash, closing | 150.00 |
        | Revenue                 | 500.00 |
      When the unapplied cash of Globex is applied to the February invoice on 3 February 2026
      And Globex transfers 400.00 USD on 25 February 2026
      And time passes to 28 February 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 0.00 USD
      And Globex was refunded nothing
      And the journal of January 2026 is:
        | date            | source          | account            | debit  | credit |
        | 1 January 2026  | January invoice | Receivables        | 550.00 |        |
        | 1 January 2026  | January invoice | Contract liability |        | 500.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |        | 50.00  |
        | 20 January 2026 | payment         | Cash               | 700.00 |        |
        | 20 January 2026 | payment         | Receivables        |        | 550.00 |
        | 20 January 2026 | payment         | Unapplied cash     |        | 150.00 |
        | 31 January 2026 | revenue         | Contract liability | 500.00 |        |
        | 31 January 2026 | revenue         | Revenue            |        | 500.00 |
      And the journal of February 2026 is:
        | date             | source           | account            | debit  | credit |
        | 1 February 2026  | February invoice | Receivables        | 550.00 |        |
        | 1 February 2026  | February invoice | Contract liability |        | 500.00 |
        | 1 February 2026  | February invoice | Sales tax payable  |        | 50.00  |
        | 3 February 2026  | payment          | Unapplied cash     | 150.00 |        |
        | 3 February 2026  | payment          | Receivables        |        | 150.00 |
        | 25 February 2026 | payment          | Cash               | 400.00 |        |
        | 25 February 2026 | payment          | Receivables        |        | 400.00 |
        | 28 February 2026 | revenue          | Contract liability | 500.00 |        |
        | 28 February 2026 | revenue          | Revenue            |        | 500.00 |
      And finance closes February 2026 without a difference

    Scenario: It goes back
      When finance refunds Globex 150.00 USD of unapplied cash on 27 January 2026
      Then Globex was refunded:
        | date            | amount | reason      |
        | 27 January 2026 | 150.00 | overpayment |
      And Globex has unapplied cash of 0.00 USD
      And the journal from 27 January 2026 to 27 January 2026 is:
        | date            | source         | account          | debit  | credit |
        | 27 January 2026 | refund         | Unapplied cash   | 150.00 |        |
        | 27 January 2026 | refund         | Refund payable   |        | 150.00 |
        | 27 January 2026 | refund payment | Refund payable   | 150.00 |        |
        | 27 January 2026 | refund payment | Gateway clearing |        | 150.00 |
      And nothing else is credited
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                      | amount  |
        | Unapplied cash, closing   | 0.00    |
        | Refund payable, closing   | 0.00    |
        | Gateway clearing, closing | -150.00 |
        | Cash, closing             | 700.00  |
        | Tax credited              | 0.00    |
        | Revenue                   | 500.00  |

    Scenario: A part pays, a part goes back, and not a cent more
      When 100.00 USD of the unapplied cash of Globex is applied to the February invoice on 2 February 2026
      And 50.01 USD of the unapplied cash of Globex is applied to the February invoice on 2 February 2026
      Then it is refused because "50.01 USD is too much: 50.00 USD is unapplied"
      When finance refunds Globex 50.01 USD of unapplied cash on 3 February 2026
      Then it is refused because "Globex has 50.00 USD of unapplied cash"
      When finance refunds Globex 50.00 USD of unapplied cash on 3 February 2026
      And the unapplied cash of Globex is applied to the February invoice on 4 February 2026
      Then it is refused because "there is nothing to pay: 0.00 USD is unapplied"
      When finance refunds Globex 0.01 USD of unapplied cash on 4 February 2026
      Then it is refused because "Globex has 0.00 USD of unapplied cash"
      And Globex owes 450.00 USD
      And Globex was refunded:
        | date            | amount |
        | 3 February 2026 | 50.00  |

    Scenario: Too much a second time, after the first was given back
      # The refund took the first payment's 150.00; what waits now is the second payment's 30.00.
      When finance refunds Globex 150.00 USD of unapplied cash on 27 January 2026
      And Globex transfers 580.00 USD on 10 February 2026 for the February invoice
      And the unapplied cash of Globex is applied to the March invoice on 1 March 2026
      Then Globex has these open invoices:
        | invoice       | total  | open   |
        | March invoice | 550.00 | 520.00 |
      And Globex has unapplied cash of 0.00 USD
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: Nothing and less than nothing is no payment and no refund
      When Globex transfers 0.00 USD on 21 January 2026
      Then it is refused because "has to be above zero"
      When Globex transfers -10.00 USD on 21 January 2026
      Then it is refused because "has to be above zero"
      When finance refunds Globex 0.00 USD of unapplied cash on 21 January 2026
      Then it is refused because "has to be above zero"
      When finance refunds Globex -1.00 USD of unapplied cash on 21 January 2026
      Then it is refused because "has to be above zero"
      When finance refunds Globex 1.00 EUR of unapplied cash on 21 January 2026
      Then it is refused because "Globex has 0.00 EUR"
      When finance refunds Initech 1.00 USD of unapplied cash on 21 January 2026
      Then it is refused because "Initech has 0.00 USD"
      And Globex was refunded nothing
      And Initech was refunded nothing
      And Initech has paid nothing

  Rule: Credit

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      # 100 * 10.00 = 1,000.00 and tax 100.00 a month, paid on 31 January, 3 March and 31 March.
      # Goodwill of 100.00 and its tax 10.00 after the invoice was paid stays as the customer's credit.
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      And today is 10 February 2026
      And finance credits Globex 100.00 USD on the January invoice

    Scenario: Used for the next invoice, and the card pays the rest
      When the credit of Globex is used for the February invoice on 12 February 2026
      And time passes to 31 March 2026
      Then Globex is credited:
        | date             | credits         | reason   | net    | tax   | total  |
        | 10 February 2026 | January invoice | goodwill | 100.00 | 10.00 | 110.00 |
      And nothing else is credited
      And the attempts to collect from Globex were:
        | date            | invoice          | amount   | outcome  |
        | 31 January 2026 | January invoice  | 1,100.00 | succeeds |
        | 3 March 2026    | February invoice | 990.00   | succeeds |
        | 31 March 2026   | March invoice    | 1,100.00 | succeeds |
      And Globex has a credit of 0.00 USD
      And Globex owes nothing
      And the journal of February 2026 is:
        | date             | source           | account            | debit    | credit   |
        | 1 February 2026  | February invoice | Receivables        | 1,100.00 |          |
        | 1 February 2026  | February invoice | Contract liability |          | 1,000.00 |
        | 1 February 2026  | February invoice | Sales tax payable  |          | 100.00   |
        | 10 February 2026 | credit memo      | Revenue            | 100.00   |          |
        | 10 February 2026 | credit memo      | Sales tax payable  | 10.00    |          |
        | 10 February 2026 | credit memo      | Customer credits   |          | 110.00   |
        | 12 February 2026 | customer credit  | Customer credits   | 110.00   |          |
        | 12 February 2026 | customer credit  | Receivables        |          | 110.00   |
        | 28 February 2026 | revenue          | Contract liability | 1,000.00 |          |
        | 28 February 2026 | revenue          | Revenue            |          | 1,000.00 |
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                      | amount   |
        | Invoiced                  | 1,100.00 |
        | Customer credit used      | 110.00   |
        | Receivables, closing      | 990.00   |
        | Customer credits, closing | 0.00     |
        | Tax credited              | 10.00    |
        | Revenue                   | 900.00   |
      And finance closes March 2026 without a difference

    Scenario: A part is used, the rest goes back, and not a cent more
      When 60.00 USD of the credit of Globex is used for the February invoice on 12 February 2026
      And finance refunds Globex 50.01 USD of credit on 13 February 2026
      Then it is refused because "Globex has 50.00 USD of customer credit"
      When finance refunds Globex 50.00 USD of credit on 13 February 2026
      Then Globex was refunded:
        | date             | amount | reason           |
        | 13 February 2026 | 50.00  | refund of credit |
      When finance refunds Globex 0.01 USD of credit on 14 February 2026
      Then it is refused because "Globex has 0.00 USD of customer credit"
      When the credit of Globex is used for the February invoice on 15 February 2026
      Then it is refused because "0.00 USD is credit of Globex"
      And Globex has a credit of 0.00 USD
      And Globex owes 1,040.00 USD
      And the journal from 12 February 2026 to 27 February 2026 is:
        | date             | source          | account          | debit | credit |
        | 12 February 2026 | customer credit | Customer credits | 60.00 |        |
        | 12 February 2026 | customer credit | Receivables      |       | 60.00  |
        | 13 February 2026 | refund          | Customer credits | 50.00 |        |
        | 13 February 2026 | refund          | Refund payable   |       | 50.00  |
        | 13 February 2026 | refund payment  | Refund payable   | 50.00 |        |
        | 13 February 2026 | refund payment  | Gateway clearing |       | 50.00  |
      And finance closes February 2026 without a difference

    Scenario: Kept until somebody decides
      When time passes to 31 March 2026
      Then Globex has a credit of 110.00 USD
      And the attempts to collect from Globex were:
        | date            | amount   | outcome  |
        | 31 January 2026 | 1,100.00 | succeeds |
        | 3 March 2026    | 1,100.00 | succeeds |
        | 31 March 2026   | 1,100.00 | succeeds |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                      | amount |
        | Customer credits, closing | 110.00 |
        | Customer credit used      | 0.00   |

  Rule: Credit that the next invoice uses by itself

    Scenario: More credit than the next invoice asks
      # 10 * 10.00 = 100.00 and tax 10.00 a month. A free month: January is credited with 110.00 once it is paid. February
      # asks for 110.00 and uses all of the credit; the card is charged again for March.
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | customer credit  | applied to the next invoice |
        | revenue schedule | service period of each line |
      And "Hooli" signed on 1 January 2026 for 3 months, billed monthly in advance, net 7, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Hooli pays every invoice when it is due
      When time passes to 31 January 2026
      And finance credits Hooli 100.00 USD on the January invoice
      And time passes to 31 March 2026
      Then the attempts to collect from Hooli were:
        | date           | invoice         | amount | outcome  |
        | 8 January 2026 | January invoice | 110.00 | succeeds |
        | 8 March 2026   | March invoice   | 110.00 | succeeds |
      And Hooli has a credit of 0.00 USD
      And Hooli owes nothing
      And the journal of February 2026 is:
        | date             | source           | account            | debit  | credit |
        | 1 February 2026  | February invoice | Receivables        | 110.00 |        |
        | 1 February 2026  | February invoice | Contract liability |        | 100.00 |
        | 1 February 2026  | February invoice | Sales tax payable  |        | 10.00  |
        | 1 February 2026  | customer credit  | Customer credits   | 110.00 |        |
        | 1 February 2026  | customer credit  | Receivables        |        | 110.00 |
        | 28 February 2026 | revenue          | Contract liability | 100.00 |        |
        | 28 February 2026 | revenue          | Revenue            |        | 100.00 |
      And finance closes March 2026 without a difference

    Scenario: Euros, with the gateway's fees
      # A quarter: 1,200.00 and 19% 228.00. Credit 100.00 and 19.00 for the first; 1,428.00 - 119.00 = 1,309.00 are
      # charged on 1 May. 1% of 1,309.00 = 13.09 is expected to be lost at the end of April.
      # Fees: 1.4% of 1,428.00 + 0.25 = 20.242 -> 20.24; 1.4% of 1,309.00 + 0.25 = 18.576 -> 18.58; together 38.82.
      Given the company "Contoso Europe"
      And "Gringotts" signed on 1 January 2026 for 6 months, billed quarterly in advance, net 30, tax code "standard":
        | product  | quantity | price per quarter |
        | Data hub | 1        | 1,200.00 EUR      |
      And Gringotts pays every invoice when it is due
      When time passes to 31 March 2026
      And finance credits Gringotts 100.00 EUR on the January invoice
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source          | account             | debit    | credit   |
        | 1 April 2026  | April invoice   | Receivables         | 1,428.00 |          |
        | 1 April 2026  | April invoice   | Contract liability  |          | 1,200.00 |
        | 1 April 2026  | April invoice   | Value added tax     |          | 228.00   |
        | 1 April 2026  | customer credit | Customer credits    | 119.00   |          |
        | 1 April 2026  | customer credit | Receivables         |          | 119.00   |
        | 30 April 2026 | revenue         | Contract liability  | 400.00   |          |
        | 30 April 2026 | revenue         | Revenue             |          | 400.00   |
        | 30 April 2026 | allowance       | Credit loss expense | 13.09    |          |
        | 30 April 2026 | allowance       | Loss allowance      |          | 13.09    |
      When the gateway pays out on 5 May 2026
      Then the gateway has paid out:
        | date       | gross    | fee   | net      |
        | 5 May 2026 | 2,737.00 | 38.82 | 2,698.18 |
      And the ledger shows on 5 May 2026:
        | account               | debit    | credit |
        | Cash                  | 2,698.18 |        |
        | Bank and gateway fees | 38.82    |        |
        | Gateway clearing      |          |        |
        | Customer credits      |          |        |
      When time passes to 31 May 2026
      Then finance closes May 2026 without a difference

  Rule: From the gateway to the bank

    Scenario: What was collected, less refunds and fees
      # Fees: 2.9% of 1,100.00 + 0.30 = 32.20, of 550.00 + 0.30 = 16.25, of 220.00 + 0.30 = 6.68; together 55.13.
      # 1,100.00 + 550.00 + 220.00 - 110.00 given back = 1,760.00; less 55.13 = 1,704.87.
      Given the company "Northwind SaaS"
      And the gateway keeps 2.9% and 0.30 USD of every payment
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 14, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 20, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And "Umbrella" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      And Globex pays every invoice when it is due
      And Initech pays every invoice when it is due
      And Umbrella pays every invoice when it is due
      When the gateway pays out on 14 January 2026
      Then it is refused because "holds no card payment"
      And the gateway has paid out nothing
      When time passes to 31 January 2026
      And finance credits Globex 100.00 USD on the January invoice
      And finance refunds Globex 110.00 USD of credit on 2 February 2026
      And the gateway pays out on 3 February 2026
      Then the gateway has paid out:
        | date            | gross    | fee   | net      |
        | 3 February 2026 | 1,760.00 | 55.13 | 1,704.87 |
      And the journal of February 2026 is:
        | date            | source         | account               | debit    | credit   |
        | 2 February 2026 | refund         | Customer credits      | 110.00   |          |
        | 2 February 2026 | refund         | Refund payable        |          | 110.00   |
        | 2 February 2026 | refund payment | Refund payable        | 110.00   |          |
        | 2 February 2026 | refund payment | Gateway clearing      |          | 110.00   |
        | 3 February 2026 | payout         | Cash                  | 1,704.87 |          |
        | 3 February 2026 | payout         | Bank and gateway fees | 55.13    |          |
        | 3 February 2026 | payout         | Gateway clearing      |          | 1,760.00 |
      When the gateway pays out on 4 February 2026
      Then it is refused because "holds no card payment"
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                      | amount   |
        | Gateway clearing, opening | 1,870.00 |
        | Gateway clearing, closing | 0.00     |
        | Cash, closing             | 1,704.87 |
        | Customer credits, opening | 110.00   |
        | Customer credits, closing | 0.00     |

    Scenario: A payment after the payout waits for the next one
      # 2% of 55.00 = 1.10. The second payment comes on 3 March.
      Given the company "Northwind SaaS"
      And the gateway keeps 2% of every payment
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 5        | 10.00 USD       |
      And Globex pays every invoice when it is due
      When the gateway pays out on 2 March 2026
      And the gateway pays out on 3 March 2026
      Then the gateway has paid out:
        | date         | gross | fee  | net   |
        | 2 March 2026 | 55.00 | 1.10 | 53.90 |
        | 3 March 2026 | 55.00 | 1.10 | 53.90 |
      And the ledger shows on 2 March 2026:
        | account               | debit | credit |
        | Cash                  | 53.90 |        |
        | Bank and gateway fees | 1.10  |        |
        | Gateway clearing      |       |        |
        | Receivables           | 55.00 |        |
      And finance closes March 2026 without a difference

    Scenario: Yen: transfers oldest first, and a card less 3.6%
      # 3 * 1,500 = 4,500 and 450; transfers 5,000 and pays the first and 50 of the second, 9,900 - 5,000 = 4,900.
      # The card pays 4,900 when due: 3.6% = 176.4 -> 176.
      Given the company "Sakura Cloud"
      And "Kaiba Works" signed on 1 April 2026 for 2 months, billed monthly in advance, net 45, tax code "standard":
        | product    | quantity | price per month |
        | Cloud seat | 3        | 1,500 JPY       |
      And Kaiba Works pays every invoice when it is due
      When Kaiba Works transfers 5,000 JPY on 10 May 2026
      And the gateway pays out on 30 June 2026
      Then Kaiba Works has paid:
        | date         | amount | method        | applied to                 | unapplied |
        | 10 May 2026  | 5,000  | bank transfer | April invoice, May invoice | 0         |
        | 15 June 2026 | 4,900  | card          | May invoice                | 0         |
      And the gateway has paid out:
        | date         | gross | fee | net   |
        | 30 June 2026 | 4,900 | 176 | 4,724 |
      And the journal of June 2026 is:
        | date         | source  | account               | debit | credit |
        | 15 June 2026 | payment | Gateway clearing      | 4,900 |        |
        | 15 June 2026 | payment | Receivables           |       | 4,900 |
        | 30 June 2026 | payout  | Cash                  | 4,724 |        |
        | 30 June 2026 | payout  | Bank and gateway fees | 176   |        |
        | 30 June 2026 | payout  | Gateway clearing      |       | 4,900 |
      And Kaiba Works owes nothing
      And finance closes June 2026 without a difference
