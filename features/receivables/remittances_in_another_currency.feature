@receivables @foreign-currency @req:Q2C-316
Feature: Remittance advice and agreed rates in another currency than the invoice's
  One transfer in dollars pays several invoices in euros, or in euros and dollars, each in whole or in part. What the advice
  leaves open, the rate of the day decides; a rate of the payer's bank, or an agreed amount, goes before it. What was kept back is borne
  or disputed as of any other invoice, and a bank that takes the money back takes it from the invoice it paid.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And these exchange rates:
      | date             | from | to  | rate |
      | 1 January 2026   | EUR  | USD | 1.10 |
      | 10 February 2026 | EUR  | USD | 1.12 |
      | 20 February 2026 | EUR  | USD | 1.13 |
      | 10 February 2026 | GBP  | USD | 1.30 |

  Rule: Several invoices are named

    Background:
      # Two invoices of 1,000.00 EUR, on 1 January and 1 February, each booked at 1,000.00 * 1.10 = 1,100.00.
      Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |

    Scenario: One in whole in euros, one in part in dollars
      # 1,000.00 EUR are 1,120.00 USD; 448.00 USD are 400.00 EUR. 1,680.00 - 1,120.00 - 448.00 = 112.00 stay unapplied.
      # Realized: 1,120.00 - 1,100.00 = 20.00, and 448.00 - 440.00 = 8.00.
      When Globex transfers 1,680.00 USD on 10 February 2026 with this remittance advice:
        | invoice          | amount       |
        | January invoice  | 1,000.00 EUR |
        | February invoice | 448.00 USD   |
      Then Globex has these open invoices:
        | invoice          | total        | open       |
        | February invoice | 1,000.00 EUR | 600.00 EUR |
      And Globex has unapplied cash of 112.00 USD
      And Globex has paid:
        | date             | amount       | method        | applied to                        | unapplied  |
        | 10 February 2026 | 1,680.00 USD | bank transfer | January invoice, February invoice | 112.00 USD |
      And the ledger shows on 10 February 2026:
        | account                       | debit           | credit       |
        | Cash                          | 1,680.00        |              |
        | Unapplied cash                |                 | 112.00       |
        | Exchange clearing             |                 |              |
        | Receivables                   | 600.00 * 1.10   |              |
        | Realized exchange differences |                 | 20.00 + 8.00 |
      And finance closes February 2026 without a difference

    Scenario: An agreed amount for one, the rate of the payer's bank for the other
      # 1,150.00 USD for 1,000.00 EUR: 50.00 of gain. 452.00 / 1.13 = 400.00 EUR, booked at 440.00: 12.00 of gain.
      When Globex transfers 1,602.00 USD on 10 February 2026 with this remittance advice:
        | invoice          | amount       | settles      | rate             |
        | January invoice  | 1,150.00 USD | 1,000.00 EUR |                  |
        | February invoice | 452.00 USD   |              | 1.13 USD per EUR |
      Then Globex owes 600.00 EUR
      And Globex has unapplied cash of 0.00 USD
      And the ledger shows on 10 February 2026:
        | account                       | debit         | credit        |
        | Cash                          | 1,602.00      |               |
        | Unapplied cash                |               |               |
        | Exchange clearing             |               |               |
        | Receivables                   | 600.00 * 1.10 |               |
        | Realized exchange differences |               | 50.00 + 12.00 |
      And finance closes February 2026 without a difference

    Scenario: No amounts: in the order of the advice, as far as the money goes
      # 1,120.00 pay the January invoice off; the other 560.00 are 500.00 EUR.
      When Globex transfers 1,680.00 USD on 10 February 2026 with this remittance advice:
        | invoice          |
        | January invoice  |
        | February invoice |
      Then Globex has these open invoices:
        | invoice          | open       |
        | February invoice | 500.00 EUR |
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference

    Scenario: One of the two is taken off again
      # The exchange of the January invoice is undone at its own worth; that of the February invoice stands: 8.00.
      When Globex transfers 1,568.00 USD on 10 February 2026 with this remittance advice:
        | invoice          | amount       |
        | January invoice  | 1,000.00 EUR |
        | February invoice | 400.00 EUR   |
      And finance takes the payment off the January invoice of Globex on 20 February 2026
      Then Globex owes 1,600.00 EUR
      And Globex has unapplied cash of 1,120.00 USD
      And the ledger shows on 20 February 2026:
        | account                       | debit           | credit         |
        | Cash                          | 1,568.00        |                |
        | Unapplied cash                |                 | 1,120.00       |
        | Exchange clearing             |                 |                |
        | Receivables                   | 1,600.00 * 1.10 |                |
        | Realized exchange differences |                 | 448.00 - 440.00 |
      When finance refunds Globex 1,120.00 USD of unapplied cash on 20 February 2026
      Then Globex was refunded:
        | date             | amount       |
        | 20 February 2026 | 1,120.00 USD |
      And Globex has unapplied cash of 0.00 USD
      And Globex owes 1,600.00 EUR
      And finance closes February 2026 without a difference

    Scenario: Amounts in a third currency are left aside
      When Globex transfers 1,120.00 USD on 10 February 2026 with this remittance advice:
        | invoice          | amount     |
        | January invoice  | 500.00 GBP |
        | February invoice | 560.00 USD |
      Then Globex has these open invoices:
        | invoice          | open         |
        | January invoice  | 1,000.00 EUR |
        | February invoice | 500.00 EUR   |
      And Globex has unapplied cash of 560.00 USD
      And finance closes February 2026 without a difference

    Scenario: The payer is found out later
      When 1,130.00 USD arrive from an unknown payer on 10 February 2026
      And finance finds out on 20 February 2026 that Globex sent the 1,130.00 USD for the January invoice
      Then Globex owes 1,000.00 EUR
      And Globex has these open invoices:
        | invoice          | open         |
        | February invoice | 1,000.00 EUR |
      And unidentified cash is 0.00 USD
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference

  Rule: Invoices in both currencies

    Scenario: Euros and dollars in one transfer
      # 560.00 USD are 500.00 EUR of the January invoice; the February invoice is 30 * 10.00 = 300.00 USD; 40.00 are left.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And "Globex" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Globex transfers 900.00 USD on 10 February 2026 with this remittance advice:
        | invoice          | amount     |
        | January invoice  | 560.00 USD |
        | February invoice |            |
      Then Globex has these open invoices:
        | invoice         | open       |
        | January invoice | 500.00 EUR |
      And Globex has unapplied cash of 40.00 USD
      And Globex has paid:
        | amount     | applied to                        | unapplied |
        | 900.00 USD | February invoice, January invoice | 40.00 USD |
      And the ledger shows on 10 February 2026:
        | account                       | debit         | credit          |
        | Cash                          | 900.00        |                 |
        | Unapplied cash                |               | 40.00           |
        | Exchange clearing             |               |                 |
        | Receivables                   | 500.00 * 1.10 |                 |
        | Realized exchange differences |               | 560.00 - 550.00 |
      And finance closes February 2026 without a difference

  Rule: At the rate of the payer's bank

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |

    Scenario Outline: <amount> at <rate>
      # Realized is what came less 1.10 for each euro it settles.
      When Globex transfers <amount> on 10 February 2026 for the January invoice at <rate>
      Then Globex has unapplied cash of <unapplied>
      And the ledger shows on 10 February 2026:
        | account                       | debit         | credit      |
        | Cash                          | <amount>      |             |
        | Unapplied cash                |               | <unapplied> |
        | Exchange clearing             |               |             |
        | Receivables                   | <still owed>  |             |
        | Realized exchange differences | <loss>        | <gain>      |
      And finance closes February 2026 without a difference

      Examples:
        | amount       | rate               | still owed    | unapplied | loss              | gain              |
        | 1,130.00 USD | 1.13 USD per EUR   |               | 0.00 USD  |                   | 1130.00 - 1100.00 |
        | 565.00 USD   | 1.13 USD for 1 EUR | 500.00 * 1.10 | 0.00 USD  |                   | 565.00 - 550.00   |
        | 1,250.00 USD | 0.8 EUR per USD    |               | 0.00 USD  |                   | 1250.00 - 1100.00 |
        | 1,100.00 USD | 1.08 USD per EUR   |               | 20.00 USD | 1100.00 - 1080.00 |                   |

    Scenario: A rate of other currencies changes nothing
      When Globex transfers 1,130.00 USD on 10 February 2026 for the January invoice at 1.15 EUR per GBP
      Then it is refused because "1.15 EUR per GBP is no rate for a transfer in USD"
      And Globex has paid nothing
      When Globex transfers 1,130.00 USD on 10 February 2026 for the January invoice at 1.30 USD per GBP
      Then Globex has unapplied cash of 1,130.00 USD
      And Globex owes 1,000.00 EUR
      When the unapplied cash of Globex is applied to the January invoice on 10 February 2026 at 1.30 USD per GBP
      Then it is refused because "1.30 USD per GBP is no rate between USD and EUR"
      And Globex has unapplied cash of 1,130.00 USD

  Rule: By other conventions

    Scenario: The unapplied rest is credit where the company keeps it so
      # Of 2,262.40 USD, 2 * 1,120.00 are exchanged; 22.40 are credit.
      Given these conventions:
        | question                | answer          |
        | money that pays nothing | customer credit |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When Globex transfers 2,262.40 USD on 10 February 2026 with this remittance advice:
        | invoice          |
        | January invoice  |
        | February invoice |
      Then Globex owes nothing
      And Globex has a credit of 22.40 USD
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference

    Scenario: Cash that waited, at the rate that was agreed
      Given these conventions:
        | question                    | answer         |
        | payment in another currency | kept unapplied |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When Globex transfers 1,130.00 USD on 10 February 2026 for the January invoice at 1.13 USD per EUR
      Then Globex owes 1,000.00 EUR
      And Globex has unapplied cash of 1,130.00 USD
      When the unapplied cash of Globex is applied to the January invoice on 20 February 2026 at 1.15 USD per EUR
      # 1,130.00 / 1.15 = 982.6087 EUR, booked at 982.61 * 1.10 = 1,080.87.
      Then Globex owes 17.39 EUR
      And Globex has unapplied cash of 0.00 USD
      And the ledger shows on 20 February 2026:
        | account                       | debit                   | credit            |
        | Exchange clearing             |                         |                   |
        | Receivables                   | 17.39 * 1.10            |                   |
        | Realized exchange differences |                         | 1130.00 - 1080.87 |
      And finance closes February 2026 without a difference

  Rule: What was kept back

    Scenario: A tolerated difference settles the invoice
      # 1,117.76 / 1.12 = 998.00 EUR; 2.00 EUR are tolerated.
      Given payments may be up to 2.00 EUR short
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When Globex transfers 1,117.76 USD on 10 February 2026 for the January invoice
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date             | invoice         | kind             | amount   |
        | 10 February 2026 | January invoice | small difference | 2.00 EUR |
      And finance closes February 2026 without a difference

    Scenario: A bank's charge in dollars is borne, a short payment stays in dispute
      # 11.20 USD are 10.00 EUR, and settle it beside 1,008.00 / 1.12 = 900.00 EUR; 90.00 EUR stay in dispute.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When Globex transfers 1,008.00 USD on 10 February 2026 with this remittance advice:
        | invoice         | bank charge | short     | reason       |
        | January invoice | 11.20 USD   | 90.00 EUR | wrong number |
      Then Globex has these open invoices:
        | invoice         | open      | in dispute |
        | January invoice | 90.00 EUR | 90.00 EUR  |
      And these deductions of Globex were taken:
        | invoice         | kind        | amount    |
        | January invoice | bank charge | 10.00 EUR |
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference

  Rule: The bank takes the money back

    # 112 * 10.00 = 1,120.00 USD are collected by card on 31 January, taken off on 10 February, and pay 1,000.00 EUR that
    # were booked at 1.10 on 1 February: 20.00 are realized.

    Scenario Outline: Half of a card payment is charged back: <held>, <how>
      # 560.00 USD paid 500.00 EUR, which are owed again at 1.10; what was realized on them is taken back: 10.00 of 20.00 stay.
      Given these conventions:
        | question              | answer |
        | chargeback while open | <held> |
      And Globex pays every invoice when it is due
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 112      | 10.00 USD       |
      And "Globex" signed on 1 February 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When finance takes the payment off the January invoice of Globex on 10 February 2026
      And the unapplied cash of Globex is applied to the February invoice on 10 February 2026
      Then Globex has these open invoices:
        | invoice         | open         |
        | January invoice | 1,120.00 USD |
      When Globex charges back 560.00 USD of the January invoice on 15 February 2026 because "not recognized"
      And the chargeback of Globex ends on 20 February 2026 with <won> won back
      Then Globex has these open invoices:
        | invoice          | open         |
        | January invoice  | 1,120.00 USD |
        | February invoice | <open>       |
      And Globex has unapplied cash of <unapplied>
      And the ledger shows on 20 February 2026:
        | account                       | debit                    | credit          |
        | Exchange clearing             |                          |                 |
        | Disputed funds                |                          |                 |
        | Unapplied cash                |                          |                 |
        | Receivables                   | 1120.00 + 500.00 * 1.10  |                 |
        | Realized exchange differences |                          | 560.00 - 550.00 |
      And finance closes February 2026 without a difference

      Examples:
        | held                | how  | won      | open       | unapplied |
        | disputed funds      | lost | 0.00 USD | 500.00 EUR | 0.00 USD  |
        | receivable reopened | lost | 0.00 USD | 500.00 EUR | 0.00 USD  |

    Scenario: What is won back pays the invoice again, at the rate of that day
      # 560.00 / 1.13 = 495.58 EUR; 500.00 - 495.58 = 4.42 EUR stay open.
      Given these conventions:
        | question              | answer              |
        | chargeback while open | receivable reopened |
      And Globex pays every invoice when it is due
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 112      | 10.00 USD       |
      And "Globex" signed on 1 February 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When finance takes the payment off the January invoice of Globex on 10 February 2026
      And the unapplied cash of Globex is applied to the February invoice on 10 February 2026
      And Globex charges back 560.00 USD of the January invoice on 15 February 2026 because "not recognized"
      Then Globex has these open invoices:
        | invoice          | open         | in dispute |
        | January invoice  | 1,120.00 USD | 0.00 USD   |
        | February invoice | 500.00 EUR   | 500.00 EUR |
      When the chargeback of Globex is won on 20 February 2026
      Then Globex has these open invoices:
        | invoice          | open         | in dispute |
        | January invoice  | 1,120.00 USD | 0.00 USD   |
        | February invoice | 4.42 EUR     | 0.00 EUR   |
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference
