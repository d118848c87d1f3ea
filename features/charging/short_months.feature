@charging @frequencies @conventions @wave-2 @req:Q2C-208
Feature: Billing periods from the 29th, 30th or 31st
  Not every month has a 31st. Some companies bill on the last day then and on the 31st again, some stay with the shorter day,
  some wait for the first of the next month. A term of four months is four whole periods either way.

  Background:
    Given the company "Northwind SaaS"

  Scenario Outline: Four months from 31 January, <answer>
    # 10 * 10.00 = 100.00 for each whole period, whatever its days; five seats more from 16 March by the days of the second.
    Given these conventions:
      | question                                  | answer                      |
      | billing periods from the 29th to the 31st | <answer>                    |
      | revenue schedule                          | service period of each line |
    And "Globex" signed on 31 January 2026 for 4 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Globex adds 5 "Platform seat" from 16 March 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date            | from            | to             | quantity | net      | tax   |
      | 31 January 2026 | 31 January 2026 | <end of first> | 10       | 100.00   | 10.00 |
      | <second>        | <second>        | <its end>      | 10       | 100.00   | 10.00 |
      | 16 March 2026   | 16 March 2026   | <its end>      | 5        | <upsell> | <tax> |
      | <third>         | <third>         | *              | 15       | 150.00   | 15.00 |
      | <fourth>        | <fourth>        | <end of term>  | 15       | 150.00   | 15.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2026 without a difference

    Examples:
      | answer                      | end of first     | second           | its end       | upsell             | tax  | third         | fourth        | end of term |
      | clipped, no drift           | 27 February 2026 | 28 February 2026 | 30 March 2026 | 5 * 10.00 * 15/31  | 2.42 | 31 March 2026 | 30 April 2026 | 30 May 2026 |
      | sticks to the shortened day | 27 February 2026 | 28 February 2026 | 27 March 2026 | 5 * 10.00 * 12/28  | 2.14 | 28 March 2026 | 28 April 2026 | 27 May 2026 |
      | rolls to the first          | 28 February 2026 | 1 March 2026     | 30 March 2026 | 5 * 10.00 * 15/30  | 2.50 | 31 March 2026 | 1 May 2026    | 30 May 2026 |
      | last day to last day        | 27 February 2026 | 28 February 2026 | 30 March 2026 | 5 * 10.00 * 15/31  | 2.42 | 31 March 2026 | 30 April 2026 | 30 May 2026 |

  Scenario Outline: From the last day of April, <answer>
    Given these conventions:
      | question                                  | answer   |
      | billing periods from the 29th to the 31st | <answer> |
    And "Globex" signed on 30 April 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 31 August 2026
    Then Globex is invoiced:
      | date          | to           | net    |
      | 30 April 2026 | *            | 100.00 |
      | <second>      | 29 June 2026 | 100.00 |
      | 30 June 2026  | <end>        | 100.00 |
    And nothing else is invoiced

    Examples:
      | answer               | second      | end          |
      | clipped, no drift    | 30 May 2026 | 29 July 2026 |
      | last day to last day | 31 May 2026 | 30 July 2026 |

  Scenario: A contract without an end renews itself month by month, on the day that is
    Given these conventions:
      | question                                  | answer                    |
      | billing periods from the 29th to the 31st | rolls to the first        |
      | end of the term                           | renewed for the same term |
    And "Globex" signed on 31 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 30 April 2026
    Then Globex is invoiced:
      | date            | from            | to               | net    |
      | 31 January 2026 | 31 January 2026 | 28 February 2026 | 100.00 |
      | 1 March 2026    | 1 March 2026    | 30 March 2026    | 100.00 |
      | 31 March 2026   | 31 March 2026   | 30 April 2026    | 100.00 |
    And nothing else is invoiced
    When Globex signs on 30 April 2026 to cancel on 1 May 2026
    And time passes to 31 May 2026
    Then nothing else is invoiced
    And nothing else is credited
