@charging @price-tables @wave-2 @req:Q2C-030
Feature: Prices by a table of steps
  The price of a unit depends on how many there are. In a graduated (tiered) table each unit costs what its own step says;
  in a volume table all units cost what the last one's step says. Just above a step's end the two part, and a volume price
  can make more units cost less.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product       | charged |
      | Graduated log | tiered  |
      | Volume log    | volume  |
    And the tiers of "Graduated log":
      | from | to  | price per unit | flat fee |
      | 1    | 10  | 5.00           | 0.00     |
      | 11   | 50  | 4.00           | 20.00    |
      | 51   |     | 2.50           | 0.00     |
    And the tiers of "Volume log":
      | from | to  | price per unit | flat fee |
      | 1    | 10  | 5.00           | 0.00     |
      | 11   | 50  | 4.00           | 20.00    |
      | 51   |     | 2.50           | 0.00     |

  # Graduated: 10 * 5.00 = 50.00; then 20.00 for reaching the second step and 4.00 for each of its units;
  # 50 units: 50.00 + 20.00 + 40 * 4.00 = 230.00; each further one 2.50.
  # Volume: 10 * 5.00; 11 * 4.00 + 20.00 = 64.00; 50 * 4.00 + 20.00 = 220.00; 51 * 2.50 = 127.50.
  Scenario Outline: <quantity> of "<product>" for a month
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product   | quantity   |
      | <product> | <quantity> |
    When time passes to 30 April 2026
    Then Globex is invoiced:
      | date         | for       | from         | to            | quantity   | net   | tax   | total   |
      | 1 April 2026 | <product> | 1 April 2026 | 30 April 2026 | <quantity> | <net> | <tax> | <total> |
    And nothing else is invoiced
    And the journal of April 2026 is:
      | date          | source        | account            | debit   | credit |
      | 1 April 2026  | April invoice | Receivables        | <total> |        |
      | 1 April 2026  | April invoice | Contract liability |         | <net>  |
      | 1 April 2026  | April invoice | Sales tax payable  |         | <tax>  |
      | 30 April 2026 | revenue       | Contract liability | <net>   |        |
      | 30 April 2026 | revenue       | Revenue            |         | <net>  |
    And finance closes April 2026 without a difference

    Examples:
      | product       | quantity | net    | tax   | total  |
      | Graduated log | 1        | 5.00   | 0.50  | 5.50   |
      | Graduated log | 10       | 50.00  | 5.00  | 55.00  |
      | Graduated log | 11       | 74.00  | 7.40  | 81.40  |
      | Graduated log | 50       | 230.00 | 23.00 | 253.00 |
      | Graduated log | 51       | 232.50 | 23.25 | 255.75 |
      | Volume log    | 10       | 50.00  | 5.00  | 55.00  |
      | Volume log    | 11       | 64.00  | 6.40  | 70.40  |
      | Volume log    | 50       | 220.00 | 22.00 | 242.00 |
      | Volume log    | 51       | 127.50 | 12.75 | 140.25 |

  # 16 to 30 April is 15 of 30 days. 10 units cost 50.00, 12 cost 50.00 + 20.00 + 2 * 4.00 = 78.00.
  # Line by line: the old 10 are taken back, 50.00 * 15/30 = 25.00, and 12 are charged, 78.00 * 15/30 = 39.00.
  Scenario: Two more in the middle of April, credited and charged line by line
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 10       |
    When Globex adds 2 "Graduated log" from 16 April 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | for           | from          | to            | quantity | net          | tax  | total |
      | 1 April 2026  | Graduated log | 1 April 2026  | 30 April 2026 | 10       | 50.00        | 5.00 | 55.00 |
      | 16 April 2026 | Graduated log | 16 April 2026 | 30 April 2026 | 12       | 78.00 * 15/30 | 3.90 | 42.90 |
      | 1 May 2026    | Graduated log | 1 May 2026    | 31 May 2026   | 12       | 78.00        | 7.80 | 85.80 |
    And nothing else is invoiced
    And Globex is credited:
      | date          | for           | from          | to            | quantity | net           | tax  | total | credits       |
      | 16 April 2026 | Graduated log | 16 April 2026 | 30 April 2026 | 10       | 50.00 * 15/30 | 2.50 | 27.50 | April invoice |
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source         | account            | debit                 | credit                |
      | 1 April 2026  | April invoice  | Receivables        | 55.00                 |                       |
      | 1 April 2026  | April invoice  | Contract liability |                       | 50.00                 |
      | 1 April 2026  | April invoice  | Sales tax payable  |                       | 5.00                  |
      | 16 April 2026 | credit memo    | Contract liability | 25.00                 |                       |
      | 16 April 2026 | credit memo    | Sales tax payable  | 2.50                  |                       |
      | 16 April 2026 | credit memo    | Receivables        |                       | 27.50                 |
      | 16 April 2026 | upsell invoice | Receivables        | 42.90                 |                       |
      | 16 April 2026 | upsell invoice | Contract liability |                       | 39.00                 |
      | 16 April 2026 | upsell invoice | Sales tax payable  |                       | 3.90                  |
      | 30 April 2026 | revenue        | Contract liability | 50.00 - 25.00 + 39.00 |                       |
      | 30 April 2026 | revenue        | Revenue            |                       | 50.00 - 25.00 + 39.00 |
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 64.00  |

  # The same as one difference: (78.00 - 50.00) * 15/30 = 14.00.
  Scenario: Two more in the middle of April, as one net difference
    Given these conventions:
      | question                | answer             |
      | billing of an amendment | one net difference |
    And "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 10       |
    When Globex adds 2 "Graduated log" from 16 April 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date          | for           | from          | to            | quantity | net           | tax  | total |
      | 1 April 2026  | Graduated log | 1 April 2026  | 30 April 2026 | 10       | 50.00         | 5.00 | 55.00 |
      | 16 April 2026 | Graduated log | 16 April 2026 | 30 April 2026 | 12       | 28.00 * 15/30 | 1.40 | 15.40 |
    And nothing else is invoiced
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source         | account            | debit         | credit        |
      | 1 April 2026  | April invoice  | Receivables        | 55.00         |               |
      | 1 April 2026  | April invoice  | Contract liability |               | 50.00         |
      | 1 April 2026  | April invoice  | Sales tax payable  |               | 5.00          |
      | 16 April 2026 | upsell invoice | Receivables        | 15.40         |               |
      | 16 April 2026 | upsell invoice | Contract liability |               | 14.00         |
      | 16 April 2026 | upsell invoice | Sales tax payable  |               | 1.40          |
      | 30 April 2026 | revenue        | Contract liability | 50.00 + 14.00 |               |
      | 30 April 2026 | revenue        | Revenue            |               | 50.00 + 14.00 |
    And finance closes April 2026 without a difference

  # 50 cost 220.00, 51 cost 127.50: one more unit lowers the price by 92.50, 46.25 for half of April.
  Scenario: One more unit brings a volume price down, as one net difference
    Given these conventions:
      | question                | answer             |
      | billing of an amendment | one net difference |
    And "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product    | quantity |
      | Volume log | 50       |
    When Globex adds 1 "Volume log" from 16 April 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date         | for        | from         | to            | quantity | net    | tax   | total  |
      | 1 April 2026 | Volume log | 1 April 2026 | 30 April 2026 | 50       | 220.00 | 22.00 | 242.00 |
      | 1 May 2026   | Volume log | 1 May 2026   | 31 May 2026   | 51       | 127.50 | 12.75 | 140.25 |
    And nothing else is invoiced
    And Globex is credited:
      | date          | for        | from          | to            | quantity | net           | tax  | total | credits       |
      | 16 April 2026 | Volume log | 16 April 2026 | 30 April 2026 | 50       | 92.50 * 15/30 | 4.63 | 50.88 | April invoice |
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source        | account            | debit          | credit         |
      | 1 April 2026  | April invoice | Receivables        | 242.00         |                |
      | 1 April 2026  | April invoice | Contract liability |                | 220.00         |
      | 1 April 2026  | April invoice | Sales tax payable  |                | 22.00          |
      | 16 April 2026 | credit memo   | Contract liability | 46.25          |                |
      | 16 April 2026 | credit memo   | Sales tax payable  | 4.63           |                |
      | 16 April 2026 | credit memo   | Receivables        |                | 50.88          |
      | 30 April 2026 | revenue       | Contract liability | 220.00 - 46.25 |                |
      | 30 April 2026 | revenue       | Revenue            |                | 220.00 - 46.25 |
    And finance closes April 2026 without a difference

  # Fewer: 12 -> 10 gives 78.00 * 15/30 = 39.00 back and charges 50.00 * 15/30 = 25.00.
  Scenario: Fewer units give the old table price back and charge the new one
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 12       |
    When Globex removes 2 "Graduated log" from 16 April 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date          | for           | from          | to            | quantity | net           | tax  | total |
      | 1 April 2026  | Graduated log | 1 April 2026  | 30 April 2026 | 12       | 78.00         | 7.80 | 85.80 |
      | 16 April 2026 | Graduated log | 16 April 2026 | 30 April 2026 | 10       | 50.00 * 15/30 | 2.50 | 27.50 |
    And nothing else is invoiced
    And Globex is credited:
      | date          | for           | from          | to            | quantity | net           | tax  | total |
      | 16 April 2026 | Graduated log | 16 April 2026 | 30 April 2026 | 12       | 78.00 * 15/30 | 3.90 | 42.90 |
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source            | account            | debit                 | credit                |
      | 1 April 2026  | April invoice     | Receivables        | 85.80                 |                       |
      | 1 April 2026  | April invoice     | Contract liability |                       | 78.00                 |
      | 1 April 2026  | April invoice     | Sales tax payable  |                       | 7.80                  |
      | 16 April 2026 | credit memo       | Contract liability | 39.00                 |                       |
      | 16 April 2026 | credit memo       | Sales tax payable  | 3.90                  |                       |
      | 16 April 2026 | credit memo       | Receivables        |                       | 42.90                 |
      | 16 April 2026 | downgrade invoice | Receivables        | 27.50                 |                       |
      | 16 April 2026 | downgrade invoice | Contract liability |                       | 25.00                 |
      | 16 April 2026 | downgrade invoice | Sales tax payable  |                       | 2.50                  |
      | 30 April 2026 | revenue           | Contract liability | 78.00 - 39.00 + 25.00 |                       |
      | 30 April 2026 | revenue           | Revenue            |                       | 78.00 - 39.00 + 25.00 |
    And finance closes April 2026 without a difference

  Scenario: A new table from May on holds for contracts that begin then
    # 20 units by the old table: 10 * 5.00 + 20.00 + 10 * 4.00 = 110.00; by the new one 20 * 6.00 = 120.00.
    Given the tiers of "Graduated log" from 1 May 2026:
      | from | to | price per unit | flat fee |
      | 1    |    | 6.00           | 0.00     |
    And "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 20       |
    And "Initech" signed on 1 May 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 20       |
    Then Globex is invoiced:
      | date         | net    |
      | 1 April 2026 | 110.00 |
      | 1 May 2026   | 110.00 |
    And Initech is invoiced:
      | date       | net    |
      | 1 May 2026 | 120.00 |
    And nothing else is invoiced

  Scenario: What is priced by steps has no one price, in a quote or in a change
    When "Initech" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Graduated log | 10       | 4.00 USD        |
    Then it is refused because "'Graduated log' is priced by a table of steps; it cannot be sold at one price"
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 10       |
    When Globex pays 4.00 USD per month for "Graduated log" from 16 April 2026
    Then billing holds these exceptions:
      | event              | customer | date          | reason |
      | "order closed-won" | Globex   | 16 April 2026 | contract C-1 holds 'Graduated log' on 16 April 2026 at a table of steps, not at one price; replace it by another product |
    And Globex is invoiced 55.00 USD in all
    And finance cannot close April 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | *   | *       | *          | *            |

  # Signed on 10 May for 16 April: 10 units cost 50.00, 12 cost 78.00. April gives 25.00 back and charges 39.00, both served: 14.00 more
  # revenue in May. May gives 50.00 back and charges 78.00.
  Scenario: Two more from a day gone by, when May is billed already
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Graduated log | 10       |
    When Globex signs on 10 May 2026 to add 2 "Graduated log" from 16 April 2026
    And time passes to 31 May 2026
    Then Globex is credited:
      | date        | from          | to            | quantity | net           | tax  | credits       |
      | 10 May 2026 | 16 April 2026 | 30 April 2026 | 10       | 50.00 * 15/30 | 2.50 | April invoice |
      | 10 May 2026 | 1 May 2026    | 31 May 2026   | 10       | 50.00         | 5.00 | May invoice   |
    And nothing else is credited
    And Globex is invoiced:
      | date        | from          | to            | quantity | net           | tax  |
      | 10 May 2026 | 16 April 2026 | 30 April 2026 | 12       | 78.00 * 15/30 | 3.90 |
      | 10 May 2026 | 1 May 2026    | 31 May 2026   | 12       | 78.00         | 7.80 |
    And nothing else is invoiced since 2 May 2026
    And the revenue of April 2026 is 50.00 USD
    And the revenue of May 2026 is 92.00 USD
    And finance closes April 2026 without a difference
    And finance closes May 2026 without a difference
