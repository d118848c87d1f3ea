@revenue @allocation @wave-3 @req:Q2C-306
Feature: Contracts that are accounted for as one
  What one customer signs at or near the same time may be one deal on several papers (606-10-25-9, IFRS 15.17). Billing keeps the contracts
  apart, each with its own number, terms and invoices; revenue shares out the price of all over what all of them promise.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | revenue schedule | contract term |
      | revenue spread   | by month      |
      | proration        | months        |

  Rule: A license for 100.00 and a service for 20.00, which alone cost 80.00 and 60.00

    # 120.00 are shared out: 120 * 80/140 = 68.5714 and 120 * 60/140 = 51.4286. 31.43 pass from C-1 to C-2, and on no account:
    # what C-1 is billed ahead and what C-2 has earned ahead are one position. Three months of the service earn 51.43 / 3 = 17.1433 each.

    Background:
      Given these products are sold:
        | product | charged | price           | stand-alone price | revenue       |
        | License | flat    | 100.00 USD once | 80.00 USD once    | at once       |
        | Rollout | flat    | 20.00 USD once  | 60.00 USD once    | over the term |
        | Key     | flat    | 100.00 USD once | 80.00 USD once    | as delivered  |
        | Hour    | per unit | 10.00 USD once | 8.00 USD once     | as delivered  |
      And these products are sold:
        | product | charged | price              | stand-alone price   |
        | Care    | flat    | 80.00 USD per year | 240.00 USD per year |

    Scenario: Two contracts of one day
      Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | License |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Rollout |
      When on 1 January 2026 finance combines contract C-2 with contract C-1
      And time passes to 31 January 2026
      Then the price of Globex is allocated to:
        | product | amount        |
        | License | 120 * 80/140  |
        | Rollout | 120 * 60/140  |
      And the revenue schedule versions of Globex are:
        | product | version | from           | reason            | amount |
        | License | 1       | 1 January 2026 | contract signed   | 100.00 |
        | License | 2       | 1 January 2026 | combined with C-2 | 68.57  |
        | Rollout | 1       | 1 January 2026 | contract signed   | 20.00  |
        | Rollout | 2       | 1 January 2026 | combined with C-1 | 51.43  |
      And the journal of January 2026 is:
        | date            | source          | account            | debit  | credit |
        | 1 January 2026  | January invoice | Receivables        | 100.00 |        |
        | 1 January 2026  | January invoice | Contract liability |        | 100.00 |
        | 1 January 2026  | January invoice | Receivables        | 20.00  |        |
        | 1 January 2026  | January invoice | Contract liability |        | 20.00  |
        | 31 January 2026 | revenue         | Contract liability | 68.57  |        |
        | 31 January 2026 | revenue         | Revenue            |        | 68.57  |
        | 31 January 2026 | revenue         | Contract liability | 17.14  |        |
        | 31 January 2026 | revenue         | Revenue            |        | 17.14  |
      And finance closes January 2026 without a difference
      When time passes to 31 March 2026
      Then the ledger shows on 31 March 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 120.00 |        |
        | Revenue     |        | 120.00 |
      And Globex is invoiced:
        | date           | net    |
        | 1 January 2026 | 100.00 |
        | 1 January 2026 | 20.00  |
      And nothing else is invoiced
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario: Signed on different days, and combined after the first month is closed
      # January holds 100.00 and stays as it was closed. In February 31.43 go back, and the service earns its first 17.14.
      Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | License |
      And "Globex" signed on 20 January 2026 for 3 months from 1 February 2026, billed quarterly in advance, net 30, no tax:
        | product |
        | Rollout |
      And time passes to 5 February 2026
      And finance closes January 2026 without a difference
      When on 10 February 2026 finance combines contract C-2 with contract C-1
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source           | account            | debit | credit |
        | 1 February 2026  | February invoice | Receivables        | 20.00 |        |
        | 1 February 2026  | February invoice | Contract liability |       | 20.00  |
        | 28 February 2026 | revenue          | Revenue            | 31.43 |        |
        | 28 February 2026 | revenue          | Contract liability |       | 31.43  |
        | 28 February 2026 | revenue          | Contract liability | 17.14 |        |
        | 28 February 2026 | revenue          | Revenue            |       | 17.14  |
      And the revenue of January 2026 is 100.00 USD
      And finance closes February 2026 without a difference
      When time passes to 30 April 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 120.00 |        |
        | Revenue     |        | 120.00 |
      And finance closes April 2026 without a difference

    Scenario: What one has earned ahead of its invoice meets what the other was billed ahead
      # January alone: 20.00 / 3 = 6.67 of the care (20.00 for three months, alone 60.00) are earned and not billed, 100.00 are billed for a key that is not yet delivered.
      # Combined they are one position: the 6.67 leave the unbilled receivable. February brings the care to 2/3 of 51.43, 34.29: 27.62.
      Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Key     |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in arrears, net 30, no tax:
        | product |
        | Care    |
      And time passes to 5 February 2026
      And finance closes January 2026 without a difference
      When on 5 February 2026 finance combines contract C-2 with contract C-1
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source  | account             | debit         | credit |
        | 28 February 2026 | revenue | Contract liability  | 27.62 + 6.67  |        |
        | 28 February 2026 | revenue | Unbilled receivable |               | 6.67   |
        | 28 February 2026 | revenue | Revenue             |               | 27.62  |
      And finance closes February 2026 without a difference
      When the story turns to contract C-1 of Globex
      And Globex receives 1 "Key" on 15 March 2026
      And time passes to 1 April 2026
      Then the ledger shows on 1 April 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 120.00 |        |
        | Revenue     |        | 120.00 |
      And finance closes March 2026 without a difference

    Scenario: The care is canceled while hours are still to be given
      # 68.57 for ten hours, of which four are given in January: 27.43; 17.14 of the care. On 1 February 13.33 of its 20.00 go back.
      # 68.57 - 27.43 + 51.43 - 17.14 - 13.33 = 62.10 remain, all for the six hours.
      Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product | quantity |
        | Hour    | 10       |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Care    |
      When on 1 January 2026 finance combines contract C-2 with contract C-1
      And the story turns to contract C-1 of Globex
      And Globex receives 4 "Hour" on 20 January 2026
      And time passes to 31 January 2026
      Then the revenue of January 2026 is 44.57 USD
      When the story turns to contract C-2 of Globex
      And Globex cancels on 1 February 2026 and is refunded
      And the story turns to contract C-1 of Globex
      And Globex receives 6 "Hour" on 10 February 2026
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source               | account            | debit | credit |
        | 1 February 2026  | February credit memo | Contract liability | 13.33 |        |
        | 1 February 2026  | February credit memo | Receivables        |       | 13.33  |
        | 28 February 2026 | revenue              | Contract liability | 62.10 |        |
        | 28 February 2026 | revenue              | Revenue            |       | 62.10  |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference

    Scenario: Where revenue follows each line's own invoices no price is shared out
      Given these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | License |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Rollout |
      When on 1 January 2026 finance combines contract C-2 with contract C-1
      Then it is refused because "contract C-2 cannot be combined: the revenue schedule is the 'service period of each line', which shares out no price"

    Scenario: A third contract joins
      # Alone 80.00, 60.00 and 80.00; 220.00 for all: 80.00, 60.00 and 80.00, so nothing is given away.
      Given "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | License |
      And "Globex" signed on 1 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Rollout |
      And "Globex" signed on 2 January 2026 for 3 months, billed quarterly in advance, net 30, no tax:
        | product |
        | Key     |
      When on 2 January 2026 finance combines contract C-2 with contract C-1
      And on 2 January 2026 finance combines contract C-3 with contract C-1
      Then the price of Globex is allocated to:
        | product | amount |
        | License | 80.00  |
        | Rollout | 60.00  |
        | Key     | 80.00  |
      When time passes to 31 January 2026
      Then the revenue of January 2026 is 100.00 USD
      And finance closes January 2026 without a difference

  Rule: A platform for 1,680.00 a year and two units of support for 60.00, which alone cost 1,200.00 and 300.00

    # 1,680 + 2 * 60 = 1,800.00 over 1,200 + 2 * 300 = 1,800.00: 1,200.00 and 600.00, 100.00 and 50.00 a month.

    Background:
      Given these products are sold:
        | product  | charged  | price                 | stand-alone price     |
        | Platform | flat     | 1,680.00 USD per year | 1,200.00 USD per year |
        | Support  | per unit | 60.00 USD per year    | 300.00 USD per year   |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Platform |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Support | 2        |
      And on 1 January 2026 finance combines contract C-2 with contract C-1
      And time passes to 30 June 2026

    Scenario: One of them is reduced: what remains of both is shared out anew
      # 600.00 and 300.00 are left, less 30.00 for a unit of half a year: 870.00, 4 to 1: 696.00 and 174.00, 116.00 and 29.00 a month.
      When Globex removes 1 "Support" from 1 July 2026
      And time passes to 31 July 2026
      Then the price of Globex is allocated to:
        | product  | amount    |
        | Platform | 600 + 696 |
        | Support  | 300 + 174 |
      And the journal of July 2026 is:
        | date         | source           | account            | debit  | credit |
        | 1 July 2026  | July credit memo | Contract liability | 30.00  |        |
        | 1 July 2026  | July credit memo | Receivables        |        | 30.00  |
        | 31 July 2026 | revenue          | Contract liability | 116.00 |        |
        | 31 July 2026 | revenue          | Revenue            |        | 116.00 |
        | 31 July 2026 | revenue          | Contract liability | 29.00  |        |
        | 31 July 2026 | revenue          | Revenue            |        | 29.00  |
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account     | debit    | credit   |
        | Receivables | 1,770.00 |          |
        | Revenue     |          | 1,770.00 |
      And finance closes December 2026 without a difference

    Scenario: One of them is canceled: what it leaves belongs to what the other still promises
      # Of 1,800.00 900.00 are earned and 840.00 go back: 60.00 remain for six months of support, 10.00 a month.
      When the story turns to contract C-1 of Globex
      And Globex cancels on 1 July 2026 and is refunded
      And time passes to 31 July 2026
      Then the price of Globex is allocated to:
        | product  | amount   |
        | Platform | 600.00   |
        | Support  | 300 + 60 |
      And the journal of July 2026 is:
        | date         | source           | account            | debit  | credit |
        | 1 July 2026  | July credit memo | Contract liability | 840.00 |        |
        | 1 July 2026  | July credit memo | Receivables        |        | 840.00 |
        | 31 July 2026 | revenue          | Contract liability | 10.00  |        |
        | 31 July 2026 | revenue          | Revenue            |        | 10.00  |
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 960.00 |        |
        | Revenue     |        | 960.00 |
      And finance closes December 2026 without a difference

    Scenario: They ought not to have been combined
      # By July 7/12 of 1,680.00 are 980.00 and of 120.00 are 70.00; 600.00 and 300.00 are recognized. 1,080.00 billed ahead and 180.00 earned ahead stood as
      # one position of 900.00: the 180.00 come back on both sides, and go when the support is no longer ahead of its bill.
      When on 1 July 2026 finance separates contract C-2 from contract C-1
      And time passes to 31 July 2026
      Then the price of Globex is allocated to:
        | product  | amount   |
        | Platform | 1,680.00 |
        | Support  | 120.00   |
      And the revenue schedule versions of Globex are:
        | product  | version | from           | reason             | amount   |
        | Platform | 1       | 1 January 2026 | contract signed    | 1,680.00 |
        | Platform | 2       | 1 January 2026 | combined with C-2  | 1,200.00 |
        | Platform | 3       | 1 July 2026    | separated from C-2 | 1,680.00 |
        | Support  | 1       | 1 January 2026 | contract signed    | 120.00   |
        | Support  | 2       | 1 January 2026 | combined with C-1  | 600.00   |
        | Support  | 3       | 1 July 2026    | separated from C-1 | 120.00   |
      And the journal of July 2026 is:
        | date         | source  | account             | debit  | credit |
        | 31 July 2026 | revenue | Contract liability  | 200.00 |        |
        | 31 July 2026 | revenue | Unbilled receivable | 180.00 |        |
        | 31 July 2026 | revenue | Revenue             |        | 380.00 |
        | 31 July 2026 | revenue | Revenue             | 230.00 |        |
        | 31 July 2026 | revenue | Contract liability  |        | 50.00  |
        | 31 July 2026 | revenue | Unbilled receivable |        | 180.00 |
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account     | debit    | credit   |
        | Receivables | 1,800.00 |          |
        | Revenue     |          | 1,800.00 |
      And finance closes December 2026 without a difference

    Scenario: Separated, and combined again on the same day, nothing has changed
      When on 1 July 2026 finance separates contract C-2 from contract C-1
      And on 1 July 2026 finance combines contract C-2 with contract C-1
      And time passes to 31 July 2026
      Then the price of Globex is allocated to:
        | product  | amount   |
        | Platform | 1,200.00 |
        | Support  | 600.00   |
      And the ledger shows on 31 July 2026:
        | account             | debit | credit          |
        | Contract liability  |       | 900.00 - 150.00 |
        | Unbilled receivable |       |                 |
      And the revenue of July 2026 is 150.00 USD
      And finance closes July 2026 without a difference

    Scenario Outline: Refused: <contract> from <other>
      When on 30 June 2026 finance separates contract <contract> from contract <other>
      Then it is refused because "<reason>"
      And the price of Globex is allocated to:
        | product  | amount   |
        | Platform | 1,200.00 |
        | Support  | 600.00   |

      Examples:
        | contract | other | reason                                                                     |
        | C-1      | C-2   | contract C-1 is not combined with C-2; C-2 joined C-1: separate that one   |
        | C-2      | C-9   | contract C-2 is not combined with C-9                                      |
        | C-1      | C-1   | contract C-1 is not combined with C-1                                      |

    Scenario Outline: Refused: <contract> with <other>
      Given "Acme" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Platform |
      And "Globex" signed on 1 January 2026 for 1 month, billed yearly in advance, net 30, no tax:
        | product  |
        | Platform |
      And "Globex" signed on 30 June 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | price per year |
        | Support | 70.00 EUR      |
      When on 30 June 2026 finance combines contract <contract> with contract <other>
      Then it is refused because "<reason>"
      And the price of Acme is allocated to:
        | product  | amount   |
        | Platform | 1,680.00 |

      Examples:
        | contract | other | reason                                                                                     |
        | C-3      | C-1   | contract C-3 is of Acme, C-1 of Globex; only contracts of one customer are combined        |
        | C-5      | C-1   | contract C-5 is of EUR, C-1 of USD; only contracts of one currency are combined            |
        | C-4      | C-1   | contract C-4 ended on 31 January 2026, before 30 June 2026                                 |
        | C-2      | C-4   | contract C-2 is combined with C-1 already                                                  |
        | C-4      | C-2   | contract C-2 is combined with C-1 already; combine C-4 with that                           |
        | C-3      | C-3   | contract C-3 cannot be combined with itself                                                |
        | C-3      | C-9   | the ledger has no contract 'C-9'                                                           |

  Rule: Contracts of different sellers

    Scenario: Contracts of two legal entities stay apart
      Given these legal entities:
        | code | name              | currency | invoice prefix | country |
        | NA   | Northwind America | USD      | NA             | US      |
        | NC   | Northwind Canada  | USD      | NC             | CA      |
      And Globex signed with Northwind America on 1 January 2026 for 1 month from 1 January 2026, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month | stand-alone price |
        | Platform seat | 10       | 10.00 USD       | 8.00              |
      And Globex signed with Northwind Canada on 1 January 2026 for 1 month from 1 January 2026, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month | stand-alone price |
        | Platform seat | 10       | 2.00 USD        | 6.00              |
      When on 1 January 2026 finance combines contract C-2 with contract C-1
      Then it is refused because "contract C-2 is of NC, C-1 of NA; only contracts of one legal entity are combined"
      And the price of Globex is allocated to:
        | product       | amount |
        | Platform seat | 120.00 |
      And finance closes January 2026 without a difference
