@revenue @contract-modifications @wave-3 @req:Q2C-035
Feature: Subscription cases of the handbooks
  What guides for software sellers ask about: fees ahead, options, early ends, hybrids, usage with commitments.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Rule: Fees and options

    Scenario: An implementation fee gives a right to renew without one, so it is earned over the expected life
      # 12,000.00 of fee and 1,000.00 a month for a year; customers stay four years. The fee brings 250.00 a month over 48 months, so
      # the first month 1,250.00; 9,000.00 of it are left when the first year is over.
      Given these products are sold:
        | product        | charged | price                  |
        | Implementation | flat    | 12,000.00 USD once     |
        | Platform       | flat    | 1,000.00 USD per month |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product        |
        | Implementation |
        | Platform       |
      When from 1 January 2026 finance earns "Implementation" of Globex until 31 December 2029
      And time passes to 31 January 2026
      Then the revenue of Globex is:
        | month        | product        | amount   |
        | January 2026 | Implementation | 250.00   |
        | January 2026 | Platform       | 1,000.00 |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit    |
        | Contract liability | 9,000.00  |
        | Revenue            | 15,000.00 |
      And finance closes December 2026 without a difference
      # Customers stay only three years: 9,000.00 over the 24 months that are left, 375.00 a month.
      When from 1 January 2027 finance earns "Implementation" of Globex until 31 December 2028
      And time passes to 31 January 2027
      Then the revenue of January 2027 is 375.00 USD
      And finance closes January 2027 without a difference
      When time passes to 31 December 2028
      Then the ledger shows on 31 December 2028:
        | account            | credit    |
        | Contract liability |           |
        | Revenue            | 24,000.00 |
      When from 1 January 2029 finance earns "Analytics" of Globex until 31 December 2029
      Then it is refused because "contract C-1 holds no 'Analytics'"

    Scenario: The customer leaves early, and what is left of the fee is revenue at once
      # 12,000.00 over 48 months; after six of them 10,500.00 are left.
      Given these products are sold:
        | product        | charged | price                  | revenue       |
        | Implementation | flat    | 12,000.00 USD once     |               |
        | Platform       | flat    | 1,000.00 USD per month |               |
        | Device         | flat    | 50.00 USD once         | as delivered  |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product        |
        | Implementation |
        | Platform       |
        | Device         |
      When from 1 January 2026 finance earns "Device" of Globex until 31 December 2029
      Then it is refused because "'Device' of contract C-1 is recognized as delivered"
      When from 1 January 2026 finance earns "Implementation" of Globex until 31 December 2029
      And Globex receives 1 "Device" on 1 January 2026
      And Globex cancels on 1 July 2026
      And time passes to 31 July 2026
      Then the revenue of Globex is:
        | month         | product        | amount    |
        | January 2026  | Implementation | 250.00    |
        | January 2026  | Platform       | 1,000.00  |
        | January 2026  | Device         | 50.00     |
        | February 2026 | Implementation | 250.00    |
        | February 2026 | Platform       | 1,000.00  |
        | March 2026    | Implementation | 250.00    |
        | March 2026    | Platform       | 1,000.00  |
        | April 2026    | Implementation | 250.00    |
        | April 2026    | Platform       | 1,000.00  |
        | May 2026      | Implementation | 250.00    |
        | May 2026      | Platform       | 1,000.00  |
        | June 2026     | Implementation | 250.00    |
        | June 2026     | Platform       | 1,000.00  |
        | July 2026     | Implementation | 10,500.00 |
      And finance closes July 2026 without a difference

    Scenario: A discount on more seats is a material right and waits for its use
      # 12,000.00 for a year; the option to add seats next year at a discount is worth 3,000.00 alone: 12,000.00 * 3/15 = 2,400.00. It is used.
      Given these products are sold:
        | product  | charged | price                  | stand-alone price      | revenue      |
        | Platform | flat    | 12,000.00 USD per year | 12,000.00 USD per year |              |
        | Option   | flat    | 0.00 USD once          | 3,000.00 USD once      | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Platform |
        | Option   |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit   |
        | Revenue            | 9,600.00 |
        | Contract liability | 2,400.00 |
      When Globex redeems 1 "Option" on 31 January 2027
      Then the revenue of January 2027 is 2,400.00 USD

    Scenario: The option lapses
      Given these products are sold:
        | product  | charged | price                  | stand-alone price      | revenue      |
        | Platform | flat    | 12,000.00 USD per year | 12,000.00 USD per year |              |
        | Option   | flat    | 0.00 USD once          | 3,000.00 USD once      | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Platform |
        | Option   |
      When what is left of "Option" for Globex expires on 31 January 2027
      Then the revenue of January 2027 is 2,400.00 USD
      And the ledger shows on 31 January 2027:
        | account            | credit    |
        | Revenue            | 12,000.00 |
        | Contract liability |           |

  Rule: A hybrid of license and cloud

    Scenario: Software at once, its cloud and its support over time, with a discount for all
      # 90,000.00 for 60,000.00, 24,000.00 and 36,000.00 alone: 45,000.00 at once, 18,000.00 and 27,000.00 over the year.
      Given these products are sold:
        | product  | charged | price                  | stand-alone price      | revenue |
        | Software | flat    | 50,000.00 USD once     | 60,000.00 USD once     | at once |
        | Support  | flat    | 15,000.00 USD per year | 24,000.00 USD per year |         |
        | Cloud    | flat    | 25,000.00 USD per year | 36,000.00 USD per year |         |
      And "Globex" signed on 1 April 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Software |
        | Support  |
        | Cloud    |
      When time passes to 30 April 2026
      Then the revenue of Globex is:
        | month      | product  | amount    |
        | April 2026 | Software | 45,000.00 |
        | April 2026 | Support  | 1,500.00  |
        | April 2026 | Cloud    | 2,250.00  |
      When time passes to 31 March 2027
      Then the ledger shows on 31 March 2027 exactly:
        | account     | debit     | credit    |
        | Receivables | 90,000.00 |           |
        | Revenue     |           | 90,000.00 |
      And finance closes March 2027 without a difference

  Rule: Changes

    Scenario: The last year of three is renewed early, at a price that begins at once
      # 100.00 a month for 36 months; after 24 of them the price falls to 80.00 for what is left and for two years more: 36 * 80.00.
      Given "Globex" signed on 1 January 2024 for 3 years, billed monthly in advance, net 30, no tax:
        | product        | price per month |
        | Annual license | 100.00          |
      When Globex signs on 1 January 2026 to extend the contract to 31 December 2028 at 80.00 USD per month for "Annual license" from 1 January 2026
      And time passes to 31 January 2026
      Then the revenue of January 2026 is 80.00 USD
      And finance closes January 2026 without a difference

    Scenario: The same, but the new price begins with the new term: what is left and what is new blend
      # 12 months at 100.00 and 24 at 70.00 are 2,880.00 over 36 months: 80.00 a month, of which 20.00 a month is paid ahead.
      Given "Globex" signed on 1 January 2024 for 3 years, billed monthly in advance, net 30, no tax:
        | product        | price per month |
        | Annual license | 100.00          |
      When Globex signs on 1 January 2026 to extend the contract to 31 December 2028 at 70.00 USD per month for "Annual license" from 1 January 2027
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account            | credit   |
        | Contract liability | 20.00    |
        | Revenue            | 2,480.00 |
      When time passes to 31 December 2028
      Then the ledger shows on 31 December 2028 exactly:
        | account     | debit    | credit   |
        | Receivables | 5,280.00 |          |
        | Revenue     |          | 5,280.00 |

    Scenario: Half of the seats go, others come at a price below their own
      # 10 seats at 100.00 a month for a year. After six months 5 seats go and 5 of a better plan come at 120.00, worth 150.00 alone: from July
      # 500.00 + 600.00 a month, split 500 to 750.
      Given these products are sold:
        | product | charged  | price                | stand-alone price    |
        | Basic   | per unit | 100.00 USD per month | 100.00 USD per month |
        | Better  | per unit | 150.00 USD per month | 150.00 USD per month |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Basic   | 10       |
      When Globex signs an amendment on 30 June 2026, effective 1 July 2026:
        | change          | product | quantity | price                |
        | remove quantity | Basic   | 5        |                      |
        | add product     | Better  | 5        | 120.00 USD per month |
      And time passes to 31 July 2026
      Then the January 2026 close report shows:
        | line    | amount   |
        | Revenue | 1,000.00 |
      And the July 2026 close report shows:
        | line                | amount   |
        | Revenue from Basic  | 440.00   |
        | Revenue from Better | 660.00   |
        | Revenue             | 1,100.00 |
      And finance closes July 2026 without a difference

    Scenario Outline: An early end for a payment, <answer>
      # 36 months at 10.00. After 24 the customer ends the contract in three months and pays 15.00 for that: 3 * 10.00 + 15.00 over
      # three months are 15.00 a month.
      Given these conventions:
        | question                      | answer   |
        | revenue of a cancellation fee | <answer> |
      And "Globex" signed on 1 January 2024 for 3 years, billed monthly in advance, net 30, no tax:
        | product        | price per month |
        | Annual license | 10.00           |
      When Globex cancels on 1 January 2026 as follows:
        | effective    | unused service | fee       |
        | 1 April 2026 | credited       | 15.00 USD |
      And time passes to 30 April 2026
      Then the revenue schedule of Globex contains:
        | month         | amount    |
        | December 2025 | 10.00     |
        | January 2026  | <month>   |
        | February 2026 | <month>   |
        | March 2026    | <month>   |
      And the revenue of April 2026 is <april> USD
      And the ledger shows on 30 April 2026:
        | account            | credit               |
        | Revenue            | 24 * 10.00 + 45.00   |
        | Contract liability |                      |
      And finance closes April 2026 without a difference

      Examples:
        | answer          | month | april |
        | over the notice | 15.00 | 0.00  |
        | when it is due  | 10.00 | 15.00 |

  Rule: Usage with a commitment

    Scenario: A commitment of 12,000.00 a year, of which 3,000.00 are not used
      # 0.10 a call: 50,000 calls in January and 40,000 in June: 9,000.00; 3,000.00 fall short at the end.
      Given these products are sold:
        | product | charged            | price         | minimum   | minimum per |
        | Calls   | per unit, by usage | 0.10 USD each | 12,000.00 | term        |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
        | product |
        | Calls   |
      When Globex uses 50,000 "Calls" on 20 January 2026
      And Globex uses 40,000 "Calls" on 20 June 2026
      And time passes to 31 December 2026
      Then the revenue of Globex is:
        | month         | amount   |
        | January 2026  | 5,000.00 |
        | June 2026     | 4,000.00 |
        | December 2026 | 3,000.00 |

    Scenario: A prepaid commitment of which a tenth is expected never to be used
      # 10,000.00 prepaid, 1,000.00 never used: 2,700.00 used in January bring 2,700.00 * 10/9 = 3,000.00.
      Given these conventions:
        | question  | answer               |
        | breakage  | in proportion to use |
      And these products are sold:
        | product | charged            | price              | expires after | expected breakage |
        | Tokens  | per unit, by usage | 0.01 USD each      |               |                   |
        | Wallet  | prepaid            | 10,000.00 USD once | 12 months     | 10%               |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product |
        | Tokens  |
        | Wallet  |
      When Globex uses 270,000 "Tokens" on 20 January 2026
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account            | debit     | credit    |
        | 1 January 2026  | January invoice | Receivables        | 10,000.00 |           |
        | 1 January 2026  | January invoice | Contract liability |           | 10,000.00 |
        | 31 January 2026 | revenue         | Contract liability | 3,000.00  |           |
        | 31 January 2026 | revenue         | Revenue            |           | 3,000.00  |
      And finance closes January 2026 without a difference
      # All is used after all, so nothing more is earned beside it: 10,000.00 less 3,000.00.
      When Globex uses 730,000 "Tokens" on 20 February 2026
      And time passes to 28 February 2026
      Then the revenue of February 2026 is 7,000.00 USD
      And the ledger shows on 28 February 2026 exactly:
        | account     | debit     | credit    |
        | Receivables | 10,000.00 |           |
        | Revenue     |           | 10,000.00 |
      And finance closes February 2026 without a difference
