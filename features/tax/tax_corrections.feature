@tax @credit-memos @wave-3 @req:Q2C-370
Feature: Too much tax was charged, and only tax goes back
  A certificate of exemption comes late, or the rate was wrong. The credit memo gives tax back and nothing of the price: no line of
  revenue (handbook 4.12). What is credited of the price later gives back its share of the tax that is left.

  Background:
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    # 10 * 10.00 * 12 = 1,200.00, tax 120.00. January is 1,200.00 * 31/365 = 101.92 of revenue.

  Scenario: All of the tax, before the invoice is paid
    When time passes to 15 January 2026
    And finance credits Globex 120.00 USD of tax on the January invoice
    Then Globex is credited:
      | date            | for           | from           | to               | net  | tax    | total  | credits         | reason         |
      | 15 January 2026 | Platform seat | 1 January 2026 | 31 December 2026 | 0.00 | 120.00 | 120.00 | January invoice | tax correction |
    And nothing else is credited
    And nothing else is invoiced since 2 January 2026
    And Globex owes 1,200.00 USD
    When time passes to 1 February 2026
    Then the journal of January 2026 is:
      | date            | source          | account            | debit    | credit   |
      | 1 January 2026  | January invoice | Receivables        | 1,320.00 |          |
      | 1 January 2026  | January invoice | Contract liability |          | 1,200.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |          | 120.00   |
      | 15 January 2026 | credit memo     | Sales tax payable  | 120.00   |          |
      | 15 January 2026 | credit memo     | Receivables        |          | 120.00   |
      | 31 January 2026 | revenue         | Contract liability | 101.92   |          |
      | 31 January 2026 | revenue         | Revenue            |          | 101.92   |
    And finance closes January 2026 without a difference
    And the January 2026 close report shows:
      | line                       | amount |
      | Revenue                    | 101.92 |
      | Sales tax payable, closing | 0.00   |

  Scenario: After it was paid, the tax is the customer's credit
    Given Globex pays every invoice when it is due
    When time passes to 15 February 2026
    And finance credits Globex 120.00 USD of tax on the January invoice
    Then Globex owes nothing
    And the journal from 2 February 2026 to 27 February 2026 is:
      | date             | source         | account           | debit  | credit |
      | 15 February 2026 | credit memo | Sales tax payable | 120.00 |        |
      | 15 February 2026 | credit memo | Customer credits  |        | 120.00 |
    When time passes to 1 March 2026
    Then the ledger shows on 28 February 2026:
      | account          | customer | credit |
      | Customer credits | Globex   | 120.00 |
    And finance closes February 2026 without a difference

  # It should have been 5%: 60.00 go back. The days from July are 1,200.00 * 184/365 = 604.93,
  # and of the 60.00 that are left 60.00 * 604.93/1,200.00 = 30.25. 1,320.00 - 60.00 - 604.93 - 30.25 = 624.82.
  Scenario: A part of the tax, and later a part of the price
    When time passes to 15 January 2026
    And finance credits Globex 60.00 USD of tax on the January invoice
    And time passes to 1 July 2026
    And Globex cancels on 1 July 2026
    Then Globex is credited:
      | date            | from           | to               | net    | tax   | reason         |
      | 15 January 2026 | 1 January 2026 | 31 December 2026 | 0.00   | 60.00 | tax correction |
      | 1 July 2026     | 1 July 2026    | 31 December 2026 | 604.93 | 30.25 | cancellation   |
    And nothing else is credited
    And Globex owes 624.82 USD
    When time passes to 1 August 2026
    Then finance closes July 2026 without a difference

  # A quarter of the price goes first, 300.00 and 30.00; of the tax 90.00 are left, and all of them go. Nothing is left for the rest.
  Scenario: A part of the price, then all that is left of the tax, then the rest
    When time passes to 15 January 2026
    And finance credits Globex 300.00 USD on the January invoice
    And finance credits Globex 90.00 USD of tax on the January invoice
    And finance credits Globex 900.00 USD on the January invoice
    Then Globex is credited:
      | date            | net    | tax   | reason         |
      | 15 January 2026 | 300.00 | 30.00 | goodwill       |
      | 15 January 2026 | 0.00   | 90.00 | tax correction |
      | 15 January 2026 | 900.00 | 0.00  | goodwill       |
    And nothing else is credited
    And Globex owes nothing
    When time passes to 1 February 2026
    Then finance closes January 2026 without a difference

  Scenario Outline: <what> is refused
    When time passes to 15 January 2026
    And finance credits Globex <first> of tax on the January invoice
    And finance credits Globex <amount> of tax on the January invoice
    Then it is refused because "<why>"
    And Globex is credited <first> in all
    And finance closes January 2026 without a difference

    Examples:
      | what                         | first      | amount     | why                                                                                        |
      | More tax than is left        | 100.00 USD | 20.01 USD  | 20.01 USD of tax cannot be credited: 20.00 USD of tax is left of what was billed           |
      | The tax a second time        | 120.00 USD | 120.00 USD | 120.00 USD of tax cannot be credited: 0.00 USD of tax is left of what was billed           |
      | Tax in another currency      | 1.00 USD   | 1.00 EUR   | is in USD, not EUR                                                                         |
