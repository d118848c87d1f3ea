@charging @frequencies @wave-2 @req:Q2C-208
Feature: When a contract is billed
  Monthly, quarterly, half-yearly, yearly, every few months, weeks or days; from the contract's own day, by the calendar, or on a
  day of the month that was agreed. Days 29 to 31 are clipped to the month's end and never drift.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 10 seats at 10.00 a month; a period of several months costs as many times 100.00.
  Scenario Outline: Billed <billing>
    Given "Globex" signed on <start> for <term>, billed <billing>, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    When time passes to 1 June 2028
    Then Globex is invoiced:
      | date     | from          | to          | net    |
      | <first>  | <first from>  | <first to>  | <one>  |
      | <second> | <second from> | <second to> | <two>  |
    And nothing else is invoiced since 2 June 2028

    Examples:
      | billing                        | start            | term      | first            | first from       | first to         | one             | second          | second from      | second to        | two             |
      | monthly in advance             | 31 January 2026  | 3 months  | 31 January 2026  | 31 January 2026  | 27 February 2026 | 100.00          | 28 February 2026 | 28 February 2026 | 30 March 2026   | 100.00          |
      | quarterly in advance           | 15 January 2026  | 6 months  | 15 January 2026  | 15 January 2026  | 14 April 2026    | 300.00          | 15 April 2026   | 15 April 2026    | 14 July 2026     | 300.00          |
      | half-yearly in arrears         | 1 January 2026   | 12 months | 1 July 2026      | 1 January 2026   | 30 June 2026     | 600.00          | 1 January 2027  | 1 July 2026      | 31 December 2026 | 600.00          |
      | yearly in advance              | 29 February 2024 | 2 years   | 29 February 2024 | 29 February 2024 | 27 February 2025 | 1,200.00        | 28 February 2025 | 28 February 2025 | 27 February 2026 | 1,200.00       |
      | every 18 months in advance     | 1 January 2024   | 3 years   | 1 January 2024   | 1 January 2024   | 30 June 2025     | 1,800.00        | 1 July 2025     | 1 July 2025      | 31 December 2026 | 1,800.00        |
      | every 5 months in advance      | 1 January 2026   | 10 months | 1 January 2026   | 1 January 2026   | 31 May 2026      | 500.00          | 1 June 2026     | 1 June 2026      | 31 October 2026  | 500.00          |
      | monthly in advance on the 15th | 1 March 2026     | 2 months  | 1 March 2026     | 1 March 2026     | 14 March 2026    | 100.00 * 14/28  | 15 March 2026   | 15 March 2026    | 14 April 2026    | 100.00          |
      | monthly in advance on the 31st | 10 January 2026  | 2 months  | 10 January 2026  | 10 January 2026  | 30 January 2026  | 100.00 * 21/31  | 31 January 2026 | 31 January 2026  | 27 February 2026 | 100.00          |
      | quarterly in advance by the calendar | 15 February 2026 | 6 months | 15 February 2026 | 15 February 2026 | 31 March 2026 | 300.00 * 45/90 | 1 April 2026 | 1 April 2026    | 30 June 2026     | 300.00          |

  # February's stub: 14 days of service, out of the 28 days of 15 February to 14 March as out of February's 28. From 15 March
  # on they part: 17 of March's 31 days, or of the 31 days from 15 March to 14 April; from 15 April, 16 of 30 or of 30 days.
  # Started on 31 January, one day remains: of January's 31, or of the 28 days from 31 January to 27 February.
  Scenario Outline: A first stub under "<convention>"
    Given these conventions:
      | question  | answer       |
      | proration | <convention> |
    And "Globex" signed on 31 January 2026 for 3 months, billed monthly in advance by the calendar, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    When time passes to 1 February 2026
    Then Globex is invoiced:
      | date            | from            | to               | net    |
      | 31 January 2026 | 31 January 2026 | 31 January 2026  | <stub> |
      | 1 February 2026 | 1 February 2026 | 28 February 2026 | 100.00 |
    And nothing else is invoiced

    Examples:
      | convention                | stub            |
      | actual days of the period | 100.00 * 1/31   |
      | days of the plan period   | 100.00 * 1/28   |
      | fixed 30 days             | 100.00 * 1/30   |
      | actual/365                | 1,200.00 * 1/365 |

  # A fortnight costs 46.00 however many days a month has.
  Scenario: Every two weeks, at a price for each billing period
    Given "Globex" signed on 2 March 2026 for 2 months, billed every 2 weeks in advance, net 14, tax 10%:
      | product       | quantity | price per billing period |
      | Platform seat | 2        | 23.00                    |
    When time passes to 1 June 2026
    # The term ends on 1 May: 27 April to 1 May are 5 of 14 days, 46.00 * 5/14 = 16.43.
    Then Globex is invoiced:
      | date          | from          | to            | net          | tax  | due           |
      | 2 March 2026  | 2 March 2026  | 15 March 2026 | 46.00        | 4.60 | 16 March 2026 |
      | 16 March 2026 | 16 March 2026 | 29 March 2026 | 46.00        | 4.60 | 30 March 2026 |
      | 30 March 2026 | 30 March 2026 | 12 April 2026 | 46.00        | 4.60 | 13 April 2026 |
      | 13 April 2026 | 13 April 2026 | 26 April 2026 | 46.00        | 4.60 | 27 April 2026 |
      | 27 April 2026 | 27 April 2026 | 1 May 2026    | 46.00 * 5/14 | 1.64 | 11 May 2026   |
    And nothing else is invoiced
    And finance closes April 2026 without a difference
    And finance closes May 2026 without a difference

  Scenario: A plan whose charges are billed at different times
    Given these products are sold:
      | product | charge  | charged            | price                | billed                |
      | Bundle  | Support | flat               | 1,200.00 USD per year | yearly in advance    |
      | Bundle  | Seats   | per unit           | 10.00 USD per month  |                       |
      | Bundle  | Storage | flat               | 30.00 USD per month  | quarterly in arrears  |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Bundle  | 5        |
    When time passes to 1 April 2026
    Then Globex is invoiced:
      | date            | charge  | from            | to               | net      |
      | 1 January 2026  | Support | 1 January 2026  | 31 December 2026 | 1,200.00 |
      | 1 January 2026  | Seats   | 1 January 2026  | 31 January 2026  | 50.00    |
      | 1 February 2026 | Seats   | 1 February 2026 | 28 February 2026 | 50.00    |
      | 1 March 2026    | Seats   | 1 March 2026    | 31 March 2026    | 50.00    |
      | 1 April 2026    | Seats   | 1 April 2026    | 30 April 2026    | 50.00    |
      | 1 April 2026    | Storage | 1 January 2026  | 31 March 2026    | 90.00    |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

  # A month is no number of days, so that no price for months is one for a week; a price for each billing period is.
  Scenario Outline: A price <price per> cannot be billed <billing>
    When "Globex" signed on 2 March 2026 for 4 weeks, billed <billing>, net 14, no tax:
      | product       | quantity | <price per> |
      | Platform seat | 2        | 23.00       |
    Then it is refused because "'Platform seat' has a price for months and is billed <billing>: a month is no number of days; say its price per billing period"
    And Globex is invoiced nothing

    Examples:
      | price per       | billing                  |
      | price per month | weekly in advance        |
      | price per year  | every 10 days in arrears |
      | price           | every 2 weeks in advance |

  Scenario: Nor can a price for months take the place of one for a week
    Given "Globex" signed on 2 March 2026 for 4 weeks, billed weekly in advance, net 14, no tax:
      | product       | quantity | price per billing period |
      | Platform seat | 2        | 23.00                    |
    When Globex signs on 12 March 2026 to pay 40.00 USD per month for "Platform seat" from 16 March 2026
    Then it is refused because "'Platform seat' has a price for months and is billed weekly in advance"
    When Globex signs on 12 March 2026 to pay 25.00 USD per billing period for "Platform seat" from 16 March 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | net   |
      | 2 March 2026  | 46.00 |
      | 9 March 2026  | 46.00 |
      | 16 March 2026 | 50.00 |
      | 23 March 2026 | 50.00 |
    And Globex is invoiced 192.00 USD in all
    And finance closes March 2026 without a difference
