@documents @payment-terms @conventions @req:Q2C-050
Feature: Until when an invoice is to be paid
  Days, weeks or business days after the invoice; so many days after the end of its month; a day of the month, of the next or of
  the second after. Where that is a day off, it can be moved by convention.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"

  # 22 January 2026 is a Thursday. Ten business days from it: 23, 26 to 30 January, 2 to 5 February.
  Scenario Outline: <to pay>, of an invoice of <day>
    Given Pied Piper is to pay <to pay>
    And Pied Piper signed on <day> for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    Then Pied Piper is invoiced:
      | date  | due   | net    |
      | <day> | <due> | 100.00 |
    And nothing else is invoiced

    Examples:
      | day              | to pay                               | due               |
      | 22 January 2026  | on receipt                           | 22 January 2026   |
      | 22 January 2026  | within 1 week                        | 29 January 2026   |
      | 22 January 2026  | within 2 weeks                       | 5 February 2026   |
      | 22 January 2026  | within 45 days                       | 8 March 2026      |
      | 22 January 2026  | within 10 business days              | 5 February 2026   |
      | 24 January 2026  | within 1 business day                | 26 January 2026   |
      | 22 January 2026  | at the end of the month              | 31 January 2026   |
      | 22 January 2026  | 45 days end of month                 | 31 March 2026     |
      | 22 January 2026  | 10 days after the end of the month   | 10 February 2026  |
      | 31 January 2026  | 30 days after the end of the month   | 2 March 2026      |
      | 22 January 2026  | on the 31st of the month             | 31 January 2026   |
      | 22 January 2026  | on the 15th of the month             | 15 February 2026  |
      | 5 January 2026   | on the 10th of the next month        | 10 February 2026  |
      | 31 January 2026  | on the 31st of the next month        | 28 February 2026  |
      | 5 January 2026   | on the 10th of the second month after | 10 March 2026    |

  # 2 April 2026 and 30 days are 2 May, a Saturday; Monday 4 May is a holiday where Friday 1 May is one.
  Scenario Outline: Due on a day off: <answer>
    Given these conventions:
      | question         | answer   |
      | due on a day off | <answer> |
    And these days are holidays:
      | date       |
      | 2026-05-01 |
      | 2026-05-04 |
    And Pied Piper signed on 2 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    Then Pied Piper is invoiced:
      | date         | due   |
      | 2 April 2026 | <due> |
    And nothing else is invoiced

    Examples:
      | answer              | due           |
      | as it is            | 2 May 2026    |
      | next business day   | 5 May 2026    |
      | business day before | 30 April 2026 |

  # Thursday 30 April and two business days, over a holiday on Friday and the weekend: Monday 4 and Tuesday 5 May.
  Scenario: Holidays are no business days
    Given these days are holidays:
      | date       |
      | 2026-05-01 |
    And Pied Piper is to pay within 2 business days
    And Pied Piper signed on 30 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity |
      | Platform seat | 10       |
    Then Pied Piper is invoiced:
      | date          | due        |
      | 30 April 2026 | 5 May 2026 |
    And nothing else is invoiced
