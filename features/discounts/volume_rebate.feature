@discounts @volume-rebates @req:Q2C-045
Feature: Volume rebates
  Once a customer has bought enough in a period, part of the price goes back: off everything from the first unit on, or off
  what is above the threshold; at the end of the period, with the tax it was billed with. What is expected to go back is a refund
  liability from the first unit on (ASC 606-10-55-216, IFRS 15.IE124); the settlement uses it up.

  Background:
    Given the company "Northwind SaaS"
    And the customer "Pied Piper"
    And these products are sold:
      | product | charged            | price         |
      | Calls   | per unit, by usage | 1.00 USD each |

  # 1,200 calls at 1.00; 10% of all of them is 120.00. While 1,200 are expected, a tenth of each month's 400.00 is owed back.
  Scenario: Ten percent of everything once a thousand are reached
    Given Pied Piper is promised rebates with the next contract:
      | on    | every | from  | rebate | of  | expected |
      | Calls | term  | 1,000 | 10%    | all | 1,200    |
    And Pied Piper signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
    When Pied Piper uses 400 "Calls" on 10 January 2026
    And Pied Piper uses 400 "Calls" on 10 February 2026
    And Pied Piper uses 400 "Calls" on 10 March 2026
    And time passes to 31 March 2026
    Then the rebates of Pied Piper on 31 March 2026 are:
      | on    | from           | to            | volume | reached | earned | credited | settled on   |
      | Calls | 1 January 2026 | 31 March 2026 | 800    | -       | 0.00   | 0.00     | 1 April 2026 |
    And the journal of March 2026 is:
      | date          | source        | account             | debit  | credit |
      | 1 March 2026  | March invoice | Receivables         | 440.00 |        |
      | 1 March 2026  | March invoice | Unbilled receivable |        | 400.00 |
      | 1 March 2026  | March invoice | Sales tax payable   |        | 40.00  |
      | 31 March 2026 | revenue       | Unbilled receivable | 400.00 |        |
      | 31 March 2026 | revenue       | Revenue             |        | 360.00 |
      | 31 March 2026 | revenue       | Refund liability    |        | 40.00  |
    And finance closes March 2026 without a difference
    When time passes to 30 April 2026
    Then Pied Piper is credited:
      | date         | for   | net    | tax   | total  |
      | 1 April 2026 | Calls | 40.00  | 4.00  | 44.00  |
      | 1 April 2026 | Calls | 40.00  | 4.00  | 44.00  |
      | 1 April 2026 | Calls | 40.00  | 4.00  | 44.00  |
    And nothing else is credited
    And the journal of April 2026 is:
      | date         | source        | account             | debit  | credit |
      | 1 April 2026 | April invoice | Receivables         | 440.00 |        |
      | 1 April 2026 | April invoice | Unbilled receivable |        | 400.00 |
      | 1 April 2026 | April invoice | Sales tax payable   |        | 40.00  |
      | 1 April 2026 | credit memo   | Refund liability    | 120.00 |        |
      | 1 April 2026 | credit memo   | Sales tax payable   | 12.00  |        |
      | 1 April 2026 | credit memo   | Receivables         |        | 132.00 |
    And the rebates of Pied Piper on 30 April 2026 are:
      | on    | from           | to            | volume | reached | earned | credited | settled on   |
      | Calls | 1 January 2026 | 31 March 2026 | 1,200  | 1,000   | 120.00 | 120.00   | 1 April 2026 |
    And the revenue of Pied Piper is:
      | month         | amount |
      | January 2026  | 360.00 |
      | February 2026 | 360.00 |
      | March 2026    | 360.00 |
    And Pied Piper owes 1,188.00 USD
    And finance closes April 2026 without a difference

  Scenario Outline: <used> used, <rebate> <threshold> 1,000 of <of>
    Given Pied Piper is promised rebates with the next contract:
      | on    | every | <threshold> | rebate   | of   |
      | Calls | term  | 1,000       | <rebate> | <of> |
    And Pied Piper signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses <used> "Calls" on 10 January 2026
    And time passes to 28 February 2026
    Then Pied Piper is credited:
      | date            | net    |
      | 1 February 2026 | <back> |
    And nothing else is credited
    And Pied Piper owes <owed> USD
    And finance closes February 2026 without a difference

    Examples:
      | used  | threshold | rebate        | of            | back   | owed     |
      | 1,000 | from      | 10%           | all           | 100.00 | 900.00   |
      | 1,001 | above     | 10%           | all           | 100.10 | 900.90   |
      | 1,500 | from      | 10%           | what is above | 50.00  | 1,450.00 |
      | 1,500 | above     | 10%           | what is above | 50.00  | 1,450.00 |
      | 1,500 | from      | 0.05 USD each | all           | 75.00  | 1,425.00 |
      | 1,500 | from      | 0.05 USD each | what is above | 25.00  | 1,475.00 |
      | 1,500 | from      | 30.00 USD     | all           | 30.00  | 1,470.00 |

  Scenario Outline: <used> used, short of it: <threshold> 1,000
    Given Pied Piper is promised rebates with the next contract:
      | every | <threshold> | rebate | of   |
      | term  | 1,000       | 10%    | <of> |
    And Pied Piper signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses <used> "Calls" on 10 January 2026
    And time passes to 28 February 2026
    Then nothing else is credited
    And Pied Piper owes <used> USD
    And finance closes February 2026 without a difference

    Examples:
      | used  | threshold | of            |
      | 999   | from      | all           |
      | 1,000 | above     | all           |
      | 1,000 | from      | what is above |

  # 10% from 1,000, 15% from 2,000, 20% from 5,000. The last one reached for all: 2,500 * 15% = 375.00, 6,000 * 20% = 1,200.00.
  # Each for its own band: 1,000 * 10% + 500 * 15% = 175.00; 1,000 * 10% + 3,000 * 15% + 1,000 * 20% = 750.00.
  Scenario Outline: Several thresholds, <of>, and <used> used
    Given Pied Piper is promised rebates with the next contract:
      | every | from  | rebate | of   |
      | term  | 1,000 | 10%    | <of> |
      | term  | 2,000 | 15%    | <of> |
      | term  | 5,000 | 20%    | <of> |
    And Pied Piper signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
    When Pied Piper uses <used> "Calls" on 10 January 2026
    And time passes to 28 February 2026
    Then Pied Piper is credited:
      | date            | net    | tax         |
      | 1 February 2026 | <back> | <back> / 10 |
    And nothing else is credited
    And finance closes February 2026 without a difference

    Examples:
      | of            | used  | back     |
      | all           | 2,500 | 375.00   |
      | what is above | 2,500 | 175.00   |
      | all           | 6,000 | 1,200.00 |
      | what is above | 6,000 | 750.00   |

  # 40 seats at 100.00 are 4,000.00 a month, 12,000.00 a quarter: 5% is 600.00. The contract begins in February: two months, 8,000.00.
  Scenario: By what is billed, each quarter of the calendar, on everything
    Given Pied Piper is promised rebates with the next contract:
      | on         | every            | from          | rebate | expected      |
      | everything | calendar quarter | 10,000.00 USD | 5%     | 12,000.00 USD |
    And Pied Piper signed on 1 February 2026 for 6 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 40       | 100.00          |
    And Pied Piper pays every invoice when it is due
    When time passes to 31 July 2026
    Then Pied Piper is credited:
      | date        | net    |
      | 1 July 2026 | 200.00 |
      | 1 July 2026 | 200.00 |
      | 1 July 2026 | 200.00 |
    And nothing else is credited
    And the rebates of Pied Piper on 31 July 2026 are:
      | from            | to            | volume | reached | earned | credited |
      | 1 February 2026 | 31 March 2026 | 8,000  | -       | 0.00   | 0.00     |
      | 1 April 2026    | 30 June 2026  | 12,000 | 10,000  | 600.00 | 600.00   |
      | 1 July 2026     | 31 July 2026  | 4,000  | -       | 0.00   | 0.00     |
    And finance closes July 2026 without a difference
    When time passes to 31 August 2026
    Then the ledger shows on 31 August 2026:
      | account          | credit    |
      | Revenue          | 23,400.00 |
      | Refund liability |           |
    And finance closes August 2026 without a difference

  # 1,100 by 1 April: 110.00. 100 more of March arrive on 10 April and are billed on 1 May: 10.00 more, by what is left of the two
  # lines, 990.00 and 100.00: 9.0826 and 0.9174.
  Scenario: Late usage brings the rest of the rebate
    Given Pied Piper is promised rebates with the next contract:
      | on    | every   | from  | rebate |
      | Calls | quarter | 1,000 | 10%    |
    And Pied Piper signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
      | product |
      | Calls   |
    When Pied Piper uses 1,100 "Calls" on 10 March 2026
    And Pied Piper uses 100 "Calls" on 20 March 2026, reported on 10 April 2026
    And time passes to 30 April 2026
    Then finance closes April 2026 without a difference
    When time passes to 31 May 2026
    Then Pied Piper is credited:
      | date         | net    | tax   |
      | 1 April 2026 | 110.00 | 11.00 |
      | 1 May 2026   | 9.08   | 0.91  |
      | 1 May 2026   | 0.92   | 0.09  |
    And nothing else is credited
    And finance closes May 2026 without a difference

  # 300 a month of 1,200 expected: 30.00 owed back each month. 900 are not enough: 90.00 are revenue after all when it is settled.
  Scenario: What was expected and is not reached is revenue after all
    Given Pied Piper is promised rebates with the next contract:
      | on    | every | from  | rebate | expected |
      | Calls | term  | 1,000 | 10%    | 1,200    |
    And Pied Piper signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses 300 "Calls" on 10 January 2026
    And Pied Piper uses 300 "Calls" on 10 February 2026
    And Pied Piper uses 300 "Calls" on 10 March 2026
    And time passes to 30 April 2026
    Then nothing else is credited
    And the revenue of Pied Piper is:
      | month         | amount |
      | January 2026  | 270.00 |
      | February 2026 | 270.00 |
      | March 2026    | 270.00 |
      | April 2026    | 90.00  |
    And finance closes April 2026 without a difference

  # Without an expectation what is reached so far counts: nothing of 600.00; then 10% of 1,200.00 at once.
  Scenario: Nobody says what is expected
    Given Pied Piper is promised rebates with the next contract:
      | on    | every | from  | rebate |
      | Calls | term  | 1,000 | 10%    |
    And Pied Piper signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    When Pied Piper uses 600 "Calls" on 10 January 2026
    And Pied Piper uses 600 "Calls" on 10 February 2026
    And time passes to 31 March 2026
    Then the revenue of Pied Piper is:
      | month         | amount  |
      | January 2026  | 600.00  |
      | February 2026 | 600.00  |
      | March 2026    | -120.00 |
    And finance closes March 2026 without a difference
    When time passes to 30 April 2026
    Then Pied Piper is credited:
      | date         | net   |
      | 1 April 2026 | 60.00 |
      | 1 April 2026 | 60.00 |
    And nothing else is credited
    And finance closes April 2026 without a difference

  # IFRS 15 IE124 to IE126: 75 at 100.00 are 7,500.00. In May more than 1,000 a year are expected, at 90.00: 500 * 90.00 less 75 *
  # 10.00 is 44,250.00 for the second quarter. In the end only 575 were bought, so 5,750.00 are revenue after all.
  Scenario: Finance comes to expect more, and is wrong
    Given these products are sold:
      | product | charged            | price           |
      | Parts   | per unit, by usage | 100.00 USD each |
    And Pied Piper is promised rebates with the next contract:
      | on    | every | above | rebate         | expected |
      | Parts | year  | 1,000 | 10.00 USD each | 600      |
    And Pied Piper signed on 1 January 2026 for 1 year, billed quarterly in advance, net 30, no tax:
      | product |
      | Parts   |
    When Pied Piper uses 75 "Parts" on 31 March 2026
    And on 1 May 2026 finance expects Pied Piper to reach 1,100 for the rebate on "Parts"
    And Pied Piper uses 500 "Parts" on 30 June 2026
    And time passes to 31 January 2027
    Then the revenue of Pied Piper is:
      | month        | amount    |
      | March 2026   | 7,500.00  |
      | May 2026     | -750.00   |
      | June 2026    | 45,000.00 |
      | January 2027 | 5,750.00  |
    And nothing else is credited
    And finance closes January 2027 without a difference

  # Ten seats in each of twelve months are 120 seat months, five more for half of April 2.5 and from May on 8 * 5 = 40: 162.5 at 10.00.
  Scenario: Of what recurs, a unit counts for its days
    Given Pied Piper is promised rebates with the next contract:
      | on            | every | from | rebate        |
      | Platform seat | term  | 150  | 1.00 USD each |
    And Pied Piper signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00           |
    When Pied Piper adds 5 "Platform seat" from 16 April 2026
    And time passes to 31 January 2027
    Then the rebates of Pied Piper on 31 January 2027 are:
      | on            | from           | to               | volume | reached | earned | credited | settled on     |
      | Platform seat | 1 January 2026 | 31 December 2026 | 162.5  | 150     | 162.50 | 162.50   | 1 January 2027 |
    And finance closes January 2027 without a difference

  Scenario Outline: What cannot be agreed is refused: <why>
    Given Pied Piper is promised rebates with the next contract:
      | on        | from    | rebate   |
      | <product> | <first> | <rebate> |
      | <product> | 1,000   | 20%      |
    When Pied Piper signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    Then it is refused because "<reason>"

    Examples:
      | why                  | product   | first | rebate        | reason                                                                |
      | not sold             | Analytics | 500   | 10%           | a rebate on 'Analytics' cannot be agreed: it is not part of the quote |
      | thresholds that fall | Calls     | 2,000 | 10%           | the thresholds of a rebate on 'Calls' do not rise from row to row     |
      | more than the price  | Calls     | 500   | 110%          | a rebate on 'Calls' of 110% is no part of the price                   |
      | other currency       | Calls     | 500   | 1.00 EUR each | a rebate on 'Calls' of 1.00 EUR is not in USD                         |

  Scenario: An expectation for a rebate that was not agreed
    Given Pied Piper signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product |
      | Calls   |
    When on 2 January 2026 finance expects Pied Piper to reach 1,000 for the rebate on everything
    Then it is refused because "contract C-1 has no rebate on everything"

  # The first contract buys 600 calls in January, the second 500 in February: 1,100 together, so 10% of each one's own.
  # By itself neither reaches 1,000.
  Scenario Outline: Two contracts whose purchases count over a <whole>
    Given Pied Piper is promised rebates with the next contract:
      | on    | every            | from  | rebate | counted over |
      | Calls | calendar quarter | 1,000 | 10%    | <whole>      |
    And Pied Piper signed on 1 January 2026 for 3 months, billed monthly in arrears, net 60, no tax:
      | product |
      | Calls   |
    And Pied Piper uses 600 "Calls" on 10 January 2026
    And Pied Piper is promised rebates with the next contract:
      | on    | every            | from  | rebate | counted over |
      | Calls | calendar quarter | 1,000 | 10%    | <whole>      |
    And Pied Piper signed on 1 February 2026 for 2 months, billed monthly in arrears, net 60, no tax:
      | product |
      | Calls   |
    When Pied Piper uses 500 "Calls" on 10 February 2026
    And time passes to 28 February 2026
    Then finance closes February 2026 without a difference
    When time passes to 30 April 2026
    Then Pied Piper is invoiced:
      | date            | for   | net    |
      | 1 February 2026 | Calls | 600.00 |
      | 1 March 2026    | Calls | 500.00 |
    And nothing else is invoiced
    And Pied Piper owes <owed> USD
    And finance closes April 2026 without a difference

    Examples:
      | whole    | owed     |
      | contract | 1,100.00 |
      | customer | 990.00   |

  # Nobody says what is expected. On 1 March the second contract's 500 calls are billed, and 1,100 are reached: 10% of both, 60.00
  # and 50.00, are owed back from that day on, though nothing happened to the first one.
  Scenario: What another contract buys is expected to go back on this one, too
    Given Pied Piper is promised rebates with the next contract:
      | on    | every            | from  | rebate | counted over |
      | Calls | calendar quarter | 1,000 | 10%    | customer     |
    And Pied Piper signed on 1 January 2026 for 3 months, billed monthly in arrears, net 60, no tax:
      | product |
      | Calls   |
    And Pied Piper uses 600 "Calls" on 10 January 2026
    And Pied Piper is promised rebates with the next contract:
      | on    | every            | from  | rebate | counted over |
      | Calls | calendar quarter | 1,000 | 10%    | customer     |
    And Pied Piper signed on 1 February 2026 for 2 months, billed monthly in arrears, net 60, no tax:
      | product |
      | Calls   |
    When Pied Piper uses 500 "Calls" on 10 February 2026
    And time passes to 31 March 2026
    Then the ledger shows on 31 March 2026:
      | account | debit | credit |
      | Revenue |       | 990.00 |
    And finance closes March 2026 without a difference
    When time passes to 30 April 2026
    Then the revenue of Pied Piper is:
      | month         | amount  |
      | January 2026  | 600.00  |
      | February 2026 | 500.00  |
      | March 2026    | -110.00 |
    And finance closes April 2026 without a difference
