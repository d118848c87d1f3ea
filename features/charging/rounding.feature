@charging @rounding-stage @conventions @wave-2 @req:Q2C-215
Feature: Where a price becomes money
  Several lines of one charge and month can each be rounded by themselves, or each can be what the rounded total is above what
  was billed before; the lines of an invoice can be added exactly and rounded once. The ways part by a cent.

  # A second seat for 20 and a third for 15 of April's 30 days. Line by line 6.6467 and 4.985 round to 6.65 and 4.99. To date:
  # 9.97 * 50/30 = 16.6167 -> 16.62 - 9.97 = 6.65; 9.97 * 65/30 = 21.6017 -> 21.60 - 16.62 = 4.98.
  Scenario Outline: Two seats join in one month, rounded <stage>
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer  |
      | rounding stage | <stage> |
    And "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 9.97            |
    When Globex adds 1 "Platform seat" from 11 April 2026
    And Globex adds 1 "Platform seat" from 16 April 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | from          | to            | quantity | net     |
      | 1 April 2026  | 1 April 2026  | 30 April 2026 | 1        | 9.97    |
      | 11 April 2026 | 11 April 2026 | 30 April 2026 | 1        | 6.65    |
      | 16 April 2026 | 16 April 2026 | 30 April 2026 | 1        | <third> |
      | 1 May 2026    | 1 May 2026    | 31 May 2026   | 3        | 29.91   |
    And nothing else is invoiced
    And nothing else is credited
    And finance closes April 2026 without a difference

    Examples:
      | stage      | third |
      | per line   | 4.99  |
      | cumulative | 4.98  |

  # Exactly 10.045 twice and 5.045 twice. By themselves 10.05 and 5.05 each, 30.20. By tax code 20.09 and 10.09, 30.18;
  # all together 30.18 too, but the cents go to the largest remainders, which are alike, so to the first lines. The tax follows
  # the lines: 10% of 20.10 is 2.01, 5% of 10.10 is 0.505 and so 0.51, of 10.08 0.50.
  Scenario Outline: Four lines rounded <stage>, with <remainder>
    Given the company "Northwind SaaS"
    And these conventions:
      | question             | answer      |
      | rounding stage       | <stage>     |
      | remainder of a split | <remainder> |
    And these products are sold:
      | product | price                | tax |
      | One     | 10.045 USD per month | 10% |
      | Two     | 10.045 USD per month | 10% |
      | Three   | 5.045 USD per month  | 5%  |
      | Four    | 5.045 USD per month  | 5%  |
    And "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | One     |
      | Two     |
      | Three   |
      | Four    |
    When time passes to 30 April 2026
    Then Globex is invoiced:
      | for   | net     |
      | One   | <one>   |
      | Two   | <two>   |
      | Three | <three> |
      | Four  | <four>  |
    And nothing else is invoiced
    And Globex owes <owed> USD
    And the journal of April 2026 is:
      | date          | source        | account            | debit  | credit |
      | 1 April 2026  | April invoice | Receivables        | <owed> |        |
      | 1 April 2026  | April invoice | Contract liability |        | <net>  |
      | 1 April 2026  | April invoice | Sales tax payable  |        | <tax>  |
      | 30 April 2026 | revenue       | Contract liability | <net>  |        |
      | 30 April 2026 | revenue       | Revenue            |        | <net>  |
    And finance closes April 2026 without a difference

    Examples:
      | stage                     | remainder          | one   | two   | three | four | net   | tax  | owed  |
      | per line                  | largest remainder  | 10.05 | 10.05 | 5.05  | 5.05 | 30.20 | 2.52 | 32.72 |
      | per tax code per document | largest remainder  | 10.05 | 10.04 | 5.05  | 5.04 | 30.18 | 2.51 | 32.69 |
      | per document              | largest remainder  | 10.05 | 10.05 | 5.04  | 5.04 | 30.18 | 2.51 | 32.69 |
      | per document              | last part absorbs  | 10.05 | 10.05 | 5.05  | 5.03 | 30.18 | 2.51 | 32.69 |
      | per document              | first part absorbs | 10.03 | 10.05 | 5.05  | 5.05 | 30.18 | 2.52 | 32.70 |

  # 0.25 * 15/30 is 0.125, half a cent above 0.12; 0.25 * 16/30 is 0.1333; 0.25 * 14/30 is 0.1167.
  Scenario Outline: Fractions of a cent go <rounding>
    Given the company "Northwind SaaS"
    And these conventions:
      | question | answer     |
      | rounding | <rounding> |
    And "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 0.25            |
    When Globex adds 1 "Platform seat" from 15 April 2026
    And Globex adds 1 "Platform seat" from 16 April 2026
    And Globex adds 1 "Platform seat" from 17 April 2026
    Then Globex is invoiced:
      | date          | net    |
      | 1 April 2026  | 0.25   |
      | 15 April 2026 | <16>   |
      | 16 April 2026 | <15>   |
      | 17 April 2026 | <14>   |
    And nothing else is invoiced

    Examples:
      | rounding  | 16   | 15   | 14   |
      | half up   | 0.13 | 0.13 | 0.12 |
      | half even | 0.13 | 0.12 | 0.12 |
      | half down | 0.13 | 0.12 | 0.12 |
      | up        | 0.14 | 0.13 | 0.12 |
      | down      | 0.13 | 0.12 | 0.11 |

  # 0.005 a call, three calls: 0.015. Tax of 10% on 0.02 or 0.01 is 0.002 or 0.001: nothing, or a cent where all goes up.
  Scenario Outline: A unit for less than a cent, and its tax, rounded <rounding>
    Given the company "Northwind SaaS"
    And these conventions:
      | question | answer     |
      | rounding | <rounding> |
    And these products are sold:
      | product | charged            | price          |
      | Calls   | per unit, by usage | 0.005 USD each |
    And "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
    When Globex uses 3 "Calls" on 10 April 2026
    And time passes to 1 May 2026
    Then Globex is invoiced:
      | date       | net   | tax   |
      | 1 May 2026 | <net> | <tax> |
    And nothing else is invoiced

    Examples:
      | rounding  | net  | tax  |
      | half up   | 0.02 | 0.00 |
      | half even | 0.02 | 0.00 |
      | half down | 0.01 | 0.00 |
      | up        | 0.02 | 0.01 |
      | down      | 0.01 | 0.00 |
