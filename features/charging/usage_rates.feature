@charging @usage @wave-2 @req:Q2C-033
Feature: Usage under every kind of rate
  The usage of a billing period is one quantity, whatever the number of reports, and is priced like any other: by steps, in
  packages, above what is included, as a percentage. Prices may be finer than a cent and quantities have decimals.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product   | charged                      | price            | percent | fixed fee | free units |
      | Calls     | per unit, by usage           | 0.0015 USD each  |         |           |            |
      | Messages  | per package of 100, by usage | 5.00 USD each    |         |           |            |
      | Traffic   | above 10, by usage           | 0.25 USD each    |         |           |            |
      | Transfers | percentage, by usage         |                  | 1.5%    | 0.30      | 100        |
      | Events    | tiered, by usage             |                  |         |           |            |
      | Logs      | volume, by usage             |                  |         |           |            |
    And the tiers of "Events":
      | from | to    | price per unit | flat fee |
      | 0    | 1,000 | 0.01           | 0.00     |
      | 1,001 |      | 0.005          | 2.00     |
    And the tiers of "Logs":
      | from | to    | price per unit | flat fee |
      | 0    | 1,000 | 0.01           | 0.00     |
      | 1,001 |      | 0.005          | 2.00     |

  # Calls: 7 * 0.0015 = 0.0105, rounded once for the month. Messages: 101 are two packages. Traffic: 2.5 above ten.
  # Transfers: 60 + 90 = 150; the first 100 are free, 50 * 1.5% = 0.75; the second use is not all free: 0.30 once.
  # Events, graduated: 1,000 * 0.01 + 2.00 + 500 * 0.005 = 14.50. Logs, volume: 1,500 * 0.005 + 2.00 = 9.50.
  Scenario Outline: "<product>" used twice in April
    Given "Globex" signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product   |
      | <product> |
    When Globex uses <first> "<product>" on 3 April 2026
    And Globex uses <second> "<product>" on 30 April 2026
    And time passes to 1 June 2026
    Then Globex is invoiced:
      | date       | for       | from         | to            | quantity | net   | tax   |
      | 1 May 2026 | <product> | 1 April 2026 | 30 April 2026 | <both>   | <net> | <tax> |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | <net>  |

    Examples:
      | product   | first | second | both  | net   | tax  |
      | Calls     | 3     | 4      | 7     | 0.01  | 0.00 |
      | Messages  | 60    | 41     | 101   | 10.00 | 1.00 |
      | Messages  | 60    | 40     | 100   | 5.00  | 0.50 |
      | Traffic   | 10.25 | 2.25   | 12.5  | 0.63  | 0.06 |
      | Traffic   | 4.5   | 5.5    | 10    | 0.00  | 0.00 |
      | Transfers | 60    | 90     | 150   | 1.05  | 0.11 |
      | Transfers | 60    | 40     | 100   | 0.00  | 0.00 |
      | Events    | 600   | 900    | 1,500 | 14.50 | 1.45 |
      | Logs      | 600   | 900    | 1,500 | 9.50  | 0.95 |
      | Logs      | 600   | 400    | 1,000 | 10.00 | 1.00 |

  # 1,500 cost 14.50; the 500 that come late make 2,000: 10.00 + 2.00 + 1,000 * 0.005 = 17.00, a difference of 2.50.
  Scenario: Late usage of graduated steps goes on where its own period ended
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Events  |
    When Globex uses 1,500 "Events" on 30 April 2026
    And Globex uses 500 "Events" on 29 April 2026, reported on 5 May 2026
    And Globex uses 100 "Events" on 6 May 2026
    And time passes to 1 June 2026
    Then Globex is invoiced:
      | date        | for    | from         | to            | quantity | net   |
      | 1 May 2026  | Events | 1 April 2026 | 30 April 2026 | 1,500    | 14.50 |
      | 1 June 2026 | Events | 1 April 2026 | 30 April 2026 | 2,000    | 2.50  |
      | 1 June 2026 | Events | 1 May 2026   | 31 May 2026   | 100      | 1.00  |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes May 2026 without a difference

  Scenario: Usage is billed each quarter, its revenue recognized in the month of use
    Given these products are sold:
      | product | charged            | price          | billed                 |
      | Minutes | per unit, by usage | 0.10 USD each  | quarterly in arrears   |
    And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Minutes |
    When Globex uses 100 "Minutes" on 15 January 2026
    And Globex uses 40 "Minutes" on 15 March 2026
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date         | for     | from           | to            | quantity | net   |
      | 1 April 2026 | Minutes | 1 January 2026 | 31 March 2026 | 140      | 14.00 |
    And nothing else is invoiced
    And the journal of January 2026 is:
      | date            | source  | account             | debit | credit |
      | 31 January 2026 | revenue | Unbilled receivable | 10.00 |        |
      | 31 January 2026 | revenue | Revenue             |       | 10.00  |
    And the journal of March 2026 is:
      | date          | source  | account             | debit | credit |
      | 31 March 2026 | revenue | Unbilled receivable | 4.00  |        |
      | 31 March 2026 | revenue | Revenue             |       | 4.00   |
    And finance closes March 2026 without a difference

  # From the company's own price book: 10,000 * 0.002 + 5,000 * 0.001 = 25.00, drawn from 500.00 of credit for a year.
  Scenario: A product of the company's own that is charged by usage, and credit for it
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product    |
      | API access |
      | API credit |
    When Globex uses 15,000 "API access" on 31 January 2026
    And time passes to 1 February 2026
    Then Globex is invoiced:
      | date            | for        | charge     | net    |
      | 1 January 2026  | API access | API fee    | 99.00  |
      | 1 January 2026  | API credit | API credit | 500.00 |
      | 1 February 2026 | API access | API fee    | 99.00  |
    And nothing else is invoiced
    And the prepaid balance of Globex on 1 February 2026 is:
      | product    | topped up | drawn | expired | left   |
      | API credit | 500.00    | 25.00 | 0.00    | 475.00 |
    And finance closes January 2026 without a difference

  # 1,000 * 0.0015 = 1.50, revenue and receivable of the entity that signed.
  Scenario: Usage of a contract with another legal entity
    Given these legal entities:
      | code | name              | currency | invoice prefix | country |
      | NA   | Northwind America | USD      | NA             | US      |
      | NC   | Northwind Canada  | USD      | NC             | CA      |
    And Globex signed with Northwind Canada on 20 December 2025 for 2 months from 1 January 2026, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    When Globex uses 1,000 "Calls" on 15 January 2026
    And time passes to 1 February 2026
    Then Globex is invoiced:
      | date            | for   | quantity | net  | entity           |
      | 1 February 2026 | Calls | 1,000    | 1.50 | Northwind Canada |
    And nothing else is invoiced
    And the journal of Northwind Canada in January 2026 contains:
      | date            | source  | account             | debit | credit |
      | 31 January 2026 | revenue | Unbilled receivable | 1.50  |        |
      | 31 January 2026 | revenue | Revenue             |       | 1.50   |
    And finance closes January 2026 without a difference
