@discounts @retroactive-discount @wave-3 @req:Q2C-204
Feature: Retroactive discount
  A discount is agreed today and holds from a day gone by. The customer gets back what was billed too much, with the tax that
  was on it, and revenue falls either for the service already given or for the service to come. Closed months never move.

  Background:
    Given the company "Northwind SaaS"

  Rule: A contract billed month by month

    Background:
      Given these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: Two months paid and one open, as a concession for past service
      # 10% of 1,000.00 for January, February and March. By 20 March 200.00 and 100.00 * 20/31 = 64.52 concern service given.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When on 20 March 2026 Globex is granted 10% off from 1 January 2026
      Then Globex is credited:
        | date          | from            | to               | quantity | net    | tax   | credits          | reason               |
        | 20 March 2026 | 1 January 2026  | 31 January 2026  | 100      | 100.00 | 10.00 | January invoice  | retroactive discount |
        | 20 March 2026 | 1 February 2026 | 28 February 2026 | 100      | 100.00 | 10.00 | February invoice | retroactive discount |
        | 20 March 2026 | 1 March 2026    | 31 March 2026    | 100      | 100.00 | 10.00 | March invoice    | retroactive discount |
      And nothing else is credited
      And Globex owes 990.00 USD
      And Globex has a credit of 220.00 USD
      When time passes to 1 April 2026
      Then Globex is subscribed to:
        | product       | quantity | price               | discount |
        | Platform seat | 100      | 10.00 USD per month | 10%      |
      And Globex is invoiced:
        | date         | from         | to            | discount | net    | tax   |
        | 1 April 2026 | 1 April 2026 | 30 April 2026 | 10%      | 900.00 | 90.00 |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source        | account            | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice | Sales tax payable  |          | 100.00   |
        | 3 March 2026  | payment       | Gateway clearing   | 1,100.00 |          |
        | 3 March 2026  | payment       | Receivables        |          | 1,100.00 |
        | 20 March 2026 | credit memo   | Revenue            | 264.52   |          |
        | 20 March 2026 | credit memo   | Contract liability | 35.48    |          |
        | 20 March 2026 | credit memo   | Sales tax payable  | 30.00    |          |
        | 20 March 2026 | credit memo   | Receivables        |          | 110.00   |
        | 20 March 2026 | credit memo   | Customer credits   |          | 220.00   |
        | 31 March 2026 | payment       | Gateway clearing   | 990.00   |          |
        | 31 March 2026 | payment       | Receivables        |          | 990.00   |
        | 31 March 2026 | revenue       | Contract liability | 964.52   |          |
        | 31 March 2026 | revenue       | Revenue            |          | 964.52   |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                        | amount   |
        | Credited                    | 110.00   |
        | Customer credits, closing   | 220.00   |
        | Tax credited                | 30.00    |
        | Contract liability credited | 35.48    |
        | Revenue                     | 700.00   |

    Scenario: The same as a new price for the days to come
      # 300.00 off the 286 days from 21 March to 31 December: 300.00 * 11/286 = 11.54 of it falls on March and
      # 300.00 * 41/286 = 43.01 on the time to the end of April, 31.47 on April itself.
      # With 300.00 less billed, March's 988.46 of revenue is 288.46 ahead of billing.
      Given these conventions:
        | question             | answer               |
        | retroactive discount | prospective re-price |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When on 20 March 2026 Globex is granted 10% off from 1 January 2026
      And time passes to 30 April 2026
      Then Globex has a credit of 220.00 USD
      And the journal from 4 March 2026 to 30 April 2026 is:
        | date          | source        | account             | debit    | credit   |
        | 20 March 2026 | credit memo   | Contract liability  | 300.00   |          |
        | 20 March 2026 | credit memo   | Sales tax payable   | 30.00    |          |
        | 20 March 2026 | credit memo   | Receivables         |          | 110.00   |
        | 20 March 2026 | credit memo   | Customer credits    |          | 220.00   |
        | 31 March 2026 | payment       | Gateway clearing    | 990.00   |          |
        | 31 March 2026 | payment       | Receivables         |          | 990.00   |
        | 31 March 2026 | revenue       | Contract liability  | 700.00   |          |
        | 31 March 2026 | revenue       | Unbilled receivable | 288.46   |          |
        | 31 March 2026 | revenue       | Revenue             |          | 988.46   |
        | 1 April 2026  | April invoice | Receivables         | 990.00   |          |
        | 1 April 2026  | April invoice | Unbilled receivable |          | 288.46   |
        | 1 April 2026  | April invoice | Contract liability  |          | 611.54   |
        | 1 April 2026  | April invoice | Sales tax payable   |          | 90.00    |
        | 30 April 2026 | revenue       | Contract liability  | 611.54   |          |
        | 30 April 2026 | revenue       | Unbilled receivable | 256.99   |          |
        | 30 April 2026 | revenue       | Revenue             |          | 868.53   |
      And finance closes March 2026 without a difference
      And finance closes April 2026 without a difference

    Scenario: Nothing paid yet, so that the invoices fall
      # 25% of 7 * 30.00 * 3 = 630.00 is 157.50 for the first quarter; 8.875% of it 13.978.
      Given "Umbrella" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 60, tax 8.875%:
        | product | quantity | price per quarter |
        | Storage | 21       | 30.00 USD         |
      When on 11 February 2026 Umbrella is granted 25% off "Storage" from 1 January 2026
      Then Umbrella is credited:
        | date             | for     | from           | to            | net    | tax   | credits         |
        | 11 February 2026 | Storage | 1 January 2026 | 31 March 2026 | 157.50 | 13.98 | January invoice |
      And nothing else is credited
      And Umbrella owes 514.43 USD
      And Umbrella has a credit of 0.00 USD
      When time passes to 1 April 2026
      Then Umbrella is invoiced:
        | date         | for     | from         | to           | discount | net    |
        | 1 April 2026 | Storage | 1 April 2026 | 30 June 2026 | 25%      | 472.50 |
      And nothing else is invoiced since 2 January 2026
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario Outline: Agreed on <why>
      # 10% from 1 February: 100.00 of February, and of March if March is billed. What of it concerns days up to the agreement
      # reduces revenue at once; by the end of March 2,800.00 is recognized whichever day it was.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When on <agreed> Globex is granted 10% off from 1 February 2026
      Then the journal from <agreed> to <agreed> contains:
        | source      | account            | debit   |
        | credit memo | Revenue            | <given> |
        | credit memo | Contract liability | <ahead> |
        | credit memo | Sales tax payable  | <tax>   |
      When time passes to 31 March 2026
      Then the ledger shows on 31 March 2026:
        | account            | debit    | credit   |
        | Receivables        | 3,080.00 |          |
        | Contract liability |          |          |
        | Revenue            |          | 2,800.00 |
        | Sales tax payable  |          | 280.00   |
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

      Examples:
        | why                          | agreed           | given                      | ahead         | tax   |
        | the last day but one         | 27 February 2026 | 100.00 * 27/28             | 100.00 * 1/28 | 10.00 |
        | the first day of a month     | 1 March 2026     | 100.00 + 100.00 * 1/31     | 100.00 * 30/31 | 20.00 |
        | the last day but one of March | 30 March 2026   | 100.00 + 100.00 * 30/31    | 100.00 * 1/31 | 20.00 |

    Scenario: Agreed on the day it holds from, it is a discount like any other
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex is granted 10% off from 1 January 2026
      And time passes to 31 January 2026
      Then Globex is credited:
        | date           | from           | to              | net    | tax   | reason    |
        | 1 January 2026 | 1 January 2026 | 31 January 2026 | 100.00 | 10.00 | amendment |
      And nothing else is credited
      And the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,100.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,000.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |          | 100.00   |
        | 1 January 2026  | credit memo     | Contract liability | 100.00   |          |
        | 1 January 2026  | credit memo     | Sales tax payable  | 10.00    |          |
        | 1 January 2026  | credit memo     | Receivables        |          | 110.00   |
        | 31 January 2026 | revenue         | Contract liability | 900.00   |          |
        | 31 January 2026 | revenue         | Revenue            |          | 900.00   |
      And finance closes January 2026 without a difference

    Scenario: January and February are closed when it is agreed
      # By 16 March 200.00 and 100.00 * 16/31 = 51.61 concern service given. March: 1,000.00 - 300.00 = 700.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 45, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      When on 16 March 2026 Globex is granted 10% off from 1 January 2026
      And time passes to 31 March 2026
      Then the revenue of Globex is:
        | month         | amount   |
        | January 2026  | 1,000.00 |
        | February 2026 | 1,000.00 |
        | March 2026    | 700.00   |
      And nothing is posted from 2 February 2026 to 27 February 2026
      And the journal of March 2026 is:
        | date          | source        | account            | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice | Sales tax payable  |          | 100.00   |
        | 16 March 2026 | credit memo   | Revenue            | 251.61   |          |
        | 16 March 2026 | credit memo   | Contract liability | 48.39    |          |
        | 16 March 2026 | credit memo   | Sales tax payable  | 30.00    |          |
        | 16 March 2026 | credit memo   | Receivables        |          | 330.00   |
        | 31 March 2026 | revenue       | Contract liability | 951.61   |          |
        | 31 March 2026 | revenue       | Revenue            |          | 951.61   |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                                                            | amount |
        | retroactive discount credit memo NW-CM-000001 of January 2026 | 110.00 |
        | retroactive discount credit memo NW-CM-000001 of February 2026 | 110.00 |
        | Revenue                                                         | 700.00 |

    Scenario: The tax goes back at the rate each invoice had
      # January and February were taxed at 10%, March at 12%: 10% off gives back 10.00, 10.00 and 12.00 of tax.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And the tax of 10% becomes 12% on 1 March 2026
      When on 16 March 2026 Globex is granted 10% off from 1 January 2026
      And time passes to 1 April 2026
      Then Globex is credited:
        | date          | from            | net    | tax rate | tax   | credits          |
        | 16 March 2026 | 1 January 2026  | 100.00 | 10%      | 10.00 | January invoice  |
        | 16 March 2026 | 1 February 2026 | 100.00 | 10%      | 10.00 | February invoice |
        | 16 March 2026 | 1 March 2026    | 100.00 | 12%      | 12.00 | March invoice    |
      And nothing else is credited
      And Globex is invoiced:
        | date            | from            | net      | tax rate | tax    |
        | 1 February 2026 | 1 February 2026 | 1,000.00 | 10%      | 100.00 |
        | 1 March 2026    | 1 March 2026    | 1,000.00 | 12%      | 120.00 |
        | 1 April 2026    | 1 April 2026    | 900.00   | 12%      | 108.00 |
      And the ledger shows on 31 March 2026:
        | account           | credit |
        | Sales tax payable | 288.00 |
      And finance closes March 2026 without a difference

    Scenario Outline: An amount off each month, agreed in March, counts from January: <billing of an amendment>
      # 100 * 10.00 = 1,000.00 a month, 50.00 off each from January: three months back, tax 10%. By 10 March 2 * 50.00 and
      # 50.00 * 10/31 = 16.13 of it concern service given, 33.87 does not.
      Given these conventions:
        | question                | answer                    |
        | billing of an amendment | <billing of an amendment> |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When on 10 March 2026 Globex is granted from 1 January 2026:
        | discount  | off           | for        |
        | 50.00 USD | Platform seat | to the end |
      Then Globex is credited:
        | date          | for           | from            | to               | net   | tax  | total | credits          |
        | 10 March 2026 | Platform seat | 1 January 2026  | 31 January 2026  | 50.00 | 5.00 | 55.00 | January invoice  |
        | 10 March 2026 | Platform seat | 1 February 2026 | 28 February 2026 | 50.00 | 5.00 | 55.00 | February invoice |
        | 10 March 2026 | Platform seat | 1 March 2026    | 31 March 2026    | 50.00 | 5.00 | 55.00 | March invoice    |
      And nothing else is credited
      And nothing else is invoiced since 2 March 2026
      When time passes to 30 April 2026
      Then Globex is invoiced:
        | date         | for           | net    | tax   | total    |
        | 1 April 2026 | Platform seat | 950.00 | 95.00 | 1,045.00 |
      And the revenue of Globex is:
        | month         | amount            |
        | January 2026  | 1,000.00          |
        | February 2026 | 1,000.00          |
        | March 2026    | 950.00 - 2 * 50.00 |
        | April 2026    | 950.00            |
      And finance closes March 2026 without a difference
      And finance closes April 2026 without a difference

      Examples:
        | billing of an amendment            |
        | credit and charge line by line     |
        | one net difference                 |

  Rule: A year billed at once

    Scenario: As a concession, in the middle of a month
      # 2 * 1,825.00 is 10.00 a day, 20% off is 2.00: 730.00 in all, 21% tax on it 153.30; 50 days are served: 100.00.
      # February: 28 days at 8.00, less 2.00 for each of January's 31: 224.00 - 62.00 = 162.00.
      Given "Stark Industries" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 21%:
        | product        | quantity | price per year |
        | Annual license | 2        | 1,825.00 USD   |
      And Stark Industries pays every invoice when it is due
      When on 19 February 2026 Stark Industries is granted 20% off from 1 January 2026
      And time passes to 28 February 2026
      Then Stark Industries has a credit of 883.30 USD
      And the journal of February 2026 is:
        | date             | source      | account            | debit  | credit |
        | 19 February 2026 | credit memo | Revenue            | 100.00 |        |
        | 19 February 2026 | credit memo | Contract liability | 630.00 |        |
        | 19 February 2026 | credit memo | Sales tax payable  | 153.30 |        |
        | 19 February 2026 | credit memo | Customer credits   |        | 883.30 |
        | 28 February 2026 | revenue     | Contract liability | 262.00 |        |
        | 28 February 2026 | revenue     | Revenue            |        | 262.00 |
      And the ledger shows on 28 February 2026:
        | account            | credit            |
        | Contract liability | 8.00 * (365 - 59) |
        | Revenue            | 8.00 * 59         |
      And finance closes February 2026 without a difference

    Scenario: As a new price for the days to come, in the middle of a month
      # 3,650.00 less 500.00 of 50 days less 730.00 leaves 2,420.00 for 315 days: 9 of them in February, 69.14, beside 190.00.
      Given these conventions:
        | question             | answer               |
        | retroactive discount | prospective re-price |
      And "Stark Industries" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 21%:
        | product        | quantity | price per year |
        | Annual license | 2        | 1,825.00 USD   |
      And Stark Industries pays every invoice when it is due
      When on 19 February 2026 Stark Industries is granted 20% off from 1 January 2026
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source      | account            | debit  | credit |
        | 19 February 2026 | credit memo | Contract liability | 730.00 |        |
        | 19 February 2026 | credit memo | Sales tax payable  | 153.30 |        |
        | 19 February 2026 | credit memo | Customer credits   |        | 883.30 |
        | 28 February 2026 | revenue     | Contract liability | 259.14 |        |
        | 28 February 2026 | revenue     | Revenue            |        | 259.14 |
      And finance closes February 2026 without a difference

    Scenario: Discounted, then cancelled: the credit is of the discounted price
      # 1,080.00 is left of 1,200.00 after the discount; half of it, 540.00 and 54.00 tax, is not served after June.
      Given these conventions:
        | question       | answer   |
        | proration      | 30/360   |
        | revenue spread | by month |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When on 30 April 2026 Globex is granted 10% off from 1 January 2026
      And Globex cancels on 1 July 2026
      Then Globex is credited:
        | date          | from           | to               | net    | tax   | reason               |
        | 30 April 2026 | 1 January 2026 | 31 December 2026 | 120.00 | 12.00 | retroactive discount |
        | 1 July 2026   | 1 July 2026    | 31 December 2026 | 540.00 | 54.00 | cancellation         |
      And nothing else is credited
      And Globex has a credit of 726.00 USD
      And the ledger shows on 1 July 2026 exactly:
        | account           | debit    | credit |
        | Gateway clearing  | 1,320.00 |        |
        | Customer credits  |          | 726.00 |
        | Revenue           |          | 540.00 |
        | Sales tax payable |          | 54.00  |
      When time passes to 31 July 2026
      Then finance closes July 2026 without a difference

  Rule: What cannot be

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario Outline: Refused by billing: <why>
      When on 20 March 2026 Globex is granted <percent> off <product> from <from>
      Then billing holds these exceptions:
        | event              | customer | date          | reason   |
        | "order closed-won" | Globex   | 20 March 2026 | <reason> |
      And nothing else is credited
      And Globex is subscribed to:
        | product       | quantity | discount |
        | Platform seat | 100      | 0%       |
      And finance cannot close March 2026, because:
        | reconciliation |
        | Orders         |

      Examples:
        | why              | percent | product         | from            | reason                                                                                       |
        | above the price  | 101%    | "Platform seat" | 1 January 2026  | contract C-1 cannot have 101% off from 1 January 2026 on; a discount is between 0% and 100%  |
        | not on the contract | 10%  | "Analytics"     | 1 January 2026  | contract C-1 holds no recurring 'Analytics' on 1 January 2026                                |
        | before the term  | 10%     | "Platform seat" | 1 December 2025 | 1 December 2025 lies outside the term of contract C-1, 1 January 2026 to 31 December 2026     |
