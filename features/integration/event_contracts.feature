@integration @event-contracts @wave-4 @req:Q2C-107
Feature: Event contracts
  For every kind of business event it is written down what must follow, where, and within how many business days. What is
  missing, comes twice or comes late is told with the way the event took, before a month's end has to find it.

  Background:
    Given the company "Northwind SaaS"

  Rule: The standard contracts

    Scenario: A quarter's ordinary events keep every contract
      Given Globex pays every invoice when it is due
      When "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 10, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex adds 5 "Platform seat" from 10 February 2026
      And time passes to 30 April 2026
      Then every event contract is kept
      And no event went astray

    # 2 January 2026 is a Friday; one business day later is Monday 5 January.
    Scenario: What is lost is missing once its time has passed
      Given the integration loses the event "invoice posted"
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 5 January 2026
      Then every event contract is kept
      When time passes to 6 January 2026
      Then these event contracts are broken:
        | event          | document  | customer | then  | in  | how     | finding                                            | trace                                                       |
        | invoice posted | NW-000001 | Globex   | taken | ERP | missing | is not taken by the ledger, due by 5 January 2026 | 2 January 2026 to the ledger: lost, never arrived |
      When everything is repaired and delivered again
      Then these event contracts are broken:
        | event          | document  | then  | in  | how  | finding                                             |
        | invoice posted | NW-000001 | taken | ERP | late | taken on 6 January 2026, due by 5 January 2026 |
      And finance closes January 2026 without a difference

    Scenario Outline: What is delayed by <days> is <kept or broken>
      Given the integration delays the event "invoice posted" by <days>
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 10 January 2026
      Then <contracts>

      Examples:
        | days   | kept or broken | contracts                    |
        | 1 day  | kept           | every event contract is kept |
        | 3 days | kept           | every event contract is kept |

    Scenario: A day more is late
      Given the integration delays the event "invoice posted" by 4 days
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 10 January 2026
      Then these event contracts are broken:
        | event          | document  | how  | finding                                        |
        | invoice posted | NW-000001 | late | taken on 6 January 2026, due by 5 January 2026 |

    Scenario: A repeated event is taken once, and nothing is extra
      Given the integration repeats the event "invoice posted"
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 31 January 2026
      Then every event contract is kept

    Scenario: A refusal is a follow-up that is missing, with the answer in the trace
      Given the ERP refuses the event "contract activated"
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in arrears, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 6 January 2026
      Then these event contracts are broken:
        | event              | document | in  | how     | trace                                                                              |
        | contract activated | C-1      | ERP | missing | 2 January 2026 to the ledger: refused, the ERP does not take C-1: out of order |
      When everything is repaired and delivered again
      Then finance closes January 2026 without a difference

  Rule: A company's own contracts

    Scenario Outline: Holidays are no business days: <days> within <within>
      # 2 January is a Friday and Monday the 5th a holiday here: one business day later is Tuesday the 6th.
      Given these days are holidays:
        | date           |
        | 5 January 2026 |
      And these event contracts:
        | event          | in  | within business days |
        | invoice posted | ERP | <within>             |
      And the integration delays the event "invoice posted" by <days>
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 10 January 2026
      Then every event contract is kept

      Examples:
        | days   | within |
        | 4 days | 1      |
        | 5 days | 2      |

    Scenario: A follow-up that never comes, though everything arrived
      # Nobody collects by card here, so no attempt follows the request: the company says that one must.
      Given these event contracts:
        | event             | then            | in              | within business days |
        | payment requested | payment attempt | payment gateway | 0                    |
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 3, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And time passes to 8 January 2026
      Then these event contracts are broken:
        | event             | then            | in              | how     | finding                                                           | trace                                                  |
        | payment requested | payment attempt | payment gateway | missing | has no payment attempt in the gateway, due by 5 January 2026 | 5 January 2026 to the gateway: delivered, taken |

    Scenario: What may not follow at all is extra
      Given these event contracts:
        | event            | then     | in             | at least | at most |
        | order closed-won | contract | billing system | 0        | 0       |
      When "Globex" signed on 2 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then these event contracts are broken:
        | event            | document | customer | then     | in             | how   | finding                                           |
        | order closed-won | O-1      | Globex   | contract | billing system | extra | 1 of contract in billing, at most 0 may follow |
