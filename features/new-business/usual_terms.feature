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
