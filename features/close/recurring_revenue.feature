@close @views @wave-3 @req:Q2C-074
Feature: Recurring revenue, and how much of it stays
  What contracts bring each month and year, what customers won, lost, raised and lowered of it, and how much of the revenue that was there
  at the beginning of a year is there at its end, with and without what grew.

  Background:
    Given the company "Northwind SaaS"

  Scenario: A cohort of 10.0 million, 1.8 more, 0.6 less, 0.9 lost
    # The worked example of pulserevops.com in units of 1,000 USD: (10.0 - 0.6 - 0.9) / 10.0 = 85%; (10.0 + 1.8 - 0.6 - 0.9) / 10.0 = 103%.
    Given "Globex" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 7,000    | 1.00 USD       |
    And "Initech" signed on 1 January 2026 for 3 years, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 2,100    | 1.00 USD       |
    And "Umbrella" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 900      | 1.00 USD       |
    When Globex adds 1,800 "Annual license" from 1 July 2027
    And Initech removes 600 "Annual license" from 1 January 2027
    And time passes to 31 December 2027
    Then the ARR of December 2026 is 10,000.00
    And the key figures of recurring revenue from January 2027 to December 2027 are:
      | figure          | value                              |
      | ARR             | 7,000 + 2,100 + 1,800 - 600        |
      | MRR             | 10,300 / 12                        |
      | expansion MRR   | 1,800 / 12                         |
      | contraction MRR | 600 / 12                           |
      | churn MRR       | 900 / 12                           |
      | new MRR         | 0                                  |
      | NRR             | (10.0 + 1.8 - 0.6 - 0.9) / 10.0 * 100 |
      | GRR             | (10.0 - 0.6 - 0.9) / 10.0 * 100    |
    And the NRR from January 2027 to December 2027 is 103%
    And the GRR from January 2027 to December 2027 is 85%

  Scenario: New customers count in ARR and in no retention; who comes back was not kept
    # January: 1,000 of Globex and 300 of Initech. Initech leaves after January, Umbrella comes in February with 1,200 a year, Initech comes
    # back in March for 200. One-time charges and taxes never count.
    Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And "Initech" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When "Umbrella" signed on 1 February 2026 for 1 year, billed yearly in advance, net 30, no tax:
      | product        | quantity | price per year |
      | Annual license | 1        | 1,200.00 USD   |
    And "Initech" signed on 1 March 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 20       | 10.00 USD       |
    And time passes to 31 March 2026
    Then the NRR of January 2026 does not exist
    And the key figures of recurring revenue in January 2026 are:
      | figure  | value     |
      | MRR     | 1,300.00  |
      | ARR     | 15,600.00 |
      | new MRR | 1,300.00  |
    And the quick ratio of January 2026 does not exist
    And the customer churn rate of January 2026 does not exist
    And the key figures of recurring revenue in February 2026 are:
      | figure    | value               |
      | MRR       | 1,100.00            |
      | new MRR   | 100.00              |
      | churn MRR | 300.00              |
      | NRR       | 1,000 / 1,300 * 100 |
      | GRR       | 1,000 / 1,300 * 100 |
      | net new MRR               | 100 - 300     |
      | gross MRR churn rate      | 300 / 1,300 * 100 |
      | customer churn rate       | 1 / 2 * 100   |
      | quick ratio               | 100 / 300     |
      | average MRR of a customer | 1,100 / 2     |
      | customers with MRR        | 2             |
    And the key figures of recurring revenue in March 2026 are:
      | figure           | value    |
      | MRR              | 1,300.00 |
      | new MRR          | 0        |
      | reactivation MRR | 200.00   |
      | NRR              | 100%     |
    And the ARR of March 2026 comes from:
      | document | counts as | amount   |
      | C-1      | recurring | 1,000.00 |
      | C-3      | recurring | 100.00   |
      | C-4      | recurring | 200.00   |

  Scenario: Discounts lower it, and a tier is what the quantity comes to
    # 100 seats at 10.00, a tenth off from February: 900.00, contraction of 100.00.
    Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex is granted 10% off from 1 February 2026
    And time passes to 28 February 2026
    Then the key figures of recurring revenue in February 2026 are:
      | figure          | value  |
      | MRR             | 900.00 |
      | contraction MRR | 100.00 |
      | GRR             | 90%    |

  Scenario: The figures stand in the close report, as they were signed by then
    # January: 1,000.00 a month. On 10 March Globex signs for 20 seats more from 1 February: 1,200.00. February's report was closed before that and says
    # what was signed by its end; March has 200.00 of expansion, and keeps all of 1,000.00.
    Given "Globex" signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    And time passes to 28 February 2026
    And finance closes February 2026 without a difference
    When Globex signs on 10 March 2026 to add 20 "Platform seat" from 12 March 2026
    And time passes to 31 March 2026
    Then the February 2026 close report is the same as when it was closed
    And finance closes March 2026 without a difference
    And the March 2026 close report's key figures are:
      | key figure      | value         | part                           | whole                   | documents |
      | MRR             | 1,200.00 USD  | recurring 1,200.00 USD         |                         | C-1       |
      | ARR             | 14,400.00 USD | recurring 1,200.00 USD         |                         | C-1       |
      | Expansion MRR   | 200.00 USD    | expansion 200.00 USD           |                         | Globex    |
      | Contraction MRR | 0.00 USD      |                                |                         |           |
      | NRR             | 120.00%       | at the beginning 1,000.00 USD  | at the end 1,200.00 USD | C-1       |
      | GRR             | 100.00%       | at the beginning 1,000.00 USD  | at the end 1,200.00 USD | C-1       |

  Scenario: A contract that passes to a sister recurs in the sister's report
    Given these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And Globex signed with Northwind America on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When the contract of Globex passes to the legal entity Northwind Canada from 1 March 2026
    And time passes to 31 March 2026
    Then the March 2026 close report's key figures are:
      | key figure | entity           | value        |
      | MRR        | Northwind Canada | 1,000.00 USD |
      | NRR        | Northwind Canada | 100.00%      |
