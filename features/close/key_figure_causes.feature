@close @wave-2 @req:Q2C-074
Feature: Key figures, cause by cause
  What leaks is told by its cause, what was wrong by whose error it was, what was written by hand by who wrote it. Errors never net,
  and what is tried twice counts once.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question              | answer                       |
      | revenue spread        | by month                     |
      | proration             | 30/360                       |
      | what cannot be billed | held in the exceptions queue |
    And these products are sold:
      | product   | charged            | price               | limit |
      | Prototype |                    |                     |       |
      | Hosting   | flat               | 1,000.00 USD per month |       |
      | Known     | per unit           | 10.00 USD per month |       |
      | Loose     | per unit           | 10.00 USD per month |       |
      | Calls     | per unit, by usage | 0.10 USD each       | 1,000 |
    And the customer "Pied Piper"

  Rule: What leaks, by its cause

    Scenario: Two causes at once, each with its contracts
      # 1,000.00 are billed; 20 * 10.00 wait for their tax, 5 and 25 at 10.00 for their account: 500.00 of 1,500.00.
      Given nobody has said yet what the tax code "moon" is
      And "Loose" is not mapped to the ledger
      And "Globex" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      And "Initech" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, tax code "moon":
        | product | quantity |
        | Known   | 20       |
      And "Pied Piper" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Loose   | 5        |
      And "Pied Piper" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Loose   | 25       |
      When time passes to 30 April 2026
      Then the April 2026 close report's key figures are:
        | key figure                              | value | part       | whole        | documents     |
        | Revenue leakage                         | 33.3% | 500.00 USD | 1,500.00 USD | C-2, C-3, C-4 |
        | Revenue leakage, held, unknown tax code | 13.3% | 200.00 USD | 1,500.00 USD | C-2           |
        | Revenue leakage, held, unmapped product | 20.0% | 300.00 USD | 1,500.00 USD | C-3, C-4      |

    Scenario: Usage above the limit leaks until somebody lets it go
      # 1,000 * 0.10 are billed, 3,000 * 0.10 are held: 300.00 of 400.00. Released, they are billed on 31 May.
      Given "Globex" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      And "Initech" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      When Globex uses 1000 "Calls" on 10 April 2026
      And Initech uses 3000 "Calls" on 10 April 2026
      And time passes to 31 May 2026
      Then the May 2026 close report's key figures are:
        | key figure                        | value | part       | whole      | documents |
        | Revenue leakage                   | 75.0% | 300.00 USD | 400.00 USD | C-2       |
        | Revenue leakage, held, over limit | 75.0% | 300.00 USD | 400.00 USD | C-2       |
      When the "account manager" releases the contract of Initech
      Then the May 2026 close report's key figures are:
        | key figure      | value | part     | whole      | documents |
        | Revenue leakage | 0.0%  | 0.00 USD | 400.00 USD |           |

  Rule: Invoices that were wrong

    Scenario Outline: An invoice of 1 January that is taken back on <day>: <value> were right
      # 1 January and 90 days is 1 April.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When time passes to <day>
      And finance voids the January invoice of Globex and bills it anew
      Then the January 2026 close report's key figures are:
        | key figure       | value   | part | whole | documents  |
        | Invoice accuracy | <value> | <right> | 2     | <wrong> |

      Examples:
        | day          | value  | right | wrong     |
        | 1 April 2026 | 50.0%  | 1     | NW-000001 |
        | 2 April 2026 | 100.0% | 2     |           |

    Scenario: What is given back as a courtesy was billed right
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      When time passes to 20 January 2026
      And finance credits Globex 50.00 USD on the January invoice
      And time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure                 | value  | part         | whole        | documents |
        | Invoice accuracy           | 100.0% | 1            | 1            |           |
        | Invoice accuracy by amount | 100.0% | 1,000.00 USD | 1,000.00 USD |           |

  Rule: Revenue that was posted wrong

    Scenario: Errors that cancel are two errors
      # On 10 February: Hosting's 1,000.00 are posted. Initech's year is 1,200.00 less 900.00, 25.00 a month: 100.00 posted for 50.00. Pied
      # Piper's first 50.00 are not posted yet. 50.00 too much and 50.00 too little: 1,100.00 less 100.00, not less nothing.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product |
        | Hosting |
      And "Initech" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      And time passes to 1 February 2026
      And "Pied Piper" signed on 1 February 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Known   | 5        |
      And time passes to 10 February 2026
      When on 10 February 2026 finance includes -900.00 USD of "penalty" in the price of Initech
      Then the February 2026 close report's key figures are:
        | key figure                | value | part         | whole        | documents |
        | Revenue schedule accuracy | 90.9% | 1,000.00 USD | 1,100.00 USD | C-2, C-3  |
        | Revenue lines exact       | 33.3% | 1            | 3            | C-2, C-3  |

  Rule: The close and its ledger

    Scenario: A month that is closed, opened again and closed anew counts to its last close
      # 31 January is a Saturday: 2, 3 and 4 February are three business days.
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product |
        | Hosting |
      When finance closes January 2026 on 2 February 2026
      And "Ann" reopens January 2026 on 3 February 2026 because "hosting left out", approved by "Bob"
      And finance closes January 2026 on 4 February 2026
      Then the January 2026 close report's key figures are:
        | key figure     | value           | part | whole |
        | Close duration | 3 business days | 3    | run 2 |
        | Reopenings     | 1               | 1    |       |

    Scenario: An entry that a close kept out of its month
      # In April the April invoice, the month's revenue, and the upsell invoice of 30 March: 1 of 3.
      Given the integration delays the event "invoice posted" of the upsell by 3 days
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product | quantity |
        | Known   | 100      |
      When Globex adds 20 "Known" from 30 March 2026
      And finance closes March 2026 on 31 March 2026
      And time passes to 30 April 2026
      Then the April 2026 close report's key figures are:
        | key figure               | value | part | whole |
        | Entries of closed months | 33.3% | 1    | 3     |

    Scenario: Journals by hand, by who prepared them and what they were for
      # An invoice and a month's revenue of 1,000.00 each, and by hand 300.00 + 50.00 of Ann and 150.00 of Bob: 3 of 5 entries, and
      # 500.00 of 2,500.00. The 300.00 are taken back the next day.
      Given these accounts are in the chart:
        | account          | type      |
        | Accrued expenses | liability |
        | Support costs    | expense   |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product |
        | Hosting |
      When "Ann" prepares the journal "support" on 31 January 2026, reversed on 1 February 2026:
        | account          | debit  | credit |
        | Support costs    | 300.00 |        |
        | Accrued expenses |        | 300.00 |
      And "Bob" approves the journal "support" on 31 January 2026
      And "Ann" prepares the journal "phone" on 31 January 2026:
        | account          | debit | credit |
        | Support costs    | 50.00 |        |
        | Accrued expenses |       | 50.00  |
      And "Bob" approves the journal "phone" on 31 January 2026
      And "Bob" prepares the journal "cloud" on 31 January 2026:
        | account          | debit  | credit |
        | Support costs    | 150.00 |        |
        | Accrued expenses |        | 150.00 |
      And "Ann" approves the journal "cloud" on 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure                          | value | part       | whole        |
        | Manual entries                      | 60.0% | 3          | 5            |
        | Manual amount                       | 20.0% | 500.00 USD | 2,500.00 USD |
        | Manual amount, prepared by Ann      | 14.0% | 350.00 USD | 2,500.00 USD |
        | Manual amount, prepared by Bob      | 6.0%  | 150.00 USD | 2,500.00 USD |
        | Manual amount, accruals that reverse | 12.0% | 300.00 USD | 2,500.00 USD |
        | Manual amount, other                | 8.0%  | 200.00 USD | 2,500.00 USD |
