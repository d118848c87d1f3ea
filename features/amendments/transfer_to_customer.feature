@amendments @transfer @wave-3 @req:Q2C-021
Feature: A contract passes to another customer
  A business is sold, a department becomes a company: somebody else takes the contract over as it stands. Price, term and bill
  dates stay. The new customer is invoiced from then on and is served what was billed ahead; nothing is earned by it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |

  Scenario: In the middle of a quarter that is billed
    # 30 * 10.00 * 3 = 900.00 for the 90 days of the quarter, 10.00 a day: 740.00 for 74 days to 15 March, 160.00 for the 16 left.
    When the contract of Globex passes to the customer Initech from 16 March 2026
    And time passes to 1 April 2026
    Then Initech is subscribed to:
      | product       | quantity | price               |
      | Platform seat | 30       | 10.00 USD per month |
    And Globex is subscribed to nothing
    And Globex is invoiced:
      | date           | from           | to            | net    | tax   |
      | 1 January 2026 | 1 January 2026 | 31 March 2026 | 900.00 | 90.00 |
    And Initech is invoiced:
      | date         | from         | to           | net    | tax   |
      | 1 April 2026 | 1 April 2026 | 30 June 2026 | 900.00 | 90.00 |
    And nothing else is invoiced
    And nothing else is credited
    And Globex owes 990.00 USD
    And Initech owes 990.00 USD
    And the journal of March 2026 is:
      | date          | customer | source   | account            | debit  | credit |
      | 16 March 2026 | Globex   | revenue  | Contract liability | 150.00 |        |
      | 16 March 2026 | Globex   | revenue  | Revenue            |        | 150.00 |
      | 16 March 2026 | Globex   | transfer | Contract liability | 160.00 |        |
      | 16 March 2026 | Initech  | transfer | Contract liability |        | 160.00 |
      | 31 March 2026 | Initech  | revenue  | Contract liability | 160.00 |        |
      | 31 March 2026 | Initech  | revenue  | Revenue            |        | 160.00 |
    And the revenue of March 2026 is 310.00 USD
    And finance closes March 2026 without a difference
    And the March 2026 close report shows:
      | line                        | amount   |
      | Invoiced                    | 0.00     |
      | Receivables, closing        | 990.00   |
      | Contract liability, closing | 0.00     |
      | Revenue                     | 310.00   |

  Scenario: The new customer changes what it took over
    # Initech removes 10 of 30 seats from 1 April: the April quarter is 20 * 10.00 * 3 = 600.00. Globex has no contract left.
    When the contract of Globex passes to the customer Initech from 16 March 2026
    And Initech signs on 20 March 2026 to remove 10 "Platform seat" from 1 April 2026
    And time passes to 1 April 2026
    Then Initech is invoiced:
      | date         | quantity | net    |
      | 1 April 2026 | 20       | 600.00 |
    And nothing else is invoiced since 2 January 2026
    And nothing else is credited
    When time passes to 30 April 2026
    Then finance closes April 2026 without a difference

  Scenario: Signed ahead, it waits for its day
    When Globex signs on 10 February 2026 that the contract passes to the customer Initech from 1 April 2026
    And time passes to 31 March 2026
    Then Globex is subscribed to:
      | product       | quantity |
      | Platform seat | 30       |
    And Initech is subscribed to nothing
    When time passes to 1 April 2026
    Then Globex is subscribed to nothing
    And Initech is invoiced:
      | date         | net    |
      | 1 April 2026 | 900.00 |
    And nothing else is invoiced since 2 January 2026

  Scenario: What is credited of the old customer's invoice is the old customer's
    # Initech leaves on 26 March: six of 90 days of Globex's invoice, 60.00, tax 6.00, reduce what Globex still owes.
    When the contract of Globex passes to the customer Initech from 16 March 2026
    And Initech cancels on 26 March 2026
    And time passes to 31 March 2026
    Then Globex is credited:
      | date          | from          | to            | net   | tax  | credits         |
      | 26 March 2026 | 26 March 2026 | 31 March 2026 | 60.00 | 6.00 | January invoice |
    And nothing else is credited
    And Globex owes 924.00 USD
    And the journal of March 2026 is:
      | date          | customer | source      | account            | debit  | credit |
      | 16 March 2026 | Globex   | revenue     | Contract liability | 150.00 |        |
      | 16 March 2026 | Globex   | revenue     | Revenue            |        | 150.00 |
      | 16 March 2026 | Globex   | transfer    | Contract liability | 160.00 |        |
      | 16 March 2026 | Initech  | transfer    | Contract liability |        | 160.00 |
      | 26 March 2026 | Initech  | credit memo | Contract liability | 60.00  |        |
      | 26 March 2026 | Globex   | credit memo | Sales tax payable  | 6.00   |        |
      | 26 March 2026 | Globex   | credit memo | Receivables        |        | 66.00  |
      | 31 March 2026 | Initech  | revenue     | Contract liability | 100.00 |        |
      | 31 March 2026 | Initech  | revenue     | Revenue            |        | 100.00 |
    And finance closes March 2026 without a difference

  Scenario: A discount that goes back to before the transfer
    # 10% off from 16 February, agreed on 16 March, two days after the transfer of 14 March: 44 of 90 days, 90.00 * 44/90 = 44.00.
    # Globex's days, 16 February to 13 March, are 26.00 of it; of Initech's three to 16 March are served, 3.00; 15.00 is to come.
    When the contract of Globex passes to the customer Initech from 14 March 2026
    And on 16 March 2026 Initech is granted 10% off from 16 February 2026
    And time passes to 31 March 2026
    Then Globex is credited:
      | date          | from             | to            | net   | tax  |
      | 16 March 2026 | 16 February 2026 | 31 March 2026 | 44.00 | 4.40 |
    And nothing else is credited
    And the journal from 16 March 2026 to 31 March 2026 is:
      | date          | customer | source      | account            | debit  | credit |
      | 16 March 2026 | Globex   | credit memo | Revenue            | 26.00  |        |
      | 16 March 2026 | Initech  | credit memo | Revenue            | 3.00   |        |
      | 16 March 2026 | Initech  | credit memo | Contract liability | 15.00  |        |
      | 16 March 2026 | Globex   | credit memo | Sales tax payable  | 4.40   |        |
      | 16 March 2026 | Globex   | credit memo | Receivables        |        | 48.40  |
      | 31 March 2026 | Initech  | revenue     | Contract liability | 165.00 |        |
      | 31 March 2026 | Initech  | revenue     | Revenue            |        | 165.00 |
    And finance closes March 2026 without a difference

  Scenario: A discount that goes back over two transfers
    # 10% off from 16 February, agreed on 26 March: 44 of 90 days, 44.00. Of it Globex's 26 days to 13 March are 26.00, Initech's
    # seven to 20 March 7.00, of Hooli's eleven the six to 26 March 6.00 are served; 5.00 is to come.
    When the contract of Globex passes to the customer Initech from 14 March 2026
    And the contract of Initech passes to the customer Hooli from 21 March 2026
    And on 26 March 2026 Hooli is granted 10% off from 16 February 2026
    And time passes to 31 March 2026
    Then Globex is credited:
      | date          | from             | to            | net   | tax  |
      | 26 March 2026 | 16 February 2026 | 31 March 2026 | 44.00 | 4.40 |
    And nothing else is credited
    And the journal from 26 March 2026 to 31 March 2026 is:
      | date          | customer | source      | account            | debit  | credit |
      | 26 March 2026 | Globex   | credit memo | Revenue            | 26.00  |        |
      | 26 March 2026 | Initech  | credit memo | Revenue            | 7.00   |        |
      | 26 March 2026 | Hooli    | credit memo | Revenue            | 6.00   |        |
      | 26 March 2026 | Hooli    | credit memo | Contract liability | 5.00   |        |
      | 26 March 2026 | Globex   | credit memo | Sales tax payable  | 4.40   |        |
      | 26 March 2026 | Globex   | credit memo | Receivables        |        | 48.40  |
      | 31 March 2026 | Hooli    | revenue     | Contract liability | 105.00 |        |
      | 31 March 2026 | Hooli    | revenue     | Revenue            |        | 105.00 |
    And finance closes March 2026 without a difference

  Scenario: Nobody takes over what is theirs already
    When the contract of Globex passes to the customer Globex from 16 March 2026
    Then billing holds these exceptions:
      | event              | customer | reason                                        |
      | "order closed-won" | Globex   | contract C-1 is between Globex and NW already on 16 March 2026 |
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders       | *   | *       | *        | *          |
    And Globex is subscribed to:
      | product       | quantity |
      | Platform seat | 30       |

  Scenario: Not after the contract has ended
    When Globex cancels on 1 March 2026
    And Globex signs on 5 March 2026 that the contract passes to the customer Initech from 10 March 2026
    Then billing holds these exceptions:
      | event              | customer | reason                                          |
      | "order closed-won" | Globex   | contract C-1 was cancelled from 1 March 2026 on |
    And finance cannot close March 2026, because:
      | reconciliation | CRM | billing | difference | explained by |
      | Orders       | *   | *       | *        | *          |

  Scenario: On the day of an invoice that was issued before
    # 300.00 a month. Globex keeps the invoice of 1 April, the service of April is Initech's.
    When Globex signs on 1 April 2026 that the contract passes to the customer Initech from 1 April 2026
    And time passes to 30 April 2026
    Then finance closes April 2026 without a difference
