@handbook @wave-1 @req:Q2C-090
Feature: Worked balances
  One contract, twelve months, 1,200.00 without tax, tax 10%, billed in advance on 1 January: invoice 1,320.00, each month
  100.00 of revenue. What happens to it afterwards must leave exactly these balances, whichever documents led there.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer   |
      | proration        | 30/360   |
      | revenue schedule | contract term |
      | revenue spread   | by month |

  Rule: Paid and served

    Scenario: Paid and served to the end
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account           | debit    | credit   |
        | Gateway clearing  | 1,320.00 |          |
        | Revenue           |          | 1,200.00 |
        | Sales tax payable |          | 120.00   |
      And finance closes December 2026 without a difference

    Scenario: Seats added for half a year, not paid
      # 480.00 a year for July to December: 480.00 * 6/12 = 240.00, tax 24.00.
      Given failed payments are not retried
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And the card of Globex works 1 times and is then declined
      When Globex adds 1 "Annual license" at 480.00 USD per year from 1 July 2026
      And time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account           | debit    | credit   |
        | Gateway clearing  | 1,320.00 |          |
        | Receivables       | 264.00   |          |
        | Revenue           |          | 1,440.00 |
        | Sales tax payable |          | 144.00   |
      And the revenue of Globex is:
        | month          | amount |
        | January 2026   | 100.00 |
        | February 2026  | 100.00 |
        | March 2026     | 100.00 |
        | April 2026     | 100.00 |
        | May 2026       | 100.00 |
        | June 2026      | 100.00 |
        | July 2026      | 140.00 |
        | August 2026    | 140.00 |
        | September 2026 | 140.00 |
        | October 2026   | 140.00 |
        | November 2026  | 140.00 |
        | December 2026  | 140.00 |

  Rule: A discount agreed in April that goes back to January

    Scenario: As a concession for past service
      # 10% of 1,200.00 = 120.00, tax 12.00; of it 40.00 is for January to April. 400.00 - 40.00 = 360.00.
      Given these conventions:
        | question             | answer                  |
        | retroactive discount | past-service concession |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When on 30 April 2026 Globex is granted 10% off from 1 January 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account            | debit    | credit |
        | Gateway clearing   | 1,320.00 |        |
        | Contract liability |          | 720.00 |
        | Revenue            |          | 360.00 |
        | Sales tax payable  |          | 108.00 |
        | Customer credits   |          | 132.00 |
      And the revenue schedule of Globex contains:
        | month         | amount |
        | May 2026      | 90.00  |
        | December 2026 | 90.00  |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account           | debit    | credit   |
        | Gateway clearing  | 1,320.00 |          |
        | Revenue           |          | 1,080.00 |
        | Sales tax payable |          | 108.00   |
        | Customer credits  |          | 132.00   |
      And finance closes December 2026 without a difference

    Scenario: As a new price for the months to come
      # (800.00 - 120.00) / 8 = 85.00 a month.
      Given these conventions:
        | question             | answer               |
        | retroactive discount | prospective re-price |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When on 30 April 2026 Globex is granted 10% off from 1 January 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account            | debit    | credit |
        | Gateway clearing   | 1,320.00 |        |
        | Contract liability |          | 680.00 |
        | Revenue            |          | 400.00 |
        | Sales tax payable  |          | 108.00 |
        | Customer credits   |          | 132.00 |
      And the revenue schedule of Globex contains:
        | month         | amount |
        | May 2026      | 85.00  |
        | December 2026 | 85.00  |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account           | debit    | credit   |
        | Gateway clearing  | 1,320.00 |          |
        | Revenue           |          | 1,080.00 |
        | Sales tax payable |          | 108.00   |
        | Customer credits  |          | 132.00   |
      And finance closes December 2026 without a difference
      And the revenue of December 2026 is 85.00 USD
      And the ledger shows on 31 December 2026:
        | account | credit   |
        | Revenue | 1,080.00 |

  Rule: Given up

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |

    Scenario: Written off without tax relief
      # Not served: 800.00 + 80.00 is credited first. 1,320.00 - 880.00 = 440.00 is lost.
      When Globex cancels on 1 May 2026
      And finance writes off the first invoice of Globex on 20 May 2026
      And time passes to 31 May 2026
      Then the ledger shows on 31 May 2026 exactly:
        | account             | debit  | credit |
        | Credit loss expense | 440.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 40.00  |

    Scenario: Written off without tax relief, and some of it comes after all
      When Globex cancels on 1 May 2026
      And finance writes off the first invoice of Globex on 20 May 2026
      And time passes to 31 May 2026
      And Globex transfers 110.00 USD on 15 June 2026 for the first invoice
      Then the ledger shows on 15 June 2026 exactly:
        | account             | debit  | credit |
        | Cash                | 110.00 |        |
        | Credit loss expense | 330.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 40.00  |

  Rule: Given up, with the tax reclaimed

    Background:
      Given these conventions:
        | question                | answer       |
        | tax relief on write-off | at write-off |
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |

    Scenario: Written off with tax relief
      # 440.00 * 0.10 / 1.10 = 40.00 of tax comes back.
      When Globex cancels on 1 May 2026
      And finance writes off the first invoice of Globex on 20 May 2026
      And time passes to 31 May 2026
      Then the ledger shows on 31 May 2026 exactly:
        | account             | debit  | credit |
        | Credit loss expense | 400.00 |        |
        | Revenue             |        | 400.00 |

    Scenario: Written off with tax relief, and some of it comes after all
      # 110.00 holds 10.00 of tax, which is owed again.
      When Globex cancels on 1 May 2026
      And finance writes off the first invoice of Globex on 20 May 2026
      And time passes to 31 May 2026
      And Globex transfers 110.00 USD on 15 June 2026 for the first invoice
      Then the ledger shows on 15 June 2026 exactly:
        | account             | debit  | credit |
        | Cash                | 110.00 |        |
        | Credit loss expense | 300.00 |        |
        | Revenue             |        | 400.00 |
        | Sales tax payable   |        | 10.00  |

  Rule: Less, or no more

    Scenario: Forty of a hundred units go in July
      # 100 units at 12.00 a year; 40 * 12.00 * 6/12 = 240.00, tax 24.00. 1,200.00 - 240.00 = 960.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 100      | 12.00 USD      |
      And Globex pays every invoice when it is due
      When Globex removes 40 "Annual license" from 1 July 2026
      And time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account           | debit    | credit |
        | Gateway clearing  | 1,320.00 |        |
        | Revenue           |          | 960.00 |
        | Sales tax payable |          | 96.00  |
        | Customer credits  |          | 264.00 |

    Scenario: Cancelled at the end of April and refunded
      # 1,200.00 * 8/12 = 800.00, tax 80.00: 1,320.00 - 880.00 = 440.00 stays.
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex cancels on 1 May 2026 and is refunded
      Then the ledger shows on 1 May 2026 exactly:
        | account           | debit  | credit |
        | Gateway clearing  | 440.00 |        |
        | Revenue           |        | 400.00 |
        | Sales tax payable |        | 40.00  |

    Scenario: Cancelled for a fee and refunded
      Given "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex cancels on 1 May 2026 for a fee of 100.00 USD and is refunded
      And time passes to 31 May 2026
      Then the ledger shows on 31 May 2026 exactly:
        | account           | debit  | credit |
        | Gateway clearing  | 540.00 |        |
        | Revenue           |        | 500.00 |
        | Sales tax payable |        | 40.00  |

  Rule: Charged back

    Background:
      Given the gateway charges 15.00 USD for a chargeback
      And "Globex" signed on 1 January 2026 for 12 months, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due

    Scenario: A chargeback is open after four months
      # The gateway holds 1,320.00 - 1,320.00 - 15.00; 1,200.00 - 4 * 100.00 = 800.00 is still to be served.
      When Globex charges back the January invoice on 30 April 2026 because "not recognized"
      Then the ledger shows on 30 April 2026 exactly:
        | account               | debit    | credit |
        | Gateway clearing      |          | 15.00  |
        | Disputed funds        | 1,320.00 |        |
        | Contract liability    |          | 800.00 |
        | Revenue               |          | 400.00 |
        | Sales tax payable     |          | 120.00 |
        | Bank and gateway fees | 15.00    |        |
      And finance closes April 2026 without a difference

    Scenario: A chargeback is lost after four months, and the contract ends
      # What is not served is credited, 800.00 and 80.00 tax; 1,320.00 - 880.00 = 440.00 is owed for what was.
      When Globex charges back the January invoice on 20 April 2026 because "not recognized"
      And the chargeback of Globex is lost on 30 April 2026
      And Globex cancels on 1 May 2026
      Then the ledger shows on 1 May 2026 exactly:
        | account               | debit  | credit |
        | Gateway clearing      |        | 15.00  |
        | Receivables           | 440.00 |        |
        | Revenue               |        | 400.00 |
        | Sales tax payable     |        | 40.00  |
        | Bank and gateway fees | 15.00  |        |
      And finance closes May 2026 without a difference

  Rule: In a foreign currency

    Scenario: 1,000.00 EUR invoiced at 1.10, shown at 1.15 at the close, paid at 1.12, before any of it is served
      # Service begins on 1 March, two months after the invoice. Cash 1,120.00, liability 1,100.00, 20.00 realized, nothing unrealized.
      Given these exchange rates:
        | date             | from | to  | rate | kind    |
        | 1 January 2026   | EUR  | USD | 1.10 | spot    |
        | 31 January 2026  | EUR  | USD | 1.15 | closing |
        | 10 February 2026 | EUR  | USD | 1.12 | spot    |
        | 28 February 2026 | EUR  | USD | 1.13 | closing |
      When "Globex" signed on 1 January 2026 for 1 year from 1 March 2026, billed yearly in advance, 59 days ahead, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,000.00 EUR   |
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account                         | debit    | credit   |
        | Receivables                     | 1,150.00 |          |
        | Contract liability              |          | 1,100.00 |
        | Unrealized exchange differences |          | 50.00    |
      When Globex transfers 1,000.00 EUR on 10 February 2026 for the January invoice
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026 exactly:
        | account                       | debit    | credit   |
        | Cash                          | 1,120.00 |          |
        | Contract liability            |          | 1,100.00 |
        | Realized exchange differences |          | 20.00    |
      And finance closes February 2026 without a difference
