@tax @tax-point @closed-periods @wave-3 @req:Q2C-344
Feature: A tax return counts by tax dates, the ledger by accounting periods
  Which return a tax belongs to follows tax law: the day of the invoice, or the first or last day of the service. In which month it is
  posted follows the books: what comes late stands in the first open month. Both are right, and each return must be explained by
  what the ledger posted, what of that belongs to other returns, and what was posted elsewhere.

  Background:
    # 20 * 15.00 = 300.00 a month and 10% of tax: 30.00.
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And the tax code "city tax" is 10%

  Scenario Outline: March billed in arrears on 1 April, by <tax point>
    Given these conventions:
      | question  | answer      |
      | tax point | <tax point> |
    And "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in arrears, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 30 April 2026
    Then the tax return from 1 January 2026 to 31 March 2026 meets the ledger:
      | tax      | due   | posted | of other returns | posted elsewhere |
      | city tax | <due> | 0.00   | 0.00             | <due>            |
    And the tax return from 1 April 2026 to 30 April 2026 meets the ledger:
      | tax      | due     | posted | of other returns | posted elsewhere |
      | city tax | <april> | 30.00  | <due>            | <april elsewhere> |
    And the ledger shows on 30 April 2026:
      | account           | debit | credit |
      | Sales tax payable |       | 30.00  |
    And finance closes March 2026 without a difference
    And finance closes April 2026 without a difference

    Examples:
      | tax point            | due   | april | april elsewhere |
      | service period start | 30.00 | 0.00  | 0.00            |
      | service period end   | 30.00 | 0.00  | 0.00            |

  Scenario: By the day of the invoice nothing is elsewhere
    Given "Pied Piper" signed on 1 March 2026 for 2 months, billed monthly in arrears, net 30, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 30 April 2026
    Then the tax return from 1 April 2026 to 30 April 2026 is:
      | tax      | rate | taxable | due   |
      | city tax | 10%  | 300.00  | 30.00 |
    And the tax return from 1 April 2026 to 30 April 2026 meets the ledger:
      | tax      | due   | posted | of other returns | posted elsewhere |
      | city tax | 30.00 | 30.00  | 0.00             | 0.00             |

  Scenario: An invoice that the ledger hears of after the close is in the return of its own month
    # The March invoice reaches the ledger on 3 April, when March is closed: its tax is due for March and posted in April.
    Given the integration delays the event "invoice posted" by 33 days
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 60, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 31 March 2026
    And finance closes March 2026 on 1 April 2026
    And time passes to 30 April 2026
    Then the tax return from 1 March 2026 to 31 March 2026 meets the ledger:
      | tax      | due   | posted | of other returns | posted elsewhere |
      | city tax | 30.00 | 0.00   | 0.00             | 30.00            |
    And the tax return from 1 April 2026 to 30 April 2026 meets the ledger:
      | tax      | due  | posted | of other returns | posted elsewhere |
      | city tax | 0.00 | 30.00  | 30.00            | 0.00             |
    And the tax return from 1 March 2026 to 30 April 2026 meets the ledger:
      | tax      | due   | posted | of other returns | posted elsewhere |
      | city tax | 30.00 | 30.00  | 0.00             | 0.00             |
    And the journal of April 2026 is:
      | date         | event        | recorded     | belongs to | source        | account             | debit  | credit |
      | 1 April 2026 | 1 March 2026 | 3 April 2026 | March 2026 | March invoice | Receivables         | 330.00 |        |
      | 1 April 2026 | 1 March 2026 | 3 April 2026 | March 2026 | March invoice | Unbilled receivable |        | 300.00 |
      | 1 April 2026 | 1 March 2026 | 3 April 2026 | March 2026 | March invoice | Sales tax payable   |        | 30.00  |
    And finance closes April 2026 without a difference

  Scenario: A credit is in the return of its own day, at the rate of what it credits
    # 30.00 in March; on 10 April 100.00 of it are given back with 10.00 of tax, though the rate is 12% by then.
    Given the tax code "city tax" is 12% from 1 April 2026
    And "Pied Piper" signed on 1 March 2026 for 1 month, billed monthly in advance, net 60, tax code "city tax":
      | product       | quantity | price per month |
      | Platform seat | 20       | 15.00 USD       |
    When time passes to 10 April 2026
    And finance credits Pied Piper 100.00 USD on the March invoice
    And time passes to 30 April 2026
    Then the tax return from 1 March 2026 to 31 March 2026 is:
      | tax      | rate | taxable | due   |
      | city tax | 10%  | 300.00  | 30.00 |
    And the tax return from 1 April 2026 to 30 April 2026 is:
      | tax      | rate | taxable | due    |
      | city tax | 10%  | -100.00 | -10.00 |
    And the tax return from 1 March 2026 to 30 April 2026 meets the ledger:
      | tax      | due   | posted | of other returns | posted elsewhere |
      | city tax | 20.00 | 20.00  | 0.00             | 0.00             |
    And finance closes April 2026 without a difference
