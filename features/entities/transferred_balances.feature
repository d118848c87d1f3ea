@entities @transfer @wave-2 @req:Q2C-063
Feature: What belongs to a contract goes along with it to another legal entity
  Beside contract liability a contract may have costs that are still to be amortized, and a part of its price that is expected to go
  back. Whoever serves the contract carries them. What is held off of an unpaid invoice stays beside the invoice on the one side, and goes
  along with the liability on the other.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |

  Scenario: Costs to obtain it are amortized by each for its own days
    # 730.00 over the 730 days of 2026 and 2027: 227 to 15 August are America's, 503.00 pass on, 16 of August are Canada's. For 690.00
    # of liability and 503.00 of costs America owes 187.00.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When on 1 January 2026 finance capitalizes 730.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
    And the contract of Globex passes to the legal entity "NC" from 16 August 2026
    And time passes to 31 August 2026
    Then the ledger of "NA" shows on 31 August 2026:
      | account                        | debit  | credit   |
      | Contract costs                 |        |          |
      | Amortization of contract costs | 227.00 |          |
      | Due to group                   |        | 187.00   |
      | Contract liability             |        |          |
      | Revenue                        |        | 1,135.00 |
    And the ledger of "NC" shows on 31 August 2026:
      | account                        | debit  | credit |
      | Contract costs                 | 487.00 |        |
      | Amortization of contract costs | 16.00  |        |
      | Due from group                 | 187.00 |        |
      | Contract liability             |        | 610.00 |
      | Revenue                        |        | 80.00  |
    And the entities owe each other on 31 August 2026:
      | entity | counterparty | due from | due to |
      | NC     | NA           | 187.00   |        |
      | NA     | NC           |          | 187.00 |
    And finance closes August 2026 without a difference

  Scenario: Passed on back into a month in which costs were amortized
    # Signed on 10 September for 16 August on: America has amortized 243.00 by the end of August and takes 16.00 of it back.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When on 1 January 2026 finance capitalizes 730.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
    And time passes to 31 August 2026
    And finance closes August 2026
    And Globex signs on 10 September 2026 that the contract passes to the legal entity "NC" from 16 August 2026
    And time passes to 30 September 2026
    Then the ledger shows on 30 September 2026:
      | entity | account                        | debit  | credit |
      | NA     | Contract costs                 |        |        |
      | NA     | Amortization of contract costs | 227.00 |        |
      | NC     | Contract costs                 | 457.00 |        |
      | NC     | Amortization of contract costs | 46.00  |        |
    And finance closes September 2026 without a difference

  Scenario: What of its price is expected to go back
    # 5.00 a day, 0.50 of it expected back: 113.50 of 227 days pass on, 8.00 of 16 days come to it.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When on 1 January 2026 finance expects 10% of the price to go back to Globex
    And the contract of Globex passes to the legal entity "NC" from 16 August 2026
    And time passes to 31 August 2026
    Then the ledger shows on 31 August 2026:
      | entity | account          | debit | credit   |
      | NA     | Refund liability |       |          |
      | NA     | Revenue          |       | 1,021.50 |
      | NC     | Refund liability |       | 121.50   |
      | NC     | Revenue          |       | 72.00    |
    And finance closes August 2026 without a difference

  Scenario: An unpaid advance that was held off
    # 1,825.00 is not paid: 765.00 of it are not served at the end of July and held off, 610.00 at the end of August: beside
    # America's receivable and Canada's liability. America owes the 80.00 that Canada has earned.
    Given these conventions:
      | question               | answer                        |
      | revenue schedule       | service period of each line   |
      | unpaid advance invoice | held off until paid or served |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,825.00 USD   |
    When time passes to 31 July 2026
    Then the ledger shows on 31 July 2026:
      | entity | account                     | debit  | credit |
      | NA     | Receivables held off        |        | 765.00 |
      | NA     | Contract liability held off | 765.00 |        |
    When the contract of Globex passes to the legal entity "NC" from 16 August 2026
    And time passes to 31 August 2026
    Then the ledger shows on 31 August 2026:
      | entity | account                     | debit    | credit |
      | NA     | Receivables                 | 1,825.00 |        |
      | NA     | Receivables held off        |          | 610.00 |
      | NA     | Contract liability held off |          |        |
      | NA     | Due to group                |          | 80.00  |
      | NC     | Receivables held off        |          |        |
      | NC     | Contract liability held off | 610.00   |        |
      | NC     | Contract liability          |          | 610.00 |
    And finance closes August 2026 without a difference
