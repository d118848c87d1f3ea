@close @closed-periods @wave-3 @req:Q2C-052
Feature: What is found out after a period
  Errors, changes of estimate and events after the period are three unlike things. A material error of an earlier year is taken to
  opening retained earnings and the year is shown restated (IAS 8.42, ASC 250-10-45-23); a change of estimate never is (IAS 8.36). An
  event after the period adjusts it only if it tells of conditions at its end, and only until the accounts are authorized (IAS 10.8).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And these accounts are in the chart:
      | account           | type      |
      | Hosting           | expense   |
      | Legal claims      | expense   |
      | Accrued expenses  | liability |
      | Depreciation      | expense   |
      | Equipment         | asset     |

  Rule: An error of an earlier year is held against materiality

    # Revenue of 2025: 12 * 1,000.00. It is closed; nothing of 2026 is, unless it is said.

    Scenario: Material: through opening retained earnings, and the year is shown restated
      # 900.00 of hosting of 2025 were never accrued; material from 500.00 on.
      Given errors are material from 500.00 USD
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      Then these findings are on record:
        | name            | kind  | about         | found on      | comes to | held against | treatment | posted on      |
        | hosting of 2025 | error | December 2025 | 15 March 2026 | 900.00   | 500.00       | restated  | 1 January 2026 |
      And nothing is posted from 15 March 2026 to 15 March 2026
      When "Bob" approves the journal "hosting of 2025" on 16 March 2026
      Then the journal from 1 January 2026 to 1 January 2026 contains:
        | source          | account           | debit  | credit |
        | hosting of 2025 | Retained earnings | 900.00 |        |
        | hosting of 2025 | Accrued expenses  |        | 900.00 |
      When time passes to 31 March 2026
      # 12,000.00 of revenue of 2025 less 900.00; in 2026 no expense, three months of revenue.
      Then the trial balance for March 2026 is:
        | account           | debit     | credit    |
        | Receivables       | 15,000.00 |           |
        | Contract liability |          |           |
        | Accrued expenses  |           | 900.00    |
        | Retained earnings |           | 11,100.00 |
        | Revenue           |           | 3,000.00  |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                                                  | amount  |
        | Errors found                                          | 900.00  |
        | Hosting of the year from January 2025, as reported    | 0.00    |
        | Hosting of the year from January 2025, correction     | 900.00  |
        | Hosting of the year from January 2025, as restated    | 900.00  |
        | Accrued expenses of the year from January 2025, as restated | -900.00 |
        | 3800 Retained earnings, opening                       | -12,000.00 |
        | 3800 Retained earnings, closing                       | -11,100.00 |
        | hosting of 2025 MJ-1 of December 2025                 | 900.00  |
      And all January 2026 tie-outs agree

    Scenario: Not material: through the open period, which says where it belongs
      Given errors are material from 5,000.00 USD
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes February 2026 on 5 March 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      And "Bob" approves the journal "hosting of 2025" on 16 March 2026
      Then these findings are on record:
        | name            | comes to | held against | treatment      | posted on     |
        | hosting of 2025 | 900.00   | 5,000.00     | current period | 15 March 2026 |
      And the journal from 15 March 2026 to 15 March 2026 is:
        | source          | account          | debit  | credit |
        | hosting of 2025 | Hosting          | 900.00 |        |
        | hosting of 2025 | Accrued expenses |        | 900.00 |
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                                  | amount |
        | Errors found                          | 900.00 |
        | hosting of 2025 MJ-1 of December 2025 | 900.00 |

    Scenario: With January and February closed, a restatement is posted on the first open day
      Given errors are material from 500.00 USD
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes February 2026 on 5 March 2026
      And "Ann" reports the error "hosting of 2025" of June 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 500.00 |        |
        | Accrued expenses |        | 500.00 |
      And "Bob" approves the journal "hosting of 2025" on 16 March 2026
      Then these findings are on record:
        | name            | about     | treatment | posted on    |
        | hosting of 2025 | June 2025 | restated  | 1 March 2026 |
      And the journal from 1 March 2026 to 1 March 2026 contains:
        | source          | account           | debit  | credit |
        | hosting of 2025 | Retained earnings | 500.00 |        |

    Scenario Outline: Two errors of one year, held against materiality <answer>
      # 300.00 and then 250.00, material from 500.00 on: together 550.00.
      Given errors are material from 500.00 USD
      And these conventions:
        | question                            | answer   |
        | errors are held against materiality | <answer> |
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting" of November 2025 on 15 February 2026:
        | account          | debit  | credit |
        | Hosting          | 300.00 |        |
        | Accrued expenses |        | 300.00 |
      And "Ann" reports the error "claim" of May 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Legal claims     | 250.00 |        |
        | Accrued expenses |        | 250.00 |
      Then these findings are on record:
        | name    | comes to   | treatment      |
        | hosting | 300.00     | current period |
        | claim   | <measured> | <second>       |

      Examples:
        | answer     | measured | second         |
        | together   | 550.00   | restated       |
        | one by one | 250.00   | current period |

    Scenario Outline: 20.00 too little accrued each year for five years, measured by <answer>
      # SAB 108: 20.00 of expense of 2025, 100.00 of a liability at its end; material from 50.00 on.
      Given errors are material from 50.00 USD
      And these conventions:
        | question               | answer   |
        | errors are measured by | <answer> |
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "accruals since 2021" of December 2025 on 15 March 2026:
        | account           | debit | credit |
        | Hosting           | 20.00 |        |
        | Retained earnings | 80.00 |        |
        | Accrued expenses  |       | 100.00 |
      And "Bob" approves the journal "accruals since 2021" on 15 March 2026
      Then these findings are on record:
        | name                | comes to   | treatment   |
        | accruals since 2021 | <measured> | <treatment> |
      And the ledger shows on 15 March 2026:
        | account           | debit      | credit |
        | Retained earnings | <retained> |        |
        | Hosting           | <hosting>  |        |
        | Accrued expenses  |            | 100.00 |

      Examples:
        | answer            | measured | treatment      | retained | hosting |
        | both, the greater | 100.00   | restated       | 100.00   |         |
        | balance sheet     | 100.00   | restated       | 100.00   |         |
        | income statement  | 20.00    | current period |          | 100.00  |

    Scenario Outline: Material errors <answer>
      Given errors are material from 500.00 USD
      And these conventions:
        | question                         | answer   |
        | material errors of earlier years | <answer> |
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      And "Bob" approves the journal "hosting of 2025" on 15 March 2026
      Then the ledger shows on 15 March 2026:
        | account           | debit      |
        | Retained earnings | <retained> |
        | Hosting           | <hosting>  |

      Examples:
        | answer                             | retained | hosting |
        | restated through retained earnings | 900.00   |         |
        | in the current period              |          | 900.00  |

    Scenario: A company that restates nothing reopens the period
      Given errors are material from 500.00 USD
      And these conventions:
        | question                         | answer                               |
        | material errors of earlier years | refused until the period is reopened |
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      Then it is refused because "which is material from 500.00 USD on; reopen December 2025"
      When "Ann" reopens December 2025 on 15 March 2026 because "hosting was missing", approved by "CFO"
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      And "Bob" approves the journal "hosting of 2025" on 15 March 2026
      Then these findings are on record:
        | name            | treatment  | posted on        |
        | hosting of 2025 | own period | 31 December 2025 |

    Scenario Outline: Materiality of <percent> of the year's <basis>
      # Revenue 12,000.00 and 2,000.00 of depreciation: profit 10,000.00.
      Given errors are material from <percent> of the year's <basis>
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance posts the journal "depreciation" on 31 December 2025:
        | account      | debit    | credit   |
        | Depreciation | 2,000.00 |          |
        | Equipment    |          | 2,000.00 |
      And finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 400.00 |        |
        | Accrued expenses |        | 400.00 |
      Then these findings are on record:
        | name            | comes to | held against | treatment   |
        | hosting of 2025 | 400.00   | <threshold>  | <treatment> |

      Examples:
        | percent | basis   | threshold | treatment      |
        | 1%      | revenue | 120.00    | restated       |
        | 5%      | profit  | 500.00    | current period |

    Scenario: Nobody has said what is material
      Given "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      Then it is refused because "nobody has said from what amount errors are material"

    Scenario: Nobody approves a restatement of their own, even where one person may do both
      Given errors are material from 500.00 USD
      And these conventions:
        | question                    | answer     |
        | approval of manual journals | one person |
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      And "Ann" approves the journal "hosting of 2025" on 15 March 2026
      Then it is refused because "Ann prepared the manual journal"

    Scenario: An error within the income statement of an earlier year changes only what is shown of it
      Given errors are material from 500.00 USD
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the error "hosting taken for claims" of December 2025 on 15 March 2026:
        | account      | debit    | credit   |
        | Hosting      | 1,500.00 |          |
        | Depreciation |          | 1,500.00 |
      Then these findings are on record:
        | name                     | comes to | treatment      | posted on     |
        | hosting taken for claims | 0.00     | current period | 15 March 2026 |

    Scenario: An error of this fiscal year is corrected in it, however large (IAS 8.41)
      Given errors are material from 500.00 USD
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes January 2026 on 2 February 2026
      And "Ann" reports the error "hosting of January" of January 2026 on 10 February 2026:
        | account          | debit    | credit   |
        | Hosting          | 9,000.00 |          |
        | Accrued expenses |          | 9,000.00 |
      Then these findings are on record:
        | name               | comes to | held against | treatment      | posted on        |
        | hosting of January | 9,000.00 | -            | current period | 10 February 2026 |

    Scenario: A change of estimate goes through the open period, however large (IAS 8.36)
      # A machine's life is shorter than thought: 3,000.00 more of depreciation, from now on.
      Given errors are material from 500.00 USD
      And "Globex" signed on 1 January 2025 for 24 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the change of estimate "shorter lives" of December 2025 on 31 March 2026:
        | account      | debit    | credit   |
        | Depreciation | 3,000.00 |          |
        | Equipment    |          | 3,000.00 |
      And "Bob" approves the journal "shorter lives" on 31 March 2026
      Then these findings are on record:
        | name          | kind               | comes to | held against | treatment      | posted on     |
        | shorter lives | change of estimate | 3,000.00 | -            | current period | 31 March 2026 |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                | amount   |
        | Changes of estimate | 3,000.00 |
      And the March 2026 close report shows no late events

  Rule: An event after the period, until the accounts are authorized

    Scenario: It adjusts the period while that is softly closed, and the open one once the accounts are authorized
      # A court decides a claim of 2025 on 20 January: 400.00. Another is decided on 1 March, after the accounts were authorized.
      When "Ann" reports the event "claim decided" after December 2025 on 20 January 2026, which adjusts it:
        | account          | debit  | credit |
        | Legal claims     | 400.00 |        |
        | Accrued expenses |        | 400.00 |
      And "Bob" approves the journal "claim decided" on 21 January 2026
      And finance closes December 2025 on 31 January 2026
      And "CFO" authorizes the accounts of December 2025 on 20 February 2026
      And "Ann" reports the event "second claim decided" after December 2025 on 1 March 2026, which adjusts it:
        | account          | debit  | credit |
        | Legal claims     | 250.00 |        |
        | Accrued expenses |        | 250.00 |
      And "Bob" approves the journal "second claim decided" on 1 March 2026
      Then these findings are on record:
        | name                 | kind            | about         | comes to | treatment      | posted on        |
        | claim decided        | adjusting event | December 2025 | 400.00   | own period     | 31 December 2025 |
        | second claim decided | adjusting event | December 2025 | 250.00   | current period | 1 March 2026     |
      And the journal of December 2025 is:
        | date             | source        | account          | debit  | credit |
        | 31 December 2025 | claim decided | Legal claims     | 400.00 |        |
        | 31 December 2025 | claim decided | Accrued expenses |        | 400.00 |
      And the journal of March 2026 is:
        | date         | source               | account          | debit  | credit |
        | 1 March 2026 | second claim decided | Legal claims     | 250.00 |        |
        | 1 March 2026 | second claim decided | Accrued expenses |        | 250.00 |

    Scenario: One that does not adjust is disclosed, and nothing is posted
      # A data center burns down in January: a loss of 2026, told in the notes of 2025.
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the event "data center burnt down" after December 2025 on 20 January 2026, which does not adjust it, about 80,000.00 USD
      Then these findings are on record:
        | name                   | kind                | comes to  | treatment | posted on |
        | data center burnt down | non-adjusting event | 80,000.00 | disclosed | -         |
      And nothing is posted in December 2025
      And nothing is posted in January 2026

    Scenario Outline: The period is closed, and the accounts are not authorized yet: <answer>
      Given these conventions:
        | question                            | answer   |
        | events that adjust a closed period  | <answer> |
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the event "claim decided" after December 2025 on 20 January 2026, which adjusts it:
        | account          | debit  | credit |
        | Legal claims     | 400.00 |        |
        | Accrued expenses |        | 400.00 |
      Then these findings are on record:
        | name          | treatment      | posted on       |
        | claim decided | current period | 20 January 2026 |

      Examples:
        | answer                   |
        | in the first open period |

    Scenario: A closed period is reopened for it
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports the event "claim decided" after December 2025 on 20 January 2026, which adjusts it:
        | account          | debit  | credit |
        | Legal claims     | 400.00 |        |
        | Accrued expenses |        | 400.00 |
      Then it is refused because "adjusts December 2025, which is closed; reopen it first"
      When "Ann" reopens December 2025 on 20 January 2026 because "a court decided a claim", approved by "CFO"
      And "Ann" reports the event "claim decided" after December 2025 on 20 January 2026, which adjusts it:
        | account          | debit  | credit |
        | Legal claims     | 400.00 |        |
        | Accrued expenses |        | 400.00 |
      Then these findings are on record:
        | name          | treatment  | posted on        |
        | claim decided | own period | 31 December 2025 |

    Scenario: What cannot be an event after the period
      When finance closes December 2025 on 10 January 2026
      And "CFO" authorizes the accounts of December 2025 on 20 February 2026
      And "Ann" reports the event "fire" after December 2025 on 1 March 2026, which does not adjust it, about 500.00 USD
      Then it is refused because "the accounts of December 2025 were authorized on 20 February 2026"
      When "Ann" reports the event "early" after March 2026 on 5 March 2026, which does not adjust it, about 500.00 USD
      Then it is refused because "was in March 2026 or before, not after it"
      When "CFO" authorizes the accounts of December 2025 on 5 March 2026
      Then it is refused because "were authorized on 20 February 2026"
      When "CFO" authorizes the accounts of March 2026 on 5 April 2026
      Then it is refused because "March 2026 is not closed; its accounts cannot be authorized"

  Rule: In the books of one legal entity

    Scenario: What Germany got wrong is restated in Germany, in euros
      # 900.00 EUR of hosting in 2025 were left out of the German books; from 500.00 EUR on that is material. America's books stay as they are.
      Given the company "Meridian Group"
      And errors are material from 500.00 EUR
      And these accounts are in the chart:
        | account          | type      |
        | Hosting          | expense   |
        | Accrued expenses | liability |
      And today is 31 December 2025
      When finance closes December 2025 on 10 January 2026
      And "Ann" reports in the books of Meridian Deutschland GmbH the error "hosting of 2025" of December 2025 on 15 March 2026:
        | account          | debit  | credit |
        | Hosting          | 900.00 |        |
        | Accrued expenses |        | 900.00 |
      And "Bob" approves the journal "hosting of 2025" on 15 March 2026
      Then these findings are on record:
        | name            | kind  | entity                    | about         | comes to   | held against | treatment |
        | hosting of 2025 | error | Meridian Deutschland GmbH | December 2025 | 900.00 EUR | 500.00 EUR   | restated  |
      And the trial balance of Meridian Deutschland GmbH for March 2026 is:
        | account           | opening     | closing     |
        | Retained earnings | 900.00 EUR  | 900.00 EUR  |
        | Accrued expenses  | -900.00 EUR | -900.00 EUR |
      And the trial balance of Meridian Inc for March 2026 is:
        | account | opening |

    Scenario: What Germany estimated and what it learned after the year stand in its own books
      # 300.00 EUR more of hosting than was accrued: an estimate, for the open month. 400.00 EUR of a claim: the German accounts are
      # authorized on 10 February, so it goes through March; America's are not authorized by that.
      Given the company "Meridian Group"
      And these accounts are in the chart:
        | account          | type      |
        | Hosting          | expense   |
        | Legal claims     | expense   |
        | Accrued expenses | liability |
      And today is 31 December 2025
      When finance closes December 2025 on 10 January 2026
      And "CFO" authorizes the accounts of December 2025 of Meridian Deutschland GmbH on 10 February 2026
      And "Ann" reports in the books of Meridian Deutschland GmbH the change of estimate "hosting" of December 2025 on 2 March 2026:
        | account          | debit  | credit |
        | Hosting          | 300.00 |        |
        | Accrued expenses |        | 300.00 |
      And "Ann" reports in the books of Meridian Deutschland GmbH the event "claim" after December 2025 on 3 March 2026, which adjusts it:
        | account          | debit  | credit |
        | Legal claims     | 400.00 |        |
        | Accrued expenses |        | 400.00 |
      And "Bob" approves the journal "hosting" on 4 March 2026
      And "Bob" approves the journal "claim" on 4 March 2026
      Then these findings are on record:
        | name    | kind               | entity                    | comes to   | treatment      |
        | hosting | change of estimate | Meridian Deutschland GmbH | 300.00 EUR | current period |
        | claim   | adjusting event    | Meridian Deutschland GmbH | 400.00 EUR | current period |
      And the ledger of Meridian Deutschland GmbH shows on 4 March 2026:
        | account          | debit      | credit     |
        | Hosting          | 300.00 EUR |            |
        | Legal claims     | 400.00 EUR |            |
        | Accrued expenses |            | 700.00 EUR |
      And the ledger of Meridian Inc shows on 4 March 2026 exactly:
        | account | debit |
