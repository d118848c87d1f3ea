@receivables @views @wave-2 @req:Q2C-073
Feature: Views of receivables
  What a controller, a collector and a customer look at: key figures with the documents behind them, ageing as it stood,
  statements of account, the day's work by role, and the gateway's own report.

  Rule: Key figures

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: A month with a part paid late
      # 1,100.00 a month, due on 31 January, 3 March and 31 March; 400.00 of January come on 10 February.
      # End of February: 700.00 past due, 1,100.00 current; billed 1,100.00 in 28 days.
      Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 400.00 USD on 10 February 2026
      And time passes to 31 March 2026
      Then the DSO of February 2026 is 45.82 days
      And the DSO count-back of February 2026 is 47.73 days
      And the CEI of February 2026 is 36.36%
      And the key figures of receivables in February 2026 are:
        | figure                        | value                                           |
        | DSO                           | 1,800.00 / 1,100.00 * 28                        |
        | best possible DSO             | 1,100.00 / 1,100.00 * 28                        |
        | average days delinquent       | 700.00 / 1,100.00 * 28                          |
        | DSO count-back                | 28 + 700.00 / 1,100.00 * 31                     |
        | CEI                           | (1,100.00 + 1,100.00 - 1,800.00) / (1,100.00 + 1,100.00 - 1,100.00) * 100 |
        | cash application cycle        | 0 days                                          |
        | dispute rate                  | 0%                                              |
        | credit memos to billings      | 0%                                              |
        | write-offs to billings        | 0%                                              |
        | unapplied cash to receivables | 0%                                              |
      And the DSO of February 2026 comes from:
        | document         | counts as           | amount   |
        | January invoice  | closing receivables | 700.00   |
        | February invoice | closing receivables | 1,100.00 |
        | February invoice | billings            | 1,100.00 |
      And finance closes March 2026 without a difference

    Scenario: What comes later changes no past month
      Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then the DSO of January 2026 is 31 days
      # On 31 January the invoice is due and not past due.
      And the best possible DSO of January 2026 is 31 days
      When Globex transfers 1,100.00 USD on 3 February 2026
      And time passes to 28 February 2026
      Then the DSO of January 2026 is 31 days
      And the CEI of January 2026 does not exist
      And the DSO of February 2026 is 1,100.00 / 1,100.00 * 28

    Scenario: Money waits to be applied
      # 300.00 wait 13 days, 550.00 wait 21, and 150.00 wait 39 days to the end of February.
      Given these conventions:
        | question            | answer  |
        | payment application | by hand |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 20 January 2026
      And 300.00 USD of the unapplied cash of Globex is applied to the January invoice on 2 February 2026
      And the unapplied cash of Globex is applied to the February invoice on 10 February 2026
      And time passes to 28 February 2026
      Then the key figures of receivables in February 2026 are:
        | figure                        | value                                            |
        | cash application cycle        | (300.00 * 13 + 550.00 * 21 + 150.00 * 39) / 1,000.00 |
        | unapplied cash to receivables | 150.00 / 250.00 * 100                            |
      # In January all of it waited 11 days.
      And the cash application cycle of January 2026 is 11 days
      And the cash application cycle of February 2026 comes from:
        | document  | counts as | amount |
        | AP-BT-1-2 | applied   | 300.00 |
        | AP-BT-1-3 | applied   | 550.00 |
        | BT-1      | waiting   | 150.00 |

    Scenario: Disputes, credits and write-offs beside what was billed
      # Of 1,100.00: 220.00 in dispute, 100.00 and 10.00 tax credited, 55.00 given up.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And today is 10 January 2026
      When Globex disputes 220.00 USD of the January invoice on 10 January 2026 because "wrong price"
      And finance credits Globex 100.00 USD on the January invoice
      And finance writes off 55.00 USD of the January invoice of Globex on 12 January 2026
      And time passes to 31 January 2026
      Then the dispute rate of January 2026 is 20%
      And the credit memos to billings of January 2026 is 10%
      And the write-offs to billings of January 2026 is 5%
      # 1,100.00 - 110.00 - 55.00 = 935.00 are open.
      And the DSO of January 2026 is 935.00 / 1,100.00 * 31

    Scenario: Where nothing was billed there is no figure
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then the DSO of February 2026 does not exist
      And the dispute rate of February 2026 does not exist
      # All of January's billings are still open: the whole of both months.
      And the DSO count-back of February 2026 is 59 days

  Rule: Ageing, statements and work

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: Unapplied cash stands beside the ageing, as it stood
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,250.00 USD on 20 February 2026
      And finance takes the payment off the January invoice of Globex on 10 March 2026
      And time passes to 31 March 2026
      Then the ageing on 15 February 2026 is:
        | customer | not due | 1-30 days | 31-60 days | unapplied |
        | Globex   | 0.00    | 1,100.00  | 0.00       | 0.00      |
      And the ageing on 28 February 2026 is:
        | customer | not due | 1-30 days | 31-60 days | unapplied |
        | Globex   | 0.00    | 0.00      | 0.00       | 150.00    |
      And the ageing on 31 March 2026 is:
        | customer | not due | 1-30 days | 31-60 days | unapplied |
        | Globex   | 0.00    | 0.00      | 1,100.00   | 1,250.00  |
      And finance closes March 2026 without a difference

    Scenario: An invoice grows older on the day after each boundary
      # Due on 31 January, which is not overdue yet; 30, 60 and 90 days later it is 2 March, 1 April and 1 May.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 2 May 2026
      Then the ageing on 31 January 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 1,100.00 | 0.00 | 0.00 | 0.00 | 0.00 |
      And the ageing on 1 February 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 1,100.00 | 0.00 | 0.00 | 0.00 |
      And the ageing on 2 March 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 1,100.00 | 0.00 | 0.00 | 0.00 |
      And the ageing on 3 March 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 0.00 | 1,100.00 | 0.00 | 0.00 |
      And the ageing on 1 April 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 0.00 | 1,100.00 | 0.00 | 0.00 |
      And the ageing on 2 April 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 0.00 | 0.00 | 1,100.00 | 0.00 |
      And the ageing on 1 May 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 0.00 | 0.00 | 1,100.00 | 0.00 |
      And the ageing on 2 May 2026 is:
        | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
        | Globex   | 0.00 | 0.00 | 0.00 | 0.00 | 1,100.00 |

    Scenario: A statement of account
      # 1,100.00 are owed before February. 1,140.00 come, 40.00 of them too much and sent back; 110.00 are credited; March
      # is paid in time: 1,100.00 * 2% = 22.00 are deducted.
      Given 2% may be deducted from invoices paid within 10 days
      And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,140.00 USD on 12 February 2026 for the January invoice
      And finance refunds Globex 40.00 USD of unapplied cash on 16 February 2026
      And finance credits Globex 100.00 USD on the February invoice
      And Globex transfers 1,078.00 USD on 5 March 2026 for the March invoice
      And time passes to 31 March 2026
      Then the statement of Globex from 1 February 2026 to 31 March 2026 is:
        | date             | document              | amount    | balance  |
        | 1 February 2026  | opening               |           | 1,100.00 |
        | 1 February 2026  | February invoice      | 1,100.00  | 2,200.00 |
        | 12 February 2026 | payment               | -1,140.00 | 1,060.00 |
        | 16 February 2026 | goodwill credit memo  | -110.00   | 950.00   |
        | 16 February 2026 | refund                | 40.00     | 990.00   |
        | 1 March 2026     | March invoice         | 1,100.00  | 2,090.00 |
        | 5 March 2026     | payment               | -1,078.00 | 1,012.00 |
        | 5 March 2026     | discount              | -22.00    | 990.00   |
        | 31 March 2026    | closing               |           | 990.00   |
      And Globex owes 990.00 USD
      And the statement of Globex from 1 January 2026 to 31 January 2026 is:
        | date            | document        | reference | amount   | balance  |
        | 1 January 2026  | opening         |           |          | 0.00     |
        | 1 January 2026  | January invoice | NW-000001 | 1,100.00 | 1,100.00 |
        | 31 January 2026 | closing         |           |          | 1,100.00 |
      And finance closes March 2026 without a difference

    Scenario: Applying and un-applying changes nothing on a statement
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When 1,100.00 USD arrives from an unknown payer on 5 January 2026
      And finance finds out on 7 January 2026 that Globex sent the 1,100.00 USD
      And finance takes the payment off the January invoice of Globex on 9 January 2026
      And the unapplied cash of Globex is applied to the January invoice on 10 January 2026
      And time passes to 31 January 2026
      Then the statement of Globex from 1 January 2026 to 31 January 2026 is:
        | date            | document        | amount    | balance  |
        | 1 January 2026  | opening         |           | 0.00     |
        | 1 January 2026  | January invoice | 1,100.00  | 1,100.00 |
        | 7 January 2026  | identification  | -1,100.00 | 0.00     |
        | 31 January 2026 | closing         |           | 0.00     |

    Scenario: The day's work, by role
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When Initech disputes 55.00 USD of the January invoice on 10 January 2026 because "wrong price"
      And Umbrella transfers 70.00 USD on 10 February 2026
      And 80.00 USD arrives from an unknown payer on 11 February 2026
      And time passes to 10 June 2026
      Then the collections work list on 20 February 2026 is:
        | role             | customer | invoice         | why               | amount   | next step                                        |
        | Collector        | Globex   | January invoice | 20 days overdue   | 1,100.00 | call: Second reminder was sent on 14 February 2026 |
        | Collector        | Initech  | January invoice | 20 days overdue   | 495.00   | call: Second reminder was sent on 14 February 2026 |
        | Account manager  | Initech  | January invoice | wrong price       | 55.00    | settle the dispute                               |
        | Cash application | Umbrella |                 | unapplied cash    | 70.00    | apply or refund                                  |
        | Cash application |          |                 | unidentified cash | 80.00    | find the payer                                   |
      And the collections work list on 3 February 2026 is:
        | role            | customer | invoice         | why            | amount   | next step          |
        | Collector       | Globex   | January invoice | 3 days overdue | 1,100.00 | remind             |
        | Collector       | Initech  | January invoice | 3 days overdue | 495.00   | remind             |
        | Account manager | Initech  | January invoice | wrong price    | 55.00    | settle the dispute |
      # 31 January to 10 June: 28 + 31 + 30 + 31 + 10 = 130 days.
      And the collections work list on 10 June 2026 is:
        | role             | customer | invoice         | why               | amount   | next step                           |
        | Credit manager   | Globex   | January invoice | 130 days overdue  | 1,100.00 | write off or hand over to a lawyer  |
        | Credit manager   | Initech  | January invoice | 130 days overdue  | 495.00   | write off or hand over to a lawyer  |
        | Account manager  | Initech  | January invoice | wrong price       | 55.00    | settle the dispute                  |
        | Cash application | Umbrella |                 | unapplied cash    | 70.00    | apply or refund                     |
        | Cash application |          |                 | unidentified cash | 80.00    | find the payer                      |

  Rule: The gateway's own report

    Background:
      Given the company "Northwind SaaS"
      And the gateway keeps 2.9% and 0.30 USD of every payment

    Scenario: Collected, paid out net of fees, and nothing left
      # 1,100.00 * 2.9% + 0.30 = 32.20; 1,100.00 - 32.20 = 1,067.80 reach the bank.
      Given Globex pays every invoice when it is due
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then the gateway's report of January 2026 is:
        | date            | document | customer | amount   |
        | 31 January 2026 | payment  | Globex   | 1,100.00 |
      And the gateway held 1,100.00 USD on 31 January 2026
      When the gateway pays out on 3 February 2026
      Then the gateway's report of February 2026 is:
        | date            | document | amount    |
        | 3 February 2026 | payout   | -1,100.00 |
      And the gateway has paid out:
        | date            | gross    | fee   | net      |
        | 3 February 2026 | 1,100.00 | 32.20 | 1,067.80 |
      And the gateway held 0.00 USD on 3 February 2026
      And the gateway held 1,100.00 USD on 2 February 2026
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                      | amount |
        | Gateway clearing, closing | 0.00   |
