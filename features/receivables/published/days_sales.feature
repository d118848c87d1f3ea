@receivables @views @conventions @wave-3 @req:Q2C-073
Feature: Days sales outstanding as published
  Key figures of collection with the figures of public guides: count-back, simple and best possible DSO, and the collection effectiveness
  index over one month and over several.

  # Billed in January, February and March, each to a customer of its own; what is paid leaves the closing receivables of the guide.
  Scenario Outline: Count-back: <guide>
    Given the company "Northwind SaaS"
    And these conventions:
      | question                      | answer                      |
      | revenue schedule              | service period of each line |
      | days of a month in key figures | <month>                    |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <january> USD   |
    And "Initech" signed on 1 February 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <february> USD  |
    And "Umbrella" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <march> USD     |
    When Globex transfers <paid> USD on 20 March 2026
    And time passes to 31 March 2026
    Then Globex owed <open> USD on 31 March 2026
    And the DSO count-back of March 2026 is <days>
    And finance closes March 2026 without a difference

    Examples:
      | guide                    | january    | february   | march      | paid       | open       | month                | days                            |
      # 212,000 - 100,000 - 80,000 = 32,000 of January's 70,000; every month has 30 days.
      | Benji Pays               | 70,000.00  | 80,000.00  | 100,000.00 | 38,000.00  | 32,000.00  | 30 days              | 30 + 30 + 32,000 / 70,000 * 30  |
      | Benji Pays, by calendar  | 70,000.00  | 80,000.00  | 100,000.00 | 38,000.00  | 32,000.00  | days of the calendar | 31 + 28 + 32,000 / 70,000 * 31  |
      # 2,100,000 - 900,000 - 800,000 = 400,000 of January's 700,000.
      | A calculator for debtors | 700,000.00 | 800,000.00 | 900,000.00 | 300,000.00 | 400,000.00 | days of the calendar | 31 + 28 + 400,000 / 700,000 * 31 |

  Scenario Outline: Simple: <guide>
    # Billed in July, part of it paid by the end of the month: what is open * 31 / what was billed.
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 July 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <billed> USD    |
    When Globex transfers <paid> USD on 20 July 2026
    And time passes to 31 July 2026
    Then the DSO of July 2026 is <days>

    Examples:
      | guide        | billed       | paid       | days                      |
      # 350,000 open of 500,000: 21.70 days.
      | Investopedia | 500,000.00   | 150,000.00 | 350,000 / 500,000 * 31    |
      | Half is open | 1,200,000.00 | 600,000.00 | 15.50                     |

  Scenario: On average receivables, and how often they are turned over in a year
    # A textbook's year: 40,000 open at the beginning, 60,000 at the end, 400,000 billed: 50,000 / 400,000 * 365 = 45.63 days, turned over 8 times.
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 December 2025 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 40,000.00 USD   |
    And "Initech" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 400,000.00 USD  |
    When Globex transfers 40,000.00 USD on 20 January 2026
    And Initech transfers 340,000.00 USD on 20 March 2026
    And time passes to 31 December 2026
    Then the DSO on average receivables from January 2026 to December 2026 is 45.63 days
    And the receivables turnover from January 2026 to December 2026 is 400,000 / 50,000
    And the DSO from January 2026 to December 2026 is 60,000 / 400,000 * 365

  Scenario: Collection effectiveness over a quarter, and over its last month
    # Credit Guru: 6,200 at the beginning; 3,390, 3,610 and 3,890 billed; 6,340 at the end, 3,590 of it not due. On average 10,890 / 3
    # = 3,630 are billed a month: (6,200 + 3,630 - 6,340) / (6,200 + 3,630 - 3,590) = 55.93%.
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 December 2025 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 6,200.00 USD    |
    And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 3,390.00 USD    |
    And "Umbrella" signed on 1 February 2026 for 1 month, billed monthly in advance, net 15, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 3,610.00 USD    |
    And "Soylent" signed on 1 March 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 3,890.00 USD    |
    When Globex transfers 6,200.00 USD on 10 March 2026
    And Initech transfers 3,390.00 USD on 11 March 2026
    And Umbrella transfers 860.00 USD on 12 March 2026
    And Soylent transfers 300.00 USD on 13 March 2026
    And time passes to 31 March 2026
    Then the CEI from January 2026 to March 2026 is (6,200 + 3,630 - 6,340) / (6,200 + 3,630 - 3,590) * 100
    # Of March alone: 6,200 + 3,390 + 3,610 = 13,200 at its beginning, 3,890 billed.
    And the CEI of March 2026 is (13,200 + 3,890 - 6,340) / (13,200 + 3,890 - 3,590) * 100
    # 31 + 28 + 31 days.
    And the DSO from January 2026 to March 2026 is 6,340 / 10,890 * 90
    And the best possible DSO from January 2026 to March 2026 is 3,590 / 10,890 * 90

  Scenario: Collection effectiveness of a year told as one month
    # Gaviti: 100,000 at the beginning, 1,000,000 billed, 120,000 at the end, 100,000 of it not due: 980 / 1,000.
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 December 2025 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100,000.00 USD  |
    And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 1,000,000.00 USD |
    When Globex transfers 80,000.00 USD on 20 January 2026
    And Initech transfers 900,000.00 USD on 21 January 2026
    And time passes to 31 January 2026
    Then the CEI of January 2026 is 98%
