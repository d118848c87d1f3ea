@integration @refused-postings @wave-4 @req:Q2C-064
Feature: Refused postings
  One customer's document is refused; everybody else's goes on. Whoever refused keeps the reason in its list of
  exceptions, and the books show what is missing until it is delivered again.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: The ledger takes nothing of one customer while the other's invoices go on
    # Initech 30 * 11.00 = 330.00 and tax 33.00; Globex 12 * 15.00 = 180.00, no tax.
    Given the ERP refuses the event "invoice posted" of Initech
    And "Initech" signed on 1 May 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 11.00 USD       |
    And "Globex" signed on 1 May 2026 for 12 months, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 12       | 15.00 USD       |
    When time passes to 31 May 2026
    Then Initech owes 363.00 USD
    And the ERP holds these exceptions:
      | event            | document  | customer | date       | reason                                       |
      | invoice posted   | NW-000001 | Initech  | 1 May 2026 | the ERP does not take NW-000001: out of order |
    And these events went astray:
      | event            | document  | customer | to  | date       | outcome | answer                                        |
      | invoice posted   | NW-000001 | Initech  | erp | 1 May 2026 | refused | the ERP does not take NW-000001: out of order |
    And the journal of May 2026 for Globex is:
      | date        | source      | account            | debit  | credit |
      | 1 May 2026  | May invoice | Receivables        | 180.00 |        |
      | 1 May 2026  | May invoice | Contract liability |        | 180.00 |
      | 31 May 2026 | revenue     | Contract liability | 180.00 |        |
      | 31 May 2026 | revenue     | Revenue            |        | 180.00 |
    And finance cannot close May 2026, because:
      | reconciliation                | billing | ledger  | difference | explained by                                                                    |
      | Receivables of Initech        | 363.00  | 0.00    | 363.00     | May invoice not posted: refused, the ERP does not take NW-000001: out of order |
      | Sales tax payable             | 33.00   | 0.00    | 33.00      | May invoice not posted: refused, the ERP does not take NW-000001: out of order |
      | Contract liability of Initech | 0.00    | -330.00 | 330.00     | May invoice not posted: refused, the ERP does not take NW-000001: out of order |
      | Documents                     |         |         | 1          | May invoice not posted: refused, the ERP does not take NW-000001: out of order |
    When everything is repaired and delivered again
    Then the journal of May 2026 is:
      | date        | source      | customer | account             | debit  | credit |
      | 1 May 2026  | May invoice | Globex   | Receivables         | 180.00 |        |
      | 1 May 2026  | May invoice | Globex   | Contract liability  |        | 180.00 |
      | 1 May 2026  | May invoice | Initech  | Receivables         | 363.00 |        |
      | 1 May 2026  | May invoice | Initech  | Unbilled receivable |        | 330.00 |
      | 1 May 2026  | May invoice | Initech  | Sales tax payable   |        | 33.00  |
      | 31 May 2026 | revenue     | Globex   | Contract liability  | 180.00 |        |
      | 31 May 2026 | revenue     | Globex   | Revenue             |        | 180.00 |
      | 31 May 2026 | revenue     | Initech  | Unbilled receivable | 330.00 |        |
      | 31 May 2026 | revenue     | Initech  | Revenue             |        | 330.00 |
    And finance closes May 2026 without a difference

  Scenario: Refused again and again until repaired, and posted once each
    # 90.00 a month, no tax. Two invoices are refused, a month apart; both arrive with the repair, in their own months.
    Given the ERP refuses the event "invoice posted"
    And "Soylent" signed on 1 August 2026 for 2 months, billed monthly in advance, net 45, no tax:
      | product       | quantity | price per month |
      | Platform seat | 9        | 10.00 USD       |
    When time passes to 10 September 2026
    Then the ERP holds these exceptions:
      | event            | document  | customer | date             |
      | invoice posted   | NW-000001 | Soylent  | 1 August 2026    |
      | invoice posted   | NW-000002 | Soylent  | 1 September 2026 |
    When everything is repaired and delivered again
    Then the journal of August 2026 is:
      | date           | source         | account             | debit | credit |
      | 1 August 2026  | August invoice | Receivables         | 90.00 |        |
      | 1 August 2026  | August invoice | Unbilled receivable |       | 90.00  |
      | 31 August 2026 | revenue        | Unbilled receivable | 90.00 |        |
      | 31 August 2026 | revenue        | Revenue             |       | 90.00  |
    And finance closes September 2026 without a difference
    And the ledger shows on 30 September 2026 exactly:
      | account     | debit  | credit |
      | Receivables | 180.00 |        |
      | Revenue     |        | 180.00 |

  Scenario: Sales wins an order that billing will not take
    # The contract ends on 28 February 2027; twenty seats more from the day after are a renewal, not an amendment.
    Given "Wayne Enterprises" signed on 1 March 2026 for 12 months, billed yearly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Wayne Enterprises signs on 10 March 2026 to add 20 "Platform seat" from 1 March 2027
    Then billing holds these exceptions:
      | event              | document | customer          | date          |
      | order closed-won   | O-2      | Wayne Enterprises | 10 March 2026 |
    And Wayne Enterprises is subscribed to:
      | product       | quantity | price               |
      | Platform seat | 10       | 10.00 USD per month |
    And Wayne Enterprises is invoiced:
      | date         | quantity | net      |
      | 1 March 2026 | 10       | 1,200.00 |
    And nothing else is invoiced
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | 2   | 1       | 1          | *            |

  Scenario: The gateway takes no request, and the customer is charged when it is repaired
    Given the payment gateway refuses the event "payment requested" of Acme
    And Acme pays every invoice when it is due
    And "Acme" signed on 1 June 2026 for 1 month, billed monthly in advance, net 14, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 7        | 20.00 USD       |
    When time passes to 30 June 2026
    Then there was no attempt to collect from Acme
    And Acme was sent these letters:
      | date         | letter           | open   |
      | 22 June 2026 | Payment reminder | 154.00 |
      | 29 June 2026 | Second reminder  | 154.00 |
    And finance cannot close June 2026, because:
      | reconciliation   | billing | payments | difference | explained by |
      | Payment requests | 1       | 0        | 1          | *            |
    When everything is repaired and delivered again
    Then the attempts to collect from Acme were:
      | date         | invoice      | amount | outcome  |
      | 30 June 2026 | June invoice | 154.00 | succeeds |
    And Acme owes nothing
    And finance closes June 2026 without a difference
    And the journal of June 2026 is:
      | date         | source       | account            | debit  | credit |
      | 1 June 2026  | June invoice | Receivables        | 154.00 |        |
      | 1 June 2026  | June invoice | Contract liability |        | 140.00 |
      | 1 June 2026  | June invoice | Sales tax payable  |        | 14.00  |
      | 30 June 2026 | payment      | Gateway clearing   | 154.00 |        |
      | 30 June 2026 | payment      | Receivables        |        | 154.00 |
      | 30 June 2026 | revenue      | Contract liability | 140.00 |        |
      | 30 June 2026 | revenue      | Revenue            |        | 140.00 |
