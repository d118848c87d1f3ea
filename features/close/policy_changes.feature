@close @conventions @wave-3 @req:Q2C-366
Feature: Conventions that change from a day on
  A company may decide otherwise from a day on how payments are applied or losses written off: what happened before stays as it was, what
  comes from that day on follows the new answer. What decides about bills cannot change so: it would bill anew what was billed.

  Background:
    Given the company "Northwind SaaS"
    # Three invoices of 50 * 10.00 = 500.00, due on 31 January, 3 March and 31 March.
    And "Globex" signed on 1 January 2026 for 3 months, billed monthly in advance, net 30, no tax:
      | product       | quantity | price per month |
      | Platform seat | 50       | 10.00 USD       |

  # 100.00 pay the oldest. The day after, 140.00 of the 400.00 + 500.00 + 500.00 are a tenth of each.
  Scenario: A payment of the day before pays the oldest invoice, one of the day all of them
    When Globex transfers 100.00 USD on 4 March 2026
    And finance changes these conventions from 5 March 2026, approved by "Controller":
      | question            | answer   |
      | payment application | pro rata |
    And Globex transfers 140.00 USD on 5 March 2026
    Then Globex has these open invoices:
      | invoice          | open                  |
      | January invoice  | 500.00 - 100.00 - 40.00 |
      | February invoice | 500.00 - 50.00        |
      | March invoice    | 500.00 - 50.00        |
    And nothing else is credited
    And the journal from 2 March 2026 to 30 March 2026 is:
      | date         | source  | account     | debit  | credit |
      | 4 March 2026 | payment | Cash        | 100.00 |        |
      | 4 March 2026 | payment | Receivables |        | 100.00 |
      | 5 March 2026 | payment | Cash        | 140.00 |        |
      | 5 March 2026 | payment | Receivables |        | 140.00 |
    And finance closes March 2026 without a difference
    And the February 2026 close report lists nothing under "Policy changes"
    And the March 2026 close report lists under "Policy changes":
      | day          | question            | before                       | after    | approved by |
      | 5 March 2026 | payment application | exact match, else oldest due | pro rata | Controller  |

  Scenario: What was written off before stays written off against the allowance
    When finance writes off 100.00 USD of the January invoice of Globex on 4 March 2026
    And finance changes these conventions from 5 March 2026, approved by "CFO":
      | question  | answer |
      | write-off | direct |
    And finance writes off 30.00 USD of the January invoice of Globex on 5 March 2026
    Then Globex owes 1,370.00 USD
    And nothing else is credited
    And the journal from 2 March 2026 to 30 March 2026 is:
      | date         | source    | account             | debit  | credit |
      | 4 March 2026 | write-off | Loss allowance      | 100.00 |        |
      | 4 March 2026 | write-off | Receivables         |        | 100.00 |
      | 5 March 2026 | write-off | Credit loss expense | 30.00  |        |
      | 5 March 2026 | write-off | Receivables         |        | 30.00  |
    And finance closes March 2026 without a difference
    And the March 2026 close report lists under "Policy changes":
      | day          | question  | before    | after  | approved by |
      | 5 March 2026 | write-off | allowance | direct | CFO         |

  # The write-off of the same day shows that nothing has changed: of two answers, of which one cannot change, neither does.
  Scenario Outline: What cannot change from a day is refused: <why>
    When finance closes February 2026 on 5 March 2026
    And finance changes these conventions from <day>, approved by "CFO":
      | question  | answer |
      | write-off | direct |
      | <question> | <answer> |
    Then it is refused because "<reason>"
    When finance writes off 30.00 USD of the January invoice of Globex on 5 March 2026
    Then the journal from 2 March 2026 to 30 March 2026 is:
      | date         | source    | account        | debit | credit |
      | 5 March 2026 | write-off | Loss allowance | 30.00 |        |
      | 5 March 2026 | write-off | Receivables    |       | 30.00  |
    And the March 2026 close report lists nothing under "Policy changes"

    Examples:
      | why                         | day              | question            | answer   | reason                                            |
      | it decides about bills      | 5 March 2026     | proration           | 30/360   | what was billed under it would be billed anew     |
      | it decides about revenue    | 5 March 2026     | revenue spread      | by month | make it a convention of the company               |
      | the day lies in a closed month | 28 February 2026 | payment application | pro rata | cannot change from 28 February 2026            |
