@amendments @transfer @conventions @wave-3 @req:Q2C-021
Feature: What is open of a contract that passes on is billed anew
  Some companies let the old customer pay what was invoiced to them; others take back what nobody has paid yet and invoice it to
  the new customer. Either way the contract liability passes on, and revenue stays what it was.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                                | answer                      |
      | open invoices of a transferred contract | voided and billed anew      |
      | revenue schedule                        | service period of each line |
    And "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |

  Scenario: Nothing is paid of the quarter
    # 900.00 and 90.00 of tax go back to Globex and are billed to Initech; revenue is what it was.
    When the contract of Globex passes to the customer Initech from 16 March 2026
    And time passes to 31 March 2026
    Then Globex is credited:
      | date          | from           | to            | net    | tax   | credits         |
      | 16 March 2026 | 1 January 2026 | 31 March 2026 | 900.00 | 90.00 | January invoice |
    And nothing else is credited
    And Initech is invoiced:
      | date          | due           | from           | to            | net    | tax   |
      | 16 March 2026 | 15 April 2026 | 1 January 2026 | 31 March 2026 | 900.00 | 90.00 |
    And nothing else is invoiced since 2 January 2026
    And Globex owes 0.00 USD
    And Initech owes 990.00 USD
    And the revenue of March 2026 is 310.00 USD
    And the ledger shows on 31 March 2026 exactly:
      | account           | customer | debit  | credit |
      | Receivables       | Initech  | 990.00 |        |
      | Sales tax payable | Initech  |        | 90.00  |
      | Revenue           | Globex   |        | 740.00 |
      | Revenue           | Initech  |        | 160.00 |
    And finance closes March 2026 without a difference

  Scenario: What is paid in part stays where it is
    When Globex transfers 100.00 USD on 10 March 2026 for the January invoice
    And the contract of Globex passes to the customer Initech from 16 March 2026
    And time passes to 31 March 2026
    Then nothing else is credited
    And nothing else is invoiced since 2 January 2026
    And Globex owes 890.00 USD
    And finance closes March 2026 without a difference
