@entities @transfer @payments-and-refunds @wave-3 @req:Q2C-063
Feature: What was paid ahead of a contract goes along with it
  Money for a known contract is contract liability from the day it comes. Whoever takes the contract over owes the service for it, and so
  takes the liability over beside what is billed and not yet earned; the money stays in the account it came to, and what the two
  entities owe each other makes up for it.

  Background:
    # 30 * 10.00 = 300.00 a month, tax 30.00. Of 730.00 that come 330.00 pay June and 400.00 wait.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |

  Rule: To another legal entity

    Background:
      Given Globex transfers 730.00 USD on 5 June 2026 ahead of the invoices of the contract

    Scenario: It passes on, and pays the first invoice of the new entity
      # Nine days of June are 90.00: 210.00 + 400.00 = 610.00 pass on. July takes 330.00 of the 400.00.
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 31 July 2026
      Then the journal from 10 June 2026 to 31 July 2026 is:
        | date         | entity | source       | account            | debit  | credit |
        | 10 June 2026 | NA     | revenue      | Contract liability | 90.00  |        |
        | 10 June 2026 | NA     | revenue      | Revenue            |        | 90.00  |
        | 10 June 2026 | NA     | transfer     | Contract liability | 610.00 |        |
        | 10 June 2026 | NA     | transfer     | Due to group       |        | 610.00 |
        | 10 June 2026 | NC     | transfer     | Due from group     | 610.00 |        |
        | 10 June 2026 | NC     | transfer     | Contract liability |        | 610.00 |
        | 30 June 2026 | NC     | revenue      | Contract liability | 210.00 |        |
        | 30 June 2026 | NC     | revenue      | Revenue            |        | 210.00 |
        | 1 July 2026  | NC     | July invoice | Receivables        | 330.00 |        |
        | 1 July 2026  | NC     | July invoice | Contract liability |        | 300.00 |
        | 1 July 2026  | NC     | July invoice | Sales tax payable  |        | 30.00  |
        | 1 July 2026  | NC     | payment      | Contract liability | 330.00 |        |
        | 1 July 2026  | NC     | payment      | Receivables        |        | 330.00 |
        | 31 July 2026 | NC     | revenue      | Contract liability | 300.00 |        |
        | 31 July 2026 | NC     | revenue      | Revenue            |        | 300.00 |
      And the ledger shows on 31 July 2026 exactly:
        | entity | account            | debit  | credit |
        | NA     | Cash               | 730.00 |        |
        | NA     | Due to group       |        | 610.00 |
        | NA     | Sales tax payable  |        | 30.00  |
        | NA     | Revenue            |        | 90.00  |
        | NC     | Due from group     | 610.00 |        |
        | NC     | Contract liability |        | 70.00  |
        | NC     | Sales tax payable  |        | 30.00  |
        | NC     | Revenue            |        | 510.00 |
      And Globex owes nothing
      And Globex has paid ahead 70.00 USD
      And finance closes June 2026 without a difference
      And finance closes July 2026 without a difference

    Scenario: What is freed stands unapplied where the money came to
      # America has the 400.00 in its account and owes them to Globex; it owes Canada 610.00 - 400.00 = 210.00 then.
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And finance frees what Globex has paid ahead on 20 June 2026
      And time passes to 30 June 2026
      Then the journal from 20 June 2026 to 20 June 2026 is:
        | date         | entity | source             | account            | debit  | credit |
        | 20 June 2026 | NC     | prepayment release | Contract liability | 400.00 |        |
        | 20 June 2026 | NC     | prepayment release | Due from group     |        | 400.00 |
        | 20 June 2026 | NA     | prepayment release | Due to group       | 400.00 |        |
        | 20 June 2026 | NA     | prepayment release | Unapplied cash     |        | 400.00 |
      And the entities owe each other on 30 June 2026:
        | entity | counterparty | due from | due to |
        | NC     | NA           | 210.00   |        |
        | NA     | NC           |          | 210.00 |
      And finance closes June 2026 without a difference

    Scenario: It goes there and back
      # Back from 20 June: ten days of Canada's are 100.00, 110.00 + 400.00 = 510.00 come back, and America owes 100.00.
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And the contract of Globex passes to the legal entity "NA" from 20 June 2026
      And time passes to 30 June 2026
      Then the ledger shows on 30 June 2026 exactly:
        | entity | account            | debit  | credit |
        | NA     | Cash               | 730.00 |        |
        | NA     | Contract liability |        | 400.00 |
        | NA     | Due to group       |        | 100.00 |
        | NA     | Sales tax payable  |        | 30.00  |
        | NA     | Revenue            |        | 200.00 |
        | NC     | Due from group     | 100.00 |        |
        | NC     | Revenue            |        | 100.00 |
      And finance closes June 2026 without a difference

    Scenario: Passed on back into a month that is closed, it passes on when it is signed
      # Signed on 5 July for 10 June: by then July has taken 330.00 of the 400.00, and 70.00 are left to pass on.
      When time passes to 30 June 2026
      And finance closes June 2026
      And Globex signs on 5 July 2026 that the contract passes to the legal entity "NC" from 10 June 2026
      And time passes to 31 July 2026
      Then the ledger of "NA" shows on 31 July 2026:
        | account            | debit | credit |
        | Contract liability |       |        |
        | Revenue            |       | 90.00  |
      And the ledger of "NC" shows on 31 July 2026:
        | account            | debit | credit |
        | Contract liability |       | 70.00  |
        | Revenue            |       | 510.00 |
      And finance closes July 2026 without a difference

  Rule: What comes on another day or to another name

    Scenario: It comes after the contract has passed on
      # Globex pays America's account still. June is open with America: 330.00 pay it, and 400.00 are liability of Canada.
      When the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And Globex transfers 730.00 USD on 15 June 2026 ahead of the invoices of the contract
      And time passes to 30 June 2026
      Then the ledger of "NC" shows on 30 June 2026:
        | account            | debit  | credit |
        | Due from group     | 610.00 |        |
        | Contract liability |        | 400.00 |
        | Revenue            |        | 210.00 |
      And finance closes June 2026 without a difference

    Scenario: It comes on the very day, before the transfer is signed
      When Globex transfers 730.00 USD on 10 June 2026 ahead of the invoices of the contract
      And the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 30 June 2026
      Then the journal from 10 June 2026 to 10 June 2026 contains:
        | date         | entity | source   | account            | debit  | credit |
        | 10 June 2026 | NA     | payment  | Contract liability |        | 400.00 |
        | 10 June 2026 | NC     | transfer | Contract liability |        | 610.00 |
      And finance closes June 2026 without a difference

    Scenario: The contract passes to another customer, and what waits pays their invoice
      # 16 days of 10.00 are Globex's revenue, 140.00 + 400.00 = 540.00 pass on; July takes 330.00 of the 400.00.
      When Globex transfers 730.00 USD on 5 June 2026 ahead of the invoices of the contract
      And the contract of Globex passes to the customer Initech from 17 June 2026
      And time passes to 31 July 2026
      Then the journal from 17 June 2026 to 17 June 2026 is:
        | date         | customer | source   | account            | debit  | credit |
        | 17 June 2026 | Globex   | revenue  | Contract liability | 160.00 |        |
        | 17 June 2026 | Globex   | revenue  | Revenue            |        | 160.00 |
        | 17 June 2026 | Globex   | transfer | Contract liability | 540.00 |        |
        | 17 June 2026 | Initech  | transfer | Contract liability |        | 540.00 |
      And Initech owes nothing
      And the ledger shows on 31 July 2026 exactly:
        | account            | customer | debit  | credit |
        | Cash               | Globex   | 730.00 |        |
        | Contract liability | Initech  |        | 70.00  |
        | Sales tax payable  | Globex   |        | 30.00  |
        | Sales tax payable  | Initech  |        | 30.00  |
        | Revenue            | Globex   |        | 160.00 |
        | Revenue            | Initech  |        | 440.00 |
      And finance closes June 2026 without a difference
      And finance closes July 2026 without a difference

    Scenario: The ledger never hears of it
      # It hands over the 210.00 that it knows of; the 400.00 that it does not know are missed.
      Given the integration loses the event "payment applied"
      When Globex transfers 730.00 USD on 5 June 2026 ahead of the invoices of the contract
      And the contract of Globex passes to the legal entity "NC" from 10 June 2026
      And time passes to 30 June 2026
      Then finance cannot close June 2026, among other reasons because:
        | reconciliation               | billing | ledger | difference |
        | Contract liability of Globex | 400.00  | 0.00   | 400.00     |
