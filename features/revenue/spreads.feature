@revenue @spreading @wave-3 @req:Q2C-039
Feature: One price by every method, side by side
  The same 1,000.01 from 17 March to 4 August 2027, as each convention spreads it and as each puts away the cent that is left.

  Background:
    Given the company "Northwind SaaS"
    And these products are sold:
      | product | charged | price             |
      | Course  | flat    | 1,000.01 USD once |

  Rule: 141 days that touch six months

    Scenario Outline: Revenue <spread>, the residue <residue>
      # By day: 15, 30, 31, 30, 31 and 4 of 141. By month: 15/31, four and 4/31 of 4.612903 months. Half months: half, four and half of 5.
      # Full months: five. Mid-month: neither the 17th nor the 4th reaches a 15th, so four. Equal periods: six. 30-day months: 14/30, four
      # and 4/30 of 4.6. Begun months by days: 15/141 and 4/141, and 122/141 for the four.
      # Cumulative: each month is what is earned so far, rounded, less the months before.
      Given these conventions:
        | question            | answer    |
        | revenue spread      | <spread>  |
        | residue of a spread | <residue> |
      And "Globex" signed on 17 March 2027 for 5 months, billed every 5 months in advance, net 30, no tax:
        | product | to            |
        | Course  | 4 August 2027 |
      Then the revenue schedule of Globex contains:
        | month       | amount |
        | March 2027  | <mar>  |
        | April 2027  | <apr>  |
        | May 2027    | <may>  |
        | June 2027   | <jun>  |
        | July 2027   | <jul>  |
        | August 2027 | <aug>  |

      Examples:
        | spread                 | residue             | mar    | apr    | may    | jun    | jul    | aug    |
        | by day                 | cumulative          | 106.38 | 212.77 | 219.86 | 212.77 | 219.86 | 28.37  |
        | by month               | cumulative          | 104.90 | 216.78 | 216.79 | 216.78 | 216.79 | 27.97  |
        | by half month          | cumulative          | 100.00 | 200.00 | 200.01 | 200.00 | 200.00 | 100.00 |
        | by full month          | cumulative          | 200.00 | 200.00 | 200.01 | 200.00 | 200.00 | 0.00   |
        | by mid-month           | cumulative          | 0.00   | 250.00 | 250.01 | 250.00 | 250.00 | 0.00   |
        | by equal period        | cumulative          | 166.67 | 166.67 | 166.67 | 166.66 | 166.67 | 166.67 |
        | by 30-day month        | cumulative          | 101.45 | 217.39 | 217.40 | 217.39 | 217.39 | 28.99  |
        | by day in begun months | cumulative          | 106.38 | 216.32 | 216.31 | 216.32 | 216.31 | 28.37  |
        | by month               | last period         | 104.90 | 216.79 | 216.79 | 216.79 | 216.79 | 27.95  |
        | by month               | first period        | 104.88 | 216.79 | 216.79 | 216.79 | 216.79 | 27.97  |
        | by month               | next to last period | 104.90 | 216.79 | 216.79 | 216.79 | 216.77 | 27.97  |
        | by full month          | last period         | 200.00 | 200.00 | 200.00 | 200.00 | 200.01 | 0.00   |
        | by mid-month           | first period        | 0.00   | 250.01 | 250.00 | 250.00 | 250.00 | 0.00   |
        | by mid-month           | next to last period | 0.00   | 250.00 | 250.00 | 250.01 | 250.00 | 0.00   |

  Rule: As accounting systems post it

    Scenario: A hundred over 65 days, each month rounded and the last one the rest
      # ERPNext's test of deferred revenue by days: 10 January to 15 March 2019: 22/65, 28/65 and the rest.
      Given these conventions:
        | question            | answer      |
        | revenue spread      | by day      |
        | residue of a spread | last period |
      And "Globex" signed on 10 January 2019 for 3 months, billed quarterly in advance, net 30, no tax:
        | product | price  | to            |
        | Course  | 100.00 | 15 March 2019 |
      When time passes to 31 March 2019
      Then the journal from 10 January 2019 to 31 March 2019 is:
        | date             | source          | account            | debit  | credit |
        | 10 January 2019  | January invoice | Receivables        | 100.00 |        |
        | 10 January 2019  | January invoice | Contract liability |        | 100.00 |
        | 31 January 2019  | revenue         | Contract liability | 33.85  |        |
        | 31 January 2019  | revenue         | Revenue            |        | 33.85  |
        | 28 February 2019 | revenue         | Contract liability | 43.08  |        |
        | 28 February 2019 | revenue         | Revenue            |        | 43.08  |
        | 31 March 2019    | revenue         | Contract liability | 23.07  |        |
        | 31 March 2019    | revenue         | Revenue            |        | 23.07  |

    Scenario: Three months of which the first is closed when they are invoiced
      # ERPNext's test with frozen accounts: 3,000.00 for May to July 2023, and nothing can be posted into May any more: June has both.
      Given these conventions:
        | question       | answer          |
        | revenue spread | by equal period |
      And today is 1 May 2023
      When time passes to 31 May 2023
      And finance closes May 2023
      And "Globex" signed on 1 June 2023 for 3 months from 1 May 2023, billed quarterly in advance, net 30, no tax:
        | product | price    | to           |
        | Course  | 3,000.00 | 31 July 2023 |
      And time passes to 31 July 2023
      Then the revenue of Globex is:
        | month     | amount   |
        | June 2023 | 2,000.00 |
        | July 2023 | 1,000.00 |
      And nothing is posted in May 2023
