@entities @foreign-currency @close @wave-3 @req:Q2C-242
Feature: Prudent books recognize losses of foreign currency, and gains only when the money has come
  IAS 21.28 and ASC 830-20-35-1 take both into income at each month end. National laws of prudence do not (UGB 201(2) no. 4; HGB 252(1) no. 4, beyond a
  year): a balance stands at the closing rate or at what it was booked at, whichever is worse for the company.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revenue spread   | by month                    |
      | proration        | months                      |
    And these exchange rates:
      | date             | from | to  | rate | kind    |
      | 1 January 2026   | EUR  | USD | 1.10 | spot    |
      | 31 January 2026  | EUR  | USD | 1.15 | closing |
      | 28 February 2026 | EUR  | USD | 1.08 | closing |
      | 31 March 2026    | EUR  | USD | 1.12 | closing |
      | 10 April 2026    | EUR  | USD | 1.13 | spot    |

  Scenario Outline: A receivable of 1,000.00 EUR booked at 1.10, revaluation <revaluation>
    # Month ends at 1.15, 1.08 and 1.12: a gain of 50.00, a loss of 20.00, a gain of 20.00. Only the loss is recognized, and taken back on the first
    # of March. The money comes at 1.13 and brings all of 30.00.
    Given these conventions:
      | question                  | answer         |
      | unrealized exchange gains | not recognized |
      | revaluation               | <revaluation>  |
    And Globex signed on 1 January 2026 for 1 year, billed yearly in advance, net 60, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,000.00 EUR   |
    When time passes to 31 March 2026
    Then the ledger shows on 31 January 2026:
      | account                         | debit    | credit |
      | Receivables                     | 1,100.00 |        |
      | Unrealized exchange differences |          |        |
    And the ledger shows on 28 February 2026:
      | account                         | debit    | credit |
      | Receivables                     | 1,080.00 |        |
      | Unrealized exchange differences | 20.00    |        |
    And the journal of March 2026 is:
      | date          | source      | account                         | debit | credit |
      | 1 March 2026  | revaluation | Receivables                     | 20.00 |        |
      | 1 March 2026  | revaluation | Unrealized exchange differences |       | 20.00  |
      | 31 March 2026 | revenue     | Contract liability              | 91.67 |        |
      | 31 March 2026 | revenue     | Revenue                         |       | 91.67  |
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    And finance closes March 2026 without a difference
    When Globex transfers 1,000.00 EUR on 10 April 2026 for the January invoice
    Then the ledger shows on 10 April 2026:
      | account                         | debit | credit |
      | Receivables                     |       |        |
      | Unrealized exchange differences |       |        |
      | Realized exchange differences   |       | 30.00  |
    And finance closes April 2026 without a difference

    Examples:
      | revaluation          |
      | reversed on day one  |
      | by difference        |

  Scenario: Of what is owed to a customer a rising rate is the loss
    # 500.00 EUR came at 1.10 and pay nothing yet: 550.00 are owed, 575.00 at 1.15. At 1.08 they would be 540.00: they stay 550.00.
    Given these conventions:
      | question                  | answer         |
      | unrealized exchange gains | not recognized |
      | money that pays nothing   | unapplied cash |
    And Globex signed on 1 January 2026 for 1 year, billed yearly in arrears, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 0.00 EUR       |
    When Globex transfers 500.00 EUR on 10 January 2026
    And time passes to 28 February 2026
    Then the ledger shows on 31 January 2026:
      | account                         | debit | credit |
      | Unapplied cash                  |       | 575.00 |
      | Unrealized exchange differences | 25.00 |        |
    And the ledger shows on 28 February 2026:
      | account                         | debit | credit |
      | Unapplied cash                  |       | 550.00 |
      | Unrealized exchange differences |       |        |
    And finance closes February 2026 without a difference

  Scenario: International books take the gain that national ones beside them leave
    Given books are also kept under "UGB", with these conventions:
      | question                  | answer         |
      | unrealized exchange gains | not recognized |
    And Globex signed on 1 January 2026 for 1 year, billed yearly in advance, net 60, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,000.00 EUR   |
    When time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account                         | debit    | credit |
      | Receivables                     | 1,150.00 |        |
      | Unrealized exchange differences |          | 50.00  |
    And finance closes January 2026 without a difference
    When finance turns to the books under "UGB"
    Then the ledger shows on 31 January 2026:
      | account                         | debit    | credit |
      | Receivables                     | 1,100.00 |        |
      | Unrealized exchange differences |          |        |
    And the January 2026 tie-outs are:
      | tie-out | currency | one side     | other side   | result |
      | T16     | USD      | 1,100.00 USD | 1,100.00 USD | agrees |
