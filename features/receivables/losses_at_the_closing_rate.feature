@receivables @write-off @foreign-currency @wave-3 @req:Q2C-342
Feature: Expected losses in a foreign currency, and of what is not billed
  What is expected to be lost of a debt in a foreign currency is in that currency too: at each closing it stands at the closing rate,
  as the debt does. What is earned and not billed yet may have a rate of loss of its own, for it has no due date to count from.

  Rule: The allowance of a debt in euros, in dollar books

    Background:
      # 1,000.00 euros of which 10% is expected to be lost: 100.00 euros.
      Given the company "Northwind SaaS"
      And these exchange rates:
        | date             | from | to  | rate | kind    |
        | 1 January 2026   | EUR  | USD | 1.10 | spot    |
        | 31 January 2026  | EUR  | USD | 1.15 | closing |
        | 28 February 2026 | EUR  | USD | 1.20 | closing |
      And these expected losses:
        | days overdue | expected loss |
        | 0            | 10%           |
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
        | revaluation      | by difference               |
        | write-off        | allowance                   |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 60, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,000.00 EUR   |

    Scenario: It stands at the closing rate, month after month
      # Booked at 1.10: 110.00 dollars; at 1.15 it is 115.00, 5.00 more to lose. At 1.20 it is 120.00. The debt itself gains ten times as
      # much: 1,100.00, 1,150.00, 1,200.00.
      When time passes to 28 February 2026
      Then the journal of January 2026 contains:
        | date            | source      | account                         | debit  | credit |
        | 31 January 2026 | allowance   | Credit loss expense             | 110.00 |        |
        | 31 January 2026 | allowance   | Loss allowance                  |        | 110.00 |
        | 31 January 2026 | revaluation | Receivables                     | 50.00  |        |
        | 31 January 2026 | revaluation | Loss allowance                  |        | 5.00   |
        | 31 January 2026 | revaluation | Unrealized exchange differences |        | 45.00  |
      And the ledger shows on 31 January 2026:
        | account        | debit    | credit |
        | Receivables    | 1,150.00 |        |
        | Loss allowance |          | 115.00 |
      And the ledger shows on 28 February 2026:
        | account                         | debit    | credit |
        | Receivables                     | 1,200.00 |        |
        | Loss allowance                  |          | 120.00 |
        | Credit loss expense             | 110.00   |        |
        | Unrealized exchange differences |          | 90.00  |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference

  Rule: A rate of its own for what is not billed yet

    Background:
      # 100 * 10.00 = 1,000.00 a month, billed after three.
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
        | revenue spread   | by month                    |
        | proration        | months                      |

    Scenario Outline: <what>
      # By the end of February 2,000.00 are earned and not billed.
      Given these conventions:
        | question                                  | answer       |
        | expected losses of what is not billed yet | <convention> |
        | earned ahead of billing                   | <earned>     |
      And these expected losses:
        | customer | of       | days overdue | expected loss |
        |          | invoices | 0            | 1%            |
        |          | unbilled | 0            | 2.5%          |
        | Initech  | unbilled | 0            | 4%            |
      And "<customer>" signed on 1 January 2026 for 6 months, billed quarterly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account             | debit      | credit     |
        | <account>           | 2,000.00   |            |
        | Loss allowance      |            | <expected> |
        | Revenue             |            | 2,000.00   |
        | Credit loss expense | <expected> |            |
      And finance closes February 2026 without a difference
      # Billed on 1 April, 3,000.00 bear the rate of what is not yet due: 30.00; and April's 1,000.00 their own.
      When time passes to 30 April 2026
      Then the ledger shows on 30 April 2026:
        | account        | debit | credit                  |
        | Loss allowance |       | 30.00 + 1000.00 * <rate> |
      And finance closes April 2026 without a difference

      Examples:
        | what                             | customer | convention             | earned              | account             | rate   | expected         |
        | Of everybody                     | Globex   | none                   | unbilled receivable | Unbilled receivable | 0.025  | 2000.00 * 0.025  |
        | Of one customer                  | Initech  | none                   | unbilled receivable | Unbilled receivable | 0.04   | 2000.00 * 0.04   |
        | Of contract assets               | Globex   | none                   | contract asset      | Contract asset      | 0.025  | 2000.00 * 0.025  |
        | Instead of what is not yet due   | Globex   | as what is not yet due | contract asset      | Contract asset      | 0.025  | 2000.00 * 0.025  |
