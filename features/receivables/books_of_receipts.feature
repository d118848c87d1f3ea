@receivables @payments-and-refunds @conventions @wave-3 @req:Q2C-363
Feature: What each receipt and refund writes into the books, and nothing else
  The whole journal of the days on which money comes, is kept, is moved or goes back, under each convention.

  # 100 * 10.00 = 1,000.00 and 10%: 1,100.00, due on 31 January. All of it is earned in January.
  Background:
    Given the company "Northwind SaaS"

  Scenario Outline: <paid> of 1,100.00 come by transfer
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers <paid> USD on 3 February 2026
    Then Globex owes <open> USD
    And Globex has unapplied cash of 0.00 USD
    And nothing else is invoiced since 2 January 2026
    And nothing else is credited
    And the journal of February 2026 is:
      | date            | source  | account     | debit  | credit |
      | 3 February 2026 | payment | Cash        | <paid> |        |
      | 3 February 2026 | payment | Receivables |        | <paid> |
    And finance closes February 2026 without a difference

    Examples:
      | paid     | open     |
      | 1,100.00 | 0.00     |
      | 1,099.99 | 0.01     |
      | 400.00   | 700.00   |
      | 0.01     | 1,099.99 |

  Scenario Outline: <paid> come for 1,100.00: <kept as>
    Given these conventions:
      | question                | answer    |
      | money that pays nothing | <kept as> |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers <paid> USD on 3 February 2026
    Then Globex owes nothing
    And the journal of February 2026 is:
      | date            | source  | account     | debit  | credit   |
      | 3 February 2026 | payment | Cash        | <paid> |          |
      | 3 February 2026 | payment | Receivables |        | 1,100.00 |
      | 3 February 2026 | payment | <account>   |        | <over>   |
    And finance closes February 2026 without a difference

    Examples:
      | paid     | over   | kept as         | account          |
      | 1,100.01 | 0.01   | unapplied cash  | Unapplied cash   |
      | 1,250.00 | 150.00 | unapplied cash  | Unapplied cash   |
      | 1,250.00 | 150.00 | customer credit | Customer credits |

  Scenario Outline: 5.00 short of 1,100.00, within tolerance: <answer>
    Given these conventions:
      | question                       | answer   |
      | short payment within tolerance | <answer> |
    And payments may be up to 5.00 USD short
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,095.00 USD on 3 February 2026
    Then Globex owes nothing
    And the journal of February 2026 is:
      | date            | source   | account     | debit    | credit   |
      | 3 February 2026 | payment  | Cash        | 1,095.00 |          |
      | 3 February 2026 | payment  | Receivables |          | 1,095.00 |
      | 3 February 2026 | <answer> | <account>   | 5.00     |          |
      | 3 February 2026 | <answer> | Receivables |          | 5.00     |
    And nothing else is credited
    And finance closes February 2026 without a difference

    Examples:
      | answer           | account             |
      | small difference | Small differences   |
      | credit loss      | Credit loss expense |
      | concession       | Concessions         |

  Scenario Outline: <what>: what is missing stays open
    Given these conventions:
      | question                       | answer   |
      | short payment within tolerance | <answer> |
    And payments may be up to 5.00 USD short
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers <paid> USD on 3 February 2026
    Then Globex owes <open> USD
    And the journal of February 2026 is:
      | date            | source  | account     | debit  | credit |
      | 3 February 2026 | payment | Cash        | <paid> |        |
      | 3 February 2026 | payment | Receivables |        | <paid> |
    And finance closes February 2026 without a difference

    Examples:
      | what                      | answer           | paid     | open |
      | A cent above tolerance    | small difference | 1,094.99 | 5.01 |
      | Nothing is ever tolerated | left open        | 1,095.00 | 5.00 |

  Scenario Outline: 2% within 10 days, <paid> on 11 January: <answer>
    Given these conventions:
      | question               | answer   |
      | early-payment discount | <answer> |
    And 2% may be deducted from invoices paid within 10 days
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers <paid> USD on 11 January 2026
    Then Globex owes nothing
    And the journal from 2 January 2026 to 30 January 2026 is:
      | date            | source   | account     | debit      | credit     |
      | 11 January 2026 | payment  | Cash        | <paid>     |            |
      | 11 January 2026 | payment  | Receivables |            | <paid>     |
      | 11 January 2026 | discount | Concessions | <deducted> |            |
      | 11 January 2026 | discount | Receivables |            | <deducted> |
    And finance closes January 2026 without a difference

    Examples:
      | answer                        | paid     | deducted |
      | of the total, tax stays       | 1,078.00 | 22.00    |
      | of the net amount, tax stays  | 1,080.00 | 20.00    |

  Scenario: 2% within 10 days and its tax with it; a day later nothing
    # 22.00 of 1,100.00 hold 2.00 of tax. On 12 January 1,078.00 leave 22.00 open.
    Given these conventions:
      | question               | answer                    |
      | early-payment discount | of the total, tax with it |
    And 2% may be deducted from invoices paid within 10 days
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,078.00 USD on 11 January 2026
    And Initech transfers 1,078.00 USD on 12 January 2026
    Then Globex owes nothing
    And Initech owes 22.00 USD
    And the journal from 2 January 2026 to 30 January 2026 is:
      | date            | source   | account           | debit    | credit   |
      | 11 January 2026 | payment  | Cash              | 1,078.00 |          |
      | 11 January 2026 | payment  | Receivables       |          | 1,078.00 |
      | 11 January 2026 | discount | Concessions       | 20.00    |          |
      | 11 January 2026 | discount | Sales tax payable | 2.00     |          |
      | 11 January 2026 | discount | Receivables       |          | 22.00    |
      | 12 January 2026 | payment  | Cash              | 1,078.00 |          |
      | 12 January 2026 | payment  | Receivables       |          | 1,078.00 |
    And finance closes January 2026 without a difference

  Scenario Outline: <back> of 150.00 paid too much goes back
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,250.00 USD on 31 January 2026
    And finance refunds Globex <back> USD of unapplied cash on 3 February 2026 to the bank transfer
    And time passes to 28 February 2026
    Then Globex has unapplied cash of <left> USD
    And the journal of February 2026 is:
      | date            | source         | account        | debit  | credit |
      | 3 February 2026 | refund         | Unapplied cash | <back> |        |
      | 3 February 2026 | refund         | Refund payable |        | <back> |
      | 3 February 2026 | refund payment | Refund payable | <back> |        |
      | 3 February 2026 | refund payment | Cash           |        | <back> |
    And nothing else is credited
    And finance closes February 2026 without a difference

    Examples:
      | back   | left   |
      | 150.00 | 0.00   |
      | 149.99 | 0.01   |
      | 0.01   | 149.99 |

  Scenario: What was paid is credited, and goes back with its tax
    # 200.00 and 20.00 of tax of a month that is earned and paid.
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 1,100.00 USD on 31 January 2026
    And time passes to 3 February 2026
    And finance credits Globex 200.00 USD on the January invoice
    And finance refunds Globex 220.00 USD of credit on 4 February 2026 to the bank transfer
    Then Globex owes nothing
    And Globex has a credit of 0.00 USD
    And the journal of February 2026 is:
      | date            | source         | account           | debit  | credit |
      | 3 February 2026 | credit memo    | Revenue           | 200.00 |        |
      | 3 February 2026 | credit memo    | Sales tax payable | 20.00  |        |
      | 3 February 2026 | credit memo    | Customer credits  |        | 220.00 |
      | 4 February 2026 | refund         | Customer credits  | 220.00 |        |
      | 4 February 2026 | refund         | Refund payable    |        | 220.00 |
      | 4 February 2026 | refund payment | Refund payable    | 220.00 |        |
      | 4 February 2026 | refund payment | Cash              |        | 220.00 |
    And finance closes February 2026 without a difference

  Scenario: Taken off, and applied again in part
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 500.00 USD on 31 January 2026
    And finance takes the payment off the January invoice of Globex on 3 February 2026
    And 300.00 USD of the unapplied cash of Globex is applied to the January invoice on 5 February 2026
    Then Globex owes 800.00 USD
    And Globex has unapplied cash of 200.00 USD
    And the journal of February 2026 is:
      | date            | source           | account        | debit  | credit |
      | 3 February 2026 | payment reversal | Receivables    | 500.00 |        |
      | 3 February 2026 | payment reversal | Unapplied cash |        | 500.00 |
      | 5 February 2026 | payment          | Unapplied cash | 300.00 |        |
      | 5 February 2026 | payment          | Receivables    |        | 300.00 |
    And finance closes February 2026 without a difference
    When 200.01 USD of the unapplied cash of Globex is applied to the January invoice on 6 February 2026
    Then it is refused because "200.00 USD"
