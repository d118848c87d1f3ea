@revenue @allocation @wave-3 @req:Q2C-038
Feature: Cases of the standard, each with its figures

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Scenario: A price concession is expected from the first day
    # IFRS 15 IE7 to 9 (example 2): 1,000,000.00 are billed, 400,000.00 are expected to be paid.
    Given these products are sold:
      | product | charged | price                 | revenue      |
      | Drug    | flat    | 1,000,000.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Drug    |
    When on 1 January 2026 finance expects 600,000.00 USD of the price of "Drug" to go back to Globex
    And Globex receives 1 "Drug" on 31 January 2026
    Then the ledger shows on 31 January 2026 exactly:
      | account          | debit        | credit     |
      | Receivables      | 1,000,000.00 |            |
      | Refund liability |              | 600,000.00 |
      | Revenue          |              | 400,000.00 |
    And finance closes January 2026 without a difference

  Scenario: Uninstalled materials bring no margin
    # IE95 to 100 (example 19): refurbishment 5,000,000, of which elevators cost 1,500,000. Other costs 2,500,000, 500,000 so far: 20%.
    # 20% of 3,500,000.00 and 1,500,000.00.
    Given these products are sold:
      | product    | charged | price                 | stand-alone price     | revenue      |
      | Elevators  | flat    | 1,500,000.00 USD once | 1,500,000.00 USD once | as delivered |
      | Renovation | flat    | 3,500,000.00 USD once | 3,500,000.00 USD once | as delivered |
    And "Globex" signed on 1 November 2026 for 1 year, billed yearly in arrears, net 30, no tax:
      | product    |
      | Elevators  |
      | Renovation |
    When Globex receives 1 "Elevators" on 31 December 2026
    And "Renovation" of Globex has taken 500,000 of 2,500,000 by 31 December 2026
    And on 31 December 2026 1 "Elevators" that cost 1,500,000.00 USD each leave the stock for Globex
    Then the revenue of December 2026 is 2,200,000.00 USD

  Scenario Outline: Concessions to a distributor: <why>
    # IE116 to 123 (example 23): 1,000 at 100.00. Expected to go back 20%; or 40%, constrained to 50%.
    Given these products are sold:
      | product | charged  | price           | revenue      |
      | Goods   | per unit | 100.00 USD once | as delivered |
    And "Globex" signed on 1 December 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Goods   | 1,000    |
    When on 1 December 2026 finance expects <back> of the price of "Goods" to go back to Globex
    And Globex receives 1,000 "Goods" on 1 December 2026
    And time passes to 31 December 2026
    Then the revenue of December 2026 is <revenue> USD
    Examples:
      | why | back | revenue   |
      | A   | 20%  | 80,000.00 |
      | B   | 50%  | 50,000.00 |

  Scenario: Variable royalties to both licences
    # IE187B.. (example 35 case B): X and Y for 300.00 and royalties of 5%; stand-alone 800.00 and 1,000.00. Y at once: 166.67. Royalties of 200.00: 111.11
    Given these products are sold:
      | product   | charged | price           | stand-alone price | revenue      |
      | License X | flat    | 150.00 USD once | 800.00 USD once   | as delivered |
      | License Y | flat    | 150.00 USD once | 1,000.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product   |
      | License X |
      | License Y |
    When Globex receives 1 "License Y" on 1 January 2026
    And time passes to 31 January 2026
    Then the revenue of January 2026 is 166.67 USD
    When on 28 February 2026 finance includes 200.00 USD of "royalties" in the price of Globex
    And time passes to 28 February 2026
    Then the revenue of February 2026 is 111.11 USD
    When Globex receives 1 "License X" on 31 March 2026
    Then the revenue of March 2026 is 222.22 USD
    And finance closes March 2026 without a difference

  Scenario: An option to renew is looked through
    # IE257 to 266 (example 51): costs 60,000 of 195,000; price 257,500.00.
    Given these products are sold:
      | product     | charged | price              | revenue      | distinct |
      | Maintenance | flat    | 1,000.00 USD once  | as delivered | no       |
    And "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
      | product     | price      | from           |
      | Maintenance | 100,000.00 | 1 January 2026 |
      | Maintenance | 90,000.00  | 1 January 2027 |
      | Maintenance | 67,500.00  | 1 January 2028 |
    When "Maintenance" of Globex has taken 60,000 of 195,000 by 31 December 2026
    Then the revenue of December 2026 is 79,230.77 USD
    And the ledger shows on 31 December 2026:
      | account            | credit    |
      | Contract liability | 20,769.23 |
    When "Maintenance" of Globex has taken 127,500 of 195,000 by 31 December 2027
    # Each of the three prices is rounded by itself: 65,384.62, 58,846.15 and 44,134.62.
    Then the ledger shows on 31 December 2027:
      | account        | debit | credit     |
      | Revenue        |       | 168,365.39 |
      | Contract liability |   | 190,000.00 - 168,365.39 |
    When "Maintenance" of Globex has taken 195,000 of 195,000 by 31 December 2028
    Then the revenue of December 2028 is 89,134.61 USD

  Scenario: A repurchase agreement is a loan
    # IE315 to 318 (example 62 A): 1,000,000 and 1,100,000 at the end of the year.
    Given these conventions:
      | question                    | answer   |
      | financing of a year or less | adjusted |
    And these products are sold:
      | product | charged | price                 | revenue      |
      | Asset   | flat    | 1,000,000.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 0, no tax:
      | product |
      | Asset   |
    When on 1 January 2026 finance counts 1,000,000.00 USD from Globex as paid in advance at 10% a year until 31 December 2026
    And Globex receives 1 "Asset" on 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account          | debit      | credit       |
      | Interest expense | 100,000.00 |              |
      | Revenue          |            | 1,100,000.00 |

  Scenario: Noncancellable, due on a day
    # IE198 to 200 (example 38 B)
    Given these products are sold:
      | product | charged | price             | revenue      |
      | Thing   | flat    | 1,000.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 3 months, billed every 3 months in advance, net 0, no tax:
      | product | from            |
      | Thing   | 31 January 2026 |
    When Globex transfers 1,000.00 USD on 1 March 2026
    And Globex receives 1 "Thing" on 31 March 2026
    Then the journal from 1 January 2026 to 31 March 2026 is:
      | date            | source          | account            | debit    | credit   |
      | 31 January 2026 | January invoice | Receivables        | 1,000.00 |          |
      | 31 January 2026 | January invoice | Contract liability |          | 1,000.00 |
      | 1 March 2026    | payment         | Cash               | 1,000.00 |          |
      | 1 March 2026    | payment         | Receivables        |          | 1,000.00 |
      | 31 March 2026   | revenue         | Contract liability | 1,000.00 |          |
      | 31 March 2026   | revenue         | Revenue            |          | 1,000.00 |

  Scenario: Franchise rights
    # IE289 to 296 (example 57): equipment 150,000, franchise 1,000,000 over ten years, royalties of 5% of sales.
    Given this approval matrix:
      | role             | months above |
      | Finance director | 240          |
    And these products are sold:
      | product   | charged              | price                 | percent | stand-alone price     | revenue       |
      | Equipment | flat                 | 150,000.00 USD once   |         | 150,000.00 USD once   | as delivered  |
      | Franchise | flat                 | 1,000,000.00 USD once |         | 1,000,000.00 USD once | over the term |
      | Royalty   | percentage, by usage |                       | 5%      |                       |               |
    And "Globex" signed on 1 January 2026 for 10 years, billed monthly in arrears, net 0, no tax:
      | product   |
      | Equipment |
      | Franchise |
      | Royalty   |
    When Globex receives 1 "Equipment" on 10 January 2026
    And Globex uses 84,000 "Royalty" on 20 January 2026
    And time passes to 31 January 2026
    Then the revenue of January 2026 is 162,533.33 USD
    And finance closes January 2026 without a difference

  Scenario: An advance of a contract that can still be canceled is nobody's receivable until it is paid
    # IFRS 15 IE198 (example 38, case A), 606-10-55-283: due on 31 January, paid on 1 March, delivered on 31 March. No entry before 1 March
    # stands on the balance sheet at a month's end.
    Given these conventions:
      | question               | answer                        |
      | unpaid advance invoice | held off until paid or served |
    And these products are sold:
      | product | charged | price             | revenue      |
      | Thing   | flat    | 1,000.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 3 months, billed every 3 months in advance, net 0, no tax:
      | product | from            |
      | Thing   | 31 January 2026 |
    When time passes to 28 February 2026
    Then the ledger shows on 28 February 2026:
      | account                     | debit    | credit   |
      | Receivables                 | 1,000.00 |          |
      | Receivables held off        |          | 1,000.00 |
      | Contract liability          |          | 1,000.00 |
      | Contract liability held off | 1,000.00 |          |
    And finance closes February 2026 without a difference
    When Globex transfers 1,000.00 USD on 1 March 2026
    And Globex receives 1 "Thing" on 31 March 2026
    Then the ledger shows on 31 March 2026 exactly:
      | account | debit    | credit   |
      | Cash    | 1,000.00 |          |
      | Revenue |          | 1,000.00 |
    And finance closes March 2026 without a difference

  Scenario: What is still to be recognized
    # IE212 to 219 (example 42): cleaning for 400.00 a month over two years; at the end of the first, 4,800.00 are still to come.
    Given these products are sold:
      | product  | charged | price                |
      | Cleaning | flat    | 400.00 USD per month |
    And "Globex" signed on 1 January 2026 for 2 years, billed monthly in arrears, net 30, no tax:
      | product  |
      | Cleaning |
    When time passes to 31 December 2026
    Then 4,800.00 USD of the price of Globex is still to be recognized
    And what is still to be recognized of Globex is due by:
      | until            | amount   |
      | 30 June 2027     | 2,400.00 |
      | 31 December 2027 | 2,400.00 |
    # 100.00 a month and a bonus of 750.00 are 3,150.00 over two years; three quarters of it come after half a year.
    Given "Initech" signed on 1 January 2027 for 2 years, billed monthly in arrears, net 30, no tax:
      | product  | price per month |
      | Cleaning | 100.00          |
    When on 1 January 2027 finance estimates the "bonus" of Initech by most likely amount:
      | amount | probability |
      | 750.00 | 75%         |
      | 0.00   | 25%         |
    And time passes to 30 June 2027
    Then 2,362.50 USD of the price of Initech is still to be recognized
    # 131.25 a month: six months of 2027 are 787.50, the year 2028 is 1,575.00.
    And what is still to be recognized of Initech is due by:
      | until            | amount   |
      | 31 December 2027 | 787.50   |
      | 31 December 2028 | 1,575.00 |
    And finance closes June 2027 without a difference

  Scenario: A construction bonus by days and by a rating: two estimates of two kinds
    # IE105 to 109 (example 21): 2,500,000.00, plus or minus 10,000.00 a day, and 150,000.00 for a rating. Expected for the days:
    # 0 and 10,000.00 alike; most likely for the rating.
    Given these products are sold:
      | product  | charged | price                 | revenue      | distinct |
      | Building | flat    | 2,500,000.00 USD once | as delivered | no       |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product  |
      | Building |
    When on 1 January 2026 finance estimates the "early days" of Globex by expected value:
      | amount    | probability |
      | -10,000.00 | 20%        |
      | 0.00      | 50%         |
      | 10,000.00 | 30%         |
    And on 1 January 2026 finance estimates the "rating" of Globex by most likely amount:
      | amount     | probability |
      | 150,000.00 | 60%         |
      | 0.00       | 40%         |
    And "Building" of Globex is 50% complete on 30 June 2026
    # (2,500,000.00 + 1,000.00 + 150,000.00) / 2.
    Then the revenue of June 2026 is 1,325,500.00 USD
    And finance closes June 2026 without a difference

  Scenario: Royalties on one license that say nothing of the other
    # IE178A to 187 (example 35, case A): X for 800.00, Y for 3% of sales, which is what it costs alone. X is 800.00 at once; Y when sales come.
    Given these products are sold:
      | product   | charged              | price           | percent | stand-alone price | revenue      |
      | License X | flat                 | 800.00 USD once |         | 800.00 USD once   | as delivered |
      | License Y | percentage, by usage |                 | 3%      |                   |              |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
      | product   |
      | License X |
      | License Y |
    When Globex receives 1 "License X" on 31 January 2026
    And Globex uses 12,000 "License Y" on 15 February 2026
    And time passes to 28 February 2026
    Then the revenue of Globex is:
      | month         | product   | amount |
      | January 2026  | License X | 800.00 |
      | February 2026 | License Y | 360.00 |
    And finance closes February 2026 without a difference
