@quote-to-order @amendments @wave-3 @req:Q2C-202
Feature: A change of a running contract is quoted, with what it will cost
  Before they sign, the customer sees what the change credits, charges and taxes, what the contract costs a month from then on, and
  what it comes to in all. What they sign is what is billed: if anything has changed meanwhile, they are asked again.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product      | charged  | price               | tax |
      | Care package | flat     | 50.00 USD per month | 10% |
      | Archive      | per unit | 31.00 USD per month | 10% |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |

  Rule: What is previewed is what is billed

    Scenario: More seats from the middle of the month
      # 20 * 10.00 * 16/31 = 103.23, tax 10.32. 12,000.00 without; with it 103.23 and 9 * 200.00 more.
      When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      Then the quote for Globex previews:
        | what   | date          | for           | from          | to            | quantity | price | net              | tax   | total  |
        | charge | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 20       | 10.00 | 20 * 10.00 * 16/31 | 10.32 | 113.55 |
      And the quote for Globex comes to:
        | figure                     | amount    |
        | credited                   | 0.00      |
        | charged                    | 103.23    |
        | tax                        | 10.32     |
        | to pay                     | 113.55    |
        | recurring a month, without | 1,000.00  |
        | recurring a month          | 1,200.00  |
        | contract total, without    | 12,000.00 |
        | contract total             | 12000.00 + 103.23 + 9 * 200.00 |
      And Globex is invoiced 3,300.00 USD in all
      When Globex signs the quote on 12 March 2026
      And time passes to 1 April 2026
      Then Globex is invoiced:
        | date          | from          | to            | quantity | net      | tax    |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 20       | 103.23   | 10.32  |
        | 1 April 2026  | 1 April 2026  | 30 April 2026 | 120      | 1,200.00 | 120.00 |
      And nothing else is invoiced since 2 March 2026
      And nothing else is credited
      And Globex is billed as the quote previewed
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference

    Scenario: Fewer seats, another product and another price, in one quote
      # 40 of 100 seats go: 40 * 10.00 * 16/31 = 206.45; the 60 left cost 9.00: 60 * 10.00 * 16/31 = 309.68 back, 60 * 9.00 * 16/31
      # = 278.71 charged. Support, 50.00 a month: 50.00 * 16/31 = 25.81.
      When sales quotes Globex a change of the contract on 16 March 2026, effective 16 March 2026:
        | change          | product       | quantity | price              |
        | remove quantity | Platform seat | 40       |                    |
        | price           | Platform seat |          | 9.00 USD per month |
        | add product     | Care package  | 1        |                    |
      Then the quote for Globex previews:
        | what   | date          | for           | from          | to            | quantity | price | net    | tax   |
        | credit | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 100      | 10.00 | 516.13 | 51.61 |
        | charge | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 60       | 9.00  | 278.71 | 27.87 |
        | charge | 16 March 2026 | Care package  | 16 March 2026 | 31 March 2026 | 1        | 50.00 | 25.81  | 2.58  |
      And the quote for Globex comes to:
        | figure                     | amount   |
        | credited                   | 516.13   |
        | charged                    | 278.71 + 25.81 |
        | tax                        | 27.87 + 2.58 - 51.61 |
        | to pay                     | 304.52 + 30.45 - 567.74 |
        | recurring a month, without | 1,000.00 |
        | recurring a month          | 60 * 9.00 + 50.00 |
        | contract total             | 3000.00 - 516.13 + 304.52 + 9 * 590.00 |
      When Globex signs the quote on 16 March 2026
      Then Globex is billed as the quote previewed
      And Globex is credited:
        | date          | quantity | net    | tax   |
        | 16 March 2026 | 100      | 516.13 | 51.61 |
      And Globex is invoiced:
        | date          | for           | net    | tax   |
        | 16 March 2026 | Platform seat | 278.71 | 27.87 |
        | 16 March 2026 | Care package  | 25.81  | 2.58  |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: Co-termed: what joins ends with the contract, and a longer term goes for all of it
      # Archive at 31.00 a month from 16 March: 31.00 * 16/31 = 16.00. The term becomes longer by three months: 1,031.00 each.
      When sales quotes Globex a change of the contract on 16 March 2026, effective 16 March 2026:
        | change      | product | quantity | until         |
        | add product | Archive | 1        |               |
        | extension   |         |          | 31 March 2027 |
      Then the quote for Globex comes to:
        | figure                  | amount    |
        | charged                 | 16.00     |
        | tax                     | 1.60      |
        | contract total, without | 12,000.00 |
        | contract total          | 15 * 1000.00 + 16.00 + 12 * 31.00 |
      When Globex signs the quote on 16 March 2026
      And time passes to 1 March 2027
      Then Globex is billed as the quote previewed
      And Globex is invoiced:
        | date         | for           | from         | to            | net      |
        | 1 March 2027 | Platform seat | 1 March 2027 | 31 March 2027 | 1,000.00 |
        | 1 March 2027 | Archive       | 1 March 2027 | 31 March 2027 | 31.00    |
      When time passes to 30 April 2027
      Then Globex is invoiced nothing since 2 March 2027

    Scenario: From the next bill date on, the preview says what would have been billed instead
      # Nothing is prorated: the April invoice is 1,200.00 and not 1,000.00.
      When sales quotes Globex a change of the contract on 16 March 2026, effective at the end of the billing period:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      Then the quote for Globex previews:
        | what       | date         | for           | from         | to            | quantity | net      | tax    |
        | charge     | 1 April 2026 | Platform seat | 1 April 2026 | 30 April 2026 | 120      | 1,200.00 | 120.00 |
        | instead of | 1 April 2026 | Platform seat | 1 April 2026 | 30 April 2026 | 100      | 1,000.00 | 100.00 |
      And the quote for Globex comes to:
        | figure     | amount   |
        | charged    | 1,200.00 |
        | tax        | 120.00   |
        | to pay     | 1,320.00 |
        | instead of | 1,100.00 |
      When Globex signs the quote on 17 March 2026
      And time passes to 1 April 2026
      Then Globex is billed as the quote previewed
      And Globex is invoiced nothing since 2 April 2026

    Scenario: A cancellation, with what it gives back
      # 16 of the 31 days of March: 1000.00 * 16/31 = 516.13.
      When sales quotes Globex a change of the contract on 16 March 2026, effective 16 March 2026:
        | change       |
        | cancellation |
      Then the quote for Globex comes to:
        | figure            | amount             |
        | credited          | 516.13             |
        | charged           | 0.00               |
        | tax               | -51.61             |
        | to pay            | -567.74            |
        | recurring a month | 0.00               |
        | contract total    | 3000.00 - 516.13   |
      When Globex signs the quote on 16 March 2026
      Then Globex is billed as the quote previewed
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

  Rule: Versions

    Scenario: Another version takes the place of the one before, with its own preview
      When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      And sales changes the quote for Globex on 11 March 2026, effective 1 April 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 30       |
      Then the quote for Globex has these versions:
        | version | number | date          |
        | 1       | Q-2    | 10 March 2026 |
        | 2       | Q-2-V2 | 11 March 2026 |
      And the quote for Globex comes to:
        | figure            | amount   |
        | charged           | 1,300.00 |
        | recurring a month | 1,300.00 |
        | contract total    | 12000.00 + 9 * 300.00 |
      When Globex signs version 1 of the quote
      Then it is refused because "quote Q-2 is superseded by Q-2-V2"
      When Globex signs the quote on 12 March 2026
      And time passes to 1 April 2026
      Then Globex is billed as the quote previewed
      And Globex is invoiced:
        | date         | quantity | net      |
        | 1 April 2026 | 130      | 1,300.00 |
      And Globex is invoiced nothing since 2 April 2026

  Rule: Overtaken

    Scenario: By a change that sales signed meanwhile, it is refused
      When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      And Globex adds 5 "Platform seat" from 12 March 2026
      And Globex signs the quote on 13 March 2026
      Then it is refused because "quote Q-2 of 10 March 2026 is overtaken: order O-2 has changed contract C-1 since; quote it anew"
      When sales changes the quote for Globex on 13 March 2026, effective 16 March 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      Then the quote for Globex comes to:
        | figure                     | amount   |
        | charged                    | 103.23   |
        | recurring a month, without | 1,050.00 |
        | recurring a month          | 1,250.00 |
      When Globex signs the quote on 13 March 2026
      And time passes to 16 March 2026
      Then Globex is billed as the quote previewed

    Scenario: By what billing did itself: its figures are no longer those that were signed
      # Seats from 16 March, quoted on 10 March and signed on 2 April: April is billed at 1,000.00 by then, so that it would cost
      # 103.23 for March and 200.00 for April, not 103.23.
      When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      And Globex signs the quote on 2 April 2026
      Then billing holds these exceptions:
        | event              | customer | date         | reason |
        | "order closed-won" | Globex   | 2 April 2026 | quote Q-2 of 10 March 2026 came to 113.55 USD to pay and a contract total of 13,903.23 USD; on 2 April 2026 it would be 333.55 USD and 13,903.23 USD; quote it anew |
      And Globex is invoiced nothing since 2 April 2026
      When time passes to 30 April 2026
      Then finance cannot close April 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | *   | *       | *          | *            |

  Rule: What cannot be quoted

    Scenario: More than the contract allows
      When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
        | change          | product       | quantity |
        | remove quantity | Platform seat | 101      |
      And Globex signs the quote on 10 March 2026
      Then it is refused because "contract C-1 holds 100 'Platform seat' on 16 March 2026, 101 cannot go"

    Scenario: A preview that never came keeps the quote from being won
      Given the integration loses the event "change previewed"
      When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
        | change       | product       | quantity |
        | add quantity | Platform seat | 20       |
      And Globex signs the quote on 10 March 2026
      Then it is refused because "quote Q-2 has no preview yet"
      When everything is repaired and delivered again
      And Globex signs the quote on 11 March 2026
      And time passes to 16 March 2026
      Then Globex is billed as the quote previewed
