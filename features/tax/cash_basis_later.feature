@tax @cash-basis @conventions @wave-3 @req:Q2C-223
Feature: Tax due when paid, tax by tax and over time
  Which tax is due on which day, by the authority it goes to; what that leaves of a later claim; and invoices that an old system wrote.

  Scenario: State and county, as the invoice is paid, credited and lost
    # 1,000.00 with 6% and 2% on it: 60.00 and 20.00, 1,080.00. 540.00 paid: half of each. 108.00 credited (100.00, 6.00 and 2.00): of
    # 972.00 left 540.00 are paid, 5/9: 54.00 * 5/9 = 30.00 and 18.00 * 5/9 = 10.00. The rest is lost: 24.00 and 8.00 were never owed.
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
      | tax due          | when paid                   |
    And these tax codes:
      | tax code | tax    | rate |
      | Texas    | state  | 6%   |
      | Texas    | county | 2%   |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax code "Texas":
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 5 January 2026
    Then the tax due and not yet due on 5 January 2026 is:
      | tax    | charged | due  | not yet due |
      | county | 20.00   | 0.00 | 20.00       |
      | state  | 60.00   | 0.00 | 60.00       |
    When Globex transfers 540.00 USD on 10 January 2026
    And time passes to 15 January 2026
    And finance credits Globex 100.00 USD on the January invoice
    And finance writes off the January invoice of Globex on 20 February 2026
    Then the tax due and not yet due on 10 January 2026 is:
      | tax    | charged | due   | not yet due |
      | county | 20.00   | 10.00 | 10.00       |
      | state  | 60.00   | 30.00 | 30.00       |
    And the tax due and not yet due on 15 January 2026 is:
      | tax    | charged | due   | not yet due |
      | county | 18.00   | 10.00 | 8.00        |
      | state  | 54.00   | 30.00 | 24.00       |
    And the tax due and not yet due on 20 February 2026 is:
      | tax    | charged | due   | not yet due |
      | county | 10.00   | 10.00 | 0.00        |
      | state  | 30.00   | 30.00 | 0.00        |
    And the ledger shows on 20 February 2026:
      | account           | credit |
      | Tax not yet due   | 0.00   |
      | Sales tax payable | 40.00  |
    When time passes to 28 February 2026
    Then finance closes February 2026 without a difference

  Scenario: Where tax is due when invoiced all of it is due at once
    Given the company "Northwind SaaS"
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 31 January 2026
    Then the tax due and not yet due on 31 January 2026 is:
      | tax      | charged | due    | not yet due |
      | tax 10%  | 100.00  | 100.00 | 0.00        |
    And finance closes January 2026 without a difference

  Scenario: What was never due leaves nothing to be claimed later
    # 440.00 of 1,320.00 are paid: 40.00 of tax are due. The 80.00 in what is lost were never owed, so nothing is claimed back.
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer                      |
      | revenue schedule        | service period of each line |
      | tax due                 | when paid                   |
      | tax relief on write-off | claimed later               |
      | write-off               | direct                      |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 120      | 10.00 USD       |
    When Globex transfers 440.00 USD on 10 January 2026
    And finance writes off the January invoice of Globex on 20 February 2026
    Then these invoices of Globex were written off:
      | date             | invoice         | amount | tax reclaimed |
      | 20 February 2026 | January invoice | 880.00 | 80.00         |
    And the ledger shows on 20 February 2026:
      | account             | debit  | credit |
      | Credit loss expense | 800.00 |        |
      | Tax not yet due     |        | 0.00   |
      | Sales tax payable   |        | 40.00  |
    When finance claims the tax of the January invoice of Globex back on 20 August 2026
    Then it is refused because "no tax of invoice NW-000001 is left to claim"
    # 220.00 come after all, with 220.00 * 80/880 = 20.00 of tax, which is due as it comes.
    When Globex transfers 220.00 USD on 25 August 2026 for the January invoice
    Then Globex has paid after all:
      | date           | invoice         | amount | tax owed again |
      | 25 August 2026 | January invoice | 220.00 | 20.00          |
    And the tax due and not yet due on 25 August 2026 is:
      | tax      | charged | due   | not yet due |
      | tax 10%  | 60.00   | 60.00 | 0.00        |
    When time passes to 31 August 2026
    Then finance closes August 2026 without a difference
