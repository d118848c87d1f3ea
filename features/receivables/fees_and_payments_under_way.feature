@receivables @late-fees @conventions @req:Q2C-069
Feature: Late fees while a payment is under way
  A direct debit that was collected on the due date is known days later. Until then nobody can say that the customer is late: a fee
  waits for the answer, as letters of payment providers do, or is charged on its day by convention.

  Background:
    # 1,100.00 fall due and are collected on 31 January; 3 days later a fee of 10.00 falls due, 10 days later one of 20.00.
    Given the company "Northwind SaaS"
    And failed payments are retried after 1, 3 and 5 days
    And these late fees:
      | days overdue | amount |
      | 3            | 10.00  |
      | 10           | 20.00  |

  Scenario Outline: The money came, known <days> days late: <answer>
    Given these conventions:
      | question                              | answer   |
      | late fee while a payment is under way | <answer> |
    And the gateway answers <days> days late about Globex
    And Globex pays every invoice by direct debit when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then the attempts to collect from Globex were:
      | date    | invoice         | outcome  |
      | <known> | January invoice | succeeds |
    And Globex owes <owes> USD
    And Globex is invoiced <in all> USD in all
    And finance closes February 2026 without a difference

    Examples:
      | answer             | days | known            | owes          | in all                  |
      | waits              | 7    | 7 February 2026  | 0.00          | 1,100.00                |
      | charged on its day | 7    | 7 February 2026  | 10.00         | 1,110.00                |
      | waits              | 12   | 12 February 2026 | 0.00          | 1,100.00                |
      | charged on its day | 12   | 12 February 2026 | 30.00         | 1,130.00                |

  Scenario: It did not come: the fee is charged on the day that is known
    # Asked on 31 January, declined as known on 7 February, when the fee of 3 February is charged. Tried again on the 8th, it is
    # known on the 15th that the money came: the fee of 10 February waited for that, and is none.
    Given the gateway answers 7 days late about Globex
    And the card of Globex is declined 1 time and then works
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then Globex is invoiced:
      | date            | cause    | total    |
      | 1 January 2026  | regular  | 1,100.00 |
      | 7 February 2026 | late fee | 10.00    |
    And nothing else is invoiced
    And Globex owes 10.00 USD
    And finance closes February 2026 without a difference

  Scenario: Nobody ever answers, until finance finds out
    Given the gateway never answers about Globex
    And Globex pays every invoice by direct debit when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 9 February 2026
    Then Globex owes 1,100.00 USD
    When it is found out on 9 February 2026 that the gateway did not collect the January invoice of Globex
    Then Globex owes 1,110.00 USD
    And finance closes February 2026 without a difference

  Scenario: Who pays by transfer is late on the day
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 3 February 2026
    Then Globex owes 1,110.00 USD
