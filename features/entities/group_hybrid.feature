@entities @group @wave-2 @req:Q2C-062 @usage
Feature: A group that sells seats, use and services in two currencies
  Meridian's suite is a set-up, seats and metered traffic in one; rollout days are earned as they are delivered. America sells in
  dollars, Germany and Austria in euros, each in its own books.

  Background:
    Given the company "Meridian Group"

  Scenario: One suite becomes three charges, each billed its own way
    # Set-up and January's seats at once; traffic in arrears: 1,000 * 0.05 + 500 * 0.02 = 60.00.
    When Pan Atlantic signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product         | quantity |
      | Workspace suite | 10       |
    And Pan Atlantic uses 1,500 "Workspace suite" on 20 January 2026
    And time passes to 1 February 2026
    Then Pan Atlantic is invoiced:
      | date            | charge        | from            | to               | net                      |
      | 1 January 2026  | Suite set-up  | 1 January 2026  | 1 January 2026   | 600.00                   |
      | 1 January 2026  | Suite seats   | 1 January 2026  | 31 January 2026  | 10 * 14.00               |
      | 1 February 2026 | Suite seats   | 1 February 2026 | 28 February 2026 | 10 * 14.00               |
      | 1 February 2026 | Suite traffic | 1 January 2026  | 31 January 2026  | 1000 * 0.05 + 500 * 0.02 |
    And nothing else is invoiced

  Scenario: The same suite in euros stands in the German books with German tax
    # Traffic: 1,000 * 0.04 + 500 * 0.02 = 50.00; 19% of each line.
    When Nibelungen Verlag signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax code "german":
      | product         | quantity |
      | Workspace suite | 10       |
    And Nibelungen Verlag uses 1,500 "Workspace suite" on 20 January 2026
    And time passes to 1 February 2026
    Then Nibelungen Verlag is invoiced:
      | date            | charge        | net                          | tax                |
      | 1 January 2026  | Suite set-up  | 550.00 EUR                   | 550.00 * 19/100 EUR   |
      | 1 January 2026  | Suite seats   | 10 * 13.00 EUR               | 130.00 * 19/100 EUR   |
      | 1 February 2026 | Suite seats   | 10 * 13.00 EUR               | 130.00 * 19/100 EUR   |
      | 1 February 2026 | Suite traffic | 1000 * 0.04 + 500 * 0.02 EUR | 50.00 * 19/100 EUR    |

  Scenario: Each legal entity earns use in the month of use and services when they are delivered
    # January in the United States: set-up 600.00, seats 140.00, traffic 60.00. In Austria 4 of 10 days delivered: 4,000.00.
    When Pan Atlantic signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product         | quantity |
      | Workspace suite | 10       |
    And Donau Werke signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax code "austrian":
      | product     | quantity |
      | Rollout day | 10       |
    And Pan Atlantic uses 1,500 "Workspace suite" on 20 January 2026
    And Donau Werke receives 4 "Rollout day" on 25 January 2026
    And time passes to 31 January 2026
    Then the ledger of Meridian Inc shows on 31 January 2026:
      | account             | debit | credit                  |
      | Revenue             |       | 600.00 + 140.00 + 60.00 |
      | Unbilled receivable | 60.00 |                         |
    And the ledger of Meridian Austria GmbH shows on 31 January 2026:
      | account            | debit         | credit       |
      | Receivables        | 12,000.00 EUR |              |
      | Revenue            |               | 4,000.00 EUR |
      | Contract liability |               | 6,000.00 EUR |
      | Sales tax payable  |               | 2,000.00 EUR |
    And finance closes January 2026 without a difference

  Scenario: Use that arrives late is billed with the next period, in its own currency
    When Nibelungen Verlag signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax code "german":
      | product         | quantity |
      | Data transfer   | 1        |
      | Workspace suite | 10       |
    And Nibelungen Verlag uses 2,000 "Data transfer" on 28 January 2026, reported on 10 February 2026
    And time passes to 1 March 2026
    Then Nibelungen Verlag is invoiced:
      | date         | for           | from           | to              | net             |
      | 1 March 2026 | Data transfer | 1 January 2026 | 31 January 2026 | 2000 * 0.04 EUR |
    And time passes to 31 March 2026
    And finance closes March 2026 without a difference

  Scenario: A suite that is cancelled gives the seats back and keeps what was used
    # 16 days of 28 of February are not served under proration by months: 10 * 14.00 * 16/28 = 80.00.
    When Pan Atlantic signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product         | quantity |
      | Workspace suite | 10       |
    And Pan Atlantic uses 100 "Workspace suite" on 5 February 2026
    And Pan Atlantic cancels on 13 February 2026
    Then Pan Atlantic is credited:
      | date             | charge      | from             | to               | net                |
      | 13 February 2026 | Suite seats | 13 February 2026 | 28 February 2026 | 10 * 14.00 * 16/28 |
    And Pan Atlantic is invoiced:
      | date             | charge        | net        |
      | 13 February 2026 | Suite traffic | 100 * 0.05 |
    And time passes to 28 February 2026
    And finance closes February 2026 without a difference
