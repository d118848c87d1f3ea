@amendments @plan-changes @conventions @wave-3 @req:Q2C-023
Feature: One plan takes the place of another
  An upgrade or a downgrade is a swap: the old plan leaves on the day the new one comes, at a price that was agreed or at the
  price book's. When it takes effect, and whether a new period begins, are the company's conventions.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | price               |
      | Basic   | 31.00 USD per month |
      | Pro     | 62.00 USD per month |

  Rule: Month by month

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Basic   | 10       |

    Scenario: Up, at the price book's price
      # 16 of 31 days: 310.00 * 16/31 = 160.00 back, 620.00 * 16/31 = 320.00 charged.
      When Globex replaces "Basic" with 10 "Pro" from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is credited:
        | date          | for   | from          | to            | net    | credits       |
        | 16 March 2026 | Basic | 16 March 2026 | 31 March 2026 | 160.00 | March invoice |
      And nothing else is credited
      And Globex is invoiced:
        | date          | for | from          | to            | net    | cause   |
        | 16 March 2026 | Pro | 16 March 2026 | 31 March 2026 | 320.00 | upsell  |
        | 1 April 2026  | Pro | 1 April 2026  | 30 April 2026 | 620.00 | regular |
      And nothing else is invoiced since 2 March 2026
      And the revenue of March 2026 is 470.00 USD
      And the journal of March 2026 is:
        | date          | source         | account            | debit                    | credit                   |
        | 1 March 2026  | March invoice  | Receivables        | 310.00                   |                          |
        | 1 March 2026  | March invoice  | Contract liability |                          | 310.00                   |
        | 16 March 2026 | credit memo    | Contract liability | 160.00                   |                          |
        | 16 March 2026 | credit memo    | Receivables        |                          | 160.00                   |
        | 16 March 2026 | upsell invoice | Receivables        | 320.00                   |                          |
        | 16 March 2026 | upsell invoice | Contract liability |                          | 320.00                   |
        | 31 March 2026 | revenue        | Contract liability | 310.00 - 160.00 + 320.00 |                          |
        | 31 March 2026 | revenue        | Revenue            |                          | 310.00 - 160.00 + 320.00 |
      And finance closes March 2026 without a difference

    Scenario: Up at the end of the period, as it was agreed
      When Globex signs an amendment on 16 March 2026, effective at the end of the billing period:
        | change         | product | quantity | price               |
        | remove product | Basic   |          |                     |
        | add product    | Pro     | 10       | 60.00 USD per month |
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date         | for   | price | net    |
        | 1 March 2026 | Basic | 31.00 | 310.00 |
        | 1 April 2026 | Pro   | 60.00 | 600.00 |
      And Globex is invoiced nothing since 2 April 2026
      And nothing else is credited
      And the journal of April 2026 is:
        | date          | source        | account            | debit  | credit |
        | 1 April 2026  | upsell invoice| Receivables        | 600.00 |        |
        | 1 April 2026  | upsell invoice| Contract liability |        | 600.00 |
        | 30 April 2026 | revenue       | Contract liability | 600.00 |        |
        | 30 April 2026 | revenue       | Revenue            |        | 600.00 |
      And finance closes April 2026 without a difference

    Scenario: Several changes in one amendment are one document each way
      # 16 of 31 days: 5 seats of Basic less, 80.00 back; 2 Pro, 64.00; Basic at 30.00 from then on: 5 * 31.00 * 16/31 = 80.00
      # back and 5 * 30.00 * 16/31 = 77.42 charged.
      When Globex signs an amendment on 16 March 2026, effective 16 March 2026:
        | change       | product | quantity | price               |
        | set quantity | Basic   | 5        |                     |
        | price        | Basic   |          | 30.00 USD per month |
        | add product  | Pro     | 2        |                     |
      And time passes to 31 March 2026
      Then Globex is credited:
        | date          | for   | quantity | net    |
        | 16 March 2026 | Basic | 10       | 160.00 |
      And nothing else is credited
      And Globex is invoiced:
        | date          | for   | quantity | net               |
        | 16 March 2026 | Basic | 5        | 5 * 30.00 * 16/31 |
        | 16 March 2026 | Pro   | 2        | 64.00             |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source         | account            | debit                           | credit                          |
        | 1 March 2026  | March invoice  | Receivables        | 310.00                          |                                 |
        | 1 March 2026  | March invoice  | Contract liability |                                 | 310.00                          |
        | 16 March 2026 | credit memo    | Contract liability | 160.00                          |                                 |
        | 16 March 2026 | credit memo    | Receivables        |                                 | 160.00                          |
        | 16 March 2026 | upsell invoice | Receivables        | 77.42 + 64.00                   |                                 |
        | 16 March 2026 | upsell invoice | Contract liability |                                 | 77.42 + 64.00                   |
        | 31 March 2026 | revenue        | Contract liability | 310.00 - 160.00 + 77.42 + 64.00 |                                 |
        | 31 March 2026 | revenue        | Revenue            |                                 | 310.00 - 160.00 + 77.42 + 64.00 |
      And finance closes March 2026 without a difference

    Scenario Outline: Several amendments on <why>
      # Two changes of one day come to what the last of them says; the documents of the day come to the same.
      When Globex sets the quantity of "Basic" to 20 from <day>
      And Globex sets the quantity of "Basic" to 12 from <day>
      And time passes to <end>
      Then Globex is subscribed to:
        | product | quantity |
        | Basic   | 12       |
      And the revenue of <month> is <revenue> USD
      And finance closes <month> without a difference

      Examples:
        | why                      | day              | end              | month         | revenue               |
        | the first day            | 1 January 2026   | 31 January 2026  | January 2026  | 372.00                |
        | a day in the middle      | 16 March 2026    | 31 March 2026    | March 2026    | 342.00                |
        | the last day of a period | 31 March 2026    | 31 March 2026    | March 2026    | 312.00                |
        | the last day of all      | 31 December 2026 | 31 December 2026 | December 2026 | 312.00                |

    Scenario: The quantity that is held already
      When Globex sets the quantity of "Basic" to 10 from 16 March 2026
      Then billing holds these exceptions:
        | event              | customer | date          | reason                                                      |
        | "order closed-won" | Globex   | 16 March 2026 | contract C-1 holds 10 'Basic' on 16 March 2026 already |
      And Globex is invoiced nothing since 2 March 2026
      And finance cannot close March 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

  Rule: Down, by convention

    Scenario: Down at the end of the period, where that is the convention
      Given these conventions:
        | question  | answer                          |
        | downgrade | at period end without credit    |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Pro     | 10       |
      When Globex replaces "Pro" with 10 "Basic" from 16 March 2026
      And time passes to 1 April 2026
      Then Globex is subscribed to:
        | product | quantity | price               |
        | Basic   | 10       | 31.00 USD per month |
      And Globex is invoiced:
        | date         | for   | net    |
        | 1 March 2026 | Pro   | 620.00 |
        | 1 April 2026 | Basic | 310.00 |
      And Globex is invoiced nothing since 2 April 2026
      And nothing else is credited

  Rule: A year of 2026 at 1,200.00, upgraded on 1 July to 2,400.00

    Background:
      Given these products are sold:
        | product | price                 |
        | Silver  | 1,200.00 USD per year |
        | Gold    | 2,400.00 USD per year |

    Scenario Outline: The new period <answer>
      # 184 of 365 days remain: 1200.00 * 184/365 = 604.93 back in either case.
      Given these conventions:
        | question                    | answer   |
        | new period after an upgrade | <answer> |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Silver  | 1        |
      When Globex replaces "Silver" with 1 "Gold" from 1 July 2026
      And time passes to 31 July 2027
      Then Globex is credited:
        | date        | for    | from        | to               | net                 |
        | 1 July 2026 | Silver | 1 July 2026 | 31 December 2026 | 1200.00 * 184/365   |
      And nothing else is credited
      And Globex is invoiced:
        | date           | for    | from           | to               | net      |
        | 1 January 2026 | Silver | 1 January 2026 | 31 December 2026 | 1,200.00 |
        | 1 July 2026    | Gold   | 1 July 2026    | <end>            | <net>    |
      And nothing else is invoiced
      And the revenue of July 2026 is <July> USD
      And the revenue of January 2027 is <January> USD
      And finance closes July 2027 without a difference

      Examples:
        # 31 of 184 days of 1,209.86, or 31 of 365 days of 2,400.00.
        | answer                      | end              | net               | July   | January |
        | keeps the anchor            | 31 December 2026 | 2400.00 * 184/365 | 203.84 | 0.00    |
        | restarts on the change date | 30 June 2027     | 2,400.00          | 203.84 | 203.84  |
