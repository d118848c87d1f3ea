@master-data @rules @wave-1 @req:Q2C-103
Feature: Rules for customers, products and quotes
  A company writes down what must be filled in and how, and a deal is only won when everything is. Whoever wants to win it
  is told all that is lacking at once: the field, the rule, and what was probably meant.

  Background:
    Given the company "Northwind SaaS"
    And these customers exist:
      | customer | tax number  | email             | domain      |
      | Globex   | DE123456788 | ap@globex.example | globex.com  |
      | Initech  | 12-34       | none              | initech.com |
    And these rules hold:
      | of       | field      | required | pattern       | example      | one of                                  | at most |
      | customer | tax number | yes      | DE[0-9]{9}    | DE123456788  |                                         |         |
      | customer | email      | yes      |               |              |                                         |         |
      | product  | tax code   |          |               |              | standard, reduced, tax 10%              |         |
      | quote    | billing    |          |               |              | monthly in advance, quarterly in advance |        |
      | quote    | discount   |          |               |              |                                         | 30      |

  Scenario: A quote that meets every rule is won
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then the quote for Globex can be won
    When Globex signs the quote
    Then Globex is invoiced:
      | date           | for           | net        | tax   |
      | 1 January 2026 | Platform seat | 10 * 10.00 | 10.00 |
    And nothing else is invoiced

  Scenario: Everything that is lacking is told at once, and nothing is signed
    When sales quotes "Initech" on 1 January 2026 for 12 months, billed monthly in arrears, net 30, tax 10%:
      | product       | quantity | price per month | discount | tax  |
      | Platform seat | 10       | 10.00 USD       | 40%      |      |
      | Analytics     | 1        | 500.00 USD      |          | none |
    Then the quote for Initech cannot be won because:
      | of       | name      | field      | rule                                              | finding                                                            |
      | quote    | Q-1       | approval   | approval of the Sales manager                     | quote Q-1 waits for the Sales manager: a discount of 40% is above 10% |
      | quote    | Q-1       | approval   | approval of the Finance director                  | quote Q-1 waits for the Finance director: a discount of 40% is above 25% |
      | customer | Initech   | tax number | written like DE123456788                          | customer Initech: tax number must be written like DE123456788; '12-34' is not |
      | customer | Initech   | email      | required                                          | customer Initech: email must be required; nothing is filled in     |
      | product  | Analytics | tax code   | one of standard, reduced, tax 10%                 | product Analytics: tax code must be one of standard, reduced, tax 10%; 'none' is none |
      | quote    | Q-1       | billing    | one of monthly in advance, quarterly in advance   | quote Q-1: billing must be one of monthly in advance, quarterly in advance; 'monthly in arrears' is none; did you mean 'monthly in advance'? |
      | quote    | Q-1       | discount   | at most 30                                        | quote Q-1: discount must be at most 30; 40 is more                 |
    When Initech signs the quote
    Then it is refused because "cannot be closed-won: quote Q-1 waits for the Sales manager"
    And Initech has signed nothing
    When time passes to 31 January 2026
    Then Initech is invoiced nothing
    And nothing is posted in January 2026

  Scenario: A limit is met by the very number
    # 30% is at most 30; the approvals are the matrix's own affair.
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 10       | 10.00 USD       | 30%      |
    And the "Sales manager" approves the quote for Globex
    And the "Finance director" approves the quote for Globex
    Then the quote for Globex can be won

  Scenario Outline: A rule that holds only for some: <net> days with <billing>
    Given these rules hold:
      | of    | field    | at least | at most | when    | has                                     |
      | quote | net days | 30       | 60      | billing | yearly in advance, quarterly in advance |
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed <billing>, net <net>, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then the quote for Globex <can be won>

    Examples:
      | billing           | net | can be won |
      | yearly in advance | 30  | can be won |
      | yearly in advance | 60  | can be won |
      | monthly in advance | 10 | can be won |

  Scenario: The same rule where it holds
    Given these rules hold:
      | of    | field    | at least | at most | when    | has               |
      | quote | net days | 30       | 60      | billing | yearly in advance |
    When sales quotes "Globex" on 1 January 2026 for 12 months, billed yearly in advance, net 29, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then the quote for Globex cannot be won because:
      | of    | name | field    | rule                                           | finding                                                                             |
      | quote | Q-1  | net days | at least 30 where billing is yearly in advance | quote Q-1: net days must be at least 30 where billing is yearly in advance; 29 is less |
    When Globex signs the quote
    Then it is refused because "net days must be at least 30 where billing is yearly in advance; 29 is less"

  Rule: Rules that are asked when a customer is entered

    Background:
      Given these rules hold:
        | of       | field      | required | pattern    | example     | on    |
        | customer | tax number | yes      | DE[0-9]{9} | DE123456788 | entry |
        | customer | domain     | yes      |            |             | entry |

    Scenario: A customer that meets them is entered
      When these customers are entered on 2 March 2026:
        | customer | tax number  | domain       |
        | Hooli X  | DE987654321 | hooli.example |
      Then the ERP knows these customers:
        | customer | tax number  |
        | Hooli X  | DE987654321 |

    Scenario: A customer that does not is refused with all that is wrong
      When these customers are entered on 2 March 2026:
        | customer | tax number | domain |
        | Hooli X  | DE98765432 | none   |
      Then it is refused because "cannot be entered: customer Hooli X: tax number must be written like DE123456788; 'DE98765432' is not; customer Hooli X: domain must be required; nothing is filled in"
      And the CRM does not know "Hooli X"
      And the ERP does not know "Hooli X"

    Scenario: A rule of entry keeps no deal from being won
      When sales quotes "Initech" on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then the quote for Initech can be won
