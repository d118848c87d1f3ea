@tax @inclusive-tax @req:Q2C-236
Feature: Prices that hold the tax
  A price agreed with tax stays what was agreed, to the cent. The net is the gross divided by one and the rate, rounded; the
  tax is the rest. Revenue and contract liability know the net only.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | prices and tax   | inclusive                   |
      | revenue schedule | service period of each line |
    And the customer "Pied Piper"

  Scenario: A gross that does not divide evenly
    # 100.00 / 1.20 = 83.3333.
    Given "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 20%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100.00 USD      |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date         | net   | tax rate | tax   | total  |
      | 1 March 2026 | 83.33 | 20%      | 16.67 | 100.00 |
      | 1 April 2026 | 83.33 | 20%      | 16.67 | 100.00 |
    And nothing else is invoiced
    And the journal of March 2026 is:
      | date          | source        | account            | debit  | credit |
      | 1 March 2026  | March invoice | Receivables        | 100.00 |        |
      | 1 March 2026  | March invoice | Contract liability |        | 83.33  |
      | 1 March 2026  | March invoice | Sales tax payable  |        | 16.67  |
      | 31 March 2026 | revenue       | Contract liability | 83.33  |        |
      | 31 March 2026 | revenue       | Revenue            |        | 83.33  |
    And finance closes April 2026 without a difference

  Scenario: Two taxes share what the gross holds
    # 110.00 / 1.10 = 100.00.
    Given these tax codes:
      | tax code | tax    | rate |
      | Denver   | state  | 6%   |
      | Denver   | county | 4%   |
    And "Pied Piper" signed on 1 March 2026 for 1 months, billed monthly in advance, net 30, tax code "Denver":
      | product       | quantity | price per month |
      | Platform seat | 11       | 10.00 USD       |
    Then Pied Piper is taxed:
      | tax    | rate | net    | amount |
      | state  | 6%   | 100.00 | 6.00   |
      | county | 4%   | 100.00 | 4.00   |
    And Pied Piper owes 110.00 USD

  Scenario: Half a month goes back at half the gross
    # 16 of 30 days of 100.00: 53.3333 gross, 44.4444 net; 53.33 - 44.44 = 8.89.
    Given "Pied Piper" signed on 1 April 2026 for 1 months, billed monthly in advance, net 60, tax 20%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 100.00 USD      |
    When Pied Piper cancels on 15 April 2026
    Then Pied Piper is credited:
      | date          | net   | tax  | total |
      | 15 April 2026 | 44.44 | 8.89 | 53.33 |
    And nothing else is credited
    And Pied Piper owes 46.67 USD
    And finance closes April 2026 without a difference

  Scenario: The gross stays when the rate changes
    # 120.00 / 1.20 = 100.00; 120.00 / 1.25 = 96.00.
    Given the tax code "city tax" is 20%
    And the tax code "city tax" is 25% from 1 April 2026
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 12       | 10.00 USD       |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date         | net    | tax rate | tax   | total  |
      | 1 March 2026 | 100.00 | 20%      | 20.00 | 120.00 |
      | 1 April 2026 | 96.00  | 25%      | 24.00 | 120.00 |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

  Scenario: The rate changes inside the period and is split by days
    # 60.00 for 15 days at 20% is 50.00 net, 60.00 for 15 days at 25% is 48.00 net.
    Given these conventions:
      | question  | answer        |
      | tax point | split by days |
    And the tax code "city tax" is 20%
    And the tax code "city tax" is 25% from 16 April 2026
    And "Pied Piper" signed on 1 April 2026 for 1 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 12       | 10.00 USD       |
    Then Pied Piper is invoiced:
      | date         | from          | net   | tax rate | tax   | total |
      | 1 April 2026 | 1 April 2026  | 50.00 | 20%      | 10.00 | 60.00 |
      | 1 April 2026 | 16 April 2026 | 48.00 | 25%      | 12.00 | 60.00 |
    And nothing else is invoiced

  # What is billed keeps its rate, as the invoice does: 120.00 / 1.20 = 100.00. Six seats from 16 April are 60.00 * 15/30 =
  # 30.00, billed at the new rate: 24.00. Twelve that leave on 21 April (10 of 30 days) go back at the rate of their lines:
  # the six that came last, 20.00 / 1.25 = 16.00, and six of the first, 20.00 / 1.20 = 16.67.
  Scenario Outline: A new rate within a period that is billed already, decided by the <tax point>
    Given these conventions:
      | question  | answer      |
      | tax point | <tax point> |
    And the tax code "city tax" is 20%
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 60, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 12       | 10.00 USD       |
    When the tax code "city tax" becomes 25% on 16 April 2026
    And Pied Piper adds 6 "Platform seat" from 16 April 2026
    And Pied Piper removes 12 "Platform seat" from 21 April 2026
    And time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date          | from          | to            | net    | tax rate | tax   | total  |
      | 1 April 2026  | 1 April 2026  | 30 April 2026 | 100.00 | 20%      | 20.00 | 120.00 |
      | 16 April 2026 | 16 April 2026 | 30 April 2026 | 24.00  | 25%      | 6.00  | 30.00  |
      | 1 May 2026    | 1 May 2026    | 31 May 2026   | 48.00  | 25%      | 12.00 | 60.00  |
    And nothing else is invoiced
    And Pied Piper is credited:
      | date          | from          | to            | net   | tax rate | tax  | total |
      | 21 April 2026 | 21 April 2026 | 30 April 2026 | 16.00 | 25%      | 4.00 | 20.00 |
      | 21 April 2026 | 21 April 2026 | 30 April 2026 | 16.67 | 20%      | 3.33 | 20.00 |
    And nothing else is credited
    # 100.00 + 24.00 - 16.00 - 16.67.
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 91.33  |

    Examples:
      | tax point            |
      | invoice date         |
      | service period start |

  Scenario Outline: Three lines of 10.00 with 19% in them, prices rounded <stage>, taxes <taxes>
    # 10.00/1.19 = 8.4034 each, 25.2101 in all. Apart three times 8.40; together 25.21, split 8.41, 8.40 and 8.40.
    # What is still to be billed is expected as it will be rounded, so schedules hold the price of both months.
    Given these conventions:
      | question       | answer    |
      | prices and tax | inclusive |
      | rounding stage | <stage>   |
      | tax rounding   | <taxes>   |
    And these products are sold:
      | product | price               |
      | Red     | 10.00 USD per month |
      | Green   | 10.00 USD per month |
      | Blue    | 10.00 USD per month |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 19%:
      | product |
      | Red     |
      | Green   |
      | Blue    |
    Then Globex is invoiced:
      | date           | for   | net   | tax         | total |
      | 1 January 2026 | Red   | <red> | 10.00-<red> | 10.00 |
      | 1 January 2026 | Green | 8.40  | 1.60        | 10.00 |
      | 1 January 2026 | Blue  | 8.40  | 1.60        | 10.00 |
    When time passes to 31 January 2026
    Then <left> USD of the price of Globex is still to be recognized
    And finance closes January 2026 without a difference

    Examples:
      | stage                     | taxes                      | red  | left  |
      | per line                  | per line                   | 8.40 | 25.20 |
      | per document              | per line                   | 8.41 | 25.21 |
      | per tax code per document | per line on the exact base | 8.41 | 25.21 |
      | per line                  | per document               | 8.41 | 25.21 |
      | per document              | per rate per document      | 8.41 | 25.21 |
