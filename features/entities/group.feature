@entities @group @wave-2 @req:Q2C-062
Feature: Between the entities of a group, and together
  Where one entity delivers what another has sold, it recharges it: both books show it at once, the same amount on both sides.
  Together the group shows what it has with others only; what its entities have against each other is left out.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency |
      | NA   | Northwind America | USD      |
      | NC   | Northwind Canada  | USD      |
      | NE   | Northwind Europe  | EUR      |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Intercompany

    Scenario: One sells, another delivers, and is paid
      When Globex signed with Northwind America on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And Northwind Canada charges Northwind America 200.00 USD for "support of Globex" on 20 January 2026
      Then the journal from 20 January 2026 to 20 January 2026 is:
        | date            | entity | account               | debit  | credit |
        | 20 January 2026 | NC     | Due from group        | 200.00 |        |
        | 20 January 2026 | NC     | Intercompany revenue  |        | 200.00 |
        | 20 January 2026 | NA     | Intercompany expenses | 200.00 |        |
        | 20 January 2026 | NA     | Due to group          |        | 200.00 |
      And the entities owe each other on 20 January 2026:
        | entity           | counterparty      | due from | due to |
        | Northwind Canada | Northwind America | 200.00   |        |
        | NA               | NC                |          | 200.00 |
      When Northwind America settles 150.00 USD with Northwind Canada on 25 January 2026
      Then the ledger shows on 25 January 2026:
        | entity | account        | debit  | credit |
        | NA     | Cash           |        | 150.00 |
        | NA     | Due to group   |        | 50.00  |
        | NC     | Cash           | 150.00 |        |
        | NC     | Due from group | 50.00  |        |
      When time passes to 31 January 2026
      Then the January 2026 close report shows:
        | line        | amount |
        | Due to NC   | 50.00  |
        | Due from NA | 50.00  |
      And the consolidated trial balance for January 2026 is:
        | account               | combined | eliminated | consolidated |
        | Receivables           | 500.00   | 0.00       | 500.00       |
        | Due from group        | 50.00    | -50.00     | 0.00         |
        | Due to group          | -50.00   | 50.00      | 0.00         |
        | Revenue               | -500.00  | 0.00       | -500.00      |
        | Intercompany revenue  | -200.00  | 200.00     | 0.00         |
        | Intercompany expenses | 200.00   | -200.00    | 0.00         |
      And finance closes January 2026 without a difference

    Scenario: Nobody pays a sister more than it owes
      Given today is 1 January 2026
      When Northwind Canada charges Northwind America 200.00 USD for "support" on 20 January 2026
      And Northwind America settles 200.01 USD with Northwind Canada on 25 January 2026
      Then it is refused because "NA owes NC 200.00 USD"
      When Northwind Canada settles 1.00 USD with Northwind America on 25 January 2026
      Then it is refused because "NC owes NA 0.00 USD"

    Scenario: Nobody charges itself
      Given today is 1 January 2026
      When Northwind Canada charges "NC" 200.00 USD for "support" on 20 January 2026
      Then it is refused because "NC cannot owe itself anything"

    Scenario: A charge that comes after the month was closed stands in the next one
      # America's January is closed, Canada's is not: each has it in its own first open month; the two still agree.
      Given today is 1 January 2026
      When finance closes January 2026 of Northwind America
      And Northwind Canada charges Northwind America 200.00 USD for "support" on 31 January 2026
      Then the journal of January 2026 is:
        | date            | entity | account              | debit  | credit |
        | 31 January 2026 | NC     | Due from group       | 200.00 |        |
        | 31 January 2026 | NC     | Intercompany revenue |        | 200.00 |
      When time passes to 1 February 2026
      Then the entities owe each other on 1 February 2026:
        | entity | counterparty | due from | due to |
        | NC     | NA           | 200.00   |        |
        | NA     | NC           |          | 200.00 |

  Rule: Several currencies

    Background:
      Given these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 25 January 2026 | EUR  | USD | 1.18 | spot    |
        | 31 January 2026 | EUR  | USD | 1.20 | closing |
        | 31 January 2026 | EUR  | USD | 1.15 | average |
      When Globex signed with Northwind America on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And Umbrella signed with Northwind Europe on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And Northwind Europe charges Northwind America 200.00 EUR for "support" on 10 January 2026

    Scenario: What is owed in euros is revalued in dollar books, and the group is translated
      # America owes 200.00 EUR, booked at 1.10 and closed at 1.20: 20.00 more. Together, in dollars: receivables 500.00 and
      # 1,000.00 * 1.20; revenue 500.00 and 1,000.00 * 1.15; intercompany revenue 200.00 * 1.15 against expenses of 220.00.
      # What is left between the rates: 1700 + 240 - 240 + 20 - 1650 - 230 + 220 = 60, and the 10.00 of the elimination.
      When time passes to 31 January 2026
      Then the consolidated trial balance for January 2026 is:
        | account                         | combined  | eliminated | consolidated |
        | Receivables                     | 1,700.00  | 0.00       | 1,700.00     |
        | Due from group                  | 240.00    | -240.00    | 0.00         |
        | Due to group                    | -240.00   | 240.00     | 0.00         |
        | Translation difference          | -60.00    | -10.00     | -70.00       |
        | Revenue                         | -1,650.00 | 0.00       | -1,650.00    |
        | Intercompany revenue            | -230.00   | 230.00     | 0.00         |
        | Intercompany expenses           | 220.00    | -220.00    | 0.00         |
        | Unrealized exchange differences | 20.00     | 0.00       | 20.00        |
      And the trial balance of "NE" for January 2026 is:
        | account              | debit    | credit   |
        | Receivables          | 1,000.00 |          |
        | Contract liability   |          |          |
        | Due from group       | 200.00   |          |
        | Revenue              |          | 1,000.00 |
        | Intercompany revenue |          | 200.00   |
      And finance closes January 2026 without a difference

    Scenario: The group in another currency
      # Receivables 500.00 / 1.20 + 1,000.00 = 1,416.67; revenue 500.00 / 1.15 + 1,000.00 = 1,434.78.
      When time passes to 31 January 2026
      Then the consolidated trial balance for January 2026 in EUR is:
        | account                         | consolidated |
        | Receivables                     | 1,416.67     |
        | Due from group                  | 0.00         |
        | Due to group                    | 0.00         |
        | Translation difference          | *            |
        | Revenue                         | -1,434.78    |
        | Intercompany revenue            | 0.00         |
        | Intercompany expenses           | 0.00         |
        | Unrealized exchange differences | 20.00 / 1.15 |

    Scenario: A sister is paid at another rate
      # 220.00 owed is paid with 200.00 * 1.18 = 236.00: 16.00 lost, in the books of the one whose currency it is not.
      When Northwind America settles 200.00 EUR with Northwind Europe on 25 January 2026
      Then the ledger of Northwind America shows on 25 January 2026:
        | account                       | debit | credit |
        | Due to group                  |       |        |
        | Cash                          |       | 236.00 |
        | Realized exchange differences | 16.00 |        |
      And the ledger of Northwind Europe shows on 25 January 2026:
        | account        | debit  | credit |
        | Due from group |        |        |
        | Cash           | 200.00 |        |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
