@charging @conventions @published @req:Q2C-246
Feature: The first and the last billing period of a term, where they are short
  Billed by the calendar or on a day of the month that was agreed, a contract may begin and end within a billing period. What those
  days cost is a convention: their share of the price, nothing, or the full price; at the beginning and at the end by itself.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged  |
      | Monthly | flat     |
      | Seat    | per unit |

  # Oracle Subscription Management ("use period thresholds for proration"): 95.00 a month on the 2nd, from 9 November 2025 to 8 April
  # 2026. In part they are 23 of 30 days, 72.83, and 7 of 30, 22.17.
  Scenario Outline: Oracle: the first <first>, the last <last>
    Given these conventions:
      | question           | answer  |
      | first short period | <first> |
      | last short period  | <last>  |
    And "Globex" signed on 9 November 2025 for 5 months, billed monthly in advance on the 2nd, net 30, no tax:
      | product | price per month |
      | Monthly | 95.00 USD       |
    When time passes to 1 June 2026
    Then Globex is invoiced:
      | date            | from            | to              | net       |
      | 9 November 2025 | 9 November 2025 | 1 December 2025 | <net one> |
      | 2 December 2025 | 2 December 2025 | 1 January 2026  | 95.00     |
      | 2 January 2026  | 2 January 2026  | 1 February 2026 | 95.00     |
      | 2 February 2026 | 2 February 2026 | 1 March 2026    | 95.00     |
      | 2 March 2026    | 2 March 2026    | 1 April 2026    | 95.00     |
      | 2 April 2026    | 2 April 2026    | 8 April 2026    | <net six> |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes November 2025 without a difference
    And finance closes April 2026 without a difference

    Examples:
      | first          | last           | net one       | net six      |
      | full price     | free           | 95.00         | 0.00         |
      | billed in part | billed in part | 95.00 * 23/30 | 95.00 * 7/30 |
      | free           | full price     | 0.00          | 95.00        |

  # 10 seats at 30.00 a month from 11 June: 20 of 30 days. On 21 June 10 days are left, half of the short period; 5 seats join.
  # Where it is free, so are they; at the full price, 5 * 30.00 * 10/20.
  Scenario Outline: Seats that join within a first period that is <first>
    Given these conventions:
      | question           | answer  |
      | first short period | <first> |
    And "Globex" signed on 11 June 2026 for 12 months, billed monthly in advance by the calendar, net 30, tax 10%:
      | product | quantity | price per month |
      | Seat    | 10       | 30.00 USD       |
    When Globex adds 5 "Seat" from 21 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date         | quantity | net     |
      | 11 June 2026 | 10       | <first net> |
      | 21 June 2026 | 5        | <more>  |
      | 1 July 2026  | 15       | 450.00  |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2026 without a difference

    Examples:
      | first          | first net    | more               |
      | billed in part | 300.00 * 2/3 | 5 * 30.00 * 10/30  |
      | full price     | 300.00       | 5 * 30.00 * 10/20  |
      | free           | 0.00         | 0.00               |

  # At a daily rate in cents, 95.00/30 = 3.17 a day: 23 days are 72.91; the full price is the full price.
  Scenario Outline: A first period <first>, at a daily rate in cents
    Given these conventions:
      | question           | answer                       |
      | first short period | <first>                      |
      | daily rate         | rounded to the smallest unit |
    And "Globex" signed on 9 November 2025 for 2 months, billed monthly in advance on the 2nd, net 30, no tax:
      | product | price per month |
      | Monthly | 95.00 USD       |
    Then Globex is invoiced:
      | date            | net   |
      | 9 November 2025 | <net> |
    And nothing else is invoiced

    Examples:
      | first          | net   |
      | billed in part | 72.91 |
      | full price     | 95.00 |
      | free           | 0.00  |

  # Cancelled on 21 January after a first period at the full price: 11 of the 31 days of January go back, 20 are paid. A term that is
  # cut short is no short period of its own.
  Scenario: A cancellation is no short period
    Given these conventions:
      | question           | answer     |
      | first short period | full price |
      | last short period  | free       |
    And "Globex" signed on 16 December 2025 for 12 months, billed monthly in advance by the calendar, net 30, no tax:
      | product | price per month |
      | Monthly | 31.00 USD       |
    When Globex cancels on 21 January 2026
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date             | net   |
      | 16 December 2025 | 31.00 |
      | 1 January 2026   | 31.00 |
    And nothing else is invoiced
    And Globex is credited:
      | date            | net   |
      | 21 January 2026 | 11.00 |
    And nothing else is credited
    And finance closes January 2026 without a difference

  # From month to month from 11 June, by the calendar: 20 of 30 days of June at the full price. On 1 July the term still ends on the
  # 10th, but it will be renewed: 10 of 31 days, and on the 11th the other 21.
  Scenario: A term that renews itself ends no billing period
    Given these conventions:
      | question           | answer                    |
      | first short period | full price                |
      | last short period  | free                      |
      | end of the term    | renewed for the same term |
    And "Globex" signed on 11 June 2026 for 1 month, billed monthly in advance by the calendar, net 30, no tax:
      | product | price per month |
      | Monthly | 31.00 USD       |
    When time passes to 15 July 2026
    Then Globex is invoiced:
      | date         | from         | to           | net   |
      | 11 June 2026 | 11 June 2026 | 30 June 2026 | 31.00 |
      | 1 July 2026  | 1 July 2026  | 10 July 2026 | 10.00 |
      | 11 July 2026 | 11 July 2026 | 31 July 2026 | 21.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes July 2026 without a difference
