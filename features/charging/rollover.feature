@charging @usage @wave-2 @req:Q2C-033
Feature: Free units that were not used, and units counted over several months
  What a month leaves of its free units is lost, or can be used in so many months after it, the oldest first. Zuora describes both
  as smoothing of overage: "rollover", and the "rolling window" in which three months' units are counted together.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 500 minutes a month are free. January leaves 200. February uses 450, March 900, April 100, May nothing, June 2,000.
  # Lost: March 900 - 500 = 400, June 2,000 - 500 = 1,500 at 0.10.
  # One month, carried units first: February takes 200 of January and 250 of its own and leaves 250; March 900 - 500 - 250 = 150;
  #   June has its 500 and May's 500: 1,000.
  # One month, own units first: February leaves 50 and January's 200 expire; March 900 - 500 - 50 = 350.
  # Two months or more: June has April's 400 as well: 2,000 - 500 - 500 - 400 = 600.
  Scenario Outline: What is left of free minutes is <unused>, and used <order>
    Given these conventions:
      | question                         | answer  |
      | free units carried over are used | <order> |
    And these products are sold:
      | product | charged             | price         | unused   |
      | Minutes | above 500, by usage | 0.10 USD each | <unused> |
    And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | Minutes |
    When Globex uses 300 "Minutes" on 20 January 2026
    And Globex uses 450 "Minutes" on 20 February 2026
    And Globex uses 600 "Minutes" on 10 March 2026
    And Globex uses 300 "Minutes" on 20 March 2026
    And Globex uses 100 "Minutes" on 20 April 2026
    And Globex uses 2,000 "Minutes" on 20 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date            | for     | from            | to               | quantity | net     | tax          |
      | 1 February 2026 | Minutes | 1 January 2026  | 31 January 2026  | 300      | 0.00    | 0.00         |
      | 1 March 2026    | Minutes | 1 February 2026 | 28 February 2026 | 450      | 0.00    | 0.00         |
      | 1 April 2026    | Minutes | 1 March 2026    | 31 March 2026    | 900      | <March> | <March> / 10 |
      | 1 May 2026      | Minutes | 1 April 2026    | 30 April 2026    | 100      | 0.00    | 0.00         |
      | 1 July 2026     | Minutes | 1 June 2026     | 30 June 2026     | 2,000    | <June>  | <June> / 10  |
    And nothing else is invoiced
    And nothing else is credited
    And the journal of March 2026 is:
      | date          | source  | account             | debit   | credit  |
      | 31 March 2026 | revenue | Unbilled receivable | <March> |         |
      | 31 March 2026 | revenue | Revenue             |         | <March> |
    And finance closes June 2026 without a difference

    Examples:
      | unused                    | order | March | June   |
      | lost                      | first | 40.00 | 150.00 |
      | carried over for 1 period | first | 15.00 | 100.00 |
      | carried over for 1 period | last  | 35.00 | 100.00 |
      | carried over for 2 periods | first | 15.00 | 60.00 |
      | carried over for 2 periods | last  | 15.00 | 60.00 |
      | carried over              | first | 15.00 | 60.00  |
      | carried over              | last  | 15.00 | 60.00  |

  # 100 minutes of January are reported in March: January leaves 100 less, so March has 100 less: 900 - 500 - 150 = 250.
  Scenario: Late usage of a month leaves less to those after it
    Given these products are sold:
      | product | charged             | price         | unused       |
      | Minutes | above 500, by usage | 0.10 USD each | carried over |
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Minutes |
    When Globex uses 300 "Minutes" on 20 January 2026
    And Globex uses 450 "Minutes" on 20 February 2026
    And Globex uses 100 "Minutes" on 25 January 2026, reported on 5 March 2026
    And Globex uses 900 "Minutes" on 10 March 2026
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date            | for     | from            | to               | quantity | net   |
      | 1 February 2026 | Minutes | 1 January 2026  | 31 January 2026  | 300      | 0.00  |
      | 1 March 2026    | Minutes | 1 February 2026 | 28 February 2026 | 450      | 0.00  |
      | 1 April 2026    | Minutes | 1 January 2026  | 31 January 2026  | 400      | 0.00  |
      | 1 April 2026    | Minutes | 1 March 2026    | 31 March 2026    | 900      | 25.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes March 2026 without a difference

  # 100 free units a package of 50 at 5.00: January leaves 60; February 210 - 100 - 60 = 50, one package. And 1% above 1,000.00
  # of sales a month: January leaves 400.00; February 1,700 - 1,000 - 400 = 300 * 1% = 3.00.
  Scenario: Packages and percentages carry their free units over too
    Given these products are sold:
      | product   | charged                                    | price         | percent | free units | unused       |
      | Messages  | per package of 50 above 100, by usage      | 5.00 USD each |         |            | carried over |
      | Transfers | percentage, by usage                       |               | 1%      | 1,000      | carried over |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product   |
      | Messages  |
      | Transfers |
    When Globex uses 40 "Messages" on 20 January 2026
    And Globex uses 600 "Transfers" on 20 January 2026
    And Globex uses 210 "Messages" on 20 February 2026
    And Globex uses 1,700 "Transfers" on 20 February 2026
    And time passes to 1 March 2026
    Then Globex is invoiced:
      | date            | for       | from            | to               | quantity | net  |
      | 1 February 2026 | Messages  | 1 January 2026  | 31 January 2026  | 40       | 0.00 |
      | 1 February 2026 | Transfers | 1 January 2026  | 31 January 2026  | 600      | 0.00 |
      | 1 March 2026    | Messages  | 1 February 2026 | 28 February 2026 | 210      | 5.00 |
      | 1 March 2026    | Transfers | 1 February 2026 | 28 February 2026 | 1,700    | 3.00 |
    And nothing else is invoiced
    And finance closes February 2026 without a difference

  # Zuora, "Example: Rolling window with the Apply overage as soon as it occurs option": 500 units a month are 1,500 in three.
  # January to March 700 + 200 + 333 = 1,233. April and May 1,600: 100 above. June 2,500: 900 more. Each costs 0.10.
  Scenario: Three months' units are counted together, and what is above them is charged as soon as it occurs
    Given these products are sold:
      | product | charged               | price         | steps over |
      | Units   | above 1,500, by usage | 0.10 USD each | quarter    |
    And "Globex" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product |
      | Units   |
    When Globex uses 700 "Units" on 20 January 2026
    And Globex uses 200 "Units" on 20 February 2026
    And Globex uses 333 "Units" on 20 March 2026
    And Globex uses 1,000 "Units" on 20 April 2026
    And Globex uses 600 "Units" on 20 May 2026
    And Globex uses 900 "Units" on 20 June 2026
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date            | for   | from            | to               | quantity | net   |
      | 1 February 2026 | Units | 1 January 2026  | 31 January 2026  | 700      | 0.00  |
      | 1 March 2026    | Units | 1 February 2026 | 28 February 2026 | 200      | 0.00  |
      | 1 April 2026    | Units | 1 March 2026    | 31 March 2026    | 333      | 0.00  |
      | 1 May 2026      | Units | 1 April 2026    | 30 April 2026    | 1,000    | 0.00  |
      | 1 June 2026     | Units | 1 May 2026      | 31 May 2026      | 600      | 10.00 |
      | 1 July 2026     | Units | 1 June 2026     | 30 June 2026     | 900      | 90.00 |
    And nothing else is invoiced
    And the journal of May 2026 is:
      | date        | source  | account             | debit | credit |
      | 31 May 2026 | revenue | Unbilled receivable | 10.00 |        |
      | 31 May 2026 | revenue | Revenue             |       | 10.00  |
    And finance closes June 2026 without a difference
