@tax @tax-rounding @conventions @req:Q2C-240
Feature: Where the tax is rounded
  Three lines of 10.045, shown as 10.05, at 10% and one of 9.99 at 5%: four conventions, four taxes.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these products are sold:
      | product | price                | tax |
      | One     | 10.045 USD per month | 10% |
      | Two     | 10.045 USD per month | 10% |
      | Three   | 10.045 USD per month | 10% |
      | Four    | 9.99 USD per month   | 5%  |

  Scenario Outline: Rounded <tax rounding>
    # On rounded lines 1.005 each and 0.4995; on the exact base 1.0045 each.
    Given these conventions:
      | question     | answer         |
      | tax rounding | <tax rounding> |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | One     |
      | Two     |
      | Three   |
      | Four    |
    Then Pied Piper is invoiced:
      | for   | net   | tax     |
      | One   | 10.05 | <one>   |
      | Two   | 10.05 | <two>   |
      | Three | 10.05 | <three> |
      | Four  | 9.99  | <four>  |
    And nothing else is invoiced
    And Pied Piper owes <owed> USD
    And finance closes March 2026 without a difference

    Examples:
      | tax rounding               | one  | two  | three | four | owed  |
      | per rate per document      | 1.01 | 1.01 | 1.00  | 0.50 | 43.66 |
      | per line                   | 1.01 | 1.01 | 1.01  | 0.50 | 43.67 |
      | per line on the exact base | 1.00 | 1.00 | 1.00  | 0.50 | 43.64 |
      | per document               | 1.01 | 1.00 | 1.00  | 0.50 | 43.65 |
