@revenue @allocation @wave-3 @req:Q2C-038
Feature: Arrangements of several elements, as other systems publish them
  What a revenue subledger calls an arrangement, a contract or a performance group: lines billed at one price and earned at another.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Scenario: A kit billed in two parts, and earned in between
    # NetSuite's example of carving with kit items: 800.00 for two services worth 900.00 and 100.00 alone, so 720.00 and 80.00.
    # 600.00 are billed on 15 October, both are done on 30 October, 200.00 are billed in November.
    Given these products are sold:
      | product            | charged | price           | stand-alone price | revenue      |
      | Strategic planning | flat    | 600.00 USD once | 900.00 USD once   | as delivered |
      | Market research    | flat    | 200.00 USD once | 100.00 USD once   | as delivered |
    And "Globex" signed on 1 October 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product            | from             |
      | Strategic planning | 15 October 2026  |
      | Market research    | 15 November 2026 |
    When Globex receives 1 "Strategic planning" on 30 October 2026
    And Globex receives 1 "Market research" on 30 October 2026
    And time passes to 30 November 2026
    Then the price of Globex is allocated to:
      | product            | amount |
      | Strategic planning | 720.00 |
      | Market research    | 80.00  |
    And the journal from 1 October 2026 to 30 November 2026 is:
      | date             | source           | account             | debit  | credit |
      | 15 October 2026  | October invoice  | Receivables         | 600.00 |        |
      | 15 October 2026  | October invoice  | Contract liability  |        | 600.00 |
      | 31 October 2026  | revenue          | Contract liability  | 600.00 |        |
      | 31 October 2026  | revenue          | Unbilled receivable | 200.00 |        |
      | 31 October 2026  | revenue          | Revenue             |        | 800.00 |
      | 15 November 2026 | November invoice | Receivables         | 200.00 |        |
      | 15 November 2026 | November invoice | Unbilled receivable |        | 200.00 |
    And finance closes October 2026 without a difference
    And finance closes November 2026 without a difference

  Scenario: Four items of one fair value
    # NetSuite: sold for 120.00, 180.00, 60.00 and 90.00, each worth 100.00 alone: 450.00 / 4 = 112.50.
    Given these products are sold:
      | product | charged | price           | stand-alone price | revenue      |
      | A       | flat    | 120.00 USD once | 100.00 USD once   | as delivered |
      | B       | flat    | 180.00 USD once | 100.00 USD once   | as delivered |
      | C       | flat    | 60.00 USD once  | 100.00 USD once   | as delivered |
      | D       | flat    | 90.00 USD once  | 100.00 USD once   | as delivered |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
      | product |
      | A       |
      | B       |
      | C       |
      | D       |
    When Globex receives 1 "A" on 20 January 2026
    And Globex receives 1 "D" on 31 January 2026
    Then the revenue of January 2026 is 225.00 USD
    And 112.50 USD of the price of "B" for Globex is undelivered
    When Globex receives 1 "B" on 20 February 2026
    And Globex receives 1 "C" on 31 March 2026
    Then the revenue of Globex is:
      | month         | product | amount |
      | January 2026  | A       | 112.50 |
      | January 2026  | D       | 112.50 |
      | February 2026 | B       | 112.50 |
      | March 2026    | C       | 112.50 |
    And finance closes March 2026 without a difference

  Scenario: Half of two items is given back before anything is earned, and the rest is divided anew
    # NetSuite's retrospective merge: two each of A, B, C and D for 150.00, 200.00, 50.00 and 250.00, worth 50.00 a piece: 162.50 each.
    # One A and one C less: 550.00, of which 50/300, 100/300, 50/300 and 100/300.
    Given these products are sold:
      | product | charged  | price           | stand-alone price | revenue      |
      | A       | per unit | 75.00 USD once  | 50.00 USD once    | as delivered |
      | B       | per unit | 100.00 USD once | 50.00 USD once    | as delivered |
      | C       | per unit | 25.00 USD once  | 50.00 USD once    | as delivered |
      | D       | per unit | 125.00 USD once | 50.00 USD once    | as delivered |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
      | product | quantity |
      | A       | 2        |
      | B       | 2        |
      | C       | 2        |
      | D       | 2        |
    Then the price of Globex is allocated to:
      | product | amount |
      | A       | 162.50 |
      | B       | 162.50 |
      | C       | 162.50 |
      | D       | 162.50 |
    When Globex removes 1 "A" from 10 January 2026
    And Globex removes 1 "C" from 10 January 2026
    Then the price of Globex is allocated to:
      | product | amount |
      | A       | 91.67  |
      | B       | 183.33 |
      | C       | 91.67  |
      | D       | 183.33 |

  Scenario: A phone for nothing and two years of service
    # As carriers and their revenue subledgers tell it: 50.00 a month for 24 months with a phone that costs 400.00 alone; service alone 40.00.
    # 1,200.00 * 400/1360 = 352.94 for the phone, 847.06 for service: 35.29 a month. The asset of 352.94 shrinks by 14.71 a month.
    Given these conventions:
      | question                | answer         |
      | earned ahead of billing | contract asset |
    And these products are sold:
      | product | charged | price               | stand-alone price   | revenue |
      | Phone   | flat    | 0.00 USD once       | 400.00 USD once     | at once |
      | Mobile  | flat    | 50.00 USD per month | 40.00 USD per month |         |
    And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
      | product |
      | Phone   |
      | Mobile  |
    When time passes to 28 February 2026
    Then the journal from 1 January 2026 to 28 February 2026 is:
      | date             | source           | account            | debit  | credit |
      | 1 January 2026   | January invoice  | Receivables        | 50.00  |        |
      | 1 January 2026   | January invoice  | Contract liability |        | 50.00  |
      | 31 January 2026  | revenue          | Contract liability | 50.00  |        |
      | 31 January 2026  | revenue          | Contract asset     | 338.23 |        |
      | 31 January 2026  | revenue          | Revenue            |        | 388.23 |
      | 1 February 2026  | February invoice | Receivables        | 50.00  |        |
      | 1 February 2026  | February invoice | Contract asset     |        | 50.00  |
      | 28 February 2026 | revenue          | Contract asset     | 35.30  |        |
      | 28 February 2026 | revenue          | Revenue            |        | 35.30  |
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    When time passes to 31 December 2027
    Then the ledger shows on 31 December 2027 exactly:
      | account     | debit    | credit   |
      | Receivables | 1,200.00 |          |
      | Revenue     |          | 1,200.00 |

  Scenario: Prices that rise every year are earned evenly, and the asset falls back
    # 10,000.00, 12,000.00 and 14,000.00 for three years of one service: 12,000.00 a year.
    Given these conventions:
      | question                | answer         |
      | earned ahead of billing | contract asset |
    And "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
      | product        | price per year | from           | to               | stand-alone price |
      | Annual license | 10,000.00      | 1 January 2026 | 31 December 2026 | 12,000.00         |
      | Annual license | 12,000.00      | 1 January 2027 | 31 December 2027 | 12,000.00         |
      | Annual license | 14,000.00      | 1 January 2028 | 31 December 2028 | 12,000.00         |
    When time passes to 31 December 2026
    Then the ledger shows on 31 December 2026:
      | account        | debit    | credit    |
      | Contract asset | 2,000.00 |           |
      | Revenue        |          | 12,000.00 |
    When time passes to 31 December 2027
    Then the ledger shows on 31 December 2027:
      | account        | debit    |
      | Contract asset | 2,000.00 |
    When time passes to 31 December 2028
    Then the ledger shows on 31 December 2028 exactly:
      | account          | debit     | credit    |
      | Receivables      | 36,000.00 |           |
      | Revenue          |           | 36,000.00 |

  Scenario: A license with maintenance whose fair value lies above its price
    # 100,000.00 in all: a license without known price of its own takes what 20,000.00 of maintenance leave.
    Given these products are sold:
      | product     | charged | price                  | stand-alone price      | stand-alone range          | stand-alone | revenue |
      | License     | flat    | 85,000.00 USD once     |                        | 50,000.00 to 150,000.00    | residual    | at once |
      | Maintenance | flat    | 15,000.00 USD per year | 20,000.00 USD per year |                            | known       |         |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product     |
      | License     |
      | Maintenance |
    When time passes to 31 January 2026
    Then the price of Globex is allocated to:
      | product     | amount    |
      | License     | 80,000.00 |
      | Maintenance | 20,000.00 |
    And the journal of January 2026 is:
      | date            | source          | account            | debit      | credit     |
      | 1 January 2026  | January invoice | Receivables        | 110,000.00 |            |
      | 1 January 2026  | January invoice | Contract liability |            | 100,000.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |            | 10,000.00  |
      | 31 January 2026 | revenue         | Contract liability | 81,666.67  |            |
      | 31 January 2026 | revenue         | Revenue            |            | 81,666.67  |

  Scenario: A project by milestones with support beside it
    # 60,000.00 for a project in milestones of 30%, 50% and 20%, and 24,000.00 for a year of support from its end on; 14,000.00 of
    # discount in all: 84,000.00 for 70,000.00 and 28,000.00 alone.
    Given these products are sold:
      | product | charged | price                  | stand-alone price      | revenue      |
      | Project | flat    | 60,000.00 USD once     | 70,000.00 USD once     | as delivered |
      | Support | flat    | 24,000.00 USD per year | 28,000.00 USD per year |              |
    And "Globex" signed on 1 January 2026 for 15 months, billed yearly in advance, net 30, no tax:
      | product | from           | to            |
      | Project | 1 January 2026 |               |
      | Support | 1 April 2026   | 31 March 2027 |
    When "Project" of Globex is 30% complete on 31 January 2026
    And "Project" of Globex is 80% complete on 28 February 2026
    And "Project" of Globex is 100% complete on 31 March 2026
    And time passes to 30 April 2026
    Then the revenue of Globex is:
      | month         | product | amount    |
      | January 2026  | Project | 18,000.00 |
      | February 2026 | Project | 30,000.00 |
      | March 2026    | Project | 12,000.00 |
      | April 2026    | Support | 2,000.00  |
    And finance closes April 2026 without a difference

  Scenario: Two papers signed together are one contract
    # 606-10-25-9, IFRS 15.17: software for 60,000.00 and, on a paper of its own, support for 40,000.00, which cost 80,000.00 and
    # 20,000.00 alone: 80,000.00 and 20,000.00 of the price of both.
    Given these products are sold:
      | product  | charged | price                  | stand-alone price      | revenue |
      | Software | flat    | 60,000.00 USD once     | 80,000.00 USD once     | at once |
      | Support  | flat    | 40,000.00 USD per year | 20,000.00 USD per year |         |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product  |
      | Software |
    When Globex adds 1 "Support" at 40,000.00 USD per year from 1 January 2026
    And time passes to 31 January 2026
    Then the price of Globex is allocated to:
      | product  | amount    |
      | Software | 80,000.00 |
      | Support  | 20,000.00 |
    And the revenue of January 2026 is 81,666.67 USD
    And finance closes January 2026 without a difference
