@documents @payment-terms @installments @conventions @req:Q2C-050
Feature: An invoice that is due in parts
  "30% at once, the rest in 30 days": one invoice, several days to pay. Each part is rounded and the last takes the rest. What is
  open, how old it is, letters, late fees and collecting look at each part's own day; a payment pays the part due first.

  Background:
    Given the company "Northwind SaaS"

  # 100 * 10.00 = 1,000.00 and 10%: 1,100.00. 30% are 330.00 on 1 January, the rest 770.00 on 31 January.
  Scenario: Thirty percent at once, the rest after thirty days
    Given Globex is to pay in these parts:
      | due            | part |
      | on receipt     | 30%  |
      | within 30 days |      |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When Globex transfers 400.00 USD on 5 January 2026
    And time passes to 31 January 2026
    Then Globex is invoiced:
      | date           | due            | net      | tax    | total    |
      | 1 January 2026 | 1 January 2026 | 1,000.00 | 100.00 | 1,100.00 |
    And nothing else is invoiced
    And the January invoice of Globex is due in these parts:
      | due             | amount           |
      | 1 January 2026  | 1100.00 * 30/100 |
      | 31 January 2026 | 1100.00 - 330.00 |
    And Globex sees on the January invoice:
      | what         | reads                                                       |
      | pay by       | 1 January 2026                                              |
      | terms        | in 2 installments                                           |
      | installments | 330.00 USD by 1 January 2026; 770.00 USD by 31 January 2026 |
      | total        | 1,100.00 USD                                                |
    And Globex had these open invoices on 4 January 2026:
      | invoice         | date           | due             | total  | open   | days overdue |
      | January invoice | 1 January 2026 | 1 January 2026  | 330.00 | 330.00 | 3            |
      | January invoice | 1 January 2026 | 31 January 2026 | 770.00 | 770.00 | 0            |
    # 400.00 pay the 330.00 that are due first and 70.00 of the rest.
    And Globex has these open invoices:
      | invoice         | due             | total  | open           |
      | January invoice | 31 January 2026 | 770.00 | 770.00 - 70.00 |
    And the ageing on 4 January 2026 is:
      | customer | not due | 1-30 days |
      | Globex   | 770.00  | 330.00    |
    And the ageing on 5 January 2026 is:
      | customer | not due | 1-30 days |
      | Globex   | 700.00  | 0.00      |
    And the journal of January 2026 is:
      | date            | source          | account            | debit    | credit   |
      | 1 January 2026  | January invoice | Receivables        | 1,100.00 |          |
      | 1 January 2026  | January invoice | Contract liability |          | 1,000.00 |
      | 1 January 2026  | January invoice | Sales tax payable  |          | 100.00   |
      | 5 January 2026  | payment         | Cash               | 400.00   |          |
      | 5 January 2026  | payment         | Receivables        |          | 400.00   |
      | 31 January 2026 | revenue         | Contract liability | 1,000.00 |          |
      | 31 January 2026 | revenue         | Revenue            |          | 1,000.00 |
    And finance closes January 2026 without a difference
    And the January 2026 close report shows:
      | line                 | amount |
      | Receivables, closing | 700.00 |

  # 1,000.00 / 3 = 333.33, 333.33 and the rest 333.34; 31 January a month later is 28 February. 0.02 / 3 = 0.0067, so 0.01, 0.01 and nothing.
  Scenario Outline: Three equal parts, monthly, of <price>
    Given Globex is to pay in these parts:
      | due             |
      | on receipt      |
      | within 1 month  |
      | within 2 months |
    And "Globex" signed on 31 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 1        | <price> USD     |
    Then the January invoice of Globex is due in these parts:
      | due              | amount   |
      | 31 January 2026  | <first>  |
      | 28 February 2026 | <second> |
      | 31 March 2026    | <third>  |
    And nothing else is credited

    Examples:
      | price    | first  | second | third                     |
      | 1,000.00 | 333.33 | 333.33 | 1000.00 - 333.33 - 333.33 |
      | 100.01   | 33.34  | 33.34  | 100.01 - 33.34 - 33.34    |
      | 0.04     | 0.01   | 0.01   | 0.04 - 0.01 - 0.01        |

  # 200.00 credited with 10%: 220.00. Of 330.00 and 770.00, the last part is 770.00 - 220.00 = 550.00, or the first 330.00 - 220.00.
  Scenario Outline: A credit memo takes from the part that is <answer>
    Given these conventions:
      | question                          | answer   |
      | credit of an invoice due in parts | <answer> |
    And Globex is to pay in these parts:
      | due            | part |
      | within 10 days | 30%  |
      | within 30 days | 70%  |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 5 January 2026
    And finance credits Globex 200.00 USD on the January invoice
    Then Globex has these open invoices:
      | invoice         | due             | open    |
      | January invoice | 11 January 2026 | <first> |
      | January invoice | 31 January 2026 | <last>  |
    And finance closes January 2026 without a difference

    Examples:
      | answer          | first           | last            |
      | last due first  | 330.00          | 770.00 - 220.00 |
      | first due first | 330.00 - 220.00 | 770.00          |

  # Letters after 7, 14 and 30 days: for the part of 11 January on 18 and 25 January and 10 February, for that of 31 January on 7, 14 February.
  Scenario: Letters and late fees look at each part's own day
    # 2% of 330.00 = 6.60 a fortnight after 11 January, of 770.00 = 15.40 a fortnight after 31 January. A fee is not due in parts but
    # like the last of them, within 30 days: that of 25 January on 24 February, that of 14 February on 16 March.
    Given these late fees:
      | days overdue | percent |
      | 14           | 2%      |
    And Globex is to pay in these parts:
      | due            | part |
      | within 10 days | 30%  |
      | within 30 days | 70%  |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 14 February 2026
    Then Globex was sent these letters:
      | date             | letter           | invoice         | open   |
      | 18 January 2026  | Payment reminder | January invoice | 330.00 |
      | 25 January 2026  | Second reminder  | January invoice | 330.00 |
      | 7 February 2026  | Payment reminder | January invoice | 770.00 |
      | 10 February 2026 | Final notice     | January invoice | 330.00 |
      | 14 February 2026 | Second reminder  | January invoice | 770.00 |
    And Globex is invoiced:
      | date             | due              | for           | net            |
      | 1 January 2026   | 11 January 2026  | Platform seat | 1,000.00       |
      | 25 January 2026  | 24 February 2026 | Late fee      | 330.00 * 2/100 |
      | 14 February 2026 | 16 March 2026    | Late fee      | 770.00 * 2/100 |
    And nothing else is invoiced

  # The card is asked for 330.00 on 11 January and for 770.00 on 31 January, the rest after each.
  Scenario: Each part is collected when it is due
    Given the card of Globex is declined 0 times and then works
    And Globex is to pay in these parts:
      | due            | part |
      | within 10 days | 30%  |
      | within 30 days | 70%  |
    And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 100      | 10.00 USD       |
    When time passes to 28 February 2026
    Then the attempts to collect from Globex were:
      | date            | invoice         | amount | outcome  |
      | 11 January 2026 | January invoice | 330.00 | succeeds |
      | 31 January 2026 | January invoice | 770.00 | succeeds |
    And Globex owed 770.00 USD on 11 January 2026
    And Globex owes nothing
    And Globex was sent no letter

  # 100.00 without tax each month. Of January's invoice 50.00 are due on 1 January and 50.00 on 2 March; February's is due on
  # 1 February and 2 April. 120.00 pay January's first, February's first, and 20.00 of January's second.
  Scenario: The oldest due part of all invoices is paid first
    Given Globex is to pay in these parts:
      | due            |
      | on receipt     |
      | within 60 days |
    And "Globex" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When Globex transfers 120.00 USD on 10 February 2026
    Then Globex has these open invoices:
      | invoice          | due          | total | open          |
      | January invoice  | 2 March 2026 | 50.00 | 50.00 - 20.00 |
      | February invoice | 2 April 2026 | 50.00 | 50.00         |

  Scenario Outline: Refused: <first> and <second>
    Given Globex is to pay in these parts:
      | due            | part     |
      | on receipt     | <first>  |
      | within 30 days | <second> |
    When "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    Then it is refused because "add up to 100%, not in <told>"
    And Globex is invoiced nothing

    Examples:
      | first | second | told            |
      | 30%   | 60%    | 30% + 60%       |
      | 30%   | 80%    | 30% + 80%       |
      | 100%  |        | 100% + the rest |
