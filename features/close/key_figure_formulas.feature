@close @wave-2 @req:Q2C-074
Feature: Key figures by their formulas
  Each key figure is a part of a whole, and both stand beside it with the documents behind them: who doubts a figure divides it again.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question              | answer                       |
      | revenue spread        | by month                     |
      | proration             | 30/360                       |
      | what cannot be billed | held in the exceptions queue |

  Rule: Billing

    Background:
      Given revenue treatments are mapped so:
        | product       | treatment |
        | Platform seat | over time |

    Scenario: What the bill run holds is an exception, and leaks until it is billed
      # One invoice of 1,000.00, and one contract of 500.00 a month held, for Analytics is mapped to nothing: 1 of 2 items, and
      # 500.00 of 1,500.00 due are not billed.
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product   | quantity |
        | Analytics | 1        |
      And time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure             | value | part       | whole        | documents |
        | Billing exception rate | 50.0% | 1          | 2            | C-2       |
        | Revenue leakage        | 33.3% | 500.00 USD | 1,500.00 USD | C-2       |
      And Initech is invoiced nothing

    Scenario: Once released it is billed, and nothing leaks
      # In February Globex's invoice, and Initech's of 10 February for both months: 2 items, and all of 2 * 1,000.00 + 2 * 500.00 is billed.
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product   | quantity |
        | Analytics | 1        |
      And time passes to 10 February 2026
      And the "revenue accountant" releases the contract of Initech
      And time passes to 28 February 2026
      Then the February 2026 close report's key figures are:
        | key figure             | value | part     | whole        | documents |
        | Billing exception rate | 0.0%  | 0        | 2            |           |
        | Revenue leakage        | 0.0%  | 0.00 USD | 3,000.00 USD |           |
      And finance closes February 2026 without a difference

  Rule: Revenue

    Scenario: Before the month's run nothing of the month is posted, after it everything
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And time passes to 15 January 2026
      Then the January 2026 close report's key figures are:
        | key figure                | value | part     | whole        | documents |
        | Revenue schedule accuracy | 0.0%  | 0.00 USD | 1,000.00 USD | C-1       |
      When time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure                | value  | part         | whole        | documents |
        | Revenue schedule accuracy | 100.0% | 1,000.00 USD | 1,000.00 USD |           |

    Scenario: What belongs to a closed month is posted in the next, and then all is right
      # 20 more seats from 1 January, signed on 10 February, after January was closed: 200.00 of January come in February. To the
      # end of February 2 * (1,000.00 + 200.00) are scheduled, and as much is posted.
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And finance closes January 2026 on 2 February 2026
      And time passes to 10 February 2026
      And Globex adds 20 "Platform seat" from 1 January 2026
      And time passes to 28 February 2026
      Then the February 2026 close report's key figures are:
        | key figure                | value  | part         | whole        | documents |
        | Revenue schedule accuracy | 100.0% | 2,400.00 USD | 2,400.00 USD |           |
      And finance closes February 2026 without a difference

  Rule: The ledger

    Scenario Outline: January 2026 is closed on <day>: <days>
      # 31 January is a Saturday.
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And finance closes January 2026 on <day>
      Then the January 2026 close report's key figures are:
        | key figure     | value  | part   | whole |
        | Close duration | <days> | <part> | run 1 |

      Examples:
        | day             | days            | part |
        | 31 January 2026 | 0 business days | 0    |
        | 2 February 2026 | 1 business day  | 1    |
        | 6 February 2026 | 5 business days | 5    |
        | 8 February 2026 | 5 business days | 5    |

    Scenario: Journals written by hand, by number and by amount
      # An invoice and a month's revenue of 1,000.00 each, and 480.00 by hand: 1 of 3 entries, 480.00 of 2,480.00.
      Given these accounts are in the chart:
        | account          | type      |
        | Accrued expenses | liability |
        | Hosting          | expense   |
      When "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Bob" approves the journal "hosting" on 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure     | value | part       | whole        | documents |
        | Manual entries | 33.3% | 1          | 3            | *         |
        | Manual amount  | 19.4% | 480.00 USD | 2,480.00 USD | *         |
      And finance closes January 2026 without a difference

  Rule: Receivables

    Scenario: Credits and write-offs against what was billed
      # 1,000.00 are billed, 50.00 given back and 30.00 written off: 5% and 3%.
      When "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 10, no tax:
        | product       | quantity |
        | Platform seat | 100      |
      And time passes to 20 January 2026
      And finance credits Globex 50.00 USD on the January invoice
      And finance writes off 30.00 USD of the January invoice of Globex on 25 January 2026
      And time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure               | value | part                         | whole                 | documents |
        | Credit memos to billings | 5.00% | counted 50.00 USD            | billings 1,000.00 USD | *         |
        | Write-offs to billings   | 3.00% | counted 30.00 USD            | billings 1,000.00 USD | *         |
        | DSO                      | 28.52 days | closing receivables 920.00 USD | billings 1,000.00 USD | *    |
