@receivables @disputed-invoice @wave-3 @req:Q2C-068
Feature: What a dispute puts in doubt
  A doubt of the price is revenue, a doubt that the customer can pay is a credit loss. Finance says what it expects to lose,
  and what is reserved ends with the dispute.

  Background:
    # 300.00 and 10% tax for January, all of it served: 330.00, due on 31 January.
    Given the company "Northwind SaaS"

  Rule: A concession is expected

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |

    Scenario Outline: <how>: <credited> is credited
      # Reserved 200.00 net. What is credited without tax comes out of it first; the rest of the reserve is revenue again.
      When Globex disputes 330.00 USD of the January invoice on 10 February 2026 because "outage", and finance expects to lose 200.00 USD of it
      Then the ledger shows on 10 February 2026:
        | account          | credit |
        | Revenue          | 100.00 |
        | Refund liability | 200.00 |
      When <settled>
      Then the disputes of Globex are:
        | date             | invoice         | amount | reason | outcome | credited   |
        | 10 February 2026 | January invoice | 330.00 | outage | <how>   | <credited> |
      And Globex owes <open> USD
      And the ledger shows on 20 February 2026:
        | account           | debit  | credit    |
        | Receivables       | <open> |           |
        | Revenue           |        | <revenue> |
        | Refund liability  |        | 0.00      |
        | Sales tax payable |        | <tax>     |
      And finance closes February 2026 without a difference

      Examples:
        | how             | credited | open   | revenue | tax   | settled                                                                             |
        | accepted        | 330.00   | 0.00   | 0.00    | 0.00  | the dispute of Globex is accepted on 20 February 2026                               |
        | partly accepted | 220.00   | 110.00 | 100.00  | 10.00 | the dispute of Globex is settled on 20 February 2026 with a credit of 220.00 USD |
        | partly accepted | 110.00   | 220.00 | 200.00  | 20.00 | the dispute of Globex is settled on 20 February 2026 with a credit of 110.00 USD |
        | rejected        | 0.00     | 330.00 | 300.00  | 30.00 | the dispute of Globex is rejected on 20 February 2026                               |
        | withdrawn       | 0.00     | 330.00 | 300.00  | 30.00 | the dispute of Globex is withdrawn on 20 February 2026                              |

    Scenario: Two disputes of one invoice, the second with a reserve
      When Globex disputes 110.00 USD of the January invoice on 5 February 2026 because "typing error"
      And the dispute of Globex is accepted on 6 February 2026
      And Globex disputes 110.00 USD of the January invoice on 10 February 2026 because "outage", and finance expects to lose 100.00 USD of it
      Then the ledger shows on 10 February 2026:
        | account          | credit |
        | Revenue          | 100.00 |
        | Refund liability | 100.00 |
      And finance closes February 2026 without a difference

    Scenario: Not more than is contested
      When Globex disputes 110.00 USD of the January invoice on 10 February 2026 because "outage", and finance expects to lose 100.01 USD of it
      Then it is refused because "100.01 USD cannot be reserved of invoice NW-000001"
      And Globex has disputed nothing

  Rule: The customer cannot pay

    Background:
      Given these reasons for disputes:
        | reason      | puts in doubt |
        | insolvency  | credit        |
        | wrong price | price         |

    Scenario: A loss is expected, and no revenue is touched
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Globex disputes 330.00 USD of the January invoice on 10 February 2026 because "insolvency", and finance expects to lose 165.00 USD of it
      And time passes to 31 March 2026
      Then the journal of February 2026 is:
        | date             | source  | account             | debit  | credit |
        | 10 February 2026 | dispute | Credit loss expense | 165.00 |        |
        | 10 February 2026 | dispute | Loss allowance      |        | 165.00 |
      And nothing is posted in March 2026
      When the dispute of Globex is accepted on 1 April 2026
      Then it is refused because "what is lost is written off"
      When the dispute of Globex is rejected on 1 April 2026
      And finance writes off the January invoice of Globex on 2 April 2026
      And time passes to 30 April 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account             | debit  | credit |
        | Revenue             |        | 300.00 |
        | Sales tax payable   |        | 30.00  |
        | Credit loss expense | 330.00 |        |
      And finance closes April 2026 without a difference

    Scenario: Another reason is a matter of price
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Globex disputes 330.00 USD of the January invoice on 10 February 2026 because "wrong price", and finance expects to lose 150.00 USD of it
      Then the journal of February 2026 is:
        | date             | source  | account          | debit  | credit |
        | 10 February 2026 | dispute | Revenue          | 150.00 |        |
        | 10 February 2026 | dispute | Refund liability |        | 150.00 |
      And finance closes February 2026 without a difference

    Scenario: What is looked at by itself is in no group
      # 10% of 330.00 - 130.00 = 200.00 is 20.00, and 130.00 by itself: 150.00 at the end of February.
      Given these expected losses:
        | days overdue | expected loss |
        | 0            | 10%           |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Globex disputes 130.00 USD of the January invoice on 10 February 2026 because "insolvency", and finance expects to lose 130.00 USD of it
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026:
        | account        | credit |
        | Loss allowance | 150.00 |
      When the dispute of Globex is withdrawn on 10 March 2026
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026:
        | account             | debit | credit |
        | Loss allowance      |       | 33.00  |
        | Credit loss expense | 33.00 |        |
      And finance closes March 2026 without a difference
