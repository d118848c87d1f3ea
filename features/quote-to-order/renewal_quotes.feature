@quote-to-order @renewal @approvals @wave-3 @req:Q2C-203
Feature: A renewal is quoted, approved and won
  A renewal is an offer like any other: it has a price, it may need approvals, it can be refused or grow old. Only when it is won
  does the contract get its new term; until then nothing about the contract has changed.

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And this approval matrix:
      | role             | discount above | months above |
      | Sales manager    | 10%            |              |
      | Finance director |                | 24           |
    And an approval counts for 30 days
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 40       | 9.50 USD        |

  Scenario: Quoted, won in time, and billed as it was quoted
    # 40 * 9.50 = 380.00 a month; 3% more is 9.785: 391.40, tax 39.14. Without the renewal nothing would be billed from April on.
    # The contract comes to 3 * 380.00 = 1,140.00 without, to 1140.00 + 12 * 391.40 = 5,836.80 with it.
    When sales quotes Globex a change of the contract on 1 March 2026, effective at the end of the term:
      | change  | term      | uplift |
      | renewal | 12 months | 3%     |
    Then the quote for Globex waits for nobody
    And the quote for Globex previews:
      | what   | date         | for           | from         | to            | quantity | price | net    | tax   |
      | charge | 1 April 2026 | Platform seat | 1 April 2026 | 30 April 2026 | 40       | 9.785 | 391.40 | 39.14 |
    And the quote for Globex comes to:
      | figure                         | amount   |
      | credited                       | 0.00     |
      | charged                        | 391.40   |
      | tax                            | 39.14    |
      | to pay                         | 430.54   |
      | instead of                     | 0.00     |
      | recurring a month, without     | 0.00     |
      | recurring a month              | 391.40   |
      | contract total, without        | 1,140.00 |
      | contract total                 | 5,836.80 |
    When Globex signs the quote on 10 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date         | from         | to            | quantity | price | net    | tax   |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 40       | 9.785 | 391.40 | 39.14 |
    And Globex is invoiced nothing since 2 April 2026
    And Globex is billed as the quote previewed
    And the revenue of March 2026 is 380.00 USD
    And the revenue of April 2026 is 391.40 USD
    And finance closes April 2026 without a difference

  Scenario: Quoted and never signed: the contract ends
    When sales quotes Globex a change of the contract on 1 March 2026, effective at the end of the term:
      | change  | term      | uplift |
      | renewal | 12 months | 3%     |
    And time passes to 30 April 2026
    Then Globex is subscribed to nothing
    And Globex is invoiced 1,254.00 USD in all
    And finance closes April 2026 without a difference

  Scenario: A long term and a large discount each ask for their role
    When sales quotes Globex a change of the contract on 1 March 2026, effective at the end of the term:
      | change   | term      | discount |
      | renewal  | 36 months |          |
      | discount |           | 15%      |
    Then the quote for Globex waits for:
      | role             | reason                         |
      | Sales manager    | a discount of 15% is above 10% |
      | Finance director | a term of 36 months is above 24 |
    When Globex signs the quote on 2 March 2026
    Then it is refused because "waits for the Sales manager"
    When the "Sales manager" approves the quote for Globex
    And the "Finance director" approves the quote for Globex
    And Globex signs the quote on 3 March 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date         | from         | to            | net                | tax   |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 40 * 9.50 * 0.85   | 32.30 |
    And Globex is billed as the quote previewed
    And finance closes April 2026 without a difference

  Scenario: Rejected, it changes nothing
    When sales quotes Globex a change of the contract on 1 March 2026, effective at the end of the term:
      | change  | term      |
      | renewal | 36 months |
    And the "Finance director" rejects the quote for Globex
    And Globex signs the quote on 2 March 2026
    Then it is refused because "was rejected by the Finance director"
    When time passes to 30 April 2026
    Then Globex is subscribed to nothing
    And Globex is invoiced 1,254.00 USD in all
    And finance closes April 2026 without a difference

  Scenario: An approval that has grown old must be given again before the renewal is won
    # 20 January and 30 days: to 19 February.
    When sales quotes Globex a change of the contract on 20 January 2026, effective at the end of the term:
      | change  | term      |
      | renewal | 36 months |
    And the "Finance director" approves the quote for Globex
    And Globex signs the quote on 20 February 2026
    Then it is refused because "that of 20 January 2026 counts no more"
    When the "Finance director" approves the quote for Globex
    And Globex signs the quote on 20 February 2026
    And time passes to 30 April 2026
    Then Globex is invoiced:
      | date         | from         | to            | net    | tax   |
      | 1 April 2026 | 1 April 2026 | 30 April 2026 | 380.00 | 38.00 |
    And Globex is billed as the quote previewed
    And finance closes April 2026 without a difference

  Scenario: A discount that the contract holds is asked about again when it is renewed
    Given "Initech" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month | discount |
      | Platform seat | 10       | 10.00 USD       | 10%      |
    When on 1 February 2026 Initech is granted 20% off from 1 February 2026
    And sales quotes Initech a change of the contract on 1 March 2026, effective at the end of the term:
      | change  | term     |
      | renewal | 3 months |
    Then the quote for Initech waits for:
      | role          | reason                         |
      | Sales manager | a discount of 20% is above 10% |

  Scenario: There is nothing to renew of a contract that was cancelled
    When Globex cancels on 1 February 2026
    And sales quotes Globex a change of the contract on 10 February 2026, effective at the end of the term:
      | change  | term     |
      | renewal | 3 months |
    And Globex signs the quote on 11 February 2026
    Then it is refused because "contract C-1 was cancelled from 1 February 2026 on"
    And the quote for Globex cannot be won because:
      | of    | field   | finding |
      | quote | preview | quote Q-2 cannot be carried out: contract C-1 was cancelled from 1 February 2026 on |
    And Globex is invoiced 836.00 USD in all

  Scenario: The standing uplift of the contract is in the quote
    # 10 * 10.00 * 1.04 = 104.00 a month from 1 April; 3 * 100.00 + 12 * 104.00.
    Given Initech agrees to this uplift with the next contract:
      | percent | applies         |
      | 4%      | at each renewal |
    And "Initech" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    When sales quotes Initech a change of the contract on 1 March 2026, effective at the end of the term:
      | change  | term      |
      | renewal | 12 months |
    Then the quote for Initech previews:
      | what   | date         | from         | to            | quantity | price | net    | tax   |
      | charge | 1 April 2026 | 1 April 2026 | 30 April 2026 | 10       | 10.40 | 104.00 | 10.40 |
    And the quote for Initech comes to:
      | figure         | amount                |
      | contract total | 300.00 + 12 * 104.00  |
    When Initech signs the quote on 10 March 2026
    And time passes to 1 April 2026
    Then Initech is billed as the quote previewed
