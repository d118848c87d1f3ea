@receivables @write-off @wave-3 @req:Q2C-066
Feature: Losses, and what is made good of them
  An invoice that is given up is not forgotten: its tax may be reclaimed later, part of it may come after all, and a cent that
  nobody collects is no credit loss. Whichever way it is posted, the same balances must be left.

  Background:
    # 40 * 10.00 = 400.00 for January and 10% tax: 440.00, all of it served.
    Given the company "Northwind SaaS"

  Rule: The tax is claimed later than the loss

    Background:
      Given these conventions:
        | question                | answer        |
        | tax relief on write-off | claimed later |
        | write-off               | direct        |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |

    Scenario: The whole is lost at first, and its tax comes back on the day it is claimed
      # 440.00 * 10/110 = 40.00.
      When finance writes off the January invoice of Globex on 20 May 2026
      Then these invoices of Globex were written off:
        | date        | invoice         | amount | tax reclaimed |
        | 20 May 2026 | January invoice | 440.00 | 0.00          |
      When finance claims the tax of the January invoice of Globex back on 20 November 2026
      Then the tax of these invoices of Globex was claimed back:
        | date             | invoice         | amount |
        | 20 November 2026 | January invoice | 40.00  |
      And the journal of May 2026 is:
        | date        | source    | account             | debit  | credit |
        | 20 May 2026 | write-off | Credit loss expense | 440.00 |        |
        | 20 May 2026 | write-off | Receivables         |        | 440.00 |
      And the journal of November 2026 is:
        | date             | source           | account             | debit | credit |
        | 20 November 2026 | tax relief claim | Sales tax payable   | 40.00 |        |
        | 20 November 2026 | tax relief claim | Credit loss expense |       | 40.00  |
      And the ledger shows on 20 November 2026 exactly:
        | account             | debit  | credit |
        | Revenue             |        | 400.00 |
        | Credit loss expense | 400.00 |        |
      And Globex owes nothing
      And finance closes November 2026 without a difference
      And the November 2026 close report shows:
        | line                       | amount |
        | Sales tax payable, opening | 40.00  |
        | Tax relief claimed         | 40.00  |
        | Sales tax payable, closing | 0.00   |

    Scenario: Part of it comes before the claim, part of it after
      # 110.00 came before: 330.00 * 10/110 = 30.00 is claimed. 55.00 after: 55.00 * 30/330 = 5.00 is owed again.
      When finance writes off the January invoice of Globex on 20 May 2026
      And Globex transfers 110.00 USD on 15 June 2026 for the January invoice
      And finance claims the tax of the January invoice of Globex back on 20 November 2026
      And Globex transfers 55.00 USD on 1 December 2026 for the January invoice
      Then Globex has paid after all:
        | date            | invoice         | amount | tax owed again |
        | 15 June 2026    | January invoice | 110.00 | 0.00           |
        | 1 December 2026 | January invoice | 55.00  | 5.00           |
      And the tax of these invoices of Globex was claimed back:
        | date             | invoice         | amount |
        | 20 November 2026 | January invoice | 30.00  |
      # 440.00 - 110.00 - 30.00 - 50.00 = 250.00; 40.00 - 30.00 + 5.00 = 15.00.
      And the ledger shows on 1 December 2026 exactly:
        | account             | debit  | credit |
        | Cash                | 165.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 15.00  |
        | Credit loss expense | 250.00 |        |
      And finance closes December 2026 without a difference

    Scenario: Nothing is claimed twice, and nothing that was never lost
      When finance claims the tax of the January invoice of Globex back on 20 May 2026
      Then it is refused because "no tax of invoice NW-000001 is left to claim"
      When finance writes off the January invoice of Globex on 20 May 2026
      And finance claims the tax of the January invoice of Globex back on 21 May 2026
      And finance claims the tax of the January invoice of Globex back on 22 May 2026
      Then it is refused because "no tax of invoice NW-000001 is left to claim"
      And the tax of these invoices of Globex was claimed back:
        | date        | invoice         | amount |
        | 21 May 2026 | January invoice | 40.00  |
      And finance closes May 2026 without a difference

    Scenario: Given up in two parts, claimed after each
      # 110.00 * 10/110 = 10.00; (110.00 + 330.00) * 10/110 - 10.00 = 30.00.
      When finance writes off 110.00 USD of the January invoice of Globex on 20 May 2026
      And finance claims the tax of the January invoice of Globex back on 1 June 2026
      And finance writes off the January invoice of Globex on 20 June 2026
      And finance claims the tax of the January invoice of Globex back on 1 July 2026
      Then the tax of these invoices of Globex was claimed back:
        | date        | invoice         | amount |
        | 1 June 2026 | January invoice | 10.00  |
        | 1 July 2026 | January invoice | 30.00  |
      And finance closes July 2026 without a difference

  Rule: Who claims at once, or not at all, has nothing to claim later

    Scenario Outline: <answer>
      Given these conventions:
        | question                | answer   |
        | tax relief on write-off | <answer> |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |
      When finance writes off the January invoice of Globex on 20 May 2026
      And finance claims the tax of the January invoice of Globex back on 21 May 2026
      Then it is refused because "tax relief on write-off is '<answer>'"

      Examples:
        | answer       |
        | none         |
        | at write-off |

  Rule: A recovery leaves the same balances both ways

    Background:
      # Half of what is more than 60 days overdue is expected to be lost.
      Given these expected losses:
        | days overdue | expected loss |
        | 60           | 50%           |

    Scenario: The receivable stands again, and the money pays it
      Given these conventions:
        | question | answer                      |
        | recovery | receivable reinstated first |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |
      When finance writes off the January invoice of Globex on 20 May 2026
      And Globex transfers 110.00 USD on 15 June 2026 for the January invoice
      And time passes to 30 June 2026
      Then Globex owes nothing
      And Globex has paid:
        | date         | amount | method        | applied to      | unapplied |
        | 15 June 2026 | 110.00 | bank transfer | January invoice | 0.00      |
      And the journal of June 2026 is:
        | date         | source        | account             | debit  | credit |
        | 15 June 2026 | reinstatement | Receivables         | 110.00 |        |
        | 15 June 2026 | reinstatement | Loss allowance      |        | 110.00 |
        | 15 June 2026 | payment       | Cash                | 110.00 |        |
        | 15 June 2026 | payment       | Receivables         |        | 110.00 |
        | 30 June 2026 | allowance     | Loss allowance      | 110.00 |        |
        | 30 June 2026 | allowance     | Credit loss expense |        | 110.00 |
      And the ledger shows on 30 June 2026 exactly:
        | account             | debit  | credit |
        | Cash                | 110.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 40.00  |
        | Credit loss expense | 330.00 |        |
      And finance closes June 2026 without a difference
      And the June 2026 close report shows:
        | line                 | amount |
        | Reinstated           | 110.00 |
        | Cash applied         | 110.00 |
        | Receivables, closing | 0.00   |

    Scenario: Straight to expense
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |
      When finance writes off the January invoice of Globex on 20 May 2026
      And Globex transfers 110.00 USD on 15 June 2026 for the January invoice
      And time passes to 30 June 2026
      Then the journal of June 2026 is:
        | date         | source   | account             | debit  | credit |
        | 15 June 2026 | recovery | Cash                | 110.00 |        |
        | 15 June 2026 | recovery | Credit loss expense |        | 110.00 |
      And the ledger shows on 30 June 2026 exactly:
        | account             | debit  | credit |
        | Cash                | 110.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 40.00  |
        | Credit loss expense | 330.00 |        |
      And finance closes June 2026 without a difference

    Scenario: Reinstated with its tax, and too much of it
      # Relief of 40.00 was taken; all 440.00 come and 60.00 too much: 40.00 of tax is owed again.
      Given these conventions:
        | question                | answer                      |
        | recovery                | receivable reinstated first |
        | tax relief on write-off | at write-off                |
        | write-off               | direct                      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 10.00 USD       |
      When finance writes off the January invoice of Globex on 20 May 2026
      And Globex transfers 500.00 USD on 15 June 2026 for the January invoice
      Then Globex has unapplied cash of 60.00 USD
      And the ledger shows on 15 June 2026 exactly:
        | account           | debit  | credit |
        | Cash              | 500.00 |        |
        | Unapplied cash    |        | 60.00  |
        | Revenue           |        | 400.00 |
        | Sales tax payable |        | 40.00  |
      And finance closes June 2026 without a difference

  Rule: A small difference is no credit loss

    Background:
      Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |

    Scenario: What is open of an invoice is as much as nobody collects
      # 110.00 - 109.96 = 0.04 of January; 110.00 - 105.00 = 5.00 of February is more than 0.05.
      When Globex transfers 109.96 USD on 30 January 2026 for the January invoice
      And Globex transfers 105.00 USD on 20 February 2026 for the February invoice
      And finance writes off small differences of up to 0.05 USD on 31 March 2026
      Then these invoices of Globex were written off:
        | date          | invoice         | amount | tax reclaimed |
        | 31 March 2026 | January invoice | 0.04   | 0.00          |
      And Globex owes 5.00 USD
      And the journal of March 2026 is:
        | date          | source    | account           | debit | credit |
        | 31 March 2026 | write-off | Small differences | 0.04  |        |
        | 31 March 2026 | write-off | Receivables       |       | 0.04   |
      And finance closes March 2026 without a difference

    Scenario: Not before it is overdue, not while in dispute, and exactly the most counts
      # Due on 31 January and 3 March: on 31 January nothing is overdue yet. 110.00 - 109.95 = 0.05.
      When Globex transfers 109.95 USD on 30 January 2026 for the January invoice
      And finance writes off small differences of up to 0.05 USD on 31 January 2026
      Then no invoice of Globex was written off
      When Globex disputes 0.05 USD of the January invoice on 1 February 2026 because "rounding"
      And finance writes off small differences of up to 0.05 USD on 2 February 2026
      Then no invoice of Globex was written off
      When the dispute of Globex is withdrawn on 3 February 2026
      And finance writes off small differences of up to 0.05 USD on 4 February 2026
      Then these invoices of Globex were written off:
        | date            | invoice         | amount |
        | 4 February 2026 | January invoice | 0.05   |
      When finance writes off small differences of up to 0.00 USD on 5 February 2026
      Then it is refused because "above zero"
      And finance closes February 2026 without a difference

  Rule: Who may give up how much

    Background:
      Given these approval limits:
        | act       | role              | up to  |
        | write-off | Credit controller | 500.00 |
        | write-off | Finance director  |        |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |

    Scenario: Above the limit of one role another has to approve, and never the one who prepared it
      # 50 * 10.00 = 500.00 and 10% = 550.00, above 500.00.
      When finance writes off the January invoice of Globex on 20 May 2026
      Then it is refused because "a write-off of 550.00 USD needs the approval of Finance director; nobody approved it"
      When finance writes off the January invoice of Globex on 20 May 2026, prepared by "Clerk" and approved by "Credit controller"
      Then it is refused because "Credit controller may not approve it"
      When finance writes off the January invoice of Globex on 20 May 2026, prepared by "Finance director" and approved by "Finance director"
      Then it is refused because "another role has to approve"
      And no invoice of Globex was written off
      And Globex owes 1,100.00 USD
      When finance writes off the January invoice of Globex on 20 May 2026, prepared by "Clerk" and approved by "Finance director"
      Then these invoices of Globex were written off:
        | date        | invoice         | amount |
        | 20 May 2026 | January invoice | 550.00 |
      And finance closes May 2026 without a difference
