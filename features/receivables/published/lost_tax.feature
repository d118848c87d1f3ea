@receivables @write-off @cash-basis @conventions @wave-3 @req:Q2C-066
Feature: Tax of debts that are lost, as published
  Relief for the tax of a bad debt is the tax fraction of what is outstanding, tax included, at the rate of the supply: 7/47 at 17.5%,
  1/6 at 20%, 1/21 at 5% (HMRC, VBDR2300 and VAT Notice 700/18). What comes after all brings the tax back in proportion (Washington,
  WAC 458-20-196).

  Background:
    Given the company "Northwind SaaS"

  # Part of an invoice is paid; what is outstanding is lost, and its tax is claimed half a year later.
  Scenario Outline: <source>: <outstanding> is outstanding at <rate>
    Given these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | write-off               | direct                      |
      | tax relief on write-off | claimed later               |
    And the tax code "VAT" is <rate>
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "VAT":
      | product       | quantity | price per month |
      | Platform seat | 1        | <net> GBP       |
    When Globex transfers <paid> GBP on 20 January 2026
    And finance writes off <outstanding> GBP of the January invoice of Globex on 20 February 2026
    And finance claims the tax of the January invoice of Globex back on 20 August 2026
    Then the tax of these invoices of Globex was claimed back:
      | date           | invoice         | amount       |
      | 20 August 2026 | January invoice | <relief> GBP |
    And Globex owes nothing
    And nothing else is credited
    When time passes to 31 August 2026
    Then finance closes August 2026 without a difference

    Examples:
      | source                    | rate  | net      | paid   | outstanding | relief                |
      # The first of VBDR2300's debts: 184.14 * 7/47 = 27.4251, and the second 587.50 * 7/47 = 87.50: 114.93 in all.
      | VBDR2300, the first debt  | 17.5% | 500.00   | 403.36 | 184.14      | 184.14 * 7 / 47       |
      | VBDR2300, the second debt | 17.5% | 1,000.00 | 587.50 | 587.50      | 87.50                 |
      # 1/21 of 210.00, and 1/6 of 120.00.
      | VBDR2300, reduced rate    | 5%    | 400.00   | 210.00 | 210.00      | 10.00                 |
      | Notice 700/18             | 20%   | 200.00   | 120.00 | 120.00      | 20.00                 |

  Scenario: Nothing is paid, all of it is lost, and a part comes after all
    # WAC 458-20-196: 500.00 and 40.00 of tax. All of the 40.00 is given back; of 50.00 that come later 50.00 * 40/540 = 3.70 is owed
    # again, and 46.30 is income.
    Given these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | write-off               | direct                      |
      | tax relief on write-off | at write-off                |
    And the tax code "state" is 8%
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "state":
      | product       | quantity | price per month |
      | Platform seat | 1        | 500.00 USD      |
    When finance writes off the January invoice of Globex on 31 July 2026
    Then these invoices of Globex were written off:
      | date         | invoice         | amount | tax reclaimed |
      | 31 July 2026 | January invoice | 540.00 | 40.00         |
    When Globex transfers 50.00 USD on 31 January 2027 for the January invoice
    Then Globex has paid after all:
      | date            | invoice         | amount | tax owed again |
      | 31 January 2027 | January invoice | 50.00  | 3.70           |
    And the journal of January 2027 is:
      | date            | source   | account             | debit | credit |
      | 31 January 2027 | recovery | Cash                | 50.00 |        |
      | 31 January 2027 | recovery | Credit loss expense |       | 46.30  |
      | 31 January 2027 | recovery | Sales tax payable   |       | 3.70   |
    And finance closes January 2027 without a difference

  Scenario: Half of it is paid before
    # WAC 458-20-196 again: 250.00 and 20.00 of tax came; 250.00 and 20.00 are lost.
    Given these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | write-off               | direct                      |
      | tax relief on write-off | at write-off                |
    And the tax code "state" is 8%
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "state":
      | product       | quantity | price per month |
      | Platform seat | 1        | 500.00 USD      |
    When Globex transfers 270.00 USD on 15 February 2026
    And finance writes off the January invoice of Globex on 31 July 2026
    Then the ledger shows on 31 July 2026 exactly:
      | account             | debit  | credit |
      | Cash                | 270.00 |        |
      | Revenue             |        | 500.00 |
      | Credit loss expense | 250.00 |        |
      | Sales tax payable   |        | 20.00  |
    And finance closes July 2026 without a difference

  Scenario: A part payment of an invoice of two rates under cash accounting
    # VAT Notice 731, 6.3: 100.00 at 20% and 80.00 at 0% are 200.00; of a part payment of 50.00 a fair share is tax: 20.00 * 50/200.
    Given these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | tax due          | when paid                   |
    And the tax code "VAT" is 20%
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "VAT":
      | product       | quantity | price per month | tax  |
      | Platform seat | 1        | 100.00 USD      | 20%  |
      | Analytics     | 1        | 80.00 USD       | 0%   |
    When Globex transfers 50.00 USD on 20 January 2026
    Then the ledger shows on 20 January 2026:
      | account           | debit  | credit |
      | Receivables       | 150.00 |        |
      | Tax not yet due   |        | 15.00  |
      | Sales tax payable |        | 5.00   |
    When Globex transfers 150.00 USD on 20 February 2026
    Then the ledger shows on 20 February 2026 exactly:
      | account           | debit  | credit |
      | Cash              | 200.00 |        |
      | Revenue           |        | 180.00 |
      | Sales tax payable |        | 20.00  |
    And finance closes February 2026 without a difference

  Rule: A debtor in insolvency

    Scenario: All of it is given up when proceedings open, and a quota comes years later
      # UStG 17(2) no. 1: 11,900.00 with 1,900.00 of tax are uncollectible at once. A quota of 5% brings 595.00, of which
      # 595.00 * 19/119 = 95.00 is owed again.
      Given the company "Northwind SaaS"
      And these conventions:
        | question                | answer                      |
        | revenue schedule        | service period of each line |
        | write-off               | direct                      |
        | tax relief on write-off | at write-off                |
      And the tax code "VAT" is 19%
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "VAT":
        | product       | quantity | price per month |
        | Platform seat | 1        | 10,000.00 USD   |
      When finance writes off the January invoice of Globex on 15 March 2026
      And Globex transfers 595.00 USD on 1 December 2026 for the January invoice
      Then these invoices of Globex were written off:
        | date          | invoice         | amount    | tax reclaimed |
        | 15 March 2026 | January invoice | 11,900.00 | 1,900.00      |
      And Globex has paid after all:
        | date            | invoice         | amount | tax owed again |
        | 1 December 2026 | January invoice | 595.00 | 95.00          |
      And the ledger shows on 1 December 2026 exactly:
        | account             | debit             | credit    |
        | Cash                | 595.00            |           |
        | Receivables         | 0.00              |           |
        | Sales tax payable   |                   | 95.00     |
        | Credit loss expense | 10,000.00 - 500.00 |          |
        | Revenue             |                   | 10,000.00 |
      And nothing else is credited
      When time passes to 31 December 2026
      Then finance closes December 2026 without a difference

    Scenario Outline: Given up, and paid in full after all, the receivable standing again: <method>
      # Weygandt: 12,000.00 of allowance, 500.00 of it used for Initech, who pays on 1 July.
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
        | recovery         | <method>                    |
      And these expected losses:
        | days overdue | expected loss |
        | 0            | 6%            |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 199,500.00 USD  |
      And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 500.00 USD      |
      When finance writes off the January invoice of Initech on 1 March 2026
      Then the ledger shows on 1 March 2026:
        | account        | debit      | credit    |
        | Loss allowance |            | 11,500.00 |
        | Receivables    | 199,500.00 |           |
      When Initech transfers 500.00 USD on 1 July 2026 for the January invoice
      And time passes to 31 July 2026
      # 6% of 199,500.00; the loss of Initech came to nothing.
      Then Initech has paid after all:
        | date        | invoice         | amount | tax owed again |
        | 1 July 2026 | January invoice | 500.00 | 0.00           |
      And Initech owes nothing
      And the ledger shows on 31 July 2026 exactly:
        | account             | debit            | credit           |
        | Cash                | 500.00           |                  |
        | Receivables         | 199,500.00       |                  |
        | Loss allowance      |                  | 11,970.00        |
        | Credit loss expense | 11,970.00        |                  |
        | Revenue             |                  | 200,000.00       |
      And finance closes July 2026 without a difference

      Examples:
        | method                      |
        | straight to expense         |
        | receivable reinstated first |
