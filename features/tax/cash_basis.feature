@tax @cash-basis @conventions @wave-3 @req:Q2C-223
Feature: Tax due when paid
  Under a cash basis the tax of an invoice is owed to the authority as the invoice is paid. Until then it stands apart; what is
  credited or given up is never owed (handbook 4.15; Directive 2006/112/EC art. 66(b)).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | tax due          | when paid                   |

  Rule: One invoice of 1,200.00 and 10% tax, 120.00

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 120      | 10.00 USD       |

    Scenario: Invoiced in January, paid in February
      When Globex transfers 1,320.00 USD on 10 February 2026
      And time passes to 28 February 2026
      Then the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,320.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,200.00 |
        | 1 January 2026  | January invoice | Tax not yet due    |          | 120.00   |
        | 31 January 2026 | revenue         | Contract liability | 1,200.00 |          |
        | 31 January 2026 | revenue         | Revenue            |          | 1,200.00 |
      And the journal of February 2026 is:
        | date             | source  | account           | debit    | credit   |
        | 10 February 2026 | payment | Cash              | 1,320.00 |          |
        | 10 February 2026 | payment | Receivables       |          | 1,320.00 |
        | 10 February 2026 | payment | Tax not yet due   | 120.00   |          |
        | 10 February 2026 | payment | Sales tax payable |          | 120.00   |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                       | amount |
        | Sales tax payable, closing | 0.00   |
        | Tax not yet due, closing   | 120.00 |
      And finance closes February 2026 without a difference

    Scenario: In parts, to the cent
      # 100.00 of 1,320.00 are paid: 120.00 * 100/1320 = 9.0909, 9.09. With 200.00: 18.1818, so 9.09 more; with all of it
      # 120.00, so 101.82 more.
      When Globex transfers 100.00 USD on 10 January 2026
      And Globex transfers 100.00 USD on 11 January 2026
      And Globex transfers 1,120.00 USD on 12 January 2026
      Then the journal from 10 January 2026 to 12 January 2026 contains:
        | date            | source  | account           | debit  | credit |
        | 10 January 2026 | payment | Tax not yet due   | 9.09   |        |
        | 10 January 2026 | payment | Sales tax payable |        | 9.09   |
        | 11 January 2026 | payment | Tax not yet due   | 9.09   |        |
        | 11 January 2026 | payment | Sales tax payable |        | 9.09   |
        | 12 January 2026 | payment | Tax not yet due   | 101.82 |        |
        | 12 January 2026 | payment | Sales tax payable |        | 101.82 |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: Taken off and applied again
      When Globex transfers 660.00 USD on 10 January 2026 for the January invoice
      And finance takes the payment off the January invoice of Globex on 15 January 2026
      Then the ledger shows on 14 January 2026:
        | account           | debit | credit |
        | Tax not yet due   |       | 60.00  |
        | Sales tax payable |       | 60.00  |
      And the ledger shows on 15 January 2026:
        | account           | debit | credit |
        | Tax not yet due   |       | 120.00 |
        | Sales tax payable |       |        |
      When the unapplied cash of Globex is applied to the January invoice on 20 January 2026
      Then the ledger shows on 20 January 2026:
        | account           | debit | credit |
        | Tax not yet due   |       | 60.00  |
        | Sales tax payable |       | 60.00  |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    # 300.00 and 30.00 of tax go back. Unpaid: 90.00 are left, none due. Half of 1,320.00 paid before: 660.00 of what is then 990.00,
    # so two thirds of 90.00 are due. Paid in full: all that is left, 90.00; 330.00 are credit.
    Scenario Outline: A credit memo when <paid> is paid
      When Globex transfers <amount> USD on 10 January 2026
      And time passes to 20 January 2026
      And finance credits Globex 300.00 USD on the January invoice
      Then the ledger shows on 20 January 2026:
        | account           | debit | credit |
        | Tax not yet due   |       | <held> |
        | Sales tax payable |       | <due>  |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

      Examples:
        | paid         | amount   | held  | due   |
        | a cent       | 0.01     | 90.00 | 0.00  |
        | half         | 660.00   | 30.00 | 60.00 |
        | all of it    | 1,320.00 | 0.00  | 90.00 |

    Scenario: What is given up was never owed, and what comes after all is
      # 440.00 are paid, 40.00 of tax due; 880.00 are given up, of which 80.00 is tax that nobody owes. 110.00 come after all: 10.00.
      When Globex transfers 440.00 USD on 10 January 2026
      And finance writes off the January invoice of Globex on 20 February 2026
      Then the journal from 20 February 2026 to 20 February 2026 is:
        | date             | source    | account         | debit  | credit |
        | 20 February 2026 | write-off | Loss allowance  | 800.00 |        |
        | 20 February 2026 | write-off | Tax not yet due | 80.00  |        |
        | 20 February 2026 | write-off | Receivables     |        | 880.00 |
      When Globex transfers 110.00 USD on 10 March 2026 for the January invoice
      And time passes to 31 March 2026
      Then the journal from 10 March 2026 to 10 March 2026 is:
        | date          | source   | account             | debit  | credit |
        | 10 March 2026 | recovery | Cash                | 110.00 |        |
        | 10 March 2026 | recovery | Credit loss expense |        | 100.00 |
        | 10 March 2026 | recovery | Sales tax payable   |        | 10.00  |
      And the ledger shows on 31 March 2026:
        | account           | debit | credit |
        | Tax not yet due   |       |        |
        | Sales tax payable |       | 50.00  |
      And finance closes March 2026 without a difference

    Scenario: A refund of what was paid too much touches no tax
      When Globex transfers 1,400.00 USD on 10 January 2026
      And finance refunds Globex 80.00 USD of unapplied cash on 12 January 2026
      Then the ledger shows on 12 January 2026:
        | account           | debit | credit |
        | Tax not yet due   |       |        |
        | Sales tax payable |       | 120.00 |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: The payment never reaches the ledger
      Given the integration loses the event "payment applied"
      When Globex transfers 1,320.00 USD on 10 January 2026
      And time passes to 31 January 2026
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation  | billing | ledger | difference |
        | Tax not yet due | 0.00    | 120.00 | -120.00    |

  Rule: Several taxes, and another currency

    Scenario: Two codes on one invoice, each in its proportion
      # 100.00 at 10% and 100.00 at 5%: 10.00 and 5.00, 215.00 in all. 86.00 are two fifths: 4.00 and 2.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month | tax      |
        | Platform seat | 10       | 10.00 USD       | 10% |
        | Analytics     | 1        | 100.00 USD      | 5%  |
      When Globex transfers 86.00 USD on 10 January 2026
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account           | debit | credit |
        | Tax not yet due   |       | 9.00   |
        | Sales tax payable |       | 6.00   |
      And finance closes January 2026 without a difference

    Scenario: In euros it leaves at the rate it was invoiced at
      # 100.00 EUR and 10.00 of tax at 1.10: 11.00 stand apart. Paid at 1.20, the tax is 11.00 all the same.
      Given these exchange rates:
        | date             | from | to  | rate | kind |
        | 1 January 2026   | EUR  | USD | 1.10 | spot |
        | 10 January 2026  | EUR  | USD | 1.20 | spot |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      When Globex transfers 110.00 EUR on 10 January 2026
      Then the ledger shows on 10 January 2026:
        | account                       | debit  | credit |
        | Cash                          | 132.00 |        |
        | Tax not yet due               |        |        |
        | Sales tax payable             |        | 11.00  |
        | Realized exchange differences |        | 11.00  |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
