@revenue @contract-costs @wave-3 @req:Q2C-303
Feature: Goods that may come back
  What is expected back is no sale: its price is a refund liability, and its cost a right to recover the goods.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | charged  | price           | revenue      |
      | Lamp    | per unit | 100.00 USD once | as delivered |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product | quantity |
      | Lamp    | 100      |

  Scenario: A hundred are sold, three are expected back
    # IFRS 15 IE110 to 115, 606-10-55-202 to 207 (example 22): 100 at 100.00 that cost 60.00 each; 97 will not come back.
    # Revenue 9,700, refund liability 300; cost of sales 97 * 60 = 5,820, right to recover 3 * 60 = 180.
    When on 31 January 2026 finance expects 300.00 USD of the price of "Lamp" to go back to Globex
    And on 31 January 2026 finance expects 3 "Lamp" in all back from Globex
    And Globex receives 100 "Lamp" on 31 January 2026
    And on 31 January 2026 100 "Lamp" that cost 60.00 USD each leave the stock for Globex
    Then the journal from 2 January 2026 to 31 January 2026 is:
      | date            | source  | account                | debit     | credit   |
      | 31 January 2026 | revenue | Contract liability     | 10,000.00 |          |
      | 31 January 2026 | revenue | Revenue                |           | 9,700.00 |
      | 31 January 2026 | revenue | Refund liability       |           | 300.00   |
      | 31 January 2026 | goods   | Cost of sales          | 5,820.00  |          |
      | 31 January 2026 | goods   | Right to recover goods | 180.00    |          |
      | 31 January 2026 | goods   | Inventory              |           | 6,000.00 |
    And finance closes January 2026 without a difference
    When Globex sends 2 "Lamp" back on 15 February 2026
    Then the journal of February 2026 is:
      | date             | source         | account                | debit  | credit |
      | 15 February 2026 | returned goods | Inventory              | 120.00 |        |
      | 15 February 2026 | returned goods | Right to recover goods |        | 120.00 |
    When finance gives Globex 200.00 USD back on the January invoice on 15 February 2026
    And finance closes February 2026 without a difference
    Then the ledger shows on 28 February 2026 exactly:
      | account                | debit    | credit   |
      | Receivables            | 9,800.00 |          |
      | Refund liability       |          | 100.00   |
      | Revenue                |          | 9,700.00 |
      | Cost of sales          | 5,820.00 |          |
      | Right to recover goods | 60.00    |          |
      | Inventory              |          | 5,880.00 |

  Scenario: More come back than was thought, then fewer
    When on 31 January 2026 100 "Lamp" that cost 60.00 USD each leave the stock for Globex
    And on 10 February 2026 finance expects 5 "Lamp" in all back from Globex
    Then the journal from 10 February 2026 to 10 February 2026 is:
      | date             | source | account                | debit  | credit |
      | 10 February 2026 | goods  | Right to recover goods | 300.00 |        |
      | 10 February 2026 | goods  | Cost of sales          |        | 300.00 |
    When Globex sends 6 "Lamp" back on 20 February 2026
    And on 28 February 2026 finance expects 6 "Lamp" in all back from Globex
    Then the ledger shows on 28 February 2026:
      | account                | debit    | credit   |
      | Cost of sales          | 94 * 60  |          |
      | Right to recover goods |          |          |
      | Inventory              |          | 94 * 60  |

  Scenario: Nobody knows whether they come back, so nothing is sold before the right ends
    # Example 26 (IE135 to 140): what cost 80.00 stays an asset for the ninety days of the right, then it is cost of sales.
    When on 1 January 2026 finance expects 1 "Lamp" in all back from Globex
    And on 1 January 2026 1 "Lamp" that cost 80.00 USD each leave the stock for Globex
    And on 1 April 2026 finance expects 0 "Lamp" in all back from Globex
    Then the journal from 1 January 2026 to 1 April 2026 contains:
      | date           | source | account                | debit | credit |
      | 1 January 2026 | goods  | Right to recover goods | 80.00 |        |
      | 1 January 2026 | goods  | Inventory              |       | 80.00  |
      | 1 April 2026   | goods  | Cost of sales          | 80.00 |        |
      | 1 April 2026   | goods  | Right to recover goods |       | 80.00  |

  Scenario Outline: It is refused: <why>
    When on 31 January 2026 10 "Lamp" that cost 60.00 USD each leave the stock for Globex
    And <what>
    Then it is refused because "<because>"
    And the ledger shows on 31 January 2026:
      | account       | debit  | credit |
      | Cost of sales | 600.00 |        |
      | Inventory     |        | 600.00 |

    Examples:
      | why            | what                                                                        | because                                    |
      | more than sold | Globex sends 11 "Lamp" back on 31 January 2026                               | 11 'Lamp' cannot come back                 |
      | nothing        | Globex sends 0 "Lamp" back on 31 January 2026                                | 0 of 'Lamp' is nothing to record           |
      | costs nothing  | on 31 January 2026 1 "Lamp" that cost 0.00 USD each leave the stock for Globex | 0.00 USD is no cost of 'Lamp'              |
