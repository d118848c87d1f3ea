@documents @drafts @req:Q2C-083
Feature: Drafts with days of grace
  What falls due can wait some days as a draft, so that a change or late usage corrects the bill instead of a credit memo.
  A draft is no document yet: it has no number, is in no book, and asks nobody for money. What is issued is what the
  draft, and the preview before it, said.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And invoices are drafts for 3 days before they are issued

  Scenario: Usage that arrives in the days of grace goes on the draft, later usage on the next bill
    # March: 1,000 at 0.02 = 20.00; 500 more reported on 3 April: 30.00. 100 reported on 4 April: 2.00 with April's 200 = 4.00.
    Given these products are sold:
      | product | charged            | price         |
      | Calls   | per unit, by usage | 0.02 USD each |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in arrears, net 30, tax 10%:
      | product |
      | Calls   |
    When Globex uses 1000 "Calls" on 30 March 2026
    And time passes to 1 April 2026
    Then the drafts of Globex are:
      | opened       | issued on    | from         | to            | quantity | net   |
      | 1 April 2026 | 4 April 2026 | 1 March 2026 | 31 March 2026 | 1000     | 20.00 |
    When Globex uses 500 "Calls" on 31 March 2026, reported on 3 April 2026
    Then the drafts of Globex are:
      | opened       | issued on    | quantity | net   |
      | 1 April 2026 | 4 April 2026 | 1500     | 30.00 |
    When time passes to 4 April 2026
    And Globex uses 100 "Calls" on 31 March 2026, reported on 4 April 2026
    And Globex uses 200 "Calls" on 10 April 2026
    And time passes to 4 May 2026
    Then Globex is invoiced:
      | date         | from         | to            | quantity | net   |
      | 4 April 2026 | 1 March 2026 | 31 March 2026 | 1500     | 30.00 |
      | 4 May 2026   | 1 March 2026 | 31 March 2026 | 100      | 2.00  |
      | 4 May 2026   | 1 April 2026 | 30 April 2026 | 200      | 4.00  |
    And nothing else is invoiced
    And nothing else is credited

  Scenario: A draft over the month's end is revenue not yet billed
    # 31 days from 30 March at 31.00 are 1.00 a day: 2.00 in March without an invoice. Issued on 2 April: 34.10.
    Given these products are sold:
      | product | charged | price               |
      | Hosting | flat    | 31.00 USD per month |
    And "Globex" signed on 30 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product |
      | Hosting |
    When time passes to 31 March 2026
    Then the ledger shows on 31 March 2026 exactly:
      | account             | debit | credit |
      | Unbilled receivable | 2.00  |        |
      | Revenue             |       | 2.00   |
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                  | amount |
      | Revenue               | 2.00   |
      | Receivables, closing  | 0.00   |
      | In drafts, not issued | 31.00  |
    When time passes to 2 April 2026
    Then the ledger shows on 2 April 2026 exactly:
      | account            | debit | credit |
      | Receivables        | 34.10 |        |
      | Contract liability |       | 29.00  |
      | Sales tax payable  |       | 3.10   |
      | Revenue            |       | 2.00   |
    When time passes to 30 April 2026
    Then nothing else is credited
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 29.00  |

  Scenario: What fell due before it was signed has its days of grace from the signature
    Given today is 10 March 2026
    And "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.00 USD       |
    Then the drafts of Globex are:
      | opened        | issued on     | from           | to            | net   |
      | 10 March 2026 | 13 March 2026 | 1 January 2026 | 31 March 2026 | 30.00 |
    When time passes to 4 April 2026
    Then Globex is invoiced:
      | date          | from           | to            | net   |
      | 13 March 2026 | 1 January 2026 | 31 March 2026 | 30.00 |
      | 4 April 2026  | 1 April 2026   | 30 June 2026  | 30.00 |
    And nothing else is invoiced

  Rule: The draft is the invoice to come

    Background:
      Given "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |

    Scenario: Draft, preview and invoice are the same, and only the invoice has a number
      # Due on 1 March, issued on 4 March, net 30 from then: 3 April.
      Then the drafts of Globex are:
        | opened       | issued on    | due          | for           | from         | to            | quantity | net    | tax   | total  |
        | 1 March 2026 | 4 March 2026 | 3 April 2026 | Platform seat | 1 March 2026 | 31 March 2026 | 10       | 100.00 | 10.00 | 110.00 |
      And the preview of Globex to 4 March 2026 is:
        | date         | due          | for           | net    | tax   | total  |
        | 4 March 2026 | 3 April 2026 | Platform seat | 100.00 | 10.00 | 110.00 |
      When time passes to 3 March 2026
      Then Globex is invoiced nothing
      And Globex owes 0.00 USD
      When time passes to 4 March 2026
      Then Globex is invoiced:
        | date         | due          | for           | from         | to            | quantity | net    | tax   | total  |
        | 4 March 2026 | 3 April 2026 | Platform seat | 1 March 2026 | 31 March 2026 | 10       | 100.00 | 10.00 | 110.00 |
      And Globex sees on the March invoice:
        | what   | reads        |
        | number | NW-000001    |
        | date   | 4 March 2026 |
      And Globex has no draft
      When time passes to 31 March 2026
      Then nothing else is invoiced
      And the journal of March 2026 is:
        | date          | source        | account            | debit  | credit |
        | 4 March 2026  | March invoice | Receivables        | 110.00 |        |
        | 4 March 2026  | March invoice | Contract liability |        | 100.00 |
        | 4 March 2026  | March invoice | Sales tax payable  |        | 10.00  |
        | 31 March 2026 | revenue       | Contract liability | 100.00 |        |
        | 31 March 2026 | revenue       | Revenue            |        | 100.00 |
      And finance closes March 2026 without a difference

    Scenario: A change signed meanwhile moves the draft, the same change a day too late makes a document of its own
      # 15 * 10.00 = 150.00 on 4 March. 5 more from 1 March, signed on 5 March: 50.00, a draft until 8 March.
      When Globex signs on 2 March 2026 to add 5 "Platform seat" from 1 March 2026
      Then the drafts of Globex are:
        | opened       | issued on    | quantity | net    | total  |
        | 1 March 2026 | 4 March 2026 | 15       | 150.00 | 165.00 |
      When time passes to 4 March 2026
      And Globex signs on 5 March 2026 to add 5 "Platform seat" from 1 March 2026
      Then the drafts of Globex are:
        | opened       | issued on    | quantity | net   | total | cause  |
        | 5 March 2026 | 8 March 2026 | 5        | 50.00 | 55.00 | upsell |
      When time passes to 31 March 2026
      Then Globex is invoiced:
        | date         | quantity | net    | total  |
        | 4 March 2026 | 15       | 150.00 | 165.00 |
        | 8 March 2026 | 5        | 50.00  | 55.00  |
      And nothing else is invoiced
      And nothing else is credited
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line    | amount |
        | Revenue | 200.00 |

    Scenario: Fewer units signed meanwhile need no credit memo
      When Globex signs on 3 March 2026 to remove 4 "Platform seat" from 1 March 2026
      And time passes to 31 March 2026
      Then Globex is invoiced:
        | date         | quantity | net   |
        | 4 March 2026 | 6        | 60.00 |
      And nothing else is invoiced
      And nothing else is credited

    Scenario: A draft that is cancelled away uses no number
      # Not served at all: nothing is due. Initech's is the first invoice.
      Given "Initech" signed on 2 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 1        | 10.00 USD       |
      When Globex cancels on 1 March 2026
      Then Globex has no draft
      When time passes to 31 March 2026
      Then Globex is invoiced nothing
      And Initech sees on the March invoice:
        | what   | reads        |
        | number | NW-000001    |
        | date   | 5 March 2026 |
      And nothing else is credited
      And finance closes March 2026 without a difference

    Scenario: A draft can be neither credited nor paid by name
      When finance credits Globex 10.00 USD on the account
      Then it is refused because "0.00 USD without tax is left"
      And the drafts of Globex are:
        | net    |
        | 100.00 |
      And nothing else is credited
