@close @wave-2 @req:Q2C-074
Feature: Revenue leakage, cause by cause
  What was contracted and delivered and is not billed leaks. Each cause is a line of its own, with what it comes to and the
  documents that show it, so that somebody can mend it.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |
    And these products are sold:
      | product | charged            | price                  | limit |
      | Hosting | flat               | 1,000.00 USD per month |       |
      | Seats   | per unit           | 10.00 USD per month    |       |
      | Calls   | per unit, by usage | 0.10 USD each          | 1,000 |

  Rule: Orders that billing never heard of

    Scenario: An upsell that was lost on its way
      # 100 * 10.00 are billed for each of four months: 4,000.00. 20 more from 1 March: 200.00 for March and for April.
      Given the integration loses the second event "order closed-won"
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product | quantity |
        | Seats   | 100      |
      When Globex adds 20 "Seats" from 1 March 2026
      And time passes to 30 April 2026
      Then finance cannot close April 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | 2   | 1       | 1          | *            |
      And the April 2026 close report's key figures are:
        | key figure                          | value | part       | whole        | documents |
        | Revenue leakage                     | 9.1%  | 400.00 USD | 4,400.00 USD | O-2       |
        | Revenue leakage, change not billed  | 9.1%  | 400.00 USD | 4,400.00 USD | O-2       |
      When everything is repaired and delivered again
      And time passes to 1 May 2026
      Then finance closes May 2026 without a difference

    Scenario: A renewal with an uplift that was lost on its way
      # Two months at 1,000.00 are billed; from 1 March it would be 1,000.00 * 1.05 for March and for April.
      Given the integration loses the second event "order closed-won"
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 60, no tax:
        | product |
        | Hosting |
      When Globex renews on 20 February 2026 for 12 months at prices 5% higher
      And time passes to 30 April 2026
      Then the April 2026 close report's key figures are:
        | key figure                                    | value | part         | whole        | documents |
        | Revenue leakage                               | 51.2% | 2,100.00 USD | 4,100.00 USD | O-2       |
        | Revenue leakage, renewal or uplift not billed | 51.2% | 2,100.00 USD | 4,100.00 USD | O-2       |
      And finance cannot close April 2026, because:
        | reconciliation | CRM | billing | difference | explained by                           |
        | Orders         | 2   | 1       | 1          | *                                      |
      When everything is repaired and delivered again
      And time passes to 31 May 2026
      Then the May 2026 close report's key figures are:
        | key figure      | value | part     | documents |
        | Revenue leakage | 0.0%  | 0.00 USD |           |
      And finance closes May 2026 without a difference

    Scenario: A contract that was lost on its way
      # Two months of Initech's 1,000.00 are billed; 30 * 10.00 of Globex for March and for April are not.
      Given the integration loses the second event "order closed-won"
      And "Initech" signed on 1 March 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product |
        | Hosting |
      And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product | quantity |
        | Seats   | 30       |
      When time passes to 30 April 2026
      Then the April 2026 close report's key figures are:
        | key figure                           | value | part       | whole        | documents |
        | Revenue leakage                      | 23.1% | 600.00 USD | 2,600.00 USD | O-2       |
        | Revenue leakage, contract not billed | 23.1% | 600.00 USD | 2,600.00 USD | O-2       |
      And finance cannot close April 2026, because:
        | reconciliation | CRM | billing | difference | explained by |
        | Orders         | 2   | 1       | 1          | *            |

  Rule: Usage that billing would not take

    Background:
      Given these conventions:
        | question   | answer   |
        | late usage | rejected |

    Scenario: Usage that came too late, and usage above the limit
      # 500 are billed for January, 50.00. 100 of January come on 10 February: 10.00; 700 more are above the limit of 1,000: 70.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 60, no tax:
        | product |
        | Calls   |
      When Globex uses 500 "Calls" on 31 January 2026
      And time passes to 10 February 2026
      And Globex uses 100 "Calls" on 20 January 2026, reported on 10 February 2026
      Then it is refused because "the 0 days of grace are over"
      When Globex uses 400 "Calls" on 11 February 2026
      And Globex uses 700 "Calls" on 12 February 2026
      Then it is refused because "contract C-1 allows 1000 'Calls'"
      When time passes to 28 February 2026
      Then the February 2026 close report's key figures are:
        | key figure                        | value | part      | whole      |
        | Revenue leakage                   | 61.5% | 80.00 USD | 130.00 USD |
        | Revenue leakage, usage not billed | 61.5% | 80.00 USD | 130.00 USD |
      And finance closes February 2026 without a difference

    Scenario: A reading that is refused is sent again under its id, and counts once
      # 500 of January are billed, 50.00. Twice the same 100 of January come too late: 10.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 60, no tax:
        | product |
        | Calls   |
      When Globex uses 500 "Calls" on 31 January 2026
      And time passes to 10 February 2026
      And Globex uses:
        | date            | product | quantity | id  |
        | 20 January 2026 | Calls   | 100      | r-1 |
      Then it is refused because "the 0 days of grace are over"
      When time passes to 11 February 2026
      And Globex uses:
        | date            | product | quantity | id  |
        | 20 January 2026 | Calls   | 100      | r-1 |
      Then it is refused because "the 0 days of grace are over"
      And nothing else is invoiced since 2 February 2026
      When time passes to 28 February 2026
      Then the February 2026 close report's key figures are:
        | key figure                        | value | part      | whole     | documents |
        | Revenue leakage, usage not billed | 16.7% | 10.00 USD | 60.00 USD | r-1       |
      And finance closes February 2026 without a difference

    Scenario: Service after a cancellation
      # 500 of January are billed, 50.00. The contract ends on 31 January; 300 are used in February all the same: 30.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in arrears, net 60, no tax:
        | product |
        | Calls   |
      When Globex uses 500 "Calls" on 20 January 2026
      And time passes to 25 January 2026
      And Globex cancels on 1 February 2026 and is refunded
      And time passes to 10 February 2026
      And Globex uses 300 "Calls" on 10 February 2026
      Then it is refused because "10 February 2026 lies outside the days on which contract C-1 charges 'Calls' by usage"
      When time passes to 28 February 2026
      Then the February 2026 close report's key figures are:
        | key figure                                  | value | part      | whole     | documents |
        | Revenue leakage                             | 37.5% | 30.00 USD | 80.00 USD | Calls     |
        | Revenue leakage, service after cancellation | 37.5% | 30.00 USD | 80.00 USD | Calls     |
      And finance closes February 2026 without a difference

  Rule: Bills that were not sent, or were too low

    Scenario: A draft that is left at the end of the month
      # The invoice of 30 April is a draft for 3 days: 1,000.00 of 2,000.00. Issued on 3 May, nothing leaks.
      Given invoices are drafts for 3 days before they are issued
      And "Globex" signed on 30 March 2026 for 2 months, billed monthly in advance, net 60, no tax:
        | product |
        | Hosting |
      When time passes to 30 April 2026
      Then the April 2026 close report's key figures are:
        | key figure                 | value | part         | whole        | documents |
        | Revenue leakage            | 50.0% | 1,000.00 USD | 2,000.00 USD | C-1       |
        | Revenue leakage, in drafts | 50.0% | 1,000.00 USD | 2,000.00 USD | C-1       |
      When time passes to 31 May 2026
      Then the May 2026 close report's key figures are:
        | key figure      | value | part     | whole        | documents |
        | Revenue leakage | 0.0%  | 0.00 USD | 2,000.00 USD |           |
      And finance closes May 2026 without a difference

    Scenario Outline: A discount of 30% that nobody was asked about, <convention>
      # 100 * 10.00 in March, less 30% in April: 700.00. The matrix asks above 10%: 20% of 1,000.00 were given away.
      Given these conventions:
        | question                           | answer       |
        | discount without an approved quote | <convention> |
      And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product | quantity |
        | Seats   | 100      |
      When on 20 March 2026 Globex is granted 30% off from 1 April 2026
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date         | for   | quantity | net      |
        | 1 March 2026 | Seats | 100      | 1,000.00 |
        | 1 April 2026 | Seats | 100      | 700.00   |
      And the journal of April 2026 is:
        | date          | source        | account            | debit  | credit |
        | 1 April 2026  | April invoice | Receivables        | 700.00 |        |
        | 1 April 2026  | April invoice | Contract liability |        | 700.00 |
        | 30 April 2026 | revenue       | Contract liability | 700.00 |        |
        | 30 April 2026 | revenue       | Revenue            |        | 700.00 |
      And the April 2026 close report's key figures are:
        | key figure      | value   | part   | whole   | documents |
        | Revenue leakage | <value> | <lost> | <whole> | <shown>   |
      And finance closes April 2026 without a difference

      Examples:
        | convention                             | value | lost       | whole        | shown     |
        | as signed                              | 0.0%  | 0.00 USD   | 1,700.00 USD |           |
        | unauthorized above the approval matrix | 10.5% | 200.00 USD | 1,900.00 USD | NW-000002 |

    Scenario: A month for nothing that nobody was asked about
      # 100 * 10.00 in March; April for nothing. The matrix asks above 10%: 90% of 1,000.00 were given away.
      Given these conventions:
        | question                           | answer                                 |
        | discount without an approved quote | unauthorized above the approval matrix |
      And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product | quantity |
        | Seats   | 100      |
      When on 20 March 2026 Globex is granted 100% off from 1 April 2026
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date         | for   | quantity | net      |
        | 1 March 2026 | Seats | 100      | 1,000.00 |
        | 1 April 2026 | Seats | 100      | 0.00     |
      And the April 2026 close report's key figures are:
        | key figure      | value | part       | whole        | documents |
        | Revenue leakage | 47.4% | 900.00 USD | 1,900.00 USD | NW-000002 |
      And finance closes April 2026 without a difference

    Scenario: Two discounts, of which each takes its part of what the other left
      # 20% and 10% leave 0.8 * 0.9 = 72% of 1,000.00. The matrix asks above 10%: 28% - 10% = 18% of 1,000.00 were given away.
      Given these conventions:
        | question                           | answer                                 |
        | discount without an approved quote | unauthorized above the approval matrix |
      And "Globex" signed on 1 March 2026 for 12 months, billed monthly in advance, net 60, no tax:
        | product | quantity |
        | Seats   | 100      |
      When on 20 March 2026 Globex is granted from 1 April 2026:
        | discount | off   |
        | 20%      | Seats |
        | 10%      | Seats |
      And time passes to 30 April 2026
      Then Globex is invoiced:
        | date         | for   | quantity | net    |
        | 1 April 2026 | Seats | 100      | 720.00 |
      And the April 2026 close report's key figures are:
        | key figure      | value | part       | whole        | documents |
        | Revenue leakage | 9.5%  | 180.00 USD | 1,900.00 USD | NW-000002 |
      And finance closes April 2026 without a difference
