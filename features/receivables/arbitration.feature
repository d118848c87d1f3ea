@receivables @chargebacks @wave-3 @req:Q2C-046
Feature: A chargeback decided twice
  What was lost can be taken to the card network once more. What is won there pays again what became owed when it was lost; who
  does not win all of it pays the network's fee. And money that went back as a refund can be charged back as well.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And the gateway charges 15.00 USD for a chargeback
    And the card network charges 250.00 USD for a lost arbitration

  Rule: Lost, 1,320.00, and taken to arbitration

    Background:
      # 1,200.00 and 120.00 tax, collected by card on 31 January.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex charges back the January invoice on 10 February 2026 because "not recognized"

    Scenario: Won: the payment pays again, and no fee is taken
      When the chargeback of Globex is lost on 20 February 2026
      Then Globex owes 1,320.00 USD
      When the arbitration of the chargeback of Globex is won on 10 March 2026
      And time passes to 31 March 2026
      Then Globex owes nothing
      And the journal from 10 March 2026 to 10 March 2026 is:
        | date          | source  | account          | debit    | credit   |
        | 10 March 2026 | payment | Gateway clearing | 1,320.00 |          |
        | 10 March 2026 | payment | Receivables      |          | 1,320.00 |
      And the chargebacks of Globex are:
        | date             | invoice         | amount   | outcome | won      | lost |
        | 10 February 2026 | January invoice | 1,320.00 | won     | 1,320.00 | 0.00 |
      # Two letters went out while it was owed, none after.
      And Globex was sent no letter since 11 March 2026
      And finance closes March 2026 without a difference

    Scenario: Partly won: the rest stays owed, and the network takes its fee
      When the chargeback of Globex is lost on 20 February 2026
      And the arbitration of the chargeback of Globex ends on 10 March 2026 with 1,000.00 USD won back
      Then Globex owes 320.00 USD
      And the journal from 10 March 2026 to 10 March 2026 is:
        | date          | source             | account               | debit    | credit   |
        | 10 March 2026 | chargeback outcome | Bank and gateway fees | 250.00   |          |
        | 10 March 2026 | chargeback outcome | Gateway clearing      |          | 250.00   |
        | 10 March 2026 | payment            | Gateway clearing      | 1,000.00 |          |
        | 10 March 2026 | payment            | Receivables           |          | 1,000.00 |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: Lost again: nothing changes but the fee
      When the chargeback of Globex is lost on 20 February 2026
      And the arbitration of the chargeback of Globex ends on 10 March 2026 with 0.00 USD won back
      Then Globex owes 1,320.00 USD
      And the ledger shows on 10 March 2026:
        | account               | debit  | credit |
        | Bank and gateway fees | 265.00 |        |
        | Gateway clearing      |        | 265.00 |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: Won after the customer has paid by transfer: the money came twice
      When the chargeback of Globex is lost on 20 February 2026
      And Globex transfers 1,320.00 USD on 1 March 2026
      And the arbitration of the chargeback of Globex is won on 10 March 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 1,320.00 USD
      When finance refunds Globex 1,320.00 USD of unapplied cash on 12 March 2026 to the card
      And time passes to 31 March 2026
      Then Globex has unapplied cash of 0.00 USD
      And finance closes March 2026 without a difference

    Scenario: Partly lost at first: arbitration is about that part alone
      When the chargeback of Globex ends on 20 February 2026 with 1,000.00 USD won back
      Then Globex owes 320.00 USD
      When the arbitration of the chargeback of Globex ends on 10 March 2026 with 320.01 USD won back
      Then it is refused because "320.01 USD cannot be won back: 320.00 USD of chargeback CB-1 was lost"
      When the arbitration of the chargeback of Globex is won on 10 March 2026
      Then Globex owes nothing
      When the arbitration of the chargeback of Globex is won on 11 March 2026
      Then it is refused because "chargeback CB-1 is arbitrated already"
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: Won at first, and charged back a second time
      # Each chargeback costs 15.00.
      When the chargeback of Globex is won on 20 February 2026
      And the arbitration of the chargeback of Globex is won on 21 February 2026
      Then it is refused because "chargeback CB-1 is won; nothing of it is lost"
      When Globex charges back the January invoice on 1 March 2026 because "second presentment"
      And the chargeback of Globex is lost on 15 March 2026
      Then Globex owes 1,320.00 USD
      And the ledger shows on 15 March 2026:
        | account               | debit    | credit |
        | Receivables           | 1,320.00 |        |
        | Disputed funds        |          |        |
        | Bank and gateway fees | 30.00    |        |
        | Gateway clearing      |          | 30.00  |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: The decision is lost on its way
      Given the integration loses the event "chargeback decided" of the arbitration
      When the chargeback of Globex is lost on 20 February 2026
      And the arbitration of the chargeback of Globex is won on 10 March 2026
      And time passes to 31 March 2026
      Then Globex owes 1,320.00 USD
      And finance cannot close March 2026, among other reasons because:
        | reconciliation   | payments | ledger | difference |
        | Gateway clearing | 1,305.00 | -15.00 | 1,320.00   |
      When everything is repaired and delivered again
      Then Globex owes nothing
      And finance closes March 2026 without a difference

  Rule: The other conventions

    Scenario Outline: Where the amount is <convention>
      Given these conventions:
        | question              | answer       |
        | chargeback while open | <convention> |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex charges back the January invoice on 10 February 2026 because "not recognized"
      And the chargeback of Globex is lost on 20 February 2026
      Then Globex owes <lost> USD
      When the arbitration of the chargeback of Globex is won on 10 March 2026
      And time passes to 31 March 2026
      Then Globex owes nothing
      And the ledger shows on 31 March 2026:
        | account          | debit    | credit |
        | Receivables      |          |        |
        | Concessions      |          |        |
        | Gateway clearing | 1,305.00 |        |
      And finance closes March 2026 without a difference

      Examples:
        | convention           | lost     |
        | receivable reopened  | 1,320.00 |
        | taken out of revenue | 0.00     |

  Rule: After a refund

    Scenario Outline: What went back as a refund is charged back as well, and <outcome>
      # Cancelled from 1 March: 10 of 12 months go back, 1,000.00 and 100.00 tax, to the card. The card holder's bank takes 1,320.00 all
      # the same. Shown the refund, the network gives it back; else what was owed and paid is owed again, with what came twice.
      Given these conventions:
        | question  | answer |
        | proration | months |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex cancels on 1 March 2026 and is refunded
      Then Globex was refunded:
        | date         | amount   |
        | 1 March 2026 | 1,100.00 |
      When Globex charges back the January invoice on 10 March 2026 because "credit not processed"
      And the chargeback of Globex is <outcome> on 20 March 2026
      And time passes to 31 March 2026
      Then Globex owes <owed> USD
      And the ledger shows on 31 March 2026:
        | account          | debit     | credit     |
        | Receivables      | <owed>    |            |
        | Disputed funds   |           |            |
        | Gateway clearing | <debit>   | <credit>   |
      And finance closes March 2026 without a difference

      Examples:
        | outcome | owed     | debit  | credit   |
        | won     | 0.00     | 205.00 |          |
        | lost    | 1,320.00 |        | 1,115.00 |
