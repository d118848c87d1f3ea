@quote-to-order @governed-quotes @wave-1 @req:Q2C-106
Feature: Standard contracts, standard billing, and the exceptions somebody allowed
  Most contracts follow a template and are billed in one of a few ways. What deviates is a clause of its own that somebody must
  approve, or an exception that somebody allowed until a day, and both are on record.

  Background:
    Given the company "Northwind SaaS"
    And these contract templates:
      | template | months | billing                               | net days | clauses                      |
      | Standard | 12, 24 | monthly in advance, yearly in advance | 30       | liability cap, price review |
    And contracts are billed only so:
      | billing             |
      | monthly in advance  |
      | yearly in advance   |
    And this approval matrix:
      | role          | nonstandard clauses |
      | Legal counsel | yes                 |

  Rule: The template

    Scenario: A quote as the template has it
      Given the next quote for Globex follows the template "Standard"
      When sales quotes "Globex" on 1 January 2026 for 24 months, billed yearly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then the quote for Globex deviates from its template by nothing
      And the quote for Globex can be won

    Scenario: Every deviation becomes a nonstandard clause that needs an approval
      Given the next quote for Globex follows the template "Standard"
      And the next quote for Globex holds these clauses:
        | clause                      |
        | liability cap               |
        | termination for convenience |
      When sales quotes "Globex" on 1 January 2026 for 18 months, billed monthly in advance, net 45, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then the quote for Globex deviates from its template by:
        | deviation                                  |
        | a term of 18 months instead of 12 or 24    |
        | net 45 days instead of 30                  |
        | clause 'termination for convenience'       |
        | no clause 'price review'                   |
      When Globex signs the quote
      Then it is refused because "waits for the Legal counsel: nonstandard: a term of 18 months instead of 12 or 24; net 45 days"
      When the "Legal counsel" approves the quote for Globex
      And Globex signs the quote
      Then Globex is invoiced:
        | date           | net        | due              |
        | 1 January 2026 | 10 * 10.00 | 15 February 2026 |

    Scenario: Fewer days to pay than the template deviate from nothing
      Given the next quote for Globex follows the template "Standard"
      When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 14, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then the quote for Globex deviates from its template by nothing

    Scenario: A template that nobody wrote
      Given today is 1 January 2026
      And the next quote for Globex follows the template "Enterprise"
      When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then it is refused because "there is no contract template 'Enterprise'; there are: Standard"

  Rule: Standard billing, and the exception from it

    Background:
      When sales quotes "Globex" on 1 January 2026 for 12 months, billed quarterly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |

    Scenario: Another way of billing is not won
      Then the quote for Globex cannot be won because:
        | of    | name | field   | rule                      | finding                                                                             |
        | quote | Q-1  | billing | a standard billing option | quote Q-1: billing must be a standard billing option; 'quarterly in arrears' is none |
      When Globex signs the quote
      Then it is refused because "billing must be a standard billing option"
      And Globex has signed nothing

    Scenario: An exception stands to its last day, for the customer it names
      When the "CFO" allows "Globex" an exception for "billing" until 15 January 2026
      And time passes to 15 January 2026
      Then the quote for Globex can be won
      And these exceptions are on record:
        | name   | field   | by  | until           | state  |
        | Globex | billing | CFO | 15 January 2026 | stands |
      When sales quotes "Initech" on 15 January 2026 for 12 months, billed quarterly in arrears, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Initech signs the quote
      Then it is refused because "billing must be a standard billing option"

    Scenario: An expired exception is a finding that names who allowed it
      When the "CFO" allows "Globex" an exception for "billing" until 15 January 2026
      And time passes to 16 January 2026
      Then these exceptions are on record:
        | name   | field   | by  | until           | state   |
        | Globex | billing | CFO | 15 January 2026 | expired |
      And the quote for Globex cannot be won because:
        | field   | finding                                                                                                                                                            |
        | billing | quote Q-1: billing must be a standard billing option; 'quarterly in arrears' is none (the exception that the CFO allowed ended on 15 January 2026) |
      When the "CFO" allows "Q-1" an exception for "billing" until 16 January 2026
      And Globex signs the quote
      And time passes to 1 April 2026
      # Three months in arrears: 3 * 10 * 10.00.
      Then Globex is invoiced:
        | date         | net            |
        | 1 April 2026 | 3 * 10 * 10.00 |
      And these contracts stand on an expired exception:
        | customer | field   | by  | until           | finding                                                                                                      |
        | Globex   | billing | CFO | 16 January 2026 | contract C-1 stands on the exception for billing that the CFO allowed; it ended on 16 January 2026 |

    Scenario: A contract that was won under an exception needs it as long as it runs
      # Signed on 15 January under an exception to the 31st: it stands on the last day, and is a finding the day after.
      When the "CFO" allows "Globex" an exception for "billing" until 31 January 2026
      And time passes to 15 January 2026
      And Globex signs the quote
      And time passes to 31 January 2026
      Then no contract stands on an expired exception
      When time passes to 1 February 2026
      Then these contracts stand on an expired exception:
        | customer | field   | until           |
        | Globex   | billing | 31 January 2026 |
      And finance cannot close February 2026, because:
        | reconciliation                | difference | explained by                                                                                                 |
        | Exceptions contracts stand on | 1          | contract C-1 stands on the exception for billing that the CFO allowed; it ended on 31 January 2026 |
      When the "CFO" allows "Globex" an exception for "billing" until 31 December 2026
      Then no contract stands on an expired exception
      And finance closes March 2026 without a difference

    Scenario: What is canceled needs no exception any more
      When the "CFO" allows "Globex" an exception for "billing" until 31 January 2026
      And Globex signs the quote
      And Globex cancels on 15 January 2026 and is refunded
      And time passes to 28 February 2026
      Then no contract stands on an expired exception
      And finance closes February 2026 without a difference

    Scenario: An exception nobody needed binds nobody
      When the "CFO" allows "Initech" an exception for "billing" until 15 January 2026
      And sales quotes "Initech" on 10 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Initech signs the quote
      And time passes to 31 January 2026
      Then no contract stands on an expired exception
      And finance closes January 2026 without a difference

    Scenario: An exception from one rule lifts no other, and none ends before it begins
      When the "CFO" allows "Globex" an exception for "net days" until 31 January 2026
      And Globex signs the quote
      Then it is refused because "billing must be a standard billing option"
      When time passes to 20 January 2026
      And the "CFO" allows "Globex" an exception for "billing" until 19 January 2026
      Then it is refused because "cannot end on 19 January 2026, before today"
