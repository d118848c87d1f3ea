@receivables @gateway-behavior @wave-3 @req:Q2C-222
Feature: Customers who pay by themselves
  The company's file says how some customers pay, so no story has to: one is declined twice and then pays, one charges back, one's
  bank answers late, one's card expired and is replaced.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |

  Scenario Outline: <customer>
    # 50 * 10.00 = 500.00 and tax 50.00 a month, due on 31 January and 3 March.
    Given "<customer>" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 10.00 USD       |
    When time passes to <day>
    Then <customer> owes <owed> USD
    When time passes to 31 March 2026
    Then <customer> owes <at last> USD
    And finance closes March 2026 without a difference

    Examples: declined on 31 January and 1 February, works on the 3rd
      | customer        | day             | owed   | at last |
      | Massive Dynamic | 2 February 2026 | 1,100.00 | 0.00  |

    Examples: the bank answers on 5 February and 8 March
      | customer     | day             | owed     | at last |
      | Duff Brewing | 4 February 2026 | 1,100.00 | 0.00    |

    Examples: lost; the new card of 20 February pays what falls due from then on
      | customer       | day              | owed     | at last |
      | Dunder Mifflin | 19 February 2026 | 1,100.00 | 550.00  |

  Scenario: Oscorp charges its first payment back after twenty days
    # 31 January + 20 days = 20 February; what is charged back stands as disputed funds.
    Given "Oscorp" signed on 1 January 2026 for 2 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 10.00 USD       |
    When time passes to 31 March 2026
    Then the chargebacks of Oscorp are:
      | date             | invoice         | amount | reason         | outcome |
      | 20 February 2026 | January invoice | 550.00 | not recognized | -       |
    And the ledger shows on 31 March 2026:
      | account        | debit  | credit |
      | Disputed funds | 550.00 |        |
    And finance closes March 2026 without a difference

  Scenario: What a story says of a customer replaces what the file says
    Given "Massive Dynamic" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 50       | 10.00 USD       |
    And Massive Dynamic pays every invoice when it is due
    When time passes to 31 January 2026
    Then Massive Dynamic owes nothing
