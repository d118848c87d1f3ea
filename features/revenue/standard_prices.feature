@revenue @variable-price @wave-3 @req:Q2C-210
Feature: Cases of the standard about the price
  What is the price when nothing says it plainly: interest within it, shares instead of cash, what nobody expects to be paid.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Rule: The rate is implied by what it would cost for cash

    Scenario: A product sold with a right of return, paid two years later
      # IFRS 15 IE135 to 140, 606-10-55-227 to 232 (example 26): 121.00 after 24 months, 100.00 for cash, cost 80.00. It may come back within
      # 90 days, so nothing is sold until 31 March; then 100.00, and 21.00 of interest over the 21 months that remain.
      # The first of them bears 100.00 * (1.21^(1/21) - 1) = 0.91; by 31 December, nine months: 100.00 * (1.21^(9/21) - 1) = 8.51.
      Given these products are sold:
        | product | charged | price                  | revenue      |
        | Phone   | flat    | 60.50 USD per year     | as delivered |
      And "Globex" signed on 1 January 2026 for 2 years, billed every 24 months in arrears, net 0, no tax:
        | product | price per billing period |
        | Phone   | 121.00                   |
      When on 1 January 2026 finance expects 1 "Phone" in all back from Globex
      And on 1 January 2026 1 "Phone" that cost 80.00 USD each leave the stock for Globex
      And on 1 April 2026 finance counts 121.00 USD from Globex as paid in arrears until 31 December 2027, for a cash price of 100.00 USD
      And on 1 April 2026 finance expects 0 "Phone" in all back from Globex
      And Globex receives 1 "Phone" on 1 April 2026
      And time passes to 30 April 2026
      Then the journal from 1 January 2026 to 30 April 2026 is:
        | date           | source   | account                | debit  | credit |
        | 1 January 2026 | goods    | Right to recover goods | 80.00  |        |
        | 1 January 2026 | goods    | Inventory              |        | 80.00  |
        | 1 April 2026   | goods    | Cost of sales          | 80.00  |        |
        | 1 April 2026   | goods    | Right to recover goods |        | 80.00  |
        | 30 April 2026  | interest | Contract asset         | 0.91   |        |
        | 30 April 2026  | interest | Interest income        |        | 0.91   |
        | 30 April 2026  | revenue  | Contract asset         | 100.00 |        |
        | 30 April 2026  | revenue  | Revenue                |        | 100.00 |
      And finance closes April 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account         | debit  | credit |
        | Contract asset  | 108.51 |        |
        | Interest income |        | 8.51   |
      When time passes to 1 January 2028
      Then the ledger shows on 1 January 2028 exactly:
        | account         | debit  | credit |
        | Receivables     | 121.00 |        |
        | Interest income |        | 21.00  |
        | Revenue         |        | 100.00 |
        | Cost of sales   | 80.00  |        |
        | Inventory       |        | 80.00  |
      And finance closes December 2027 without a difference

    Scenario: An advance two years ahead, with the cash price said
      # IE148 to 151 (example 29): 4,000 now or 5,000 on delivery. The rate implied is the root of 1.25, 11.8% a year:
      # 472.14 in the first year, 527.86 in the second; 37.36 in the first month.
      Given these products are sold:
        | product | charged | price             | revenue      |
        | Asset   | flat    | 4,000.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 0, no tax:
        | product |
        | Asset   |
      When on 1 January 2026 finance counts 4,000.00 USD from Globex as paid in advance until 31 December 2027, for a cash price of 5,000.00 USD
      And time passes to 31 January 2026
      Then the journal of January 2026 contains:
        | date            | source   | account            | debit | credit |
        | 31 January 2026 | interest | Interest expense   | 37.36 |        |
        | 31 January 2026 | interest | Contract liability |       | 37.36  |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | debit  | credit   |
        | Interest expense   | 472.14 |          |
        | Contract liability |        | 4,472.14 |
      When Globex receives 1 "Asset" on 31 December 2027
      Then the ledger shows on 31 December 2027 exactly:
        | account          | debit    | credit   |
        | Receivables      | 4,000.00 |          |
        | Interest expense | 1,000.00 |          |
        | Revenue          |          | 5,000.00 |

    Scenario: Twenty-four instalments of 250.00 for what costs 5,500.00
      # Their rate is 0.70813% a month: the first month bears 38.95 on 5,500.00, the second 37.45 on 5,288.95.
      Given these products are sold:
        | product   | charged | price                | revenue      |
        | Equipment | flat    | 250.00 USD per month | as delivered |
      And "Globex" signed on 1 January 2026 for 24 months, billed monthly in arrears, net 0, no tax:
        | product   |
        | Equipment |
      When on 1 January 2026 finance counts 250.00 USD per month from Globex as paid in instalments until 31 December 2027, for a cash price of 5,500.00 USD
      And Globex receives 1 "Equipment" on 1 January 2026
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source   | account         | debit    | credit   |
        | 31 January 2026 | interest | Contract asset  | 38.95    |          |
        | 31 January 2026 | interest | Interest income |          | 38.95    |
        | 31 January 2026 | revenue  | Contract asset  | 5,500.00 |          |
        | 31 January 2026 | revenue  | Revenue         |          | 5,500.00 |
      When time passes to 31 December 2027
      Then the ledger shows on 31 December 2027:
        | account         | credit   |
        | Interest income | 500.00   |
        | Revenue         | 5,500.00 |

    Scenario: A license for three payments, each at the beginning of a year
      # 1,000,000.00 three times, at 5%: 1,000,000.00 * (1 + 1/1.05 + 1/1.05^2) = 2,859,410.43 when it is delivered. On what is left after the
      # first payment, 1,859,410.43, the year bears 92,970.52, a month 7,747.54; the second 47,619.05; the third nothing.
      Given these products are sold:
        | product | charged | price                     | revenue      |
        | License | flat    | 1,000,000.00 USD per year | as delivered |
      And "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 0, no tax:
        | product |
        | License |
      When on 1 January 2026 finance counts 1,000,000.00 USD per year from Globex as paid in instalments, each ahead, at 5% a year until 31 December 2028
      And Globex receives 1 "License" on 1 January 2026
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account            | debit        | credit       |
        | 1 January 2026  | January invoice | Receivables        | 1,000,000.00 |              |
        | 1 January 2026  | January invoice | Contract liability |              | 1,000,000.00 |
        | 31 January 2026 | interest        | Contract liability | 7,747.54     |              |
        | 31 January 2026 | interest        | Interest income    |              | 7,747.54     |
        | 31 January 2026 | revenue         | Contract liability | 992,252.46   |              |
        | 31 January 2026 | revenue         | Contract asset     | 1,867,157.97 |              |
        | 31 January 2026 | revenue         | Revenue            |              | 2,859,410.43 |
      And finance closes January 2026 without a difference
      When time passes to 31 December 2028
      Then the ledger shows on 31 December 2028 exactly:
        | account         | debit        | credit       |
        | Receivables     | 3,000,000.00 |              |
        | Interest income |              | 140,589.57   |
        | Revenue         |              | 2,859,410.43 |

    Scenario Outline: There is no rate: <why>
      Given these products are sold:
        | product | charged | price             | revenue      |
        | Asset   | flat    | 4,000.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 0, no tax:
        | product |
        | Asset   |
      When on 1 January 2026 finance counts <what>
      Then it is refused because "<because>"
      And 4,000.00 USD of the price of "Asset" for Globex is undelivered

      Examples:
        | why               | what                                                                                                          | because                                 |
        | an advance for more | 4,000.00 USD from Globex as paid in advance until 31 December 2027, for a cash price of 3,900.00 USD         | hold no interest against a cash price of 3,900.00 USD |
        | later for less    | 4,000.00 USD from Globex as paid in arrears until 31 December 2027, for a cash price of 4,100.00 USD           | hold no interest against a cash price of 4,100.00 USD |
        | the same          | 4,000.00 USD from Globex as paid in arrears until 31 December 2027, for a cash price of 4,000.00 USD           | hold no interest against a cash price of 4,000.00 USD |
        | instalments for less | 100.00 USD per month from Globex as paid in instalments until 31 December 2027, for a cash price of 2,500.00 USD | 2,400.00 USD paid in instalments hold no interest |

    Scenario Outline: A year and a half ahead at 12%, compounded <compounding>
      # The first month: 10,000.00 * 1%, or 10,000.00 * (1.12^(1/12) - 1). In all: 11,200.00 * 1.06, 1.01^18, or 1.12^1.5.
      Given these conventions:
        | question                          | answer        |
        | compounding of interest in prices | <compounding> |
      And these products are sold:
        | product | charged | price              | revenue      |
        | Asset   | flat    | 10,000.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 2 years, billed yearly in advance, net 0, no tax:
        | product |
        | Asset   |
      When on 1 January 2026 finance counts 10,000.00 USD from Globex as paid in advance at 12% a year until 30 June 2027
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account          | debit   |
        | Interest expense | <month> |
      When Globex receives 1 "Asset" on 30 June 2027
      Then the ledger shows on 30 June 2027:
        | account          | debit  | credit             |
        | Interest expense | <all>  |                    |
        | Revenue          |        | 10,000.00 + <all>  |

      Examples:
        | compounding       | month  | all      |
        | yearly            | 100.00 | 1,872.00 |
        | monthly           | 100.00 | 1,961.47 |
        | by effective rate | 94.89  | 1,852.97 |

  Rule: Shares, goods and services instead of cash

    Scenario: A hundred shares for each week of service
      # IE156 to 158, 606-10-55-248 to 250 (example 31): 100 shares a week, worth 5.20, 5.00 and 5.45 each when the week is served.
      # What the shares are worth later is no revenue.
      Given these products are sold:
        | product | charged | price                |
        | Service | flat    | 0.00 USD per month |
      And "Globex" signed on 5 January 2026 for 1 year, billed monthly in arrears, net 30, no tax:
        | product |
        | Service |
      When Globex gives "shares" worth 520.00 USD instead of cash on 11 January 2026, for "Service" from 5 January 2026 to 11 January 2026
      And Globex gives "shares" worth 500.00 USD instead of cash on 18 January 2026, for "Service" from 12 January 2026 to 18 January 2026
      And Globex gives "shares" worth 545.00 USD instead of cash on 25 January 2026, for "Service" from 19 January 2026 to 25 January 2026
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source                | account               | debit    | credit   |
        | 11 January 2026 | noncash consideration | Noncash consideration | 520.00   |          |
        | 11 January 2026 | noncash consideration | Contract liability    |          | 520.00   |
        | 18 January 2026 | noncash consideration | Noncash consideration | 500.00   |          |
        | 18 January 2026 | noncash consideration | Contract liability    |          | 500.00   |
        | 25 January 2026 | noncash consideration | Noncash consideration | 545.00   |          |
        | 25 January 2026 | noncash consideration | Contract liability    |          | 545.00   |
        | 31 January 2026 | revenue               | Contract liability    | 1,565.00 |          |
        | 31 January 2026 | revenue               | Revenue               |          | 1,565.00 |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                  | amount   |
        | Given instead of cash | 1,565.00 |

    Scenario: Materials that the customer brings are part of the price of all
      # 10,000.00 in cash and materials worth 2,000.00 for a machine and a year of service that cost 8,000.00 and 4,000.00 alone.
      Given these products are sold:
        | product | charged | price                 | stand-alone price     | revenue |
        | Machine | flat    | 7,000.00 USD once     | 8,000.00 USD once     | at once |
        | Service | flat    | 3,000.00 USD per year | 4,000.00 USD per year |         |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Machine |
        | Service |
      When Globex gives "materials" worth 2,000.00 USD instead of cash on 1 January 2026
      And time passes to 31 January 2026
      Then the price of Globex is allocated to:
        | product | amount   |
        | Machine | 8,000.00 |
        | Service | 4,000.00 |
      And the journal of January 2026 is:
        | date            | source                | account               | debit     | credit    |
        | 1 January 2026  | January invoice       | Receivables           | 10,000.00 |           |
        | 1 January 2026  | January invoice       | Contract liability    |           | 10,000.00 |
        | 1 January 2026  | noncash consideration | Noncash consideration | 2,000.00  |           |
        | 1 January 2026  | noncash consideration | Contract liability    |           | 2,000.00  |
        | 31 January 2026 | revenue               | Contract liability    | 8,333.33  |           |
        | 31 January 2026 | revenue               | Revenue               |           | 8,333.33  |
      And finance closes January 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account               | debit     | credit    |
        | Receivables           | 10,000.00 |           |
        | Noncash consideration | 2,000.00  |           |
        | Revenue               |           | 12,000.00 |
      And finance closes December 2026 without a difference

    Scenario Outline: It is refused: <why>
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When <what>
      Then it is refused because "<because>"
      And nothing is posted from 2 January 2026 to 20 January 2026

      Examples:
        | why             | what                                                                                                                            | because                                    |
        | worth nothing   | Globex gives "shares" worth 0.00 USD instead of cash on 20 January 2026                                                         | 0.00 USD is no cost of 'shares'            |
        | another money   | Globex gives "shares" worth 5.00 EUR instead of cash on 20 January 2026                                                         | contract C-1 is in USD; 5.00 EUR is not    |
        | another product | Globex gives "shares" worth 5.00 USD instead of cash on 20 January 2026, for "Machine" from 1 January 2026 to 10 January 2026 | contract C-1 holds no 'Machine'            |

  Rule: What will not be paid

    Scenario: An implicit price concession of an emergency room
      # IE10 to 13 (example 3): 10,000.00 of charges, of which 1,000.00 are expected to be paid.
      Given these products are sold:
        | product  | charged | price              | revenue |
        | Services | flat    | 10,000.00 USD once | at once |
      And "Globex" signed on 15 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product  |
        | Services |
      When on 15 January 2026 finance expects 9,000.00 USD of the price of "Services" to go back to Globex
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026 exactly:
        | account          | debit     | credit   |
        | Receivables      | 10,000.00 |          |
        | Refund liability |           | 9,000.00 |
        | Revenue          |           | 1,000.00 |
      And finance closes January 2026 without a difference

    Scenario: A building for a deposit, and nobody believes that the rest will be paid
      # IE3 to 6 (example 1): 1,000,000.00 for a building that cost 600,000.00; 50,000.00 are paid at once. The deposit is a liability.
      Given these conventions:
        | question               | answer                        |
        | unpaid advance invoice | held off until paid or served |
      And these products are sold:
        | product  | charged | price                 | revenue      |
        | Building | flat    | 1,000,000.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product  |
        | Building |
      When on 1 January 2026 finance doubts that Globex will pay
      And Globex transfers 50,000.00 USD on 1 January 2026
      And Globex receives 1 "Building" on 2 January 2026
      And time passes to 31 January 2026
      Then the revenue of January 2026 is 0.00 USD
      And the ledger shows on 31 January 2026 exactly:
        | account                     | debit        | credit       |
        | Cash                        | 50,000.00    |              |
        | Receivables                 | 950,000.00   |              |
        | Receivables held off        |              | 950,000.00   |
        | Contract liability          |              | 1,000,000.00 |
        | Contract liability held off | 950,000.00   |              |

    Scenario: A penalty makes a tenth of the price vary
      # IE102 to 104 (example 20): 1,000,000.00 for an asset, 100,000.00 less if it is not done within three months. Only 900,000.00 are sure.
      Given these products are sold:
        | product | charged | price                 | revenue      |
        | Asset   | flat    | 1,000,000.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product |
        | Asset   |
      When on 1 January 2026 finance estimates the "penalty" of Globex by most likely amount:
        | amount      | probability |
        | -100,000.00 | 60%         |
        | 0.00        | 40%         |
      And "Asset" of Globex is 50% complete on 28 February 2026
      Then the revenue of February 2026 is 450,000.00 USD
      When on 31 March 2026 finance estimates the "penalty" of Globex by most likely amount:
        | amount      | probability |
        | 0.00        | 100%        |
      And "Asset" of Globex is 100% complete on 31 March 2026
      Then the revenue of March 2026 is 550,000.00 USD
      And finance closes March 2026 without a difference

    Scenario: A fee on assets under management, and an incentive that depends on the market
      # IE129 to 133, 606-10-55-221 to 225 (example 25): 2% of what is managed at the end of each quarter, and 20% of what exceeds
      # an index over five years, which is constrained until then. 50,000,000.00 and 52,500,000.00 at 2%: 1,000,000.00 and 1,050,000.00.
      Given this approval matrix:
        | role             | months above |
        | Finance director | 60           |
      And these products are sold:
        | product    | charged              | price | percent |
        | Management | percentage, by usage |       | 2%      |
      And "Globex" signed on 1 January 2026 for 5 years, billed quarterly in arrears, net 30, no tax:
        | product    |
        | Management |
      When Globex uses 50,000,000 "Management" on 31 March 2026
      And time passes to 31 March 2026
      Then the revenue of March 2026 is 1,000,000.00 USD
      When Globex uses 52,500,000 "Management" on 30 June 2026
      And time passes to 30 June 2026
      Then the revenue of June 2026 is 1,050,000.00 USD
      And finance closes June 2026 without a difference

  Rule: What it will still cost

    Scenario: An assurance warranty is a provision, and no promise
      # 606-10-55-32, IFRS 15.B30: 1,000 units at 200.00; repairs are expected for 3%, so 6,000.00, and 1,800.00 come in February.
      # At the end of June 5,000.00 in all are enough.
      Given these products are sold:
        | product | charged  | price           | revenue      |
        | Heater  | per unit | 200.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | Heater  | 1,000    |
      When Globex receives 1,000 "Heater" on 31 January 2026
      And on 31 January 2026 finance provides 6,000.00 USD in all for "warranty" of the contract of Globex
      And on 10 February 2026 1,800.00 USD of "warranty" of the contract of Globex is spent
      And on 30 June 2026 finance provides 5,000.00 USD in all for "warranty" of the contract of Globex
      Then the journal from 2 January 2026 to 30 June 2026 is:
        | date             | source         | account             | debit      | credit     |
        | 31 January 2026  | provision      | Provisions expense  | 6,000.00   |            |
        | 31 January 2026  | provision      | Provisions          |            | 6,000.00   |
        | 31 January 2026  | revenue        | Contract liability  | 200,000.00 |            |
        | 31 January 2026  | revenue        | Revenue             |            | 200,000.00 |
        | 10 February 2026 | provision used | Provisions          | 1,800.00   |            |
        | 10 February 2026 | provision used | Payables            |            | 1,800.00   |
        | 30 June 2026     | provision      | Provisions          | 1,000.00   |            |
        | 30 June 2026     | provision      | Provisions expense  |            | 1,000.00   |
      And finance closes June 2026 without a difference
      When on 15 July 2026 4,000.00 USD of "warranty" of the contract of Globex is spent
      # 1,800.00 + 4,000.00 are 800.00 more than was foreseen.
      Then the ledger shows on 15 July 2026:
        | account            | debit    | credit   |
        | Provisions expense | 5,800.00 |          |
        | Provisions         |          |          |
        | Payables           |          | 5,800.00 |
      When on 16 July 2026 1.00 USD of "recall" of the contract of Globex is spent
      Then it is refused because "nothing is provided for 'recall' of contract C-1"
      And finance closes July 2026 without a difference

    Scenario Outline: A contract that costs more than it brings, <answer>
      # IAS 37.66 to 69: 18,000.00 are to come in, 20,500.00 to be spent: first the commission is impaired, then 2,500.00 are provided for.
      # By September less is missing: 1,000.00.
      Given these conventions:
        | question                   | answer   |
        | loss of an onerous contract | <answer> |
      And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product        | price per month |
        | Annual license | 1,000.00        |
      When on 1 January 2026 finance capitalizes 2,400.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
      And on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 20,500.00 USD
      Then the journal from 30 June 2026 to 30 June 2026 contains:
        | date         | source       | account                      | debit    | credit   |
        | 30 June 2026 | impairment   | Impairment of contract costs | 1,800.00 |          |
        | 30 June 2026 | impairment   | Contract costs               |          | 1,800.00 |
      And the ledger shows on 30 June 2026:
        | account                   | debit  | credit  |
        | Onerous contracts expense | <loss> |         |
        | Provisions                |        | <loss>  |
      And finance closes June 2026 without a difference
      When on 30 September 2026 finance expects 15,000.00 USD still to come in from Globex, at further costs of 16,000.00 USD
      Then the ledger shows on 30 September 2026:
        | account                   | debit   | credit  |
        | Onerous contracts expense | <later> |         |
        | Provisions                |         | <later> |
      And finance closes September 2026 without a difference
      When Globex cancels on 15 October 2026
      And time passes to 31 October 2026
      Then the ledger shows on 31 October 2026:
        | account    | credit |
        | Provisions |        |

      Examples:
        | answer           | loss     | later    |
        | provided for     | 2,500.00 | 1,000.00 |
        | not provided for |          |          |

    Scenario: No cost was capitalized, and still the contract is onerous
      Given "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product        | price per month |
        | Annual license | 1,000.00        |
      When on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 18,500.00 USD
      Then the journal from 30 June 2026 to 30 June 2026 contains:
        | date         | source    | account                   | debit  | credit |
        | 30 June 2026 | provision | Onerous contracts expense | 500.00 |        |
        | 30 June 2026 | provision | Provisions                |        | 500.00 |
      When on 31 July 2026 finance expects 17,000.00 USD still to come in from Globex, at further costs of 16,500.00 USD
      Then the ledger shows on 31 July 2026:
        | account    | credit |
        | Provisions |        |
