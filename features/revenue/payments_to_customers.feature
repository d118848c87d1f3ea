@revenue @variable-price @wave-3 @req:Q2C-210
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

  Rule: Paid, not credited

    Scenario: The payment itself, month by month
      # IE160 to 162 again, as a payment: 1,500,000.00 owed to the customer on the first day. 200,000 of 1,500,000 pieces are invoiced
      # and given in the first month for 2,000,000.00: 2/15 of 1,500,000.00, so 200,000.00, are taken off.
      Given these conventions:
        | question                | answer         |
        | earned ahead of billing | contract asset |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity  | from            |
        | Goods   | 200,000   | 31 January 2026 |
        | Goods   | 1,300,000 | 1 June 2026     |
      When on 1 January 2026 finance promises Globex 1,500,000.00 USD of "shelf payment" for nothing distinct
      And Globex receives 200,000 "Goods" on 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account        | debit        | credit       |
        | 1 January 2026  | paid out        | Contract asset | 1,500,000.00 |              |
        | 1 January 2026  | paid out        | Payables       |              | 1,500,000.00 |
        | 31 January 2026 | January invoice | Receivables    | 2,000,000.00 |              |
        | 31 January 2026 | January invoice | Contract asset |              | 1,500,000.00 |
        | 31 January 2026 | January invoice | Contract liability |          | 500,000.00   |
        | 31 January 2026 | revenue         | Contract liability | 500,000.00 |            |
        | 31 January 2026 | revenue         | Contract asset | 1,300,000.00 |              |
        | 31 January 2026 | revenue         | Revenue        |              | 1,800,000.00 |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                    | amount       |
        | Paid out on condition   | 1,500,000.00 |
        | Contract asset, closing | 1,300,000.00 |
      When Globex receives 1,300,000 "Goods" on 30 November 2026
      Then the ledger shows on 30 November 2026 exactly:
        | account     | debit         | credit        |
        | Receivables | 15,000,000.00 |               |
        | Payables    |               | 1,500,000.00  |
        | Revenue     |               | 13,500,000.00 |
      And finance closes November 2026 without a difference

    Scenario: Promised when half of the goods are given: what concerns them is less revenue at once
      # 100 at 10.00, half given: 500.00. Then 100.00 are promised: 50.00 of it for what was given.
      Given "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product | quantity |
        | Goods   | 100      |
      When Initech receives 50 "Goods" on 31 January 2026
      And on 10 February 2026 finance promises Initech 100.00 USD of "advertising" for nothing distinct
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source   | account            | debit  | credit |
        | 10 February 2026 | paid out | Contract liability | 100.00 |        |
        | 10 February 2026 | paid out | Payables           |        | 100.00 |
        | 28 February 2026 | revenue  | Revenue            | 50.00  |        |
        | 28 February 2026 | revenue  | Contract liability |        | 50.00  |
      And finance closes February 2026 without a difference

    Scenario: A promise is made again for more, and for another month's close
      Given "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Goods   | 100      |
      When on 31 January 2026 finance promises Initech 100.00 USD of "advertising" for nothing distinct
      And time passes to 31 January 2026
      And finance closes January 2026 without a difference
      And on 3 February 2026 finance promises Initech 150.00 USD of "advertising" for nothing distinct
      Then the ledger shows on 3 February 2026:
        | account            | credit |
        | Payables           | 150.00 |
        | Contract liability | 850.00 |
      When on 4 February 2026 finance promises Initech 10.00 EUR of "more" for nothing distinct
      Then it is refused because "contract C-1 is in USD; 10.00 EUR is not"
      And finance closes February 2026 without a difference

  Rule: An agent keeps only the commission

    Scenario: Vouchers for meals that others cook
      # IFRS 15 IE244 to 248 (example 48): a voucher for 100.00, of which 70.00 are the restaurant's: 30.00 of revenue when it is sold.
      Given these products are sold:
        | product | charged  | price           | revenue |
        | Voucher | per unit | 100.00 USD once | at once |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Voucher | 10       |
      When on 1 January 2026 700.00 USD of the price of "Voucher" for Globex belongs to "the restaurants"
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,000.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,000.00 |
        | 1 January 2026  | paid out        | Contract liability | 700.00   |          |
        | 1 January 2026  | paid out        | Payables           |          | 700.00   |
        | 31 January 2026 | revenue         | Contract liability | 300.00   |          |
        | 31 January 2026 | revenue         | Revenue            |          | 300.00   |
      And finance closes January 2026 without a difference
      When on 1 February 2026 700.00 USD of the price of "Goods" for Globex belongs to "the restaurants"
      Then it is refused because "contract C-1 holds no 'Goods'"

    Scenario: Somebody else's service, sold by the year beside one's own
      # 1,200.00 for the hotel line of which 900.00 a year are the partner's; 600.00 for one's own: 25.00 and 50.00 a month.
      Given these conventions:
        | question       | answer   |
        | revenue spread | by month |
      And these products are sold:
        | product | charged | price                 | stand-alone price     |
        | Partner | flat    | 1,200.00 USD per year | 1,200.00 USD per year |
        | Own     | flat    | 600.00 USD per year   | 600.00 USD per year   |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Partner |
        | Own     |
      When on 1 January 2026 900.00 USD of the price of "Partner" for Globex belongs to "the partner"
      And time passes to 31 January 2026
      Then the January 2026 close report shows:
        | line                 | amount |
        | Revenue from Partner | 25.00  |
        | Revenue from Own     | 50.00  |
      And finance closes January 2026 without a difference

    Scenario: A marketplace keeps 12% of what is booked by usage
      # 606-10-55-37 to 38, IFRS 15.B36: 5 nights at 200.00: 1,000.00, of which 880.00 are the hotels', 120.00 the commission.
      Given these products are sold:
        | product | charged            | price           |
        | Night   | per unit, by usage | 200.00 USD each |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, tax 10%:
        | product |
        | Night   |
      When on 1 January 2026 88% of the price of "Night" for Globex belongs to "the hotels"
      And Globex uses 5 "Night" on 20 January 2026
      And time passes to 1 February 2026
      Then Globex is invoiced:
        | date            | for   | net      | tax    | total    |
        | 1 February 2026 | Night | 1,000.00 | 100.00 | 1,100.00 |
      And nothing else is invoiced
      And the journal from 1 January 2026 to 1 February 2026 is:
        | date            | source           | account             | debit    | credit   |
        | 31 January 2026 | revenue          | Unbilled receivable | 1,000.00 |          |
        | 31 January 2026 | revenue          | Revenue             |          | 120.00   |
        | 31 January 2026 | revenue          | Payables            |          | 880.00   |
        | 1 February 2026 | February invoice | Receivables         | 1,100.00 |          |
        | 1 February 2026 | February invoice | Unbilled receivable |          | 1,000.00 |
        | 1 February 2026 | February invoice | Sales tax payable   |          | 100.00   |
      And the revenue of Globex is:
        | month        | product | amount |
        | January 2026 | Night   | 120.00 |
      And finance closes January 2026 without a difference

    Scenario: A partner's service resold month by month, whose share becomes less, and which ends early
      # 100.00 a month of which 80% are the partner's and 5% a reseller's, 85.00; from April 75% and 5%, 80.00, of the past too: of three
      # months 3 * 5.00 = 15.00 more are kept. Ten days of May, 100.00 * 10/31 = 32.26: 80% of them, 25.81, are owed and 6.45 kept.
      Given these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And these products are sold:
        | product     | charged | price                |
        | Partner app | flat    | 100.00 USD per month |
        | Own app     | flat    | 50.00 USD per month  |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product     |
        | Partner app |
        | Own app     |
      When on 1 January 2026 80% of the price of "Partner app" for Globex belongs to "the partner"
      And on 1 January 2026 5% of the price of "Partner app" for Globex belongs to "the reseller"
      And time passes to 31 March 2026
      And on 1 April 2026 75% of the price of "Partner app" for Globex belongs to "the partner"
      And time passes to 30 April 2026
      And Globex cancels on 11 May 2026
      And time passes to 31 May 2026
      Then the revenue of Globex is:
        | month         | product     | amount              |
        | January 2026  | Partner app | 15.00               |
        | January 2026  | Own app     | 50.00               |
        | February 2026 | Partner app | 15.00               |
        | February 2026 | Own app     | 50.00               |
        | March 2026    | Partner app | 15.00               |
        | March 2026    | Own app     | 50.00               |
        | April 2026    | Partner app | 20.00 + 15.00       |
        | April 2026    | Own app     | 50.00               |
        | May 2026      | Partner app | 32.26 - 25.81       |
        | May 2026      | Own app     | 16.13               |
      And the journal of May 2026 is:
        | date        | source      | account            | debit  | credit        |
        | 1 May 2026  | May invoice | Receivables        | 150.00 |               |
        | 1 May 2026  | May invoice | Contract liability |        | 150.00        |
        | 11 May 2026 | credit memo | Contract liability | 101.61 |               |
        | 11 May 2026 | credit memo | Receivables        |        | 101.61        |
        | 31 May 2026 | revenue     | Contract liability | 48.39  |               |
        | 31 May 2026 | revenue     | Revenue            |        | 16.13 + 6.45  |
        | 31 May 2026 | revenue     | Payables           |        | 25.81         |
      And finance closes May 2026 without a difference
      When on 31 May 2026 101% of the price of "Partner app" for Globex belongs to "the partner"
      Then it is refused because "101% of the price cannot belong to 'the partner'"
      When on 31 May 2026 10% of the price of "Voucher" for Globex belongs to "the partner"
      Then it is refused because "contract C-1 holds no 'Voucher'"
