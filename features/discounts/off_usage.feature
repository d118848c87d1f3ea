@discounts @usage @req:Q2C-205
Feature: Amounts off usage and off what is charged once
  An amount is taken off what recurs; where nothing that it is off recurs, off what is charged once and off usage, shared out by
  what each charge comes to when it is rated. Said to hold until it is used up, what one billing period leaves goes on to the next.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged            | price               |
      | Start   | flat               | 100.00 USD once     |
      | Calls   | per unit, by usage | 1.00 USD each       |
      | Reads   | per unit, by usage | 2.00 USD each       |
      | Base    | flat               | 40.00 USD per month |

  # 300.00 in all: 100.00 off the start, then January's 60.00 and 60.00, then 80.00 of February's 130.00.
  Scenario: An amount off once in all, used up by what is charged once and by usage
    Given Pied Piper is promised with the next contract:
      | discount   | for                 |
      | 300.00 USD | until it is used up |
    And Pied Piper signed on 1 January 2026 for 4 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Start   |
      | Calls   |
      | Reads   |
    When Pied Piper uses 60 "Calls" on 10 January 2026
    And Pied Piper uses 30 "Reads" on 11 January 2026
    And Pied Piper uses 130 "Calls" on 10 February 2026
    And Pied Piper uses 10 "Reads" on 10 March 2026
    And time passes to 1 April 2026
    Then Pied Piper is invoiced:
      | date            | for   | net   | tax  |
      | 1 January 2026  | Start | 0.00  | 0.00 |
      | 1 February 2026 | Calls | 0.00  | 0.00 |
      | 1 February 2026 | Reads | 0.00  | 0.00 |
      | 1 March 2026    | Calls | 50.00 | 5.00 |
      | 1 April 2026    | Reads | 20.00 | 2.00 |
    And Pied Piper is invoiced 77.00 USD in all
    And nothing else is credited
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    And the February 2026 close report shows:
      | line    | amount |
      | Revenue | 50.00  |
    And finance closes March 2026 without a difference

  # What is reported too late and too much is rated anew, and so is what is off it: 130.00 become 90.00, of which 80.00 is off.
  Scenario: A correction after the amount was used up
    Given Pied Piper is promised with the next contract:
      | discount  | for                 |
      | 80.00 USD | until it is used up |
    And Pied Piper signed on 1 February 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses:
      | date             | product | quantity | id  | replaces | received     |
      | 10 February 2026 | Calls   | 130      | r-1 |          |              |
      | 10 February 2026 | Calls   | 90       | r-2 | r-1      | 5 March 2026 |
    And time passes to 1 April 2026
    Then Pied Piper is invoiced:
      | date         | for   | net   |
      | 1 March 2026 | Calls | 50.00 |
    And Pied Piper is credited:
      | date         | for   | net   | reason |
      | 1 April 2026 | Calls | 40.00 | usage  |
    And nothing else is credited
    And finance closes March 2026 without a difference

  # Lago's coupon on two of the metrics of a plan: 20.00 off 10.00 and 20.00 are 6.67 and 13.33, once; with other figures of ours 30 and
  # 10 in February without it.
  Scenario: Lago, an amount off two charges by usage
    Given these tax codes:
      | tax code | rate |
      | low      | 10%  |
      | high     | 20%  |
    And these products are sold:
      | product | charge | charged            | price         | tax         |
      | Plan    | First  | per unit, by usage | 1.00 USD each | code "low"  |
      | Plan    | Second | per unit, by usage | 1.00 USD each | code "high" |
      | Plan    | Third  | per unit, by usage | 1.00 USD each | code "low"  |
    And Pied Piper is promised with the next contract:
      | discount  | off           | for  |
      | 20.00 USD | First, Second | once |
    And Pied Piper signed on 1 January 2026 for 4 months, billed monthly in arrears, net 30, no tax:
      | product |
      | Plan    |
    When Pied Piper uses:
      | date            | product | charge | quantity |
      | 2 January 2026  | Plan    | First  | 10       |
      | 2 January 2026  | Plan    | Second | 20       |
      | 2 January 2026  | Plan    | Third  | 30       |
      | 2 February 2026 | Plan    | First  | 30       |
    And time passes to 1 March 2026
    Then Pied Piper is invoiced:
      | date            | charge | net   | tax  |
      | 1 February 2026 | First  | 3.33  | 0.33 |
      | 1 February 2026 | Second | 6.67  | 1.33 |
      | 1 February 2026 | Third  | 30.00 | 3.00 |
      | 1 March 2026    | First  | 30.00 | 3.00 |
    And nothing else is invoiced
    And finance closes February 2026 without a difference

  # 20.00 off the whole invoice. Where something recurs it is off that; else off the start, and what the start leaves off usage.
  Scenario Outline: <discount> off the invoice of <what>
    Given Pied Piper is promised with the next contract:
      | discount   | for  |
      | <discount> | once |
    And Pied Piper signed on 1 January 2026 for 2 months, billed monthly in arrears, net 30, no tax:
      | product |
      | <one>   |
      | Calls   |
    When Pied Piper uses 50 "Calls" on 10 January 2026
    And time passes to 1 February 2026
    Then Pied Piper is invoiced:
      | date            | for   | net     |
      | <day>           | <one> | <net>   |
      | 1 February 2026 | Calls | <calls> |
    And nothing else is invoiced
    And finance closes January 2026 without a difference

    Examples:
      | what                        | discount   | one   | day             | net   | calls |
      | a base and usage            | 20.00 USD  | Base  | 1 February 2026 | 20.00 | 50.00 |
      | a start and usage           | 20.00 USD  | Start | 1 January 2026  | 80.00 | 50.00 |
      | a start that is used up     | 120.00 USD | Start | 1 January 2026  | 0.00  | 30.00 |

  Scenario: What recurs and usage cannot use up one amount together
    Given Pied Piper is promised with the next contract:
      | discount   | for                 |
      | 300.00 USD | until it is used up |
    When Pied Piper signed on 1 January 2026 for 4 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Base    |
      | Calls   |
    Then it is refused because "a discount of 300.00 USD until it is used up cannot be off what recurs and off usage together; say which products it is off"
    And Pied Piper is invoiced nothing
