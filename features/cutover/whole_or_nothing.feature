@cutover @wave-3 @req:Q2C-241
Feature: A cutover arrives whole, or nothing of it arrives
  Customers go to the CRM, contracts and cash to billing, the rest of the trial balance to the ledger. Each of them is asked before
  the first customer is made: if one would not take its part, nothing is there in any of them, and every reason is told.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | proration      | months   |
      | revenue spread | by month |

  Scenario: A ledger that posts nothing into its closed period keeps everything back
    # 13 periods of 28 days from 3 August 2025 end on 1 August 2026, the day of the set.
    Given these conventions:
      | question                     | answer  |
      | posting into a closed period | refused |
    And fiscal year 2026 begins on 3 August 2025, in 13 periods of 4 weeks
    When finance closes P13 FY2026 on 1 August 2026
    And the cutover "Northwind wave two" goes live
    Then it is refused because "belongs to P13 FY2026, which is closed; reopen it or date it later"
    And the CRM does not know "Duff"
    And the billing system does not know "Duff"
    And nothing was taken over
    And nothing else is invoiced
    And the ledger shows on 1 August 2026 exactly:
      | account | debit | credit |
    When "Ann" reopens P13 FY2026 on 1 August 2026 because "the cutover", approved by "CFO"
    And the cutover "Northwind wave two" goes live
    Then these contracts were taken over:
      | contract | customer         | billed   | recognized | deferred | open   |
      | K-2001   | Duff             | 1,440.00 | 720.00     | 720.00   | 584.00 |
      | K-1005   | Stark Industries | 2,400.00 | 2,000.00   | 400.00   | 0.00   |
      | K-2002   | Oceanic          | 1,500.00 | 1,000.00   | 500.00   | 0.00   |
    And the migration clearing is zero

  Scenario: A set is of its day: some days later it would leave out what has fallen due since
    # K-2002's bill of 1 September would never be written, and August's revenue would be in no month.
    Given today is 6 September 2026
    When the cutover "Northwind wave two" goes live
    Then it is refused because "the cutover Northwind wave two is of 1 August 2026, and it is 6 September 2026"
    And the CRM does not know "Duff"
    And nothing was taken over

  Scenario: A CRM that takes a customer for one it has keeps everything back
    Given these customers exist:
      | customer | tax number |
      | Duff Ltd | 91-1000006 |
    And possible duplicates of customers are handled so:
      | compare    | act    |
      | tax number | refuse |
    When the cutover "Northwind wave two" goes live
    Then it is refused because "'Duff' looks like 'Duff Ltd' by tax number (100%)"
    And the CRM does not know "Oceanic"
    And nothing was taken over
    And the ledger shows on 1 August 2026 exactly:
      | account | debit | credit |

  Scenario: A customer who would wait for a steward is decided about first
    Given these customers exist:
      | customer | tax number |
      | Duff Ltd | 91-1000006 |
    And possible duplicates of customers are handled so:
      | compare    | act   |
      | tax number | queue |
    When the cutover "Northwind wave two" goes live
    Then it is refused because "customer 'Duff' looks like 'Duff Ltd' by tax number and would wait for review; decide that first"
    And no possible duplicate was found
    And nothing was taken over

  Scenario Outline: A system that is out of order keeps everything back, and everything arrives once it is repaired
    Given the <system> refuses the event "contract taken over"
    When the cutover "Northwind wave two" goes live
    Then it is refused because "the <system> does not take K-2001: out of order"
    And the CRM does not know "Duff"
    And nothing was taken over
    And the ledger shows on 1 August 2026 exactly:
      | account | debit | credit |
    When everything is repaired and delivered again
    And the cutover "Northwind wave two" goes live
    Then the CRM knows these customers:
      | customer | tax number |
      | Duff     | 91-1000006 |
    And these contracts were taken over:
      | contract | customer         | billed   | recognized | deferred | open   |
      | K-2001   | Duff             | 1,440.00 | 720.00     | 720.00   | 584.00 |
      | K-1005   | Stark Industries | 2,400.00 | 2,000.00   | 400.00   | 0.00   |
      | K-2002   | Oceanic          | 1,500.00 | 1,000.00   | 500.00   | 0.00   |

    Examples:
      | system |
      | CRM    |
      | ERP    |

  Scenario: Every system's reason is told at once
    Given the CRM refuses the event "contract taken over"
    And the ERP refuses the event "contract taken over"
    When the cutover "Northwind wave two" goes live
    Then it is refused because "the CRM does not take K-2001: out of order; the ERP does not take K-2001: out of order"
    And nothing was taken over
