@receivables @disputed-invoice @wave-2 @req:Q2C-041
Feature: Disputed invoice
  A customer contests an invoice or a part of it. Nothing is posted because of that alone, nobody is dunned or charged for
  what is contested, and it keeps its age. What the customer is granted reduces revenue and tax, never bad debt; what is
  not granted is collected as if there had been no dispute.

  Rule: A dispute is a flag

    Background:
      Given the company "Northwind SaaS"
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 12.00 USD       |

    Scenario: Nothing is posted, and letters ask only for the rest
      # 100 * 12.00 = 1,200.00 and tax 120.00. Due on 31 January; the letters go out 7 and 14 days later.
      # 1,320.00 - 330.00 = 990.00. The 28th of February is 28 days after the due date.
      When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "three weeks without service"
      And time passes to 28 February 2026
      Then the disputes of Globex are:
        | date            | invoice         | amount | reason                      | outcome | credited |
        | 5 February 2026 | January invoice | 330.00 | three weeks without service | -       | -        |
      And Globex has these open invoices:
        | invoice         | date           | due             | total    | open     | in dispute | days overdue |
        | January invoice | 1 January 2026 | 31 January 2026 | 1,320.00 | 1,320.00 | 330.00     | 28           |
      And Globex was sent these letters:
        | date             | letter           | invoice         | open   |
        | 7 February 2026  | Payment reminder | January invoice | 990.00 |
        | 14 February 2026 | Second reminder  | January invoice | 990.00 |
      And the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,320.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,200.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |          | 120.00   |
        | 31 January 2026 | revenue         | Contract liability | 1,200.00 |          |
        | 31 January 2026 | revenue         | Revenue            |          | 1,200.00 |
      And nothing is posted in February 2026
      And nothing else is credited
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                 | amount   |
        | Receivables, opening | 1,320.00 |
        | Credited             | 0.00     |
        | Receivables, closing | 1,320.00 |
        | 1-30 days            | 1,320.00 |
        | In dispute           | 330.00   |
        | Revenue              | 0.00     |

    Scenario: Accepted in full
      # Before the first letter, so there is none. All service was given, so revenue goes back: 1,200.00 and tax 120.00.
      When Globex disputes the January invoice on 6 February 2026 because "never used it"
      And the dispute of Globex is accepted on 20 February 2026
      And time passes to 31 March 2026
      Then Globex is credited:
        | date             | for           | credits         | reason  | net      | tax    | total    |
        | 20 February 2026 | Platform seat | January invoice | dispute | 1,200.00 | 120.00 | 1,320.00 |
      And nothing else is credited
      And the disputes of Globex are:
        | invoice         | amount   | outcome  | credited |
        | January invoice | 1,320.00 | accepted | 1,320.00 |
      And Globex owes nothing
      And Globex was sent no letter
      And the journal of February 2026 is:
        | date             | source      | account           | debit    | credit   |
        | 20 February 2026 | credit memo | Revenue           | 1,200.00 |          |
        | 20 February 2026 | credit memo | Sales tax payable | 120.00   |          |
        | 20 February 2026 | credit memo | Receivables       |          | 1,320.00 |
      And nothing is posted in March 2026
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                 | amount    |
        | Credited             | 1,320.00  |
        | Receivables, closing | 0.00      |
        | Tax credited         | 120.00    |
        | Revenue              | -1,200.00 |

    Scenario: Partly accepted
      # 220.00 with tax is 200.00 and 20.00. What is left, 1,320.00 - 220.00 = 1,100.00, is dunned again at once, on the
      # 20th day after the due date: the letter of that age is the second, and the last goes out 30 days after.
      When Globex disputes the January invoice on 6 February 2026 because "half of it did not work"
      And the dispute of Globex is settled on 20 February 2026 with a credit of 220.00 USD
      And time passes to 2 March 2026
      Then Globex is credited:
        | date             | credits         | net    | tax   | total  |
        | 20 February 2026 | January invoice | 200.00 | 20.00 | 220.00 |
      And nothing else is credited
      And the disputes of Globex are:
        | invoice         | amount   | outcome         | credited |
        | January invoice | 1,320.00 | partly accepted | 220.00   |
      And Globex was sent these letters:
        | date             | letter          | open     |
        | 20 February 2026 | Second reminder | 1,100.00 |
        | 2 March 2026     | Final notice    | 1,100.00 |
      And the journal of February 2026 is:
        | date             | source      | account           | debit  | credit |
        | 20 February 2026 | credit memo | Revenue           | 200.00 |        |
        | 20 February 2026 | credit memo | Sales tax payable | 20.00  |        |
        | 20 February 2026 | credit memo | Receivables       |        | 220.00 |
      And finance closes February 2026 without a difference

    Scenario: Rejected, and owed as long as ever
      # On 1 March 29 days have passed since the due date, on 2 March 30: the final notice is due that day.
      When Globex disputes the January invoice on 6 February 2026 because "too expensive"
      And time passes to 1 March 2026
      Then Globex was sent no letter
      When the dispute of Globex is rejected on 2 March 2026
      And time passes to 31 March 2026
      Then Globex was sent these letters:
        | date         | letter       | invoice         | open     |
        | 2 March 2026 | Final notice | January invoice | 1,320.00 |
      And the disputes of Globex are:
        | date            | invoice         | outcome  | credited |
        | 6 February 2026 | January invoice | rejected | 0.00     |
      And the ageing on 28 February 2026 is:
        | customer | 1-30 days | 31-60 days | in dispute |
        | Globex   | 1,320.00  | 0.00       | 1,320.00   |
      And the ageing on 31 March 2026 is:
        | customer | 1-30 days | 31-60 days | in dispute |
        | Globex   | 0.00      | 1,320.00   | 0.00       |
      And nothing is posted in February 2026
      And nothing is posted in March 2026
      And nothing else is credited
      And finance closes March 2026 without a difference

    Scenario Outline: Rejected on the <day>, the letter is the <letter>
      # Due on 31 January: the 7th, 13th, 14th, 29th and 30th day after it. A letter that the invoice is old enough
      # for goes out on the day of the decision; the next one waits for its own day.
      When Globex disputes the January invoice on 1 February 2026 because "too expensive"
      And the dispute of Globex is rejected on <day>
      Then Globex was sent these letters:
        | date  | letter   | invoice         | open     |
        | <day> | <letter> | January invoice | 1,320.00 |

      Examples:
        | day              | letter           |
        | 7 February 2026  | Payment reminder |
        | 13 February 2026 | Payment reminder |
        | 14 February 2026 | Second reminder  |
        | 1 March 2026     | Second reminder  |
        | 2 March 2026     | Final notice     |

    Scenario: Rejected the day before the first letter would be due
      When Globex disputes the January invoice on 1 February 2026 because "too expensive"
      And the dispute of Globex is rejected on 6 February 2026
      Then Globex was sent no letter
      When time passes to 7 February 2026
      Then Globex was sent these letters:
        | date            | letter           | open     |
        | 7 February 2026 | Payment reminder | 1,320.00 |

  Rule: What is not contested is paid in time

    Background:
      Given the company "Northwind SaaS"
      And "Initech" signed on 1 April 2026 for 1 month, billed monthly in advance, net 14, tax 8%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 25.00 USD       |
      And Initech pays every invoice when it is due

    Scenario: The card pays the rest when due, and the contested part once it is rejected
      # 40 * 25.00 = 1,000.00 and tax 80.00, due on 15 April. 1,080.00 - 270.00 = 810.00.
      When Initech disputes 270.00 USD of the April invoice on 10 April 2026 because "ten seats too many"
      And the dispute of Initech is rejected on 28 April 2026
      And time passes to 30 April 2026
      Then the attempts to collect from Initech were:
        | date          | invoice       | amount | outcome  |
        | 15 April 2026 | April invoice | 810.00 | succeeds |
        | 28 April 2026 | April invoice | 270.00 | succeeds |
      And Initech has paid:
        | date          | amount | method | applied to    | unapplied |
        | 15 April 2026 | 810.00 | card   | April invoice | 0.00      |
        | 28 April 2026 | 270.00 | card   | April invoice | 0.00      |
      And Initech owes nothing
      And Initech was sent no letter
      And the journal of April 2026 is:
        | date          | source        | account            | debit    | credit   |
        | 1 April 2026  | April invoice | Receivables        | 1,080.00 |          |
        | 1 April 2026  | April invoice | Contract liability |          | 1,000.00 |
        | 1 April 2026  | April invoice | Sales tax payable  |          | 80.00    |
        | 15 April 2026 | payment       | Gateway clearing   | 810.00   |          |
        | 15 April 2026 | payment       | Receivables        |          | 810.00   |
        | 28 April 2026 | payment       | Gateway clearing   | 270.00   |          |
        | 28 April 2026 | payment       | Receivables        |          | 270.00   |
        | 30 April 2026 | revenue       | Contract liability | 1,000.00 |          |
        | 30 April 2026 | revenue       | Revenue            |          | 1,000.00 |
      And finance closes April 2026 without a difference

    Scenario: The customer pays what it contests by transfer before anybody decides
      # A payment that names the invoice pays it, disputed or not; what is then granted stays as the customer's credit.
      When Initech disputes 270.00 USD of the April invoice on 10 April 2026 because "ten seats too many"
      And Initech transfers 270.00 USD on 20 April 2026 for the April invoice
      Then Initech owes nothing
      When the dispute of Initech is accepted on 28 April 2026
      And time passes to 30 April 2026
      Then Initech is credited:
        | date          | credits       | net    | tax   | total  |
        | 28 April 2026 | April invoice | 250.00 | 20.00 | 270.00 |
      And Initech owes nothing
      And Initech has a credit of 270.00 USD
      And Initech was refunded nothing
      And finance closes April 2026 without a difference

  Rule: What cannot be contested

    Background:
      Given the company "Northwind SaaS"
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 12.00 USD       |

    Scenario: An invoice that is paid
      When Globex transfers 1,320.00 USD on 20 January 2026
      And Globex disputes the January invoice on 21 January 2026 because "changed our mind"
      Then it is refused because "cannot be disputed: nothing of it is open"
      When Globex disputes 1.00 USD of the January invoice on 22 January 2026 because "changed our mind"
      Then it is refused because "cannot be disputed: nothing of it is open"
      And Globex has disputed nothing

    Scenario: More than is open, or more than is left to contest
      When Globex disputes 1,320.01 USD of the January invoice on 6 February 2026 because "all of it and a cent"
      Then it is refused because "1,320.01 USD cannot be disputed: 1,320.00 USD is open"
      When Globex disputes 320.00 USD of the January invoice on 7 February 2026 because "a part"
      And Globex disputes 1,000.01 USD of the January invoice on 8 February 2026 because "the rest and a cent"
      Then it is refused because "320.00 USD of that already in dispute"
      When Globex disputes the January invoice on 9 February 2026 because "the rest"
      And Globex disputes the January invoice on 10 February 2026 because "once more"
      Then it is refused because "all that is open of it is in dispute already"
      And the disputes of Globex are:
        | date            | amount   | reason   |
        | 7 February 2026 | 320.00   | a part   |
        | 9 February 2026 | 1,000.00 | the rest |
      And nothing is posted in February 2026

    Scenario: Nothing, less than nothing, another currency, another product
      When Globex disputes 0.00 USD of the January invoice on 6 February 2026 because "nothing"
      Then it is refused because "has to be above zero"
      When Globex disputes -5.00 USD of the January invoice on 6 February 2026 because "less than nothing"
      Then it is refused because "has to be above zero"
      When Globex disputes 5.00 EUR of the January invoice on 6 February 2026 because "euros"
      Then it is refused because "5.00 EUR is in EUR"
      And Globex has disputed nothing

    Scenario: More granted than was contested, or a second time
      When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "three weeks without service"
      And the dispute of Globex is settled on 10 February 2026 with a credit of 330.01 USD
      Then it is refused because "is about 330.00 USD"
      When the dispute of Globex is settled on 10 February 2026 with a credit of 110.00 USD
      And the dispute of Globex is accepted on 11 February 2026
      Then it is refused because "is already settled: partly accepted"
      And Globex is credited:
        | date             | net    | tax   | total  |
        | 10 February 2026 | 100.00 | 10.00 | 110.00 |
      And nothing else is credited
      And Globex owes 1,210.00 USD

  Rule: A company that reserves what is in dispute
    # A concession that is expected takes its share out of revenue on the day of the dispute; tax waits for the credit memo.

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer  |
        | disputed invoice | reserve |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 12.00 USD       |
      # 330.00 / 1.10 = 300.00 without tax.
      And Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "three weeks without service"

    Scenario: Open at the month's end
      When time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date            | source  | account          | debit  | credit |
        | 5 February 2026 | dispute | Revenue          | 300.00 |        |
        | 5 February 2026 | dispute | Refund liability |        | 300.00 |
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                      | amount   |
        | Receivables, closing      | 1,320.00 |
        | In dispute                | 330.00   |
        | Refund liability, opening | 0.00     |
        | Refund liability, closing | 300.00   |
        | Revenue in dispute        | -300.00  |
        | Revenue                   | -300.00  |

    Scenario: Accepted
      When the dispute of Globex is accepted on 20 February 2026
      Then the journal of February 2026 is:
        | date             | source      | account           | debit  | credit |
        | 5 February 2026  | dispute     | Revenue           | 300.00 |        |
        | 5 February 2026  | dispute     | Refund liability  |        | 300.00 |
        | 20 February 2026 | credit memo | Refund liability  | 300.00 |        |
        | 20 February 2026 | credit memo | Sales tax payable | 30.00  |        |
        | 20 February 2026 | credit memo | Receivables       |        | 330.00 |
      And Globex owes 990.00 USD
      And finance closes February 2026 without a difference

    Scenario: Settled for two thirds
      # 220.00 holds 200.00 and tax 20.00; the other 100.00 of the reserve are revenue again.
      When the dispute of Globex is settled on 20 February 2026 with a credit of 220.00 USD
      Then the journal of February 2026 is:
        | date             | source             | account           | debit  | credit |
        | 5 February 2026  | dispute            | Revenue           | 300.00 |        |
        | 5 February 2026  | dispute            | Refund liability  |        | 300.00 |
        | 20 February 2026 | credit memo        | Refund liability  | 200.00 |        |
        | 20 February 2026 | credit memo        | Sales tax payable | 20.00  |        |
        | 20 February 2026 | credit memo        | Receivables       |        | 220.00 |
        | 20 February 2026 | dispute resolution | Refund liability  | 100.00 |        |
        | 20 February 2026 | dispute resolution | Revenue           |        | 100.00 |
      And Globex owes 1,100.00 USD
      And finance closes February 2026 without a difference

    Scenario: Rejected
      When the dispute of Globex is rejected on 20 February 2026
      Then the journal of February 2026 is:
        | date             | source             | account          | debit  | credit |
        | 5 February 2026  | dispute            | Revenue          | 300.00 |        |
        | 5 February 2026  | dispute            | Refund liability |        | 300.00 |
        | 20 February 2026 | dispute resolution | Refund liability | 300.00 |        |
        | 20 February 2026 | dispute resolution | Revenue          |        | 300.00 |
      And Globex owes 1,320.00 USD
      And finance closes February 2026 without a difference

    Scenario: Settled in March, when February is closed
      # February keeps what it said; March gives the tax back and takes the rest of the reserve into revenue again.
      Given finance closes February 2026
      When the dispute of Globex is settled on 16 March 2026 with a credit of 220.00 USD
      And time passes to 31 March 2026
      Then the journal of February 2026 is:
        | date            | source  | account          | debit  | credit |
        | 5 February 2026 | dispute | Revenue          | 300.00 |        |
        | 5 February 2026 | dispute | Refund liability |        | 300.00 |
      And the journal of March 2026 is:
        | date          | source             | account           | debit  | credit |
        | 16 March 2026 | credit memo        | Refund liability  | 200.00 |        |
        | 16 March 2026 | credit memo        | Sales tax payable | 20.00  |        |
        | 16 March 2026 | credit memo        | Receivables       |        | 220.00 |
        | 16 March 2026 | dispute resolution | Refund liability  | 100.00 |        |
        | 16 March 2026 | dispute resolution | Revenue           |        | 100.00 |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                      | amount   |
        | Receivables, opening      | 1,320.00 |
        | Credited                  | 220.00   |
        | Receivables, closing      | 1,100.00 |
        | Refund liability, opening | 300.00   |
        | Refund liability, closing | 0.00     |
        | In dispute                | 0.00     |
        | Revenue                   | 100.00   |

  Rule: Service that is still being given

    Scenario: Accepted in the middle of the year
      # A year for 1,200.00 and tax 120.00. Of the 300.00 granted on 15 April, 3.5 of 12 months were given:
      # 300.00 * 3.5/12 = 87.50 leave revenue, 212.50 the contract liability. 900.00 / 12 = 75.00 a month remain:
      # April has 4 * 75.00 less (300.00 - 87.50) recognized before = 87.50.
      Given the company "Northwind SaaS"
      And these conventions:
        | question       | answer   |
        | proration      | 30/360   |
        | revenue spread | by month |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When Globex disputes 330.00 USD of the January invoice on 2 April 2026 because "a module is missing"
      And the dispute of Globex is accepted on 15 April 2026
      And time passes to 31 May 2026
      Then the journal of April 2026 is:
        | date          | source      | account            | debit  | credit |
        | 15 April 2026 | credit memo | Revenue            | 87.50  |        |
        | 15 April 2026 | credit memo | Contract liability | 212.50 |        |
        | 15 April 2026 | credit memo | Sales tax payable  | 30.00  |        |
        | 15 April 2026 | credit memo | Receivables        |        | 330.00 |
        | 30 April 2026 | revenue     | Contract liability | 87.50  |        |
        | 30 April 2026 | revenue     | Revenue            |        | 87.50  |
      And the journal of May 2026 is:
        | date        | source  | account            | debit | credit |
        | 31 May 2026 | revenue | Contract liability | 75.00 |        |
        | 31 May 2026 | revenue | Revenue            |       | 75.00  |
      And the revenue schedule of Globex contains:
        | month         | amount |
        | June 2026     | 75.00  |
        | December 2026 | 75.00  |
      And finance closes May 2026 without a difference

    Scenario: Reserved as far as the service was given
      # Of 300.00 contested on 30 April 4 of 12 months were given: 100.00 leave revenue; the rest was in no revenue yet.
      # Accepted on 15 May, 4 months and 15 of 31 days in: 300.00 * (4 + 15/31) / 12 = 112.0968 -> 112.10 are given back,
      # 100.00 of them from the reserve; 187.90 were to come.
      # 900.00 / 12 = 75.00: by the end of May 375.00, recognized before 400.00 - 112.10, so May has 87.10.
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer   |
        | proration        | 30/360   |
        | revenue spread   | by month |
        | disputed invoice | reserve  |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When Globex disputes 330.00 USD of the January invoice on 30 April 2026 because "a module is missing"
      Then finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                        | amount  |
        | Refund liability, closing   | 100.00  |
        | Contract liability, closing | 800.00  |
        | Revenue in dispute          | -100.00 |
        | Revenue                     | 0.00    |
      When the dispute of Globex is accepted on 15 May 2026
      And time passes to 31 May 2026
      Then the journal of May 2026 is:
        | date        | source      | account            | debit  | credit |
        | 15 May 2026 | credit memo | Refund liability   | 100.00 |        |
        | 15 May 2026 | credit memo | Revenue            | 12.10  |        |
        | 15 May 2026 | credit memo | Contract liability | 187.90 |        |
        | 15 May 2026 | credit memo | Sales tax payable  | 30.00  |        |
        | 15 May 2026 | credit memo | Receivables        |        | 330.00 |
        | 31 May 2026 | revenue     | Contract liability | 87.10  |        |
        | 31 May 2026 | revenue     | Revenue            |        | 87.10  |
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                        | amount |
        | Refund liability, closing   | 0.00   |
        | Contract liability, closing | 525.00 |

    Scenario: After the contract was cancelled
      # Cancelled after four months: 800.00 and tax 80.00 are credited, 440.00 stay for service that was given. Of those
      # 110.00 are granted: 100.00 leave revenue and 10.00 tax, and no day after the contract's end has revenue.
      Given the company "Northwind SaaS"
      And these conventions:
        | question       | answer   |
        | proration      | 30/360   |
        | revenue spread | by month |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When Globex cancels on 1 May 2026
      And Globex disputes 110.00 USD of the January invoice on 10 May 2026 because "April was down for days"
      And the dispute of Globex is accepted on 20 May 2026
      And time passes to 31 July 2026
      Then Globex is credited:
        | date        | from           | to               | reason       | net    | tax   | total  |
        | 1 May 2026  | 1 May 2026     | 31 December 2026 | cancellation | 800.00 | 80.00 | 880.00 |
        | 20 May 2026 | 1 January 2026 | 30 April 2026    | dispute      | 100.00 | 10.00 | 110.00 |
      And nothing else is credited
      And the journal of May 2026 is:
        | date        | source      | account            | debit  | credit |
        | 1 May 2026  | credit memo | Contract liability | 800.00 |        |
        | 1 May 2026  | credit memo | Sales tax payable  | 80.00  |        |
        | 1 May 2026  | credit memo | Receivables        |        | 880.00 |
        | 20 May 2026 | credit memo | Revenue            | 100.00 |        |
        | 20 May 2026 | credit memo | Sales tax payable  | 10.00  |        |
        | 20 May 2026 | credit memo | Receivables        |        | 110.00 |
      And nothing is posted in June 2026
      And nothing is posted in July 2026
      And Globex owes 330.00 USD
      And finance closes July 2026 without a difference

  Rule: Other countries

    Scenario: One product of an invoice in euros, where disputes are reserved and losses expected
      # Seats 10 * 9.90 = 99.00 and 19% 18.81; onboarding 1,500.00 and 285.00: 1,902.81, due on 15 March.
      # 595.00 / 1.19 = 500.00. Granted 238.00 = 200.00 and 38.00; 300.00 are revenue again.
      # The letters go out 10, 24 and 38 days after 15 March; the second asks for 1,902.81 - 595.00.
      # Expected loss: 1% of 1,902.81 = 19.03 in March (16 days overdue);
      # in April 46 days overdue: 10% of 1,664.81 = 166.48, and 166.48 - 19.03 = 147.45.
      Given the company "Contoso Europe"
      And "Aperture Labs" signed on 1 March 2026 for 1 month, billed monthly in advance, net 14, tax code "standard":
        | product        | plan    | quantity | price per month | price    |
        | Workspace seat | Monthly | 10       | 9.90 EUR        |          |
        | Onboarding     |         | 1        |                 | 1,500.00 |
      When Aperture Labs disputes 595.00 EUR of "Onboarding" on the March invoice on 2 April 2026 because "two days instead of three"
      And the dispute of Aperture Labs is settled on 20 April 2026 with a credit of 238.00 EUR
      And time passes to 30 April 2026
      Then the disputes of Aperture Labs are:
        | date         | invoice       | for        | amount | outcome         | credited |
        | 2 April 2026 | March invoice | Onboarding | 595.00 | partly accepted | 238.00   |
      And Aperture Labs is credited:
        | date          | for        | credits       | net    | tax rate | tax   | total  |
        | 20 April 2026 | Onboarding | March invoice | 200.00 | 19%      | 38.00 | 238.00 |
      And nothing else is credited
      And the journal of March 2026 is:
        | date          | source        | account             | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables         | 1,902.81 |          |
        | 1 March 2026  | March invoice | Contract liability  |          | 1,599.00 |
        | 1 March 2026  | March invoice | Value added tax     |          | 303.81   |
        | 31 March 2026 | revenue       | Contract liability  | 1,599.00 |          |
        | 31 March 2026 | revenue       | Revenue             |          | 1,599.00 |
        | 31 March 2026 | allowance     | Credit loss expense | 19.03    |          |
        | 31 March 2026 | allowance     | Loss allowance      |          | 19.03    |
      And the journal of April 2026 is:
        | date          | source             | account             | debit  | credit |
        | 2 April 2026  | dispute            | Revenue             | 500.00 |        |
        | 2 April 2026  | dispute            | Refund liability    |        | 500.00 |
        | 20 April 2026 | credit memo        | Refund liability    | 200.00 |        |
        | 20 April 2026 | credit memo        | Value added tax     | 38.00  |        |
        | 20 April 2026 | credit memo        | Receivables         |        | 238.00 |
        | 20 April 2026 | dispute resolution | Refund liability    | 300.00 |        |
        | 20 April 2026 | dispute resolution | Revenue             |        | 300.00 |
        | 30 April 2026 | allowance          | Credit loss expense | 147.45 |        |
        | 30 April 2026 | allowance          | Loss allowance      |        | 147.45 |
      And Aperture Labs was sent these letters:
        | date          | letter             | open     |
        | 25 March 2026 | Zahlungserinnerung | 1,902.81 |
        | 8 April 2026  | Mahnung            | 1,307.81 |
        | 22 April 2026 | Letzte Mahnung     | 1,664.81 |
      And finance closes March 2026 without a difference
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                     | amount   |
        | Receivables, closing     | 1,664.81 |
        | 31-60 days               | 1,664.81 |
        | Loss allowance, closing  | 166.48   |
        | Tax credited             | 38.00    |
        | Revenue                  | -200.00  |

    Scenario: A dispute in yen
      # 120 * 1,500 = 180,000 and 10% 18,000. 33,000 is 30,000 and 3,000 of tax.
      Given the company "Sakura Cloud"
      And "Kaiba Works" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 60, tax code "standard":
        | product    | quantity | price per month |
        | Cloud seat | 120      | 1,500 JPY       |
      When Kaiba Works disputes 33,000 JPY of the July invoice on 6 July 2026 because "twenty seats were locked"
      And the dispute of Kaiba Works is accepted on 31 July 2026
      Then the journal of June 2026 is:
        | date         | source  | account             | debit   | credit  |
        | 30 June 2026 | revenue | Unbilled receivable | 180,000 |         |
        | 30 June 2026 | revenue | Revenue             |         | 180,000 |
      And the journal of July 2026 is:
        | date         | source       | account             | debit   | credit  |
        | 1 July 2026  | July invoice | Receivables         | 198,000 |         |
        | 1 July 2026  | July invoice | Unbilled receivable |         | 180,000 |
        | 1 July 2026  | July invoice | Sales tax payable   |         | 18,000  |
        | 31 July 2026 | credit memo  | Revenue             | 30,000  |         |
        | 31 July 2026 | credit memo  | Sales tax payable   | 3,000   |         |
        | 31 July 2026 | credit memo  | Receivables         |         | 33,000  |
      And Kaiba Works owes 165,000 JPY
      And finance closes July 2026 without a difference
