@receivables @write-off @conventions @wave-3 @req:Q2C-066
Feature: Tax of bad debts under the laws of several countries
  What is written off brings back its share of the tax of the supply, and what comes after all owes it again in the same proportion:
  tax * unpaid / price in Canada (Excise Tax Act, 231(1) and (3)), 1/11 in Australia (GST Act, 21-5 and 21-10).

  Background:
    Given the company "Northwind SaaS"

  Scenario Outline: Half or less is paid, the rest is lost, and a part of it comes: <source>
    # 130.00 * 565/1,130, and 226.00 * 130/1,130; 440.00 / 11, and 110.00 / 11; 595.00 * 19/119, and 119.00 * 19/119.
    Given these conventions:
      | question                | answer       |
      | write-off               | direct       |
      | tax relief on write-off | at write-off |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax <rate>:
      | product       | quantity | price per month |
      | Platform seat | 1        | <net> USD       |
    When finance writes off <lost> USD of the January invoice of Globex on 1 June 2026
    And Globex transfers <paid> USD on 2 June 2026
    And Globex transfers <came> USD on 1 July 2026 for the January invoice
    Then Globex owes nothing
    And these invoices of Globex were written off:
      | date        | invoice         | amount | tax reclaimed |
      | 1 June 2026 | January invoice | <lost> | <relief>      |
    And Globex has paid after all:
      | date        | invoice         | amount | tax owed again |
      | 1 July 2026 | January invoice | <came> | <again>        |
    And finance closes July 2026 without a difference

    Examples:
      | source                 | rate | net      | lost   | paid     | came   | relief | again |
      | Canada, ETA 231(1),(3) | 13%  | 1,000.00 | 565.00 | 565.00   | 226.00 | 65.00  | 26.00 |
      | Australia, GST 21-5/10 | 10%  | 1,000.00 | 440.00 | 660.00   | 110.00 | 40.00  | 10.00 |
      | Germany, UStG 17(2)    | 19%  | 1,000.00 | 595.00 | 595.00   | 119.00 | 95.00  | 19.00 |

  Scenario: Australia, GST Act 136-30: taxable at less than 1/11 of the price
    # 600.00 taxed and 400.00 not: price 1,060.00 with 60.00. 530.00 written off: 60.00 less what is due of a price of 530.00, 30.00.
    Given these conventions:
      | question                | answer       |
      | write-off               | direct       |
      | tax relief on write-off | at write-off |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | tax |
      | Platform seat | 1        | 600.00 USD      | 10% |
      | Analytics     | 1        | 400.00 USD      | 0%  |
    When finance writes off 530.00 USD of the January invoice of Globex on 1 June 2026
    Then these invoices of Globex were written off:
      | date        | invoice         | amount | tax reclaimed |
      | 1 June 2026 | January invoice | 530.00 | 30.00         |
    And finance closes June 2026 without a difference
