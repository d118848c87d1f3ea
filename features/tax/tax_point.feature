@tax @tax-point @req:Q2C-070
Feature: A tax rate that changes inside a billing period
  Service for April is invoiced on its first or after its last day, and the rate rises from 10% to 12% on 16 April. Which day
  decides is the company's convention.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And the tax code "city tax" is 10%
    And the tax code "city tax" is 12% from 16 April 2026

  Scenario Outline: One month's service of 300.00 invoiced on 1 April: <tax point>
    Given these conventions:
      | question  | answer      |
      | tax point | <tax point> |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date         | from         | to            | net    | tax rate | tax   |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 300.00 | <rate>   | <tax> |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

    Examples:
      | tax point            | rate | tax                |
      | invoice date         | 10%  | 300.00 * 10/100    |
      | service period start | 10%  | 300.00 * 10/100    |
      | service period end   | 12%  | 300.00 * 12/100    |

  Scenario: The same split by days
    # 15 of 30 days at 10% and 15 at 12%: 150.00 each.
    Given these conventions:
      | question  | answer        |
      | tax point | split by days |
    And "Pied Piper" signed on 1 April 2026 for 2 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date         | from          | to            | net    | tax rate | tax   |
      | 1 April 2026 | 1 April 2026  | 15 April 2026 | 150.00 | 10%      | 15.00 |
      | 1 April 2026 | 16 April 2026 | 30 April 2026 | 150.00 | 12%      | 18.00 |
      | 1 May 2026   | 1 May 2026    | 31 May 2026   | 300.00 | 12%      | 36.00 |
    And nothing else is invoiced
    And the tax ledger of April 2026 is:
      | tax      | rate | taxable | charged | credited | due   |
      | city tax | 10%  | 150.00  | 15.00   | 0.00     | 15.00 |
      | city tax | 12%  | 150.00  | 18.00   | 0.00     | 18.00 |
    And finance closes April 2026 without a difference

  Scenario Outline: April billed in arrears on 1 May: <tax point>
    Given these conventions:
      | question  | answer      |
      | tax point | <tax point> |
    And "Pied Piper" signed on 1 April 2026 for 1 months, billed monthly in arrears, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 1 May 2026
    Then Pied Piper is invoiced:
      | date       | net    | tax rate | tax   |
      | 1 May 2026 | 300.00 | <rate>   | <tax> |
    And nothing else is invoiced

    Examples:
      | tax point            | rate | tax   |
      | invoice date         | 12%  | 36.00 |
      | service period start | 10%  | 30.00 |
      | service period end   | 12%  | 36.00 |

  Scenario: A credit of days at both rates gives back each at its own
    # All twenty seats leave on 11 April: 5 days at 10% (50.00) and 15 at 12% (150.00).
    Given these conventions:
      | question  | answer        |
      | tax point | split by days |
    And "Pied Piper" signed on 1 April 2026 for 1 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When Pied Piper cancels on 11 April 2026
    Then Pied Piper is credited:
      | date          | from          | to            | net    | tax rate | tax   |
      | 11 April 2026 | 11 April 2026 | 15 April 2026 | 50.00  | 10%      | 5.00  |
      | 11 April 2026 | 16 April 2026 | 30 April 2026 | 150.00 | 12%      | 18.00 |
    And nothing else is credited
    And Pied Piper owes 110.00 USD
    And finance closes April 2026 without a difference

  Scenario: Seats added after the change pay the new rate, whatever decides
    # Ten seats for 11 days: 10 * 15.00 * 11/30 = 55.00.
    Given these conventions:
      | question  | answer               |
      | tax point | service period start |
    And "Pied Piper" signed on 1 April 2026 for 1 months, billed monthly in advance, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When Pied Piper adds 10 "Platform seat" from 20 April 2026
    Then Pied Piper is invoiced:
      | date          | from          | net    | tax rate | tax   |
      | 1 April 2026  | 1 April 2026  | 300.00 | 10%      | 30.00 |
      | 20 April 2026 | 20 April 2026 | 55.00  | 12%      | 6.60  |
    And nothing else is invoiced
    And finance closes April 2026 without a difference
