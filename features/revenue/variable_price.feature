@revenue @variable-price @wave-3 @req:Q2C-210
Feature: Variable consideration
  Part of a price can depend on what happens later. What is included is an estimate, within the constraint; what is
  expected to go back is a refund liability from the first unit on. A new estimate corrects the past in the open month.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Rule: Rebates and returns

    Background:
      Given these products are sold:
        | product   | charged  | price           | revenue      |
        | Component | per unit | 100.00 USD once | as delivered |
        | Gadget    | per unit | 100.00 USD once | at once      |

    Scenario: A volume rebate becomes probable: from the first unit, not from the threshold on
      # IFRS 15 IE124 to 126, 606-10-55-216 to 220: 75 units at 100.00 are 7,500.00. Then more than 1,000 a year are
      # expected, so each costs 90.00: 500 * 90.00 less 75 * 10.00 = 44,250.00. 575 * 10.00 = 5,750.00 are owed back.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product   | quantity |
        | Component | 575      |
      And Globex pays every invoice when it is due
      When Globex receives 75 "Component" on 31 March 2026
      And on 1 May 2026 finance expects 10% of the price of "Component" to go back to Globex
      And Globex receives 500 "Component" on 30 June 2026
      Then the revenue of Globex is:
        | month     | amount    |
        | March 2026| 7,500.00  |
        | May 2026  | -750.00   |
        | June 2026 | 45,000.00 |
      And the journal from 1 May 2026 to 30 June 2026 is:
        | date         | source  | account            | debit     | credit    |
        | 31 May 2026  | revenue | Revenue            | 750.00    |           |
        | 31 May 2026  | revenue | Refund liability   |           | 750.00    |
        | 30 June 2026 | revenue | Contract liability | 50,000.00 |           |
        | 30 June 2026 | revenue | Revenue            |           | 45,000.00 |
        | 30 June 2026 | revenue | Refund liability   |           | 5,000.00  |
      And finance closes June 2026 without a difference
      When finance gives Globex 5,750.00 USD back on the January invoice on 31 December 2026
      Then Globex has a credit of 6,325.00 USD
      And the journal of December 2026 is:
        | date             | source      | account           | debit    | credit   |
        | 31 December 2026 | credit memo | Refund liability  | 5,750.00 |          |
        | 31 December 2026 | credit memo | Sales tax payable | 575.00   |          |
        | 31 December 2026 | credit memo | Customer credits  |          | 6,325.00 |
      And the ledger shows on 31 December 2026:
        | account            | credit    |
        | Revenue            | 51,750.00 |
        | Refund liability   |           |
        | Contract liability |           |
      And finance closes December 2026 without a difference

    Scenario: Goods that may come back
      # IE110 to 115, 606-10-55-202 to 207: 100 at 100.00, 97 are expected to stay: 9,700.00, and 300.00 owed back.
      # Two come back; the third stays after all, and its 100.00 are revenue.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Gadget  | 100      |
      When on 1 January 2026 finance expects 300.00 USD of the price of "Gadget" to go back to Globex
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account            | debit     | credit    |
        | 1 January 2026  | January invoice | Receivables        | 10,000.00 |           |
        | 1 January 2026  | January invoice | Contract liability |           | 10,000.00 |
        | 31 January 2026 | revenue         | Contract liability | 10,000.00 |           |
        | 31 January 2026 | revenue         | Revenue            |           | 9,700.00  |
        | 31 January 2026 | revenue         | Refund liability   |           | 300.00    |
      And finance closes January 2026 without a difference
      When finance gives Globex 200.00 USD back on the January invoice on 10 February 2026
      And on 28 February 2026 finance expects 200.00 USD of the price of "Gadget" to go back to Globex
      And time passes to 28 February 2026
      Then the revenue of February 2026 is 100.00 USD
      And Globex owes 9,800.00 USD
      And the ledger shows on 28 February 2026:
        | account          | credit   |
        | Revenue          | 9,800.00 |
        | Refund liability |          |
      And finance closes February 2026 without a difference

    Scenario: More comes back than was expected
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Gadget  | 100      |
      When on 1 January 2026 finance expects 300.00 USD of the price of "Gadget" to go back to Globex
      And finance gives Globex 450.00 USD back on the January invoice on 10 February 2026
      And time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount   |
        | January 2026  | 9,700.00 |
        | February 2026 | -150.00  |
      And finance closes February 2026 without a difference

    Scenario: A rebate on everything a contract is billed month by month
      # 1,000.00 a month, 5% expected back: 950.00 of revenue, 50.00 owed back every month.
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00           |
      When on 1 January 2026 finance expects 5% of the price to go back to Globex
      And time passes to 31 March 2026
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | 950.00 |
        | February 2026 | 950.00 |
        | March 2026    | 950.00 |
      And the ledger shows on 31 March 2026 exactly:
        | account          | debit    | credit   |
        | Receivables      | 3,000.00 |          |
        | Refund liability |          | 150.00   |
        | Revenue          |          | 2,850.00 |
      And finance closes March 2026 without a difference

    Scenario Outline: What cannot be expected back is refused: <why>
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Gadget  | 100      |
      When on 1 January 2026 finance expects <what> of the price of <product> to go back to Globex
      Then it is refused because "<reason>"

      Examples:
        | why            | what       | product     | reason                            |
        | more than all  | 101%       | "Gadget"    | 101% of the price cannot be       |
        | not sold       | 5%         | "Component" | holds no 'Component'              |
        | other currency | 300.00 EUR | "Gadget"    | contract C-1 is in USD            |

  Rule: Bonuses and penalties

    Scenario Outline: A bonus by <method>
      # Outcomes of nothing (20%), 12,000.00 (50%) and 24,000.00 (30%): 13,200.00 is the expected value, 12,000.00 the most
      # likely amount. With 120,000.00 for the year that is 10,000.00 a month and a twelfth of the bonus.
      Given these products are sold:
        | product    | charged | price                   |
        | Consulting | flat    | 120,000.00 USD per year |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product    |
        | Consulting |
      When on 1 January 2026 finance estimates the "performance bonus" of Globex by <method>:
        | amount    | probability |
        | 0.00      | 20%         |
        | 12,000.00 | 50%         |
        | 24,000.00 | 30%         |
      And time passes to 31 January 2026
      Then the revenue of January 2026 is <january> USD
      And finance closes January 2026 without a difference
      # In July nothing is expected any more: seven months of 10,000.00 less what six months took too much.
      When on 1 July 2026 finance includes 0.00 USD of "performance bonus" in the price of Globex
      And time passes to 31 July 2026
      Then the revenue of July 2026 is <july> USD
      And finance closes July 2026 without a difference

      Examples:
        | method                               | january   | july                  |
        | expected value                       | 11,100.00 | 3,400.00              |
        | most likely amount                   | 11,000.00 | 4,000.00              |
        | expected value, at most 6,000.00 USD | 10,500.00 | 7,000.00              |

    Scenario: A bonus becomes sure after nine months: the past catches up
      # 1,200.00 for a year; 240.00 more are 20.00 a month, so October brings 100.00 and ten times 20.00.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When on 1 October 2026 finance includes 240.00 USD of "bonus" in the price of Globex
      And time passes to 31 October 2026
      Then the revenue of October 2026 is 300.00 USD
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account             | debit    | credit   |
        | Receivables         | 1,200.00 |          |
        | Unbilled receivable | 240.00   |          |
        | Revenue             |          | 1,440.00 |
      And finance closes December 2026 without a difference

    Scenario: An estimate for a closed month is posted in the open one
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      And time passes to 31 January 2026
      And finance closes January 2026 without a difference
      When time passes to 5 February 2026
      And on 31 January 2026 finance includes -120.00 USD of "late delivery penalty" in the price of Globex
      And time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | 100.00 |
        | February 2026 | 80.00  |
      And finance closes February 2026 without a difference

    Scenario: What relates to one product is its price alone
      # 300.00 for set-up and 1,200.00 for the year at their stand-alone prices; a fee of 150.00 is for the set-up only.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price  | price per year | stand-alone price |
        | Set-up         | 300.00 |                | 300.00            |
        | Annual license |        | 1,200.00       | 1,200.00          |
      When on 1 January 2026 finance includes 150.00 USD of "success fee" in the price of "Set-up" for Globex
      And time passes to 31 January 2026
      Then the January 2026 close report shows:
        | line                        | amount |
        | Revenue from Annual license | 100.00 |
        | Revenue from Set-up         | 450.00 |
      And finance closes January 2026 without a difference

    Scenario: A change of the estimate after a modification belongs to what was promised first
      # IE33 to 36, 606-10-55-125 to 128: X and Y for 1,000.00 and a variable 200.00: 600.00 each; X is delivered. Z joins for
      # 300.00: Y and Z share 600.00 + 300.00. Then the estimate rises to 240.00: 20.00 are X's at once, and 20.00 are Y's and Z's.
      Given these products are sold:
        | product   | charged | price           | stand-alone price | revenue      |
        | Product X | flat    | 500.00 USD once | 600.00 USD once   | as delivered |
        | Product Y | flat    | 500.00 USD once | 600.00 USD once   | as delivered |
        | Product Z | flat    | 300.00 USD once | 600.00 USD once   | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product   |
        | Product X |
        | Product Y |
      When on 1 January 2026 finance includes 200.00 USD of "variable part" in the price of Globex
      And Globex receives 1 "Product X" on 31 January 2026
      And Globex adds 1 "Product Z" at 300.00 USD once from 1 February 2026
      And on 1 March 2026 finance includes 240.00 USD of "variable part" in the price of Globex
      And Globex receives 1 "Product Y" on 30 April 2026
      And Globex receives 1 "Product Z" on 31 May 2026
      Then the revenue of Globex is:
        | month        | amount |
        | January 2026 | 600.00 |
        | March 2026   | 20.00  |
        | April 2026   | 460.00 |
        | May 2026     | 460.00 |
      And finance closes May 2026 without a difference

    Scenario: A building's bonus becomes sure with a modification
      # IE37 to 41: 420,000 of 820,000 costs of 1,000,000 + 150,000 + 200,000, less the 600,000.00 of the first year.
      Given these products are sold:
        | product  | charged | price                 | revenue      | distinct |
        | Building | flat    | 1,000,000.00 USD once | as delivered | no       |
      And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product  |
        | Building |
      When "Building" of Globex has taken 420,000 of 700,000 by 31 December 2026
      And Globex adds 1 "Building" at 150,000.00 USD once from 1 January 2027
      And "Building" of Globex has taken 420,000 of 820,000 by 1 January 2027
      And on 1 January 2027 finance includes 200,000.00 USD of "bonus" in the price of Globex
      And time passes to 31 January 2027
      Then the revenue of Globex is:
        | month         | amount     |
        | December 2026 | 600,000.00 |
        | January 2027  | 91,463.41  |
      And finance closes January 2027 without a difference

    Scenario: Outcomes that leave something out are refused
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When on 1 January 2026 finance estimates the "bonus" of Globex by expected value:
        | amount | probability |
        | 0.00   | 20%         |
        | 100.00 | 70%         |
      Then it is refused because "are 90% in all, not 100%"
      When on 1 January 2026 finance includes 100.00 EUR of "bonus" in the price of Globex
      Then it is refused because "contract C-1 is in USD"

  Rule: A customer who will not pay

    Scenario: Nothing more is revenue until payment is probable again
      # Three months of 100.00; from April on nothing; in July, when Globex pays after all, four months at once.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When on 1 April 2026 finance doubts that Globex will pay
      And time passes to 30 June 2026
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | 100.00 |
        | February 2026 | 100.00 |
        | March 2026    | 100.00 |
      And 900.00 USD of the price of "Annual license" for Globex is undelivered
      And finance closes June 2026 without a difference
      When on 1 July 2026 finance trusts that Globex will pay
      And time passes to 31 July 2026
      Then the revenue of July 2026 is 400.00 USD
      And the revenue schedule versions of Globex are:
        | product        | version | from           | reason                    | amount   |
        | Annual license | 1       | 1 January 2026 | contract signed           | 1,200.00 |
        | Annual license | 2       | 1 April 2026   | payment is not probable   | 1,200.00 |
        | Annual license | 3       | 1 July 2026    | payment is probable again | 1,200.00 |
      And finance closes July 2026 without a difference

    Scenario: A contract with a customer who will not pay is no revenue from its first day; cash is a liability
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When on 1 January 2026 finance doubts that Globex will pay
      And Globex transfers 300.00 USD on 15 February 2026 for the January invoice
      And time passes to 28 February 2026
      Then the revenue of February 2026 is 0.00 USD
      And the ledger shows on 28 February 2026 exactly:
        | account            | debit  | credit   |
        | Cash               | 300.00 |          |
        | Receivables        | 900.00 |          |
        | Contract liability |        | 1,200.00 |
      And finance closes February 2026 without a difference

  Rule: The split is corrected

    Scenario: Set-up was worth something after all
      # Handbook 4.19: set-up for nothing, 1,200.00 for the year. After three months with 300.00 recognized it turns out that
      # set-up costs 300.00 alone: 240.00 and three months of 80.00. The year gives up 60.00, 240.00 are set-up's.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | price | price per year | stand-alone price |
        | Set-up         | 0.00  |                | 0.00              |
        | Annual license |       | 1,200.00       | 1,200.00          |
      And Globex pays every invoice when it is due
      When time passes to 31 March 2026
      And on 31 March 2026 finance allocates the price of Globex anew by:
        | product | stand-alone price |
        | Set-up  | 300.00            |
      Then the journal of March 2026 is:
        | date          | source  | account            | product        | debit  | credit |
        | 31 March 2026 | revenue | Contract liability |                | 100.00 |        |
        | 31 March 2026 | revenue | Revenue            | Annual license |        | 100.00 |
        | 31 March 2026 | revenue | Contract liability |                | 180.00 |        |
        | 31 March 2026 | revenue | Revenue            | Annual license | 60.00  |        |
        | 31 March 2026 | revenue | Revenue            | Set-up         |        | 240.00 |
      And the ledger shows on 31 March 2026 exactly:
        | account            | debit    | credit |
        | Gateway clearing   | 1,320.00 |        |
        | Contract liability |          | 720.00 |
        | Revenue            |          | 480.00 |
        | Sales tax payable  |          | 120.00 |
      And finance closes March 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit   |
        | Revenue            | 1,200.00 |
        | Contract liability |          |
