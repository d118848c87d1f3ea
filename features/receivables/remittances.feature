@receivables @remittances @wave-2 @req:Q2C-233
Feature: Payments with instructions, deductions and differences
  A payer says what the money is for and what was kept back. What the company bears of that is booked where its conventions
  say; what it does not bear stays open with a reason. Revenue is never touched.

  Rule: Application

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: As the advice says, not as the convention would
      # The oldest would be paid first; the advice pays March in full, part of January, and leaves February alone.
      # 900.00 - 550.00 - 200.00 = 150.00 are for nothing that is named and wait.
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 900.00 USD on 5 March 2026 with this remittance advice:
        | invoice         | amount |
        | March invoice   | 550.00 |
        | January invoice | 200.00 |
      Then Globex has paid:
        | date         | amount | applied to                     | unapplied |
        | 5 March 2026 | 900.00 | March invoice, January invoice | 150.00    |
      And Globex has these open invoices:
        | invoice          | due             | total  | open   | days overdue |
        | January invoice  | 31 January 2026 | 550.00 | 350.00 | 33           |
        | February invoice | 3 March 2026    | 550.00 | 550.00 | 2            |
      And Globex has unapplied cash of 150.00 USD
      And the journal from 5 March 2026 to 5 March 2026 is:
        | date         | source  | account        | debit  | credit |
        | 5 March 2026 | payment | Cash           | 900.00 |        |
        | 5 March 2026 | payment | Receivables    |        | 750.00 |
        | 5 March 2026 | payment | Unapplied cash |        | 150.00 |
      And Globex took no deduction
      And Globex was refunded nothing
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                    | amount            |
        | Cash applied            | 750.00            |
        | Deductions taken        | 0.00              |
        | Receivables, closing    | 3 * 550.00 - 750.00 |
        | Unapplied cash, closing | 150.00            |

    Scenario: An advice for more than is open pays what is open
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 800.00 USD on 20 January 2026 with this remittance advice:
        | invoice         | amount |
        | January invoice | 800.00 |
      Then Globex owes nothing
      And Globex has unapplied cash of 250.00 USD
      When time passes to 28 February 2026
      Then Globex has these open invoices:
        | invoice          | open   |
        | February invoice | 550.00 |
      And finance closes February 2026 without a difference

    Scenario: An advice without an amount takes what is left to pay
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 700.00 USD on 5 March 2026 with this remittance advice:
        | invoice          |
        | February invoice |
        | January invoice  |
      Then Globex has these open invoices:
        | invoice         | open   |
        | January invoice | 400.00 |
        | March invoice   | 550.00 |
      And Globex has unapplied cash of 0.00 USD

    Scenario: Pro rata over all that is open
      # On 5 March 550.00 are open three times: 1,000.00 / 3 = 333.33, and the cent that is left to the oldest.
      Given these conventions:
        | question            | answer   |
        | payment application | pro rata |
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 5 March 2026
      Then Globex has these open invoices:
        | invoice          | open            |
        | January invoice  | 550.00 - 333.34 |
        | February invoice | 550.00 - 333.33 |
        | March invoice    | 550.00 - 333.33 |
      And the journal from 5 March 2026 to 5 March 2026 is:
        | date         | source  | account     | debit    | credit   |
        | 5 March 2026 | payment | Cash        | 1,000.00 |          |
        | 5 March 2026 | payment | Receivables |          | 1,000.00 |
      And finance closes March 2026 without a difference

    Scenario: Pro rata of more than is open leaves the rest unapplied
      Given these conventions:
        | question            | answer   |
        | payment application | pro rata |
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 1,700.00 USD on 5 March 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 50.00 USD

    Scenario: By hand, part by part
      # Nothing is paid until finance says what: 300.00 of 1,000.00 in January, the rest in March.
      Given these conventions:
        | question            | answer  |
        | payment application | by hand |
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 20 January 2026
      Then Globex owes 550.00 USD
      And Globex has unapplied cash of 1,000.00 USD
      And finance closes January 2026 without a difference
      When 300.00 USD of the unapplied cash of Globex is applied to the January invoice on 2 February 2026
      And the unapplied cash of Globex is applied to the February invoice on 10 February 2026
      Then Globex has these open invoices:
        | invoice         | open   |
        | January invoice | 250.00 |
      And Globex has unapplied cash of 150.00 USD
      And the journal from 2 February 2026 to 10 February 2026 is:
        | date             | source  | account        | debit  | credit |
        | 2 February 2026  | payment | Unapplied cash | 300.00 |        |
        | 2 February 2026  | payment | Receivables    |        | 300.00 |
        | 10 February 2026 | payment | Unapplied cash | 550.00 |        |
        | 10 February 2026 | payment | Receivables    |        | 550.00 |
      And finance closes February 2026 without a difference
      And the ageing on 31 January 2026 is:
        | customer | not due | 1-30 days |
        | Globex   | 550.00  | 0.00      |

    Scenario: Cash of one customer never pays for another
      # Three invoices of 50 * 10.00 = 500.00 and tax 50.00, due on 31 January, 3 March and 31 March.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex transfers 600.00 USD on 20 January 2026
      And the unapplied cash of Globex is applied to the January invoice of Initech on 21 January 2026
      Then it is refused because "came from Globex, invoice NW-000002 is for Initech"
      And Initech owes 110.00 USD
      And Globex has unapplied cash of 50.00 USD
      And nothing is posted from 21 January 2026 to 21 January 2026
      And finance closes January 2026 without a difference

  Rule: Early-payment discount

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And 2% may be deducted from invoices paid within 10 days

    Scenario: Two percent on the tenth day
      # 1,100.00 * 2% = 22.00; 1,078.00 settle all of it. The tax stays owed.
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,078.00 USD on 11 January 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date            | invoice         | kind     | amount | tax  |
        | 11 January 2026 | January invoice | discount | 22.00  | 0.00 |
      And the journal from 11 January 2026 to 11 January 2026 is:
        | date            | source   | account     | debit    | credit   |
        | 11 January 2026 | payment  | Cash        | 1,078.00 |          |
        | 11 January 2026 | payment  | Receivables |          | 1,078.00 |
        | 11 January 2026 | discount | Concessions | 22.00    |          |
        | 11 January 2026 | discount | Receivables |          | 22.00    |
      And nothing else is credited
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                 | amount   |
        | Cash applied         | 1,078.00 |
        | Deductions taken     | 22.00    |
        | Receivables, closing | 0.00     |
        | Tax on deductions    | 0.00     |
        | Revenue              | 1,000.00 |

    Scenario: A day late there is no discount
      # 1,100.00 - 1,078.00 = 22.00 stay open.
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,078.00 USD on 12 January 2026
      Then Globex owes 22.00 USD
      And Globex took no deduction
      And finance closes January 2026 without a difference

    Scenario: 49 paid at 2% settles 50
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 49.00 USD on 5 January 2026
      Then Globex owes 1,050.00 USD
      And these deductions of Globex were taken:
        | date           | kind     | amount |
        | 5 January 2026 | discount | 1.00   |
      When Globex transfers 1,050.00 USD on 25 January 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 0.00 USD

    Scenario: A part payment earns nothing where only the whole does
      Given these conventions:
        | question                                 | answer                  |
        | early-payment discount on a part payment | only on payment in full |
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 49.00 USD on 5 January 2026
      Then Globex owes 1,051.00 USD
      And Globex took no deduction
      # What is left, 1,051.00, is paid off in time: 1,051.00 * 2% = 21.02.
      When Globex transfers 1,029.98 USD on 10 January 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date            | amount |
        | 10 January 2026 | 21.02  |

    Scenario: The tax falls with the price where the law says so
      # 22.00 * 100.00/1,100.00 = 2.00 of tax.
      Given these conventions:
        | question               | answer                 |
        | early-payment discount | of the total, tax with it |
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,078.00 USD on 11 January 2026
      Then these deductions of Globex were taken:
        | date            | kind     | amount | tax  |
        | 11 January 2026 | discount | 22.00  | 2.00 |
      And the ledger shows on 11 January 2026:
        | account           | debit    | credit         |
        | Cash              | 1,078.00 |                |
        | Receivables       |          |                |
        | Concessions       | 20.00    |                |
        | Sales tax payable |          | 100.00 - 2.00  |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                       | amount |
        | Tax on deductions          | 2.00   |
        | Sales tax payable, closing | 98.00  |

    Scenario: The discount is of the net amount and the tax is paid in full
      # 1,000.00 * 2% = 20.00; 1,080.00 settle all of it.
      Given these conventions:
        | question               | answer                        |
        | early-payment discount | of the net amount, tax stays |
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,080.00 USD on 11 January 2026
      Then Globex owes nothing
      And the ledger shows on 11 January 2026:
        | account           | debit    | credit |
        | Cash              | 1,080.00 |        |
        | Concessions       | 20.00    |        |
        | Sales tax payable |          | 100.00 |

    Scenario: Who pays in full in time deducts nothing
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,100.00 USD on 5 January 2026
      Then Globex owes nothing
      And Globex took no deduction
      And Globex has unapplied cash of 0.00 USD

    Scenario: A discount claimed too late stays open in dispute
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,078.00 USD on 20 January 2026 with this remittance advice:
        | invoice         | amount   | discount |
        | January invoice | 1,078.00 | 22.00    |
      Then Globex has these open invoices:
        | invoice         | open  | in dispute |
        | January invoice | 22.00 | 22.00      |
      And Globex took no deduction
      When time passes to 31 March 2026
      Then Globex was sent no letter
      And finance closes March 2026 without a difference

    Scenario: The payment is taken off, and the discount goes with it
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,078.00 USD on 11 January 2026
      And finance takes the payment off the January invoice of Globex on 15 January 2026
      Then Globex owes 1,100.00 USD
      And Globex has unapplied cash of 1,078.00 USD
      And these deductions of Globex were taken:
        | date            | kind     | amount |
        | 11 January 2026 | discount | 22.00  |
        | 15 January 2026 | discount | -22.00 |
      And the journal from 15 January 2026 to 15 January 2026 is:
        | date            | source           | account        | debit    | credit   |
        | 15 January 2026 | payment reversal | Receivables    | 1,078.00 |          |
        | 15 January 2026 | payment reversal | Unapplied cash |          | 1,078.00 |
        | 15 January 2026 | discount         | Receivables    | 22.00    |          |
        | 15 January 2026 | discount         | Concessions    |          | 22.00    |
      When finance takes the payment off the January invoice of Globex on 16 January 2026
      Then it is refused because "pays nothing of invoice"
      And nothing is posted from 16 January 2026 to 16 January 2026
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: A customer's own terms replace those for everybody
      # 3% within 20 days: 1,100.00 * 3% = 33.00.
      Given Globex may deduct 3% from invoices paid within 20 days
      # 100 * 10.00 = 1,000.00 and tax 100.00.
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,067.00 USD on 21 January 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date            | kind     | amount |
        | 21 January 2026 | discount | 33.00  |

  Rule: Short payments

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And payments may be up to 5.00 USD short

    Scenario Outline: Within tolerance it goes to <account>
      # 1,100.00 - 1,096.50 = 3.50.
      Given these conventions:
        | question                       | answer |
        | short payment within tolerance | <home> |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,096.50 USD on 20 January 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date            | invoice         | kind   | amount |
        | 20 January 2026 | January invoice | <home> | 3.50   |
      And the journal from 20 January 2026 to 20 January 2026 is:
        | date            | source  | account     | debit    | credit   |
        | 20 January 2026 | payment | Cash        | 1,096.50 |          |
        | 20 January 2026 | payment | Receivables |          | 1,096.50 |
        | 20 January 2026 | <home>  | <account>   | 3.50     |          |
        | 20 January 2026 | <home>  | Receivables |          | 3.50     |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And Globex was sent no letter

      Examples:
        | home             | account             |
        | small difference | Small differences   |
        | credit loss      | Credit loss expense |
        | concession       | Concessions         |

    Scenario: By convention it stays open
      Given these conventions:
        | question                       | answer    |
        | short payment within tolerance | left open |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,096.50 USD on 20 January 2026
      Then Globex owes 3.50 USD
      And Globex took no deduction

    Scenario: To the cent of the tolerance, and one cent beyond
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,095.00 USD on 20 January 2026
      Then Globex owes nothing
      Given "Initech" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Initech transfers 1,094.99 USD on 20 February 2026
      Then Initech owes 5.01 USD
      And Initech took no deduction

    Scenario: The smaller of amount and percentage counts
      # 0.1% of 1,100.00 = 1.10.
      Given payments may be up to 0.1% of the invoice short
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,098.80 USD on 20 January 2026
      Then Globex owes 1.20 USD
      And Globex took no deduction

    Scenario: Beyond tolerance the rest stays open in dispute with its reason
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 20 January 2026 with this remittance advice:
        | invoice         | amount   | short  | reason           |
        | January invoice | 1,000.00 | 100.00 | price difference |
      Then Globex has these open invoices:
        | invoice         | open   | in dispute |
        | January invoice | 100.00 | 100.00     |
      And Globex took no deduction
      When time passes to 31 March 2026
      Then Globex was sent no letter
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                 | amount |
        | Receivables, closing | 100.00 |
        | 31-60 days           | 100.00 |
        | In dispute           | 100.00 |

  Rule: Withheld tax and bank charges

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: With its certificate withheld tax settles the invoice
      # 10% of the net 1,000.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 20 January 2026 with this remittance advice:
        | invoice         | amount   | withheld | certificate |
        | January invoice | 1,000.00 | 100.00   | WT-77       |
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date            | invoice         | kind            | amount | note  |
        | 20 January 2026 | January invoice | withholding tax | 100.00 | WT-77 |
      And the journal from 20 January 2026 to 20 January 2026 is:
        | date            | source          | account                     | debit    | credit   |
        | 20 January 2026 | payment         | Cash                        | 1,000.00 |          |
        | 20 January 2026 | payment         | Receivables                 |          | 1,000.00 |
        | 20 January 2026 | withholding tax | Withholding tax recoverable | 100.00   |          |
        | 20 January 2026 | withholding tax | Receivables                 |          | 100.00   |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: Without its certificate it stays open until the certificate comes
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 20 January 2026 with this remittance advice:
        | invoice         | amount   | withheld |
        | January invoice | 1,000.00 | 100.00   |
      Then Globex has these open invoices:
        | invoice         | open   | in dispute |
        | January invoice | 100.00 | 100.00     |
      And Globex took no deduction
      And finance closes January 2026 without a difference
      When finance accepts 100.00 USD of the January invoice of Globex as withholding tax on 10 February 2026
      Then it is refused because "needs the certificate of the tax office"
      And nothing is posted from 10 February 2026 to 10 February 2026
      When finance accepts 100.00 USD of the January invoice of Globex as withholding tax on 12 February 2026, "WT-78"
      Then Globex owes nothing
      And the journal from 12 February 2026 to 12 February 2026 is:
        | date             | source          | account                     | debit  | credit |
        | 12 February 2026 | withholding tax | Withholding tax recoverable | 100.00 |        |
        | 12 February 2026 | withholding tax | Receivables                 |        | 100.00 |
      And the ageing on 31 January 2026 is:
        | customer | not due | 1-30 days | in dispute |
        | Globex   | 100.00  | 0.00      | 100.00     |
      And nothing else is credited
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: A bank keeps its charge on the way
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,085.00 USD on 20 January 2026 with this remittance advice:
        | invoice         | amount   | bank charge |
        | January invoice | 1,085.00 | 15.00       |
      Then Globex owes nothing
      And the journal from 20 January 2026 to 20 January 2026 is:
        | date            | source      | account               | debit    | credit   |
        | 20 January 2026 | payment     | Cash                  | 1,085.00 |          |
        | 20 January 2026 | payment     | Receivables           |          | 1,085.00 |
        | 20 January 2026 | bank charge | Bank and gateway fees | 15.00    |          |
        | 20 January 2026 | bank charge | Receivables           |          | 15.00    |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: Finance bears nothing beyond what is open
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,090.00 USD on 20 January 2026
      And finance accepts 10.01 USD of the January invoice of Globex as a bank charge on 21 January 2026
      Then it is refused because "10.01 USD cannot be deducted: 10.00 USD is open"
      And Globex owes 10.00 USD
      And nothing is posted from 21 January 2026 to 21 January 2026
      When finance accepts 10.00 USD of the January invoice of Globex as a concession on 22 January 2026
      Then Globex owes nothing
      When finance accepts 10.00 USD of the January invoice of Globex as a concession on 23 January 2026
      Then it is refused because "0.00 USD is open"
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
