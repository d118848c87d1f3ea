@close @revenue @wave-3 @req:Q2C-314
Feature: Region and channel
  The ledger tells its lines apart by where and through whom was sold, so that revenue is disclosed by what moves it (IFRS 15.114,
  606-10-50-5) and a trial balance can be drawn for a region or a channel. What a contract was sold as stays with its lines.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And these customers exist:
      | customer | region  | channel |
      | Globex   | Europe  | Direct  |
      | Initech  | America | Partner |

  Rule: Lines bear where and through whom was sold

    Scenario: Two customers, and one contract through another channel
      # 100 seats at 10.00 to Europe, directly; 50 to America through partners; 20 to Europe through a marketplace.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And the next contracts are sold so:
        | customer | channel     |
        | Globex   | Marketplace |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 10.00 USD       |
      When time passes to 31 January 2026
      Then the journal from 31 January 2026 to 31 January 2026 is:
        | source  | customer | account            | region  | channel     | debit    | credit   |
        | revenue | Globex   | Contract liability | Europe  | Direct      | 1,000.00 |          |
        | revenue | Globex   | Revenue            | Europe  | Direct      |          | 1,000.00 |
        | revenue | Initech  | Contract liability | America | Partner     | 500.00   |          |
        | revenue | Initech  | Revenue            | America | Partner     |          | 500.00   |
        | revenue | Globex   | Contract liability | Europe  | Marketplace | 200.00   |          |
        | revenue | Globex   | Revenue            | Europe  | Marketplace |          | 200.00   |
      And the revenue of January 2026 is made of:
        | region  | amount   |
        | Europe  | 1,200.00 |
        | America | 500.00   |
      And the revenue of January 2026 is made of:
        | channel     | product       | amount   |
        | Direct      | Platform seat | 1,000.00 |
        | Partner     | Platform seat | 500.00   |
        | Marketplace | Platform seat | 200.00   |
      And the trial balance for January 2026 by region is:
        | region  | account            | opening | debits   | credits  | debit    | credit   |
        | America | Receivables        | 0.00    | 500.00   | 0.00     | 500.00   |          |
        | America | Contract liability | 0.00    | 500.00   | 500.00   |          |          |
        | America | Revenue            | 0.00    | 0.00     | 500.00   |          | 500.00   |
        | Europe  | Receivables        | 0.00    | 1,300.00 | 0.00     | 1,300.00 |          |
        | Europe  | Contract liability | 0.00    | 1,200.00 | 1,200.00 |          |          |
        | Europe  | Sales tax payable  | 0.00    | 0.00     | 100.00   |          | 100.00   |
        | Europe  | Revenue            | 0.00    | 0.00     | 1,200.00 |          | 1,200.00 |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                        | amount   |
        | Revenue in Europe           | 1,200.00 |
        | Revenue in America          | 500.00   |
        | Revenue through Direct      | 1,000.00 |
        | Revenue through Marketplace | 200.00   |
        | Revenue through Partner     | 500.00   |
        | Revenue                     | 1,700.00 |

    Scenario: A payment settles where its invoice stands
      Given the next contracts are sold so:
        | customer | region | channel  |
        | Globex   | Asia   | Reseller |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,000.00 USD on 20 January 2026 for the January invoice
      And time passes to 31 January 2026
      Then the trial balance for January 2026 by region is:
        | region | account            | debits   | credits  | closing   |
        | Asia   | Receivables        | 1,000.00 | 1,000.00 | 0.00      |
        | Asia   | Contract liability | 1,000.00 | 1,000.00 | 0.00      |
        | Asia   | Revenue            | 0.00     | 1,000.00 | -1,000.00 |
        | Asia   | Cash               | 1,000.00 | 0.00     | 1,000.00  |

  Rule: What was true at signing stays, or the customer's record decides

    Scenario Outline: A customer who moves to another region, lines <answer>
      # 1,000.00 a month. From February on the customer belongs to Asia.
      Given these conventions:
        | question                               | answer   |
        | region and channel of journal lines    | <answer> |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When the CRM writes "Asia" as the region of Globex on 5 February 2026
      And time passes to 28 February 2026
      Then the revenue of January 2026 is made of:
        | region | amount   |
        | Europe | 1,000.00 |
      And the revenue of February 2026 is made of:
        | region     | amount   |
        | <february> | 1,000.00 |
      And finance closes February 2026 without a difference

      Examples:
        | answer                                | february |
        | of the contract, else of the customer | Europe   |
        | of the customer                       | Asia     |

  Rule: Journals by hand

    Scenario: Rent is allocated over regions by heads
      # 10,000.00 by 6, 3 and 1: 6,000.00, 3,000.00 and 1,000.00.
      Given these accounts are in the chart:
        | account | type    |
        | Rent    | expense |
        | Payable | liability |
      When finance posts the journal "rent" on 31 January 2026:
        | account | debit     | credit    |
        | Rent    | 10,000.00 |           |
        | Payable |           | 10,000.00 |
      And "Ann" prepares the allocation "rent by heads" of 10,000.00 USD from "Rent" on 31 January 2026:
        | account | share | region  | channel |
        | Rent    | 6     | Europe  |         |
        | Rent    | 3     | America |         |
        | Rent    | 1     | Asia    | Direct  |
      And "Bob" approves the journal "rent by heads" on 31 January 2026
      Then the trial balance for January 2026 by region is:
        | region  | account | debits    | credits   | closing    |
        | -       | Payable | 0.00      | 10,000.00 | -10,000.00 |
        | -       | Rent    | 10,000.00 | 10,000.00 | 0.00       |
        | America | Rent    | 3,000.00  | 0.00      | 3,000.00   |
        | Asia    | Rent    | 1,000.00  | 0.00      | 1,000.00   |
        | Europe  | Rent    | 6,000.00  | 0.00      | 6,000.00   |
      And the trial balance for January 2026 by channel is:
        | channel | account | closing    |
        | -       | Payable | -10,000.00 |
        | -       | Rent    | 9,000.00   |
        | Direct  | Rent    | 1,000.00   |
      And finance closes January 2026 without a difference

    Scenario: The new fiscal year begins at nothing in every region
      Given "Globex" signed on 1 December 2025 for 2 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then the trial balance for January 2026 by region is:
        | region | account            | opening   | debits   | credits  | closing   |
        | Europe | Receivables        | 1,000.00  | 1,000.00 | 0.00     | 2,000.00  |
        | Europe | Contract liability | 0.00      | 1,000.00 | 1,000.00 | 0.00      |
        | Europe | Retained earnings  | -1,000.00 | 0.00     | 0.00     | -1,000.00 |
        | Europe | Revenue            | 0.00      | 0.00     | 1,000.00 | -1,000.00 |
