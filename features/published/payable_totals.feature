@documents @tax @published @conventions @req:Q2C-238
Feature: Rounded totals with the figures that other systems publish
  The figures are from the documentation and tests of other systems; each scenario names them and says which convention it assumes.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # Dynamics NAV 2016, Invoice Rounding Type with a precision of 1.00: 1.25 and 1.75, nearest, up and down. Odoo, cash rounding to
  # 0.05, rounded up: 1.98, 49.99, 149.99, and 11.00 with 21% (13.31); to 5.00 up: 20.00 with 15% (23.00). Tryton, to 0.05, up:
  # 42.06, and 0.04 on the rounding account.
  Scenario Outline: <system>: <price> and <tax>, to <step>, <mode>
    Given invoice totals are rounded to <step>
    And these conventions:
      | question                   | answer |
      | rounding of invoice totals | <mode> |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, <tax>:
      | product       | quantity | price per month |
      | Platform seat | 1        | <price>         |
    When time passes to 30 April 2026
    Then Pied Piper sees on the April invoice:
      | what     | reads      |
      | net      | <price>    |
      | rounding | <rounding> |
      | total    | <total>    |
    And Pied Piper owes <total>
    And finance closes April 2026 without a difference

    Examples:
      | system | price      | tax     | step     | mode    | rounding  | total      |
      | NAV    | 1.25 USD   | no tax  | 1.00 USD | half up | -0.25 USD | 1.00 USD   |
      | NAV    | 1.75 USD   | no tax  | 1.00 USD | half up | 0.25 USD  | 2.00 USD   |
      | NAV    | 1.25 USD   | no tax  | 1.00 USD | up      | 0.75 USD  | 2.00 USD   |
      | NAV    | 1.75 USD   | no tax  | 1.00 USD | down    | -0.75 USD | 1.00 USD   |
      | Odoo   | 1.98 USD   | no tax  | 0.05 USD | up      | 0.02 USD  | 2.00 USD   |
      | Odoo   | 149.99 USD | no tax  | 0.05 USD | up      | 0.01 USD  | 150.00 USD |
      | Odoo   | 11.00 USD  | tax 21% | 0.05 USD | up      | 0.04 USD  | 13.35 USD  |
      | Odoo   | 20.00 USD  | tax 15% | 5.00 USD | up      | 2.00 USD  | 25.00 USD  |
      | Tryton | 42.06 USD  | no tax  | 0.05 USD | up      | 0.04 USD  | 42.10 USD  |

  # Tryton's invoice is paid half in 20 days and the rest in 40: 21.05 and 21.05 of 42.10.
  Scenario: Tryton, a rounded total in two parts
    Given invoice totals are rounded to 0.05 USD
    And these conventions:
      | question                   | answer |
      | rounding of invoice totals | up     |
    And Pied Piper is to pay in these parts:
      | due            | part |
      | within 20 days | 50%  |
      | within 40 days |      |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 42.06           |
    Then the April invoice of Pied Piper is due in these parts:
      | due           | amount |
      | 21 April 2026 | 21.05  |
      | 11 May 2026   | 21.05  |
    When time passes to 30 April 2026
    Then the ledger shows on 30 April 2026:
      | account              | credit |
      | Rounding differences | 0.04   |
    And finance closes April 2026 without a difference

  # Two taxes as in the UBL example of the European e-invoice: 1,460.50 at 20% and 1.00 at 10% bear 292.10 and 0.10, and the amount due
  # is rounded up to a whole unit by 0.30 (BT-114). The example's goods without tax are left out.
  Scenario: The European e-invoice, several rates on a rounded total
    Given invoice totals are rounded to 1.00 USD
    And these products are sold:
      | product | price                  | tax |
      | Laptop  | 1,460.50 USD per month | 20% |
      | Book    | 1.00 USD per month     | 10% |
    And "Pied Piper" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Laptop  |
      | Book    |
    When time passes to 30 April 2026
    Then Pied Piper sees on the April invoice:
      | what     | reads        |
      | net      | 1,461.50 USD |
      | tax      | 292.20 USD   |
      | rounding | 0.30 USD     |
      | total    | 1,754.00 USD |
    And finance closes April 2026 without a difference
