@amendments @conventions @req:Q2C-015
Feature: Changes that are not prorated
  Some companies charge the full price of the billing period for whatever joins within it; others let it go free until the next
  one. Stripe ("none"), Google Play ("without proration") and Maxio ("product change") do the latter; Paddle ("full immediately",
  "full next billing period"), Autumn ("charge immediately"), Chargebee and Maxio's components can do the former.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged | price               |
      | Basic   | flat    | 30.00 USD per month |
      | Pro     | flat    | 50.00 USD per month |

  Rule: The same changes, by either convention and prorated

    # Of the 30 days of June 10 are left on the 21st. Five seats of 10.00 join ten: June 100.00 and 50.00, nothing, or 16.67; July
    # 150.00; tax 10%.
    Scenario Outline: Five seats more on 21 June, <convention>
      Given these conventions:
        | question  | answer       |
        | proration | <convention> |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex adds 5 "Platform seat" from 21 June 2026
      And time passes to 1 July 2026
      Then Globex is invoiced <in all> USD in all
      And nothing else is credited
      And finance closes June 2026 without a difference

      Examples:
        | convention                      | in all                          |
        | full price at once              | 330.00 |
        | full price from the next period | 275.00 |
        | actual days of the period       | 293.34         |

    Scenario: At once, a line for the days that are left, at the full price
      Given these conventions:
        | question  | answer             |
        | proration | full price at once |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex adds 5 "Platform seat" from 21 June 2026
      Then Globex is invoiced:
        | date         | from         | to           | quantity | net    | tax   |
        | 1 June 2026  | 1 June 2026  | 30 June 2026 | 10       | 100.00 | 10.00 |
        | 21 June 2026 | 21 June 2026 | 30 June 2026 | 5        | 50.00  | 5.00  |
      And nothing else is invoiced
      When time passes to 30 June 2026
      # All of it is served by the end of June.
      Then the revenue of June 2026 is 150.00 USD
      And the journal of June 2026 is:
        | date         | source         | account            | debit  | credit |
        | 1 June 2026  | June invoice   | Receivables        | 110.00 |        |
        | 1 June 2026  | June invoice   | Contract liability |        | 100.00 |
        | 1 June 2026  | June invoice   | Sales tax payable  |        | 10.00  |
        | 21 June 2026 | upsell invoice | Receivables        | 55.00  |        |
        | 21 June 2026 | upsell invoice | Contract liability |        | 50.00  |
        | 21 June 2026 | upsell invoice | Sales tax payable  |        | 5.00   |
        | 30 June 2026 | revenue        | Contract liability | 150.00 |        |
        | 30 June 2026 | revenue        | Revenue            |        | 150.00 |
      And finance closes June 2026 without a difference

    Scenario: The full price goes back too
      # 50.00 of 5 seats that leave; by the days that were left it would be 16.67.
      Given these conventions:
        | question  | answer             |
        | proration | full price at once |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex removes 5 "Platform seat" from 21 June 2026
      Then Globex is credited:
        | date         | quantity | net   |
        | 21 June 2026 | 5        | 50.00 |
      And nothing else is credited
      And nothing else is invoiced since 2 June 2026

    Scenario: From the next period, nothing goes back
      Given these conventions:
        | question  | answer                          |
        | proration | full price from the next period |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex removes 5 "Platform seat" from 21 June 2026
      And time passes to 1 July 2026
      Then Globex is subscribed to:
        | product       | quantity | price               |
        | Platform seat | 5        | 10.00 USD per month |
      And Globex is invoiced:
        | date        | quantity | net    |
        | 1 June 2026 | 10       | 100.00 |
        | 1 July 2026 | 5        | 50.00  |
      And nothing else is invoiced
      And nothing else is credited

  Rule: Another plan

    # Chargebee: 30.00 a month, after 20 days 50.00; prorated it would be about 10.00 back and 16.67. 30.00 for June and 50.00 for
    # July are invoiced by either; at once 50.00 for June as well, and 30.00 are given back.
    Scenario Outline: From Basic to Pro on 21 June, <convention>
      Given these conventions:
        | question                | answer       |
        | proration               | <convention> |
        | billing of an amendment | <billing>    |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product |
        | Basic   |
      When Globex replaces "Basic" with 1 "Pro" from 21 June 2026
      And time passes to 1 July 2026
      Then Globex is invoiced <in all> USD in all
      And Globex owes <owed> USD
      And finance closes June 2026 without a difference

      Examples:
        | convention                      | billing                        | in all                | owed   |
        | full price at once              | credit and charge line by line | 130.00 | 100.00 |
        | full price at once              | on the next regular invoice    | 130.00 | 100.00 |
        | full price from the next period | credit and charge line by line | 80.00 | 80.00  |

    Scenario: Chargebee, all of the new plan and nothing back of the old: the old one stays to the end of its period
      Given these conventions:
        | question  | answer             |
        | proration | full price at once |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product |
        | Basic   |
      When Globex signs an amendment on 21 June 2026, effective at the end of the billing period:
        | change         | product |
        | remove product | Basic   |
      And Globex signs an amendment on 21 June 2026, effective 21 June 2026:
        | change      | product | quantity |
        | add product | Pro     | 1        |
      And time passes to 1 July 2026
      Then Globex is invoiced:
        | date         | for   | from         | to           | net   |
        | 1 June 2026  | Basic | 1 June 2026  | 30 June 2026 | 30.00 |
        | 21 June 2026 | Pro   | 21 June 2026 | 30 June 2026 | 50.00 |
        | 1 July 2026  | Pro   | 1 July 2026  | 31 July 2026 | 50.00 |
      And nothing else is invoiced
      And nothing else is credited

  Rule: Boundaries

    Scenario Outline: A shorter first and a shorter last period cost a full one, <convention>
      Given these conventions:
        | question  | answer       |
        | proration | <convention> |
      And "Globex" signed on 16 June 2026 for 2 months, billed monthly in advance by the calendar, net 30, no tax:
        | product |
        | Basic   |
      When time passes to 31 August 2026
      Then Globex is invoiced:
        | date          | from          | to             | net   |
        | 16 June 2026  | 16 June 2026  | 30 June 2026   | 30.00 |
        | 1 July 2026   | 1 July 2026   | 31 July 2026   | 30.00 |
        | 1 August 2026 | 1 August 2026 | 15 August 2026 | 30.00 |
      And nothing else is invoiced

      Examples:
        | convention                      |
        | full price at once              |
        | full price from the next period |

    # On the first day of a period either convention charges the new price for all of it; on the last, by the one it is all
    # charged at once, by the other from July. May and June 100.00 each, July 150.00, and 50.00 for June.
    Scenario Outline: A change on <day>, <convention>
      Given these conventions:
        | question  | answer       |
        | proration | <convention> |
      And "Globex" signed on 1 May 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex adds 5 "Platform seat" from <day>
      And time passes to 1 July 2026
      Then Globex is invoiced <in all> USD in all

      Examples:
        | day          | convention                      | in all                             |
        | 1 June 2026  | full price at once              | 400.00   |
        | 1 June 2026  | full price from the next period | 400.00   |
        | 30 June 2026 | full price at once              | 400.00   |
        | 30 June 2026 | full price from the next period | 350.00           |

    Scenario: Billed in arrears, the price at the end of a period is for all of it
      Given these conventions:
        | question  | answer             |
        | proration | full price at once |
      And "Globex" signed on 1 June 2026 for 2 months, billed monthly in arrears, net 30, no tax:
        | product |
        | Basic   |
      When Globex pays 45.00 USD per month for "Basic" from 21 June 2026
      And time passes to 1 July 2026
      Then Globex is invoiced 45.00 USD in all

    Scenario: Back-dated before an issued invoice: the full difference of every period since
      # Signed on 10 July, from 21 June: all of June and all of July.
      Given these conventions:
        | question  | answer             |
        | proration | full price at once |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When Globex signs on 10 July 2026 to add 5 "Platform seat" from 21 June 2026
      Then Globex is invoiced:
        | date         | from         | to           | quantity | net    |
        | 1 June 2026  | 1 June 2026  | 30 June 2026 | 10       | 100.00 |
        | 1 July 2026  | 1 July 2026  | 31 July 2026 | 10       | 100.00 |
        | 10 July 2026 | 21 June 2026 | 30 June 2026 | 5        | 50.00  |
        | 10 July 2026 | 1 July 2026  | 31 July 2026 | 5        | 50.00  |
      And nothing else is invoiced

    Scenario Outline: Cancelled within a period, the full price goes back or nothing, <convention>
      Given these conventions:
        | question  | answer             |
        | proration | <convention> |
      And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product |
        | Basic   |
      When Globex cancels on 21 June 2026
      And time passes to 1 July 2026
      Then Globex owes <owed> USD
      And nothing else is invoiced since 2 June 2026
      And finance closes June 2026 without a difference

      Examples:
        | convention                      | owed  |
        | full price at once              | 0.00  |
        | full price from the next period | 30.00 |
