@charging @usage @wave-2 @req:Q2C-207
Feature: The day of a use, where clocks differ
  A meter knows a moment; which day it belongs to depends on where one looks. The company's convention says whose calendar
  counts, and clock changes are those of that place.

  Background:
    Given the company "Contoso Europe"
    And these products are sold:
      | product | charged            | price          |
      | Minutes | per unit, by usage | 0.10 EUR each  |
    And the time zone of the company is "Europe/Berlin"
    And the time zone of Oscorp is "America/New_York"

  # Berlin is an hour ahead of UTC until 29 March, 01:00 UTC, and two hours from then on. New York is five, then four behind.
  Scenario Outline: <moment> is <day> <place>
    Given these conventions:
      | question  | answer  |
      | time zone | <place> |
    And Oscorp signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Minutes |
    And today is 2 April 2026
    When Oscorp uses:
      | moment   | product | quantity | id  |
      | <moment> | Minutes | 100      | m-1 |
    Then the usage of Oscorp is:
      | date  | product | quantity | id  |
      | <day> | Minutes | 100      | m-1 |

    Examples:
      | moment                             | place               | day           |
      | 2026-03-28T22:59Z                  | of the legal entity | 28 March 2026 |
      | 2026-03-28T23:00Z                  | of the legal entity | 29 March 2026 |
      | 2026-03-29T21:59Z                  | of the legal entity | 29 March 2026 |
      | 2026-03-29T22:00Z                  | of the legal entity | 30 March 2026 |
      | 2026-03-31 18:30 America/New_York  | of the legal entity | 1 April 2026  |
      | 2026-03-31 18:30 America/New_York  | of the customer     | 31 March 2026 |
      | 2026-04-01 00:30                   | of the customer     | 1 April 2026  |
      | 2026-04-01 00:30+02:00             | of the customer     | 31 March 2026 |

  Scenario Outline: <moment> is no moment
    Given Oscorp signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Minutes |
    When Oscorp uses:
      | moment   | product | quantity |
      | <moment> | Minutes | 100      |
    Then it is refused because "<reason>"
    And the usage of Oscorp is:
      | date | product | quantity |

    Examples:
      | moment                        | reason                                             |
      | yesterday                     | 'yesterday' is no moment; write it like 2026-03-29 |
      | 2026-02-30 10:00              | is no moment                                       |
      | 2026-03-01 10:00 Europe/Bern  | there is no time zone 'Europe/Bern'                |
