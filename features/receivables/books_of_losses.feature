@receivables @write-off @chargebacks @conventions @wave-3 @req:Q2C-364
Feature: What each loss writes into the books, and nothing else
  The whole journal of the days on which money is lost, doubted, fought for or comes after all, under each convention.

  # 100 * 10.00 = 1,000.00 and 10%: 1,100.00, due on 31 January. All of it is earned in January.
  Background:
    Given the company "Northwind SaaS"

  Scenario Outline: <lost> written off, no tax reclaimed: <method>
    Given these conventions:
      | question  | answer   |
      | write-off | <method> |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance writes off <lost> USD of the January invoice of Globex on 2 March 2026
    Then Globex owes <open> USD
    And the journal from 1 February 2026 to 30 March 2026 is:
      | date         | source    | account     | debit  | credit |
      | 2 March 2026 | write-off | <account>   | <lost> |        |
      | 2 March 2026 | write-off | Receivables |        | <lost> |
    And nothing else is credited
    And finance closes March 2026 without a difference

    Examples:
      | method    | lost     | open     | account             |
      | direct    | 1,100.00 | 0.00     | Credit loss expense |
      | direct    | 300.33   | 799.67   | Credit loss expense |
      | allowance | 1,100.00 | 0.00     | Loss allowance      |
      | allowance | 0.01     | 1,099.99 | Loss allowance      |

  Scenario Outline: <lost> written off, <tax> of tax reclaimed at once: <method>
    # lost * 10/110: of 110.55 10.05, of 333.33 30.3027.
    Given these conventions:
      | question                | answer       |
      | write-off               | <method>     |
      | tax relief on write-off | at write-off |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance writes off <lost> USD of the January invoice of Globex on 2 March 2026
    Then the journal from 1 February 2026 to 30 March 2026 is:
      | date         | source    | account           | debit | credit |
      | 2 March 2026 | write-off | <account>         | <net> |        |
      | 2 March 2026 | write-off | Sales tax payable | <tax> |        |
      | 2 March 2026 | write-off | Receivables       |       | <lost> |
    And finance closes March 2026 without a difference

    Examples:
      | method    | lost     | net      | tax    | account             |
      | direct    | 1,100.00 | 1,000.00 | 100.00 | Credit loss expense |
      | direct    | 110.55   | 100.50   | 10.05  | Credit loss expense |
      | allowance | 1,100.00 | 1,000.00 | 100.00 | Loss allowance      |
      | allowance | 333.33   | 303.03   | 30.30  | Loss allowance      |

  Scenario Outline: <lost> written off, and <tax> of tax claimed in June
    Given these conventions:
      | question                | answer        |
      | write-off               | direct        |
      | tax relief on write-off | claimed later |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance writes off <lost> USD of the January invoice of Globex on 2 March 2026
    And finance claims the tax of the January invoice of Globex back on 10 June 2026
    Then the journal from 1 February 2026 to 30 June 2026 is:
      | date         | source     | account             | debit  | credit |
      | 2 March 2026 | write-off  | Credit loss expense | <lost> |        |
      | 2 March 2026 | write-off  | Receivables         |        | <lost> |
      | 10 June 2026 | tax relief claim | Sales tax payable   | <tax>  |        |
      | 10 June 2026 | tax relief claim | Credit loss expense |        | <tax>  |
    And finance closes June 2026 without a difference
    When finance claims the tax of the January invoice of Globex back on 11 June 2026
    Then it is refused because "left to claim"

    Examples:
      | lost     | tax    |
      | 1,100.00 | 100.00 |
      | 550.00   | 50.00  |
      | 333.33   | 30.30  |

  Scenario Outline: 110.00 come after all, relief <relief>
    Given these conventions:
      | question                | answer   |
      | write-off               | direct   |
      | tax relief on write-off | <relief> |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance writes off the January invoice of Globex on 2 March 2026
    And Globex transfers 110.00 USD on 5 April 2026 for the January invoice
    Then Globex owes nothing
    And the journal of April 2026 is:
      | date         | source   | account             | debit  | credit |
      | 5 April 2026 | recovery | Cash                | 110.00 |        |
      | 5 April 2026 | recovery | Credit loss expense |        | <back> |
      | 5 April 2026 | recovery | Sales tax payable   |        | <tax>  |
    And finance closes April 2026 without a difference

    Examples:
      | relief       | back   | tax   |
      | at write-off | 100.00 | 10.00 |

  Scenario: 110.00 come after all, and the receivable stands again first
    Given these conventions:
      | question  | answer                      |
      | write-off | direct                      |
      | recovery  | receivable reinstated first |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance writes off the January invoice of Globex on 2 March 2026
    And Globex transfers 110.00 USD on 5 April 2026 for the January invoice
    Then Globex owes nothing
    And the journal of April 2026 is:
      | date         | source        | account             | debit  | credit |
      | 5 April 2026 | reinstatement | Receivables         | 110.00 |        |
      | 5 April 2026 | reinstatement | Credit loss expense |        | 110.00 |
      | 5 April 2026 | payment       | Cash                | 110.00 |        |
      | 5 April 2026 | payment       | Receivables         |        | 110.00 |
    And finance closes April 2026 without a difference

  Scenario: 330.00 in dispute and reserved, accepted in full
    # 330.00 hold 300.00 and 30.00 of tax.
    Given these conventions:
      | question         | answer  |
      | disputed invoice | reserve |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex disputes 330.00 USD of the January invoice on 3 February 2026 because "outage"
    And the dispute of Globex is accepted on 20 February 2026
    And time passes to 28 February 2026
    Then Globex owes 770.00 USD
    And the journal of February 2026 is:
      | date             | source      | account           | debit  | credit |
      | 3 February 2026  | dispute     | Revenue           | 300.00 |        |
      | 3 February 2026  | dispute     | Refund liability  |        | 300.00 |
      | 20 February 2026 | credit memo | Refund liability  | 300.00 |        |
      | 20 February 2026 | credit memo | Sales tax payable | 30.00  |        |
      | 20 February 2026 | credit memo | Receivables       |        | 330.00 |
    And finance closes February 2026 without a difference

  Scenario: 330.00 in dispute and reserved, settled for two thirds
    # 220.00 hold 200.00 and 20.00 of tax; 100.00 are revenue again.
    Given these conventions:
      | question         | answer  |
      | disputed invoice | reserve |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex disputes 330.00 USD of the January invoice on 3 February 2026 because "outage"
    And the dispute of Globex is settled on 20 February 2026 with a credit of 220.00 USD
    And time passes to 28 February 2026
    Then Globex owes 880.00 USD
    And the journal of February 2026 is:
      | date             | source      | account           | debit  | credit |
      | 3 February 2026  | dispute     | Revenue           | 300.00 |        |
      | 3 February 2026  | dispute     | Refund liability  |        | 300.00 |
      | 20 February 2026 | credit memo | Refund liability  | 200.00 |        |
      | 20 February 2026 | credit memo | Sales tax payable | 20.00  |        |
      | 20 February 2026 | credit memo | Receivables       |        | 220.00 |
      | 20 February 2026 | dispute resolution | Refund liability  | 100.00 |        |
      | 20 February 2026 | dispute resolution | Revenue           |        | 100.00 |
    And finance closes February 2026 without a difference

  Scenario Outline: 330.00 in dispute and reserved, rejected on the <day>
    Given these conventions:
      | question         | answer  |
      | disputed invoice | reserve |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex disputes <gross> USD of the January invoice on 3 February 2026 because "outage"
    And the dispute of Globex is rejected on <day>
    Then Globex owes 1,100.00 USD
    And nothing else is credited
    And the journal of February 2026 is:
      | date            | source  | account          | debit | credit |
      | 3 February 2026 | dispute | Revenue          | <net> |        |
      | 3 February 2026 | dispute | Refund liability |       | <net>  |
      | <day>           | dispute resolution | Refund liability | <net> |        |
      | <day>           | dispute resolution | Revenue          |       | <net>  |
    And finance closes February 2026 without a difference

    Examples:
      | day              | gross    | net      |
      | 4 February 2026  | 330.00   | 300.00   |
      | 20 February 2026 | 1,100.00 | 1,000.00 |
      | 28 February 2026 | 0.11     | 0.10     |

  Rule: A card holder's bank takes 1,100.00 back; the gateway charges 15.00

    Scenario Outline: Open: <answer>
      Given these conventions:
        | question             | answer   |
        | chargeback while open | <answer> |
      And the gateway charges 15.00 USD for a chargeback
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When Globex charges back the January invoice on 3 February 2026 because "not recognized"
      And the chargeback of Globex is won on 5 March 2026
      Then the journal of February 2026 is:
        | date            | source     | account               | debit    | credit   |
        | 3 February 2026 | chargeback | <account>             | 1,100.00 |          |
        | 3 February 2026 | chargeback | Bank and gateway fees | 15.00    |          |
        | 3 February 2026 | chargeback | Gateway clearing      |          | 1,115.00 |
      And the journal of March 2026 is:
        | date         | source             | account          | debit    | credit   |
        | 5 March 2026 | chargeback outcome | Gateway clearing | 1,100.00 |          |
        | 5 March 2026 | chargeback outcome | <account>        |          | 1,100.00 |
      And Globex owes nothing
      And finance closes March 2026 without a difference

      Examples:
        | answer               | account        |
        | disputed funds       | Disputed funds |
        | taken out of revenue | Concessions    |

    Scenario Outline: <won> of 1,100.00 won back, <lost> owed again
      Given the gateway charges 15.00 USD for a chargeback
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When Globex charges back the January invoice on 3 February 2026 because "not recognized"
      And the chargeback of Globex ends on 5 March 2026 with <won> USD won back
      Then Globex owes <lost> USD
      And the journal of March 2026 is:
        | date         | source             | account          | debit  | credit |
        | 5 March 2026 | chargeback outcome | Gateway clearing | <won>  |        |
        | 5 March 2026 | chargeback outcome | Disputed funds   |        | <won>  |
        | 5 March 2026 | payment reversal   | Receivables      | <lost> |        |
        | 5 March 2026 | payment reversal   | Disputed funds   |        | <lost> |
      And nothing else is credited
      And finance closes March 2026 without a difference

      Examples:
        | won      | lost     |
        | 400.00   | 700.00   |
        | 1,099.99 | 0.01     |
        | 0.01     | 1,099.99 |

    Scenario: Reopened at once, and paid again when it is won
      Given these conventions:
        | question        | answer              |
        | chargeback while open | receivable reopened |
      And the gateway charges 15.00 USD for a chargeback
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When Globex charges back the January invoice on 3 February 2026 because "not recognized"
      Then Globex owes 1,100.00 USD
      When the chargeback of Globex is won on 5 March 2026
      Then Globex owes nothing
      And the journal from 1 February 2026 to 31 March 2026 is:
        | date            | source           | account               | debit    | credit   |
        | 3 February 2026 | chargeback       | Bank and gateway fees | 15.00    |          |
        | 3 February 2026 | chargeback       | Gateway clearing      |          | 15.00    |
        | 3 February 2026 | payment reversal | Receivables           | 1,100.00 |          |
        | 3 February 2026 | payment reversal | Gateway clearing      |          | 1,100.00 |
        | 5 March 2026    | payment          | Gateway clearing      | 1,100.00 |          |
        | 5 March 2026    | payment          | Receivables           |          | 1,100.00 |
      And finance closes March 2026 without a difference

  Scenario: A direct debit comes back for a fee of 7.50, and is not tried again
    Given the bank charges 7.50 USD for a returned direct debit
    And failed payments are not retried
    And Globex pays every invoice by direct debit when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "no funds"
    And time passes to 28 February 2026
    Then Globex owes 1,100.00 USD
    And the journal of February 2026 is:
      | date            | source           | account               | debit    | credit   |
      | 3 February 2026 | payment return   | Bank and gateway fees | 7.50     |          |
      | 3 February 2026 | payment return   | Cash                  |          | 7.50     |
      | 3 February 2026 | payment reversal | Receivables           | 1,100.00 |          |
      | 3 February 2026 | payment reversal | Gateway clearing      |          | 1,100.00 |
    And finance closes February 2026 without a difference
