@new-business @renewal @req:Q2C-243
Feature: Contracts for so many weeks or days
  A term, and that of a renewal, is said in months, quarters, years, weeks or days. Weeks and days are counted, whatever the months
  are; an approval limit in months compares the last days.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 10 seats at 10.00 a month. 13 weeks from 5 January are 91 days, to 5 April: after three months 5 April is one of the 30 days
  # from 5 April on. 90 days from 1 January end with March, 28 days of February are all of it, 84 days end after 25 March.
  Scenario Outline: For <term>, billed <billing>
    Given "Globex" signed on <start> for <term>, billed <billing>, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 1 August 2026
    Then Globex is invoiced:
      | date   | from   | to   | net   | tax   |
      | <date> | <from> | <to> | <net> | <tax> |
    And Globex is invoiced <all> USD in all
    And nothing else is credited
    And finance closes July 2026 without a difference

    Examples:
      | term     | billing              | start           | date            | from            | to               | net           | tax   | all    |
      | 13 weeks | monthly in advance   | 5 January 2026  | 5 April 2026    | 5 April 2026    | 5 April 2026     | 100.00 * 1/30 | 0.33  | 333.66 |
      | 90 days  | monthly in advance   | 1 January 2026  | 1 March 2026    | 1 March 2026    | 31 March 2026    | 100.00        | 10.00 | 330.00 |
      | 4 weeks  | monthly in arrears   | 1 February 2026 | 1 March 2026    | 1 February 2026 | 28 February 2026 | 100.00        | 10.00 | 110.00 |
      | one day  | monthly in advance   | 1 April 2026    | 1 April 2026    | 1 April 2026    | 1 April 2026     | 100.00 * 1/30 | 0.33  | 3.66   |
      | 2 quarters | quarterly in advance | 1 January 2026 | 1 April 2026   | 1 April 2026    | 30 June 2026     | 300.00        | 30.00 | 660.00 |

  # A price for each billing period of a week, however it is said: 23.00 a week for two seats' worth, 46.00.
  Scenario Outline: A term of three weeks, billed <billing>
    Given "Globex" signed on 2 March 2026 for 3 weeks, billed <billing>, net 14, tax 10%:
      | product       | quantity | price per billing period |
      | Platform seat | 2        | 23.00                    |
    When time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | from          | to            | net   | tax  |
      | 2 March 2026  | 2 March 2026  | 8 March 2026  | 46.00 | 4.60 |
      | 9 March 2026  | 9 March 2026  | 15 March 2026 | 46.00 | 4.60 |
      | 16 March 2026 | 16 March 2026 | 22 March 2026 | 46.00 | 4.60 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

    Examples:
      | billing                 |
      | weekly in advance       |
      | every week in advance   |
      | every 1 week in advance |
      | every one week in advance |
      | every 7 days in advance |

  # Two weeks from 2 March, renewed by itself for as many on 16 and 30 March, and cancelled before a fourth term on 13 April.
  Scenario: A fortnight that renews itself
    Given these conventions:
      | question        | answer                    |
      | end of the term | renewed for the same term |
    And "Globex" signed on 2 March 2026 for 2 weeks, billed every 2 weeks in advance, net 14, no tax:
      | product       | quantity | price per billing period |
      | Platform seat | 1        | 30.00                    |
    When time passes to 5 April 2026
    And Globex cancels on 5 April 2026, effective at the end of the term
    And time passes to 1 June 2026
    Then Globex is invoiced:
      | date          | from          | to            | net   |
      | 2 March 2026  | 2 March 2026  | 15 March 2026 | 30.00 |
      | 16 March 2026 | 16 March 2026 | 29 March 2026 | 30.00 |
      | 30 March 2026 | 30 March 2026 | 12 April 2026 | 30.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes April 2026 without a difference

  # 13 weeks to 5 April at 10.00 a month; then 28 days, 6 April to 3 May, at 12.00, a tenth and then some: 20% more.
  Scenario: A renewal for other weeks at a higher price
    Given "Globex" signed on 5 January 2026 for 13 weeks, billed every 4 weeks in advance, net 30, no tax:
      | product       | quantity | price per billing period |
      | Platform seat | 1        | 40.00                    |
    When Globex renews on 1 April 2026 for 4 weeks at prices 20% higher
    And time passes to 1 July 2026
    # The fourth period, 30 March to 26 April, ends with the term: 7 of 28 days, 10.00. The new term begins one of its own.
    Then Globex is invoiced:
      | date            | from            | to               | net   |
      | 5 January 2026  | 5 January 2026  | 1 February 2026  | 40.00 |
      | 2 February 2026 | 2 February 2026 | 1 March 2026     | 40.00 |
      | 2 March 2026    | 2 March 2026    | 29 March 2026    | 40.00 |
      | 30 March 2026   | 30 March 2026   | 5 April 2026     | 10.00 |
      | 6 April 2026    | 6 April 2026    | 3 May 2026       | 48.00 |
    And nothing else is invoiced
    And finance closes May 2026 without a difference

  # The matrix asks for terms below 3 months and above 12: 89 days from 1 January end on 30 March, 90 days with the 31st.
  Scenario Outline: A term of <term> and approval limits in months
    Given this approval matrix:
      | role             | months above | months below |
      | Finance director | 12           | 3            |
    When sales quotes Globex on 1 January 2026 for <term>, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    Then the quote for Globex waits for:
      | role             | reason   |
      | Finance director | <reason> |

    Examples:
      | term     | reason                                   |
      | 89 days  | a term of 89 days is below 3 months      |
      | 53 weeks | a term of 53 weeks is above 12 months    |

  Scenario: A term of days within the limits
    Given this approval matrix:
      | role             | months above | months below |
      | Finance director | 12           | 3            |
    When sales quotes Globex on 1 January 2026 for 90 days, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    Then the quote for Globex waits for nobody

  Scenario: No term at all
    When Globex signed on 1 January 2026 for 0 weeks, billed weekly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    Then it is refused because "a contract runs for at least one day"
    And Globex is invoiced nothing
