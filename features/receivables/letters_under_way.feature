@receivables @dunning @conventions @wave-3 @req:Q2C-361
Feature: Dunning letters while a payment is under way
  A direct debit that was collected on the due date is known days later. Until then nobody can say that the customer is late: the
  letter is held until it is known, or sent on its day by convention (handbook 4.6).

  # 1,100.00 fall due and are collected on 31 January; letters are due on 7 February and 14 February.
  Background:
    Given the company "Northwind SaaS"
    And failed payments are retried after 30 days
    And these dunning letters:
      | letter      | days after the due date |
      | Reminder    | 7                       |
      | Last notice | 14                      |

  Scenario Outline: The money comes, known <days> days late, and letters are held
    Given the gateway answers <days> days late about Globex
    And Globex pays every invoice by direct debit when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then Globex was sent no letter
    And Globex owes 0.00 USD
    And the journal of February 2026 is:
      | date    | source  | account          | debit    | credit   |
      | <known> | payment | Gateway clearing | 1,100.00 |          |
      | <known> | payment | Receivables      |          | 1,100.00 |
    And nothing else is invoiced since 2 January 2026
    And finance closes February 2026 without a difference

    Examples:
      | days | known            |
      | 7    | 7 February 2026  |
      | 9    | 9 February 2026  |
      | 15   | 15 February 2026 |

  Scenario: By convention letters go out on their day
    Given these conventions:
      | question                                    | answer          |
      | dunning letter while a payment is under way | sent on its day |
    And the gateway answers 9 days late about Globex
    And Globex pays every invoice by direct debit when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then Globex was sent these letters:
      | date            | letter   | open     |
      | 7 February 2026 | Reminder | 1,100.00 |
    And Globex owes 0.00 USD
    And finance closes February 2026 without a difference

  Scenario: It did not come: the letter goes out on the day that is known
    Given the gateway answers 9 days late about Globex
    And the card of Globex is declined 1 time and then works
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 20 February 2026
    Then Globex was sent these letters:
      | date             | letter      | open     |
      | 9 February 2026  | Reminder    | 1,100.00 |
      | 14 February 2026 | Last notice | 1,100.00 |
    And the collections work list on 8 February 2026 is:
      | role      | customer | invoice         | why            | amount   | next step                                         |
      | Collector | Globex   | January invoice | 8 days overdue | 1,100.00 | wait: a payment is under way since 31 January 2026 |
    And the collections work list on 10 February 2026 is:
      | role      | customer | invoice         | why             | amount   | next step                                    |
      | Collector | Globex   | January invoice | 10 days overdue | 1,100.00 | call: Reminder was sent on 9 February 2026   |
    And finance closes February 2026 without a difference

  Scenario: Nobody ever answers, until finance finds out
    Given the gateway never answers about Globex
    And Globex pays every invoice by direct debit when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 20 February 2026
    Then Globex was sent no letter
    When it is found out on 20 February 2026 that the gateway did not collect the January invoice of Globex
    And time passes to 28 February 2026
    Then Globex was sent these letters:
      | date             | letter      | open     |
      | 20 February 2026 | Last notice | 1,100.00 |
    And finance closes February 2026 without a difference

  Scenario: Only the part that is being collected is left alone
    # 1,100.00 in two halves, the first due on 10 January and collected that day, never answered; the second due on 20 January, of which
    # nothing is asked for while the first request has no answer. Only the second half is dunned, 7 days later.
    Given the gateway never answers about Globex
    And Globex pays every invoice by direct debit when it is due
    And Globex is to pay in these parts:
      | due            | part |
      | within 9 days  | 50%  |
      | within 19 days |      |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 January 2026
    Then Globex was sent these letters:
      | date            | letter   | open   |
      | 27 January 2026 | Reminder | 550.00 |
