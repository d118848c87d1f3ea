@charging @day-counts @conventions @req:Q2C-221
Feature: How days are counted
  How much of a month or a year some days are depends on the convention: real days, months of 30 days by the European or the
  United States rule, a year of 365 days, the real days of each year, or the share of each month.

  Background:
    Given the company "Northwind SaaS"

  # A seat of 1,200.00 a year joins 10 others. What is left of the year, counted from its day to 31 December:
  # 31 January 2026: 335 days; months of 30 days: 360 - 30 = 330 and the rest of January, 1 day by either rule (30th to 31st).
  Scenario Outline: One joins on <day>, by <convention>
    Given these conventions:
      | question  | answer       |
      | proration | <convention> |
    And "Globex" signed on <start> for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity |
      | Annual license | 10       |
    When Globex adds 1 "Annual license" from <day>
    Then Globex is invoiced:
      | date    | quantity | net       |
      | <start> | 10       | 12,000.00 |
      | <day>   | 1        | <net>     |
    And nothing else is invoiced
    And finance closes <month> without a difference

    Examples:
      | convention                | start          | day              | month         | net                               |
      | actual days of the period | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * 335/365                |
      | 30/360                    | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * 331/360                |
      | 30/360 US                 | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * 331/360                |
      | actual/365                | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * 335/365                |
      | actual/actual             | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * 335/365                |
      | fixed 30 days             | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * 335/360                |
      | months                    | 1 January 2026 | 31 January 2026  | January 2026  | 1,200.00 * (11 + 1/31) / 12       |
      | 30/360                    | 1 January 2026 | 28 February 2026 | February 2026 | 1,200.00 * 303/360                |
      | 30/360 US                 | 1 January 2026 | 28 February 2026 | February 2026 | 1,200.00 * 301/360                |
      | actual days of the period | 1 January 2028 | 15 May 2028      | May 2028      | 1,200.00 * 231/366                |
      | actual/365                | 1 January 2028 | 15 May 2028      | May 2028      | 1,200.00 * 231/365                |
      | actual/actual             | 1 January 2028 | 15 May 2028      | May 2028      | 1,200.00 * 231/366                |
      | actual days of the period | 1 July 2027    | 1 October 2027   | October 2027  | 1,200.00 * 274/366                |
      | actual/actual             | 1 July 2027    | 1 October 2027   | October 2027  | 1,200.00 * 92/365 + 1,200.00 * 182/366 |

  # A month costs 30.00; the term's stub is 31 January alone, one day.
  Scenario Outline: A month's stub of one day, by <convention>
    Given these conventions:
      | question  | answer       |
      | proration | <convention> |
    And "Globex" signed on 31 January 2026 for 2 months, billed monthly in advance by the calendar, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 30.00           |
    When time passes to 1 February 2026
    Then Globex is invoiced:
      | date            | net    |
      | 31 January 2026 | <stub> |
      | 1 February 2026 | 30.00  |
    And nothing else is invoiced

    Examples:
      | convention    | stub           |
      | 30/360        | 1.00           |
      | 30/360 US     | 1.00           |
      | actual/actual | 360.00 * 1/365 |
