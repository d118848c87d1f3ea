@entities @group @foreign-currency @wave-3 @req:Q2C-062
Feature: Translation and month-end revaluation as the standards and other ledgers show them
  A foreign entity's balances at the closing rate, its income at the average, the rest a translation difference (IAS 21.39, ASC
  830-30-45); receivables revalued as Business Central, NetSuite, SAP and Oracle do it: taken back on the first day, or by what is lacking.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | revenue spread   | by month                    |
      | proration        | months                      |

  Rule: A foreign entity, translated

    Scenario: Net assets grow, and the euro too
      # Germany begins with 1,000.00 EUR of capital at 1.10 and earns 200.00 in January, on average at 1.15; closed at 1.20.
      # 1,200 * 1.20 = 1,440.00 of money, 1,100.00 of capital, 230.00 of income: 1,000 * 0.10 + 200 * 0.05 = 110.00 between them.
      Given these legal entities:
        | code | name             | currency |
        | NA   | Northwind USA    | USD      |
        | NG   | Northwind Berlin | EUR      |
      And these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 31 January 2026 | EUR  | USD | 1.15 | average |
        | 31 January 2026 | EUR  | USD | 1.20 | closing |
      And these accounts are in the chart:
        | account       | type   |
        | Fees          | income |
        | Share capital | equity |
      When finance of "NG" posts the journal "capital" on 1 January 2026:
        | account       | debit    | credit   |
        | Cash          | 1,000.00 |          |
        | Share capital |          | 1,000.00 |
      And finance of "NG" posts the journal "fees" on 15 January 2026:
        | account | debit  | credit |
        | Cash    | 200.00 |        |
        | Fees    |        | 200.00 |
      And time passes to 31 January 2026
      Then the consolidated trial balance for January 2026 in USD is:
        | account                | consolidated |
        | Cash                   | 1,440.00     |
        | Share capital          | -1,100.00    |
        | Translation difference | -110.00      |
        | Fees                   | -230.00      |

    Scenario: The same where capital is translated as the assets are
      Given these conventions:
        | question                                | answer  |
        | equity of a foreign entity in the group | closing |
      And these legal entities:
        | code | name             | currency |
        | NA   | Northwind USA    | USD      |
        | NG   | Northwind Berlin | EUR      |
      And these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 31 January 2026 | EUR  | USD | 1.20 | closing |
      And these accounts are in the chart:
        | account       | type   |
        | Share capital | equity |
      When finance of "NG" posts the journal "capital" on 1 January 2026:
        | account       | debit    | credit   |
        | Cash          | 1,000.00 |          |
        | Share capital |          | 1,000.00 |
      And time passes to 31 January 2026
      Then the consolidated trial balance for January 2026 in USD is:
        | account       | consolidated |
        | Cash          | 1,200.00     |
        | Share capital | -1,200.00    |

    Scenario: What the parent has invested is what the group holds of the subsidiary's capital (IFRS 10.B86(b))
      # The example of IFRScommunity.com: 2,000 USD of capital and 3,000 USD of debts at 1.10; 300 USD earned at 1.20 on average; closed at
      # 1.30. 5,300/1.30 - 3,000/1.30 - 2,000/1.10 - 300/1.20 = -298.95: the group has lost that much by the dollar's fall.
      Given these legal entities:
        | code | name   | currency |
        | A    | Parent | EUR      |
        | X    | Sub    | USD      |
      And these exchange rates:
        | date             | from | to  | rate | kind    |
        | 1 January 2025   | EUR  | USD | 1.10 | spot    |
        | 31 December 2025 | EUR  | USD | 1.20 | average |
        | 31 December 2025 | EUR  | USD | 1.30 | closing |
      And these accounts are in the chart:
        | account       | type      | role                |
        | Investments   | asset     | investment in group |
        | Assets        | asset     |                     |
        | Debts         | liability |                     |
        | Share capital | equity    |                     |
        | Capital of X  | equity    | group equity        |
        | Sales         | income    |                     |
        | Costs         | expense   |                     |
      When finance of "A" posts the journal "parent" on 1 January 2025:
        | account       | debit    | credit   |
        | Assets        | 7,000.00 |          |
        | Investments   | 1,818.18 |          |
        | Share capital |          | 3,000.00 |
        | Debts         |          | 5,818.18 |
      And finance of "X" posts the journal "subsidiary" on 1 January 2025:
        | account      | debit    | credit   |
        | Assets       | 5,000.00 |          |
        | Capital of X |          | 2,000.00 |
        | Debts        |          | 3,000.00 |
      And finance of "A" posts the journal "year of the parent" on 31 December 2025:
        | account | debit    | credit   |
        | Assets  | 1,000.00 |          |
        | Costs   | 1,500.00 |          |
        | Sales   |          | 2,500.00 |
      And finance of "X" posts the journal "year of the subsidiary" on 31 December 2025:
        | account | debit  | credit   |
        | Assets  | 300.00 |          |
        | Costs   | 700.00 |          |
        | Sales   |        | 1,000.00 |
      Then the consolidated trial balance for December 2025 is:
        | account                | combined  | eliminated | consolidated                  |
        | Investments            | 1,818.18  | -1,818.18  | 0.00                          |
        | Assets                 | 12,076.92 | 0.00       | 8,000.00 + 5,300.00 / 1.30    |
        | Debts                  | -8,125.87 | 0.00       | -5,818.18 - 3,000.00 / 1.30   |
        | Share capital          | -3,000.00 | 0.00       | -3,000.00                     |
        | Capital of X           | -1,818.18 | 1,818.18   | 0.00                          |
        | Sales                  | -3,333.33 | 0.00       | -2,500.00 - 1,000.00 / 1.20   |
        | Costs                  | 2,083.33  | 0.00       | 1,500.00 + 700.00 / 1.20      |
        | Translation difference | 298.95    | 0.00       | 298.95                        |

    Scenario: A subsidiary bought for more than its capital leaves the rest as goodwill
      # 800.00 paid for capital of 500.00: 300.00 stay on the investment.
      Given these legal entities:
        | code | name   | currency |
        | A    | Parent | USD      |
        | X    | Sub    | USD      |
      And these accounts are in the chart:
        | account      | type   | role                |
        | Investments  | asset  | investment in group |
        | Capital of X | equity | group equity        |
      When finance of "A" posts the journal "purchase" on 1 January 2026:
        | account     | debit  | credit |
        | Investments | 800.00 |        |
        | Cash        |        | 800.00 |
      And finance of "X" posts the journal "capital" on 1 January 2026:
        | account      | debit  | credit |
        | Cash         | 500.00 |        |
        | Capital of X |        | 500.00 |
      And time passes to 31 January 2026
      Then the consolidated trial balance for January 2026 is:
        | account      | combined | eliminated | consolidated |
        | Cash         | -300.00  | 0.00       | -300.00      |
        | Investments  | 800.00   | -500.00    | 300.00       |
        | Capital of X | -500.00  | 500.00     | 0.00         |

    Scenario: A loan in dollars to a sister with books in euros is revalued by the one who owes it
      # 1,100.00 USD at 1.10 are 1,000.00 EUR; at 1.25 only 880.00: Berlin wins 120.00 EUR, and the group owes nobody.
      Given these legal entities:
        | code | name              | currency |
        | NA   | Northwind America | USD      |
        | NB   | Northwind Berlin  | EUR      |
      And these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 31 January 2026 | EUR  | USD | 1.10 | average |
        | 31 January 2026 | EUR  | USD | 1.25 | closing |
      When "NA" lends "NB" 1,100.00 USD on 5 January 2026
      And time passes to 31 January 2026
      Then the January 2026 close report shows:
        | line                   | amount       |
        | Due from NB            | 1,100.00 USD |
        | Due to NA              | 1,000.00 EUR |
        | Due to group, revalued | -120.00 EUR  |
      Then the ledger of "NB" shows on 31 January 2026:
        | account                         | debit    | credit |
        | Cash                            | 1,000.00 |        |
        | Due to group                    |          | 880.00 |
        | Unrealized exchange differences |          | 120.00 |
      And all January 2026 tie-outs agree

    Scenario: Sisters with different currencies owe each other, and the group owes nobody
      # America charges Germany 230.00 USD at 1.15, 200.00 EUR; both are left out, whatever the closing rate makes of them.
      Given these legal entities:
        | code | name             | currency |
        | NA   | Northwind USA    | USD      |
        | NG   | Northwind Berlin | EUR      |
      And these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.15 | spot    |
        | 31 January 2026 | EUR  | USD | 1.15 | closing |
      And today is 1 January 2026
      When "NA" charges "NG" 230.00 USD for "licenses" on 10 January 2026
      And time passes to 31 January 2026
      Then the journal of "NG" in January 2026 contains:
        | date            | account               | debit  | credit |
        | 10 January 2026 | Intercompany expenses | 200.00 |        |
        | 10 January 2026 | Due to group          |        | 200.00 |
      And the consolidated trial balance for January 2026 in USD is:
        | account               | combined | eliminated | consolidated |
        | Due from group        | 230.00   | -230.00    | 0.00         |
        | Due to group          | -230.00  | 230.00     | 0.00         |
        | Intercompany revenue  | -230.00  | 230.00     | 0.00         |
        | Intercompany expenses | 230.00   | -230.00    | 0.00         |
      And all January 2026 tie-outs agree

  Rule: Receivables at month ends

    Scenario Outline: An invoice of 1,000 EUR over two month ends, <way>
      # Booked at 1.2050; 1.2200 and 1.1900 at the ends of January and February; paid in March at 1.2100. Whichever way, 5.00 are won in all.
      Given these conventions:
        | question    | answer |
        | revaluation | <way>  |
      And these exchange rates:
        | date             | from | to  | rate   | kind    |
        | 1 January 2026   | EUR  | USD | 1.2050 | spot    |
        | 31 January 2026  | EUR  | USD | 1.2200 | closing |
        | 28 February 2026 | EUR  | USD | 1.1900 | closing |
        | 10 March 2026    | EUR  | USD | 1.2100 | spot    |
        | 31 March 2026    | EUR  | USD | 1.2000 | closing |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And Globex transfers 1,000.00 EUR on 10 March 2026 for the January invoice
      And time passes to 31 March 2026
      Then the ledger shows on 31 January 2026:
        | account                         | debit    | credit |
        | Receivables                     | 1,220.00 |        |
        | Unrealized exchange differences |          | 15.00  |
      And the journal from 28 February 2026 to 28 February 2026 is:
        | date             | source      | account                         | debit   | credit   |
        | 28 February 2026 | revaluation | Receivables                     |         | <second> |
        | 28 February 2026 | revaluation | Unrealized exchange differences | <second> |         |
      And the ledger shows on 31 March 2026 exactly:
        | account                       | debit    | credit   |
        | Cash                          | 1,210.00 |          |
        | Revenue                       |          | 1,205.00 |
        | Realized exchange differences |          | 5.00     |
      And finance closes March 2026 without a difference

      Examples:
        | way                  | second |
        | reversed on day one  | 15.00  |
        | by difference        | 30.00  |

    Scenario: What is paid on the last day, after it was revalued, is revalued again that day
      # 1,000 EUR at 1.10, revalued at 1.15, paid the same evening at 1.15: nothing is unrealized any more, 50.00 are realized.
      Given these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 31 January 2026 | EUR  | USD | 1.15 | spot    |
        | 31 January 2026 | EUR  | USD | 1.15 | closing |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      And time passes to 31 January 2026
      And Globex transfers 1,000.00 EUR on 31 January 2026 for the January invoice
      Then the ledger shows on 31 January 2026 exactly:
        | account                       | debit    | credit   |
        | Cash                          | 1,150.00 |          |
        | Revenue                       |          | 1,100.00 |
        | Realized exchange differences |          | 50.00    |
      When time passes to 1 February 2026
      Then the ledger shows on 1 February 2026 exactly:
        | account                       | debit    | credit   |
        | Cash                          | 1,150.00 |          |
        | Revenue                       |          | 1,100.00 |
        | Realized exchange differences |          | 50.00    |
      And all January 2026 tie-outs agree

    Scenario: Yen have no smaller unit, and are worth fractions of a cent
      # 1,000,000 JPY at 0.0067 = 6,700.00; at 0.00655 at the end: 6,550.00.
      Given these exchange rates:
        | date            | from | to  | rate    | kind    |
        | 1 January 2026  | JPY  | USD | 0.0067  | spot    |
        | 31 January 2026 | JPY  | USD | 0.00655 | closing |
      When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10,000 JPY      |
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account                         | debit    | credit   |
        | Receivables                     | 6,550.00 |          |
        | Revenue                         |          | 6,700.00 |
        | Unrealized exchange differences | 150.00   |          |
