@receivables @bank @conventions @wave-3 @req:Q2C-048
Feature: What a bank keeps of a transfer
  A customer pays in full, and less arrives: a bank on the way has kept its charge. Up to a limit that is the company's expense on the
  day its statement says so; the invoice stays paid. Above the limit somebody has to look.

  Background:
    # 100 * 10.00 and 10%: 1,100.00.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And the bank may keep up to 10.00 USD of a transfer

  Rule: A bank charge, where that is the convention

    Background:
      Given "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario: A charge of 7.50
      # 1,100.00 - 1,092.50.
      When Globex transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 22 January 2026 shows:
        | value date      | amount   | reference |
        | 21 January 2026 | 1,092.50 | NW-000001 |
      Then the bank lines on 22 January 2026 are:
        | date            | bank     | ledger   | documents        | state   |
        | 21 January 2026 | 1,092.50 | 1,092.50 | AP-BT-1, BC-BL-1 | matched |
      And everything at the bank is matched on 22 January 2026
      And Globex owes nothing
      And Globex took no deduction
      When time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account               | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables           | 1,100.00 |          |
        | 1 January 2026  | January invoice | Contract liability    |          | 1,000.00 |
        | 1 January 2026  | January invoice | Sales tax payable     |          | 100.00   |
        | 20 January 2026 | payment         | Cash                  | 1,100.00 |          |
        | 20 January 2026 | payment         | Receivables           |          | 1,100.00 |
        | 22 January 2026 | bank charge     | Bank and gateway fees | 7.50     |          |
        | 22 January 2026 | bank charge     | Cash                  |          | 7.50     |
        | 31 January 2026 | revenue         | Contract liability    | 1,000.00 |          |
        | 31 January 2026 | revenue         | Revenue               |          | 1,000.00 |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                | amount   |
        | Bank, as stated     | 1,092.50 |
        | Bank, not as booked | 0.00     |
        | Bank, as booked     | 1,092.50 |

    Scenario: A statement that is brought in twice bears it once
      When Globex transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 22 January 2026 shows:
        | amount   | reference | id |
        | 1,095.00 | BT-1      | 7  |
      And the bank statement of 23 January 2026 shows:
        | amount   | reference | id |
        | 1,095.00 | BT-1      | 7  |
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account               | debit    |
        | Bank and gateway fees | 5.00     |
        | Cash                  | 1,095.00 |
      And everything at the bank is matched on 31 January 2026

    Scenario: Somebody says which payment it is
      When Globex transfers 1,100.00 USD on 10 January 2026
      And the bank statement of 22 January 2026 shows:
        | amount   | reference     |
        | 1,090.00 | wire, charges |
      And finance matches the bank line "BL-1" with "AP-BT-1" on 23 January 2026
      Then the bank lines on 23 January 2026 are:
        | date            | bank     | ledger   | documents        | state           |
        | 22 January 2026 | 1,090.00 | 1,090.00 | AP-BT-1, BC-BL-1 | matched by hand |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

    Scenario Outline: <what> is left to somebody
      When Globex transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 22 January 2026 shows:
        | amount   | reference |
        | <stated> | BT-1      |
      Then these are not matched with the bank on 22 January 2026:
        | date            | bank     | ledger   | documents | state          | owner            | because                                            |
        | 22 January 2026 | <stated> | 1,100.00 | AP-BT-1   | amounts differ | Cash application | the bank says <stated> USD, the ledger 1,100.00 USD for AP-BT-1 |
      And the ledger shows on 22 January 2026 exactly:
        | account            | debit    | credit   |
        | Cash               | 1,100.00 |          |
        | Contract liability |          | 1,000.00 |
        | Sales tax payable  |          | 100.00   |
      When time passes to 31 January 2026
      Then finance cannot close January 2026, because:
        | reconciliation | bank         | ledger       | difference     |
        | Bank           | <stated> USD | 1,100.00 USD | <difference> USD |

      Examples:
        | what                 | stated   | difference |
        | More than the limit  | 1,089.99 | -10.01     |
        | More than was booked | 1,100.01 | 0.01       |

  Rule: Left open, where that is the convention

    Scenario: Even a small difference waits for somebody
      Given these conventions:
        | question                                | answer    |
        | difference at the bank within tolerance | left open |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex transfers 1,100.00 USD on 20 January 2026
      And the bank statement of 22 January 2026 shows:
        | amount   | reference |
        | 1,092.50 | BT-1      |
      Then these are not matched with the bank on 22 January 2026:
        | date            | bank     | documents | state          |
        | 22 January 2026 | 1,092.50 | AP-BT-1   | amounts differ |
      When time passes to 31 January 2026
      Then finance cannot close January 2026, because:
        | reconciliation | bank         | ledger       | difference |
        | Bank           | 1,092.50 USD | 1,100.00 USD | -7.50 USD  |
