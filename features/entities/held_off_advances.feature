@entities @transfer @wave-3 @req:Q2C-063
Feature: An unpaid advance that is held off when its contract passes to another legal entity
  What is neither paid nor served is no receivable yet and no liability. The one who invoiced keeps the receivable, and what is held
  off beside it; the liability passes on, and what is held off beside that passes along. So the two owe each other nothing for it,
  until it is served or paid.

  Background:
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And these conventions:
      | question               | answer                        |
      | revenue schedule       | service period of each line   |
      | unpaid advance invoice | held off until paid or served |

  Rule: 1,825.00 for the 365 days of 2026, 5.00 a day; Canada serves from 16 August

    Scenario: Neither paid nor served: nothing is owed between the two but what the other has earned
      # 227 days are America's, 1,135.00; 690.00 are not served then. 16 days of August, 80.00, are Canada's: 610.00 are left.
      Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And time passes to 31 August 2026
      Then the journal of August 2026 is:
        | date           | entity | source           | account                     | debit  | credit |
        | 16 August 2026 | NA     | revenue          | Contract liability          | 75.00  |        |
        | 16 August 2026 | NA     | revenue          | Revenue                     |        | 75.00  |
        | 16 August 2026 | NA     | advance held off | Contract liability held off |        | 75.00  |
        | 16 August 2026 | NA     | advance held off | Receivables held off        | 75.00  |        |
        | 16 August 2026 | NA     | transfer         | Contract liability          | 690.00 |        |
        | 16 August 2026 | NA     | transfer         | Contract liability held off |        | 690.00 |
        | 16 August 2026 | NC     | transfer         | Contract liability          |        | 690.00 |
        | 16 August 2026 | NC     | transfer         | Contract liability held off | 690.00 |        |
        | 31 August 2026 | NC     | revenue          | Contract liability          | 80.00  |        |
        | 31 August 2026 | NC     | revenue          | Revenue                     |        | 80.00  |
        | 31 August 2026 | NC     | advance held off | Contract liability held off |        | 80.00  |
        | 31 August 2026 | NC     | advance held off | Due from group              | 80.00  |        |
        | 31 August 2026 | NA     | advance held off | Receivables held off        | 80.00  |        |
        | 31 August 2026 | NA     | advance held off | Due to group                |        | 80.00  |
      And the entities owe each other on 31 August 2026:
        | entity | counterparty | due from | due to |
        | NC     | NA           | 80.00    |        |
        | NA     | NC           |          | 80.00  |
      And the consolidated trial balance for August 2026 is:
        | account                     | combined  | eliminated | consolidated |
        | Receivables                 | 1,825.00  | 0.00       | 1,825.00     |
        | Receivables held off        | -610.00   | 0.00       | -610.00      |
        | Due from group              | 80.00     | -80.00     | 0.00         |
        | Contract liability held off | 610.00    | 0.00       | 610.00       |
        | Contract liability          | -610.00   | 0.00       | -610.00      |
        | Due to group                | -80.00    | 80.00      | 0.00         |
        | Revenue                     | -1,215.00 | 0.00       | -1,215.00    |
      And finance closes August 2026 without a difference

    Scenario Outline: What is paid of it is owed to the one who serves: <because>
      # Open are 1,825.00 less what is paid. At the end of August 610.00 are not served; what of it is paid is held off no longer.
      # America owes the 690.00 that it has handed over, less what is still held off beside its receivable.
      Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And Globex transfers <paid> USD on 20 August 2026 for the January invoice
      And time passes to 31 August 2026
      Then the ledger shows on 31 August 2026:
        | entity | account                     | debit      | credit     |
        | NA     | Cash                        | <paid>     |            |
        | NA     | Receivables                 | <open>     |            |
        | NA     | Receivables held off        |            | <held off> |
        | NA     | Contract liability held off |            |            |
        | NA     | Due to group                |            | <owed>     |
        | NA     | Revenue                     |            | 1,135.00   |
        | NC     | Receivables held off        |            |            |
        | NC     | Contract liability held off | <held off> |            |
        | NC     | Contract liability          |            | 610.00     |
        | NC     | Due from group              | <owed>     |            |
        | NC     | Revenue                     |            | 80.00      |
      And finance closes August 2026 without a difference

      Examples:
        | paid     | open   | held off | owed   | because                                  |
        | 1,200.00 | 625.00 | 610.00   | 80.00  | what is paid is what America has served  |
        | 1,300.00 | 525.00 | 525.00   | 165.00 | 85.00 of what Canada is to serve is paid |
        | 1,825.00 |        |          | 690.00 | all of it is paid                        |

    Scenario: Signed after a month that is closed
      # America has served all of August, 1,215.00, and closed it; 80.00 of that become Canada's in September. 150.00 for 30 days
      # of September: 460.00 are left.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When time passes to 31 August 2026
      And finance closes August 2026
      And Globex signs on 10 September 2026 that the contract passes to the legal entity "NC" from 16 August 2026
      And time passes to 30 September 2026
      Then the ledger shows on 31 August 2026:
        | entity | account                     | debit  | credit |
        | NA     | Receivables held off        |        | 610.00 |
        | NA     | Contract liability held off | 610.00 |        |
        | NC     | Contract liability held off |        |        |
      And the ledger shows on 30 September 2026:
        | entity | account                     | debit    | credit   |
        | NA     | Receivables                 | 1,825.00 |          |
        | NA     | Receivables held off        |          | 460.00   |
        | NA     | Contract liability held off |          |          |
        | NA     | Due to group                |          | 230.00   |
        | NA     | Revenue                     |          | 1,135.00 |
        | NC     | Contract liability held off | 460.00   |          |
        | NC     | Contract liability          |          | 460.00   |
        | NC     | Due from group              | 230.00   |          |
        | NC     | Revenue                     |          | 230.00   |
      And finance closes September 2026 without a difference

    Scenario: The next year is invoiced by the one who serves it, and held off in its own books
      # 1,825.00 * 2 are billed in January 2027, and 155.00 of the second served: 1,670.00 are not, all of Canada's own invoice.
      # America still owes the 690.00 that Canada has served of the first.
      Given "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And time passes to 31 January 2027
      Then the ledger shows on 31 January 2027:
        | entity | account                     | debit    | credit   |
        | NA     | Receivables                 | 1,825.00 |          |
        | NA     | Receivables held off        |          |          |
        | NA     | Contract liability held off |          |          |
        | NA     | Due to group                |          | 690.00   |
        | NC     | Receivables                 | 1,825.00 |          |
        | NC     | Receivables held off        |          | 1,670.00 |
        | NC     | Contract liability held off | 1,670.00 |          |
        | NC     | Contract liability          |          | 1,670.00 |
        | NC     | Due from group              | 690.00   |          |
      And finance closes January 2027 without a difference

    Scenario: Canceled after it has passed on
      # Canceled from 1 September: the 122 days left of the year, 610.00, are credited on America's invoice. What remains between
      # the two is what Canada has earned in August.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And Globex cancels on 1 September 2026
      And time passes to 30 September 2026
      Then the ledger shows on 30 September 2026:
        | entity | account                     | debit    | credit   |
        | NA     | Receivables                 | 1,215.00 |          |
        | NA     | Receivables held off        |          |          |
        | NA     | Due to group                |          | 80.00    |
        | NA     | Revenue                     |          | 1,135.00 |
        | NC     | Contract liability          |          |          |
        | NC     | Contract liability held off |          |          |
        | NC     | Due from group              | 80.00    |          |
        | NC     | Revenue                     |          | 80.00    |
      And finance closes September 2026 without a difference

  Rule: Other answers

    Scenario: Held off until it is due
      # 1,825.00 for 365 days from 1 July, due after 60 days on 30 August. 46 days are served on 15 August: 1,595.00 pass on with as
      # much held off. At the end of August the invoice is due, and America owes all that Canada is to serve.
      Given these conventions:
        | question               | answer                       |
        | unpaid advance invoice | held off until due or served |
      And "Globex" signed on 1 July 2026 for 1 year, billed yearly in advance, net 60, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And time passes to 31 August 2026
      Then the ledger shows on 16 August 2026:
        | entity | account                     | debit    | credit   |
        | NA     | Receivables held off        |          | 1,595.00 |
        | NA     | Due to group                |          |          |
        | NC     | Contract liability          |          | 1,595.00 |
        | NC     | Contract liability held off | 1,595.00 |          |
        | NC     | Due from group              |          |          |
      And the ledger shows on 31 August 2026:
        | entity | account                     | debit    | credit   |
        | NA     | Receivables held off        |          |          |
        | NA     | Due to group                |          | 1,595.00 |
        | NC     | Contract liability          |          | 1,515.00 |
        | NC     | Contract liability held off |          |          |
        | NC     | Due from group              | 1,595.00 |          |
      And finance closes August 2026 without a difference

    Scenario: What is open is voided and billed anew by the one who serves
      # America credits 1,825.00 and is owed the 1,135.00 that it has earned; Canada's own invoice is held off with 610.00.
      Given these conventions:
        | question                              | answer                  |
        | open invoices of a transferred contract | voided and billed anew |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And time passes to 31 August 2026
      Then the ledger shows on 31 August 2026:
        | entity | account                     | debit    | credit   |
        | NA     | Receivables                 |          |          |
        | NA     | Receivables held off        |          |          |
        | NA     | Due from group              | 1,135.00 |          |
        | NA     | Revenue                     |          | 1,135.00 |
        | NC     | Receivables                 | 1,825.00 |          |
        | NC     | Receivables held off        |          | 610.00   |
        | NC     | Contract liability held off | 610.00   |          |
        | NC     | Contract liability          |          | 610.00   |
        | NC     | Due to group                |          | 1,135.00 |
        | NC     | Revenue                     |          | 80.00    |
      And finance closes August 2026 without a difference

  Rule: In another currency than the books

    Background:
      Given these legal entities:
        | code | name              | currency | invoice prefix |
        | NA   | Northwind America | USD      | NA             |
        | NC   | Northwind Canada  | USD      | NC             |
        | NE   | Northwind Europe  | EUR      | NE             |
      And these exchange rates:
        | date              | from | to  | rate | kind    |
        | 1 January 2026    | EUR  | USD | 1.10 | spot    |
        | 31 July 2026      | EUR  | USD | 1.20 | spot    |
        | 16 August 2026    | EUR  | USD | 1.25 | spot    |
        | 31 August 2026    | EUR  | USD | 1.25 | closing |
        | 30 September 2026 | EUR  | USD | 1.30 | spot    |
        | 30 September 2026 | EUR  | USD | 1.30 | closing |

    Scenario: What is held off is worth what it stands beside, until nothing of it is left
      # 690.00 euros pass on: they leave America at 1.10, 759.00, and come to Canada at 1.25, 862.50; 80.00 of them, 100.00, are earned
      # and owed in August. Paid in September, the other 610.00 are owed at 1.30, 793.00: Canada gains 793.00 - 762.50 on what it took
      # over, and America loses 793.00 - 671.00 on what stood at 1.10, after 100.00 - 88.00 in August. Its payment brings
      # 1,825.00 * (1.30 - 1.10) = 365.00.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 EUR   |
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And time passes to 31 August 2026
      Then the ledger shows on 31 August 2026:
        | entity | account                       | debit  | credit |
        | NA     | Receivables held off          |        | 671.00 |
        | NA     | Contract liability held off   |        |        |
        | NA     | Due to group                  |        | 100.00 |
        | NA     | Realized exchange differences | 12.00  |        |
        | NC     | Contract liability            |        | 762.50 |
        | NC     | Contract liability held off   | 762.50 |        |
        | NC     | Due from group                | 100.00 |        |
      And finance closes August 2026 without a difference
      When Globex transfers 1,825.00 EUR on 30 September 2026 for the January invoice
      And time passes to 30 September 2026
      Then the ledger shows on 30 September 2026:
        | entity | account                       | debit           | credit          |
        | NA     | Receivables held off          |                 |                 |
        | NA     | Contract liability held off   |                 |                 |
        | NA     | Realized exchange differences |                 | 365 - 122 - 12  |
        | NC     | Contract liability held off   |                 |                 |
        | NC     | Realized exchange differences |                 | 793.00 - 762.50 |
      And finance closes September 2026 without a difference

    Scenario: Open again after it has passed on
      # Paid in January, nothing is held off, and America owes 690.00 euros at 1.10. In September the payment is taken off: 460.00 are
      # not served, and are neither owed to Canada any more, at 1.25, 575.00, nor a receivable, at 1.30, 598.00. The other 230.00
      # are shown at 1.30, 299.00.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 EUR   |
      And Globex transfers 1,825.00 EUR on 20 January 2026 for the January invoice
      When the contract of Globex passes to the legal entity "NC" from 16 August 2026
      And finance takes the payment off the January invoice of Globex on 30 September 2026
      And time passes to 30 September 2026
      Then the ledger shows on 30 September 2026:
        | entity | account                     | debit  | credit |
        | NA     | Receivables held off        |        | 598.00 |
        | NA     | Contract liability held off |        |        |
        | NA     | Due to group                |        | 299.00 |
        | NC     | Contract liability          |        | 575.00 |
        | NC     | Contract liability held off | 575.00 |        |
        | NC     | Due from group              | 299.00 |        |
      And finance closes September 2026 without a difference

    Scenario: In euro books, a dollar contract
      # 690.00 dollars at 1.25 are 552.00 euros; 64.00 of them are earned in August.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,825.00 USD   |
      When the contract of Globex passes to the legal entity "NE" from 16 August 2026
      And time passes to 31 August 2026
      Then the ledger of "NE" shows on 31 August 2026:
        | account                     | debit      | credit     |
        | Due from group              | 64.00 EUR  |            |
        | Contract liability          |            | 488.00 EUR |
        | Contract liability held off | 488.00 EUR |            |
        | Revenue                     |            | 64.00 EUR  |
      And finance closes August 2026 without a difference
