@charging @by-second @conventions @req:Q2C-218
Feature: Proration by the second
  Some companies bill a change from the second it was made. The share is seconds over the seconds of the whole billing
  period, in the time zone that the company's convention names: a day on which the clocks change has 23 or 25 hours.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | proration unit   | second                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | price               |
      | Seat    | 10.00 USD per month |

  # March has 31 * 24 = 744 hours in UTC and 743 in Berlin, where 29 March has 23.
  Scenario Outline: 100 seats join at <moment>, as seen in <zone>
    Given the time zone of the company is "<zone>"
    And Pied Piper signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 100      |
    When Pied Piper signs an amendment at <moment>:
      | change       | product | quantity |
      | add quantity | Seat    | 100      |
    And time passes to 1 April 2026
    Then Pied Piper is invoiced:
      | date         | from         | to            | quantity | net          |
      | 1 March 2026 | 1 March 2026 | 31 March 2026 | 100      | 1,000.00     |
      | <day>        | <day>        | 31 March 2026 | 100      | <net>        |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 200      | 2,000.00     |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes March 2026 without a difference

    Examples:
      | zone             | moment                    | day           | net                      |
      | UTC              | 2026-03-16 12:00          | 16 March 2026 | 1,000.00 * 372/744       |
      | UTC              | 2026-03-16 00:00          | 16 March 2026 | 1,000.00 * 384/744       |
      | UTC              | 2026-03-31 23:59:59       | 31 March 2026 | 1,000.00 * 1/2678400     |
      | Europe/Berlin    | 2026-03-16 12:00          | 16 March 2026 | 1,000.00 * 371/743       |
      | Europe/Berlin    | 2026-03-29 01:30          | 29 March 2026 | 1,000.00 * 69.5/743      |
      | Europe/Berlin    | 2026-03-29 03:30          | 29 March 2026 | 1,000.00 * 68.5/743      |
      | Europe/Berlin    | 2026-03-29 12:00          | 29 March 2026 | 1,000.00 * 60/743        |
      | Europe/Berlin    | 2026-03-15 23:30Z         | 16 March 2026 | 1,000.00 * 382.5/743     |
      | America/New_York | 2026-03-08 12:00          | 8 March 2026  | 1,000.00 * 564/743       |

  # 28 October days of 24 hours, one of 25 and two more: 745 hours. From noon on the 25th 12 + 6 * 24 = 156 are left.
  Scenario: A month in which the clocks go back has an hour more
    Given the time zone of the company is "Europe/Berlin"
    And Pied Piper signed on 1 October 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 100      |
    When Pied Piper signs an amendment at 2026-10-25 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 100      |
    Then Pied Piper is invoiced:
      | date            | quantity | net                |
      | 1 October 2026  | 100      | 1,000.00           |
      | 25 October 2026 | 100      | 1,000.00 * 156/745 |
    And nothing else is invoiced

  # From 31 January, 10:00, to 28 February, 10:00, are 28 days; half a day less than 14 of them are left on 14 February, 22:00.
  Scenario: Billing periods begin at the time of day at which the contract did
    Given Pied Piper signed at 2026-01-31 10:00 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 100      |
    When Pied Piper signs an amendment at 2026-02-14 22:00:
      | change       | product | quantity |
      | add quantity | Seat    | 28       |
    And time passes to 28 February 2026
    Then Pied Piper is invoiced:
      | date             | from             | to               | quantity | net               |
      | 31 January 2026  | 31 January 2026  | 27 February 2026 | 100      | 1,000.00          |
      | 14 February 2026 | 14 February 2026 | 27 February 2026 | 28       | 280.00 * 13.5/28  |
      | 28 February 2026 | 28 February 2026 | 30 March 2026    | 128      | 1,280.00          |
    And nothing else is invoiced

  # What is left from noon on 16 March: 15.5 of 31 days. At once half of the old price goes back and half of the new is charged.
  Scenario: A new price from noon on
    Given Pied Piper signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product | quantity |
      | Seat    | 100      |
    When Pied Piper signs an amendment at 2026-03-16 12:00:
      | change | product | price               |
      | price  | Seat    | 12.00 USD per month |
    Then Pied Piper is invoiced:
      | date          | net              | tax    |
      | 1 March 2026  | 1,000.00         | 100.00 |
      | 16 March 2026 | 1,200.00 * 15.5/31 | 60.00 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date          | net                | tax   |
      | 16 March 2026 | 1,000.00 * 15.5/31 | 50.00 |
    And nothing else is credited
    And finance closes March 2026 without a difference

  Scenario: Cancelled at six in the evening
    # 14 of 30 days and a quarter of one are left.
    Given Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-16 18:00:
      | change       |
      | cancellation |
    Then Pied Piper is credited:
      | date          | net               |
      | 16 April 2026 | 300.00 * 14.25/30 |
    And nothing else is credited
    And nothing else is invoiced since 2 April 2026
    And finance closes April 2026 without a difference

  Scenario: A change without a time of day counts from the beginning of its day
    Given Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper adds 30 "Seat" from 16 April 2026
    Then Pied Piper is invoiced:
      | date          | net            |
      | 1 April 2026  | 300.00         |
      | 16 April 2026 | 300.00 * 15/30 |
    And nothing else is invoiced

  Scenario: Billed in arrears, both prices share the day of the change
    # Old: 15 days and a half of 30, new: 14 and a half.
    Given Pied Piper signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-16 12:00:
      | change | product | price               |
      | price  | Seat    | 20.00 USD per month |
    And time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date       | from          | to            | net               |
      | 1 May 2026 | 1 April 2026  | 15 April 2026 | 300.00 * 15.5/30  |
      | 1 May 2026 | 16 April 2026 | 30 April 2026 | 600.00 * 14.5/30  |
    And nothing else is invoiced

  # A day counts one of 30, however many hours it has; noon leaves half of it. 16 to 30 March are 15 of 30 days by either rule,
  # and half of the 16th is over: 14.5. In Berlin 29 March has 23 hours: at 12:00, 11 of 23 are over, and 29 and 30 are left.
  Scenario Outline: Months of thirty days by the second, <convention>, at <moment> in <zone>
    Given these conventions:
      | question  | answer       |
      | proration | <convention> |
    And the time zone of the company is "<zone>"
    And Pied Piper signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 100      |
    When Pied Piper signs an amendment at <moment>:
      | change       | product | quantity |
      | add quantity | Seat    | 30       |
    Then Pied Piper is invoiced:
      | date         | quantity | net                        |
      | 1 March 2026 | 100      | 1,000.00                   |
      | <day>        | 30       | 300.00 * (<days>) / 30     |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

    Examples:
      | convention    | zone          | moment           | day           | days      |
      | 30/360        | UTC           | 2026-03-16 12:00 | 16 March 2026 | 14.5      |
      | 30/360 US     | UTC           | 2026-03-16 12:00 | 16 March 2026 | 14.5      |
      | 30/360        | UTC           | 2026-03-16 18:00 | 16 March 2026 | 14.25     |
      | 30/360        | Europe/Berlin | 2026-03-16 12:00 | 16 March 2026 | 14.5      |
      | 30/360        | Europe/Berlin | 2026-03-29 12:00 | 29 March 2026 | 1 + 12/23 |
      | fixed 30 days | UTC           | 2026-03-16 12:00 | 16 March 2026 | 15.5      |

  # April has 30 days; from noon on the 16th 14.5 are left, from six in the evening 14.25. The second change has the terms of the next
  # day, which begin before that day does, and is billed on its own day.
  Scenario: Several changes at different times of one day, each from its own second on
    Given Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-16 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 10       |
    And Pied Piper signs an amendment at 2026-04-16 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 20       |
    And Pied Piper signs an amendment at 2026-04-16 18:00:
      | change       | product | quantity |
      | add quantity | Seat    | 40       |
    And Pied Piper signs an amendment at 2026-04-16 21:00:
      | change          | product | quantity |
      | remove quantity | Seat    | 5        |
    And time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date          | from          | quantity | net               |
      | 1 April 2026  | 1 April 2026  | 30       | 300.00            |
      | 16 April 2026 | 16 April 2026 | 10       | 100.00 * 14.5/30  |
      | 16 April 2026 | 16 April 2026 | 20       | 200.00 * 14.5/30  |
      | 16 April 2026 | 17 April 2026 | 40       | 400.00 * 14.25/30 |
      | 1 May 2026    | 1 May 2026    | 95       | 950.00            |
    And nothing else is invoiced
    # 14 days and three hours are left.
    And Pied Piper is credited:
      | date          | quantity | net               |
      | 16 April 2026 | 5        | 50.00 * 14.125/30 |
    And nothing else is credited
    And finance closes April 2026 without a difference

  # In the morning one price, in the evening another: 12 hours of a day at 20.00, 12 at 40.00, of 744 hours of March.
  Scenario: Two prices within a day, billed in arrears
    Given Pied Piper signed on 1 March 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product | quantity |
      | Seat    | 31       |
    When Pied Piper signs an amendment at 2026-03-16 06:00:
      | change | product | price               |
      | price  | Seat    | 20.00 USD per month |
    And Pied Piper signs an amendment at 2026-03-16 18:00:
      | change | product | price               |
      | price  | Seat    | 40.00 USD per month |
    And time passes to 1 April 2026
    Then Pied Piper is invoiced:
      | date         | net                |
      | 1 April 2026 | 310.00 * 15.25/31  |
      | 1 April 2026 | 620.00 * 0.5/31    |
      | 1 April 2026 | 1,240.00 * 15.25/31 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

  # Signed in the wrong order: what is told second was first. 12:00 leaves 14.5 days, 18:00 leaves 14.25.
  Scenario: The earlier of two changes of one day is signed last
    Given Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-16 18:00:
      | change       | product | quantity |
      | add quantity | Seat    | 40       |
    And Pied Piper signs an amendment at 2026-04-16 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 10       |
    And time passes to 16 April 2026
    Then Pied Piper is invoiced:
      | date          | quantity | net               |
      | 1 April 2026  | 30       | 300.00            |
      | 16 April 2026 | 40       | 400.00 * 14.25/30 |
      | 16 April 2026 | 10       | 100.00 * 14.5/30  |
    And nothing else is invoiced

  # The first day of a billing period has its own beginning: of April 29.5 days are left at noon, of its last day half a day.
  Scenario Outline: A change at <moment>, a first or a last day
    Given Pied Piper signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at <moment>:
      | change       | product | quantity |
      | add quantity | Seat    | 30       |
    Then Pied Piper is invoiced:
      | date  | quantity | net   |
      | <day> | 30       | <net> |
    And finance closes March 2026 without a difference

    Examples:
      | moment           | day           | net                |
      | 2026-03-01 12:00 | 1 March 2026  | 300.00 * 30.5/31   |
      | 2026-03-31 12:00 | 31 March 2026 | 300.00 * 0.5/31    |
      | 2026-04-01 12:00 | 1 April 2026  | 300.00 * 29.5/30   |
      | 2026-04-01 00:00 | 1 April 2026  | 300.00 * 30/30     |

  Scenario: Cancelled in the evening of a day on which seats joined at noon
    # 10 seats for 14.5 days; 40 seats go back for 14.25.
    Given Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-16 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 10       |
    And Pied Piper signs an amendment at 2026-04-16 18:00:
      | change       |
      | cancellation |
    And time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date          | quantity | net              |
      | 1 April 2026  | 30       | 300.00           |
      | 16 April 2026 | 10       | 100.00 * 14.5/30 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date          | quantity | net               |
      | 16 April 2026 | 30       | 300.00 * 14.25/30 |
      | 16 April 2026 | 10       | 100.00 * 14.25/30 |
    And nothing else is credited

  Scenario: On the last day of a billing period a second time has no day to go to
    Given Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-30 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 10       |
    And Pied Piper signs an amendment at 2026-04-30 18:00:
      | change       | product | quantity |
      | add quantity | Seat    | 10       |
    Then billing holds these exceptions:
      | event              | customer   | date          | reason |
      | "order closed-won" | Pied Piper | 30 April 2026 | contract C-1 changes on 30 April 2026 at another time of day already, and there is no day before or after it in its billing period whose terms do not change; sign both for one time of day |
    And finance cannot close April 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | *   | *       | *          | *            |

  Scenario Outline: What is billed by the second is earned by the day, <schedule>
    # 44.5 of 90 days are left at noon on 15 February: 100 * 30.00 * 44.5/90 = 1,483.33. Earned over the 45 days of which the first is the day it joins: 14 in
    # February, 1,483.33 * 14/45 = 461.48, and 31 in March. By the second it would be 13.5/44.5, 450.00: 11.48 lie in February instead of March,
    # and nowhere else. The first 100 seats earn 3,000.00 * 31/90, 28/90 and 31/90.
    Given these conventions:
      | question         | answer     |
      | revenue schedule | <schedule> |
    And Pied Piper signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
      | product | quantity | price per quarter |
      | Seat    | 100      | 30.00 USD         |
    When Pied Piper signs an amendment at 2026-02-15 12:00:
      | change       | product | quantity |
      | add quantity | Seat    | 100      |
    And time passes to 31 March 2026
    Then Pied Piper is invoiced:
      | date             | from             | to            | quantity | net                  |
      | 1 January 2026   | 1 January 2026   | 31 March 2026 | 100      | 3,000.00             |
      | 15 February 2026 | 15 February 2026 | 31 March 2026 | 100      | 3,000.00 * 44.5/90   |
    And nothing else is invoiced
    And the revenue of January 2026 is 1,033.33 USD
    And the revenue of February 2026 is 1,394.82 USD
    And the revenue of March 2026 is 2,055.18 USD
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    And finance closes March 2026 without a difference
    And all February 2026 tie-outs agree
    And the ledger shows on 31 March 2026 exactly:
      | account     | debit    | credit   |
      | Receivables | 4,483.33 |          |
      | Revenue     |          | 4,483.33 |

    Examples:
      | schedule                    |
      | service period of each line |
      | contract term               |

  Scenario: By the day the time of day does not matter
    Given these conventions:
      | question       | answer |
      | proration unit | day    |
    And Pied Piper signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Seat    | 30       |
    When Pied Piper signs an amendment at 2026-04-16 18:00:
      | change       | product | quantity |
      | add quantity | Seat    | 10       |
    Then Pied Piper is invoiced:
      | date          | quantity | net            |
      | 1 April 2026  | 30       | 300.00         |
      | 16 April 2026 | 10       | 100.00 * 15/30 |
    And nothing else is invoiced
