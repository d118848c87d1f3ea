@quote-to-order @amendments @req:Q2C-202
Feature: A quoted change is previewed with what is known of the days until it is billed
  Until a change is billed the contract may renew itself, its prices may rise, and a new price list may begin. What is known of it
  when the quote is written is in its figures; what cannot be known is said beside them.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: The contract renews itself before the change is billed
    # Notice could be given until 26 November: on the 27th the next year is certain. The change of 20 November is billed on 1 December:
    # 20 * 10.00 * 11/30 = 73.33. 24 months of 1,000.00 without it; 11 of them, 73.33 and 13 of 1,200.00 with it.
    Given these conventions:
      | question                | answer                      |
      | billing of an amendment | on the next regular invoice |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex agrees on 1 February 2026 that the contract renews by itself for 12 months, with 35 days of notice
    And sales quotes Globex a change of the contract on 20 November 2026, effective 20 November 2026:
      | change       | product       | quantity |
      | add quantity | Platform seat | 20       |
    Then the quote for Globex previews:
      | what       | date            | from             | to               | quantity | net                |
      | charge     | 1 December 2026 | 20 November 2026 | 30 November 2026 | 20       | 20 * 10.00 * 11/30 |
      | charge     | 1 December 2026 | 1 December 2026  | 31 December 2026 | 120      | 1,200.00           |
      | instead of | 1 December 2026 | 1 December 2026  | 31 December 2026 | 100      | 1,000.00           |
    And the quote for Globex comes to:
      | figure                  | amount                            |
      | contract total, without | 24 * 1000.00                      |
      | contract total          | 11 * 1000.00 + 73.33 + 13 * 1200.00 |
    And the quote for Globex leaves out:
      | because                                                                    |
      | the contract renews itself on 1 January 2028 unless it is cancelled before |
    When Globex signs the quote on 20 November 2026
    And time passes to 2 January 2027
    Then Globex is billed as the quote previewed
    And Globex is invoiced:
      | date           | from           | to              | quantity | net      |
      | 1 January 2027 | 1 January 2027 | 31 January 2027 | 120      | 1,200.00 |
    And nothing else is invoiced since 2 December 2026

  Scenario: A price list that begins within the term is in the total, and in what is billed
    # 12.00 from 1 May: 8 of the 12 months. Of 110 seats, those 10 from 16 March: 10 * 10.00 * 16/31 = 51.61.
    Given these products are sold:
      | product | price               |
      | Desk    | 10.00 USD per month |
    And the price of "Desk" is 12.00 USD per month from 1 May 2026
    And these conventions:
      | question                                | answer           |
      | price-list change on running contracts | split the period |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Desk    | 100      |
    When sales quotes Globex a change of the contract on 16 March 2026, effective 16 March 2026:
      | change       | product | quantity |
      | add quantity | Desk    | 10       |
    Then the quote for Globex comes to:
      | figure                  | amount                                            |
      | contract total, without | 4 * 1000.00 + 8 * 1200.00                         |
      | contract total          | 3 * 1000.00 + 51.61 + 1100.00 + 8 * 110 * 12.00   |
    And the quote for Globex leaves out nothing
    When Globex signs the quote on 16 March 2026
    And time passes to 31 December 2026
    Then Globex is billed as the quote previewed
    And Globex is invoiced 14711.61 USD in all

  Scenario: A price list that begins before the change is billed is in its lines
    # The seats of 20 April are billed on 1 May with the new price of May: 10 * 10.00 * 11/30 = 36.67 and 110 * 12.00.
    Given these products are sold:
      | product | price               |
      | Desk    | 10.00 USD per month |
    And the price of "Desk" is 12.00 USD per month from 1 May 2026
    And these conventions:
      | question                               | answer                      |
      | price-list change on running contracts | split the period            |
      | billing of an amendment                | on the next regular invoice |
    And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product | quantity |
      | Desk    | 100      |
    When sales quotes Globex a change of the contract on 20 April 2026, effective 20 April 2026:
      | change       | product | quantity |
      | add quantity | Desk    | 10       |
    Then the quote for Globex previews:
      | what       | date       | from          | to            | quantity | price | net      |
      | charge     | 1 May 2026 | 20 April 2026 | 30 April 2026 | 10       | 10.00 | 36.67    |
      | charge     | 1 May 2026 | 1 May 2026    | 31 May 2026   | 110      | 12.00 | 1,320.00 |
      | instead of | 1 May 2026 | 1 May 2026    | 31 May 2026   | 100      | 12.00 | 1,200.00 |
    When Globex signs the quote on 20 April 2026
    And time passes to 1 May 2026
    Then Globex is billed as the quote previewed

  Scenario: An index that is not published yet is left out, and so is what is charged by use
    Given these products are sold:
      | product | charged            | price          |
      | Calls   | per unit, by usage | 0.02 USD each  |
    And Globex agrees to this uplift with the next contract:
      | index | applies             |
      | CPI   | on each anniversary |
    And "Globex" signed on 1 January 2026 for 24 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
      | Calls         |          |                 |
    When sales quotes Globex a change of the contract on 16 March 2026, effective 1 April 2026:
      | change       | product       | quantity |
      | add quantity | Platform seat | 20       |
    Then the quote for Globex comes to:
      | figure         | amount                        |
      | contract total | 3 * 1000.00 + 21 * 1200.00    |
    And the quote for Globex leaves out:
      | because                                                              |
      | prices rise with CPI on 1 January 2027, which is not published yet   |
      | 'Calls' is charged by use                                            |

  Scenario: On one invoice with another contract, the tax is that of the whole invoice
    # 10.05 of the first contract and 3 * 10.05 of the second: 4.02 of tax for 40.20. 1.005 and 3.015 share it: the cent left over goes to
    # the first, so 3.01. By itself the second contract would have 3.02.
    Given these conventions:
      | question          | answer           |
      | invoices of a day | one per customer |
    And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.05 USD       |
    And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.05 USD       |
    When sales quotes Globex a change of the contract on 16 March 2026, effective at the end of the billing period:
      | change       | product       | quantity |
      | add quantity | Platform seat | 2        |
    Then the quote for Globex previews:
      | what       | date         | quantity | net   | tax  |
      | charge     | 1 April 2026 | 3        | 30.15 | 3.01 |
      | instead of | 1 April 2026 | 1        | 10.05 | 1.00 |
    When Globex signs the quote on 16 March 2026
    And time passes to 1 April 2026
    Then Globex is billed as the quote previewed
    And Globex is invoiced:
      | date         | quantity | net   | tax  |
      | 1 April 2026 | 1        | 10.05 | 1.01 |
      | 1 April 2026 | 3        | 30.15 | 3.01 |
    And nothing else is invoiced since 2 March 2026
