@receivables @returned-payments @wave-3 @req:Q2C-230
Feature: Returned direct debits and payments taken off an invoice
  A direct debit can come back days after it was booked, and a payment can have been put on the wrong invoice. The invoice is
  owed again and is as old as it was; what was booked stays, and its reversal names what it undoes.

  Background:
    # A year for 1,200.00 and 10% tax, due on 31 January; 100.00 of revenue a month.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | proration        | 30/360        |
      | revenue schedule | contract term |
      | revenue spread   | by month      |
    And the bank charges 7.50 USD for a returned direct debit

  Rule: A direct debit comes back

    Scenario: Three days later, and is collected at the next try
      # Collected on 31 January, back on 3 February; the first retry day is the day after.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice by direct debit when it is due
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "no funds"
      Then Globex has these open invoices:
        | invoice         | date           | due             | total    | open     |
        | January invoice | 1 January 2026 | 31 January 2026 | 1,320.00 | 1,320.00 |
      And these payments of Globex were reversed:
        | date            | invoice         | amount   | because  | reference          |
        | 3 February 2026 | January invoice | 1,320.00 | returned | RT-PAY-NW-000001-1 |
      When time passes to 28 February 2026
      Then Globex owes nothing
      And Globex owed 0.00 USD on 2 February 2026
      And Globex owed 1,320.00 USD on 3 February 2026
      And Globex was sent no letter
      And the attempts to collect from Globex were:
        | date            | invoice         | amount   | outcome  |
        | 31 January 2026 | January invoice | 1,320.00 | succeeds |
        | 4 February 2026 | January invoice | 1,320.00 | succeeds |
      And the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,320.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,200.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |          | 120.00   |
        | 31 January 2026 | payment         | Gateway clearing   | 1,320.00 |          |
        | 31 January 2026 | payment         | Receivables        |          | 1,320.00 |
        | 31 January 2026 | revenue         | Contract liability | 100.00   |          |
        | 31 January 2026 | revenue         | Revenue            |          | 100.00   |
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
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                 | amount   |
        | Receivables, opening | 0.00     |
        | Payments reversed    | 1,320.00 |
        | Cash applied         | 1,320.00 |
        | Receivables, closing | 0.00     |
        | Cash, closing        | -7.50    |

    Scenario: Weeks later: dunned at once for how late it is, and aged from its own due date
      # Due on 31 January; 43 days late on 15 March, so the letter for 30 days goes out; 59 days late on 31 March.
      Given failed payments are not retried
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice by direct debit when it is due
      When the direct debit of Globex for the January invoice is returned on 15 March 2026 because "customer objects"
      And time passes to 31 March 2026
      Then Globex was sent these letters:
        | date          | letter       | invoice         | open     |
        | 15 March 2026 | Final notice | January invoice | 1,320.00 |
      And there were 1 attempts to collect from Globex
      And Globex owes 1,320.00 USD
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line         | amount   |
        | Current      | 0.00     |
        | 1-30 days    | 0.00     |
        | 31-60 days   | 1,320.00 |
        | 61-90 days   | 0.00     |
        | Over 90 days | 0.00     |

    Scenario: After its month was closed: the closed month stays as it was
      Given failed payments are not retried
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice by direct debit when it is due
      Then finance closes January 2026 without a difference
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "no funds"
      Then Globex owed 0.00 USD on 31 January 2026
      And the ledger shows on 31 January 2026 exactly:
        | account            | debit    | credit   |
        | Gateway clearing   | 1,320.00 |          |
        | Contract liability |          | 1,100.00 |
        | Revenue            |          | 100.00   |
        | Sales tax payable  |          | 120.00   |
      And finance closes February 2026 without a difference

    Scenario: The next try fails too, and the one after that brings the money
      # Back on 3 February. 4 February fails: retried 1 and 3 days after that failure, on 5 and 7 February.
      Given failed payments are retried after 1 and 3 days
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And the direct debit of Globex is collected 1 time, declined 2 times and then collected
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "no funds"
      And time passes to 28 February 2026
      Then the attempts to collect from Globex were:
        | date            | outcome  |
        | 31 January 2026 | succeeds |
        | 4 February 2026 | declined |
        | 5 February 2026 | declined |
        | 7 February 2026 | succeeds |
      And Globex owes nothing
      And finance closes February 2026 without a difference

    Scenario: Returned when it pays nothing any more: its unapplied cash goes, the other payment's stays
      # 1,320.00 collected and 1,320.00 transferred beside it: 2,640.00 - 1,320.00 = 1,320.00 is left to pay with.
      Given failed payments are not retried
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice by direct debit when it is due
      When Globex transfers 1,320.00 USD on 2 February 2026
      And finance takes the payment off the January invoice of Globex on 2 February 2026
      Then Globex has unapplied cash of 2,640.00 USD
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "paid twice"
      Then Globex has unapplied cash of 1,320.00 USD
      When the unapplied cash of Globex is applied to the January invoice on 4 February 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 0.00 USD
      And the journal from 1 February 2026 to 27 February 2026 is:
        | date            | source           | account               | debit    | credit   |
        | 2 February 2026 | payment          | Cash                  | 1,320.00 |          |
        | 2 February 2026 | payment          | Unapplied cash        |          | 1,320.00 |
        | 2 February 2026 | payment reversal | Receivables           | 1,320.00 |          |
        | 2 February 2026 | payment reversal | Unapplied cash        |          | 1,320.00 |
        | 3 February 2026 | payment reversal | Unapplied cash        | 1,320.00 |          |
        | 3 February 2026 | payment reversal | Gateway clearing      |          | 1,320.00 |
        | 3 February 2026 | payment return   | Bank and gateway fees | 7.50     |          |
        | 3 February 2026 | payment return   | Cash                  |          | 7.50     |
        | 4 February 2026 | payment          | Unapplied cash        | 1,320.00 |          |
        | 4 February 2026 | payment          | Receivables           |          | 1,320.00 |
      And finance closes February 2026 without a difference

    Scenario: Only a direct debit, and only once
      Given failed payments are not retried
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice by direct debit when it is due
      And "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Initech pays every invoice when it is due
      When the direct debit of Initech for the January invoice is returned on 3 February 2026 because "no funds"
      Then it is refused because "came by card; only a direct debit payment can be returned"
      When Globex charges back the January invoice on 3 February 2026 because "not recognized"
      Then it is refused because "only a card payment can be charged back"
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "no funds"
      And the direct debit of Globex for the January invoice is returned on 4 February 2026 because "no funds"
      Then it is refused because "was returned already"
      And Globex owes 1,320.00 USD
      And Initech owes nothing
      And finance closes February 2026 without a difference

    Scenario: The return never reaches billing
      # The gateway has 1,320.00 less than the ledger, and the bank's fee of 7.50 is posted nowhere.
      Given failed payments are not retried
      And the integration loses the event "payment returned"
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice by direct debit when it is due
      When the direct debit of Globex for the January invoice is returned on 3 February 2026 because "no funds"
      Then finance cannot close February 2026, among other reasons because:
        | reconciliation   | payments | ledger   | difference | explained by                                 |
        | Gateway clearing | 0.00     | 1,320.00 | -1,320.00  | payment return RT-PAY-NW-000001-1 not posted |
        | Cash             | -7.50    | 0.00     | -7.50      | payment return RT-PAY-NW-000001-1 not posted |
      When everything is repaired and delivered again
      Then Globex owes 1,320.00 USD
      And finance closes February 2026 without a difference

  Rule: The money comes twice

    Scenario: A card payment succeeds, but its message arrives after the customer has paid by transfer
      # Charged on 31 January, told on 5 February. The transfer of 2 February pays; the card's 1,320.00 pays nothing.
      Given the integration delays the event "payment received" by 5 days
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex transfers 1,320.00 USD on 2 February 2026 for the January invoice
      And time passes to 28 February 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 1,320.00 USD
      And there were 1 attempts to collect from Globex
      And the journal of February 2026 is:
        | date             | source  | account            | debit    | credit   |
        | 2 February 2026  | payment | Cash               | 1,320.00 |          |
        | 2 February 2026  | payment | Receivables        |          | 1,320.00 |
        | 5 February 2026  | payment | Gateway clearing   | 1,320.00 |          |
        | 5 February 2026  | payment | Unapplied cash     |          | 1,320.00 |
        | 28 February 2026 | revenue | Contract liability | 100.00   |          |
        | 28 February 2026 | revenue | Revenue            |          | 100.00   |
      And finance closes February 2026 without a difference
      When finance refunds Globex 1,320.00 USD of unapplied cash on 2 March 2026
      Then Globex has unapplied cash of 0.00 USD
      And finance closes March 2026 without a difference

  Rule: A payment is taken off an invoice by hand

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |

    Scenario: Its cash stands unapplied and can pay again
      When Globex transfers 1,320.00 USD on 20 January 2026 for the January invoice
      And finance takes the payment off the January invoice of Globex on 25 January 2026
      Then Globex owes 1,320.00 USD
      And Globex has unapplied cash of 1,320.00 USD
      And these payments of Globex were reversed:
        | date            | invoice         | amount   | because   | reference |
        | 25 January 2026 | January invoice | 1,320.00 | taken off | AP-BT-1   |
      When the unapplied cash of Globex is applied to the January invoice on 28 January 2026
      Then Globex owes nothing
      And Globex has unapplied cash of 0.00 USD
      And the journal from 20 January 2026 to 30 January 2026 is:
        | date            | source           | account        | debit    | credit   |
        | 20 January 2026 | payment          | Cash           | 1,320.00 |          |
        | 20 January 2026 | payment          | Receivables    |          | 1,320.00 |
        | 25 January 2026 | payment reversal | Receivables    | 1,320.00 |          |
        | 25 January 2026 | payment reversal | Unapplied cash |          | 1,320.00 |
        | 28 January 2026 | payment          | Unapplied cash | 1,320.00 |          |
        | 28 January 2026 | payment          | Receivables    |          | 1,320.00 |
      And finance closes January 2026 without a difference

    Scenario: What is taken off is owed, dunned and aged as before, and cannot be taken off again
      When Globex transfers 1,320.00 USD on 20 January 2026 for the January invoice
      And finance takes the payment off the January invoice of Globex on 10 February 2026
      And finance takes the payment off the January invoice of Globex on 10 February 2026
      Then it is refused because "pays nothing of invoice NW-000001"
      And Globex was sent these letters:
        | date             | letter           | open     |
        | 10 February 2026 | Payment reminder | 1,320.00 |
      And finance closes February 2026 without a difference

  Rule: In two currencies

    Scenario: What is taken off in euros is no cash in dollars
      # 100.00 EUR paid the invoice; 30.00 USD pay nothing.
      Given the company "Northwind SaaS"
      And these exchange rates:
        | date           | from | to  | rate |
        | 1 January 2026 | EUR  | USD | 1.10 |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      When Globex transfers 100.00 EUR on 10 January 2026
      And Globex transfers 30.00 USD on 11 January 2026
      And finance takes the payment off the January invoice of Globex on 12 January 2026
      Then Globex owes 100.00 EUR
      And Globex has unapplied cash of 100.00 EUR
      And Globex has unapplied cash of 30.00 USD
      When finance refunds Globex 30.00 USD of unapplied cash on 13 January 2026
      Then Globex has unapplied cash of 0.00 USD
      And Globex has unapplied cash of 100.00 EUR
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference
