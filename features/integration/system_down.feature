@integration @system-down @wave-4 @req:Q2C-261
Feature: A system that is down or too busy
  Nobody promises that all four systems answer every day. What one of them missed reaches it when it is back, in the old
  order and once; what was late is said so; and nobody else waits for it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Down for days

    Scenario: The ledger is down over a weekend and misses an invoice and a payment
      # 20 * 12.00 = 240.00, tax 10% 24.00. Friday 1 May to Sunday 3 May; on Monday 4 May everything is there, with its old dates.
      Given the ERP is down from 1 May 2026 to 3 May 2026
      And "Globex" signed on 1 May 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 20       | 12.00 USD       |
      When Globex transfers 264.00 USD on 3 May 2026 for the May invoice
      Then Globex owes nothing
      And nothing is posted from 1 May 2026 to 3 May 2026
      When time passes to 31 May 2026
      Then the journal of May 2026 is:
        | date        | source      | account            | debit  | credit |
        | 1 May 2026  | May invoice | Receivables        | 264.00 |        |
        | 1 May 2026  | May invoice | Contract liability |        | 240.00 |
        | 1 May 2026  | May invoice | Sales tax payable  |        | 24.00  |
        | 3 May 2026  | payment     | Cash               | 264.00 |        |
        | 3 May 2026  | payment     | Receivables        |        | 264.00 |
        | 31 May 2026 | revenue     | Contract liability | 240.00 |        |
        | 31 May 2026 | revenue     | Revenue            |        | 240.00 |
      And these events went astray:
        | event              | to  | date       | outcome   |
        | contract activated | erp | 1 May 2026 | no answer |
        | invoice posted     | erp | 1 May 2026 | no answer |
        | payment applied    | erp | 3 May 2026 | no answer |
      And every event contract is kept
      And finance closes May 2026 without a difference

    Scenario: The ledger is down for a week, and what is late is a finding
      # Friday 1 May: due by Monday 4 May, taken on Friday 8 May.
      Given the ERP is down from 1 May 2026 to 7 May 2026
      And "Globex" signed on 1 May 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 12.00 USD       |
      When time passes to 31 May 2026
      Then these event contracts are broken:
        | event              | in  | how  | finding                                       |
        | contract activated | ERP | late | taken on 8 May 2026, due by 4 May 2026 |
        | invoice posted     | ERP | late | taken on 8 May 2026, due by 4 May 2026 |
      And finance closes May 2026 without a difference

    Scenario: The gateway is down on the due day and collects once, when it is back
      # 100 * 10.00 = 1,000.00, no tax; due on 31 January, down that Saturday and Sunday.
      Given the payment gateway is down from 31 January 2026 to 1 February 2026
      And Acme pays every invoice when it is due
      And "Acme" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 1 February 2026
      Then there was no attempt to collect from Acme
      And Acme owes 1,000.00 USD
      When time passes to 28 February 2026
      Then the attempts to collect from Acme were:
        | date            | invoice         | amount   | outcome  |
        | 2 February 2026 | January invoice | 1,000.00 | succeeds |
      And Acme owes nothing
      And finance closes February 2026 without a difference

  Rule: Too busy for a while

    Scenario: Called again, the ledger takes the invoice on the same day and once
      # 9 * 10.00 = 90.00.
      Given the ERP is too busy 4 times for the event "invoice posted"
      And "Soylent" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 9        | 10.00 USD       |
      When time passes to 30 June 2026
      Then the journal of June 2026 is:
        | date         | source       | account            | debit | credit |
        | 1 June 2026  | June invoice | Receivables        | 90.00 |        |
        | 1 June 2026  | June invoice | Contract liability |       | 90.00  |
        | 30 June 2026 | revenue      | Contract liability | 90.00 |        |
        | 30 June 2026 | revenue      | Revenue            |       | 90.00  |
      And no event went astray
      And finance closes June 2026 without a difference

    Scenario: Too busy for longer than anybody calls, it waits among what went astray
      Given the ERP is too busy 5 times for the event "invoice posted"
      And "Soylent" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 9        | 10.00 USD       |
      Then these events went astray:
        | event          | to  | date        | outcome | answer                          |
        | invoice posted | erp | 1 June 2026 | refused | the ERP is too busy; call again |
      And nothing is posted from 1 June 2026 to 1 June 2026
      When everything is repaired and delivered again
      And time passes to 30 June 2026
      Then the ledger shows on 30 June 2026 exactly:
        | account     | debit | credit |
        | Receivables | 90.00 |        |
        | Revenue     |       | 90.00  |
      And finance closes June 2026 without a difference
