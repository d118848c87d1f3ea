@entities @foreign-currency @wave-3 @req:Q2C-226
Feature: What is revalued at the closing rate, and what never is
  A right to receive, or a duty to pay, a fixed amount of money is shown at the closing rate (IAS 21.16 and 21.23, ASC 830-20-35-1),
  whether it is billed or not. A contract asset waits for more than time, but what it waits for brings a fixed amount of euros: it is
  money too. A contract liability is owed in service: it keeps the rate at which it was billed or paid (IFRIC 22).

  # One euro is 1.10 dollars until the end of January, and is taken as that all February; it closes February at 1.25. Initech's
  # year is paid on the first day: 1,320.00, of which 2 * 110.00 are earned at the end of February, and 1,100.00 stay at 1.10.
  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revenue spread   | by month                    |
      | proration        | months                      |
      | disputed invoice | reserve                     |
    And these exchange rates:
      | date             | from | to  | rate | kind    |
      | 1 January 2026   | EUR  | USD | 1.10 | spot    |
      | 31 January 2026  | EUR  | USD | 1.10 | closing |
      | 28 February 2026 | EUR  | USD | 1.25 | closing |

  Rule: Earned, and not billed yet

    Scenario Outline: 2,000.00 EUR that stand as <account>
      # 2,000 * 1.10 = 2,200 of revenue for good; 2,000 * 1.25 = 2,500 at the close; the 300 between go on day one.
      Given these conventions:
        | question                | answer    |
        | earned ahead of billing | <account> |
      And "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 EUR   |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When Initech transfers 1,200.00 EUR on 1 January 2026 for the January invoice
      And time passes to 1 March 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account                         | debit         | credit            |
        | Cash                            | 1,200 * 1.10  |                   |
        | <name>                          | 2,000 * 1.25  |                   |
        | Contract liability              |               | 1,000 * 1.10      |
        | Revenue                         |               | 220.00 + 2,200.00 |
        | Unrealized exchange differences |               | 300.00            |
      And the journal of March 2026 is:
        | date         | source      | account                         | debit  | credit |
        | 1 March 2026 | revaluation | <name>                          |        | 300.00 |
        | 1 March 2026 | revaluation | Unrealized exchange differences | 300.00 |        |
      And finance closes February 2026 without a difference

      Examples:
        | account             | name                |
        | unbilled receivable | Unbilled receivable |
        | contract asset      | Contract asset      |

  Rule: Owed to a customer

    Background:
      Given "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 EUR   |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |

    Scenario: Credit on the customer's account
      # 100.00 EUR given back at the invoice's 1.10: 110.00; at the close 125.00.
      When Initech transfers 1,200.00 EUR on 1 January 2026 for the January invoice
      And Globex transfers 1,000.00 EUR on 1 January 2026 for the January invoice
      And time passes to 15 February 2026
      And finance credits Globex 100.00 EUR on the January invoice
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account                         | debit                | credit                     |
        | Cash                            | (1,200 + 1,000) * 1.10 |                          |
        | Contract liability              |                      | 1,000 * 1.10               |
        | Customer credits                |                      | 100 * 1.25                 |
        | Revenue                         |                      | 220.00 + 1,100.00 - 110.00 |
        | Unrealized exchange differences | 15.00                |                            |
      And finance closes February 2026 without a difference

    Scenario: A refund that came back, and is still to be paid
      When Initech transfers 1,200.00 EUR on 1 January 2026 for the January invoice
      And Globex transfers 1,000.00 EUR on 1 January 2026 for the January invoice
      And time passes to 15 February 2026
      And finance credits Globex 100.00 EUR on the January invoice
      And finance refunds Globex 100.00 EUR of credit on 16 February 2026
      And the refund of Globex comes back on 20 February 2026 because "account closed"
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account                         | debit                | credit                     |
        | Cash                            | (1,200 + 1,000) * 1.10 |                          |
        | Contract liability              |                      | 1,000 * 1.10               |
        | Refund payable                  |                      | 100 * 1.25                 |
        | Revenue                         |                      | 220.00 + 1,100.00 - 110.00 |
        | Unrealized exchange differences | 15.00                |                            |
      And finance closes February 2026 without a difference

    Scenario: A refund liability, beside the receivable that is in dispute
      # 300.00 EUR are expected to be given back: 330.00 out of revenue, 375.00 at the close. The receivable: 1,100.00 and 1,250.00.
      When Initech transfers 1,200.00 EUR on 1 January 2026 for the January invoice
      And Globex disputes 300.00 EUR of the January invoice on 5 February 2026 because "three weeks without service"
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account                         | debit        | credit                     |
        | Cash                            | 1,200 * 1.10 |                            |
        | Receivables                     | 1,000 * 1.25 |                            |
        | Contract liability              |              | 1,000 * 1.10               |
        | Refund liability                |              | 300 * 1.25                 |
        | Revenue                         |              | 220.00 + 1,100.00 - 330.00 |
        | Unrealized exchange differences |              | 150.00 - 45.00             |
      And finance closes February 2026 without a difference

  Rule: Held by others

    Scenario: Funds that the card network holds
      # 1,000.00 EUR collected at 1.10 and charged back: 1,250.00 at the close.
      Given "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 EUR   |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And Globex pays every invoice when it is due
      When Initech transfers 1,200.00 EUR on 1 January 2026 for the January invoice
      And Globex charges back the January invoice on 15 February 2026 because "not recognized"
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account                         | debit        | credit            |
        | Cash                            | 1,200 * 1.10 |                   |
        | Disputed funds                  | 1,000 * 1.25 |                   |
        | Contract liability              |              | 1,000 * 1.10      |
        | Revenue                         |              | 220.00 + 1,100.00 |
        | Unrealized exchange differences |              | 150.00            |
      And finance closes February 2026 without a difference
