@amendments @billing-rhythm @conventions @req:Q2C-381
Feature: A running contract is billed in another rhythm
  The customer wants a smaller bill each month, or one for the whole year. What is served and what it costs stay as they were: it
  is no modification (handbook, section 3), so revenue goes on as before. The rhythm changes with the next billing period that is not
  billed yet or, by convention, at once: then the rest of the running period is credited and billed anew.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | revenue schedule | contract term |
      | revenue spread   | by month      |

  Rule: From the next billing period

    Background:
      # 10 * 10.00 = 100.00 a month, 300.00 a quarter, 1,200.00 in all.
      Given "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |

    Scenario: Quarters become months, and revenue stays as it was
      When Globex is billed monthly in advance from 16 February 2026
      And time passes to 31 May 2026
      Then Globex is invoiced:
        | date           | due             | from           | to            | net    | tax   |
        | 1 January 2026 | 31 January 2026 | 1 January 2026 | 31 March 2026 | 300.00 | 30.00 |
        | 1 April 2026   | 1 May 2026      | 1 April 2026   | 30 April 2026 | 100.00 | 10.00 |
        | 1 May 2026     | 31 May 2026     | 1 May 2026     | 31 May 2026   | 100.00 | 10.00 |
      And nothing else is invoiced
      And Globex is credited nothing
      And the revenue schedule versions of Globex are:
        | product       | version | from           | reason          | amount   |
        | Platform seat | 1       | 1 January 2026 | contract signed | 1,200.00 |
      And the journal of April 2026 is:
        | date          | source        | account            | debit  | credit |
        | 1 April 2026  | April invoice | Receivables        | 110.00 |        |
        | 1 April 2026  | April invoice | Contract liability |        | 100.00 |
        | 1 April 2026  | April invoice | Sales tax payable  |        | 10.00  |
        | 30 April 2026 | revenue       | Contract liability | 100.00 |        |
        | 30 April 2026 | revenue       | Revenue            |        | 100.00 |
      And finance closes April 2026 without a difference
      And the ledger shows on 31 May 2026:
        | account            | debit  | credit |
        | Receivables        | 550.00 |        |
        | Contract liability |        |        |
        | Revenue            |        | 500.00 |
      When time passes to 31 December 2026
      Then Globex is invoiced 1,320.00 USD in all
      And the revenue of December 2026 is 100.00 USD
      And finance closes December 2026 without a difference

    Scenario Outline: Quarters become <billed>
      # What is left after the first quarter is 900.00.
      When Globex is billed <billed> from 16 February 2026
      And time passes to 31 January 2027
      Then Globex is invoiced:
        | date    | due   | from    | to    | net   | tax   |
        | 1 January 2026 | 31 January 2026 | 1 January 2026 | 31 March 2026 | 300.00 | 30.00 |
        | <first> | <due> | 1 April 2026 | <to> | <net> | <tax> |
      And Globex is invoiced 1,320.00 USD in all
      And Globex is credited nothing
      And the revenue of April 2026 is 100.00 USD
      And the ledger shows on 31 December 2026:
        | account | debit | credit   |
        | Revenue |       | 1,200.00 |
      And finance closes April 2026 without a difference
      And finance closes December 2026 without a difference
      And finance closes January 2027 without a difference

      Examples:
        | billed                              | first        | due             | to             | net    | tax   |
        | monthly in arrears                  | 1 May 2026   | 31 May 2026     | 30 April 2026  | 100.00 | 10.00 |
        | quarterly in arrears                | 1 July 2026  | 31 July 2026    | 30 June 2026   | 300.00 | 30.00 |
        | every 9 months in advance           | 1 April 2026 | 1 May 2026      | 31 December 2026 | 900.00 | 90.00 |
        | every 3 months in advance, 10 days ahead | 22 March 2026 | 21 April 2026 | 30 June 2026 | 300.00 | 30.00 |

    Scenario: Another day of the month
      # Months from the 15th: 1 to 14 April is 14 of the 31 days from 15 March to 14 April, 100.00 * 14/31 = 45.1613; 15 to 31
      # December is 17 of 31, 54.8387.
      When on 16 March 2026 Globex agrees to be billed monthly in advance on the 15th from 1 April 2026
      And time passes to 31 December 2026
      Then Globex is invoiced:
        | date             | from             | to               | net            |
        | 1 January 2026   | 1 January 2026   | 31 March 2026    | 300.00         |
        | 1 April 2026     | 1 April 2026     | 14 April 2026    | 100.00 * 14/31 |
        | 15 April 2026    | 15 April 2026    | 14 May 2026      | 100.00         |
        | 15 December 2026 | 15 December 2026 | 31 December 2026 | 100.00 * 17/31 |
      And Globex is invoiced 1,320.00 USD in all
      And the revenue of April 2026 is 100.00 USD
      And finance closes April 2026 without a difference
      And finance closes December 2026 without a difference

    Scenario: Agreed late, for a quarter that is billed
      # On 10 May the quarter from 1 April is billed and stays so.
      When on 10 May 2026 Globex agrees to be billed monthly in advance from 1 April 2026
      And time passes to 31 July 2026
      Then Globex is invoiced:
        | date           | from           | to            | net    |
        | 1 January 2026 | 1 January 2026 | 31 March 2026 | 300.00 |
        | 1 April 2026   | 1 April 2026   | 30 June 2026  | 300.00 |
        | 1 July 2026    | 1 July 2026    | 31 July 2026  | 100.00 |
      And nothing else is invoiced
      And Globex is credited nothing
      And the revenue of May 2026 is 100.00 USD
      And finance closes May 2026 without a difference
      And finance closes July 2026 without a difference

    Scenario: More seats and another rhythm in one amendment
      # 10 more seats from 16 February: 100.00 a month, 44 of the quarter's 90 days. From 1 April 20 * 10.00 a month.
      When Globex signs an amendment on 16 February 2026, effective 16 February 2026:
        | change       | product       | quantity | billed             |
        | add quantity | Platform seat | 10       |                    |
        | billing      |               |          | monthly in advance |
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date             | from             | to            | quantity | net              | cause   |
        | 1 January 2026   | 1 January 2026   | 31 March 2026 | 10       | 300.00           | regular |
        | 16 February 2026 | 16 February 2026 | 31 March 2026 | 10       | 300.00 * 44/90   | upsell  |
        | 1 April 2026     | 1 April 2026     | 30 April 2026 | 20       | 200.00           | regular |
      And nothing else is invoiced
      And Globex is credited nothing
      And finance closes April 2026 without a difference

    Scenario: The change is withdrawn before its day
      When on 16 February 2026 Globex agrees to be billed monthly in advance from 1 April 2026
      And Globex withdraws amendment A-2 on 20 March 2026
      And time passes to 30 June 2026
      Then Globex is invoiced:
        | date           | net    |
        | 1 January 2026 | 300.00 |
        | 1 April 2026   | 300.00 |
      And nothing else is invoiced
      And Globex is credited nothing
      And finance closes June 2026 without a difference

    Scenario: It is quoted, previewed and billed so
      When sales quotes Globex a change of the contract on 16 February 2026, effective 1 April 2026:
        | change  | billed             |
        | billing | monthly in advance |
      Then the quote for Globex previews:
        | what       | date         | for           | from         | to            | net    | tax   |
        | charge     | 1 April 2026 | Platform seat | 1 April 2026 | 30 April 2026 | 100.00 | 10.00 |
        | instead of | 1 April 2026 | Platform seat | 1 April 2026 | 30 June 2026  | 300.00 | 30.00 |
      And the quote for Globex comes to:
        | figure                     | amount   |
        | credited                   | 0.00     |
        | charged                    | 100.00   |
        | tax                        | 10.00    |
        | to pay                     | 110.00   |
        | instead of                 | 330.00   |
        | recurring a month, without | 100.00   |
        | recurring a month          | 100.00   |
        | contract total, without    | 1,200.00 |
        | contract total             | 1,200.00 |
      When Globex signs the quote on 16 February 2026
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date           | net    |
        | 1 January 2026 | 300.00 |
        | 1 April 2026   | 100.00 |
      And nothing else is invoiced
      And finance closes April 2026 without a difference

  Rule: At once, where that is the convention

    Background:
      Given these conventions:
        | question                  | answer  |
        | another rhythm of billing | at once |
      And "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance by the calendar, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |

    Scenario: In the middle of a quarter
      # 16 February to 31 March: 44 of the quarter's 90 days go back, 300.00 * 44/90 = 146.6667; of February 13 of 28 days are billed,
      # 100.00 * 13/28 = 46.4286. A quarter by its days and its months by theirs differ by 146.67 - 46.43 - 100.00 = 0.24.
      When Globex is billed monthly in advance by the calendar from 16 February 2026
      And time passes to 31 March 2026
      Then Globex is credited:
        | date             | from             | to            | net            | tax   | credits         |
        | 16 February 2026 | 16 February 2026 | 31 March 2026 | 300.00 * 44/90 | 14.67 | January invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date             | from             | to               | net            | tax   | cause          |
        | 1 January 2026   | 1 January 2026   | 31 March 2026    | 300.00         | 30.00 | regular        |
        | 16 February 2026 | 16 February 2026 | 28 February 2026 | 100.00 * 13/28 | 4.64  | billing change |
        | 1 March 2026     | 1 March 2026     | 31 March 2026    | 100.00         | 10.00 | regular        |
      And nothing else is invoiced
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario: On the day a quarter begins, when it is billed already
      # The invoice of 1 April over 300.00 goes back whole and a month is billed.
      When Globex is billed monthly in advance by the calendar from 1 April 2026
      And time passes to 30 April 2026
      Then Globex is credited:
        | date         | from         | to           | net    | tax   | credits       |
        | 1 April 2026 | 1 April 2026 | 30 June 2026 | 300.00 | 30.00 | April invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date         | from         | to            | net    | tax   |
        | 1 April 2026 | 1 April 2026 | 30 June 2026  | 300.00 | 30.00 |
        | 1 April 2026 | 1 April 2026 | 30 April 2026 | 100.00 | 10.00 |
      And nothing else is invoiced since 2 January 2026
      And the journal of April 2026 is:
        | date          | source                 | account            | debit  | credit |
        | 1 April 2026  | April invoice          | Receivables        | 330.00 |        |
        | 1 April 2026  | April invoice          | Contract liability |        | 300.00 |
        | 1 April 2026  | April invoice          | Sales tax payable  |        | 30.00  |
        | 1 April 2026  | credit memo            | Contract liability | 300.00 |        |
        | 1 April 2026  | credit memo            | Sales tax payable  | 30.00  |        |
        | 1 April 2026  | credit memo            | Receivables        |        | 330.00 |
        | 1 April 2026  | billing change invoice | Receivables        | 110.00 |        |
        | 1 April 2026  | billing change invoice | Contract liability |        | 100.00 |
        | 1 April 2026  | billing change invoice | Sales tax payable  |        | 10.00  |
        | 30 April 2026 | revenue                | Contract liability | 100.00 |        |
        | 30 April 2026 | revenue                | Revenue            |        | 100.00 |
      And finance closes April 2026 without a difference

    Scenario: Back-dated over an issued invoice
      # From 1 April: the quarter's 300.00 go back on 10 May, April and May are billed that day, June on its own.
      When on 10 May 2026 Globex agrees to be billed monthly in advance by the calendar from 1 April 2026
      And time passes to 30 June 2026
      Then Globex is credited:
        | date        | from         | to           | net    | credits       |
        | 10 May 2026 | 1 April 2026 | 30 June 2026 | 300.00 | April invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date         | from         | to            | net    | cause          |
        | 1 April 2026 | 1 April 2026 | 30 June 2026  | 300.00 | regular        |
        | 10 May 2026  | 1 April 2026 | 30 April 2026 | 100.00 | billing change |
        | 10 May 2026  | 1 May 2026   | 31 May 2026   | 100.00 | billing change |
        | 1 June 2026  | 1 June 2026  | 30 June 2026  | 100.00 | regular        |
      And nothing else is invoiced since 2 January 2026
      And the revenue of May 2026 is 100.00 USD
      And finance closes May 2026 without a difference
      And finance closes June 2026 without a difference

  Rule: What cannot be

    Scenario Outline: <why>
      Given these conventions:
        | question                  | answer   |
        | another rhythm of billing | <answer> |
        | proration                 | <days>   |
      And "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance by the calendar, net 30, no tax:
        | product       | quantity | price per <per> |
        | Platform seat | 10       | 10.00 USD       |
      When Globex is billed <billed> from <day>
      Then billing holds these exceptions:
        | event              | customer | date  | reason   |
        | "order closed-won" | Globex   | <day> | <reason> |
      And Globex is invoiced nothing since 2 January 2026
      And finance cannot close February 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | 2   | 1       | 1          | *            |

      Examples:
        | why                                     | answer                        | days                      | per            | billed                              | day              | reason |
        | It is billed so already                 | from the next billing period  | actual days of the period | month          | quarterly in advance by the calendar | 16 February 2026 | contract C-1 is billed quarterly in advance by the calendar on 1 April 2026 already |
        | A price for each billing period         | from the next billing period  | actual days of the period | billing period | monthly in advance                  | 16 February 2026 | contract C-1 cannot be billed monthly in advance from 1 April 2026 on: the price of 'Platform seat' is for each billing period, and would be another one; agree a price for a month, quarter or year first |
        | A price for months, billed by weeks     | from the next billing period  | actual days of the period | month          | every 2 weeks in advance            | 16 February 2026 | contract C-1 cannot be billed every 2 weeks in advance from 1 April 2026 on: the price of 'Platform seat' is for months, and a month is no number of days; bill it by months |
        | Where no period is divided              | at once                       | full price at once        | month          | monthly in advance by the calendar  | 16 February 2026 | contract C-1 cannot be billed monthly in advance by the calendar from 16 February 2026 on: no billing period is divided here; let it begin with the next one, 1 April 2026 |
        | In advance becomes in arrears in between | at once                      | actual days of the period | month          | quarterly in arrears by the calendar | 16 February 2026 | contract C-1 cannot be billed quarterly in arrears by the calendar from 16 February 2026 on: that day lies within a billing period of 1 January 2026 to 31 March 2026 in both; let it begin with the next one, 1 April 2026 |

    Scenario: In the last billing period
      Given "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex is billed monthly in advance from 15 November 2026
      Then billing holds these exceptions:
        | event              | customer | date             | reason |
        | "order closed-won" | Globex   | 15 November 2026 | contract C-1 has no billing period after 15 November 2026 that is not billed yet; it ends on 31 December 2026: agree the change with its renewal, or under the convention that changes at once |
      And Globex is invoiced nothing since 2 October 2026
      And finance cannot close November 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | 2   | 1       | 1          | *            |
