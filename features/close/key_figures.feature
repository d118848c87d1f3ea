@close @wave-2 @req:Q2C-074
Feature: The figures of a close
  Every close report ends with its key figures, each with what it is a part of and the documents behind it, so that whoever reads
  one can follow it down. Where there are several legal entities, the group stands as one in the first one's report.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question       | answer   |
      | revenue spread | by month |
      | proration      | 30/360   |

  Rule: Figures of receivables

    Scenario: Two invoices of a month, one of them paid
      # January: 1,100.00 for Globex and 3,300.00 for Initech are billed on 1 January, due on 31 January; Globex pays 1,100.00 on
      # 20 January. Open 3,300.00 of 4,400.00 billed: 3,300 * 31 / 4,400 = 23.25 days; nothing is past due.
      # Collected of what could be: (0 + 4,400 - 3,300) / (0 + 4,400 - 3,300) = 100%.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      And "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 300      | 10.00 USD       |
      When Globex transfers 1,100.00 USD on 20 January 2026
      And time passes to 31 January 2026
      Then finance closes January 2026 without a difference
      And the January 2026 close report's key figures are:
        | key figure                    | value      | part                              | whole                 | documents                        |
        | Invoice accuracy              | 100.0%     | 2                                 | 2                     |                                  |
        | Invoice accuracy by amount    | 100.0%     | 4,000.00 USD                      | 4,000.00 USD          |                                  |
        | DSO                           | 23.25 days | closing receivables 3,300.00 USD  | billings 4,400.00 USD | NW-000002, NW-000001             |
        | Best possible DSO             | 23.25 days | current receivables 3,300.00 USD  | billings 4,400.00 USD | NW-000002, NW-000001             |
        | Average days delinquent       | 0.00 days  | *                                 | *                     | *                                |
        | CEI                           | 100.00%    | *                                 | *                     | *                                |
        | Unapplied cash to receivables | 0.00%      | closing receivables 3,300.00 USD  |                       | NW-000002                        |
        | Unreconciled                  | 0.00 USD   | 0                                 | oldest 0 days         |                                  |

    Scenario: An invoice that was wrong is taken back and billed anew
      # 1,000.00 billed, taken back and billed again: of two invoices one was right, and 1,000.00 of 2,000.00.
      Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 10 January 2026
      And finance voids the January invoice of Globex and bills it anew
      And time passes to 31 January 2026
      Then the January 2026 close report's key figures are:
        | key figure                 | value | part         | whole        | documents    |
        | Invoice accuracy           | 50.0% | 1            | 2            | NW-000001    |
        | Invoice accuracy by amount | 50.0% | 1,000.00 USD | 2,000.00 USD | NW-CM-000001 |

    Scenario: What does not reconcile, and how old it is
      # The invoice of 1 January is lost: receivables, tax and liability differ; the document is 30 days old on the 31st.
      Given the integration loses the event "invoice posted"
      And "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When time passes to 31 January 2026
      Then finance cannot close January 2026, among other reasons because:
        | reconciliation        | billing  | ledger | difference | explained by               |
        | Receivables of Globex | 1,000.00 | 0.00   | 1,000.00   | January invoice not posted |
      And the January 2026 close report's key figures are:
        | key figure   | value        | part | whole          | documents |
        | Unreconciled | 2,000.00 USD | 2    | oldest 30 days | NW-000001 |

  Rule: The group as one

    Scenario: What two sisters owe each other is eliminated in the report of the first
      # AA sells for 1,000.00; BB charges AA 250.00. Together they owe each other nothing.
      Given these legal entities:
        | code | currency |
        | AA   | USD      |
        | BB   | USD      |
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 60, no tax:
        | product       | quantity | price per month |
        | Platform seat | 100      | 10.00 USD       |
      When BB charges AA 250.00 USD for "support" on 10 January 2026
      And time passes to 31 January 2026
      Then the January 2026 close report shows:
        | line                                            | amount    |
        | Receivables of the group, combined              | 1,000.00  |
        | Receivables of the group, consolidated          | 1,000.00  |
        | Revenue of the group, consolidated              | -1,000.00 |
        | Due from group of the group, combined           | 250.00    |
        | Due from group of the group, eliminated         | -250.00   |
        | Due from group of the group, consolidated       | 0.00      |
        | Due to group of the group, combined             | -250.00   |
        | Due to group of the group, eliminated           | 250.00    |
        | Due to group of the group, consolidated         | 0.00      |
        | Intercompany revenue of the group, consolidated | 0.00      |
      And finance closes January 2026 without a difference
