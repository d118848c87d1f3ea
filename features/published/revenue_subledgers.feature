@published @revenue @allocation @wave-3 @req:Q2C-212
Feature: Figures that revenue subledgers and guides publish
  Allocations, points, cards and warranties with the figures of others' documentation, or of the guides' patterns with figures of their own.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Scenario: A reduction order leaves the half of each line, and the same shares
    # Zuora Revenue, "SSP normalization": two of each for 800.00 and 600.00, worth 750.00 and 560.00 alone. 1400.00 * 750/1310 = 801.53
    # and 598.47. One of each goes: 700.00 * 375/655 = 400.76 and 299.24.
    Given these products are sold:
      | product  | charged  | price           | stand-alone price | revenue      |
      | Hardware | per unit | 400.00 USD once | 375.00 USD once   | as delivered |
      | Software | per unit | 300.00 USD once | 280.00 USD once   | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product  | quantity |
      | Hardware | 2        |
      | Software | 2        |
    Then the price of Globex is allocated to:
      | product  | amount |
      | Hardware | 801.53 |
      | Software | 598.47 |
    When Globex removes 1 "Hardware" from 10 January 2026
    And Globex removes 1 "Software" from 10 January 2026
    Then the price of Globex is allocated to:
      | product  | amount |
      | Hardware | 400.76 |
      | Software | 299.24 |
    And finance closes January 2026 without a difference

  Scenario: Three lines carved by fair value
    # Zuora Revenue, "Derivation of carve amount", in the currency of allocation: sold for 800.00, 800.00 and 600.00, fair values 900.00,
    # 720.00 and 480.00, so 42.8571%, 34.2857% and 22.8571% of 2,200.00.
    Given these products are sold:
      | product  | charged | price           | stand-alone price | revenue      |
      | Hardware | flat    | 800.00 USD once | 900.00 USD once   | as delivered |
      | Support  | flat    | 800.00 USD once | 720.00 USD once   | as delivered |
      | PS       | flat    | 600.00 USD once | 480.00 USD once   | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product  |
      | Hardware |
      | Support  |
      | PS       |
    # 942.857, 754.286 and 502.857: rounded down 2 cents are left, which the largest fractions take.
    Then the price of Globex is allocated to:
      | product  | amount |
      | Hardware | 942.86 |
      | Support  | 754.28 |
      | PS       | 502.86 |

  Scenario: A price that rises in July triggers a prospective change
    # Zuora Revenue, examples of order actions: 100.00 a month for 2019, 150.00 from July: 600.00 and 900.00.
    Given these products are sold:
      | product   | price                |
      | Product A | 100.00 USD per month |
    And "Globex" signed on 1 January 2019 for 1 year, billed monthly in advance, net 30, no tax:
      | product   |
      | Product A |
    When Globex pays 150.00 USD per month for "Product A" from 1 July 2019
    And time passes to 31 December 2019
    Then the revenue of June 2019 is 100.00 USD
    And the revenue of July 2019 is 150.00 USD
    And the revenue of December 2019 is 150.00 USD
    And the ledger shows on 31 December 2019 exactly:
      | account     | debit    | credit   |
      | Receivables | 1,500.00 |          |
      | Revenue     |          | 1,500.00 |

  Scenario: Gift cards of which a tenth is never used
    # 1,000.00 sold, 900.00 expected to be used: 450.00 used is half of all, 225.00 a quarter (606-10-55-48, IFRS 15.B46).
    Given these products are sold:
      | product | charged  | price         | revenue      |
      | Card    | per unit | 1.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product | quantity |
      | Card    | 1,000    |
    When Globex is expected to use 900 "Card" in all from 1 January 2026
    And Globex redeems 450 "Card" on 31 January 2026
    And Globex redeems 225 "Card" on 28 February 2026
    Then the journal from 1 January 2026 to 28 February 2026 is:
      | date             | source          | account            | debit    | credit   |
      | 1 January 2026   | January invoice | Receivables        | 1,000.00 |          |
      | 1 January 2026   | January invoice | Contract liability |          | 1,000.00 |
      | 31 January 2026  | revenue         | Contract liability | 500.00   |          |
      | 31 January 2026  | revenue         | Revenue            |          | 500.00   |
      | 28 February 2026 | revenue         | Contract liability | 250.00   |          |
      | 28 February 2026 | revenue         | Revenue            |          | 250.00   |
    And finance closes February 2026 without a difference

  Scenario: Miles of a flight, of which more are used than was thought
    # 500.00 with 5,000 miles worth 0.01: 500.00 * 500/550 = 454.55 and 45.45. 1,000 of 4,000 miles: 11.36; 2,250 of 4,500: 22.73, so 11.37.
    Given these products are sold:
      | product | charged  | price           | stand-alone price | revenue      |
      | Flight  | flat     | 500.00 USD once | 500.00 USD once   | at once      |
      | Miles   | per unit | 0.00 USD once   | 0.01 USD once     | as delivered |
    And "Globex" signed on 15 June 2026 for 3 years, billed yearly in advance, net 0, no tax:
      | product | quantity |
      | Flight  | 1        |
      | Miles   | 5,000    |
    When Globex is expected to use 4,000 "Miles" in all from 15 June 2026
    And Globex redeems 1,000 "Miles" on 20 December 2026
    And Globex is expected to use 4,500 "Miles" in all from 31 March 2027
    And Globex redeems 1,250 "Miles" on 31 March 2027
    Then the revenue of Globex is:
      | month         | product | amount |
      | June 2026     | Flight  | 454.55 |
      | December 2026 | Miles   | 11.36  |
      | March 2027    | Miles   | 11.37  |
    And finance closes March 2027 without a difference

  Scenario: Equipment with a warranty that can be bought alone
    # 5,400.00 for equipment of 5,000.00 and three years of extended warranty of 1,000.00: 4,500.00 and 900.00, 25.00 a month (606-10-55-31).
    Given these products are sold:
      | product   | charged | price             | stand-alone price | revenue       |
      | Equipment | flat    | 5,400.00 USD once | 5,000.00 USD once | as delivered  |
      | Warranty  | flat    | 0.00 USD once     | 1,000.00 USD once | over the term |
    And "Globex" signed on 1 May 2026 for 3 years, billed yearly in advance, net 30, tax 8%:
      | product   |
      | Equipment |
      | Warranty  |
    When Globex receives 1 "Equipment" on 1 May 2026
    And time passes to 30 June 2026
    Then the journal from 1 May 2026 to 30 June 2026 is:
      | date         | source      | account            | debit    | credit   |
      | 1 May 2026   | May invoice | Receivables        | 5,832.00 |          |
      | 1 May 2026   | May invoice | Contract liability |          | 5,400.00 |
      | 1 May 2026   | May invoice | Sales tax payable  |          | 432.00   |
      | 31 May 2026  | revenue     | Contract liability | 4,525.00 |          |
      | 31 May 2026  | revenue     | Revenue            |          | 4,525.00 |
      | 30 June 2026 | revenue     | Contract liability | 25.00    |          |
      | 30 June 2026 | revenue     | Revenue            |          | 25.00    |
    And finance closes June 2026 without a difference
