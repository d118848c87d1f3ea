@receivables @revenue @wave-3 @req:Q2C-066
Feature: Expected losses of what is earned and not billed yet
  A customer may fail before the invoice is written. Receivables that wait for nothing but time, and contract assets, can bear the
  loss that is expected of what is not yet due (IFRS 15.107 and 108, IFRS 9.5.5.15; ASC 606-10-45-3 and 326-20-30).

  # 1% of what is not due, 5% of what is overdue. 100 * 10.00 = 1,000.00 a month, billed after three.
  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                                  | answer                      |
      | expected losses of what is not billed yet | as what is not yet due      |
      | revenue schedule                          | service period of each line |
      | revenue spread                            | by month                    |
      | proration                                 | months                      |
    And these expected losses:
      | days overdue | expected loss |
      | 0            | 1%            |
      | 1            | 5%            |

  Scenario: It rises as service is given, goes over to the invoice, and rises when that is overdue
    # 10.00, 20.00, 30.00. The invoice of 1 April holds 10% tax: 3,300.00 and 33.00; and 1% of April's 1,000.00. It is due on
    # 1 May: at the end of May 5% of 3,300.00 = 165.00, and 1% of 2,000.00.
    Given "Globex" signed on 1 January 2026 for 6 months, billed quarterly in arrears, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 May 2026
    Then the journal of January 2026 is:
      | date            | source    | account             | debit    | credit   |
      | 31 January 2026 | revenue   | Unbilled receivable | 1,000.00 |          |
      | 31 January 2026 | revenue   | Revenue             |          | 1,000.00 |
      | 31 January 2026 | allowance | Credit loss expense | 10.00    |          |
      | 31 January 2026 | allowance | Loss allowance      |          | 10.00    |
    And the journal of April 2026 is:
      | date          | source        | account             | debit    | credit   |
      | 1 April 2026  | April invoice | Receivables         | 3,300.00 |          |
      | 1 April 2026  | April invoice | Unbilled receivable |          | 3,000.00 |
      | 1 April 2026  | April invoice | Sales tax payable   |          | 300.00   |
      | 30 April 2026 | revenue       | Unbilled receivable | 1,000.00 |          |
      | 30 April 2026 | revenue       | Revenue             |          | 1,000.00 |
      | 30 April 2026 | allowance     | Credit loss expense | 13.00    |          |
      | 30 April 2026 | allowance     | Loss allowance      |          | 13.00    |
    And the ledger shows on 31 May 2026 exactly:
      | account             | debit          | credit         |
      | Receivables         | 3,300.00       |                |
      | Unbilled receivable | 2,000.00       |                |
      | Loss allowance      |                | 165.00 + 20.00 |
      | Sales tax payable   |                | 300.00         |
      | Revenue             |                | 5,000.00       |
      | Credit loss expense | 165.00 + 20.00 |                |
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference
    And finance closes March 2026 without a difference
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line                    | amount |
      | Loss allowance, opening | 30.00  |
      | Loss allowance, closing | 43.00  |
    And finance closes May 2026 without a difference
    And the May 2026 tie-outs are:
      | tie-out | currency | one side | other side | result |
      | T7      | USD      | 185.00   | 185.00     | agrees |

  Scenario Outline: <answer>, standing as <name>
    Given these conventions:
      | question                                  | answer    |
      | expected losses of what is not billed yet | <answer>  |
      | earned ahead of billing                   | <account> |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then the ledger shows on 28 February 2026 exactly:
      | account             | debit    | credit   |
      | <name>              | 2,000.00 |          |
      | Loss allowance      |          | <loss>   |
      | Revenue             |          | 2,000.00 |
      | Credit loss expense | <loss>   |          |
    And finance closes February 2026 without a difference

    Examples:
      | answer                 | account             | name                | loss  |
      | none                   | unbilled receivable | Unbilled receivable | 0.00  |
      | none                   | contract asset      | Contract asset      | 0.00  |
      | as what is not yet due | unbilled receivable | Unbilled receivable | 20.00 |
      | as what is not yet due | contract asset      | Contract asset      | 20.00 |

  Scenario: Customers of their own kind, each bucket rounded once
    # Umbrella: 40% of 333.30 = 133.32. Everybody: 1% of (33.30 + 33.30) = 0.666, together 0.67. Billed ahead, Soylent has nothing unbilled:
    # its invoice of 1,000.00 is not due, and is in the same bucket: 1% of 1,066.60 = 10.666, 10.67.
    Given these expected losses:
      | customer | days overdue | expected loss |
      |          | 0            | 1%            |
      | Umbrella | 0            | 40%           |
    And "Umbrella" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 333.30 USD      |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 33.30 USD       |
    And "Initech" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 33.30 USD       |
    And "Soylent" signed on 5 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 1,000.00 USD    |
    When time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account        | credit         |
      | Loss allowance | 133.32 + 10.67 |
    And finance closes January 2026 without a difference

  Scenario: A rate of nothing before the first day overdue leaves what is not billed alone
    Given these expected losses:
      | days overdue | expected loss |
      | 1            | 5%            |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then the ledger shows on 28 February 2026 exactly:
      | account             | debit    | credit   |
      | Unbilled receivable | 2,000.00 |          |
      | Revenue             |          | 2,000.00 |
    And finance closes February 2026 without a difference

  Scenario: Seats given back for months already closed take their part of the allowance along
    # 100 seats in January, 1,000.00 and 10.00. On 10 February 40 seats go as of 1 January: at the end of February 2 * 600.00 are
    # earned, 12.00 are expected to be lost. The closed month keeps its figures.
    Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 January 2026
    Then finance closes January 2026 without a difference
    When time passes to 10 February 2026
    And Globex removes 40 "Platform seat" from 1 January 2026
    And time passes to 28 February 2026
    Then the ledger shows on 31 January 2026:
      | account        | credit |
      | Loss allowance | 10.00  |
    And the ledger shows on 28 February 2026 exactly:
      | account             | debit    | credit   |
      | Unbilled receivable | 1,200.00 |          |
      | Loss allowance      |          | 12.00    |
      | Revenue             |          | 1,200.00 |
      | Credit loss expense | 12.00    |          |
    And finance closes February 2026 without a difference

  Scenario: Books beside the first may leave it out
    Given books are also kept under "Local GAAP", with these conventions:
      | question                                  | answer |
      | expected losses of what is not billed yet | none   |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account        | credit |
      | Loss allowance | 10.00  |
    And finance closes January 2026 without a difference
    When finance turns to the books under "Local GAAP"
    Then the ledger shows on 31 January 2026:
      | account        | credit |
      | Loss allowance |        |
    And the January 2026 tie-outs are:
      | tie-out | currency | one side | other side | result |
      | T7      | USD      | 0.00     | 0.00       | agrees |

  Scenario: A chart that puts the allowance on another account is found by the matrix
    # 1% of 1,000.00; what was provided stands with provisions.
    Given these posting rules hold:
      | event              | amount   | debit               | credit     |
      | allowance adjusted | provided | Credit loss expense | Provisions |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 January 2026
    Then finance cannot close January 2026, among other reasons because:
      | reconciliation | matrix | ledger | difference |
      | Loss allowance | 10.00  | 0.00   | 10.00      |
