@quote-to-order @amendments @conventions @wave-3 @req:Q2C-202
Feature: A quote that something has overtaken is previewed anew
  Where the customer need not be asked again, a quoted change applies to what the contract holds by the time it is signed, and
  billing previews it once more.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                          | answer                      |
      | revenue schedule                  | service period of each line |
      | quote overtaken by another change | previewed anew              |

  Scenario: By another order: it brings what is then lacking
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When sales quotes Globex a change of the contract on 10 March 2026, effective 16 March 2026:
      | change       | product       | quantity |
      | set quantity | Platform seat | 120      |
    And Globex adds 5 "Platform seat" from 16 March 2026
    And Globex signs the quote on 17 March 2026
    # The 15 seats that are still lacking: 15 * 10.00 * 16/31 = 77.42.
    Then the quote for Globex previews:
      | what   | date          | for           | from          | to            | quantity | net                | tax  |
      | charge | 17 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 15       | 15 * 10.00 * 16/31 | 7.74 |
    And Globex is billed as the quote previewed
    And Globex is subscribed to:
      | product       | quantity |
      | Platform seat | 120      |
    When time passes to 31 March 2026
    Then finance closes March 2026 without a difference

  Scenario: Signed after the term has run out, it is billed back to the day after it
    # April and May are billed on 20 May; what was previewed on 1 March for 1 April alone is previewed anew that day.
    Given "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 9.50 USD        |
    When sales quotes Globex a change of the contract on 1 March 2026, effective at the end of the term:
      | change  | term      |
      | renewal | 12 months |
    And Globex signs the quote on 20 May 2026
    Then Globex is invoiced:
      | date        | from         | to            | net    | tax   |
      | 20 May 2026 | 1 April 2026 | 30 April 2026 | 380.00 | 38.00 |
      | 20 May 2026 | 1 May 2026   | 31 May 2026   | 380.00 | 38.00 |
    And Globex is billed as the quote previewed
    When time passes to 31 May 2026
    Then finance closes May 2026 without a difference
