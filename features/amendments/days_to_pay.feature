@amendments @payment-terms @req:Q2C-382
Feature: Other days to pay on a running contract
  The days to pay change with the next invoice. What is issued stays due when it was; revenue does not change, for nothing is
  financed (handbook, section 3).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |

  Scenario Outline: From the next invoice on, <to pay>
    # 45 days after 1 April is 16 May, a month that ends on the 31st; 10 business days after Wednesday 1 April are Wednesday 15 April.
    When Globex agrees to pay <to pay> from 10 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date         | due           | net      | tax    |
      | 1 March 2026 | 31 March 2026 | 1,000.00 | 100.00 |
      | 1 April 2026 | <due>         | 1,000.00 | 100.00 |
    And nothing else is invoiced since 2 February 2026
    And Globex is credited nothing
    And the journal of April 2026 is:
      | date          | source        | account            | debit    | credit   |
      | 1 April 2026  | April invoice | Receivables        | 1,100.00 |          |
      | 1 April 2026  | April invoice | Contract liability |          | 1,000.00 |
      | 1 April 2026  | April invoice | Sales tax payable  |          | 100.00   |
      | 30 April 2026 | revenue       | Contract liability | 1,000.00 |          |
      | 30 April 2026 | revenue       | Revenue            |          | 1,000.00 |
    And finance closes April 2026 without a difference

    Examples:
      | to pay                         | due          |
      | within 60 days                 | 31 May 2026  |
      | on receipt                     | 1 April 2026 |
      | 45 days end of month           | 31 May 2026  |
      | on the 10th of the next month  | 10 May 2026  |
      | within 10 business days        | 15 April 2026 |

  Scenario: In parts from then on
    # 1,100.00 with tax: half after 30 days, half after 60.
    When Globex agrees to pay in these parts from 10 March 2026:
      | due            | part |
      | within 30 days | 50%  |
      | within 60 days | 50%  |
    And time passes to 30 April 2026
    Then the April invoice of Globex is due in these parts:
      | due         | amount |
      | 1 May 2026  | 550.00 |
      | 31 May 2026 | 550.00 |
    And Globex is credited nothing
    And finance closes April 2026 without a difference

  Scenario: Agreed late, for invoices that are issued
    # The invoice of 1 March stays due on 31 March: it is overdue since, whatever is agreed on 10 April.
    When Globex signs an amendment on 10 April 2026, effective 1 March 2026:
      | change        | to pay         |
      | payment terms | within 60 days |
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date         | due           |
      | 1 March 2026 | 31 March 2026 |
      | 1 April 2026 | 1 May 2026    |
      | 1 May 2026   | 30 June 2026  |
    And nothing else is invoiced since 2 February 2026
    And finance closes April 2026 without a difference

  Scenario: What holds already
    When Globex agrees to pay within 30 days from 10 March 2026
    Then billing holds these exceptions:
      | event              | customer | date          | reason                                                          |
      | "order closed-won" | Globex   | 10 March 2026 | contract C-1 has these days to pay on 10 March 2026 already |
    And Globex is invoiced nothing since 2 March 2026
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | 2   | 1       | 1          | *            |

  Scenario: What is agreed for later days is compared with what holds on those days
    # 60 days from 1 April on, 30 again from 1 May on: on the day of signing 30 days hold, and on 1 May they would not.
    When Globex signs an amendment on 10 February 2026, effective 1 April 2026:
      | change        | to pay         |
      | payment terms | within 60 days |
    And Globex signs an amendment on 10 March 2026, effective 1 May 2026:
      | change        | to pay         |
      | payment terms | within 30 days |
    And time passes to 31 May 2026
    Then Globex is invoiced:
      | date         | due           | net      | tax    |
      | 1 March 2026 | 31 March 2026 | 1,000.00 | 100.00 |
      | 1 April 2026 | 31 May 2026   | 1,000.00 | 100.00 |
      | 1 May 2026   | 31 May 2026   | 1,000.00 | 100.00 |
    And nothing else is invoiced since 2 February 2026
    And Globex is credited nothing
    And the journal of May 2026 is:
      | date        | source      | account            | debit    | credit   |
      | 1 May 2026  | May invoice | Receivables        | 1,100.00 |          |
      | 1 May 2026  | May invoice | Contract liability |          | 1,000.00 |
      | 1 May 2026  | May invoice | Sales tax payable  |          | 100.00   |
      | 31 May 2026 | revenue     | Contract liability | 1,000.00 |          |
      | 31 May 2026 | revenue     | Revenue            |          | 1,000.00 |
    And finance closes May 2026 without a difference

  Scenario: What holds already on a day to come
    When Globex signs an amendment on 10 February 2026, effective 1 April 2026:
      | change        | to pay         |
      | payment terms | within 60 days |
    And Globex signs an amendment on 10 March 2026, effective 15 April 2026:
      | change        | to pay         |
      | payment terms | within 60 days |
    Then billing holds these exceptions:
      | event              | customer | date          | reason                                                      |
      | "order closed-won" | Globex   | 10 March 2026 | contract C-1 has these days to pay on 15 April 2026 already |
    And Globex is invoiced nothing since 2 March 2026
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | 3   | 2       | 1          | *            |

  Scenario: Parts that do not make a whole
    When Globex agrees to pay in these parts from 10 March 2026:
      | due            | part |
      | within 30 days | 50%  |
      | within 60 days | 40%  |
    Then it is refused because "an invoice is due in parts that are more than nothing and add up to 100%, not in 50% + 40%"
    And Globex is invoiced nothing since 2 March 2026
