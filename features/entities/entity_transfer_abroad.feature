@entities @transfer @foreign-currency @wave-2 @req:Q2C-063
Feature: A contract passes to a legal entity with another currency
  Contract liability is service, not money: it leaves at what it is carried at, so nothing is gained, and begins with the other
  entity at the rate of the day. What the two then owe each other is money, and is revalued like any other.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency |
      | NA   | Northwind America | USD      |
      | NE   | Northwind Europe  | EUR      |
    And these exchange rates:
      | date           | from | to  | rate | kind    |
      | 1 January 2026 | EUR  | USD | 1.10 | spot    |
      | 16 August 2026 | EUR  | USD | 1.25 | spot    |
      | 31 August 2026 | EUR  | USD | 1.25 | closing |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: A dollar contract goes to euro books
    # 5.00 dollars a day of 2026; 138 days from 16 August are 690.00, at 1.25 are 552.00 euros, of which 16 days 64.00.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When the contract of Globex passes to the legal entity "NE" from 16 August 2026
    And time passes to 31 August 2026
    Then the ledger of "NE" shows on 31 August 2026:
      | account            | debit      | credit     |
      | Due from group     | 552.00 EUR |            |
      | Contract liability |            | 488.00 EUR |
      | Revenue            |            | 64.00 EUR  |
    And the ledger of "NA" shows on 31 August 2026:
      | account            | debit    | credit   |
      | Receivables        | 1,825.00 |          |
      | Due to group       |          | 690.00   |
      | Contract liability |          |          |
      | Revenue            |          | 1,135.00 |
    And finance closes August 2026 without a difference

  Scenario: A dollar contract leaves euro books at what it was booked at
    # 1,825.00 at 1.10 is 1,659.09 euros; 690.00 of it stand at 1659.09 * 690/1825 = 627.27, and so much is owed: no gain.
    Given "Globex" signed with "NE" on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When the contract of Globex passes to the legal entity "NA" from 16 August 2026
    Then the ledger of "NE" shows on 16 August 2026:
      | account                       | debit        | credit               |
      | Receivables                   | 1,659.09 EUR |                      |
      | Contract liability            |              |                      |
      | Due to group                  |              | 627.27 EUR           |
      | Revenue                       |              | 1659.09 - 627.27 EUR |
      | Realized exchange differences |              |                      |
    When time passes to 31 August 2026
    Then the ledger of "NA" shows on 31 August 2026:
      | account            | debit  | credit |
      | Due from group     | 690.00 |        |
      | Contract liability |        | 610.00 |
      | Revenue            |        | 80.00  |
    And finance closes August 2026 without a difference
