@receivables @foreign-currency @views @wave-3 @req:Q2C-049
Feature: Receivables in a foreign currency
  What a customer owes in euros is seen in euros and at what the dollar books carry it at, as of any day. A part payment takes its
  share of what is carried, the last cent with the last cent; the rest of what came is an exchange difference, realized.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these exchange rates:
      | date             | from | to  | rate   | kind    |
      | 1 January 2026   | EUR  | USD | 1.1111 | spot    |
      | 31 January 2026  | EUR  | USD | 1.1500 | closing |
      | 1 February 2026  | EUR  | USD | 1.1600 | spot    |
      | 10 February 2026 | EUR  | USD | 1.2000 | spot    |
      | 28 February 2026 | EUR  | USD | 1.1800 | closing |
    # 100.00 EUR are carried at 111.11. January's are due on 31 January, February's on 3 March.
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100.00 EUR      |
    And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 5        | 10.00 USD       |

  Scenario: Paid in three parts, seen on days between
    # 33.33 EUR are worth 40.00 at 1.20. They take 111.11 - 74.08 = 37.03 of what January is carried at, so 2.97 is realized;
    # the next 33.33 take 74.08 - 37.04 = 37.04, 2.96 realized; 33.34 are worth 40.01 and take the last 37.04, 2.97 realized.
    # February's 100.00 EUR are carried at 116.00.
    When Globex transfers 33.33 EUR on 10 February 2026 for the January invoice
    And Globex transfers 33.33 EUR on 11 February 2026 for the January invoice
    And Globex transfers 33.34 EUR on 12 February 2026 for the January invoice
    And Initech transfers 50.00 USD on 12 February 2026
    And time passes to 28 February 2026
    Then the open items on 31 January 2026 are:
      | customer | invoice         | due             | open       | in books | days overdue |
      | Globex   | January invoice | 31 January 2026 | 100.00 EUR | 111.11   | 0            |
      | Initech  | January invoice | 31 January 2026 | 50.00 USD  | 50.00    | 0            |
    And the open items on 10 February 2026 are:
      | customer | invoice          | open       | in books | days overdue |
      | Globex   | January invoice  | 66.67 EUR  | 74.08    | 10           |
      | Globex   | February invoice | 100.00 EUR | 116.00   | 0            |
      | Initech  | January invoice  | 50.00 USD  | 50.00    | 10           |
    And the open items on 12 February 2026 are:
      | customer | invoice          | open       | in books |
      | Globex   | February invoice | 100.00 EUR | 116.00   |
    # At 1.15 January's 100.00 EUR are worth 115.00: 3.89 of revaluation, taken back on the first of February.
    And the ageing in the books on 31 January 2026 is:
      | customer | not due | 1-30 days | revaluation | total  |
      | Globex   | 111.11  | 0.00      | 3.89        | 115.00 |
      | Initech  | 50.00   | 0.00      | 0.00        | 50.00  |
    And the ageing in the books on 11 February 2026 is:
      | customer | not due | 1-30 days | revaluation | total  |
      | Globex   | 116.00  | 37.04     | 0.00        | 153.04 |
      | Initech  | 0.00    | 50.00     | 0.00        | 50.00  |
    And the cash received in February 2026 is:
      | date             | customer | method        | received  | in books | realized |
      | 10 February 2026 | Globex   | bank transfer | 33.33 EUR | 40.00    | 2.97     |
      | 11 February 2026 | Globex   | bank transfer | 33.33 EUR | 40.00    | 2.96     |
      | 12 February 2026 | Globex   | bank transfer | 33.34 EUR | 40.01    | 2.97     |
      | 12 February 2026 | Initech  | bank transfer | 50.00 USD | 50.00    | 0.00     |
    And the ledger shows on 12 February 2026:
      | account                       | debit  | credit |
      | Receivables                   | 116.00 |        |
      | Realized exchange differences |        | 8.90   |
    And finance closes February 2026 without a difference

  Scenario: What comes later changes no past day
    When time passes to 31 January 2026
    Then the ageing in the books on 31 January 2026 is:
      | customer | not due | revaluation | total  |
      | Globex   | 111.11  | 3.89        | 115.00 |
      | Initech  | 50.00   | 0.00        | 50.00  |
    When finance closes January 2026
    And Globex transfers 200.00 EUR on 10 February 2026
    And time passes to 28 February 2026
    Then the ageing in the books on 31 January 2026 is:
      | customer | not due | revaluation | total  |
      | Globex   | 111.11  | 3.89        | 115.00 |
      | Initech  | 50.00   | 0.00        | 50.00  |
    # 240.00 came for 111.11 + 116.00 = 227.11.
    And the cash received in February 2026 is:
      | date             | customer | received   | in books | realized |
      | 10 February 2026 | Globex   | 200.00 EUR | 240.00   | 12.89    |
    And the ageing in the books on 28 February 2026 is:
      | customer | 1-30 days | 31-60 days | total |
      | Initech  | 50.00     | 0.00       | 50.00 |
    And finance closes February 2026 without a difference

  Scenario: A payment taken off the invoice leaves it as it was carried
    # 100.00 EUR come at 1.20, 120.00: 8.89 realized. Taken off, the invoice is carried as before (handbook 4.14, an exact
    # reversal), nothing is realized, and the cash stands unapplied at what it was worth.
    When Globex transfers 100.00 EUR on 10 February 2026 for the January invoice
    And finance takes the payment off the January invoice of Globex on 10 February 2026
    Then the open items on 10 February 2026 are:
      | customer | invoice          | open       | in books |
      | Globex   | January invoice  | 100.00 EUR | 111.11   |
      | Globex   | February invoice | 100.00 EUR | 116.00   |
      | Initech  | January invoice  | 50.00 USD  | 50.00    |
    And the ledger shows on 10 February 2026:
      | account                       | debit  | credit |
      | Receivables                   | 277.11 |        |
      | Unapplied cash                |        | 120.00 |
      | Realized exchange differences |        |        |
    And the open items on 9 February 2026 are:
      | customer | invoice          | open       | in books |
      | Globex   | January invoice  | 100.00 EUR | 111.11   |
      | Globex   | February invoice | 100.00 EUR | 116.00   |
      | Initech  | January invoice  | 50.00 USD  | 50.00    |
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference
