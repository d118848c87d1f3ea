@charging @tax @published @conventions @req:Q2C-238
Feature: Rounding and tax with the figures that other systems publish
  The figures are from the documentation and tests of other systems and authorities; each scenario names them and says which
  convention it assumes.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Japan's ways of rounding, as the Odoo community's module tests them: 10% of 15 yen is 1.5, of 13 yen 1.3. Japanese law asks
  # for one rounding for each rate of an invoice.
  Scenario Outline: Ten percent of <price>, rounded <mode>
    Given these conventions:
      | question                | answer |
      | rounding of tax amounts | <mode> |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | <price>         |
    Then Pied Piper is invoiced:
      | date         | net     | tax   |
      | 1 March 2026 | <price> | <tax> |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

    Examples:
      | price    | mode      | tax      |
      | 15 JPY   | half up   | 2 JPY    |
      | 13 JPY   | up        | 2 JPY    |
      | 15 JPY   | down      | 1 JPY    |
      | 15 JPY   | as prices | 2 JPY    |
      | 15 JPY   | half down | 1 JPY    |
      | 25 JPY   | half even | 2 JPY    |
      # HMRC lets the VAT of a whole invoice be rounded down to a penny (VATREC12010, VAT Notice 700, 17.5): 1.004 and 1.009.
      | 10.04 USD | down     | 1.00 USD |
      | 10.09 USD | down     | 1.00 USD |
      | 10.09 USD | half up  | 1.01 USD |

  # The net stays half up where the tax alone is cut off: 33.335 is 33.34, and 10% of it 3.334.
  Scenario: A credit gives tax back as it was rounded
    Given these conventions:
      | question                | answer |
      | rounding of tax amounts | up     |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 33.335          |
    When Pied Piper cancels on 16 April 2026
    Then Pied Piper is invoiced:
      | date         | net   | tax  |
      | 1 April 2026 | 33.34 | 3.34 |
    And Pied Piper is credited:
      | date          | net   | tax  |
      | 16 April 2026 | 16.67 | 1.67 |
    And nothing else is credited
    And finance closes April 2026 without a difference

  # Odoo: a tax of 10 for each unit beside 10% of 200: 10.00 and 20.00; if the percentage is on it too, 10% of 210 is 21.00.
  # Of the price with the tax in it, 10% on top of 200 is 22.22, for 222.22 * 10% = 22.22.
  Scenario Outline: Odoo, taxes of <case> on 200.00
    Given these tax codes:
      | tax code | tax   | rate   | each   | on   |
      | mixed    | eco   | 0%     | <each> | net  |
      | mixed    | sales | <rate> |        | <on> |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax code "mixed":
      | product       | quantity | price per month |
      | Platform seat | 1        | 200.00          |
    Then Pied Piper is taxed:
      | tax   | net    | amount  |
      | eco   | 200.00 | <eco>   |
      | sales | 200.00 | <sales> |
    And Pied Piper owes <owed> USD
    And finance closes March 2026 without a difference

    Examples:
      | case                              | each  | rate | on                  | eco   | sales | owed   |
      | 10.00 a unit and 10%              | 10.00 | 10%  | net                 | 10.00 | 20.00 | 230.00 |
      | 10.00 a unit, and 10% on both     | 10.00 | 10%  | net and other taxes | 10.00 | 21.00 | 231.00 |
      | 10% of the price with it          | 0.00  | 10%  | price with it       | 0.00  | 22.22 | 222.22 |
      | 15% of the price with it          | 0.00  | 15%  | price with it       | 0.00  | 35.29 | 235.29 |

  # So much for each unit: three units bear 1.50. Two of them that leave in the middle of April give back their share of what
  # the line bears: 40.00 * 15/30 = 20.00 of 60.00, a third of 1.50; four units more bear 2.00 in full.
  Scenario: A tax for each unit when the quantity changes
    Given these tax codes:
      | tax code | tax | each |
      | eco      | eco | 0.50 |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 60, tax code "eco":
      | product       | quantity | price per month |
      | Platform seat | 3        | 20.00           |
    When Pied Piper removes 2 "Platform seat" from 16 April 2026
    And Pied Piper adds 4 "Platform seat" from 21 April 2026
    Then Pied Piper is invoiced:
      | date          | quantity | net                | tax  |
      | 1 April 2026  | 3        | 60.00              | 1.50 |
      | 21 April 2026 | 4        | 4 * 20.00 * 10/30  | 2.00 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date          | quantity | net   | tax  |
      | 16 April 2026 | 2        | 20.00 | 0.50 |
    And nothing else is credited
    And finance closes April 2026 without a difference

  # Odoo, a price of 24.99 that holds 20%: 24.99 / 1.20 = 20.825, so 20.83 net and 4.16 of tax, never 25.00. Three such lines,
  # line by line: 3 * 4.16 = 12.48; together 74.97 / 1.20 = 62.475, so 62.48 net and 12.49 of tax.
  # Where tax is cut off: 4.165 is 4.16 and the net what is left, 20.83; of all three 12.495 is 12.49.
  Scenario Outline: Three prices of 24.99 that hold 20%, tax rounded <tax rounding>
    Given these conventions:
      | question                | answer         |
      | prices and tax          | inclusive      |
      | tax rounding            | <tax rounding> |
      | rounding of tax amounts | <mode>         |
    And these products are sold:
      | product | price               |
      | One     | 24.99 USD per month |
      | Two     | 24.99 USD per month |
      | Three   | 24.99 USD per month |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 60, tax 20%:
      | product |
      | One     |
      | Two     |
      | Three   |
    When time passes to 1 May 2026
    And Pied Piper drops "Three" from 1 May 2026
    Then Pied Piper is invoiced:
      | date         | for   | net     | tax       | total |
      | 1 April 2026 | One   | <one>   | <tax 1>   | 24.99 |
      | 1 April 2026 | Two   | <two>   | <tax 2>   | 24.99 |
      | 1 April 2026 | Three | <three> | <tax 3>   | 24.99 |
      | 1 May 2026   | One   | <one>   | <tax 1>   | 24.99 |
      | 1 May 2026   | Two   | <two>   | <tax 2>   | 24.99 |
      | 1 May 2026   | Three | <three> | <tax 3>   | 24.99 |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date       | for   | net     | tax     | total |
      | 1 May 2026 | Three | <three> | <tax 3> | 24.99 |
    And nothing else is credited
    And finance closes April 2026 without a difference
    And finance closes May 2026 without a difference

    Examples:
      | tax rounding          | mode      | one   | two   | three | tax 1 | tax 2 | tax 3 |
      | per line              | as prices | 20.83 | 20.83 | 20.83 | 4.16  | 4.16  | 4.16  |
      | per rate per document | as prices | 20.83 | 20.83 | 20.82 | 4.16  | 4.16  | 4.17  |
      | per document          | as prices | 20.83 | 20.83 | 20.82 | 4.16  | 4.16  | 4.17  |
      | per line              | up        | 20.82 | 20.82 | 20.82 | 4.17  | 4.17  | 4.17  |
      | per rate per document | down      | 20.83 | 20.83 | 20.82 | 4.16  | 4.16  | 4.17  |

  # A year of three such lines, billed month by month: what is to come is expected as it will be billed, cent by cent.
  Scenario Outline: The first month of a year of three prices, <prices>, rounded <stage>
    Given these conventions:
      | question       | answer   |
      | prices and tax | <prices> |
      | rounding stage | <stage>  |
    And these products are sold:
      | product | price                |
      | One     | 24.985 USD per month |
      | Two     | 24.985 USD per month |
      | Three   | 24.985 USD per month |
    And "Pied Piper" signed on 1 April 2026 for 12 months, billed monthly in advance, net 60, tax 20%:
      | product |
      | One     |
      | Two     |
      | Three   |
    When time passes to 30 April 2026
    Then Pied Piper owes <owed> USD
    And finance closes April 2026 without a difference

    # 74.955 is 74.96 and 14.99 of tax on it; 3 * 24.99 = 74.97 is 14.99 of tax too, 89.96.
    Examples:
      | prices    | stage        | owed  |
      | exclusive | per document | 89.95 |
      | exclusive | per line     | 89.96 |
      | inclusive | per line     | 74.97 |

  # Where the price of one unit is rounded before the quantity is taken, 10.00 * 16/31 = 5.1613 is 5.16. Recurly ("Decimal
  # pricing") and Zuora ("Data type rounding rules") never do: they round the line alone.
  # Half off 10.05 is 5.025 off: rounded with the net 5.03 is left, by itself 5.03 is off.
  Scenario Outline: The price of a unit <unit>, discounts rounded <discounts>: <case>
    Given these conventions:
      | question                      | answer      |
      | price of a unit for its days  | <unit>      |
      | rounding of discounts         | <discounts> |
    And Pied Piper is promised with the next contract:
      | discount | off           |
      | <off>    | Platform seat |
    And "Pied Piper" signed on <start> for 1 month, billed monthly in advance by the calendar, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 20       | <price>         |
    Then Pied Piper is invoiced:
      | date    | net   |
      | <start> | <net> |

    Examples:
      | case                   | unit    | discounts     | start         | price | off   | net                  |
      | 16 of 31 days          | exact   | with the net  | 16 March 2026 | 10.00 | 0%    | 20 * 10.00 * 16/31   |
      | 16 of 31 days          | rounded | with the net  | 16 March 2026 | 10.00 | 0%    | 20 * 5.16            |
      | half off 0.0525        | exact   | with the net  | 1 March 2026  | 0.0525 | 50%  | 0.53                 |
      | half off 0.0525        | exact   | by themselves | 1 March 2026  | 0.0525 | 50%  | 1.05 - 0.53          |
      | half off 10.05 a unit  | rounded | with the net  | 1 March 2026  | 10.05 | 50%   | 20 * 5.03            |
      | half off 10.05 a unit  | rounded | by themselves | 1 March 2026  | 10.05 | 50%   | 20 * 5.02            |

  # 20% of 400.00 is 80.00, at most 50.00; once half of the seats are gone, 20% of 200.00 is 40.00. The invoice as a whole:
  # 30% of 400.00 and 100.00 is 150.00, at most 60.00, four fifths of which the seats bear.
  Scenario Outline: A percentage of no more than so much, off <off>
    Given Pied Piper is promised with the next contract:
      | discount | off   | at most  |
      | <share>  | <off> | <most>   |
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 40       | 10.00           |
      | Analytics     | 1        | 100.00          |
    When Pied Piper signs on 20 March 2026 to remove 20 "Platform seat" from 1 April 2026
    And time passes to 1 April 2026
    Then Pied Piper is invoiced:
      | date         | for           | net       |
      | 1 March 2026 | Platform seat | <march>   |
      | 1 March 2026 | Analytics     | <march 2> |
      | 1 April 2026 | Platform seat | <april>   |
      | 1 April 2026 | Analytics     | <april 2> |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

    Examples:
      | off           | share | most      | march          | march 2        | april          | april 2        |
      | Platform seat | 20%   | 50.00 USD | 400.00 - 50.00 | 100.00         | 200.00 - 40.00 | 100.00         |
      | invoice       | 30%   | 60.00 USD | 400.00 - 48.00 | 100.00 - 12.00 | 200.00 - 40.00 | 100.00 - 20.00 |
