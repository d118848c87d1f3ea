@cutover @wave-1 @req:Q2C-241
Feature: A group goes live in three legal entities and two currencies
  Meridian wave one, 1 March 2026: dollars in the United States, euros in Germany and Austria; one contract in arrears that is
  metered too, one change in flight and one open order.

  Background:
    Given the company "Meridian Group"

  Scenario: Each legal entity opens its own books, and migration clearing ends at zero in each
    When the cutover "Meridian wave one" goes live
    Then these contracts were taken over:
      | contract | customer          | billed   | recognized | deferred | open     |
      | MC-10    | Pan Atlantic      | 4,320.00 | 4,320.00   | 0.00     | 0.00     |
      | MC-20    | Virtucon          | 2,400.00 | 1,200.00   | 1,200.00 | 1,000.00 |
      | MC-30    | Nibelungen Verlag | 3,300.00 EUR | 2,200.00 EUR | 1,100.00 EUR | 3,927.00 EUR |
      | MC-40    | Donau Werke       | 825.00 EUR | 1,220.00 EUR | -395.00 EUR | 330.00 EUR |
    And the migration clearing is zero

  Scenario: Usage from before the cutover that was not billed is billed once, with its period
    # February in arrears: 25 * 11.00 and (1,800 + 1,200) * 0.04 of transfer. Both were earned before; the invoice clears them.
    When the cutover "Meridian wave one" goes live
    And time passes to 31 March 2026
    Then Donau Werke is invoiced:
      | date         | for           | from            | to               | net          | tax    |
      | 1 March 2026 | Workspace     | 1 February 2026 | 28 February 2026 | 25 * 11.00 EUR | 55.00 EUR |
      | 1 March 2026 | Data transfer | 1 February 2026 | 28 February 2026 | 3000 * 0.04 EUR | 24.00 EUR |
    And Pan Atlantic is invoiced:
      | date         | for       | from         | to          | net            | tax  |
      | 1 March 2026 | Workspace | 1 March 2026 | 31 May 2026 | 40 * 12.00 * 3 | 0.00 |
    And nothing else is invoiced

  Scenario: The first close after the cutover agrees with the old system's, entity by entity
    When the cutover "Meridian wave one" goes live
    And time passes to 31 March 2026
    Then the ledger of March 2026 agrees with the parallel figures of the cutover "Meridian wave one"
    And finance closes March 2026 without a difference

  Scenario: A change in flight is signed again and counts from its day
    # 20 more from 1 April, when the quarter is billed: 120 * 11.00 * 3 = 3,960.00, and 19% of it.
    When the cutover "Meridian wave one" goes live
    And time passes to 1 April 2026
    Then Nibelungen Verlag is invoiced:
      | date         | for       | from         | to           | quantity | net             | tax    |
      | 1 April 2026 | Workspace | 1 April 2026 | 30 June 2026 | 120      | 120 * 11.00 * 3 EUR | 752.40 EUR |

  Scenario: An open order becomes a contract when the customer signs
    When the cutover "Meridian wave one" goes live
    Then the quote for Pan Atlantic waits for nobody
    When time passes to 15 March 2026
    And Pan Atlantic signs the quote
    And time passes to 1 April 2026
    Then Pan Atlantic is invoiced:
      | date         | for       | from         | to           | net               |
      | 1 March 2026 | Workspace | 1 March 2026 | 31 May 2026  | 40 * 12.00 * 3    |
      | 1 April 2026 | Archive   | 1 April 2026 | 30 April 2026 | 2,400.00 * 1 / 12 |

  Scenario: Cash of the old system that named no invoice pays one of the new
    When the cutover "Meridian wave one" goes live
    And the unapplied cash of Nibelungen Verlag is applied to invoice OLD-30 on 5 March 2026
    Then Nibelungen Verlag owes 3,427.00 EUR
    And the ledger of Meridian Deutschland GmbH shows on 5 March 2026:
      | account        | debit    | credit |
      | Receivables    | 3,427.00 |        |
      | Unapplied cash |          | 0.00   |
