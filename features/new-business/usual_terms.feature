@new-business @req:Q2C-001
Feature: The usual terms of a company
  A company whose contracts all run and are billed alike says so once; a contract then only says what is bought.

  Scenario: A company whose file says its usual terms
    # 10 seats at 1,500 yen a month, a year in advance: 180,000 and 10% of tax, within 60 days.
    Given the company "Sakura Cloud"
    When Nakatomi Trading signed on 1 April 2026 on the usual terms:
      | product    | quantity | price per month |
      | Cloud seat | 10       | 1,500           |
    Then Nakatomi Trading is invoiced:
      | date         | due         | from         | to            | net     | tax    |
      | 1 April 2026 | 31 May 2026 | 1 April 2026 | 31 March 2027 | 180,000 | 18,000 |
    And nothing else is invoiced
    When time passes to 30 April 2026
    Then finance closes April 2026 without a difference

  Scenario: Usual terms that a story says, with another term
    Given the company "Northwind SaaS"
    And contracts are usually signed for 12 months, billed quarterly in arrears, net 14, tax 10%
    When "Globex" signed on 1 January 2026 for 3 months on the usual terms:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And time passes to 1 July 2026
    Then Globex is invoiced:
      | date         | due           | from           | to            | net    | tax   |
      | 1 April 2026 | 15 April 2026 | 1 January 2026 | 31 March 2026 | 300.00 | 30.00 |
    And nothing else is invoiced

  # 300.00 and 10%: 330.00. 40% are 132.00, due 10 days after 1 April, the rest, 198.00, 45 days after the end of April.
  Scenario: Contracts that are usually paid in parts
    Given the company "Northwind SaaS"
    And contracts are usually signed for 3 months, billed quarterly in arrears, net 14, tax 10%
    And contracts are usually due in these parts:
      | due                                | part |
      | within 10 days                     | 40%  |
      | 45 days after the end of the month |      |
    When "Globex" signed on 1 January 2026 on the usual terms:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And time passes to 1 April 2026
    Then Globex is invoiced:
      | date         | due           | net    | tax   |
      | 1 April 2026 | 11 April 2026 | 300.00 | 30.00 |
    And the April invoice of Globex is due in these parts:
      | due           | amount          |
      | 11 April 2026 | 330.00 * 40/100 |
      | 14 June 2026  | 330.00 - 132.00 |
    And nothing else is invoiced

  Scenario: Contracts that are usually paid within two months
    Given the company "Northwind SaaS"
    And contracts are usually signed for 1 month, billed monthly in advance, net 14, tax 10%
    And contracts are usually to be paid within 2 months
    When "Globex" signed on 31 December 2026 on the usual terms:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then Globex is invoiced:
      | date             | due              | net    |
      | 31 December 2026 | 28 February 2027 | 100.00 |
    And nothing else is invoiced
