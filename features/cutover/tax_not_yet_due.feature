@cutover @cash-basis @conventions @wave-1 @req:Q2C-241
Feature: Tax not yet due at the cutover
  Where tax is due when paid, what is open of old invoices brings its tax along: it becomes due in the new system, as it is paid
  there. The old trial balance has to say how much that is, as it says what the receivables are.

  Background:
    # Both sets: 330.00 of 1,320.00 are open of LEG-2001, with 30.00 of tax, and all of LEG-2004, 1,650.00 with 150.00.
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer    |
      | proration      | months    |
      | revenue spread | by month  |
      | tax due        | when paid |

  Scenario: A trial balance that does not know it is found out before anything arrives
    # That of the pilot has no such account: 180.00 would be left on migration clearing.
    When the cutover "Northwind pilot" goes live
    Then it is refused because "the cutover Northwind pilot is not ready"
    And nothing was taken over
    And the cutover "Northwind pilot" finds:
      | record        | finding                                                                                                                            |
      | trial balance | tax on hold of NW in USD: the records add up to -180.00, the trial balance says 0; -180.00 would stay on migration clearing |

  Scenario: It comes over once, and nothing stays on migration clearing
    When the cutover "Northwind cash basis" goes live
    Then the migration clearing is zero
    And the ledger shows on 1 July 2026:
      | account            | debit | credit          |
      | Migration clearing |       |                 |
      | Tax not yet due    |       | 180.00 + 150.00 |
      | Sales tax payable  |       |                 |
    When time passes to 31 July 2026
    Then finance closes July 2026 without a difference

  Scenario: A rehearsal loads it too
    When the cutover "Northwind cash basis" is loaded
    Then the migration clearing is zero
    And the ledger shows on 1 July 2026:
      | account         | credit |
      | Tax not yet due | 180.00 |

  Scenario: It is due as old invoices are paid
    # 165.00 of the 330.00: 15.00 of the 30.00. Then the other half, and all of LEG-2004. Initech's new 150.00 stay.
    When the cutover "Northwind cash basis" goes live
    And Globex transfers 165.00 USD on 10 July 2026 for invoice LEG-2001
    Then the journal from 10 July 2026 to 10 July 2026 is:
      | date         | account           | debit  | credit |
      | 10 July 2026 | Cash              | 165.00 |        |
      | 10 July 2026 | Receivables       |        | 165.00 |
      | 10 July 2026 | Tax not yet due   | 15.00  |        |
      | 10 July 2026 | Sales tax payable |        | 15.00  |
    When Globex transfers 165.00 USD on 11 July 2026 for invoice LEG-2001
    And Acme transfers 1,650.00 USD on 12 July 2026 for invoice LEG-2004
    Then the ledger shows on 12 July 2026:
      | account           | credit |
      | Tax not yet due   | 150.00 |
      | Sales tax payable | 180.00 |
    And nothing else is credited
    When time passes to 31 July 2026
    Then finance closes July 2026 without a difference
