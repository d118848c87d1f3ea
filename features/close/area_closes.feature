@close @closed-periods @wave-2 @req:Q2C-072
Feature: Soft and hard closes of areas
  The receivables of a month close before its revenue, and its general ledger last. A soft close still lets in whom it names; a
  hard one nobody. What comes too late for its area goes into the first month that is open for it, and says where it belongs.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these accounts are in the chart:
      | account          | type      |
      | Accrued expenses | liability |
      | Hosting          | expense   |

  Rule: One area closes without the others

    Scenario: Receivables are closed, revenue is still open
      # The upsell invoice of 30 March, 20 * 10.00 * 2/31 = 12.90 and tax of 1.29, arrives on 2 April when the receivables of March
      # are closed. The revenue of March follows the amendment all the same: 12.90 is earned ahead of what the ledger has billed.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And the integration delays the event "invoice posted" of the upsell by 3 days
      When Globex adds 20 "Platform seat" from 30 March 2026
      And finance closes these areas on 31 March 2026:
        | area        | period     | close |
        | receivables | March 2026 | hard  |
      And time passes to 30 April 2026
      Then the journal of March 2026 is:
        | date          | source        | account             | debit    | credit   |
        | 1 March 2026  | March invoice | Receivables         | 1,100.00 |          |
        | 1 March 2026  | March invoice | Contract liability  |          | 1,000.00 |
        | 1 March 2026  | March invoice | Sales tax payable   |          | 100.00   |
        | 31 March 2026 | revenue       | Contract liability  | 1,000.00 |          |
        | 31 March 2026 | revenue       | Unbilled receivable | 12.90    |          |
        | 31 March 2026 | revenue       | Revenue             |          | 1,012.90 |
      And the April 2026 close report shows:
        | line                                   | amount |
        | upsell invoice NW-000004 of March 2026 | 14.19  |
      And finance closes April 2026 without a difference
      And all April 2026 tie-outs agree

    Scenario: Revenue is closed, and a price agreed later is caught up in the next month
      # 10 April: 12.00 instead of 10.00 from 1 March. March is closed for revenue: its 200.00 more stand in April, with April's 1,200.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes these areas on 2 April 2026:
        | area    | period     | close |
        | revenue | March 2026 | hard  |
      And Globex signs on 10 April 2026 to pay 12.00 USD per month for "Platform seat" from 1 March 2026
      And time passes to 30 April 2026
      Then the revenue of Globex is:
        | month         | amount            |
        | January 2026  | 1,000.00          |
        | February 2026 | 1,000.00          |
        | March 2026    | 1,000.00          |
        | April 2026    | 1,200.00 + 200.00 |
      And finance closes April 2026 without a difference

    Scenario: Each legal entity closes its own
      Given these legal entities:
        | code | currency |
        | AA   | USD      |
        | BB   | USD      |
      When finance closes these areas on 31 January 2026:
        | area           | period       | entity | close |
        | general ledger | January 2026 | AA     | hard  |
      And finance of AA posts the journal "hosting of AA" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 100.00 |        |
        | Accrued expenses |        | 100.00 |
      And finance of BB posts the journal "hosting of BB" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 200.00 |        |
        | Accrued expenses |        | 200.00 |
      Then the journal of January 2026 is:
        | date            | entity | source        | account          | debit  | credit |
        | 31 January 2026 | BB     | hosting of BB | Hosting          | 200.00 |        |
        | 31 January 2026 | BB     | hosting of BB | Accrued expenses |        | 200.00 |
      When time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date            | entity | source        | account          | debit  | credit |
        | 1 February 2026 | AA     | hosting of AA | Hosting          | 100.00 |        |
        | 1 February 2026 | AA     | hosting of AA | Accrued expenses |        | 100.00 |
      And these areas are closed:
        | area           | period       | entity | close |
        | general ledger | January 2026 | AA     | hard  |

  Rule: A soft close still lets in whom it names

    Scenario: The controller still posts, the accountant's journal goes into the next month
      When "Ann" prepares the journal "hosting of January" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Controller" prepares the journal "bonus hosting of January" on 31 January 2026:
        | account          | debit | credit |
        | Hosting          | 20.00 |        |
        | Accrued expenses |       | 20.00  |
      And finance closes these areas on 2 February 2026:
        | area           | period       | close | still posting         |
        | general ledger | January 2026 | soft  | Controller, Group CFO |
      And "Bob" approves the journal "hosting of January" on 3 February 2026
      And "Bob" approves the journal "bonus hosting of January" on 3 February 2026
      Then the journal of January 2026 is:
        | date            | source                   | account          | debit | credit |
        | 31 January 2026 | bonus hosting of January | Hosting          | 20.00 |        |
        | 31 January 2026 | bonus hosting of January | Accrued expenses |       | 20.00  |
      And the journal of February 2026 is:
        | date            | source             | account          | debit  | credit |
        | 1 February 2026 | hosting of January | Hosting          | 480.00 |        |
        | 1 February 2026 | hosting of January | Accrued expenses |        | 480.00 |
      And the February 2026 close report shows:
        | line                                    | amount |
        | hosting of January MJ-1 of January 2026 | 480.00 |
      And these areas are closed:
        | area           | period       | close | still posting         |
        | general ledger | January 2026 | soft  | Controller, Group CFO |

    Scenario: A kind of document that is named still comes in
      # The upsell invoice of 30 March, 12.90, is late by 3 days and let in: 3 * 1,000.00 + 12.90.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And the integration delays the event "invoice posted" of the upsell by 3 days
      When Globex adds 20 "Platform seat" from 30 March 2026
      And finance closes these areas on 31 March 2026:
        | area        | period     | close | still posting |
        | receivables | March 2026 | soft  | invoice       |
      And time passes to 2 April 2026
      Then the ledger shows on 31 March 2026:
        | account     | debit    |
        | Receivables | 3,012.90 |

    Scenario: A company that posts nothing late refuses what a soft close does not let in
      Given these conventions:
        | question                     | answer  |
        | posting into a closed period | refused |
      When "Ann" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And finance closes these areas on 2 February 2026:
        | area           | period       | close | still posting |
        | general ledger | January 2026 | soft  | Controller    |
      And "Bob" approves the journal "hosting" on 3 February 2026
      Then it is refused because "belongs to January 2026, whose general ledger is closed; reopen it or date it later"
      And nothing is posted in January 2026

  Rule: From soft to hard, and back by approval

    Scenario: A hard close ends what the soft one let in, and is opened again by two
      When finance closes these areas on 2 February 2026:
        | area           | period       | close | still posting |
        | general ledger | January 2026 | soft  | Controller    |
      And finance closes these areas on 4 February 2026:
        | area           | period       | close |
        | general ledger | January 2026 | hard  |
      And "Controller" prepares the journal "hosting" on 31 January 2026:
        | account          | debit  | credit |
        | Hosting          | 480.00 |        |
        | Accrued expenses |        | 480.00 |
      And "Ann" reopens the general ledger of January 2026 on 5 February 2026 because "hosting left out", approved by "Ann"
      Then it is refused because "Ann asks to reopen January 2026 and cannot approve it"
      When "Ann" reopens the general ledger of January 2026 on 5 February 2026 because "hosting left out", approved by "Bob"
      And "Bob" approves the journal "hosting" on 5 February 2026
      Then the ledger shows on 31 January 2026:
        | account | debit  |
        | Hosting | 480.00 |
      And finance closes January 2026 without a difference

    Scenario Outline: <what> is refused
      When finance closes these areas on 4 February 2026:
        | area    | period       | close |
        | revenue | January 2026 | hard  |
      And finance closes these areas on 5 February 2026:
        | area   | period   | close   | still posting |
        | <area> | <period> | <close> | <posting>     |
      Then it is refused because "<because>"

      Examples:
        | what                              | area           | period        | close | posting    | because                                           |
        | Closing what is closed            | revenue        | January 2026  | hard  |            | the revenue of January 2026 is closed already     |
        | Softening what is closed hard     | revenue        | January 2026  | soft  | Controller | the revenue of January 2026 is closed already     |
        | A hard close that lets anybody in | cash           | January 2026  | hard  | Controller | a hard close lets nobody post, not even Controller |
        | A month that is not over          | general ledger | February 2026 | soft  | Controller | it ends on 28 February 2026                       |

    Scenario: An area of a month that is closed as a whole opens only with the whole
      When finance closes January 2026 on 3 February 2026
      And "Ann" reopens the revenue of January 2026 on 5 February 2026 because "cut-off", approved by "Bob"
      Then it is refused because "January 2026 is closed as a whole; reopen it, not its revenue alone"
      When finance closes these areas on 5 February 2026:
        | area    | period       |
        | revenue | January 2026 |
      Then it is refused because "the revenue of January 2026 is closed already"

    Scenario: The whole month opens with its areas
      When finance closes these areas on 2 February 2026:
        | area | period       |
        | cash | January 2026 |
      And finance closes January 2026 on 3 February 2026
      And "Ann" reopens January 2026 on 5 February 2026 because "hosting left out", approved by "Bob"
      Then these areas are closed:
        | area | period | close |
