@charging @currencies @wave-2 @req:Q2C-040
Feature: Currencies without, with two and with three decimals
  A price times a quantity is exact; it becomes money once, in the smallest unit of its currency: a whole yen or won, a cent, a
  thousandth of a dinar. Proration and tax round to the same unit.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 7 seats for half of April (15 of 30 days), tax 10% of the rounded line.
  # JPY 7 * 1,250 * 15/30 = 4,375; KRW 7 * 12,345 * 15/30 = 43,207.5; USD 7 * 9.99 * 15/30 = 34.965; KWD 7 * 3.333 * 15/30 = 11.6655.
  Scenario Outline: Seven seats for half a month at <price>
    Given "Globex" signed on 16 April 2026 for 1 month, billed monthly in advance by the calendar, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 7        | <price>         |
    When time passes to 1 May 2026
    Then Globex is invoiced:
      | date          | from          | to            | quantity | net   | tax   | total   |
      | 16 April 2026 | 16 April 2026 | 30 April 2026 | 7        | <net> | <tax> | <total> |
      | 1 May 2026    | 1 May 2026    | 15 May 2026   | 7        | *     | *     | *       |
    And nothing else is invoiced
    And finance closes April 2026 without a difference

    Examples:
      | price      | net        | tax       | total      |
      | 1,250 JPY  | 4,375 JPY  | 438 JPY   | 4,813 JPY  |
      | 12,345 KRW | 43,208 KRW | 4,321 KRW | 47,529 KRW |
      | 9.99 USD   | 34.97 USD  | 3.50 USD  | 38.47 USD  |
      | 3.333 KWD  | 11.666 KWD | 1.167 KWD | 12.833 KWD |
      | 0.555 BHD  | 1.943 BHD  | 0.194 BHD | 2.137 BHD  |

  # 43,207.5 is exactly half a won: half even takes the even neighbor, 43,208; 0.555 * 7 * 15/30 = 1.9425 takes 1.942.
  Scenario Outline: Half a unit under half even, at <price>
    Given these conventions:
      | question | answer    |
      | rounding | half even |
    And "Globex" signed on 16 April 2026 for 1 month, billed monthly in advance by the calendar, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 7        | <price>         |
    Then Globex is invoiced:
      | date          | quantity | net   |
      | 16 April 2026 | 7        | <net> |
    And nothing else is invoiced

    Examples:
      | price      | net        |
      | 12,345 KRW | 43,208 KRW |
      | 0.555 BHD  | 1.942 BHD  |

  # Signed on 10 May for 16 April: 3 more for 15 of 30 days. JPY 3 * 1,250 * 15/30 = 1,875 and 3,750 for May; KWD 3 * 3.333 * 15/30 =
  # 4.9995, so 5.000, and 9.999.
  Scenario Outline: Three seats more from a day gone by, at <price>
    Given "Globex" signed on 1 April 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 7        | <price>         |
    When Globex signs on 10 May 2026 to add 3 "Platform seat" from 16 April 2026
    And time passes to 31 May 2026
    Then Globex is invoiced:
      | date        | from          | to            | quantity | net     |
      | 10 May 2026 | 16 April 2026 | 30 April 2026 | 3        | <april> |
      | 10 May 2026 | 1 May 2026    | 31 May 2026   | 3        | <may>   |
    And nothing else is invoiced since 2 May 2026
    And nothing else is credited
    And finance closes May 2026 without a difference

    Examples:
      | price     | april     | may       |
      | 1,250 JPY | 1,875 JPY | 3,750 JPY |
      | 3.333 KWD | 5.000 KWD | 9.999 KWD |

  Scenario: Credit in another currency than what is owed
    Given "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 7        | 3.333 KWD       |
    When finance credits Globex 1.00 USD on the account
    Then it is refused because "0.00 USD without tax is left"
    And nothing else is credited
