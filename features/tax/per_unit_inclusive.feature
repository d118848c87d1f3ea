@tax @inclusive-tax @conventions @req:Q2C-265
Feature: A tax for each unit in prices that hold the tax
  An excise, a deposit or a recycling fee is so much for each piece, whatever the piece costs. A price that holds it leaves less
  net: gross less so much for each unit, divided by one and the percentages. What was agreed stays what is paid, to the cent.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | prices and tax   | inclusive                   |
      | revenue schedule | service period of each line |

  # Three at 20.00: 60.00 less 3 * 0.50 is 58.50. Four at 12.15: (48.60 - 4 * 0.25) / 1.19 = 40.00, and 19% of it 7.60. Four at 11.90,
  # where the percentage is on the deposit too: 11.90 / 1.19 - 0.25 = 9.75 each; 19% of 40.00 is 7.60. Three at 9.99 with 20%:
  # (29.97 - 0.30) / 1.20 = 24.725, 24.73, and what is left of 5.24 after 0.30. Two at 5.00, 10% of the price with it, which is 10/90
  # of the net: (10.00 - 2 * 0.05) * 90/100 = 8.91.
  Scenario Outline: <count> at <price> hold <each> for each and <rate> on <on>
    Given these tax codes:
      | tax code | tax   | rate   | each   | on   |
      | mixed    | eco   | 0%     | <each> | net  |
      | mixed    | sales | <rate> |        | <on> |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax code "mixed":
      | product       | quantity | price per month |
      | Platform seat | <count>  | <price>         |
    Then Pied Piper is taxed:
      | tax   | net   | amount  |
      | eco   | <net> | <eco>   |
      | sales | <net> | <sales> |
    And Pied Piper owes <owed> USD
    When time passes to 30 April 2026
    Then finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | <net>  |

    Examples:
      | count | price | each | rate | on                  | net   | eco  | sales | owed  |
      | 3     | 20.00 | 0.50 | 0%   | net                 | 58.50 | 1.50 | 0.00  | 60.00 |
      | 4     | 12.15 | 0.25 | 19%  | net                 | 40.00 | 1.00 | 7.60  | 48.60 |
      | 4     | 11.90 | 0.25 | 19%  | net and other taxes | 39.00 | 1.00 | 7.60  | 47.60 |
      | 3     | 9.99  | 0.10 | 20%  | net                 | 24.73 | 0.30 | 4.94  | 29.97 |
      | 2     | 5.00  | 0.05 | 10%  | price with it       | 8.91  | 0.10 | 0.99  | 10.00 |

  # Two of three leave for 15 of 30 days: 20.00 of 60.00 go back, a third of the line's 58.50 and 1.50. Four more for 10 of 30 days
  # are 26.67, which hold 2.00 in full.
  Scenario: The quantity changes within a billed month
    Given these tax codes:
      | tax code | tax | each |
      | eco      | eco | 0.50 |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 60, tax code "eco":
      | product       | quantity | price per month |
      | Platform seat | 3        | 20.00           |
    When Pied Piper removes 2 "Platform seat" from 16 April 2026
    And Pied Piper adds 4 "Platform seat" from 21 April 2026
    And time passes to 31 May 2026
    Then Pied Piper is invoiced:
      | date          | quantity | net    | tax  | total  |
      | 1 April 2026  | 3        | 58.50  | 1.50 | 60.00  |
      | 21 April 2026 | 4        | 24.67  | 2.00 | 26.67  |
      | 1 May 2026    | 5        | 97.50  | 2.50 | 100.00 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date          | quantity | net   | tax  | total |
      | 16 April 2026 | 2        | 19.50 | 0.50 | 20.00 |
    And nothing else is credited
    And Pied Piper sees these taxes on the April invoice:
      | tax | rate | each | on    | amount |
      | eco | 0%   | 0.50 | 58.50 | 1.50   |
    And Pied Piper sees these lines on the April invoice:
      | description   | quantity | tax rate | tax each | tax  | total |
      | Platform seat | 3        | 0%       | 0.50     | 1.50 | 60.00 |
    # 58.50 - 19.50 + 24.67, and 97.50.
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 63.67  |
    And finance closes May 2026 without a difference

  # Two of three leave for 15 of 30 days, as above; what goes back waits for the next regular invoice.
  Scenario: What goes back waits for the next regular invoice
    Given these conventions:
      | question                | answer                      |
      | billing of an amendment | on the next regular invoice |
    And these tax codes:
      | tax code | tax | each |
      | eco      | eco | 0.50 |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 60, tax code "eco":
      | product       | quantity | price per month |
      | Platform seat | 3        | 20.00           |
    When Pied Piper removes 2 "Platform seat" from 16 April 2026
    And time passes to 30 April 2026
    Then finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 39.00  |
    When time passes to 31 May 2026
    Then Pied Piper is credited:
      | date       | net   | tax  | total |
      | 1 May 2026 | 19.50 | 0.50 | 20.00 |
    And Pied Piper is invoiced:
      | date         | quantity | net   | tax  | total |
      | 1 April 2026 | 3        | 58.50 | 1.50 | 60.00 |
      | 1 May 2026   | 1        | 19.50 | 0.50 | 20.00 |
    And finance closes May 2026 without a difference

  # 0.60 from 1 May. What is taken back of April afterwards goes at April's 0.50: 15 of 30 days of one unit, 10.00 of 20.00.
  Scenario: A new amount holds from its day, and a credit gives back what was charged
    Given these tax codes:
      | tax code | tax | each | from       |
      | eco      | eco | 0.50 |            |
      | eco      | eco | 0.60 | 1 May 2026 |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 60, tax code "eco":
      | product       | quantity | price per month |
      | Platform seat | 3        | 20.00           |
    When time passes to 10 May 2026
    And Pied Piper removes 1 "Platform seat" from 16 April 2026
    Then Pied Piper is invoiced:
      | date         | quantity | net   | tax  |
      | 1 April 2026 | 3        | 58.50 | 1.50 |
      | 1 May 2026   | 3        | 58.20 | 1.80 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date        | from          | net   | tax  | total |
      | 10 May 2026 | 16 April 2026 | 9.75  | 0.25 | 10.00 |
      | 10 May 2026 | 1 May 2026    | 19.40 | 0.60 | 20.00 |
    And nothing else is credited
    When time passes to 31 May 2026
    Then finance closes April 2026 without a difference
    And finance closes May 2026 without a difference

  # A new amount on 16 April, split by days: of 3 units 15 of 30 days at 0.50 are 0.75, and 15 at 0.60 are 0.90.
  Scenario: A new amount within a line is split by days
    Given these conventions:
      | question  | answer        |
      | tax point | split by days |
    And these tax codes:
      | tax code | tax | each | from          |
      | eco      | eco | 0.50 |               |
      | eco      | eco | 0.60 | 16 April 2026 |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 60, tax code "eco":
      | product       | quantity | price per month |
      | Platform seat | 3        | 20.00           |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | from          | net   | tax  | total |
      | 1 April 2026  | 29.25 | 0.75 | 30.00 |
      | 16 April 2026 | 29.10 | 0.90 | 30.00 |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

  # 1,000 calls at 0.05 are 50.00 and hold 10.00 and 25%: (50.00 - 10.00) / 1.25 = 32.00, and 8.00.
  Scenario: Usage
    Given these tax codes:
      | tax code | tax    | rate | each |
      | calls    | levy   | 0%   | 0.01 |
      | calls    | sales  | 25%  |      |
    And these products are sold:
      | product | charged            | price         | tax          |
      | Calls   | per unit, by usage | 0.05 USD each | code "calls" |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in arrears, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses 1000 "Calls" on 5 April 2026
    And time passes to 1 May 2026
    Then Pied Piper is taxed:
      | tax   | net   | amount |
      | levy  | 32.00 | 10.00  |
      | sales | 32.00 | 8.00   |
    And Pied Piper owes 50.00 USD
    And finance closes April 2026 without a difference

  Scenario: A price below what it is to hold
    Given these tax codes:
      | tax code | tax | each |
      | eco      | eco | 0.50 |
    When "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 60, tax code "eco":
      | product       | quantity | price per month |
      | Platform seat | 3        | 0.40            |
    Then Pied Piper is invoiced nothing
    And the exceptions queue is:
      | customer   | kind         | owner       | reason                                                                                                                                              |
      | Pied Piper | tax not held | tax manager | contract C-1: tax code 'eco' comes to 1.50 USD for its units, and no price of 1.20 USD can hold that; agree a higher price, or prices without tax |

  # 10.00 / 1.19 = 8.4034. Both have 19%, but are taxes of their own, each with a line of its own in the breakdown (EN 16931, BG-23), so
  # each is rounded by itself: 8.40 and 8.40, not 16.81 together.
  Scenario: Two tax codes of one percentage are rounded apart
    Given these tax codes:
      | tax code | rate |
      | books    | 19%  |
      | media    | 19%  |
    And these products are sold:
      | product | price               | tax          |
      | Red     | 10.00 USD per month | code "books" |
      | Green   | 10.00 USD per month | code "media" |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product |
      | Red     |
      | Green   |
    When time passes to 28 February 2026
    Then Globex sees these taxes on the January invoice:
      | tax   | rate | on   | amount |
      | books | 19%  | 8.40 | 1.60   |
      | media | 19%  | 8.40 | 1.60   |
    And Globex owes 40.00 USD
    And finance closes January 2026 without a difference
    And finance closes February 2026 without a difference

  # Two contracts on one invoice: 2 * 24.99 / 1.20 = 41.65 net, though 24.99 / 1.20 = 20.825 alone is 20.83. And two invoices of one day
  # are rounded apart: 20.83 each. Neither is a difference.
  Scenario Outline: <what> at 24.99 that hold 20%
    Given these conventions:
      | question          | answer     |
      | invoices of a day | <together> |
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 20%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 24.99           |
    And "Pied Piper" signed on <second> for 2 months, billed monthly in advance, net 30, tax 20%:
      | product         | quantity | price per month |
      | Premium support | 1        | 24.99           |
    When time passes to 30 April 2026
    Then finance closes April 2026 without a difference
    And Pied Piper sees on the last invoice:
      | what | reads     |
      | net  | <net> USD |

    Examples:
      | what                        | together         | second       | net   |
      | Two contracts on an invoice | one per customer | 1 March 2026 | 41.65 |
      | Two invoices of a day       | one per contract | 1 March 2026 | 20.83 |
