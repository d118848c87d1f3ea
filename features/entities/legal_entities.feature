@entities @legal-entities @wave-2 @req:Q2C-060
Feature: Several legal entities
  A group sells through several companies of its own. Each signs contracts, numbers its invoices without a gap, owes its own tax,
  keeps its own books in its own currency and closes its own months. What one of them does never shows in the books of another.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix | country |
      | NA   | Northwind America | USD      | NA             | US      |
      | NC   | Northwind Canada  | USD      | NC             | CA      |
      | NE   | Northwind Europe  | EUR      | NE             | DE      |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Who sells

    Scenario: Each entity invoices from its own gapless series
      # Who is not named sells through the first entity. The series do not interlock: NA-000001, NC-000001, NC-000002, NE-000001.
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Initech signed with Northwind Canada on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      And Umbrella signed with "NE" on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 EUR       |
      And time passes to 1 February 2026
      Then Globex is invoiced:
        | date           | net    | entity            | invoice         |
        | 1 January 2026 | 100.00 | Northwind America | January invoice |
      And Initech is invoiced:
        | date            | net    | entity           |
        | 1 January 2026  | 200.00 | Northwind Canada |
        | 1 February 2026 | 200.00 | NC               |
      And Umbrella is invoiced:
        | date           | net        | entity |
        | 1 January 2026 | 300.00 EUR | NE     |
      And nothing else is invoiced
      When Globex transfers 100.00 USD on 2 February 2026 for invoice NA-000001
      And Initech transfers 200.00 USD on 2 February 2026 for invoice NC-000002
      And Umbrella transfers 300.00 EUR on 2 February 2026 for invoice NE-000001
      Then the ledger of Northwind Canada shows on 2 February 2026:
        | account     | debit  | credit |
        | Cash        | 200.00 |        |
        | Receivables | 200.00 |        |

    Scenario: A customer belongs to an entity
      Given Globex buys from Northwind Canada
      And the customer "Maple Works" of "NC"
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 5%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Maple Works" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 5%:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      And time passes to 31 January 2026
      Then the ledger of Northwind Canada shows on 31 January 2026 exactly:
        | account           | debit  | credit |
        | Receivables       | 315.00 |        |
        | Revenue           |        | 300.00 |
        | Sales tax payable |        | 15.00  |
      And the ledger of Northwind America shows on 31 January 2026:
        | account     | debit | credit |
        | Receivables |       |        |
        | Revenue     |       |        |
      And finance closes January 2026 without a difference

    Scenario: One customer buys from two entities, and is paid back by the right one
      # Paid twice: the transfer without a name goes to the customer's own entity, where nothing is open.
      When Globex signed with Northwind America on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex signed with Northwind Canada on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      And Globex transfers 100.00 USD on 10 January 2026 for invoice NA-000001
      And Globex transfers 100.00 USD on 12 January 2026
      Then the ledger shows on 12 January 2026 exactly:
        | entity | account            | debit  | credit |
        | NA     | Cash               | 200.00 |        |
        | NA     | Unapplied cash     |        | 100.00 |
        | NA     | Contract liability |        | 100.00 |
        | NC     | Receivables        | 300.00 |        |
        | NC     | Contract liability |        | 300.00 |
      When the unapplied cash of Globex is applied to invoice NC-000001 on 13 January 2026
      Then it is refused because "belongs to the legal entity NA"
      When finance refunds Globex 100.00 USD of unapplied cash on 14 January 2026
      Then the ledger of "NA" shows on 14 January 2026:
        | account          | debit  | credit |
        | Unapplied cash   |        |        |
        | Gateway clearing |        | 100.00 |
        | Cash             | 200.00 |        |
      And the ledger of "NC" shows on 14 January 2026:
        | account     | debit  | credit |
        | Receivables | 300.00 |        |

    Scenario: Nobody sells through an entity that the company does not have
      When Globex signed with Northwind Brazil on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then it is refused because "has no legal entity"

  Rule: Whose books

    Scenario: The trial balance of one entity, and of all
      When Globex signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Umbrella signed with "NE" on 15 January 2026 for 2 months, billed monthly in advance, net 30, tax 20%:
        | product       | quantity | price per month |
        | Platform seat | 62       | 1.00 EUR        |
      And time passes to 28 February 2026
      # NE: 62.00 from 15 January to 14 February, 17 of 31 days in January: 34.00; on 15 February the next 62.00, of which
      # 14 of 28 days: 31.00. February: 28.00 + 31.00 = 59.00.
      Then the trial balance of "NE" for February 2026 is:
        | account            | opening        | debits | credits | closing         |
        | Receivables        | 74.40          | 74.40  |         | 148.80          |
        | Contract liability | 34.00 - 62.00  | 59.00  | 62.00   | 93.00 - 124.00  |
        | Sales tax payable  | -12.40         |        | 12.40   | -24.80          |
        | Revenue            | -34.00         |        | 59.00   | -93.00          |
      And the trial balance for February 2026 is:
        | entity            | account            | debit      | credit    |
        | Northwind America | Receivables        | 220.00     |           |
        | Northwind America | Contract liability |            |           |
        | Northwind America | Sales tax payable  |            | 20.00     |
        | Northwind America | Revenue            |            | 200.00    |
        | Northwind Europe  | Receivables        | 148.80 EUR |           |
        | Northwind Europe  | Contract liability |            | 31.00 EUR |
        | Northwind Europe  | Sales tax payable  |            | 24.80 EUR |
        | Northwind Europe  | Revenue            |            | 93.00 EUR |
      And the journal of "NE" in January 2026 is:
        | date            | source          | account            | debit | credit |
        | 15 January 2026 | January invoice | Receivables        | 74.40 |        |
        | 15 January 2026 | January invoice | Contract liability |       | 62.00  |
        | 15 January 2026 | January invoice | Sales tax payable  |       | 12.40  |
        | 31 January 2026 | revenue         | Contract liability | 34.00 |        |
        | 31 January 2026 | revenue         | Revenue            |       | 34.00  |
      And finance closes February 2026 without a difference

    Scenario: A credit memo comes from the entity that invoiced, with its own number
      When Globex signed with "NC" on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Initech signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And finance credits Globex 120.00 USD on the January invoice
      And finance credits Initech 60.00 USD on the January invoice
      Then Globex is credited:
        | net    | entity           | credits         |
        | 120.00 | Northwind Canada | January invoice |
      And Initech is credited:
        | net   | entity            |
        | 60.00 | Northwind America |
      And nothing else is credited
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

  Rule: Whose months

    Scenario: One entity closes while another stays open
      # Both contracts are changed late, in February, for January. Canada's January is closed: its revenue goes to February.
      When Globex signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 31       | 10.00 USD       |
      And Initech signed with "NC" on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 31       | 10.00 USD       |
      And finance closes January 2026 of Northwind Canada
      And finance closes January 2026 of "NC"
      Then it is refused because "January 2026 is closed already in the books of Northwind Canada"
      When finance closes January 2026 of "NA"
      And finance closes January 2026 of "NE"
      And time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: A lost invoice shows in the books of its own entity only
      Given the integration loses the second event "invoice posted"
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Initech signed with "NC" on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      And time passes to 31 January 2026
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation         | billing | ledger | difference |
        | Receivables of Initech | 200.00  | 0.00   | 200.00     |
      And the ledger of "NA" shows on 31 January 2026:
        | account     | debit  | credit |
        | Receivables | 100.00 |        |
      When everything is repaired and delivered again
      Then finance closes January 2026 without a difference

    Scenario: A payout brings each entity its own money
      Given the gateway keeps 1% of every payment
      And Globex pays every invoice when it is due
      And Initech pays every invoice when it is due
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Initech signed with "NC" on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      And the gateway pays out on 5 January 2026
      And the gateway pays out on 5 January 2026
      Then the ledger shows on 5 January 2026 exactly:
        | entity | account               | debit  | credit |
        | NA     | Cash                  | 99.00  |        |
        | NA     | Bank and gateway fees | 1.00   |        |
        | NA     | Contract liability    |        | 100.00 |
        | NC     | Cash                  | 198.00 |        |
        | NC     | Bank and gateway fees | 2.00   |        |
        | NC     | Contract liability    |        | 200.00 |
