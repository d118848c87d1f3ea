@amendments @published @conventions @req:Q2C-201
Feature: Changes of running contracts with the figures that other systems publish
  The figures are from the documentation of other billing systems and of companies that bill by them; each row or comment names
  the source, and the scenario says under which conventions its figure is right.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product  | charged  |
      | Old plan | flat     |
      | New plan | flat     |
      | Seat     | per unit |

  Rule: At once, by the days that are left

    # "Halfway" is 15 of the 30 days of June. Chargebee counts 26 of the 30 days from 1 April to 1 May when the plan changes on 5 April.
    # Vaocher: 34.50 back and 99.50 for Enterprise, 65.00 in all. Google Play: half of 2.00 a month back, half a month of 36.00 a year.
    Scenario Outline: <system>: from <old> to <new> on <day>
      Given "Globex" signed on <start> for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | <old> USD |
      When Globex replaces "Old plan" with 1 "New plan" at <new price> from <day>
      Then Globex is credited:
        | date  | for      | from  | to    | net      |
        | <day> | Old plan | <day> | <end> | <credit> |
      And nothing else is credited
      And Globex is invoiced:
        | date    | for      | net      |
        | <start> | Old plan | <old>    |
        | <day>   | New plan | <charge> |
      And nothing else is invoiced
      When time passes to <end>
      Then Globex is invoiced nothing since <after>

      Examples:
        | system               | old    | new    | new price            | start        | day          | end           | after        | credit | charge |
        | Stripe               | 10.00  | 20.00  | 20.00 USD per month  | 1 June 2026  | 16 June 2026 | 30 June 2026  | 17 June 2026 | 5.00   | 10.00  |
        | Autumn               | 20.00  | 50.00  | 50.00 USD per month  | 1 June 2026  | 16 June 2026 | 30 June 2026  | 17 June 2026 | 10.00  | 25.00  |
        | Pentest-Tools        | 20.00  | 40.00  | 40.00 USD per month  | 1 June 2026  | 16 June 2026 | 30 June 2026  | 17 June 2026 | 10.00  | 20.00  |
        | 3scale               | 200.00 | 300.00 | 300.00 USD per month | 1 June 2026  | 16 June 2026 | 30 June 2026  | 17 June 2026 | 100.00 | 150.00 |
        | Vaocher              | 69.00  | 199.00 | 199.00 USD per month | 1 June 2026  | 16 June 2026 | 30 June 2026  | 17 June 2026 | 34.50  | 99.50  |
        | Chargebee, upgrade   | 15.00  | 30.00  | 30.00 USD per month  | 1 April 2026 | 5 April 2026 | 30 April 2026 | 6 April 2026 | 13.00  | 26.00  |
        | Chargebee, downgrade | 30.00  | 15.00  | 15.00 USD per month  | 1 April 2026 | 5 April 2026 | 30 April 2026 | 6 April 2026 | 26.00  | 13.00  |
        | Google Play          | 2.00   | 36.00  | 36.00 USD per year   | 1 April 2026 | 16 April 2026 | 30 April 2026 | 17 April 2026 | 1.00  | 1.50   |

    Scenario: 3scale, on the day it was bought: all of the old plan back, all of the new one
      Given "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price      |
        | Old plan | 200.00 USD |
      When Globex replaces "Old plan" with 1 "New plan" at 300.00 USD per month from 1 June 2026
      Then Globex is credited:
        | date        | for      | net    |
        | 1 June 2026 | Old plan | 200.00 |
      And Globex is invoiced:
        | date        | for      | net    |
        | 1 June 2026 | Old plan | 200.00 |
        | 1 June 2026 | New plan | 300.00 |
      And Globex owes 300.00 USD

    Scenario: CheckWork, a seat more for the rest of a year
      # 228.00 * 122/365 = 76.21; 11 seats from 1 January.
      Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product | quantity | price per year |
        | Seat    | 10       | 228.00 USD     |
      When Globex adds 1 "Seat" from 1 September 2026
      And time passes to 1 January 2027
      Then Globex is invoiced:
        | date             | from             | to               | quantity | net      |
        | 1 January 2026   | 1 January 2026   | 31 December 2026 | 10       | 2,280.00 |
        | 1 September 2026 | 1 September 2026 | 31 December 2026 | 1        | 76.21    |
        | 1 January 2027   | 1 January 2027   | 31 December 2027 | 11       | 2,508.00 |
      And nothing else is invoiced

    Scenario: Kodular, a second app after 15 days: half of its first month, and then with the other
      Given "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity | price per month |
        | Seat    | 1        | 3.50 USD        |
      When Globex adds 1 "Seat" from 16 June 2026
      And time passes to 1 July 2026
      Then Globex is invoiced:
        | date         | from         | to           | quantity | net        |
        | 16 June 2026 | 16 June 2026 | 30 June 2026 | 1        | 1.75       |
        | 1 July 2026  | 1 July 2026  | 31 July 2026 | 2        | 7.00       |
      And nothing else is invoiced since 2 June 2026

  Rule: Under other conventions

    Scenario: Samsung, where the old plan pays for the day of the change
      # 1.00 and 2.00 a day; on 15 September 15 days are left: 15.00 more.
      Given these conventions:
        | question          | answer             |
        | day of the change | old plan pays      |
      And "Globex" signed on 1 September 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 30.00 USD |
      When Globex pays 60.00 USD per month for "Old plan" from 15 September 2026
      And time passes to 1 October 2026
      Then Globex is credited:
        | date              | from              | to                | net   |
        | 16 September 2026 | 16 September 2026 | 30 September 2026 | 15.00 |
      And Globex is invoiced:
        | date              | from              | to                | net   |
        | 16 September 2026 | 16 September 2026 | 30 September 2026 | 30.00 |
        | 1 October 2026    | 1 October 2026    | 31 October 2026   | 60.00 |
      And Globex owes 105.00 USD

    Scenario: Samsung, deferred to the end of the billing period
      Given "Globex" signed on 1 September 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 30.00 USD |
      When Globex signs an amendment on 15 September 2026, effective at the end of the billing period:
        | change | product  | price               |
        | price  | Old plan | 60.00 USD per month |
      And time passes to 1 October 2026
      Then Globex is invoiced:
        | date             | net   |
        | 1 September 2026 | 30.00 |
        | 1 October 2026   | 60.00 |
      And nothing else is invoiced
      And nothing else is credited

    Scenario Outline: <system>: one difference, on the day of the change
      # WPSubscription: 40.00 * 15/30 - 10.00 = 10.00. Autumn: 30.00 more a month for half of it, 15.00.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | <old> USD |
      When Globex pays <new> USD per month for "Old plan" from 16 June 2026
      Then Globex is invoiced:
        | date         | from         | to           | net   |
        | 16 June 2026 | 16 June 2026 | 30 June 2026 | <net> |
      And nothing else is invoiced since 2 June 2026
      And nothing else is credited

      Examples:
        | system         | old   | new   | net   |
        | WPSubscription | 20.00 | 40.00 | 10.00 |
        | Autumn         | 20.00 | 50.00 | 15.00 |

    # Maxio ("prorated upgrade or downgrade"): the rest of the old plan goes back, the new one is charged in full, and the period begins
    # anew, also where the new plan costs less. 15 of the 30 days of June are left.
    Scenario Outline: Maxio, from <old> to <new> in the middle of June, with a new period
      Given these conventions:
        | question                    | answer                                    |
        | new period after an upgrade | restarts with every upgrade and downgrade |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | <old> USD |
      When Globex replaces "Old plan" with 1 "New plan" at <new> USD per month from 16 June 2026
      And time passes to 16 July 2026
      Then Globex is credited:
        | date         | for      | from         | to           | net      |
        | 16 June 2026 | Old plan | 16 June 2026 | 30 June 2026 | <old>/2  |
      And nothing else is credited
      And Globex is invoiced:
        | date         | for      | from         | to             | net   |
        | 1 June 2026  | Old plan | 1 June 2026  | 30 June 2026   | <old> |
        | 16 June 2026 | New plan | 16 June 2026 | 15 July 2026   | <new> |
        | 16 July 2026 | New plan | 16 July 2026 | 15 August 2026 | <new> |
      And nothing else is invoiced
      And finance closes June 2026 without a difference

      Examples:
        | old   | new   |
        | 30.00 | 60.00 |
        | 60.00 | 30.00 |

    # Zuora, "cancel regular charges in billed periods": 25.00 from 11 February to 10 March 2020, 10 of 29 days go back.
    Scenario: Zuora, a charge that leaves after 19 of the 29 days of its period
      Given "Globex" signed on 11 February 2020 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 25.00 USD |
      When Globex drops "Old plan" from 1 March 2020
      Then Globex is credited:
        | date         | from         | to            | net            |
        | 1 March 2020 | 1 March 2020 | 10 March 2020 | 25.00 * 10/29  |
      And nothing else is credited
      And nothing else is invoiced since 12 February 2020

    Scenario: mlytics, by a rate for each day that is rounded to cents
      # 10.00 / 30 = 0.33 and 99.00 / 30 = 3.30 a day; 15 days are left after 15 September: 4.95 back, 49.50.
      Given these conventions:
        | question          | answer                       |
        | daily rate        | rounded to the smallest unit |
        | day of the change | old plan pays                |
      And "Globex" signed on 1 September 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 10.00 USD |
      When Globex replaces "Old plan" with 1 "New plan" at 99.00 USD per month from 15 September 2026
      And time passes to 30 September 2026
      Then Globex is credited:
        | date              | for      | from              | to                | net  |
        | 16 September 2026 | Old plan | 16 September 2026 | 30 September 2026 | 4.95 |
      And Globex is invoiced:
        | date              | for      | from              | to                | net   |
        | 16 September 2026 | New plan | 16 September 2026 | 30 September 2026 | 49.50 |
      And nothing else is credited
      And finance closes September 2026 without a difference

    Scenario: UniBee, one difference by a rounded rate for each day
      # 50.00 / 31 = 1.61 a day, 15 days from 17 January: 24.15. 99.00 / 31 = 3.19 and 49.00 / 31 = 1.58.
      Given these conventions:
        | question                | answer                       |
        | daily rate              | rounded to the smallest unit |
        | billing of an amendment | one net difference           |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 49.00 USD |
      When Globex pays 99.00 USD per month for "Old plan" from 17 January 2026
      And time passes to 1 February 2026
      Then Globex is invoiced:
        | date            | from            | to               | net   |
        | 17 January 2026 | 17 January 2026 | 31 January 2026  | 24.15 |
        | 1 February 2026 | 1 February 2026 | 28 February 2026 | 99.00 |
      And nothing else is invoiced since 2 January 2026
      And nothing else is credited

    Scenario: Baremetrics, on the next invoice: 9.00 unused, 18.00 of the new plan, and the next month
      # A week of the 28 days of February is over: 12.00 * 21/28 and 24.00 * 21/28. 33.00 in all.
      Given these conventions:
        | question                | answer                      |
        | billing of an amendment | on the next regular invoice |
      And "Globex" signed on 1 February 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 12.00 USD |
      When Globex pays 24.00 USD per month for "Old plan" from 8 February 2026
      And time passes to 1 March 2026
      Then Globex is credited:
        | date         | from            | to               | net  |
        | 1 March 2026 | 8 February 2026 | 28 February 2026 | 9.00 |
      And Globex is invoiced:
        | date         | from            | to               | net   |
        | 1 March 2026 | 8 February 2026 | 28 February 2026 | 18.00 |
        | 1 March 2026 | 1 March 2026    | 31 March 2026    | 24.00 |
      And nothing else is invoiced since 2 February 2026
      And Globex owes 45.00 USD

    Scenario: Stripe in yen, on the next invoice
      # 1,000 to 3,000 in the middle of the month: 500 back, 1,500, and 3,000 for the next: 4,000.
      Given these conventions:
        | question                | answer                      |
        | billing of an amendment | on the next regular invoice |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product  | price     |
        | Old plan | 1,000 JPY |
      When Globex pays 3,000 JPY per month for "Old plan" from 16 June 2026
      And time passes to 1 July 2026
      Then Globex is credited:
        | date        | from         | to           | net     |
        | 1 July 2026 | 16 June 2026 | 30 June 2026 | 500 JPY |
      And Globex is invoiced:
        | date        | from         | to           | net       |
        | 1 July 2026 | 16 June 2026 | 30 June 2026 | 1,500 JPY |
        | 1 July 2026 | 1 July 2026  | 31 July 2026 | 3,000 JPY |
      And nothing else is invoiced since 2 June 2026

    Scenario: Lago, in arrears by the calendar: each plan for its own days
      # 100.00 * 14/31 = 45.16 and 200.00 * 17/31 = 109.68.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears by the calendar, net 30, no tax:
        | product  | price      |
        | Old plan | 100.00 EUR |
      When Globex replaces "Old plan" with 1 "New plan" at 200.00 EUR per month from 15 January 2026
      And time passes to 1 February 2026
      Then Globex is invoiced:
        | date            | for      | from            | to              | net        |
        | 1 February 2026 | Old plan | 1 January 2026  | 14 January 2026 | 45.16 EUR  |
        | 1 February 2026 | New plan | 15 January 2026 | 31 January 2026 | 109.68 EUR |
      And nothing else is invoiced
      And nothing else is credited

    Scenario: Nectir, a member more after ten days, rounded down
      # 10.00 * 20/30 = 6.666, billed as 6.66.
      Given these conventions:
        | question      | answer |
        | rounding | down   |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity | price per month |
        | Seat    | 3        | 10.00 USD       |
      When Globex adds 1 "Seat" from 11 June 2026
      Then Globex is invoiced:
        | date         | from         | to           | quantity | net  |
        | 11 June 2026 | 11 June 2026 | 30 June 2026 | 1        | 6.66 |

    Scenario: Hubstaff, a seat from July to December of a year, by months
      # 10.00 a month, 60.00; a seat that goes is not credited.
      Given these conventions:
        | question  | answer                          |
        | proration | months                          |
        | downgrade | at period end without credit    |
      And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product | quantity | price per month |
        | Seat    | 1        | 10.00 USD       |
      When Globex adds 1 "Seat" from 1 July 2026
      And Globex removes 1 "Seat" from 1 October 2026
      And time passes to 1 January 2027
      Then Globex is invoiced:
        | date           | from           | to               | quantity | net    |
        | 1 January 2026 | 1 January 2026 | 31 December 2026 | 1        | 120.00 |
        | 1 July 2026    | 1 July 2026    | 31 December 2026 | 1        | 60.00  |
        | 1 January 2027 | 1 January 2027 | 31 December 2027 | 1        | 120.00 |
      And nothing else is invoiced
      And nothing else is credited

    Scenario: Lokalise, a new year from the day of the upgrade
      # 100 of 365 days are over: 1920.00 * 265/365 = 1,393.97 back, 4,800.00 for a new year: 3,406.03.
      Given these conventions:
        | question                       | answer                      |
        | new period after an upgrade    | restarts on the change date |
      And "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
        | product  | price per year |
        | Old plan | 1,920.00 USD   |
      When Globex replaces "Old plan" with 1 "New plan" at 4,800.00 USD per year from 11 April 2026
      Then Globex is credited:
        | date          | for      | from          | to               | net      |
        | 11 April 2026 | Old plan | 11 April 2026 | 31 December 2026 | 1,393.97 |
      And Globex is invoiced:
        | date          | for      | from          | to            | net      |
        | 11 April 2026 | New plan | 11 April 2026 | 10 April 2027 | 4,800.00 |
      And Globex owes 5,326.03 USD

  Rule: Renewals, uplifts and ends

    Scenario: IBM, a renewal that ends with the others, 10% dearer
      # 6,000.00 for the 181 days to 28 February 2005; 306 days to 31 December: 6000.00 * 1.1 * 306/181 = 11,158.01.
      Given "Globex" signed on 1 September 2004 for 6 months, billed every 181 days in advance, net 30, no tax:
        | product  | price per billing period |
        | Old plan | 6,000.00 USD             |
      When Globex renews on 1 February 2005 for 10 months at prices 10% higher
      And time passes to 31 December 2005
      Then Globex is invoiced:
        | date             | from             | to               | net                    |
        | 1 September 2004 | 1 September 2004 | 28 February 2005 | 6,000.00               |
        | 1 March 2005     | 1 March 2005     | 28 August 2005   | 6,600.00               |
        | 29 August 2005   | 29 August 2005   | 31 December 2005 | 6600.00 * 125/181      |
      And nothing else is invoiced
      And Globex is invoiced 17,158.01 USD in all

    Scenario: The Bureau of Labor Statistics, an index of 229.815 that has become 232.945
      # 3.130 / 229.815 = 0.0136, 1.4%.
      Given these conventions:
        | question        | answer                      |
        | index uplift is | rounded to 0.1 of a percent |
      And Globex agrees to this uplift with the next contract:
        | index | applies             |
        | CPI-U | on each anniversary |
      And these index values:
        | index | month        | value   |
        | CPI-U | January 2013 | 229.815 |
        | CPI-U | January 2014 | 232.945 |
      And "Globex" signed on 1 January 2013 for 2 years, billed yearly in advance, net 30, no tax:
        | product  | price per year |
        | Old plan | 1,000.00 USD   |
      When time passes to 1 January 2014
      Then Globex is invoiced:
        | date           | net      |
        | 1 January 2013 | 1,000.00 |
        | 1 January 2014 | 1,014.00 |

    Scenario: Odoo Enterprise, 7% a year when the term is renewed
      Given Globex agrees to this uplift with the next contract:
        | percent | applies         |
        | 7%      | at each renewal |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  | price per year |
        | Old plan | 1,000.00 USD   |
      When Globex renews on 1 December 2026 for 1 year
      And Globex renews on 1 December 2027 for 1 year
      And time passes to 1 January 2028
      Then Globex is invoiced:
        | date           | net      |
        | 1 January 2027 | 1,070.00 |
        | 1 January 2028 | 1,144.90 |

    Scenario: WP Site Wizard, a year left after three months, which are charged at the price of a month
      # 470.00 paid; nine months are 352.50; three months at 47.00 instead of 117.50 keep 23.50 more: 329.00 go back.
      Given these conventions:
        | question  | answer |
        | proration | months |
      And Globex pays every invoice when it is due
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 0, no tax:
        | product  | price per year |
        | Old plan | 470.00 USD     |
      When Globex cancels on 1 April 2026 for a fee of 23.50 USD and is refunded
      And time passes to 30 April 2026
      Then Globex was refunded:
        | amount |
        | 329.00 |
      And finance closes April 2026 without a difference
