@receivables @wave-3 @req:Q2C-044
Feature: What nobody claims stays owed
  Credit and cash that a customer never asks for are no income, however long they lie: they are the customer's, and after the years
  that a state's law names, the state's (unclaimed property, escheat). Until somebody pays them out, they stand where they stood.

  Scenario Outline: Five years later, with money that pays nothing as <surplus>
    # January is billed over 1,000.00 and 100.00 of tax and paid with 1,150.00; 200.00 and 20.00 of tax are credited on 15 February.
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer    |
      | money that pays nothing | <surplus> |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,150.00 USD on 20 January 2026 for the January invoice
    And time passes to 15 February 2026
    And finance credits Globex 200.00 USD on the January invoice
    And time passes to 31 January 2031
    Then the ledger shows on 31 January 2031 exactly:
      | account           | debit    | credit            |
      | Cash              | 1,150.00 |                   |
      | Sales tax payable |          | 100.00 - 20.00    |
      | Unapplied cash    |          | <unapplied>       |
      | Customer credits  |          | <credits>         |
      | Revenue           |          | 1,000.00 - 200.00 |
    And the journal from 16 February 2026 to 31 January 2031 is:
      | date | source | account | debit | credit |
    And finance closes January 2031 without a difference
    # It can still be claimed.
    When finance refunds Globex <asked> USD of <held> on 1 February 2031
    Then Globex was refunded:
      | date            | amount  | reason   |
      | 1 February 2031 | <asked> | <reason> |

    Examples:
      | surplus         | unapplied | credits | asked  | held           | reason           |
      | unapplied cash  | 50.00     | 220.00  | 50.00  | unapplied cash | overpayment      |
      | customer credit | 0.00      | 270.00  | 270.00 | credit         | refund of credit |
