@amendments @renewal @wave-3 @req:Q2C-019
Feature: A contract is renewed
  A renewal is a new term at the end of the old one: signed early, in time or late, by the customer or by the contract
  itself. Nothing of it is earned before it begins, and nothing in a gap that no contract covers (handbook 4.9).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Signed by the customer

    Background:
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.50 USD        |

    Scenario: In time, at higher prices
      # 40 * 9.50 = 380.00 a month until March; 3% more from April: 40 * 9.785 = 391.40.
      When Globex renews on 1 March 2026 for 3 months at prices 3% higher
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date            | from            | to              | quantity | price | net    | tax   |
        | 1 January 2026  | 1 January 2026  | 31 January 2026 | 40       | 9.50  | 380.00 | 38.00 |
        | 1 February 2026 | 1 February 2026 | 28 February 2026 | 40      | 9.50  | 380.00 | 38.00 |
        | 1 March 2026    | 1 March 2026    | 31 March 2026   | 40       | 9.50  | 380.00 | 38.00 |
        | 1 April 2026    | 1 April 2026    | 30 April 2026   | 40       | 9.785 | 391.40 | 39.14 |
      And nothing else is invoiced
      And nothing else is credited
      And the revenue of March 2026 is 380.00 USD
      And the revenue of April 2026 is 391.40 USD
      And finance closes April 2026 without a difference

    Scenario: Nobody signs, and the contract ends
      When time passes to 30 April 2026
      Then Globex is subscribed to nothing
      And Globex is invoiced 1,254.00 USD in all
      And finance closes April 2026 without a difference

    Scenario: Long before the end, and nothing is earned before the new term
      When Globex renews on 15 January 2026 for 12 months
      And time passes to 31 January 2026
      Then the revenue of January 2026 is 380.00 USD
      And the revenue schedule of Globex contains:
        | month         | amount |
        | January 2026  | 380.00 |
        | March 2026    | 380.00 |
        | April 2026    | 380.00 |
        | March 2027    | 380.00 |
      And Globex is invoiced 418.00 USD in all
      And finance closes January 2026 without a difference

    Scenario: Late, back to the day after the end
      # Signed on 20 May: April and May are billed that day. April is closed; its 380.00 is caught up in May.
      When time passes to 30 April 2026
      Then the revenue of April 2026 is 0.00 USD
      And finance closes April 2026 without a difference
      When Globex renews on 20 May 2026 for 12 months
      And time passes to 31 May 2026
      Then Globex is invoiced:
        | date        | from         | to            | net    | tax   |
        | 20 May 2026 | 1 April 2026 | 30 April 2026 | 380.00 | 38.00 |
        | 20 May 2026 | 1 May 2026   | 31 May 2026   | 380.00 | 38.00 |
      And nothing else is invoiced since 2 March 2026
      And the revenue of April 2026 is 0.00 USD
      And the revenue of May 2026 is 760.00 USD
      And finance closes May 2026 without a difference

    Scenario: Late, and from that day only
      # The gap from 1 to 19 May is neither billed nor earned; from 20 May to 19 June is the first month of the new term.
      When Globex signs an amendment on 20 May 2026, effective 20 May 2026:
        | change  | term     |
        | renewal | 2 months |
      And time passes to 30 June 2026
      Then Globex is invoiced:
        | date         | from         | to           | net    |
        | 20 May 2026  | 20 May 2026  | 19 June 2026 | 380.00 |
        | 20 June 2026 | 20 June 2026 | 19 July 2026 | 380.00 |
      And nothing else is invoiced since 2 March 2026
      And finance closes June 2026 without a difference

    Scenario: With more seats and another price from the new term on
      # 50 * 9.00 = 450.00.
      When Globex signs an amendment on 10 March 2026, effective at the end of the term:
        | change       | product       | quantity | price              | term     |
        | renewal      |               |          |                    | 6 months |
        | set quantity | Platform seat | 50       |                    |          |
        | price        | Platform seat |          | 9.00 USD per month |          |
      And time passes to 30 April 2026
      Then Globex is subscribed to:
        | product       | quantity | price              |
        | Platform seat | 50       | 9.00 USD per month |
      And Globex is invoiced:
        | date         | quantity | price | net    |
        | 1 March 2026 | 40       | 9.50  | 380.00 |
        | 1 April 2026 | 50       | 9.00  | 450.00 |
      And Globex is invoiced nothing since 2 April 2026
      And finance closes April 2026 without a difference

  Rule: By the contract itself

    Scenario: Renewed for the same term, where that is the convention
      Given these conventions:
        | question        | answer                    |
        | end of the term | renewed for the same term |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.50 USD        |
      When time passes to 31 May 2026
      Then Globex is invoiced 2,090.00 USD in all
      And the revenue of May 2026 is 380.00 USD
      And finance closes May 2026 without a difference

    Scenario: With notice given in time it ends, and too late it runs for another term
      # Notice of 30 days: by 1 March for the end of March. Hooli cancels on 1 March and ends; Globex on 15 March, and pays
      # until June.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.50 USD        |
      When Globex agrees on 1 February 2026 that the contract renews by itself for 3 months, with 30 days of notice
      And Globex cancels on 15 March 2026 as follows:
        | effective              |
        | at the end of the term |
      And time passes to 31 July 2026
      Then Globex is invoiced 2,508.00 USD in all
      And Globex is subscribed to nothing
      And nothing else is credited
      And finance closes July 2026 without a difference

    Scenario: Notice in time
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.50 USD        |
      When Globex agrees on 1 February 2026 that the contract renews by itself for 3 months, with 30 days of notice
      And Globex cancels on 28 February 2026 as follows:
        | effective              |
        | at the end of the term |
      And time passes to 31 May 2026
      Then Globex is invoiced 1,254.00 USD in all
      And finance closes May 2026 without a difference

    Scenario Outline: The raised price, <answer>
      # 40 * 9.99 = 399.60; 3.5% more is 10.33965 a seat: 40 * 10.33965 = 413.586, or 40 * 10.34 = 413.60.
      Given these conventions:
        | question       | answer   |
        | uplifted price | <answer> |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.99 USD        |
      When Globex renews on 20 January 2026 for 1 month at prices 3.5% higher
      And time passes to 28 February 2026
      Then Globex is invoiced:
        | date            | net    | tax   |
        | 1 January 2026  | 399.60 | 39.96 |
        | 1 February 2026 | <net>  | 41.36 |
      And nothing else is invoiced
      And finance closes February 2026 without a difference

      Examples:
        | answer                        | net        |
        | exact                         | 40 * 9.99 * 1.035 |
        | rounded to the smallest unit  | 40 * 10.34 |

  Rule: Over the whole term

    Scenario: The new term has a schedule of its own
      # 90 days of January to March carry 1,140.00: 392.67 after 31 days, 747.33 after 59. 91 days of April to June carry 3 * 391.40 = 1,174.20.
      Given these conventions:
        | question         | answer        |
        | revenue schedule | contract term |
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.50 USD        |
      When Globex renews on 15 January 2026 for 3 months at prices 3% higher
      Then the revenue schedule of Globex is:
        | month         | amount                  |
        | January 2026  | 1140.00 * 31/90         |
        | February 2026 | 747.33 - 392.67         |
        | March 2026    | 1140.00 - 747.33        |
        | April 2026    | 1174.20 * 30/91         |
        | May 2026      | 1174.20 * 31/91         |
        | June 2026     | 1174.20 * 30/91         |
      When time passes to 30 June 2026
      Then finance closes June 2026 without a difference

  Rule: What cannot be

    Scenario: A cancelled contract is not renewed
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.50 USD        |
      When Globex cancels on 1 February 2026
      And Globex renews on 10 February 2026 for 3 months
      Then billing holds these exceptions:
        | event              | customer | date             | reason                                          |
        | "order closed-won" | Globex   | 10 February 2026 | contract C-1 was cancelled from 1 February 2026 on |
      And Globex is invoiced 836.00 USD in all
      And finance cannot close February 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |
