@revenue @variable-price @wave-3 @req:Q2C-036
Feature: What is paid to a customer is less revenue
  A payment that buys nothing distinct from the customer reduces the price, and revenue falls as the related sales are recognized.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | charged  | price          | revenue      |
      | Goods   | per unit | 10.00 USD once | as delivered |

  Scenario: A non-refundable payment at the beginning, spread over a year's purchases
    # IFRS 15 IE160 to 162, 606-10-55-252 to 254 (example 32): 1,500,000 given at inception (credited on the first invoice) on purchases of 15,000,000: 10%.
    # The first month's 2,000,000 of goods are 1,800,000 of revenue; 1,300,000 of the payment are left for later sales.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product | quantity  |
      | Goods   | 1,500,000 |
    When on 1 January 2026 finance expects 10% of the price to go back to Globex
    And finance gives Globex 1,500,000.00 USD back on the January invoice on 1 January 2026
    And Globex receives 200,000 "Goods" on 31 January 2026
    Then the revenue of January 2026 is 1,800,000.00 USD
    And the journal from 2 January 2026 to 31 January 2026 is:
      | date            | source  | account            | debit        | credit       |
      | 31 January 2026 | revenue | Contract liability | 2,000,000.00 |              |
      | 31 January 2026 | revenue | Revenue            |              | 1,800,000.00 |
      | 31 January 2026 | revenue | Refund liability   |              | 200,000.00   |
    And the ledger shows on 31 January 2026:
      | account          | debit        | credit       |
      | Refund liability | 1,300,000.00  |             |
      | Receivables      | 13,500,000.00 |             |
      | Revenue          |              | 1,800,000.00 |
    And finance closes January 2026 without a difference
