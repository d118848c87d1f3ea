@entities @transfer @foreign-currency @conventions @wave-3 @req:Q2C-063
Feature: Open invoices go along to a legal entity with another currency
  A receivable that passes on leaves at what it stands at, so nothing is gained, and begins with the other entity at the rate of the
  day. From there on it is money of that entity's, and what comes of the rate is realized there.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NE   | Northwind Europe  | EUR      | NE             |
    And these exchange rates:
      | date              | from | to  | rate | kind    |
      | 1 January 2026    | EUR  | USD | 1.10 | spot    |
      | 16 August 2026    | EUR  | USD | 1.25 | spot    |
      | 31 August 2026    | EUR  | USD | 1.28 | closing |
      | 10 September 2026 | EUR  | USD | 1.20 | spot    |
    And these conventions:
      | question                                | answer                      |
      | open invoices of a transferred contract | novated                     |
      | revenue schedule                        | service period of each line |

  Scenario: Dollars go to euro books, and are paid there
    # 5.00 dollars a day of 2026; 138 days from 16 August are 690.00. 1,825.00 at 1.25 are 1,460.00 euros, 690.00 are 552.00: Europe
    # owes 1,825.00 - 690.00 = 1,135.00 dollars, 908.00 euros. Paid at 1.20 the invoice brings 1,520.83.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When the contract of Globex passes to the legal entity "NE" from 16 August 2026
    Then the ledger of "NE" shows on 16 August 2026:
      | account            | debit        | credit     |
      | Receivables        | 1,460.00 EUR |            |
      | Due from group     |              |            |
      | Due to group       |              | 908.00 EUR |
      | Contract liability |              | 552.00 EUR |
    And the ledger of "NA" shows on 16 August 2026:
      | account            | debit    | credit   |
      | Receivables        |          |          |
      | Due from group     | 1,135.00 |          |
      | Contract liability |          |          |
      | Revenue            |          | 1,135.00 |
    When time passes to 31 August 2026
    Then finance closes August 2026 without a difference
    When Globex transfers 1,825.00 USD on 10 September 2026 for the January invoice
    Then the journal from 10 September 2026 to 10 September 2026 is:
      | date              | entity | account                       | debit        | credit       |
      | 10 September 2026 | NE     | Cash                          | 1,520.83 EUR |              |
      | 10 September 2026 | NE     | Receivables                   |              | 1,460.00 EUR |
      | 10 September 2026 | NE     | Realized exchange differences |              | 60.83 EUR    |
    When finance takes the payment off the January invoice of Globex on 20 September 2026
    Then the ledger of "NE" shows on 20 September 2026:
      | account     | debit        | credit |
      | Receivables | 1,460.00 EUR |        |
    When time passes to 30 September 2026
    Then finance closes September 2026 without a difference

  Scenario: Dollars leave euro books at what they stand at
    # 1,825.00 at 1.10 is 1,659.09 euros. Of it 690.00, 1659.09 * 690/1825 = 627.27, are owed to America for the service, and the whole
    # is owed by it for the invoice: 1,031.82 in all, as much as was earned.
    Given "Globex" signed with "NE" on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When the contract of Globex passes to the legal entity "NA" from 16 August 2026
    Then the ledger of "NE" shows on 16 August 2026:
      | account                       | debit                | credit               |
      | Receivables                   |                      |                      |
      | Contract liability            |                      |                      |
      | Due to group                  |                      |                      |
      | Due from group                | 1659.09 - 627.27 EUR |                      |
      | Revenue                       |                      | 1659.09 - 627.27 EUR |
      | Realized exchange differences |                      |                      |
    And the ledger of "NA" shows on 16 August 2026:
      | account        | debit    | credit   |
      | Receivables    | 1,825.00 |          |
      | Due to group   |          | 1,135.00 |
    When time passes to 31 August 2026
    Then finance closes August 2026 without a difference

  Scenario: All balances in euros leave dollar books at what they stand at
    # 600.00 and 60.00 of tax for six months, booked at 1.10; 330.00 are paid and 30.00 too much. On 1 August 500.00 are not earned:
    # 550.00 dollars; 330.00 are open: 363.00; 30.00 unapplied: 33.00. America owes 500.00 + 30.00 - 330.00 = 200.00 euros, 220.00
    # dollars: nothing is gained. On 31 August it owes 200.00 * 1.28 = 256.00.
    Given these conventions:
      | question                                            | answer        |
      | unapplied cash and credit of a transferred contract | novated       |
      | payment application                                 | by hand       |
      | proration                                           | 30/360        |
      | revenue schedule                                    | contract term |
      | revenue spread                                      | by month      |
    And "Globex" signed on 1 July 2026 for 6 months, billed half-yearly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 EUR       |
    And Globex transfers 330.00 EUR on 10 July 2026 for the July invoice
    And Globex transfers 30.00 EUR on 11 July 2026
    When the contract of Globex passes to the legal entity "NE" from 1 August 2026
    And time passes to 1 August 2026
    Then the journal from 1 August 2026 to 1 August 2026 contains:
      | date          | entity | source   | account            | debit  | credit |
      | 1 August 2026 | NA     | transfer | Contract liability | 550.00 |        |
      | 1 August 2026 | NA     | transfer | Due to group       |        | 550.00 |
      | 1 August 2026 | NA     | novation | Due to group       | 363.00 |        |
      | 1 August 2026 | NA     | novation | Receivables        |        | 363.00 |
      | 1 August 2026 | NA     | novation | Unapplied cash     | 33.00  |        |
      | 1 August 2026 | NA     | novation | Due to group       |        | 33.00  |
    And the ledger of "NE" shows on 1 August 2026:
      | account            | debit      | credit     |
      | Receivables        | 330.00 EUR |            |
      | Unapplied cash     |            | 30.00 EUR  |
      | Due from group     | 200.00 EUR |            |
      | Contract liability |            | 500.00 EUR |
    When time passes to 31 August 2026
    Then the ledger of "NA" shows on 31 August 2026:
      | account            | debit | credit |
      | Receivables        |       |        |
      | Unapplied cash     |       |        |
      | Contract liability |       |        |
      | Due to group       |       | 256.00 |
    And finance closes August 2026 without a difference
