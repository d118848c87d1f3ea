@entities @transfer @conventions @wave-3 @req:Q2C-340
Feature: What a customer has to their credit goes along with a contract to another legal entity
  With a contract may go all that stands about its customer: what is billed and not earned, what is open, cash that settled nothing
  and credit on the account. Whoever takes over owes the one who hands over what is open, and is owed the rest. Nothing is earned
  by it, and nothing is billed, credited or paid: what the group has together stays as it is.

  Background:
    # 1,200.00 for 2026, 100.00 a month, tax 120.00; 990.00 of 1,320.00 are paid: 330.00 are open. 30.00 came for nothing known.
    # On 31 July 700.00 are earned and 500.00 are not.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And these conventions:
      | question                                            | answer        |
      | proration                                           | 30/360        |
      | revenue schedule                                    | contract term |
      | revenue spread                                      | by month      |
      | payment application                                 | by hand       |
      | open invoices of a transferred contract             | novated       |
      | unapplied cash and credit of a transferred contract | novated       |

  Rule: The worked balance: 330 open, 30 unapplied, 500 not earned

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex transfers 990.00 USD on 20 January 2026 for the January invoice
      And Globex transfers 30.00 USD on 25 January 2026
      And time passes to 31 July 2026

    Scenario: All balances pass on
      When the contract of Globex passes to the legal entity "NC" from 1 August 2026
      And time passes to 31 August 2026
      # The transferor in all: D contract liability 500, D unapplied 30 / C receivables 330, C due to group 200.
      Then the journal of August 2026 is:
        | date           | entity | source   | account            | debit  | credit |
        | 1 August 2026  | NA     | transfer | Contract liability | 500.00 |        |
        | 1 August 2026  | NA     | transfer | Due to group       |        | 500.00 |
        | 1 August 2026  | NC     | transfer | Due from group     | 500.00 |        |
        | 1 August 2026  | NC     | transfer | Contract liability |        | 500.00 |
        | 1 August 2026  | NA     | novation | Due to group       | 330.00 |        |
        | 1 August 2026  | NA     | novation | Receivables        |        | 330.00 |
        | 1 August 2026  | NC     | novation | Receivables        | 330.00 |        |
        | 1 August 2026  | NC     | novation | Due from group     |        | 330.00 |
        | 1 August 2026  | NA     | novation | Unapplied cash     | 30.00  |        |
        | 1 August 2026  | NA     | novation | Due to group       |        | 30.00  |
        | 1 August 2026  | NC     | novation | Due from group     | 30.00  |        |
        | 1 August 2026  | NC     | novation | Unapplied cash     |        | 30.00  |
        | 31 August 2026 | NC     | revenue  | Contract liability | 100.00 |        |
        | 31 August 2026 | NC     | revenue  | Revenue            |        | 100.00 |
      And these open invoices have passed on:
        | date          | invoice         | customer | from | to | amount |
        | 1 August 2026 | January invoice | Globex   | NA   | NC | 330.00 |
      And these balances of customers have passed on:
        | date          | customer | balance        | from              | to               | amount |
        | 1 August 2026 | Globex   | unapplied cash | Northwind America | Northwind Canada | 30.00  |
      And the ledger shows on 31 August 2026 exactly:
        | entity | account            | debit    | credit |
        | NA     | Cash               | 1,020.00 |        |
        | NA     | Due to group       |          | 200.00 |
        | NA     | Sales tax payable  |          | 120.00 |
        | NA     | Revenue            |          | 700.00 |
        | NC     | Receivables        | 330.00   |        |
        | NC     | Due from group     | 200.00   |        |
        | NC     | Unapplied cash     |          | 30.00  |
        | NC     | Contract liability |          | 400.00 |
        | NC     | Revenue            |          | 100.00 |
      And the entities owe each other on 31 August 2026:
        | entity | counterparty | due from | due to |
        | NC     | NA           | 200.00   |        |
        | NA     | NC           |          | 200.00 |
      And Globex is invoiced:
        | date           | entity | net      | tax    |
        | 1 January 2026 | NA     | 1,200.00 | 120.00 |
      And nothing else is invoiced
      And nothing else is credited
      And Globex owes 330.00 USD
      And Globex has unapplied cash of 30.00 USD
      And the August 2026 close report shows:
        | entity | line                          | amount  |
        | NA     | Receivables, opening          | 330.00  |
        | NA     | Receivables, passed on        | -330.00 |
        | NA     | Receivables, closing          | 0.00    |
        | NA     | Contract liability, passed on | -500.00 |
        | NA     | Unapplied cash, passed on     | -30.00  |
        | NA     | Unapplied cash, closing       | 0.00    |
        | NC     | Receivables, passed on        | 330.00  |
        | NC     | Contract liability, passed on | 500.00  |
        | NC     | Released                      | 100.00  |
        | NC     | Contract liability, closing   | 400.00  |
        | NC     | Unapplied cash, passed on     | 30.00   |
        | NC     | Unapplied cash, closing       | 30.00   |
      And finance closes August 2026 without a difference

    Scenario: The cash pays the invoice with the new entity, and the two settle
      Given the contract of Globex passes to the legal entity "NC" from 1 August 2026
      When the unapplied cash of Globex is applied to the January invoice on 10 August 2026
      And Northwind America settles 200.00 USD with Northwind Canada on 15 August 2026
      And finance takes the payment off the January invoice of Globex on 20 August 2026
      And time passes to 31 August 2026
      Then the journal from 10 August 2026 to 31 August 2026 is:
        | date           | entity | source           | account            | debit  | credit |
        | 10 August 2026 | NC     | payment          | Unapplied cash     | 30.00  |        |
        | 10 August 2026 | NC     | payment          | Receivables        |        | 30.00  |
        | 15 August 2026 | NA     | intercompany     | Due to group       | 200.00 |        |
        | 15 August 2026 | NA     | intercompany     | Cash               |        | 200.00 |
        | 15 August 2026 | NC     | intercompany     | Cash               | 200.00 |        |
        | 15 August 2026 | NC     | intercompany     | Due from group     |        | 200.00 |
        | 20 August 2026 | NC     | payment reversal | Receivables        | 30.00  |        |
        | 20 August 2026 | NC     | payment reversal | Unapplied cash     |        | 30.00  |
        | 31 August 2026 | NC     | revenue          | Contract liability | 100.00 |        |
        | 31 August 2026 | NC     | revenue          | Revenue            |        | 100.00 |
      And Globex owes 330.00 USD
      And nothing else is invoiced since 2 January 2026
      And finance closes August 2026 without a difference

    Scenario: A credit of the old invoice is the old entity's, and charged on to the new one
      # Gone on 1 October: three of twelve months, 300.00 and 30.00 of tax. The service was Canada's and so is the receivable; the tax is
      # America's: Canada has 200.00 + 30.00 to get.
      Given the contract of Globex passes to the legal entity "NC" from 1 August 2026
      When Globex cancels on 1 October 2026
      And time passes to 31 October 2026
      Then Globex is credited:
        | date           | entity | net    | tax   | credits         |
        | 1 October 2026 | NA     | 300.00 | 30.00 | January invoice |
      And the journal from 1 October 2026 to 31 October 2026 is:
        | date           | entity | source      | account            | debit  | credit |
        | 1 October 2026 | NA     | credit memo | Sales tax payable  | 30.00  |        |
        | 1 October 2026 | NA     | credit memo | Due to group       |        | 30.00  |
        | 1 October 2026 | NC     | credit memo | Contract liability | 300.00 |        |
        | 1 October 2026 | NC     | credit memo | Due from group     | 30.00  |        |
        | 1 October 2026 | NC     | credit memo | Receivables        |        | 330.00 |
      And the ledger shows on 31 October 2026 exactly:
        | entity | account           | debit    | credit |
        | NA     | Cash              | 1,020.00 |        |
        | NA     | Due to group      |          | 230.00 |
        | NA     | Sales tax payable |          | 90.00  |
        | NA     | Revenue           |          | 700.00 |
        | NC     | Due from group    | 230.00   |        |
        | NC     | Unapplied cash    |          | 30.00  |
        | NC     | Revenue           |          | 200.00 |
      And finance closes October 2026 without a difference

    Scenario: Refunded by whoever owes it now
      Given the contract of Globex passes to the legal entity "NC" from 1 August 2026
      When finance refunds Globex 30.00 USD of unapplied cash on 10 August 2026
      And time passes to 31 August 2026
      Then the journal from 2 August 2026 to 30 August 2026 contains:
        | date           | entity | source | account        | debit | credit |
        | 10 August 2026 | NC     | refund | Unapplied cash | 30.00 |        |
        | 10 August 2026 | NC     | refund | Refund payable |       | 30.00  |
      And Globex has unapplied cash of 0.00 USD
      And finance closes August 2026 without a difference

    Scenario: The ledger does not hear of it, and then it does
      Given the integration loses the event "balance transferred"
      When the contract of Globex passes to the legal entity "NC" from 1 August 2026
      And time passes to 31 August 2026
      Then finance cannot close August 2026, among other reasons because:
        | reconciliation           | billing | ledger | difference | explained by                   |
        | Unapplied cash of Globex | 0.00    | 30.00  | -30.00     | novation NB-BT-2 not posted |
      When everything is repaired and delivered again
      And time passes to 30 September 2026
      Then the ledger of "NC" shows on 30 September 2026:
        | account        | debit | credit |
        | Unapplied cash |       | 30.00  |
      And finance closes September 2026 without a difference

  Rule: Which balances

    Scenario Outline: Of what is open, what is unapplied and what is not earned, <what>
      Given these conventions:
        | question                                            | answer     |
        | open invoices of a transferred contract             | <invoices> |
        | unapplied cash and credit of a transferred contract | <balances> |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex transfers 990.00 USD on 20 January 2026 for the January invoice
      And Globex transfers 30.00 USD on 25 January 2026
      And time passes to 31 July 2026
      When the contract of Globex passes to the legal entity "NC" from 1 August 2026
      And time passes to 1 August 2026
      Then the ledger shows on 1 August 2026 exactly:
        | entity | account            | debit     | credit    |
        | NA     | Cash               | 1,020.00  |           |
        | NA     | Receivables        | <ar of a> |           |
        | NA     | Unapplied cash     |           | <un of a> |
        | NA     | Due to group       |           | <owed>    |
        | NA     | Sales tax payable  |           | 120.00    |
        | NA     | Revenue            |           | 700.00    |
        | NC     | Receivables        | <ar of c> |           |
        | NC     | Due from group     | <owed>    |           |
        | NC     | Unapplied cash     |           | <un of c> |
        | NC     | Contract liability |           | 500.00    |
      When time passes to 31 August 2026
      Then finance closes August 2026 without a difference

      Examples:
        | what                            | invoices       | balances            | ar of a | un of a | ar of c | un of c | owed                    |
        | only what is not earned         | stay as issued | stay where they are | 330.00  | 30.00   |         |         | 500.00                  |
        | the open invoice stays          | stay as issued | novated             | 330.00  |         |         | 30.00   | 500.00 + 30.00          |
        | the cash stays                  | novated        | stay where they are |         | 30.00   | 330.00  |         | 500.00 - 330.00         |
        | everything                      | novated        | novated             |         |         | 330.00  | 30.00   | 500.00 + 30.00 - 330.00 |

    Scenario: Credit on the account passes on, and pays what the new entity bills
      # Paid in full: 3,960.00 for 2026. 240.00 and 24.00 of tax are given back in March. In 2027 Canada bills 3,600.00 and 360.00.
      Given these conventions:
        | question                                            | answer                      |
        | customer credit                                     | applied to the next invoice |
        | end of the term                                     | renewed for the same term   |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 3        | 1,200.00 USD   |
      And Globex transfers 3,960.00 USD on 20 January 2026 for the January invoice
      And time passes to 10 March 2026
      When finance credits Globex 240.00 USD on the January invoice
      And the contract of Globex passes to the legal entity "NC" from 1 August 2026
      And time passes to 31 August 2026
      Then these balances of customers have passed on:
        | date          | customer | balance         | from | to | amount |
        | 1 August 2026 | Globex   | customer credit | NA   | NC | 264.00 |
      And the journal from 1 August 2026 to 30 August 2026 is:
        | date          | entity | source   | account            | debit   | credit  |
        | 1 August 2026 | NA     | transfer | Contract liability | 1400.00 |         |
        | 1 August 2026 | NA     | transfer | Due to group       |         | 1400.00 |
        | 1 August 2026 | NC     | transfer | Due from group     | 1400.00 |         |
        | 1 August 2026 | NC     | transfer | Contract liability |         | 1400.00 |
        | 1 August 2026 | NA     | novation | Customer credits   | 264.00  |         |
        | 1 August 2026 | NA     | novation | Due to group       |         | 264.00  |
        | 1 August 2026 | NC     | novation | Due from group     | 264.00  |         |
        | 1 August 2026 | NC     | novation | Customer credits   |         | 264.00  |
      And finance closes August 2026 without a difference

      When time passes to 31 January 2027
      Then Globex is invoiced:
        | date           | entity | net      | tax    |
        | 1 January 2026 | NA     | 3,600.00 | 360.00 |
        | 1 January 2027 | NC     | 3,600.00 | 360.00 |
      And nothing else is invoiced
      And Globex owes 3,696.00 USD
      And Globex has a credit of 0.00 USD
      And finance closes January 2027 without a difference

    Scenario: With another contract of theirs it stays: that one may need it
      Given "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 10.00 USD       |
      And "Globex" signed on 1 February 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex transfers 30.00 USD on 25 February 2026
      When the contract of Globex passes to the legal entity "NC" from 1 June 2026
      And time passes to 30 June 2026
      Then no balance of a customer has passed on
      And the ledger of "NA" shows on 30 June 2026:
        | account        | debit | credit |
        | Unapplied cash |       | 30.00  |
      And finance closes June 2026 without a difference

    Scenario: What the card holder's bank takes back passes back first
      # 10.00 a month, tax 1.00, collected by America's gateway, taken off the invoice, and gone on to Canada unapplied. America owes
      # what is not earned, less what is open, and what is unapplied: 5.00 - 11.00 + 11.00 = 5.00; after that Canada owes 6.00.
      Given these conventions:
        | question              | answer              |
        | chargeback while open | receivable reopened |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 0, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 1        | 10.00 USD       |
      And the card of Globex works 1 times and is then declined
      When time passes to 2 June 2026
      And finance takes the payment off the June invoice of Globex on 3 June 2026
      And the contract of Globex passes to the legal entity "NC" from 16 June 2026
      And Globex charges back the June invoice on 20 June 2026 because "not recognized"
      Then these balances of customers have passed on:
        | date         | customer | balance        | from | to | amount |
        | 16 June 2026 | Globex   | unapplied cash | NA   | NC | 11.00  |
        | 20 June 2026 | Globex   | unapplied cash | NC   | NA | 11.00  |
      And the journal from 20 June 2026 to 20 June 2026 is:
        | date         | entity | source           | account          | debit | credit |
        | 20 June 2026 | NC     | novation         | Unapplied cash   | 11.00 |        |
        | 20 June 2026 | NC     | novation         | Due from group   |       | 5.00   |
        | 20 June 2026 | NC     | novation         | Due to group     |       | 6.00   |
        | 20 June 2026 | NA     | novation         | Due to group     | 5.00  |        |
        | 20 June 2026 | NA     | novation         | Due from group   | 6.00  |        |
        | 20 June 2026 | NA     | novation         | Unapplied cash   |       | 11.00  |
        | 20 June 2026 | NA     | payment reversal | Unapplied cash   | 11.00 |        |
        | 20 June 2026 | NA     | payment reversal | Gateway clearing |       | 11.00  |
      And Globex has unapplied cash of 0.00 USD
      When time passes to 30 June 2026
      Then finance closes June 2026 without a difference
