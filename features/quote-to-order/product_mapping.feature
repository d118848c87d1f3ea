@quote-to-order @product-mapping @wave-1 @req:Q2C-104
Feature: Every sold product is mapped to a revenue treatment
  Sales sells packages, billing bills their charges, the ledger earns each in its own way. The mapping says which way; a
  charge that is mapped nowhere, twice, or otherwise than the catalog has it never reaches the books unseen.

  Background:
    Given the company "Northwind SaaS"
    And revenue treatments are mapped so:
      | product          | charge        | treatment |
      | Platform package | Set-up fee    | at once   |
      | Platform package | Package seats | over time |
      | Platform seat    |               | over time |
      | Storage          |               | over time |
      | Storage          | Storage       | at once   |
      | Training day     |               | over time |

  Scenario: A package whose charges are mapped once each is sold, billed and earned
    # Set-up 500.00 at once; 10 * 12.00 = 120.00 for January; tax 10%.
    When sales quotes "Globex" on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product          | quantity |
      | Platform package | 10       |
    Then the quote for Globex can be won
    When Globex signs the quote
    And time passes to 31 January 2026
    Then Globex is invoiced:
      | date           | for              | net        | tax   |
      | 1 January 2026 | Platform package | 500.00     | 50.00 |
      | 1 January 2026 | Platform package | 10 * 12.00 | 12.00 |
    And nothing else is invoiced
    And the journal of January 2026 is:
      | date            | source          | account            | debit  | credit |
      | 1 January 2026  | January invoice | Receivables        | 682.00 |        |
      | 1 January 2026  | January invoice | Contract liability |        | 620.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |        | 62.00  |
      | 31 January 2026 | revenue         | Contract liability | 620.00 |        |
      | 31 January 2026 | revenue         | Revenue            |        | 620.00 |
    And finance closes January 2026 without a difference

  Scenario Outline: <product>: <why>
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Platform seat | 1        |
      | <product>     | 1        |
    Then the quote for Globex cannot be won because:
      | of      | name      | field   | rule        | finding   |
      | product | <product> | mapping | mapped once | <finding> |
    When Globex signs the quote
    Then it is refused because "<finding>"
    And Globex has signed nothing
    And Globex is invoiced nothing

    Examples:
      | product      | why                            | finding                                                                                 |
      | Analytics    | mapped nowhere                 | 'Analytics' is not mapped to a revenue treatment                                        |
      | Storage      | mapped twice                   | 'Storage' is mapped 2 times: over time, point in time                                   |
      | Training day | mapped otherwise than catalog  | 'Training day' is mapped to 'over time', and the catalog recognizes it 'point in time' |

  Scenario: What joins later is mapped as well
    When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Platform seat | 1        |
    And Globex adds 1 "Analytics" at 500.00 USD per month from 1 February 2026
    Then it is refused because "'Analytics' is not mapped to a revenue treatment"
    When time passes to 28 February 2026
    Then Globex is invoiced:
      | date            | for           | net   |
      | 1 January 2026  | Platform seat | 10.00 |
      | 1 February 2026 | Platform seat | 10.00 |
    And nothing else is invoiced

  Scenario: Where the company holds instead of refusing, the bill waits for the revenue accountant
    Given these conventions:
      | question              | answer                       |
      | what cannot be billed | held in the exceptions queue |
    When "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product   | quantity |
      | Analytics | 1        |
    Then the exceptions queue is:
      | customer | reason                                                         | owner              |
      | Globex   | contract C-1: 'Analytics' is not mapped to a revenue treatment | revenue accountant |
    And Globex is invoiced nothing
    When time passes to 5 January 2026
    And the "revenue accountant" releases the contract of Globex
    Then Globex is invoiced:
      | date           | for       | net    | tax   |
      | 5 January 2026 | Analytics | 500.00 | 50.00 |
    And nothing else is invoiced
