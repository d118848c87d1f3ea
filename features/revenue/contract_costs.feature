@revenue @contract-costs @wave-3 @req:Q2C-303
Feature: Contract costs
  What it costs to win a contract, and to set it up, is an asset as long as the service lasts; it is lost where it will not be
  recovered and given up with the contract.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
    And this approval matrix:
      | role             | months above |
      | Finance director | 120          |
    And these products are sold:
      | product | charged | price                  |
      | Hosting | flat    | 1,000.00 USD per month |

  Rule: Capitalized and amortized

    Scenario: Only what would not have come without the contract is an asset
      # IFRS 15 IE189 to 191, 340-40-55-2 to 4 (example 36): legal fees 15,000, travel 25,000 and commissions 10,000.
      # The commissions are an asset, the other 40,000 are expenses. Over five years: 10,000.00/60 = 166.67 a month.
      Given "Globex" signed on 1 January 2026 for 5 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 1 January 2026 finance expenses 15,000.00 USD of "legal fees" for the contract of Globex
      And on 1 January 2026 finance expenses 25,000.00 USD of "travel" for the contract of Globex
      And on 1 January 2026 finance capitalizes 10,000.00 USD of "commissions" to obtain the contract of Globex until 31 December 2030
      And time passes to 31 January 2026
      Then the journal of January 2026 is:
        | date            | source          | account                        | debit     | credit    |
        | 1 January 2026  | January invoice | Receivables                    | 1,000.00  |           |
        | 1 January 2026  | January invoice | Contract liability             |           | 1,000.00  |
        | 1 January 2026  | contract cost   | Costs of obtaining contracts   | 15,000.00 |           |
        | 1 January 2026  | contract cost   | Payables                       |           | 15,000.00 |
        | 1 January 2026  | contract cost   | Costs of obtaining contracts   | 25,000.00 |           |
        | 1 January 2026  | contract cost   | Payables                       |           | 25,000.00 |
        | 1 January 2026  | contract cost   | Contract costs                 | 10,000.00 |           |
        | 1 January 2026  | contract cost   | Payables                       |           | 10,000.00 |
        | 31 January 2026 | revenue         | Contract liability             | 1,000.00  |           |
        | 31 January 2026 | revenue         | Revenue                        |           | 1,000.00  |
        | 31 January 2026 | amortization    | Amortization of contract costs | 166.67    |           |
        | 31 January 2026 | amortization    | Contract costs                 |           | 166.67    |
      And finance closes January 2026 without a difference
      When time passes to 31 December 2030
      Then the ledger shows on 31 December 2030:
        | account                        | debit     |
        | Contract costs                 |           |
        | Amortization of contract costs | 10,000.00 |
        | Costs of obtaining contracts   | 40,000.00 |

    Scenario: Set-up is amortized over the term with the renewals that are expected
      # IE192 to 196, 340-40-55-5 to 9 (example 37): five years, one renewal of two years expected on top: seven years.
      # Commissions 10,000; design 40,000, migration and testing 100,000: 140,000 + 10,000 = 150,000 over 84 months.
      Given "Globex" signed on 1 January 2026 for 5 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 1 January 2026 finance capitalizes 10,000.00 USD of "commissions" to obtain the contract of Globex until 31 December 2032
      And on 1 January 2026 finance capitalizes 140,000.00 USD of "set-up" to fulfil the contract of Globex until 31 December 2032
      And time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account                        | debit              | credit    |
        | Amortization of contract costs | 150,000.00 / 7     |           |
        | Contract costs                 | 150,000.00 * 6 / 7 |           |
        | Payables                       |                    | 150,000.00 |
      And finance closes December 2026 without a difference

    Scenario: By day, from the middle of a month
      # 365.00 over the year from 11 January: 21 days of January are 21.00.
      Given these conventions:
        | question       | answer |
        | revenue spread | by day |
      And "Globex" signed on 11 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 11 January 2026 finance capitalizes 365.00 USD of "commission" to obtain the contract of Globex until 10 January 2027
      And time passes to 31 January 2026
      Then the ledger shows on 31 January 2026:
        | account                        | debit  |
        | Amortization of contract costs | 21.00  |
        | Contract costs                 | 344.00 |

    Scenario Outline: A commission for <months> months is <answer>
      # Within a year the expedient applies where the company takes it; one day more and it does not.
      Given these conventions:
        | question                                     | answer   |
        | costs to obtain a contract of a year or less | <answer> |
      And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 1 January 2026 finance capitalizes 1,200.00 USD of "commission" to obtain the contract of Globex until <until>
      And on 1 January 2026 finance capitalizes 120.00 USD of "set-up" to fulfil the contract of Globex until 31 December 2026
      Then the ledger shows on 1 January 2026:
        | account                      | debit     |
        | Contract costs               | <asset>   |
        | Costs of obtaining contracts | <expense> |

      Examples:
        | months | answer            | until            | asset    | expense  |
        | 12     | expensed at once  | 31 December 2026 | 120.00   | 1,200.00 |
        | 12+    | expensed at once  | 1 January 2027   | 1,320.00 |          |
        | 12     | capitalized       | 31 December 2026 | 1,320.00 |          |

  Rule: Estimated anew, impaired, given up

    Background:
      Given "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 1 January 2026 finance capitalizes 2,400.00 USD of "commission" to obtain the contract of Globex until 31 December 2027

    Scenario: An impairment is a loss, and the rest is amortized
      # Ten months of 100.00 are amortized by 31 October; of 1,400.00 left 700.00 are lost; 700.00/14 = 50.00 a month.
      When on 31 October 2026 finance impairs "commission" of Globex by 700.00 USD
      And time passes to 30 November 2026
      Then the journal of November 2026 contains:
        | date             | source       | account                        | debit | credit |
        | 30 November 2026 | amortization | Amortization of contract costs | 50.00 |        |
        | 30 November 2026 | amortization | Contract costs                 |       | 50.00  |
      And the ledger shows on 30 November 2026:
        | account                        | debit    |
        | Impairment of contract costs   | 700.00   |
        | Amortization of contract costs | 1,050.00 |
        | Contract costs                 | 650.00   |
      And finance closes November 2026 without a difference

    Scenario: A loss is reversed, up to what was lost
      When on 31 October 2026 finance impairs "commission" of Globex by 700.00 USD
      And on 31 October 2026 finance impairs "commission" of Globex by -200.00 USD
      Then the ledger shows on 31 October 2026:
        | account                      | debit  |
        | Impairment of contract costs | 500.00 |
        | Contract costs               | 900.00 |
      When on 31 October 2026 finance impairs "commission" of Globex by -500.01 USD
      Then it is refused because "500.01 USD of 'commission' cannot be reversed: 500.00 USD are impaired"

    Scenario: A renewal becomes likely, so what is left lasts longer
      # 1,200.00 left after a year, over 24 months more: 50.00 a month.
      When from 1 January 2027 finance amortizes "commission" of Globex until 31 December 2028
      And time passes to 31 January 2027
      Then the ledger shows on 31 January 2027:
        | account                        | debit    |
        | Amortization of contract costs | 1,250.00 |
        | Contract costs                 | 1,150.00 |

    Scenario: A canceled contract takes its costs with it
      # Canceled from 1 July: six months of 100.00 are amortized, 1,800.00 are written off at the month's end.
      When Globex cancels on 1 July 2026
      And time passes to 31 August 2026
      Then the ledger shows on 31 August 2026:
        | account                        | debit    |
        | Amortization of contract costs | 600.00   |
        | Impairment of contract costs   | 1,800.00 |
        | Contract costs                 |          |
      And finance closes August 2026 without a difference

    Scenario: A cost is given up by hand, once
      When on 1 July 2026 finance writes off "commission" of Globex
      Then the ledger shows on 1 July 2026:
        | account                        | debit    |
        | Amortization of contract costs | 600.00   |
        | Impairment of contract costs   | 1,800.00 |
        | Contract costs                 |          |
      When on 1 August 2026 finance writes off "commission" of Globex
      Then it is refused because "nothing is left of 'commission' of contract C-1 to amortize"

    Scenario: What is told after the close is posted in the open month
      When time passes to 31 January 2026
      And finance closes January 2026 without a difference
      And on 3 February 2026 finance capitalizes 240.00 USD of "bonus" to obtain the contract of Globex until 31 January 2028
      And time passes to 28 February 2026
      Then the ledger shows on 28 February 2026:
        | account                        | debit                               |
        | Amortization of contract costs | 200.00 + 240.00 / (26/28 + 23) * 26/28 |

    Scenario Outline: It is refused: <why>
      When on 1 March 2026 finance <does>
      Then it is refused because "<because>"
      And the ledger shows on 1 March 2026:
        | account                      | debit    |
        | Contract costs               | 2,200.00 |
        | Impairment of contract costs |          |

      Examples:
        | why              | does                                                                                                | because                                                        |
        | more than left   | impairs "commission" of Globex by 2,196.78 USD                                                       | 'commission' cannot lose 2,196.78 USD: 2,196.77 USD of it are left |
        | unknown          | impairs "bonus" of Globex by 1.00 USD                                                                | contract C-1 has no cost 'bonus' on 1 March 2026                |
        | other currency   | impairs "commission" of Globex by 1.00 EUR                                                           | costs of contract C-1 are in USD; 1.00 EUR is not                         |
        | twice            | capitalizes 1.00 USD of "commission" to obtain the contract of Globex until 31 March 2026            | contract C-1 has a cost 'commission' already                    |
        | nothing          | expenses 0.00 USD of "travel" for the contract of Globex                                             | 0.00 USD is no cost of 'travel'                                 |
        | ends too early   | capitalizes 1.00 USD of "bonus" to obtain the contract of Globex until 28 February 2026              | 'bonus' cannot be amortized until 28 February 2026              |

  Rule: Whether they will be recovered

    Background:
      Given "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 1 January 2026 finance capitalizes 2,400.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
      And on 1 January 2026 finance capitalizes 1,200.00 USD of "set-up" to fulfil the contract of Globex until 31 December 2027

    Scenario: What is still to come in covers what is still to be spent and what was capitalized: nothing is lost
      # 1,800.00 and 900.00 are left on 30 June; 18,000.00 will come in at costs of 15,300.00.
      When on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 15,300.00 USD
      Then the ledger shows on 30 June 2026:
        | account                      | debit    |
        | Contract costs               | 2,700.00 |
        | Impairment of contract costs |          |
      And finance closes June 2026 without a difference

    Scenario: What it does not cover is lost, of each cost its share, and the rest is amortized
      # IFRS 15.101, 340-40-35-3: 18,000.00 - 16,500.00 = 1,500.00 cover of 2,700.00, so 1,200.00 are lost: 800.00 and 400.00.
      # 1,000.00 and 500.00 over eighteen months: 55.56 and 27.78.
      When on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 16,500.00 USD
      Then the journal from 30 June 2026 to 30 June 2026 contains:
        | date         | source     | account                      | debit    | credit   |
        | 30 June 2026 | impairment | Impairment of contract costs | 1,200.00 |          |
        | 30 June 2026 | impairment | Contract costs               |          | 1,200.00 |
      When time passes to 31 July 2026
      Then the journal of July 2026 contains:
        | date         | source       | account                        | debit         | credit |
        | 31 July 2026 | amortization | Amortization of contract costs | 55.56 + 27.78 |        |
      And finance closes July 2026 without a difference

    Scenario: Only as much comes back as is covered now
      # 1,000.00 left; 1,300.00 are covered: 300.00 come back, in proportion to what each lost.
      When on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 16,500.00 USD
      And on 31 December 2026 finance expects 12,000.00 USD still to come in from Globex, at further costs of 10,700.00 USD
      Then the ledger shows on 31 December 2026:
        | account                      | debit    |
        | Impairment of contract costs | 900.00   |
        | Contract costs               | 1,300.00 |

    Scenario Outline: A test is refused: <why>
      When on 30 June 2026 finance expects <in> still to come in from <customer>, at further costs of <out>
      Then it is refused because "<because>"

      Examples:
        | why            | in           | customer | out         | because                              |
        | below nothing  | -1.00 USD    | Globex   | 0.00 USD    | -1.00 USD cannot be what is still to come |
        | other currency | 1.00 USD     | Globex   | 1.00 EUR    | costs of contract C-1 are in USD; 1.00 EUR is not |

    Scenario: Nothing was capitalized, so there is nothing to test
      Given "Initech" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 30 June 2026 finance expects 1.00 USD still to come in from Initech, at further costs of 0.00 USD
      Then it is refused because "contract C-2 has no cost to test on 30 June 2026"

  Rule: Whether a loss comes back

    Scenario Outline: The loss is over, and in these books it <what>
      # On 31 December twelve months of 2,400.00 and 1,200.00 would be left without the loss: 1,200.00 and 600.00. With it 1,000.00 and
      # 500.00 less six eighteenths: 666.67 and 333.33. Up to 800.00 come back (IFRS 15.104); never under 340-40-35-6.
      Given these conventions:
        | question                                 | answer   |
        | impairment of contract costs that is over | <answer> |
      And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Hosting | 1        |
      When on 1 January 2026 finance capitalizes 2,400.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
      And on 1 January 2026 finance capitalizes 1,200.00 USD of "set-up" to fulfil the contract of Globex until 31 December 2027
      And on 30 June 2026 finance expects 18,000.00 USD still to come in from Globex, at further costs of 16,500.00 USD
      And on 31 December 2026 finance expects 12,000.00 USD still to come in from Globex, at further costs of 3,000.00 USD
      Then the ledger shows on 31 December 2026:
        | account                      | debit  |
        | Impairment of contract costs | <loss> |
        | Contract costs               | <left> |
      And finance closes December 2026 without a difference

      Examples:
        | what           | answer   | loss     | left     |
        | is taken back  | reversed | 400.00   | 1,800.00 |
        | stays          | never    | 1,200.00 | 1,000.00 |

  Rule: Costs are in the money they are paid in, and kept at what they cost then

    Background:
      Given these exchange rates:
        | date             | from | to  | rate |
        | 1 January 2026   | EUR  | USD | 1.10 |
        | 31 January 2026  | EUR  | USD | 1.20 |
        | 28 February 2026 | EUR  | USD | 1.30 |
      And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity | price per month |
        | Hosting | 1        | 2,000.00 EUR    |

    Scenario: A commission in euros is amortized at the rate it was paid at
      # IAS 21.21 and 23(b), ASC 830-10-45-18: an asset that is no money stays at the rate of its day: 2,400.00 * 1.10 = 2,640.00, a 24th of it
      # 110.00 a month. Revenue of 2,000.00 leaves the contract liability at the rate of its invoice: 1.10, then 1.20.
      When on 1 January 2026 finance capitalizes 2,400.00 EUR of "commission" to obtain the contract of Globex until 31 December 2027
      And time passes to 28 February 2026
      Then the journal from 1 January 2026 to 28 February 2026 contains:
        | date             | source        | account                        | debit    | credit   | document debit | document credit |
        | 1 January 2026   | contract cost | Contract costs                 | 2,640.00 |          | 2,400.00 EUR   |                 |
        | 1 January 2026   | contract cost | Payables                       |          | 2,640.00 |                | 2,400.00 EUR    |
        | 31 January 2026  | amortization  | Amortization of contract costs | 110.00   |          | 100.00 EUR     |                 |
        | 31 January 2026  | amortization  | Contract costs                 |          | 110.00   |                | 100.00 EUR      |
        | 28 February 2026 | amortization  | Amortization of contract costs | 110.00   |          | 100.00 EUR     |                 |
        | 28 February 2026 | amortization  | Contract costs                 |          | 110.00   |                | 100.00 EUR      |
      And finance closes February 2026 without a difference
      When time passes to 31 December 2027
      Then the ledger shows on 31 December 2027:
        | account                        | debit    |
        | Contract costs                 |          |
        | Amortization of contract costs | 2,640.00 |

    Scenario: A commission in the money of the books, for a contract in euros
      # 1,000.00 USD over 24 months: 41.67, 41.66 ... A warranty and goods are in dollars too.
      When on 1 January 2026 finance capitalizes 1,000.00 USD of "commission" to obtain the contract of Globex until 31 December 2027
      And on 31 January 2026 finance provides 300.00 USD in all for "warranty" of the contract of Globex
      And on 10 February 2026 120.00 USD of "warranty" of the contract of Globex is spent
      And time passes to 28 February 2026
      Then the journal from 1 January 2026 to 28 February 2026 is:
        | date             | source           | account                        | debit    | credit   | document debit | document credit |
        | 1 January 2026   | January invoice  | Receivables                    | 2,200.00 |          | 2,000.00 EUR   |                 |
        | 1 January 2026   | January invoice  | Contract liability             |          | 2,200.00 |                | 2,000.00 EUR    |
        | 1 January 2026   | contract cost    | Contract costs                 | 1,000.00 |          | 1,000.00       |                 |
        | 1 January 2026   | contract cost    | Payables                       |          | 1,000.00 |                | 1,000.00        |
        | 31 January 2026  | revenue          | Contract liability             | 2,200.00 |          | 2,000.00 EUR   |                 |
        | 31 January 2026  | revenue          | Revenue                        |          | 2,200.00 |                | 2,000.00 EUR    |
        | 31 January 2026  | amortization     | Amortization of contract costs | 41.67    |          | 41.67          |                 |
        | 31 January 2026  | amortization     | Contract costs                 |          | 41.67    |                | 41.67           |
        | 31 January 2026  | provision        | Provisions expense             | 300.00   |          | 300.00         |                 |
        | 31 January 2026  | provision        | Provisions                     |          | 300.00   |                | 300.00          |
        | 31 January 2026  | revaluation      | Receivables                    | 200.00   |          |                |                 |
        | 31 January 2026  | revaluation      | Unrealized exchange differences |         | 200.00   |                |                 |
        | 1 February 2026  | revaluation      | Receivables                    |          | 200.00   |                |                 |
        | 1 February 2026  | revaluation      | Unrealized exchange differences | 200.00  |          |                |                 |
        | 1 February 2026  | February invoice | Receivables                    | 2,400.00 |          | 2,000.00 EUR   |                 |
        | 1 February 2026  | February invoice | Contract liability             |          | 2,400.00 |                | 2,000.00 EUR    |
        | 10 February 2026 | provision used   | Provisions                     | 120.00   |          | 120.00         |                 |
        | 10 February 2026 | provision used   | Payables                       |          | 120.00   |                | 120.00          |
        | 28 February 2026 | revenue          | Contract liability             | 2,400.00 |          | 2,000.00 EUR   |                 |
        | 28 February 2026 | revenue          | Revenue                        |          | 2,400.00 |                | 2,000.00 EUR    |
        | 28 February 2026 | amortization     | Amortization of contract costs | 41.66    |          | 41.66          |                 |
        | 28 February 2026 | amortization     | Contract costs                 |          | 41.66    |                | 41.66           |
        | 28 February 2026 | revaluation      | Receivables                    | 600.00   |          |                |                 |
        | 28 February 2026 | revaluation      | Unrealized exchange differences |         | 600.00   |                |                 |
      And finance closes February 2026 without a difference
      When on 1 March 2026 finance impairs "commission" of Globex by 10.00 EUR
      Then it is refused because "the costs of contract C-1 are in USD; 10.00 EUR is not"
      When on 1 March 2026 finance impairs "commission" of Globex by 2,000.00 USD
      Then it is refused because "cannot lose 2,000.00 USD"
      When the contract of Globex passes to the customer Initech from 1 March 2026
      Then the ledger shows on 1 March 2026:
        | customer | account        | debit             |
        | Initech  | Contract costs | 1,000.00 - 83.33 |

    Scenario: Costs in a third currency are refused
      When on 1 January 2026 finance capitalizes 1,000.00 GBP of "commission" to obtain the contract of Globex until 31 December 2027
      Then it is refused because "contract C-1 is in EUR; 1,000.00 GBP is not"
      When time passes to 30 January 2026
      Then nothing is posted from 2 January 2026 to 30 January 2026

  Rule: Books that provide for onerous contracts, and books that do not

    Scenario: An onerous contract is provided for in one book only, and tested in both
      # IAS 37.66 against ASC 605-35: 30,000.00 USD to come in, 31,500.00 to be spent; later 29,000.00 cover 28,000.00.
      Given books are also kept under "US GAAP", with these conventions:
        | question                    | answer           |
        | loss of an onerous contract | not provided for |
      And "Globex" signed on 1 January 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product | quantity | price per month |
        | Hosting | 1        | 2,000.00        |
      When on 31 January 2026 finance expects 30,000.00 USD still to come in from Globex, at further costs of 31,500.00 USD
      Then the ledger shows on 31 January 2026:
        | account    | credit   |
        | Provisions | 1,500.00 |
      When on 28 February 2026 finance expects 29,000.00 USD still to come in from Globex, at further costs of 28,000.00 USD
      Then the ledger shows on 28 February 2026:
        | account    | credit |
        | Provisions |        |
      When finance turns to the books under "US GAAP"
      Then the ledger shows on 31 January 2026:
        | account    | credit |
        | Provisions |        |
      And finance closes February 2026 without a difference
