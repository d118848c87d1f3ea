@documents @debit-memos @req:Q2C-084
Feature: Debit memos
  An issued invoice is never changed. What it charged too little, or left out, is asked for by a debit memo that names it:
  with its own number, date, tax and day to pay, and with everything that can happen to an invoice.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario: More is charged for the days of the invoice
    # 30.00 and 10% tax for March, charged on 20 March, net 30: due on 19 April.
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 20 March 2026
    And finance charges Globex 30.00 USD more on the March invoice for "Premium storage"
    Then Globex is invoiced:
      | date          | for             | from         | to            | net    | tax   | total  | due           | invoice       |
      | 1 March 2026  | Platform seat   | 1 March 2026 | 31 March 2026 | 100.00 | 10.00 | 110.00 | 31 March 2026 | March invoice |
      | 20 March 2026 | Premium storage | 1 March 2026 | 31 March 2026 | 30.00  | 3.00  | 33.00  | 19 April 2026 | debit memo    |
    And Globex sees on the debit memo:
      | what     | reads         |
      | document | debit memo    |
      | number   | NW-DM-000001  |
      | invoice  | NW-000001     |
      | date     | 20 March 2026 |
      | pay by   | 19 April 2026 |
      | total    | 33.00 USD     |
    And Globex sees on the March invoice:
      | what  | reads      |
      | total | 110.00 USD |
    When time passes to 31 March 2026
    Then Globex has these open invoices:
      | invoice       | due           | total  | open   |
      | March invoice | 31 March 2026 | 110.00 | 110.00 |
      | debit memo    | 19 April 2026 | 33.00  | 33.00  |
    And the journal of March 2026 is:
      | date          | source        | account            | debit  | credit |
      | 1 March 2026  | March invoice | Receivables        | 110.00 |        |
      | 1 March 2026  | March invoice | Contract liability |        | 100.00 |
      | 1 March 2026  | March invoice | Sales tax payable  |        | 10.00  |
      | 20 March 2026 | debit memo    | Receivables        | 33.00  |        |
      | 20 March 2026 | debit memo    | Contract liability |        | 30.00  |
      | 20 March 2026 | debit memo    | Sales tax payable  |        | 3.00   |
      | 31 March 2026 | revenue       | Contract liability | 130.00 |        |
      | 31 March 2026 | revenue       | Revenue            |        | 130.00 |
    And nothing else is invoiced
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                 | amount |
      | Invoiced             | 143.00 |
      | Receivables, closing | 143.00 |
      | Revenue              | 130.00 |

  Scenario Outline: The rate has changed, and the tax is that <tax on a debit memo>
    Given these conventions:
      | question            | answer                |
      | tax on a debit memo | <tax on a debit memo> |
      | tax point           | invoice date          |
    And the tax code "city" is 10%
    And the tax code "city" is 8% from 10 March 2026
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax code "city":
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 20 March 2026
    And finance charges Globex 30.00 USD more on the March invoice for "Correction"
    Then Globex is invoiced:
      | date          | net    | tax rate | tax   |
      | 1 March 2026  | 100.00 | 10%      | 10.00 |
      | 20 March 2026 | 30.00  | <rate>   | <tax> |
    And nothing else is invoiced
    And finance closes March 2026 without a difference

    Examples:
      | tax on a debit memo       | rate | tax  |
      | of the invoice it adds to | 10%  | 3.00 |
      | of its own tax point      | 8%   | 2.40 |

  Scenario Outline: Numbers <numbers of debit memos>, without a gap
    Given these conventions:
      | question               | answer                   |
      | numbers of debit memos | <numbers of debit memos> |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 20 March 2026
    And finance charges Globex 30.00 USD more on the March invoice for "First"
    And finance charges Globex 5.00 USD more on the March invoice for "Second"
    And time passes to 1 April 2026
    Then Globex sees on the first debit memo:
      | what   | reads   |
      | number | <first> |
    And Globex sees on the last debit memo:
      | what   | reads    |
      | number | <second> |
    And Globex sees on the April invoice:
      | what   | reads   |
      | number | <april> |

    Examples:
      | numbers of debit memos | first        | second       | april     |
      | of their own           | NW-DM-000001 | NW-DM-000002 | NW-000002 |
      | of the invoices        | NW-000002    | NW-000003    | NW-000004 |

  Scenario: Several lines, each for its own days, line and tax
    # 12.00 at 5% = 0.60; 31.00 for 20 March to 19 April at 10% = 3.10, of which 12 of 31 days are March's: 12.00.
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | tax |
      | Platform seat | 10       | 10.00 USD       |     |
      | Streaming     | 10       | 4.00 USD        | 5%  |
    When time passes to 20 March 2026
    And finance charges Globex more on the March invoice:
      | for         | amount | from          | to            | line | tax |
      | More movies | 12.00  |               |               | 2    |     |
      | Hosting     | 31.00  | 20 March 2026 | 19 April 2026 |      | 10% |
    Then Globex sees these lines on the debit memo:
      | description | from          | to            | net   | tax rate | tax  |
      | More movies | 1 March 2026  | 31 March 2026 | 12.00 | 5%       | 0.60 |
      | Hosting     | 20 March 2026 | 19 April 2026 | 31.00 | 10%      | 3.10 |
    When time passes to 31 March 2026
    Then finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                        | amount |
      | Revenue                     | 164.00 |
      | Contract liability, closing | 19.00  |

  Scenario: Charged when the month is closed, it is revenue of the open one
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 31 March 2026
    And finance closes March 2026 without a difference
    And time passes to 10 April 2026
    And finance charges Globex 30.00 USD more on the March invoice for "Correction"
    And time passes to 30 April 2026
    Then finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 30.00  |

  Scenario: It is paid, credited, disputed and dunned like any invoice
    # 33.00; 11.00 credited with its tax, 12.00 paid, 10.00 in dispute and not dunned.
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And Globex transfers 110.00 USD on 10 March 2026 for the March invoice
    When time passes to 20 March 2026
    And finance charges Globex 30.00 USD more on the March invoice for "Correction"
    And finance credits Globex 10.00 USD on the debit memo
    And Globex transfers 12.00 USD on 25 March 2026 for the debit memo
    Then Globex has these open invoices:
      | invoice    | due           | total | open  |
      | debit memo | 19 April 2026 | 33.00 | 10.00 |
    When finance credits Globex 20.01 USD on the debit memo
    Then it is refused because "20.00 USD without tax is left"
    When time passes to 26 April 2026
    Then Globex was sent these letters:
      | date          | letter           | invoice    | open  |
      | 26 April 2026 | Payment reminder | debit memo | 10.00 |
    When Globex disputes 10.00 USD of the debit memo on 27 April 2026 because "not agreed"
    And time passes to 31 May 2026
    Then Globex was sent these letters:
      | date          | letter           | invoice    | open  |
      | 26 April 2026 | Payment reminder | debit memo | 10.00 |
    And finance closes May 2026 without a difference

  Scenario: What may not be charged
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | tax |
      | Platform seat | 10       | 10.00 USD       |     |
      | Streaming     | 10       | 4.00 USD        | 5%  |
    When finance charges Globex 0.00 USD more on the March invoice for "Nothing"
    Then it is refused because "above zero"
    When finance charges Globex 5.00 EUR more on the March invoice for "Euros"
    Then it is refused because "invoice NW-000001 in USD"
    When finance charges Globex 5.00 USD more on the March invoice for "Which tax"
    Then it is refused because "name a line of it, or a tax code"
    When finance charges Globex more on the March invoice:
      | for  | amount | line |
      | Line | 5.00   | 3    |
    Then it is refused because "has no line 3"
    When finance charges Globex more on the March invoice:
      | for  | amount | line |
      | Line | 5.00   | 1    |
    And finance charges Globex 5.00 USD more on the debit memo for "More of more"
    Then it is refused because "is a debit memo itself"
    When finance voids the March invoice of Globex
    And finance charges Globex 5.00 USD more on the March invoice for "Too late"
    Then it is refused because "has nothing left to add to"
    And Globex is invoiced:
      | for           | total  |
      | Platform seat | 110.00 |
      | Streaming     | 42.00  |
      | Line          | 5.50   |
    And nothing else is invoiced

  Scenario: The memo never reaches the ledger
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And the integration loses the event "invoice posted" of the debit memo
    When time passes to 20 March 2026
    And finance charges Globex 30.00 USD more on the March invoice for "Correction"
    And time passes to 31 March 2026
    Then finance cannot close March 2026, among other reasons because:
      | reconciliation        | billing | ledger | difference | explained by          |
      | Receivables of Globex | 143.00  | 110.00 | 33.00      | debit memo not posted |
