@revenue @contract-modifications @wave-3 @req:Q2C-035
Feature: One change by every decision, side by side
  What a modification does to revenue shows only where the end of the term moves: the same change under each answer.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | earned ahead of billing | contract asset |

  Rule: A term that becomes longer at a lower price

    Scenario Outline: Two years at 300.00 a month, after nine months a third at 200.00: <answer>
      # 2,700.00 are earned, 4,500.00 are still to come, 2,400.00 are added. Apart: 300.00, then 200.00. Anew: 6,900.00 over 27 months:
      # 255.56. From the start: 9,600.00 over 36 months, 266.67: nine months of it are 2,400.00, so 300.00 are taken back in December.
      Given these conventions:
        | question              | answer   |
        | contract modification | <answer> |
      And "Globex" signed on 1 March 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product        | price per month | stand-alone price |
        | Annual license | 300.00          | 300.00            |
      When Globex signs on 1 December 2026 to extend the contract to 28 February 2029 at 200.00 USD per month for "Annual license" from 1 March 2028
      And time passes to 31 December 2026
      Then the revenue of December 2026 is <december> USD
      And the revenue schedule of Globex contains:
        | month         | amount    |
        | November 2026 | <before>  |
        | January 2027  | <running> |
        | March 2028    | <third>   |
      And finance closes December 2026 without a difference
      When time passes to 28 February 2029
      Then the ledger shows on 28 February 2029 exactly:
        | account     | debit    | credit   |
        | Receivables | 9,600.00 |          |
        | Revenue     |          | 9,600.00 |

      Examples:
        | answer              | december | before | running | third  |
        | separate contract   | 300.00   | 300.00 | 300.00  | 200.00 |
        | terminate and new   | 255.56   | 300.00 | 255.55  | 255.56 |
        | cumulative catch-up | -33.33   | 266.67 | 266.66  | 266.67 |
        | by test             | 255.56   | 300.00 | 255.55  | 255.56 |

    Scenario Outline: The year that is added costs <price> a month, and a month costs 300.00 alone
      # From 300.00 on it is a contract of its own (606-10-25-12, IFRS 15.20). Below, what is left and what is new blend: 4,500.00 and
      # 3,594.00 over 27 months: 299.78.
      Given "Globex" signed on 1 March 2026 for 2 years, billed monthly in advance, net 30, no tax:
        | product        | price per month | stand-alone price |
        | Annual license | 300.00          | 300.00            |
      When Globex signs on 1 December 2026 to extend the contract to 28 February 2029 at <price> USD per month for "Annual license" from 1 March 2028
      Then the revenue schedule of Globex contains:
        | month          | amount    |
        | November 2026  | 300.00    |
        | December 2026  | <running> |
        | March 2028     | <third>   |

      Examples:
        | price  | running | third  |
        | 300.00 | 300.00  | 300.00 |
        | 330.00 | 300.00  | 330.00 |
        | 299.50 | 299.78  | 299.77 |

  Rule: Several changes, whatever the order in which they arrive

    Scenario Outline: Fewer seats from April and a lower price from June, <order>
      # 10 seats at 60.00 a month for 2026. 4 go on 1 April, the price is 45.00 from 1 June. April and May: 360.00, from June 270.00.
      # Each change ends the old terms on its own day; what was still to come under all of them is spread evenly from the last:
      # of 600.00 * 3 + 360.00 * 2 + 270.00 * 7 = 4,410.00 the first five months earn 2,520.00 under their own terms.
      Given these products are sold:
        | product | charged  | price               | stand-alone price   |
        | Seat    | per unit | 60.00 USD per month | 60.00 USD per month |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product | quantity |
        | Seat    | 10       |
      When time passes to 15 July 2026
      And <first>
      And <second>
      And time passes to 31 July 2026
      Then the revenue schedule of Globex contains:
        | month         | amount |
        | March 2026    | 600.00 |
        | April 2026    | 360.00 |
        | May 2026      | 360.00 |
        | June 2026     | 270.00 |
        | December 2026 | 270.00 |
      And the revenue of July 2026 is -540.00 USD

      Examples:
        | order           | first                                                                                | second                                                                                 |
        | in order        | Globex signs on 15 July 2026 to remove 4 "Seat" from 1 April 2026                    | Globex signs on 15 July 2026 to pay 45.00 USD per month for "Seat" from 1 June 2026     |
        | the other way   | Globex signs on 15 July 2026 to pay 45.00 USD per month for "Seat" from 1 June 2026  | Globex signs on 15 July 2026 to remove 4 "Seat" from 1 April 2026                       |

  Rule: An estimate that changes after a modification

    Scenario Outline: A bonus of 600.00 becomes sure in October: <why>
      # 1,200.00 for 2026; on 1 July 12 months at 90.00 are added for 2027: 600.00 + 1,080.00 over 18 months, 93.33 a month. A bonus for
      # what was promised first belongs to 2026 as it was signed: half of it is earned in July already. (I15.90, 606-10-32-45)
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product        | price per month | stand-alone price |
        | Annual license | 100.00          | 100.00            |
      When <bonus first>
      And Globex signs on 1 July 2026 to extend the contract to 31 December 2027 at 90.00 USD per month for "Annual license" from 1 January 2027
      And on 1 October 2026 finance includes 600.00 USD of "bonus" in the price of Globex
      And time passes to 31 October 2026
      Then the revenue schedule of Globex contains:
        | month         | amount  |
        | February 2026 | <feb>   |
        | November 2026 | <nov>   |

      Examples:
        | why                             | bonus first                                                                          | feb    | nov    |
        | promised with the first year    | on 1 January 2026 finance includes 0.00 USD of "bonus" in the price of Globex         | 150.00 | 110.00 |
        | promised with the modification  | time passes to 1 July 2026                                                            | 100.00 | 126.66 |

    Scenario: A bonus for one product counts from that product's beginning, whatever was modified since
      # Support of 600.00 and a license of 1,200.00 a year; on 1 July the license costs 80.00 a month: each keeps its own price. 240.00 for
      # support alone become sure in October: 20.00 of each month, so ten of them at once.
      Given these products are sold:
        | product | charged | price                | stand-alone price    |
        | License | flat    | 100.00 USD per month | 100.00 USD per month |
        | Support | flat    | 50.00 USD per month  | 50.00 USD per month  |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product | from           |
        | License | 1 January 2026 |
        | Support | 1 January 2026 |
      When Globex pays 70.00 USD per month for "License" from 1 July 2026
      And on 1 October 2026 finance includes 240.00 USD of "service bonus" in the price of "Support" for Globex
      And time passes to 31 October 2026
      # From July 6 * 70.00 + 6 * 50.00 = 720.00 are split 100 to 50: 80.00 and 40.00 a month.
      Then the revenue of Globex is:
        | month          | product | amount |
        | January 2026   | License | 100.00 |
        | January 2026   | Support | 50.00  |
        | February 2026  | License | 100.00 |
        | February 2026  | Support | 50.00  |
        | March 2026     | License | 100.00 |
        | March 2026     | Support | 50.00  |
        | April 2026     | License | 100.00 |
        | April 2026     | Support | 50.00  |
        | May 2026       | License | 100.00 |
        | May 2026       | Support | 50.00  |
        | June 2026      | License | 100.00 |
        | June 2026      | Support | 50.00  |
        | July 2026      | License | 80.00  |
        | July 2026      | Support | 40.00  |
        | August 2026    | License | 80.00  |
        | August 2026    | Support | 40.00  |
        | September 2026 | License | 80.00  |
        | September 2026 | Support | 40.00  |
        | October 2026   | License | 80.00  |
        | October 2026   | Support | 240.00 |
