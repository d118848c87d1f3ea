@amendments @conventions @req:Q2C-248
Feature: Changes on the last day of a billing period or term
  The last day is a day like any other: several changes can be signed on it, whatever the conventions are. What waits for the end
  of a period or term that renews itself takes effect in the next, and so does what is signed for a day beyond.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charged  |
      | Basic   | flat     |
      | Plus    | flat     |
      | Team    | flat     |
      | Seat    | per unit |

  # March costs 31.00 for the basic plan and 31.00 for a seat: one of 31 days is 1.00. On its last day the plan is changed twice,
  # to Plus and on to Team. What Plus waits for, Team waits for.
  Scenario Outline: From Basic to Plus at <plus> and on to Team at <team>, <answer>
    Given these conventions:
      | question   | answer   |
      | <question> | <answer> |
    And "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Basic   | 1        | 31.00 USD       |
    When Globex replaces "Basic" with 1 "Plus" at <plus> USD per month from 31 March 2026
    And Globex replaces "Plus" with 1 "Team" at <team> USD per month from 31 March 2026
    And time passes to 1 April 2026
    Then Globex is invoiced <invoiced> USD in all
    And Globex is credited <credited> USD in all
    And Globex is subscribed to:
      | product | price                |
      | Team    | <team> USD per month |
    And finance closes March 2026 without a difference

    # At once: 31.00 for March, 2.00 and 3.00 for its last day, 1.00 and 2.00 of them back, and 93.00 for April.
    Examples:
      | plus  | team  | question                    | answer                                    | invoiced                      | credited      |
      | 62.00 | 93.00 | downgrade | at once with credit | 129.00 | 3.00 |
      | 62.00 | 93.00 | downgrade | at period end without credit | 129.00 | 3.00 |
      | 62.00 | 15.50 | downgrade | at period end without credit | 48.50 | 1.00 |
      | 15.50 | 93.00 | downgrade | at period end without credit | 124.00 | 0.00 |
      | 15.50 | 9.30 | downgrade | at period end without credit | 40.30 | 0.00 |
      | 62.00 | 93.00 | day of the change | old plan pays | 124.00 | 0.00 |
      | 62.00 | 15.50 | day of the change | old plan pays | 46.50 | 0.00 |
      | 62.00 | 93.00 | billing of an amendment | one net difference | 129.00 | 3.00 |
      | 62.00 | 93.00 | billing of an amendment | on the next regular invoice | 127.00 | 1.00 |
      | 62.00 | 93.00 | new period after an upgrade | restarts on the change date | 186.00 | 63.00 |
      | 62.00 | 15.50 | new period after an upgrade | restarts with every upgrade and downgrade | 108.50 | 63.00 |
      | 62.00 | 93.00 | proration | full price at once | 279.00 | 93.00 |
      | 62.00 | 93.00 | proration | full price from the next period | 124.00 | 0.00 |

  # Downgrades wait: 4 of 10 seats go on 1 April, and then all ten stay after all.
  Scenario Outline: Back to what it was, on <day>
    Given these conventions:
      | question  | answer                       |
      | downgrade | at period end without credit |
    And "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 31.00 USD       |
    When Globex sets the quantity of "Seat" to 6 from <day>
    And Globex sets the quantity of "Seat" to 10 from <day>
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date         | quantity | net    |
      | 1 March 2026 | 10       | 310.00 |
      | 1 April 2026 | 10       | 310.00 |
    And nothing else is invoiced
    And nothing else is credited

    Examples:
      | day           |
      | 16 March 2026 |
      | 31 March 2026 |

  # From month to month: on its last day 4 seats and one more go at the end of March, which is the end of the term.
  Scenario Outline: A contract from month to month, <question>: <answer>
    Given these conventions:
      | question        | answer                    |
      | end of the term | renewed for the same term |
      | <question>      | <answer>                  |
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product | quantity | price per month |
      | Seat    | 10       | 31.00 USD       |
    When Globex <first> 4 "Seat" from 31 March 2026
    And Globex <then> 1 "Seat" from 31 March 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date         | from         | to            | net     |
      | 1 March 2026 | 1 March 2026 | 31 March 2026 | 310.00  |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | <april> |
      | 1 May 2026   | 1 May 2026   | 31 May 2026   | <april> |
    And nothing else is invoiced
    And nothing else is credited
    And the journal of April 2026 is:
      | date          | source        | account            | debit         | credit        |
      | 1 April 2026  | April invoice | Receivables        | <april> * 1.1 |               |
      | 1 April 2026  | April invoice | Contract liability |               | <april>       |
      | 1 April 2026  | April invoice | Sales tax payable  |               | <april> * 0.1 |
      | 30 April 2026 | revenue       | Contract liability | <april>       |               |
      | 30 April 2026 | revenue       | Revenue            |               | <april>       |
    And finance closes April 2026 without a difference

    Examples:
      | question          | answer                       | first   | then    | april      |
      | downgrade         | at period end without credit | removes | removes | 5 * 31.00  |
      | day of the change | old plan pays                | removes | removes | 5 * 31.00  |
      | day of the change | old plan pays                | adds    | removes | 13 * 31.00 |

  Scenario Outline: Signed for <day>, in a later term
    Given these conventions:
      | question        | answer                    |
      | end of the term | renewed for the same term |
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 30.00 USD       |
    When Globex signs on 20 March 2026 to add 5 "Seat" from <day>
    And time passes to 1 June 2026
    # 450.00 a month with them; what is known when April is billed is billed with it: half at 10 seats, half at 15.
    Then Globex is invoiced:
      | date         | from         | to            | quantity | net    |
      | 1 March 2026 | 1 March 2026 | 31 March 2026 | 10       | 300.00 |
      | 1 April 2026 | <day>        | 30 April 2026 | 15       | <net>  |
      | 1 May 2026   | 1 May 2026   | 31 May 2026   | 15       | 450.00 |
      | 1 June 2026  | 1 June 2026  | 30 June 2026  | 15       | 450.00 |
    And Globex is invoiced <all> USD in all
    And Globex is credited nothing
    And finance closes May 2026 without a difference

    Examples:
      | day           | net         | all      |
      | 1 April 2026  | 450.00      | 1,650.00 |
      | 16 April 2026 | 450.00 / 2  | 1,575.00 |

  # Two months of notice from 20 March end on 20 May: March and April in full, and 19 of May's 31 days. Prices rise by 10% with
  # every renewal: 300.00, 330.00, 363.00 * 19/31.
  Scenario: Two months of notice to a contract from month to month
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 30.00 USD       |
    And Globex signs an amendment on 2 March 2026, effective 2 March 2026:
      | change        | term    | uplift |
      | renewal terms | 1 month | 10%    |
    When Globex cancels on 20 March 2026 as follows:
      | notice months |
      | 2             |
    And time passes to 1 August 2026
    Then Globex is invoiced:
      | date         | from         | to            | net            |
      | 1 March 2026 | 1 March 2026 | 31 March 2026 | 300.00         |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 330.00         |
      | 1 May 2026   | 1 May 2026   | 19 May 2026   | 363.00 * 19/31 |
    And nothing else is invoiced
    And nothing else is credited
    And Globex is subscribed to nothing
    And finance closes May 2026 without a difference

  Scenario: A contract that ends takes nothing for a day beyond
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product | quantity | price per month |
      | Seat    | 10       | 30.00 USD       |
    When Globex signs on 20 March 2026 to add 5 "Seat" from 1 April 2026
    And Globex cancels on 20 March 2026 as follows:
      | notice months |
      | 2             |
    Then billing holds these exceptions:
      | event              | customer | date         | reason                                                                                   |
      | "order closed-won" | Globex   | 20 March 2026 | 1 April 2026 lies outside the term of contract C-1, 1 March 2026 to 31 March 2026        |
      | "order closed-won" | Globex   | 20 March 2026 | 20 May 2026 lies outside the term of contract C-1, 1 March 2026 to 31 March 2026        |
    And Globex is invoiced 300.00 USD in all
    And Globex is credited nothing
    And Globex is credited nothing since 20 March 2026
    And nothing else is credited since 20 March 2026
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders         | *   | *       | *          | *            |
