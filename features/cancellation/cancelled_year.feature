@cancellation @cancellation-with-refund @wave-3 @req:Q2C-051
Feature: Cancellation of a year that was billed at once
  A customer leaves in the middle of a paid term. What was billed for service that is no longer given is credited with its tax,
  paid money goes back, service given stays revenue, and a refund that gets lost on its way is found by name at the close.

  Background:
    Given the company "Northwind SaaS"

  Rule: A year at 10.00 a day, billed at once
    # 2 * 1,825.00 = 3,650.00, tax 365.00. Cancelled on 16 March: 74 days are served, 291 days come back: 2,910.00 and 291.00.

    Background:
      Given "Acme" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 2        | 1,825.00 USD   |

    Scenario: Paid, cancelled and refunded
      Given Acme pays every invoice when it is due
      When Acme cancels on 16 March 2026 and is refunded
      Then Acme is subscribed to nothing
      And Acme owes nothing
      And Acme has a credit of 0.00 USD
      And Acme is credited:
        | date          | for            | from          | to               | quantity | net      | tax    | total    | credits         | reason       |
        | 16 March 2026 | Annual license | 16 March 2026 | 31 December 2026 | 2        | 2,910.00 | 291.00 | 3,201.00 | January invoice | cancellation |
      And nothing else is credited
      And Acme was refunded:
        | date          | amount   |
        | 16 March 2026 | 3,201.00 |
      When time passes to 31 March 2026
      Then the journal of March 2026 is:
        | date          | source         | account            | debit    | credit   |
        | 16 March 2026 | credit memo    | Contract liability | 2,910.00 |          |
        | 16 March 2026 | credit memo    | Sales tax payable  | 291.00   |          |
        | 16 March 2026 | credit memo    | Customer credits   |          | 3,201.00 |
        | 16 March 2026 | refund         | Customer credits   | 3,201.00 |          |
        | 16 March 2026 | refund         | Refund payable     |          | 3,201.00 |
        | 16 March 2026 | refund payment | Refund payable     | 3,201.00 |          |
        | 16 March 2026 | refund payment | Gateway clearing   |          | 3,201.00 |
        | 31 March 2026 | revenue        | Contract liability | 150.00   |          |
        | 31 March 2026 | revenue        | Revenue            |          | 150.00   |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                        | amount   |
        | Receivables, closing        | 0.00     |
        | Contract liability, opening | 3,060.00 |
        | Contract liability credited | 2,910.00 |
        | Released                    | 150.00   |
        | Contract liability, closing | 0.00     |
        | Tax credited                | 291.00   |
        | Gateway clearing, closing   | 814.00   |
        | Customer credits, closing   | 0.00     |
        | Refund payable, closing     | 0.00     |
        | Revenue                     | 150.00   |
      When time passes to 1 January 2027
      Then Acme is invoiced 4,015.00 USD in all
      And the ledger shows on 1 January 2027 exactly:
        | account           | debit  | credit |
        | Gateway clearing  | 814.00 |        |
        | Revenue           |        | 740.00 |
        | Sales tax payable |        | 74.00  |

    Scenario: Paid, cancelled, and the credit stays with the customer
      Given Acme pays every invoice when it is due
      When Acme cancels on 16 March 2026
      And time passes to 31 March 2026
      Then Acme was refunded nothing
      And Acme has a credit of 3,201.00 USD
      And finance closes March 2026 without a difference
      When finance refunds Acme 3,201.00 USD of credit on 2 April 2026
      And time passes to 30 April 2026
      Then Acme was refunded:
        | date         | amount   |
        | 2 April 2026 | 3,201.00 |
      And Acme has a credit of 0.00 USD
      And finance closes April 2026 without a difference

    Scenario: For a fee, which is kept from the refund
      Given Acme pays every invoice when it is due
      When Acme cancels on 16 March 2026 for a fee of 250.00 USD and is refunded
      And time passes to 31 March 2026
      Then Acme was refunded:
        | date          | amount            |
        | 16 March 2026 | 3,201.00 - 250.00 |
      And Acme is invoiced:
        | date          | for              | net    | tax  |
        | 16 March 2026 | Cancellation fee | 250.00 | 0.00 |
      And nothing else is invoiced since 2 January 2026
      And Acme owes nothing
      And Acme has a credit of 0.00 USD
      And the revenue of March 2026 is 400.00 USD
      And the ledger shows on 31 March 2026 exactly:
        | account           | debit    | credit |
        | Gateway clearing  | 1,064.00 |        |
        | Revenue           |          | 990.00 |
        | Sales tax payable |          | 74.00  |
      And finance closes March 2026 without a difference

    Scenario: Not refundable: what is left is revenue on the day of the cancellation
      # 3,650.00 less 590.00 of January and February.
      Given Acme pays every invoice when it is due
      When Acme cancels on 16 March 2026, keeps no service and gets nothing back
      And time passes to 31 March 2026
      Then Acme is subscribed to nothing
      And nothing else is credited
      And Acme was refunded nothing
      And the journal of March 2026 is:
        | date          | source  | account            | debit    | credit   |
        | 31 March 2026 | revenue | Contract liability | 3,060.00 |          |
        | 31 March 2026 | revenue | Revenue            |          | 3,060.00 |
      And finance closes March 2026 without a difference
      When time passes to 30 April 2026
      Then nothing is posted in April 2026
      And finance closes April 2026 without a difference

    Scenario: Not paid: the invoice falls to what was served
      # 4,015.00 - 3,201.00 = 814.00 stays owed.
      When Acme cancels on 16 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Acme owes 814.00 USD
      And Acme was refunded nothing
      And Acme has a credit of 0.00 USD
      And the journal of March 2026 is:
        | date          | source      | account            | debit    | credit   |
        | 16 March 2026 | credit memo | Contract liability | 2,910.00 |          |
        | 16 March 2026 | credit memo | Sales tax payable  | 291.00   |          |
        | 16 March 2026 | credit memo | Receivables        |          | 3,201.00 |
        | 31 March 2026 | revenue     | Contract liability | 150.00   |          |
        | 31 March 2026 | revenue     | Revenue            |          | 150.00   |
      And finance closes March 2026 without a difference

    Scenario: Paid in part: first the invoice falls, then the rest goes back
      # 3,000.00 came, 1,015.00 is open; 3,201.00 - 1,015.00 = 2,186.00 goes back.
      When Acme transfers 3,000.00 USD on 20 January 2026 for the January invoice
      And Acme cancels on 16 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Acme owes nothing
      And Acme was refunded:
        | date          | amount   |
        | 16 March 2026 | 2,186.00 |
      And the ledger shows on 31 March 2026:
        | account           | debit    | credit   |
        | Receivables       |          |          |
        | Cash              | 3,000.00 |          |
        | Gateway clearing  |          | 2,186.00 |
        | Revenue           |          | 740.00   |
        | Sales tax payable |          | 74.00    |
      And finance closes March 2026 without a difference

    Scenario: Signed ahead, credited when it takes effect
      Given Acme pays every invoice when it is due
      When Acme signs on 10 February 2026 to cancel on 16 March 2026 and is refunded
      And time passes to 15 March 2026
      Then Acme is subscribed to:
        | product        | quantity |
        | Annual license | 2        |
      And nothing else is credited
      When time passes to 31 March 2026
      Then Acme is subscribed to nothing
      And Acme is credited:
        | date          | from          | to               | net      | tax    |
        | 16 March 2026 | 16 March 2026 | 31 December 2026 | 2,910.00 | 291.00 |
      And nothing else is credited
      And Acme was refunded:
        | date          | amount   |
        | 16 March 2026 | 3,201.00 |
      And finance closes February 2026 without a difference
      And finance closes March 2026 without a difference

    Scenario Outline: Cancelled on <why>
      Given Acme pays every invoice when it is due
      When Acme cancels on <day> and is refunded
      Then Acme is credited:
        | date  | from   | to               | net   | tax   |
        | <day> | <day>  | 31 December 2026 | <net> | <tax> |
      And nothing else is credited
      When time passes to 31 December 2026
      Then Acme was refunded:
        | date  | amount        |
        | <day> | <net> + <tax> |
      And the ledger shows on 31 December 2026:
        | account            | credit           |
        | Revenue            | 3650.00 - <net>  |
        | Contract liability |                  |
        | Sales tax payable  | 365.00 - <tax>   |
      And finance closes December 2026 without a difference

      Examples:
        | why                         | day              | net     | tax    |
        | the day after it was paid   | 1 February 2026  | 3340.00 | 334.00 |
        | the last day of the term    | 31 December 2026 | 10.00   | 1.00   |

    Scenario: Cancelled on the first day, before anything is paid
      When Acme cancels on 1 January 2026 and is refunded
      And time passes to 31 January 2026
      Then Acme is credited:
        | date           | from           | to               | net      | tax    |
        | 1 January 2026 | 1 January 2026 | 31 December 2026 | 3,650.00 | 365.00 |
      And nothing else is credited
      And Acme owes nothing
      And Acme was refunded nothing
      And the revenue of January 2026 is 0.00 USD
      And the ledger shows on 31 January 2026 exactly:
        | account |
      And finance closes January 2026 without a difference

    Scenario: The refund is lost on its way to the gateway, and found
      Given Acme pays every invoice when it is due
      And the integration loses the event "refund approved"
      When Acme cancels on 16 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Acme was refunded nothing
      And finance cannot close March 2026, because:
        | reconciliation           | billing  | ledger   | difference | explained by           |
        | Customer credits of Acme | 0.00     | 3,201.00 | -3,201.00  | refund RF-1 not posted |
        | Refund payable of Acme   | 3,201.00 | 0.00     | 3,201.00   | refund RF-1 not posted |
        | Documents                | *        | *        | *          | refund RF-1 not posted |
      When everything is repaired and delivered again
      Then Acme was refunded:
        | date          | amount   |
        | 31 March 2026 | 3,201.00 |
      And finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                      | amount |
        | Refund payable, closing   | 0.00   |
        | Gateway clearing, closing | 814.00 |

    Scenario: The gateway has paid, and nobody else knows
      Given Acme pays every invoice when it is due
      And the integration loses the event "refund paid"
      When Acme cancels on 16 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Acme was refunded:
        | date          | amount   |
        | 16 March 2026 | 3,201.00 |
      And the ledger shows on 31 March 2026:
        | account          | debit    | credit   |
        | Gateway clearing | 4,015.00 |          |
        | Refund payable   |          | 3,201.00 |
      And finance cannot close March 2026, because:
        | reconciliation   | billing | payments | ledger   | difference | explained by                                |
        | Gateway clearing |         | 814.00   | 4,015.00 | -3,201.00  | refund payment RP-RF-1 not posted           |
        | Refunds paid     | 0.00    | 3,201.00 |          | 3,201.00   | refund payment RP-RF-1 not known to billing |
        | Documents        |         |          |          | *          | refund payment RP-RF-1 not posted           |
      When everything is repaired and delivered again
      Then Acme was refunded:
        | date          | amount   |
        | 16 March 2026 | 3,201.00 |
      And finance closes March 2026 without a difference

    Scenario: Cancelled twice
      Given Acme pays every invoice when it is due
      When Acme cancels on 16 March 2026 and is refunded
      And Acme cancels on 20 March 2026 and is refunded
      Then billing holds these exceptions:
        | event              | customer | date          | reason                                           |
        | "order closed-won" | Acme     | 20 March 2026 | contract C-1 was cancelled from 16 March 2026 on |
      And Acme was refunded:
        | date          | amount   |
        | 16 March 2026 | 3,201.00 |
      And finance cannot close March 2026, because:
        | reconciliation |
        | Orders         |

    Scenario Outline: Cancelled <why>
      When Acme signs on <signed> to cancel on <day>
      Then billing holds these exceptions:
        | event              | customer | reason   |
        | "order closed-won" | Acme     | <reason> |
      And Acme is subscribed to:
        | product        | quantity |
        | Annual license | 2        |
      And nothing else is credited
      And finance cannot close February 2026, because:
        | reconciliation |
        | Orders         |

      Examples:
        | why                   | signed          | day              | reason                                                                                      |
        | before it began       | 3 February 2026 | 31 December 2025 | 31 December 2025 lies outside the term of contract C-1, 1 January 2026 to 31 December 2026   |
        | after it has run out  | 3 February 2026 | 2 January 2027   | 2 January 2027 lies outside the term of contract C-1, 1 January 2026 to 31 December 2026     |

  Rule: The last day, by the company's convention

    Scenario Outline: The day of the cancellation is <answer>
      # 16 to 31 March is 16 of 31 days: 40 * 15.50 * 16/31 = 320.00; with the 16th served 15 days: 300.00.
      Given these conventions:
        | question                 | answer                      |
        | last day on cancellation | <answer>                    |
        | revenue schedule         | service period of each line |
      And "Hooli" signed on 1 January 2026 for 12 months, billed monthly in advance, net 10, tax 5%:
        | product       | quantity | price per month |
        | Platform seat | 40       | 15.50 USD       |
      And Hooli pays every invoice when it is due
      When Hooli cancels on 16 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Hooli is credited:
        | date    | from    | to            | net   | tax   |
        | <first> | <first> | 31 March 2026 | <net> | <tax> |
      And nothing else is credited
      And Hooli was refunded:
        | date    | amount        |
        | <first> | <net> + <tax> |
      And the revenue of March 2026 is <revenue>
      And finance closes March 2026 without a difference

      Examples:
        | answer     | first         | net    | tax   | revenue    |
        | not billed | 16 March 2026 | 320.00 | 16.00 | 300.00 USD |
        | billed     | 17 March 2026 | 300.00 | 15.00 | 320.00 USD |

  Rule: A contract billed month by month

    Background:
      Given these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And Globex pays every invoice when it is due

    Scenario: Signed ahead for a bill date, there is nothing to credit
      When Globex signs on 10 February 2026 to cancel on 1 March 2026 and is refunded
      And time passes to 31 March 2026
      Then Globex is subscribed to nothing
      And Globex is invoiced 2,200.00 USD in all
      And nothing else is credited
      And Globex was refunded nothing
      And the revenue of March 2026 is 0.00 USD
      And finance closes March 2026 without a difference

    Scenario: Signed ahead without a refund, the months already billed are kept
      When Globex signs on 10 February 2026 to cancel on 16 February 2026, keeps no service and gets nothing back
      And time passes to 31 March 2026
      Then Globex is subscribed to nothing
      And Globex is invoiced 2,200.00 USD in all
      And nothing else is credited
      And the revenue of February 2026 is 1,000.00 USD
      And the revenue of March 2026 is 0.00 USD
      And finance closes February 2026 without a difference

    Scenario: Signed after the month was closed
      # March: 16 of 31 days, 516.13 and 51.61, all given. April: 1,000.00 and 100.00, of which 9 of 30 days, 300.00, are gone
      # by when it is signed. April is open, March is paid: 567.74 goes back.
      # Revenue of April: nothing of its own, and 516.13 less of March. Of April nothing was revenue yet, so nothing is taken back.
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      When Globex signs on 10 April 2026 to cancel on 16 March 2026 and is refunded
      And time passes to 30 April 2026
      Then Globex is credited:
        | date          | from          | to            | net      | tax    | credits       |
        | 10 April 2026 | 16 March 2026 | 31 March 2026 | 516.13   | 51.61  | March invoice |
        | 10 April 2026 | 1 April 2026  | 30 April 2026 | 1,000.00 | 100.00 | April invoice |
      And nothing else is credited
      And Globex was refunded:
        | date          | amount |
        | 10 April 2026 | 567.74 |
      And Globex owes nothing
      And the journal of April 2026 is:
        | date          | source         | account            | debit    | credit   |
        | 1 April 2026  | April invoice  | Receivables        | 1,100.00 |          |
        | 1 April 2026  | April invoice  | Contract liability |          | 1,000.00 |
        | 1 April 2026  | April invoice  | Sales tax payable  |          | 100.00   |
        | 10 April 2026 | credit memo    | Revenue            | 516.13   |          |
        | 10 April 2026 | credit memo    | Contract liability | 1,000.00 |          |
        | 10 April 2026 | credit memo    | Sales tax payable  | 151.61   |          |
        | 10 April 2026 | credit memo    | Receivables        |          | 1,100.00 |
        | 10 April 2026 | credit memo    | Customer credits   |          | 567.74   |
        | 10 April 2026 | refund         | Customer credits   | 567.74   |          |
        | 10 April 2026 | refund         | Refund payable     |          | 567.74   |
        | 10 April 2026 | refund payment | Refund payable     | 567.74   |          |
        | 10 April 2026 | refund payment | Gateway clearing   |          | 567.74   |
      And the revenue of March 2026 is 1,000.00 USD
      And the revenue of April 2026 is -516.13 USD
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                                   | amount  |
        | cancellation credit memo NW-CM-000001 of March 2026 | 567.74  |
        | Revenue                                | -516.13 |
