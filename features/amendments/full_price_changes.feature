@amendments @conventions @published @req:Q2C-247
Feature: What leaves is not credited
  Some companies charge what joins at once and give nothing back for what it replaces: it is charged to the end of its billing
  period. Together with full prices that is "charge the full amount now"; by itself it is a plan change with proration and without
  a credit.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                            | answer                           |
      | revenue schedule                    | service period of each line      |
      | what leaves within a billing period | charged to the end of the period |
    And these products are sold:
      | product | charged  |
      | Basic   | flat     |
      | Plus    | flat     |
      | Seat    | per unit |

  # Paddle: "full_immediately" bills the full amount now, "prorated_immediately" 15 of the 30 days of April; neither with a credit.
  Scenario Outline: One plan takes the place of another, <proration>
    Given these conventions:
      | question  | answer      |
      | proration | <proration> |
    And "Globex" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product | price per month |
      | Basic   | 30.00 USD       |
    When Globex replaces "Basic" with 1 "Plus" at 60.00 USD per month from 16 April 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | for   | from          | to            | net      |
      | 1 April 2026  | Basic | 1 April 2026  | 30 April 2026 | 30.00    |
      | 16 April 2026 | Plus  | 16 April 2026 | 30 April 2026 | <charge> |
      | 1 May 2026    | Plus  | 1 May 2026    | 31 May 2026   | 60.00    |
    And nothing else is invoiced
    And Globex is credited nothing
    And the revenue of April 2026 is <revenue> USD
    And the journal of April 2026 is:
      | date          | source         | account            | debit          | credit         |
      | 1 April 2026  | April invoice  | Receivables        | 33.00          |                |
      | 1 April 2026  | April invoice  | Contract liability |                | 30.00          |
      | 1 April 2026  | April invoice  | Sales tax payable  |                | 3.00           |
      | 16 April 2026 | upsell invoice | Receivables        | <charge> * 1.1 |                |
      | 16 April 2026 | upsell invoice | Contract liability |                | <charge>       |
      | 16 April 2026 | upsell invoice | Sales tax payable  |                | <charge> * 0.1 |
      | 30 April 2026 | revenue        | Contract liability | <revenue>      |                |
      | 30 April 2026 | revenue        | Revenue            |                | <revenue>      |
    And finance closes April 2026 without a difference

    Examples:
      | proration                 | charge | revenue |
      | full price at once        | 60.00  | 90.00   |
      | actual days of the period | 30.00  | 60.00   |

  # 10 seats at 30.00; on 16 April 4 go, or on the last day: they are charged to the end of April.
  Scenario Outline: Seats that leave, said as "<change>"
    Given "Globex" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 30.00 USD       |
    When Globex <change> from <day>
    And time passes to 1 June 2026
    Then Globex is invoiced:
      | date         | quantity | net    |
      | 1 April 2026 | 10       | 300.00 |
      | 1 May 2026   | 6        | 180.00 |
      | 1 June 2026  | 6        | 180.00 |
    And nothing else is invoiced
    And Globex is credited nothing
    And finance closes May 2026 without a difference

    Examples:
      | change                                    | day           |
      | removes 4 "Seat"                          | 16 April 2026 |
      | sets the quantity of "Seat" to 6          | 16 April 2026 |
      | removes 4 "Seat"                          | 30 April 2026 |
      | signs on 20 April 2026 to remove 4 "Seat" | 1 May 2026    |

  Scenario: More seats are charged as ever, and a cancellation has its own terms
    # 2 * 30.00 * 15/30 = 30.00 for the second half of April. Cancelled on 21 April: 10 of 30 days of 12 seats go back.
    Given "Globex" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 30.00 USD       |
    When Globex sets the quantity of "Seat" to 12 from 16 April 2026
    And Globex cancels on 21 April 2026
    And time passes to 1 June 2026
    Then Globex is invoiced:
      | date          | quantity | net    |
      | 1 April 2026  | 10       | 300.00 |
      | 16 April 2026 | 2        | 30.00  |
    And nothing else is invoiced
    And Globex is credited:
      | date          | quantity | net    |
      | 21 April 2026 | 10       | 100.00 |
      | 21 April 2026 | 2        | 20.00  |
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source         | account            | debit                   | credit                  |
      | 1 April 2026  | April invoice  | Receivables        | 300.00                  |                         |
      | 1 April 2026  | April invoice  | Contract liability |                         | 300.00                  |
      | 16 April 2026 | upsell invoice | Receivables        | 30.00                   |                         |
      | 16 April 2026 | upsell invoice | Contract liability |                         | 30.00                   |
      | 21 April 2026 | credit memo    | Contract liability | 120.00                  |                         |
      | 21 April 2026 | credit memo    | Receivables        |                         | 120.00                  |
      | 30 April 2026 | revenue        | Contract liability | 300.00 + 30.00 - 120.00 |                         |
      | 30 April 2026 | revenue        | Revenue            |                         | 300.00 + 30.00 - 120.00 |
    And finance closes April 2026 without a difference
