@amendments @usage @req:Q2C-252
Feature: Another price for what is used
  The price of usage changes with an amendment as any other does: what is used from that day on costs the new price. Usage that
  leaves the contract is charged to its last day.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged            | price         |
      | Calls   | per unit, by usage | 0.01 USD each |
      | Reads   | per unit, by usage | 0.02 USD each |
    And "Globex" signed on 1 September 2026 for 3 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
      | Reads   |

  # Orb: a price that changes on 12 September splits the next invoice's line. 5,000 calls at 0.01 and 5,000 at 0.008, then 1,000.
  Scenario: A lower price for calls from the middle of a month
    When Globex uses 5,000 "Calls" on 3 September 2026
    And Globex pays 0.008 USD each for "Calls" from 12 September 2026
    And Globex uses 5,000 "Calls" on 20 September 2026
    And Globex uses 1,000 "Calls" on 20 October 2026
    And time passes to 1 November 2026
    Then Globex is invoiced:
      | date            | for   | quantity | net   | tax  |
      | 1 October 2026  | Calls | 5,000    | 50.00 | 5.00 |
      | 1 October 2026  | Calls | 5,000    | 40.00 | 4.00 |
      | 1 November 2026 | Calls | 1,000    | 8.00  | 0.80 |
    And nothing else is invoiced
    And Globex is credited nothing
    And the journal of September 2026 is:
      | date              | source  | account             | debit         | credit        |
      | 30 September 2026 | revenue | Unbilled receivable | 50.00 + 40.00 |               |
      | 30 September 2026 | revenue | Revenue             |               | 50.00 + 40.00 |
    And finance closes September 2026 without a difference
    And the journal of October 2026 is:
      | date            | source          | account             | debit | credit |
      | 1 October 2026  | October invoice | Receivables         | 99.00 |        |
      | 1 October 2026  | October invoice | Unbilled receivable |       | 90.00  |
      | 1 October 2026  | October invoice | Sales tax payable   |       | 9.00   |
      | 31 October 2026 | revenue         | Unbilled receivable | 8.00  |        |
      | 31 October 2026 | revenue         | Revenue             |       | 8.00   |
    And finance closes October 2026 without a difference

  Scenario: Reads leave the contract
    When Globex uses 100 "Reads" on 3 September 2026
    And Globex drops "Reads" from 12 September 2026
    And time passes to 1 November 2026
    Then Globex is invoiced:
      | date           | for   | quantity | net  |
      | 1 October 2026 | Reads | 100      | 2.00 |
    And nothing else is invoiced
    And the journal of September 2026 is:
      | date              | source  | account             | debit | credit |
      | 30 September 2026 | revenue | Unbilled receivable | 2.00  |        |
      | 30 September 2026 | revenue | Revenue             |       | 2.00   |
    And finance closes September 2026 without a difference
