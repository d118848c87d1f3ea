@charging @installments @conventions @req:Q2C-220
Feature: A price billed in parts
  A year's price that is billed by the month is cut into parts. Each can be rounded by itself, and then they do not add up to the
  price; or the first parts take the cents that are left over; or the last or the first part takes the whole rest.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these products are sold:
      | product  | charged | price               |
      | Hundred  | flat    | 100.00 USD per year |
      | Thousand | flat    | 1,000.00 USD per year |

  # 100.00 / 12 = 8.3333. By itself 12 * 8.33 = 99.96; 4 cents are left over. 8.33 + 4 cents = 8.37.
  Scenario Outline: 100.00 a year in twelve parts: <parts>
    Given these conventions:
      | question              | answer  |
      | price billed in parts | <parts> |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product |
      | Hundred |
    When time passes to 31 December 2026
    Then Globex is invoiced:
      | date             | net     |
      | 1 January 2026   | <first> |
      | 1 February 2026  | <next>  |
      | 1 March 2026     | <next>  |
      | 1 April 2026     | <next>  |
      | 1 May 2026       | 8.33    |
      | 1 June 2026      | 8.33    |
      | 1 July 2026      | 8.33    |
      | 1 August 2026    | 8.33    |
      | 1 September 2026 | 8.33    |
      | 1 October 2026   | 8.33    |
      | 1 November 2026  | 8.33    |
      | 1 December 2026  | <last>  |
    And nothing else is invoiced
    And Globex owes <in all> USD
    And finance closes December 2026 without a difference
    And the ledger shows on 31 December 2026:
      | account            | credit   |
      | Revenue            | <in all> |
      | Contract liability |          |

    Examples:
      | parts              | first | next | last | in all |
      | each by itself     | 8.33  | 8.33 | 8.33 | 99.96  |
      | largest remainder  | 8.34  | 8.34 | 8.33 | 100.00 |
      | last part absorbs  | 8.33  | 8.33 | 8.37 | 100.00 |
      | first part absorbs | 8.37  | 8.33 | 8.33 | 100.00 |

  # The parts of a second year begin anew.
  Scenario: Two years in quarters
    # 1,000.01 / 4 = 250.0025: three of 250.00, and 250.01.
    Given these conventions:
      | question              | answer            |
      | price billed in parts | last part absorbs |
    And "Globex" signed on 15 January 2026 for 2 years, billed quarterly in arrears, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,000.01       |
    When time passes to 15 January 2028
    Then Globex is invoiced:
      | date            | net    |
      | 15 April 2026   | 250.00 |
      | 15 July 2026    | 250.00 |
      | 15 October 2026 | 250.00 |
      | 15 January 2027 | 250.01 |
      | 15 April 2027   | 250.00 |
      | 15 July 2027    | 250.00 |
      | 15 October 2027 | 250.00 |
      | 15 January 2028 | 250.01 |
    And nothing else is invoiced

  # Cancelled from 16 March, 16 of March's 31 days go back: of a part of 8.34.
  Scenario: What goes back is a share of the part that was billed
    Given these conventions:
      | question              | answer            |
      | price billed in parts | largest remainder |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product |
      | Hundred |
    When Globex cancels on 16 March 2026
    Then Globex is credited:
      | date          | net          |
      | 16 March 2026 | 8.34 * 16/31 |
    And nothing else is credited
    And Globex is invoiced nothing since 2 March 2026
    And finance closes March 2026 without a difference

  Scenario: Another unit from April on
    Given these conventions:
      | question              | answer            |
      | price billed in parts | last part absorbs |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 100.00         |
    When Globex signs on 15 March 2026 to add 1 "Annual license" from 1 April 2026
    And time passes to 1 May 2026
    # Two licenses: 200.00 / 12 = 16.6667, so 16.67.
    Then Globex is invoiced:
      | date            | quantity | net   |
      | 1 January 2026  | 1        | 8.33  |
      | 1 February 2026 | 1        | 8.33  |
      | 1 March 2026    | 1        | 8.33  |
      | 1 April 2026    | 2        | 16.67 |
      | 1 May 2026      | 2        | 16.67 |
    And nothing else is invoiced

  Scenario: A price for a time that is no whole number of billing periods stays as it is
    # 1,000.00 a year billed every 5 months: 416.67.
    Given these conventions:
      | question              | answer            |
      | price billed in parts | last part absorbs |
    And "Globex" signed on 1 January 2026 for 10 months, billed every 5 months in advance, net 30, no tax:
      | product  |
      | Thousand |
    When time passes to 1 June 2026
    Then Globex is invoiced:
      | date           | net    |
      | 1 January 2026 | 416.67 |
      | 1 June 2026    | 416.67 |
    And nothing else is invoiced

  # 1,000.00 a year in twelve parts of 83.33, the first four 83.34. From 1 March 1,200.00: 100.00 a month, said on 10 April.
  Scenario: Another price from a day gone by
    Given these conventions:
      | question                | answer                   |
      | price billed in parts   | largest remainder        |
      | billing of an amendment | one net difference       |
    And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product  |
      | Thousand |
    When Globex signs on 10 April 2026 to pay 1,200.00 USD per year for "Thousand" from 1 March 2026
    And time passes to 31 May 2026
    Then Globex is invoiced:
      | date          | from         | to            | net            |
      | 1 April 2026  | 1 April 2026 | 30 April 2026 | 83.34          |
      | 10 April 2026 | 1 March 2026 | 31 March 2026 | 100.00 - 83.34 |
      | 10 April 2026 | 1 April 2026 | 30 April 2026 | 100.00 - 83.34 |
      | 1 May 2026    | 1 May 2026   | 31 May 2026   | 100.00         |
    And nothing else is invoiced since 2 March 2026
    And nothing else is credited
    And the revenue of May 2026 is 100.00 USD
    And finance closes April 2026 without a difference
    And finance closes May 2026 without a difference
