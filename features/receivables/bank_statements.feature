@receivables @bank @wave-3 @req:Q2C-048
Feature: Bank statements
  Every line of the bank's statement is an entry of the ledger, and every entry on the bank account comes to stand on a
  statement. What has no like stands in a list with an owner and its age, and the month does not close over it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And the gateway keeps 2% of every payment
    And the gateway charges 15.00 USD for a chargeback

  Rule: A line is matched by what it says, then by its amount

    Background:
      # 50 * 10.00 = 500.00 and 10% tax: 550.00 a month. Due on 31 January and 3 March.
      Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due

    Scenario: A payout and two receipts
      # The gateway keeps 2% of 550.00 = 11.00 and sends 539.00.
      When the gateway pays out on 2 February 2026
      And Initech transfers 1,100.00 USD on 3 February 2026
      And the bank statement of 5 February 2026 shows:
        | value date      | amount   | reference      | payer   |
        | 4 February 2026 | 539.00   | PO-1, gateway  |         |
        | 3 February 2026 | 1,100.00 |                | Initech |
      Then the bank lines on 5 February 2026 are:
        | date            | bank     | ledger   | documents | state   | owner | age |
        | 3 February 2026 | 1,100.00 | 1,100.00 | AP-BT-1   | matched | -     | 0   |
        | 4 February 2026 | 539.00   | 539.00   | PO-1      | matched | -     | 0   |
      And everything at the bank is matched on 5 February 2026
      And the bank reconciliation on 5 February 2026 is:
        | line          | amount   |
        | bank          | 1,639.00 |
        | on its way    | 0.00     |
        | not as booked | 0.00     |
        | ledger        | 1,639.00 |
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                | amount   |
        | Bank, as stated     | 1,639.00 |
        | Bank, not as booked | 0.00     |
        | Bank, as booked     | 1,639.00 |

    Scenario: The payout is on its way over the month's end
      When Initech transfers 1,100.00 USD on 30 January 2026
      And the gateway pays out on 31 January 2026
      And the bank statement of 31 January 2026 shows:
        | value date      | amount   | payer   |
        | 30 January 2026 | 1,100.00 | Initech |
      Then these are not matched with the bank on 31 January 2026:
        | date            | bank | ledger | documents | state      | owner    | age | because                       |
        | 31 January 2026 | -    | 539.00 | PO-1      | in transit | Treasury | 0   | PO-1 is on its way to the bank |
      And the bank reconciliation on 31 January 2026 is:
        | line          | amount   |
        | bank          | 1,100.00 |
        | on its way    | 539.00   |
        | not as booked | 0.00     |
        | ledger        | 1,639.00 |
      And finance closes January 2026 without a difference
      When the bank statement of 2 February 2026 shows:
        | amount | reference |
        | 539.00 | PO-1      |
      Then everything at the bank is matched on 2 February 2026
      # What stood in transit on 31 January stood so.
      And these are not matched with the bank on 31 January 2026:
        | date            | documents | state      |
        | 31 January 2026 | PO-1      | in transit |

    Scenario Outline: After <days> days the bank should know: <state>
      When Initech transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 20 January 2026 shows:
        | amount   | payer   |
        | 1,100.00 | Initech |
      And Initech transfers 40.00 USD on 21 January 2026
      And time passes to <day>
      Then these are not matched with the bank on <day>:
        | date            | ledger | documents | state   | owner    | age    |
        | 21 January 2026 | 40.00  | AP-BT-2   | <state> | Treasury | <days> |
      When the bank statement of 26 January 2026 shows:
        | amount | reference |
        | 40.00  | BT-2      |
      Then everything at the bank is matched on 26 January 2026

      Examples:
        | day             | days | state      |
        | 21 January 2026 | 0    | in transit |
        | 24 January 2026 | 3    | in transit |
        | 25 January 2026 | 4    | overdue    |

    Scenario: A refund to the bank and two payments in one line
      # 1,100.00 and 40.00 too much; the 40.00 go back.
      When Initech transfers 1,140.00 USD on 20 January 2026
      And finance refunds Initech 40.00 USD of unapplied cash on 22 January 2026 to the bank transfer
      And Initech transfers 60.00 USD on 23 January 2026
      And Initech transfers 40.00 USD on 23 January 2026
      And the bank statement of 24 January 2026 shows:
        | value date      | amount   | reference  | payer   |
        | 20 January 2026 | 1,140.00 | BT-1       |         |
        | 22 January 2026 | -40.00   | RF-1       |         |
        | 23 January 2026 | 100.00   | BT-2, BT-3 |         |
      Then everything at the bank is matched on 24 January 2026

  Rule: What neither side knows of the other

    Background:
      # 50 * 10.00 = 500.00 and 10% tax: 550.00 a month. Due on 31 January and 3 March.
      Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due

    Scenario: Money that nobody booked, booked late
      When the bank statement of 15 January 2026 shows:
        | amount   | reference | payer   |
        | 1,100.00 | thank you | Initech |
      And time passes to 31 January 2026
      Then these are not matched with the bank on 31 January 2026:
        | date            | bank     | ledger | reference | payer   | state             | owner            | age | because        |
        | 15 January 2026 | 1,100.00 | -      | thank you | Initech | not in the ledger | Cash application | 16  | nobody booked it |
      And finance cannot close January 2026, because:
        | reconciliation | bank     | ledger | difference | explained by     |
        | Bank           | 1,100.00 | 0.00   | 1,100.00   | nobody booked it |
      # Booked more than three days after the bank's day it is not taken for that line by its amount alone.
      When Initech transfers 1,100.00 USD on 31 January 2026
      Then these are not matched with the bank on 31 January 2026:
        | date            | state             |
        | 15 January 2026 | not in the ledger |
        | 31 January 2026 | in transit        |
      When finance matches the bank line "thank you" with "AP-BT-1" on 31 January 2026
      Then the bank lines on 31 January 2026 are:
        | date            | bank     | ledger   | documents | state           |
        | 15 January 2026 | 1,100.00 | 1,100.00 | AP-BT-1   | matched by hand |
      And finance closes January 2026 without a difference

    Scenario: The bank credits less than the gateway reports
      When the gateway pays out on 2 February 2026
      And the bank statement of 3 February 2026 shows:
        | amount | reference |
        | 529.00 | PO-1      |
      And time passes to 28 February 2026
      Then these are not matched with the bank on 28 February 2026:
        | date            | bank   | ledger | documents | state          | owner            | age | because                                              |
        | 3 February 2026 | 529.00 | 539.00 | PO-1      | amounts differ | Cash application | 25  | the bank says 529.00 USD, the ledger 539.00 USD for PO-1 |
      And finance cannot close February 2026, because:
        | reconciliation | bank   | ledger | difference |
        | Bank           | 529.00 | 539.00 | -10.00     |

    Scenario: The ledger never hears of a payout
      Given the integration loses the event "payout sent"
      When the gateway pays out on 2 February 2026
      And the bank statement of 3 February 2026 shows:
        | amount | reference |
        | 539.00 | PO-1      |
      And time passes to 28 February 2026
      Then these are not matched with the bank on 28 February 2026:
        | date            | bank   | reference | state             | owner            |
        | 3 February 2026 | 539.00 | PO-1      | not in the ledger | Cash application |
      And finance cannot close February 2026, among other reasons because:
        | reconciliation | bank   | ledger | difference | explained by     |
        | Bank           | 539.00 | 0.00   | 539.00     | nobody booked it |

    Scenario: Two receipts of one amount, and nothing that tells them apart
      When Initech transfers 40.00 USD on 20 January 2026
      And Globex transfers 40.00 USD on 20 January 2026
      And the bank statement of 20 January 2026 shows:
        | amount | payer  | id    |
        | 40.00  |        | S-1/1 |
      Then these are not matched with the bank on 20 January 2026:
        | date            | bank  | ledger | documents | state             |
        | 20 January 2026 | -     | 40.00  | AP-BT-1   | in transit        |
        | 20 January 2026 | -     | 40.00  | AP-BT-2   | in transit        |
        | 20 January 2026 | 40.00 | -      | -         | not in the ledger |
      # The same statement once more brings nothing new, the next line names its payer.
      When the bank statement of 21 January 2026 shows:
        | value date      | amount | payer  | id    |
        | 20 January 2026 | 40.00  |        | S-1/1 |
        | 20 January 2026 | 40.00  | Globex | S-1/2 |
      Then everything at the bank is matched on 21 January 2026

    Scenario: What the clearing account is made of, until all of it is at the bank
      # 550.00 are collected on 31 January, charged back on 5 February for a fee of 15.00, and won on 20 February; the
      # February invoice is collected on 3 March. In all 550.00 - 15.00 + 550.00 = 1,085.00, less 2% of 1,100.00.
      When Globex charges back the January invoice on 5 February 2026 because "not recognized"
      And the chargeback of Globex is won on 20 February 2026
      And time passes to 3 March 2026
      Then the gateway clearing on 19 February 2026 is made of:
        | date            | document    | customer | amount  | age |
        | 31 January 2026 | PAY-NW-000001-1 | Globex | 550.00  | 19  |
        | 5 February 2026 | CB-1        | Globex   | -565.00 | 14  |
      And the gateway clearing on 3 March 2026 is made of:
        | date             | document        | amount  | age |
        | 31 January 2026  | PAY-NW-000001-1 | 550.00  | 31  |
        | 5 February 2026  | CB-1            | -565.00 | 26  |
        | 20 February 2026 | CO-1            | 550.00  | 11  |
        | 3 March 2026     | PAY-NW-000003-1 | 550.00  | 0   |
      When the gateway pays out on 4 March 2026
      And the bank statement of 5 March 2026 shows:
        | amount   | reference |
        | 1,063.00 | PO-1      |
      Then the gateway clearing on 5 March 2026 is zero
      And everything at the bank is matched on 5 March 2026
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

  Rule: Other conventions

    Scenario Outline: By convention: <answer>
      Given these conventions:
        | question               | answer   |
        | matching of bank lines | <answer> |
      And "Initech" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Hooli" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Hooli transfers 300.00 USD on 10 January 2026
      And Initech transfers 1,100.00 USD on 10 January 2026
      And the bank statement of 12 January 2026 shows:
        | amount   | reference |
        | 300.00   |           |
        | 1,100.00 | BT-2      |
      Then the bank reconciliation on 12 January 2026 is:
        | line          | amount          |
        | bank          | 1,400.00        |
        | on its way    | <on its way>    |
        | not as booked | <not as booked> |
        | ledger        | 1,400.00        |
      # What somebody says holds under every convention.
      When finance matches the bank line "BL-1" with "AP-BT-1" on 12 January 2026
      And finance matches the bank line "BT-2" with "AP-BT-2" on 12 January 2026
      Then everything at the bank is matched on 12 January 2026

      Examples:
        | answer                 | on its way | not as booked |
        | reference, else amount | 0.00       | 0.00          |
        | reference              | 300.00     | -300.00       |
        | by hand                | 1,400.00   | -1,400.00     |

  Rule: What cannot be

    Background:
      # 50 * 10.00 = 500.00 and 10% tax: 550.00 a month. Due on 31 January and 3 March.
      Given "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due

    Scenario: A line over nothing, from a day to come, matched with what is something else
      When Initech transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 20 January 2026 shows:
        | value date      | amount |
        | 20 January 2026 | 0.00   |
      Then it is refused because "a bank line over 0.00 USD says nothing"

    Scenario Outline: <what>
      Given "Hooli" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Hooli transfers 300.00 USD on 10 January 2026
      And the bank statement of 10 January 2026 shows:
        | value date   | amount   | reference |
        | <value date> | <amount> | something |
      And finance matches the bank line "BL-1" with "<documents>" on 11 January 2026
      Then it is refused because "<reason>"
      And these are not matched with the bank on 11 January 2026:
        | date            | bank     | documents |
        | 10 January 2026 | -        | AP-BT-1   |
        | 10 January 2026 | <amount> | -         |
      And finance cannot close January 2026, because:
        | reconciliation | explained by                                            |
        | Bank           | nobody booked it, the bank knows nothing of AP-BT-1 |

      Examples:
        | what               | value date      | amount | documents     | reason                                      |
        | Another amount     | 10 January 2026 | 299.99 | AP-BT-1       | bank line BL-1 is 299.99 USD, AP-BT-1 300.00 USD |
        | What is no entry   | 10 January 2026 | 299.99 | AP-BT-7       | AP-BT-7 put nothing on the bank account     |
        | Too many documents | 10 January 2026 | 310.00 | AP-BT-1, PO-9 | PO-9 put nothing on the bank account        |

    Scenario: A line is matched once
      When Initech transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 20 January 2026 shows:
        | amount   | reference |
        | 1,100.00 | first     |
        | 1,100.00 | second    |
      And finance matches the bank line "first" with "AP-BT-1" on 20 January 2026
      And finance matches the bank line "first" with "AP-BT-1" on 20 January 2026
      Then it is refused because "bank line BL-1 is matched already"
      When finance matches the bank line "second" with "AP-BT-1" on 20 January 2026
      Then it is refused because "AP-BT-1 is matched already"
      When the bank statement of 20 January 2026 shows:
        | value date      | amount |
        | 21 January 2026 | 1.00   |
      Then it is refused because "a bank line of 21 January 2026 cannot be known yet"
      And finance cannot close January 2026, because:
        | reconciliation | difference | explained by     |
        | Bank           | 1,100.00   | nobody booked it |
