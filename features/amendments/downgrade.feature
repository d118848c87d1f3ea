@amendments @downgrade @wave-3 @req:Q2C-016
Feature: Downgrade
  A customer gives seats back in the middle of what is billed. Whether the rest of the period is credited or simply runs out
  is the company's convention; nobody is ever credited more than was billed, and no closed month moves.

  Background:
    Given the company "Northwind SaaS"

  Rule: At once, with credit

    Background:
      Given these conventions:
        | question         | answer                      |
        | downgrade        | at once with credit         |
        | revenue schedule | service period of each line |

    Scenario: From an invoice that is still open
      # 20 * 10.00 * 16/31 = 103.2258. The card is charged with what is left of March: 1,100.00 - 113.55 = 986.45.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When Globex removes 20 "Platform seat" from 16 March 2026
      Then Globex owes 986.45 USD
      When time passes to 1 April 2026
      Then Globex is subscribed to:
        | product       | quantity | price               |
        | Platform seat | 80       | 10.00 USD per month |
      And Globex is credited:
        | date          | for           | from          | to            | quantity | net                | tax   | total  | credits       | reason    |
        | 16 March 2026 | Platform seat | 16 March 2026 | 31 March 2026 | 20       | 20 * 10.00 * 16/31 | 10.32 | 113.55 | March invoice | amendment |
      And nothing else is credited
      And Globex is invoiced:
        | date         | from         | to            | quantity | net    | tax   |
        | 1 April 2026 | 1 April 2026 | 30 April 2026 | 80       | 800.00 | 80.00 |
      And nothing else is invoiced since 2 March 2026
      And the journal of March 2026 is:
        | date          | source                | account            | debit    | credit   |
        | 1 March 2026  | March invoice         | Receivables        | 1,100.00 |          |
        | 1 March 2026  | March invoice         | Contract liability |          | 1,000.00 |
        | 1 March 2026  | March invoice         | Sales tax payable  |          | 100.00   |
        | 3 March 2026  | payment               | Gateway clearing   | 1,100.00 |          |
        | 3 March 2026  | payment               | Receivables        |          | 1,100.00 |
        | 16 March 2026 | credit memo           | Contract liability | 103.23   |          |
        | 16 March 2026 | credit memo           | Sales tax payable  | 10.32    |          |
        | 16 March 2026 | credit memo           | Receivables        |          | 113.55   |
        | 31 March 2026 | payment               | Gateway clearing   | 986.45   |          |
        | 31 March 2026 | payment               | Receivables        |          | 986.45   |
        | 31 March 2026 | revenue               | Contract liability | 896.77   |          |
        | 31 March 2026 | revenue               | Revenue            |          | 896.77   |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                          | amount   |
        | Receivables, opening          | 1,100.00 |
        | Invoiced                      | 1,100.00 |
        | Credited                      | 113.55   |
        | Cash applied                  | 2,086.45 |
        | Receivables, closing          | 0.00     |
        | Contract liability credited   | 103.23   |
        | Tax credited                  | 10.32    |
        | Revenue                       | 896.77   |

    Scenario: From an invoice that is paid, the credit stays until it is used
      # 9 * 24.50 * 11/30 = 80.85 for 20 to 30 April; 21% of it is 16.9785. It pays part of May: 41 * 24.50 = 1,004.50.
      Given "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 14, tax 21%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 24.50 USD       |
      And Initech pays every invoice when it is due
      When Initech removes 9 "Platform seat" from 20 April 2026
      Then Initech owes nothing
      And Initech has a credit of 97.83 USD
      And the journal from 16 April 2026 to 29 April 2026 is:
        | date          | source      | account            | debit | credit |
        | 20 April 2026 | credit memo | Contract liability | 80.85 |        |
        | 20 April 2026 | credit memo | Sales tax payable  | 16.98 |        |
        | 20 April 2026 | credit memo | Customer credits   |       | 97.83  |
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      When time passes to 1 May 2026
      And the credit of Initech is used for the May invoice on 1 May 2026
      Then Initech has a credit of 0.00 USD
      And Initech owes 1,117.62 USD
      When time passes to 31 May 2026
      Then Initech owes nothing
      And the journal of May 2026 is:
        | date        | source          | account            | debit    | credit   |
        | 1 May 2026  | May invoice     | Receivables        | 1,215.45 |          |
        | 1 May 2026  | May invoice     | Contract liability |          | 1,004.50 |
        | 1 May 2026  | May invoice     | Sales tax payable  |          | 210.95   |
        | 1 May 2026  | customer credit | Customer credits   | 97.83    |          |
        | 1 May 2026  | customer credit | Receivables        |          | 97.83    |
        | 15 May 2026 | payment         | Gateway clearing   | 1,117.62 |          |
        | 15 May 2026 | payment         | Receivables        |          | 1,117.62 |
        | 31 May 2026 | revenue         | Contract liability | 1,004.50 |          |
        | 31 May 2026 | revenue         | Revenue            |          | 1,004.50 |
      And finance closes May 2026 without a difference

    Scenario: From an invoice that is paid, where credit pays the next invoice by itself
      # 97.83 as above.
      Given these conventions:
        | question        | answer                      |
        | customer credit | applied to the next invoice |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 14, tax 21%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 24.50 USD       |
      And Initech pays every invoice when it is due
      When Initech removes 9 "Platform seat" from 20 April 2026
      And time passes to 1 May 2026
      Then Initech has a credit of 0.00 USD
      And Initech owes 1,117.62 USD
      When time passes to 31 May 2026
      Then Initech owes nothing
      And finance closes May 2026 without a difference

    Scenario: Seats that joined last leave first
      # Twenty joined at 12.00; of thirty that go, those twenty go and ten of the others:
      # 20 * 12.00 * 16/31 = 123.8710 and 10 * 10.00 * 16/31 = 51.6129.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex adds 20 "Platform seat" at 12.00 USD per month from 1 February 2026
      And Globex removes 30 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is subscribed to:
        | product       | quantity | price               |
        | Platform seat | 90       | 10.00 USD per month |
      And Globex is credited:
        | date          | from          | to            | quantity | price | net    | tax   | credits       |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 20       | 12.00 | 123.87 | 12.39 | March invoice |
        | 16 March 2026 | 16 March 2026 | 31 March 2026 | 10       | 10.00 | 51.61  | 5.16  | March invoice |
      And nothing else is credited
      And the revenue of March 2026 is 1,064.52 USD
      And finance closes March 2026 without a difference

    Scenario: Seats of one price leave the invoice that billed them last
      # 25 to 31 March is 7 of 31 days: 20 * 10.00 * 7/31 = 45.1613 of the upsell, 10 * 10.00 * 7/31 = 22.5806 of March.
      # Of the upsell's tax of 10.32 on 103.23, 4.51 goes back.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex adds 20 "Platform seat" from 16 March 2026
      And Globex removes 30 "Platform seat" from 25 March 2026
      And time passes to 31 March 2026
      Then Globex is credited:
        | date          | from          | to            | quantity | net   | tax  | credits        |
        | 25 March 2026 | 25 March 2026 | 31 March 2026 | 20       | 45.16 | 4.51 | upsell invoice |
        | 25 March 2026 | 25 March 2026 | 31 March 2026 | 10       | 22.58 | 2.26 | March invoice  |
      And nothing else is credited
      And the revenue of March 2026 is 1,035.49 USD
      And finance closes March 2026 without a difference

    Scenario: Signed after the month was closed
      # March: 103.23, all of it revenue. April: 200.00, of which nothing is revenue yet when it is agreed: at the month's end April
      # earns the 800.00 of the new terms.
      # March is paid, so 113.55 of the credit is the customer's; April's invoice falls by 220.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      When Globex signs on 10 April 2026 to remove 20 "Platform seat" from 16 March 2026
      And time passes to 30 April 2026
      Then Globex is credited:
        | date          | from          | to            | quantity | net    | tax   | credits       |
        | 10 April 2026 | 16 March 2026 | 31 March 2026 | 20       | 103.23 | 10.32 | March invoice |
        | 10 April 2026 | 1 April 2026  | 30 April 2026 | 20       | 200.00 | 20.00 | April invoice |
      And nothing else is credited
      And Globex owes 880.00 USD
      And Globex has a credit of 113.55 USD
      And the revenue of March 2026 is 1,000.00 USD
      And the journal of April 2026 is:
        | date          | source        | account            | debit    | credit   |
        | 1 April 2026  | April invoice | Receivables        | 1,100.00 |          |
        | 1 April 2026  | April invoice | Contract liability |          | 1,000.00 |
        | 1 April 2026  | April invoice | Sales tax payable  |          | 100.00   |
        | 10 April 2026 | credit memo   | Revenue            | 103.23   |          |
        | 10 April 2026 | credit memo   | Contract liability | 200.00   |          |
        | 10 April 2026 | credit memo   | Sales tax payable  | 30.32    |          |
        | 10 April 2026 | credit memo   | Receivables        |          | 220.00   |
        | 10 April 2026 | credit memo   | Customer credits   |          | 113.55   |
        | 30 April 2026 | revenue       | Contract liability | 800.00   |          |
        | 30 April 2026 | revenue       | Revenue            |          | 800.00   |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                                         | amount |
        | downgrade credit memo NW-CM-000001 of March 2026       | 113.55 |
        | Revenue                                      | 696.77 |

    Scenario: The whole product goes, and comes back
      # 240.00 of Analytics: 12 to 28 February is 17 of 28 days, 145.7143; from 15 March again 17 of 31 days, 131.6129.
      Given "Umbrella" signed on 1 January 2026 for 12 months, billed monthly in advance, net 45, no tax:
        | product       | quantity | price per month |
        | Platform seat | 8        | 10.00 USD       |
        | Analytics     | 1        | 240.00          |
      When Umbrella drops "Analytics" from 12 February 2026
      Then Umbrella is subscribed to:
        | product       | quantity |
        | Platform seat | 8        |
      When Umbrella adds 1 "Analytics" at 240.00 USD per month from 15 March 2026
      And time passes to 31 March 2026
      Then Umbrella is subscribed to:
        | product       | quantity |
        | Platform seat | 8        |
        | Analytics     | 1        |
      And Umbrella is credited:
        | date             | for       | from             | to               | net            | tax  |
        | 12 February 2026 | Analytics | 12 February 2026 | 28 February 2026 | 240.00 * 17/28 | 0.00 |
      And nothing else is credited
      And Umbrella is invoiced:
        | date          | for           | from          | to            | net            |
        | 1 March 2026  | Platform seat | 1 March 2026  | 31 March 2026 | 80.00          |
        | 15 March 2026 | Analytics     | 15 March 2026 | 31 March 2026 | 240.00 * 17/31 |
      And nothing else is invoiced since 2 February 2026
      And the revenue of February 2026 is 174.29 USD
      And the revenue of March 2026 is 211.61 USD
      And finance closes March 2026 without a difference

  Rule: At the end of the period, without credit

    Background:
      Given these conventions:
        | question         | answer                       |
        | downgrade        | at period end without credit |
        | revenue schedule | service period of each line  |

    Scenario: The month runs out with all seats
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex removes 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 100      |
      And the revenue of March 2026 is 1,000.00 USD
      When time passes to 30 April 2026
      Then Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 80       |
      And Globex is invoiced:
        | date         | from         | to            | quantity | net    | tax   |
        | 1 April 2026 | 1 April 2026 | 30 April 2026 | 80       | 800.00 | 80.00 |
      And nothing else is invoiced since 2 March 2026
      And nothing else is credited
      And the revenue of April 2026 is 800.00 USD
      And finance closes March 2026 without a difference
      And finance closes April 2026 without a difference

    Scenario: On the first day of a period it takes effect that day
      Given "Globex" signed on 1 January 2026 for 12 months, billed quarterly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When Globex signs on 20 March 2026 to remove 20 "Platform seat" from 1 April 2026
      And Globex signs on 2 April 2026 to remove 10 "Platform seat" from 2 April 2026
      And time passes to 1 July 2026
      Then Globex is invoiced:
        | date           | from           | to                | quantity | net      |
        | 1 January 2026 | 1 January 2026 | 31 March 2026     | 100      | 3,000.00 |
        | 1 April 2026   | 1 April 2026   | 30 June 2026      | 80       | 2,400.00 |
        | 1 July 2026    | 1 July 2026    | 30 September 2026 | 70       | 2,100.00 |
      And nothing else is invoiced
      And nothing else is credited
      And finance closes June 2026 without a difference

  Rule: What cannot be

    Background:
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |

    Scenario Outline: <count> seats of a hundred cannot go
      When Globex removes <count> "Platform seat" from 16 March 2026
      Then billing holds these exceptions:
        | event              | customer | reason                                                                     |
        | "order closed-won" | Globex   | contract C-1 holds 100 'Platform seat' on 16 March 2026, <count> cannot go |
      And Globex is subscribed to:
        | product       | quantity |
        | Platform seat | 100      |
      And nothing else is credited
      And finance cannot close March 2026, because:
        | reconciliation |
        | Orders         |

      Examples:
        | count   |
        | 101     |
        | 5000    |

    Scenario: The credit never reaches the ledger, and then it does
      # Payments aside: billing has 1,100.00 - 113.55 = 986.45 of March open beside January and February; the ledger has it all.
      Given the integration loses the event "credit memo posted" of the downgrade
      When Globex removes 20 "Platform seat" from 16 March 2026
      And time passes to 31 March 2026
      Then finance cannot close March 2026, among other reasons because:
        | reconciliation        | billing  | ledger   | difference | explained by                     |
        | Receivables of Globex | 3,186.45 | 3,300.00 | -113.55    | downgrade credit memo not posted |
      When everything is repaired and delivered again
      Then finance closes March 2026 without a difference
