@charging @ramps @wave-2 @req:Q2C-037
Feature: Ramps, free months and trials
  What is agreed at signing may change on the way: more seats in the second year, another price, nothing to pay at first or at
  the end. Each step is a line of the contract with its own days.

  Background:
    Given the company "Northwind SaaS"

  Scenario: A hundred seats in the first year, a hundred and fifty at a higher price in the second
    Given "Globex" signed on 1 January 2026 for 24 months, billed yearly in advance, net 30, tax 10%:
      | product        | from           | to               | quantity | price per year |
      | Annual license | 1 January 2026 | 31 December 2026 | 100      | 1,000.00       |
      | Annual license | 1 January 2027 |                  | 150      | 1,100.00       |
    When time passes to 31 January 2027
    Then Globex is invoiced:
      | date           | from           | to               | quantity | net            | tax       |
      | 1 January 2026 | 1 January 2026 | 31 December 2026 | 100      | 100 * 1,000.00 | 10,000.00 |
      | 1 January 2027 | 1 January 2027 | 31 December 2027 | 150      | 150 * 1,100.00 | 16,500.00 |
    And nothing else is invoiced
    And Globex is subscribed to:
      | product        | quantity | price                 |
      | Annual license | 150      | 1,100.00 USD per year |
    And finance closes January 2027 without a difference

  Scenario Outline: <case>
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | from   | to   | quantity |
      | Platform seat | <from> | <to> | 10       |
    When time passes to 30 April 2026
    Then Globex is invoiced:
      | date    | from    | to    | quantity | net   |
      | <date1> | <from1> | <to1> | 10       | <one> |
      | <date2> | <from2> | <to2> | 10       | <two> |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes April 2026 without a difference

    # Half of January (17 of 31 days) is left after a trial of 14 days.
    Examples:
      | case                     | from            | to               | date1           | from1           | to1              | one            | date2           | from2           | to2              | two    |
      | The first month is free  | 1 February 2026 |                  | 1 February 2026 | 1 February 2026 | 28 February 2026 | 100.00         | 1 March 2026    | 1 March 2026    | 31 March 2026    | 100.00 |
      | The last month is free   |                 | 28 February 2026 | 1 January 2026  | 1 January 2026  | 31 January 2026  | 100.00         | 1 February 2026 | 1 February 2026 | 28 February 2026 | 100.00 |
      | A trial of fourteen days | 15 January 2026 | 28 February 2026 | 1 January 2026  | 15 January 2026 | 31 January 2026  | 100.00 * 17/31 | 1 February 2026 | 1 February 2026 | 28 February 2026 | 100.00 |

  # Over the term the free month bears its share: 200.00 over January to March (90 days), 200.00 * 31/90 = 68.89 in January.
  Scenario: A free month that is part of the service bears its share of the price
    Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | from            | to              | quantity | price per month | stand-alone price |
      | Platform seat | 1 January 2026  | 31 January 2026 | 10       | 0.00            | 10.00             |
      | Platform seat | 1 February 2026 |                 | 10       | 10.00           | 10.00             |
    When time passes to 31 January 2026
    Then Globex is invoiced:
      | date           | from           | to              | net  |
      | 1 January 2026 | 1 January 2026 | 31 January 2026 | 0.00 |
    And nothing else is invoiced
    # By stand-alone prices each month weighs 100.00: 200.00 * 100/300 = 66.67 for January.
    And the journal of January 2026 is:
      | date            | source  | account             | debit | credit |
      | 31 January 2026 | revenue | Unbilled receivable | 66.67 |        |
      | 31 January 2026 | revenue | Revenue             |       | 66.67  |
    And finance closes January 2026 without a difference

  Scenario: A step outside the term is refused
    Given today is 1 January 2026
    When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | from           | quantity |
      | Platform seat | 1 January 2027 | 10       |
    Then it is refused because "'Platform seat' cannot be sold from 1 January 2027 to 31 December 2026: the term is 1 January 2026"
    And Globex is invoiced nothing

  # 10 seats until the end of March, 20 from April on. Signed on 10 April for 16 March: 5 more in the step that ran then, 50.00 * 16/31.
  Scenario: More seats from a day gone by, in a step that is over
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product       | from         | to            | quantity | price per month |
      | Platform seat |              | 31 March 2026 | 10       | 10.00 USD       |
      | Platform seat | 1 April 2026 |               | 20       | 10.00 USD       |
    When Globex signs on 10 April 2026 to add 5 "Platform seat" from 16 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date          | from          | to            | quantity | net           |
      | 1 April 2026  | 1 April 2026  | 30 April 2026 | 20       | 200.00        |
      | 10 April 2026 | 16 March 2026 | 31 March 2026 | 5        | 50.00 * 16/31 |
    And nothing else is invoiced since 2 March 2026
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source         | account            | debit          | credit         |
      | 1 April 2026  | April invoice  | Receivables        | 200.00         |                |
      | 1 April 2026  | April invoice  | Contract liability |                | 200.00         |
      | 10 April 2026 | upsell invoice | Receivables        | 25.81          |                |
      | 10 April 2026 | upsell invoice | Contract liability |                | 25.81          |
      | 30 April 2026 | revenue        | Contract liability | 200.00 + 25.81 |                |
      | 30 April 2026 | revenue        | Revenue            |                | 200.00 + 25.81 |
    And finance closes April 2026 without a difference
