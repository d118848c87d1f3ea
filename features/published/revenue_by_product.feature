@published @revenue @conventions @wave-3 @req:Q2C-212
Feature: Deferred revenue, credits and shares as systems publish them
  Days of lines within one invoice, credits that count from their day on, and shares of a price, with the figures of tests and guides of others.

  Background:
    Given the company "Northwind SaaS"

  Rule: Lines with days of their own

    Scenario: Five lines of one invoice, each over its own days of months of thirty
      # Odoo, test_deferred_reports.py, by months: 250.00, 300.00, 350.00, 600.00 and 450.00 a full month of thirty days; 950.00 in January, 1,500.00 in
      # February and March, 1,230.00 in April.
      Given these conventions:
        | question       | answer          |
        | revenue spread | by 30-day month |
      And these products are sold:
        | product | charged | price             | revenue       |
        | A       | flat    | 1,000.00 USD once | over the term |
        | B       | flat    | 1,050.00 USD once | over the term |
        | C       | flat    | 1,225.00 USD once | over the term |
        | D       | flat    | 1,680.00 USD once | over the term |
        | E       | flat    | 225.00 USD once   | over the term |
      And "Globex" signed on 1 January 2023 for 4 months, billed every 4 months in advance, net 30, no tax:
        | product | from            | to            |
        | A       | 1 January 2023  | 30 April 2023 |
        | B       | 16 January 2023 | 30 April 2023 |
        | C       | 1 January 2023  | 15 April 2023 |
        | D       | 21 January 2023 | 14 April 2023 |
        | E       | 1 April 2023    | 15 April 2023 |
      When time passes to 30 April 2023
      Then the revenue schedule of Globex is:
        | month         | product | amount          |
        | January 2023  | A       | 250.00          |
        | February 2023 | A       | 250.00          |
        | March 2023    | A       | 250.00          |
        | April 2023    | A       | 250.00          |
        | January 2023  | B       | 300.00 * 15/30  |
        | February 2023 | B       | 300.00          |
        | March 2023    | B       | 300.00          |
        | April 2023    | B       | 300.00          |
        | January 2023  | C       | 350.00          |
        | February 2023 | C       | 350.00          |
        | March 2023    | C       | 350.00          |
        | April 2023    | C       | 350.00 * 15/30  |
        | January 2023  | D       | 600.00 * 10/30  |
        | February 2023 | D       | 600.00          |
        | March 2023    | D       | 600.00          |
        | April 2023    | D       | 600.00 * 14/30  |
        | April 2023    | E       | 450.00 * 15/30  |
      And the revenue of January 2023 is 950.00 USD
      And the revenue of February 2023 is 1,500.00 USD
      And the revenue of April 2023 is 1,230.00 USD
      And finance closes April 2023 without a difference

    Scenario Outline: A cover of 500 days, <schedule>
      # Tryton, scenario_account_invoice_defer.rst: 1,000.00 from the first of a year on. Of 500 days 365 are over at its end: 270.00 are deferred.
      Given these conventions:
        | question         | answer     |
        | revenue schedule | <schedule> |
      And these products are sold:
        | product | charged | price             | revenue       |
        | Cover   | flat    | 1,000.00 USD once | over the term |
      And "Globex" signed on 1 January 2026 for 17 months, billed every 17 months in advance, net 30, no tax:
        | product | from           | to          |
        | Cover   | 1 January 2026 | 15 May 2027 |
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026 exactly:
        | account            | debit    | credit                   |
        | Receivables        | 1,000.00 |                          |
        | Contract liability |          | 1,000.00 * 135/500       |
        | Revenue            |          | 1,000.00 * 365/500       |
      And finance closes December 2026 without a difference
      When time passes to 31 May 2027
      Then the ledger shows on 31 May 2027:
        | account            | credit |
        | Contract liability |        |
      And finance closes May 2027 without a difference

      Examples:
        | schedule                    |
        | contract term               |
        | service period of each line |

  Rule: Credits

    Scenario Outline: Sixty off half a year counts <how>
      # Chargebee RevRec, "Recognizing Chargebee credit notes": 600.00 for six months, 60.00 credited after the third. As a future discount the
      # months to come have 80.00 each; as a concession for all six, three of ten come off at once and ten from each month to come.
      Given these conventions:
        | question             | answer     |
        | revenue spread       | by month   |
        | revenue schedule     | <schedule> |
        | retroactive discount | <answer>   |
      And "Globex" signed on 1 January 2026 for 6 months, billed every 6 months in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When time passes to 31 March 2026
      And finance credits Globex 60.00 USD on the January invoice
      And time passes to 30 June 2026
      Then the revenue of Globex is:
        | month         | amount  |
        | January 2026  | 100.00  |
        | February 2026 | 100.00  |
        | March 2026    | <march> |
        | April 2026    | <later> |
        | May 2026      | <later> |
        | June 2026     | <later> |
      And finance closes March 2026 without a difference
      And finance closes June 2026 without a difference

      Examples:
        | how                 | answer                  | schedule                    | march  | later |
        | from its day on     | prospective re-price    | contract term               | 100.00 | 80.00 |
        | from its day on, by line | prospective re-price | service period of each line | 100.00 | 80.00 |
        | for all of it       | past-service concession | contract term               | 70.00  | 90.00 |

    Scenario: All of it goes back after three closed months
      # The same guide: 300.00 of closed months are taken back in April, and nothing more is earned.
      Given these conventions:
        | question       | answer   |
        | revenue spread | by month |
      And "Globex" signed on 1 January 2026 for 6 months, billed every 6 months in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And Globex transfers 600.00 USD on 10 January 2026
      When time passes to 2 April 2026
      And finance closes March 2026
      And Globex cancels on 2 April 2026 as follows:
        | effective      | unused service |
        | 1 January 2026 | credited       |
      And time passes to 30 June 2026
      Then the revenue of March 2026 is 100.00 USD
      And the revenue of April 2026 is -300.00 USD
      And the revenue of May 2026 is 0.00 USD
      And finance closes June 2026 without a difference

  Rule: Shares of a price

    Scenario Outline: <guide>
      Given these products are sold:
        | product | charged  | price          | stand-alone price |
        | A       | per unit | <a> USD once   | <alone a> USD once |
        | B       | flat     | <b> USD once   | <alone b> USD once |
        | C       | flat     | <c> USD once   | <alone c> USD once |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product | quantity |
        | A       | <units>  |
        | B       | 1        |
        | C       | 1        |
      Then the price of Globex is allocated to:
        | product | amount |
        | A       | <to a> |
        | B       | <to b> |
        | C       | <to c> |
      When time passes to 31 January 2026
      Then finance closes January 2026 without a difference

      Examples:
        | guide                                       | units | a        | alone a  | b        | alone b  | c        | alone c  | to a     | to b     | to c     |
        # 120 over 150; 30 over 40, one for nothing.
        | Certinia, a simple allocation               | 1     | 35.00    | 50.00    | 20.00    | 25.00    | 65.00    | 75.00    | 40.00    | 20.00    | 60.00    |
        | Certinia, one item for nothing              | 1     | 20.00    | 20.00    | 10.00    | 10.00    | 0.00     | 10.00    | 15.00    | 7.50     | 7.50     |
        # 200 over 170: 80, 45 and 45.
        | Sage Intacct, a preview of an allocation    | 10    | 10.00    | 8.00     | 50.00    | 45.00    | 50.00    | 45.00    | 94.12    | 52.94    | 52.94    |
        # NetSuite, allocation groups: maintenance is worth a quarter of server and installation: 13,125 over 12,500.
        | RSM, a maintenance contract                 | 1     | 8,000.00 | 8,000.00 | 2,000.00 | 2,000.00 | 3,125.00 | 2,500.00 | 8,400.00 | 2,100.00 | 2,625.00 |

  Rule: Paid long before or after

    Scenario: Two items paid ahead, each in a contract of its own
      # 150,000.00 at 6%, a quarter for what comes in two years and the rest in three: 2,250.00 and 6,750.00 in the first year, 2,385.00 and
      # 7,155.00 in the second. 37,500.00 * 1.06 * 1.06 = 42,135.00 and 112,500.00 * 1.06 * 1.06 * 1.06 = 133,989.30.
      Given these conventions:
        | question       | answer   |
        | revenue spread | by month |
      And these products are sold:
        | product | charged | price               | revenue      |
        | Item A  | flat    | 37,500.00 USD once  | as delivered |
        | Item B  | flat    | 112,500.00 USD once | as delivered |
      And "Globex" signed on 1 January 2026 for 3 years, billed every 36 months in advance, net 30, no tax:
        | product |
        | Item A  |
      And on 1 January 2026 finance counts 37,500.00 USD from Globex as paid in advance at 6% a year until 31 December 2027
      And "Globex" signed on 1 January 2026 for 3 years, billed every 36 months in advance, net 30, no tax:
        | product |
        | Item B  |
      And on 1 January 2026 finance counts 112,500.00 USD from Globex as paid in advance at 6% a year until 31 December 2028
      When time passes to 31 December 2026
      Then the ledger shows on 31 December 2026:
        | account            | debit    | credit     |
        | Interest expense   | 9,000.00 |            |
        | Contract liability |          | 159,000.00 |
      When the story turns to contract C-1 of Globex
      And Globex receives 1 "Item A" on 31 December 2027
      Then the revenue of December 2027 is 42,135.00 USD
      And the ledger shows on 31 December 2027:
        | account          | debit     |
        | Interest expense | 9,000.00 + 9,540.00 |
      And finance closes December 2027 without a difference
      When the story turns to contract C-2 of Globex
      And Globex receives 1 "Item B" on 31 December 2028
      Then the revenue of December 2028 is 133,989.30 USD
      And finance closes December 2028 without a difference

    Scenario: Sold for a note of three years that bears none
      # Knope Corp: goods for a cash price of 70,000.00 against 81,033.75 in three years, 5% a year: 3,500.00, 3,675.00 and 3,858.75.
      Given these conventions:
        | question       | answer   |
        | revenue spread | by month |
      And these products are sold:
        | product | charged | price              | revenue |
        | Statues | flat    | 81,033.75 USD once | at once |
      And "Globex" signed on 1 January 2026 for 3 years, billed every 36 months in arrears, net 30, no tax:
        | product |
        | Statues |
      When on 1 January 2026 finance counts 81,033.75 USD from Globex as paid in arrears until 31 December 2028, for a cash price of 70,000.00 USD
      And time passes to 31 December 2028
      Then the revenue of January 2026 is 70,000.00 USD
      And the ledger shows on 31 December 2026:
        | account         | credit   |
        | Interest income | 3,500.00 |
      And the ledger shows on 31 December 2027:
        | account         | credit              |
        | Interest income | 3,500.00 + 3,675.00 |
      And the ledger shows on 31 December 2028:
        | account         | credit                         |
        | Interest income | 3,500.00 + 3,675.00 + 3,858.75 |
      And finance closes December 2028 without a difference
