@new-business @annual-subscription @wave-1 @req:Q2C-001
Feature: A quarter in euros, from signature to credit
  A European company sells seats and a flat fee for a quarter, with value added tax, on months of 30 days; what the customer gives
  back in the middle of the quarter is credited with its tax.

  Scenario: Seats and a flat fee are billed, some seats go back, and the quarter closes
    # 3 * 100 * 9.90 = 2,970.00 and 1,200.00, each with 19%: 564.30 and 228.00. From 16 February 15 + 30 of 90 days are left:
    # 3 * 40 * 9.90 * 45/90 = 594.00 with 112.86. The fee stays whole.
    Given the company "Contoso Europe"
    And these conventions:
      | question  | answer              |
      | downgrade | at once with credit |
    When "Black Mesa" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 19%:
      | product        | quantity | plan    |
      | Workspace seat | 100      | Monthly |
      | Data hub       | 1        |         |
    And "Black Mesa" removes 40 "Workspace seat" from 16 February 2026
    Then "Black Mesa" is invoiced:
      | date           | for            | quantity | net             | tax    |
      | 1 January 2026 | Workspace seat | 100      | 3 * 100 * 9.90  | 564.30 |
      | 1 January 2026 | Data hub       | 1        | 1,200.00        | 228.00 |
    And nothing else is invoiced
    And "Black Mesa" is credited:
      | date             | for            | from             | to            | quantity | net                        | tax    | total  |
      | 16 February 2026 | Workspace seat | 16 February 2026 | 31 March 2026 | 40       | 3 * 40 * 9.90 * 45/90      | 112.86 | 706.86 |
    And nothing else is credited
    # 4,170.00 * 1.19 = 4,962.30, less 706.86.
    And "Black Mesa" owes 4,255.44 EUR
    And finance closes March 2026 without a difference

  Scenario: A fee alone that is canceled before its quarter is over
    # 1,200.00 for 90 days of 30/360; from 16 February 45 are left: 600.00 with 114.00.
    Given the company "Contoso Europe"
    When "Oscorp" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 19%:
      | product  | quantity |
      | Data hub | 1        |
    And Oscorp transfers 1,428.00 EUR on 20 January 2026
    And Oscorp cancels on 16 February 2026 and is refunded
    Then Oscorp is credited:
      | date             | for      | net              | tax    |
      | 16 February 2026 | Data hub | 1,200.00 * 45/90 | 114.00 |
    And nothing else is credited
    And finance closes February 2026 without a difference
