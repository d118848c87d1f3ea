@amendments @midterm-upsell @conventions @wave-3 @req:Q2C-015
Feature: The same change under each convention
  Companies bill the same change differently and are all right: in days or in months, as two documents or as one, today or on
  the next invoice. A cent's difference is a decision, not an accident, so each answer has its figures here.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Days of a month, days of a year

    Scenario Outline: Seats from the middle of March, proration <answer>
      # 20 * 10.00 = 200.00 a month from 16 March: 16 of 31 days, 15 of 30 of the 30/360 calendar, 16/365 of 2,400.00, 16/30.
      Given these conventions:
        | question  | answer   |
        | proration | <answer> |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | quantity | net      | tax    |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 20       | <net>    | <tax>  |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 120      | 1,200.00 | 120.00 |
      And nothing else is invoiced since 2 March 2026
      And the ledger shows on 31 March 2026:
        | account            | debit | credit    |
        | Revenue            |       | <revenue> |
        | Contract liability |       |           |
      And finance closes March 2026 without a difference

      Examples:
        | answer                    | net                       | tax   | revenue  |
        | actual days of the period | 20 * 10.00 * 16/31        | 10.32 | 3,103.23 |
        | 30/360                    | 20 * 10.00 * 15/30        | 10.00 | 3,100.00 |
        | actual/365                | 20 * 10.00 * 12 * 16/365  | 10.52 | 3,105.21 |
        | fixed 30 days             | 20 * 10.00 * 16/30        | 10.67 | 3,106.67 |
        | months                    | 20 * 10.00 * 16/31        | 10.32 | 3,103.23 |

    Scenario Outline: Licenses from the middle of May of a leap year, proration <answer>
      # 3 * 1,200.00 = 3,600.00 a year from 15 May 2028: 231 of 366 days; 226 days of the 30/360 calendar; 7 months and 17/31.
      Given these conventions:
        | question  | answer   |
        | proration | <answer> |
      And "Initech" signed on 1 January 2028 for 1 year, billed yearly in advance, net 45, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 4        | 1,200.00 USD   |
      When Initech adds 3 "Annual license" from 15 May 2028
      And time passes to 31 December 2028
      Then Initech is invoiced:
        | date           | due              | from           | to               | quantity | net      | tax    |
        | 1 January 2028 | 15 February 2028 | 1 January 2028 | 31 December 2028 | 4        | 4,800.00 | 480.00 |
        | 15 May 2028    | 29 June 2028     | 15 May 2028    | 31 December 2028 | 3        | <net>    | <tax>  |
      And nothing else is invoiced
      And the ledger shows on 31 December 2028:
        | account            | debit | credit         |
        | Revenue            |       | 4800.00 + <net> |
        | Contract liability |       |                |
      And finance closes December 2028 without a difference

      Examples:
        | answer                    | net                             | tax    |
        | actual days of the period | 3600.00 * 231/366               | 227.21 |
        | 30/360                    | 3600.00 * 226/360               | 226.00 |
        | actual/365                | 3600.00 * 231/365               | 227.84 |
        | fixed 30 days             | 3600.00 * 231/360               | 231.00 |
        | months                    | 3600.00 * (7 + 17/31)/12        | 226.45 |

    Scenario: The old plan pays for the day of the change
      # 17 to 31 March is 15 of 31 days: 20 * 10.00 * 15/31 = 96.7742.
      Given these conventions:
        | question          | answer        |
        | day of the change | old plan pays |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 14, tax 7.25%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Initech adds 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Initech is invoiced:
        | date          | due           | from          | to            | quantity | net                | tax  |
        | 17 March 2026 | 31 March 2026 | 17 March 2026 | 31 March 2026 | 20       | 20 * 10.00 * 15/31 | 7.02 |
      And nothing else is invoiced since 2 March 2026
      And the revenue of March 2026 is 196.77 USD
      And finance closes March 2026 without a difference

  Rule: A price rises in the middle of a month that is billed already

    Scenario: Credit and charge, line by line
      # 100 * 10.00 * 16/31 = 516.1290 goes back, 100 * 12.00 * 16/31 = 619.3548 comes: 103.22.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex pays 12.00 USD per month for "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is subscribed to:
        | product       | quantity | price               |
        | Platform seat | 100      | 12.00 USD per month |
      And Globex is credited:
        | date          | from          | to            | quantity | price | net                 | tax   | credits       |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 100      | 10.00 | 100 * 10.00 * 16/31 | 51.61 | March invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date          | from          | to            | quantity | price | net                 | tax    |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 100      | 12.00 | 100 * 12.00 * 16/31 | 61.94  |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 100      | 12.00 | 1,200.00            | 120.00 |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source                   | account            | debit    | credit   |
        | 1 March 2026  | March invoice            | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice            | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice            | Sales tax payable  |          | 100.00   |
        | 16 March 2026 | credit memo              | Contract liability | 516.13   |          |
        | 16 March 2026 | credit memo              | Sales tax payable  | 51.61    |          |
        | 16 March 2026 | credit memo              | Receivables        |          | 567.74   |
        | 16 March 2026 | price change invoice     | Receivables        | 681.29   |          |
        | 16 March 2026 | price change invoice     | Contract liability |          | 619.35   |
        | 16 March 2026 | price change invoice     | Sales tax payable  |          | 61.94    |
        | 31 March 2026 | revenue                  | Contract liability | 1,103.22 |          |
        | 31 March 2026 | revenue                  | Revenue            |          | 1,103.22 |
      And finance closes March 2026 without a difference

    Scenario: One net difference
      # 100 * 2.00 * 16/31 = 103.2258: a cent more than the two lines.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex pays 12.00 USD per month for "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | quantity | price | net                | tax    |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 100      | 12.00 | 100 * 2.00 * 16/31 | 10.32  |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 100      | 12.00 | 1,200.00           | 120.00 |
      And nothing else is invoiced since 2 March 2026
      And nothing else is credited
      And the revenue of March 2026 is 1,103.23 USD
      And finance closes March 2026 without a difference

    Scenario: On the next regular invoice
      # As line by line, in April. March's revenue is all the same March's: 103.22 of it is not billed yet.
      # April's invoice: 619.35 + 1,200.00 = 1,819.35, tax 181.935 -> 181.94.
      Given these conventions:
        | question                | answer                      |
        | billing of an amendment | on the next regular invoice |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex pays 12.00 USD per month for "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is invoiced nothing since 2 March 2026
      And the journal of March 2026 is:
        | date          | source        | account             | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables         | 1,100.00 |          |
        | 1 March 2026  | March invoice | Contract liability  |          | 1,000.00 |
        | 1 March 2026  | March invoice | Sales tax payable   |          | 100.00   |
        | 31 March 2026 | revenue       | Contract liability  | 1,000.00 |          |
        | 31 March 2026 | revenue       | Unbilled receivable | 103.22   |          |
        | 31 March 2026 | revenue       | Revenue             |          | 1,103.22 |
      And finance closes March 2026 without a difference
      When time passes to 30 April 2026
      Then Globex is credited:
        | date         | from          | to            | quantity | price | net                 | tax   | credits       |
        | 1 April 2026 | 16 March 2026 | 31 March 2026 | 100      | 10.00 | 100 * 10.00 * 16/31 | 51.61 | March invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date         | from          | to            | quantity | price | net                 | tax    |
        | 1 April 2026 | 16 March 2026 | 31 March 2026 | 100      | 12.00 | 100 * 12.00 * 16/31 | 61.94  |
        | 1 April 2026 | 1 April 2026  | 30 April 2026 | 100      | 12.00 | 1,200.00            | 120.00 |
      And nothing else is invoiced since 2 March 2026
      And the journal of April 2026 is:
        | date          | source        | account             | debit    | credit   |
        | 1 April 2026  | credit memo   | Unbilled receivable | 516.13   |          |
        | 1 April 2026  | credit memo   | Sales tax payable   | 51.61    |          |
        | 1 April 2026  | credit memo   | Receivables         |          | 567.74   |
        | 1 April 2026  | April invoice | Receivables         | 2,001.29 |          |
        | 1 April 2026  | April invoice | Unbilled receivable |          | 619.35   |
        | 1 April 2026  | April invoice | Contract liability  |          | 1,200.00 |
        | 1 April 2026  | April invoice | Sales tax payable   |          | 181.94   |
        | 30 April 2026 | revenue       | Contract liability  | 1,200.00 |          |
        | 30 April 2026 | revenue       | Revenue             |          | 1,200.00 |
      And finance closes April 2026 without a difference

    Scenario: A price falls, and the unused difference goes back
      # 40 * 3.50 * 20/30 = 93.3333 for 11 to 30 April.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
      And "Umbrella" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 8%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |
      When Umbrella pays 6.50 USD per month for "Platform seat" from 11 April 2026
      And time passes to 30 April 2026
      Then Umbrella is credited:
        | date          | from          | to            | quantity | net               | tax  | credits       |
        | 11 April 2026 | 11 April 2026 | 30 April 2026 | 40       | 40 * 3.50 * 20/30 | 7.47 | April invoice |
      And nothing else is credited
      And Umbrella is invoiced nothing since 2 April 2026
      And the revenue of April 2026 is 306.67 USD
      And finance closes April 2026 without a difference

  Rule: A product joins, or takes the place of another

    Scenario: A product that the contract did not have
      # 310.00 * 16/31 = 160.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex adds 1 "Analytics" at 310.00 USD per month from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is subscribed to:
        | product       | quantity | price                |
        | Platform seat | 100      | 10.00 USD per month  |
        | Analytics     | 1        | 310.00 USD per month |
      And Globex is invoiced:
        | date          | for           | from          | to            | net            | tax    |
        | 16 March 2026 | Analytics     | 16 March 2026 | 31 March 2026 | 310.00 * 16/31 | 16.00  |
        | 1 April 2026  | Platform seat | 1 April 2026  | 30 April 2026 | 1,000.00       | 100.00 |
        | 1 April 2026  | Analytics     | 1 April 2026  | 30 April 2026 | 310.00         | 31.00  |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source         | account            | debit    | credit   |
        | 1 March 2026  | March invoice  | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice  | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice  | Sales tax payable  |          | 100.00   |
        | 16 March 2026 | upsell invoice | Receivables        | 176.00   |          |
        | 16 March 2026 | upsell invoice | Contract liability |          | 160.00   |
        | 16 March 2026 | upsell invoice | Sales tax payable  |          | 16.00    |
        | 31 March 2026 | revenue        | Contract liability | 1,160.00 |          |
        | 31 March 2026 | revenue        | Revenue            |          | 1,160.00 |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                       | amount   |
        | Revenue from Analytics     | 160.00   |
        | Revenue from Platform seat | 1,000.00 |
        | Revenue                    | 1,160.00 |

    Scenario: A better plan takes the place of the old one
      # 100 * 10.00 * 16/31 = 516.1290 goes back from the open March invoice, 100 * 15.50 * 16/31 = 800.00 comes.
      # The card is charged on 31 March with what is left of March: 1,100.00 - 567.74 = 532.26.
      Given these products are sold:
        | product            | price               |
        | Platform seat plus | 15.50 USD per month |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When Globex replaces "Platform seat" with 100 "Platform seat plus" at 15.50 USD per month from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is subscribed to:
        | product            | quantity | price               |
        | Platform seat plus | 100      | 15.50 USD per month |
      And Globex is credited:
        | date          | for           | from          | to            | net                 | tax   | credits       |
        | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 100 * 10.00 * 16/31 | 51.61 | March invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date          | for                | from          | to            | net    | tax   |
        | 16 March 2026 | Platform seat plus | 16 March 2026 | 31 March 2026 | 800.00 | 80.00 |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source         | account            | debit    | credit   |
        | 1 March 2026  | March invoice  | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice  | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice  | Sales tax payable  |          | 100.00   |
        | 3 March 2026  | payment        | Gateway clearing   | 1,100.00 |          |
        | 3 March 2026  | payment        | Receivables        |          | 1,100.00 |
        | 16 March 2026 | credit memo    | Contract liability | 516.13   |          |
        | 16 March 2026 | credit memo    | Sales tax payable  | 51.61    |          |
        | 16 March 2026 | credit memo    | Receivables        |          | 567.74   |
        | 16 March 2026 | upsell invoice | Receivables        | 880.00   |          |
        | 16 March 2026 | upsell invoice | Contract liability |          | 800.00   |
        | 16 March 2026 | upsell invoice | Sales tax payable  |          | 80.00    |
        | 31 March 2026 | payment        | Gateway clearing   | 532.26   |          |
        | 31 March 2026 | payment        | Receivables        |          | 532.26   |
        | 31 March 2026 | revenue        | Contract liability | 1,283.87 |          |
        | 31 March 2026 | revenue        | Revenue            |          | 1,283.87 |
      And finance closes March 2026 without a difference

  Rule: Contracts that are not billed month by month in advance

    Scenario: In arrears, the change waits for the month's invoice
      # 100 * 10.00 * 15/31 = 483.8710 and 120 * 10.00 * 16/31 = 619.3548. Tax 10% of 1,103.22 = 110.322 -> 110.32.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is invoiced nothing since 2 March 2026
      And the journal from 2 March 2026 to 31 March 2026 is:
        | date          | source  | account             | debit    | credit   |
        | 31 March 2026 | revenue | Unbilled receivable | 1,103.22 |          |
        | 31 March 2026 | revenue | Revenue             |          | 1,103.22 |
      And finance closes March 2026 without a difference
      When time passes to 1 April 2026
      Then Globex is invoiced:
        | date         | from          | to            | quantity | net    | tax   |
        | 1 April 2026 | 1 March 2026  | 15 March 2026 | 100      | 483.87 | 48.39 |
        | 1 April 2026 | 16 March 2026 | 31 March 2026 | 120      | 619.35 | 61.93 |
      And nothing else is invoiced since 2 March 2026
      And the journal from 1 April 2026 to 1 April 2026 is:
        | date         | source        | account             | debit    | credit   |
        | 1 April 2026 | April invoice | Receivables         | 1,213.54 |          |
        | 1 April 2026 | April invoice | Unbilled receivable |          | 1,103.22 |
        | 1 April 2026 | April invoice | Sales tax payable   |          | 110.32   |

    Scenario: A quarter in euros, by the conventions of another company
      # 30/360: 15 February to 31 March is 46 of 90 days. 7 * 9.90 * 3 * 46/90 = 106.26; 19% of it 20.1894.
      # Terminated and new, by month: 4,752.00 * 1.5/12 = 594.00 is earned; 4,158.00 and what is new (106.26 and three
      # quarters of 207.90) spread over 10.5 months: 4,887.96 / 10.5 = 465.52. February: 396.00/2 + 465.52/2 = 430.76.
      # 1% of what is overdue may be lost: 15.40 of 1,413.72 + 126.45, of which January had 14.14.
      Given the company "Contoso Europe"
      And "Oscorp" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax code "standard":
        | product        | plan    | quantity | price per month |
        | Workspace seat | Monthly | 40       | 9.90            |
      When Oscorp adds 7 "Workspace seat" from 15 February 2026
      And time passes to 1 April 2026
      Then Oscorp is invoiced:
        | date             | from             | to            | quantity | net                    | tax    |
        | 1 January 2026   | 1 January 2026   | 31 March 2026 | 40       | 40 * 9.90 * 3          | 225.72 |
        | 15 February 2026 | 15 February 2026 | 31 March 2026 | 7        | 7 * 9.90 * 3 * 46/90   | 20.19  |
        | 1 April 2026     | 1 April 2026     | 30 June 2026  | 47       | 47 * 9.90 * 3          | 265.22 |
      And nothing else is invoiced
      And the journal of February 2026 is:
        | date             | source         | account            | debit  | credit |
        | 15 February 2026 | upsell invoice | Receivables        | 126.45 |        |
        | 15 February 2026 | upsell invoice | Contract liability |        | 106.26 |
        | 15 February 2026 | upsell invoice | Value added tax    |        | 20.19  |
        | 28 February 2026 | revenue        | Contract liability | 430.76 |        |
        | 28 February 2026 | revenue        | Revenue            |        | 430.76 |
        | 28 February 2026 | allowance      | Credit loss expense | 1.26  |        |
        | 28 February 2026 | allowance      | Loss allowance     |        | 1.26   |
      And the revenue of March 2026 is 465.52 EUR
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario: A year in yen
      # 10 September to 31 March is 21/30 of a month and six months: 3 * 1500 * (6 + 21/30) = 30150.
      # Revenue by day: 180000 * 183/365 less 180000 * 153/365 is 90247 - 75452 = 14795; 30150 * 21/203 = 3118.97.
      Given the company "Sakura Cloud"
      And "Nakatomi Trading" signed on 1 April 2026 for 1 year, billed yearly in advance, net 60, tax code "standard":
        | product    | quantity | price per month |
        | Cloud seat | 10       | 1,500           |
      When Nakatomi Trading adds 3 "Cloud seat" from 10 September 2026
      And time passes to 30 September 2026
      Then Nakatomi Trading is invoiced:
        | date              | due             | from              | to            | quantity | net                  | tax    |
        | 1 April 2026      | 31 May 2026     | 1 April 2026      | 31 March 2027 | 10       | 180,000              | 18,000 |
        | 10 September 2026 | 9 November 2026 | 10 September 2026 | 31 March 2027 | 3        | 3*1500*(6 + 21/30)   | 3,015  |
      And nothing else is invoiced
      And the journal of September 2026 is:
        | date              | source         | account            | debit  | credit |
        | 10 September 2026 | upsell invoice | Receivables        | 33,165 |        |
        | 10 September 2026 | upsell invoice | Contract liability |        | 30,150 |
        | 10 September 2026 | upsell invoice | Sales tax payable  |        | 3,015  |
        | 30 September 2026 | revenue        | Contract liability | 17,914 |        |
        | 30 September 2026 | revenue        | Revenue            |        | 17,914 |
      And finance closes September 2026 without a difference
