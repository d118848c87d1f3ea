@amendments @overtaken @conventions @wave-3 @req:Q2C-024
Feature: Signed for a later day, and overtaken before it
  A change is signed for June. Before June another one is signed for May. Either the later one then applies to what the
  contract holds by then, or the earlier one is refused until the later one is withdrawn.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Rule: Re-based

    Background:
      Given "Globex" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.00 USD        |

    Scenario: More seats in between come on top of what is added later
      # 40 in April, 4 more for 16 of the 31 days of May: 4 * 9.00 * 16/31 = 18.58; 10 more from June: 54 * 9.00 = 486.00.
      When Globex signs on 20 April 2026 to add 10 "Platform seat" from 1 June 2026
      And Globex adds 4 "Platform seat" from 16 May 2026
      And time passes to 30 June 2026
      Then Globex is invoiced:
        | date         | quantity | net              |
        | 1 May 2026   | 40       | 360.00           |
        | 16 May 2026  | 4        | 4 * 9.00 * 16/31 |
        | 1 June 2026  | 54       | 486.00           |
      And Globex is invoiced nothing since 2 June 2026
      And nothing else is credited
      And finance closes June 2026 without a difference

    Scenario: A quantity set for a later day is that quantity whatever came before
      When Globex signs an amendment on 20 April 2026, effective 1 June 2026:
        | change       | product       | quantity |
        | set quantity | Platform seat | 50       |
      And Globex adds 4 "Platform seat" from 16 May 2026
      And time passes to 1 June 2026
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 50       |
      And finance closes May 2026 without a difference

    Scenario: Seats that are to leave later cannot leave before
      When Globex signs on 20 April 2026 to remove 30 "Platform seat" from 1 June 2026
      And Globex removes 20 "Platform seat" from 16 May 2026
      Then billing holds these exceptions:
        | event              | customer | date        | reason                                                                                                   |
        | "order closed-won" | Globex   | 16 May 2026 | contract C-1 would hold 10 units too few for a change already signed from a day after 16 May 2026 |
      And Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 40       |
      And finance cannot close May 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

    Scenario: A change signed for later is withdrawn
      When Globex signs on 20 April 2026 to add 10 "Platform seat" from 1 June 2026
      And Globex withdraws amendment A-2 on 10 May 2026
      And time passes to 30 June 2026
      Then Globex is invoiced:
        | date        | quantity | net    |
        | 1 June 2026 | 40       | 360.00 |
      And Globex is invoiced nothing since 2 June 2026
      And nothing else is credited
      And finance closes June 2026 without a difference

  Rule: Refused

    Scenario: Nothing before the day of a change that is signed already
      Given these conventions:
        | question                    | answer  |
        | change overtaken by another | refused |
      And "Globex" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 40       | 9.00 USD        |
      When Globex signs on 20 April 2026 to add 10 "Platform seat" from 1 June 2026
      And Globex adds 4 "Platform seat" from 16 May 2026
      Then billing holds these exceptions:
        | event              | customer | date        | reason                                                                                                                                            |
        | "order closed-won" | Globex   | 16 May 2026 | contract C-1 holds a change of 'Platform seat' signed for 1 June 2026 already; withdraw it before another takes effect on 16 May 2026 |
      And Globex is invoiced nothing since 2 May 2026
      When Globex withdraws amendment A-2 on 17 May 2026
      And Globex adds 4 "Platform seat" from 18 May 2026
      And time passes to 31 May 2026
      Then Globex is invoiced:
        | date        | quantity | net              |
        | 18 May 2026 | 4        | 4 * 9.00 * 14/31 |
      And finance cannot close May 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |
