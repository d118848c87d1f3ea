@quote-to-order @approvals @governed-quotes @wave-1 @req:Q2C-105
Feature: Approvals of what is unusual, by whom, and for how long
  Beside discount and term, a way of billing, terms of payment and clauses of one's own each ask for their role. Somebody may
  stand in for a role for a time; an approval grows old; and a changed quote is another quote.

  Background:
    Given the company "Northwind SaaS"
    And this approval matrix:
      | role             | discount above | months above | months below | net days above | billing other than                    | other payment terms | nonstandard clauses |
      | Sales manager    | 10%            |              |              |                |                                       |                     |                     |
      | Finance director |                | 36           | 3            |                |                                       |                     |                     |
      | Billing lead     |                |              |              |                | monthly in advance, yearly in advance |                     |                     |
      | Controller       |                |              |              | 45             |                                       | yes                 |                     |
      | Legal counsel    |                |              |              |                |                                       |                     | yes                 |
    And these approvals are delegated:
      | role          | to           | from            | until            |
      | Sales manager | Sales deputy | 1 February 2026 | 14 February 2026 |
    And an approval counts for 30 days

  Rule: What asks for whom

    Scenario Outline: <what>: <role>
      When sales quotes "Globex" on 1 January 2026 for <term>, billed <billing>, net <net>, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then the quote for Globex waits for:
        | role   | reason   |
        | <role> | <reason> |
      When Globex signs the quote
      Then it is refused because "waits for the <role>"
      And Globex has signed nothing

      Examples:
        | what                   | term      | billing              | net | role             | reason                                                              |
        | A term above the limit | 37 months | monthly in advance   | 30  | Finance director | a term of 37 months is above 36                                     |
        | A term below the limit | 2 months  | monthly in advance   | 30  | Finance director | a term of 2 months is below 3                                       |
        | An unusual frequency   | 12 months | quarterly in arrears | 30  | Billing lead     | billed quarterly in arrears, not monthly in advance or yearly in advance |
        | A late due date        | 12 months | yearly in advance    | 46  | Controller       | net 46 days is above 45                                             |

    Scenario: On every limit nobody is asked
      When sales quotes "Globex" on 1 January 2026 for 36 months, billed yearly in advance, net 45, tax 10%:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 10%      |
      Then the quote for Globex waits for nobody
      And the quote for Globex can be won

    Scenario: Payment terms and clauses of one's own
      Given Globex is to pay 30 days end of month
      And the next quote for Globex holds these clauses:
        | clause                      |
        | termination for convenience |
      When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then the quote for Globex waits for:
        | role          | reason                                            |
        | Controller    | due by end of month, not days after the invoice   |
        | Legal counsel | nonstandard: termination for convenience          |

  Rule: Who may in whose place

    Background:
      Given today is 31 January 2026

    Scenario Outline: The deputy approves on <day>
      When sales quotes "Globex" on <day> for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 20%      |
      And the "Sales deputy" approves the quote for Globex
      Then these decisions were made on the quote for Globex:
        | role          | by           | date  | decision |
        | Sales manager | Sales deputy | <day> | approved |
      And the quote for Globex waits for nobody
      When Globex signs the quote
      Then Globex is invoiced:
        | date  | net              |
        | <day> | 10 * 10.00 * 0.8 |

      Examples:
        | day              |
        | 1 February 2026  |
        | 14 February 2026 |

    Scenario Outline: The deputy cannot approve on <day>
      When sales quotes "Globex" on <day> for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 20%      |
      And the "Sales deputy" approves the quote for Globex
      Then it is refused because "the Sales deputy may decide for the Sales manager from 1 February 2026 to 14 February 2026, not today"
      And the quote for Globex waits for:
        | role          |
        | Sales manager |

      Examples:
        | day              |
        | 31 January 2026  |
        | 15 February 2026 |

    Scenario: A deputy of one role stands for no other
      When sales quotes "Globex" on 5 February 2026 for 48 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And the "Sales deputy" approves the quote for Globex
      Then it is refused because "does not ask for the Sales deputy; it asks for Finance director"

  Rule: How long an approval counts

    Background:
      When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 20%      |
      And the "Sales manager" approves the quote for Globex

    Scenario: On its last day
      # 1 January and 30 days.
      When time passes to 31 January 2026
      Then the quote for Globex can be won

    Scenario: A day later it must be given again
      When time passes to 1 February 2026
      Then the quote for Globex waits for:
        | role          | reason                                                                       |
        | Sales manager | a discount of 20% is above 10% (that of 1 January 2026 counts no more) |
      When Globex signs the quote
      Then it is refused because "that of 1 January 2026 counts no more"
      When the "Sales manager" approves the quote for Globex
      Then the quote for Globex waits for nobody
      And these decisions were made on the quote for Globex:
        | role          | date            | decision |
        | Sales manager | 1 January 2026  | approved |
        | Sales manager | 1 February 2026 | approved |

  Rule: A changed quote is another quote

    Scenario: The version before can be signed no more, and the new one needs its own approvals
      When sales quotes "Globex" on 2 January 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 15%      |
      And the "Sales manager" approves the quote for Globex
      And the "Controller" approves the quote for Globex
      And sales changes the quote for Globex on 5 January 2026:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 20%      |
      Then the quote for Globex has these versions:
        | version | number | date           |
        | 1       | Q-1    | 2 January 2026 |
        | 2       | Q-1-V2 | 5 January 2026 |
      And the quote for Globex waits for:
        | role          | reason                         |
        | Sales manager | a discount of 20% is above 10% |
        | Controller    | net 60 days is above 45        |
      When Globex signs version 1 of the quote
      Then it is refused because "quote Q-1 is superseded by Q-1-V2"
      When the "Sales manager" approves the quote for Globex
      And the "Controller" approves the quote for Globex
      And Globex signs the quote
      Then Globex is invoiced:
        | date           | from           | for           | net              |
        | 5 January 2026 | 2 January 2026 | Platform seat | 10 * 10.00 * 0.8 |
      And nothing else is invoiced

    Scenario: Where approvals of the same reason are kept, only what changed is asked
      Given these conventions:
        | question                     | answer                            |
        | approvals of a changed quote | kept where the reason is the same |
      When sales quotes "Globex" on 2 January 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 15%      |
      And the "Sales manager" approves the quote for Globex
      And the "Controller" approves the quote for Globex
      And sales changes the quote for Globex on 5 January 2026:
        | product       | quantity | price per month | discount |
        | Platform seat | 10       | 10.00 USD       | 20%      |
      Then the quote for Globex waits for:
        | role          | reason                         |
        | Sales manager | a discount of 20% is above 10% |

    Scenario: Other terms make another version too, and a signed one is changed by an amendment
      When sales quotes "Globex" on 2 January 2026 for 48 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And sales changes the quote for Globex on 2 January 2026 to 12 months, billed yearly in advance, net 45:
        | product       | quantity | price per month |
        | Platform seat | 12       | 10.00 USD       |
      Then the quote for Globex waits for nobody
      When Globex signs the quote
      Then Globex is invoiced:
        | date           | for           | quantity | net             | due              |
        | 2 January 2026 | Platform seat | 12       | 12 * 12 * 10.00 | 16 February 2026 |
      When sales changes the quote for Globex on 3 January 2026:
        | product       | quantity | price per month |
        | Platform seat | 1        | 10.00 USD       |
      Then it is refused because "quote Q-1-V2 is already signed; amend the contract instead"
