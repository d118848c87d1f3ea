@receivables @foreign-currency @wave-3 @req:Q2C-362
Feature: An invoice in a foreign currency is worth its total at the rate
  Ten lines rounded one by one do not add up to what is owed at the rate. What is owed is converted once; each tax is worth its own
  amount at the rate, and the cent that is left over settles on the line that lost most by rounding.

  # 333.33 and 333.33 and 333.34: 1,000.00 EUR. At 1.10 each line would be 366.66, 366.66 and 366.67: 1,099.99. It is 1,100.00.
  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these exchange rates:
      | date             | from | to  | rate | kind |
      | 1 January 2026   | EUR  | USD | 1.10 | spot |
      | 10 February 2026 | EUR  | USD | 1.12 | spot |

  Scenario: Three lines, paid in one
    # 1,000 * 1.12 = 1,120.00 come; 20.00 are realized.
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 45, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 333.33 EUR      |
      | Analytics     | 1        | 333.33 EUR      |
      | Platform seat | 1        | 333.34 EUR      |
    When Globex transfers 1,000.00 EUR on 10 February 2026 for the January invoice
    Then Globex owes nothing
    And the journal from 1 January 2026 to 28 February 2026 is:
      | date             | source          | account                       | debit    | credit   |
      | 1 January 2026   | January invoice | Receivables                   | 1,100.00 |          |
      | 1 January 2026   | January invoice | Contract liability            |          | 1,100.00 |
      | 31 January 2026  | revenue         | Contract liability            | 1,100.00 |          |
      | 31 January 2026  | revenue         | Revenue                       |          | 1,100.00 |
      | 10 February 2026 | payment         | Cash                          | 1,120.00 |          |
      | 10 February 2026 | payment         | Receivables                   |          | 1,100.00 |
      | 10 February 2026 | payment         | Realized exchange differences |          | 20.00    |
    And finance closes February 2026 without a difference

  Scenario: With tax, and credited in full
    # 10% is 100.00: 33.33, 33.33 and 33.34. 1,100.00 * 1.10 = 1,210.00. The taxes are 36.66, 36.66 and 36.67, 109.99 in all, as they
    # are declared; the lines take the other 1,100.01.
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 45, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 333.33 EUR      |
      | Analytics     | 1        | 333.33 EUR      |
      | Platform seat | 1        | 333.34 EUR      |
    When Globex cancels on 1 January 2026
    Then Globex owes nothing
    And the open items on 1 January 2026 are:
      | customer | invoice | open |
    And the journal of January 2026 is:
      | date           | source          | account            | debit    | credit   |
      | 1 January 2026 | January invoice | Receivables        | 1,210.00 |          |
      | 1 January 2026 | January invoice | Contract liability |          | 1,100.01 |
      | 1 January 2026 | January invoice | Sales tax payable  |          | 109.99   |
      | 1 January 2026 | credit memo     | Contract liability | 1,100.01 |          |
      | 1 January 2026 | credit memo     | Sales tax payable  | 109.99   |          |
      | 1 January 2026 | credit memo     | Receivables        |          | 1,210.00 |
    And finance closes January 2026 without a difference

  Scenario: Seen in the books, paid in two parts, the last cent with the last cent
    # 333.33 EUR take 1,100.00 - 733.34 = 366.66 (666.67 * 1.10 = 733.337); the rest takes 733.34. At 1.12: 373.33 and 746.67.
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 45, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 333.33 EUR      |
      | Analytics     | 1        | 333.33 EUR      |
      | Platform seat | 1        | 333.34 EUR      |
    When Globex transfers 333.33 EUR on 10 February 2026 for the January invoice
    Then the open items on 1 February 2026 are:
      | customer | invoice         | open         | in books |
      | Globex   | January invoice | 1,000.00 EUR | 1,100.00 |
    And the open items on 10 February 2026 are:
      | customer | invoice         | open       | in books |
      | Globex   | January invoice | 666.67 EUR | 733.34   |
    When Globex transfers 666.67 EUR on 11 February 2026 for the January invoice
    Then the journal of February 2026 is:
      | date             | source  | account                       | debit  | credit |
      | 10 February 2026 | payment | Cash                          | 373.33 |        |
      | 10 February 2026 | payment | Receivables                   |        | 366.66 |
      | 10 February 2026 | payment | Realized exchange differences |        | 6.67   |
      | 11 February 2026 | payment | Cash                          | 746.67 |        |
      | 11 February 2026 | payment | Receivables                   |        | 733.34 |
      | 11 February 2026 | payment | Realized exchange differences |        | 13.33  |
    And finance closes February 2026 without a difference
