@revenue @allocation @wave-3 @req:Q2C-038
Feature: Licenses, royalties and goods that stay, each with the standard's figures
  A right to use is revenue when it begins, a right to access over its time; royalties when the customer sells.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Scenario: A recording for 10,000.00 a month over two years is revenue when the license begins
    # IFRS 15 IE303 to 306, 606-10-55-388 to 391 (example 59): a right to use: 24 * 10,000.00 at once.
    Given these products are sold:
      | product   | charged | price                   | revenue      |
      | Recording | flat    | 10,000.00 USD per month | as delivered |
    And "Globex" signed on 1 January 2026 for 2 years, billed monthly in arrears, net 30, no tax:
      | product   |
      | Recording |
    When Globex receives 1 "Recording" on 1 January 2026
    And time passes to 1 February 2026
    Then the journal from 1 January 2026 to 1 February 2026 is:
      | date            | source           | account        | debit      | credit     |
      | 31 January 2026 | revenue          | Contract asset | 240,000.00 |            |
      | 31 January 2026 | revenue          | Revenue        |            | 240,000.00 |
      | 1 February 2026 | February invoice | Receivables    | 10,000.00  |            |
      | 1 February 2026 | February invoice | Contract asset |            | 10,000.00  |
    And finance closes January 2026 without a difference

  Scenario: Software for three years, billed by the year, is revenue when it can be used
    # 12,000.00 a year for three years: a right to use, 36,000.00 at once (606-10-55-58B and C, IFRS 15.B56 and B61).
    Given these products are sold:
      | product  | charged | price                  | revenue |
      | Software | flat    | 12,000.00 USD per year | at once |
    And "Globex" signed on 10 January 2026 for 3 years, billed yearly in advance, net 30, tax 10%:
      | product  |
      | Software |
    When time passes to 31 January 2026
    Then the journal of January 2026 is:
      | date            | source          | account            | debit     | credit    |
      | 10 January 2026 | January invoice | Receivables        | 13,200.00 |           |
      | 10 January 2026 | January invoice | Contract liability |           | 12,000.00 |
      | 10 January 2026 | January invoice | Sales tax payable  |           | 1,200.00  |
      | 31 January 2026 | revenue         | Contract liability | 12,000.00 |           |
      | 31 January 2026 | revenue         | Contract asset     | 24,000.00 |           |
      | 31 January 2026 | revenue         | Revenue            |           | 36,000.00 |
    And finance closes January 2026 without a difference
    When time passes to 31 January 2028
    Then the ledger shows on 31 January 2028 exactly:
      | account           | debit     | credit    |
      | Receivables       | 39,600.00 |           |
      | Sales tax payable |           | 3,600.00  |
      | Revenue           |           | 36,000.00 |

  Scenario: A team's logo: a fixed fee over the season and royalties when they are earned
    # IE309 to 313, 606-10-55-393 to 399 (example 61): 2,000,000.00 a year for five years and 5% of the licensee's sales.
    # 2,000,000.00 / 12 = 166,666.67 and 5% of 3,000,000.00.
    Given this approval matrix:
      | role             | months above |
      | Finance director | 60           |
    And these products are sold:
      | product | charged              | price                     | percent |
      | Logo    | flat                 | 2,000,000.00 USD per year |         |
      | Royalty | percentage, by usage |                           | 5%      |
    And "Globex" signed on 1 January 2026 for 5 years, billed quarterly in arrears, net 30, no tax:
      | product |
      | Logo    |
      | Royalty |
    When Globex uses 3,000,000 "Royalty" on 20 January 2026
    And time passes to 31 January 2026
    Then the revenue of Globex is:
      | month        | product | amount     |
      | January 2026 | Logo    | 166,666.67 |
      | January 2026 | Royalty | 150,000.00 |
    And finance closes January 2026 without a difference

  Scenario: Comic characters with a minimum that royalties will exceed
    # IE297 to 302 (example 58): a right to access over four years; 1,000,000.00 of a year at least, 5% of sales. 30,000,000.00 of
    # sales are 1,500,000.00, so nothing falls short; 12,000,000.00 are 600,000.00, and 400,000.00 fall short.
    Given this approval matrix:
      | role             | months above |
      | Finance director | 60           |
    And these products are sold:
      | product | charged              | price | percent | minimum      |
      | Comics  | percentage, by usage |       | 5%      | 1,000,000.00 |
    And "Globex" signed on 1 January 2026 for 4 years, billed yearly in arrears, net 30, no tax:
      | product |
      | Comics  |
    When Globex uses 30,000,000 "Comics" on 31 December 2026
    And time passes to 31 December 2026
    Then the revenue of December 2026 is 1,500,000.00 USD
    When Globex uses 12,000,000 "Comics" on 31 December 2027
    And time passes to 31 December 2027
    Then the revenue of December 2027 is 1,000,000.00 USD
    And finance closes December 2027 without a difference

  Scenario: A minimum that is earned evenly until royalties exceed it
    # As the large firms' guides tell it: 5,000.00 at least over five years, royalties of 750.00, 1,250.00, 1,500.00, 2,000.00 and 1,000.00. A
    # year's 1,000.00 are earned evenly; in the fourth year all royalties so far are 5,500.00, so 500.00 more, in the fifth 1,000.00 more.
    Given this approval matrix:
      | role             | months above |
      | Finance director | 60           |
    And these products are sold:
      | product | charged | price                 |
      | License | flat    | 1,000.00 USD per year |
    And "Globex" signed on 1 January 2026 for 5 years, billed yearly in advance, net 30, no tax:
      | product |
      | License |
    When on 31 December 2029 finance includes 500.00 USD of "royalties of 2029" in the price of "License" for Globex, earned from 1 January 2029 to 31 December 2029
    And time passes to 31 December 2029
    Then the revenue of December 2029 is 583.33 USD
    And the ledger shows on 31 December 2029:
      | account        | debit    | credit   |
      | Contract asset | 500.00   |          |
      | Revenue        |          | 4,500.00 |
    When on 31 December 2030 finance includes 900.00 USD of "royalties of 2030" in the price of "License" for Globex, earned from 1 January 2030 to 31 December 2030
    And on 31 December 2030 finance includes 1,000.00 USD of "royalties of 2030" in the price of "License" for Globex, earned from 1 January 2030 to 31 December 2030
    And time passes to 31 December 2030
    Then the ledger shows on 31 December 2030:
      | account        | debit    | credit   |
      | Contract asset | 1,500.00 |          |
      | Revenue        |          | 6,500.00 |
    And finance closes December 2030 without a difference
    When on 31 December 2030 finance includes 1.00 USD of "more" in the price of "Comics" for Globex, earned from 1 January 2030 to 31 December 2030
    Then it is refused because "contract C-1 holds no 'Comics'"

  Scenario: A put option below the price is a lease
    # IE319 to 321 (example 62, case B): 1,000,000.00, and the customer may give the asset back for 900,000.00 at the end of the year:
    # 100,000.00 for its use over the year.
    Given these products are sold:
      | product | charged | price                 | revenue       |
      | Asset   | flat    | 1,000,000.00 USD once | over the term |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 0, no tax:
      | product |
      | Asset   |
    When on 1 January 2026 900,000.00 USD of the price of "Asset" for Globex belongs to "the option to give it back"
    And time passes to 31 January 2026
    Then the journal of January 2026 is:
      | date            | source          | account            | debit        | credit       |
      | 1 January 2026  | January invoice | Receivables        | 1,000,000.00 |              |
      | 1 January 2026  | January invoice | Contract liability |              | 1,000,000.00 |
      | 1 January 2026  | paid out        | Contract liability | 900,000.00   |              |
      | 1 January 2026  | paid out        | Payables           |              | 900,000.00   |
      | 31 January 2026 | revenue         | Contract liability | 8,333.33     |              |
      | 31 January 2026 | revenue         | Revenue            |              | 8,333.33     |
    And finance closes January 2026 without a difference

  Scenario: Machine and parts that the seller keeps for the customer
    # IE323 to 327 (example 63): bill and hold. Machine, spare parts and two years of custody are three promises: 700,000.00, 240,000.00
    # and 60,000.00 alone. The machine is given on 31 December 2026; the parts are the customer's though they stay.
    Given these products are sold:
      | product     | charged | price                | stand-alone price    | revenue      |
      | Machine     | flat    | 690,000.00 USD once  | 700,000.00 USD once  | as delivered |
      | Spare parts | flat    | 260,000.00 USD once  | 240,000.00 USD once  | as delivered |
      | Custody     | flat    | 50,000.00 USD once   | 60,000.00 USD once   | over the term |
    And "Globex" signed on 1 January 2027 for 2 years, billed yearly in advance, net 0, no tax:
      | product     |
      | Machine     |
      | Spare parts |
      | Custody     |
    When Globex receives 1 "Machine" on 1 January 2027
    And Globex receives 1 "Spare parts" on 1 January 2027
    And time passes to 31 January 2027
    Then the revenue of Globex is:
      | month        | product     | amount     |
      | January 2027 | Machine     | 700,000.00 |
      | January 2027 | Spare parts | 240,000.00 |
      | January 2027 | Custody     | 2,500.00   |
    And finance closes January 2027 without a difference

  Scenario: An agent's tenth
    # IE231 to 233 (example 45): a website sells for others and keeps 10%: 100 sales of 150.00.
    Given these products are sold:
      | product | charged  | price           | revenue |
      | Goods   | per unit | 150.00 USD once | at once |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Goods   | 100      |
    When on 1 January 2026 13,500.00 USD of the price of "Goods" for Globex belongs to "the supplier"
    And time passes to 31 January 2026
    Then the ledger shows on 31 January 2026 exactly:
      | account     | debit     | credit    |
      | Receivables | 15,000.00 |           |
      | Payables    |           | 13,500.00 |
      | Revenue     |           | 1,500.00  |

  Scenario: Goods on consignment are revenue when the dealer sells them
    # 606-10-55-79, IFRS 15.B77: 100 are with the dealer, 30 are sold on; they cost 40.00 each.
    Given these products are sold:
      | product | charged  | price          | revenue      |
      | Lamp    | per unit | 70.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product | quantity |
      | Lamp    | 100      |
    When on 1 January 2026 finance expects 100 "Lamp" in all back from Globex
    And on 1 January 2026 100 "Lamp" that cost 40.00 USD each leave the stock for Globex
    And on 31 January 2026 finance expects 70 "Lamp" in all back from Globex
    And Globex receives 30 "Lamp" on 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account                | debit    | credit   |
      | Right to recover goods | 2,800.00 |          |
      | Cost of sales          | 1,200.00 |          |
      | Inventory              |          | 4,000.00 |
      | Revenue                |          | 2,100.00 |
      | Contract liability     |          | 4,900.00 |

  Scenario: A gift card of which a fifth is never used
    # 606-10-55-48, IFRS 15.B46: 100.00, of which 20.00 are not expected to be used. 40.00 used are 40/80 of all: 50.00.
    Given these products are sold:
      | product   | charged  | price         | revenue      |
      | Gift card | per unit | 1.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 0, no tax:
      | product   | quantity |
      | Gift card | 100      |
    When Globex is expected to use 80 "Gift card" in all from 1 January 2026
    And Globex redeems 40 "Gift card" on 20 February 2026
    And time passes to 28 February 2026
    Then the revenue of February 2026 is 50.00 USD
    When what is left of "Gift card" for Globex expires on 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account            | credit |
      | Revenue            | 100.00 |
      | Contract liability |        |
    And finance closes December 2026 without a difference

  Scenario: A health club's year
    # IE92 to 94 (example 18): 100.00 a month for twelve months, whether the member comes or not.
    Given these products are sold:
      | product | charged | price                |
      | Club    | flat    | 100.00 USD per month |
    And "Globex" signed on 15 January 2026 for 1 year, billed monthly in advance, net 0, no tax:
      | product |
      | Club    |
    When time passes to 31 March 2026
    Then the revenue of Globex is:
      | month         | amount |
      | January 2026  | 54.84  |
      | February 2026 | 100.00 |
      | March 2026    | 100.00 |
