@revenue @contract-modifications @wave-3 @req:Q2C-035
Feature: Contract modifications in revenue
  The same invoices can carry different revenue. Whether what is added stands beside the contract or is mixed with what is left
  of it depends on what it would cost alone; where term and price move together the difference shows in every month to come.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer        |
      | revenue schedule | contract term |

  Rule: A year of 1,200.00, recognized by month

    Background:
      Given these conventions:
        | question       | answer   |
        | revenue spread | by month |
        | proration      | months   |

    Scenario: Blend and extend: a longer term at a lower price
      # On 1 July 600.00 is left; the next year costs 960.00. 1,560.00 over 18 months is 86.6667 a month, rounded on the total.
      # 100.00 and then 80.00 would be wrong: the price of the second year was only given for the longer term.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Globex pays every invoice when it is due
      When Globex signs on 1 July 2026 to extend the contract to 31 December 2027 at 960.00 USD per year for "Annual license" from 1 January 2027
      Then the revenue schedule of Globex contains:
        | month          | amount |
        | June 2026      | 100.00 |
        | July 2026      | 86.67  |
        | August 2026    | 86.66  |
        | September 2026 | 86.67  |
        | December 2027  | 86.67  |
      When time passes to 31 July 2026
      Then the revenue of July 2026 is 86.67 USD
      And Globex is invoiced nothing since 2 January 2026
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | debit | credit            |
        | Revenue            |       | 600.00 + 1560.00 * 6/18 |
        | Contract liability |       | 80.00             |
      And finance closes December 2026 without a difference
      When time passes to 31 December 2027
      Then Globex is invoiced:
        | date           | from           | to               | net      | tax    |
        | 1 January 2026 | 1 January 2026 | 31 December 2026 | 1,200.00 | 120.00 |
        | 1 January 2027 | 1 January 2027 | 31 December 2027 | 960.00   | 96.00  |
      And nothing else is invoiced
      And nothing else is credited
      And the ledger shows on 31 December 2027 exactly:
        | account           | debit    | credit   |
        | Gateway clearing  | 2,376.00 |          |
        | Revenue           |          | 2,160.00 |
        | Sales tax payable |          | 216.00   |
      And finance closes December 2027 without a difference

    Scenario Outline: A product joins in July, <why>
      # 1,200.00 a year and, for half a year, an archive that alone costs 300.00.
      # Beside the contract: 100.00 and its own price. Mixed with what is left: 600.00 and the archive's price are split
      # 600 to 300. At 240.00: 840.00 * 600/900 = 560.00 and 280.00, so 93.33 and 46.67 a month.
      Given these conventions:
        | question              | answer   |
        | contract modification | <answer> |
      And these products are sold:
        | product | charged | price               | stand-alone price   |
        | Archive | flat    | 600.00 USD per year | 600.00 USD per year |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year | stand-alone price |
        | Annual license | 1        | 1,200.00 USD   | 1,200.00 USD      |
      When Globex adds 1 "Archive" at <price> from 1 July 2026
      And time passes to 31 July 2026
      Then Globex is invoiced:
        | date        | for     | from        | to               | net   | tax   |
        | 1 July 2026 | Archive | 1 July 2026 | 31 December 2026 | <net> | <tax> |
      And nothing else is invoiced since 2 January 2026
      And nothing else is credited
      And the July 2026 close report shows:
        | line                        | amount    |
        | Revenue from Annual license | <license> |
        | Revenue from Archive        | <archive> |
        | Revenue                     | <all>     |
      And the journal of July 2026 is:
        | date         | source         | account            | debit         | credit |
        | 1 July 2026  | upsell invoice | Receivables        | <net> + <tax> |        |
        | 1 July 2026  | upsell invoice | Contract liability |               | <net>  |
        | 1 July 2026  | upsell invoice | Sales tax payable  |               | <tax>  |
        | 31 July 2026 | revenue        | Contract liability | <all>         |        |
        | 31 July 2026 | revenue        | Revenue            |               | <all>  |
      And finance closes July 2026 without a difference
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit          |
        | Revenue            | 1200.00 + <net> |
        | Contract liability |                 |
      And finance closes December 2026 without a difference

      Examples:
        | why                                | answer            | price               | net    | tax   | license | archive | all    |
        | at what it costs alone             | by test           | 600.00 USD per year | 300.00 | 30.00 | 100.00  | 50.00   | 150.00 |
        | for less, decided by the test      | by test           | 480.00 USD per year | 240.00 | 24.00 | 93.33   | 46.67   | 140.00 |
        | for less, always beside            | separate contract | 480.00 USD per year | 240.00 | 24.00 | 100.00  | 40.00   | 140.00 |
        | at its price, always mixed         | terminate and new | 600.00 USD per year | 300.00 | 30.00 | 100.00  | 50.00   | 150.00 |

    Scenario: The price falls for the rest of the term
      # 1,200.00 to 900.00 a year from July: 150.00 goes back, 600.00 - 150.00 = 450.00 over six months is 75.00.
      Given these conventions:
        | question                | answer             |
        | billing of an amendment | one net difference |
      And "Initech" signed on 1 January 2026 for 1 year, billed yearly in advance, net 45, tax 5%:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      And Initech pays every invoice when it is due
      When Initech pays 900.00 USD per year for "Annual license" from 1 July 2026
      Then the revenue schedule of Initech contains:
        | month         | amount |
        | June 2026     | 100.00 |
        | July 2026     | 75.00  |
        | December 2026 | 75.00  |
      When time passes to 31 July 2026
      Then Initech has a credit of 157.50 USD
      And the revenue of July 2026 is 75.00 USD
      And finance closes July 2026 without a difference

    Scenario: Set-up for nothing is still worth something
      # Set-up costs 300.00 alone, the year 1,200.00. Of 1,200.00, 300/1500 is set-up's: 240.00 at once and 960.00 over the year.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price | price per year | stand-alone price |
        | Set-up         | 1        | 0.00  |                | 300.00            |
        | Annual license | 1        |       | 1,200.00       | 1,200.00          |
      And Globex pays every invoice when it is due
      When time passes to 31 January 2026
      Then the revenue schedule of Globex contains:
        | month         | product        | amount |
        | January 2026  | Set-up         | 240.00 |
        | January 2026  | Annual license | 80.00  |
        | December 2026 | Annual license | 80.00  |
      And the journal of January 2026 is:
        | date            | source          | account            | debit    | credit   |
        | 1 January 2026  | January invoice | Receivables        | 1,320.00 |          |
        | 1 January 2026  | January invoice | Contract liability |          | 1,200.00 |
        | 1 January 2026  | January invoice | Sales tax payable  |          | 120.00   |
        | 31 January 2026 | payment         | Gateway clearing   | 1,320.00 |          |
        | 31 January 2026 | payment         | Receivables        |          | 1,320.00 |
        | 31 January 2026 | revenue         | Contract liability | 320.00   |          |
        | 31 January 2026 | revenue         | Revenue            |          | 320.00   |
      And finance closes January 2026 without a difference
      And the January 2026 close report shows:
        | line                        | amount |
        | Revenue from Annual license | 80.00  |
        | Revenue from Set-up         | 240.00 |
        | Revenue                     | 320.00 |
        | Contract liability, closing | 880.00 |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | credit   |
        | Revenue            | 1,200.00 |
        | Contract liability |          |
      And finance closes December 2026 without a difference

    Scenario: Set-up for nothing, billed month by month: earned ahead of billing
      # Twelve months of 100.00 are billed one by one; January earns 240.00 + 80.00 with 100.00 billed.
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price | price per month | stand-alone price |
        | Set-up        | 1        | 0.00  |                 | 300.00            |
        | Platform seat | 10       |       | 10.00           | 10.00             |
      When time passes to 28 February 2026
      Then the journal of January 2026 is:
        | date            | source          | account             | debit  | credit |
        | 1 January 2026  | January invoice | Receivables         | 110.00 |        |
        | 1 January 2026  | January invoice | Contract liability  |        | 100.00 |
        | 1 January 2026  | January invoice | Sales tax payable   |        | 10.00  |
        | 31 January 2026 | revenue         | Contract liability  | 100.00 |        |
        | 31 January 2026 | revenue         | Unbilled receivable | 220.00 |        |
        | 31 January 2026 | revenue         | Revenue             |        | 320.00 |
      And the journal of February 2026 is:
        | date             | source           | account             | debit  | credit |
        | 1 February 2026  | February invoice | Receivables         | 110.00 |        |
        | 1 February 2026  | February invoice | Unbilled receivable |        | 100.00 |
        | 1 February 2026  | February invoice | Sales tax payable   |        | 10.00  |
        | 28 February 2026 | revenue          | Unbilled receivable | 80.00  |        |
        | 28 February 2026 | revenue          | Revenue             |        | 80.00  |
      And finance closes January 2026 without a difference
      And finance closes February 2026 without a difference
      And the February 2026 close report shows:
        | line                         | amount |
        | Unbilled receivable, opening | 220.00 |
        | Earned ahead of billing      | 80.00  |
        | Unbilled receivable billed   | 100.00 |
        | Unbilled receivable, closing | 200.00 |

  Rule: Only at the month's end, by day or by month

    Scenario Outline: A year recognized <spread>
      # By day: 1,200.00 * 31/365 = 101.9178; 1,200.00 * 59/365 = 193.9726, so 92.05; 1,200.00 * 90/365 = 295.8904, so 101.92;
      # to July 212 days, 696.9863, to August 243 days, 798.9041: August is 798.90 - 696.99 = 101.91.
      Given these conventions:
        | question       | answer   |
        | revenue spread | <spread> |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | quantity | price per year |
        | Annual license | 1        | 1,200.00 USD   |
      When time passes to 30 January 2026
      Then nothing is posted from 2 January 2026 to 30 January 2026
      When time passes to 31 December 2026
      Then the revenue of Globex is:
        | month          | amount |
        | January 2026   | <jan>  |
        | February 2026  | <feb>  |
        | March 2026     | <mar>  |
        | April 2026     | <apr>  |
        | May 2026       | <may>  |
        | June 2026      | <jun>  |
        | July 2026      | <jul>  |
        | August 2026    | <aug>  |
        | September 2026 | <sep>  |
        | October 2026   | <oct>  |
        | November 2026  | <nov>  |
        | December 2026  | <dec>  |
      And the ledger shows on 31 December 2026 exactly:
        | account     | debit    | credit   |
        | Receivables | 1,200.00 |          |
        | Revenue     |          | 1,200.00 |
      And finance closes December 2026 without a difference

      Examples:
        | spread   | jan    | feb    | mar    | apr    | may    | jun    | jul    | aug    | sep    | oct    | nov    | dec    |
        | by month | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 | 100.00 |
        | by day   | 101.92 | 92.05  | 101.92 | 98.63  | 101.92 | 98.63  | 101.92 | 101.91 | 98.63  | 101.92 | 98.63  | 101.92 |

    Scenario: Euros, from the tenth, by month
      # 900.00 from 10 February 2026 to 9 February 2027: 19/28 of a month, eleven months and 9/28: twelve months of 75.00.
      # February: 75.00 * 19/28 = 50.8929; by the end of March 125.8929.
      Given the company "Contoso Europe"
      And "Aperture Labs" signed on 10 February 2026 for 1 year, billed yearly in advance, net 14, tax code "standard":
        | product        | plan   | quantity | price per year |
        | Workspace seat | Yearly | 9        | 100.00         |
      And Aperture Labs pays every invoice when it is due
      When time passes to 31 March 2026
      Then the revenue of Aperture Labs is:
        | month         | amount |
        | February 2026 | 50.89  |
        | March 2026    | 75.00  |
      And the revenue schedule of Aperture Labs contains:
        | month         | amount |
        | January 2027  | 75.00  |
        | February 2027 | 24.11  |
      And finance closes March 2026 without a difference
