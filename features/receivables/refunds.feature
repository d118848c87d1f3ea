@receivables @payments-and-refunds @wave-3 @req:Q2C-044
Feature: Refunds
  Money goes back only once, only where it came from, and only with the approval that its amount needs. A refund that does not
  arrive is owed to the customer as before.

  Background:
    Given the company "Northwind SaaS"

  Rule: It goes back the way it came

    Background:
      # 100 * 10.00 = 1,000.00 and 10%: 1,100.00, due on 31 January.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: An overpayment by transfer goes back to the bank, without revenue and without tax
      When Globex transfers 1,300.00 USD on 30 January 2026
      And finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026 to the bank transfer
      Then Globex was refunded:
        | date            | amount | reason                   |
        | 3 February 2026 | 200.00 | refund of unapplied cash |
      And the journal of February 2026 is:
        | date            | source         | account        | debit  | credit |
        | 3 February 2026 | refund         | Unapplied cash | 200.00 |        |
        | 3 February 2026 | refund         | Refund payable |        | 200.00 |
        | 3 February 2026 | refund payment | Refund payable | 200.00 |        |
        | 3 February 2026 | refund payment | Cash           |        | 200.00 |
      And nothing else is credited
      And finance closes February 2026 without a difference

    Scenario: Never more than was paid by that means
      # Card 1,100.00; transfer 50.00, which pays nothing.
      Given Globex pays every invoice when it is due
      When Globex transfers 50.00 USD on 2 February 2026
      And finance credits Globex 1,000.00 USD on the January invoice
      Then Globex has a credit of 1,100.00 USD
      When finance refunds Globex 50.01 USD of credit on 3 February 2026 to the bank transfer
      Then it is refused because "50.00 USD is left of what Globex paid that way"
      When finance refunds Globex 1,000.00 USD of credit on 3 February 2026 to the card
      And finance refunds Globex 100.01 USD of credit on 3 February 2026 to the card
      Then it is refused because "100.01 USD cannot be refunded: Globex has 100.00 USD of customer credit"
      When finance refunds Globex 100.00 USD of credit on 3 February 2026 to the card
      # The card has given back all of its 1,100.00; the 50.00 came from the bank.
      And finance refunds Globex 50.00 USD of unapplied cash on 3 February 2026 to the card
      Then it is refused because "0.00 USD is left of what Globex paid that way"
      When finance refunds Globex 10.00 USD of unapplied cash on 3 February 2026 to the direct debit
      Then it is refused because "0.00 USD is left of what Globex paid that way"
      And Globex was refunded:
        | date            | amount   | reason           |
        | 3 February 2026 | 1,000.00 | refund of credit |
        | 3 February 2026 | 100.00   | refund of credit |
      And finance closes February 2026 without a difference

    Scenario: What was charged back and lost cannot be refunded to the card again
      Given Globex pays every invoice when it is due
      When Globex charges back the January invoice on 5 February 2026 because "not recognized"
      And the chargeback of Globex is lost on 10 February 2026
      And finance credits Globex 1,000.00 USD on the January invoice
      And Globex transfers 300.00 USD on 12 February 2026
      And finance refunds Globex 300.00 USD of unapplied cash on 13 February 2026 to the card
      Then it is refused because "0.00 USD is left of what Globex paid that way"
      When finance refunds Globex 300.00 USD of unapplied cash on 13 February 2026 to the bank transfer
      Then Globex has unapplied cash of 0.00 USD
      And Globex owes nothing
      And finance closes February 2026 without a difference

  Rule: A refund comes back

    Background:
      # 100 * 10.00 = 1,000.00 and 10%: 1,100.00, due on 31 January.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: The account is closed; it is owed as before, and paid again
      When Globex transfers 1,300.00 USD on 30 January 2026
      And finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026 to the bank transfer
      And the refund of Globex comes back on 9 February 2026 because "account closed"
      Then these refunds of Globex came back:
        | date            | amount | reason         |
        | 9 February 2026 | 200.00 | account closed |
      And the ledger shows on 9 February 2026:
        | account        | debit    | credit |
        | Cash           | 1,300.00 |        |
        | Refund payable |          | 200.00 |
        | Unapplied cash |          | 0.00   |
      When the refund of Globex is paid again on 2 March 2026
      Then Globex was refunded:
        | date            | amount | reason                   |
        | 3 February 2026 | 200.00 | refund of unapplied cash |
        | 2 March 2026    | 200.00 | refund of unapplied cash |
      And the journal of February 2026 is:
        | date            | source         | account        | debit  | credit |
        | 3 February 2026 | refund         | Unapplied cash | 200.00 |        |
        | 3 February 2026 | refund         | Refund payable |        | 200.00 |
        | 3 February 2026 | refund payment | Refund payable | 200.00 |        |
        | 3 February 2026 | refund payment | Cash           |        | 200.00 |
        | 9 February 2026 | refund return  | Cash           | 200.00 |        |
        | 9 February 2026 | refund return  | Refund payable |        | 200.00 |
      And the journal of March 2026 is:
        | date         | source         | account        | debit  | credit |
        | 2 March 2026 | refund payment | Refund payable | 200.00 |        |
        | 2 March 2026 | refund payment | Cash           |        | 200.00 |
      And finance closes March 2026 without a difference

    Scenario: A card refund comes back to the gateway, and the payout brings it to the bank
      # 1,100.00 collected, 110.00 refunded and back: 1,100.00 is paid out.
      Given Globex pays every invoice when it is due
      When finance credits Globex 100.00 USD on the January invoice
      And time passes to 1 February 2026
      Then Globex has a credit of 0.00 USD
      When finance credits Globex 100.00 USD on the January invoice
      And finance refunds Globex 110.00 USD of credit on 3 February 2026
      And the refund of Globex comes back on 9 February 2026 because "card expired"
      And the gateway pays out on 10 February 2026
      Then the gateway has paid out:
        | date             | gross  | fee  | net    |
        | 10 February 2026 | 990.00 | 0.00 | 990.00 |
      And the ledger shows on 10 February 2026:
        | account          | debit  | credit |
        | Gateway clearing | 0.00   |        |
        | Refund payable   |        | 110.00 |
      And finance closes February 2026 without a difference

    Scenario: Nothing comes back twice, nothing is paid twice
      When Globex transfers 1,300.00 USD on 30 January 2026
      And finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026
      And the refund of Globex is paid again on 4 February 2026
      Then it is refused because "it did not come back"
      When the refund of Globex comes back on 9 February 2026 because "account closed"
      And the refund of Globex comes back on 9 February 2026 because "account closed"
      Then it is refused because "nothing of it is paid out"
      When the refund of Globex is paid again on 10 February 2026
      And the refund of Globex is paid again on 10 February 2026
      Then it is refused because "it did not come back"
      And Globex was refunded:
        | date             | amount | reason     |
        | 3 February 2026  | 200.00 | overpayment |
        | 10 February 2026 | 200.00 | overpayment |
      And finance closes February 2026 without a difference

    Scenario: The return never reaches billing
      Given the integration loses the event "refund returned"
      When Globex transfers 1,300.00 USD on 30 January 2026
      And finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026
      And the refund of Globex comes back on 9 February 2026 because "account closed"
      Then finance cannot close February 2026, among other reasons because:
        | reconciliation   | payments | ledger  | difference |
        | Gateway clearing | 0.00     | -200.00 | 200.00     |
      When everything is repaired and delivered again
      Then finance closes February 2026 without a difference

    Scenario: The gateway takes no refund for a while: it stands in its queue, and is paid once
      Given the payment gateway refuses the event "refund approved" of Globex
      When Globex transfers 1,300.00 USD on 30 January 2026
      And finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026
      Then Globex was refunded nothing
      And the payment gateway holds these exceptions:
        | event           | document | customer | date            |
        | refund approved | RF-1     | Globex   | 3 February 2026 |
      And the ledger shows on 3 February 2026:
        | account        | credit |
        | Refund payable | 200.00 |
      When everything is repaired and delivered again
      Then Globex was refunded:
        | date            | amount | reason      |
        | 3 February 2026 | 200.00 | overpayment |
      And finance closes February 2026 without a difference

  Rule: Who may approve how much

    Background:
      Given these approval limits:
        | act    | role             | up to  |
        | refund | Team lead        | 100.00 |
        | refund | Finance director |        |
      # 100 * 10.00 = 1,000.00 and 10%: 1,100.00, due on 31 January.
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: Up to the limit the team lead, above it the finance director
      When Globex transfers 1,400.00 USD on 30 January 2026
      And finance refunds Globex 100.00 USD of unapplied cash on 3 February 2026
      Then it is refused because "a refund of 100.00 USD needs the approval of Team lead or Finance director; nobody approved it"
      When finance refunds Globex 100.00 USD of unapplied cash on 3 February 2026, prepared by "Clerk" and approved by "Team lead"
      And finance refunds Globex 100.01 USD of unapplied cash on 3 February 2026, prepared by "Clerk" and approved by "Team lead"
      Then it is refused because "needs the approval of Finance director; Team lead may not approve it"
      When finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026, prepared by "Finance director" and approved by "Finance director"
      Then it is refused because "another role has to approve"
      When finance refunds Globex 200.00 USD of unapplied cash on 3 February 2026, prepared by "Team lead" and approved by "Finance director"
      Then Globex was refunded:
        | date            | amount | reason                   |
        | 3 February 2026 | 100.00 | refund of unapplied cash |
        | 3 February 2026 | 200.00 | refund of unapplied cash |
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference
