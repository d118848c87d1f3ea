@revenue @close @wave-3 @req:Q2C-305
Feature: Two sets of books of the same events
  IFRS and US GAAP agree on most of revenue and differ in some of it. Both books are kept from the same invoices, payments and facts,
  each under its own conventions, and each ties out and closes by itself.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And these products are sold:
      | product | charged | price                  |
      | Hosting | flat    | 1,000.00 USD per month |

  Scenario: A loss on contract costs that is over comes back in one book only
    # IFRS 15.104 and 340-40-35-6. 2,400.00 over two years; on 30 June 1,800.00 are left, of which 1,000.00 are covered: 800.00 lost.
    # On 31 December (333.33 of it amortized, 277.78 before) 1,000.00 * 12/18 = 666.67 are left, 1,200.00 without the loss: 533.33 come back, or nothing does.
    Given books are also kept under "US GAAP", with these conventions:
      | question                                  | answer |
      | impairment of contract costs that is over | never  |
    And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, tax 10%:
      | product |
      | Hosting |
    When on 1 January 2026 finance capitalizes 2,400.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
    And on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 17,000.00 USD
    And on 31 December 2026 finance expects 12,000.00 USD still to come in from Globex, at further costs of 3,000.00 USD
    Then the journal from 31 December 2026 to 31 December 2026 is:
      | date             | source       | account                        | debit    | credit   |
      | 31 December 2026 | amortization | Amortization of contract costs | 55.55    |          |
      | 31 December 2026 | amortization | Contract costs                 |          | 55.55    |
      | 31 December 2026 | impairment   | Contract costs                 | 533.33   |          |
      | 31 December 2026 | impairment   | Impairment of contract costs   |          | 533.33   |
      | 31 December 2026 | revenue      | Contract liability             | 1,000.00 |          |
      | 31 December 2026 | revenue      | Revenue                        |          | 1,000.00 |
    And the ledger shows on 31 December 2026:
      | account                      | debit    |
      | Contract costs               | 1,200.00 |
      | Impairment of contract costs | 266.67   |
    And finance closes December 2026 without a difference
    When finance turns to the books under "US GAAP"
    Then the journal from 31 December 2026 to 31 December 2026 is:
      | date             | source       | account                        | debit    | credit   |
      | 31 December 2026 | amortization | Amortization of contract costs | 55.55    |          |
      | 31 December 2026 | amortization | Contract costs                 |          | 55.55    |
      | 31 December 2026 | revenue      | Contract liability             | 1,000.00 |          |
      | 31 December 2026 | revenue      | Revenue                        |          | 1,000.00 |
    And the ledger shows on 31 December 2026:
      | account                      | debit  |
      | Contract costs               | 666.67 |
      | Impairment of contract costs | 800.00 |

  Scenario: Each book closes by itself, and closed it stays
    Given books are also kept under "US GAAP", with these conventions:
      | question       | answer |
      | revenue spread | by day |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | price per year |
      | Annual license | 1,200.00       |
    When time passes to 31 January 2026
    # 1,200.00 / 12, and 1,200.00 * 31/365.
    Then the revenue of January 2026 is 100.00 USD
    And the January 2026 close report shows:
      | line                        | amount   |
      | Contract liability, closing | 1,100.00 |
    And the January 2026 close report shows:
      | line                                      | amount    |
      | Revenue, books of primary                 | -100.00   |
      | Revenue, books of US GAAP                 | -101.92   |
      | Revenue, difference of US GAAP            | -1.92     |
      | Contract liability, difference of US GAAP | 1.92      |
      | Receivables, difference of US GAAP        | 0.00      |
    When finance turns to the books under "US GAAP"
    Then the revenue of January 2026 is 101.92 USD
    And the January 2026 close report shows:
      | line                        | amount   |
      | Contract liability, closing | 1,098.08 |
    And finance closes January 2026 without a difference
    And January 2026 was closed 1 time
    When finance turns back to its own books
    Then January 2026 was closed 0 times
    And finance closes January 2026 without a difference
    When time passes to 31 December 2026
    Then the ledger shows on 31 December 2026 exactly:
      | account     | debit    | credit   |
      | Receivables | 1,200.00 |          |
      | Revenue     |          | 1,200.00 |
    When finance turns to the books under "US GAAP"
    Then the ledger shows on 31 December 2026 exactly:
      | account     | debit    | credit   |
      | Receivables | 1,200.00 |          |
      | Revenue     |          | 1,200.00 |

  Scenario: Expected losses by a matrix, and by a forecast that is worse
    # 1,100.00 not yet due. IFRS 9: 1% of it; ASC 326: 3%.
    Given these expected losses:
      | days overdue | expected loss |
      | 0            | 1%            |
    And books are also kept under "US GAAP"
    And these expected losses in the books under "US GAAP":
      | days overdue | expected loss |
      | 0            | 3%            |
    And "Globex" signed on 15 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product |
      | Hosting |
    When time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account        | credit |
      | Loss allowance | 11.00  |
    And finance closes January 2026 without a difference
    When finance turns to the books under "US GAAP"
    Then the ledger shows on 31 January 2026:
      | account        | credit |
      | Loss allowance | 33.00  |

  Scenario: A modification that one book mixes and the other keeps apart
    # 600.00 are left in July, and an archive for 240.00 that costs 300.00 alone: mixed 93.33 and 46.67, apart 100.00 and 40.00.
    Given these conventions:
      | question  | answer |
      | proration | months |
    And books are also kept under "Local GAAP", with these conventions:
      | question              | answer            |
      | contract modification | separate contract |
    And these products are sold:
      | product | charged | price               | stand-alone price   |
      | Archive | flat    | 600.00 USD per year | 600.00 USD per year |
    And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
      | product        | price per year | stand-alone price |
      | Annual license | 1,200.00       | 1,200.00          |
    When Globex adds 1 "Archive" at 480.00 USD per year from 1 July 2026
    And time passes to 31 July 2026
    Then the July 2026 close report shows:
      | line                        | amount |
      | Revenue from Annual license | 93.33  |
      | Revenue from Archive        | 46.67  |
    When finance turns to the books under "Local GAAP"
    Then the July 2026 close report shows:
      | line                        | amount |
      | Revenue from Annual license | 100.00 |
      | Revenue from Archive        | 40.00  |
    And finance closes July 2026 without a difference

  Scenario: An invoice that is lost on the way is missing in both books, and comes into both
    Given books are also kept under "US GAAP"
    And the integration loses the event "invoice posted"
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Hosting |
    When time passes to 30 January 2026
    Then the ledger shows on 30 January 2026:
      | account     | debit |
      | Receivables |       |
    When finance turns to the books under "US GAAP"
    Then the ledger shows on 30 January 2026:
      | account     | debit |
      | Receivables |       |
    When everything is repaired and delivered again
    Then the ledger shows on 30 January 2026:
      | account     | debit    |
      | Receivables | 1,000.00 |
    When finance turns back to its own books
    Then the ledger shows on 30 January 2026:
      | account     | debit    |
      | Receivables | 1,000.00 |

  Scenario: An adjustment by hand in one of the books
    Given books are also kept under "US GAAP"
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Hosting |
    When finance turns to the books under "US GAAP"
    And "Controller" prepares the journal "accrued legal fees" on 20 January 2026:
      | account                      | debit | credit |
      | Costs of obtaining contracts | 80.00 |        |
      | Payables                     |       | 80.00  |
    And "CFO" approves the journal "accrued legal fees" on 20 January 2026
    And time passes to 31 January 2026
    Then the ledger shows on 31 January 2026:
      | account  | credit |
      | Payables | 80.00  |
    And finance closes January 2026 without a difference
    When finance turns back to its own books
    Then the ledger shows on 31 January 2026:
      | account  | credit |
      | Payables |        |
    And finance closes January 2026 without a difference

  Scenario: A month that is reopened is reopened in all books that have closed it
    Given books are also kept under "US GAAP"
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product |
      | Hosting |
    When finance closes January 2026
    And "Controller" reopens January 2026 on 3 February 2026 because "the accrual was missing", approved by "CFO"
    Then finance closes January 2026 without a difference
    And January 2026 was closed 2 times
    When finance turns to the books under "US GAAP"
    Then January 2026 was closed 2 times

  Scenario: Foreign money, revalued one way and the other
    # 1,000.00 EUR at 1.10, 1.15 at the end of January and 1.20 at the end of February: 50.00 and 100.00 of gain in all, either way. Taken back
    # on the first day and found anew, or only what is lacking.
    Given books are also kept under "US GAAP", with these conventions:
      | question    | answer        |
      | revaluation | by difference |
    And these exchange rates:
      | from | to  | date             | rate |
      | EUR  | USD | 1 January 2026   | 1.10 |
      | EUR  | USD | 31 January 2026  | 1.15 |
      | EUR  | USD | 28 February 2026 | 1.20 |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product | price per month |
      | Hosting | 1,000.00 EUR    |
    When time passes to 28 February 2026
    Then the journal of February 2026 contains:
      | date             | source      | account                         | debit     | credit    |
      | 1 February 2026  | revaluation | Unrealized exchange differences | 50.00 USD |           |
      | 28 February 2026 | revaluation | Unrealized exchange differences |           | 100.00 USD |
    When finance turns to the books under "US GAAP"
    Then the journal of February 2026 contains:
      | date             | source      | account                         | debit | credit    |
      | 28 February 2026 | revaluation | Unrealized exchange differences |       | 50.00 USD |

  Scenario: Shipping is a service of its own in one book, and part of the goods in the other
    # 606-10-25-18A and 18B; IFRS 15 knows no such election. 950.00 and 50.00, handed over on 31 January, arrived on 3 February.
    Given books are also kept under "US GAAP", with these conventions:
      | question                                  | answer            |
      | shipping of goods handed over | part of the goods |
    And these products are sold:
      | product  | charged | price           | stand-alone price | revenue      | shipping |
      | Machine  | flat    | 950.00 USD once | 950.00 USD once   | as delivered | no       |
      | Shipping | flat    | 50.00 USD once  | 50.00 USD once    | as delivered | yes      |
    And "Globex" signed on 1 January 2026 for 3 months, billed every 3 months in advance, net 30, tax 10%:
      | product  |
      | Machine  |
      | Shipping |
    When Globex receives 1 "Machine" on 31 January 2026
    And Globex receives 1 "Shipping" on 3 February 2026
    And time passes to 28 February 2026
    Then the revenue of Globex is:
      | month         | product  | amount |
      | January 2026  | Machine  | 950.00 |
      | February 2026 | Shipping | 50.00  |
    And finance closes January 2026 without a difference
    When finance turns to the books under "US GAAP"
    Then the revenue of Globex is:
      | month        | product | amount   |
      | January 2026 | Machine | 1,000.00 |
    And nothing is posted in February 2026
