@receivables @dunning @conventions @req:Q2C-257
Feature: One letter a customer and level
  A customer with many invoices is sent many letters, or one for all that reaches the same level on the same day. What follows from a
  letter follows for each invoice on it.

  # 300.00 and 200.00 of 1 January, 100.00 of 25 December with the same 30 days. Letters go 7, 14 and 30 days after the due date:
  # that of December was due on 24 January: 31 January and 7 February; those of January on 31 January: 7 and 14 February.
  Background:
    Given the company "Northwind SaaS"

  Scenario: Three invoices, two of them due on one day
    Given these conventions:
      | question                 | answer                   |
      | dunning letters of a day | one a customer and level |
    And "Globex" signed on 25 December 2025 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 USD       |
    When time passes to 7 February 2026
    Then Globex was sent these sheets of letters:
      | date            | letter           | invoices                         | open            |
      | 31 January 2026 | Payment reminder | December invoice                 | 100.00          |
      | 7 February 2026 | Second reminder  | December invoice                 | 100.00          |
      | 7 February 2026 | Payment reminder | January invoice, January invoice | 300.00 + 200.00 |
    And finance closes January 2026 without a difference

  # 330.00 of 1,100.00 are due on 11 January, the rest on 31 January; the second invoice, 50.00, on 11 January too. 7 days later both
  # are reminded on one sheet; after 60.00 came on 19 January, 330.00 + 50.00 - 60.00 stand on the next one.
  Scenario: Parts of invoices on one sheet, and what came meanwhile
    Given these conventions:
      | question                 | answer                   |
      | dunning letters of a day | one a customer and level |
    And Globex is to pay in these parts:
      | due            | part |
      | within 10 days | 30%  |
      | within 30 days |      |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 10, no tax:
      | product       | quantity | price per month |
      | Platform seat | 7        | 10.00 USD       |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 10, no tax:
      | product       | quantity | price per month |
      | Platform seat | 5        | 10.00 USD       |
    When Globex transfers 60.00 USD on 19 January 2026
    And time passes to 25 January 2026
    Then Globex was sent these sheets of letters:
      | date            | letter           | invoices                         | open                   |
      | 18 January 2026 | Payment reminder | January invoice, January invoice | 330.00 + 50.00         |
      | 25 January 2026 | Second reminder  | January invoice, January invoice | 330.00 + 50.00 - 60.00 |
    And Initech was sent these sheets of letters:
      | date            | letter           | invoices        | open  |
      | 18 January 2026 | Payment reminder | January invoice | 70.00 |
      | 25 January 2026 | Second reminder  | January invoice | 70.00 |
    And Globex was sent these letters:
      | date            | letter           | due             | open           |
      | 18 January 2026 | Payment reminder | 11 January 2026 | 330.00         |
      | 18 January 2026 | Payment reminder | 11 January 2026 | 50.00          |
      | 25 January 2026 | Second reminder  | 11 January 2026 | 330.00 - 60.00 |
      | 25 January 2026 | Second reminder  | 11 January 2026 | 50.00          |

  Scenario: Without the convention each invoice has a sheet of its own
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 USD       |
    When time passes to 7 February 2026
    Then Globex was sent these sheets of letters:
      | date            | letter           | invoices        | open   |
      | 7 February 2026 | Payment reminder | January invoice | 300.00 |
      | 7 February 2026 | Payment reminder | January invoice | 200.00 |
