@revenue @deliveries @wave-3 @req:Q2C-042
Feature: Contracts that end before everything is given
  What was given stays revenue at its part of the price. What was not is given back, kept, or made up for by a fee, as the contract has it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | proration               | months         |
      | earned ahead of billing | contract asset |

  Rule: Projects and pieces

    Background:
      Given these products are sold:
        | product | charged  | price              | revenue      |
        | Project | flat     | 10,000.00 USD once | as delivered |
        | Sensor  | per unit | 100.00 USD once    | as delivered |

    Scenario: A project billed ahead ends at 40%, and what was not done is credited
      # 606-10-55-17: 4,000.00 of 10,000.00 are earned; 6,000.00 and their tax are given back on the day it ends.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product |
        | Project |
      When "Project" of Globex is 40% complete on 31 March 2026
      And Globex cancels on 15 April 2026
      And finance credits Globex 6,000.00 USD on the January invoice
      And time passes to 30 April 2026
      Then the revenue of Globex is:
        | month      | amount   |
        | March 2026 | 4,000.00 |
      And the ledger shows on 30 April 2026 exactly:
        | account           | debit    | credit   |
        | Receivables       | 4,400.00 |          |
        | Revenue           |          | 4,000.00 |
        | Sales tax payable |          | 400.00   |
      And finance closes April 2026 without a difference

    Scenario: The same, and nothing goes back: the rest is revenue on the day it ends
      # Handbook 4.10, a non-refundable contract.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Project |
      When "Project" of Globex is 40% complete on 31 March 2026
      And Globex cancels on 15 April 2026, keeps no service and gets nothing back
      And time passes to 30 April 2026
      Then the revenue of Globex is:
        | month      | amount   |
        | March 2026 | 4,000.00 |
        | April 2026 | 6,000.00 |
      And finance closes April 2026 without a difference

    Scenario: Pieces that are no longer wanted are taken off before the contract ends
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Sensor  | 120      |
      When Globex receives 60 "Sensor" on 31 March 2026
      And Globex removes 60 "Sensor" from 15 April 2026
      And Globex cancels on 15 April 2026
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source      | account            | debit    | credit   |
        | 15 April 2026 | credit memo | Contract liability | 6,000.00 |          |
        | 15 April 2026 | credit memo | Receivables        |          | 6,000.00 |
      And the ledger shows on 30 April 2026 exactly:
        | account     | debit    | credit   |
        | Receivables | 6,000.00 |          |
        | Revenue     |          | 6,000.00 |
      And finance closes April 2026 without a difference

  Rule: Services with something given before

    Scenario: Set-up was earned ahead, and half of the year is given back
      # Set-up for nothing is worth 240.00 of 1,200.00, the year 960.00. At the end of June 240.00 + 480.00 = 720.00 are earned. 600.00 go back,
      # so 600.00 is all that is left: July takes 120.00 of it back.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price | price per year | stand-alone price |
        | Set-up         | 1        | 0.00  |                | 300.00            |
        | Annual license | 1        |       | 1,200.00       | 1,200.00          |
      When Globex cancels on 1 July 2026
      And time passes to 31 July 2026
      Then the revenue of June 2026 is 80.00 USD
      And the revenue of July 2026 is -120.00 USD
      And the ledger shows on 31 July 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 600.00 |        |
        | Revenue     |        | 600.00 |
      And finance closes July 2026 without a difference

    Scenario: Months for nothing leave an asset, and it is given up with the contract
      # Nothing to June, 200.00 a month from July, signed together: 1,200.00 over twelve months. Canceled from April: 300.00 are earned
      # and nobody will ever pay them (handbook 4.10).
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00            |
      When Globex signs on 1 January 2026 to pay 10.00 USD per month for "Platform seat" from 1 July 2026
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026 exactly:
        | account        | debit  | credit |
        | Contract asset | 300.00 |        |
        | Revenue        |        | 300.00 |
      When Globex cancels on 1 April 2026
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source  | account        | debit  | credit |
        | 30 April 2026 | revenue | Revenue        | 300.00 |        |
        | 30 April 2026 | revenue | Contract asset |        | 300.00 |
      And finance closes April 2026 without a difference

  Rule: A customer with two contracts

    Scenario: The older of two contracts is changed
      # 100.00 and 50.00 a month. The older one costs 900.00 a year from July: 600.00 - 150.00 over six months: 75.00.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      And "Globex" signed on 1 February 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 600.00         |
      When the story turns to contract C-1 of Globex
      And Globex pays 900.00 USD per year for "Annual license" from 1 July 2026
      And time passes to 31 July 2026
      Then the revenue of June 2026 is 150.00 USD
      And the revenue of July 2026 is 125.00 USD
      And the revenue schedule versions of Globex are:
        | product        | version | from            | reason                                         | amount   |
        | Annual license | 1       | 1 January 2026  | contract signed                                | 1,200.00 |
        | Annual license | 1       | 1 February 2026 | contract signed                                | 600.00   |
        | Annual license | 2       | 1 July 2026     | price change on 1 July 2026, terminate and new | 1,050.00 |
      And finance closes July 2026 without a difference
