@revenue @handbook @wave-3 @req:Q2C-309
Feature: Where revenue goes wrong
  Each of these mistakes closes without a complaint in a careless ledger. Here each has the figure that tells right from wrong.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Rule: Changes of the contract

    Scenario: Three years of cleaning, made cheaper and longer
      # IFRS 15 IE42 to 43D, 606-10-55-135 to 141: 100,000.00 a year; from the third year on 80,000.00, and three more years for 200,000.00.
      # 280,000.00 for four years are 70,000.00 a year, 5,833.33 a month; not 80,000.00 and then 66,666.67.
      Given these products are sold:
        | product  | charged | price                   |
        | Cleaning | flat    | 100,000.00 USD per year |
      And "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
        | product  |
        | Cleaning |
      When Globex signs on 1 January 2028 to pay 80,000.00 USD per year for "Cleaning" from 1 January 2028
      And Globex signs on 1 January 2028 to extend the contract to 31 December 2031 at 66,666.67 USD per year for "Cleaning" from 1 January 2029
      And time passes to 31 January 2028
      Then the revenue of January 2028 is 5,833.33 USD
      And the ledger shows on 31 January 2028:
        | account | credit                |
        | Revenue | 200,000.00 + 5,833.33 |
      And finance closes January 2028 without a difference
      When time passes to 31 December 2031
      Then the ledger shows on 31 December 2031 exactly:
        | account     | debit      | credit     |
        | Receivables | 480,000.01 |            |
        | Revenue     |            | 480,000.01 |

    Scenario: Two changes, the second one signed for a day before the first
      # 1,200.00 a year. Signed in July: 900.00 from October. Signed on 10 August, back to April: 1,080.00 until then. In order of
      # effect 300.00 to March, 90.00 a month to September, 75.00 from October. August catches up: 750.00 to date less 700.00.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
        | proration               | months             |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When Globex signs on 1 July 2026 to pay 900.00 USD per year for "Annual license" from 1 October 2026
      And time passes to 31 July 2026
      And finance closes July 2026
      And Globex signs on 10 August 2026 to pay 1,080.00 USD per year for "Annual license" from 1 April 2026
      And time passes to 31 December 2026
      Then the revenue of August 2026 is 50.00 USD
      And the revenue of September 2026 is 90.00 USD
      And the revenue of October 2026 is 75.00 USD
      And the ledger shows on 31 December 2026:
        | account            | credit   |
        | Revenue            | 1,065.00 |
        | Contract liability |          |
      And finance closes December 2026 without a difference

    Scenario: Half of the seats go in July, back-dated to April, after June was closed
      # 240.00 a year for each of ten seats: 200.00 a month. Five go from 1 April: what was recognized for April to June, 3 * 100.00
      # too much, is taken back in July, which brings 100.00 itself.
      Given these conventions:
        | question  | answer |
        | proration | months |
      And these products are sold:
        | product | charged  | price               |
        | Seat    | per unit | 240.00 USD per year |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Seat    | 10       |
      And time passes to 30 June 2026
      And finance closes June 2026 without a difference
      When Globex signs on 10 July 2026 to remove 5 "Seat" from 1 April 2026
      And time passes to 31 July 2026
      Then the revenue of July 2026 is -200.00 USD
      And the ledger shows on 31 July 2026:
        | account            | credit |
        | Revenue            | 1000.00 |
        | Contract liability | 500.00  |
      And finance closes July 2026 without a difference

  Rule: Credits

    Scenario: A credit in the middle of the term is split into earned and unearned by days
      # 1,200.00 for 365 days; on 30 April 120 are served. Of 365.00 given back 120.00 are earned, 245.00 are not. May then brings
      # 1200.00 * 151/365 less 1200.00 * 120/365 (496.44 - 394.52) less 31.00: 70.92.
      Given these conventions:
        | question       | answer |
        | revenue spread | by day |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 30 April 2026
      And finance credits Globex 365.00 USD on the January invoice
      Then the journal from 30 April 2026 to 30 April 2026 contains:
        | date          | source      | account            | debit  | credit |
        | 30 April 2026 | credit memo | Revenue            | 120.00 |        |
        | 30 April 2026 | credit memo | Contract liability | 245.00 |        |
        | 30 April 2026 | credit memo | Receivables        |        | 365.00 |
      When time passes to 31 May 2026
      Then the revenue of May 2026 is 70.92 USD
      And finance closes May 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account     | debit  | credit |
        | Receivables | 835.00 |        |
        | Revenue     |        | 835.00 |

    Scenario: A concession is less revenue, never a bad debt
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When Globex disputes 330.00 USD of the January invoice on 31 January 2027 because "we could not use it"
      And the dispute of Globex is accepted on 10 February 2027
      Then the ledger shows on 10 February 2027:
        | account             | debit  | credit |
        | Receivables         | 990.00 |        |
        | Revenue             |        | 900.00 |
        | Credit loss expense |        |        |
        | Refund liability    |        |        |
      And finance closes January 2027 without a difference

    Scenario: After uneven months and two changes not a cent is left on the schedule
      # 999.99 for seven months; whatever is rounded on the way, the end is zero.
      Given these products are sold:
        | product | charged | price                |
        | Course  | flat    | 142.857 USD per month |
      And "Globex" signed on 5 January 2026 for 7 months, billed every 7 months in advance, net 30, tax 7%:
        | product |
        | Course  |
      When Globex pays 131.313 USD per month for "Course" from 17 March 2026
      And Globex pays 99.999 USD per month for "Course" from 3 June 2026
      And time passes to 31 August 2026
      Then the ledger shows on 31 August 2026:
        | account             | debit | credit |
        | Contract liability  |       |        |
        | Unbilled receivable |       |        |
      And finance closes August 2026 without a difference

  Rule: Renewals

    Scenario: A renewal signed ahead is no revenue before it begins
      Given "Globex" signed on 1 November 2026 for 1 year from 1 January 2027, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When Globex transfers 1,200.00 USD on 15 December 2026
      And time passes to 31 December 2026
      Then the revenue of December 2026 is 0.00 USD
      And the ledger shows on 31 December 2026 exactly:
        | account        | debit    | credit   |
        | Cash           | 1,200.00 |          |
        | Unapplied cash |          | 1,200.00 |
      And finance closes December 2026 without a difference
      When time passes to 31 January 2027
      Then the revenue of January 2027 is 100.00 USD
      And finance closes January 2027 without a difference

    Scenario: A lapsed contract earns nothing until it is signed again; the gap is caught up then
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 31 January 2027
      Then nothing is posted in January 2027
      And finance closes January 2027 without a difference
      When "Globex" signed on 15 February 2027 for 1 year from 1 January 2027, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,320.00       |
      And time passes to 28 February 2027
      Then the revenue of February 2027 is 220.00 USD
      And nothing is posted in January 2027
      And finance closes February 2027 without a difference

    Scenario: A renewal far below what it will cost alone is a material right of the first term
      # IFRS 15.B40: 1,200.00 for the first year and the option of a second for 600.00, half of what it costs alone: worth 600.00 less what
      # one in five will not use: 480.00. 1,200.00 * 1200/1680 = 857.14, 71.43 a month; 342.86 wait for the option.
      Given these products are sold:
        | product        | charged | price         | stand-alone price | revenue      |
        | Renewal option | flat    | 0.00 USD once | 480.00 USD once   | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year | stand-alone price |
        | Annual license | 1,200.00       | 1,200.00          |
        | Renewal option |                |                   |
      When time passes to 31 January 2026
      Then the revenue of January 2026 is 71.43 USD
      And 342.86 USD of the price of "Renewal option" for Globex is undelivered
      When what is left of "Renewal option" for Globex expires on 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account     | debit    | credit   |
        | Receivables | 1,200.00 |          |
        | Revenue     |          | 1,200.00 |
      And finance closes December 2026 without a difference

  Rule: Rebates on what is used

    Scenario: A bonus on usage alone follows the usage
      # 1,000 calls at 0.50; 50.00 more are expected for them: 550.00 in January.
      Given these products are sold:
        | product | charged            | price         |
        | Call    | per unit, by usage | 0.50 USD each |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
        | product |
        | Call    |
      When Globex uses 1,000 "Call" on 20 January 2026
      And on 20 January 2026 finance includes 50.00 USD of "volume bonus" in the price of Globex
      And time passes to 31 January 2026
      Then the revenue of January 2026 is 550.00 USD
      And finance closes January 2026 without a difference

    Scenario: The rebate of a volume that is only now expected concerns every call so far
      # 1,000 calls at 0.50 in January and 3,000 in February; in February 10% of all becomes probable: 1,500.00 less 200.00.
      Given these products are sold:
        | product | charged            | price         |
        | Call    | per unit, by usage | 0.50 USD each |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
        | product |
        | Call    |
      When Globex uses 1,000 "Call" on 20 January 2026
      And Globex uses 3,000 "Call" on 20 February 2026
      And on 20 February 2026 finance expects 10% of the price of "Call" to go back to Globex
      And time passes to 28 February 2026
      Then the revenue of Globex is:
        | month         | amount   |
        | January 2026  | 500.00   |
        | February 2026 | 1,300.00 |
      And the ledger shows on 28 February 2026:
        | account          | credit |
        | Refund liability | 200.00 |
      And finance closes February 2026 without a difference
