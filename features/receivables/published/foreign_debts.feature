@receivables @foreign-currency @conventions @wave-3 @req:Q2C-049
Feature: Receivables in foreign currency as published
  An invoice is booked at the rate of its day, a month's end shows it at the closing rate, and what comes differs by what is realized
  (IAS 21.21 to 28, ASC 830-20-35).

  Scenario Outline: <source>: <amount> <currency> at <sold>, paid at <paid>
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revaluation      | by difference               |
    And these exchange rates:
      | date            | from       | to  | rate     | kind    |
      | 1 January 2026  | <currency> | USD | <sold>   | spot    |
      | 31 January 2026 | <currency> | USD | <closes> | closing |
      | 1 February 2026 | <currency> | USD | <paid>   | spot    |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 31, no tax:
      | product       | quantity | price per month     |
      | Platform seat | 1        | <amount> <currency> |
    When time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account                         | debit         |
      | Receivables                     | <at close>    |
      | Unrealized exchange differences | <lost before> |
    When Globex transfers <amount> <currency> on 1 February 2026
    And time passes to 28 February 2026
    Then the cash received in February 2026 is:
      | date            | customer | received            | in books   |
      | 1 February 2026 | Globex   | <amount> <currency> | <in books> |
    And the ledger shows on 28 February 2026 exactly:
      | account                         | debit        | credit        |
      | Cash                            | <in books>   |               |
      | Revenue                         |              | <at sale>     |
      | Realized exchange differences   | <lost>       | <gained>      |
    And Globex owes nothing
    And finance closes February 2026 without a difference

    Examples:
      | source                     | amount   | currency | sold   | closes | paid   | at sale   | at close  | in books  | lost     | gained   | lost before |
      # JD Edwards: 500.00 at 0.6072 are 303.60, at 0.6081 304.05: 0.45 is gained. No month's end changes the rate between.
      | JD Edwards                 | 500.00   | GBP      | 0.6072 | 0.6072 | 0.6081 | 303.60    | 303.60    | 304.05    |          | 0.45     | 0.00        |
      # ASC 830: 200 units at 10.00 are 2,000.00 euros, 2,800.00 at 1.40 and 2,900.00 at 1.45.
      | A course on ASC 830        | 2,000.00 | EUR      | 1.40   | 1.40   | 1.45   | 2,800.00  | 2,800.00  | 2,900.00  |          | 100.00   | 0.00        |
      # IAS 21: 100.00 at 100 are 10,000.00, at 80 8,000.00 at the year's end, a loss of 2,000.00, and 9,000.00 when they
      # come: a gain of 1,000.00 since, a loss of 1,000.00 in all, which is then the realized one.
      | A course on IAS 21         | 100.00   | EUR      | 100    | 80     | 90     | 10,000.00 | 8,000.00  | 9,000.00  | 1,000.00 |          | 2,000.00    |
