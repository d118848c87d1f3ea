@documents @consolidated-invoices @req:Q2C-085
Feature: One invoice for several contracts, and a parent that pays for its children
  A customer with many contracts wants one bill. It has one number, one total and one tax, rounded over all of it; what is
  credited, disputed, recognized or cancelled still reaches the contract it belongs to. A parent company gets and owes
  the invoices of its children, whose contracts and revenue stay theirs.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | invoices of a day | one per customer           |

  Scenario Outline: Two contracts billed on the same day, <invoices of a day>
    # 10.05 and 10.05: 10% of each is 1.005, rounded 1.01; of both together 2.01, which is 1.01 and 1.00.
    Given these conventions:
      | question          | answer              |
      | invoices of a day | <invoices of a day> |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.05 USD       |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product   | price per month |
      | Analytics | 10.05 USD       |
    When time passes to 1 April 2026
    Then Globex is invoiced:
      | date         | for           | net   | tax      |
      | 1 March 2026 | Platform seat | 10.05 | 1.01     |
      | 1 March 2026 | Analytics     | 10.05 | 1.01     |
      | 1 April 2026 | Platform seat | 10.05 | 1.01     |
      | 1 April 2026 | Analytics     | 10.05 | <second> |
    And nothing else is invoiced
    And Globex is invoiced <in all> USD in all
    And Globex sees on invoice <last>:
      | what     | reads        |
      | date     | 1 April 2026 |
      | contract | <contracts>  |
      | total    | <total> USD  |
    When time passes to 30 April 2026
    Then finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 20.10  |

    # March is billed contract by contract as each is signed: 2 * 11.06 = 22.12, and April 22.12 or 22.11.
    Examples:
      | invoices of a day | second | in all | last      | contracts | total |
      | one per contract  | 1.01   | 44.24  | NW-000004 | C-2       | 11.06 |
      | one per customer  | 1.00   | 44.23  | NW-000003 | C-1, C-2  | 22.11 |

  Scenario: Amounts rounded over the whole invoice, also across contracts
    # Alone 10.005 is 10.01; together 20.01, which is 10.01 and 10.00. Its tax is 2.001, rounded 2.00.
    Given these conventions:
      | question       | answer       |
      | rounding stage | per document |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 1        | 10.005 USD      |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product   | price per month |
      | Analytics | 10.005 USD      |
    When time passes to 30 April 2026
    Then Globex is invoiced:
      | date         | for           | net   | tax  |
      | 1 March 2026 | Platform seat | 10.01 | 1.00 |
      | 1 March 2026 | Analytics     | 10.01 | 1.00 |
      | 1 April 2026 | Platform seat | 10.01 | 1.00 |
      | 1 April 2026 | Analytics     | 10.00 | 1.00 |
    And nothing else is invoiced
    And finance closes April 2026 without a difference
    And the April 2026 close report shows:
      | line    | amount |
      | Revenue | 20.01  |

  Scenario: With days of grace the first bill is common too
    # Signed one after the other on 1 March, issued together on 4 March: 600.00 and 60.00.
    Given invoices are drafts for 3 days before they are issued
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product   | price per month |
      | Analytics | 500.00 USD      |
    Then the drafts of Globex are:
      | opened       | issued on    | for           | net    |
      | 1 March 2026 | 4 March 2026 | Platform seat | 100.00 |
      | 1 March 2026 | 4 March 2026 | Analytics     | 500.00 |
    When time passes to 4 March 2026
    Then Globex sees on the March invoice:
      | what     | reads      |
      | number   | NW-000001  |
      | contract | C-1, C-2   |
      | total    | 660.00 USD |
    And Globex is invoiced 660.00 USD in all

  Rule: One invoice over 660.00

    Background:
      # April: 10 * 10.00 = 100.00 for C-1 and 500.00 for C-2, together 600.00 and 60.00 of tax.
      Given "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product   | price per month |
        | Analytics | 500.00 USD      |
      When Globex transfers 660.00 USD on 20 March 2026

    Scenario: One entry, one open item, revenue by contract
      When time passes to 30 April 2026
      Then Globex has these open invoices:
        | invoice       | due        | total  | open   |
        | April invoice | 1 May 2026 | 660.00 | 660.00 |
      And the journal of April 2026 is:
        | date          | source        | account            | debit  | credit |
        | 1 April 2026  | April invoice | Receivables        | 660.00 |        |
        | 1 April 2026  | April invoice | Contract liability |        | 600.00 |
        | 1 April 2026  | April invoice | Sales tax payable  |        | 60.00  |
        | 30 April 2026 | revenue       | Contract liability | 100.00 |        |
        | 30 April 2026 | revenue       | Revenue            |        | 100.00 |
        | 30 April 2026 | revenue       | Contract liability | 500.00 |        |
        | 30 April 2026 | revenue       | Revenue            |        | 500.00 |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                       | amount |
        | Invoiced                   | 660.00 |
        | Receivables, closing       | 660.00 |
        | Revenue from Platform seat | 100.00 |
        | Revenue from Analytics     | 500.00 |

    Scenario: Credit on a line is the contract's of that line
      # 50.00 and 5.00 off the second line.
      When time passes to 10 April 2026
      And finance credits Globex 50.00 USD on line 2 of the April invoice
      And finance credits Globex 450.01 USD on line 2 of the April invoice
      Then it is refused because "450.00 USD without tax is left"
      And Globex owes 605.00 USD
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                       | amount |
        | Revenue from Platform seat | 100.00 |
        | Revenue from Analytics     | 450.00 |

    Scenario: Credit on the whole invoice spreads over its contracts
      # 60.00 in proportion to what is left: 10.00 and 50.00.
      When time passes to 10 April 2026
      And finance credits Globex 60.00 USD on the April invoice
      Then Globex is credited:
        | for           | net   | tax  | credits       |
        | Platform seat | 10.00 | 1.00 | April invoice |
        | Analytics     | 50.00 | 5.00 | April invoice |
      And nothing else is credited
      And Globex sees on the last credit memo:
        | what     | reads    |
        | contract | C-1, C-2 |
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                       | amount |
        | Revenue from Platform seat | 90.00  |
        | Revenue from Analytics     | 450.00 |

    Scenario: One contract is cancelled, the other goes on
      # The newest, Analytics, ends after 15 April: 500.00 * 15/30 = 250.00 and 25.00 go back. May: 100.00 and 10.00.
      When Globex cancels on 16 April 2026
      Then Globex is credited:
        | for       | from          | to            | net    | tax   | credits       |
        | Analytics | 16 April 2026 | 30 April 2026 | 250.00 | 25.00 | April invoice |
      And nothing else is credited
      When time passes to 31 May 2026
      Then Globex owes 495.00 USD
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                       | amount |
        | Revenue from Platform seat | 100.00 |
      And Globex is invoiced:
        | date       | for           | net    |
        | 1 May 2026 | Platform seat | 100.00 |

    Scenario: Part of it is paid, and the dispute of a line ends on the contract of that line
      When time passes to 10 April 2026
      And Globex transfers 100.00 USD on 10 April 2026 for the April invoice
      And Globex disputes 55.00 USD of "Analytics" on the April invoice on 11 April 2026 because "not delivered"
      And the dispute of Globex is accepted on 15 April 2026
      Then Globex owes 505.00 USD
      And Globex is credited:
        | for       | net   | tax  |
        | Analytics | 50.00 | 5.00 |
      And nothing else is credited
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference

    Scenario: Voided and billed anew, it is one invoice again
      When time passes to 10 April 2026
      And finance voids the April invoice of Globex and bills it anew
      Then Globex is invoiced:
        | date          | for           | net    | tax   |
        | 10 April 2026 | Platform seat | 100.00 | 10.00 |
        | 10 April 2026 | Analytics     | 500.00 | 50.00 |
      And Globex owes 660.00 USD
      And Globex sees on the last invoice:
        | what     | reads      |
        | number   | NW-000004  |
        | contract | C-1, C-2   |
        | total    | 660.00 USD |
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference

    Scenario: More is charged on one of its lines
      When time passes to 10 April 2026
      And finance charges Globex more on the April invoice:
        | for      | amount | line |
        | Add-on A | 5.00   | 1    |
        | Add-on B | 6.00   | 2    |
      Then it is refused because "of several contracts"
      When finance charges Globex more on the April invoice:
        | for      | amount | line |
        | Add-on B | 6.00   | 2    |
      Then Globex sees on the debit memo:
        | what     | reads    |
        | contract | C-2      |
        | total    | 6.60 USD |
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference

  Rule: What does not share an invoice

    Scenario: Another day to pay, another currency
      Given "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 60, tax 10%:
        | product   | price per month |
        | Analytics | 500.00 USD      |
      And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 9.00 EUR        |
      When time passes to 1 April 2026
      Then Globex is invoiced 198.00 EUR in all
      And Globex sees on invoice NW-000004:
        | what   | reads      |
        | pay by | 1 May 2026 |
        | total  | 110.00 USD |
      And Globex sees on invoice NW-000005:
        | what   | reads       |
        | pay by | 31 May 2026 |
        | total  | 550.00 USD  |
      And Globex sees on invoice NW-000006:
        | what  | reads     |
        | total | 99.00 EUR |

    Scenario: A contract in the exceptions queue keeps no other from the common invoice
      Given these conventions:
        | question              | answer                       |
        | what cannot be billed | held in the exceptions queue |
      And these products are sold:
        | product   | charge | price |
        | Prototype |        |       |
      And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product   | price per month |
        | Analytics | 500.00 USD      |
      And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product   | quantity |
        | Prototype | 1        |
      When time passes to 1 April 2026
      Then Globex sees on the April invoice:
        | what     | reads      |
        | contract | C-1, C-2   |
        | total    | 660.00 USD |
      And the exceptions queue is:
        | customer | contract | kind          |
        | Globex   | C-3      | missing price |

  Rule: A parent pays for its children

    Scenario: The child's contract stands on the parent's invoice, and the parent owes it
      # 100.00 of Initech's seats and 500.00 of Globex's own; each earns its own revenue.
      Given Initech is billed to Globex
      And "Initech" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Globex" signed on 1 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product   | price per month |
        | Analytics | 500.00 USD      |
      When Globex transfers 660.00 USD on 20 March 2026
      And time passes to 10 April 2026
      Then Initech is invoiced nothing
      And Initech owes 0.00 USD
      And Globex owes 660.00 USD
      And Globex sees on the April invoice:
        | what     | reads      |
        | buyer    | Globex     |
        | contract | C-1, C-2   |
        | total    | 660.00 USD |
      And Globex has these open invoices:
        | invoice       | due        | total  | open   |
        | April invoice | 1 May 2026 | 660.00 | 660.00 |
      When Initech cancels on 16 April 2026
      # 100.00 * 15/30 = 50.00 and 5.00 come off what the parent owes.
      Then Globex is credited:
        | for           | net   | tax  |
        | Platform seat | 50.00 | 5.00 |
      And Globex owes 605.00 USD
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                       | amount |
        | Revenue from Platform seat | 50.00  |
        | Revenue from Analytics     | 500.00 |

    Scenario: Money given back for service that was earned is the child's revenue, and the parent's to take off
      # 30.00 and 3.00 on 20 April, of which 20 of 30 days are earned: 20.00.
      Given Initech is billed to Globex
      And "Initech" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When time passes to 20 April 2026
      And finance credits Globex 30.00 USD on the April invoice
      Then Globex owes 77.00 USD
      When time passes to 30 April 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account           | debit | credit |
        | Receivables       | 77.00 |        |
        | Revenue           |       | 70.00  |
        | Sales tax payable |       | 7.00   |
      And finance closes April 2026 without a difference

    Scenario: Contract by contract, the child's invoice goes to the parent by itself, also over two steps
      Given these conventions:
        | question          | answer           |
        | invoices of a day | one per contract |
      And Hooli is billed to Initech
      And Initech is billed to Globex
      And "Hooli" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then Globex is invoiced:
        | date         | for           | total  |
        | 1 March 2026 | Platform seat | 110.00 |
      And nothing else is invoiced
      When time passes to 15 March 2026
      Then the ledger shows on 15 March 2026 exactly:
        | account            | debit  | credit |
        | Receivables        | 110.00 |        |
        | Contract liability |        | 100.00 |
        | Sales tax payable  |        | 10.00  |
      And Globex transfers 110.00 USD on 20 March 2026 for the March invoice
      And Globex owes 0.00 USD
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
