@integration @event-contracts @wave-4 @req:Q2C-107
Feature: What follows an approved change
  A change that was approved and signed in the CRM has consequences that a company can name: future invoices are recalculated,
  a credit is issued or must not be, the revenue schedule is revised. Each is a follow-up like any other: missing, extra or late.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer                         |
      | proration               | by day, actual days of period  |
      | billing of an amendment | credit and charge line by line |
      | revenue schedule        | contract term                  |
      | downgrade               | at once with credit            |

  Rule: More is invoiced at once, and from then on

    # 16 March 2026 is a Monday: 1 April is the 12th business day after it (17 to 20, 23 to 27, 30 and 31 March, 1 April).
    Scenario: An upsell is invoiced, later invoices have its terms, nothing is credited, and the schedule is revised
      Given these event contracts:
        | event            | then                 | in             | within business days | at least | at most |
        | contract amended | taken                | ERP            | 0                    | 1        | 1       |
        | contract amended | invoice              | billing system | 0                    | 1        | 1       |
        | contract amended | recalculated invoice | billing system | 12                   | 1        | 1       |
        | contract amended | credit memo          | billing system | 0                    | 0        | 0       |
        | contract amended | revenue schedule     | ERP            | 0                    | 1        | 1       |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 1 May 2026
      Then every event contract is kept
      And Globex is invoiced:
        | date          | quantity | net                | tax    |
        | 16 March 2026 | 20       | 20 * 10.00 * 16/31 | 10.32  |
        | 1 April 2026  | 120      | 1,200.00           | 120.00 |
        | 1 May 2026    | 120      | 1,200.00           | 120.00 |
      And nothing else is invoiced since 2 March 2026
      And nothing else is credited
      And finance closes March 2026 without a difference

    Scenario: A day less, and the recalculated invoice is missing first and late then
      Given these event contracts:
        | event            | then                 | in             | within business days |
        | contract amended | recalculated invoice | billing system | 10                   |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 30 March 2026
      Then every event contract is kept
      When time passes to 31 March 2026
      Then these event contracts are broken:
        | event            | document | customer | then                 | in             | how     | finding                                                      |
        | contract amended | A-2      | Globex   | recalculated invoice | billing system | missing | has no recalculated invoice in billing, due by 30 March 2026 |
      When time passes to 1 April 2026
      Then these event contracts are broken:
        | event            | document | then                 | in             | how  | finding                                                    |
        | contract amended | A-2      | recalculated invoice | billing system | late | recalculated invoice on 1 April 2026, due by 30 March 2026 |

    Scenario: Two upsells of one day have an invoice each, and one recalculated invoice together
      Given these event contracts:
        | event            | then                 | in             | within business days |
        | contract amended | invoice              | billing system | 0                    |
        | contract amended | recalculated invoice | billing system | 12                   |
        | contract amended | revenue schedule     | ERP            | 0                    |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      And Globex adds 10 "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then every event contract is kept

    Scenario: An invoice that waits for the regular one is missing where it must come at once
      Given these conventions:
        | question                | answer                      |
        | billing of an amendment | on the next regular invoice |
      And these event contracts:
        | event            | then                 | in             | within business days |
        | contract amended | invoice              | billing system | 0                    |
        | contract amended | recalculated invoice | billing system | 12                   |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then these event contracts are broken:
        | event            | document | then    | in             | how     | finding                                         |
        | contract amended | A-2      | invoice | billing system | missing | has no invoice in billing, due by 16 March 2026 |

    Scenario: What may not be invoiced at all is extra
      Given these event contracts:
        | event            | then    | in             | at least | at most |
        | contract amended | invoice | billing system | 0        | 0       |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      Then these event contracts are broken:
        | event            | document | then    | in             | how   | finding                                       |
        | contract amended | A-2      | invoice | billing system | extra | 1 of invoice in billing, at most 0 may follow |

    Scenario: A product that goes is no longer on the invoices that follow
      Given these event contracts:
        | event            | then                 | in             | within business days | at most |
        | contract amended | recalculated invoice | billing system | 12                   | any     |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
        | Analytics     | 1        | 240.00 USD      |
      And Globex drops "Analytics" from 16 March 2026
      And time passes to 1 April 2026
      Then every event contract is kept

  Rule: A credit is issued, or none may be

    Scenario: A downgrade with its credit
      Given these event contracts:
        | event            | then                 | in             | within business days |
        | contract amended | credit memo          | billing system | 0                    |
        | contract amended | recalculated invoice | billing system | 12                   |
        | contract amended | revenue schedule     | ERP            | 0                    |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex removes 20 "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then every event contract is kept
      And Globex is credited:
        | date          | for           | quantity | net                | tax   | total  |
        | 16 March 2026 | Platform seat | 20       | 20 * 10.00 * 16/31 | 10.32 | 113.55 |
      And nothing else is credited
      And finance closes March 2026 without a difference

    Scenario: No credit may follow, and one does
      Given these event contracts:
        | event            | then        | in             | at least | at most |
        | order closed-won | credit memo | billing system | 0        | 0       |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex removes 20 "Platform seat" from 16 March 2026
      Then these event contracts are broken:
        | event            | document | customer | then        | in             | how   | finding                                           |
        | order closed-won | O-2      | Globex   | credit memo | billing system | extra | 1 of credit memo in billing, at most 0 may follow |

    Scenario: No credit may follow, and none does
      Given these conventions:
        | question  | answer                       |
        | downgrade | at period end without credit |
      And these event contracts:
        | event            | then                 | in             | within business days | at least | at most |
        | contract amended | credit memo          | billing system | 0                    | 0        | 0       |
        | contract amended | recalculated invoice | billing system | 12                   | 1        | 1       |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex removes 20 "Platform seat" from 16 March 2026
      And time passes to 1 April 2026
      Then every event contract is kept
      And Globex is credited nothing

    Scenario: A credit that must follow and never comes
      Given these conventions:
        | question  | answer                       |
        | downgrade | at period end without credit |
      And these event contracts:
        | event            | then        | in             | within business days |
        | contract amended | credit memo | billing system | 1                    |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex removes 20 "Platform seat" from 16 March 2026
      And time passes to 17 March 2026
      Then every event contract is kept
      When time passes to 18 March 2026
      Then these event contracts are broken:
        | event            | document | then        | in             | how     | finding                                             |
        | contract amended | A-2      | credit memo | billing system | missing | has no credit memo in billing, due by 17 March 2026 |

  Rule: The revenue schedule is revised

    # What is billed as it was signed says nothing new about revenue: the signed change revises, its invoices do not.
    Scenario: Invoices revise no schedule, the change does, once
      Given these event contracts:
        | event            | then             | in  | within business days | at least | at most |
        | contract amended | revenue schedule | ERP | 0                    | 1        | 1       |
        | invoice posted   | revenue schedule | ERP | 0                    | 0        | 0       |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 1 May 2026
      Then every event contract is kept
      And finance closes March 2026 without a difference

    Scenario: No schedule may be revised, and one is
      Given these event contracts:
        | event            | then             | in  | at least | at most |
        | order closed-won | revenue schedule | ERP | 0        | 1       |
        | contract amended | revenue schedule | ERP | 0        | 0       |
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      Then these event contracts are broken:
        | event            | document | then             | in  | how   | finding                                                   |
        | contract amended | A-2      | revenue schedule | ERP | extra | 1 of revenue schedule in the ledger, at most 0 may follow |

    # The ledger does not take the change, so it revises nothing either: the trace says why.
    Scenario: A ledger that never heard of the change has the old schedule
      Given these event contracts:
        | event            | then             | in  | within business days |
        | contract amended | revenue schedule | ERP | 1                    |
      And the ERP refuses the event "contract amended"
      When "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex adds 20 "Platform seat" from 16 March 2026
      And time passes to 18 March 2026
      Then these event contracts are broken:
        | event            | document | then             | in  | how     | finding                                                     | trace                                                                         |
        | contract amended | A-2      | revenue schedule | ERP | missing | has no revenue schedule in the ledger, due by 17 March 2026 | 16 March 2026 to the ledger: refused, the ERP does not take A-2: out of order |
      When everything is repaired and delivered again
      Then these event contracts are broken:
        | event            | document | then             | in  | how  | finding                                      |
        | contract amended | A-2      | revenue schedule | ERP | late | taken on 18 March 2026, due by 17 March 2026 |
      And finance closes March 2026 without a difference
