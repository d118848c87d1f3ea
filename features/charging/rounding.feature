@charging @rounding-stage @conventions @wave-2 @req:Q2C-041
Feature: Where a price becomes money
  Several lines of one charge and month can each be rounded by themselves, or each can be what the rounded total is above what
  was billed before. The two part by a cent.

  # A second seat for 20 and a third for 15 of April's 30 days. Line by line 6.6467 and 4.985 round to 6.65 and 4.99. To date:
  # 9.97 * 50/30 = 16.6167 -> 16.62 - 9.97 = 6.65; 9.97 * 65/30 = 21.6017 -> 21.60 - 16.62 = 4.98.
  Scenario Outline: Two seats join in one month, rounded <stage>
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer  |
      | rounding stage | <stage> |
    And "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 9.97            |
    When Globex adds 1 "Platform seat" from 11 April 2026
    And Globex adds 1 "Platform seat" from 16 April 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | from          | to            | quantity | net     |
      | 1 April 2026  | 1 April 2026  | 30 April 2026 | 1        | 9.97    |
      | 11 April 2026 | 11 April 2026 | 30 April 2026 | 1        | 6.65    |
      | 16 April 2026 | 16 April 2026 | 30 April 2026 | 1        | <third> |
      | 1 May 2026    | 1 May 2026    | 31 May 2026   | 3        | 29.91   |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes April 2026 without a difference

    Examples:
      | stage      | third |
      | per line   | 4.99  |
      | cumulative | 4.98  |
