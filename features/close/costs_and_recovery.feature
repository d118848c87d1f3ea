@close @revenue @wave-3 @req:Q2C-074
Feature: The cost side of a close, and what became of money
  Contract costs and goods are rolled forward and held against what finance recorded; leakage is told by cause, dunning by what it
  brought in, obligations to come by how much of a year's revenue they cover.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | months   |
    And these products are sold:
      | product | charged | price                  |
      | Hosting | flat    | 1,000.00 USD per month |

  Rule: Contract costs

    Scenario: Costs of a contract, month by month, until nothing is left
      # A commission of 240.00 over four months: 60.00 a month.
      Given "Globex" signed on 1 January 2026 for 4 months, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When on 1 January 2026 finance capitalizes 240.00 USD of "commission" to fulfil the contract of Globex until 30 April 2026
      And time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                    | amount |
        | Contract costs, opening | 180.00 |
        | Costs capitalized       | 0.00   |
        | Costs amortized         | 60.00  |
        | Contract costs, closing | 120.00 |
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                    | amount |
        | Contract costs, closing | 0.00   |

    Scenario: What somebody wrote on contract costs by hand is a difference once the service is over
      Given these conventions:
        | question                           | answer  |
        | manual journals on control accounts | allowed |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When on 1 January 2026 finance capitalizes 240.00 USD of "commission" to fulfil the contract of Globex until 31 January 2026
      And finance posts the journal "wrong place" on 31 January 2026:
        | account        | debit | credit | customer | contract |
        | Contract costs | 15.00 |        | Globex   | C-1      |
        | Cash           |       | 15.00  |          |          |
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation                            | recorded | ledger | difference | explained by                                              |
        | Contract costs at the end of their service | 0.00     | 15.00  | -15.00     | C-1: 0.00 USD by what is recorded, 15.00 USD in the ledger |

  Rule: Goods

    Scenario: Goods that leave the stock, and some that are expected back
      # IFRS 15, example 22: 100 at a cost of 60.00, of which 3 are expected back: 5,820.00 of cost of sales, 180.00 to recover.
      Given these products are sold:
        | product | charged  | price           | revenue      |
        | Machine | per unit | 100.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Machine | 100      |
      When Globex receives 100 "Machine" on 10 January 2026
      And on 10 January 2026 100 "Machine" that cost 60.00 USD each leave the stock for Globex
      And on 10 January 2026 finance expects 3 "Machine" in all back from Globex
      And Globex sends 1 "Machine" back on 20 January 2026
      And time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                           | amount    |
        | Goods that left the stock      | 6,000.00  |
        | Goods that came back           | 60.00     |
        | Inventory, closing             | -5,940.00 |
        | Goods expected back            | 180.00    |
        | Goods expected back that came  | 60.00     |
        | Right to recover goods, closing | 120.00   |

  Rule: Money lost, and found again

    Scenario: What a contract in the exceptions queue leaks, by its cause
      # Initech's 50 at 10.00 wait to be priced and are agreed on 20 January; Globex's 1,000.00 are billed: 500.00 of 1,500.00 due.
      Given these conventions:
        | question              | answer                       |
        | what cannot be billed | held in the exceptions queue |
      And these products are sold:
        | product   | charge | price |
        | Prototype |        |       |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product   | quantity |
        | Prototype | 50       |
      When Initech pays 10.00 USD per month for "Prototype" from 1 January 2026
      And time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure                           | value | part       | whole        | documents |
        | Revenue leakage                      | 33.3% | 500.00 USD | 1,500.00 USD | C-2       |
        | Revenue leakage, held, missing price | 33.3% | 500.00 USD | 1,500.00 USD | C-2       |

    Scenario: What dunning brings in
      # Two invoices of 1,000.00 get a letter after 10 days; one is paid in March, one stays open: half is recovered.
      Given these dunning letters:
        | letter   | days after the due date |
        | Reminder | 10                      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When Globex transfers 1,000.00 USD on 10 March 2026
      And time passes to 31 March 2026
      Then the March 2026 close report's key figures are:
        | key figure              | value  | part         | whole        | documents            |
        | Dunning recovery        | 50.0%  | 1,000.00 USD | 2,000.00 USD | NW-000001, NW-000002 |
        | Cash applied on its day | 100.0% | 1,000.00 USD | 1,000.00 USD |                      |
        | Cash applied untouched  | 100.0% | 1,000.00 USD | 1,000.00 USD |                      |

    Scenario: Money that somebody had to touch before it paid an invoice
      # Globex's 1,000.00 pay its invoice as they come. Somebody pays 1,000.00 without a name on 10 January and is found to be Initech
      # on the 25th: half was applied on its day, and half untouched.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When Globex transfers 1,000.00 USD on 8 January 2026
      And 1,000.00 USD arrive from an unknown payer on 10 January 2026
      And finance finds out on 25 January 2026 that Initech sent the 1,000.00 USD
      And time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure              | value | part         | whole        |
        | Cash applied on its day | 50.0% | 1,000.00 USD | 2,000.00 USD |
        | Cash applied untouched  | 50.0% | 1,000.00 USD | 2,000.00 USD |
      And finance closes January 2026 without a difference

    Scenario: How much of a year's revenue is signed already
      # At the end of June: 6 of 12 months of 1,000.00 are earned, and 6 to come: 6,000.00 over 6,000.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When time passes to 30 June 2026
      Then the June 2026 close report's key figures are:
        | key figure          | value  | part         | whole        | documents |
        | RPO coverage        | 100.0% | 6,000.00 USD | 6,000.00 USD | C-1       |
        | Revenue lines exact | 100.0% | 1            | 1            |           |
