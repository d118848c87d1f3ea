@receivables @gateway-behavior @wave-3 @req:Q2C-230
Feature: Payments that come back by themselves, and answers that come late or never
  A card is charged and weeks later charged back; a direct debit bounces three days after it was booked; a gateway does not say
  for days whether it has the money. Nobody does anything, and the books must be right all the same: nothing is collected
  twice, and what nobody knows stands where somebody looks after it.

  Background:
    # A year for 1,200.00 and 10% tax, due on 31 January; 100.00 of revenue a month.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | proration        | 30/360        |
      | revenue schedule | contract term |
      | revenue spread   | by month      |
    And the gateway charges 15.00 USD for a chargeback
    And the bank charges 7.50 USD for a returned direct debit
    And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |

  Rule: Money is taken back by itself

    Scenario: A card payment is charged back twenty days later
      # Charged on 31 January, 20 days later is 20 February.
      Given the card of Globex works, and its first payment is charged back 20 days later because "fraudulent"
      When time passes to 30 June 2026
      Then the chargebacks of Globex are:
        | date             | invoice         | amount   | fee   | reason     | outcome | won | lost |
        | 20 February 2026 | January invoice | 1,320.00 | 15.00 | fraudulent | -       | -   | -    |
      And the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 31 January 2026 | January invoice | 1,320.00 | succeeds |
      And the journal of February 2026 is:
        | date             | source     | account               | debit    | credit   |
        | 20 February 2026 | chargeback | Disputed funds        | 1,320.00 |          |
        | 20 February 2026 | chargeback | Bank and gateway fees | 15.00    |          |
        | 20 February 2026 | chargeback | Gateway clearing      |          | 1,335.00 |
        | 28 February 2026 | revenue    | Contract liability    | 100.00   |          |
        | 28 February 2026 | revenue    | Revenue               |          | 100.00   |
      And Globex owes nothing
      And nothing else is credited
      And finance closes February 2026 without a difference

    Scenario Outline: It is charged back on its day and not before: <day>
      Given the card of Globex works, and every payment is charged back 1 day later because "fraudulent"
      When time passes to <day>
      Then the ledger shows on <day>:
        | account          | debit      | credit   |
        | Disputed funds   | <disputed> |          |
        | Gateway clearing | <debit>    | <credit> |

      Examples:
        | day             | disputed | debit    | credit |
        | 31 January 2026 | -        | 1,320.00 | -      |
        | 1 February 2026 | 1,320.00 | -        | 15.00  |
        | 2 February 2026 | 1,320.00 | -        | 15.00  |

    Scenario: What was charged back by hand before is not charged back once more
      Given the card of Globex works, and its first payment is charged back 20 days later because "fraudulent"
      When Globex charges back the January invoice on 10 February 2026 because "not recognized"
      And time passes to 31 March 2026
      Then the chargebacks of Globex are:
        | date             | invoice         | amount   | reason         |
        | 10 February 2026 | January invoice | 1,320.00 | not recognized |
      And finance closes March 2026 without a difference

    Scenario: A direct debit comes back three days later and is collected at the next try
      # Collected on 31 January, back on 3 February, tried again on the first retry day after that.
      Given the direct debit of Globex is collected, and the first one returned 3 days later because "no funds"
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 31 January 2026 | January invoice | 1,320.00 | succeeds |
        | 4 February 2026 | January invoice | 1,320.00 | succeeds |
      And these payments of Globex were reversed:
        | date            | invoice         | amount   | because  |
        | 3 February 2026 | January invoice | 1,320.00 | returned |
      And the journal of February 2026 is:
        | date             | source           | account               | debit    | credit   |
        | 3 February 2026  | payment return   | Bank and gateway fees | 7.50     |          |
        | 3 February 2026  | payment return   | Cash                  |          | 7.50     |
        | 3 February 2026  | payment reversal | Receivables           | 1,320.00 |          |
        | 3 February 2026  | payment reversal | Gateway clearing      |          | 1,320.00 |
        | 4 February 2026  | payment          | Gateway clearing      | 1,320.00 |          |
        | 4 February 2026  | payment          | Receivables           |          | 1,320.00 |
        | 28 February 2026 | revenue          | Contract liability    | 100.00   |          |
        | 28 February 2026 | revenue          | Revenue               |          | 100.00   |
      And Globex owes nothing
      And Globex was sent no letter
      And finance closes February 2026 without a difference

    Scenario: Every direct debit comes back, the one of the next try too
      # 31 January, back on 2 February; 3 February, back on 5 February; 6 February, back on 8 February: two fees more.
      Given the direct debit of Globex is collected, and every one returned 2 days later because "account blocked"
      When time passes to 8 February 2026
      Then these payments of Globex were reversed:
        | date            | invoice         | amount   | because  |
        | 2 February 2026 | January invoice | 1,320.00 | returned |
        | 5 February 2026 | January invoice | 1,320.00 | returned |
        | 8 February 2026 | January invoice | 1,320.00 | returned |
      And Globex owes 1,320.00 USD
      And the ledger shows on 8 February 2026:
        | account               | debit    | credit |
        | Receivables           | 1,320.00 |        |
        | Bank and gateway fees | 22.50    |        |
        | Gateway clearing      |          |        |

    Scenario: What was returned by hand before does not come back once more
      # Returned by hand on 3 February and collected at the next try; 20 days after 31 January is 20 February.
      Given the direct debit of Globex is collected, and the first one returned 20 days later because "no funds"
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "customer objects"
      And time passes to 31 March 2026
      Then these payments of Globex were reversed:
        | date            | invoice         | amount   | because  |
        | 3 February 2026 | January invoice | 1,320.00 | returned |
      And there were 2 attempts to collect from Globex
      And Globex owes nothing
      And finance closes March 2026 without a difference

  Rule: An answer comes late

    Scenario: Nothing is known for five days; nothing is tried again, nothing is posted
      # Retry days are 1, 3 and 5 days after a failure, but nothing has failed.
      Given Globex pays every invoice when it is due
      And the gateway answers 5 days late about Globex
      When time passes to 4 February 2026
      Then these attempts to collect have no answer:
        | date            | customer | invoice         | amount   |
        | 31 January 2026 | Globex   | January invoice | 1,320.00 |
      And there was no attempt to collect from Globex
      And Globex owes 1,320.00 USD
      And Globex has paid nothing
      When time passes to 28 February 2026
      Then every attempt to collect is answered
      And the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 5 February 2026 | January invoice | 1,320.00 | succeeds |
      And the journal of February 2026 is:
        | date             | source  | account            | debit    | credit   |
        | 5 February 2026  | payment | Gateway clearing   | 1,320.00 |          |
        | 5 February 2026  | payment | Receivables        |          | 1,320.00 |
        | 28 February 2026 | revenue | Contract liability | 100.00   |          |
        | 28 February 2026 | revenue | Revenue            |          | 100.00   |
      And Globex owes nothing
      And Globex was sent no letter
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference

    Scenario: The late answer is a decline: the retries count from the day it became known
      # Declined as known on 2 February, so tried again on 3 February, of which the answer comes on 5 February.
      Given the card of Globex is declined 1 time and then works
      And the gateway answers 2 days late about Globex
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 2 February 2026 | January invoice | 1,320.00 | declined |
        | 5 February 2026 | January invoice | 1,320.00 | succeeds |
      And Globex owes nothing
      And Globex was sent no letter
      And finance closes February 2026 without a difference

    Scenario: The customer paid by transfer meanwhile: what the late answer brings stands unapplied and is refunded
      Given Globex pays every invoice when it is due
      And the gateway answers 5 days late about Globex
      When Globex transfers 1,320.00 USD on 2 February 2026 for the January invoice
      And time passes to 5 February 2026
      Then Globex has paid:
        | date            | amount   | method        | applied to      | unapplied |
        | 2 February 2026 | 1,320.00 | bank transfer | January invoice | 0.00      |
        | 5 February 2026 | 1,320.00 | card          |                 | 1,320.00  |
      And Globex owes nothing
      When finance refunds Globex 1,320.00 USD of unapplied cash on 10 February 2026
      Then the journal of February 2026 is:
        | date             | source         | account          | debit    | credit   |
        | 2 February 2026  | payment        | Cash             | 1,320.00 |          |
        | 2 February 2026  | payment        | Receivables      |          | 1,320.00 |
        | 5 February 2026  | payment        | Gateway clearing | 1,320.00 |          |
        | 5 February 2026  | payment        | Unapplied cash   |          | 1,320.00 |
        | 10 February 2026 | refund         | Unapplied cash   | 1,320.00 |          |
        | 10 February 2026 | refund         | Refund payable   |          | 1,320.00 |
        | 10 February 2026 | refund payment | Refund payable   | 1,320.00 |          |
        | 10 February 2026 | refund payment | Gateway clearing |          | 1,320.00 |
      And finance closes February 2026 without a difference

    Scenario: A new card meanwhile is not charged for what may be collected already
      # The old card is known to be declined on 5 February; the new one is tried a day later and answered 5 days after that.
      Given the card of Globex is declined every time
      And the gateway answers 5 days late about Globex
      When Globex gives a new card on 31 January 2026
      And time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date             | invoice         | amount   | outcome  |
        | 5 February 2026  | January invoice | 1,320.00 | declined |
        | 11 February 2026 | January invoice | 1,320.00 | succeeds |
      And Globex owes nothing
      And finance closes February 2026 without a difference

    Scenario: A dispute that ends meanwhile does not ask for the money a second time
      Given Globex pays every invoice when it is due
      And the gateway answers 5 days late about Globex
      When Globex disputes the January invoice on 1 February 2026 because "double booking"
      And the dispute of Globex is rejected on 3 February 2026
      And time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 5 February 2026 | January invoice | 1,320.00 | succeeds |
      And Globex owes nothing
      And finance closes February 2026 without a difference

  Rule: An answer never comes

    Scenario: The attempt stands in a queue until it is found out that the money was collected
      # 7 days after 31 January, on 7 February, the letter is held: it may be paid.
      Given Globex pays every invoice when it is due
      And the gateway never answers about Globex
      When time passes to 9 February 2026
      Then these attempts to collect have no answer:
        | date            | customer | invoice         | amount   |
        | 31 January 2026 | Globex   | January invoice | 1,320.00 |
      When it is found out on 10 February 2026 that the gateway collected the January invoice of Globex
      And time passes to 28 February 2026
      Then every attempt to collect is answered
      And the attempts to collect from Globex were:
        | date             | invoice         | amount   | outcome  |
        | 10 February 2026 | January invoice | 1,320.00 | succeeds |
      And Globex was sent no letter
      And Globex owes nothing
      And the journal of February 2026 is:
        | date             | source  | account            | debit    | credit   |
        | 10 February 2026 | payment | Gateway clearing   | 1,320.00 |          |
        | 10 February 2026 | payment | Receivables        |          | 1,320.00 |
        | 28 February 2026 | revenue | Contract liability | 100.00   |          |
        | 28 February 2026 | revenue | Revenue            |          | 100.00   |
      And finance closes February 2026 without a difference

    Scenario: It is found out that nothing was collected, and the card is tried again
      # Known on 10 February, tried again a day later; that attempt has no answer either.
      Given Globex pays every invoice when it is due
      And the gateway never answers about Globex
      When it is found out on 10 February 2026 that the gateway did not collect the January invoice of Globex
      And time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date             | invoice         | amount   | outcome  |
        | 10 February 2026 | January invoice | 1,320.00 | declined |
      And these attempts to collect have no answer:
        | date             | customer | invoice         | amount   |
        | 11 February 2026 | Globex   | January invoice | 1,320.00 |
      And Globex owes 1,320.00 USD
      And finance closes February 2026 without a difference

    Scenario: What was found out once is not found out again
      Given Globex pays every invoice when it is due
      And the gateway never answers about Globex
      When it is found out on 10 February 2026 that the gateway collected the January invoice of Globex
      And it is found out on 11 February 2026 that the gateway did not collect the January invoice of Globex
      Then it is refused because "it is known what became of attempt PA-NW-000001-1: succeeds"
      And Globex owes nothing
      And there were 1 attempt to collect from Globex
      And finance closes February 2026 without a difference
