@close @wave-2 @req:Q2C-074
Feature: Key figures of the first close after a cutover
  What the old system has recognized of a contract counts as posted, so that the first close is not told to be wrong for a past that
  the new ledger never had to post.

  # Recognized to the evening before: 700 + 1,500 + 1,200 + 2,000 + 2,160 = 7,560.00. July: 100 + 200 + 500 + 240 and a third of
  # Initech's new quarter, 500: 1,540.00. Together 9,100.00, as scheduled.
  Scenario: The first month is as scheduled
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | proration      | months   |
      | revenue spread | by month |
    When the cutover "Northwind pilot" goes live
    And time passes to 31 July 2026
    Then finance closes July 2026 without a difference
    And the July 2026 close report's key figures are:
      | key figure                | value  | part         | whole        | documents |
      | Revenue schedule accuracy | 100.0% | 9,100.00 USD | 9,100.00 USD |           |
      | Revenue lines exact       | 100.0% | 5            | 5            |           |
    # Open are 330.00 and 1,650.00 of the old system and 1,650.00 that the new one billed: 3,630.00 less 1,650.00 cannot be counted back.
    And the July 2026 close report's key figures are:
      | key figure     | value                                              |
      | DSO count-back | error: 1,980.00 USD more is open than was ever billed |
    When time passes to 31 August 2026
    Then finance closes August 2026 without a difference
    And the August 2026 close report's key figures are:
      | key figure                | value  | part          | whole         | documents |
      | Revenue schedule accuracy | 100.0% | 10,640.00 USD | 10,640.00 USD |           |
