@discounts @several-discounts @req:Q2C-205
Feature: Percentages and amounts off
  A discount is a percentage or an amount for each billing period; off one product or off the invoice; once, for some periods,
  until a day or to the end. Several are taken one after the other, in an order that is the company's convention.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And the customer "Pied Piper"

  Scenario Outline: Twenty off for <for>
    # 10 seats at 10.00 less 20.00 while it holds.
    Given Pied Piper is promised with the next contract:
      | discount  | off     | for   |
      | 20.00 USD | invoice | <for> |
    And "Pied Piper" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date            | net   | tax        |
      | 1 January 2026  | 80.00 | 8.00       |
      | 1 February 2026 | <feb> | <feb> / 10 |
      | 1 March 2026    | <mar> | <mar> / 10 |
      | 1 April 2026    | <apr> | <apr> / 10 |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

    Examples:
      | for                    | feb    | mar    | apr    |
      | once                   | 100.00 | 100.00 | 100.00 |
      | 2 periods              | 80.00  | 100.00 | 100.00 |
      | until 28 February 2026 | 80.00  | 100.00 | 100.00 |
      | to the end             | 80.00  | 80.00  | 80.00  |

  Scenario Outline: An amount and a percentage, <order of discounts>
    # (100.00 - 15.00) * 90/100 = 76.50 or 100.00 * 90/100 - 15.00 = 75.00.
    Given these conventions:
      | question           | answer               |
      | order of discounts | <order of discounts> |
    And Pied Piper is promised with the next contract:
      | discount  | off           |
      | 15.00 USD | Platform seat |
      | 10%       | Platform seat |
    And "Pied Piper" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then Pied Piper is invoiced:
      | date           | net   |
      | 1 January 2026 | <net> |
    And nothing else is invoiced
    And finance closes January 2026 without a difference

    Examples:
      | order of discounts  | net   |
      | as agreed           | 76.50 |
      | percentages first   | 75.00 |
      | fixed amounts first | 76.50 |

  Scenario: An amount off the invoice is shared out and never lost to rounding
    # 20.00 over three lines of 10.00: 6.67, 6.67 and 6.66.
    Given Pied Piper is promised with the next contract:
      | discount  |
      | 20.00 USD |
    And "Pied Piper" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.00 USD       |
      | Analytics     | 1        | 10.00 USD       |
      | Streaming     | 1        | 10.00 USD       |
    When time passes to 1 February 2026
    Then Pied Piper is invoiced:
      | date            | for           | net  | more off |
      | 1 January 2026  | Platform seat | 3.33 | 6.67 USD |
      | 1 January 2026  | Analytics     | 3.33 | 6.67 USD |
      | 1 January 2026  | Streaming     | 3.34 | 6.66 USD |
      | 1 February 2026 | Platform seat | 3.33 | 6.67 USD |
      | 1 February 2026 | Analytics     | 3.33 | 6.67 USD |
      | 1 February 2026 | Streaming     | 3.34 | 6.66 USD |
    And nothing else is invoiced

  Scenario: More off than there is to pay leaves nothing to pay
    Given Pied Piper is promised with the next contract:
      | discount   |
      | 150.00 USD |
    And "Pied Piper" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then Pied Piper owes 0.00 USD
    And finance closes January 2026 without a difference

  Scenario: A percentage beside the discount of the line
    # 100.00 less the line's 5% is 95.00, less 10% is 85.50.
    Given Pied Piper is promised with the next contract:
      | discount |
      | 10%      |
    And "Pied Piper" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month | discount |
      | Platform seat | 10       | 10.00 USD       | 5%       |
    Then Pied Piper is invoiced:
      | net   | discount | more off |
      | 85.50 | 5%       | 10%      |
    And nothing else is invoiced

  Scenario: Seats that join later share an amount for the days that are left
    # February has 28 days. An amount off belongs to all seats together, so the line is taken back and charged anew for the
    # 14 days from 15 February: (100.00 - 28.00) * 14/28 = 36.00 back, (200.00 - 28.00) * 14/28 = 86.00 charged.
    Given Pied Piper is promised with the next contract:
      | discount  | off           |
      | 28.00 USD | Platform seat |
    And "Pied Piper" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Pied Piper adds 10 "Platform seat" from 15 February 2026
    Then Pied Piper is invoiced:
      | date             | quantity | net   |
      | 1 February 2026  | 10       | 72.00 |
      | 15 February 2026 | 20       | 86.00 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date             | quantity | net   |
      | 15 February 2026 | 10       | 36.00 |
    And nothing else is credited
    And finance closes February 2026 without a difference

  Scenario: A second percentage is granted for two months gone by
    # 10% of 100.00 for January and February, agreed in March.
    Given "Pied Piper" signed on 1 January 2026 for 4 months, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When on 20 March 2026 Pied Piper is granted from 1 January 2026:
      | discount | for       |
      | 10%      | 2 periods |
    And time passes to 30 April 2026
    Then Pied Piper is credited:
      | date          | from            | to               | net   | tax  | reason               |
      | 20 March 2026 | 1 January 2026  | 31 January 2026  | 10.00 | 1.00 | retroactive discount |
      | 20 March 2026 | 1 February 2026 | 28 February 2026 | 10.00 | 1.00 | retroactive discount |
    And nothing else is credited
    And Pied Piper owes 418.00 USD
    And finance closes April 2026 without a difference

  Scenario: A discount on a product that the contract does not hold
    Given "Pied Piper" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Pied Piper is granted from 1 February 2026:
      | discount  | off     | for  |
      | 20.00 USD | Storage | once |
    And time passes to 1 February 2026
    Then billing holds these exceptions:
      | event            | reason                                                         |
      | order closed-won | contract C-1 holds no recurring 'Storage' on 1 February 2026 |
    And Pied Piper is invoiced:
      | date            | net    |
      | 1 January 2026  | 100.00 |
      | 1 February 2026 | 100.00 |
    And nothing else is invoiced
    And finance cannot close February 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | *   | *       | *          | *            |

  # 250.00 once in all: January and February cost 100.00 each and take it up, 50.00 is left for March. As "once" the 150.00 that
  # January cannot use would be lost.
  Scenario Outline: An amount of 250.00 that lasts <for>
    Given Pied Piper is promised with the next contract:
      | discount   | off     | for   |
      | 250.00 USD | invoice | <for> |
    And "Pied Piper" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 7        | 10.00 USD       |
      | Streaming     | 3        | 10.00 USD       |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date            | for           | net     |
      | 1 January 2026  | Platform seat | 0.00    |
      | 1 January 2026  | Streaming     | 0.00    |
      | 1 February 2026 | Platform seat | <feb>   |
      | 1 February 2026 | Streaming     | <feb 2> |
      | 1 March 2026    | Platform seat | <mar>   |
      | 1 March 2026    | Streaming     | <mar 2> |
      | 1 April 2026    | Platform seat | 70.00   |
      | 1 April 2026    | Streaming     | 30.00   |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

    Examples:
      | for                 | feb   | feb 2 | mar   | mar 2 |
      | once                | 70.00 | 30.00 | 70.00 | 30.00 |
      | until it is used up | 0.00  | 0.00  | 35.00 | 15.00 |

  # 130.00 off 50.00 a month: 50.00, 50.00, and 30.00 of the first month of the renewed term; then nothing is left of it.
  Scenario: What a term leaves of an amount goes on to the next
    Given Pied Piper is promised with the next contract:
      | discount   | off     | for                 |
      | 130.00 USD | invoice | until it is used up |
    And "Pied Piper" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 5        | 10.00 USD       |
    When Pied Piper renews on 28 February 2026 for 2 months
    And time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date            | net   |
      | 1 January 2026  | 0.00  |
      | 1 February 2026 | 0.00  |
      | 1 March 2026    | 20.00 |
      | 1 April 2026    | 50.00 |
    And nothing else is invoiced
    And nothing else is credited
    And Pied Piper owes 70.00 USD
    And finance closes April 2026 without a difference
