@amendments @conventions @wave-3 @req:Q2C-300
Feature: Prices rise by themselves, as the contract says
  A contract of several years says how its prices rise: by a fixed percentage, or with an index, of which it takes no less than a
  floor and no more than a cap; on every anniversary, or only when the term is renewed. Nobody signs anything when it happens.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: A fixed percentage

    Scenario: On each anniversary of three years
      # 10 * 100.00 * 12 = 12,000.00; 3% more each year: 12,360.00; 12,730.80.
      # January: 12360.00 * 31/365 = 1,049.75; 12730.80 * 31/366 = 1,078.29.
      Given Globex agrees to this uplift with the next contract:
        | percent | applies             |
        | 3%      | on each anniversary |
      When "Globex" signed on 1 January 2026 for 36 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 100.00 USD      |
      And time passes to 31 January 2028
      Then Globex is invoiced:
        | date           | from           | to               | quantity | price  | net       | tax      |
        | 1 January 2026 | 1 January 2026 | 31 December 2026 | 10       | 100.00 | 12,000.00 | 1,200.00 |
        | 1 January 2027 | 1 January 2027 | 31 December 2027 | 10       | 103.00 | 12,360.00 | 1,236.00 |
        | 1 January 2028 | 1 January 2028 | 31 December 2028 | 10       | 106.09 | 12,730.80 | 1,273.08 |
      And nothing else is invoiced
      And nothing else is credited
      And the revenue of January 2027 is 1,049.75 USD
      And the revenue of January 2028 is 1,078.29 USD
      And finance closes January 2028 without a difference

    Scenario: What joined on the way rises too, and a month is divided where the anniversary falls
      # From 15 January. 5 more seats from 15 July at the contract's price. 14 January 2027: 15 * 10.00 = 150.00; then 5% more.
      Given Globex agrees to this uplift with the next contract:
        | percent | applies             |
        | 5%      | on each anniversary |
      When "Globex" signed on 15 January 2026 for 24 months, billed monthly in advance by the calendar, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex adds 5 "Platform seat" from 15 July 2026
      And time passes to 1 February 2027
      Then Globex is invoiced:
        | date            | from            | to               | quantity | price | net                |
        | 1 December 2026 | 1 December 2026 | 31 December 2026 | 15       | 10.00 | 150.00             |
        | 1 January 2027  | 1 January 2027  | 14 January 2027  | 15       | 10.00 | 150.00 * 14/31     |
        | 1 January 2027  | 15 January 2027 | 31 January 2027  | 15       | 10.50 | 157.50 * 17/31     |
        | 1 February 2027 | 1 February 2027 | 28 February 2027 | 15       | 10.50 | 157.50             |
      And Globex is invoiced nothing since 2 February 2027
      And nothing else is credited
      And finance closes January 2027 without a difference

    Scenario: Only when the term is renewed
      # Two years at 1,200.00; the renewal of 1 January 2028 costs 4% more, 1,248.00, and so does every year of it.
      Given Globex agrees to this uplift with the next contract:
        | percent | applies         |
        | 4%      | at each renewal |
      When "Globex" signed on 1 January 2026 for 24 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex renews on 1 November 2027 for 24 months
      And time passes to 31 January 2029
      Then Globex is invoiced:
        | date           | from           | to               | net      |
        | 1 January 2026 | 1 January 2026 | 31 December 2026 | 1,200.00 |
        | 1 January 2027 | 1 January 2027 | 31 December 2027 | 1,200.00 |
        | 1 January 2028 | 1 January 2028 | 31 December 2028 | 1,248.00 |
        | 1 January 2029 | 1 January 2029 | 31 December 2029 | 1,248.00 |
      And nothing else is invoiced
      And finance closes January 2029 without a difference

    Scenario: A renewal that names its own uplift has that one instead
      Given Globex agrees to this uplift with the next contract:
        | percent | applies             |
        | 4%      | on each anniversary |
      When "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex renews on 1 November 2026 for 24 months at prices 1% higher
      And time passes to 31 January 2028
      Then Globex is invoiced:
        | date           | net                     |
        | 1 January 2026 | 1,200.00                |
        | 1 January 2027 | 1200.00 * 1.01          |
        | 1 January 2028 | 1200.00 * 1.01 * 1.04   |
      And nothing else is invoiced

    Scenario: Nothing rises after the contract was cancelled
      Given Globex agrees to this uplift with the next contract:
        | percent | applies             |
        | 3%      | on each anniversary |
      When "Globex" signed on 1 January 2026 for 36 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 100.00 USD      |
      And Globex signs on 1 December 2026 to cancel on 1 January 2027
      And time passes to 31 January 2027
      Then Globex is invoiced 13,200.00 USD in all
      And nothing else is credited
      And finance closes January 2027 without a difference

    Scenario: A quote of a change shows what the standing uplift makes of the whole term
      # 13 seats instead of 10 from 1 January 2027, in years at 1,236.00 and 1,273.08 for ten.
      Given Globex agrees to this uplift with the next contract:
        | percent | applies             |
        | 3%      | on each anniversary |
      When "Globex" signed on 1 January 2026 for 36 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And sales quotes Globex a change of the contract on 1 June 2026, effective 1 January 2027:
        | change       | product       | quantity |
        | add quantity | Platform seat | 3        |
      Then the quote for Globex comes to:
        | figure                     | amount                              |
        | recurring a month, without | 103.00                              |
        | recurring a month          | 133.90                              |
        | contract total, without    | 1200.00 + 1236.00 + 1273.08         |
        | contract total             | 1200.00 + 1.3 * 1236.00 + 1655.00   |
      # 13 * 10.609 * 12 = 1,655.004.

  Rule: An index

    Scenario Outline: <what>
      # 250.0 a year before. 262.5 is 5.00% more, 257.1 is 2.84%, 248.0 is 0.8% less; one percent on top where the contract says so.
      Given Globex agrees to this uplift with the next contract:
        | index | more   | at least   | at most   | applies             |
        | CPI   | <more> | <at least> | <at most> | on each anniversary |
      And these index values:
        | index | month        | value   |
        | CPI   | January 2026 | 250.0   |
        | CPI   | January 2027 | <value> |
      When "Globex" signed on 1 January 2026 for 24 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 31 January 2027
      Then Globex is invoiced:
        | date           | net      |
        | 1 January 2026 | 1,200.00 |
        | 1 January 2027 | <net>    |
      And nothing else is invoiced
      And finance closes January 2027 without a difference

      Examples:
        | what                         | value | more | at least | at most | net              |
        | As the index rises           | 257.1 | 0%   |          |         | 1200.00 * 1.0284 |
        | Not above the cap            | 262.5 | 0%   | 2%       | 4%      | 1200.00 * 1.04   |
        | On the cap                   | 260.0 | 0%   | 2%       | 4%      | 1200.00 * 1.04   |
        | Not below the floor          | 248.0 | 0%   | 2%       | 4%      | 1200.00 * 1.02   |
        | A falling index, no floor    | 248.0 | 0%   |          |         | 1200.00 * 0.992  |
        | Never below what it was      | 248.0 | 0%   | 0%       |         | 1,200.00         |
        | The index and one percent    | 257.1 | 1%   |          |         | 1200.00 * 1.0384 |
        | The index and one, capped    | 257.1 | 1%   |          | 3%      | 1200.00 * 1.03   |

    Scenario: Published late, it is billed back to the anniversary
      # With the index of three months before: October to October, 260.0 to 267.8, 3%. Published on 20 February: January and
      # February are billed at 103.00 and not at 100.00; both differences that day.
      Given Globex agrees to this uplift with the next contract:
        | index | months before | applies             |
        | CPI   | 3             | on each anniversary |
      And these index values:
        | index | month        | value |
        | CPI   | October 2025 | 260.0 |
      When "Globex" signed on 1 January 2026 for 24 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 31 January 2027
      Then finance closes January 2027 without a difference
      When these index values are published on 20 February 2027:
        | index | month        | value |
        | CPI   | October 2026 | 267.8 |
      And time passes to 1 March 2027
      Then Globex is credited:
        | date             | from            | to               | price | net    |
        | 20 February 2027 | 1 January 2027  | 31 January 2027  | 10.00 | 100.00 |
        | 20 February 2027 | 1 February 2027 | 28 February 2027 | 10.00 | 100.00 |
      And Globex is invoiced:
        | date             | from            | to               | price | net    |
        | 20 February 2027 | 1 January 2027  | 31 January 2027  | 10.30 | 103.00 |
        | 20 February 2027 | 1 February 2027 | 28 February 2027 | 10.30 | 103.00 |
        | 1 March 2027     | 1 March 2027    | 31 March 2027    | 10.30 | 103.00 |
      And nothing else is invoiced since 2 February 2027
      And nothing else is credited

    Scenario Outline: The percentage, <answer>
      # 6.4 of 136.2 is 4.69897%.
      Given these conventions:
        | question        | answer   |
        | index uplift is | <answer> |
      And Globex agrees to this uplift with the next contract:
        | index | applies             |
        | CPI   | on each anniversary |
      And these index values:
        | index | month        | value |
        | CPI   | January 2026 | 136.2 |
        | CPI   | January 2027 | 142.6 |
      When "Globex" signed on 1 January 2026 for 24 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 31 January 2027
      Then Globex is invoiced:
        | date           | net   |
        | 1 January 2027 | <net> |

      Examples:
        | answer                         | net              |
        | rounded to 0.01 of a percent   | 1200.00 * 1.0470 |
        | rounded to 0.1 of a percent    | 1200.00 * 1.047  |
        | rounded to a whole percent     | 1200.00 * 1.05   |

  Rule: As the company's convention

    Scenario Outline: Every contract is uplifted, <answer>
      Given these conventions:
        | question                 | answer   |
        | standing uplift applies  | <answer> |
      And every contract is uplifted so:
        | percent |
        | 3%      |
      When "Globex" signed on 1 January 2026 for 24 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex renews on 1 December 2027 for 12 months
      And time passes to 31 January 2028
      Then Globex is invoiced:
        | date           | net      |
        | 1 January 2026 | 1,200.00 |
        | 1 January 2027 | <second> |
        | 1 January 2028 | <third>  |
      And nothing else is invoiced

      Examples:
        | answer              | second   | third                 |
        | on each anniversary | 1,236.00 | 1200.00 * 1.03 * 1.03 |
        | at each renewal     | 1,200.00 | 1,236.00              |

  Rule: What cannot be agreed

    Scenario: An index that stands at nothing
      Given today is 1 January 2026
      When these index values are published on 2 January 2026:
        | index | month        | value |
        | CPI   | January 2026 | 0     |
      Then it is refused because "CPI cannot stand at 0 for January 2026; an index is above 0"

    Scenario: A floor above the cap
      Given Globex agrees to this uplift with the next contract:
        | index | at least | at most |
        | CPI   | 5%       | 4%      |
      When "Globex" signed on 1 January 2026 for 24 months, billed yearly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then it is refused because "an uplift of at least 5% cannot be at most 4%"
