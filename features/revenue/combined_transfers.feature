@revenue @allocation @transfer @wave-3 @req:Q2C-306
Feature: One of the contracts that are accounted for as one passes on
  Contracts of one customer share one price (606-10-25-9, IFRS 15.17). When one of them passes to another customer, it takes along what it still
  earns of that price, less what is still to be billed for it; the rest of what was billed stays with the contracts that earn it. From then on each
  customer's contracts stand alone: what one changes is no part of what the other has.

  Background:
    # A platform for 1,680.00 a year and two units of support for 60.00, which alone cost 1,200.00 and 300.00: 1,800.00 are shared out as 1,200.00 and
    # 600.00, 100.00 and 50.00 a month. On 30 June 600.00 and 300.00 are earned, and as much is still to be earned.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | revenue schedule | contract term |
      | revenue spread   | by month      |
      | proration        | months        |
    And these products are sold:
      | product  | charged  | price                 | stand-alone price     |
      | Platform | flat     | 1,680.00 USD per year | 1,200.00 USD per year |
      | Support  | per unit | 60.00 USD per year    | 300.00 USD per year   |

  Rule: All of it is billed

    Background:
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Platform |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Support | 2        |
      And on 1 January 2026 finance combines contract C-2 with contract C-1
      And time passes to 30 June 2026

    Scenario Outline: <contract> passes on, with <takes> of the 900.00 that are left
      # Billed less earned would be 1,080.00 for the platform and -180.00 for the support, and 480.00 of either would never clear.
      When the story turns to contract <contract> of Globex
      And the contract of Globex passes to the customer Initech from 1 July 2026
      And time passes to 31 July 2026
      Then the journal of July 2026 is:
        | date         | source   | customer | account            | debit    | credit   |
        | 1 July 2026  | transfer | Globex   | Contract liability | <takes>  |          |
        | 1 July 2026  | transfer | Initech  | Contract liability |          | <takes>  |
        | 31 July 2026 | revenue  | Initech  | Contract liability | <a month> |         |
        | 31 July 2026 | revenue  | Initech  | Revenue            |          | <a month> |
        | 31 July 2026 | revenue  | Globex   | Contract liability | <stays>  |          |
        | 31 July 2026 | revenue  | Globex   | Revenue            |          | <stays>  |
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | customer | account     | debit    | credit           |
        | Globex   | Receivables | 1,800.00 |                  |
        | Globex   | Revenue     |          | 1,800.00 - <takes> |
        | Initech  | Revenue     |          | <takes>          |
      And finance closes December 2026 without a difference

      Examples:
        | contract | takes  | a month | stays  |
        | C-1      | 600.00 | 100.00  | 50.00  |
        | C-2      | 300.00 | 50.00   | 100.00 |

    Scenario: What passed on stands apart already
      When the story turns to contract C-2 of Globex
      And the contract of Globex passes to the customer Initech from 1 July 2026
      And on 2 July 2026 finance separates contract C-2 from contract C-1
      Then it is refused because "contract C-2 passed on with its share of the price and stands apart from C-1 already"
      When time passes to 31 July 2026
      Then the revenue of July 2026 is 150.00 USD
      And finance closes July 2026 without a difference

    Scenario: Both pass on, one after the other
      When the story turns to contract C-1 of Globex
      And the contract of Globex passes to the customer Initech from 1 July 2026
      And the story turns to contract C-2 of Globex
      And the contract of Globex passes to the customer Initech from 1 August 2026
      And time passes to 31 August 2026
      Then the ledger shows on 31 August 2026 exactly:
        | customer | account            | debit    | credit        |
        | Globex   | Receivables        | 1,800.00 |               |
        | Globex   | Revenue            |          | 900.00 + 50.00 |
        | Initech  | Contract liability |          | 400.00 + 200.00 |
        | Initech  | Revenue            |          | 200.00 + 50.00 |
      And finance closes August 2026 without a difference

    Scenario: Whoever has the platform leaves: the support is no part of it any more
      # On 1 October 3/12 of 1,680.00 go back: 420.00, of which the platform still had 300.00 to earn. The 120.00 that it was billed dearer are revenue no more.
      When the story turns to contract C-1 of Globex
      And the contract of Globex passes to the customer Initech from 1 July 2026
      And Initech cancels on 1 October 2026 and is refunded
      And time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | customer | account     | debit    | credit          |
        | Globex   | Receivables | 1,380.00 |                 |
        | Globex   | Revenue     |          | 900.00 + 300.00 |
        | Initech  | Revenue     |          | 300.00 - 120.00 |
      And finance closes December 2026 without a difference

  Rule: The platform is still to be billed

    Background:
      Given "Globex" signed on 1 January 2026 for 1 year, billed quarterly in advance, net 30, no tax:
        | product  |
        | Platform |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Support | 2        |
      And on 1 January 2026 finance combines contract C-2 with contract C-1

    Scenario: What is earned ahead of the bills of one customer and billed ahead to another
      # 840.00 and 120.00 are billed, 900.00 earned: 60.00 of liability. Of the platform 600.00 are still to be earned and 840.00 to be billed: 240.00 are
      # earned ahead of its bills and pass on, and 300.00 of liability stay; both stand in the books at the month's end. In July 420.00 of
      # the platform are billed: 240.00 are covered, 180.00 are ahead, of which July earns 100.00.
      When the story turns to contract C-1 of Globex
      And Globex signs on 20 June 2026 that the contract passes to the customer Initech from 1 July 2026
      And time passes to 31 July 2026
      Then the ledger shows on 31 July 2026 exactly:
        | customer | account            | debit  | credit          |
        | Globex   | Receivables        | 960.00 |                 |
        | Globex   | Contract liability |        | 300.00 - 50.00  |
        | Globex   | Revenue            |        | 900.00 + 50.00  |
        | Initech  | Receivables        | 420.00 |                 |
        | Initech  | Contract liability |        | 420 - 240 - 100 |
        | Initech  | Revenue            |        | 100.00          |
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | customer | account     | debit  | credit   |
        | Globex   | Receivables | 960.00 |          |
        | Globex   | Revenue     |        | 1,200.00 |
        | Initech  | Receivables | 840.00 |          |
        | Initech  | Revenue     |        | 600.00   |
      And finance closes December 2026 without a difference
