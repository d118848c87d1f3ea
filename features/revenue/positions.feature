@revenue @spreading @wave-3 @req:Q2C-214
Feature: What a contract is worth on the balance sheet
  Billed before it is earned is a contract liability. Earned before it is billed is an unbilled receivable if only time has to
  pass, a contract asset if something is still to be given. One contract never shows both sides.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Rule: Earned ahead of billing

    Scenario: A contract asset until it is billed
      # Set-up for nothing is worth 240.00, a month of ten seats 80.00; 100.00 are billed each month.
      Given these conventions:
        | question                | answer         |
        | earned ahead of billing | contract asset |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price | price per month | stand-alone price |
        | Set-up        | 1        | 0.00  |                 | 300.00            |
        | Platform seat | 10       |       | 10.00           | 10.00             |
      When time passes to 28 February 2026
      Then the journal from 31 January 2026 to 28 February 2026 is:
        | date             | source           | account            | debit  | credit |
        | 31 January 2026  | revenue          | Contract liability | 100.00 |        |
        | 31 January 2026  | revenue          | Contract asset     | 220.00 |        |
        | 31 January 2026  | revenue          | Revenue            |        | 320.00 |
        | 1 February 2026  | February invoice | Receivables        | 110.00 |        |
        | 1 February 2026  | February invoice | Contract asset     |        | 100.00 |
        | 1 February 2026  | February invoice | Sales tax payable  |        | 10.00  |
        | 28 February 2026 | revenue          | Contract asset     | 80.00  |        |
        | 28 February 2026 | revenue          | Revenue            |        | 80.00  |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                    | amount |
        | Contract asset, opening | 220.00 |
        | Earned on condition     | 80.00  |
        | Contract asset billed   | 100.00 |
        | Contract asset, closing | 200.00 |

    Scenario: Payment depends on the second product too
      # IFRS 15 IE201 to 204, 606-10-55-287 to 290: 1,000.00 for A and B, 400.00 and 600.00 by what they cost alone, due only when both are
      # delivered. A is a contract asset until B is delivered.
      Given these conventions:
        | question                | answer         |
        | earned ahead of billing | contract asset |
      And these products are sold:
        | product   | charged | price           | stand-alone price | revenue      |
        | Product A | flat    | 500.00 USD once | 400.00 USD once   | as delivered |
        | Product B | flat    | 500.00 USD once | 600.00 USD once   | as delivered |
      And "Globex" signed on 1 January 2026 for 1 month from 31 March 2026, billed monthly in advance, net 30, no tax:
        | product   |
        | Product A |
        | Product B |
      When Globex receives 1 "Product A" on 31 January 2026
      Then the journal of January 2026 is:
        | date            | source  | account        | debit  | credit |
        | 31 January 2026 | revenue | Contract asset | 400.00 |        |
        | 31 January 2026 | revenue | Revenue        |        | 400.00 |
      And finance closes January 2026 without a difference
      When Globex receives 1 "Product B" on 31 March 2026
      Then the journal of March 2026 is:
        | date          | source        | account            | debit    | credit |
        | 31 March 2026 | March invoice | Receivables        | 1,000.00 |        |
        | 31 March 2026 | March invoice | Contract asset     |          | 400.00 |
        | 31 March 2026 | March invoice | Contract liability |          | 600.00 |
        | 31 March 2026 | revenue       | Contract liability | 600.00   |        |
        | 31 March 2026 | revenue       | Revenue            |          | 600.00 |
      And finance closes March 2026 without a difference

    Scenario Outline: A credit before billing takes out of <account> what was earned ahead
      Given these conventions:
        | question                | answer    |
        | earned ahead of billing | <account> |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price | price per month | stand-alone price |
        | Set-up        | 1        | 0.00  |                 | 300.00            |
        | Platform seat | 10       |       | 10.00           | 10.00             |
      When time passes to 31 January 2026
      And finance credits Globex 50.00 USD on the January invoice
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026:
        | account            | debit  | credit                  |
        | Revenue            |        | 240.00 + 160.00 - 50.00 |
        | <name>             | 200.00 |                         |
        | Contract liability |        |                         |
      And finance closes February 2026 without a difference

      Examples:
        | account             | name                |
        | unbilled receivable | Unbilled receivable |
        | contract asset      | Contract asset      |

    Scenario: One contract never shows a liability and an asset together
      # Billed 600.00 for half a year in advance; set-up and January earn 240.00 + 80.00: 280.00 stay a liability. July's invoice
      # comes when 240.00 + 480.00 = 720.00 are earned: 120.00 above billing.
      Given "Globex" signed on 1 January 2026 for 1 year, billed half-yearly in advance, net 30, no tax:
        | product       | quantity | price | price per month | stand-alone price |
        | Set-up        | 1        | 0.00  |                 | 300.00            |
        | Platform seat | 10       |       | 10.00           | 10.00             |
      When time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account             | debit | credit |
        | Contract liability  |       | 280.00 |
        | Unbilled receivable |       |        |
      When time passes to 30 June 2026
      Then the ledger shows on 30 June 2026:
        | account             | debit  | credit |
        | Contract liability  |        |        |
        | Unbilled receivable | 120.00 |        |
      And finance closes June 2026 without a difference

  Rule: Billed ahead, not due, not paid

    Background:
      Given these conventions:
        | question               | answer                       |
        | unpaid advance invoice | held off until due or served |

    Scenario: Neither a receivable nor a liability until it is due
      # 1,200.00 and 10% for the year, due on 2 March. At the end of January 100.00 are served: 1,100.00 are held off, in
      # February 1,000.00. In March the invoice is due.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 60, tax 10%:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 31 March 2026
      Then the journal from 31 January 2026 to 31 March 2026 is:
        | date             | source           | account                     | debit    | credit   |
        | 31 January 2026  | revenue          | Contract liability          | 100.00   |          |
        | 31 January 2026  | revenue          | Revenue                     |          | 100.00   |
        | 31 January 2026  | advance held off | Contract liability held off | 1,100.00 |          |
        | 31 January 2026  | advance held off | Receivables held off        |          | 1,100.00 |
        | 28 February 2026 | revenue          | Contract liability          | 100.00   |          |
        | 28 February 2026 | revenue          | Revenue                     |          | 100.00   |
        | 28 February 2026 | advance held off | Contract liability held off |          | 100.00   |
        | 28 February 2026 | advance held off | Receivables held off        | 100.00   |          |
        | 31 March 2026    | revenue          | Contract liability          | 100.00   |          |
        | 31 March 2026    | revenue          | Revenue                     |          | 100.00   |
        | 31 March 2026    | advance held off | Contract liability held off |          | 1,000.00 |
        | 31 March 2026    | advance held off | Receivables held off        | 1,000.00 |          |
      And finance closes January 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario: Paid before it is due: cash is a contract liability
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 60, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When Globex transfers 1,200.00 USD on 10 February 2026 for the January invoice
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account            | debit    | credit   |
        | Cash               | 1,200.00 |          |
        | Contract liability |          | 1,000.00 |
        | Revenue            |          | 200.00   |
      And finance closes February 2026 without a difference

    Scenario: What comes after the close is held off in the open month
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 60, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      And time passes to 31 January 2026
      And finance closes January 2026 without a difference
      When time passes to 28 February 2026
      Then the ledger shows on 28 February 2026:
        | account                     | debit    | credit   |
        | Contract liability held off | 1,000.00 |          |
        | Receivables held off        |          | 1,000.00 |
      And finance closes February 2026 without a difference
