@published @new-business @conventions @req:Q2C-251
Feature: Odd terms and short periods with the figures that other systems publish
  Terms that are no whole months, or no whole billing periods, as quoting and billing systems show them in their documentation; each
  row names the system, and says under which conventions its figure is right.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged            | price         |
      | Plan    | flat               |               |
      | Calls   | tiered, by usage   |               |

  # Salesforce Pricing, monthly proration: 28 March 2025 to 4 February 2026 from the 5th, 90.00 a month. 8 of 31 days and ten months are
  # 10.258065 months, 923.23; where no part of a month is priced, eleven.
  # Sage Intacct, prorated by the term: 19.00 for 30 days of which 22 are served; 1,000.00 a year for 122 of 365 days.
  # NetSuite, terms that are no whole billing periods: 25 months by the year, 13 by the half-year, six weeks (31 days and 11 of 28).
  # Oracle Subscription Management, 15 January to 10 April 2019 at 100.00: 2 months and 27/31; by the calendar 17/31, 2 and 10/30.
  # Salesforce CPQ, prorated by the day: 830 days of a year's price of 12,000.00 are 830/365 of it.
  Scenario Outline: <system>: <term> from <start>, billed <billing>, <first>, by <proration>
    Given these conventions:
      | question           | answer      |
      | first short period | <first>     |
      | proration          | <proration> |
    And "Globex" signed on <start> for <term>, billed <billing>, net 30, no tax:
      | product | <price per> |
      | Plan    | <price>     |
    When time passes to <through>
    Then Globex is invoiced <all> USD in all
    And Globex is credited nothing

    Examples:
      | system     | start            | term      | billing                            | first          | proration                 | price per                | price                 | through          | all       |
      | Salesforce | 28 March 2025    | 314 days  | monthly in advance on the 5th      | billed in part | actual days of the period | price per month          | 90.00                 | 5 February 2026  | 923.23    |
      | Salesforce | 28 March 2025    | 314 days  | monthly in advance on the 5th      | full price     | actual days of the period | price per month          | 90.00                 | 5 February 2026  | 990.00    |
      | Intacct    | 9 April 2026     | 22 days   | monthly in advance by the calendar | billed in part | actual days of the period | price per month          | 19.00                 | 1 May 2026       | 13.93     |
      | Intacct    | 1 September 2026 | 122 days  | yearly in advance                  | billed in part | actual days of the period | price per year           | 1,000.00              | 1 January 2027   | 334.25    |
      | NetSuite   | 1 January 2025   | 25 months | yearly in advance                  | billed in part | months                    | price per month          | 100.00                | 1 February 2027  | 2,500.00  |
      | NetSuite   | 1 January 2025   | 13 months | half-yearly in advance             | billed in part | months                    | price per month          | 100.00                | 1 February 2026  | 1,300.00  |
      | NetSuite   | 1 January 2025   | 6 weeks   | monthly in advance                 | billed in part | actual days of the period | price per month          | 100.00                | 1 March 2025     | 139.29    |
      | Oracle     | 15 January 2019  | 86 days   | monthly in advance                 | billed in part | actual days of the period | price per month          | 100.00                | 1 May 2019       | 287.10    |
      | Oracle     | 15 January 2019  | 86 days   | monthly in advance by the calendar | billed in part | actual days of the period | price per month          | 100.00                | 1 May 2019       | 288.17    |
      | CPQ        | 1 January 2024   | 830 days  | every 830 days in advance          | billed in part | actual days of the period | price per billing period | 12,000.00 * 830 / 365 | 1 February 2024  | 27,287.67 |

  # Orb, worked invoices: 150,000 calls by steps are 10.00 + 72.00 + 25.00, and 8% of tax 8.56; 200 hours at 0.10 are 20.00, 10% off
  # 18.00, and at least 50.00.
  Scenario: Orb, calls by steps and a percentage before the least
    Given the tiers of "Calls":
      | from    | to      | price per unit |
      | 1       | 10,000  | 0.001          |
      | 10,001  | 100,000 | 0.0008         |
      | 100,001 |         | 0.0005         |
    And these products are sold:
      | product | charged            | price         | minimum | maximum |
      | Hours   | per unit, by usage | 0.10 USD each | 50.00   | 500.00  |
    And Globex is promised with the next contract:
      | discount | off   |
      | 10%      | Hours |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in arrears, net 30, tax 8%:
      | product |
      | Calls   |
      | Hours   |
    When Globex uses 150,000 "Calls" on 3 June 2026
    And Globex uses 200 "Hours" on 3 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date        | for   | charge             | net    |
      | 1 July 2026 | Calls | Calls              | 107.00 |
      | 1 July 2026 | Hours | Hours              | 18.00  |
      | 1 July 2026 | Hours | Minimum commitment | 32.00  |
    And Globex is invoiced 169.56 USD in all
    And finance closes June 2026 without a difference
