@receivables @payments-and-refunds @conventions @wave-3 @req:Q2C-067
Feature: A little too much
  A transfer that is a little above what it pays is not worth a refund: up to a tolerance the company keeps it as a small
  difference (Business Central: payment tolerance works both ways), or it stays the customer's.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Up to 5.00 above an invoice of 1,000.00

    Background:
      Given payments may be up to 5.00 USD over
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |

    Scenario Outline: <paid> is paid
      When Globex transfers <paid> USD on 15 January 2026
      And time passes to 31 January 2026
      Then Globex owes nothing
      And Globex has unapplied cash of <unapplied> USD
      And the ledger shows on 31 January 2026 exactly:
        | account           | debit  | credit      |
        | Cash              | <paid> |             |
        | Unapplied cash    |        | <unapplied> |
        | Small differences |        | <gained>    |
        | Revenue           |        | 1,000.00    |
      And finance closes January 2026 without a difference

      Examples:
        | paid     | unapplied | gained |
        | 1,000.00 | 0.00      | 0.00   |
        | 1,003.00 | 0.00      | 3.00   |
        | 1,005.00 | 0.00      | 5.00   |
        | 1,005.01 | 5.01      | 0.00   |

    Scenario: Named, and told as what was kept
      When Globex transfers 1,000.03 USD on 15 January 2026 for the January invoice
      Then the journal from 15 January 2026 to 15 January 2026 is:
        | date            | source           | account           | debit    | credit   |
        | 15 January 2026 | payment          | Cash              | 1,000.03 |          |
        | 15 January 2026 | payment          | Receivables       |          | 1,000.03 |
        | 15 January 2026 | small difference | Receivables       | 0.03     |          |
        | 15 January 2026 | small difference | Small differences |          | 0.03     |
      And these deductions of Globex were taken:
        | date            | invoice         | kind             | amount |
        | 15 January 2026 | January invoice | small difference | -0.03  |
      And nothing else is credited
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: Taken off again, all of it is the customer's
      When Globex transfers 1,000.03 USD on 15 January 2026
      And finance takes the payment off the January invoice of Globex on 20 January 2026
      Then Globex owes 1,000.00 USD
      And Globex has unapplied cash of 1,000.03 USD
      When time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account        | debit    | credit   |
        | Cash           | 1,000.03 |          |
        | Receivables    | 1,000.00 |          |
        | Unapplied cash |          | 1,000.03 |
        | Revenue        |          | 1,000.00 |
      And finance closes January 2026 without a difference

    Scenario: Found out who sent it
      When 1,002.00 USD arrives from an unknown payer on 15 January 2026
      And finance finds out on 20 January 2026 that Globex sent the 1,002.00 USD
      Then Globex owes nothing
      And Globex has unapplied cash of 0.00 USD
      And unidentified cash is 0.00 USD
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario: A part payment is too little, not too much
      When Globex transfers 3.00 USD on 15 January 2026
      Then Globex owes 997.00 USD
      And Globex took no deduction

  Rule: Where nothing is said, or it is kept

    Scenario Outline: <why>
      Given these conventions:
        | question                     | answer   |
        | overpayment within tolerance | <answer> |
      And payments may be up to <limit> USD over
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      When Globex transfers 1,000.50 USD on 15 January 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 0.50 USD
      And Globex took no deduction

      Examples:
        | why                       | answer           | limit |
        | It stays the customer's   | kept             | 1.00  |
        | It is above the tolerance | small difference | 0.49  |

  Rule: Under cash accounting

    Scenario: Two invoices, one advice, and cash accounting
      # 110.00 and 55.00 are owed, 165.10 come: 0.10 goes with the second. All 15.00 of tax are due.
      Given these conventions:
        | question | answer    |
        | tax due  | when paid |
      And payments may be up to 0.10 USD over
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 USD      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product   | quantity | price per month |
        | Analytics | 1        | 50.00 USD       |
      When Globex transfers 165.10 USD on 15 January 2026
      And time passes to 31 January 2026
      Then Globex owes nothing
      And the tax due and not yet due on 31 January 2026 is:
        | tax     | charged | due   | not yet due |
        | tax 10% | 15.00   | 15.00 | 0.00        |
      And finance closes January 2026 without a difference
