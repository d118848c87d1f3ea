@close @closed-periods @wave-2 @req:Q2C-072
Feature: Reopened periods
  A closed month is opened again only for a reason, with a second person's approval; every later month opens with it, and each
  is closed anew under a new run number. What was posted elsewhere meanwhile stays where it is.

  Background:
    Given the company "Northwind SaaS"
    And these accounts are in the chart:
      | account          | type      |
      | Accrued expenses | liability |
      | Hosting          | expense   |

  Scenario: A material error is corrected in its own month
    When finance closes January 2026 on 3 February 2026
    And "Ann" reopens January 2026 on 10 February 2026 because "hosting of January left out", approved by "Bob"
    And "Ann" prepares the journal "hosting of January" on 10 February 2026:
      | account          | debit  | credit |
      | Hosting          | 480.00 |        |
      | Accrued expenses |        | 480.00 |
    And "Bob" approves the journal "hosting of January" on 10 February 2026
    And finance closes January 2026 on 11 February 2026
    Then January 2026 was closed 2 times
    And finance closes February 2026 without a difference
    And February 2026 was closed 1 time

  Scenario: An invoice that was lost is posted into its own month once that is open again
    # 100 * 10.00 = 1,000.00 and 100.00 of tax
    Given the integration loses the event "invoice posted"
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance closes January 2026 on 31 January 2026
    And "Ann" reopens January 2026 on 31 January 2026 because "the January invoice is missing", approved by "Bob"
    And everything is repaired and delivered again
    And finance closes January 2026 on 31 January 2026
    Then January 2026 was closed 2 times
    And the ledger shows on 31 January 2026:
      | account     | debit    |
      | Receivables | 1,100.00 |
    And the January 2026 close report shows:
      | line                 | amount   |
      | Receivables, closing | 1,100.00 |
    And the January 2026 close report shows no late events

  Scenario: Every later month opens with it
    When finance posts the journal "hosting" on 31 January 2026:
      | account          | debit  | credit |
      | Hosting          | 480.00 |        |
      | Accrued expenses |        | 480.00 |
    And finance closes March 2026 on 2 April 2026
    And "Ann" reopens February 2026 on 5 April 2026 because "revenue cut-off", approved by "Bob"
    And finance closes January 2026 on 5 April 2026
    Then it is refused because "January 2026 is closed already"
    When finance closes March 2026 on 6 April 2026
    Then February 2026 was closed 2 times
    And March 2026 was closed 2 times
    And January 2026 was closed 1 time

  Scenario: Nobody approves what they asked for
    When finance closes January 2026 on 3 February 2026
    And "Ann" reopens January 2026 on 10 February 2026 because "hosting", approved by "Ann"
    Then it is refused because "Ann asks to reopen January 2026 and cannot approve it"
    When finance closes January 2026 on 11 February 2026
    Then it is refused because "January 2026 is closed already"

  Scenario: A month that nobody has closed
    Given today is 10 February 2026
    When "Ann" reopens January 2026 on 10 February 2026 because "hosting", approved by "Bob"
    Then it is refused because "January 2026 is not closed"
