@amendments @signed-ahead @wave-3 @req:Q2C-018
Feature: Signed on one day, in force from another
  Sales and customers agree today on what holds from another day. Until that day nothing changes, whatever was signed.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Acme" signed on 1 April 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 9.00 USD        |

  Scenario: A new price agreed in April holds from June
    # 40 * 9.00 = 360.00 until May, 40 * 9.50 = 380.00 from June.
    When Acme signs on 20 April 2026 to pay 9.50 USD per month for "Platform seat" from 1 June 2026
    And time passes to 30 June 2026
    Then Acme is invoiced:
      | date         | quantity | net    | tax   |
      | 1 April 2026 | 40       | 360.00 | 36.00 |
      | 1 May 2026   | 40       | 360.00 | 36.00 |
      | 1 June 2026  | 40       | 380.00 | 38.00 |
    And nothing else is invoiced
    And finance closes June 2026 without a difference

  Scenario: Seats at a price of their own, agreed ahead
    # Known when May is billed, so it stands on the May invoice: 16 of 31 days, 5 * 8.00 * 16/31 = 20.645 -> 20.65;
    # tax is 10% of 380.65, 38.07 (38.065), less 36.00 of the first line: 2.07.
    When Acme signs on 20 April 2026 to add 5 "Platform seat" at 8.00 USD per month from 16 May 2026
    And time passes to 31 May 2026
    Then Acme is invoiced:
      | date         | from         | to            | quantity | net              | tax   |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 40       | 360.00           | 36.00 |
      | 1 May 2026   | 1 May 2026   | 31 May 2026   | 40       | 360.00           | 36.00 |
      | 1 May 2026   | 16 May 2026  | 31 May 2026   | 5        | 5 * 8.00 * 16/31 | 2.07  |
    And nothing else is invoiced
    And finance closes May 2026 without a difference

  Scenario: A cancellation agreed ahead ends the service on its day
    # Known when May is billed, so only the days to 10 May are: 360.00 * 10/31 = 116.13, tax 11.61.
    When Acme signs on 20 April 2026 to cancel on 11 May 2026
    And time passes to 10 May 2026
    Then Acme is subscribed to:
      | product       | quantity |
      | Platform seat | 40       |
    When time passes to 11 May 2026
    Then Acme is subscribed to nothing
    And Acme is invoiced:
      | date       | from       | to          | net            | tax   |
      | 1 May 2026 | 1 May 2026 | 10 May 2026 | 360.00 * 10/31 | 11.61 |
    And nothing else is credited
    And finance closes May 2026 without a difference

  Scenario: A cancellation agreed ahead that gives nothing back
    When Acme signs on 20 April 2026 to cancel on 11 May 2026, keeps no service and gets nothing back
    And time passes to 30 June 2026
    Then nothing else is credited
    # April in full, 396.00 with tax, and ten days of May: 116.13 + 11.61 = 127.74.
    And Acme is invoiced 523.74 USD in all
    And the revenue of May 2026 is 116.13 USD
    And finance closes June 2026 without a difference

  Scenario: A longer term
    # From April 2027 on the contract would have ended; it is billed for three more months.
    When Acme extends the contract to 30 June 2027
    And time passes to 31 July 2027
    Then Acme is invoiced:
      | date         | from         | to           | net    |
      | 1 April 2027 | 1 April 2027 | 30 April 2027 | 360.00 |
      | 1 June 2027  | 1 June 2027  | 30 June 2027 | 360.00 |
    And Acme is invoiced nothing since 2 June 2027
    And Acme is invoiced 5,940.00 USD in all
    And finance closes July 2027 without a difference

  Scenario: A longer term at another price
    # 40 * 9.00 = 360.00 to March 2027, 40 * 9.50 = 380.00 from April to June.
    When Acme extends the contract to 30 June 2027 at 9.50 USD per month for "Platform seat" from 1 April 2027
    And time passes to 31 July 2027
    Then Acme is invoiced:
      | date         | net    | tax   |
      | 1 March 2027 | 360.00 | 36.00 |
      | 1 April 2027 | 380.00 | 38.00 |
      | 1 June 2027  | 380.00 | 38.00 |
    And Acme is invoiced nothing since 2 June 2027
    And finance closes July 2027 without a difference

  Scenario: A discount on one product, from its day on
    # June is billed when the day comes, and the discount given that day takes 36.00 back; then 360.00 * 90% = 324.00 a month.
    When Acme is granted 10% off "Platform seat" from 1 June 2026
    Then Acme is credited:
      | date        | for           | from        | to           | net   | tax  |
      | 1 June 2026 | Platform seat | 1 June 2026 | 30 June 2026 | 36.00 | 3.60 |
    And nothing else is credited
    And the revenue schedule of Acme is:
      | month          | amount |
      | April 2026     | 360.00 |
      | May 2026       | 360.00 |
      | June 2026      | 324.00 |
      | July 2026      | 324.00 |
      | August 2026    | 324.00 |
      | September 2026 | 324.00 |
      | October 2026   | 324.00 |
      | November 2026  | 324.00 |
      | December 2026  | 324.00 |
      | January 2027   | 324.00 |
      | February 2027  | 324.00 |
      | March 2027     | 324.00 |

  Scenario: A longer term at another price, agreed ahead
    # 40 * 9.00 = 360.00 in March 2027, 40 * 9.50 = 380.00 from April to June.
    When Acme signs on 20 April 2026 to extend the contract to 30 June 2027 at 9.50 USD per month for "Platform seat" from 1 April 2027
    And time passes to 31 July 2027
    Then Acme is invoiced:
      | date         | net    | tax   |
      | 1 March 2027 | 360.00 | 36.00 |
      | 1 April 2027 | 380.00 | 38.00 |
      | 1 June 2027  | 380.00 | 38.00 |
    And Acme is invoiced nothing since 2 June 2027
    And finance closes July 2027 without a difference
