@receivables @refusals @wave-3 @req:Q2C-310
Feature: Nothing happens twice
  What was found out, decided, charged or asked for once is not found out, decided, charged or asked for again.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Of one invoice of 1,100.00

    Background:
      Given the gateway charges 15.00 USD for a chargeback
      And failed payments are retried after 1, 3 and 5 days
      And these late fees:
        | days overdue | amount |
        | 3            | 10.00  |
        | 10           | 20.00  |

    Scenario: A payer is found out once
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When 1,100.00 USD arrives from an unknown payer on 10 January 2026
      And finance finds out on 12 January 2026 that Globex sent the 1,100.00 USD
      And finance finds out on 13 January 2026 that Initech sent the 1,100.00 USD
      Then it is refused because "known to come from Globex"
      And Globex owes nothing
      And Initech has unapplied cash of 0.00 USD
      And unidentified cash is 0.00 USD
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario Outline: A chargeback is decided once, and <again> changes nothing
      Given Globex pays every invoice when it is due
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex charges back the January invoice on 2 February 2026 because "fraudulent"
      And the chargeback of Globex is won on 10 February 2026
      And the chargeback of Globex is <again> on 11 February 2026
      Then it is refused because "<why>"
      And the chargebacks of Globex are:
        | date            | invoice         | amount   | fee   | outcome | won      | lost |
        | 2 February 2026 | January invoice | 1,100.00 | 15.00 | won     | 1,100.00 | 0.00 |
      And Globex owes nothing
      And the ledger shows on 11 February 2026 exactly:
        | account               | debit    | credit   |
        | Gateway clearing      | 1,085.00 |          |
        | Disputed funds        | 0.00     |          |
        | Bank and gateway fees | 15.00    |          |
        | Revenue               |          | 1,000.00 |
        | Sales tax payable     |          | 100.00   |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

      Examples:
        | again | why                     |
        | won   | is already decided: won |
        | lost  | is already decided: won |

    Scenario: A late fee is charged once for each of its days, however long the invoice stays open
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 3 February 2026
      And time passes to 4 February 2026
      And time passes to 5 February 2026
      And time passes to 31 March 2026
      Then Globex is invoiced:
        | date             | cause    | total    |
        | 1 January 2026   | regular  | 1,100.00 |
        | 3 February 2026  | late fee | 10.00    |
        | 10 February 2026 | late fee | 20.00    |
      And nothing else is invoiced
      And Globex is invoiced 1,130.00 USD in all
      And finance closes March 2026 without a difference

    Scenario: What the gateway has not answered is not asked again
      # The retry days pass unanswered. The answer comes after 7 days: it was collected, once. The late fee
      # of 3 February, when nobody knew, is not due yet.
      Given these conventions:
        | question                              | answer             |
        | late fee while a payment is under way | charged on its day |
      And the gateway answers 7 days late about Globex
      And Globex pays every invoice when it is due
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 6 February 2026
      Then these attempts to collect have no answer:
        | date            | customer | invoice         | amount   |
        | 31 January 2026 | Globex   | January invoice | 1,100.00 |
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | outcome  |
        | 7 February 2026 | succeeds |
      And Globex has paid:
        | date            | amount   | method |
        | *               | 1,100.00 | card   |
      And Globex owes 10.00 USD
      And finance closes February 2026 without a difference

    # Asked on 31 January, answered on 7 February; asked again a day later, answered on 15 February. The late fees of 3 and 10
    # February are due 30 days later, and answered 7 days after that.
    Scenario: Declined late, it is tried again on the retry days and paid once
      Given these conventions:
        | question                              | answer             |
        | late fee while a payment is under way | charged on its day |
      And the gateway answers 7 days late about Globex
      And the card of Globex is declined 1 time and then works
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 March 2026
      Then the attempts to collect from Globex were:
        | date             | invoice          | outcome  |
        | 7 February 2026  | January invoice  | declined |
        | 15 February 2026 | January invoice  | succeeds |
        | 12 March 2026    | late fee invoice | succeeds |
        | 19 March 2026    | late fee invoice | succeeds |
      And Globex has unapplied cash of 0.00 USD
      And the gateway held 1,130.00 USD on 31 March 2026
      And finance closes March 2026 without a difference
