@revenue @usage @wave-3 @req:Q2C-331
Feature: Revenue of usage whose price depends on all that is used
  Where all units of a quarter have one price by how many they are, what those of January are worth depends on what is used in
  March. By convention usage is revenue at the prices that it has reached, which is what might be invoiced of it so far, or at
  the price that the use expected for the quarter brings. The invoice at the end of the quarter is the same.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | charged          | billed               |
      | Logs    | volume, by usage | quarterly in arrears |
      | Events  | tiered, by usage | quarterly in arrears |
    And the tiers of "Logs":
      | from  | to    | price per unit | flat fee |
      | 0     | 1,000 | 0.10           | 0.00     |
      | 1,001 |       | 0.08           | 0.00     |
    And the tiers of "Events":
      | from  | to    | price per unit | flat fee |
      | 0     | 1,000 | 0.10           | 0.00     |
      | 1,001 |       | 0.05           | 0.00     |

  # Logs, all at one price: 600 * 0.10 = 60.00 so far; 1,200 * 0.08 = 96.00 in the end, 0.08 each of them.
  # Events, in steps: 600 * 0.10 = 60.00 so far; 1,000 * 0.10 + 200 * 0.05 = 110.00 in the end, for 1,200.
  Scenario Outline: 600 "<product>" in January and 600 in March, "<answer>"
    Given these conventions:
      | question         | answer   |
      | revenue of usage | <answer> |
    And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product   |
      | <product> |
    When on 1 January 2026 finance expects Globex to use 1,200 "<product>" from 1 January 2026 to 31 March 2026
    And Globex uses 600 "<product>" on 15 January 2026
    And Globex uses 600 "<product>" on 15 March 2026
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date         | for       | from           | to            | quantity | net     |
      | 1 April 2026 | <product> | 1 January 2026 | 31 March 2026 | 1,200    | <total> |
    And nothing else is invoiced
    And nothing else is credited
    And the journal of January 2026 is:
      | date            | source  | account             | debit     | credit    |
      | 31 January 2026 | revenue | Unbilled receivable | <january> |           |
      | 31 January 2026 | revenue | Revenue             |           | <january> |
    And the journal of March 2026 is:
      | date          | source  | account             | debit   | credit  |
      | 31 March 2026 | revenue | Unbilled receivable | <march> |         |
      | 31 March 2026 | revenue | Revenue             |         | <march> |
    And the journal of April 2026 is:
      | date         | source        | account             | debit   | credit  |
      | 1 April 2026 | April invoice | Receivables         | <total> |         |
      | 1 April 2026 | April invoice | Unbilled receivable |         | <total> |
    And finance closes April 2026 without a difference

    Examples:
      | product | answer                | january           | march          | total  |
      | Logs    | in the period of use  | 60.00             | 96.00 - 60.00  | 96.00  |
      | Logs    | at the expected price | 1200 * 0.08 / 2   | 96.00 - 48.00  | 96.00  |
      | Events  | in the period of use  | 60.00             | 110.00 - 60.00 | 110.00 |
      | Events  | at the expected price | 110.00 * 600/1200 | 110.00 - 55.00 | 110.00 |

  Rule: At the expected price

    Background:
      Given these conventions:
        | question         | answer                |
        | revenue of usage | at the expected price |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product |
        | Logs    |

    # 600 * 0.08 = 48.00 in January. From February on no more than 800 are expected, at 0.10: 60.00 for the 600, 12.00 at once.
    Scenario: A lower estimate in February corrects January in the open month
      When on 1 January 2026 finance expects Globex to use 1,200 "Logs" from 1 January 2026 to 31 March 2026
      And Globex uses 600 "Logs" on 15 January 2026
      And finance closes January 2026 on 5 February 2026
      And on 10 February 2026 finance expects Globex to use 800 "Logs" from 1 January 2026 to 31 March 2026
      And Globex uses 100 "Logs" on 20 February 2026
      And time passes to 1 April 2026
      Then Globex is invoiced:
        | date         | for  | quantity | net        |
        | 1 April 2026 | Logs | 700      | 700 * 0.10 |
      And nothing else is invoiced
      And the revenue of Globex is:
        | month         | amount             |
        | January 2026  | 600 * 0.08         |
        | February 2026 | 700 * 0.10 - 48.00 |
      And finance closes April 2026 without a difference

    # Only the 600 are used, so each costs 0.10: what is missing comes on the quarter's last day.
    Scenario: Less is used than was expected
      When on 1 January 2026 finance expects Globex to use 1,200 "Logs" from 1 January 2026 to 31 March 2026
      And Globex uses 600 "Logs" on 15 January 2026
      And time passes to 1 April 2026
      Then Globex is invoiced 60.00 USD in all
      And the revenue of Globex is:
        | month        | amount        |
        | January 2026 | 48.00         |
        | March 2026   | 60.00 - 48.00 |
      And finance closes April 2026 without a difference

    # Expected are 800, at 0.10: 60.00 in January. With 1,100 in February all cost 0.08: 88.00 to date.
    Scenario: More is used than was expected
      When on 1 January 2026 finance expects Globex to use 800 "Logs" from 1 January 2026 to 31 March 2026
      And Globex uses 600 "Logs" on 15 January 2026
      And Globex uses 500 "Logs" on 15 February 2026
      And time passes to 1 April 2026
      Then Globex is invoiced 88.00 USD in all
      And the revenue of Globex is:
        | month         | amount             |
        | January 2026  | 600 * 0.10         |
        | February 2026 | 1100 * 0.08 - 60.00 |
      And finance closes April 2026 without a difference

    # The 400 of January become known on 5 February: 400 * 0.08 = 32.00 more, in February.
    Scenario: Usage that is reported when its month is closed
      When on 1 January 2026 finance expects Globex to use 1,200 "Logs" from 1 January 2026 to 31 March 2026
      And Globex uses 600 "Logs" on 15 January 2026
      And finance closes January 2026 on 3 February 2026
      And Globex uses 400 "Logs" on 20 January 2026, reported on 5 February 2026
      And time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount     |
        | January 2026  | 48.00      |
        | February 2026 | 400 * 0.08 |
      And finance closes February 2026 without a difference

    Scenario Outline: What cannot be expected is refused: <why>
      When on 1 January 2026 finance expects Globex to use <quantity> <product> from 1 January 2026 to <until>
      Then it is refused because "<reason>"
      And nothing else is invoiced

      Examples:
        | why                    | quantity | product  | until            | reason                      |
        | no billing period      | 1,200    | "Logs"   | 28 February 2026 | is no billing period        |
        | nothing                | 0        | "Logs"   | 31 March 2026    | is nothing to expect        |
        | not on the contract    | 1,200    | "Events" | 31 March 2026    | charges no 'Events' by usage |

  Rule: The feed is late

    # Without a reading of January at its close, 1,200 calls at 0.01 are estimated: 12.00. In February they are 1,100, so 11.00:
    # 1.00 less, in the open month. What was estimated is never invoiced.
    Scenario: Usage is accrued by estimate at the close, and trued up in the month its readings come
      Given these products are sold:
        | product | charged            | price         |
        | Calls   | per unit, by usage | 0.01 USD each |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product |
        | Calls   |
      When time passes to 31 January 2026
      And on 31 January 2026 finance includes 12.00 USD of "usage not yet reported" in the price of "Calls" for Globex, earned from 1 January 2026 to 31 January 2026
      And finance closes January 2026 on 3 February 2026
      And Globex uses 1,100 "Calls" on 20 January 2026, reported on 5 February 2026
      And on 5 February 2026 finance includes 0.00 USD of "usage not yet reported" in the price of "Calls" for Globex, earned from 1 January 2026 to 31 January 2026
      And time passes to 1 March 2026
      Then Globex is invoiced:
        | date         | for   | from           | to              | quantity | net         |
        | 1 March 2026 | Calls | 1 January 2026 | 31 January 2026 | 1,100    | 1100 * 0.01 |
      And nothing else is invoiced
      And nothing else is credited
      And the journal from 1 January 2026 to 28 February 2026 is:
        | date             | source  | account             | debit       | credit      |
        | 31 January 2026  | revenue | Unbilled receivable | 1200 * 0.01 |             |
        | 31 January 2026  | revenue | Revenue             |             | 1200 * 0.01 |
        | 28 February 2026 | revenue | Revenue             | 1.00        |             |
        | 28 February 2026 | revenue | Unbilled receivable |             | 1.00        |
      And finance closes March 2026 without a difference

  Rule: The feed is late, and finance says how much was probably used

    # Calls: 100 of each month are free, then 0.02 each up to the 1,100th, above that 0.01: 1,300 cost 1,000 * 0.02 + 200 * 0.01.
    Background:
      Given these products are sold:
        | product | charged            | billed             |
        | Calls   | tiered, by usage   | monthly in arrears |
        | Hours   | per unit, by usage | monthly in arrears |
      And the tiers of "Calls":
        | from  | to    | price per unit | flat fee |
        | 0     | 100   | 0.00           | 0.00     |
        | 101   | 1,100 | 0.02           | 0.00     |
        | 1,101 |       | 0.01           | 0.00     |
      And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
        | product |
        | Calls   |

    # 1,300 are estimated: 22.00. 1,000 were used: 900 * 0.02 = 18.00, so 4.00 less, in the month in which they are read. January's
    # invoice of 1 February bills nothing; the readings are billed with February's.
    Scenario: A quantity is accrued at the contract's prices, and its readings true it up in the month in which they come
      When time passes to 31 January 2026
      And on 31 January 2026 finance expects Globex to have used 1,300 "Calls" from 1 January 2026 to 31 January 2026
      And finance closes January 2026 on 3 February 2026
      And Globex uses 1,000 "Calls" on 20 January 2026, reported on 5 February 2026
      And time passes to 1 March 2026
      Then Globex is invoiced:
        | date         | for   | from           | to              | quantity | net        |
        | 1 March 2026 | Calls | 1 January 2026 | 31 January 2026 | 1,000    | 900 * 0.02 |
      And nothing else is invoiced
      And nothing else is credited
      And the journal from 1 January 2026 to 31 March 2026 is:
        | date             | source        | account             | debit                    | credit                   |
        | 31 January 2026  | revenue       | Unbilled receivable | 1000 * 0.02 + 200 * 0.01 |                          |
        | 31 January 2026  | revenue       | Revenue             |                          | 1000 * 0.02 + 200 * 0.01 |
        | 28 February 2026 | revenue       | Revenue             | 22.00 - 18.00            |                          |
        | 28 February 2026 | revenue       | Unbilled receivable |                          | 22.00 - 18.00            |
        | 1 March 2026     | March invoice | Receivables         | 18.00                    |                          |
        | 1 March 2026     | March invoice | Unbilled receivable |                          | 18.00                    |
      And finance closes March 2026 without a difference

    # Of 1,300 in all, 600 are read: 500 * 0.02 = 10.00, and 12.00 more by estimate. The invoice of 1 February bills the 600 and ends
    # the estimate: January is still open, so it has 10.00.
    Scenario: The invoice replaces what was estimated beside the first readings
      When Globex uses 600 "Calls" on 10 January 2026
      And on 31 January 2026 finance expects Globex to have used 1,300 "Calls" from 1 January 2026 to 31 January 2026
      And time passes to 31 January 2026
      Then the revenue of Globex is:
        | month        | amount        |
        | January 2026 | 10.00 + 12.00 |
      And finance closes January 2026 on 31 January 2026
      When time passes to 28 February 2026
      Then Globex is invoiced:
        | date            | for   | quantity | net        |
        | 1 February 2026 | Calls | 600      | 500 * 0.02 |
      And nothing else is invoiced
      And nothing else is credited
      And the journal from 1 January 2026 to 28 February 2026 is:
        | date             | source           | account             | debit         | credit        |
        | 31 January 2026  | revenue          | Unbilled receivable | 10.00 + 12.00 |               |
        | 31 January 2026  | revenue          | Revenue             |               | 10.00 + 12.00 |
        | 1 February 2026  | February invoice | Receivables         | 10.00         |               |
        | 1 February 2026  | February invoice | Unbilled receivable |               | 10.00         |
        | 28 February 2026 | revenue          | Revenue             | 12.00         |               |
        | 28 February 2026 | revenue          | Unbilled receivable |               | 12.00         |
      And finance closes February 2026 without a difference

    # 100 free calls are worth nothing; the 101st is 0.02. A new estimate replaces the last, and one of nothing takes it back.
    Scenario Outline: <quantity> calls estimated anew are <worth>
      When on 31 January 2026 finance expects Globex to have used 1,300 "Calls" from 1 January 2026 to 31 January 2026
      And on 31 January 2026 finance expects Globex to have used <quantity> "Calls" from 1 January 2026 to 31 January 2026
      Then nothing else is invoiced
      And nothing else is credited
      And the revenue of Globex is:
        | month        | amount  |
        | January 2026 | <worth> |
      And finance closes January 2026 without a difference

      Examples:
        | quantity | worth       |
        | 101      | 1 * 0.02    |
        | 1,100    | 1000 * 0.02 |
        | 1,101    | 20.00 + 0.01 |

    Scenario Outline: What cannot be estimated is refused: <why>
      When on 2 February 2026 finance expects Globex to have used <quantity> <product> from 1 January 2026 to <until>
      Then it is refused because "<reason>"
      And nothing else is invoiced

      Examples:
        | why                     | quantity | product | until            | reason                           |
        | not on the contract     | 10       | "Hours" | 31 January 2026  | charges 'Hours' not by usage     |
        | over two billing periods | 10      | "Calls" | 28 February 2026 | is within no billing period of   |
