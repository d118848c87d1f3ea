@revenue @allocation @wave-3 @req:Q2C-038
Feature: One price, several promises
  The price of a contract is split by what each promise would cost alone. A discount belongs to some of them only if they
  are regularly sold together for it; what sells at widely varying prices takes what the others leave, and no nonsense.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |

  Rule: Goods that are handed over

    Scenario Outline: A, B and C for 100.00, <why>
      # IFRS 15 IE164 to 177, 606-10-55-256 to 269. A, B and C cost 40.00, 55.00 and 45.00 alone, 140.00 together.
      # By what each costs alone: 28.57, 39.29 and 32.14. B and C are regularly sold together for 60.00: the discount of 40.00 is
      # all theirs, so A keeps 40.00 and 60.00 is split 55 to 45. For 64.00 the bundle's discount of 36.00 is not the contract's.
      Given these products are sold:
        | product   | charged | price          | stand-alone price | revenue |
        | Product A | flat    | 40.00 USD once | 40.00 USD once    | at once |
        | Product B | flat    | 30.00 USD once | 55.00 USD once    | at once |
        | Product C | flat    | 30.00 USD once | 45.00 USD once    | at once |
      And these bundles are sold regularly:
        | products   | price   |
        | <products> | <price> |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product   |
        | Product A |
        | Product B |
        | Product C |
      When time passes to 31 January 2026
      Then the revenue schedule of Globex is:
        | month        | product   | amount |
        | January 2026 | Product A | <a>    |
        | January 2026 | Product B | <b>    |
        | January 2026 | Product C | <c>    |
      And the journal of January 2026 is:
        | date            | source          | account            | product   | debit  | credit |
        | 1 January 2026  | January invoice | Receivables        |           | 110.00 |        |
        | 1 January 2026  | January invoice | Contract liability |           |        | 100.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |           |        | 10.00  |
        | 31 January 2026 | revenue         | Contract liability |           | 100.00 |        |
        | 31 January 2026 | revenue         | Revenue            | Product A |        | <a>    |
        | 31 January 2026 | revenue         | Revenue            | Product B |        | <b>    |
        | 31 January 2026 | revenue         | Revenue            | Product C |        | <c>    |
      And finance closes January 2026 without a difference

      Examples:
        | why                                          | products                         | price | a     | b     | c     |
        | B and C being a bundle of that discount      | Product B, Product C             | 60.00 | 40.00 | 33.00 | 27.00 |
        | B and C being a bundle of another discount   | Product B, Product C             | 64.00 | 28.57 | 39.29 | 32.14 |
        | the bundle holding what was not sold         | Product B, Product C, Training day | 60.00 | 28.57 | 39.29 | 32.14 |
        | all three being the bundle                   | Product A, Product B, Product C  | 100.00 | 28.57 | 39.29 | 32.14 |

    Scenario: Stated prices say nothing: 50, 25 and 75 alone, 100.00 together
      # IE164 to 166: 100 * 50/150, 25/150 and 75/150.
      Given these products are sold:
        | product   | charged | price          | stand-alone price | revenue |
        | Product A | flat    | 10.00 USD once | 50.00 USD once    | at once |
        | Product B | flat    | 15.00 USD once | 25.00 USD once    | at once |
        | Product C | flat    | 75.00 USD once | 75.00 USD once    | at once |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product   |
        | Product A |
        | Product B |
        | Product C |
      When time passes to 31 January 2026
      Then the revenue schedule of Globex is:
        | month        | product   | amount         |
        | January 2026 | Product A | 100.00 * 50/150 |
        | January 2026 | Product B | 100.00 * 25/150 |
        | January 2026 | Product C | 50.00          |
      And finance closes January 2026 without a difference

    Scenario: Three alike share a hundred: no cent is lost
      Given these products are sold:
        | product   | charged | price          | stand-alone price | revenue |
        | Product A | flat    | 20.00 EUR once | 70.00 EUR once    | at once |
        | Product B | flat    | 20.00 EUR once | 70.00 EUR once    | at once |
        | Product C | flat    | 60.00 EUR once | 70.00 EUR once    | at once |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product   | price     |
        | Product A | 20.00 EUR |
        | Product B | 20.00 EUR |
        | Product C | 60.00 EUR |
      When time passes to 31 January 2026
      Then the revenue schedule of Globex is:
        | month        | product   | amount    |
        | January 2026 | Product A | 33.34 EUR |
        | January 2026 | Product B | 33.33 EUR |
        | January 2026 | Product C | 33.33 EUR |

    Scenario: What varies takes what the others leave
      # IE178 to 183, 606-10-55-265 to 268: D sells for 15.00 to 45.00. Of 130.00, A takes 40.00, B and C as a bundle 60.00, D 30.00.
      Given these products are sold:
        | product   | charged | price          | stand-alone price | stand-alone range | stand-alone | revenue |
        | Product A | flat    | 40.00 USD once | 40.00 USD once    |                   |             | at once |
        | Product B | flat    | 30.00 USD once | 55.00 USD once    |                   |             | at once |
        | Product C | flat    | 30.00 USD once | 45.00 USD once    |                   |             | at once |
        | Product D | flat    | 30.00 USD once |                   | 15.00 to 45.00    | residual    | at once |
      And these bundles are sold regularly:
        | products             | price |
        | Product B, Product C | 60.00 |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product   | price |
        | Product A | 40.00 |
        | Product B | 30.00 |
        | Product C | 30.00 |
        | Product D | 30.00 |
      When time passes to 31 January 2026
      Then the revenue schedule of Globex is:
        | month        | product   | amount |
        | January 2026 | Product A | 40.00  |
        | January 2026 | Product B | 33.00  |
        | January 2026 | Product C | 27.00  |
        | January 2026 | Product D | 30.00  |
      And finance closes January 2026 without a difference

    Scenario Outline: What would be left lies outside everything seen: <why>
      # IE184 to 187: of 105.00 only 5.00 would be left for D, which sells for 15.00 to 45.00.
      Given these products are sold:
        | product   | charged | price          | stand-alone price | stand-alone range | stand-alone | revenue |
        | Product A | flat    | 40.00 USD once | 100.00 USD once   |                   |             | at once |
        | Product D | flat    | 30.00 USD once |                   | 15.00 to 45.00    | residual    | at once |
      When "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product   | price |
        | Product A | 75.00 |
        | Product D | <d>   |
      Then it is refused because "<left> USD would be left for 'Product D', which was seen to sell alone for 15"
      And Globex has signed nothing

      Examples:
        | why      | d     | left  |
        | too low  | 30.00 | 5.00  |
        | nothing  | 25.00 | 0.00  |
        | too high | 80.00 | 55.00 |

    Scenario: A voucher is a material right
      # IE250 to 253, 606-10-55-336 to 339: A costs 100.00 and brings a discount of 40% on up to 100.00 to come, 10% of which
      # everybody gets. 80% of customers use it for 50.00: 50.00 * 30% * 80% = 12.00. 100.00 * 100/112 = 89.29, and 10.71.
      Given these products are sold:
        | product   | charged | price           | stand-alone price | revenue      |
        | Product A | flat    | 100.00 USD once | 100.00 USD once   | at once      |
        | Voucher   | flat    | 0.00 USD once   | 12.00 USD once    | as delivered |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product   |
        | Product A |
        | Voucher   |
      When time passes to 31 January 2026
      Then the revenue of January 2026 is 89.29 USD
      And the ledger shows on 31 January 2026:
        | account            | credit |
        | Revenue            | 89.29  |
        | Contract liability | 10.71  |
      And finance closes January 2026 without a difference
      And the price of Globex is allocated to:
        | product   | amount           |
        | Product A | 100.00 * 100/112 |
        | Voucher   | 100.00 * 12/112  |
      And 10.71 USD of the price of Globex is still to be recognized
      When Globex redeems 1 "Voucher" on 10 February 2026
      And time passes to 28 February 2026
      Then the revenue of February 2026 is 10.71 USD
      And 0.00 USD of the price of Globex is still to be recognized
      And finance closes February 2026 without a difference

  Rule: Services by the month

    Scenario Outline: Support within or outside its range: <price> a month, <answer>
      # Support sells alone for 80.00 to 120.00 a month, the license for 100.00. At 60.00 the two cost 160.00 a month:
      # by the middle 100 to 100; by the nearest edge 80 to 100: 160.00 * 80/180 = 71.11; as stated 60.00.
      # At 90.00 it is within, so it is worth what is asked.
      Given these products are sold:
        | product | charged | price                | stand-alone range |
        | Support | flat    | 100.00 USD per month | 80.00 to 120.00   |
      And these conventions:
        | question                            | answer   |
        | stand-alone price outside the range | <answer> |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product   | price per month | stand-alone price |
        | Analytics | 100.00          | 100.00            |
        | Support   | <price>         |                   |
      When time passes to 31 January 2026
      Then the January 2026 close report shows:
        | line                   | amount    |
        | Revenue from Support   | <support> |
        | Revenue from Analytics | <license> |
      And finance closes January 2026 without a difference

      Examples:
        | price  | answer       | support | license |
        | 60.00  | midpoint     | 80.00   | 80.00   |
        | 60.00  | nearest edge | 71.11   | 88.89   |
        | 140.00 | nearest edge | 130.91  | 109.09  |
        | 60.00  | stated price | 60.00   | 100.00  |
        | 90.00  | midpoint     | 90.00   | 100.00  |

    Scenario: Two months for nothing are part of the price of twelve
      # Signed together: 10 * 100.00 over twelve months is 83.33 a month (November: 916.67 less 833.33); after January 16.67 are billed ahead.
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00           |
      And Globex pays every invoice when it is due
      When on 1 January 2026 Globex is granted 100% off from 1 November 2026
      And time passes to 31 January 2026
      Then the revenue schedule of Globex contains:
        | month         | amount |
        | January 2026  | 83.33  |
        | February 2026 | 83.34  |
        | November 2026 | 83.34  |
        | December 2026 | 83.33  |
      And the ledger shows on 31 January 2026:
        | account            | credit |
        | Revenue            | 83.33  |
        | Contract liability | 16.67  |
      And finance closes January 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit   |
        | Revenue            | 1,000.00 |
        | Contract liability |          |
      And Globex is invoiced 1,000.00 USD in all
      And finance closes December 2026 without a difference

    Scenario: Three months for nothing, then twelve that are paid, on lines of their own
      # What is given for nothing costs alone what the other months of the product cost: 12 * 90.00 over 15 months are 72.00 a month
      # (606-10-32-31, IFRS 15.76). 216.00 are earned before the first invoice.
      Given these conventions:
        | question                | answer         |
        | earned ahead of billing | contract asset |
      And "Globex" signed on 1 February 2026 for 15 months, billed monthly in advance, net 30, tax 10%:
        | product  | price per month | from       | to            |
        | Platform seat | 0.00       |            | 30 April 2026 |
        | Platform seat | 90.00      | 1 May 2026 |               |
      When time passes to 31 May 2026
      Then the ledger shows on 30 April 2026 exactly:
        | account        | debit  | credit |
        | Contract asset | 216.00 |        |
        | Revenue        |        | 216.00 |
      And the journal of May 2026 is:
        | date        | source      | account           | debit | credit |
        | 1 May 2026  | May invoice | Receivables       | 99.00 |        |
        | 1 May 2026  | May invoice | Contract asset    |       | 90.00  |
        | 1 May 2026  | May invoice | Sales tax payable |       | 9.00   |
        | 31 May 2026 | revenue     | Contract asset    | 72.00 |        |
        | 31 May 2026 | revenue     | Revenue           |       | 72.00  |
      And finance closes May 2026 without a difference

    Scenario: A price that rises year by year is earned evenly
      # 1,200.00, 1,440.00 and 1,680.00 for three years signed together: 4,320.00 over 36 months is 120.00 a month. After the
      # first year 240.00 are earned ahead of billing, after the second as much, and at the end nothing.
      Given "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When Globex signs on 1 January 2026 to pay 1,440.00 USD per year for "Annual license" from 1 January 2027
      And Globex signs on 1 January 2026 to pay 1,680.00 USD per year for "Annual license" from 1 January 2028
      And time passes to 31 December 2026
      Then the revenue of December 2026 is 120.00 USD
      And the ledger shows on 31 December 2026:
        | account             | debit  | credit   |
        | Revenue             |        | 1,440.00 |
        | Unbilled receivable | 240.00 |          |
      And finance closes December 2026 without a difference
      When time passes to 31 December 2028
      Then Globex is invoiced:
        | date           | net      |
        | 1 January 2026 | 1,200.00 |
        | 1 January 2027 | 1,440.00 |
        | 1 January 2028 | 1,680.00 |
      And nothing else is invoiced
      And the ledger shows on 31 December 2028 exactly:
        | account     | debit    | credit   |
        | Receivables | 4,320.00 |          |
        | Revenue     |          | 4,320.00 |
      And finance closes December 2028 without a difference
