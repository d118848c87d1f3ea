@entities @foreign-currency @wave-2 @req:Q2C-226
Feature: Contracts in a foreign currency
  An invoice in euros stands in dollar books at the rate of its day. What is owed in money is shown at the closing rate each month
  end; what is owed in service keeps the rate at which it was billed. What a payment brings more or less is realized.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revenue spread   | by month                    |
      | proration        | months                      |

  Rule: 1,000.00 EUR for a year, invoiced at 1.10, 1.15 at the close, paid at 1.12

    Background:
      Given these exchange rates:
        | date             | from | to  | rate | kind    |
        | 1 January 2026   | EUR  | USD | 1.10 | spot    |
        | 31 January 2026  | EUR  | USD | 1.15 | closing |
        | 10 February 2026 | EUR  | USD | 1.12 | spot    |
        | 28 February 2026 | EUR  | USD | 1.13 | closing |
      When Globex signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,000.00 EUR   |

    Scenario: Invoice, month end, first day of the next month, payment
      # The close adds 1,000 * (1.15 - 1.10) = 50; day one takes it back; the payment brings 1,120 for what stands at 1,100.
      # Revenue leaves the liability at 1.10 for good: 1,100.00 / 12 = 91.6667.
      When time passes to 1 February 2026
      And Globex transfers 1,000.00 EUR on 10 February 2026 for the January invoice
      And time passes to 28 February 2026
      Then the journal of January 2026 is:
        | date            | source          | account                         | debit    | credit   | document debit | document credit |
        | 1 January 2026  | January invoice | Receivables                     | 1,100.00 |          | 1,000.00 EUR   |                 |
        | 1 January 2026  | January invoice | Contract liability              |          | 1,100.00 |                | 1,000.00 EUR    |
        | 31 January 2026 | revenue         | Contract liability              | 91.67    |          | 83.33 EUR      |                 |
        | 31 January 2026 | revenue         | Revenue                         |          | 91.67    |                | 83.33 EUR       |
        | 31 January 2026 | revaluation     | Receivables                     | 50.00    |          |                |                 |
        | 31 January 2026 | revaluation     | Unrealized exchange differences |          | 50.00    |                |                 |
      And the journal of February 2026 is:
        | date             | source      | account                         | debit    | credit   |
        | 1 February 2026  | revaluation | Receivables                     |          | 50.00    |
        | 1 February 2026  | revaluation | Unrealized exchange differences | 50.00    |          |
        | 10 February 2026 | payment     | Cash                            | 1,120.00 |          |
        | 10 February 2026 | payment     | Receivables                     |          | 1,100.00 |
        | 10 February 2026 | payment     | Realized exchange differences   |          | 20.00    |
        | 28 February 2026 | revenue     | Contract liability              | 91.66    |          |
        | 28 February 2026 | revenue     | Revenue                         |          | 91.66    |
      And finance closes February 2026 without a difference

    Scenario: The balances on the day of the payment
      # January is served: 91.67 of the 1,100.00 is revenue. Cash 1,120, realized 20, unrealized nothing.
      When Globex transfers 1,000.00 EUR on 10 February 2026 for the January invoice
      Then the ledger shows on 10 February 2026 exactly:
        | account                       | debit    | credit               |
        | Cash                          | 1,120.00 |                      |
        | Contract liability            |          | 1,100.00 - 91.67     |
        | Revenue                       |          | 91.67                |
        | Realized exchange differences |          | 20.00                |

    Scenario: The liability is released at the rate it was billed at, whatever the euro does
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | debit | credit   |
        | Revenue            |       | 1,100.00 |
        | Contract liability |       |          |
      And finance closes December 2026 without a difference

  Rule: The same by difference

    Background:
      Given these conventions:
        | question    | answer        |
        | revaluation | by difference |
      And these exchange rates:
        | date             | from | to  | rate | kind    |
        | 1 January 2026   | EUR  | USD | 1.10 | spot    |
        | 31 January 2026  | EUR  | USD | 1.15 | closing |
        | 28 February 2026 | EUR  | USD | 1.12 | closing |
        | 10 March 2026    | EUR  | USD | 1.12 | spot    |
      When Globex signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,000.00 EUR   |

    Scenario: Each month end posts what is lacking, and nothing is taken back
      # 1,150 at the end of January, 1,120 at the end of February; paid in March at 1.12: 20 realized, and the 20 of revaluation
      # that stand in receivables come off at the month end. In all 20.
      When time passes to 1 March 2026
      Then the journal of February 2026 is:
        | date             | source      | account                         | debit | credit |
        | 28 February 2026 | revenue     | Contract liability              | 91.66 |        |
        | 28 February 2026 | revenue     | Revenue                         |       | 91.66  |
        | 28 February 2026 | revaluation | Receivables                     |       | 30.00  |
        | 28 February 2026 | revaluation | Unrealized exchange differences | 30.00 |        |
      When Globex transfers 1,000.00 EUR on 10 March 2026 for the January invoice
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026:
        | account                         | debit    | credit |
        | Receivables                     |          |        |
        | Cash                            | 1,120.00 |        |
        | Realized exchange differences   |          | 20.00  |
        | Unrealized exchange differences |          |        |
      And finance closes March 2026 without a difference

  Rule: Parts, credits and losses

    Background:
      Given these exchange rates:
        | date             | from | to  | rate   |
        | 1 January 2026   | EUR  | USD | 1.1111 |
        | 10 February 2026 | EUR  | USD | 1.2000 |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |

    Scenario: A part payment relieves the receivable in proportion, the last cent with the last cent
      # 111.11 for 100.00: 33.33 relieves 111.11 - round(111.11 * 66.67/100) = 111.11 - 74.08 = 37.03, then again
      # 74.08 - round(111.11 * 33.34/100) = 74.08 - 37.04 = 37.04, and the rest is 37.04.
      When Globex transfers 33.33 EUR on 10 February 2026 for the January invoice
      Then the ledger shows on 10 February 2026:
        | account     | debit | credit | document debit |
        | Receivables | 74.08 |        | 66.67 EUR      |
      When Globex transfers 33.33 EUR on 11 February 2026 for the January invoice
      Then the ledger shows on 11 February 2026:
        | account     | debit | credit |
        | Receivables | 37.04 |        |
      When Globex transfers 33.34 EUR on 12 February 2026 for the January invoice
      # 40.00 + 40.00 + 40.01 = 120.01 came for 111.11.
      Then the ledger shows on 12 February 2026:
        | account                       | debit  | credit |
        | Receivables                   |        |        |
        | Cash                          | 120.01 |        |
        | Realized exchange differences |        | 8.90   |

    Scenario: What is written off leaves at what it stands at
      When finance writes off the January invoice of Globex on 10 February 2026
      Then the journal from 10 February 2026 to 10 February 2026 is:
        | date             | source    | account        | debit  | credit |
        | 10 February 2026 | write-off | Loss allowance | 111.11 |        |
        | 10 February 2026 | write-off | Receivables    |        | 111.11 |

    Scenario: A credit memo has the rate of the invoice it credits
      # 10.00 of service already given, at 1.1111 although the euro stands at 1.20.
      When time passes to 15 February 2026
      And finance credits Globex 10.00 EUR on the January invoice
      Then the journal from 15 February 2026 to 15 February 2026 is:
        | date             | source      | account     | debit | credit |
        | 15 February 2026 | credit memo | Revenue     | 11.11 |        |
        | 15 February 2026 | credit memo | Receivables |       | 11.11  |

    Scenario: Money that fits no invoice stands at the rate of its day, and pays later at it
      # 50.00 more than is open, at 1.20: 60.00 of unapplied cash; refunded on 12 February at the same rate.
      When Globex transfers 150.00 EUR on 10 February 2026 for the January invoice
      Then the ledger shows on 10 February 2026:
        | account                       | debit  | credit |
        | Cash                          | 180.00 |        |
        | Unapplied cash                |        | 60.00  |
        | Realized exchange differences |        | 8.89   |
      When finance refunds Globex 50.00 EUR of unapplied cash on 12 February 2026
      Then the ledger shows on 12 February 2026:
        | account                       | debit | credit |
        | Unapplied cash                |       |        |
        | Realized exchange differences |       | 8.89   |

  Rule: Conventions that disagree

    Scenario Outline: Revenue earned ahead of billing, at the <answer> rate
      # 1,000.00 for February is billed in arrears on 1 March at 1.25. Earned: 1,000.00 at the rate of 28 February or at the
      # month's average. Billed, what was earned leaves at what it stood at, and the difference is realized.
      Given these conventions:
        | question                          | answer   |
        | exchange rate of unbilled revenue | <answer> |
      And these exchange rates:
        | date             | from | to  | rate | kind    |
        | 1 February 2026  | EUR  | USD | 1.10 | spot    |
        | 28 February 2026 | EUR  | USD | 1.20 | spot    |
        | 28 February 2026 | EUR  | USD | 1.14 | average |
        | 1 March 2026     | EUR  | USD | 1.25 | spot    |
      When Globex signed on 1 February 2026 for 1 month, billed monthly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And time passes to 1 March 2026
      Then the journal of February 2026 contains:
        | date             | source  | account             | debit    | credit   |
        | 28 February 2026 | revenue | Unbilled receivable | <earned> |          |
        | 28 February 2026 | revenue | Revenue             |          | <earned> |
      And the ledger shows on 1 March 2026:
        | account                         | debit    | credit     |
        | Receivables                     | 1,250.00 |            |
        | Unbilled receivable             |          |            |
        | Revenue                         |          | <earned>   |
        | Realized exchange differences   |          | <realized> |
        | Unrealized exchange differences |          |            |

      Examples:
        | answer          | earned         | realized       |
        | spot            | 1000.00 * 1.20 | 1250.00 - 1200.00 |
        | monthly average | 1000.00 * 1.14 | 1250.00 - 1140.00 |

    Scenario Outline: Earned revenue given back at the rate <answer>
      Given these conventions:
        | question                       | answer   |
        | exchange rate of a credit memo | <answer> |
      And these exchange rates:
        | date             | from | to  | rate |
        | 1 January 2026   | EUR  | USD | 1.10 |
        | 15 February 2026 | EUR  | USD | 1.20 |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And time passes to 15 February 2026
      And finance credits Globex 100.00 EUR on the January invoice
      Then the ledger shows on 15 February 2026:
        | account                       | debit             | credit            |
        | Receivables                   | 900.00 * 1.10     |                   |
        | Revenue                       |                   | 1100.00 - <given> |
        | Realized exchange differences |                   | <realized>        |

      Examples:
        | answer                  | given  | realized |
        | of the original invoice | 110.00 |          |
        | of the day              | 120.00 | 10.00    |

    Scenario Outline: Tax invoiced in a foreign currency is <answer>
      # 200.00 of tax at 1.10, closed at 1.15; the receivable of 1,200.00 gains 60.00 either way.
      Given these conventions:
        | question                        | answer   |
        | sales tax in a foreign currency | <answer> |
      And these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 31 January 2026 | EUR  | USD | 1.15 | closing |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 20%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account                         | debit          | credit       |
        | Receivables                     | 1200.00 * 1.15 |              |
        | Sales tax payable               |                | <tax>        |
        | Unrealized exchange differences |                | <unrealized> |
      And finance closes January 2026 without a difference

      Examples:
        | answer                     | tax           | unrealized   |
        | revalued                   | 200.00 * 1.15 | 60.00 - 10.00 |
        | kept at the invoice's rate | 200.00 * 1.10 | 60.00        |

  Rule: Other currencies

    Scenario Outline: <currency> has its own number of decimals
      Given these exchange rates:
        | date           | from       | to  | rate   |
        | 1 January 2026 | <currency> | USD | <rate> |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | <price>         |
      Then the ledger shows on 1 January 2026:
        | account     | debit   | document debit |
        | Receivables | <worth> | <price>        |
      And finance closes January 2026 without a difference

      Examples:
        | currency | rate    | price       | worth                |
        | JPY      | 0.00655 | 150,000 JPY | 150000 * 0.00655     |
        | KWD      | 3.2537  | 100.125 KWD | 325.78               |
        | EUR      | 1.10    | 99.99 EUR   | 109.99               |

    Scenario: A rate may be stated the other way round
      # One dollar is 0.80 euros, so one euro is 1.25 dollars.
      Given these exchange rates:
        | date           | from | to  | rate |
        | 1 January 2026 | USD  | EUR | 0.80 |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      Then the ledger shows on 1 January 2026:
        | account     | debit  |
        | Receivables | 125.00 |

    Scenario: Without any rate a currency keeps books of its own
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account     | debit      | credit     |
        | Receivables | 100.00 EUR |            |
        | Revenue     |            | 100.00 EUR |

    Scenario: A day without a rate is refused by the ledger, and found at the close
      Given these exchange rates:
        | date            | from | to  | rate |
        | 15 January 2026 | EUR  | USD | 1.10 |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation        | billing    | ledger   | difference |
        | Receivables of Globex | 100.00 EUR | 0.00 EUR | 100.00 EUR |
