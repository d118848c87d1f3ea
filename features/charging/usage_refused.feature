@charging @usage @wave-2 @req:Q2C-034
Feature: Usage that cannot be taken
  What billing cannot charge it refuses with a reason and keeps as an exception; the rest of the customer's usage is billed all
  the same, and a report that has been put right is taken once.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | charge | charged            | price          | limit |
      | API     | Calls  | per unit, by usage | 0.02 USD each  | 1,000 |
      | Archive | Reads  | per unit, by usage | 0.01 USD each  |       |
      | Archive | Writes | per unit, by usage | 0.03 USD each  |       |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product |
      | API     |
      | Archive |

  Scenario Outline: Refused: <reason>
    When Globex uses 900 "API" on 10 January 2026
    And Globex uses:
      | date   | product   | charge   | quantity   | id   | replaces   |
      | <date> | <product> | <charge> | <quantity> | <id> | <replaces> |
    Then it is refused because "<reason>"
    When time passes to 1 April 2026
    Then Globex is invoiced:
      | date            | for | charge | from           | to              | quantity | net   |
      | 1 February 2026 | API | Calls  | 1 January 2026 | 31 January 2026 | 900      | 18.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes March 2026 without a difference

    Examples:
      | date            | product       | charge | quantity | id    | replaces | reason                                                                     |
      | 11 January 2026 | API           |        | 101      |       |          | allows 1000 'API' from 1 January 2026 to 31 January 2026; with             |
      | 1 March 2026    | API           |        | 10       |       |          | 1 March 2026 lies outside the days on which contract C-1 charges 'API'     |
      | 31 December 2025 | API          |        | 10       |       |          | 31 December 2025 lies outside the days                                     |
      | 11 January 2026 | Platform seat |        | 10       |       |          | Globex has no contract that charges 'Platform seat' by usage               |
      | 11 January 2026 | Archive       |        | 10       |       |          | 'Archive' has several charges by usage: Reads, Writes; name one            |
      | 11 January 2026 | Archive       | Scans  | 10       |       |          | Globex has no contract that charges 'Archive' (Scans) by usage             |
      | 11 January 2026 | API           |        | 10       | x-2   | x-1      | contract C-1 has no usage 'x-1' of 'API'                                   |
      | 11 January 2026 | API           |        | 0        |       |          | a use of 0 'API' is none                                                   |

  Scenario: One of two charges by usage is named
    When Globex uses:
      | date            | product | charge | quantity |
      | 11 January 2026 | Archive | Reads  | 50       |
      | 12 January 2026 | Archive | Writes | 20       |
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date            | for     | charge | quantity | net  |
      | 1 February 2026 | Archive | Reads  | 50       | 0.50 |
      | 1 February 2026 | Archive | Writes | 20       | 0.60 |
    And nothing else is invoiced

  Scenario: An id that stands for another use already is refused; a correction names it and has its own
    When Globex uses:
      | date            | product | quantity | id  |
      | 10 January 2026 | API     | 100      | r-1 |
    And Globex uses:
      | date            | product | quantity | id  |
      | 10 January 2026 | API     | 120      | r-1 |
    Then it is refused because "usage r-1 is 100 of 'API' on 10 January 2026; a correction needs an id of its own"
    When Globex uses:
      | date            | product | quantity | id  | replaces |
      | 10 January 2026 | API     | 120      | r-2 | r-1      |
    And Globex uses:
      | date            | product | quantity | id  | replaces |
      | 10 January 2026 | API     | 130      | r-3 | r-1      |
    Then it is refused because "usage r-1 was corrected by r-2; correct that one"
    When time passes to 1 April 2026
    Then Globex is invoiced:
      | date            | for | charge | quantity | net  |
      | 1 February 2026 | API | Calls  | 120      | 2.40 |
    And nothing else is invoiced

  # 1 March is past the term that the cancellation of 15 January ended on 14 January: 200 * 0.02 = 4.00 was used before.
  Scenario: A cancelled contract takes no more usage, and bills what was used until then
    When Globex uses 200 "API" on 10 January 2026
    And Globex cancels on 15 January 2026
    And Globex uses 10 "API" on 15 January 2026
    Then it is refused because "15 January 2026 lies outside the days on which contract C-1 charges 'API' by usage"
    When time passes to 1 April 2026
    Then Globex is invoiced:
      | date            | for | from           | to              | quantity | net  |
      | 15 January 2026 | API | 1 January 2026 | 14 January 2026 | 200      | 4.00 |
    And nothing else is invoiced
    And finance closes January 2026 without a difference
