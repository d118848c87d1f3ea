@receivables @chargebacks @wave-3 @req:Q2C-061
Feature: Chargebacks
  The card holder's bank takes a payment back and the card network decides who keeps it. Until then the money is neither
  the company's nor lost: it must stand where everybody sees it, nobody may refund it a second time, and what is decided
  must reach the receivables, the gateway and the close alike.

  Background:
    # A year for 1,200.00 and 10% tax, paid by card when due on 31 January; 100.00 of revenue a month.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | proration        | 30/360        |
      | revenue schedule | contract term |
      | revenue spread   | by month      |
    And the gateway charges 15.00 USD for a chargeback

  Rule: The amount stands as disputed funds until it is decided

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due

    Scenario: A chargeback is open at the end of April
      # 1,320.00 - 1,320.00 - 15.00 = -15.00 is left at the gateway; 1,200.00 - 4 * 100.00 = 800.00 of liability.
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      Then the chargebacks of Globex are:
        | date          | invoice         | amount   | fee   | reason         | outcome | won | lost |
        | 30 April 2026 | January invoice | 1,320.00 | 15.00 | not recognized | -       | -   | -    |
      And the journal of April 2026 is:
        | date          | source     | account               | debit    | credit   |
        | 30 April 2026 | chargeback | Disputed funds        | 1,320.00 |          |
        | 30 April 2026 | chargeback | Bank and gateway fees | 15.00    |          |
        | 30 April 2026 | chargeback | Gateway clearing      |          | 1,335.00 |
        | 30 April 2026 | revenue    | Contract liability    | 100.00   |          |
        | 30 April 2026 | revenue    | Revenue               |          | 100.00   |
      And the ledger shows on 30 April 2026 exactly:
        | account               | debit    | credit |
        | Gateway clearing      |          | 15.00  |
        | Disputed funds        | 1,320.00 |        |
        | Contract liability    |          | 800.00 |
        | Revenue               |          | 400.00 |
        | Sales tax payable     |          | 120.00 |
        | Bank and gateway fees | 15.00    |        |
      And Globex owes nothing
      And nothing else is credited
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                      | amount   |
        | Disputed funds, opening   | 0.00     |
        | Disputed funds, closing   | 1,320.00 |
        | Gateway clearing, closing | -15.00   |
        | Receivables, closing      | 0.00     |
        | Revenue                   | 100.00   |

    Scenario: Won, and the fee is kept
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is won on 20 May 2026
      And time passes to 31 May 2026
      Then the chargebacks of Globex are:
        | invoice         | amount   | outcome | won      | lost |
        | January invoice | 1,320.00 | won     | 1,320.00 | 0.00 |
      And the journal of May 2026 is:
        | date        | source             | account            | debit    | credit   |
        | 20 May 2026 | chargeback outcome | Gateway clearing   | 1,320.00 |          |
        | 20 May 2026 | chargeback outcome | Disputed funds     |          | 1,320.00 |
        | 31 May 2026 | revenue            | Contract liability | 100.00   |          |
        | 31 May 2026 | revenue            | Revenue            |          | 100.00   |
      And Globex owes nothing
      And no payment of Globex was reversed
      And finance closes May 2026 without a difference

    Scenario: Won, and the network gives the fee back
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is won on 20 May 2026 and its fee comes back
      Then the ledger shows on 20 May 2026 exactly:
        | account            | debit    | credit |
        | Gateway clearing   | 1,320.00 |        |
        | Contract liability |          | 800.00 |
        | Revenue            |          | 400.00 |
        | Sales tax payable  |          | 120.00 |
      And finance closes May 2026 without a difference

    Scenario: Lost, though the service was given and is owed
      # The invoice is as old as it was: due on 31 January, 109 days late on 20 May. The card is not charged again.
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is lost on 20 May 2026
      And time passes to 31 May 2026
      Then Globex has these open invoices:
        | invoice         | due             | total    | open     | in dispute |
        | January invoice | 31 January 2026 | 1,320.00 | 1,320.00 | 0.00       |
      And Globex was sent these letters:
        | date        | letter       | invoice         | open     |
        | 20 May 2026 | Final notice | January invoice | 1,320.00 |
      And the attempts to collect from Globex were:
        | date            | invoice         | outcome  |
        | 31 January 2026 | January invoice | succeeds |
      And these payments of Globex were reversed:
        | date        | invoice         | amount   | because    | reference |
        | 20 May 2026 | January invoice | 1,320.00 | chargeback | CB-1      |
      And the journal of May 2026 is:
        | date        | source           | account            | debit    | credit   |
        | 20 May 2026 | payment reversal | Receivables        | 1,320.00 |          |
        | 20 May 2026 | payment reversal | Disputed funds     |          | 1,320.00 |
        | 31 May 2026 | revenue          | Contract liability | 100.00   |          |
        | 31 May 2026 | revenue          | Revenue            |          | 100.00   |
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                    | amount   |
        | Receivables, opening    | 0.00     |
        | Payments reversed       | 1,320.00 |
        | Receivables, closing    | 1,320.00 |
        | Over 90 days            | 1,320.00 |
        | Disputed funds, opening | 1,320.00 |
        | Disputed funds, closing | 0.00     |

    Scenario: Lost and then paid by bank transfer
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is lost on 20 May 2026
      And Globex transfers 1,320.00 USD on 28 May 2026 for the January invoice
      Then Globex owes nothing
      And Globex owed 1,320.00 USD on 27 May 2026
      And Globex owed 0.00 USD on 19 May 2026
      And finance closes May 2026 without a difference

    Scenario: Lost and terminated
      # Not served from May: 800.00 and 80.00 tax are credited; 1,320.00 - 880.00 = 440.00 stays owed.
      When Globex charges back the January invoice on 20 April 2026 because "not recognized"
      And the chargeback of Globex is lost on 30 April 2026
      And Globex cancels on 1 May 2026
      Then the ledger shows on 1 May 2026 exactly:
        | account               | debit  | credit |
        | Gateway clearing      |        | 15.00  |
        | Receivables           | 440.00 |        |
        | Revenue               |        | 400.00 |
        | Sales tax payable     |        | 40.00  |
        | Bank and gateway fees | 15.00  |        |
      And Globex owes 440.00 USD
      And Globex has a credit of 0.00 USD
      And finance closes May 2026 without a difference

    Scenario: Terminated first, lost afterwards
      # While the chargeback is open nothing is owed, so the credit of 880.00 stands on the account; it is used when owed.
      When Globex charges back the January invoice on 20 April 2026 because "not recognized"
      And Globex cancels on 1 May 2026
      Then Globex has a credit of 880.00 USD
      When the chargeback of Globex is lost on 20 May 2026
      Then Globex owes 1,320.00 USD
      When the credit of Globex is used for the January invoice on 20 May 2026
      Then Globex owes 440.00 USD
      And the ledger shows on 20 May 2026 exactly:
        | account               | debit  | credit |
        | Gateway clearing      |        | 15.00  |
        | Receivables           | 440.00 |        |
        | Revenue               |        | 400.00 |
        | Sales tax payable     |        | 40.00  |
        | Bank and gateway fees | 15.00  |        |
      And finance closes May 2026 without a difference

    Scenario: Partly lost, and the service was not given
      # 330.00 charged back, 110.00 won, 220.00 lost and owed again; 200.00 + 20.00 tax is credited, of it 5/12 earned:
      # 200.00 * 5/12 = 83.33, and 116.67 not yet.
      When Globex charges back 330.00 USD of the January invoice on 30 April 2026 because "three months down"
      And the chargeback of Globex ends on 31 May 2026 with 110.00 USD won back
      Then Globex owes 220.00 USD
      When finance credits Globex 200.00 USD on the January invoice
      Then Globex owes nothing
      And the chargebacks of Globex are:
        | invoice         | amount | outcome     | won    | lost   |
        | January invoice | 330.00 | partly lost | 110.00 | 220.00 |
      And the journal of May 2026 is:
        | date        | source                | account            | debit  | credit |
        | 31 May 2026 | chargeback outcome    | Gateway clearing   | 110.00 |        |
        | 31 May 2026 | chargeback outcome    | Disputed funds     |        | 110.00 |
        | 31 May 2026 | payment reversal      | Receivables        | 220.00 |        |
        | 31 May 2026 | payment reversal      | Disputed funds     |        | 220.00 |
        | 31 May 2026 | credit memo           | Revenue            | 83.33  |        |
        | 31 May 2026 | credit memo           | Contract liability | 116.67 |        |
        | 31 May 2026 | credit memo           | Sales tax payable  | 20.00  |        |
        | 31 May 2026 | credit memo           | Receivables        |        | 220.00 |
        | 31 May 2026 | revenue               | Contract liability | 100.00 |        |
        | 31 May 2026 | revenue               | Revenue            |        | 100.00 |
      And finance closes May 2026 without a difference

    Scenario: No second refund while it is open
      When Globex transfers 100.00 USD on 20 April 2026
      And Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And finance refunds Globex 100.00 USD of unapplied cash on 2 May 2026
      Then it is refused because "is open"
      And Globex was refunded nothing
      And Globex has unapplied cash of 100.00 USD
      When the chargeback of Globex is won on 20 May 2026
      And finance refunds Globex 100.00 USD of unapplied cash on 21 May 2026
      Then Globex was refunded:
        | date        | amount | reason      |
        | 21 May 2026 | 100.00 | overpayment |
      And finance closes May 2026 without a difference

    Scenario: A cancellation with refund leaves the money on the account while it is open
      When Globex charges back the January invoice on 20 April 2026 because "not recognized"
      And Globex cancels on 1 May 2026 and is refunded
      Then Globex was refunded nothing
      And Globex has a credit of 880.00 USD
      And finance closes May 2026 without a difference

    Scenario: Never more than the payment, and decided once
      When Globex charges back 1,320.01 USD of the January invoice on 30 April 2026 because "not recognized"
      Then it is refused because "1,320.00 USD is left of payment PAY-NW-000001-1"
      When Globex charges back 1,000.00 USD of the January invoice on 30 April 2026 because "not recognized"
      And Globex charges back 320.01 USD of the January invoice on 30 April 2026 because "the rest"
      Then it is refused because "320.00 USD is left"
      When Globex charges back 0.00 USD of the January invoice on 30 April 2026 because "nothing"
      Then it is refused because "above zero"
      When the chargeback of Globex ends on 20 May 2026 with 1,000.01 USD won back
      Then it is refused because "is about 1,000.00 USD"
      When the chargeback of Globex is lost on 20 May 2026
      And the chargeback of Globex is won on 21 May 2026
      Then it is refused because "already decided: lost"
      And Globex owes 1,000.00 USD
      And finance closes May 2026 without a difference

    Scenario: The payout keeps back what was charged back
      # February: 1,320.00. April: Initech's 550.00 - 330.00 - 15.00 = 205.00.
      Given "Initech" signed on 1 March 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 500.00 USD     |
      And Initech pays every invoice when it is due
      When the gateway pays out on 2 March 2026
      And Globex charges back 330.00 USD of the January invoice on 20 April 2026 because "three months down"
      And the gateway pays out on 30 April 2026
      Then the gateway has paid out:
        | date          | gross    | fee  | net      |
        | 2 March 2026  | 1,320.00 | 0.00 | 1,320.00 |
        | 30 April 2026 | 205.00   | 0.00 | 205.00   |
      And the ledger shows on 30 April 2026:
        | account          | debit    |
        | Gateway clearing | 0.00     |
        | Cash             | 1,525.00 |
        | Disputed funds   | 330.00   |
      And finance closes April 2026 without a difference

    Scenario: The outcome is lost on its way
      # The network has decided, so the gateway holds nothing in dispute any more; the ledger still does.
      Given the integration loses the event "chargeback decided"
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is lost on 20 May 2026
      Then finance cannot close May 2026, among other reasons because:
        | reconciliation           | payments | ledger   | difference | explained by                      |
        | Disputed funds of Globex | 0.00     | 1,320.00 | -1,320.00  | chargeback outcome CO-1 not posted |
      When everything is repaired and delivered again
      Then Globex owes 1,320.00 USD
      And finance closes May 2026 without a difference

  Rule: What the payment paid is owed again at once

    Background:
      Given these conventions:
        | question              | answer              |
        | chargeback while open | receivable reopened |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due

    Scenario: Open: owed, but neither dunned nor collected
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      Then Globex has these open invoices:
        | invoice         | due             | open     | in dispute |
        | January invoice | 31 January 2026 | 1,320.00 | 1,320.00   |
      And Globex was sent no letter
      And the journal of April 2026 is:
        | date          | source           | account               | debit    | credit   |
        | 30 April 2026 | payment reversal | Receivables           | 1,320.00 |          |
        | 30 April 2026 | payment reversal | Gateway clearing      |          | 1,320.00 |
        | 30 April 2026 | chargeback       | Bank and gateway fees | 15.00    |          |
        | 30 April 2026 | chargeback       | Gateway clearing      |          | 15.00    |
        | 30 April 2026 | revenue          | Contract liability    | 100.00   |          |
        | 30 April 2026 | revenue          | Revenue               |          | 100.00   |
      And finance closes April 2026 without a difference
      When finance writes off the January invoice of Globex on 2 May 2026
      Then it is refused because "in dispute"

    Scenario: Won: the payment pays again
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is won on 20 May 2026
      And time passes to 31 May 2026
      Then Globex owes nothing
      And Globex was sent no letter
      And the journal of May 2026 is:
        | date        | source  | account            | debit    | credit   |
        | 20 May 2026 | payment | Gateway clearing   | 1,320.00 |          |
        | 20 May 2026 | payment | Receivables        |          | 1,320.00 |
        | 31 May 2026 | revenue | Contract liability | 100.00   |          |
        | 31 May 2026 | revenue | Revenue            |          | 100.00   |
      And finance closes May 2026 without a difference

    Scenario: Won after the customer has paid by transfer: the money came twice
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And Globex transfers 1,320.00 USD on 10 May 2026 for the January invoice
      And the chargeback of Globex is won on 20 May 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 1,320.00 USD
      And finance closes May 2026 without a difference

    Scenario: Lost: dunned from that day on
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex is lost on 20 May 2026
      And time passes to 31 May 2026
      Then Globex owes 1,320.00 USD
      And Globex was sent these letters:
        | date        | letter       | open     |
        | 20 May 2026 | Final notice | 1,320.00 |
      And the journal of May 2026 is:
        | date        | source  | account            | debit  | credit |
        | 31 May 2026 | revenue | Contract liability | 100.00 |        |
        | 31 May 2026 | revenue | Revenue            |        | 100.00 |
      And finance closes May 2026 without a difference

    Scenario: Partly lost
      # 330.00 is owed again; 110.00 of it is won back and pays again: 220.00 stays owed.
      When Globex charges back 330.00 USD of the January invoice on 30 April 2026 because "three months down"
      And the chargeback of Globex ends on 20 May 2026 with 110.00 USD won back
      Then Globex owes 220.00 USD
      And the ledger shows on 20 May 2026 exactly:
        | account               | debit    | credit |
        | Gateway clearing      | 1,085.00 |        |
        | Receivables           | 220.00   |        |
        | Contract liability    |          | 800.00 |
        | Revenue               |          | 400.00 |
        | Sales tax payable     |          | 120.00 |
        | Bank and gateway fees | 15.00    |        |
      And finance closes May 2026 without a difference

  Rule: The amount is taken out of revenue at once

    Background:
      Given these conventions:
        | question              | answer               |
        | chargeback while open | taken out of revenue |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due

    Scenario Outline: <outcome>
      # 1,320.00 - 1,320.00 - 15.00 at the gateway, and what is won back. What is lost is borne; nothing is owed again.
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      And the chargeback of Globex <ends>
      Then the ledger shows on 20 May 2026:
        | account               | debit     | credit     |
        | Gateway clearing      | <debit>   | <credit>   |
        | Concessions           | <bears>   |            |
        | Bank and gateway fees | 15.00     |            |
        | Receivables           |           |            |
      And Globex owes nothing
      And finance closes May 2026 without a difference

      Examples:
        | outcome     | ends                                          | debit    | credit | bears    |
        | lost        | is lost on 20 May 2026                        | -        | 15.00  | 1,320.00 |
        | won         | is won on 20 May 2026                         | 1,305.00 | -      | -        |
        | partly lost | ends on 20 May 2026 with 320.00 USD won back  | 305.00   | -      | 1,000.00 |
