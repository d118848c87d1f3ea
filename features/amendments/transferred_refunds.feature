@amendments @transfer @wave-3 @req:Q2C-021
Feature: Money goes back for a contract that has passed to another customer
  When a contract that changed hands is cancelled with a refund, invoices of more than one customer may be credited. By convention
  each customer gets back what was credited of their own, or whoever holds the contract gets all of it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: To whose invoices were credited

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |

    Scenario: The new customer has paid for what is not served
      # April to June are 900.00 for 91 days; 30 of them are left on 1 June: 296.70, tax 29.67.
      When Globex transfers 990.00 USD on 20 January 2026
      And the contract of Globex passes to the customer Initech from 16 March 2026
      And Initech transfers 990.00 USD on 20 April 2026
      And Initech cancels on 1 June 2026 and is refunded
      And time passes to 30 June 2026
      Then Initech is credited:
        | date        | from        | to           | net               | tax   | credits       |
        | 1 June 2026 | 1 June 2026 | 30 June 2026 | 900.00 * 30/91    | 29.67 | April invoice |
      And nothing else is credited
      And Initech was refunded:
        | date        | amount |
        | 1 June 2026 | 326.37 |
      And Globex was refunded nothing
      And Initech has a credit of 0.00 USD
      And Globex has a credit of 0.00 USD
      And the journal of June 2026 contains:
        | date        | customer | source         | account            | debit  | credit |
        | 1 June 2026 | Initech  | refund         | Customer credits   | 326.37 |        |
        | 1 June 2026 | Initech  | refund         | Refund payable    |        | 326.37 |
      And finance closes June 2026 without a difference

    Scenario: Signed back to the time of the first customer, each gets their own
      # Back to 26 March: six of 90 days of Globex's quarter, 60.00 and 6.00 of tax; all 990.00 of Initech's.
      When Globex transfers 990.00 USD on 20 January 2026
      And the contract of Globex passes to the customer Initech from 16 March 2026
      And Initech transfers 990.00 USD on 3 April 2026
      And time passes to 10 April 2026
      And Initech cancels on 26 March 2026 and is refunded
      And time passes to 30 April 2026
      Then Globex was refunded:
        | date          | amount |
        | 10 April 2026 | 66.00  |
      And Initech was refunded:
        | date          | amount |
        | 10 April 2026 | 990.00 |
      And Initech has a credit of 0.00 USD
      And Globex has a credit of 0.00 USD
      And the revenue of April 2026 is -60.00 USD
      And finance closes April 2026 without a difference

    Scenario: The fee is the new customer's, and is not paid from what was the first one's
      When Globex transfers 990.00 USD on 20 January 2026
      And the contract of Globex passes to the customer Initech from 16 March 2026
      And Initech cancels on 26 March 2026 for a fee of 20.00 USD and is refunded
      And time passes to 31 March 2026
      Then Globex was refunded:
        | date          | amount |
        | 26 March 2026 | 66.00  |
      And Initech was refunded nothing
      And Initech owes 20.00 USD
      And Globex owes nothing
      And finance closes March 2026 without a difference

  Rule: To whoever holds the contract

    Scenario: The new customer gets what the first one had paid ahead
      # The credit stands with Globex, whose invoice it takes back; the 66.00 go to Initech.
      Given these conventions:
        | question                                | answer                        |
        | refund of a contract that has passed on | to whoever holds the contract |
      And "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Globex transfers 990.00 USD on 20 January 2026
      And the contract of Globex passes to the customer Initech from 16 March 2026
      And Initech cancels on 26 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Initech was refunded:
        | date          | amount | reason                       |
        | 26 March 2026 | 66.00  | cancellation of contract C-1 |
      And Globex was refunded nothing
      And Globex has a credit of 0.00 USD
      And Initech has a credit of 0.00 USD
      And Globex is credited:
        | date          | net   | tax  | credits         |
        | 26 March 2026 | 60.00 | 6.00 | January invoice |
      And finance closes March 2026 without a difference
