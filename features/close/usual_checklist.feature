@close @wave-2 @req:Q2C-312
Feature: The usual close checklist
  A company whose file has no checklist of its own works by the usual one of twelve tasks, from the cut-off to the signature.

  Scenario: The usual checklist, in its own order
    Given the company "Northwind SaaS"
    When "Treasury" does "apply cash" of the January 2026 close on 2 February 2026
    And "Chief financial officer" does "sign off" of the January 2026 close on 3 February 2026
    Then it is refused because "'sign off' of January 2026 waits for 'review the close report', which is not done"
    And the January 2026 close checklist shows:
      | task                      | owner                   | state |
      | cut off billing and usage | Billing operations      | open  |
      | apply cash                | Treasury                | done  |
      | review revenue            | Revenue accountant      | open  |
      | eliminate intercompany    | Group accountant        | open  |
      | sign off                  | Chief financial officer | open  |
