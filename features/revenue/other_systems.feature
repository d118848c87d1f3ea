@revenue @spreading @wave-3 @req:Q2C-039
Feature: A price over its service days, as other systems spread it
  Billing and ledger systems publish what their methods make of one invoice. Each of them is a convention here, and gives the same
  months to the cent.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | charged | price              |
      | Course  | flat    | 10,000.00 USD once |

  Rule: NetSuite's straight-line methods

    Scenario Outline: 10,000.00 from 11 February to 27 May, <spread>
      # The example of its support pages. 106 days: 18, 31, 30 and 27.
      # Exact days: 10,000.00 * 18/106, 31/106 ... Even periods: four times 2,500.00. First and last period prorated: 18/106 and 27/106,
      # and 5,754.72 for March and April alike. Period-rate: 18/28 + 1 + 1 + 27/31 = 3.513825 months of 2,845.90.
      # What rounding leaves falls on the month before the last.
      Given these conventions:
        | question            | answer              |
        | revenue spread      | <spread>            |
        | residue of a spread | next to last period |
      And "Globex" signed on 11 February 2022 for 4 months, billed every 4 months in advance, net 30, tax 10%:
        | product | to          |
        | Course  | 27 May 2022 |
      Then the revenue schedule of Globex is:
        | month         | product | amount |
        | February 2022 | Course  | <feb>  |
        | March 2022    | Course  | <mar>  |
        | April 2022    | Course  | <apr>  |
        | May 2022      | Course  | <may>  |
      When time passes to 28 February 2022
      Then the journal of February 2022 is:
        | date             | source           | account            | debit     | credit    |
        | 11 February 2022 | February invoice | Receivables        | 11,000.00 |           |
        | 11 February 2022 | February invoice | Contract liability |           | 10,000.00 |
        | 11 February 2022 | February invoice | Sales tax payable  |           | 1,000.00  |
        | 28 February 2022 | revenue          | Contract liability | <feb>     |           |
        | 28 February 2022 | revenue          | Revenue            |           | <feb>     |
      And finance closes February 2022 without a difference
      When time passes to 31 May 2022
      Then the ledger shows on 31 May 2022 exactly:
        | account           | debit     | credit    |
        | Receivables       | 11,000.00 |           |
        | Revenue           |           | 10,000.00 |
        | Sales tax payable |           | 1,000.00  |
      And finance closes May 2022 without a difference

      Examples:
        | spread                 | feb      | mar      | apr      | may      |
        | by day                 | 1,698.11 | 2,924.53 | 2,830.19 | 2,547.17 |
        | by equal period        | 2,500.00 | 2,500.00 | 2,500.00 | 2,500.00 |
        | by day in begun months | 1,698.11 | 2,877.36 | 2,877.36 | 2,547.17 |
        | by month               | 1,829.51 | 2,845.90 | 2,845.90 | 2,478.69 |

    Scenario: Four months that touch five, in even periods
      # 400.00 from the middle of August to the middle of December: five times 80.00.
      Given these conventions:
        | question       | answer          |
        | revenue spread | by equal period |
      And "Globex" signed on 15 August 2026 for 4 months, billed every 4 months in advance, net 30, no tax:
        | product | price  | to               |
        | Course  | 400.00 | 14 December 2026 |
      Then the revenue schedule of Globex is:
        | month          | product | amount |
        | August 2026    | Course  | 80.00  |
        | September 2026 | Course  | 80.00  |
        | October 2026   | Course  | 80.00  |
        | November 2026  | Course  | 80.00  |
        | December 2026  | Course  | 80.00  |

  Rule: Others, over three months or less

    Scenario Outline: <who>: <amount> from <first> to <last>, <spread>
      # Odoo, cut-off add-on: 24/31, 1 and 15/31 of a month of 1,000.00, and the residue is the first month's.
      # ChargeOver: a quarter in equal thirds, from the month in which it begins.
      Given these conventions:
        | question            | answer    |
        | revenue spread      | <spread>  |
        | residue of a spread | <residue> |
      And "Globex" signed on <first> for 3 months, billed quarterly in advance, net 30, no tax:
        | product | price    | to     |
        | Course  | <amount> | <last> |
      Then the revenue schedule of Globex is:
        | month | product | amount |
        | <m1>  | Course  | <a1>   |
        | <m2>  | Course  | <a2>   |
        | <m3>  | Course  | <a3>   |

      Examples:
        | who               | amount   | first           | last            | spread        | residue      | m1           | a1     | m2            | a2       | m3             | a3     |
        | Odoo add-on       | 2,258.06 | 8 January 2026  | 15 March 2026   | by month      | first period | January 2026 | 774.19 | February 2026 | 1,000.00 | March 2026     | 483.87 |
        | ChargeOver        | 1,200.00 | 20 July 2025    | 19 October 2025 | by full month | cumulative   | July 2025    | 400.00 | August 2025   | 400.00   | September 2025 | 400.00 |

    Scenario: A month from the fifteenth, day by day
      # Stripe's first example: 31.00 from 15 January to 14 February 2019.
      Given these conventions:
        | question       | answer |
        | revenue spread | by day |
      And "Globex" signed on 15 January 2019 for 1 month, billed monthly in advance, net 30, no tax:
        | product | price | to               |
        | Course  | 31.00 | 14 February 2019 |
      When time passes to 28 February 2019
      Then the revenue of Globex is:
        | month         | amount |
        | January 2019  | 17.00  |
        | February 2019 | 14.00  |
      And the ledger shows on 28 February 2019:
        | account            | credit |
        | Contract liability |        |
      And finance closes February 2019 without a difference

  Rule: What becomes of it

    Scenario: A course that is canceled in the middle keeps what was served as revenue, and the rest is revenue at once
      # 1,060.00 over 106 days; on 1 April 49 are served. Nothing is given back for what is charged once: 570.00 on the day it ends.
      Given "Globex" signed on 11 February 2022 for 4 months, billed every 4 months in advance, net 30, no tax:
        | product | price    | to          |
        | Course  | 1,060.00 | 27 May 2022 |
      When Globex cancels on 1 April 2022
      And time passes to 30 April 2022
      Then the revenue of Globex is:
        | month         | amount |
        | February 2022 | 180.00 |
        | March 2022    | 310.00 |
        | April 2022    | 570.00 |
      And nothing else is credited
      And finance closes April 2022 without a difference
