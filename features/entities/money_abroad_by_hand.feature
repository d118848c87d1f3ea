@entities @foreign-currency @wave-3 @req:Q2C-226
Feature: Foreign money in the general ledger
  What people write in a foreign currency is booked at the rate of its day. Money owed either way is revalued each month end and
  realized when it is settled; what is not money (paid ahead, a machine) keeps its rate and hands it on (IAS 21.21-28, IFRIC 22).

  Background:
    Given the company "Northwind SaaS"
    And these accounts are in the chart:
      | account            | type      | role     |
      | Supplier payables  | liability | monetary |
      | Loan               | liability | monetary |
      | Bank in euros      | asset     | monetary |
      | Prepayments        | asset     | other    |
      | Advances received  | liability | other    |
      | Machines           | asset     | other    |
      | Goods              | asset     | other    |
      | Services           | expense   | other    |
      | Sales              | income    | other    |
      | Trade claims       | asset     | monetary |

  Rule: Payables, loans and bank accounts (IAS 21.23(a), 28; ASC 830-20-35)

    Scenario: Goods bought on credit, a month end between, paid
      # 10,000 EUR: 11,000.00 at 1.10; at 1.15 500.00 more is owed; paid at 1.08: 10,800.00, 200.00 less than booked.
      Given these exchange rates:
        | date             | from | to  | rate | kind    |
        | 10 January 2026  | EUR  | USD | 1.10 | spot    |
        | 31 January 2026  | EUR  | USD | 1.15 | closing |
        | 20 February 2026 | EUR  | USD | 1.08 | spot    |
      When finance posts the journal "goods" on 10 January 2026:
        | account           | debit         | credit        |
        | Goods             | 10,000.00 EUR |               |
        | Supplier payables |               | 10,000.00 EUR |
      And finance posts the journal "payment" on 20 February 2026:
        | account           | debit         | credit        |
        | Supplier payables | 10,000.00 EUR |               |
        | Cash              |               | 10,000.00 EUR |
      Then the journal of January 2026 is:
        | date            | source      | account                         | debit     | credit    | document debit | document credit |
        | 10 January 2026 | goods       | Goods                           | 11,000.00 |           | 10,000.00 EUR  |                 |
        | 10 January 2026 | goods       | Supplier payables               |           | 11,000.00 |                | 10,000.00 EUR   |
        | 31 January 2026 | revaluation | Supplier payables               |           | 500.00    |                |                 |
        | 31 January 2026 | revaluation | Unrealized exchange differences | 500.00    |           |                |                 |
      And the journal of February 2026 is:
        | date             | source      | account                         | debit     | credit    |
        | 1 February 2026  | revaluation | Supplier payables               | 500.00    |           |
        | 1 February 2026  | revaluation | Unrealized exchange differences |           | 500.00    |
        | 20 February 2026 | payment     | Supplier payables               | 11,000.00 |           |
        | 20 February 2026 | payment     | Cash                            |           | 10,800.00 |
        | 20 February 2026 | payment     | Realized exchange differences   |           | 200.00    |
      And finance closes February 2026 without a difference

    Scenario: A loan is revalued by difference, month after month, and paid back in part
      # 100,000 EUR at 1.20; 1.25 and 1.22 at the month ends: 5,000 lost, 3,000 won back. A quarter is paid back at 1.21: 25,000 * 0.01 lost.
      Given these conventions:
        | question    | answer        |
        | revaluation | by difference |
      And these exchange rates:
        | date             | from | to  | rate | kind    |
        | 5 January 2026   | EUR  | USD | 1.20 | spot    |
        | 31 January 2026  | EUR  | USD | 1.25 | closing |
        | 28 February 2026 | EUR  | USD | 1.22 | closing |
        | 10 March 2026    | EUR  | USD | 1.21 | spot    |
        | 31 March 2026    | EUR  | USD | 1.22 | closing |
      When finance posts the journal "loan" on 5 January 2026:
        | account | debit          | credit         |
        | Cash    | 100,000.00 EUR |                |
        | Loan    |                | 100,000.00 EUR |
      And finance posts the journal "repayment" on 10 March 2026:
        | account | debit         | credit        |
        | Loan    | 25,000.00 EUR |               |
        | Cash    |               | 25,000.00 EUR |
      And time passes to 31 March 2026
      Then the journal of February 2026 is:
        | date             | source      | account                         | debit    | credit   |
        | 28 February 2026 | revaluation | Loan                            | 3,000.00 |          |
        | 28 February 2026 | revaluation | Unrealized exchange differences |          | 3,000.00 |
      # 25,000 at 1.20 are taken off; at the end 75,000 * 1.22 = 91,500.00 are owed.
      And the ledger shows on 31 March 2026:
        | account                         | debit               | credit        |
        | Loan                            |                     | 75,000 * 1.22 |
        | Realized exchange differences   | 25,000 * (1.21-1.20) |              |
        | Unrealized exchange differences | 75,000 * (1.22-1.20) |              |

    Scenario: A bank account in euros
      # 2,000 EUR at 1.10, 500 of them spent at 1.14 (20.00 won), and 1,500 stand at 1.12 at the end.
      Given these exchange rates:
        | date            | from | to  | rate | kind    |
        | 1 January 2026  | EUR  | USD | 1.10 | spot    |
        | 20 January 2026 | EUR  | USD | 1.14 | spot    |
        | 31 January 2026 | EUR  | USD | 1.12 | closing |
      When finance posts the journal "deposit" on 1 January 2026:
        | account       | debit        | credit       |
        | Bank in euros | 2,000.00 EUR |              |
        | Sales         |              | 2,000.00 EUR |
      And finance posts the journal "services" on 20 January 2026:
        | account       | debit      | credit     |
        | Services      | 500.00 EUR |            |
        | Bank in euros |            | 500.00 EUR |
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account                         | debit    | credit   |
        | Bank in euros                   | 1,680.00 |          |
        | Sales                           |          | 2,200.00 |
        | Services                        | 570.00   |          |
        | Realized exchange differences   |          | 20.00    |
        | Unrealized exchange differences |          | 30.00    |

    Scenario: A journal in a currency for which no rate is stated on its day
      Given these exchange rates:
        | date            | from | to  | rate | kind |
        | 20 January 2026 | EUR  | USD | 1.14 | spot |
      When finance posts the journal "too early" on 10 January 2026:
        | account           | debit      | credit     |
        | Services          | 500.00 EUR |            |
        | Supplier payables |            | 500.00 EUR |
      Then it is refused because "there is no exchange rate of EUR into USD on 10 January 2026"

  Rule: What is not money keeps its rate (IFRIC 22, examples 1 to 4)

    Scenario: Example 1: a machine paid for on 1 April and delivered on 15 April
      # FC 1,000 at 1.50 on 1 April, when 1.60 on 15 April: the machine costs what was paid ahead.
      Given these exchange rates:
        | date          | from | to  | rate | kind |
        | 1 April 2026  | EUR  | USD | 1.50 | spot |
        | 15 April 2026 | EUR  | USD | 1.60 | spot |
      When finance posts the journal "paid ahead" on 1 April 2026:
        | account     | debit        | credit       |
        | Prepayments | 1,000.00 EUR |              |
        | Cash        |              | 1,000.00 EUR |
      And finance posts the journal "delivery" on 15 April 2026:
        | account     | debit        | credit       |
        | Machines    | 1,000.00 EUR |              |
        | Prepayments |              | 1,000.00 EUR |
      And time passes to 30 April 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account  | debit    | credit   |
        | Machines | 1,500.00 |          |
        | Cash     |          | 1,500.00 |

    Scenario: Example 2: FC 40 in advance and FC 60 after delivery
      # 40 at 1.20 on 1 August, delivered on 1 September at 1.30, 60 received on 30 September at 1.25.
      Given these exchange rates:
        | date              | from | to  | rate | kind    |
        | 1 August 2026     | EUR  | USD | 1.20 | spot    |
        | 1 September 2026  | EUR  | USD | 1.30 | spot    |
        | 30 September 2026 | EUR  | USD | 1.25 | spot    |
      When finance posts the journal "advance" on 1 August 2026:
        | account           | debit     | credit    |
        | Cash              | 40.00 EUR |           |
        | Advances received |           | 40.00 EUR |
      And finance posts the journal "delivery, paid for" on 1 September 2026:
        | account           | debit     | credit    |
        | Advances received | 40.00 EUR |           |
        | Sales             |           | 40.00 EUR |
      And finance posts the journal "delivery, owed" on 1 September 2026:
        | account      | debit     | credit    |
        | Trade claims | 60.00 EUR |           |
        | Sales        |           | 60.00 EUR |
      And finance posts the journal "rest" on 30 September 2026:
        | account      | debit     | credit    |
        | Cash         | 60.00 EUR |           |
        | Trade claims |           | 60.00 EUR |
      Then the ledger shows on 30 September 2026 exactly:
        | account                       | debit                 | credit                |
        | Cash                          | 40 * 1.20 + 60 * 1.25 |                       |
        | Sales                         |                       | 40 * 1.20 + 60 * 1.30 |
        | Realized exchange differences | 60 * 0.05             |                       |

    Scenario: Example 2 in one journal: what was paid ahead hands on its rate, what is owed has the day's
      Given these exchange rates:
        | date             | from | to  | rate | kind |
        | 1 August 2026    | EUR  | USD | 1.20 | spot |
        | 1 September 2026 | EUR  | USD | 1.30 | spot |
      When finance posts the journal "advance" on 1 August 2026:
        | account           | debit     | credit    |
        | Cash              | 40.00 EUR |           |
        | Advances received |           | 40.00 EUR |
      And finance posts the journal "delivery" on 1 September 2026:
        | account           | debit     | credit     |
        | Advances received | 40.00 EUR |            |
        | Trade claims      | 60.00 EUR |            |
        | Sales             |           | 100.00 EUR |
      Then the journal of September 2026 contains:
        | date             | source   | account           | debit     | credit                |
        | 1 September 2026 | delivery | Advances received | 40 * 1.20 |                       |
        | 1 September 2026 | delivery | Trade claims      | 60 * 1.30 |                       |
        | 1 September 2026 | delivery | Sales             |           | 40 * 1.20 + 60 * 1.30 |

    Scenario: Example 3: services paid for in advance, and others at their end
      # FC 200 at 1.40 on 15 June for July and August; FC 400 for September to December, received at 100 a month and owed.
      Given these exchange rates:
        | date              | from | to  | rate | kind    |
        | 15 June 2026      | EUR  | USD | 1.40 | spot    |
        | 31 July 2026      | EUR  | USD | 1.45 | spot    |
        | 31 August 2026    | EUR  | USD | 1.42 | spot    |
        | 30 September 2026 | EUR  | USD | 1.50 | spot    |
      When finance posts the journal "paid ahead" on 15 June 2026:
        | account     | debit      | credit     |
        | Prepayments | 200.00 EUR |            |
        | Cash        |            | 200.00 EUR |
      And finance posts the journal "July" on 31 July 2026:
        | account     | debit      | credit     |
        | Services    | 100.00 EUR |            |
        | Prepayments |            | 100.00 EUR |
      And finance posts the journal "August" on 31 August 2026:
        | account     | debit      | credit     |
        | Services    | 100.00 EUR |            |
        | Prepayments |            | 100.00 EUR |
      And finance posts the journal "September" on 30 September 2026:
        | account           | debit      | credit     |
        | Services          | 100.00 EUR |            |
        | Supplier payables |            | 100.00 EUR |
      Then the ledger shows on 30 September 2026 exactly:
        | account           | debit                   | credit |
        | Services          | 200 * 1.40 + 100 * 1.50 |        |
        | Supplier payables |                         | 150.00 |
        | Cash              |                         | 280.00 |

    Scenario: Example 4: an advance for the first of two products
      # IE16 to IE20: FC 1,000, of which 450 for the first product and 550 for the second; FC 200 on 31 January at 1.50, the first on
      # 1 March at 1.70 with 250 owed, the second on 1 June at 1.90, when 800 are received.
      # Revenue 300 + 425 = 725, and 1,045; the 250 owed have won 50 by then; 1,520 of cash.
      Given these exchange rates:
        | date            | from | to  | rate | kind |
        | 31 January 2026 | EUR  | USD | 1.50 | spot |
        | 1 March 2026    | EUR  | USD | 1.70 | spot |
        | 1 June 2026     | EUR  | USD | 1.90 | spot |
      When finance posts the journal "advance" on 31 January 2026:
        | account           | debit      | credit     |
        | Cash              | 200.00 EUR |            |
        | Advances received |            | 200.00 EUR |
      And finance posts the journal "first product" on 1 March 2026:
        | account           | debit      | credit     |
        | Advances received | 200.00 EUR |            |
        | Trade claims      | 250.00 EUR |            |
        | Sales             |            | 450.00 EUR |
      And finance posts the journal "second product" on 1 June 2026:
        | account      | debit      | credit     |
        | Trade claims | 550.00 EUR |            |
        | Sales        |            | 550.00 EUR |
      And finance posts the journal "receipt" on 1 June 2026:
        | account      | debit      | credit     |
        | Cash         | 800.00 EUR |            |
        | Trade claims |            | 800.00 EUR |
      Then the journal of March 2026 contains:
        | date         | source        | account           | debit  | credit |
        | 1 March 2026 | first product | Advances received | 300.00 |        |
        | 1 March 2026 | first product | Trade claims      | 425.00 |        |
        | 1 March 2026 | first product | Sales             |        | 725.00 |
      And the journal from 1 June 2026 to 1 June 2026 contains:
        | date        | source         | account                       | debit    | credit   |
        | 1 June 2026 | second product | Trade claims                  | 1,045.00 |          |
        | 1 June 2026 | second product | Sales                         |          | 1,045.00 |
        | 1 June 2026 | receipt        | Cash                          | 1,520.00 |          |
        | 1 June 2026 | receipt        | Trade claims                  |          | 1,470.00 |
        | 1 June 2026 | receipt        | Realized exchange differences |          | 50.00    |
