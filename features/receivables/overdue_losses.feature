@receivables @write-off @conventions @wave-3 @req:Q2C-066
Feature: What is overdue counts as lost
  Some companies write nothing off by a matrix: what is not paid when it is due counts as lost the day after, and is a gain back
  the day it is paid (billing conventions, overdue invoice; IFRS 9.B5.5.37).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | overdue invoice  | full loss at the due date   |

  Rule: One invoice of 400.00 and 40.00 of tax, due on 31 January

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |

    Scenario: Lost the day after it is due, made good part by part
      When time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account        | debit | credit |
        | Loss allowance |       | 0.00   |
      And finance closes January 2026 without a difference
      When Globex transfers 110.00 USD on 10 February 2026
      And Globex transfers 130.00 USD on 10 February 2026
      And Globex transfers 200.00 USD on 20 February 2026
      And time passes to 28 February 2026
      # 440.00 - 110.00 - 130.00 = 200.00 are lost until 20 February.
      Then the journal of February 2026 is:
        | date             | source    | account             | debit  | credit |
        | 1 February 2026  | allowance | Credit loss expense | 440.00 |        |
        | 1 February 2026  | allowance | Loss allowance      |        | 440.00 |
        | 10 February 2026 | payment   | Cash                | 110.00 |        |
        | 10 February 2026 | payment   | Receivables         |        | 110.00 |
        | 10 February 2026 | allowance | Loss allowance      | 110.00 |        |
        | 10 February 2026 | allowance | Credit loss expense |        | 110.00 |
        | 10 February 2026 | payment   | Cash                | 130.00 |        |
        | 10 February 2026 | payment   | Receivables         |        | 130.00 |
        | 10 February 2026 | allowance | Loss allowance      | 130.00 |        |
        | 10 February 2026 | allowance | Credit loss expense |        | 130.00 |
        | 20 February 2026 | payment   | Cash                | 200.00 |        |
        | 20 February 2026 | payment   | Receivables         |        | 200.00 |
        | 20 February 2026 | allowance | Loss allowance      | 200.00 |        |
        | 20 February 2026 | allowance | Credit loss expense |        | 200.00 |
      And Globex owes nothing
      And finance closes February 2026 without a difference

    Scenario: Paid on the due date, it was never lost
      When Globex transfers 440.00 USD on 31 January 2026
      And time passes to 28 February 2026
      Then nothing is posted in February 2026
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference

    Scenario: Paid and returned after the due date, it is lost again at once
      Given Globex pays every invoice by direct debit when it is due
      When the direct debit of Globex for the January invoice is returned on 9 February 2026 because "no funds"
      Then the ledger shows on 8 February 2026:
        | account        | debit | credit |
        | Loss allowance |       | 0.00   |
      And the ledger shows on 9 February 2026:
        | account        | debit  | credit |
        | Loss allowance |        | 440.00 |
        | Receivables    | 440.00 |        |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: What is written off was lost before, and costs nothing more
      When finance writes off the January invoice of Globex on 20 March 2026
      And time passes to 31 March 2026
      Then the journal of March 2026 is:
        | date          | source    | account        | debit  | credit |
        | 20 March 2026 | write-off | Loss allowance | 440.00 |        |
        | 20 March 2026 | write-off | Receivables    |        | 440.00 |
      And finance closes March 2026 without a difference

    Scenario: What is credited comes back with its tax
      # 100.00 and 10.00 of tax are given back: 330.00 stay lost.
      When time passes to 5 February 2026
      And finance credits Globex 100.00 USD on the January invoice
      Then the ledger shows on 5 February 2026:
        | account             | debit  | credit |
        | Receivables         | 330.00 |        |
        | Loss allowance      |        | 330.00 |
        | Credit loss expense | 330.00 |        |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: A payment that the ledger hears of late comes back when it hears of it
      Given the integration delays the event "payment applied" by 3 days
      When Globex transfers 440.00 USD on 10 February 2026
      And time passes to 12 February 2026
      Then the ledger shows on 12 February 2026:
        | account        | debit | credit |
        | Loss allowance |       | 440.00 |
      When time passes to 13 February 2026
      Then the ledger shows on 13 February 2026:
        | account             | debit | credit |
        | Loss allowance      |       | 0.00   |
        | Credit loss expense | 0.00  |        |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

  Rule: Beside the matrix, and in another currency

    Scenario: What is not due stays with the matrix
      # Globex is overdue on 1 February: all of 100.00. Initech is not due until 31 March: 2% of 300.00.
      Given these expected losses:
        | days overdue | expected loss |
        | 0            | 2%            |
        | 31           | 10%           |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 USD      |
      And "Initech" signed on 30 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 300.00 USD      |
      When time passes to 28 February 2026
      Then the ledger shows on 31 January 2026:
        | account        | debit | credit                     |
        | Loss allowance |       | 100.00 * 0.02 + 300.00 * 0.02 |
      And the ledger shows on 28 February 2026:
        | account        | debit | credit               |
        | Loss allowance |       | 100.00 + 300.00 * 0.02 |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference

    Scenario: In another currency, at what the books carry it at
      # Due on 31 January at 1.10: 110.00 are lost; half of it is paid, and 55.00 come back.
      Given these exchange rates:
        | date            | from | to  | rate |
        | 1 January 2026  | EUR  | USD | 1.10 |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      When Globex transfers 50.00 EUR on 10 February 2026
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026:
        | account        | debit     | credit    |
        | Loss allowance |           | 50.00 * 1.10 |
        | Receivables    | 50.00 * 1.10 |           |
      And finance closes February 2026 without a difference
