@receivables @write-off @disputed-invoice @wave-3 @req:Q2C-066
Feature: Part by part
  What happens to an invoice in several parts leaves what one whole would have left: its tax comes back to the cent, nothing stands
  again twice, and what is paid is in dispute no longer.

  Background:
    Given the company "Northwind SaaS"

  Scenario: Given up in three parts, the tax comes back as of one
    # 1,000.00 and 10%: 1,100.00. 333.33 * 10/110 = 30.3027; of 666.66 60.6055, so 30.31 more; of 999.99 90.9082, so 30.30 more;
    # of all of it 100.00.
    Given these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | write-off               | direct                      |
      | tax relief on write-off | at write-off                |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When finance writes off 333.33 USD of the January invoice of Globex on 2 March 2026
    And finance writes off 333.33 USD of the January invoice of Globex on 3 March 2026
    And finance writes off 333.33 USD of the January invoice of Globex on 4 March 2026
    And finance writes off the January invoice of Globex on 5 March 2026
    Then these invoices of Globex were written off:
      | date         | invoice         | amount | tax reclaimed |
      | 2 March 2026 | January invoice | 333.33 | 30.30         |
      | 3 March 2026 | January invoice | 333.33 | 30.31         |
      | 4 March 2026 | January invoice | 333.33 | 30.30         |
      | 5 March 2026 | January invoice | 100.01 | 9.09          |
    And the ledger shows on 5 March 2026 exactly:
      | account             | debit    | credit   |
      | Credit loss expense | 1,000.00 |          |
      | Revenue             |          | 1,000.00 |
    And finance closes March 2026 without a difference

  Scenario: What credits have left decides the mix of rates
    # 1,000.00 at 10% and 200.00 at 5%: 1,310.00. All of the second line is credited: 1,100.00 with 100.00 of tax are left.
    Given these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | write-off               | direct                      |
      | tax relief on write-off | at write-off                |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | tax |
      | Platform seat | 100      | 10.00 USD       | 10% |
      | Analytics     | 1        | 200.00 USD      | 5%  |
    And today is 2 February 2026
    When finance credits Globex 200.00 USD on line 2 of the January invoice
    And finance writes off the January invoice of Globex on 2 March 2026
    Then these invoices of Globex were written off:
      | date         | invoice         | amount   | tax reclaimed |
      | 2 March 2026 | January invoice | 1,100.00 | 100.00        |
    And the ledger shows on 2 March 2026:
      | account           | credit |
      | Sales tax payable | 0.00   |
    And finance closes March 2026 without a difference

  Scenario: A small rest that nobody collects keeps its tax
    # 1,099.00 of 1,100.00 come; 1.00 is a small difference, and no tax of it is reclaimed.
    Given these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | tax relief on write-off | at write-off                |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,099.00 USD on 20 January 2026
    And finance writes off small differences of up to 1.00 USD on 2 March 2026
    Then these invoices of Globex were written off:
      | date         | invoice         | amount | tax reclaimed |
      | 2 March 2026 | January invoice | 1.00   | 0.00          |
    And the ledger shows on 2 March 2026 exactly:
      | account           | debit    | credit   |
      | Cash              | 1,099.00 |          |
      | Small differences | 1.00     |          |
      | Revenue           |          | 1,000.00 |
      | Sales tax payable |          | 100.00   |
    And finance closes March 2026 without a difference

  Scenario: A lost receivable stands again as far as money comes, and no further
    # 440.00: 200.00 are given up, 240.00 stay open. 300.00 pay those and let 60.00 stand again; of the next 300.00, 140.00 do, and
    # 160.00 stand unapplied.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | recovery         | receivable reinstated first |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 44       | 10.00 USD       |
    When finance writes off 200.00 USD of the January invoice of Globex on 2 March 2026
    And Globex transfers 300.00 USD on 10 March 2026 for the January invoice
    Then the journal from 10 March 2026 to 10 March 2026 is:
      | date          | source        | account        | debit  | credit |
      | 10 March 2026 | reinstatement | Receivables    | 60.00  |        |
      | 10 March 2026 | reinstatement | Loss allowance |        | 60.00  |
      | 10 March 2026 | payment       | Cash           | 300.00 |        |
      | 10 March 2026 | payment       | Receivables    |        | 300.00 |
    When Globex transfers 300.00 USD on 12 March 2026 for the January invoice
    Then the journal from 12 March 2026 to 12 March 2026 is:
      | date          | source        | account        | debit  | credit |
      | 12 March 2026 | reinstatement | Receivables    | 140.00 |        |
      | 12 March 2026 | reinstatement | Loss allowance |        | 140.00 |
      | 12 March 2026 | payment       | Cash           | 300.00 |        |
      | 12 March 2026 | payment       | Receivables    |        | 140.00 |
      | 12 March 2026 | payment       | Unapplied cash |        | 160.00 |
    And Globex owes nothing
    And Globex has unapplied cash of 160.00 USD
    And finance closes March 2026 without a difference

  Scenario: What is paid in spite of a dispute is in dispute no longer
    # 220.00 of 1,100.00 are contested; 1,000.00 come: 100.00 are open, all of them contested.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex disputes 220.00 USD of the January invoice on 10 January 2026 because "wrong price"
    And Globex transfers 1,000.00 USD on 20 January 2026 for the January invoice
    Then Globex has these open invoices:
      | invoice         | total    | open   | in dispute |
      | January invoice | 1,100.00 | 100.00 | 100.00     |
    And the ageing on 20 February 2026 is:
      | customer | 1-30 days | in dispute |
      | Globex   | 100.00    | 100.00     |
    And Globex was sent no letter
    When the dispute of Globex is rejected on 21 February 2026
    And time passes to 28 February 2026
    Then Globex was sent these letters:
      | date             | letter          | open   |
      | 21 February 2026 | Second reminder | 100.00 |
    And finance closes February 2026 without a difference

  Scenario: Money paid ahead of one contract pays that contract's part of a common invoice
    # One invoice of 300.00 for the first contract and 500.00 for the second; 400.00 were paid ahead of the first.
    Given these conventions:
      | question          | answer           |
      | invoices of a day | one per customer |
    And "Globex" signed on 20 December 2025 for 2 months from 1 January 2026, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When Globex transfers 400.00 USD on 22 December 2025 ahead of the invoices of the contract
    And "Globex" signed on 23 December 2025 for 2 months from 1 January 2026, billed monthly in advance, net 30, no tax:
      | product   | quantity | price per month |
      | Analytics | 1        | 500.00 USD      |
    And time passes to 5 January 2026
    Then Globex has these open invoices:
      | invoice         | total  | open   |
      | January invoice | 800.00 | 500.00 |
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference

  Scenario: A card payment that came after the loss is charged back, and waits in the queue of billing
    # The gateway answers ten days late; by then the invoice is given up, and the money is a recovery. What recovered cannot be owed again
    # by itself: somebody has to look.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | write-off        | direct                      |
    And the gateway answers 10 days late about Globex
    And Globex pays every invoice when it is due
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
      | product       | quantity | price per month |
      | Platform seat | 44       | 10.00 USD       |
    When finance writes off the January invoice of Globex on 5 January 2026
    And time passes to 12 January 2026
    Then Globex has paid after all:
      | date            | invoice         | amount |
      | 11 January 2026 | January invoice | 440.00 |
    When Globex charges back the January invoice on 20 January 2026 because "not recognized"
    And the chargeback of Globex is lost on 25 January 2026
    Then billing holds these exceptions:
      | event              | customer | reason                                                                                                                       |
      | chargeback decided | Globex   | 440.00 USD of payment PAY-NW-000001-1 cannot be taken back: 440.00 USD of it recovered what was written off |
    And Globex owes nothing
    And no payment of Globex was reversed
    When time passes to 31 January 2026
    Then finance cannot close January 2026, because:
      | reconciliation           | difference  | explained by                       |
      | Disputed funds of Globex | -440.00 USD | chargeback outcome CO-1 not posted |
      | Documents                | 1           | chargeback outcome CO-1 not posted |

  Scenario: More of a line is contested than is left of it
    # 1,100.00 of seats and 220.00 of Analytics, all of it open.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
      | Analytics     | 1        | 200.00 USD      |
    When Globex disputes 100.00 USD of "Analytics" on the January invoice on 10 January 2026 because "not used"
    And Globex disputes 120.01 USD of "Analytics" on the January invoice on 11 January 2026 because "not used"
    Then it is refused because "220.00 USD is left of line 2 of invoice NW-000001, 100.00 USD of that already in dispute"
    When Globex disputes 120.00 USD of "Analytics" on the January invoice on 12 January 2026 because "not used"
    Then Globex has these open invoices:
      | invoice         | open     | in dispute |
      | January invoice | 1,320.00 | 220.00     |
    When time passes to 31 January 2026
    Then finance closes January 2026 without a difference

  Scenario Outline: Of two tolerances the smaller counts: <short> short of <total>
    # 5.00, or 1% of the invoice.
    Given payments may be up to 5.00 USD short
    And payments may be up to 1% of the invoice short
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <total> USD     |
    When Globex transfers <paid> USD on 10 January 2026 for the January invoice
    Then Globex owes <open> USD

    Examples:
      | total    | short | paid   | open |
      | 300.00   | 3.00  | 297.00 | 0.00 |
      | 300.00   | 3.01  | 296.99 | 3.01 |
      | 1,000.00 | 5.00  | 995.00 | 0.00 |
      | 1,000.00 | 5.01  | 994.99 | 5.01 |
