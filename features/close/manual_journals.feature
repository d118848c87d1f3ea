@close @manual-journals @wave-2 @req:Q2C-232
Feature: Manual journals
  What no document brings, a person writes: accruals, corrections, allocations, opening balances. Whoever writes it does not
  release it; what repeats or is taken back is released once; and what documents keep, nobody writes by hand.

  Background:
    Given the company "Northwind SaaS"
    And these accounts are in the chart:
      | account          | type      |
      | Accrued expenses | liability |
      | Hosting          | expense   |
      | Support costs    | expense   |
      | Rent             | expense   |
      | Prepaid rent     | asset     |

  Rule: One prepares, another approves

    Scenario: A journal is posted on its own day, once it is approved
      When "Ann" prepares the journal "hosting of January" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      Then nothing is posted in January 2026
      And these journals were written by hand:
        | journal            | date            | prepared by | approved by | amount |
        | hosting of January | 31 January 2026 | Ann         | -           | 480.00 |
      When "Bob" approves the journal "hosting of January" on 2 February 2026
      Then the journal of January 2026 is:
        | date            | source             | account          | debit  | credit |
        | 31 January 2026 | hosting of January | Hosting          | 480.00 |        |
        | 31 January 2026 | hosting of January | Accrued expenses |        | 480.00 |
      And these journals were written by hand:
        | journal            | prepared by | approved by | amount |
        | hosting of January | Ann         | Bob         | 480.00 |
      And finance closes January 2026 without a difference

    Scenario: Nobody approves what they prepared
      When "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Ann" approves the journal "hosting" on 31 January 2026
      Then it is refused because "Ann prepared the manual journal 'hosting' and cannot approve it"
      And nothing is posted in January 2026

    Scenario: In a company of one accountant, the same person may do both
      Given these conventions:
        | question                    | answer     |
        | approval of manual journals | one person |
      When "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Ann" approves the journal "hosting" on 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account          | debit  | credit |
        | Accrued expenses |        | 480.00 |
        | Hosting          | 480.00 |        |

    Scenario: A journal is approved once
      When finance posts the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Bob" approves the journal "hosting" on 31 January 2026
      Then it is refused because "the manual journal 'hosting' is approved already"
      And the ledger shows on 31 January 2026:
        | account | debit  |
        | Hosting | 480.00 |

    Scenario Outline: <what> is refused
      When finance posts the journal "hosting" on 31 January 2026:
        | account  | debit   | credit   |
        | Hosting  | 480.00  |          |
        | <credit> |         | <amount> |
      Then it is refused because "<because>"
      And nothing is posted in January 2026

      Examples:
        | what                                | credit             | amount | because                                        |
        | A journal that does not balance     | Accrued expenses   | 479.99 | it debits 480.00 USD and credits 479.99 USD    |
        | An account that nobody has heard of | Accrued costs      | 480.00 | 'Accrued costs', which the chart of accounts does not have |
        | A receivable that no invoice made   | Receivables        | 480.00 | Receivables, which is kept by documents        |
        | Revenue ahead that no contract has  | Contract liability | 480.00 | Contract liability, which is kept by documents |
        | Tax that no invoice asked for       | Sales tax payable  | 480.00 | Sales tax payable, which is kept by documents  |

    Scenario: An approval of nothing
      Given today is 31 January 2026
      When "Bob" approves the journal "bonus" on 31 January 2026
      Then it is refused because "there is no manual journal 'bonus'"

    Scenario: A name is used once
      When finance posts the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And finance posts the journal "hosting" on 28 February 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      Then it is refused because "there is a manual journal 'hosting' already"

  Rule: What documents keep differs from them if a person writes there

    Scenario: A receivable written down by hand stands in the close
      Given these conventions:
        | question                            | answer  |
        | manual journals on control accounts | allowed |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance posts the journal "courtesy" on 31 January 2026:
        | account     | debit | credit | customer |
        | Concessions | 50.00 |        | Globex   |
        | Receivables |       | 50.00  | Globex   |
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation        | billing  | ledger   | difference | explained by                 |
        | Receivables of Globex | 1,100.00 | 1,050.00 | 50.00      | courtesy MJ-1 posted by hand |

    Scenario: Revenue that no schedule holds is counted with the manual list
      Given these accounts are in the chart:
        | account         | type  |
        | Accrued revenue | asset |
      When finance posts the journal "royalty of January" on 31 January 2026:
        | account         | debit  | credit |
        | Accrued revenue | 750.00 |        |
        | Revenue         |        | 750.00 |
      Then finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line    | amount |
        | Revenue | 750.00 |

  Rule: What is taken back

    Scenario: An accrual is reversed by itself on the first day of the next month
      When "Ann" prepares the journal "hosting accrual" on 31 January 2026, reversed on 1 February 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Bob" approves the journal "hosting accrual" on 31 January 2026
      And time passes to 28 February 2026
      Then the journal from 1 January 2026 to 28 February 2026 is:
        | date            | source                    | account          | debit  | credit |
        | 31 January 2026 | hosting accrual           | Hosting          | 480.00 |        |
        | 31 January 2026 | hosting accrual           | Accrued expenses |        | 480.00 |
        | 1 February 2026 | hosting accrual, reversed | Hosting          |        | 480.00 |
        | 1 February 2026 | hosting accrual, reversed | Accrued expenses | 480.00 |        |
      And the ledger shows on 31 January 2026:
        | account | debit  |
        | Hosting | 480.00 |
      And the ledger shows on 28 February 2026:
        | account          | debit |
        | Hosting          |       |
        | Accrued expenses |       |
      And finance closes February 2026 without a difference

    Scenario: An accrual that is approved after its reversal fell due is posted with it, each once
      When "Ann" prepares the journal "hosting accrual" on 31 January 2026, reversed on 1 February 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Bob" approves the journal "hosting accrual" on 10 February 2026
      And time passes to 31 March 2026
      Then the journal from 1 January 2026 to 31 March 2026 is:
        | date            | source                    | account          | debit  | credit |
        | 31 January 2026 | hosting accrual           | Hosting          | 480.00 |        |
        | 31 January 2026 | hosting accrual           | Accrued expenses |        | 480.00 |
        | 1 February 2026 | hosting accrual, reversed | Hosting          |        | 480.00 |
        | 1 February 2026 | hosting accrual, reversed | Accrued expenses | 480.00 |        |

    Scenario: A journal cannot be taken back before it is written
      When "Ann" prepares the journal "hosting accrual" on 31 January 2026, reversed on 30 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      Then it is refused because "is reversed 30 January 2026, before 31 January 2026"

    Scenario: A posted journal is never changed: its reversal is a journal of its own
      When finance posts the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And finance closes January 2026 on 5 February 2026
      And "Ann" prepares the reversal of the journal "hosting" on 6 February 2026
      And "Bob" approves the journal "reversal of hosting" on 6 February 2026
      Then the journal of February 2026 is:
        | date            | source              | account          | debit  | credit |
        | 6 February 2026 | reversal of hosting | Hosting          |        | 480.00 |
        | 6 February 2026 | reversal of hosting | Accrued expenses | 480.00 |        |
      And the ledger shows on 31 January 2026:
        | account | debit  |
        | Hosting | 480.00 |
      And finance closes February 2026 without a difference

  Rule: What repeats

    Scenario: Rent paid ahead is spent month by month, on the last day of a shorter one
      When "Ann" prepares the journal "rent" on 31 January 2026, repeated every month until 30 April 2026:
        | account      | debit    | credit   |
        | Rent         | 1,000.00 |          |
        | Prepaid rent |          | 1,000.00 |
      And "Bob" approves the journal "rent" on 31 January 2026
      And time passes to 31 May 2026
      Then the journal from 1 January 2026 to 31 May 2026 is:
        | date             | source | account      | debit    | credit   |
        | 31 January 2026  | rent   | Rent         | 1,000.00 |          |
        | 31 January 2026  | rent   | Prepaid rent |          | 1,000.00 |
        | 28 February 2026 | rent   | Rent         | 1,000.00 |          |
        | 28 February 2026 | rent   | Prepaid rent |          | 1,000.00 |
        | 31 March 2026    | rent   | Rent         | 1,000.00 |          |
        | 31 March 2026    | rent   | Prepaid rent |          | 1,000.00 |
        | 30 April 2026    | rent   | Rent         | 1,000.00 |          |
        | 30 April 2026    | rent   | Prepaid rent |          | 1,000.00 |
      And finance closes May 2026 without a difference

    Scenario: Insurance is paid for each quarter
      # On the last of January, April and July; 30 April has no 31st, 31 July has.
      When "Ann" prepares the journal "insurance" on 31 January 2026, repeated every 3 months until 31 August 2026:
        | account      | debit  | credit |
        | Rent         | 300.00 |        |
        | Prepaid rent |        | 300.00 |
      And "Bob" approves the journal "insurance" on 31 January 2026
      And time passes to 31 August 2026
      Then the journal from 1 January 2026 to 31 August 2026 is:
        | date            | account      | debit  | credit |
        | 31 January 2026 | Rent         | 300.00 |        |
        | 31 January 2026 | Prepaid rent |        | 300.00 |
        | 30 April 2026   | Rent         | 300.00 |        |
        | 30 April 2026   | Prepaid rent |        | 300.00 |
        | 31 July 2026    | Rent         | 300.00 |        |
        | 31 July 2026    | Prepaid rent |        | 300.00 |

    Scenario: A journal repeats after some months
      When "Ann" prepares the journal "rent" on 31 January 2026, repeated every 0 months until 30 April 2026:
        | account      | debit    | credit   |
        | Rent         | 1,000.00 |          |
        | Prepaid rent |          | 1,000.00 |
      Then it is refused because "repeats every 0 months; write 1 or more"

    Scenario: Rent is shared out month by month
      # 100.00 a month of rent, a quarter of it for hosting: 25.00 in each of two months.
      When "Ann" prepares the allocation "share" of 100.00 USD from "Rent" on 31 January 2026, repeated every month until 28 February 2026:
        | account | share |
        | Hosting | 1     |
        | Rent    | 3     |
      And "Bob" approves the journal "share" on 31 January 2026
      And time passes to 31 March 2026
      Then the ledger shows on 31 March 2026 exactly:
        | account | debit | credit |
        | Hosting | 50.00 |        |
        | Rent    |       | 50.00  |
      And finance closes March 2026 without a difference

  Rule: What is spread

    Scenario: Rent by heads, to the last cent
      # 1,000.00 over 3 : 2 : 2 heads: 428.571, 285.714, 285.714; the last cents go to the largest remainders, the first of equals
      # first: 428.57, 285.72, 285.71.
      When finance posts the journal "rent" on 31 January 2026:
        | account          | debit    | credit   |
        | Rent             | 1,000.00 |          |
        | Accrued expenses |          | 1,000.00 |
      And "Ann" prepares the allocation "rent by heads" of 1,000.00 USD from "Rent" on 31 January 2026:
        | account       | share |
        | Hosting       | 3     |
        | Support costs | 2     |
        | Concessions   | 2     |
      And "Bob" approves the journal "rent by heads" on 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account          | debit  | credit   |
        | Accrued expenses |        | 1,000.00 |
        | Concessions      | 285.71 |          |
        | Hosting          | 428.57 |          |
        | Support costs    | 285.72 |          |
      And finance closes January 2026 without a difference

    Scenario: Shares that add up to nothing
      When "Ann" prepares the allocation "rent by heads" of 1,000.00 USD from "Rent" on 31 January 2026:
        | account       | share |
        | Hosting       | 0     |
        | Support costs | 0     |
      Then it is refused because "the allocation 'rent by heads' needs shares above zero"

  Rule: What belongs to an earlier month

    Scenario: A correction of a closed month is posted in the open one and says where it belongs
      When finance closes January 2026 on 3 February 2026
      And "Ann" prepares the correction "hosting forgotten" of January 2026 on 10 February 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Bob" approves the journal "hosting forgotten" on 10 February 2026
      Then the journal of February 2026 is:
        | date             | source            | account          | debit  | credit |
        | 10 February 2026 | hosting forgotten | Hosting          | 480.00 |        |
        | 10 February 2026 | hosting forgotten | Accrued expenses |        | 480.00 |
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                                    | amount |
        | hosting forgotten MJ-1 of January 2026 | 480.00 |

    Scenario: Prepared in January, approved when January is closed
      When "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And finance closes January 2026 on 3 February 2026
      And "Bob" approves the journal "hosting" on 4 February 2026
      Then nothing is posted in January 2026
      And the journal of February 2026 is:
        | date            | source  | account          | debit  | credit |
        | 1 February 2026 | hosting | Hosting          | 480.00 |        |
        | 1 February 2026 | hosting | Accrued expenses |        | 480.00 |

    Scenario: A company that posts nothing late does not take it
      Given these conventions:
        | question                     | answer  |
        | posting into a closed period | refused |
      When "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And finance closes January 2026 on 3 February 2026
      And "Bob" approves the journal "hosting" on 4 February 2026
      Then it is refused because "the manual journal 'hosting' belongs to January 2026, which is closed"
      And nothing is posted in February 2026

    Scenario: Nor an invoice that reaches the ledger after the close
      Given these conventions:
        | question                     | answer  |
        | posting into a closed period | refused |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And the integration delays the event "invoice posted" of the upsell by 5 days
      When Globex adds 31 "Platform seat" from 31 January 2026
      And finance closes January 2026 on 31 January 2026
      And time passes to 28 February 2026
      # 31 * 10.00 * 1/31 = 10.00 and 1.00 of tax
      Then finance cannot close February 2026, among other reasons because:
        | reconciliation        | billing  | ledger   | difference | explained by                                                                                                                             |
        | Receivables of Globex | 2,552.00 | 2,541.00 | 11.00      | upsell invoice not posted: refused, invoice NW-000002 belongs to January 2026, which is closed; reopen it or date it later |

  Rule: What other books bring forward

    Scenario: Opening balances stand in the ledger and in the close
      Given these balances are brought forward on 1 January 2026:
        | account            | debit    | credit   | customer |
        | Cash               | 5,000.00 |          |          |
        | Receivables        | 330.00   |          | Globex   |
        | Contract liability |          | 500.00   | Globex   |
        | Accrued expenses   |          | 4,830.00 |          |
      When time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account            | debit    | credit   |
        | Cash               | 5,000.00 |          |
        | Receivables        | 330.00   |          |
        | Contract liability |          | 500.00   |
        | Accrued expenses   |          | 4,830.00 |
      And finance closes January 2026 without a difference

  Rule: The company says what debits what

    Scenario: Another account for what is billed ahead
      Given these accounts are in the chart:
        | account          | type      | role               |
        | Deferred revenue | liability | contract liability |
      And these posting rules hold:
        | event          | amount   | debit            | credit           |
        | invoice posted | deferred | Receivables      | Deferred revenue |
        | revenue posted | released | Deferred revenue | Revenue          |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 1 January 2026
      Then the ledger shows on 1 January 2026 exactly:
        | account           | debit    | credit   |
        | Receivables       | 1,100.00 |          |
        | Deferred revenue  |          | 1,000.00 |
        | Sales tax payable |          | 100.00   |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

  Rule: Each legal entity has books of its own

    Background:
      Given these legal entities:
        | name              | code | currency |
        | Northwind America | NA   | USD      |
        | Northwind Canada  | NC   | CAD      |

    Scenario: What is written in the books of one shows in no other's
      When finance of Northwind Canada posts the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      Then the ledger of Northwind Canada shows on 31 January 2026 exactly:
        | account          | debit      | credit     |
        | Accrued expenses |            | 480.00 CAD |
        | Hosting          | 480.00 CAD |            |
      And the ledger of Northwind America shows on 31 January 2026:
        | account | debit |
        | Hosting |       |
      And finance closes January 2026 without a difference
