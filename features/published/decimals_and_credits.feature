@charging @tax @published @conventions @req:Q2C-238
Feature: Decimals, prices with tax and credits with the figures that other systems publish
  The figures are from the documentation and tests of other billing systems; each scenario names them and says which convention
  it assumes.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Zuora ("Examples of rounding"): 4 seats at 59.99 are 239.96, and 7.775% of it 18.6569; 12.31245 GB at 1.00 are 12.31, and
  # 7.775% of that 0.957. Chargebee ("rounding logic for line item amounts"): 10.625 * 4.4556 = 47.34075. Recurly ("Decimal
  # pricing"): so many GB at 0.005, the line alone is rounded: 101 * 0.005 = 0.505.
  Scenario Outline: <system>, <used> units at <price> and <seats> seats at <seat>
    Given these conventions:
      | question     | answer   |
      | tax rounding | per line |
    And these products are sold:
      | product | charged            | price                |
      | Seat    | per unit           | <seat> USD per month |
      | Storage | per unit, by usage | <price> USD each     |
    And "Pied Piper" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, tax 7.775%:
      | product | quantity |
      | Seat    | <seats>  |
      | Storage |          |
    When Pied Piper uses <used> "Storage" on 10 June 2026
    And time passes to 1 July 2026
    Then Pied Piper is invoiced:
      | date        | for     | quantity | net         | tax   |
      | 1 June 2026 | Seat    | <seats>  | <net seats> | <tax> |
      | 1 July 2026 | Storage | <used>   | <net used>  | *     |
    And nothing else is invoiced
    And finance closes July 2026 without a difference

    Examples:
      | system    | seats  | seat   | used     | price | net seats | tax   | net used |
      | Zuora     | 4      | 59.99  | 12.31245 | 1.00  | 239.96    | 18.66 | 12.31    |
      | Chargebee | 10.625 | 4.4556 | 1        | 1.00  | 47.34     | 3.68  | 1.00     |
      | Recurly   | 1      | 10.00  | 101      | 0.005 | 10.00     | 0.78  | 0.51     |

  # Zuora ("Rounding rule for inclusive tax mode"): 2.99 that holds 4%: the net first, 2.99 / 1.04 = 2.875, is 2.88 and 0.11 are
  # left; the tax first, 2.99 * 4/104 = 0.115, is 0.12 and 2.87 are left.
  Scenario Outline: Zuora, a price that holds its tax: <first> rounded first
    Given these conventions:
      | question                | answer    |
      | prices and tax          | inclusive |
      | rounding of tax amounts | <mode>    |
    And "Pied Piper" signed on 1 June 2026 for 1 month, billed monthly in advance, net 30, tax 4%:
      | product       | price per month |
      | Platform seat | 2.99            |
    Then Pied Piper is invoiced:
      | net   | tax   | total |
      | <net> | <tax> | 2.99  |
    And nothing else is invoiced

    Examples:
      | first   | mode      | net  | tax  |
      | the net | as prices | 2.88 | 0.11 |
      | the tax | half up   | 2.87 | 0.12 |

  # Lago (credit note rounding), ended on its first day, which is used: 200.00 * 29/30 = 193.33 and 25% of it 48.33; of 160.00
  # 154.67 and 38.67; a week of 29.99 gives back 6/7, 25.71, and 23.33% of it 6.00.
  Scenario Outline: Lago, what is given back of <price>
    Given "Pied Piper" signed on 18 September 2025 for 1 month, billed <billing> in advance, net 30, tax <rate>:
      | product       | price per billing period |
      | Platform seat | <price>                  |
    When Pied Piper cancels on 19 September 2025
    Then Pied Piper is invoiced:
      | date              | net     | tax   |
      | 18 September 2025 | <price> | <tax> |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date              | net    | tax        | total   |
      | 19 September 2025 | <back> | <tax back> | <total> |
    And nothing else is credited
    And finance closes September 2025 without a difference

    Examples:
      | billing | price  | rate   | tax   | back   | tax back | total  |
      | monthly | 200.00 | 25%    | 50.00 | 193.33 | 48.33    | 241.66 |
      | monthly | 160.00 | 25%    | 40.00 | 154.67 | 38.67    | 193.34 |
      | weekly  | 29.99  | 23.33% | 7.00  | 25.71  | 6.00     | 31.71  |

  # Lago: of 769.00 with 20% first 726.86 go back with 145.37 of tax, then the other 42.14 with the 8.43 that are left of 153.80.
  Scenario: Lago, an invoice given back in two parts
    Given "Pied Piper" signed on 18 September 2025 for 1 month, billed monthly in advance, net 30, tax 20%:
      | product       | price per month |
      | Platform seat | 769.00          |
    When finance credits Pied Piper 726.86 USD on the September invoice
    And finance credits Pied Piper 42.14 USD on the September invoice
    Then Pied Piper is credited:
      | net    | tax    | total  |
      | 726.86 | 145.37 | 872.23 |
      | 42.14  | 8.43   | 50.57  |
    And nothing else is credited
    And Pied Piper owes nothing
    And finance closes September 2025 without a difference

  # Peppol BIS Billing 3.0 (Allowance-example): 10 at 410.00 less 100.00, 10 at 100.00 that are exempt, 10 at 100.00 less 100.00, a
  # charge of 200.00 and 200.00 off the document: 4,900.00 at 25% are 1,225.00, 1,000.00 bear nothing, 7,125.00 in all.
  Scenario: Peppol, allowances and charges
    Given these products are sold:
      | product  | price           |
      | Item 1   | 410.00 EUR once |
      | Item 2   | 100.00 EUR once |
      | Item 3   | 100.00 EUR once |
      | Cleaning | 200.00 EUR once |
    And these tax codes:
      | tax code | rate | treatment |
      | S        | 25%  | taxed     |
      | E        | 0%   | exempt    |
    And these exchange rates:
      | date            | from | rate |
      | 1 November 2026 | EUR  | 1.10 |
    And Pied Piper is promised with the next contract:
      | discount   | off      |
      | 100.00 EUR | Item 1   |
      | 100.00 EUR | Item 3   |
      | 200.00 EUR | Cleaning |
    And "Pied Piper" signed on 13 November 2026 for 1 month, billed monthly in advance, net 18, tax code "S":
      | product  | quantity | tax      |
      | Item 1   | 10       |          |
      | Item 2   | 10       | code "E" |
      | Item 3   | 10       |          |
      | Cleaning | 1        |          |
    Then Pied Piper is invoiced:
      | for      | net          | due             |
      | Item 1   | 4,000.00 EUR | 1 December 2026 |
      | Item 2   | 1,000.00 EUR | 1 December 2026 |
      | Item 3   | 900.00 EUR   | 1 December 2026 |
      | Cleaning | 0.00 EUR     | 1 December 2026 |
    And nothing else is invoiced
    And Pied Piper sees these taxes on the first invoice:
      | tax | rate | on           | amount       | treatment |
      | S   | 25%  | 4,900.00 EUR | 1,225.00 EUR | taxed     |
      | E   | 0%   | 1,000.00 EUR | 0.00 EUR     | exempt    |
    And Pied Piper owes 7,125.00 EUR
