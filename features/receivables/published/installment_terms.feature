@receivables @installments @payment-terms @published @req:Q2C-256
Feature: Terms of payment in tests of other systems
  What Odoo and ERPNext test of their payment terms, said in Tieout's words.

  Background:
    Given the company "Northwind SaaS"

  # Odoo, addons/account/tests/test_payment_term.py: "the 15th of the month, min 31 days from now". 1 January and 31 days is
  # 1 February, 15 January and 31 days is 15 February itself, 31 January and 31 days is 3 March.
  Scenario Outline: The 15th of the month, at least 31 days after <invoiced>
    Given Globex is to pay on the 15th of the month, at least 31 days later
    And "Globex" signed on <invoiced> for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 200.00 USD      |
    Then Globex is invoiced:
      | date       | due   | net    |
      | <invoiced> | <due> | 200.00 |
    And nothing else is invoiced
    And Globex sees on the January invoice:
      | what   | reads                                          |
      | pay by | <due>                                          |
      | terms  | on day 15 of the month, at least 31 days later |

    Examples:
      | invoiced        | due              |
      | 1 January 2019  | 15 February 2019 |
      | 15 January 2019 | 15 February 2019 |
      | 31 January 2019 | 15 March 2019    |

  # ERPNext, test_payment_entry.py, against payment terms: 200.00 and 18% are 236.00, in terms of 84.746% and 15.254%. 236.00 * 84.746% =
  # 200.00056, so 200.00, and the rest.
  Scenario: What is asked for the goods and what for the tax, both the day after
    Given Globex is to pay in these parts:
      | due          | part    |
      | within 1 day | 84.746% |
      | within 1 day | 15.254% |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 18%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 200.00 USD      |
    Then the January invoice of Globex is due in these parts:
      | due            | amount |
      | 2 January 2026 | 200.00 |
      | 2 January 2026 | 36.00  |
    When Globex transfers 36.00 USD on 2 January 2026 for part 2 of the January invoice
    Then Globex has these open invoices:
      | invoice         | due            | total  | open   |
      | January invoice | 2 January 2026 | 200.00 | 200.00 |
    And finance closes January 2026 without a difference

  # Odoo's lines of a fixed value: so much at once, a percentage of the whole, and the balance.
  Scenario Outline: A fixed amount, a percentage and the balance of <price>
    Given Globex is to pay in these parts:
      | due            | part | amount |
      | on receipt     |      | 700.00 |
      | within 30 days | 10%  |        |
      | within 60 days |      |        |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <price> USD     |
    Then the January invoice of Globex is due in these parts:
      | due             | amount  |
      | 1 January 2026  | 700.00  |
      | 31 January 2026 | <tenth> |
      | 2 March 2026    | <rest>  |

    Examples:
      | price    | tenth            | rest                      |
      | 1,000.00 | 1000.00 * 10/100 | 1000.00 - 700.00 - 100.00 |
      | 5,000.05 | 500.01           | 5000.05 - 700.00 - 500.01 |

  # The amount is more than the invoice: all of it is due at once.
  Scenario: An invoice over less than the fixed amount
    Given Globex is to pay in these parts:
      | due            | amount |
      | on receipt     | 700.00 |
      | within 30 days |        |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 400.00 USD      |
    Then Globex is invoiced:
      | date           | due            | net    |
      | 1 January 2026 | 1 January 2026 | 400.00 |
    And Globex owes 400.00 USD
    And nothing else is invoiced

  Scenario Outline: Refused: <told>
    Given Globex is to pay in these parts:
      | due            | part     | amount   |
      | on receipt     | <first>  | <amount> |
      | within 30 days | <second> |          |
    When "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 1,000.00 USD    |
    Then it is refused because "<told>"
    And Globex is invoiced nothing

    Examples:
      | first | amount | second | told                                                                         |
      |       | 700.00 | 30%    | not in 700 + 30%; beside amounts one part is without one, and takes the rest |
      | 30%   | 700.00 |        | a part of an invoice is a percentage of it or an amount, not both            |
      |       | 0.00   |        | not in 0 + the rest                                                          |
