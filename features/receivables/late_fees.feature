@receivables @late-fees @wave-3 @req:Q2C-069
Feature: Late fees
  An invoice that is not paid in time may cost more than itself. A fee is charged once, on what is open and not in dispute, as an
  invoice of its own; no fee is charged on a fee.

  Background:
    # 100 * 10.00 = 1,000.00 for January and 10%: 1,100.00, due on 31 January.
    Given the company "Northwind SaaS"

  Rule: A percentage and an amount

    Scenario: Two weeks overdue
      # 1,100.00 * 2% = 22.00, and 10.00: 32.00, without tax.
      Given these late fees:
        | days overdue | percent | amount |
        | 14           | 2%      | 10.00  |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then Globex has these open invoices:
        | invoice          | date             | due             | total    | open     |
        | January invoice  | 1 January 2026   | 31 January 2026 | 1,100.00 | 1,100.00 |
        | late fee invoice | 14 February 2026 | 16 March 2026   | 32.00    | 32.00    |
      And the journal of February 2026 is:
        | date             | source           | account            | debit | credit |
        | 14 February 2026 | late fee invoice | Receivables        | 32.00 |        |
        | 14 February 2026 | late fee invoice | Contract liability |       | 32.00  |
        | 28 February 2026 | revenue          | Contract liability | 32.00 |        |
        | 28 February 2026 | revenue          | Revenue            |       | 32.00  |
      And nothing else is credited
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                  | amount   |
        | Invoiced              | 32.00    |
        | Receivables, closing  | 1,132.00 |
        | Revenue from Late fee | 32.00    |

    Scenario: With tax
      # 1,100.00 * 3% = 33.00, and 5% of it 1.65: 34.65.
      Given these late fees:
        | days overdue | percent | tax code |
        | 14           | 3%      | reduced  |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      Then Globex owes 1,134.65 USD
      And the ledger shows on 28 February 2026 exactly:
        | account           | debit    | credit   |
        | Receivables       | 1,134.65 |          |
        | Revenue           |          | 1,033.00 |
        | Sales tax payable |          | 101.65   |
      And finance closes February 2026 without a difference

    Scenario Outline: Paid on the <day>
      Given these late fees:
        | days overdue | percent |
        | 14           | 2%      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,100.00 USD on <day> 2026 for the January invoice
      And time passes to 31 March 2026
      Then Globex owes <owed> USD
      And finance closes March 2026 without a difference

      Examples:
        | day         | owed  |
        | 13 February | 0.00  |
        | 15 February | 22.00 |

    Scenario: Each rule once, on what is open then
      # 1,100.00 * 1% = 11.00 after a week; 400.00 is paid; (1,100.00 - 400.00) * 2% = 14.00 after a month.
      Given these late fees:
        | days overdue | percent |
        | 7            | 1%      |
        | 30           | 2%      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 400.00 USD on 20 February 2026 for the January invoice
      And time passes to 31 May 2026
      Then Globex owes 725.00 USD
      And finance closes May 2026 without a difference

  Rule: Only on what is not in dispute

    Scenario: In part
      # (1,100.00 - 330.00) * 2% = 15.40. The fee is not charged a second time once the dispute has ended.
      Given these late fees:
        | days overdue | percent |
        | 14           | 2%      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "outage"
      And the dispute of Globex is rejected on 20 February 2026
      And time passes to 31 March 2026
      Then Globex owes 1,115.40 USD
      And finance closes March 2026 without a difference

    Scenario: Altogether
      Given these late fees:
        | days overdue | percent |
        | 14           | 2%      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex disputes the January invoice on 5 February 2026 because "outage"
      And time passes to 31 March 2026
      Then Globex owes 1,100.00 USD
      And nothing is posted in February 2026
      And finance closes March 2026 without a difference

    # 20.00 fixed and 2% of 770.00 = 15.40 on 14 February. The dispute ends on 20 February: what stays owed of it, 330.00, 110.00
    # or nothing, bears 2% too; the fixed amount is charged once. 1,100.00 + 35.40 = 1,135.40; 330.00 * 2% = 6.60. With
    # 220.00 credited 1,100.00 - 220.00 + 35.40 + 110.00 * 2% = 917.60; with all of it 1,100.00 - 330.00 + 35.40 = 805.40.
    Scenario Outline: The part bears its fee once its dispute is <outcome>
      Given these conventions:
        | question                        | answer               |
        | late fee on what was in dispute | charged when it ends |
      And these late fees:
        | days overdue | percent | amount |
        | 14           | 2%      | 20.00  |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex disputes 330.00 USD of the January invoice on 5 February 2026 because "outage"
      And time passes to 19 February 2026
      Then Globex owes 1,135.40 USD
      When the dispute of Globex is <ended>
      And time passes to 31 March 2026
      Then Globex owes <owed> USD
      And finance closes March 2026 without a difference

      Examples:
        | outcome | ended | owed     |
        | rejected | rejected on 20 February 2026 | 1,142.00 |
        | settled | settled on 20 February 2026 with a credit of 220.00 USD | 917.60 |
        | accepted | accepted on 20 February 2026 | 805.40 |

    Scenario: All of it was in dispute when the fee fell due, and bears interest for those nights too
      # Due on 31 January, 30 nights to 2 March. In dispute from 5 February to 20 February, 15 nights; the fee falls due on
      # 2 March, after the dispute: 15 nights of 1,100.00 that it could see, and 15 that were in dispute: 30 in all,
      # 1,100.00 * 9% * 30/365 = 8.1370, and 2% = 22.00.
      Given these conventions:
        | question                        | answer               |
        | late fee on what was in dispute | charged when it ends |
      And these late fees:
        | days overdue | percent | interest a year |
        | 30           | 2%      | 9%              |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex disputes the January invoice on 5 February 2026 because "outage"
      And the dispute of Globex is rejected on 20 February 2026
      And time passes to 31 March 2026
      Then Globex owes 1,130.14 USD
      And finance closes March 2026 without a difference

    Scenario: The dispute outlasts the fee's day: the whole fee comes when it ends
      # In dispute from 5 February to 10 March, over 2 March: 5 nights before it, 25 in it, 30 in all.
      Given these conventions:
        | question                        | answer               |
        | late fee on what was in dispute | charged when it ends |
      And these late fees:
        | days overdue | percent | interest a year |
        | 30           | 2%      | 9%              |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex disputes the January invoice on 5 February 2026 because "outage"
      And time passes to 9 March 2026
      Then Globex owes 1,100.00 USD
      When the dispute of Globex is rejected on 10 March 2026
      And time passes to 31 March 2026
      Then Globex owes 1,130.14 USD
      And Globex is invoiced:
        | date          | for      | net   |
        | 10 March 2026 | Late fee | 30.14 |
      And nothing else is invoiced since 2 January 2026
      And finance closes March 2026 without a difference

  Rule: Interest by the night

    Scenario Outline: A year of <year>
      # 1,100.00 * 9% * 30/365 = 8.1369, and * 30/360 = 8.25.
      Given these conventions:
        | question              | answer |
        | year of late interest | <year> |
      And these late fees:
        | days overdue | interest a year |
        | 30           | 9%              |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 March 2026
      Then Globex owes <owed> USD
      And finance closes March 2026 without a difference

      Examples:
        | year     | owed     |
        | 365 days | 1,108.14 |
        | 360 days | 1,108.25 |

    Scenario: On what was open in each night, and from the last interest on
      # Due on 31 January. 20 nights of 1,100.00 to 19 February, 10 nights of 700.00: (22,000 + 7,000) * 9% / 365 = 7.1507.
      # The 30 nights after bear 700.00 * 9% * 30/365 = 5.1781. 700.00 + 7.15 + 5.18 = 712.33.
      Given these late fees:
        | days overdue | interest a year |
        | 30           | 9%              |
        | 60           | 9%              |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 400.00 USD on 20 February 2026 for the January invoice
      And time passes to 30 June 2026
      Then Globex owes 712.33 USD
      And finance closes June 2026 without a difference

  Rule: A fee is given up for goodwill

    Scenario: The fee is credited, the invoice stays owed
      Given these late fees:
        | days overdue | amount |
        | 14           | 25.00  |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 28 February 2026
      And finance credits Globex 25.00 USD on the late fee invoice
      Then Globex owes 1,100.00 USD
      And the ledger shows on 28 February 2026 exactly:
        | account           | debit    | credit   |
        | Receivables       | 1,100.00 |          |
        | Revenue           |          | 1,000.00 |
        | Sales tax payable |          | 100.00   |
      And finance closes February 2026 without a difference
