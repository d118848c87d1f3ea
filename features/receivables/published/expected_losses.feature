@receivables @write-off @wave-3 @req:Q2C-066
Feature: Expected losses as published
  A matrix of rates by how late receivables are (IFRS 9.B5.5.35, ASC 326-20-55-37), with the figures of the standard and of textbooks.

  # Net 30: on 30 June the invoice of 1 June is not due, that of 11 May is 20 days late, 16 April 45, 17 March 75, 30 January 121 days.
  Scenario Outline: <source>
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these expected losses:
      | days overdue | expected loss |
      | 0            | <rate a>      |
      | <second>     | <rate b>      |
      | <third>      | <rate c>      |
      | <fourth>     | <rate d>      |
      | 91           | <rate e>      |
    And "Acme" signed on 30 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <e> USD         |
    And "Soylent" signed on 17 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <d> USD         |
    And "Umbrella" signed on 16 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <c> USD         |
    And "Initech" signed on 11 May 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <b> USD         |
    And "Globex" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <a> USD         |
    When time passes to 30 June 2026
    Then the ageing on 30 June 2026 is:
      | customer | not due | 1-30 days | 31-60 days | 61-90 days | over 90 days |
      | Globex   | <a>     | 0.00      | 0.00       | 0.00       | 0.00         |
      | Initech  | 0.00    | <b>       | 0.00       | 0.00       | 0.00         |
      | Umbrella | 0.00    | 0.00      | <c>        | 0.00       | 0.00         |
      | Soylent  | 0.00    | 0.00      | 0.00       | <d>        | 0.00         |
      | Acme     | 0.00    | 0.00      | 0.00       | 0.00       | <e>          |
    And the ledger shows on 30 June 2026 exactly:
      | account             | debit                                             | credit                                            |
      | Receivables         | <a> + <b> + <c> + <d> + <e>                       |                                                   |
      | Loss allowance      |                                                   | <expected>                                        |
      | Revenue             |                                                   | <a> + <b> + <c> + <d> + <e>                       |
      | Credit loss expense | <expected>                                        |                                                   |
    And finance closes June 2026 without a difference

    Examples:
      | source                                    | a             | rate a | b            | second | rate b | c            | third | rate c | d            | fourth | rate d | e            | rate e | expected   |
      # 45,000 + 120,000 + 144,000 + 165,000 + 106,000.
      | IFRS 9, illustrative example 12           | 15,000,000.00 | 0.3%   | 7,500,000.00 | 1      | 1.6%   | 4,000,000.00 | 31    | 3.6%   | 2,500,000.00 | 61     | 6.6%   | 1,000,000.00 | 10.6%  | 580,000.00 |
      # 6,000 + 5,600 + 5,217 + 5,750 + 5,000: the third rate is 2,000 of 23,000 that were ever so late, 8.695%.
      | IFRS community, rates from history        | 300,000.00    | 2%     | 140,000.00   | 1      | 4%     | 60,000.00    | 31    | 8.695% | 23,000.00    | 61     | 25%    | 5,000.00     | 100%   | 27,567.00  |
      # 540 + 228 + 300 + 400 + 760.
      | Weygandt, ageing of a textbook            | 27,000.00     | 2%     | 5,700.00     | 1      | 4%     | 3,000.00     | 31    | 10%    | 2,000.00     | 61     | 20%    | 1,900.00     | 40%    | 2,228.00   |
      # 345,000 under 60 days at 4%, 40,000 at 15%, 18,000 at 20%, 57,000 at 25%: 13,800 + 6,000 + 3,600 + 14,250.
      | Kieso, ageing of a textbook               | 300,000.00    | 4%     | 45,000.00    | 1      | 4%     | 40,000.00    | 31    | 15%    | 18,000.00    | 61     | 20%    | 57,000.00    | 25%    | 37,650.00  |

  Rule: Customers of their own kind (IFRS 9.B5.5.5 and B5.5.35: groups by risk, and what is looked at by itself)

    # Everybody: 1% of what is not due, 5% of what is overdue. Initech, a public body: nothing. Umbrella, in difficulties: 40%, and
    # 75% from the 31st day. Net 30 of 1 January, and of 1 February.
    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And these expected losses:
        | customer | days overdue | expected loss |
        |          | 0            | 1%            |
        |          | 1            | 5%            |
        | Initech  | 0            | 0%            |
        | Umbrella | 0            | 40%           |
        | Umbrella | 31           | 75%           |

    Scenario: Month by month
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 2,000.00 USD    |
      And "Umbrella" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 400.00 USD      |
      When time passes to 31 March 2026
      # January: 10.00, 0.00 and 160.00. February, 28 days overdue: 50.00 and 160.00. March, 59 days: 50.00 and 300.00.
      Then the ledger shows on 31 January 2026:
        | account        | credit          |
        | Loss allowance | 10.00 + 160.00  |
      And the ledger shows on 28 February 2026:
        | account        | credit          |
        | Loss allowance | 50.00 + 160.00  |
      And the ledger shows on 31 March 2026:
        | account             | debit          | credit         |
        | Loss allowance      |                | 50.00 + 300.00 |
        | Credit loss expense | 50.00 + 300.00 |                |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario: What is overdue counts as lost, whoever owes it
      Given these conventions:
        | question        | answer                    |
        | overdue invoice | full loss at the due date |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 2,000.00 USD    |
      And "Umbrella" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 400.00 USD      |
      When Initech transfers 1,500.00 USD on 10 February 2026
      And time passes to 28 February 2026
      Then the ledger shows on 31 January 2026:
        | account        | credit          |
        | Loss allowance | 10.00 + 160.00  |
      And the ledger shows on 28 February 2026:
        | account        | credit                     |
        | Loss allowance | 1,000.00 + 500.00 + 400.00 |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
