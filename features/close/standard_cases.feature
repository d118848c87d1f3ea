@close @closed-periods @wave-3 @req:Q2C-052
Feature: Month-end cases of the standards, of textbooks and of other ledgers
  Accruals and their reversals, prepaid costs, allocations, opening balances, year ends, errors and events after the period, with the
  figures of the examples they are known by.

  Background:
    Given the company "Northwind SaaS"
    And these accounts are in the chart:
      | account             | type      |
      | Utilities           | expense   |
      | Insurance           | expense   |
      | Rent                | expense   |
      | Wages               | expense   |
      | Cost of goods       | expense   |
      | Income tax          | expense   |
      | Credit losses       | expense   |
      | Depreciation        | expense   |
      | Provisions          | liability |
      | Accrued liabilities | liability |
      | Income tax payable  | liability |
      | Trade payables      | liability |
      | Prepaid costs       | asset     |
      | Goods               | asset     |
      | Equipment           | asset     |
      | Trade debtors       | asset     |
      | Share capital       | equity    |
      | Trading income      | income    |

  Rule: Accruals and reversals

    Scenario: A utility bill that comes after the month, for more than was accrued
      # NetSuite, Oracle and SAP reverse an accrual on the first day of the next period: 1,200.00 accrued, 1,250.00 billed on 12 February:
      # January bears 1,200.00, February 50.00.
      When "Ann" prepares the journal "utilities of January" on 31 January 2026, reversed on 1 February 2026:
        | account             | debit    | credit   |
        | Utilities           | 1,200.00 |          |
        | Accrued liabilities |          | 1,200.00 |
      And "Bob" approves the journal "utilities of January" on 31 January 2026
      And finance posts the journal "utility bill" on 12 February 2026:
        | account        | debit    | credit   |
        | Utilities      | 1,250.00 |          |
        | Trade payables |          | 1,250.00 |
      And time passes to 28 February 2026
      Then the trial balance for February 2026 is:
        | account             | opening   | debits   | credits  | closing   |
        | Accrued liabilities | -1,200.00 | 1,200.00 | 0.00     | 0.00      |
        | Utilities           | 1,200.00  | 1,250.00 | 1,200.00 | 1,250.00  |
        | Trade payables      | 0.00      | 0.00     | 1,250.00 | -1,250.00 |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference

    Scenario: Wages of the last three days of a month
      # 5,000.00 for a week of five days, three of them in April: 3,000.00 accrued; 5,000.00 paid on Friday, 8 May.
      When "Ann" prepares the journal "wages" on 30 April 2026, reversed on 1 May 2026:
        | account             | debit            | credit           |
        | Wages               | 5,000.00 * 3 / 5 |                  |
        | Accrued liabilities |                  | 5,000.00 * 3 / 5 |
      And "Bob" approves the journal "wages" on 30 April 2026
      And finance posts the journal "payroll" on 8 May 2026:
        | account | debit    | credit   |
        | Wages   | 5,000.00 |          |
        | Cash    |          | 5,000.00 |
      And time passes to 31 May 2026
      Then the journal of May 2026 is:
        | date       | source          | account             | debit    | credit   |
        | 1 May 2026 | wages, reversed | Accrued liabilities | 3,000.00 |          |
        | 1 May 2026 | wages, reversed | Wages               |          | 3,000.00 |
        | 8 May 2026 | payroll         | Wages               | 5,000.00 |          |
        | 8 May 2026 | payroll         | Cash                |          | 5,000.00 |

    Scenario: An accrual that is taken back in the middle of the next month, when its own is closed
      When "Ann" prepares the journal "bonus" on 31 January 2026, reversed on 15 February 2026:
        | account             | debit  | credit |
        | Wages               | 900.00 |        |
        | Accrued liabilities |        | 900.00 |
      And "Bob" approves the journal "bonus" on 31 January 2026
      And finance closes January 2026
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source          | account             | debit  | credit |
        | 15 February 2026 | bonus, reversed | Accrued liabilities | 900.00 |        |
        | 15 February 2026 | bonus, reversed | Wages               |        | 900.00 |

  Rule: Costs of many months

    Scenario: Insurance paid for a year, an expense of each month
      # 12,000.00 on 1 July; 1,000.00 at each month's end, the last day of shorter months too: 6,000.00 are left at the year's end.
      When finance posts the journal "premium" on 1 July 2026:
        | account       | debit     | credit    |
        | Prepaid costs | 12,000.00 |           |
        | Cash          |           | 12,000.00 |
      And "Ann" prepares the journal "insurance" on 31 July 2026, repeated every month until 30 June 2027:
        | account       | debit    | credit   |
        | Insurance     | 1,000.00 |          |
        | Prepaid costs |          | 1,000.00 |
      And "Bob" approves the journal "insurance" on 31 July 2026
      And time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account       | debit    | credit    |
        | Prepaid costs | 6,000.00 |           |
        | Insurance     | 6,000.00 |           |
        | Cash          |          | 12,000.00 |
      When time passes to 30 June 2027
      Then the ledger shows on 30 June 2027 exactly:
        | account           | debit     | credit    |
        | Insurance         | 12,000.00 |           |
        | Cash              |           | 12,000.00 |
      And the trial balance for June 2027 is:
        | account           | closing    |
        | Prepaid costs     | 0.00       |
        | Retained earnings | 6,000.00   |
        | Insurance         | 6,000.00   |
        | Cash              | -12,000.00 |

    Scenario Outline: <amount> shared out by <first>, <second> and <third>
      # By largest remainder: whatever does not come out even goes to the largest remainder, the first of equals.
      When "Ann" prepares the allocation "shared" of <amount> USD from "Rent" on 31 January 2026:
        | account   | share    |
        | Utilities | <first>  |
        | Insurance | <second> |
        | Wages     | <third>  |
      And "Bob" approves the journal "shared" on 31 January 2026
      Then the journal of January 2026 is:
        | date            | source | account   | debit | credit   |
        | 31 January 2026 | shared | Rent      |       | <amount> |
        | 31 January 2026 | shared | Utilities | <a>   |          |
        | 31 January 2026 | shared | Insurance | <b>   |          |
        | 31 January 2026 | shared | Wages     | <c>   |          |

      Examples: square feet, thirds, percentages
        | amount    | first | second | third | a        | b        | c        |
        | 10,000.00 | 3000  | 2000   | 1000  | 5,000.00 | 3,333.33 | 1,666.67 |
        | 100.00    | 1     | 1      | 1     | 33.34    | 33.33    | 33.33    |
        | 7,500.00  | 50    | 30     | 20    | 3,750.00 | 2,250.00 | 1,500.00 |

  Rule: Beginnings and ends

    Scenario: Opening balances, a year, and the year after
      # Debtors 50,000.00, payables 20,000.00, capital 25,000.00, retained 5,000.00. Income 500,000.00, wages 300,000.00, rent 60,000.00:
      # profit 140,000.00, so 145,000.00 are retained when the next year begins; in it no income yet.
      Given these balances are brought forward on 1 January 2026:
        | account           | debit     | credit    |
        | Trade debtors     | 50,000.00 |           |
        | Trade payables    |           | 20,000.00 |
        | Share capital     |           | 25,000.00 |
        | Retained earnings |           | 5,000.00  |
      When finance posts the journal "the year" on 30 June 2026:
        | account        | debit      | credit     |
        | Trade debtors  | 500,000.00 |            |
        | Wages          | 300,000.00 |            |
        | Rent           | 60,000.00  |            |
        | Cash           |            | 360,000.00 |
        | Trading income |            | 500,000.00 |
      And time passes to 1 January 2027
      Then the trial balance for December 2026 is:
        | account           | debit      | credit     |
        | Trade debtors     | 550,000.00 |            |
        | Cash              |            | 360,000.00 |
        | Trade payables    |            | 20,000.00  |
        | Share capital     |            | 25,000.00  |
        | Retained earnings |            | 5,000.00   |
        | Trading income    |            | 500,000.00 |
        | Wages             | 300,000.00 |            |
        | Rent              | 60,000.00  |            |
      And the trial balance for January 2027 is:
        | account           | opening     | closing     |
        | Trade debtors     | 550,000.00  | 550,000.00  |
        | Cash              | -360,000.00 | -360,000.00 |
        | Trade payables    | -20,000.00  | -20,000.00  |
        | Share capital     | -25,000.00  | -25,000.00  |
        | Retained earnings | -145,000.00 | -145,000.00 |

    Scenario: A dividend declared after the year's end is of the year in which it is declared (IAS 10.12)
      When finance closes December 2025 on 20 January 2026
      And "Ann" reports the event "dividend for 2025" after December 2025 on 10 February 2026, which does not adjust it, about 30,000.00 USD
      And finance posts the journal "dividend for 2025" on 10 February 2026:
        | account           | debit     | credit    |
        | Retained earnings | 30,000.00 |           |
        | Trade payables    |           | 30,000.00 |
      Then nothing is posted in December 2025
      And the trial balance for February 2026 is:
        | account           | opening | closing    |
        | Retained earnings | 0.00    | 30,000.00  |
        | Trade payables    | 0.00    | -30,000.00 |

    Scenario: A quarter of 4-4-5 weeks bears rent by the days that are in its periods
      # 9,100.00 for the 91 days from 28 December 2025, 100.00 a day: 28, 28 and 35 days.
      Given fiscal year 2026 begins on 28 December 2025, in quarters of 4-4-5 weeks
      When finance posts the journal "rent P1" on 24 January 2026:
        | account        | debit       | credit      |
        | Rent           | 28 * 100.00 |             |
        | Trade payables |             | 28 * 100.00 |
      And finance posts the journal "rent P2" on 21 February 2026:
        | account        | debit       | credit      |
        | Rent           | 28 * 100.00 |             |
        | Trade payables |             | 28 * 100.00 |
      And finance posts the journal "rent P3" on 28 March 2026:
        | account        | debit       | credit      |
        | Rent           | 35 * 100.00 |             |
        | Trade payables |             | 35 * 100.00 |
      Then the trial balance for P2 FY2026 is:
        | account        | opening   | debits   | credits  | closing   |
        | Rent           | 2,800.00  | 2,800.00 | 0.00     | 5,600.00  |
        | Trade payables | -2,800.00 | 0.00     | 2,800.00 | -5,600.00 |
      And the trial balance for P3 FY2026 is:
        | account        | opening   | debits   | credits  | closing   |
        | Rent           | 5,600.00  | 3,500.00 | 0.00     | 9,100.00  |
        | Trade payables | -5,600.00 | 0.00     | 3,500.00 | -9,100.00 |

  Rule: Errors (IAS 8) and events after the period (IAS 10)

    Scenario: Goods sold in the year before were still counted as stock (IAS 8, guidance on implementing, example 1)
      # 6,500 of stock at the end of 20X1 had been sold; tax 30%, 1,950: retained earnings of 20X2 open 4,550 lower.
      Given errors are material from 1,000.00 USD
      And these balances are brought forward on 31 December 2025:
        | account            | debit     | credit    |
        | Goods              | 40,000.00 |           |
        | Income tax payable |           | 6,000.00  |
        | Trading income     |           | 34,000.00 |
      When finance closes December 2025 on 31 January 2026
      And "Ann" reports the error "stock already sold" of December 2025 on 15 March 2026:
        | account            | debit    | credit   |
        | Cost of goods      | 6,500.00 |          |
        | Goods              |          | 6,500.00 |
        | Income tax payable | 1,950.00 |          |
        | Income tax         |          | 1,950.00 |
      And "Bob" approves the journal "stock already sold" on 15 March 2026
      Then these findings are on record:
        | name               | comes to | treatment |
        | stock already sold | 6,500.00 | restated  |
      And the trial balance for March 2026 is:
        | account            | debit     | credit                |
        | Goods              | 33,500.00 |                       |
        | Income tax payable |           | 4,050.00              |
        | Retained earnings  |           | 34,000.00 - 4,550.00  |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                                                     | amount    |
        | Goods of the year from January 2025, as reported         | 40,000.00 |
        | Goods of the year from January 2025, as restated         | 33,500.00 |
        | Cost of goods of the year from January 2025, as restated | 6,500.00  |
        | Income tax of the year from January 2025, as restated    | -1,950.00 |

    Scenario: A court case settled after the year's end shows what was owed at its end (IAS 10.9(a))
      # 100.00 provided, settled at 135.00 on 20 January, before the accounts are authorized: 35.00 more in December.
      When finance posts the journal "provision" on 31 December 2025:
        | account    | debit  | credit |
        | Utilities  | 100.00 |        |
        | Provisions |        | 100.00 |
      And "Ann" reports the event "settlement" after December 2025 on 20 January 2026, which adjusts it:
        | account    | debit | credit |
        | Utilities  | 35.00 |        |
        | Provisions |       | 35.00  |
      And "Bob" approves the journal "settlement" on 20 January 2026
      Then the ledger shows on 31 December 2025 exactly:
        | account    | debit  | credit |
        | Utilities  | 135.00 |        |
        | Provisions |        | 135.00 |
      And nothing is posted in January 2026

    Scenario: A customer who goes bankrupt after the year's end could not pay at its end (IAS 10.9(b)(i))
      Given these balances are brought forward on 31 December 2025:
        | account        | debit    | credit   |
        | Trade debtors  | 8,000.00 |          |
        | Trading income |          | 8,000.00 |
      When "Ann" reports the event "bankruptcy" after December 2025 on 15 January 2026, which adjusts it:
        | account       | debit             | credit            |
        | Credit losses | 8,000.00 * 90 / 100 |                   |
        | Trade debtors |                   | 8,000.00 * 90 / 100 |
      And "Bob" approves the journal "bankruptcy" on 15 January 2026
      And finance closes December 2025 on 31 January 2026
      Then the trial balance for December 2025 is:
        | account        | debit    | credit   |
        | Trade debtors  | 800.00   |          |
        | Trading income |          | 8,000.00 |
        | Credit losses  | 7,200.00 |          |

    Scenario: A machine's life is estimated anew: the rest is spread over what is left (IAS 8.36 and 38)
      # 100,000.00 over 10 years; after 4 years 60,000.00 are left, now over 3 more: 20,000.00 a year instead of 10,000.00.
      Given these balances are brought forward on 1 January 2026:
        | account           | debit     | credit    |
        | Equipment         | 60,000.00 |           |
        | Share capital     |           | 60,000.00 |
      When "Ann" reports the change of estimate "life of the machine" of December 2025 on 31 December 2026:
        | account      | debit        | credit       |
        | Depreciation | 60,000.00 / 3 |              |
        | Equipment    |              | 60,000.00 / 3 |
      And "Bob" approves the journal "life of the machine" on 31 December 2026
      Then the trial balance for December 2026 is:
        | account       | debit     | credit    |
        | Equipment     | 40,000.00 |           |
        | Share capital |           | 60,000.00 |
        | Depreciation  | 20,000.00 |           |
      And nothing is posted in December 2025
