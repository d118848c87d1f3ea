@documents @tax @conventions @req:Q2C-264
Feature: Invoice totals that can be paid
  Where no coin is smaller than five centimes, or no payment is made of less than a krona, the total of an invoice is rounded to
  what can be paid (EN 16931, BT-114 and BT-115). What rounding adds or leaves out is no charge, bears no tax and is no revenue:
  it stands on the invoice by itself, and in the books on an account of its own.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  # 33.33 and 10% = 3.33: 36.66, which is nearer to 36.65 than to 36.70.
  Scenario: The rounding stands on the invoice and on an account of its own
    Given invoice totals are rounded to 0.05 USD
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 33.33           |
    When time passes to 31 March 2026
    Then Pied Piper is invoiced:
      | date         | net   | tax  | total |
      | 1 March 2026 | 33.33 | 3.33 | 36.66 |
    And Pied Piper sees on the March invoice:
      | what     | reads     |
      | net      | 33.33 USD |
      | tax      | 3.33 USD  |
      | rounding | -0.01 USD |
      | total    | 36.65 USD |
    And Pied Piper owes 36.65 USD
    And the journal of March 2026 is:
      | date          | source        | account              | debit | credit |
      | 1 March 2026  | March invoice | Receivables          | 36.65 |        |
      | 1 March 2026  | March invoice | Contract liability   |       | 33.33  |
      | 1 March 2026  | March invoice | Sales tax payable    |       | 3.33   |
      | 1 March 2026  | March invoice | Rounding differences | 0.01  |        |
      | 31 March 2026 | revenue       | Contract liability   | 33.33 |        |
      | 31 March 2026 | revenue       | Revenue              |       | 33.33  |
    And finance closes March 2026 without a difference

  # Swiss cash rounding: the coins are of five centimes; the Swedish, Norwegian and Danish ones of one krona or half of one. 0.10 is
  # New Zealand's. Yen to tens, and dinars (of three decimals) to a twentieth: the same question in other decimals.
  Scenario Outline: <price> to <step>
    Given invoice totals are rounded to <step>
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <price>         |
    Then Pied Piper sees on the March invoice:
      | what     | reads      |
      | net      | <price>    |
      | rounding | <rounding> |
      | total    | <total>    |
    And Pied Piper owes <total>

    Examples:
      | price     | step      | rounding   | total     |
      | 19.97 CHF | 0.05 CHF  | -0.02 CHF  | 19.95 CHF |
      | 19.98 CHF | 0.05 CHF  | 0.02 CHF   | 20.00 CHF |
      | 20.00 CHF | 0.05 CHF  | -          | 20.00 CHF |
      | 99.49 SEK | 1.00 SEK  | -0.49 SEK  | 99.00 SEK |
      | 99.50 SEK | 1.00 SEK  | 0.50 SEK   | 100.00 SEK |
      | 12.25 DKK | 0.50 DKK  | 0.25 DKK   | 12.50 DKK |
      | 7.35 NZD  | 0.10 NZD  | 0.05 NZD   | 7.40 NZD  |
      | 1,234 JPY | 10 JPY    | -4 JPY     | 1,230 JPY |
      | 3.703 KWD | 0.050 KWD | -0.003 KWD | 3.700 KWD |
      # What is less than half a step is asked of nobody.
      | 0.40 NOK  | 1.00 NOK  | -0.40 NOK  | 0.00 NOK  |
      # Another currency's step changes nothing.
      | 19.97 EUR | 0.05 CHF  | -          | 19.97 EUR |

  Scenario Outline: Half a step and parts of one, rounded <mode>
    Given invoice totals are rounded to 0.10 USD
    And these conventions:
      | question                   | answer |
      | rounding of invoice totals | <mode> |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <price>         |
    Then Pied Piper owes <total> USD
    And finance closes March 2026 without a difference

    Examples:
      | price | mode      | total |
      | 10.25 | half up   | 10.30 |
      | 10.25 | half even | 10.20 |
      | 10.25 | half down | 10.20 |
      | 10.21 | up        | 10.30 |
      | 10.29 | down      | 10.20 |

  # 10 at 9.998 = 99.98 and 10% = 10.00: 109.98, rounded to 110.00. All of it goes back, the rounding too.
  Scenario: A credit of the whole invoice leaves nothing
    Given invoice totals are rounded to 0.05 USD
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 9.998           |
    When time passes to 10 March 2026
    And finance credits Pied Piper 99.98 USD on the March invoice
    Then Pied Piper sees on the last credit memo:
      | what     | reads                        |
      | net      | 99.98 USD                    |
      | tax      | 10.00 USD                    |
      | rounding | 0.02 USD                     |
      | total    | 110.00 USD                   |
      | set off  | 110.00 USD against NW-000001 |
    And Pied Piper owes 0.00 USD
    When time passes to 31 March 2026
    Then the ledger shows on 31 March 2026:
      | account              | debit |
      | Rounding differences | 0.00  |
    And finance closes March 2026 without a difference

  # An invoice of 100.00 credited in three parts, 33.33, 33.33 and the 33.34 that are left. Each by itself: 33.35, 33.35, and what is
  # left of 100.00: 33.30. By what is left: 66.67 stay and are rounded to 66.65, so 33.35 go; 33.34 stay, 33.35, so 33.30 go.
  Scenario Outline: Parts of an invoice go back, <convention>
    Given invoice totals are rounded to 0.05 USD
    And these conventions:
      | question                  | answer       |
      | rounding of credit totals | <convention> |
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 60, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00           |
    When time passes to 10 March 2026
    And finance credits Pied Piper 33.33 USD on the March invoice
    Then Pied Piper owes <after one> USD
    When finance credits Pied Piper 33.33 USD on the March invoice
    Then Pied Piper owes <after two> USD
    When finance credits Pied Piper 33.34 USD on the March invoice
    Then Pied Piper owes 0.00 USD
    When time passes to 31 March 2026
    Then the ledger shows on 31 March 2026:
      | account              | debit |
      | Rounding differences | 0.00  |
    And finance closes March 2026 without a difference

    Examples:
      | convention              | after one | after two |
      | each memo by itself     | 66.65     | 33.30     |
      | what is left is rounded | 66.65     | 33.35     |

  # Ten seats are 100.00; five leave after 15 of 31 days: 50.00 * 16/31 = 25.81, given as 25.80. The memo is of a paid invoice, and
  # what is held for the customer can be paid out.
  Scenario: A credit of a paid invoice is held as it can be paid
    Given invoice totals are rounded to 0.05 USD
    And Pied Piper pays every invoice when it is due
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 10, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00           |
    When Pied Piper removes 5 "Platform seat" from 16 March 2026
    Then Pied Piper is credited:
      | date          | net   | total |
      | 16 March 2026 | 25.81 | 25.81 |
    And Pied Piper sees on the last credit memo:
      | what     | reads     |
      | rounding | -0.01 USD |
      | total    | 25.80 USD |
      | credit   | 25.80 USD |
    When time passes to 31 March 2026
    Then the ledger shows on 31 March 2026:
      | account              | credit |
      | Rounding differences | 0.01   |
    And finance closes March 2026 without a difference

  # 33.33: 33.35 asked for. Voided, and billed anew: 33.35 back, 33.35 asked again.
  Scenario: Void and rebill
    Given invoice totals are rounded to 0.05 USD
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | 33.33           |
    When time passes to 10 March 2026
    And finance voids the March invoice of Pied Piper and bills it anew
    Then Pied Piper sees on the last credit memo:
      | what     | reads     |
      | rounding | 0.02 USD  |
      | total    | 33.35 USD |
    And Pied Piper sees on the last invoice:
      | what     | reads     |
      | rounding | 0.02 USD  |
      | total    | 33.35 USD |
    And Pied Piper owes 33.35 USD
    And finance closes March 2026 without a difference
