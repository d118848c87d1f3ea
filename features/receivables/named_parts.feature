@receivables @installments @remittances @req:Q2C-256
Feature: A part of an invoice that is named
  Who pays, contests or gives up "the second part" means that part, whichever is due first. Nothing is said twice: what is open of the
  parts adds up to what is open of the invoice.

  # 100 * 10.00 and 10%: 1,100.00. 30% are 330.00 on 11 January, the rest, 770.00, on 31 January.
  Background:
    Given the company "Northwind SaaS"
    And Globex is to pay in these parts:
      | due            | part |
      | within 10 days | 30%  |
      | within 30 days |      |

  Rule: Payments

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: The second part is paid first
      When Globex transfers 770.00 USD on 5 January 2026 for part 2 of the January invoice
      And time passes to 20 January 2026
      Then Globex has these open invoices:
        | invoice         | due             | total  | open   | days overdue |
        | January invoice | 11 January 2026 | 330.00 | 330.00 | 9            |
      And Globex was sent these letters:
        | date            | letter           | invoice         | due             | open   |
        | 18 January 2026 | Payment reminder | January invoice | 11 January 2026 | 330.00 |
      And the ageing on 20 January 2026 is:
        | customer | not due | 1-30 days |
        | Globex   | 0.00    | 330.00    |
      And the journal from 2 January 2026 to 20 January 2026 is:
        | date           | source  | account     | debit  | credit |
        | 5 January 2026 | payment | Cash        | 770.00 |        |
        | 5 January 2026 | payment | Receivables |        | 770.00 |
      When Globex transfers 330.00 USD on 21 January 2026
      Then Globex owes nothing
      And finance closes January 2026 without a difference

    # 20.00 of the first part and all of the second but 70.00; those stay open, in dispute. 800.00 - 20.00 - 700.00 = 80.00 are for nothing.
    Scenario: Several parts on one remittance advice
      When Globex transfers 800.00 USD on 5 January 2026 with this remittance advice:
        | invoice         | part | amount | short | reason  |
        | January invoice | 2    | 700.00 | 70.00 | damaged |
        | January invoice | 1    | 20.00  |       |         |
      Then Globex has these open invoices:
        | invoice         | due             | open           | in dispute |
        | January invoice | 11 January 2026 | 330.00 - 20.00 | 0.00       |
        | January invoice | 31 January 2026 | 70.00          | 70.00      |
      And the disputes of Globex are:
        | date           | invoice         | part | amount | reason  |
        | 5 January 2026 | January invoice | 2    | 70.00  | damaged |
      And Globex has unapplied cash of 80.00 USD
      And finance closes January 2026 without a difference

    # 700.00 of the second part, and "the rest of the invoice": 1,100.00 - 700.00 = 400.00; 1,200.00 - 1,100.00 are for nothing.
    Scenario: A part, and all that is left of the invoice
      When Globex transfers 1,200.00 USD on 5 January 2026 with this remittance advice:
        | invoice         | part | amount |
        | January invoice | 2    | 700.00 |
        | January invoice |      |        |
      Then Globex owes nothing
      And Globex has unapplied cash of 100.00 USD
      And finance closes January 2026 without a difference

    Scenario Outline: What is left of more than a part, or of a part that there is not, pays nothing
      When Globex transfers <paid> USD on 5 January 2026 for part <part> of the January invoice
      Then Globex owes <owed> USD
      And Globex has unapplied cash of <left> USD
      And finance closes January 2026 without a difference

      Examples:
        | paid   | part | owed     | left   |
        | 400.00 | 1    | 770.00   | 70.00  |
        | 400.00 | 3    | 1,100.00 | 400.00 |

    Scenario: A payment that is taken off leaves the part it was for open
      When Globex transfers 770.00 USD on 5 January 2026 for part 2 of the January invoice
      And finance takes the payment off the January invoice of Globex on 7 January 2026
      And Globex transfers 100.00 USD on 8 January 2026 for the January invoice
      Then Globex has these open invoices:
        | invoice         | due             | open            |
        | January invoice | 11 January 2026 | 330.00 - 100.00 |
        | January invoice | 31 January 2026 | 770.00          |
      And Globex has unapplied cash of 770.00 USD
      And finance closes January 2026 without a difference

  Rule: In another currency

    # 330.00 USD for a part of an invoice in euros: which amount that part is worth nobody agreed; it stands unapplied.
    Scenario: A part of an invoice in another currency is not paid by name
      Given these exchange rates:
        | date           | from | to  | rate |
        | 1 January 2026 | EUR  | USD | 1.10 |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 EUR       |
      When Globex transfers 330.00 USD on 5 January 2026 for part 1 of the January invoice
      Then Globex owes 1,000.00 EUR
      And Globex has unapplied cash of 330.00 USD
      And finance closes January 2026 without a difference

  Rule: Disputes and losses

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: The first part is contested, the second is not
      When Globex disputes part 1 of the January invoice on 5 January 2026 because "wrong price"
      And time passes to 7 February 2026
      Then Globex has these open invoices:
        | invoice         | due             | open   | in dispute |
        | January invoice | 11 January 2026 | 330.00 | 330.00     |
        | January invoice | 31 January 2026 | 770.00 | 0.00       |
      And Globex was sent these letters:
        | date            | letter           | invoice         | due             | open   |
        | 7 February 2026 | Payment reminder | January invoice | 31 January 2026 | 770.00 |
      When Globex disputes part 1 of the January invoice on 8 February 2026 because "again"
      Then it is refused because "part 1 of invoice NW-000001 cannot be disputed: all that is open of it is in dispute already"
      When the dispute of Globex is rejected on 9 February 2026
      Then Globex was sent these letters:
        | date            | letter           | invoice         | due             | open   |
        | 7 February 2026 | Payment reminder | January invoice | 31 January 2026 | 770.00 |
        | 9 February 2026 | Second reminder  | January invoice | 11 January 2026 | 330.00 |
      And finance closes February 2026 without a difference

    # 330.00 of the first part stay; the second, 770.00, is lost.
    Scenario: The second part is given up
      When finance writes off part 2 of the January invoice of Globex on 20 January 2026
      Then these invoices of Globex were written off:
        | date            | invoice         | amount |
        | 20 January 2026 | January invoice | 770.00 |
      And Globex has these open invoices:
        | invoice         | due             | open   |
        | January invoice | 11 January 2026 | 330.00 |
      And the journal from 20 January 2026 to 20 January 2026 is:
        | date            | source    | account        | debit  | credit |
        | 20 January 2026 | write-off | Loss allowance | 770.00 |        |
        | 20 January 2026 | write-off | Receivables    |        | 770.00 |
      And finance closes January 2026 without a difference
      When finance writes off part 2 of the January invoice of Globex on 1 February 2026
      Then it is refused because "nothing is open of part 2 of invoice NW-000001 to write off"

    Scenario Outline: Refused: <act>
      When <act>
      Then it is refused because "<told>"
      And no invoice of Globex was written off
      And Globex has disputed nothing

      Examples:
        | act                                                                              | told                                                  |
        | finance writes off part 3 of the January invoice of Globex on 20 January 2026    | invoice NW-000001 has no part 3: it is due in 2 parts |
        | Globex disputes part 3 of the January invoice on 20 January 2026 because "price" | invoice NW-000001 has no part 3: it is due in 2 parts |

  Rule: After a loss

    # 1,000.00 bring the 330.00 that are open, then 670.00 of what was given up: it stands again, and is paid.
    Scenario: What was given up of a part comes after all
      Given these conventions:
        | question | answer                      |
        | recovery | receivable reinstated first |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When finance writes off part 2 of the January invoice of Globex on 20 January 2026
      And Globex transfers 1,000.00 USD on 25 January 2026 for the January invoice
      Then Globex has paid after all:
        | date            | invoice         | amount           |
        | 25 January 2026 | January invoice | 1000.00 - 330.00 |
      And Globex owes nothing
      And finance closes January 2026 without a difference

  # 2% within 10 days, by convention only of what is paid in full. 330.00 - 6.60 = 323.40, which leaves 770.00 or, where nothing is
  # deducted, 776.60; one cent less pays nothing off. 330.00 pay the first part without a discount, 400.00 leave 700.00. 2% of
  # 1,100.00 are 22.00: 1,078.00 pay all.
  Rule: Early payment

    Background:
      Given 2% may be deducted from invoices paid within 10 days
      And these conventions:
        | question                                 | answer                  |
        | early-payment discount on a part payment | only on payment in full |

    Scenario Outline: <paid> in time, discount <answer>
      Given these conventions:
        | question                                          | answer   |
        | early-payment discount of an invoice due in parts | <answer> |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers <paid> USD on 5 January 2026
      Then Globex owes <owed> USD
      And finance closes January 2026 without a difference

      Examples:
        | answer               | paid     | owed   |
        | of each part         | 323.40   | 770.00 |
        | of each part         | 323.39   | 776.61 |
        | of each part         | 330.00   | 770.00 |
        | of each part         | 400.00   | 700.00 |
        | of each part         | 1,078.00 | 0.00   |
        | of the whole invoice | 323.40   | 776.60 |
        | of the whole invoice | 1,078.00 | 0.00   |
        | none                 | 323.40   | 776.60 |
        | none                 | 1,078.00 | 22.00  |

    # 2% of 770.00 are 15.40. The second part is named, and paid with 754.60.
    Scenario: The second part is named, and earns its own discount
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 754.60 USD on 5 January 2026 for part 2 of the January invoice
      Then Globex owes 330.00 USD
      And these deductions of Globex were taken:
        | date           | invoice         | kind     | amount |
        | 5 January 2026 | January invoice | discount | 15.40  |
      And Globex has these open invoices:
        | invoice         | due             | open   |
        | January invoice | 11 January 2026 | 330.00 |
      And the journal from 5 January 2026 to 5 January 2026 is:
        | date           | source   | account     | debit  | credit |
        | 5 January 2026 | payment  | Cash        | 754.60 |        |
        | 5 January 2026 | payment  | Receivables |        | 754.60 |
        | 5 January 2026 | discount | Concessions | 15.40  |        |
        | 5 January 2026 | discount | Receivables |        | 15.40  |
      And finance closes January 2026 without a difference

    Scenario Outline: Nothing is deducted of a part that is named, discount <answer>
      Given these conventions:
        | question                                          | answer   |
        | early-payment discount of an invoice due in parts | <answer> |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 754.60 USD on 5 January 2026 for part 2 of the January invoice
      Then Globex has these open invoices:
        | invoice         | due             | open            |
        | January invoice | 11 January 2026 | 330.00          |
        | January invoice | 31 January 2026 | 770.00 - 754.60 |
      And Globex took no deduction

      Examples:
        | answer               |
        | of the whole invoice |
        | none                 |
