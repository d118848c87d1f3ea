@receivables @chargebacks @gateway-behavior @wave-3 @req:Q2C-061
Feature: Fees, disputes and retries as published
  What payment gateways and billing systems show in their own documents.

  Rule: Stripe's fees of 2.9% and 0.30, and 15.00 for a dispute

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And the gateway keeps 2.9% and 0.30 USD of every payment
      And the gateway charges 15.00 USD for a chargeback
      And Globex pays every invoice when it is due

    Scenario Outline: A charge of <charge> nets <net>
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | <charge> USD    |
      When the gateway pays out on 3 January 2026
      Then the gateway has paid out:
        | date           | gross    | fee   | net   |
        | 3 January 2026 | <charge> | <fee> | <net> |
      And the gateway held 0.00 USD on 3 January 2026
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

      Examples:
        | charge | fee  | net   |
        # 10.00 * 2.9% + 0.30, 20.00 * 2.9% + 0.30, 100.00 * 2.9% + 0.30.
        | 10.00  | 0.59 | 9.41  |
        | 20.00  | 0.88 | 19.12 |
        | 100.00 | 3.20 | 96.80 |

    Scenario: A dispute of 30.00 takes 45.00 until it is decided
      # Balance transaction: amount -30.00, fee 15.00, net -45.00.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 30.00 USD       |
      When Globex charges back the January invoice on 10 January 2026 because "fraudulent"
      Then the gateway held 30.00 USD on 9 January 2026
      And the gateway held -15.00 USD on 10 January 2026
      And the gateway's report of January 2026 is:
        | date            | document | customer | amount |
        | 1 January 2026  | payment  | Globex   | 30.00  |
        | 10 January 2026 | payment  | Globex   | -45.00 |
      # Won, the 30.00 come back; the fee stays.
      When the chargeback of Globex is won on 25 January 2026
      And time passes to 31 January 2026
      Then the gateway held 15.00 USD on 31 January 2026
      And the ledger shows on 31 January 2026 exactly:
        | account               | debit | credit |
        | Gateway clearing      | 15.00 |        |
        | Bank and gateway fees | 15.00 |        |
        | Revenue               |       | 30.00  |
      And finance closes January 2026 without a difference

  Rule: Retries and letters by the days of other systems

    Scenario: Kill Bill retries after 8, 16 and 24 days, and is overdue by its three states at 30, 40 and 50
      # org.killbill.payment.retry.days=8,8,8; overdue states by days since the earliest unpaid invoice.
      Given the company "Northwind SaaS"
      And failed payments are retried after 8, 16 and 24 days
      And these dunning letters:
        | days after the due date | letter | then              |
        | 30                      | OD1    | nothing more      |
        | 40                      | OD2    | service suspended |
        | 50                      | OD3    | nothing more      |
      And the card of Globex is declined every time
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 0, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | outcome  |
        | 1 January 2026  | declined |
        | 9 January 2026  | declined |
        | 17 January 2026 | declined |
        | 25 January 2026 | declined |
      And Globex was sent these letters:
        | date             | letter | open     |
        | 31 January 2026  | OD1    | 1,200.00 |
        | 10 February 2026 | OD2    | 1,200.00 |
        | 20 February 2026 | OD3    | 1,200.00 |

    Scenario: Stripe's own schedule of 3, 5 and 7 days between attempts
      # 1 January, three days later, five after that, seven after that.
      Given the company "Northwind SaaS"
      And failed payments are retried after 3, 8 and 15 days
      And the card of Globex is declined 3 times and then works
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 USD      |
      When time passes to 31 January 2026
      Then the attempts to collect from Globex were:
        | date            | outcome  |
        | 1 January 2026  | declined |
        | 4 January 2026  | declined |
        | 9 January 2026  | declined |
        | 16 January 2026 | succeeds |
      And Globex owes nothing
      And finance closes January 2026 without a difference
