@documents @whole-documents @req:Q2C-081
Feature: Bills as documents
  A preview is the bill to come. A void takes a whole invoice back. Credit on the account never exceeds what is left.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"

  Scenario: A preview is the run
    Given "Pied Piper" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Pied Piper signs on 1 January 2026 to add 10 "Platform seat" from 15 February 2026
    # 10 * 10.00 * 14/28 = 50.00; the seats are signed before February's bill, so they are part of it.
    Then the preview of Pied Piper to 1 March 2026 is:
      | date            | from             | to               | quantity | net    | tax   | total  |
      | 1 February 2026 | 1 February 2026  | 14 February 2026 | 10       | 50.00  | 5.00  | 55.00  |
      | 1 February 2026 | 15 February 2026 | 28 February 2026 | 20       | 100.00 | 10.00 | 110.00 |
      | 1 March 2026    | 1 March 2026     | 31 March 2026    | 20       | 200.00 | 20.00 | 220.00 |
    And Pied Piper is invoiced nothing since 2 January 2026
    When time passes to 1 March 2026
    Then Pied Piper is invoiced:
      | date            | from             | to               | quantity | net    | tax   | total  |
      | 1 January 2026  | 1 January 2026   | 31 January 2026  | 10       | 100.00 | 10.00 | 110.00 |
      | 1 February 2026 | 1 February 2026  | 14 February 2026 | 10       | 50.00  | 5.00  | 55.00  |
      | 1 February 2026 | 15 February 2026 | 28 February 2026 | 20       | 100.00 | 10.00 | 110.00 |
      | 1 March 2026    | 1 March 2026     | 31 March 2026    | 20       | 200.00 | 20.00 | 220.00 |
    And nothing else is invoiced

  Scenario: Void and rebill at the rate of the new invoice
    # The rate is corrected to 8% on 10 March; 100.00 at 10% goes back and 100.00 at 8% is billed.
    Given the tax code "city" is 10%
    And the tax code "city" is 8% from 10 March 2026
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax code "city":
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 10 March 2026
    And finance voids the March invoice of Pied Piper and bills it anew
    Then Pied Piper is credited:
      | date          | net    | tax   | reason |
      | 10 March 2026 | 100.00 | 10.00 | void   |
    And nothing else is credited
    And Pied Piper is invoiced:
      | date          | from         | net    | tax   |
      | 1 March 2026  | 1 March 2026 | 100.00 | 10.00 |
      | 10 March 2026 | 1 March 2026 | 100.00 | 8.00  |
    And nothing else is invoiced
    And Pied Piper owes 108.00 USD
    And finance closes March 2026 without a difference
    And the journal of March 2026 is:
      | date          | source        | account            | debit  | credit |
      | 1 March 2026  | March invoice | Receivables        | 110.00 |        |
      | 1 March 2026  | March invoice | Contract liability |        | 100.00 |
      | 1 March 2026  | March invoice | Sales tax payable  |        | 10.00  |
      | 10 March 2026 | credit memo   | Contract liability | 100.00 |        |
      | 10 March 2026 | credit memo   | Sales tax payable  | 10.00  |        |
      | 10 March 2026 | credit memo   | Receivables        |        | 110.00 |
      | 10 March 2026 | March invoice | Receivables        | 108.00 |        |
      | 10 March 2026 | March invoice | Contract liability |        | 100.00 |
      | 10 March 2026 | March invoice | Sales tax payable  |        | 8.00   |
      | 31 March 2026 | revenue       | Contract liability | 100.00 |        |
      | 31 March 2026 | revenue       | Revenue            |        | 100.00 |
    And the March 2026 close report shows:
      | line    | amount |
      | Revenue | 100.00 |

  Scenario: A void that is not billed again gives the service away
    Given "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 10 March 2026
    And finance voids the March invoice of Pied Piper
    And time passes to 31 March 2026
    Then Pied Piper owes 0.00 USD
    # The ten days served are revenue, which the void takes back at once: 100.00 * 10/31 = 32.26 of it.
    And the journal of March 2026 is:
      | date          | source        | account            | debit          | credit         |
      | 1 March 2026  | March invoice | Receivables        | 110.00         |                |
      | 1 March 2026  | March invoice | Contract liability |                | 100.00         |
      | 1 March 2026  | March invoice | Sales tax payable  |                | 10.00          |
      | 10 March 2026 | credit memo   | Contract liability | 100.00 * 21/31 |                |
      | 10 March 2026 | credit memo   | Revenue            | 100.00 * 10/31 |                |
      | 10 March 2026 | credit memo   | Sales tax payable  | 10.00          |                |
      | 10 March 2026 | credit memo   | Receivables        |                | 110.00         |
      | 31 March 2026 | revenue       | Contract liability | 100.00 * 10/31 |                |
      | 31 March 2026 | revenue       | Revenue            |                | 100.00 * 10/31 |
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line    | amount |
      | Revenue | 0.00   |

  Scenario: A credited invoice cannot be voided
    Given "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And finance credits Pied Piper 20.00 USD on the account
    When finance voids the March invoice of Pied Piper
    Then it is refused because "22.00 USD of it is paid or credited"

  Scenario: Credit on the account falls on the oldest open invoice first, up to what is left
    # 100.00 of January and 20.00 of February; 80.00 is left, and 80.01 is too much.
    Given "Pied Piper" signed on 1 January 2026 for 2 months, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 5 February 2026
    And finance credits Pied Piper 120.00 USD on the account
    Then Pied Piper is credited:
      | net    | tax   | credits          |
      | 100.00 | 10.00 | January invoice  |
      | 20.00  | 2.00  | February invoice |
    And nothing else is credited
    When finance credits Pied Piper 80.01 USD on the account
    Then it is refused because "80.00 USD without tax is left"
    When finance credits Pied Piper 80.00 USD on line 1 of the February invoice
    Then Pied Piper owes 0.00 USD
    And finance closes February 2026 without a difference

  Scenario Outline: Nothing to pay, <zero invoice>
    Given these conventions:
      | question     | answer         |
      | zero invoice | <zero invoice> |
    And Pied Piper is promised with the next contract:
      | discount | for  |
      | 100%     | once |
    And "Pied Piper" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 1 February 2026
    Then Pied Piper is invoiced:
      | date            | net    | invoice  |
      | 1 February 2026 | 100.00 | <number> |
    And Pied Piper is invoiced 110.00 USD in all
    And finance closes February 2026 without a difference

    Examples:
      | zero invoice | number           |
      | issued       | February invoice |
      | suppressed   | February invoice |

  Scenario Outline: An invoice of 20 January to pay <to pay>
    Given these conventions:
      | question          | answer   |
      | days end of month | <counts> |
    And Pied Piper is to pay <to pay>
    And "Pied Piper" signed on 20 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then Pied Piper is invoiced:
      | date            | due   |
      | 20 January 2026 | <due> |

    Examples:
      | to pay                   | counts                  | due              |
      | on receipt               | days, then end of month | 20 January 2026  |
      | at the end of the month  | days, then end of month | 31 January 2026  |
      | 45 days end of month     | days, then end of month | 31 March 2026    |
      | 45 days end of month     | end of month, then days | 17 March 2026    |
      | on the 15th of the month | days, then end of month | 15 February 2026 |
      | on the 31st of the month | days, then end of month | 31 January 2026  |
