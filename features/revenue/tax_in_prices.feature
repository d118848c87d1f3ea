@revenue @inclusive-tax @wave-3 @req:Q2C-217
Feature: A new rate of a tax that prices hold
  A price agreed with its tax stays when the rate changes, so less or more of it is left to the company. That is the price of the
  days taxed anew: what was served at the old rate, or invoiced at it, keeps its revenue.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer    |
      | prices and tax | inclusive |
      | revenue spread | by month  |
    And the tax code "VAT" is 10%

  Scenario: Months invoiced at the new rate earn less, the months before stay
    # Handbook 4.12: 110.00 / 1.10 = 100.00 a month to June, 110.00 / 1.21 = 90.91 from July on.
    Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax code "VAT":
      | product        | price per month |
      | Annual license | 110.00 USD      |
    When time passes to 31 May 2026
    And the tax code "VAT" becomes 21% on 1 July 2026
    Then the revenue schedule of Globex contains:
      | month         | amount |
      | May 2026      | 100.00 |
      | June 2026     | 100.00 |
      | July 2026     | 90.91  |
      | December 2026 | 90.91  |
    And the revenue schedule versions of Globex are:
      | product        | version | from           | reason                           | amount              |
      | Annual license | 1       | 1 January 2026 | contract signed                  | 1,200.00            |
      | Annual license | 2       | 1 July 2026    | tax VAT at 21% from 1 July 2026  | 6 * 100.00 + 6 * 90.91 |
    When time passes to 31 July 2026
    Then the journal of July 2026 is:
      | date         | source       | account            | debit  | credit |
      | 1 July 2026  | July invoice | Receivables        | 110.00 |        |
      | 1 July 2026  | July invoice | Contract liability |        | 90.91  |
      | 1 July 2026  | July invoice | Sales tax payable  |        | 19.09  |
      | 31 July 2026 | revenue      | Contract liability | 90.91  |        |
      | 31 July 2026 | revenue      | Revenue            |        | 90.91  |
    And finance closes July 2026 without a difference
    When time passes to 31 December 2026
    Then the ledger shows on 31 December 2026 exactly:
      | account           | debit    | credit                 |
      | Receivables       | 1,320.00 |                        |
      | Revenue           |          | 6 * 100.00 + 6 * 90.91 |
      | Sales tax payable |          | 6 * 10.00 + 6 * 19.09  |
    And finance closes December 2026 without a difference

  Scenario: A year invoiced at the old rate keeps it; the next one is taxed anew
    # 1,210.00 a year: 1,100.00 at 10%, 1,000.00 at 21%. 91.67 a month for a year, then 83.33.
    Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, tax code "VAT":
      | product        | price per year |
      | Annual license | 1,210.00 USD   |
    When time passes to 10 May 2026
    And the tax code "VAT" becomes 21% on 1 July 2026
    And time passes to 31 December 2026
    Then the revenue of July 2026 is 91.67 USD
    And the ledger shows on 31 December 2026:
      | account            | credit   |
      | Revenue            | 1,100.00 |
      | Contract liability |          |
    When time passes to 31 January 2027
    Then the revenue of January 2027 is 83.34 USD
    And finance closes January 2027 without a difference
    When time passes to 31 December 2027
    Then the ledger shows on 31 December 2027:
      | account            | credit   |
      | Revenue            | 2,100.00 |
      | Contract liability |          |
    And finance closes December 2027 without a difference

  Scenario: A rate that is known when the contract is signed makes no month earn what another does
    Given the tax code "VAT" is 21% from 1 July 2026
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax code "VAT":
      | product        | price per month |
      | Annual license | 110.00 USD      |
    When time passes to 31 July 2026
    Then the revenue of June 2026 is 100.00 USD
    And the revenue of July 2026 is 90.91 USD
    And finance closes July 2026 without a difference

  Scenario: Two promises, a new rate, and seats that join afterwards
    # Set-up for nothing is worth 300.00 of 1,500.00 net: 240.00, and 80.00 a month for the seats. From July 110.00 hold 90.91: the
    # months lose 9.09 each, all of it on the seats. In August ten seats more, 110.00 a month: 90.91 a month beside the rest.
    Given these conventions:
      | question              | answer            |
      | contract modification | separate contract |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax code "VAT":
      | product       | quantity | price | price per month | stand-alone price |
      | Set-up        | 1        | 0.00  |                 | 330.00            |
      | Platform seat | 10       |       | 11.00           | 11.00             |
    When time passes to 15 June 2026
    And the tax code "VAT" becomes 21% on 1 July 2026
    And Globex adds 10 "Platform seat" from 1 August 2026
    And time passes to 31 August 2026
    Then the revenue of Globex is:
      | month         | amount          |
      | January 2026  | 240.00 + 80.00  |
      | February 2026 | 80.00           |
      | March 2026    | 80.00           |
      | April 2026    | 80.00           |
      | May 2026      | 80.00           |
      | June 2026     | 80.00           |
      | July 2026     | 80.00 - 9.09    |
      | August 2026   | 70.91 + 90.91   |
    And finance closes August 2026 without a difference
    When time passes to 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account             | debit | credit                                |
      | Revenue             |       | 6 * 100.00 + 6 * 90.91 + 5 * 90.91    |
      | Contract liability  |       |                                       |
      | Unbilled receivable |       |                                       |
    And finance closes December 2026 without a difference

  Scenario: A contract that ends after the new rate leaves nothing behind
    # To the end of September: six months of 100.00 and three of 90.91. October to December were never billed.
    Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax code "VAT":
      | product        | price per month |
      | Annual license | 110.00 USD      |
    When time passes to 15 June 2026
    And the tax code "VAT" becomes 21% on 1 July 2026
    And Globex cancels on 1 October 2026
    And time passes to 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account             | debit | credit                 |
      | Revenue             |       | 6 * 100.00 + 3 * 90.91 |
      | Contract liability  |       |                        |
      | Unbilled receivable |       |                        |
    And finance closes December 2026 without a difference
