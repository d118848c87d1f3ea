@receivables @payments-and-refunds @conventions @wave-3 @req:Q2C-067
Feature: Early-payment discounts and payment differences as published
  The figures of tax authorities and of other systems' handbooks: whether the tax falls with the price, parts paid in and after the
  time, several terms at once, and differences that nobody asks about.

  Scenario Outline: <source>: <terms> within <days> days of <net> and <rate>
    # The customer pays so much in time, and the invoice is settled; the tax owed falls with the price or stays.
    Given the company "Northwind SaaS"
    And these conventions:
      | question               | answer                      |
      | revenue schedule       | service period of each line |
      | early-payment discount | <convention>                |
    And the tax code "VAT" is <rate>
    And <terms> may be deducted from invoices paid within <days> days
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "VAT":
      | product       | quantity | price per month |
      | Platform seat | 1        | <net> USD       |
    When Globex transfers <paid> USD on 5 January 2026
    And time passes to 31 January 2026
    Then Globex owes nothing
    And these deductions of Globex were taken:
      | date           | invoice         | kind     | amount     | tax   |
      | 5 January 2026 | January invoice | discount | <deducted> | <tax> |
    And the ledger shows on 31 January 2026:
      | account           | credit     |
      | Sales tax payable | <tax owed> |
    And finance closes January 2026 without a difference

    Examples: tax authorities
      | source                        | convention                  | net      | rate | terms | days | paid     | deducted | tax   | tax owed |
      # 100.00 and 20.00: 97.50 and 19.50 in time.
      | Brief 49 (2014), a supplier's | of the total, tax with it   | 100.00   | 20%  | 2.5%  | 19   | 117.00   | 3.00     | 0.50  | 19.50    |
      # Skonto of 3% on 1,190.00: 35.70, of which 35.70 * 19/119 = 5.70 is tax.
      | Germany, UStG 17(1)           | of the total, tax with it   | 1,000.00 | 19%  | 3%    | 14   | 1,154.30 | 35.70    | 5.70  | 184.30   |
      # 1,000.00 and 200.00: the tax falls to 180.00.
      | VAT on prompt payment, 2015   | of the total, tax with it   | 1,000.00 | 20%  | 10%   | 30   | 1,080.00 | 120.00   | 20.00 | 180.00   |

    Examples: Odoo, 2% within 7 days of 100.00 and 21%
      | source                       | convention                  | net    | rate | terms | days | paid   | deducted | tax  | tax owed |
      | tax reduced on early payment | of the total, tax with it   | 100.00 | 21%  | 2%    | 7    | 118.58 | 2.42     | 0.42 | 20.58    |
      | tax never reduced            | of the net amount, tax stays | 100.00 | 21% | 2%    | 7    | 119.00 | 2.00     | 0.00 | 21.00    |
      # 100.00 without tax: 98.00.
      | without tax                  | of the total, tax stays     | 100.00 | 0%   | 2%    | 7    | 98.00  | 2.00     | 0.00 | 0.00     |

  Rule: Dynamics 365 Finance, an invoice of 1,000.00

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: Parts within two terms
      # 2% within 5 days, 1% within 14. 294.00 in the first settle 300.00; 693.00 in the second settle the other 700.00.
      Given 2% may be deducted from invoices paid within 5 days
      And 1% may be deducted from invoices paid within 14 days
      And "Globex" signed on 25 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      When Globex transfers 294.00 USD on 28 June 2026
      Then Globex owes 700.00 USD
      When Globex transfers 693.00 USD on 8 July 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date         | invoice      | kind     | amount |
        | 28 June 2026 | June invoice | discount | 6.00   |
        | 8 July 2026  | June invoice | discount | 7.00   |
      When time passes to 31 July 2026
      Then finance closes July 2026 without a difference

    Scenario: A part in time, the rest too late
      # 1% within 14 days of 25 June: 297.00 on 2 July settle 300.00; on 11 July 700.00 are to be paid.
      Given 1% may be deducted from invoices paid within 14 days
      And "Globex" signed on 25 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      When Globex transfers 297.00 USD on 2 July 2026
      And Globex transfers 700.00 USD on 11 July 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date        | invoice      | kind     | amount |
        | 2 July 2026 | June invoice | discount | 3.00   |
      And finance closes June 2026 without a difference

    Scenario: One payment of three invoices under several terms
      # Of 15 May nothing may be deducted any more; Globex pays 1,000.00 + 990.00 + 990.00 on 29 June.
      Given 1% may be deducted from invoices paid within 14 days
      And "Globex" signed on 15 May 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      And "Globex" signed on 25 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product   | quantity | price per month |
        | Analytics | 1        | 1,000.00 USD    |
      And "Globex" signed on 25 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product | quantity | price per month |
        | Storage | 1        | 1,000.00 USD    |
      When Globex transfers 2,980.00 USD on 29 June 2026 with this remittance advice:
        | invoice           | amount   |
        | invoice NW-000001 | 1,000.00 |
        | invoice NW-000002 | 990.00   |
        | invoice NW-000003 | 990.00   |
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date         | kind     | amount |
        | 29 June 2026 | discount | 10.00  |
        | 29 June 2026 | discount | 10.00  |
      And finance closes May 2026 without a difference

    Scenario: A credit note is set off before
      # 1,000.00 less 200.00; 1% of 800.00: 792.00 settle it.
      Given 1% may be deducted from invoices paid within 14 days
      And "Globex" signed on 25 June 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      When finance credits Globex 200.00 USD on the June invoice
      And Globex transfers 792.00 USD on 1 July 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date        | invoice      | kind     | amount |
        | 1 July 2026 | June invoice | discount | 8.00   |
      And finance closes June 2026 without a difference

  Rule: Business Central, payment tolerance of 5.00 and 2% within 14 days of 1,000.00

    Scenario Outline: <paid> on <day>
      Given the company "Northwind SaaS"
      And these conventions:
        | question                              | answer                      |
        | revenue schedule                      | service period of each line |
        | early-payment discount on a part payment | only on payment in full  |
      And 2% may be deducted from invoices paid within 14 days
      And payments may be up to 5.00 USD short
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 1,000.00 USD    |
      When Globex transfers <paid> USD on <day> 2026
      And time passes to 31 January 2026
      Then Globex owes <open> USD
      And the ledger shows on 31 January 2026:
        | account           | debit        |
        | Small differences | <difference> |
      And Globex has unapplied cash of <unapplied> USD
      And finance closes January 2026 without a difference

      Examples:
        | paid     | day        | open  | difference | unapplied |
        # In time: 980.00 is all that is asked for, 985.00 deducts 15.00.
        | 980.00   | 15 January | 0.00  | 0.00       | 0.00      |
        | 985.00   | 15 January | 0.00  | 0.00       | 0.00      |
        | 1,000.00 | 15 January | 0.00  | 0.00       | 0.00      |
        # Too late: 5.00 short is tolerated, 5.01 is not; what is above stands unapplied.
        | 995.00   | 20 January | 0.00  | 5.00       | 0.00      |
        | 994.99   | 20 January | 5.01  | 0.00       | 0.00      |
        | 980.00   | 20 January | 20.00 | 0.00       | 0.00      |
        | 1,003.00 | 20 January | 0.00  | 0.00       | 3.00      |

  Rule: The invoice is taxed as if the discount were taken

    # Odoo, "always (upon invoice)", and Belgium: 100.00 and 21% of 98.00; 1,000.00 and 21% of 970.00.
    Scenario Outline: <terms> of <net>, paid on <day>
      Given the company "Northwind SaaS"
      And these conventions:
        | question               | answer                                |
        | revenue schedule       | service period of each line           |
        | early-payment discount | of the net amount, tax always reduced |
      And the tax code "VAT" is 21%
      And <terms> may be deducted from invoices paid within 7 days
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "VAT":
        | product       | quantity | price per month |
        | Platform seat | 1        | <net> USD       |
      Then Globex is invoiced:
        | date           | net   | tax   | total   |
        | 1 January 2026 | <net> | <tax> | <total> |
      When Globex transfers <paid> USD on <day> 2026
      And time passes to 31 January 2026
      Then Globex owes <open> USD
      And the ledger shows on 31 January 2026:
        | account           | debit      | credit |
        | Sales tax payable |            | <tax>  |
        | Concessions       | <deducted> |        |
      And finance closes January 2026 without a difference

      Examples:
        | terms | net      | tax                | total              | paid     | day        | open  | deducted |
        | 2%    | 100.00   | 98.00 * 21/100     | 120.58             | 118.58   | 8 January  | 0.00  | 2.00     |
        | 2%    | 100.00   | 98.00 * 21/100     | 120.58             | 118.58   | 9 January  | 2.00  | 0.00     |
        | 2%    | 100.00   | 98.00 * 21/100     | 120.58             | 120.58   | 31 January | 0.00  | 0.00     |
        | 3%    | 1,000.00 | 970.00 * 21/100    | 1,203.70           | 1,173.70 | 5 January  | 0.00  | 30.00    |

    Scenario: What is credited takes its share of the tax that was charged
      # Half of 100.00 and of 20.58 goes back.
      Given the company "Northwind SaaS"
      And these conventions:
        | question               | answer                                |
        | revenue schedule       | service period of each line           |
        | early-payment discount | of the net amount, tax always reduced |
      And the tax code "VAT" is 21%
      And 2% may be deducted from invoices paid within 7 days
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "VAT":
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 USD      |
      When finance credits Globex 50.00 USD on the January invoice
      Then Globex owes 60.29 USD
      # The tax is on 98.00 of the 100.00, and on 49.00 of the 50.00.
      And the tax ledger of January 2026 is:
        | tax | rate | taxable       | charged | credited | due   |
        | VAT | 21%  | 98.00 - 49.00 | 20.58   | 10.29    | 10.29 |
      And Globex sees these taxes on the January invoice:
        | tax | rate | on    | amount |
        | VAT | 21%  | 98.00 | 20.58  |
      When Globex transfers 59.29 USD on 8 January 2026
      Then Globex owes nothing
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

  Rule: An amount instead of a percentage

    Background:
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |

    Scenario: 15.00 off an invoice of 1,100.00, paid on the last day
      # 1,000.00 and 100.00 of tax. Of 15.00 the tax is 15.00 * 100/1100 = 1.36, if it falls with the price: 13.64 less revenue.
      Given these conventions:
        | question               | answer       |
        | early-payment discount | of the total, tax with it |
      And 15.00 USD may be deducted from invoices paid within 10 days
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,085.00 USD on 11 January 2026
      And time passes to 31 January 2026
      Then Globex owes nothing
      And the journal of January 2026 is:
        | date            | source          | account                 | debit      | credit   |
        | 1 January 2026  | January invoice | Receivables             | 1,100.00   |          |
        | 1 January 2026  | January invoice | Contract liability      |            | 1,000.00 |
        | 1 January 2026  | January invoice | Sales tax payable       |            | 100.00   |
        | 11 January 2026 | payment         | Cash                    | 1,085.00   |          |
        | 11 January 2026 | payment         | Receivables             |            | 1,085.00 |
        | 11 January 2026 | discount        | Concessions             | 13.64      |          |
        | 11 January 2026 | discount        | Sales tax payable       | 1.36       |          |
        | 11 January 2026 | discount        | Receivables             |            | 15.00    |
        | 31 January 2026 | revenue         | Contract liability      | 1,000.00   |          |
        | 31 January 2026 | revenue         | Revenue                 |            | 1,000.00 |
      And finance closes January 2026 without a difference

    Scenario: A day late nothing is off
      Given 15.00 USD may be deducted from invoices paid within 10 days
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,085.00 USD on 12 January 2026
      And time passes to 31 January 2026
      Then Globex owes 15.00 USD
      And these deductions of Globex were taken:
        | date | invoice | kind | amount | tax |
      And finance closes January 2026 without a difference

    Scenario: One customer's own amount, above a small invoice, and in another currency
      # Globex: 25.00 off, never more than the invoice of 20.00. Initech: 1% for everybody of 20.00.
      Given 1% may be deducted from invoices paid within 10 days
      And Globex may deduct 25.00 USD from invoices paid within 10 days
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 2        | 20.00 USD       |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 2        | 10.00 USD       |
      When Globex transfers 15.00 USD on 5 January 2026
      And Initech transfers 19.80 USD on 5 January 2026
      And time passes to 31 January 2026
      Then Globex owes nothing
      And Initech owes nothing
      And these deductions of Globex were taken:
        | date           | invoice         | kind     | amount | tax  |
        | 5 January 2026 | January invoice | discount | 25.00  | 0.00 |
      And these deductions of Initech were taken:
        | date           | invoice         | kind     | amount | tax  |
        | 5 January 2026 | January invoice | discount | 0.20   | 0.00 |
      And finance closes January 2026 without a difference

    Scenario: Where tax is always reduced in advance, an amount leaves it as it is
      Given these conventions:
        | question               | answer                                |
        | early-payment discount | of the net amount, tax always reduced |
      And 15.00 USD may be deducted from invoices paid within 10 days
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,085.00 USD on 11 January 2026
      And time passes to 31 January 2026
      Then Globex owes nothing
      And these deductions of Globex were taken:
        | date            | invoice         | kind     | amount | tax  |
        | 11 January 2026 | January invoice | discount | 15.00  | 0.00 |
      And the ledger shows on 31 January 2026:
        | account           | credit |
        | Sales tax payable | 100.00 |
      And finance closes January 2026 without a difference
