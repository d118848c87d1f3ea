@revenue @spreading @wave-3 @req:Q2C-039
Feature: Revenue by invoice line, as subscription billing systems publish it
  Stripe's Revenue Recognition takes each invoice line as an obligation of its own, spread by day over its service period. Its
  examples, account by account.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revenue spread   | by day                      |
    And these products are sold:
      | product | charged | price               |
      | Basic   | flat    | 90.00 USD per month |
      | Pro     | flat    | 120.00 USD per month |
      | Quarter | flat    | 90.00 USD per quarter |
      | Once    | flat    | 90.00 USD once      |

  Scenario: A year of 365.00, a dollar a day
    Given these products are sold:
      | product | charged | price               |
      | Annual  | flat    | 365.00 USD per year |
    And "Globex" signed on 1 January 2019 for 1 year, billed yearly in advance, net 30, no tax:
      | product |
      | Annual  |
    When Globex transfers 365.00 USD on 1 January 2019
    And time passes to 31 March 2019
    Then the revenue of Globex is:
      | month         | amount |
      | January 2019  | 31.00  |
      | February 2019 | 28.00  |
      | March 2019    | 31.00  |
    And the ledger shows on 31 March 2019 exactly:
      | account            | debit  | credit |
      | Cash               | 365.00 |        |
      | Contract liability |        | 275.00 |
      | Revenue            |        | 90.00  |

  Scenario: An upgrade with ten days left: the unused old price against the new one
    # 90.00 * 20/30 = 60.00 served, 30.00 credited; 120.00 * 10/30 = 40.00 charged: April earns 100.00.
    Given "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Basic   |
    When Globex replaces "Basic" with 1 "Pro" from 21 April 2026
    And time passes to 30 April 2026
    Then the journal of April 2026 is:
      | date          | source         | account            | debit  | credit |
      | 1 April 2026  | April invoice  | Receivables        | 90.00  |        |
      | 1 April 2026  | April invoice  | Contract liability |        | 90.00  |
      | 21 April 2026 | credit memo    | Contract liability | 30.00  |        |
      | 21 April 2026 | credit memo    | Receivables        |        | 30.00  |
      | 21 April 2026 | upsell invoice | Receivables        | 40.00  |        |
      | 21 April 2026 | upsell invoice | Contract liability |        | 40.00  |
      | 30 April 2026 | revenue        | Contract liability | 100.00 |        |
      | 30 April 2026 | revenue        | Revenue            |        | 100.00 |
    And finance closes April 2026 without a difference

  Scenario: A quarter is refunded on 1 February: what was earned is given back too
    # 31.00 of 90.00 were earned.
    Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 0, no tax:
      | product |
      | Quarter |
    When Globex transfers 90.00 USD on 1 January 2026
    And time passes to 1 February 2026
    And finance credits Globex 90.00 USD on the January invoice
    And finance refunds Globex 90.00 USD of credit on 1 February 2026 to the bank transfer
    And time passes to 28 February 2026
    Then the ledger shows on 28 February 2026 exactly:
      | account     | debit | credit |
    And the revenue of Globex is:
      | month         | amount |
      | January 2026  | 31.00  |
      | February 2026 | -31.00 |

  Scenario: A one-off payment of January is refunded in February
    Given these products are sold:
      | product | charged | price          | revenue |
      | Poster  | flat    | 90.00 USD once | at once |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 0, no tax:
      | product |
      | Poster  |
    When Globex transfers 90.00 USD on 1 January 2026
    And time passes to 1 February 2026
    And finance gives Globex 90.00 USD back on the January invoice on 1 February 2026
    And time passes to 28 February 2026
    Then the journal of February 2026 is:
      | date             | source      | account          | debit | credit |
      | 1 February 2026  | credit memo | Refund liability | 90.00 |        |
      | 1 February 2026  | credit memo | Customer credits |       | 90.00  |
      | 28 February 2026 | revenue     | Revenue          | 90.00 |        |
      | 28 February 2026 | revenue     | Refund liability |       | 90.00  |

  Scenario: A quarter is voided after a month
    Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
      | product |
      | Quarter |
    When time passes to 1 February 2026
    And finance voids the January invoice of Globex
    And time passes to 28 February 2026
    Then the ledger shows on 28 February 2026 exactly:
      | account     | debit | credit |

  Scenario: A quarter that proves uncollectible on 1 March
    # 59.00 of 90.00 are earned: 31 and 28 days.
    Given these conventions:
      | question  | answer |
      | write-off | direct |
    And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
      | product |
      | Quarter |
    When finance writes off the January invoice of Globex on 1 March 2026
    And time passes to 31 March 2026
    Then the ledger shows on 31 March 2026 exactly:
      | account             | debit | credit |
      | Revenue             |       | 90.00  |
      | Credit loss expense | 90.00 |        |

  Scenario: A customer's balance pays a part of the invoice
    # 31.00, of which 11.00 are the customer's balance and 20.00 are paid on 9 February.
    Given these conventions:
      | question                | answer                      |
      | money that pays nothing | customer credit             |
      | customer credit         | applied to the next invoice |
    When Globex transfers 11.00 USD on 10 January 2026
    And Globex signed on 15 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | price per month |
      | Basic   | 31.00           |
    And Globex transfers 20.00 USD on 9 February 2026
    And time passes to 28 February 2026
    Then the journal from 11 January 2026 to 28 February 2026 is:
      | date             | source          | account            | debit | credit |
      | 15 January 2026  | January invoice | Receivables        | 31.00 |        |
      | 15 January 2026  | January invoice | Contract liability |       | 31.00  |
      | 15 January 2026  | customer credit | Customer credits   | 11.00 |        |
      | 15 January 2026  | customer credit | Receivables        |       | 11.00  |
      | 31 January 2026  | revenue         | Contract liability | 17.00 |        |
      | 31 January 2026  | revenue         | Revenue            |       | 17.00  |
      | 9 February 2026  | payment         | Cash               | 20.00 |        |
      | 9 February 2026  | payment         | Receivables        |       | 20.00  |
      | 28 February 2026 | revenue         | Contract liability | 14.00 |        |
      | 28 February 2026 | revenue         | Revenue            |       | 14.00  |
    And Globex owes nothing

  Scenario: A credit note before the payment is a discount of the whole quarter
    # 120.00 less 30.00 over 90 days: 31.00, 28.00 and 31.00.
    Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
      | product | price per quarter |
      | Quarter | 120.00            |
    When finance credits Globex 30.00 USD on the January invoice
    And Globex transfers 90.00 USD on 10 February 2026
    And time passes to 31 March 2026
    Then the revenue of Globex is:
      | month         | amount |
      | January 2026  | 31.00  |
      | February 2026 | 28.00  |
      | March 2026    | 31.00  |

  Scenario Outline: Four months of 120.00 from 15 June, <spread>
    # 15 June to 13 October are 121 days with their last one cut off: 16, 31, 31, 30 and 12 of 120.
    Given these conventions:
      | question       | answer   |
      | revenue spread | <spread> |
    And "Globex" signed on 15 June 2026 for 4 months, billed every 4 months in advance, net 30, no tax:
      | product | price  | to              |
      | Once    | 120.00 | 12 October 2026 |
    When time passes to 31 October 2026
    Then the revenue of Globex is:
      | month          | amount |
      | June 2026      | <jun>  |
      | July 2026      | <jul>  |
      | August 2026    | <aug>  |
      | September 2026 | <sep>  |
      | October 2026   | <oct>  |

    Examples:
      | spread        | jun   | jul   | aug   | sep   | oct   |
      | by day        | 16.00 | 31.00 | 31.00 | 30.00 | 12.00 |

  Scenario: The same, evenly by month
    Given these conventions:
      | question       | answer        |
      | revenue spread | by full month |
    And "Globex" signed on 15 June 2026 for 4 months, billed every 4 months in advance, net 30, no tax:
      | product | price  | to              |
      | Once    | 120.00 | 12 October 2026 |
    When time passes to 31 October 2026
    Then the revenue of Globex is:
      | month          | amount |
      | June 2026      | 30.00  |
      | July 2026      | 30.00  |
      | August 2026    | 30.00  |
      | September 2026 | 30.00  |
