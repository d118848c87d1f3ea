@receivables @late-fees @conventions @wave-3 @req:Q2C-069
Feature: Late interest as published
  Statutory interest and fixed sums on late commercial debts, with the figures of public guides and calculators: the United Kingdom's
  Late Payment of Commercial Debts (Interest) Act 1998 (8% above the reference rate, 40, 70 or 100 pounds by the size of the debt)
  and Directive 2011/7/EU (a fixed sum of 40 euros).

  # Net 30 of 1 January: due on 31 January. Each debt is of one line; the fee bears no tax.
  Scenario Outline: <guide>: <debt> <currency> at <rate>, <days> days late
    Given the company "Northwind SaaS"
    And these conventions:
      | question                 | answer                      |
      | revenue schedule         | service period of each line |
      | late interest of a night | <night>                     |
    And the tax code "VAT" is 20%
    And these late fees:
      | days overdue | interest a year | amount     | open at least |
      | <days>       | <rate>          | <up to 1k> | 0             |
      | <days>       | <rate>          | <from 1k>  | 1,000.00      |
      | <days>       | <rate>          | <from 10k> | 10,000.00     |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "<tax>":
      | product       | quantity | price per month  |
      | Platform seat | 1        | <net> <currency> |
    When time passes to 30 June 2026
    Then Globex is invoiced:
      | date           | cause    | total           |
      | 1 January 2026 | regular  | <debt> <currency> |
      | *              | late fee | <interest+fixed> <currency> |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2026 without a difference

    # Interest is debt * rate * days/365, beside the fixed sum.
    Examples:
      | guide                      | tax  | net       | debt      | currency | rate   | days | night                        | up to 1k | from 1k | from 10k | interest+fixed |
      # 1,000.00 * 8.5% = 85.00 a year, 0.23 a day; 50 * 0.23 = 11.50.
      | gov.uk                     | none | 1,000.00  | 1,000.00  | GBP      | 8.5%   | 50   | rounded to the smallest unit | 0        | 0       | 0        | 11.50          |
      # The same counted exactly: 85.00 * 50/365 = 11.6438.
      | gov.uk, counted exactly    | none | 1,000.00  | 1,000.00  | GBP      | 8.5%   | 50   | exact                        | 0        | 0       | 0        | 11.64          |
      # 1.68 a day for 101 days is 169.68, and 70.00.
      | Paidnice                   | none | 5,000.00  | 5,000.00  | GBP      | 12.25% | 101  | rounded to the smallest unit | 40       | 70      | 100      | 169.68 + 70.00 |
      # 851.06 and 148.94 of tax were the guide's at 17.5%; here 833.33 and 20% of it, 166.67: 1,000.00 * 12% * 30/365 = 9.8630.
      | Daniels Silverman          | VAT  | 833.33    | 1,000.00  | GBP      | 12%    | 30   | exact                        | 0        | 0       | 0        | 9.86           |
      # 262.25 * 8.5% * 139/365 = 8.4890, and 40.00.
      | Pay on time                | none | 262.25    | 262.25    | GBP      | 8.5%   | 139  | exact                        | 40       | 70      | 100      | 8.49 + 40.00   |
      # 3,000.00 and 20%: 3,600.00 * 9% * 60/365 = 53.2603.
      | AAT                        | VAT  | 3,000.00  | 3,600.00  | GBP      | 9%     | 60   | exact                        | 0        | 0       | 0        | 53.26          |
      # 12,000.00 * 13% * 90/365 = 384.6575, and 100.00.
      | Gera                       | none | 12,000.00 | 12,000.00 | GBP      | 13%    | 90   | exact                        | 40       | 70      | 100      | 384.66 + 100.00 |
      # On the border of the next fixed sum: 999.99 * 8% * 10/365 = 2.1918; 1,000.00 * 8% * 10/365 = 2.1918.
      | The Act, below the border  | none | 999.99    | 999.99    | GBP      | 8%     | 10   | exact                        | 40       | 70      | 100      | 2.19 + 40.00   |
      | The Act, on the border     | none | 1,000.00  | 1,000.00  | GBP      | 8%     | 10   | exact                        | 40       | 70      | 100      | 2.19 + 70.00   |
      # The reference rate of the first half of 2024, 4.50%, and 8%: 10,000.00 * 12.5% * 30/365 = 102.7397.
      | Directive 2011/7/EU        | none | 10,000.00 | 10,000.00 | EUR      | 12.5%  | 30   | exact                        | 40       | 40      | 40       | 102.74 + 40.00 |

  Rule: The reference rate changes while the debt is late

    # BGB 247 and 288(2): 1.62% and 3.12% from 1 July 2023, and 9%. Due on 15 June, 46 days late on 31 July: 15 days to 30 June, 31 after.
    # 1,000.00 * 10.62% * 15/365 + 1,000.00 * 12.12% * 31/365 = 4.3644 + 10.2937 = 14.6581.
    # The Act of 1998 keeps the rate of the day the debt became late (s. 6): 1,000.00 * 10.62% * 46/365 = 13.3841.
    Scenario Outline: <law>
      Given the company "Northwind SaaS"
      And these conventions:
        | question                           | answer                      |
        | revenue schedule                   | service period of each line |
        | rate of late interest that changes | <convention>                |
      And these late fees:
        | days overdue | interest a year | from        |
        | 46           | 10.62%          |             |
        | 46           | 12.12%          | 1 July 2023 |
        | 46           | 12.62%          | 1 January 2024 |
      And "Globex" signed on <signed> for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      When time passes to 30 September 2023
      Then Globex is invoiced:
        | date      | cause    | total      |
        | <charged> | late fee | <interest> |
      And nothing else is credited
      And finance closes September 2023 without a difference

      Examples:
        | law                                   | convention               | signed      | charged        | interest                                                  |
        | Germany, by each day                  | of each night            | 16 May 2023 | 31 July 2023   | 1,000.00 * 0.1062 * 15/365 + 1,000.00 * 0.1212 * 31/365   |
        | United Kingdom, of the day it is late | of the first day overdue | 16 May 2023 | 31 July 2023   | 1,000.00 * 0.1062 * 46/365                                |
        # Due on 30 June: the first day overdue is 1 July, and all days are at the new rate, either way.
        | Late from the first day, by each day  | of each night            | 31 May 2023 | 15 August 2023 | 1,000.00 * 0.1212 * 46/365                                |
        | Late from the first day               | of the first day overdue | 31 May 2023 | 15 August 2023 | 1,000.00 * 0.1212 * 46/365                                |
        # Due on 29 June: 30 June is the first day overdue.
        | A day before                          | of the first day overdue | 30 May 2023 | 14 August 2023 | 1,000.00 * 0.1062 * 46/365                                |

  Rule: No less than a minimum, no more than a maximum

    # Late charges of leases and of telephone companies: 5%, at least 10.00, at most 50.00.
    Scenario Outline: 5% of <owed>
      Given the company "Northwind SaaS"
      And these late fees:
        | days overdue | percent | minimum | maximum |
        | 5            | 5%      | 10.00   | 50.00   |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | <owed> USD      |
      When time passes to 31 January 2026
      Then Globex is invoiced:
        | date           | cause    | total |
        | 6 January 2026 | late fee | <fee> |
      And Globex is invoiced <owed + fee> USD in all

      Examples:
        | owed     | fee   | owed + fee |
        | 100.00   | 10.00 | 110.00     |
        | 200.00   | 10.00 | 210.00     |
        | 200.20   | 10.01 | 210.21     |
        | 1,000.00 | 50.00 | 1,050.00   |
        | 1,000.20 | 50.00 | 1,050.20   |

  Rule: Interest up to the day of payment

    # Late fees of 10% a year, 30 and 100 days after 31 January. 1,000.00 * 10% * 40/365 = 10.9589 in all, 30 and 10 nights apart.
    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question                                     | answer                      |
        | revenue schedule                             | service period of each line |
        | late interest of what is paid before its day | charged when it is paid     |
      And these late fees:
        | days overdue | interest a year | amount |
        | 30           | 10%             | 0      |
        | 100          | 10%             | 40.00  |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |

    Scenario Outline: Paid on <day>
      When Globex transfers 1,000.00 USD on <day> 2026 for the January invoice
      And time passes to 31 May 2026
      Then Globex is invoiced <in all> USD in all
      And finance closes May 2026 without a difference

      Examples:
        | day         | in all                                                             |
        | 31 January  | 1,000.00                                                           |
        # One night: 0.27.
        | 1 February  | 1,000.27                                                           |
        # 20 nights: 5.48.
        | 20 February | 1,005.48                                                           |
        # On the day of the first fee: its 30 nights, 8.22, once.
        | 2 March     | 1,008.22                                                           |
        # 30 nights, and 10 more: 8.22 and 2.74.
        | 12 March    | 1,010.96                                                           |

    Scenario: In parts
      # 400.00 after 15 nights: nothing is charged yet. The rest after 25: 1,000.00 * 10% * 15/365 + 600.00 * 10% * 10/365 = 5.7534.
      When Globex transfers 400.00 USD on 15 February 2026 for the January invoice
      Then Globex is invoiced 1,000.00 USD in all
      When Globex transfers 600.00 USD on 25 February 2026 for the January invoice
      Then Globex is invoiced:
        | date             | cause    | total |
        | 25 February 2026 | late fee | 5.75  |
      And Globex owes 5.75 USD
      When time passes to 31 May 2026
      Then Globex is invoiced 1,005.75 USD in all
      And finance closes February 2026 without a difference
