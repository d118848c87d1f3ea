@entities @transfer @credit-memos @conventions @wave-3 @req:Q2C-063
Feature: What is credited on the very day of a transfer, before it
  A credit memo of the morning and a transfer of the afternoon have one date. What the memo takes back is of whoever had the contract when
  it was written: it makes less what the transfer hands over, and it is no concern of the one who takes over.

  Background:
    # 30 * 10.00 = 300.00 for the 30 days of June, tax 30.00. 30.00 and 3.00 of tax are given back.
    Given the company "Northwind SaaS"
    And these legal entities:
      | code | name              | currency | invoice prefix |
      | NA   | Northwind America | USD      | NA             |
      | NC   | Northwind Canada  | USD      | NC             |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |


  Scenario Outline: To another legal entity, open invoices <answer>
    # Of 30.00, ten of 30 days are earned: 10.00. The nine days of America are 9/30 * 270.00 = 81.00, of which 91.00 less 10.00 are
    # posted; 270.00 - 81.00 = 189.00 pass on. A memo was settled on the invoice, so it is not billed anew: 330.00 - 33.00 are open.
    Given these conventions:
      | question                                | answer   |
      | open invoices of a transferred contract | <answer> |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When time passes to 10 June 2026
    And finance credits Globex 30.00 USD on the June invoice
    And the contract of Globex passes to the legal entity "NC" from 10 June 2026
    And time passes to 30 June 2026
    Then the journal from 10 June 2026 to 10 June 2026 contains:
      | entity | source      | account            | debit  | credit |
      | NA     | credit memo | Contract liability | 20.00  |        |
      | NA     | credit memo | Revenue            | 10.00  |        |
      | NA     | revenue     | Revenue            |        | 91.00  |
      | NA     | transfer    | Contract liability | 189.00 |        |
      | NC     | transfer    | Contract liability |        | 189.00 |
    And the ledger shows on 30 June 2026:
      | entity | account            | debit | credit |
      | NA     | Contract liability |       |        |
      | NC     | Contract liability |       |        |
      | NA     | Revenue            |       | 81.00  |
      | NC     | Revenue            |       | 189.00 |
    And the ageing on 30 June 2026 is:
      | customer | entity   | not due |
      | Globex   | <holder> | 297.00  |
    And finance closes June 2026 without a difference

    Examples:
      | answer                 | holder |
      | stay as issued         | NA     |
      | voided and billed anew | NA     |
      | novated                | NC     |

  Scenario Outline: Credited in full before it, and nothing is handed over; open invoices <answer>
    # All 300.00 go back, the ten days earned by then of them; nothing is left to earn, and nothing passes on.
    Given these conventions:
      | question                                | answer   |
      | open invoices of a transferred contract | <answer> |
    And "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When time passes to 10 June 2026
    And finance credits Globex 300.00 USD on the June invoice
    And the contract of Globex passes to the legal entity "NC" from 10 June 2026
    And time passes to 30 June 2026
    Then Globex owes nothing
    And no open invoice has passed on
    And the revenue of June 2026 is 0.00 USD
    And finance closes June 2026 without a difference

    Examples:
      | answer                 |
      | stay as issued         |
      | voided and billed anew |
      | novated                |

  Scenario: One before and one after
    # After it, 20.00: America's nine days are 6.00 and Canada's one is 0.67 of revenue, 13.33 is Canada's liability.
    Given "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When time passes to 10 June 2026
    And finance credits Globex 30.00 USD on the June invoice
    And the contract of Globex passes to the legal entity "NC" from 10 June 2026
    And finance credits Globex 20.00 USD on the June invoice
    And time passes to 30 June 2026
    Then the ledger shows on 30 June 2026 exactly:
      | entity | account           | debit  | credit |
      | NA     | Receivables       | 275.00 |        |
      | NA     | Due to group      |        | 175.00 |
      | NA     | Sales tax payable |        | 25.00  |
      | NA     | Revenue           |        | 75.00  |
      | NC     | Due from group    | 175.00 |        |
      | NC     | Revenue           |        | 175.00 |
    And finance closes June 2026 without a difference

  Scenario: To another customer
    # 189.00 pass to Initech, and the 297.00 that are open stay with Globex.
    Given "Globex" signed on 1 June 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 30       | 10.00 USD       |
    When time passes to 10 June 2026
    And finance credits Globex 30.00 USD on the June invoice
    And the contract of Globex passes to the customer Initech from 10 June 2026
    And time passes to 30 June 2026
    Then the ledger shows on 30 June 2026 exactly:
      | account           | customer | debit  | credit |
      | Receivables       | Globex   | 297.00 |        |
      | Sales tax payable | Globex   |        | 27.00  |
      | Revenue           | Globex   |        | 81.00  |
      | Revenue           | Initech  |        | 189.00 |
    And finance closes June 2026 without a difference
