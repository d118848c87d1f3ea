@receivables @foreign-currency @req:Q2C-316
Feature: Payments in another currency than the invoice's
  A customer pays an invoice in euros with dollars. The money is received in its own currency, and settles the invoice at the rate of
  the day, or as the two agreed. Two entries, one in each currency, meet on exchange clearing at the same worth; what that worth is
  above or below what the receivable was booked at is realized (IAS 21.28).

  Background:
    Given the company "Northwind SaaS"
    And these exchange rates:
      | date             | from | to  | rate |
      | 1 January 2026   | EUR  | USD | 1.10 |
      | 10 February 2026 | EUR  | USD | 1.12 |
      | 20 February 2026 | EUR  | USD | 1.13 |
      | 10 February 2026 | GBP  | USD | 1.30 |
      | 20 February 2026 | GBP  | USD | 1.35 |

  Rule: The invoice that the payer names is paid at the rate of the day

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |

    Scenario: Dollars for an invoice in euros, at the rate of the day
      # 1,120.00 / 1.12 = 1,000.00 EUR, which were booked at 1,000.00 * 1.10 = 1,100.00. Realized: 1,120.00 - 1,100.00.
      When Globex transfers 1,120.00 USD on 10 February 2026 for the January invoice
      Then the journal from 10 February 2026 to 10 February 2026 is:
        | date             | source        | account                       | debit    | credit   | document debit | document credit |
        | 10 February 2026 | payment       | Cash                          | 1,120.00 |          | 1,120.00 USD   |                 |
        | 10 February 2026 | payment       | Unapplied cash                |          | 1,120.00 |                | 1,120.00 USD    |
        | 10 February 2026 | cash exchange | Unapplied cash                | 1,120.00 |          | 1,120.00 USD   |                 |
        | 10 February 2026 | cash exchange | Exchange clearing             |          | 1,120.00 |                | 1,120.00 USD    |
        | 10 February 2026 | cash exchange | Exchange clearing             | 1,120.00 |          | 1,000.00 EUR   |                 |
        | 10 February 2026 | cash exchange | Unapplied cash                |          | 1,120.00 |                | 1,000.00 EUR    |
        | 10 February 2026 | payment       | Unapplied cash                | 1,120.00 |          | 1,000.00 EUR   |                 |
        | 10 February 2026 | payment       | Receivables                   |          | 1,100.00 |                | 1,000.00 EUR    |
        | 10 February 2026 | payment       | Realized exchange differences |          | 20.00    |                |                 |
      And Globex owes 0.00 EUR
      And Globex has unapplied cash of 0.00 USD
      And finance closes February 2026 without a difference

    Scenario: A part payment, then more than is left
      # 448.00 / 1.12 = 400.00 EUR, realized 448.00 - 440.00 = 8.00. On the 20th, 600.00 EUR are 600.00 * 1.13 = 678.00 USD, realized
      # 678.00 - 660.00 = 18.00; of 700.00 USD, 700.00 - 678.00 = 22.00 USD stay unapplied, in dollars.
      When Globex transfers 448.00 USD on 10 February 2026 for the January invoice
      Then Globex owes 600.00 EUR
      And the ledger shows on 10 February 2026:
        | account                       | debit            | credit | document debit |
        | Receivables                   | 1100.00 - 440.00 |        | 600.00 EUR     |
        | Realized exchange differences |                  | 8.00   |                |
      When Globex transfers 700.00 USD on 20 February 2026 for the January invoice
      Then Globex owes 0.00 EUR
      And Globex has unapplied cash of 22.00 USD
      And the ledger shows on 20 February 2026:
        | account                       | debit           | credit       |
        | Cash                          | 448.00 + 700.00 |              |
        | Unapplied cash                |                 | 22.00        |
        | Exchange clearing             |                 |              |
        | Receivables                   |                 |              |
        | Realized exchange differences |                 | 8.00 + 18.00 |
      And finance closes February 2026 without a difference

    Scenario: Un-applied, the invoice is owed again and the cash stands in the currency it came in
      # The 20.00 that were realized are taken back: 1,000.00 EUR are owed at 1.10 again, and 1,120.00 USD unapplied.
      When Globex transfers 1,120.00 USD on 10 February 2026 for the January invoice
      And finance takes the payment off the January invoice of Globex on 20 February 2026
      Then Globex owes 1,000.00 EUR
      And Globex has unapplied cash of 1,120.00 USD
      And Globex has unapplied cash of 0.00 EUR
      And the ledger shows on 20 February 2026:
        | account                       | debit    | credit   |
        | Cash                          | 1,120.00 |          |
        | Unapplied cash                |          | 1,120.00 |
        | Exchange clearing             |          |          |
        | Receivables                   | 1,100.00 |          |
        | Realized exchange differences |          |          |
      And finance closes February 2026 without a difference

    Scenario: Pounds for an invoice in euros, in books in dollars
      # 800.00 GBP arrive at 1.30: 1,040.00 USD. A pound is 1.30 / 1.12 euros: 800.00 * 1.30 / 1.12 = 928.5714 EUR, which were booked
      # at 928.57 * 1.10 = 1,021.43 (1,100.00 less round(71.43 * 1.10) = 78.57). Realized: 1,040.00 - 1,021.43 = 18.57.
      When Globex transfers 800.00 GBP on 10 February 2026 for the January invoice
      Then Globex owes 71.43 EUR
      And the ledger shows on 10 February 2026:
        | account                       | debit    | credit            |
        | Cash                          | 1,040.00 |                   |
        | Unapplied cash                |          |                   |
        | Exchange clearing             |          |                   |
        | Receivables                   | 78.57    |                   |
        | Realized exchange differences |          | 1040.00 - 1021.43 |
      And finance closes February 2026 without a difference

    Scenario: The books of the month are closed when the money comes
      # The rate is that of the day it came, 1.13: 1,130.00 / 1.13 = 1,000.00 EUR. It is posted on the first open day, when
      # the receivable stands at 1.10 again.
      When finance closes February 2026 on 28 February 2026
      And Globex transfers 1,130.00 USD on 28 February 2026 for the January invoice
      Then the ledger shows on 28 February 2026:
        | account     | debit          | credit |
        | Cash        |                |        |
        | Receivables | 1000.00 * 1.13 |        |
      When time passes to 1 March 2026
      Then the ledger shows on 1 March 2026:
        | account                       | debit    | credit            |
        | Cash                          | 1,130.00 |                   |
        | Exchange clearing             |          |                   |
        | Receivables                   |          |                   |
        | Realized exchange differences |          | 1130.00 - 1100.00 |
      And finance closes March 2026 without a difference

    Scenario: What cannot be applied changes nothing
      # No rate of francs is known: they stay unapplied, in books of their own.
      When Globex transfers 500.00 CHF on 10 February 2026 for the January invoice
      Then Globex has unapplied cash of 500.00 CHF
      When the unapplied cash of Globex is applied to the January invoice on 11 February 2026
      Then it is refused because "there is no exchange rate of CHF into USD on 11 February 2026"
      When 500.00 CHF of the unapplied cash of Globex settles 600.00 EUR of the January invoice on 11 February 2026
      Then it is refused because "there is no exchange rate of CHF into USD on 11 February 2026"
      And Globex owes 1,000.00 EUR
      And Globex has unapplied cash of 500.00 CHF

    Scenario: One side of an exchange is lost on its way to the ledger
      Given the integration loses the event "cash exchanged"
      When Globex transfers 1,120.00 USD on 10 February 2026 for the January invoice
      Then finance cannot close February 2026, among other reasons because:
        | reconciliation             | ledger       | difference    |
        | Worth of exchange clearing | 1,120.00 USD | -1,120.00 USD |

  Rule: Kept unapplied until finance applies it

    Background:
      Given these conventions:
        | question                    | answer         |
        | payment in another currency | kept unapplied |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |

    Scenario Outline: <given> was agreed to settle <settled>
      # What the dollars are above or below 1.10 for each euro settled is realized, whatever the rate of the day.
      When Globex transfers <given> on 10 February 2026 for the January invoice
      Then Globex has unapplied cash of <given>
      And Globex owes 1,000.00 EUR
      When <given> of the unapplied cash of Globex settles <settled> of the January invoice on 10 February 2026
      Then the ledger shows on 10 February 2026:
        | account                       | debit        | credit |
        | Cash                          | <given>      |        |
        | Unapplied cash                |              |        |
        | Exchange clearing             |              |        |
        | Receivables                   | <still owed> |        |
        | Realized exchange differences | <loss>       | <gain> |
      And finance closes February 2026 without a difference

      Examples:
        | given        | settled      | still owed              | loss              | gain              |
        | 1,150.00 USD | 1,000.00 EUR |                         |                   | 1150.00 - 1100.00 |
        | 1,080.00 USD | 1,000.00 EUR |                         | 1100.00 - 1080.00 |                   |
        | 575.00 USD   | 500.00 EUR   | 1100.00 - 500.00 * 1.10 |                   | 575.00 - 550.00   |

    Scenario: Cash that waited is exchanged at the rate of the day it is applied
      # 1,000.00 GBP stand at 1.30, and are applied when a pound is 1.35 dollars, 1.35 / 1.13 = 1.1947 euros: 1,000.00 EUR take
      # 1,000.00 * 1.13 / 1.35 = 837.04 GBP, worth 837.04 * 1.35 = 1,130.00 USD. The pounds owed to Globex stood at 1,300.00 -
      # round(162.96 * 1.30 = 211.848) = 1,088.15: 1,130.00 - 1,088.15 = 41.85 of loss. The receivable stood at 1,100.00: 30.00 of gain.
      When Globex transfers 1,000.00 GBP on 10 February 2026
      And the unapplied cash of Globex is applied to the January invoice on 20 February 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 162.96 GBP
      And the ledger shows on 20 February 2026:
        | account                       | debit         | credit |
        | Cash                          | 1,300.00      |        |
        | Unapplied cash                |               | 211.85 |
        | Exchange clearing             |               |        |
        | Receivables                   |               |        |
        | Realized exchange differences | 41.85 - 30.00 |        |
      And finance closes February 2026 without a difference

    Scenario: More than is there, or nothing to agree on
      When Globex transfers 1,120.00 USD on 10 February 2026
      And 1,120.01 USD of the unapplied cash of Globex settles 1,000.00 EUR of the January invoice on 10 February 2026
      Then it is refused because "1,120.00 USD is unapplied of payment BT-1 and 1,000.00 EUR is open of invoice NW-000001"
      When 1,120.00 USD of the unapplied cash of Globex settles 1,000.01 EUR of the January invoice on 10 February 2026
      Then it is refused because "1,120.00 USD for 1,000.01 EUR is too much"
      When 1,120.00 USD of the unapplied cash of Globex settles 1,000.00 USD of the January invoice on 10 February 2026
      Then it is refused because "1,000.00 USD is in USD, invoice NW-000001 in EUR"
      When 900.00 EUR of the unapplied cash of Globex is applied to the January invoice on 10 February 2026
      Then it is refused because "900.00 EUR is not in the currency of payment BT-1, USD"
      And Globex has unapplied cash of 1,120.00 USD
      And Globex owes 1,000.00 EUR

  Rule: Books in the currency of the invoice

    Background:
      Given the company "Contoso Europe"
      And these exchange rates:
        | date             | from | to  | rate |
        | 1 January 2026   | EUR  | USD | 1.10 |
        | 10 February 2026 | EUR  | USD | 1.12 |

    Scenario: The receivable stands still, and the dollars gain
      # 1,130.00 USD stand at 1,130.00 / 1.12 = 1,008.93 EUR, and were agreed to settle 1,000.00 EUR: 8.93 of gain.
      When Oscorp signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product        | quantity | price per month |
        | Workspace seat | 100      | 10.00 EUR       |
      And Oscorp transfers 1,130.00 USD on 10 February 2026
      And 1,130.00 USD of the unapplied cash of Oscorp settles 1,000.00 EUR of the January invoice on 10 February 2026
      Then Oscorp owes nothing
      And the ledger shows on 10 February 2026:
        | account                       | debit          | credit            |
        | Cash                          | 1130.00 / 1.12 |                   |
        | Unapplied cash                |                |                   |
        | Exchange clearing             |                |                   |
        | Receivables                   |                |                   |
        | Realized exchange differences |                | 1008.93 - 1000.00 |
      And finance closes February 2026 without a difference
