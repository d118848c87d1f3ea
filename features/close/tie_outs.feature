@close @wave-2 @req:Q2C-071
Feature: Sixteen tie-outs in every close
  A controller signs a month only if both sides of every tie-out are on the page, agree to the cent, and name the documents
  behind whatever does not agree.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |

  Rule: Both sides stand in the report, also where there is nothing

    Scenario: A year in advance, unpaid and 30 days overdue
      # Invoiced 1,200.00 and 120.00 of tax on 1 January, due on 31 January. On 28 February two months of 100.00 are earned;
      # the invoice is 28 days past due, for which the company expects to lose 10%: 1,320.00 * 10% = 132.00.
      Given these expected losses:
        | days overdue | expected loss |
        | 0            | 1%            |
        | 1            | 10%           |
        | 31           | 25%           |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 28 February 2026
      Then finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the February 2026 tie-outs are:
        | tie-out | one side | other side | difference | result |
        | T2      | 1,320.00 | 1,320.00   | 0.00       | agrees |
        | T3      | 1,000.00 | 1,000.00   | 0.00       | agrees |
        | T4      | 1,000.00 | 1,000.00   | 0.00       | agrees |
        | T5      | 1,200.00 | 1,200.00   | 0.00       | agrees |
        | T6      | 1,000.00 | 1,000.00   | 0.00       | agrees |
        | T7      | 132.00   | 132.00     | 0.00       | agrees |
        | T8      | 120.00   | 120.00     | 0.00       | agrees |
        | T9      | 0.00     | 0.00       | 0.00       | agrees |
        | T10     | 0.00     | 0.00       | 0.00       | agrees |
        | T11     | 0.00     | 0.00       | 0.00       | agrees |
        | T12     | 0.00     | 0.00       | 0.00       | agrees |
        | T13     | 200.00   | 200.00     | 0.00       | agrees |
        | T14     | 2        | 2          | 0          | agrees |
        | T16     | 1,320.00 | 1,320.00   | 0.00       | agrees |
      And all February 2026 tie-outs agree

    Scenario: A dollar contract in the books of a euro company is tied out at the closing rate
      # 1,000.00 dollars of receivables at 0.90 are worth 900.00 euros at the close; they were booked at 0.80.
      Given these legal entities:
        | code | currency |
        | EU   | EUR      |
      And these exchange rates:
        | date       | from | to  | rate | kind    |
        | 2026-01-01 | USD  | EUR | 0.80 | spot    |
        | 2026-01-31 | USD  | EUR | 0.90 | closing |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 60, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,000.00 USD   |
      When time passes to 31 January 2026
      Then the January 2026 tie-outs are:
        | tie-out | currency | one side   | other side | result |
        | T16     | EUR      | 900.00 EUR | 900.00 EUR | agrees |
      And all January 2026 tie-outs agree

    Scenario: What one legal entity owes its sister stands on both sides
      Given these legal entities:
        | code | currency |
        | AA   | USD      |
        | BB   | USD      |
      When BB charges AA 250.00 USD for "support" on 10 March 2026
      And time passes to 31 March 2026
      Then the March 2026 tie-outs are:
        | tie-out | entity | one side | other side | result |
        | T11     | AA     | -250.00  | -250.00    | agrees |
        | T11     | BB     | 250.00   | 250.00     | agrees |

  Rule: A difference names what is behind it

    Scenario: An invoice that never reached the ledger shows in each tie-out that it breaks
      # 1,000.00 and 100.00 of tax a month. The January invoice is lost: 1,100.00 of receivables, 100.00 of tax, and 1,000.00 of
      # liability that was never billed there.
      Given the integration loses the event "invoice posted"
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation        | billing  | ledger | difference | explained by                                |
        | Receivables of Globex | 1,100.00 | 0.00   | 1,100.00   | January invoice not posted                  |
      And the January 2026 tie-outs are:
        | tie-out | one side | other side | difference | result  |
        | T1      | *        | *          | 0.00       | agrees  |
        | T2      | 1,100.00 | 0.00       | 1,100.00   | differs |
        | T3      | 0.00     | -1,000.00  | 1,000.00   | differs |
        | T4      | 0.00     | -1,000.00  | 1,000.00   | differs |
        | T6      | 11,000   | 11,000     | 0.00       | agrees  |
        | T8      | 100.00   | 0.00       | 100.00     | differs |
        | T16     | 1,100.00 | 0.00       | 1,100.00   | differs |

    Scenario: What was not mended in January is carried over to February, and grows older
      # 1,100.00 of 1 January, 30 days old on the 31st and 58 on 28 February, when February's own invoice agrees.
      Given the integration loses the event "invoice posted"
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then the January 2026 tie-outs are:
        | tie-out | one side | other side | difference | carried over | age in days | result  |
        | T1      | *        | *          | 0.00       | 0.00         | -           | agrees  |
        | T2      | 1,100.00 | 0.00       | 1,100.00   | 0.00         | 30          | differs |
        | T8      | 100.00   | 0.00       | 100.00     | 0.00         | 30          | differs |
      When time passes to 28 February 2026
      Then the February 2026 tie-outs are:
        | tie-out | one side | other side | difference | carried over | age in days | result  |
        | T2      | 2,200.00 | 1,100.00   | 1,100.00   | 1,100.00     | 58          | differs |
        | T8      | 200.00   | 100.00     | 100.00     | 100.00       | 58          | differs |
      And finance cannot close February 2026, among other reasons because:
        | reconciliation        | billing  | ledger   | difference | explained by               |
        | Receivables of Globex | 2,200.00 | 1,100.00 | 1,100.00   | January invoice not posted |
      And the February 2026 close report lists under "Tie-outs", among others:
        | reconciliation        | document  | amount   | since          | age in days |
        | Receivables of Globex | NW-000001 | 1,100.00 | 1 January 2026 | 58          |
      When everything is repaired and delivered again
      Then all February 2026 tie-outs agree
      And finance closes February 2026 without a difference

    Scenario: What one legal entity has to get and no sister knows of
      # Alpha is owed 250.00 by both books, and 50.00 more by its own alone: 300.00 against 250.00.
      Given these legal entities:
        | code | name      | currency |
        | AA   | Alpha Inc | USD      |
        | BB   | Beta Corp | USD      |
      And these conventions:
        | question                            | answer  |
        | manual journals on control accounts | allowed |
      When Alpha Inc charges Beta Corp 250.00 USD for "support" on 10 January 2026
      And finance posts the journal "known to Alpha alone" on 20 January 2026:
        | account        | debit | credit |
        | Due from group | 50.00 |        |
        | Cash           |       | 50.00  |
      And time passes to 31 January 2026
      Then the January 2026 tie-outs are:
        | tie-out | entity | one side | other side | difference | result  |
        | T11     | AA     | 300.00   | 250.00     | 50.00      | differs |
        | T11     | BB     | -250.00  | -250.00    | 0.00       | agrees  |
      And finance cannot close January 2026, because:
        | reconciliation                 | difference | explained by                                       |
        | Intercompany of AA with nobody | 50.00      | known to Alpha alone names no other legal entity |
