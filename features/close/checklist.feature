@close @wave-2 @req:Q2C-312
Feature: The close as work
  Who does what, after what, and how long it takes. Nothing is done by somebody else than its owner, nor before what it waits
  for, and the month is signed only when nothing is open.

  Background:
    Given the company "Northwind SaaS"
    And the close is worked by this checklist:
      | task                  | owner              | after                              | days |
      | cut off billing       | Billing operations |                                    | 1    |
      | apply cash            | Treasury           |                                    | 1    |
      | reconcile receivables | Accountant         | cut off billing, apply cash        | 2    |
      | review revenue        | Revenue accountant | cut off billing                    | 1    |
      | review the report     | Controller         | reconcile receivables, review revenue | 1 |

  Rule: What is done, when, and how long it took

    Scenario: A close of five business days, a day longer than planned
      # 31 January 2026 is a Saturday. Planned: cut off 1, reconcile 2, review 1: 4 days. Receivables take Tuesday to Thursday, which
      # is 3 days and a day late; the report is reviewed on Friday, the fifth business day after the month's end.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      And the close of January 2026 is worked like this:
        | task                  | by                 | started         | done            |
        | cut off billing       | Billing operations |                 | 2 February 2026 |
        | apply cash            | Treasury           |                 | 2 February 2026 |
        | review revenue        | Revenue accountant | 3 February 2026 | 3 February 2026 |
        | reconcile receivables | Accountant         | 3 February 2026 | 5 February 2026 |
        | review the report     | Controller         |                 | 6 February 2026 |
      Then the January 2026 close checklist shows:
        | task                  | owner      | started         | done            | days planned | days taken | state |
        | reconcile receivables | Accountant | 3 February 2026 | 5 February 2026 | 2            | 3          | done  |
        | review the report     | Controller | 6 February 2026 | 6 February 2026 | 1            | 1          | done  |
      And the January 2026 close report's key figures are:
        | key figure             | value           | part | whole        | documents                                                 |
        | Close tasks done       | 5 of 5          | 5    | 5            |                                                           |
        | Critical path, planned | 4 business days | 4    |              | cut off billing, reconcile receivables, review the report |
        | Critical path, actual  | 5 business days | 5    | days of work | cut off billing, reconcile receivables, review the report |
      When finance closes January 2026 on 6 February 2026
      Then the January 2026 close report's key figures are:
        | key figure     | value           | whole |
        | Close duration | 5 business days | run 1 |

    Scenario: What is open stands as open
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When "Treasury" does "apply cash" of the January 2026 close on 2 February 2026
      Then the January 2026 close checklist shows:
        | task              | state |
        | apply cash        | done  |
        | cut off billing   | open  |
        | review the report | open  |
      And the January 2026 close report's key figures are:
        | key figure       | value  | documents                                                                 |
        | Close tasks done | 1 of 5 | cut off billing, reconcile receivables, review revenue, review the report |

  Rule: Nothing before what it waits for

    Scenario: A task that waits is refused, and nothing is done
      When "Treasury" does "apply cash" of the January 2026 close on 2 February 2026
      And "Accountant" does "reconcile receivables" of the January 2026 close on 2 February 2026
      Then it is refused because "'reconcile receivables' of January 2026 waits for 'cut off billing', which is not done"
      And the January 2026 close checklist shows:
        | task                  | state |
        | reconcile receivables | open  |

    Scenario: A task that was begun before what it waits for was done
      When the close of January 2026 is worked like this:
        | task            | by                 | started         | done            |
        | cut off billing | Billing operations |                 | 4 February 2026 |
        | review revenue  | Revenue accountant | 3 February 2026 | 4 February 2026 |
      Then it is refused because "waits for 'cut off billing', which is done only on 4 February 2026"

    Scenario Outline: <what> is refused
      When "Billing operations" does "cut off billing" of the January 2026 close on 2 February 2026
      And "<role>" does "<task>" of the January 2026 close on 3 February 2026
      Then it is refused because "<because>"

      Examples:
        | what                    | role               | task            | because                                                            |
        | Somebody else's task    | Accountant         | apply cash      | 'apply cash' is done by the Treasury, not by the Accountant        |
        | A task done twice       | Billing operations | cut off billing | 'cut off billing' of January 2026 is done already                  |
        | A task that is not there | Controller        | make coffee     | the close checklist has no task 'make coffee'                      |

    Scenario: A task cannot begin after it is done
      When the close of January 2026 is worked like this:
        | task       | by       | started         | done            |
        | apply cash | Treasury | 3 February 2026 | 2 February 2026 |
      Then it is refused because "'apply cash' cannot begin on 3 February 2026 and be done on 2 February 2026"

  Rule: Closed only when all is done, where the company says so

    Scenario: The period waits for its checklist
      Given these conventions:
        | question        | answer       |
        | close checklist | must be done |
      When the close of January 2026 is worked like this:
        | task                  | by                 | done            |
        | cut off billing       | Billing operations | 2 February 2026 |
        | apply cash            | Treasury           | 2 February 2026 |
        | review revenue        | Revenue accountant | 3 February 2026 |
        | reconcile receivables | Accountant         | 3 February 2026 |
      And finance closes January 2026 on 3 February 2026
      Then it is refused because "January 2026 cannot be closed before its checklist is done; open: review the report"
      When "Controller" does "review the report" of the January 2026 close on 4 February 2026
      And finance closes January 2026 on 4 February 2026
      Then January 2026 was closed 1 time
