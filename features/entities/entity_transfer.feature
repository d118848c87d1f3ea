@entities @transfer @wave-2 @req:Q2C-063
Feature: A contract passes to another legal entity
  The group moves customers from one of its companies to another. The company that served until then keeps its invoices, their
  tax and what it has earned; the other serves, invoices and earns from the day of the transfer. What was billed ahead is owed
  between the two. The group earns nothing by it, and no day twice.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: In the middle of a year that is billed and paid
    # 1,825.00 for the 365 days of 2026, 5.00 a day: 1,060.00 for 212 days to 31 July, 75.00 for 15 days of August, 690.00 left.
    Given Globex pays every invoice when it is due
    And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When the contract of Globex passes to the legal entity Northwind Canada from 16 August 2026
    And time passes to 31 August 2026
    Then the journal of August 2026 is:
      | date           | entity | source   | account            | debit  | credit |
      | 16 August 2026 | NA     | revenue  | Contract liability | 75.00  |        |
      | 16 August 2026 | NA     | revenue  | Revenue            |        | 75.00  |
      | 16 August 2026 | NA     | transfer | Contract liability | 690.00 |        |
      | 16 August 2026 | NA     | transfer | Due to group       |        | 690.00 |
      | 16 August 2026 | NC     | transfer | Due from group     | 690.00 |        |
      | 16 August 2026 | NC     | transfer | Contract liability |        | 690.00 |
      | 31 August 2026 | NC     | revenue  | Contract liability | 80.00  |        |
      | 31 August 2026 | NC     | revenue  | Revenue            |        | 80.00  |
    And the entities owe each other on 31 August 2026:
      | entity | counterparty | due from | due to |
      | NC     | NA           | 690.00   |        |
      | NA     | NC           |          | 690.00 |
    And the consolidated trial balance for August 2026 is:
      | account            | combined  | eliminated | consolidated |
      | Gateway clearing   | 2,007.50  | 0.00       | 2,007.50     |
      | Due from group     | 690.00    | -690.00    | 0.00         |
      | Contract liability | -610.00   | 0.00       | -610.00      |
      | Sales tax payable  | -182.50   | 0.00       | -182.50      |
      | Due to group       | -690.00   | 690.00     | 0.00         |
      | Revenue            | -1,215.00 | 0.00       | -1,215.00    |
    And the trial balance of "NC" for August 2026 is:
      | account            | opening | debits | credits | closing |
      | Due from group     | 0.00    | 690.00 |         | 690.00  |
      | Contract liability | 0.00    | 80.00  | 690.00  | -610.00 |
      | Revenue            | 0.00    |        | 80.00   | -80.00  |
    And finance closes August 2026 without a difference
    When Northwind America settles 690.00 USD with Northwind Canada on 1 September 2026
    And time passes to 1 January 2027
    Then Globex is invoiced:
      | date           | entity            | net      | tax    |
      | 1 January 2026 | Northwind America | 1,825.00 | 182.50 |
      | 1 January 2027 | Northwind Canada  | 1,825.00 | 182.50 |
    And nothing else is invoiced
    And nothing else is credited
    And the ledger of "NC" shows on 31 December 2026:
      | account            | debit  | credit |
      | Contract liability |        |        |
      | Revenue            |        | 690.00 |
      | Due from group     |        |        |
      | Cash               | 690.00 |        |
    And finance closes December 2026 without a difference

  Scenario: What is earned before it is billed passes on too
    # 31 * 10.00 = 310.00 a month in arrears: 100.00 for ten days of March stays with America as revenue, and what it may
    # bill for them passes to Canada, which invoices the whole month.
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 31       | 10.00 USD       |
    When the contract of Globex passes to the legal entity "NC" from 11 March 2026
    And time passes to 1 April 2026
    Then the journal of March 2026 is:
      | date          | entity | source           | account             | debit  | credit |
      | 1 March 2026  | NA     | March invoice    | Receivables         | 310.00 |        |
      | 1 March 2026  | NA     | March invoice    | Unbilled receivable |        | 310.00 |
      | 11 March 2026 | NA     | revenue          | Unbilled receivable | 100.00 |        |
      | 11 March 2026 | NA     | revenue          | Revenue             |        | 100.00 |
      | 11 March 2026 | NA     | transfer         | Unbilled receivable |        | 100.00 |
      | 11 March 2026 | NA     | transfer         | Due from group      | 100.00 |        |
      | 11 March 2026 | NC     | transfer         | Unbilled receivable | 100.00 |        |
      | 11 March 2026 | NC     | transfer         | Due to group        |        | 100.00 |
      | 31 March 2026 | NC     | revenue          | Unbilled receivable | 210.00 |        |
      | 31 March 2026 | NC     | revenue          | Revenue             |        | 210.00 |
    And Globex is invoiced:
      | date         | from         | to            | entity | net    |
      | 1 April 2026 | 1 March 2026 | 31 March 2026 | NC     | 310.00 |
    And the ledger of "NC" shows on 1 April 2026:
      | account             | debit  | credit |
      | Receivables         | 310.00 |        |
      | Unbilled receivable |        |        |
    And finance closes March 2026 without a difference

  Scenario: A credit of what the first entity billed is its own, and charged on
    # 1,825.00 a year of one license, 5.00 a day. On 1 September the customer leaves: 122 days are 610.00, tax 61.00. America's
    # invoice is credited by America; the liability it gives up is Canada's, so America owes Canada 610.00 less.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    And the contract of Globex passes to the legal entity "NC" from 16 August 2026
    When Globex cancels on 1 September 2026
    And time passes to 30 September 2026
    Then Globex is credited:
      | date             | entity | net    | tax   | credits         |
      | 1 September 2026 | NA     | 610.00 | 61.00 | January invoice |
    And the journal of September 2026 is:
      | date             | entity | source      | account            | debit  | credit |
      | 1 September 2026 | NA     | credit memo | Due to group       | 610.00 |        |
      | 1 September 2026 | NA     | credit memo | Sales tax payable  | 61.00  |        |
      | 1 September 2026 | NA     | credit memo | Receivables        |        | 671.00 |
      | 1 September 2026 | NC     | credit memo | Contract liability | 610.00 |        |
      | 1 September 2026 | NC     | credit memo | Due from group     |        | 610.00 |
    And the entities owe each other on 30 September 2026:
      | entity | counterparty | due from | due to |
      | NC     | NA           | 80.00    |        |
      | NA     | NC           |          | 80.00  |
    And nothing else is invoiced since 2 January 2026
    And finance closes September 2026 without a difference

  Scenario: Signed after the month was closed, each entity still earns its own days
    # 310.00 a month. March was America's in full, 160.00 of it for the 16 days from the 16th. In April America takes them back,
    # and hands over 160.00 and the 310.00 of April that it has invoiced; Canada earns both in April, its open month.
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 31       | 10.00 USD       |
    When time passes to 31 March 2026
    And finance closes March 2026
    And Globex signs on 10 April 2026 that the contract passes to the legal entity "NC" from 16 March 2026
    And time passes to 1 May 2026
    Then the journal from 2 April 2026 to 30 April 2026 is:
      | date          | entity | source   | account            | debit  | credit |
      | 10 April 2026 | NA     | revenue  | Revenue            | 160.00 |        |
      | 10 April 2026 | NA     | revenue  | Contract liability |        | 160.00 |
      | 10 April 2026 | NA     | transfer | Contract liability | 470.00 |        |
      | 10 April 2026 | NA     | transfer | Due to group       |        | 470.00 |
      | 10 April 2026 | NC     | transfer | Due from group     | 470.00 |        |
      | 10 April 2026 | NC     | transfer | Contract liability |        | 470.00 |
      | 30 April 2026 | NC     | revenue  | Contract liability | 470.00 |        |
      | 30 April 2026 | NC     | revenue  | Revenue            |        | 470.00 |
    And Globex is invoiced:
      | date         | entity | net    |
      | 1 April 2026 | NA     | 310.00 |
      | 1 May 2026   | NC     | 310.00 |
    And finance closes April 2026 without a difference

  Scenario: More seats on the day of the transfer are the new entity's
    # 16 of 31 days: 10 * 10.00 * 16/31 = 51.6129, invoiced by Canada; what America billed of March passes on, 310.00 * 16/31 = 160.00.
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 31       | 10.00 USD       |
    When the contract of Globex passes to the legal entity "NC" from 16 March 2026
    And Globex adds 10 "Platform seat" from 16 March 2026
    And time passes to 31 March 2026
    Then Globex is invoiced:
      | date          | entity | quantity | net                |
      | 1 March 2026  | NA     | 31       | 310.00             |
      | 16 March 2026 | NC     | 10       | 10 * 10.00 * 16/31 |
    And the ledger shows on 31 March 2026 exactly:
      | entity | account        | debit  | credit |
      | NA     | Receivables    | 930.00 |        |
      | NA     | Due to group   |        | 160.00 |
      | NA     | Revenue        |        | 770.00 |
      | NC     | Receivables    | 51.61  |        |
      | NC     | Due from group | 160.00 |        |
      | NC     | Revenue        |        | 211.61 |
    And finance closes March 2026 without a difference

  Scenario: Where open invoices are billed anew, the new entity bills them under its own number and owes their tax
    # 300.00 * 9/30 = 90.00 of June is served by America. Its invoice of 330.00 with tax is voided, Canada bills it: what America
    # has earned of it, it may have from Canada.
    Given these conventions:
      | question                                | answer                 |
      | open invoices of a transferred contract | voided and billed anew |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When the contract of Globex passes to the legal entity "NC" from 10 June 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date         | entity | net    | tax   |
      | 1 June 2026  | NA     | 300.00 | 30.00 |
      | 10 June 2026 | NC     | 300.00 | 30.00 |
    And nothing else is invoiced
    And Globex is credited:
      | date         | entity | net    | tax   |
      | 10 June 2026 | NA     | 300.00 | 30.00 |
    And the ledger shows on 30 June 2026 exactly:
      | entity | account           | debit  | credit |
      | NA     | Due from group    | 90.00  |        |
      | NA     | Revenue           |        | 90.00  |
      | NC     | Receivables       | 330.00 |        |
      | NC     | Due to group      |        | 90.00  |
      | NC     | Sales tax payable |        | 30.00  |
      | NC     | Revenue           |        | 210.00 |
    And finance closes June 2026 without a difference

  Rule: What cannot be

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 31       | 10.00 USD       |

    Scenario: It is of that entity already
      When the contract of Globex passes to the legal entity "NA" from 16 March 2026
      Then billing holds these exceptions:
        | event              | customer | reason                                         |
        | "order closed-won" | Globex   | contract C-1 is between Globex and NA already on 16 March 2026  |
      And finance cannot close March 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

    Scenario: The ledger never hears of it, and then it does
      # Canada invoices April; the ledger holds the contract in America's books, so the 310.00 would be owed between the two.
      Given the integration loses the event "contract amended"
      When Globex signs on 20 March 2026 that the contract passes to the legal entity "NC" from 1 April 2026
      And time passes to 30 April 2026
      Then finance cannot close April 2026, among other reasons because:
        | reconciliation     | billing | ledger | difference | explained by                                     |
        | Contract transfers | 1       | 0      | 1          | contract C-1 has not passed on in the ledger |
      When everything is repaired and delivered again
      And time passes to 31 May 2026
      Then the ledger shows on 31 May 2026 exactly:
        | entity | account     | debit  | credit |
        | NA     | Receivables | 930.00 |        |
        | NA     | Revenue     |        | 930.00 |
        | NC     | Receivables | 620.00 |        |
        | NC     | Revenue     |        | 620.00 |
      And finance closes May 2026 without a difference

  Rule: On the day of an invoice

    Scenario Outline: The invoice of the day itself, <signed>
      # 1,000.00 a month. What was issued on the morning of the transfer America keeps, and owes Canada for the month; signed before, Canada invoices.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex signs on <signed> that the contract passes to the legal entity "NC" from 1 March 2026
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026 exactly:
        | entity | account        | debit     | credit   |
        | NA     | Receivables    | <america> |          |
        | NA     | Due to group   |           | <owed>   |
        | NA     | Revenue        |           | 2,000.00 |
        | NC     | Receivables    | <canada>  |          |
        | NC     | Due from group | <owed>    |          |
        | NC     | Revenue        |           | 1,000.00 |
      And finance closes March 2026 without a difference

      Examples:
        | signed           | america  | canada   | owed     |
        | 1 March 2026     | 3,000.00 |          | 1,000.00 |
        | 20 February 2026 | 2,000.00 | 1,000.00 |          |
