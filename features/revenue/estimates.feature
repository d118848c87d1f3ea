@revenue @variable-price @wave-3 @req:Q2C-210
Feature: Estimates that are easily mixed up
  Which of two outcomes counts, whose price an expected refund takes, and what a renewal leaves alone.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Scenario: Of two outcomes that are alike the lower one is part of the price
    # 10,000.00 for a project; a bonus of 2,000.00 is as likely as none, a penalty of 500.00 as likely as none: half done is 4,750.00.
    Given these products are sold:
      | product | charged | price              | revenue      |
      | Project | flat    | 10,000.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product |
      | Project |
    When on 1 January 2026 finance estimates the "bonus" of Globex by most likely amount:
      | amount   | probability |
      | 2,000.00 | 50%         |
      | 0.00     | 50%         |
    And on 1 January 2026 finance estimates the "penalty" of Globex by most likely amount:
      | amount  | probability |
      | 0.00    | 50%         |
      | -500.00 | 50%         |
    And "Project" of Globex is 50% complete on 31 January 2026
    Then the revenue of January 2026 is 4,750.00 USD
    And finance closes January 2026 without a difference

  Scenario: Two products of which different parts go back, and one of which nothing does
    # 100 lamps at 50.00, 10% back: 4,500.00. 40 desks at 200.00, 500.00 back: 7,500.00. Delivery for 300.00, nothing back.
    Given these products are sold:
      | product  | charged  | price           | revenue      |
      | Lamp     | per unit | 50.00 USD once  | as delivered |
      | Desk     | per unit | 200.00 USD once | as delivered |
      | Delivery | flat     | 300.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product  | quantity |
      | Lamp     | 100      |
      | Desk     | 40       |
      | Delivery | 1        |
    When on 1 January 2026 finance expects 10% of the price of "Lamp" to go back to Globex
    And on 1 January 2026 finance expects 500.00 USD of the price of "Desk" to go back to Globex
    And Globex receives 100 "Lamp" on 31 January 2026
    And Globex receives 40 "Desk" on 31 January 2026
    And Globex receives 1 "Delivery" on 31 January 2026
    Then the ledger shows on 31 January 2026 exactly:
      | account           | debit     | credit    |
      | Receivables       | 14,630.00 |           |
      | Sales tax payable |           | 1,330.00  |
      | Refund liability  |           | 1,000.00  |
      | Revenue           |           | 12,300.00 |
    And the January 2026 close report shows:
      | line                  | amount   |
      | Revenue from Lamp     | 4,500.00 |
      | Revenue from Desk     | 7,500.00 |
      | Revenue from Delivery | 300.00   |
    And finance closes January 2026 without a difference

  Scenario: A renewal signed in the middle of the term leaves what is left of it alone
    # 100.00 a month for 2026, renewed on 1 July at 20% more: 120.00 a month in 2027, and nothing blends.
    Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product        | price per month | stand-alone price |
      | Annual license | 100.00          | 150.00            |
    When Globex renews on 1 July 2026 for 1 year at prices 20% higher
    Then the revenue schedule of Globex contains:
      | month         | amount |
      | June 2026     | 100.00 |
      | July 2026     | 100.00 |
      | December 2026 | 100.00 |
      | January 2027  | 120.00 |
      | December 2027 | 120.00 |
    And the revenue schedule versions of Globex are:
      | product        | version | reason                             | amount   |
      | Annual license | 1       | contract signed                    | 1,200.00 |
      | Annual license | 2       | renewal on 1 January 2027, new term | 2,640.00 |

  Scenario Outline: A course canceled on <day>, with its last day <answer>
    # 3,650.00 for 365 days, 10.00 a day, and nothing goes back: what is left is revenue on the day of the cancellation, the last day of
    # service where that one is billed, else the day after it. 120 days are served by the end of April.
    Given these conventions:
      | question                 | answer   |
      | last day on cancellation | <answer> |
      | revenue spread           | by day   |
    And these products are sold:
      | product | charged | price                 |
      | Course  | flat    | 3,650.00 USD per year |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product |
      | Course  |
    When Globex cancels on <day> as follows:
      | unused service |
      | non-refundable |
    And time passes to 31 May 2026
    Then the revenue of April 2026 is <april> USD
    And the revenue of May 2026 is <may> USD
    And finance closes May 2026 without a difference

    Examples:
      | day           | answer     | april    | may      |
      | 30 April 2026 | billed     | 2,750.00 | 0.00     |
      | 1 May 2026    | not billed | 300.00   | 2,450.00 |
      | 1 May 2026    | billed     | 300.00   | 2,450.00 |

  Scenario: Nothing of a bonus counts while a reversal of all of it is too probable
    # 606-10-32-11, IFRS 15.56: 60% for 100,000.00, and none of it within the constraint: 330/600 of 900,000.00 are 495,000.00. Then it is sure:
    # 330/600 of 1,000,000.00 less 495,000.00.
    Given these products are sold:
      | product  | charged | price               | revenue      | distinct |
      | Building | flat    | 900,000.00 USD once | as delivered | no       |
    And "Globex" signed on 15 March 2026 for 2 years, billed yearly in advance, net 30, no tax:
      | product  |
      | Building |
    When on 15 March 2026 finance estimates the "early bonus" of Globex by most likely amount, at most 0.00 USD:
      | amount     | probability |
      | 0.00       | 40%         |
      | 100,000.00 | 60%         |
    And "Building" of Globex has taken 330,000 of 600,000 by 31 December 2026
    And on 31 January 2027 finance estimates the "early bonus" of Globex by most likely amount:
      | amount     | probability |
      | 100,000.00 | 100%        |
    And time passes to 31 January 2027
    Then the journal from 15 March 2026 to 31 January 2027 is:
      | date             | source        | account            | debit      | credit     |
      | 15 March 2026    | March invoice | Receivables        | 900,000.00 |            |
      | 15 March 2026    | March invoice | Contract liability |            | 900,000.00 |
      | 31 December 2026 | revenue       | Contract liability | 495,000.00 |            |
      | 31 December 2026 | revenue       | Revenue            |            | 495,000.00 |
      | 31 January 2027  | revenue       | Contract liability | 55,000.00  |            |
      | 31 January 2027  | revenue       | Revenue            |            | 55,000.00  |
    And finance closes January 2027 without a difference

  Scenario Outline: An uptime bonus of the support alone, by <method>
    # 606-10-32-40, IFRS 15.85: 100.00 a month for the platform, 50.00 for support, and a twelfth of the bonus for support only.
    Given these products are sold:
      | product  | charged | price                 | stand-alone price     |
      | Platform | flat    | 1,200.00 USD per year | 1,200.00 USD per year |
      | Support  | flat    | 600.00 USD per year   | 600.00 USD per year   |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product  |
      | Platform |
      | Support  |
    When on 1 January 2026 finance estimates the "uptime bonus" of "Support" for Globex by <method>:
      | amount | probability |
      | 300.00 | 60%         |
      | 0.00   | 40%         |
    And time passes to 31 January 2026
    Then the price of Globex is allocated to:
      | product  | amount           |
      | Platform | 1,200.00         |
      | Support  | 600.00 + <bonus> |
    And the journal of January 2026 is:
      | date            | source          | account            | debit               | credit              |
      | 1 January 2026  | January invoice | Receivables        | 1,980.00            |                     |
      | 1 January 2026  | January invoice | Contract liability |                     | 1,800.00            |
      | 1 January 2026  | January invoice | Sales tax payable  |                     | 180.00              |
      | 31 January 2026 | revenue         | Contract liability | 150.00 + <bonus>/12 |                     |
      | 31 January 2026 | revenue         | Revenue            |                     | 150.00 + <bonus>/12 |
    And finance closes January 2026 without a difference

    Examples:
      | method                              | bonus  |
      | expected value                      | 180.00 |
      | most likely amount                  | 300.00 |
      | expected value, at most 120.00 USD  | 120.00 |
