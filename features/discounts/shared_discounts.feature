@discounts @req:Q2C-205
Feature: Discounts on some products or charges
  A discount is off the invoice, one product, one of its charges, or several of them. An amount on several is shared out by what
  they cost.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product | charge  | charged  | price               |
      | Suite   | Seats   | per unit | 10.00 USD per month |
      | Suite   | Base    | flat     | 60.00 USD per month |
      | Archive | Archive | flat     | 40.00 USD per month |

  # Seats 4 * 10.00 = 40.00, the base 60.00, the archive 40.00. 20.00 off both charges of the suite are 8.00 and 12.00; off the seats
  # and the archive 10.00 each.
  Scenario Outline: <discount> off <off>
    Given Pied Piper is promised with the next contract:
      | discount   | off   | for  |
      | <discount> | <off> | once |
    And Pied Piper signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product | quantity |
      | Suite   | 4        |
      | Archive | 1        |
    When time passes to 1 April 2026
    Then Pied Piper is invoiced:
      | date         | charge  | net       |
      | 1 March 2026 | Seats   | <seats>   |
      | 1 March 2026 | Base    | <base>    |
      | 1 March 2026 | Archive | <archive> |
      | 1 April 2026 | Seats   | 40.00     |
      | 1 April 2026 | Base    | 60.00     |
      | 1 April 2026 | Archive | 40.00     |
    And nothing else is invoiced
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line    | amount    |
      | Revenue | <revenue> |

    Examples:
      | discount  | off            | seats | base  | archive | revenue |
      | 20.00 USD | Suite          | 32.00 | 48.00 | 40.00   | 120.00  |
      | 20.00 USD | Seats          | 20.00 | 60.00 | 40.00   | 120.00  |
      | 20.00 USD | Seats, Archive | 30.00 | 60.00 | 30.00   | 120.00  |
      | 10%       | Seats, Archive | 36.00 | 60.00 | 36.00   | 132.00  |
      | 10%       | Suite, Archive | 36.00 | 54.00 | 36.00   | 126.00  |

  Scenario Outline: A discount that cannot be is refused: <why>
    Given Pied Piper is promised with the next contract:
      | discount   | off   |
      | <discount> | <off> |
    When Pied Piper signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product | quantity |
      | Suite   | 4        |
    Then it is refused because "<reason>"
    And Pied Piper is invoiced nothing

    Examples:
      | why            | discount  | off            | reason                                                                                               |
      | not sold       | 10%       | Seats, Archive | a discount of 10% off 'Archive' cannot be agreed: it is no product and no charge of the contract     |
      | other currency | 20.00 EUR | Seats          | a discount of 20.00 EUR cannot be agreed: the contract is in USD                                        |

  # What the company sells under a name is replaced by what the story brings along under it; what is listed in one currency only
  # makes the contract's.
  Scenario: A product of the story's own under a name that the company knows, listed in euros
    Given these products are sold:
      | product       | price               |
      | Platform seat | 7.50 EUR per month |
    And these exchange rates:
      | date         | from | rate |
      | 1 March 2026 | EUR  | 1.10 |
    When Pied Piper signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity |
      | Platform seat | 2        |
    Then Pied Piper is invoiced:
      | date         | net       | tax      |
      | 1 March 2026 | 15.00 EUR | 1.50 EUR |
    And nothing else is invoiced
    And finance closes March 2026 without a difference
