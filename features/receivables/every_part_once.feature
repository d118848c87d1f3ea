@receivables @req:Q2C-310
Feature: Every part once, on its day
  What a slip of a sign or of a bound would get wrong: the day an invoice is posted, a month in which nothing is booked, a second amount
  of the same kind, the part of a common invoice that is one contract's.

  Background:
    Given the company "Northwind SaaS"

  Scenario: An invoice is open from the day it is posted on, and not the day before
    Given "Globex" signed on 10 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 10.00 USD       |
    When time passes to 11 January 2026
    Then the ageing on 10 January 2026 is:
      | customer | not due | 1-30 days |
      | Globex   | 440.00  | 0.00      |

  Scenario: A month without any entry, and the loss that is expected still grows the month after
    # 440.00 are due on 31 January: 28 and 59 days later 5% = 22.00, 89 days later 20% = 88.00.
    Given these expected losses:
      | days overdue | expected loss |
      | 0            | 1%            |
      | 1            | 5%            |
      | 61           | 20%           |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 10.00 USD       |
    When time passes to 30 April 2026
    Then the journal of February 2026 is:
      | date             | account             | debit        | credit       |
      | 28 February 2026 | Credit loss expense | 22.00 - 4.40 |              |
      | 28 February 2026 | Loss allowance      |              | 22.00 - 4.40 |
    And nothing is posted in March 2026
    And the journal of April 2026 is:
      | date          | account             | debit         | credit        |
      | 30 April 2026 | Credit loss expense | 88.00 - 22.00 |               |
      | 30 April 2026 | Loss allowance      |               | 88.00 - 22.00 |
    And finance closes April 2026 without a difference

  Scenario: Tax that falls with a discount is not due, where tax is due when paid
    # 539.00 are 98% of 550.00: 11.00 are deducted, 1.00 of them tax. Of the 99.00 of tax that are left half is due, 49.50.
    Given these conventions:
      | question               | answer                    |
      | tax due                | when paid                 |
      | early-payment discount | of the total, tax with it |
    And 2% may be deducted from invoices paid within 10 days
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 539.00 USD on 11 January 2026
    Then Globex owes 550.00 USD
    And the ledger shows on 11 January 2026:
      | account           | debit | credit |
      | Concessions       | 10.00 |        |
      | Sales tax payable |       | 49.50  |
      | Tax not yet due   |       | 49.50  |
    When time passes to 31 January 2026
    Then finance closes January 2026 without a difference
    When Globex transfers 550.00 USD on 10 February 2026
    Then the ledger shows on 10 February 2026:
      | account           | credit       |
      | Sales tax payable | 100.00 - 1.00 |
      | Tax not yet due   |              |

  Scenario: What was paid ahead of one contract pays only its part of a common invoice
    Given these conventions:
      | question          | answer                      |
      | revenue schedule  | service period of each line |
      | invoices of a day | one per customer            |
    And "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product   | price per month |
      | Analytics | 500.00 USD      |
    And "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Globex transfers 1,000.00 USD on 10 March 2026 ahead of the invoices of the contract
    And time passes to 1 April 2026
    # The second contract's 110.00 of March at once, and its 110.00 of the 660.00 of April: 780.00 wait for May.
    Then Globex has paid ahead 780.00 USD
    And Globex has these open invoices:
      | invoice       | open   |
      | March invoice | 550.00 |
      | April invoice | 550.00 |
    When time passes to 30 April 2026
    Then finance closes April 2026 without a difference

  Scenario: Two bank charges of one invoice are two deductions
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 10.00 USD       |
    When finance accepts 5.00 USD of the January invoice of Globex as a bank charge on 10 January 2026
    And finance accepts 3.00 USD of the January invoice of Globex as a bank charge on 11 January 2026
    Then these deductions of Globex were taken:
      | date            | kind        | amount |
      | 10 January 2026 | bank charge | 5.00   |
      | 11 January 2026 | bank charge | 3.00   |
    And Globex owes 432.00 USD

  Scenario: An advice that names an invoice twice means both amounts
    Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 10.00 USD       |
    When Globex transfers 300.00 USD on 10 January 2026 with this remittance advice:
      | invoice         | amount |
      | January invoice | 200.00 |
      | January invoice | 50.00  |
    Then Globex owes 190.00 USD
    And Globex has unapplied cash of 50.00 USD
