@receivables @installments @conventions @req:Q2C-256
Feature: Parts of an invoice that are overdue and parts that are not
  Whatever asks how late an invoice is asks each of its parts: what is expected to be lost, what counts as lost, what is no receivable
  yet, key figures, the day's work, and whether service is withheld. A part that is not due is not late, whatever became of the first.

  Background:
    Given the company "Northwind SaaS"

  Rule: 330.00 are due on 11 January, 770.00 on 2 March

    Background:
      Given Globex is to pay in these parts:
        | due            | part |
        | within 10 days | 30%  |
        | within 60 days |      |

    # 31 January: 330.00 are 20 days overdue, 10% of them and 1% of 770.00: 33.00 + 7.70. 28 February: 48 days, 165.00 + 7.70.
    # 31 March: 79 days, and 770.00 are 29 days overdue: 165.00 + 77.00.
    Scenario: What is expected to be lost
      Given these expected losses:
        | days overdue | expected loss |
        | 0            | 1%            |
        | 1            | 10%           |
        | 31           | 50%           |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 March 2026
      Then the journal from 31 January 2026 to 31 March 2026 is:
        | date             | source    | account             | debit          | credit         |
        | 31 January 2026  | allowance | Credit loss expense | 33.00 + 7.70   |                |
        | 31 January 2026  | allowance | Loss allowance      |                | 33.00 + 7.70   |
        | 31 January 2026  | revenue   | Contract liability  | 1,000.00       |                |
        | 31 January 2026  | revenue   | Revenue             |                | 1,000.00       |
        | 28 February 2026 | allowance | Credit loss expense | 165.00 - 33.00 |                |
        | 28 February 2026 | allowance | Loss allowance      |                | 165.00 - 33.00 |
        | 31 March 2026    | allowance | Credit loss expense | 77.00 - 7.70   |                |
        | 31 March 2026    | allowance | Loss allowance      |                | 77.00 - 7.70   |
      And finance closes January 2026 without a difference
      And finance closes March 2026 without a difference

    # 200.00 of 1,100.00 are doubted, from the last part on. 31 January: 10% of 330.00, 1% of 570.00, and 150.00 by themselves.
    Scenario: What is doubted by itself is doubted of the last part
      Given these expected losses:
        | days overdue | expected loss |
        | 0            | 1%            |
        | 1            | 10%           |
      And these reasons for disputes:
        | reason     | puts in doubt |
        | bankruptcy | credit        |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex disputes 200.00 USD of the January invoice on 5 January 2026 because "bankruptcy", and finance expects to lose 150.00 USD of it
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account        | debit | credit                |
        | Loss allowance |       | 33.00 + 6.20 + 150.00 |
      And finance closes January 2026 without a difference

    Scenario: What is overdue counts as lost
      Given these conventions:
        | question        | answer                    |
        | overdue invoice | full loss at the due date |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 400.00 USD on 5 March 2026
      And time passes to 31 March 2026
      Then the journal from 1 February 2026 to 31 March 2026 is:
        | date         | source    | account             | debit  | credit |
        | 3 March 2026 | allowance | Credit loss expense | 770.00 |        |
        | 3 March 2026 | allowance | Loss allowance      |        | 770.00 |
        | 5 March 2026 | payment   | Cash                | 400.00 |        |
        | 5 March 2026 | payment   | Receivables         |        | 400.00 |
        | 5 March 2026 | allowance | Loss allowance      | 400.00 |        |
        | 5 March 2026 | allowance | Credit loss expense |        | 400.00 |
      And the ledger shows on 11 January 2026:
        | account        | debit | credit |
        | Loss allowance |       | 0.00   |
      And the ledger shows on 12 January 2026:
        | account        | debit | credit |
        | Loss allowance |       | 330.00 |
      And finance closes March 2026 without a difference

    # DSO 1,100.00 / 1,100.00 * 31; of that 770.00 are not late. Of 1,100.00 nothing came, of the 330.00 that should have.
    Scenario: Key figures, the day's work and letters
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 5 March 2026
      Then the key figures of receivables in January 2026 are:
        | figure                  | value                         |
        | DSO                     | 1,100.00 / 1,100.00 * 31 days |
        | best possible DSO       | 770.00 / 1,100.00 * 31 days   |
        | average days delinquent | 330.00 / 1,100.00 * 31 days   |
        | CEI                     | 0%                            |
      And Globex had 0.00 USD overdue on 11 January 2026
      And Globex had 330.00 USD overdue on 2 March 2026
      And Globex had 1,100.00 USD overdue on 3 March 2026
      # 11 January to 5 March: 20 + 28 + 5 days. Of the second part no letter was sent yet.
      And the collections work list on 5 March 2026 is:
        | role      | customer | invoice         | why             | amount | next step                                       |
        | Collector | Globex   | January invoice | 3 days overdue  | 770.00 | remind                                          |
        | Collector | Globex   | January invoice | 53 days overdue | 330.00 | call: Final notice was sent on 10 February 2026 |

    # The card brings 330.00, which are owed again at once, but not late while the network decides: 770.00 are not in question.
    Scenario: What is charged back is of the part that was paid
      Given these conventions:
        | question              | answer              |
        | chargeback while open | receivable reopened |
      And the card of Globex is declined 0 times and then works
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex charges back 330.00 USD of the January invoice on 20 January 2026 because "not recognized"
      And time passes to 27 January 2026
      Then Globex has these open invoices:
        | invoice         | due             | open   | in dispute |
        | January invoice | 11 January 2026 | 330.00 | 330.00     |
        | January invoice | 2 March 2026    | 770.00 | 0.00       |
      And Globex was sent no letter
      When time passes to 2 March 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount | outcome  |
        | 11 January 2026 | January invoice | 330.00 | succeeds |
        | 2 March 2026    | January invoice | 770.00 | succeeds |
      And Globex owes 330.00 USD

  # 3,650.00 for the 365 days of 2026, 10.00 a day. 40%, 1,460.00, are due on 11 January, 2,190.00 on 2 March.
  Rule: A year of 3,650.00 of which 2,190.00 are due on 2 March

    Background:
      Given Globex is to pay in these parts:
        | due            | part |
        | within 10 days | 40%  |
        | within 60 days | 60%  |
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    # On 31 January 3,340.00 are not served and 2,190.00 not due. On 31 March all is due.
    Scenario: What is neither due nor served is no receivable yet
      Given these conventions:
        | question               | answer                       |
        | unpaid advance invoice | held off until due or served |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When time passes to 31 March 2026
      Then the ledger shows on 31 January 2026:
        | account                     | debit    | credit   |
        | Receivables                 | 3,650.00 |          |
        | Receivables held off        |          | 2,190.00 |
        | Contract liability held off | 2,190.00 |          |
      And the ledger shows on 28 February 2026:
        | account                     | debit    | credit   |
        | Receivables held off        |          | 2,190.00 |
        | Contract liability held off | 2,190.00 |          |
      And the ledger shows on 31 March 2026:
        | account                     | debit    | credit |
        | Receivables                 | 3,650.00 |        |
        | Receivables held off        |          | 0.00   |
        | Contract liability held off | 0.00     |        |
      And finance closes January 2026 without a difference
      And finance closes March 2026 without a difference

    # The second letter stops service 29 days after 11 January, on 9 February. Who pays what is due has service again.
    Scenario Outline: Service comes back when what is due is paid, not all that is open: <until>
      Given these dunning letters:
        | letter           | days after the due date | then              |
        | Payment reminder | 7                       |                   |
        | Service stopped  | 29                      | service suspended |
      And these conventions:
        | question                | answer  |
        | reinstatement | <until> |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When Globex transfers 1,460.00 USD on 20 February 2026
      And time passes to 1 March 2026
      Then Globex was without service:
        | from            | to               | because     |
        | 9 February 2026 | 19 February 2026 | non-payment |
      And Globex owes 2,190.00 USD
      And Globex was sent no letter since 10 February 2026

      Examples:
        | until                             |
        | what it was suspended for is paid |
        | nothing is overdue                |

  # 30% of 0.01 is nothing: what is left is due at once on the day of the other part.
  Scenario: A part that comes to nothing is no part
    Given Globex is to pay in these parts:
      | due            | part |
      | on receipt     | 30%  |
      | within 30 days |      |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 0.01 USD        |
    When time passes to 2 January 2026
    Then Globex is invoiced:
      | date           | due             | total |
      | 1 January 2026 | 31 January 2026 | 0.01  |
    And nothing else is invoiced
    And Globex sees on the January invoice:
      | what   | reads           |
      | pay by | 31 January 2026 |
      | terms  | net 30          |
