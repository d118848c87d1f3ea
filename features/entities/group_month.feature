@entities @group @wave-2 @req:Q2C-062
Feature: A month of a group with two currencies
  Three entities sell at once: in dollars from America, in euros from Germany and Austria, and America in euros too. Each closes
  its own books; the group shows all of it in dollars.

  Background:
    Given the company "Meridian Group"

  Scenario: Every entity invoices its own customers, at its own list price and tax
    When Pan Atlantic signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product   | quantity |
      | Workspace | 10       |
    And Nibelungen Verlag signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax code "german":
      | product   | quantity |
      | Workspace | 10       |
    And Donau Werke signed on 15 January 2026 for 1 month, billed monthly in advance, net 30, tax code "austrian":
      | product   | quantity |
      | Migration | 1        |
    Then Pan Atlantic is invoiced:
      | date           | net        | tax  | entity       |
      | 1 January 2026 | 120.00 USD | 0.00 | Meridian Inc |
    And Nibelungen Verlag is invoiced:
      | date           | net        | tax       | entity                    |
      | 1 January 2026 | 110.00 EUR | 20.90 EUR | Meridian Deutschland GmbH |
    And Donau Werke is invoiced:
      | date            | net        | tax        | entity |
      | 15 January 2026 | 850.00 EUR | 170.00 EUR | MA     |
    And nothing else is invoiced

  Scenario: The group at the end of January
    # America: 120.00 USD. Germany: 130.90 EUR of receivables, 110.00 of revenue, 20.90 of tax. Both are all of January's.
    # At 1.12: 146.61 and 23.41; revenue at the average, 110.00 * 1.09 = 119.90. 146.61 - 23.41 - 119.90 = 3.30 between them.
    When Pan Atlantic signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product   | quantity |
      | Workspace | 10       |
    And Nibelungen Verlag signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "german":
      | product   | quantity |
      | Workspace | 10       |
    And time passes to 31 January 2026
    Then the consolidated trial balance for January 2026 is:
      | account                | debit           | credit          |
      | Receivables            | 120.00 + 146.61 |                 |
      | Sales tax payable      |                 | 23.41           |
      | Translation difference |                 | 3.30            |
      | Revenue                |                 | 120.00 + 119.90 |
    And the trial balance of Meridian Deutschland GmbH for January 2026 is:
      | account            | debit  | credit |
      | Receivables        | 130.90 |        |
      | Contract liability |        |        |
      | Sales tax payable  |        | 20.90  |
      | Revenue            |        | 110.00 |
    And finance closes January 2026 without a difference

  Scenario: America sells in euros, and its books show what that was worth
    # 110.00 EUR on 15 January at 1.10 = 121.00; half of it is January's: 17 of 31 days by month weights. Closed at 1.12.
    When Virtucon signed with Meridian Inc on 15 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product   | quantity | price per month |
      | Workspace | 10       | 11.00 EUR       |
    And time passes to 31 January 2026
    Then the ledger of Meridian Inc shows on 31 January 2026:
      | account                         | debit         | credit        |
      | Receivables                     | 110.00 * 1.12 |               |
      | Unrealized exchange differences |               | 110.00 * 0.02 |
    And the January 2026 close report shows:
      | line                             | amount   |
      | Exchange differences, unrealized | 2.20     |
      | Receivables in EUR, at their worth | 123.20 |
      | 1,000 EUR at the closing rate    | 1,120.00 |
    When Virtucon transfers 110.00 EUR on 10 February 2026 for invoice MI-000001
    And time passes to 28 February 2026
    Then the ledger of Meridian Inc shows on 28 February 2026:
      | account                         | debit  | credit |
      | Receivables                     |        |        |
      | Cash                            | 122.10 |        |
      | Revenue                         |        | 121.00 |
      | Realized exchange differences   |        | 1.10   |
      | Unrealized exchange differences |        |        |
    And finance closes February 2026 without a difference
