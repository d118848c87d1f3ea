@documents @credit-memos @req:Q2C-086
Feature: Credit memos, voids and numbers
  Credit is given on a line, on an invoice or on the account, with the tax of what it takes back, and never a cent more than
  is left. Whatever is issued keeps its number; the numbers of each legal entity have no gap.

  Background:
    Given the company "Northwind SaaS"

  Rule: Never more than is left

    Background:
      # 10 * 10.00 = 100.00 at 10% and 10 * 4.00 = 40.00 at 5%: 110.00 + 42.00 = 152.00.
      Given "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month | tax |
        | Platform seat | 10       | 10.00 USD       |     |
        | Streaming     | 10       | 4.00 USD        | 5%  |
      When time passes to 10 March 2026

    Scenario: On a line, to the last cent, with the tax of that line
      When finance credits Globex 39.99 USD on line 2 of the March invoice
      And finance credits Globex 0.02 USD on line 2 of the March invoice
      Then it is refused because "0.01 USD without tax is left"
      When finance credits Globex 0.01 USD on line 2 of the March invoice
      # 39.99 * 5% = 1.9995, rounded 2.00: all of the line's tax, so the last cent takes none.
      Then Globex is credited:
        | for       | net   | tax  | total |
        | Streaming | 39.99 | 2.00 | 41.99 |
        | Streaming | 0.01  | 0.00 | 0.01  |
      And nothing else is credited
      When finance credits Globex 0.01 USD on line 2 of the March invoice
      Then it is refused because "0.00 USD without tax is left"
      And Globex owes 110.00 USD
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference
      And the March 2026 close report shows:
        | line                       | amount |
        | Revenue from Platform seat | 100.00 |
        | Revenue from Streaming     | 0.00   |

    Scenario: On an invoice, in proportion to what is left of its lines
      # 14.00 of 100.00 and 40.00: 10.00 and 4.00. Then 90.00 and 36.00 are left: 126.00, and not a cent more.
      When finance credits Globex 14.00 USD on the March invoice
      Then Globex is credited:
        | for           | net   | tax  |
        | Platform seat | 10.00 | 1.00 |
        | Streaming     | 4.00  | 0.20 |
      When finance credits Globex 126.01 USD on the March invoice
      Then it is refused because "126.00 USD without tax is left"
      When finance credits Globex 126.00 USD on the March invoice
      Then Globex is credited:
        | for           | net   | tax  |
        | Platform seat | 90.00 | 9.00 |
        | Streaming     | 36.00 | 1.80 |
      And nothing else is credited
      And Globex owes 0.00 USD
      When time passes to 31 March 2026
      Then finance closes March 2026 without a difference

    Scenario: A cent on an invoice goes to the line with the largest share
      When finance credits Globex 0.01 USD on the March invoice
      Then Globex is credited:
        | for           | net  | tax  |
        | Platform seat | 0.01 | 0.00 |
      And nothing else is credited

    Scenario: On the account, over what is open and then what is paid, and of each currency by itself
      # April's 20.00 are open, March is paid: of 50.00, 20.00 come off April and 30.00 off March, in proportion 21.43 and 8.57.
      Given "Globex" signed on 1 April 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 2        | 10.00 USD       |
      And Globex transfers 152.00 USD on 5 April 2026 for the March invoice
      When finance credits Globex 1.00 EUR on the account
      Then it is refused because "0.00 EUR without tax is left"
      When finance credits Globex 160.01 USD on the account
      Then it is refused because "160.00 USD without tax is left"
      When finance credits Globex 50.00 USD on the account
      Then Globex is credited:
        | for           | net   | tax  | credits       |
        | Platform seat | 20.00 | 2.00 | April invoice |
        | Platform seat | 21.43 | 2.14 | March invoice |
        | Streaming     | 8.57  | 0.43 | March invoice |
      And nothing else is credited
      # 30.00 + 2.57 of tax stand on the account.
      And Globex has a credit of 32.57 USD
      And Globex owes 0.00 USD
      When time passes to 30 April 2026
      Then finance closes April 2026 without a difference

    Scenario Outline: What is refused changes nothing: <what>
      When finance credits Globex <amount> on <where>
      Then it is refused because "<because>"
      And nothing else is credited
      And Globex owes 152.00 USD

      Examples:
        | what           | amount   | where                       | because                        |
        | no such line   | 1.00 USD | line 3 of the March invoice | has no line 3                  |
        | nothing        | 0.00 USD | the March invoice           | 0.00 USD cannot be credited    |
        | other currency | 1.00 EUR | line 1 of the March invoice | is in USD, not EUR             |
        | nothing at all | 0.00 USD | the account                 | 0.00 USD cannot be credited    |

    Scenario: A void takes everything back once, and only what nothing has settled
      When finance voids the March invoice of Globex
      Then Globex is credited:
        | for           | net    | tax   | reason |
        | Platform seat | 100.00 | 10.00 | void   |
        | Streaming     | 40.00  | 2.00  | void   |
      And nothing else is credited
      When finance voids the March invoice of Globex
      Then it is refused because "152.00 USD of it is paid or credited"
      When finance credits Globex 0.01 USD on the March invoice
      Then it is refused because "0.00 USD without tax is left"
      And Globex owes 0.00 USD

    Scenario: A part paid invoice is not voided
      Given Globex transfers 1.00 USD on 11 March 2026 for the March invoice
      When finance voids the March invoice of Globex and bills it anew
      Then it is refused because "1.00 USD of it is paid or credited"
      And nothing else is credited
      And Globex owes 151.00 USD

    Scenario: An invoice that a change has credited is not voided
      # 5 seats less from 1 March: 50.00 and 5.00 of tax are credited already.
      When Globex signs on 12 March 2026 to remove 5 "Platform seat" from 1 March 2026
      Then Globex is credited:
        | date          | for           | net   |
        | 12 March 2026 | Platform seat | 50.00 |
      And nothing else is credited
      When finance voids the March invoice of Globex and bills it anew
      Then it is refused because "55.00 USD of it is paid or credited"

  Rule: Numbers without a gap, by legal entity

    Scenario: Two legal entities, each with invoices, credit memos and debit memos of its own
      Given these legal entities:
        | code | name       | currency | invoice prefix |
        | AA   | Alpha Inc  | USD      | AL             |
        | BB   | Beta Corp  | USD      | BE             |
      And the customer "Pied Piper" of "Beta Corp"
      And "Globex" signed on 1 March 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Pied Piper" signed on 2 March 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When time passes to 10 April 2026
      And finance credits Pied Piper 10.00 USD on the March invoice
      And finance credits Globex 10.00 USD on the March invoice
      And finance credits Pied Piper 10.00 USD on the April invoice
      And finance charges Pied Piper 10.00 USD more on the April invoice for "Correction"
      Then Pied Piper sees on the April invoice:
        | what   | reads     |
        | number | BE-000002 |
      And Pied Piper sees on the last credit memo:
        | what   | reads        |
        | number | BE-CM-000002 |
      And Pied Piper sees on the debit memo:
        | what   | reads        |
        | number | BE-DM-000001 |
      And Globex sees on the last credit memo:
        | what   | reads        |
        | number | AL-CM-000001 |
      When time passes to 1 May 2026
      Then Globex sees on the May invoice:
        | what   | reads     |
        | number | AL-000003 |
      When time passes to 31 May 2026
      Then finance closes May 2026 without a difference

    Scenario Outline: An invoice over nothing that is <zero invoice> takes <a number>
      Given these conventions:
        | question     | answer         |
        | zero invoice | <zero invoice> |
      And Globex is promised with the next contract:
        | discount | for  |
        | 100%     | once |
      And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      When time passes to 1 February 2026
      Then Globex sees on the February invoice:
        | what   | reads    |
        | number | <number> |
      And Globex is invoiced 110.00 USD in all
      And Globex owes 110.00 USD

      Examples:
        | zero invoice | a number  | number    |
        | issued       | a number  | NW-000002 |
        | suppressed   | no number | NW-000001 |
