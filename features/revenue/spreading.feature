@revenue @spreading @wave-3 @req:Q2C-039
Feature: How a price spreads over months, and where the last cent goes
  The parts always add up to the price. Which month carries a begun one, and which the residue, is the company's convention.

  Background:
    Given the company "Northwind SaaS"

  Rule: Begun months

    Scenario Outline: A year from the tenth, recognized <spread>
      # 1,200.00 from 10 February 2026 to 9 February 2027. By day: 1200.00 * 19/365 = 62.47, to March 50/365. By month: 19/28 of 100.00,
      # and 9/28 at the end. By half month: eleven full months and two halves are twelve, so 100.00 and 50.00. By full month:
      # twelve from February to January. By mid-month: the same, as the first day is before the 15th and the last too. By equal
      # period: thirteen months of 92.3077 to date: 92.31, 184.62, and for January 1,107.69 - 1,015.38 at the end of the twelfth. By
      # 30-day month: the 10th to the 30th of a February of thirty days are 21 of them.
      Given these conventions:
        | question       | answer   |
        | revenue spread | <spread> |
      And "Globex" signed on 10 February 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 31 March 2026
      Then the revenue of Globex is:
        | month         | amount |
        | February 2026 | <feb>  |
        | March 2026    | <mar>  |
      And the revenue schedule of Globex contains:
        | month         | amount |
        | January 2027  | <jan>  |
      And finance closes March 2026 without a difference
      When time passes to 28 February 2027
      Then the ledger shows on 28 February 2027 exactly:
        | account     | debit    | credit   |
        | Receivables | 1,200.00 |          |
        | Revenue     |          | 1,200.00 |
      And the revenue of February 2027 is <last> USD
      And finance closes February 2027 without a difference

      Examples:
        | spread        | feb    | mar    | jan    | last  |
        | by day        | 62.47  | 101.91 | 101.92 | 29.59 |
        | by month      | 67.86  | 100.00 | 100.00 | 32.14 |
        | by half month | 50.00  | 100.00 | 100.00 | 50.00 |
        | by full month | 100.00 | 100.00 | 100.00 | 0.00  |
        | by mid-month  | 100.00 | 100.00 | 100.00 | 0.00  |
        | by equal period | 92.31 | 92.31 | 92.31 | 92.31 |
        | by 30-day month | 70.00 | 100.00 | 100.00 | 30.00 |

    Scenario Outline: From the <first>th on, by mid-month
      # 1,200.00 for a year. Begun by the 15th the first month is full and the last one carries nothing; later it is the other way round.
      Given these conventions:
        | question       | answer       |
        | revenue spread | by mid-month |
      And "Globex" signed on <first> January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 31 January 2027
      Then the revenue of January 2026 is <jan> USD
      And the revenue of February 2026 is 100.00 USD
      And the revenue of January 2027 is <end> USD
      And finance closes January 2027 without a difference

      Examples:
        | first | jan    | end    |
        | 15    | 100.00 | 0.00   |
        | 16    | 0.00   | 100.00 |

    Scenario Outline: A few days within one month carry all of it, <spread>
      Given these conventions:
        | question       | answer   |
        | revenue spread | <spread> |
      And these products are sold:
        | product  | charged | price                |
        | Training | flat    | 300.00 USD per month |
      And "Globex" signed on 10 February 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product  |
        | Training |
      When time passes to 31 March 2026
      Then the revenue of Globex is:
        | month         | amount |
        | February 2026 | <feb>  |
        | March 2026    | <mar>  |

      Examples:
        | spread        | feb    | mar    |
        | by half month | 150.00 | 150.00 |
        | by equal period | 150.00 | 150.00 |

    Scenario: A contract that ends early keeps what half months have earned
      # From 16 January 1,200.00 over a half, eleven full months and a half: 50.00 and 100.00 a month, to the end of July 650.00.
      Given these conventions:
        | question       | answer        |
        | revenue spread | by half month |
        | proration      | months        |
      And "Globex" signed on 16 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | 50.00  |
        | February 2026 | 100.00 |
      When Globex cancels on 1 August 2026
      And time passes to 31 August 2026
      Then the revenue of July 2026 is 100.00 USD
      And finance closes August 2026 without a difference

  Rule: The residue

    Scenario Outline: A hundred over three months, <residue>
      # 33.3333 each. To date: 33.33, 66.67, 100.00. Month by month 33.33, and a cent is left for the last or the first.
      Given these conventions:
        | question            | answer    |
        | revenue spread      | by month  |
        | residue of a spread | <residue> |
      And these products are sold:
        | product | charged | price                  |
        | Review  | flat    | 100.00 USD per quarter |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Review  |
      When time passes to 31 March 2026
      Then the revenue of Globex is:
        | month         | amount |
        | January 2026  | <jan>  |
        | February 2026 | <feb>  |
        | March 2026    | <mar>  |
      And the ledger shows on 31 March 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 100.00 |        |
        | Revenue     |        | 100.00 |
      And finance closes March 2026 without a difference

      Examples:
        | residue      | jan   | feb   | mar   |
        | cumulative   | 33.33 | 33.34 | 33.33 |
        | last period  | 33.33 | 33.33 | 33.34 |
        | first period | 33.34 | 33.33 | 33.33 |
        | next to last period | 33.33 | 33.34 | 33.33 |

    Scenario Outline: A sum in yen that no month divides, <residue>
      # 1,000 yen over twelve months: 83.33. Rounded by itself 83 a month, 996 in all.
      Given the company "Sakura Cloud"
      And these conventions:
        | question            | answer    |
        | revenue spread      | by month  |
        | residue of a spread | <residue> |
      And these products are sold:
        | product | charged | price              |
        | Review  | flat    | 1,000 JPY per year |
      And the customer "Initech"
      And "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Review  |
      When time passes to 31 December 2026
      Then the revenue schedule of Initech contains:
        | month         | amount |
        | January 2026  | <jan>  |
        | March 2026    | <mar>  |
        | December 2026 | <dec>  |
      And the ledger shows on 31 December 2026:
        | account            | credit |
        | Revenue            | 1,000  |
        | Contract liability |        |

      Examples:
        | residue      | jan | mar | dec |
        | cumulative   | 83  | 83  | 83  |
        | last period  | 83  | 83  | 87  |
        | first period | 87  | 83  | 83  |
