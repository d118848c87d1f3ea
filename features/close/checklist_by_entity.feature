@close @entities @group @wave-2 @req:Q2C-312
Feature: The close of each legal entity
  Every entity works its own checklist and closes its own books; what is the group's is done once, when all of them are ready. A soft
  close of an area, too, is each entity's own.

  Background:
    Given the company "Meridian Group"
    And the close is worked by this checklist:
      | task              | owner            | after             | of          |
      | apply cash        | Treasury         |                   | each entity |
      | review the report | Controller       | apply cash        | each entity |
      | consolidate       | Group accountant | review the report | the group   |

  Rule: Each entity works by itself, the group when all are ready

    Scenario: One entity is ahead of the others
      When "Treasury" does "apply cash" of the January 2026 close of Meridian Deutschland GmbH on 2 February 2026
      And "Controller" does "review the report" of the January 2026 close of Meridian Deutschland GmbH on 3 February 2026
      Then the January 2026 close checklist shows:
        | task              | entity                    | done            | state |
        | apply cash        | Meridian Inc              |                 | open  |
        | apply cash        | Meridian Deutschland GmbH | 2 February 2026 | done  |
        | review the report | Meridian Inc              |                 | open  |
        | review the report | Meridian Deutschland GmbH | 3 February 2026 | done  |
        | consolidate       | -                         |                 | open  |
      And the January 2026 close checklist shows:
        | task       | state |
        | apply cash | open  |
      When "Controller" does "review the report" of the January 2026 close of Meridian Inc on 3 February 2026
      Then it is refused because "'review the report' of January 2026 in the books of Meridian Inc waits for 'apply cash', which is not done"
      When "Group accountant" does "consolidate" of the January 2026 close on 4 February 2026
      Then it is refused because "'consolidate' of January 2026 waits for 'review the report' in the books of Meridian Inc, which is not done"

    Scenario: What is said of no entity is done for all that are left
      When "Treasury" does "apply cash" of the January 2026 close of Meridian Deutschland GmbH on 2 February 2026
      And the close of January 2026 is worked like this:
        | task              | by               | done            |
        | apply cash        | Treasury         | 4 February 2026 |
        | review the report | Controller       | 5 February 2026 |
        | consolidate       | Group accountant | 6 February 2026 |
      Then the January 2026 close checklist shows:
        | task              | entity                    | done            | state |
        | apply cash        | Meridian Deutschland GmbH | 2 February 2026 | done  |
        | apply cash        | Meridian Inc              | 4 February 2026 | done  |
        | review the report | Meridian Inc              | 5 February 2026 | done  |
        | consolidate       | -                         | 6 February 2026 | done  |
      When "Treasury" does "apply cash" of the January 2026 close on 6 February 2026
      Then it is refused because "'apply cash' of January 2026 is done already"
      When "Treasury" does "apply cash" of the January 2026 close of Meridian Inc on 6 February 2026
      Then it is refused because "'apply cash' of January 2026 in the books of Meridian Inc is done already"

  Rule: An entity closes when its own checklist is done

    Scenario: Germany closes, America waits
      Given these conventions:
        | question        | answer       |
        | close checklist | must be done |
      When the close of January 2026 is worked like this:
        | task              | entity                    | by         | done            |
        | apply cash        | Meridian Deutschland GmbH | Treasury   | 2 February 2026 |
        | review the report | Meridian Deutschland GmbH | Controller | 2 February 2026 |
      And finance closes January 2026 of Meridian Deutschland GmbH
      And finance closes January 2026
      Then it is refused because "January 2026 cannot be closed before its checklist is done in the books of Meridian Inc; open: apply cash, review the report"

  Rule: A soft close is each entity's own

    Scenario: Receivables are softly closed in Germany alone
      # January is over. A correction of 20 January is let in where the Controller still posts, and moved to February where nobody does.
      Given these accounts are in the chart:
        | account  | type      |
        | Rent     | expense   |
        | Accruals | liability |
      When finance closes these areas on 31 January 2026:
        | area           | period       | entity                    | close | still posting |
        | general ledger | January 2026 | Meridian Deutschland GmbH | hard  |               |
        | general ledger | January 2026 | Meridian Inc              | soft  | Accountant    |
      And finance of Meridian Deutschland GmbH posts the journal "rent of Berlin" on 20 January 2026:
        | account  | debit  | credit |
        | Rent     | 500.00 |        |
        | Accruals |        | 500.00 |
      And finance of Meridian Inc posts the journal "rent of Boston" on 20 January 2026:
        | account  | debit  | credit |
        | Rent     | 700.00 |        |
        | Accruals |        | 700.00 |
      And time passes to 1 February 2026
      Then the journal of Meridian Deutschland GmbH in February 2026 is:
        | date            | source         | account  | debit  | credit |
        | 1 February 2026 | rent of Berlin | Rent     | 500.00 |        |
        | 1 February 2026 | rent of Berlin | Accruals |        | 500.00 |
      And the journal of Meridian Inc in January 2026 is:
        | date            | source         | account  | debit  | credit |
        | 20 January 2026 | rent of Boston | Rent     | 700.00 |        |
        | 20 January 2026 | rent of Boston | Accruals |        | 700.00 |
      And these areas are closed:
        | area           | period       | entity                    | close | still posting |
        | general ledger | January 2026 | Meridian Deutschland GmbH | hard  |               |
        | general ledger | January 2026 | Meridian Inc              | soft  | Accountant    |
