@cutover @wave-1 @req:Q2C-241
Feature: Going live in yen, by the calendar, and with an invoice of no contract
  Sakura wave one, 1 October 2026: a currency without decimals, a contract that began in the middle of a month and is billed by the
  calendar, and an open invoice that belongs to no contract. What is open arrives under its own number, whatever it belongs to.

  Background:
    Given the company "Sakura Cloud"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Scenario: Every contract and every open invoice arrives, and migration clearing ends at zero
    # JK-4: 15 of 30 days of September, 10 * 1,500 * 15/30 = 7,500. JI-9 stands as a contract of its own, billed and served.
    When the cutover "Sakura wave one" goes live
    Then these contracts were taken over:
      | contract | customer         | billed  | recognized | deferred | open    |
      | JK-1     | Nakatomi Trading | 270,000 | 270,000    | 0        | 148,500 |
      | JK-2     | Yoyodyne Japan   | 480,000 | 360,000    | 120,000  | 0       |
      | JK-3     | Kaiba Works      | 111,972 | 27,993     | 83,979   | 100,000 |
      | JK-4     | Kaiba Works      | 7,500   | 7,500      | 0        | 8,250   |
      | JI-9     | Yoyodyne Japan   | 80,000  | 80,000     | 0        | 60,000  |
    And the migration clearing is zero
    And Yoyodyne Japan has these open invoices:
      | invoice | date           | due               | open   |
      | JI-9    | 20 August 2026 | 19 September 2026 | 60,000 |

  Scenario: The next bills are those of the calendar, each once
    When the cutover "Sakura wave one" goes live
    And time passes to 1 November 2026
    Then Nakatomi Trading is invoiced:
      | date           | for        | from           | to               | net               | tax    |
      | 1 October 2026 | Cloud seat | 1 October 2026 | 31 December 2026 | 30 * 1,500 * 3    | 13,500 |
    And Kaiba Works is invoiced:
      | date            | for        | from            | to               | net        | tax   |
      | 1 October 2026  | Cloud seat | 1 October 2026  | 31 October 2026  | 10 * 1,500 | 1,500 |
      | 1 November 2026 | Cloud seat | 1 November 2026 | 30 November 2026 | 10 * 1,500 | 1,500 |
    And nothing else is invoiced

  Scenario: The first close agrees with the old system's, account by account
    # October earns 40,000 and 9,331 of what was deferred, a third of 135,000, and 15,000.
    When the cutover "Sakura wave one" goes live
    And time passes to 31 October 2026
    Then the ledger of October 2026 agrees with the parallel figures of the cutover "Sakura wave one"
    And the ledger shows on 31 October 2026:
      | account            | debit | credit                                        |
      | Revenue            |       | 40,000 + 9,331 + 45,000 + 15,000              |
      | Contract liability |       | 203,979 - 49,331 + 90,000                     |
    And finance closes October 2026 without a difference

  Scenario: An invoice of no contract is paid, disputed and written off as any other
    # Disputed are 11,000 with tax; 49,000 come, and of what is left nothing is credited: 11,000 are written off.
    When the cutover "Sakura wave one" goes live
    And Yoyodyne Japan transfers 49,000 JPY on 5 October 2026 for invoice JI-9
    And Yoyodyne Japan disputes 11,000 JPY of invoice JI-9 on 6 October 2026 because "a day was missing"
    And the dispute of Yoyodyne Japan is rejected on 12 October 2026
    And finance writes off invoice JI-9 of Yoyodyne Japan on 20 October 2026
    Then Yoyodyne Japan owes nothing
    And these invoices of Yoyodyne Japan were written off:
      | date            | invoice | amount |
      | 20 October 2026 | JI-9    | 11,000 |
    And time passes to 31 October 2026
    And finance closes October 2026 without a difference

  Scenario: An invoice of no contract is credited at its own tax rate
    When the cutover "Sakura wave one" goes live
    And Yoyodyne Japan disputes 11,000 JPY of invoice JI-9 on 6 October 2026 because "a day was missing"
    And the dispute of Yoyodyne Japan is accepted on 12 October 2026
    Then Yoyodyne Japan is credited:
      | date            | credits | for          | net    | tax   |
      | 12 October 2026 | JI-9    | Installation | 10,000 | 1,000 |
    And Yoyodyne Japan owes 49,000 JPY
    And time passes to 31 October 2026
    And finance closes October 2026 without a difference

  Scenario: A credit balance of the old system is used for an invoice
    # Nakatomi Trading had 3,000 of credit, and pays with it what is open since July.
    When the cutover "Sakura wave one" goes live
    Then Nakatomi Trading has a credit of 3,000 JPY
    And the ledger shows on 1 October 2026:
      | account          | debit | credit |
      | Customer credits |       | 3,000  |
      | Unapplied cash   |       | 5,000  |
    When the credit of Nakatomi Trading is used for invoice JI-1 on 5 October 2026
    Then Nakatomi Trading has a credit of 0 JPY
    And Nakatomi Trading has these open invoices:
      | invoice         | date           | due             | open              |
      | JI-1            | 1 July 2026    | 31 July 2026    | 148,500 - 3,000   |
      | October invoice | 1 October 2026 | 31 October 2026 | 148,500           |
    And time passes to 31 October 2026
    And finance closes October 2026 without a difference
