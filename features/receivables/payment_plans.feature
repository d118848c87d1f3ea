@receivables @installments @wave-3 @req:Q2C-391
Feature: A payment plan that is agreed on after the invoice was sent
  A customer who cannot pay an invoice in one is given days for parts of it. From then on each part is late by itself, for letters and
  fees, for what is expected to be lost and for the day's work; what the ageing said before stays said.

  # 100 * 10.00 and 10%: 1,100.00 on 1 January, net 30: due on 31 January.
  Background:
    Given the company "Northwind SaaS"

  Scenario: An invoice that was sent due in parts keeps them
    Given Globex is to pay in these parts:
      | due            | part |
      | within 10 days | 30%  |
      | within 60 days |      |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
      | due              | part |
      | 10 February 2026 | 100% |
    Then it is refused because "it was sent due in 2 parts"
    And Globex has no payment plan

  Rule: Parts, each with a day of its own

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: Who pays every part on its day is sent no letter
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due              | amount |
        | 10 February 2026 | 400.00 |
        | 10 March 2026    | 400.00 |
        | 10 April 2026    | 300.00 |
      Then Globex has these open invoices:
        | invoice         | due              | open   |
        | January invoice | 10 February 2026 | 400.00 |
        | January invoice | 10 March 2026    | 400.00 |
        | January invoice | 10 April 2026    | 300.00 |
      When Globex transfers 400.00 USD on 10 February 2026
      And Globex transfers 400.00 USD on 10 March 2026
      Then Globex has these open invoices:
        | invoice         | due           | open   |
        | January invoice | 10 April 2026 | 300.00 |
      When Globex transfers 300.00 USD on 10 April 2026
      And time passes to 30 April 2026
      Then Globex was sent no letter
      And Globex owes nothing
      And Globex is invoiced:
        | date           | total    |
        | 1 January 2026 | 1,100.00 |
      And nothing else is invoiced
      And the journal from 1 January 2026 to 30 April 2026 is:
        | date             | source          | account            | debit    | credit   |
        | 1 January 2026   | January invoice | Receivables        | 1,100.00 |          |
        | 1 January 2026   | January invoice | Contract liability |          | 1,000.00 |
        | 1 January 2026   | January invoice | Sales tax payable  |          | 100.00   |
        | 31 January 2026  | revenue         | Contract liability | 1,000.00 |          |
        | 31 January 2026  | revenue         | Revenue            |          | 1,000.00 |
        | 10 February 2026 | payment         | Cash               | 400.00   |          |
        | 10 February 2026 | payment         | Receivables        |          | 400.00   |
        | 10 March 2026    | payment         | Cash               | 400.00   |          |
        | 10 March 2026    | payment         | Receivables        |          | 400.00   |
        | 10 April 2026    | payment         | Cash               | 300.00   |          |
        | 10 April 2026    | payment         | Receivables        |          | 300.00   |
      And finance closes January 2026 without a difference
      And finance closes April 2026 without a difference

    # 40% of 1,100.00 are 440.00; the rest is 660.00. The first is overdue from 11 February on: reminded on the 17th, 7 days later.
    Scenario: A part is late from the day after its own day on
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due              | part |
        | 10 February 2026 | 40%  |
        | 10 March 2026    |      |
      And time passes to 20 February 2026
      Then the ageing on 10 February 2026 is:
        | customer | not due  |
        | Globex   | 1,100.00 |
      And the ageing on 11 February 2026 is:
        | customer | not due | 1-30 days |
        | Globex   | 660.00  | 440.00    |
      And Globex was sent these letters:
        | date             | letter           | invoice         | due              | open   |
        | 17 February 2026 | Payment reminder | January invoice | 10 February 2026 | 440.00 |
      And the collections work list on 20 February 2026 is:
        | role      | customer | invoice         | why             | amount | next step                                             |
        | Collector | Globex   | January invoice | 10 days overdue | 440.00 | call: Payment reminder was sent on 17 February 2026 |
      And finance closes February 2026 without a difference

    # 200.00 were paid before: 900.00 are open, in three thirds. Of the second part 300.00 are paid by name.
    Scenario: What was paid before is in no part, and a part can be named
      When Globex transfers 200.00 USD on 10 January 2026
      And Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due              | amount |
        | 10 February 2026 | 300.00 |
        | 10 March 2026    | 300.00 |
        | 10 April 2026    | 300.00 |
      And Globex transfers 300.00 USD on 1 February 2026 for part 2 of the January invoice
      Then Globex has these open invoices:
        | invoice         | due              | open   |
        | January invoice | 10 February 2026 | 300.00 |
        | January invoice | 10 April 2026    | 300.00 |
      When finance takes the payment off the January invoice of Globex on 3 February 2026
      And time passes to 5 February 2026
      Then finance closes February 2026 without a difference

    # Overdue since 31 January: reminded on 7 and 14 February. From the 20th on nothing is due before 10 March; 7 days later is 17 March.
    Scenario: A plan of an overdue invoice changes no day before it
      When time passes to 19 February 2026
      Then the ageing on 19 February 2026 is:
        | customer | not due | 1-30 days |
        | Globex   | 0.00    | 1,100.00  |
      When Globex agrees on 20 February 2026 to pay the January invoice in these parts:
        | due           | amount |
        | 10 March 2026 | 400.00 |
        | 10 April 2026 | 700.00 |
      And time passes to 20 March 2026
      Then the ageing on 19 February 2026 is:
        | customer | not due | 1-30 days |
        | Globex   | 0.00    | 1,100.00  |
      And the ageing on 20 February 2026 is:
        | customer | not due  |
        | Globex   | 1,100.00 |
      And Globex was sent these letters:
        | date             | letter           | invoice         | due             | open     |
        | 7 February 2026  | Payment reminder | January invoice | 31 January 2026 | 1,100.00 |
        | 14 February 2026 | Second reminder  | January invoice | 31 January 2026 | 1,100.00 |
        | 17 March 2026    | Payment reminder | January invoice | 10 March 2026   | 400.00   |
      And finance closes February 2026 without a difference

  Rule: What follows from a part that is late

    # 31 January: 1% of 1,100.00. 28 February: nothing is due any more, 11.00 as before. 31 March: 400.00 are 21 days overdue,
    # 40.00, and 700.00 are not due, 7.00.
    Scenario: What is expected to be lost
      Given these expected losses:
        | days overdue | expected loss |
        | 0            | 1%            |
        | 1            | 10%           |
        | 31           | 50%           |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex agrees on 20 February 2026 to pay the January invoice in these parts:
        | due           | amount |
        | 10 March 2026 | 400.00 |
        | 10 April 2026 | 700.00 |
      And time passes to 31 March 2026
      Then the journal from 31 January 2026 to 31 March 2026 is:
        | date            | source    | account             | debit                | credit               |
        | 31 January 2026 | allowance | Credit loss expense | 11.00                |                      |
        | 31 January 2026 | allowance | Loss allowance      |                      | 11.00                |
        | 31 January 2026 | revenue   | Contract liability  | 1,000.00             |                      |
        | 31 January 2026 | revenue   | Revenue             |                      | 1,000.00             |
        | 31 March 2026   | allowance | Credit loss expense | 40.00 + 7.00 - 11.00 |                      |
        | 31 March 2026   | allowance | Loss allowance      |                      | 40.00 + 7.00 - 11.00 |
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    # 2% of 400.00 on 20 February, 10 days after the first part; the second, 700.00 on 10 March, is not late.
    Scenario: Late fees
      Given these late fees:
        | days overdue | percent |
        | 10           | 2%      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due              | amount |
        | 10 February 2026 | 400.00 |
        | 10 March 2026    | 700.00 |
      And time passes to 28 February 2026
      Then Globex is invoiced:
        | date             | total    |
        | 1 January 2026   | 1,100.00 |
        | 20 February 2026 | 8.00     |
      And nothing else is invoiced
      And finance closes February 2026 without a difference

    Scenario: The card is charged part by part
      Given the card of Globex is declined 0 times and then works
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due              | amount |
        | 10 February 2026 | 400.00 |
        | 10 March 2026    | 700.00 |
      And time passes to 31 March 2026
      Then the attempts to collect from Globex were:
        | date             | invoice         | amount | outcome  |
        | 10 February 2026 | January invoice | 400.00 | succeeds |
        | 10 March 2026    | January invoice | 700.00 | succeeds |
      And Globex owes nothing
      And finance closes March 2026 without a difference

  Rule: A plan that ends

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    # 10 February and 10 days: on the 19th the rest is due on 10 March, on the 20th at once. Letters 7 and 14 days after each day.
    Scenario: A part that is late for long makes the rest due at once
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts, all due once one is 10 days overdue:
        | due              | amount |
        | 10 February 2026 | 400.00 |
        | 10 March 2026    | 700.00 |
      And time passes to 28 February 2026
      Then Globex had these open invoices on 19 February 2026:
        | invoice         | due              | open   | days overdue |
        | January invoice | 10 February 2026 | 400.00 | 9            |
        | January invoice | 10 March 2026    | 700.00 | 0            |
      And Globex had these open invoices on 20 February 2026:
        | invoice         | due              | open   | days overdue |
        | January invoice | 10 February 2026 | 400.00 | 10           |
        | January invoice | 20 February 2026 | 700.00 | 0            |
      And the payment plans of Globex are:
        | date            | invoice         | due              | amount | outcome   | ended            |
        | 20 January 2026 | January invoice | 10 February 2026 | 400.00 | defaulted | 20 February 2026 |
        | 20 January 2026 | January invoice | 10 March 2026    | 700.00 | defaulted | 20 February 2026 |
      And Globex was sent these letters:
        | date             | letter           | invoice         | due              | open   |
        | 17 February 2026 | Payment reminder | January invoice | 10 February 2026 | 400.00 |
        | 24 February 2026 | Second reminder  | January invoice | 10 February 2026 | 400.00 |
        | 27 February 2026 | Payment reminder | January invoice | 20 February 2026 | 700.00 |
      And nothing is posted in February 2026
      And finance closes February 2026 without a difference

    Scenario: A part that is paid in time, or in dispute, is no default
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts, all due once one is 10 days overdue:
        | due              | amount |
        | 10 February 2026 | 400.00 |
        | 10 March 2026    | 700.00 |
      And Globex transfers 300.00 USD on 19 February 2026
      And Globex disputes part 1 of the January invoice on 19 February 2026 because "price"
      And time passes to 25 February 2026
      Then the payment plans of Globex are:
        | date            | invoice         | due              | amount | outcome |
        | 20 January 2026 | January invoice | 10 February 2026 | 400.00 | -       |
        | 20 January 2026 | January invoice | 10 March 2026    | 700.00 | -       |
      When the dispute of Globex is rejected on 26 February 2026
      Then Globex has these open invoices:
        | invoice         | due              | open   |
        | January invoice | 10 February 2026 | 100.00 |
        | January invoice | 26 February 2026 | 700.00 |
      And finance closes February 2026 without a difference

    # Canceled on 15 February, the invoice is 15 days overdue: the letter of 14 days goes out at once.
    Scenario: A plan that is canceled leaves the invoice due on its own day
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due              | amount |
        | 10 February 2026 | 400.00 |
        | 10 March 2026    | 700.00 |
      And Globex transfers 400.00 USD on 10 February 2026
      And the payment plan of the January invoice of Globex is canceled on 15 February 2026
      And time passes to 16 February 2026
      Then Globex had these open invoices on 14 February 2026:
        | invoice         | due           | open   | days overdue |
        | January invoice | 10 March 2026 | 700.00 | 0            |
      And Globex had these open invoices on 15 February 2026:
        | invoice         | due             | open   | days overdue |
        | January invoice | 31 January 2026 | 700.00 | 15           |
      And Globex was sent these letters:
        | date             | letter          | invoice         | due             | open   |
        | 15 February 2026 | Second reminder | January invoice | 31 January 2026 | 700.00 |
      And finance closes February 2026 without a difference
      When the payment plan of the January invoice of Globex is canceled on 1 March 2026
      Then it is refused because "no payment plan of invoice NW-000001 is running"
      When Globex agrees on 1 March 2026 to pay the January invoice in these parts:
        | due           | part |
        | 10 March 2026 | 100% |
      And time passes to 20 March 2026
      Then Globex has these open invoices:
        | invoice         | due           | open   | days overdue |
        | January invoice | 10 March 2026 | 700.00 | 10           |
      And finance closes March 2026 without a difference

  Rule: What is refused

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario Outline: Parts that are not what is open, or due on a day that is past: <first>, <second>
      When Globex agrees on 20 January 2026 to pay the January invoice in these parts:
        | due   | amount   | part   |
        | <day> | <first>  | <of>   |
        | <day> | <second> | <also> |
      Then it is refused because "<why>"
      And Globex has no payment plan
      And Globex has these open invoices:
        | invoice         | due             | open     |
        | January invoice | 31 January 2026 | 1,100.00 |

      Examples:
        | day              | first        | second  | of  | also | why                                |
        | 10 February 2026 | 400.00       | 600.00  |     |      | add up to 1,100.00 USD             |
        | 10 February 2026 | 1,100.00     | 0.00    |     |      | above zero                         |
        | 10 February 2026 | 1,200.00     | -100.00 |     |      | above zero                         |
        | 10 February 2026 | 1,100.00     |         |     |      | above zero                         |
        | 10 February 2026 |              |         | 60% | 30%  | add up to 1,100.00 USD             |
        | 10 February 2026 | 400.00       | 700.00  | 40% |      | not both                           |
        | 10 February 2026 | 1,000.00 EUR | 100.00  |     |      | is in EUR                          |
        | 19 January 2026  | 400.00       | 700.00  |     |      | 19 January 2026 is past            |

    Scenario: A plan that is running, a dispute, a loss, a payment
      When Globex disputes 100.00 USD of the January invoice on 10 January 2026 because "price"
      And Globex agrees on 11 January 2026 to pay the January invoice in these parts:
        | due              | part |
        | 10 February 2026 | 100% |
      Then it is refused because "100.00 USD of it are in dispute"
      When the dispute of Globex is rejected on 12 January 2026
      And Globex agrees on 13 January 2026 to pay the January invoice in these parts, all due once one is 0 days overdue:
        | due              | part |
        | 10 February 2026 | 100% |
      Then it is refused because "by 1 day at the earliest"
      And Globex has no payment plan
      When Globex agrees on 14 January 2026 to pay the January invoice in these parts:
        | due              | part |
        | 10 February 2026 | 100% |
      And Globex agrees on 15 January 2026 to pay the January invoice in these parts:
        | due              | part |
        | 20 February 2026 | 100% |
      Then it is refused because "plan PP-1 of 14 January 2026 is running"
      When finance writes off the January invoice of Globex on 16 January 2026
      And Globex agrees on 17 January 2026 to pay the January invoice in these parts:
        | due              | part |
        | 20 February 2026 | 100% |
      Then it is refused because "it was written off"
      And the payment plans of Globex are:
        | date            | invoice         | due              | amount   | outcome |
        | 14 January 2026 | January invoice | 10 February 2026 | 1,100.00 | -       |

    Scenario: What is paid needs no plan
      When Globex transfers 1,100.00 USD on 10 January 2026
      And Globex agrees on 11 January 2026 to pay the January invoice in these parts:
        | due              | part |
        | 10 February 2026 | 100% |
      Then it is refused because "nothing of it is open"
      And Globex has no payment plan
      And Globex owes nothing
      And finance closes January 2026 without a difference
