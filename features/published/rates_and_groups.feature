@entities @foreign-currency @published @wave-3 @req:Q2C-228
Feature: Exchange differences and translation as others publish them
  Month ends and payments in foreign currency with the figures of Business Central, Dynamics 365 and ERPNext, and a foreign subsidiary as
  in a textbook.

  Background:
    Given the company "Northwind SaaS"

  Scenario: Business Central: booked at 1.123, adjusted at 1.125, paid at 1.120
    # MicrosoftDocs/dynamics365smb-docs, finance-currencies-example.md: 2.00 unrealized at the month end, taken back; 3.00 lost by the payment.
    Given these exchange rates:
      | date             | from | to  | rate  | kind    |
      | 1 January 2026   | EUR  | USD | 1.123 | spot    |
      | 31 January 2026  | EUR  | USD | 1.125 | closing |
      | 15 February 2026 | EUR  | USD | 1.120 | spot    |
    When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 EUR       |
    And Globex transfers 1,000.00 EUR on 15 February 2026 for the January invoice
    Then the journal from 31 January 2026 to 28 February 2026 is:
      | date             | source      | account                         | debit    | credit   |
      | 31 January 2026  | revenue     | Contract liability              | 1,123.00 |          |
      | 31 January 2026  | revenue     | Revenue                         |          | 1,123.00 |
      | 31 January 2026  | revaluation | Receivables                     | 2.00     |          |
      | 31 January 2026  | revaluation | Unrealized exchange differences |          | 2.00     |
      | 1 February 2026  | revaluation | Receivables                     |          | 2.00     |
      | 1 February 2026  | revaluation | Unrealized exchange differences | 2.00     |          |
      | 15 February 2026 | payment     | Cash                            | 1,120.00 |          |
      | 15 February 2026 | payment     | Realized exchange differences   | 3.00     |          |
      | 15 February 2026 | payment     | Receivables                     |          | 1,123.00 |

  Scenario: Dynamics 365: an account of 500 EUR at 2, 1.666667 and 2.5
    # MicrosoftDocs/dynamics-365-unified-operations-public, foreign-currency-revaluation-general-ledger.md: -166.67, then +416.67.
    Given these conventions:
      | question    | answer        |
      | revaluation | by difference |
    And these accounts are in the chart:
      | account       | type   | role     |
      | Bank in euros | asset  | monetary |
      | Capital       | equity |          |
    And these exchange rates:
      | date             | from | to  | rate     | kind    |
      | 20 January 2026  | EUR  | USD | 2        | spot    |
      | 31 January 2026  | EUR  | USD | 1.666667 | closing |
      | 28 February 2026 | EUR  | USD | 2.5      | closing |
    When finance posts the journal "deposit" on 20 January 2026:
      | account       | debit      | credit     |
      | Bank in euros | 500.00 EUR |            |
      | Capital       |            | 500.00 EUR |
    And time passes to 28 February 2026
    Then the journal from 31 January 2026 to 28 February 2026 is:
      | date             | account                         | debit             | credit            |
      | 31 January 2026  | Bank in euros                   |                   | 1,000.00 - 833.33 |
      | 31 January 2026  | Unrealized exchange differences | 1,000.00 - 833.33 |                   |
      | 28 February 2026 | Bank in euros                   | 1,250.00 - 833.33 |                   |
      | 28 February 2026 | Unrealized exchange differences |                   | 1,250.00 - 833.33 |

  Scenario: ERPNext: 100 USD in rupee books at 80 and 85
    # frappe/erpnext, test_exchange_rate_revaluation.py: 8,000 rupees are 8,500 at the month end.
    Given these legal entities:
      | code | name  | currency |
      | IN   | India | INR      |
    And these exchange rates:
      | date            | from | to  | rate | kind    |
      | 1 January 2026  | USD  | INR | 80   | spot    |
      | 31 January 2026 | USD  | INR | 85   | closing |
    When Globex signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account                         | debit        | credit     |
      | Receivables                     | 8,500.00 INR |            |
      | Unrealized exchange differences |              | 500.00 INR |
    And finance closes January 2026 without a difference

  Scenario: A subsidiary over a year in which its currency falls from three to four a dollar
    # International GAAP, chapter 15 (IAS 21.39): net assets of 4,700 at 3 and 5,200 at 4, capital of 1,000 at 2, 3,700 of earlier years at
    # 1,500.00, a profit of 500 at 3.5 on average. The reserve grows from 433 to 843; here to the cent, so that the rounded rows balance.
    Given these legal entities:
      | code | name      | currency |
      | AU   | Parent    | AUD      |
      | FC   | Foreign   | USD      |
    And these accounts are in the chart:
      | account           | type      |
      | Property          | asset     |
      | Inventories       | asset     |
      | Debtors           | asset     |
      | Payables          | liability |
      | Tax payable       | liability |
      | Long-term loans   | liability |
      | Share capital     | equity    |
      | Sales             | income    |
      | Cost of sales     | expense   |
      | Depreciation      | expense   |
      | Interest          | expense   |
      | Taxation          | expense   |
    And these exchange rates:
      | date             | from | to  | rate | kind    |
      | 1 January 2018   | AUD  | USD | 2    | spot    |
      | 31 December 2018 | AUD  | USD | 3    | closing |
      | 31 December 2018 | AUD  | USD | 2.4666667  | average |
      | 31 December 2019 | AUD  | USD | 3.5  | average |
      | 31 December 2019 | AUD  | USD | 4    | closing |
    When finance of "FC" posts the journal "capital" on 1 January 2018:
      | account       | debit    | credit   |
      | Cash          | 1,000.00 |          |
      | Share capital |          | 1,000.00 |
    And finance of "FC" posts the journal "2018" on 31 December 2018:
      | account         | debit    | credit   |
      | Property        | 6,000.00 |          |
      | Inventories     | 2,700.00 |          |
      | Debtors         | 4,800.00 |          |
      | Cash            |          | 800.00   |
      | Payables        |          | 4,530.00 |
      | Tax payable     |          | 870.00   |
      | Long-term loans |          | 3,600.00 |
      | Sales           |          | 3,700.00 |
    And time passes to 31 December 2018
    And finance of "FC" posts the journal "2019" on 31 December 2019:
      | account         | debit     | credit    |
      | Cost of sales   | 33,190.00 |           |
      | Depreciation    | 500.00    |           |
      | Interest        | 350.00    |           |
      | Taxation        | 460.00    |           |
      | Sales           |           | 35,000.00 |
      | Property        |           | 500.00    |
      | Inventories     | 300.00    |           |
      | Debtors         |           | 800.00    |
      | Cash            | 400.00    |           |
      | Payables        | 690.00    |           |
      | Tax payable     | 410.00    |           |
    Then the consolidated trial balance for December 2019 in AUD is:
      | account                | consolidated |
      | Property               | 1,375.00     |
      | Inventories            | 750.00       |
      | Debtors                | 1,000.00     |
      | Cash                   | 150.00       |
      | Payables               | -960.00      |
      | Tax payable            | -115.00      |
      | Long-term loans        | -900.00      |
      | Share capital          | -500.00      |
      | Retained earnings      | -3,700 / 2.4666667 |
      | Translation difference | 1,500.00 + 500.00 + 142.85 - 1,300.00       |
      | Sales                  | -10,000.00   |
      | Cost of sales          | 33,190 / 3.5 |
      | Depreciation           | 500 / 3.5    |
      | Interest               | 100.00       |
      | Taxation               | 460 / 3.5    |
