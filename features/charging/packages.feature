@charging @packages @wave-2 @req:Q2C-031
Feature: Packages, overage and percentages
  Some prices hold for whole packages, some only for what is above an included quantity, and some are a percentage of an
  amount. Each is exact at its edge: the last unit of a package, the last included unit, the amount that is free.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product       | charge   | charged              | price               | percent | fixed fee | free units |
      | Message pack  |          | per package of 100   | 5.00 USD per month  |         |           |            |
      | Bonus pack    |          | per package of 100 above 50 | 5.00 USD per month |    |           |            |
      | Support plan  | Base fee | flat                 | 90.00 USD per month |         |           |            |
      | Support plan  | Seats    | above 10             | 7.00 USD per month  |         |           |            |
      | Managed spend |          | percentage           |                     | 2.5%    | 30.00     | 1,000      |
      | Sensor        |          | per unit             | 0.0125 USD per month |        |           |            |

  # A begun package counts in full: 100 are one package, 101 are two. Bonus: the first 50 are free, so 150 are one package.
  # Managed spend: 2.5% of what is above 1,000, plus 30.00 as soon as anything is: 3,000 -> 50.00 + 30.00.
  # Sensors: 333 * 0.0125 = 4.1625, rounded once: 4.16; 40 * 0.0125 = 0.50 to the cent.
  Scenario Outline: <quantity> of "<product>" for a month
    Given "Globex" signed on 1 June 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product   | quantity   |
      | <product> | <quantity> |
    When time passes to 30 June 2026
    Then Globex is invoiced:
      | date        | for       | from        | to           | quantity   | net   |
      | 1 June 2026 | <product> | 1 June 2026 | 30 June 2026 | <quantity> | <net> |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

    Examples:
      | product       | quantity | net   |
      | Message pack  | 1        | 5.00  |
      | Message pack  | 100      | 5.00  |
      | Message pack  | 101      | 10.00 |
      | Bonus pack    | 50       | 0.00  |
      | Bonus pack    | 51       | 5.00  |
      | Bonus pack    | 150      | 5.00  |
      | Bonus pack    | 151      | 10.00 |
      | Managed spend | 1,000    | 0.00  |
      | Managed spend | 3,000    | 80.00 |
      | Sensor        | 333      | 4.16  |
      | Sensor        | 40       | 0.50  |

  # 10 seats are included; the 11th and 12th cost 7.00 each.
  Scenario Outline: A base fee that includes ten seats, with <quantity>
    Given "Globex" signed on 1 June 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product      | quantity   |
      | Support plan | <quantity> |
    When time passes to 30 June 2026
    Then Globex is invoiced:
      | date        | for          | charge   | quantity   | net     | tax     |
      | 1 June 2026 | Support plan | Base fee | <quantity> | 90.00   | 9.00    |
      | 1 June 2026 | Support plan | Seats    | <quantity> | <seats> | <taxed> |
    And nothing else is invoiced
    And the journal of June 2026 is:
      | date         | source       | account            | debit                     | credit          |
      | 1 June 2026  | June invoice | Receivables        | 99.00 + <seats> + <taxed> |                 |
      | 1 June 2026  | June invoice | Contract liability |                           | 90.00 + <seats> |
      | 1 June 2026  | June invoice | Sales tax payable  |                           | 9.00 + <taxed>  |
      | 30 June 2026 | revenue      | Contract liability | 90.00 + <seats>           |                 |
      | 30 June 2026 | revenue      | Revenue            |                           | 90.00 + <seats> |
    And finance closes June 2026 without a difference

    Examples:
      | quantity | seats | taxed |
      | 10       | 0.00  | 0.00  |
      | 11       | 7.00  | 0.70  |
      | 12       | 14.00 | 1.40  |

  # 16 to 30 June is 15 of 30 days. 80 are one package; 120 are two: 10.00 * 15/30 charged, 5.00 * 15/30 taken back.
  Scenario: Units that open a second package in the middle of June
    Given "Globex" signed on 1 June 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product      | quantity |
      | Message pack | 80       |
    When Globex adds 40 "Message pack" from 16 June 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date         | for          | from         | to           | quantity | net           | tax  |
      | 1 June 2026  | Message pack | 1 June 2026  | 30 June 2026 | 80       | 5.00          | 0.50 |
      | 16 June 2026 | Message pack | 16 June 2026 | 30 June 2026 | 120      | 10.00 * 15/30 | 0.50 |
    And nothing else is invoiced
    And Globex is credited:
      | date         | for          | from         | to           | quantity | net          | tax  |
      | 16 June 2026 | Message pack | 16 June 2026 | 30 June 2026 | 80       | 5.00 * 15/30 | 0.25 |
    And nothing else is credited
    And the journal of June 2026 is:
      | date         | source         | account            | debit              | credit             |
      | 1 June 2026  | June invoice   | Receivables        | 5.50               |                    |
      | 1 June 2026  | June invoice   | Contract liability |                    | 5.00               |
      | 1 June 2026  | June invoice   | Sales tax payable  |                    | 0.50               |
      | 16 June 2026 | credit memo    | Contract liability | 2.50               |                    |
      | 16 June 2026 | credit memo    | Sales tax payable  | 0.25               |                    |
      | 16 June 2026 | credit memo    | Receivables        |                    | 2.75               |
      | 16 June 2026 | upsell invoice | Receivables        | 5.50               |                    |
      | 16 June 2026 | upsell invoice | Contract liability |                    | 5.00               |
      | 16 June 2026 | upsell invoice | Sales tax payable  |                    | 0.50               |
      | 30 June 2026 | revenue        | Contract liability | 5.00 - 2.50 + 5.00 |                    |
      | 30 June 2026 | revenue        | Revenue            |                    | 5.00 - 2.50 + 5.00 |
    And finance closes June 2026 without a difference
    And the June 2026 close report shows:
      | line    | amount |
      | Revenue | 7.50   |

  # 80 and 100 are both one package: the net difference is nothing, which an invoice of 0.00 says.
  Scenario: Units that fit into the package already paid for cost nothing more
    Given these conventions:
      | question                | answer             |
      | billing of an amendment | one net difference |
    And "Globex" signed on 1 June 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product      | quantity |
      | Message pack | 80       |
    When Globex adds 20 "Message pack" from 16 June 2026
    And time passes to 30 June 2026
    Then Globex is invoiced:
      | date         | for          | from         | to           | quantity | net  | tax  |
      | 1 June 2026  | Message pack | 1 June 2026  | 30 June 2026 | 80       | 5.00 | 0.50 |
      | 16 June 2026 | Message pack | 16 June 2026 | 30 June 2026 | 100      | 0.00 | 0.00 |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes June 2026 without a difference

  # Signed on 10 July for 16 June: 80 are one package, 120 are two. June gives 2.50 back and charges 5.00; July 5.00 and 10.00.
  Scenario: A second package from a day gone by, when July is billed already
    Given "Globex" signed on 1 June 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product      | quantity |
      | Message pack | 80       |
    When Globex signs on 10 July 2026 to add 40 "Message pack" from 16 June 2026
    And time passes to 31 July 2026
    Then Globex is credited:
      | date         | from         | to           | quantity | net          | tax  | credits      |
      | 10 July 2026 | 16 June 2026 | 30 June 2026 | 80       | 5.00 * 15/30 | 0.25 | June invoice |
      | 10 July 2026 | 1 July 2026  | 31 July 2026 | 80       | 5.00         | 0.50 | July invoice |
    And nothing else is credited
    And Globex is invoiced:
      | date         | from         | to           | quantity | net           | tax  |
      | 10 July 2026 | 16 June 2026 | 30 June 2026 | 120      | 10.00 * 15/30 | 0.50 |
      | 10 July 2026 | 1 July 2026  | 31 July 2026 | 120      | 10.00         | 1.00 |
    And nothing else is invoiced since 2 July 2026
    And the revenue of July 2026 is 12.50 USD
    And finance closes July 2026 without a difference

  Scenario: More units than there are cannot go, and a percentage has no one price
    Given "Globex" signed on 1 June 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Message pack  | 80       |
      | Managed spend | 3,000    |
    When Globex removes 81 "Message pack" from 16 June 2026
    And Globex pays 4.00 USD per month for "Managed spend" from 16 June 2026
    Then billing holds these exceptions:
      | event              | customer | date         | reason |
      | "order closed-won" | Globex   | 16 June 2026 | contract C-1 holds 80 'Message pack' on 16 June 2026, 81 cannot go |
      | "order closed-won" | Globex   | 16 June 2026 | contract C-1 holds 'Managed spend' on 16 June 2026 at a table of steps, not at one price; replace it by another product |
    And Globex is invoiced 85.00 USD in all
    And nothing else is credited
    And finance cannot close June 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | 3   | 1       | 2          | *            |
