@amendments @renewal @wave-3 @req:Q2C-019
Feature: A contract without an end
  The contract runs from month to month until somebody gives notice. No term binds the customer longer than the notice; the
  price list and discounts go on, and a notice that comes a day late costs another month.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | end of the term  | renewed for the same term   |
      | revenue schedule | service period of each line |
    And "Globex" signed on 15 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 USD       |

  Scenario: Month by month, with more seats on the way
    # 200.00 a month from the 15th. Five seats join on 1 March, 14 of the 28 days of that period are left: 5 * 10.00 * 14/28.
    When Globex adds 5 "Platform seat" from 1 March 2026
    And time passes to 14 April 2026
    Then Globex is invoiced:
      | date             | from             | to               | quantity | net    | tax   |
      | 15 January 2026  | 15 January 2026  | 14 February 2026 | 20       | 200.00 | 20.00 |
      | 15 February 2026 | 15 February 2026 | 14 March 2026    | 20       | 200.00 | 20.00 |
      | 1 March 2026     | 1 March 2026     | 14 March 2026    | 5        | 25.00  | 2.50  |
      | 15 March 2026    | 15 March 2026    | 14 April 2026    | 25       | 250.00 | 25.00 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

  Scenario: Notice ends it with the month
    When Globex signs an amendment on 20 January 2026, effective 20 January 2026:
      | change        | term    | notice  |
      | renewal terms | 1 month | 10 days |
    And Globex signs on 3 March 2026 to cancel on 15 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date             | net    |
      | 15 January 2026  | 200.00 |
      | 15 February 2026 | 200.00 |
    And nothing else is invoiced
    And nothing else is credited
    And Globex is subscribed to nothing

  Scenario: A notice that comes too late leaves another month
    # Ten days before 15 March is 5 March: on 6 March the month from 15 March is agreed, and its unused part is not given back.
    When Globex signs an amendment on 20 January 2026, effective 20 January 2026:
      | change        | term    | notice  |
      | renewal terms | 1 month | 10 days |
    And Globex signs on 6 March 2026 to cancel on 15 April 2026
    And time passes to 31 May 2026
    Then Globex is invoiced:
      | date          | from          | to            | net    |
      | 15 March 2026 | 15 March 2026 | 14 April 2026 | 200.00 |
    And nothing else is invoiced since 16 February 2026
    And nothing else is credited
    And Globex is subscribed to nothing
    And finance closes April 2026 without a difference
