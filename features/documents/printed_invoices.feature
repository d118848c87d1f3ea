@documents @printed-invoices @req:Q2C-082
Feature: The invoice as the customer sees it
  An invoice that cannot be understood is not paid. What stands on the paper is promised like any other figure: who sells,
  who buys, what for, when to pay, what may be deducted, which tax is on what, and why none is charged where none is.

  Background:
    Given the company "Northwind SaaS"
    And these addresses and tax numbers:
      | of                     | address                               | tax number |
      | Northwind Software Inc | 200 Harbor Street, Boston, MA 02110   | 04-5550101 |
      | Globex                 | 1 Cypress Creek Road, Springfield, OR | 93-5550199 |

  Scenario: Parties, terms, the discount for paying early, lines and taxes
    # 10 at 10.00 = 100.00; tax 10% = 10.00; 2% of 110.00 = 2.20 within 10 days of 1 March.
    Given 2% may be deducted from invoices paid within 10 days
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then Globex sees on the March invoice:
      | what              | reads                                         |
      | document          | invoice                                       |
      | number            | NW-000001                                     |
      | date              | 1 March 2026                                  |
      | seller            | Northwind Software Inc                        |
      | seller address    | 200 Harbor Street, Boston, MA 02110           |
      | seller tax number | 04-5550101                                    |
      | buyer             | Globex                                        |
      | buyer address     | 1 Cypress Creek Road, Springfield, OR         |
      | buyer tax number  | 93-5550199                                    |
      | contract          | C-1                                           |
      | terms             | net 30                                        |
      | pay by            | 31 March 2026                                 |
      | early payment     | 2% (2.20 USD) off if paid by 11 March 2026    |
      | currency          | USD                                           |
      | net               | 100.00 USD                                    |
      | tax               | 10.00 USD                                     |
      | total             | 110.00 USD                                    |
      | note              | -                                             |
      | invoice           | -                                             |
      | credit            | -                                             |
    And Globex sees these lines on the March invoice:
      | description   | from         | to            | quantity | unit price      | discount | net    | tax rate | tax   | total  |
      | Platform seat | 1 March 2026 | 31 March 2026 | 10       | 10.00 per month | -        | 100.00 | 10%      | 10.00 | 110.00 |
    And Globex sees these taxes on the March invoice:
      | tax     | rate | on     | amount | treatment |
      | tax 10% | 10%  | 100.00 | 10.00  | taxed     |

  Scenario: A customer's own early-payment terms replace the general ones, on the net amount where that is the convention
    # 3% of 100.00 = 3.00 and 1% = 1.00, though 110.00 are asked for.
    Given these conventions:
      | question               | answer                        |
      | early-payment discount | of the net amount, tax stays |
    And 2% may be deducted from invoices paid within 10 days
    And Globex may deduct 3% from invoices paid within 5 days
    And Globex may deduct 1% from invoices paid within 20 days
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then Globex sees on the March invoice:
      | what          | reads                                                                                  |
      | early payment | 3% (3.00 USD) off if paid by 6 March 2026; 1% (1.00 USD) off if paid by 21 March 2026 |

  Scenario: A credit memo names the invoice it credits and says what becomes of the money
    # 30.00 and 3.00 of tax; 33.00 come off what is open.
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 10 March 2026
    And finance credits Globex 30.00 USD on the March invoice
    Then Globex sees on the last credit memo:
      | what     | reads                       |
      | document | credit memo                 |
      | number   | NW-CM-000001                |
      | date     | 10 March 2026               |
      | invoice  | NW-000001                   |
      | reason   | goodwill                    |
      | pay by   | -                           |
      | terms    | -                           |
      | total    | 33.00 USD                   |
      | set off  | 33.00 USD against NW-000001 |
      | credit   | -                           |
    And Globex sees these lines on credit memo NW-CM-000001:
      | description   | net   | tax  | invoice   |
      | Platform seat | 30.00 | 3.00 | NW-000001 |
    And Globex sees on the March invoice:
      | what  | reads      |
      | total | 110.00 USD |

  Scenario: A paid invoice is credited to the account
    Given Globex pays every invoice when it is due
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 10, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 20 March 2026
    And finance credits Globex 30.00 USD on the March invoice
    Then Globex sees on the last credit memo:
      | what    | reads     |
      | set off | -         |
      | credit  | 33.00 USD |

  Scenario: Several rates and codes on one paper, with discounts and steps
    # Seats 5 * 12.00 less 10% = 54.00, reduced 5% = 2.70; API calls 1,500: 1,000 * 0.02 + 500 * 0.01 = 25.00 at 8% = 2.00.
    Given these tax codes:
      | tax code | rate |
      | books    | 5%   |
      | digital  | 8%   |
    And these products are sold:
      | product | charged          | tax            | price               |
      | Reader  | per unit         | code "books"   | 12.00 USD per month |
      | Calls   | tiered, by usage | code "digital" |                     |
    And the tiers of "Calls":
      | from | to    | price per unit |
      | 0    | 1,000 | 0.02           |
      | 1001 |       | 0.01           |
    And Globex is to pay on receipt
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in arrears, net 30, tax 10%:
      | product | quantity | discount |
      | Reader  | 5        | 10%      |
      | Calls   |          |          |
    When Globex uses 1500 "Calls" on 5 March 2026
    And time passes to 1 April 2026
    Then Globex sees on the last invoice:
      | what   | reads        |
      | terms  | on receipt   |
      | pay by | 1 April 2026 |
      | net    | 79.00 USD    |
      | tax    | 4.70 USD     |
      | total  | 83.70 USD    |
    And Globex sees these lines on the last invoice:
      | description | quantity | unit price      | discount | net   | tax code | tax rate | tax  |
      | Reader      | 5        | 12.00 per month | 10%      | 54.00 | books    | 5%       | 2.70 |
      | Calls       | 1500     | tiered          | -        | 25.00 | digital  | 8%       | 2.00 |
    And Globex sees these taxes on the last invoice:
      | tax     | rate | on    | amount |
      | books   | 5%   | 54.00 | 2.70   |
      | digital | 8%   | 25.00 | 2.00   |

  Scenario: Reverse charge is written on the invoice, in the company's words if it has some
    Given Globex accounts for the tax under the reverse charge
    And Initech is exempt from tax
    And these notes stand on invoices:
      | for            | note                                                                            |
      | reverse charge | VAT reverse charge, Article 196 of Council Directive 2006/112/EC. |
    And "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And "Initech" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.00 USD       |
    Then Globex sees on the March invoice:
      | what  | reads                                                             |
      | note  | VAT reverse charge, Article 196 of Council Directive 2006/112/EC. |
      | tax   | 0.00 USD                                                          |
      | total | 100.00 USD                                                        |
    And Globex sees these taxes on the March invoice:
      | tax     | rate | on     | amount | treatment      |
      | tax 10% | 0%   | 100.00 | 0.00   | reverse charge |
    And Initech sees on the March invoice:
      | what | reads            |
      | note | Exempt from tax. |

  Scenario Outline: <currency> has its own decimals on the paper
    Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 5%:
      | product       | quantity | price per month    |
      | Platform seat | 3        | <price> <currency> |
    Then Globex sees on the March invoice:
      | what  | reads              |
      | net   | <net> <currency>   |
      | tax   | <tax> <currency>   |
      | total | <total> <currency> |
    And Globex sees these lines on the March invoice:
      | description   | unit price        | net              |
      | Platform seat | <price> per month | <net> <currency> |

    # 3 * 1,250 = 3,750 and 5% = 187.5, up to 188; 3 * 1.2345 = 3.7035, up to 3.704, and 5% = 0.1852.
    Examples:
      | currency | price  | net   | tax   | total |
      | JPY      | 1,250  | 3,750 | 188   | 3,938 |
      | KWD      | 1.2345 | 3.704 | 0.185 | 3.889 |

  Scenario: An issued invoice reads as it did, whatever changes later
    # The rate falls on 1 April; the March invoice keeps 10%.
    Given the tax code "city" is 10%
    And the tax code "city" is 8% from 1 April 2026
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax code "city":
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When time passes to 10 March 2026
    And finance credits Globex 30.00 USD on the March invoice
    And time passes to 1 April 2026
    Then Globex sees these lines on the March invoice:
      | description   | unit price      | tax rate | total  |
      | Platform seat | 10.00 per month | 10%      | 110.00 |
    And Globex sees these lines on the April invoice:
      | description   | unit price      | tax rate | total  |
      | Platform seat | 10.00 per month | 8%       | 108.00 |
    And Globex sees these lines on the last credit memo:
      | description   | net   | tax rate | total |
      | Platform seat | 30.00 | 10%      | 33.00 |
