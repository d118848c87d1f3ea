@published @revenue @allocation @wave-3 @req:Q2C-212
Feature: The standards' examples with figures, days and currencies of others
  What guides and revenue subledgers publish about the examples of IFRS 15 and ASC 606, told from the middle of a month, in yen, euros and
  dinars, each with its whole journal.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Scenario: A service and its implementation, in yen
    # erp-integrations.com, journal entry illustrations, A1 in other figures: 9,000,000, alone 8,000,000 a year and 4,000,000: 6,000,000 and 3,000,000. By month from 16 April: 500,000 a month; April 15/30.
    Given these exchange rates:
      | date         | from | to  | rate |
      | 1 April 2026 | JPY  | USD | 0.01 |
    And these products are sold:
      | product        | charged | price              | stand-alone price  | revenue      |
      | SaaS           | flat    | 7,000,000 JPY per year | 8,000,000 JPY per year |      |
      | Implementation | flat    | 2,000,000 JPY once | 4,000,000 JPY once | as delivered |
    And "Globex" signed on 16 April 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        |
      | SaaS           |
      | Implementation |
    When Globex receives 1 "Implementation" on 20 May 2026
    And time passes to 31 May 2026
    Then the price of Globex is allocated to:
      | product        | amount    |
      | SaaS           | 6,000,000 JPY |
      | Implementation | 3,000,000 JPY |
    And the journal from 16 April 2026 to 31 May 2026 is:
      | date          | source        | account            | debit     | credit    | document debit | document credit |
      | 16 April 2026 | April invoice | Receivables        | 90,000.00 |           | 9,000,000 JPY  |                 |
      | 16 April 2026 | April invoice | Contract liability |           | 90,000.00 |                | 9,000,000 JPY   |
      | 30 April 2026 | revenue       | Contract liability | 2,500.00  |           | 250,000 JPY    |                 |
      | 30 April 2026 | revenue       | Revenue            |           | 2,500.00  |                | 250,000 JPY     |
      | 31 May 2026   | revenue       | Contract liability | 35,000.00 |           | 3,500,000 JPY  |                 |
      | 31 May 2026   | revenue       | Revenue            |           | 35,000.00 |                | 3,500,000 JPY   |
    And finance closes May 2026 without a difference

  Scenario: Valves in dinars, and more of them below their price
    # IE20 to 21, 606-10-55-114 to 116, case B, in other figures: 90 units at 10.500 KWD; 45 given; the rest and 20 more at 8.250: 472.500 + 165.000 = 637.500 over 65 = 9.808 (9.80769...)
    Given these exchange rates:
      | from | to  | rate |
      | KWD  | USD | 3.25 |
    And these products are sold:
      | product | charged  | price           | stand-alone price | revenue      |
      | Valve   | per unit | 10.500 KWD once | 10.500 KWD once   | as delivered |
    And "Globex" signed on 12 January 2026 for 6 months, billed every 6 months in advance, net 30, no tax:
      | product | quantity |
      | Valve   | 90       |
    When Globex receives 45 "Valve" on 28 February 2026
    And Globex adds 20 "Valve" at 8.250 KWD once from 3 March 2026
    And Globex receives 13 "Valve" on 31 March 2026
    And time passes to 31 March 2026
    # 637.500 * 13/65 = 127.500
    Then the revenue of Globex is:
      | month         | amount      |
      | February 2026 | 472.500 KWD |
      | March 2026    | 127.500 KWD |
    And 510.000 KWD of the price of "Valve" for Globex is undelivered
    And the journal of March 2026 is:
      | date          | source         | account            | debit  | credit | document debit | document credit |
      | 3 March 2026  | upsell invoice | Receivables        | 536.25 |        | 165.000 KWD    |                 |
      | 3 March 2026  | upsell invoice | Contract liability |        | 536.25 |                | 165.000 KWD     |
      | 31 March 2026 | revenue        | Contract liability | 414.38 |        | 127.500 KWD    |                 |
      | 31 March 2026 | revenue        | Revenue            |        | 414.38 |                | 127.500 KWD     |
    And finance closes March 2026 without a difference

  Scenario: Four changes of one subscription, each by its own test
    # 606-10-25-12 and 13(a), IFRS 15.20 and 21(a): 20 seats at 50.00 a month for 2026 (alone 50.00).
    # 1 April +10 seats at 50.00 (separate): 1,500.00 a month. 1 July 5 seats of the first go: 1,250.00. 1 October +10 at 40.00 (blend):
    # what is left: 25 * 50 * 3 = 3,750.00 and 10 * 40 * 3 = 1,200.00: 4,950.00 / 3 = 1,650.00 in all.
    Given these products are sold:
      | product | charged  | price               | stand-alone price   |
      | Seat    | per unit | 50.00 USD per month | 50.00 USD per month |
    And "Globex" signed on 1 January 2026 for 1 year, billed quarterly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 20       |
    When Globex adds 10 "Seat" from 1 April 2026
    And Globex removes 5 "Seat" from 1 July 2026
    And Globex adds 10 "Seat" at 40.00 USD per month from 1 October 2026
    And time passes to 31 December 2026
    Then the journal from 1 April 2026 to 30 April 2026 is:
      | date          | source         | account            | debit    | credit   |
      | 1 April 2026  | upsell invoice | Receivables        | 1,500.00 |          |
      | 1 April 2026  | upsell invoice | Contract liability |          | 1,500.00 |
      | 1 April 2026  | April invoice  | Receivables        | 3,000.00 |          |
      | 1 April 2026  | April invoice  | Contract liability |          | 3,000.00 |
      | 30 April 2026 | revenue        | Contract liability | 1,500.00 |          |
      | 30 April 2026 | revenue        | Revenue            |          | 1,500.00 |
    And the revenue of July 2026 is 1,250.00 USD
    And the revenue of October 2026 is 1,650.00 USD
    And the revenue of December 2026 is 1,650.00 USD
    And the ledger shows on 31 December 2026 exactly:
      | account     | debit                                              | credit                                             |
      | Receivables | 3 * 1,000.00 + 3 * 1,500.00 + 3 * 1,250.00 + 4,950.00 |                                                 |
      | Revenue     |                                                    | 3 * 1,000.00 + 3 * 1,500.00 + 3 * 1,250.00 + 4,950.00 |
    And finance closes December 2026 without a difference

  Scenario: Toasters in euros that cost dollars, of which some come back
    # IE110 to 115, 606-10-55-202 to 207 (example 22), in other figures: 200 at 45.00 EUR, cost 24.00 USD; 6 expected back. Revenue 194 * 45 = 8,730.00; refund liability 270.00; cost of sales 194*24 = 4,656; right 144.
    Given these exchange rates:
      | from | to  | rate |
      | EUR  | USD | 1.00 |
    And these products are sold:
      | product | charged  | price          | revenue      |
      | Toaster | per unit | 45.00 EUR once | as delivered |
    And "Globex" signed on 10 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Toaster | 200      |
    When on 10 March 2026 finance expects 6 "Toaster" in all back from Globex
    And on 10 March 2026 finance expects 270.00 EUR of the price of "Toaster" to go back to Globex
    And on 10 March 2026 200 "Toaster" that cost 24.00 USD each leave the stock for Globex
    And Globex receives 200 "Toaster" on 10 March 2026
    And time passes to 31 March 2026
    Then the journal of March 2026 is:
      | date          | source        | account                | debit    | credit   |
      | 10 March 2026 | March invoice | Receivables            | 9,000.00 |          |
      | 10 March 2026 | March invoice | Contract liability     |          | 9,000.00 |
      | 10 March 2026 | goods         | Cost of sales          | 4,656.00 |          |
      | 10 March 2026 | goods         | Right to recover goods | 144.00   |          |
      | 10 March 2026 | goods         | Inventory              |          | 4,800.00 |
      | 31 March 2026 | revenue       | Contract liability     | 9,000.00 |          |
      | 31 March 2026 | revenue       | Revenue                |          | 8,730.00 |
      | 31 March 2026 | revenue       | Refund liability       |          | 270.00   |
    And finance closes March 2026 without a difference
    When Globex sends 4 "Toaster" back on 7 April 2026
    And finance gives Globex 180.00 EUR back on the March invoice on 7 April 2026
    And on 9 April 2026 finance expects 4 "Toaster" in all back from Globex
    And on 9 April 2026 finance expects 180.00 EUR of the price of "Toaster" to go back to Globex
    And time passes to 30 April 2026
    Then the journal of April 2026 is:
      | date          | source      | account                | debit  | credit |
      | 7 April 2026  | returned goods | Inventory              | 96.00  |        |
      | 7 April 2026  | returned goods | Right to recover goods |        | 96.00  |
      | 7 April 2026  | credit memo | Refund liability       | 180.00 |        |
      | 7 April 2026  | credit memo | Receivables            |        | 180.00 |
      | 9 April 2026  | goods       | Cost of sales          | 48.00  |        |
      | 9 April 2026  | goods       | Right to recover goods |        | 48.00  |
      | 30 April 2026 | revenue     | Refund liability       | 90.00  |        |
      | 30 April 2026 | revenue     | Revenue                |        | 90.00  |
    And finance closes April 2026 without a difference

  Scenario: A rebate on all units of a year that is believed only later
    # IE124 to 128, 606-10-55-216 to 220 (example 24), in other figures: 80.00 each, 72.00 for all units of the year when more than 1,000 are bought. Q1: 75 at 80.00 = 6,000.00. Q2: 500 at 72.00 = 36,000.00
    # less 75*8 = 600.00: 35,400.00.
    Given these products are sold:
      | product | charged            | price          |
      | Part    | per unit, by usage | 80.00 USD each |
    And Globex is promised rebates with the next contract:
      | on   | every | above | rebate         | of  | expected |
      | Part | year  | 1,000 | 8.00 USD each  | all | 900      |
    And "Globex" signed on 1 January 2026 for 1 year, billed quarterly in arrears, net 30, no tax:
      | product |
      | Part    |
    When Globex uses 75 "Part" on 31 March 2026
    And on 1 April 2026 finance expects Globex to reach 1,200 for the rebate on "Part"
    And Globex uses 500 "Part" on 30 June 2026
    And time passes to 30 June 2026
    Then the revenue of March 2026 is 6,000.00 USD
    And the journal from 1 April 2026 to 30 June 2026 is:
      | date          | source        | account             | debit     | credit    |
      | 1 April 2026  | April invoice | Receivables         | 6,000.00  |           |
      | 1 April 2026  | April invoice | Contract asset      |           | 6,000.00  |
      | 30 April 2026 | revenue       | Revenue             | 600.00    |           |
      | 30 April 2026 | revenue       | Refund liability    |           | 600.00    |
      | 30 June 2026  | revenue       | Contract asset      | 40,000.00 |           |
      | 30 June 2026  | revenue       | Revenue             |           | 36,000.00 |
      | 30 June 2026  | revenue       | Refund liability    |           | 4,000.00  |
    And finance closes June 2026 without a difference

  Scenario: Price protection that turns out bigger than was thought
    # IE116 to 123 (example 23), in other figures: 1,000 at 100.00, 20% expected back, then 25%
    Given these products are sold:
      | product | charged  | price           | revenue      |
      | Phone   | per unit | 100.00 USD once | as delivered |
    And "Globex" signed on 1 June 2026 for 3 months, billed every 3 months in advance, net 30, no tax:
      | product | quantity |
      | Phone   | 1,000    |
    When on 1 June 2026 finance expects 20% of the price to go back to Globex
    And Globex receives 1,000 "Phone" on 10 June 2026
    And on 15 July 2026 finance expects 25% of the price to go back to Globex
    And finance gives Globex 25,000.00 USD back on the June invoice on 20 July 2026
    And time passes to 31 July 2026
    Then the journal from 2 June 2026 to 31 July 2026 is:
      | date         | source      | account            | debit      | credit    |
      | 30 June 2026 | revenue     | Contract liability | 100,000.00 |           |
      | 30 June 2026 | revenue     | Revenue            |            | 80,000.00 |
      | 30 June 2026 | revenue     | Refund liability   |            | 20,000.00 |
      | 20 July 2026 | credit memo | Refund liability   | 25,000.00  |           |
      | 20 July 2026 | credit memo | Receivables        |            | 25,000.00 |
      | 31 July 2026 | revenue     | Revenue            | 5,000.00   |           |
      | 31 July 2026 | revenue     | Refund liability   |            | 5,000.00  |
    And finance closes July 2026 without a difference

  Scenario: A voucher with a camera, used in part and then expired
    # IE250 to 253 (example 49), in other figures: 400.00; voucher 30% off 200.00 at 60% likely: beyond 10% for all: 20% * 200 * 60% = 24.00. 400 * 24/424 = 22.64; 377.36.
    Given these products are sold:
      | product | charged | price           | stand-alone price | revenue      |
      | Camera  | flat    | 400.00 EUR once | 400.00 EUR once   | as delivered |
      | Voucher | flat    | 0.00 EUR once   | 24.00 EUR once    | as delivered |
    And these exchange rates:
      | from | to  | rate |
      | EUR  | USD | 1.00 |
    And "Globex" signed on 10 September 2026 for 1 year, billed yearly in advance, net 30, tax 20%:
      | product |
      | Camera  |
      | Voucher |
    When Globex receives 1 "Camera" on 10 September 2026
    And Globex redeems 0.4 "Voucher" on 10 October 2026
    And what is left of "Voucher" for Globex expires on 9 March 2027
    And time passes to 31 March 2027
    Then the revenue of Globex is:
      | month          | product | amount     |
      | September 2026 | Camera  | 377.36 EUR |
      | October 2026   | Voucher | 9.06 EUR   |
      | March 2027     | Voucher | 13.58 EUR  |
    And the journal from 1 October 2026 to 31 March 2027 is:
      | date            | source  | account            | debit | credit |
      | 31 October 2026 | revenue | Contract liability | 9.06  |        |
      | 31 October 2026 | revenue | Revenue            |       | 9.06   |
      | 31 March 2027   | revenue | Contract liability | 13.58 |        |
      | 31 March 2027   | revenue | Revenue            |       | 13.58  |
    And finance closes March 2027 without a difference

  Scenario: A license, its royalties, and a milestone that is invoiced when it is reached
    # IFRS 15.56 and B63, 606-10-55-65: royalties when the customer sells, 4% of 250,000.00; the milestone when it is reached, and its
    # invoice takes the place of the contract asset.
    Given these products are sold:
      | product   | charged              | price              | percent | revenue      |
      | License   | flat                 | 50,000.00 USD once |         | as delivered |
      | Royalties | percentage, by usage |                    | 4%      |              |
    And "Globex" signed on 1 January 2026 for 1 year, billed quarterly in arrears, net 45, no tax:
      | product   |
      | License   |
      | Royalties |
    When Globex receives 1 "License" on 15 January 2026
    And Globex uses 250,000 "Royalties" on 31 March 2026
    And on 15 April 2026 finance includes 20,000.00 USD of "approval milestone" in the price of "License" for Globex
    And time passes to 30 April 2026
    Then the journal from 1 January 2026 to 30 April 2026 is:
      | date            | source          | account            | debit     | credit    |
      | 1 January 2026  | January invoice | Receivables        | 50,000.00 |           |
      | 1 January 2026  | January invoice | Contract liability |           | 50,000.00 |
      | 31 January 2026 | revenue         | Contract liability | 50,000.00 |           |
      | 31 January 2026 | revenue         | Revenue            |           | 50,000.00 |
      | 31 March 2026   | revenue         | Contract asset     | 10,000.00 |           |
      | 31 March 2026   | revenue         | Revenue            |           | 10,000.00 |
      | 1 April 2026    | April invoice   | Receivables        | 10,000.00 |           |
      | 1 April 2026    | April invoice   | Contract asset     |           | 10,000.00 |
      | 30 April 2026   | revenue         | Contract asset     | 20,000.00 |           |
      | 30 April 2026   | revenue         | Revenue            |           | 20,000.00 |
    And finance closes April 2026 without a difference
    When time passes to 4 May 2026
    And finance charges Globex 20,000.00 USD more on the January invoice for "approval milestone"
    And on 4 May 2026 finance includes 0.00 USD of "approval milestone" in the price of "License" for Globex
    And time passes to 31 May 2026
    Then the journal of May 2026 is:
      | date       | source     | account        | debit     | credit    |
      | 4 May 2026 | debit memo | Receivables    | 20,000.00 |           |
      | 4 May 2026 | debit memo | Contract asset |           | 20,000.00 |
    And finance closes May 2026 without a difference

  Scenario: Cards in yen, of which more are used than was thought
    Given these exchange rates:
      | from | to  | rate |
      | JPY  | USD | 0.01 |
    And these products are sold:
      | product | charged  | price      | revenue      |
      | Card    | per unit | 1 JPY once | as delivered |
    And "Globex" signed on 5 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product | quantity |
      | Card    | 500,000  |
    When Globex is expected to use 400,000 "Card" in all from 5 January 2026
    And Globex redeems 100,000 "Card" on 28 February 2026
    And Globex is expected to use 450,000 "Card" in all from 1 March 2026
    And Globex redeems 80,000 "Card" on 31 March 2026
    And time passes to 31 March 2026
    # 606-10-55-48, IFRS 15.B46: February 500,000 * 100/400 = 125,000; March: 500,000 * 180/450 = 200,000: 75,000
    Then the revenue of Globex is:
      | month         | amount      |
      | February 2026 | 125,000 JPY |
      | March 2026    | 75,000 JPY  |
    And the journal from 5 January 2026 to 31 March 2026 is:
      | date             | source          | account            | debit    | credit   | document debit | document credit |
      | 5 January 2026   | January invoice | Receivables        | 5,000.00 |          | 500,000 JPY    |                 |
      | 5 January 2026   | January invoice | Contract liability |          | 5,000.00 |                | 500,000 JPY     |
      | 28 February 2026 | revenue         | Contract liability | 1,250.00 |          | 125,000 JPY    |                 |
      | 28 February 2026 | revenue         | Revenue            |          | 1,250.00 |                | 125,000 JPY     |
      | 31 March 2026    | revenue         | Contract liability | 750.00   |          | 75,000 JPY     |                 |
      | 31 March 2026    | revenue         | Revenue            |          | 750.00   |                | 75,000 JPY      |
    And finance closes March 2026 without a difference

  Scenario: A bridge whose costs overtake its price
    # 606-10-25-36 and 605-35-25-45, IAS 37.66: price 1,000,000; year 1 costs 360,000 of 900,000: 400,000; year 2: 820,000 of 1,025,000: 80%: 800,000 - 400,000; loss in all 25,000, of which 20% (5,000) is still to come: provision 5,000
    Given these products are sold:
      | product | charged | price                 | revenue      | distinct |
      | Bridge  | flat    | 1,000,000.00 USD once | as delivered | no       |
    And "Globex" signed on 1 January 2026 for 3 years, billed every 36 months in advance, net 30, no tax:
      | product |
      | Bridge  |
    When "Bridge" of Globex has taken 360,000 of 900,000 by 31 December 2026
    And "Bridge" of Globex has taken 820,000 of 1,025,000 by 31 December 2027
    # still to come in (as revenue) 200,000; still to be spent 205,000
    And on 31 December 2027 finance expects 200,000.00 USD still to come in from Globex, at further costs of 205,000.00 USD
    And time passes to 31 December 2027
    Then the journal of December 2027 is:
      | date             | source  | account            | debit      | credit     |
      | 31 December 2027 | revenue | Contract liability | 400,000.00 |            |
      | 31 December 2027 | revenue | Revenue            |            | 400,000.00 |
      | 31 December 2027 | provision | Onerous contracts expense | 5,000.00   |            |
      | 31 December 2027 | provision | Provisions         |            | 5,000.00   |
    And finance closes December 2027 without a difference

  Scenario: A stand-alone price estimated anew after a quarter
    # NetSuite and Sage Intacct reallocate from the beginning: stand-alone prices re-estimated after three months: 600.00 and 600.00, then 600.00 and 200.00.
    Given these products are sold:
      | product  | charged | price               | stand-alone price   | revenue      |
      | Run      | flat    | 700.00 USD per year | 600.00 USD per year |              |
      | Training | flat    | 300.00 USD once     | 600.00 USD once     | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product  |
      | Run      |
      | Training |
    When time passes to 31 March 2026
    And on 31 March 2026 finance allocates the price of Globex anew by:
      | product  | stand-alone price |
      | Training | 200.00            |
    And Globex receives 1 "Training" on 10 April 2026
    And time passes to 30 April 2026
    # Run 1000 * 600/800 = 750.00, Training 250.00: 41.67 until February, March 187.50 - 83.33 = 104.17, April 62.50 + 250.00
    Then the revenue of Globex is:
      | month         | product  | amount |
      | January 2026  | Run      | 41.67  |
      | February 2026 | Run      | 41.66  |
      | March 2026    | Run      | 104.17 |
      | April 2026    | Run      | 62.50  |
      | April 2026    | Training | 250.00 |
    And finance closes April 2026 without a difference

  Scenario: A device for nothing with a plan of two years
    # 24 * 60.00 = 1,440.00 for what costs 480.00 + 24 * 50.00 = 1,680.00 alone: the device 1,440.00 * 480/1680 = 411.43, the plan 1,028.57
    # or 42.86 a month, 85.71 in two. January earns 411.43 + 42.86 = 454.29, of which 60.00 are billed.
    Given these products are sold:
      | product  | charged | price               | stand-alone price   | revenue      |
      | Device   | flat    | 0.00 USD once       | 480.00 USD once     | as delivered |
      | Plan     | flat    | 60.00 USD per month | 50.00 USD per month |              |
    And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
      | product |
      | Device  |
      | Plan    |
    When Globex receives 1 "Device" on 3 January 2026
    And time passes to 28 February 2026
    Then the journal from 1 January 2026 to 28 February 2026 is:
      | date             | source           | account            | debit  | credit |
      | 1 January 2026   | January invoice  | Receivables        | 60.00  |        |
      | 1 January 2026   | January invoice  | Contract liability |        | 60.00  |
      | 31 January 2026  | revenue          | Contract liability | 60.00  |        |
      | 31 January 2026  | revenue          | Contract asset     | 394.29 |        |
      | 31 January 2026  | revenue          | Revenue            |        | 454.29 |
      | 1 February 2026  | February invoice | Receivables        | 60.00  |        |
      | 1 February 2026  | February invoice | Contract asset     |        | 60.00  |
      | 28 February 2026 | revenue          | Contract asset     | 42.85  |        |
      | 28 February 2026 | revenue          | Revenue            |        | 42.85  |
    And finance closes February 2026 without a difference

  Scenario: A bonus estimated anew after a third product has joined
    # IE33 to 36, 606-10-55-125 to 128 (example 6), in other figures: X and Y for 1,200.00 and a variable 240.00 (both of equal SSP), X given on signing: 720.00. Then Z of SSP 600... is added to Y for 400.00 (below).
    # Remaining: Y 720.00 + 400.00 = 1,120 over Y and Z of equal SSP: 560.00 each. Then the variable amount is 300.00 rather than 240.00: +60: 30 to X at once, 30 to Y and Z.
    Given these products are sold:
      | product | charged | price           | stand-alone price | revenue      |
      | X       | flat    | 600.00 USD once | 700.00 USD once   | as delivered |
      | Y       | flat    | 600.00 USD once | 700.00 USD once   | as delivered |
      | Z       | flat    | 400.00 USD once | 700.00 USD once   | as delivered |
    And "Globex" signed on 1 July 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product |
      | X       |
      | Y       |
    When on 1 July 2026 finance includes 240.00 USD of "bonus" in the price of Globex
    And Globex receives 1 "X" on 5 July 2026
    And Globex adds 1 "Z" at 400.00 USD once from 30 November 2026
    And on 31 December 2026 finance includes 300.00 USD of "bonus" in the price of Globex
    And time passes to 31 December 2026
    And Globex receives 1 "Y" on 31 January 2027
    And Globex receives 1 "Z" on 30 June 2027
    Then the revenue of Globex is:
      | month         | product | amount |
      | July 2026     | X       | 720.00 |
      | December 2026 | X       | 30.00  |
      | January 2027  | Y       | 575.00 |
      | June 2027     | Z       | 575.00 |
    And the journal from 1 December 2026 to 30 June 2027 contains:
      | date             | source  | account | debit | credit |
      | 31 December 2026 | revenue | Revenue |       | 30.00  |
      | 31 January 2027  | revenue | Revenue |       | 575.00 |
      | 30 June 2027     | revenue | Revenue |       | 575.00 |
    And finance closes June 2027 without a difference

  Scenario: Two products in euros of which the first is paid with the second
    # IE198 to 200, 606-10-55-287 to 288 (example 39), in other figures: 350.00 earned in March, payable with B in July.
    Given these exchange rates:
      | from | to  | rate |
      | EUR  | USD | 2.00 |
    And these products are sold:
      | product | charged | price           | revenue      | billed         |
      | A       | flat    | 350.00 EUR once | as delivered |                |
      | B       | flat    | 550.00 EUR once | as delivered |                |
    And "Globex" signed on 1 March 2026 for 6 months, billed every 6 months in arrears, net 30, no tax:
      | product | from          |
      | A       | 31 July 2026  |
      | B       | 31 July 2026  |
    When Globex receives 1 "A" on 31 March 2026
    And Globex receives 1 "B" on 31 July 2026
    And time passes to 31 July 2026
    Then the journal from 1 March 2026 to 31 July 2026 is:
      | date          | source       | account            | debit    | credit   |
      | 31 March 2026 | revenue      | Contract asset     | 700.00   |          |
      | 31 March 2026 | revenue      | Revenue            |          | 700.00   |
      | 31 July 2026  | July invoice | Receivables        | 1,800.00 |          |
      | 31 July 2026  | July invoice | Contract asset     |          | 700.00   |
      | 31 July 2026  | July invoice | Contract liability |          | 1,100.00 |
      | 31 July 2026  | revenue      | Contract liability | 1,100.00 |          |
      | 31 July 2026  | revenue      | Revenue            |          | 1,100.00 |
    And finance closes July 2026 without a difference

  Scenario: Filters in dinars that become cheaper once there are enough of them
    # IE201 to 204, 606-10-55-291 to 294 (example 40), in other figures: 150.000 each, 125.000 for all when above 1,000 units; first 100 given: receivable 15,000, revenue 12,500, refund liability 2,500
    Given these exchange rates:
      | from | to  | rate |
      | KWD  | USD | 1.00 |
    And these products are sold:
      | product | charged            | price            |
      | Filter  | per unit, by usage | 150.000 KWD each |
    And Globex is promised rebates with the next contract:
      | on     | every | above | rebate          | of  | expected |
      | Filter | year  | 1,000 | 25.000 KWD each | all | 1,100    |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
      | product |
      | Filter  |
    When Globex uses 100 "Filter" on 20 January 2026
    And time passes to 1 February 2026
    Then the journal from 1 January 2026 to 1 February 2026 is:
      | date            | source           | account          | debit     | credit    |
      | 31 January 2026 | revenue          | Contract asset   | 15,000.00 |           |
      | 31 January 2026 | revenue          | Revenue          |           | 12,500.00 |
      | 31 January 2026 | revenue          | Refund liability |           | 2,500.00  |
      | 1 February 2026 | February invoice | Receivables      | 15,000.00 |           |
      | 1 February 2026 | February invoice | Contract asset   |           | 15,000.00 |
    And finance closes January 2026 without a difference
