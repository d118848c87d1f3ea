@amendments @transfer @wave-3 @req:Q2C-021
Feature: A transfer that the ledger cannot follow at once
  What a contract leaves behind is handed over when the ledger knows the contract and the month is open; until then it stands in the old name.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Scenario: The month is closed already, so it is handed over in the next
    # 1,200.00 for the year, billed on 1 January; 300.00 are recognized when March is closed on its last day, which Initech is to
    # have: 100.00 * 1/31 = 3.23 goes back, 903.23 pass on, and Initech earns 3.23 and 100.00 in April.
    Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | price per year |
      | Annual license | 1,200.00       |
    And time passes to 31 March 2026
    And finance closes March 2026 without a difference
    When Globex signs on 31 March 2026 that the contract passes to the customer Initech from 31 March 2026
    And time passes to 30 April 2026
    Then the journal of April 2026 is:
      | date          | source   | account            | customer | debit  | credit |
      | 1 April 2026  | revenue  | Revenue            | Globex   | 3.23   |        |
      | 1 April 2026  | revenue  | Contract liability | Globex   |        | 3.23   |
      | 1 April 2026  | transfer | Contract liability | Globex   | 903.23 |        |
      | 1 April 2026  | transfer | Contract liability | Initech  |        | 903.23 |
      | 30 April 2026 | revenue  | Contract liability | Initech  | 103.23 |        |
      | 30 April 2026 | revenue  | Revenue            | Initech  |        | 103.23 |
    And finance closes April 2026 without a difference

  Scenario: The ledger learns of the contract only after it has passed on
    # 100.00 of January and 100.00 of February; Globex is left with the invoice, Initech with the 1,000.00 that are still to be earned.
    Given the integration loses the event "contract activated"
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | price per year |
      | Annual license | 1,200.00       |
    When Globex signs on 1 February 2026 that the contract passes to the customer Initech from 1 February 2026
    And everything is repaired and delivered again
    And time passes to 28 February 2026
    Then the revenue of February 2026 is 200.00 USD
    And finance closes February 2026 without a difference
