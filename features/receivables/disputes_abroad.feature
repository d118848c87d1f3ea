@receivables @foreign-currency @wave-3 @req:Q2C-049
Feature: Disputes in a foreign currency
  What is reserved in euros is released in euros, at whatever the books carry it.

  Background:
    # 1,000.00 EUR of January, served by the end of the month, and 10% tax; one euro is worth 1.10 dollars.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | disputed invoice | reserve                     |
    And these exchange rates:
      | date           | from | to  | rate |
      | 1 January 2026 | EUR  | USD | 1.10 |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 EUR       |

  Scenario: A reserve ends with the dispute that brought it
    # 330.00 EUR gross are 300.00 net: 330.00 dollars of revenue are reserved, and 330.00 come back.
    When Globex disputes 330.00 EUR of the January invoice on 2 February 2026 because "wrong price"
    And the dispute of Globex is rejected on 10 February 2026
    And time passes to 28 February 2026
    Then the journal of February 2026 is:
      | date             | source             | account          | debit  | credit |
      | 2 February 2026  | dispute            | Revenue          | 330.00 |        |
      | 2 February 2026  | dispute            | Refund liability |        | 330.00 |
      | 10 February 2026 | dispute resolution | Refund liability | 330.00 |        |
      | 10 February 2026 | dispute resolution | Revenue          |        | 330.00 |
    And Globex owes 1,100.00 EUR
    And nothing else is credited
    And finance closes February 2026 without a difference

  Scenario: A part of it is granted
    # 220.00 EUR are credited, 200.00 net; 100.00 EUR of the reserve are released, 110.00 dollars.
    When Globex disputes 330.00 EUR of the January invoice on 2 February 2026 because "wrong price"
    And the dispute of Globex is settled on 10 February 2026 with a credit of 220.00 EUR
    And time passes to 28 February 2026
    Then the ledger shows on 28 February 2026 exactly:
      | account           | debit  | credit |
      | Receivables       | 968.00 |        |
      | Revenue           |        | 880.00 |
      | Sales tax payable |        | 88.00  |
    And Globex owes 880.00 EUR
    And finance closes February 2026 without a difference
