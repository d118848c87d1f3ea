@entities @transfer @conventions @wave-3 @req:Q2C-063
Feature: Open invoices that pass on, under other conventions
  Whatever a company does with what is owed to it, whoever it is owed to does it: expects losses, holds off what is unpaid, takes what
  comes after a write-off. What is about the tax stays with the issuer, also where it is due only when the invoice is paid.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And these conventions:
      | question                                | answer                      |
      | open invoices of a transferred contract | novated                     |
      | revenue schedule                        | service period of each line |

  Scenario: Tax that is due when paid is due from the issuer when the other is paid
    # 300.00 and 30.00 of tax; half of 330.00 is paid, so 15.00 are due and 15.00 are not. 330.00 - 210.00 = 120.00 are owed.
    Given these conventions:
      | question | answer    |
      | tax due  | when paid |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When the contract of Globex passes to the legal entity "NC" from 10 June 2026
    And Globex transfers 165.00 USD on 20 June 2026 for the June invoice
    And time passes to 30 June 2026
    Then the ledger shows on 30 June 2026 exactly:
      | entity | account           | debit  | credit |
      | NA     | Due from group    | 120.00 |        |
      | NA     | Sales tax payable |        | 15.00  |
      | NA     | Tax not yet due   |        | 15.00  |
      | NA     | Revenue           |        | 90.00  |
      | NC     | Cash              | 165.00 |        |
      | NC     | Receivables       | 165.00 |        |
      | NC     | Due to group      |        | 120.00 |
      | NC     | Revenue           |        | 210.00 |
    And finance closes June 2026 without a difference

  Scenario: Losses are expected by whoever is owed
    # On 31 July the June invoice, due on 1 July, is overdue: 330.00 * 10% = 33.00. July's is due that day: 330.00 * 1% = 3.30.
    Given these expected losses:
      | days overdue | expected loss |
      | 0            | 1%            |
      | 1            | 10%           |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When time passes to 30 June 2026
    Then the ledger of "NA" shows on 30 June 2026:
      | account        | debit | credit |
      | Loss allowance |       | 3.30   |
    When the contract of Globex passes to the legal entity "NC" from 10 July 2026
    And time passes to 31 July 2026
    Then the ledger shows on 31 July 2026:
      | entity | account        | debit | credit       |
      | NA     | Loss allowance |       |              |
      | NC     | Loss allowance |       | 33.00 + 3.30 |
    And finance closes July 2026 without a difference

  Scenario: What is unpaid and not served is held off by whoever is owed
    # 30 * 10.00 * 12 = 3,600.00 for 365 days; 61 of them, 601.64, are served by 31 July.
    Given these conventions:
      | question               | answer                        |
      | unpaid advance invoice | held off until paid or served |
    And "Globex" signed on 1 June 2026 for 12 months, billed yearly in advance, net 60, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When time passes to 30 June 2026
    And the contract of Globex passes to the legal entity "NC" from 10 July 2026
    And time passes to 31 July 2026
    Then the ledger shows on 31 July 2026:
      | entity | account                     | debit            | credit           |
      | NA     | Receivables held off        |                  |                  |
      | NA     | Contract liability held off |                  |                  |
      | NC     | Receivables held off        |                  | 3600.00 - 601.64 |
      | NC     | Contract liability held off | 3600.00 - 601.64 |                  |
    And finance closes July 2026 without a difference

  Scenario: What comes after a write-off is the one's, and the tax in it the other's
    # Tax relief of 30.00 was the issuer's; of 110.00 that come 10.00 are its tax again.
    Given these conventions:
      | question                | answer       |
      | write-off               | direct       |
      | tax relief on write-off | at write-off |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When the contract of Globex passes to the legal entity "NC" from 10 June 2026
    And finance writes off the June invoice of Globex on 20 July 2026
    And Globex transfers 110.00 USD on 25 July 2026 for the June invoice
    And time passes to 31 July 2026
    Then the journal from 25 July 2026 to 25 July 2026 is:
      | date         | entity | source   | account             | debit  | credit |
      | 25 July 2026 | NC     | recovery | Cash                | 110.00 |        |
      | 25 July 2026 | NC     | recovery | Credit loss expense |        | 100.00 |
      | 25 July 2026 | NC     | recovery | Due to group        |        | 10.00  |
      | 25 July 2026 | NA     | recovery | Due from group      | 10.00  |        |
      | 25 July 2026 | NA     | recovery | Sales tax payable   |        | 10.00  |
    And finance closes July 2026 without a difference
