@receivables @payments-and-refunds @wave-2 @req:Q2C-044
Feature: Payments and refunds
  Money pays what the payer says, else what the company's convention says. What is too much is the customer's, stands by
  itself, and is used or given back; what is too little leaves an invoice as old as it was. None of it is revenue.

  Rule: What a transfer pays that names no invoice

    Background:
      Given the company "Northwind SaaS"

    Scenario Outline: <answer>: a transfer of exactly the second invoice
      # January: set-up 300.00, seats 100 * 10.00 = 1,000.00, tax 130.00: 1,430.00. February: 1,100.00.
      Given these conventions:
        | question            | answer   |
        | payment application | <answer> |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month | price  |
        | Set-up        | 1        |                 | 300.00 |
        | Platform seat | 100      | 10.00 USD       |        |
      When Globex transfers 1,100.00 USD on 20 February 2026
      Then Globex has paid:
        | date             | amount   | method        | applied to | unapplied |
        | 20 February 2026 | 1,100.00 | bank transfer | <applied>  | 0.00      |
      And Globex has these open invoices:
        | invoice  | open   | due   |
        | <open>   | <rest> | <due> |
        | <open 2> | <rest 2> | <due 2> |
      And Globex owes 1,430.00 USD

      Examples:
        | answer                       | applied          | open            | rest     | due             | open 2           | rest 2   | due 2        |
        | exact match, else oldest due | February invoice | January invoice | 1,430.00 | 31 January 2026 |                  |          |              |
        | oldest due                   | January invoice  | January invoice | 330.00   | 31 January 2026 | February invoice | 1,100.00 | 3 March 2026 |
