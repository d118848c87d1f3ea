@cancellation @cancellation-forms @wave-3 @req:Q2C-022
Feature: At once, with notice, at an end, or not at all
  How a contract ends before its time is agreed in it: at once, at the end of the period or the term, after a notice period,
  for a fee, or within a cooling-off period as if it had never been. Until it takes effect it can be withdrawn.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 31       | 10.00 USD       |

  Scenario Outline: <why>
    # 310.00 a month, and 341.00 with tax. March is billed on its first day; what is not served of it goes back.
    When Globex cancels on 11 March 2026 as follows:
      | effective   | notice   | notice months | unused service   |
      | <effective> | <notice> | <months>      | <unused service> |
    And time passes to 31 January 2027
    Then Globex is invoiced <invoiced> USD in all
    And the revenue of March 2026 is <March> USD
    And the revenue of April 2026 is <April> USD
    And Globex is subscribed to nothing
    And the ledger shows on 31 January 2027:
      | account            | debit | credit    |
      | Contract liability |       |           |
      | Revenue            |       | <revenue> |
    And finance closes January 2027 without a difference

    Examples:
      | why                                        | effective                        | notice  | months | unused service | invoiced | March  | April  | revenue  |
      | At once                                    |                                  |         |        | credited       | 1,023.00 | 100.00 | 0.00   | 720.00   |
      | At once, not refundable                    |                                  |         |        | non-refundable | 1,023.00 | 310.00 | 0.00   | 930.00   |
      | At the end of the billing period           | at the end of the billing period |         |        | credited       | 1,023.00 | 310.00 | 0.00   | 930.00   |
      | At the end of the term                     | at the end of the term           |         |        | credited       | 4,092.00 | 310.00 | 310.00 | 3,720.00 |
      | After a notice of 30 days, until 9 April   |                                  | 30 days |        | credited       | 1,125.30 | 310.00 | 93.00  | 1,023.00 |
      | After a month's notice, until 10 April     |                                  |         | 1      | credited       | 1,136.66 | 310.00 | 103.33 | 1,033.33 |
      | After a notice of 30 days, at a period end | at the end of the billing period | 30 days |        | credited       | 1,364.00 | 310.00 | 310.00 | 1,240.00 |

  Scenario: For a fee, after a notice period
    # Notice of 30 days from 11 March: service until 9 April, billed on 1 April with 9 of 30 days; the fee on 10 April.
    When Globex cancels on 11 March 2026 as follows:
      | notice  | fee        |
      | 30 days | 150.00 USD |
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date          | for              | from          | to            | net           | tax  |
      | 1 April 2026  | Platform seat    | 1 April 2026  | 9 April 2026  | 310.00 * 9/30 | 9.30 |
      | 10 April 2026 | Cancellation fee | 10 April 2026 | 10 April 2026 | 150.00        | 0.00 |
    And nothing else is invoiced since 2 March 2026
    And nothing else is credited
    And finance closes April 2026 without a difference

  Scenario: Within the cooling-off period everything goes back
    When Globex transfers 341.00 USD on 5 January 2026
    And Globex cancels on 14 January 2026 within a cooling-off period of 14 days
    And time passes to 31 January 2026
    Then Globex is credited:
      | date            | from           | to              | net    | tax   | credits         |
      | 14 January 2026 | 1 January 2026 | 31 January 2026 | 310.00 | 31.00 | January invoice |
    And nothing else is credited
    And the ledger shows on 31 January 2026:
      | account            | debit | credit |
      | Receivables        |       |        |
      | Contract liability |       |        |
      | Customer credits   |       |        |
      | Revenue            |       |        |
      | Sales tax payable  |       |        |
    And Globex is subscribed to nothing
    And finance closes January 2026 without a difference

  Scenario: After the cooling-off period it is too late
    When Globex cancels on 16 January 2026 within a cooling-off period of 14 days
    Then billing holds these exceptions:
      | event              | customer | date            | reason                                                                                                             |
      | "order closed-won" | Globex   | 16 January 2026 | contract C-1, signed on 1 January 2026, could be withdrawn from within 14 days, until 15 January 2026, not on 16 January 2026 |
    And Globex is subscribed to:
      | product       | quantity |
      | Platform seat | 31       |
    And nothing else is credited
    And finance cannot close January 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | *   | *       | *          | *            |

  Scenario: A cancellation for the end of the period is withdrawn, and nothing has happened
    When Globex cancels on 11 March 2026 as follows:
      | effective                        |
      | at the end of the billing period |
    And Globex withdraws the cancellation on 20 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced 1,364.00 USD in all
    And nothing else is credited
    And the revenue of April 2026 is 310.00 USD
    And finance closes April 2026 without a difference

  Scenario: Withdrawn after a shortened bill, the rest is billed on that day
    # Signed on 20 February for 11 March: the March bill is 10 of 31 days, 100.00. Withdrawn on 5 March: 21 days more, 210.00.
    When Globex signs on 20 February 2026 to cancel on 11 March 2026
    And Globex withdraws the cancellation on 5 March 2026
    And time passes to 31 March 2026
    Then Globex is invoiced:
      | date         | from          | to            | net    |
      | 1 March 2026 | 1 March 2026  | 10 March 2026 | 100.00 |
      | 5 March 2026 | 11 March 2026 | 31 March 2026 | 210.00 |
    And nothing else is invoiced since 2 February 2026
    And nothing else is credited
    And the revenue of March 2026 is 310.00 USD
    And finance closes March 2026 without a difference

  Scenario: What has taken effect cannot be withdrawn
    When Globex cancels on 11 March 2026
    And Globex withdraws the cancellation on 12 March 2026
    Then billing holds these exceptions:
      | event              | customer | date          | reason                                                                                            |
      | "order closed-won" | Globex   | 12 March 2026 | the cancellation of contract C-1 took effect on 11 March 2026; it cannot be withdrawn any more |
    And Globex is subscribed to nothing
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | *   | *       | *          | *            |
