@revenue @inclusive-tax @wave-3 @req:Q2C-217
Feature: Taxes on sales that are the company's own
  What is collected for the state is no revenue; a tax that the company owes whatever its customer pays is price and an expense.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                  | answer   |
      | revenue spread            | by month |
      | taxes on sales in revenue | included |

  Scenario: A year of 1,200.00 with 10% tax
    # 1,320.00 over twelve months: 110.00, and 120.00 of expense when it is invoiced.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product        | price per year |
      | Annual license | 1,200.00       |
    When time passes to 31 January 2026
    Then the journal of January 2026 is:
      | date            | source          | account            | debit    | credit   |
      | 1 January 2026  | January invoice | Receivables        | 1,320.00 |          |
      | 1 January 2026  | January invoice | Contract liability |          | 1,200.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |          | 120.00   |
      | 1 January 2026  | tax borne       | Sales taxes borne  | 120.00   |          |
      | 1 January 2026  | tax borne       | Contract liability |          | 120.00   |
      | 31 January 2026 | revenue         | Contract liability | 110.00   |          |
      | 31 January 2026 | revenue         | Revenue            |          | 110.00   |
    And finance closes January 2026 without a difference
    And the January 2026 close report shows:
      | line        | amount |
      | Taxes borne | 120.00 |
    When time passes to 31 December 2026
    Then the ledger shows on 31 December 2026 exactly:
      | account           | debit    | credit   |
      | Receivables       | 1,320.00 |          |
      | Sales tax payable |          | 120.00   |
      | Sales taxes borne | 120.00   |          |
      | Revenue           |          | 1,320.00 |
    And finance closes December 2026 without a difference

  Scenario: Months billed in arrears, and a part credited
    # 100.00 a month earned, 10.00 of tax with each invoice of the day after; 50.00 and 5.00 of January go back in March.
    Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, tax 10%:
      | product        | price per month |
      | Annual license | 100.00          |
    When time passes to 28 February 2026
    Then the ledger shows on 28 February 2026:
      | account             | debit  | credit |
      | Unbilled receivable | 100.00 |        |
      | Sales taxes borne   | 10.00  |        |
      | Revenue             |        | 210.00 |
    And finance closes February 2026 without a difference
    When time passes to 10 March 2026
    And finance credits Globex 50.00 USD on the first invoice
    And time passes to 31 March 2026
    Then the ledger shows on 31 March 2026:
      | account           | debit |
      | Sales taxes borne | 15.00 |
    And finance closes March 2026 without a difference

  Scenario: Goods: the tax is earned as they are delivered
    # 100 at 20.00 with 25% excise: half given is 1,250.00.
    Given these products are sold:
      | product | charged  | price          | revenue      |
      | Bottle  | per unit | 20.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 25%:
      | product | quantity |
      | Bottle  | 100      |
    When Globex receives 50 "Bottle" on 31 January 2026
    Then the revenue of January 2026 is 1,250.00 USD
    And the ledger shows on 31 January 2026:
      | account            | debit  | credit   |
      | Sales taxes borne  | 500.00 |          |
      | Contract liability |        | 1,250.00 |
    And finance closes January 2026 without a difference

  Scenario: One book holds them gross, the other net
    Given these conventions:
      | question                  | answer   |
      | taxes on sales in revenue | excluded |
    And books are also kept under "US GAAP", with these conventions:
      | question                  | answer   |
      | taxes on sales in revenue | included |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product        | price per year |
      | Annual license | 1,200.00       |
    When time passes to 31 January 2026
    Then the ledger shows on 31 January 2026 exactly:
      | account            | debit    | credit   |
      | Receivables        | 1,320.00 |          |
      | Contract liability |          | 1,100.00 |
      | Sales tax payable  |          | 120.00   |
      | Revenue            |          | 100.00   |
    When finance turns to the books under "US GAAP"
    Then the ledger shows on 31 January 2026 exactly:
      | account            | debit    | credit   |
      | Receivables        | 1,320.00 |          |
      | Contract liability |          | 1,210.00 |
      | Sales tax payable  |          | 120.00   |
      | Sales taxes borne  | 120.00   |          |
      | Revenue            |          | 110.00   |
    And finance closes January 2026 without a difference

  Scenario: What is charged beside the contract, and a contract that ends early
    # 30.00 and 3.00 more for the year: 112.75 a month. On 1 July half of the year goes back, 600.00 and 60.00: six months stay, and
    # what was charged beside.
    Given these conventions:
      | question  | answer |
      | proration | months |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product        | price per year |
      | Annual license | 1,200.00       |
    When time passes to 10 January 2026
    And finance charges Globex 30.00 USD more on the January invoice for "training"
    And time passes to 31 January 2026
    Then the revenue of January 2026 is 112.75 USD
    And the ledger shows on 31 January 2026:
      | account           | debit  |
      | Sales taxes borne | 123.00 |
    And finance closes January 2026 without a difference
    When Globex cancels on 1 July 2026
    And time passes to 31 July 2026
    Then the ledger shows on 31 July 2026:
      | account            | debit | credit |
      | Sales taxes borne  | 63.00 |        |
      | Revenue            |       | 693.00 |
      | Contract liability |       |        |
    And finance closes July 2026 without a difference
