@entities @transfer @conventions @wave-3 @req:Q2C-063
Feature: Open invoices go along with a contract to another legal entity
  Some groups leave open invoices with the company that sent them; others hand them over with the contract, by novation: the
  customer is told whom to pay from now on. The invoice stays as it was issued, under its number, and its tax stays with the
  issuer, who owes it to the authority. Who takes the receivable over owes the issuer for it, less what it takes over of the service
  still to be given. Nothing is earned by it, and nothing is credited or billed anew.

  Background:
    # 30 * 10.00 = 300.00 for the 30 days of June, 10.00 a day, tax 30.00; due on 1 July. Nine days to 9 June are 90.00 of revenue
    # of America, 210.00 are left: Canada owes 330.00 - 210.00 = 120.00.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
      | NM   | Northwind Mexico  | USD      | NM             |
    And these conventions:
      | question                                | answer                      |
      | open invoices of a transferred contract | novated                     |
      | revenue schedule                        | service period of each line |
      | write-off                               | direct                      |
      | tax relief on write-off                 | at write-off                |
      | chargeback while open                   | receivable reopened         |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |

  Rule: What is open passes on, on the day of the contract

    Scenario: Nothing is paid of the month
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 30 June 2026
      Then these open invoices have passed on:
        | date         | invoice      | customer | from | to               | amount |
        | 10 June 2026 | June invoice | Globex   | NA   | Northwind Canada | 330.00 |
      And the journal of June 2026 is:
        | date         | entity | source       | account            | debit  | credit |
        | 1 June 2026  | NA     | June invoice | Receivables        | 330.00 |        |
        | 1 June 2026  | NA     | June invoice | Contract liability |        | 300.00 |
        | 1 June 2026  | NA     | June invoice | Sales tax payable  |        | 30.00  |
        | 10 June 2026 | NA     | revenue      | Contract liability | 90.00  |        |
        | 10 June 2026 | NA     | revenue      | Revenue            |        | 90.00  |
        | 10 June 2026 | NA     | transfer     | Contract liability | 210.00 |        |
        | 10 June 2026 | NA     | transfer     | Due to group       |        | 210.00 |
        | 10 June 2026 | NC     | transfer     | Due from group     | 210.00 |        |
        | 10 June 2026 | NC     | transfer     | Contract liability |        | 210.00 |
        | 10 June 2026 | NA     | novation     | Due to group       | 210.00 |        |
        | 10 June 2026 | NA     | novation     | Due from group     | 120.00 |        |
        | 10 June 2026 | NA     | novation     | Receivables        |        | 330.00 |
        | 10 June 2026 | NC     | novation     | Receivables        | 330.00 |        |
        | 10 June 2026 | NC     | novation     | Due from group     |        | 210.00 |
        | 10 June 2026 | NC     | novation     | Due to group       |        | 120.00 |
        | 30 June 2026 | NC     | revenue      | Contract liability | 210.00 |        |
        | 30 June 2026 | NC     | revenue      | Revenue            |        | 210.00 |
      And the ledger shows on 30 June 2026 exactly:
        | entity | account           | debit  | credit |
        | NA     | Due from group    | 120.00 |        |
        | NA     | Sales tax payable |        | 30.00  |
        | NA     | Revenue           |        | 90.00  |
        | NC     | Receivables       | 330.00 |        |
        | NC     | Due to group      |        | 120.00 |
        | NC     | Revenue           |        | 210.00 |
      And the entities owe each other on 30 June 2026:
        | entity | counterparty | due from | due to |
        | NA     | NC           | 120.00   |        |
        | NC     | NA           |          | 120.00 |
      And Globex is invoiced:
        | date        | entity | net    | tax   |
        | 1 June 2026 | NA     | 300.00 | 30.00 |
      And nothing else is invoiced
      And nothing else is credited
      And Globex owes 330.00 USD
      And finance closes June 2026 without a difference

    Scenario: The customer pays the new entity, which duns before
      # Seven days after 1 July is 8 July. What Canada owes is settled from what it was paid.
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 10 July 2026
      Then Globex was sent these letters:
        | date        | letter           | invoice      | open   | entity           |
        | 8 July 2026 | Payment reminder | June invoice | 330.00 | Northwind Canada |
      When Globex transfers 330.00 USD on 10 July 2026 for invoice NA-000001
      And Northwind Canada settles 120.00 USD with Northwind America on 15 July 2026
      And time passes to 31 July 2026
      Then the journal from 2 July 2026 to 15 July 2026 is:
        | date         | entity | source                  | account        | debit  | credit |
        | 10 July 2026 | NC     | payment                 | Cash           | 330.00 |        |
        | 10 July 2026 | NC     | payment                 | Receivables    |        | 330.00 |
        | 15 July 2026 | NA     | intercompany            | Cash           | 120.00 |        |
        | 15 July 2026 | NA     | intercompany            | Due from group |        | 120.00 |
        | 15 July 2026 | NC     | intercompany            | Due to group   | 120.00 |        |
        | 15 July 2026 | NC     | intercompany            | Cash           |        | 120.00 |
      And Globex owes 330.00 USD
      And Globex is invoiced:
        | date        | entity | net    | tax   |
        | 1 June 2026 | NA     | 300.00 | 30.00 |
        | 1 July 2026 | NC     | 300.00 | 30.00 |
      And nothing else is invoiced
      And finance closes July 2026 without a difference

    Scenario: It ages from its own due date, with the one before and with the other since
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 31 July 2026
      Then the ageing on 9 June 2026 is:
        | customer | entity | not due | 1-30 days |
        | Globex   | NA     | 330.00  | 0.00      |
      And the ageing on 10 June 2026 is:
        | customer | entity | not due | 1-30 days |
        | Globex   | NC     | 330.00  | 0.00      |
      And the ageing on 31 July 2026 is:
        | customer | entity | not due | 1-30 days |
        | Globex   | NC     | 330.00  | 330.00    |
      And Globex had these open invoices on 31 July 2026:
        | invoice      | due          | entity | open   |
        | June invoice | 1 July 2026  | NC     | 330.00 |
        | July invoice | 31 July 2026 | NC     | 330.00 |

    Scenario: What was paid in part passes on with the rest, and stands again with the new entity
      # 330.00 - 100.00 = 230.00 pass on: Canada owes 230.00 - 210.00 = 20.00. The payment was meant for something else: America has
      # the 100.00 unapplied, and Canada has 100.00 more to get and to pay.
      When Globex transfers 100.00 USD on 5 June 2026 for the June invoice
      And the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 15 June 2026
      Then these open invoices have passed on:
        | invoice      | from | to | amount |
        | June invoice | NA   | NC | 230.00 |
      And the entities owe each other on 15 June 2026:
        | entity | counterparty | due from | due to |
        | NA     | NC           | 20.00    |        |
        | NC     | NA           |          | 20.00  |
      When finance takes the payment off the June invoice of Globex on 20 June 2026
      And time passes to 30 June 2026
      Then the ledger shows on 30 June 2026 exactly:
        | entity | account           | debit  | credit |
        | NA     | Cash              | 100.00 |        |
        | NA     | Due from group    | 120.00 |        |
        | NA     | Sales tax payable |        | 30.00  |
        | NA     | Unapplied cash    |        | 100.00 |
        | NA     | Revenue           |        | 90.00  |
        | NC     | Receivables       | 330.00 |        |
        | NC     | Due to group      |        | 120.00 |
        | NC     | Revenue           |        | 210.00 |
      And the ageing on 30 June 2026 is:
        | customer | entity | not due |
        | Globex   | NC     | 330.00  |
      And finance closes June 2026 without a difference

    Scenario: What is paid has nothing to pass on, and stands again with its issuer
      When Globex transfers 330.00 USD on 5 June 2026 for the June invoice
      And the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And finance takes the payment off the June invoice of Globex on 20 June 2026
      And time passes to 30 June 2026
      Then no open invoice has passed on
      And the ageing on 30 June 2026 is:
        | customer | entity | not due |
        | Globex   | NA     | 330.00  |
      And finance closes June 2026 without a difference

    Scenario: Signed after the month was closed, it passes on when it is signed
      When time passes to 30 June 2026
      And finance closes June 2026
      And Globex signs on 5 July 2026 that the contract passes to the legal entity "NC" from 16 June 2026
      And time passes to 31 July 2026
      Then these open invoices have passed on:
        | date        | invoice      | from | to | amount |
        | 5 July 2026 | June invoice | NA   | NC | 330.00 |
        | 5 July 2026 | July invoice | NA   | NC | 330.00 |
      And the ageing on 4 July 2026 is:
        | customer | entity | not due | 1-30 days |
        | Globex   | NA     | 330.00  | 330.00    |
      And finance closes July 2026 without a difference

    Scenario: To another customer nothing passes on: they did not buy it
      When the contract of Globex passes to the customer Initech from 10 June 2026
      And time passes to 30 June 2026
      Then no open invoice has passed on
      And Globex owes 330.00 USD
      And Initech owes 0.00 USD
      And finance closes June 2026 without a difference

  Rule: What happens to the invoice later happens to whoever it is owed to; its tax stays the issuer's

    Background:
      Given the contract of Globex passes to the legal entity "NC" from 10 June 2026

    Scenario: A credit memo is its issuer's, and takes from the receivable of the other
      # Gone on 16 June: 15 of 30 days are 150.00, tax 15.00. The service was Canada's, and so was the receivable; the tax of 15.00
      # is America's, who owes Canada for it: 120.00 - 15.00 = 105.00 is left.
      When Globex cancels on 16 June 2026
      And time passes to 30 June 2026
      Then Globex is credited:
        | date         | entity | net    | tax   | credits      |
        | 16 June 2026 | NA     | 150.00 | 15.00 | June invoice |
      And the journal from 16 June 2026 to 30 June 2026 is:
        | date         | entity | source      | account            | debit  | credit |
        | 16 June 2026 | NA     | credit memo | Sales tax payable  | 15.00  |        |
        | 16 June 2026 | NA     | credit memo | Due from group     |        | 15.00  |
        | 16 June 2026 | NC     | credit memo | Contract liability | 150.00 |        |
        | 16 June 2026 | NC     | credit memo | Due to group       | 15.00  |        |
        | 16 June 2026 | NC     | credit memo | Receivables        |        | 165.00 |
        | 30 June 2026 | NC     | revenue     | Contract liability | 60.00  |        |
        | 30 June 2026 | NC     | revenue     | Revenue            |        | 60.00  |
      And Globex owes 165.00 USD
      And finance closes June 2026 without a difference

    Scenario: Credited above what is open, the new entity owes it and pays it back
      # Canada is paid 330.00. Gone on 25 June: 6 of 30 days are 60.00, tax 6.00.
      When Globex transfers 330.00 USD on 20 June 2026 for the June invoice
      And Globex cancels on 25 June 2026 and is refunded
      And time passes to 30 June 2026
      Then the journal from 25 June 2026 to 25 June 2026 is:
        | date         | entity | source         | account            | debit | credit |
        | 25 June 2026 | NA     | credit memo    | Sales tax payable  | 6.00  |        |
        | 25 June 2026 | NA     | credit memo    | Due from group     |       | 6.00   |
        | 25 June 2026 | NC     | credit memo    | Contract liability | 60.00 |        |
        | 25 June 2026 | NC     | credit memo    | Due to group       | 6.00  |        |
        | 25 June 2026 | NC     | credit memo    | Customer credits   |       | 66.00  |
        | 25 June 2026 | NC     | refund         | Customer credits   | 66.00 |        |
        | 25 June 2026 | NC     | refund         | Refund payable     |       | 66.00  |
        | 25 June 2026 | NC     | refund payment | Refund payable     | 66.00 |        |
        | 25 June 2026 | NC     | refund payment | Gateway clearing   |       | 66.00  |
      And Globex was refunded:
        | date         | amount |
        | 25 June 2026 | 66.00  |
      And Globex has a credit of 0.00 USD
      And finance closes June 2026 without a difference

    Scenario: Credit for the new entity's invoices pays this one too
      # 30.00 and 3.00 of the paid July invoice go back: Canada's own credit, which pays a part of the June invoice.
      When Globex transfers 330.00 USD on 2 July 2026 for the July invoice
      And time passes to 5 July 2026
      And finance credits Globex 30.00 USD on the July invoice
      And 33.00 USD of the credit of Globex is used for the June invoice on 6 July 2026
      Then Globex had these open invoices on 6 July 2026:
        | invoice      | entity | open   |
        | June invoice | NC     | 297.00 |
      When time passes to 31 July 2026
      Then finance closes July 2026 without a difference

    Scenario: Written off by the one, with tax relief of the other
      When finance writes off the June invoice of Globex on 20 July 2026
      And time passes to 31 July 2026
      Then the journal from 20 July 2026 to 20 July 2026 is:
        | date         | entity | source    | account             | debit  | credit |
        | 20 July 2026 | NA     | write-off | Sales tax payable   | 30.00  |        |
        | 20 July 2026 | NA     | write-off | Due from group      |        | 30.00  |
        | 20 July 2026 | NC     | write-off | Credit loss expense | 300.00 |        |
        | 20 July 2026 | NC     | write-off | Due to group        | 30.00  |        |
        | 20 July 2026 | NC     | write-off | Receivables         |        | 330.00 |
      And finance closes July 2026 without a difference

    Scenario: Collected by the one, charged back to it, and owed again
      Given Globex pays every invoice when it is due
      When time passes to 1 July 2026
      And Globex charges back the June invoice on 10 July 2026 because "not recognized"
      Then the journal from 1 July 2026 to 10 July 2026 contains:
        | date         | entity | source           | account          | debit  | credit |
        | 1 July 2026  | NC     | payment          | Gateway clearing | 330.00 |        |
        | 1 July 2026  | NC     | payment          | Receivables      |        | 330.00 |
        | 10 July 2026 | NC     | payment reversal | Receivables      | 330.00 |        |
        | 10 July 2026 | NC     | payment reversal | Gateway clearing |        | 330.00 |
      And the ageing on 10 July 2026 is:
        | customer | entity | not due | 1-30 days | in dispute |
        | Globex   | NC     | 330.00  | 330.00    | 330.00     |
      When time passes to 31 July 2026
      Then finance closes July 2026 without a difference

    Scenario: Disputed with the new entity, and given in
      # 110.00 of 330.00, 100.00 of it without tax. By 20 June 20 of 30 days are served, nine of them by America: of 100.00 its 30.00,
      # Canada's 36.67, and 33.33 to come. America owes Canada for its revenue and its tax: 30.00 + 10.00.
      When Globex disputes 110.00 USD of the June invoice on 15 June 2026 because "outage"
      And the dispute of Globex is accepted on 20 June 2026
      And time passes to 30 June 2026
      Then the journal from 20 June 2026 to 20 June 2026 is:
        | date         | entity | source      | account            | debit | credit |
        | 20 June 2026 | NA     | credit memo | Revenue            | 30.00 |        |
        | 20 June 2026 | NA     | credit memo | Sales tax payable  | 10.00 |        |
        | 20 June 2026 | NA     | credit memo | Due from group     |       | 40.00  |
        | 20 June 2026 | NC     | credit memo | Revenue            | 36.67 |        |
        | 20 June 2026 | NC     | credit memo | Contract liability | 33.33 |        |
        | 20 June 2026 | NC     | credit memo | Due to group       | 40.00 |        |
        | 20 June 2026 | NC     | credit memo | Receivables        |       | 110.00 |
      And Globex owes 220.00 USD
      And finance closes June 2026 without a difference

    Scenario: It passes on once more
      When the contract of Globex passes to the legal entity "NM" from 20 June 2026
      And time passes to 30 June 2026
      Then these open invoices have passed on:
        | date         | invoice      | from | to | amount |
        | 10 June 2026 | June invoice | NA   | NC | 330.00 |
        | 20 June 2026 | June invoice | NC   | NM | 330.00 |
      And the entities owe each other on 30 June 2026:
        | entity | counterparty | due from | due to |
        | NA     | NC           | 120.00   |        |
        | NC     | NA           |          | 120.00 |
        | NC     | NM           | 220.00   |        |
        | NM     | NC           |          | 220.00 |
      And finance closes June 2026 without a difference

  Rule: What is about to end where it stands ends there first

    Scenario: A dispute with a reserve
      # By 5 June 5 of 30 days are served: 300.00 * 110/330 * 5/30 = 16.67 of what is contested is reserved in America's books.
      When Globex disputes 110.00 USD of the June invoice on 5 June 2026 because "outage", and finance expects to lose 16.67 USD of it
      And the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 15 June 2026
      Then no open invoice has passed on
      When the dispute of Globex is rejected on 20 June 2026
      And time passes to 30 June 2026
      Then these open invoices have passed on:
        | date         | invoice      | from | to | amount |
        | 20 June 2026 | June invoice | NA   | NC | 330.00 |
      And the ledger shows on 30 June 2026 exactly:
        | entity | account           | debit  | credit |
        | NA     | Due from group    | 120.00 |        |
        | NA     | Sales tax payable |        | 30.00  |
        | NA     | Revenue           |        | 90.00  |
        | NC     | Receivables       | 330.00 |        |
        | NC     | Due to group      |        | 120.00 |
        | NC     | Revenue           |        | 210.00 |
      And finance closes June 2026 without a difference

    Scenario: A chargeback that the card network decides
      # The June invoice, paid on 1 July, is open again at America while it is decided; the July invoice passes on at once.
      Given Globex pays every invoice when it is due
      When time passes to 1 July 2026
      And Globex charges back the June invoice on 3 July 2026 because "not recognized"
      And the contract of Globex passes to the legal entity "NC" from 5 July 2026
      Then these open invoices have passed on:
        | date        | invoice      | amount |
        | 5 July 2026 | July invoice | 330.00 |
      When the chargeback of Globex is lost on 12 July 2026
      Then these open invoices have passed on:
        | date         | invoice      | from | to | amount |
        | 5 July 2026  | July invoice | NA   | NC | 330.00 |
        | 12 July 2026 | June invoice | NA   | NC | 330.00 |
      When time passes to 31 July 2026
      Then finance closes July 2026 without a difference

  Rule: What the ledger does not hear of

    Scenario: It never hears of the novation, and then it does
      Given the integration loses the event "receivable transferred"
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 30 June 2026
      Then finance cannot close June 2026, among other reasons because:
        | reconciliation        | billing | ledger | difference | explained by                          |
        | Receivables of Globex | 0.00    | 330.00 | -330.00    | novation NV-NA-000001 not posted |
      When everything is repaired and delivered again
      And time passes to 31 July 2026
      Then the ledger of "NC" shows on 31 July 2026:
        | account     | debit  | credit |
        | Receivables | 660.00 |        |
      And finance closes July 2026 without a difference
