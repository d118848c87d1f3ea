@receivables @unknown-payers @wave-2 @req:Q2C-235
Feature: Money before anybody knows what it is for
  Money from an unknown payer, money ahead of invoices, and money that pays nothing are liabilities, each by its own name,
  until it is known whose they are and what they pay. None of it is revenue.

  Rule: From an unknown payer

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      # 100 * 10.00 = 1,000.00 and tax 100.00 a month.
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: Identified in another month, it pays by convention
      When 1,100.00 USD arrives from an unknown payer on 20 January 2026
      Then unidentified cash is 1,100.00 USD
      And Globex owes 1,100.00 USD
      And Globex has unapplied cash of 0.00 USD
      And Globex has paid nothing
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                       | amount   |
        | Receivables, closing       | 1,100.00 |
        | Unidentified cash, closing | 1,100.00 |
        | Unapplied cash, closing    | 0.00     |
        | Cash, closing              | 1,100.00 |
        | Revenue                    | 1,000.00 |
      When finance finds out on 10 February 2026 that Globex sent the 1,100.00 USD
      Then unidentified cash is 0.00 USD
      And Globex has unapplied cash of 0.00 USD
      And Globex has these open invoices:
        | invoice          | open     |
        | February invoice | 1,100.00 |
      And the journal from 10 February 2026 to 10 February 2026 is:
        | date             | source         | account           | debit    | credit   |
        | 10 February 2026 | identification | Unidentified cash | 1,100.00 |          |
        | 10 February 2026 | identification | Unapplied cash    |          | 1,100.00 |
        | 10 February 2026 | payment        | Unapplied cash    | 1,100.00 |          |
        | 10 February 2026 | payment        | Receivables       |          | 1,100.00 |
      And the ageing on 31 January 2026 is:
        | customer | not due  | 1-30 days |
        | Globex   | 1,100.00 | 0.00      |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: Identified for the invoice they mean, and the rest stands unapplied
      When 1,200.00 USD arrives from an unknown payer on 5 February 2026
      And finance finds out on 10 February 2026 that Globex sent the 1,200.00 USD for the February invoice
      Then Globex has these open invoices:
        | invoice         | open     |
        | January invoice | 1,100.00 |
      And Globex has unapplied cash of 100.00 USD
      And unidentified cash is 0.00 USD
      When the unapplied cash of Globex is applied to the January invoice on 11 February 2026
      Then Globex owes 1,000.00 USD
      And Globex has paid:
        | date            | amount   | applied to       | unapplied |
        | 5 February 2026 | 1,200.00 | February invoice | 100.00    |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: Nothing is identified twice, and nothing of an unknown payer pays an invoice
      When 300.00 USD arrives from an unknown payer on 5 January 2026
      And finance refunds Globex 300.00 USD of unapplied cash on 6 January 2026
      Then it is refused because "Globex has 0.00 USD of unapplied cash"
      When finance finds out on 7 January 2026 that Globex sent the 300.00 USD
      And finance finds out on 8 January 2026 that Initech sent the 300.00 USD
      Then it is refused because "is known to come from Globex"
      And Globex owes 800.00 USD
      And Initech has paid nothing
      And nothing is posted from 8 January 2026 to 8 January 2026
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: Identified and un-applied, it is the customer's unapplied cash
      When 1,100.00 USD arrives from an unknown payer on 5 January 2026
      And finance finds out on 7 January 2026 that Globex sent the 1,100.00 USD
      And finance takes the payment off the January invoice of Globex on 9 January 2026
      Then Globex owes 1,100.00 USD
      And Globex has unapplied cash of 1,100.00 USD
      And unidentified cash is 0.00 USD
      When finance refunds Globex 1,100.00 USD of unapplied cash on 12 January 2026
      Then Globex was refunded:
        | date            | amount   |
        | 12 January 2026 | 1,100.00 |
      And Globex owes 1,100.00 USD
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

  Rule: Ahead of the invoices of a contract

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      # 50 * 10.00 = 500.00 and tax 50.00 a month.
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |

    Scenario: It pays what is open, is contract liability, and pays the next invoices as they come
      # 1,400.00: 550.00 for January at once, 550.00 for February, and 300.00 of March.
      When Globex transfers 1,400.00 USD on 10 January 2026 ahead of the invoices of the contract
      Then Globex owes nothing
      And Globex has paid ahead 850.00 USD
      And Globex has unapplied cash of 0.00 USD
      And the journal from 10 January 2026 to 10 January 2026 is:
        | date            | source  | account            | debit    | credit |
        | 10 January 2026 | payment | Cash               | 1,400.00 |        |
        | 10 January 2026 | payment | Receivables        |          | 550.00 |
        | 10 January 2026 | payment | Contract liability |          | 850.00 |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                        | amount |
        | Paid ahead                  | 850.00 |
        | Contract liability, closing | 850.00 |
        | Unapplied cash, closing     | 0.00   |
        | Revenue                     | 500.00 |
      When time passes to 1 March 2026
      Then Globex has these open invoices:
        | invoice       | total  | open   |
        | March invoice | 550.00 | 250.00 |
      And Globex has paid ahead 0.00 USD
      And the journal from 1 February 2026 to 1 February 2026 is:
        | date            | source           | account            | debit  | credit |
        | 1 February 2026 | February invoice | Receivables        | 550.00 |        |
        | 1 February 2026 | February invoice | Contract liability |        | 500.00 |
        | 1 February 2026 | February invoice | Sales tax payable  |        | 50.00  |
        | 1 February 2026 | payment          | Contract liability | 550.00 |        |
        | 1 February 2026 | payment          | Receivables        |        | 550.00 |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And nothing else is credited

    Scenario: Before the first invoice
      Given "Initech" signed on 10 January 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Initech transfers 1,500.00 USD on 12 January 2026 ahead of the invoices of the contract
      Then Initech has paid ahead 1,500.00 USD
      And Initech owes nothing
      When time passes to 28 February 2026
      Then Initech owes nothing
      And Initech has paid ahead 400.00 USD
      And finance closes February 2026 without a difference

    Scenario: What is paid ahead is for its contract alone, and no unapplied cash
      When Globex transfers 1,400.00 USD on 10 January 2026 ahead of the invoices of the contract
      And finance refunds Globex 1.00 USD of unapplied cash on 11 January 2026
      Then it is refused because "Globex has 0.00 USD of unapplied cash"
      And Globex was refunded nothing
      And Globex has paid ahead 850.00 USD

  Rule: For nothing that is known

    Background:
      Given the company "Northwind SaaS"

    Scenario: By convention it is credit on the customer's account
      Given these conventions:
        | question                 | answer                      |
        | money that pays nothing  | customer credit             |
        | customer credit          | applied to the next invoice |
        | revenue schedule         | service period of each line |
      And today is 20 January 2026
      When Globex transfers 200.00 USD on 20 January 2026
      Then Globex has a credit of 200.00 USD
      And Globex has unapplied cash of 0.00 USD
      And the journal from 20 January 2026 to 20 January 2026 is:
        | date            | source  | account          | debit  | credit |
        | 20 January 2026 | payment | Cash             | 200.00 |        |
        | 20 January 2026 | payment | Customer credits |        | 200.00 |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                      | amount |
        | Customer credits, closing | 200.00 |
        | Unapplied cash, closing   | 0.00   |
        | Revenue                   | 0.00   |
      Given "Globex" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      Then Globex owes 350.00 USD
      And Globex has a credit of 0.00 USD
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: By convention it stands unapplied
      Given these conventions:
        | question                | answer         |
        | money that pays nothing | unapplied cash |
      And today is 20 January 2026
      When Globex transfers 200.00 USD on 20 January 2026
      Then Globex has a credit of 0.00 USD
      And Globex has unapplied cash of 200.00 USD
