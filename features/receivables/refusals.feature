@receivables @refusals @wave-3 @req:Q2C-047
Feature: What cannot be done about receivables
  Every order that a rule forbids names the rule, the document and the amount, and leaves everything as it was.

  # Globex owes 1,100.00 for January; 300.00 are paid, 220.00 are in dispute. Initech has 50.00 unapplied.
  Scenario Outline: <what>
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 300.00 USD on 10 January 2026 for the January invoice
    And Initech transfers 50.00 USD on 11 January 2026
    And Globex disputes 220.00 USD of the January invoice on 12 January 2026 because "wrong price"
    And <act>
    Then it is refused because "<rule>"
    And the ageing on 20 February 2026 is:
      | customer | 1-30 days | in dispute | unapplied |
      | Globex   | 800.00    | 220.00     | 0.00      |
      | Initech  | 0.00      | 0.00       | 50.00     |
    And the ledger shows on 20 February 2026 exactly:
      | account           | debit  | credit   |
      | Cash              | 350.00 |          |
      | Receivables       | 800.00 |          |
      | Revenue           |        | 1,000.00 |
      | Sales tax payable |        | 100.00   |
      | Unapplied cash    |        | 50.00    |
    And Globex was refunded nothing
    And nothing else is credited
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference

    Examples: money that is not there
      | what                                | act                                                                              | rule                                                                |
      | A refund of credit that nobody gave | finance refunds Globex 0.01 USD of credit on 20 February 2026                    | 0.01 USD cannot be refunded: Globex has 0.00 USD of customer credit |
      | A refund above what is unapplied    | finance refunds Initech 50.01 USD of unapplied cash on 20 February 2026          | 50.01 USD cannot be refunded: Initech has 50.00 USD of unapplied cash |
      | A refund by a way nobody paid       | finance refunds Initech 50.00 USD of unapplied cash on 20 February 2026 to the card | 0.00 USD is left of what Initech paid that way                   |
      | A refund of nothing                 | finance refunds Initech 0.00 USD of unapplied cash on 20 February 2026           | 0.00 USD cannot be refunded; an amount has to be above zero         |
      | Credit that does not exist          | the credit of Globex is used for the January invoice on 20 February 2026         | there is nothing to pay: 0.00 USD is credit of Globex               |
      | What was never paid ahead           | finance frees 1.00 USD of what Globex has paid ahead on 20 February 2026         | 1.00 USD cannot be freed: 0.00 USD is paid ahead of contract C-1    |

    Examples: what is contested, or more than there is
      | what                                | act                                                                              | rule                                                                |
      | Writing off what is in dispute      | finance writes off the January invoice of Globex on 20 February 2026             | 220.00 USD of the 800.00 USD open of invoice NW-000001 is in dispute |
      | Writing off more than is open       | finance writes off 800.01 USD of the January invoice of Globex on 20 February 2026 | 800.01 USD cannot be written off: 800.00 USD is open              |
      | Disputing more than is left         | Globex disputes 580.01 USD of the January invoice on 20 February 2026 because "all of it" | 580.01 USD cannot be disputed                              |
      | Claiming tax of what is not lost    | finance claims the tax of the January invoice of Globex back on 20 February 2026 | tax of invoice NW-000001 cannot be claimed                          |
      | Granting more than was contested    | the dispute of Globex is settled on 20 February 2026 with a credit of 220.01 USD | 220.01 USD cannot be credited: dispute D-1 is about 220.00 USD      |
