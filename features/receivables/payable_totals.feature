@receivables @tax @conventions @req:Q2C-264
Feature: What becomes of a rounded total
  A total that is rounded to what can be paid is what the customer owes, in parts, in dispute, lost or in another currency. Rounding
  never leaves a cent behind.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 111.11 and 10% = 11.11: 122.22, to 122.20. Thirds of 122.20 are 40.733: 40.75 twice, and the rest, 40.70.
  Scenario: In installments that can be paid
    Given invoice totals are rounded to 0.05 USD
    And Pied Piper is to pay in these parts:
      | due            | part |
      | on receipt     |      |
      | within 20 days |      |
      | within 30 days |      |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 111.11          |
    When time passes to 31 March 2026
    Then the March invoice of Pied Piper is due in these parts:
      | due           | amount |
      | 1 March 2026  | 40.75  |
      | 21 March 2026 | 40.75  |
      | 31 March 2026 | 40.70  |
    And Pied Piper owes 122.20 USD
    And finance closes March 2026 without a difference

  # 99.98 rounded to 100.00. All that is open is contested and given: 100.00, and nothing stays.
  Scenario: A dispute of all of it that is accepted
    Given invoice totals are rounded to 1.00 USD
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 99.98           |
    When Pied Piper disputes the March invoice on 10 March 2026 because "not as agreed"
    And the dispute of Pied Piper is accepted on 12 March 2026
    Then Pied Piper sees on the last credit memo:
      | what     | reads      |
      | net      | 99.98 USD  |
      | rounding | 0.02 USD   |
      | total    | 100.00 USD |
    And Pied Piper owes 0.00 USD
    And finance closes March 2026 without a difference

  # 40.00 of 100.00 are given: 39.95 at 10% would be 43.94. The credit is of 36.36 and 3.64 of tax, 40.00, and needs no rounding;
  # 33.33 would be asked for as 33.35.
  Scenario Outline: A dispute that is settled with <given>
    Given invoice totals are rounded to 0.05 USD
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100.01          |
    When Pied Piper disputes the March invoice on 10 March 2026 because "not as agreed"
    And the dispute of Pied Piper is settled on 12 March 2026 with a credit of <given> USD
    Then Pied Piper sees on the last credit memo:
      | what     | reads          |
      | rounding | <rounding>     |
      | total    | <credited> USD |
    And Pied Piper owes <left> USD
    And finance closes March 2026 without a difference

    # 100.01 and 10.00: 110.01, asked for as 110.00.
    Examples:
      | given  | rounding  | credited | left  |
      | 40.00  | -         | 40.00    | 70.00 |
      | 33.33  | 0.02 USD  | 33.35    | 76.65 |
      | 110.00 | -0.01 USD | 110.00   | 0.00  |

  # 100.01 and 10.00 of tax: 110.00 asked for and lost; the tax comes back as it was charged.
  Scenario: Given up, with the tax
    Given invoice totals are rounded to 0.05 USD
    And these conventions:
      | question                | answer       |
      | tax relief on write-off | at write-off |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 10, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100.01          |
    When time passes to 20 March 2026
    And finance writes off the March invoice of Pied Piper on 20 March 2026
    Then the ledger shows on 20 March 2026:
      | account           | debit  | credit |
      | Receivables       | 0.00   |        |
      | Sales tax payable |        | 0.00   |
      | Loss allowance    | 100.00 |        |
    And Pied Piper owes 0.00 USD
    And finance closes March 2026 without a difference

  # 100.01 and 10.00, asked for as 110.00. Half of it is paid: half the tax is due.
  Scenario: Tax that is due when paid follows what is asked for
    Given invoice totals are rounded to 0.05 USD
    And these conventions:
      | question | answer    |
      | tax due  | when paid |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100.01          |
    When Pied Piper transfers 55.00 USD on 20 March 2026
    Then the tax due and not yet due on 20 March 2026 is:
      | tax     | charged | due  | not yet due |
      | tax 10% | 10.00   | 5.00 | 5.00        |
    When finance credits Pied Piper 100.01 USD on the March invoice
    Then the tax due and not yet due on 20 March 2026 is:
      | tax     | charged | due  | not yet due |
      | tax 10% | 0.00    | 0.00 | 0.00        |
    And finance closes March 2026 without a difference

  # Apart, as they are signed, 10.01 and 10.02 are asked for as 10.00 each. On one invoice they are 20.03, rounded once: 20.05.
  Scenario: One invoice for several contracts is rounded once
    Given invoice totals are rounded to 0.05 USD
    And these conventions:
      | question          | answer           |
      | invoices of a day | one per customer |
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.01           |
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product         | quantity | price per month |
      | Premium support | 1        | 10.02           |
    When time passes to 30 April 2026
    Then Pied Piper sees on the last invoice:
      | what     | reads     |
      | net      | 20.03 USD |
      | rounding | 0.02 USD  |
      | total    | 20.05 USD |
    And Pied Piper owes 40.05 USD
    And finance closes April 2026 without a difference

  # 19.97 CHF asked for as 19.95: at 1.10 the 0.02 are 0.022 of expense, 0.02.
  Scenario: In a foreign currency
    Given invoice totals are rounded to 0.05 CHF
    And these exchange rates:
      | date         | from | to  | rate | kind |
      | 1 March 2026 | CHF  | USD | 1.10 | spot |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 19.97 CHF       |
    When Pied Piper transfers 19.95 CHF on 20 March 2026
    Then Pied Piper owes 0.00 CHF
    When time passes to 31 March 2026
    Then the ledger shows on 31 March 2026:
      | account              | debit | document debit |
      | Rounding differences | 0.02  | 0.02 CHF       |
    And finance closes March 2026 without a difference

  # The first invoice, of 33.33, is asked for as 33.35; the second never reaches the ledger.
  Scenario: An invoice that is lost on its way to the ledger is missed with its rounding
    Given invoice totals are rounded to 0.05 USD
    And the integration loses the second event "invoice posted"
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 33.33           |
    When time passes to 30 April 2026
    Then finance cannot close April 2026, among other reasons because:
      | reconciliation       | billing | ledger | difference | explained by             |
      | Rounding differences | -0.04   | -0.02  | -0.02      | April invoice not posted |

  # 12.34 to 12.35, 12.34 held back until 4 March as a draft.
  Scenario: A draft shows what will be asked for
    Given invoice totals are rounded to 0.05 USD
    And invoices are drafts for 3 days before they are issued
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 12.34           |
    Then the drafts of Pied Piper are:
      | issued on    | net   |
      | 4 March 2026 | 12.34 |
    When time passes to 31 March 2026
    Then Pied Piper owes 12.35 USD
    And finance closes March 2026 without a difference
