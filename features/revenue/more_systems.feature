@revenue @spreading @wave-3 @req:Q2C-039
Feature: More cases that other systems publish
  Disputes, taxes in prices, plans that change in the middle, satisfaction by events and by fixed shares.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revenue spread   | by day                      |
    And these products are sold:
      | product | charged  | price                 |
      | Quarter | flat     | 90.00 USD per quarter |
      | Seat    | per unit | 30.00 USD per month   |
      | Plan    | flat     | 365.00 USD per year   |

  Rule: Paid, and taken back

    Scenario: A quarter is disputed on 1 February, and the bank takes it back at once
      # Stripe's example: 31.00 of 90.00 are earned; they become contra revenue, and 59.00 are no longer owed.
      Given these conventions:
        | question              | answer               |
        | chargeback while open | taken out of revenue |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 0, no tax:
        | product |
        | Quarter |
      And Globex pays every invoice when it is due
      When Globex charges back the January invoice on 1 February 2026 because "not recognized"
      Then the journal from 1 February 2026 to 1 February 2026 is:
        | date            | source     | account          | debit | credit |
        | 1 February 2026 | chargeback | Concessions      | 90.00 |        |
        | 1 February 2026 | chargeback | Gateway clearing |       | 90.00  |
      When the chargeback of Globex is lost on 10 February 2026
      And Globex cancels on 11 February 2026
      And time passes to 28 February 2026
      Then finance closes February 2026 without a difference

  Rule: Prices with tax

    Scenario: A month of 110.00 of which a tenth of the net price is tax
      # 100.00 net: 17 and 14 of 31 days from 15 January.
      Given these conventions:
        | question       | answer    |
        | prices and tax | inclusive |
      And "Globex" signed on 15 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product | quantity | price per month |
        | Seat    | 1        | 110.00          |
      When time passes to 28 February 2026
      Then the journal from 15 January 2026 to 28 February 2026 is:
        | date             | source          | account            | debit  | credit |
        | 15 January 2026  | January invoice | Receivables        | 110.00 |        |
        | 15 January 2026  | January invoice | Contract liability |        | 100.00 |
        | 15 January 2026  | January invoice | Sales tax payable  |        | 10.00  |
        | 31 January 2026  | revenue         | Contract liability | 54.84  |        |
        | 31 January 2026  | revenue         | Revenue            |        | 54.84  |
        | 28 February 2026 | revenue         | Contract liability | 45.16  |        |
        | 28 February 2026 | revenue         | Revenue            |        | 45.16  |

  Rule: Changes in the middle of a month

    Scenario: Seats join on the eleventh and leave on the twenty-first of a month of thirty days
      # 10 at 30.00; 5 more for 20 days: 100.00; 3 fewer for 10 days: 30.00 back. April: 300.00 + 100.00 - 30.00.
      Given "Globex" signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Seat    | 10       |
      When Globex adds 5 "Seat" from 11 April 2026
      And Globex removes 3 "Seat" from 21 April 2026
      And time passes to 31 May 2026
      Then the journal of April 2026 is:
        | date          | source         | account            | debit  | credit |
        | 1 April 2026  | April invoice  | Receivables        | 300.00 |        |
        | 1 April 2026  | April invoice  | Contract liability |        | 300.00 |
        | 11 April 2026 | upsell invoice | Receivables        | 100.00 |        |
        | 11 April 2026 | upsell invoice | Contract liability |        | 100.00 |
        | 21 April 2026 | credit memo    | Contract liability | 30.00  |        |
        | 21 April 2026 | credit memo    | Receivables        |        | 30.00  |
        | 30 April 2026 | revenue        | Contract liability | 370.00 |        |
        | 30 April 2026 | revenue        | Revenue            |        | 370.00 |
      And the revenue of May 2026 is 360.00 USD
      And finance closes May 2026 without a difference

    Scenario: A year's plan is canceled after 73 days and refunded
      # 365.00; 73.00 are earned, 292.00 go back, and nothing is left on any account but cash and revenue.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 0, no tax:
        | product |
        | Plan    |
      And Globex pays every invoice when it is due
      When Globex cancels on 15 March 2026 and is refunded
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026 exactly:
        | account          | debit | credit |
        | Gateway clearing | 73.00 |        |
        | Revenue          |       | 73.00  |
      And the revenue of March 2026 is 14.00 USD
      And finance closes March 2026 without a difference

    Scenario: An invoice that comes a month late catches up
      # 90.00 for January to March, signed and invoiced on 10 February: January's 31.00 are revenue of February.
      Given "Globex" signed on 10 February 2026 for 3 months from 1 January 2026, billed quarterly in advance, net 30, no tax:
        | product |
        | Quarter |
      When time passes to 31 March 2026
      Then the revenue of Globex is:
        | month         | amount |
        | February 2026 | 59.00  |
        | March 2026    | 31.00  |
      And finance closes March 2026 without a difference

  Rule: As each line is satisfied

    Scenario: By quantity, by percentage and by the day at once
      # 10 devices at 120.00, a project of 5,000.00, and a year of 1,200.00: January has 4 devices, 40% and 31 days of 365.
      Given these conventions:
        | question         | answer        |
        | revenue schedule | contract term |
      And these products are sold:
        | product | charged  | price                 | revenue      |
        | Device  | per unit | 120.00 USD once       | as delivered |
        | Project | flat     | 5,000.00 USD once     | as delivered |
        | Care    | flat     | 1,200.00 USD per year |              |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Device  | 10       |
        | Project | 1        |
        | Care    | 1        |
      When Globex receives 4 "Device" on 12 January 2026
      And "Project" of Globex is 40% complete on 20 January 2026
      And time passes to 31 January 2026
      Then the revenue of Globex is:
        | month        | product | amount   |
        | January 2026 | Device  | 480.00   |
        | January 2026 | Project | 2,000.00 |
        | January 2026 | Care    | 101.92   |
      And 720.00 USD of the price of "Device" for Globex is undelivered
      And finance closes January 2026 without a difference

    Scenario: Fixed shares of 50%, 30% and 20% at the end of three months
      Given these products are sold:
        | product  | charged | price           | revenue      |
        | Training | flat    | 999.99 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product  |
        | Training |
      When "Training" of Globex has taken 50 of 100 by 31 January 2026
      And "Training" of Globex has taken 80 of 100 by 28 February 2026
      And "Training" of Globex has taken 100 of 100 by 31 March 2026
      # 499.995 so 500.00; 799.992 so 799.99, less 500.00; and the rest.
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | 500.00 |
        | February 2026 | 299.99 |
        | March 2026    | 200.00 |

    Scenario: A first share when the service begins, and the rest month by month
      # NetSuite's templates know an initial amount: 10% of 1,200.00 at once, 1,080.00 over twelve months.
      Given these conventions:
        | question       | answer   |
        | revenue spread | by month |
      And these products are sold:
        | product | charge  | charged | price                 | revenue |
        | Care    | Initial | flat    | 120.00 USD once       | at once |
        | Care    | Rest    | flat    | 1,080.00 USD per year |         |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Care    |
      When time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | 210.00 |
        | February 2026 | 90.00  |

  Rule: In another currency

    Scenario: A quarter in euros, paid at another rate
      # Stripe tells it as a loss on exchange: 90.00 EUR at 1.10 are 99.00, 34.10, 30.80 and 34.10 by days, all at that rate. Paid at
      # 1.05: 94.50, so 4.50 are lost.
      Given these exchange rates:
        | date             | from | to  | rate | kind |
        | 1 January 2026   | EUR  | USD | 1.10 | spot |
        | 10 February 2026 | EUR  | USD | 1.05 | spot |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 60, no tax:
        | product | price per quarter |
        | Quarter | 90.00 EUR         |
      When Globex transfers 90.00 EUR on 10 February 2026
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026 exactly:
        | account                       | debit | credit |
        | Cash                          | 94.50 |        |
        | Realized exchange differences | 4.50  |        |
        | Revenue                       |       | 99.00  |
      And finance closes March 2026 without a difference
