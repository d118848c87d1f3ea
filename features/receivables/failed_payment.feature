@receivables @failed-payment @wave-2 @req:Q2C-043
Feature: Failed payment
  A declined card is no event for the ledger. It is tried again on exactly the agreed days, unless the card is lost for
  good; after that letters go out, and everything stops the moment the money has come some other way.

  Rule: Retries after 1, 3, 5 and 7 days, letters after 7, 14 and 30

    Background:
      Given the company "Northwind SaaS"
      # 100 * 10.00 = 1,000.00 and tax 100.00, due on 31 January.
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: Declined once, works the next day
      Given the card of Globex is declined 1 time and then works
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 31 January 2026 | January invoice | 1,100.00 | declined |
        | 1 February 2026 | January invoice | 1,100.00 | succeeds |
      And Globex has paid:
        | date            | amount   | method | applied to      | unapplied |
        | 1 February 2026 | 1,100.00 | card   | January invoice | 0.00      |
      And Globex owed 1,100.00 USD on 31 January 2026
      And Globex owes nothing
      And Globex was sent no letter
      And the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,100.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,000.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |          | 100.00   |
        | 31 January 2026 | revenue         | Contract liability | 1,000.00 |          |
        | 31 January 2026 | revenue         | Revenue            |          | 1,000.00 |
      And the journal of February 2026 is:
        | date            | source  | account          | debit    | credit   |
        | 1 February 2026 | payment | Gateway clearing | 1,100.00 |          |
        | 1 February 2026 | payment | Receivables      |          | 1,100.00 |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                 | amount   |
        | Receivables, opening | 1,100.00 |
        | Cash applied         | 1,100.00 |
        | Receivables, closing | 0.00     |

    Scenario Outline: <tried> attempts by <day>
      # On each retry day, on none between, and never after the last: 31 January + 1, 3, 5, 7 days.
      Given the card of Globex is declined every time
      When time passes to <day>
      Then there were <tried> attempts to collect from Globex
      And there was no attempt to collect from Globex since <since>
      And Globex owes 1,100.00 USD
      And Globex has paid nothing

      Examples:
        | day              | tried | since            |
        | 30 January 2026  | 0     | 1 January 2026   |
        | 31 January 2026  | 1     | 1 February 2026  |
        | 2 February 2026  | 2     | 2 February 2026  |
        | 4 February 2026  | 3     | 4 February 2026  |
        | 6 February 2026  | 4     | 6 February 2026  |
        | 31 March 2026    | 5     | 8 February 2026  |

    Scenario: Every attempt fails, and the letters follow on their days
      # Due on 31 January: 7 days later is 7 February, 14 days 14 February, 30 days 2 March.
      Given the card of Globex is declined every time
      When time passes to 30 April 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 31 January 2026 | January invoice | 1,100.00 | declined |
        | 1 February 2026 | January invoice | 1,100.00 | declined |
        | 3 February 2026 | January invoice | 1,100.00 | declined |
        | 5 February 2026 | January invoice | 1,100.00 | declined |
        | 7 February 2026 | January invoice | 1,100.00 | declined |
      And Globex was sent these letters:
        | date             | letter           | invoice         | open     |
        | 7 February 2026  | Payment reminder | January invoice | 1,100.00 |
        | 14 February 2026 | Second reminder  | January invoice | 1,100.00 |
        | 2 March 2026     | Final notice     | January invoice | 1,100.00 |
      And Globex has paid nothing
      And nothing is posted in February 2026
      And nothing is posted in March 2026
      And nothing is posted in April 2026
      And the ageing on 31 January 2026 is:
        | customer | not due  | 1-30 days | 31-60 days | 61-90 days | over 90 days | in dispute |
        | Globex   | 1,100.00 | 0.00      | 0.00       | 0.00       | 0.00         | 0.00       |
      And the ageing on 2 March 2026 is:
        | customer | 1-30 days | 31-60 days |
        | Globex   | 1,100.00  | 0.00       |
      And the ageing on 3 March 2026 is:
        | customer | 1-30 days | 31-60 days |
        | Globex   | 0.00      | 1,100.00   |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                 | amount   |
        | Cash applied         | 0.00     |
        | Receivables, closing | 1,100.00 |
        | 61-90 days           | 1,100.00 |

    Scenario: The last retry works, on the day of the first letter
      # The attempt of 7 February comes before the letter of that day, so no letter is sent.
      Given the card of Globex is declined 4 times and then works
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | outcome  |
        | 31 January 2026 | declined |
        | 1 February 2026 | declined |
        | 3 February 2026 | declined |
        | 5 February 2026 | declined |
        | 7 February 2026 | succeeds |
      And Globex was sent no letter
      And Globex owes nothing
      And finance closes February 2026 without a difference

    Scenario: Declined for good is not tried again
      Given the card of Globex is declined for good
      When time passes to 2 March 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | outcome           |
        | 31 January 2026 | January invoice | declined for good |
      And Globex was sent these letters:
        | date             | letter           | open     |
        | 7 February 2026  | Payment reminder | 1,100.00 |
        | 14 February 2026 | Second reminder  | 1,100.00 |
        | 2 March 2026     | Final notice     | 1,100.00 |
      And nothing is posted in February 2026
      And finance closes February 2026 without a difference

    Scenario: Declined twice, and then for good
      Given the card of Globex is declined 2 times and then for good
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | outcome           |
        | 31 January 2026 | declined          |
        | 1 February 2026 | declined          |
        | 3 February 2026 | declined for good |
      And nothing is posted in February 2026

    Scenario: The money comes by transfer between two retries
      Given the card of Globex is declined every time
      When Globex transfers 1,100.00 USD on 4 February 2026
      And time passes to 31 March 2026
      Then the attempts to collect from Globex were:
        | date            | outcome  |
        | 31 January 2026 | declined |
        | 1 February 2026 | declined |
        | 3 February 2026 | declined |
      And Globex was sent no letter
      And Globex has paid:
        | date            | amount   | method        | applied to      | unapplied |
        | 4 February 2026 | 1,100.00 | bank transfer | January invoice | 0.00      |
      And the journal of February 2026 is:
        | date            | source  | account     | debit    | credit   |
        | 4 February 2026 | payment | Cash        | 1,100.00 |          |
        | 4 February 2026 | payment | Receivables |          | 1,100.00 |
      And finance closes February 2026 without a difference

    Scenario: The money comes by transfer after the first letter
      Given the card of Globex is declined every time
      When Globex transfers 1,100.00 USD on 13 February 2026 for the January invoice
      And time passes to 31 March 2026
      Then Globex was sent these letters:
        | date            | letter           | open     |
        | 7 February 2026 | Payment reminder | 1,100.00 |
      And Globex owes nothing
      And finance closes March 2026 without a difference

    Scenario: A part comes by transfer, the next retry asks for the rest
      # 1,100.00 - 400.00 = 700.00.
      Given the card of Globex is declined 2 times and then works
      When Globex transfers 400.00 USD on 2 February 2026
      And time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | amount   | outcome  |
        | 31 January 2026 | 1,100.00 | declined |
        | 1 February 2026 | 1,100.00 | declined |
        | 3 February 2026 | 700.00   | succeeds |
      And Globex owes nothing
      And the journal of February 2026 is:
        | date            | source  | account          | debit  | credit |
        | 2 February 2026 | payment | Cash             | 400.00 |        |
        | 2 February 2026 | payment | Receivables      |        | 400.00 |
        | 3 February 2026 | payment | Gateway clearing | 700.00 |        |
        | 3 February 2026 | payment | Receivables      |        | 700.00 |
      And finance closes February 2026 without a difference

    Scenario: The customer disputes while the card is being retried
      # In dispute since 2 February: the retries of 3 and 5 February are left out; the card is charged again on the day
      # of the decision, because a retry day has passed since the last attempt.
      Given the card of Globex is declined 2 times and then works
      When Globex disputes the January invoice on 2 February 2026 because "double booking"
      And the dispute of Globex is rejected on 6 February 2026
      And time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | amount   | outcome  |
        | 31 January 2026 | 1,100.00 | declined |
        | 1 February 2026 | 1,100.00 | declined |
        | 6 February 2026 | 1,100.00 | succeeds |
      And Globex was sent no letter
      And Globex owes nothing

  Rule: Every invoice has retries of its own

    Background:
      Given the company "Northwind SaaS"
      # 30 * 10.00 = 300.00 and tax 15.00. Net 14: due on 15 May, 15 June and 15 July.
      And "Initech" signed on 1 May 2026 for 3 months, billed monthly in advance, net 14, tax 5%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |

    Scenario: Lost card, new card
      # The lost card is tried once for each invoice. The new card pays what falls due from then on.
      Given the card of Initech is declined for good
      When Initech gives a new card on 20 June 2026
      And time passes to 31 July 2026
      Then the attempts to collect from Initech were:
        | date         | invoice      | amount | outcome           |
        | 15 May 2026  | May invoice  | 315.00 | declined for good |
        | 15 June 2026 | June invoice | 315.00 | declined for good |
        | 15 July 2026 | July invoice | 315.00 | succeeds          |
      And Initech was sent these letters:
        | date         | letter           | invoice      | open   |
        | 22 May 2026  | Payment reminder | May invoice  | 315.00 |
        | 29 May 2026  | Second reminder  | May invoice  | 315.00 |
        | 14 June 2026 | Final notice     | May invoice  | 315.00 |
        | 22 June 2026 | Payment reminder | June invoice | 315.00 |
        | 29 June 2026 | Second reminder  | June invoice | 315.00 |
        | 15 July 2026 | Final notice     | June invoice | 315.00 |
      And Initech has these open invoices:
        | invoice      | due          | open   | days overdue |
        | May invoice  | 15 May 2026  | 315.00 | 77           |
        | June invoice | 15 June 2026 | 315.00 | 46           |
      And finance closes July 2026 without a difference

    Scenario: The first works, the second is declined, the third works
      Given the card of Initech works 1 time and is then declined
      When Initech gives a new card on 22 June 2026
      And time passes to 31 July 2026
      Then the attempts to collect from Initech were:
        | date         | invoice      | outcome  |
        | 15 May 2026  | May invoice  | succeeds |
        | 15 June 2026 | June invoice | declined |
        | 16 June 2026 | June invoice | declined |
        | 18 June 2026 | June invoice | declined |
        | 20 June 2026 | June invoice | declined |
        | 22 June 2026 | June invoice | declined |
        | 15 July 2026 | July invoice | succeeds |
      And Initech owes 315.00 USD
      And Initech was sent these letters:
        | date         | letter           | invoice      |
        | 22 June 2026 | Payment reminder | June invoice |
        | 29 June 2026 | Second reminder  | June invoice |
        | 15 July 2026 | Final notice     | June invoice |
      And finance closes July 2026 without a difference

  Rule: Another schedule

    Background:
      Given the company "Northwind SaaS"

    Scenario: Retries and letters of the story's own, over the end of a leap February
      # Due on 15 February 2028: + 2 days is 17 February, + 14 is 29 February, + 20 is 6 March; letters + 15 and + 21.
      Given failed payments are retried after 2, 14 and 20 days
      And these dunning letters:
        | letter      | days after the due date |
        | A friendly word | 15                  |
        | A last word     | 21                  |
      And "Umbrella" signed on 1 February 2028 for 1 month, billed monthly in advance, net 14, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 5        | 10.00 USD       |
      And the card of Umbrella is declined 3 times and then works
      When time passes to 31 March 2028
      Then the attempts to collect from Umbrella were:
        | date             | invoice          | amount | outcome  |
        | 15 February 2028 | February invoice | 55.00  | declined |
        | 17 February 2028 | February invoice | 55.00  | declined |
        | 29 February 2028 | February invoice | 55.00  | declined |
        | 6 March 2028     | February invoice | 55.00  | succeeds |
      And Umbrella was sent these letters:
        | date         | letter          | open  |
        | 1 March 2028 | A friendly word | 55.00 |
      And the journal of March 2028 is:
        | date         | source  | account          | debit | credit |
        | 6 March 2028 | payment | Gateway clearing | 55.00 |        |
        | 6 March 2028 | payment | Receivables      |       | 55.00  |
      And finance closes March 2028 without a difference

    Scenario: No retries at all
      Given failed payments are not retried
      And "Umbrella" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 5        | 10.00 USD       |
      And the card of Umbrella is declined every time
      When time passes to 31 March 2026
      Then the attempts to collect from Umbrella were:
        | date         | amount | outcome  |
        | 2 March 2026 | 50.00  | declined |
      And Umbrella was sent these letters:
        | date          | letter           | open  |
        | 9 March 2026  | Payment reminder | 50.00 |
        | 16 March 2026 | Second reminder  | 50.00 |
      And nothing is posted in March 2026

    Scenario: A customer without a card is only written to
      Given "Umbrella" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 5        | 10.00 USD       |
      When time passes to 7 February 2026
      Then there was no attempt to collect from Umbrella
      And Umbrella was sent these letters:
        | date            | letter           | open  |
        | 7 February 2026 | Payment reminder | 50.00 |
      And Umbrella was sent no letter since 8 February 2026

    Scenario: Euros, retried after 2 and 5 days
      # 30 * 9.90 = 297.00 and 19% 56.43, due on 31 March. 1% of 353.43 = 3.53 is expected to be lost, until it is paid.
      Given the company "Contoso Europe"
      And "Black Mesa" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax code "standard":
        | product        | plan    | quantity | price per month |
        | Workspace seat | Monthly | 30       | 9.90 EUR        |
      And the card of Black Mesa is declined 2 times and then works
      When time passes to 30 April 2026
      Then the attempts to collect from Black Mesa were:
        | date          | invoice       | amount | outcome  |
        | 31 March 2026 | March invoice | 353.43 | declined |
        | 2 April 2026  | March invoice | 353.43 | declined |
        | 5 April 2026  | March invoice | 353.43 | succeeds |
      And the journal of April 2026 is:
        | date          | source    | account             | debit  | credit |
        | 5 April 2026  | payment   | Gateway clearing    | 353.43 |        |
        | 5 April 2026  | payment   | Receivables         |        | 353.43 |
        | 30 April 2026 | allowance | Loss allowance      | 3.53   |        |
        | 30 April 2026 | allowance | Credit loss expense |        | 3.53   |
      And finance closes April 2026 without a difference

    Scenario: Yen, retried after 1, 3 and 7 days
      Given the company "Sakura Cloud"
      And "Kaiba Works" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax code "standard":
        | product    | quantity | price per month |
        | Cloud seat | 3        | 1,500 JPY       |
      And the card of Kaiba Works is declined every time
      When time passes to 31 May 2026
      Then the attempts to collect from Kaiba Works were:
        | date       | invoice       | amount | outcome  |
        | 1 May 2026 | April invoice | 4,950  | declined |
        | 2 May 2026 | April invoice | 4,950  | declined |
        | 4 May 2026 | April invoice | 4,950  | declined |
        | 8 May 2026 | April invoice | 4,950  | declined |
      And Kaiba Works was sent these letters:
        | date        | letter           | open  |
        | 15 May 2026 | Payment reminder | 4,950 |
        | 31 May 2026 | Final notice     | 4,950 |
      And nothing is posted in May 2026
      And finance closes May 2026 without a difference
