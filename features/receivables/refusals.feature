@receivables @refusals @wave-3 @req:Q2C-310
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
      | Cash for another customer's invoice | the unapplied cash of Initech is applied to the January invoice of Globex on 20 February 2026 | payment BT-2 came from Initech, invoice NW-000001 is for Globex |
      | What was never paid ahead           | finance frees 1.00 USD of what Globex has paid ahead on 20 February 2026         | 1.00 USD cannot be freed: 0.00 USD is paid ahead of contract C-1    |

    Examples: what is contested, or more than there is
      | what                                | act                                                                              | rule                                                                |
      | Writing off what is in dispute      | finance writes off the January invoice of Globex on 20 February 2026             | 220.00 USD of the 800.00 USD open of invoice NW-000001 is in dispute |
      | Writing off more than is open       | finance writes off 800.01 USD of the January invoice of Globex on 20 February 2026 | 800.01 USD cannot be written off: 800.00 USD is open              |
      | Disputing more than is left         | Globex disputes 580.01 USD of the January invoice on 20 February 2026 because "all of it" | 580.01 USD cannot be disputed                              |
      | Claiming tax of what is not lost    | finance claims the tax of the January invoice of Globex back on 20 February 2026 | tax of invoice NW-000001 cannot be claimed                          |
      | Granting more than was contested    | the dispute of Globex is settled on 20 February 2026 with a credit of 220.01 USD | 220.01 USD cannot be credited: dispute D-1 is about 220.00 USD      |

  # Globex paid 1,100.00 by card; 400.00 of it are charged back, and 50.00 came by transfer and settle nothing.
  # 1,100.00 - 400.00 - 15.00 = 685.00 are left at the gateway.
  Scenario Outline: While a chargeback is open: <what>
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And the gateway charges 15.00 USD for a chargeback
    And Globex pays every invoice when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex charges back 400.00 USD of the January invoice on 5 February 2026 because "not recognized"
    And Globex transfers 50.00 USD on 6 February 2026
    And <act>
    Then it is refused because "<rule>"
    And the chargebacks of Globex are:
      | date            | invoice         | amount | fee   | outcome |
      | 5 February 2026 | January invoice | 400.00 | 15.00 | -       |
    And the ledger shows on 20 February 2026 exactly:
      | account               | debit  | credit   |
      | Gateway clearing      | 685.00 |          |
      | Cash                  | 50.00  |          |
      | Disputed funds        | 400.00 |          |
      | Bank and gateway fees | 15.00  |          |
      | Revenue               |        | 1,000.00 |
      | Sales tax payable     |        | 100.00   |
      | Unapplied cash        |        | 50.00    |
    And Globex owes nothing
    And Globex was refunded nothing
    And no payment of Globex was reversed
    And nothing else is credited
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference

    Examples:
      | what                               | act                                                                                 | rule                                                                  |
      | A refund                           | finance refunds Globex 50.00 USD of unapplied cash on 20 February 2026              | 50.00 USD cannot be refunded: chargeback CB-1 of Globex over 400.00 USD is open |
      | A refund by another way            | finance refunds Globex 50.00 USD of unapplied cash on 20 February 2026 to the bank transfer | wait for what the card network decides                        |
      | Charging back more than is left    | Globex charges back 700.01 USD of the January invoice on 20 February 2026 because "again" | 700.01 USD cannot be charged back: 700.00 USD is left of payment PAY-NW-000001-1 |
      | Winning in another currency        | the chargeback of Globex ends on 20 February 2026 with 100.00 EUR won back          | chargeback CB-1 is in USD, not EUR                         |
      | Winning more than was charged back | the chargeback of Globex ends on 20 February 2026 with 400.01 USD won back          | 400.01 USD cannot be won back: chargeback CB-1 is about 400.00 USD    |
      | Returning a card payment           | the direct debit of Globex for the January invoice is returned on 20 February 2026 because "no funds" | payment PAY-NW-000001-1 came by card; only a direct debit payment can be returned |
      | Writing off what is paid           | finance writes off the January invoice of Globex on 20 February 2026                | nothing is open of invoice NW-000001 to write off                     |
      | Disputing what is paid             | Globex disputes 400.00 USD of the January invoice on 20 February 2026 because "wrong price" | invoice NW-000001 cannot be disputed: nothing of it is open   |
      | Paying it once more with cash      | the unapplied cash of Globex is applied to the January invoice on 20 February 2026  | there is nothing to pay: 50.00 USD is unapplied of payment BT-1 and 0.00 USD is open |

  Rule: A closed period

    Background:
      # 1,100.00, due on 31 January; the receivables of January are closed on that day.
      Given the company "Northwind SaaS"
      And these conventions:
        | question                     | answer                      |
        | revenue schedule             | service period of each line |
        | posting into a closed period | refused                     |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes these areas on 31 January 2026:
        | area        | period       | close |
        | receivables | January 2026 | hard  |

    Scenario: A payment in a closed period waits in the queue of the ledger, and is posted once when it is reopened
      When Globex transfers 1,100.00 USD on 31 January 2026 for the January invoice
      Then the ERP holds these exceptions:
        | event           | document | customer | date            | reason                                                             |
        | payment applied | AP-BT-1  | Globex   | 31 January 2026 | payment application AP-BT-1 belongs to January 2026, whose receivables is closed; reopen it or date it later |
      And the ledger shows on 31 January 2026 exactly:
        | account           | debit    | credit   |
        | Receivables       | 1,100.00 |          |
        | Revenue           |          | 1,000.00 |
        | Sales tax payable |          | 100.00   |
      When "Ann" reopens the receivables of January 2026 on 31 January 2026 because "the last day's transfers", approved by "Bob"
      And everything is repaired and delivered again
      And time passes to 28 February 2026
      Then the exceptions queue is empty
      And the ledger shows on 31 January 2026 exactly:
        | account           | debit    | credit   |
        | Cash              | 1,100.00 |          |
        | Revenue           |          | 1,000.00 |
        | Sales tax payable |          | 100.00   |
      And Globex owes nothing
      And Globex was sent no letter
      And finance closes February 2026 without a difference

    Scenario: A write-off in a closed period waits likewise
      When finance writes off 100.00 USD of the January invoice of Globex on 31 January 2026
      Then the ERP holds these exceptions:
        | event               | document     | customer | reason                                               |
        | invoice written off | WO-NW-000001 | Globex   | write-off WO-NW-000001 belongs to January 2026, whose receivables is closed; reopen it or date it later |
      And nothing else is credited
      When "Ann" reopens the receivables of January 2026 on 31 January 2026 because "the last losses", approved by "Bob"
      And everything is repaired and delivered again
      Then these invoices of Globex were written off:
        | date            | invoice         | amount |
        | 31 January 2026 | January invoice | 100.00 |
      And Globex owes 1,000.00 USD
      And finance closes January 2026 without a difference
