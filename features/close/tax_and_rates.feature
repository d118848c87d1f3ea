@close @wave-2 @req:Q2C-071
Feature: Tax and exchange rates in the close report
  What is declared to the authorities is what documents charge and credit, by tax and rate, and what the ledger posted. Whatever is
  translated names its rate and who said so; differences stand by what caused them, realized or not.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |

  Rule: The return by tax and rate

    Scenario: Two taxes, one of which changes its rate within the month
      # Globex pays 20%, and 21% from 16 February; Initech a tax of its own of 10%. February: 1,000.00 at 20%, then 20 seats more from
      # 16 February at 21%: 20 * 10.00 / 2 = 100.00; 50.00 of the first are credited with their 20%. 500.00 at 10%.
      Given the tax code "north" is 20% from 1 January 2026
      And the tax code "north" is 21% from 16 February 2026
      And the tax code "south" is 10% from 1 January 2026
      And "Globex" signed on 1 February 2026 for 12 months, billed monthly in advance, net 30, tax code "north":
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Initech" signed on 1 February 2026 for 12 months, billed monthly in advance, net 30, tax code "south":
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      When time passes to 10 February 2026
      And finance credits Globex 50.00 USD on the February invoice
      And Globex adds 20 "Platform seat" from 16 February 2026
      And time passes to 28 February 2026
      Then the February 2026 close report lists under "Sales tax return":
        | tax   | rate      | treatment | taxable          | charged | credited | return         | ledger         | difference |
        | north | 20%       | taxed     | 1,000.00 - 50.00 | 200.00  | 10.00    | 190.00         | -              | -          |
        | north | 21%       | taxed     | 100.00           | 21.00   | 0.00     | 21.00          | -              | -          |
        | north | all rates | -         | -                | -       | -        | 190.00 + 21.00 | 190.00 + 21.00 | 0.00       |
        | south | 10%       | taxed     | 500.00           | 50.00   | 0.00     | 50.00          | 50.00          | 0.00       |
      And the February 2026 close report shows:
        | line                       | amount                   |
        | Sales tax payable, closing | 190.00 + 21.00 + 50.00   |
      And finance closes February 2026 without a difference

    Scenario: Tax of an invoice that the ledger never heard of is declared all the same
      Given the integration loses the event "invoice posted"
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then the January 2026 close report lists under "Sales tax return":
        | rate | taxable  | charged | return | ledger | difference |
        | 10%  | 1,000.00 | 100.00  | 100.00 | 0.00   | 100.00     |
      And finance cannot close January 2026, among other reasons because:
        | reconciliation    | billing | ledger | difference | explained by               |
        | Sales tax payable | 100.00  | 0.00   | 100.00     | January invoice not posted |

  Rule: Money beside the ageing

    Scenario: What customers have to their credit is not taken off what is open
      # 1,000.00 of February are open; 300.00 came that nobody named.
      Given "Globex" signed on 1 February 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,300.00 USD on 10 February 2026
      And time passes to 1 March 2026
      And time passes to 31 March 2026
      Then the March 2026 close report shows:
        | line                                   | amount | month before |
        | Open invoices                          | 1,000.00 | 0.00       |
        | Unapplied cash and credits, not taken off | 300.00 | 300.00    |
      And finance closes March 2026 without a difference

  Rule: Exchange rates and differences

    Scenario: An invoice in euros, revalued in January and paid in February
      # 1,000.00 EUR at 1.10; at 1.15 on 31 January: 50.00 unrealized, taken back on 1 February. Paid at 1.12: 20.00 realized.
      Given these exchange rates:
        | date             | from | to  | rate | kind    | source |
        | 1 January 2026   | EUR  | USD | 1.10 | spot    | ECB    |
        | 31 January 2026  | EUR  | USD | 1.15 | closing | ECB    |
        | 31 January 2026  | EUR  | USD | 1.13 | average |        |
        | 10 February 2026 | EUR  | USD | 1.12 | spot    | ECB    |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When time passes to 31 January 2026
      Then the January 2026 close report lists under "Exchange rates":
        | currency | from | to  | kind    | since           | rate | source    |
        | USD      | EUR  | USD | spot    | 1 January 2026  | 1.10 | ECB       |
        | USD      | EUR  | USD | average | 31 January 2026 | 1.13 | not named |
        | USD      | EUR  | USD | closing | 31 January 2026 | 1.15 | ECB       |
      And the January 2026 close report lists under "Exchange differences":
        | by          | realized | unrealized |
        | revaluation | 0.00     | 50.00      |
      When Globex transfers 1,000.00 EUR on 10 February 2026 for the January invoice
      And time passes to 28 February 2026
      Then the February 2026 close report lists under "Exchange differences":
        | by          | realized | unrealized |
        | payment     | 20.00    | 0.00       |
        | revaluation | 0.00     | -50.00     |
      And the February 2026 close report shows:
        | line                             | amount |
        | Exchange differences, realized   | 20.00  |
        | Exchange differences, unrealized | -50.00 |
      And finance closes February 2026 without a difference
