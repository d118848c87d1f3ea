@revenue @write-off @wave-3 @req:Q2C-360
Feature: Contracts that end because the customer does not pay
  What was earned ahead of billing and will never be billed is lost with the contract. Given up for the customer's sake it is less
  revenue; lost because the customer does not or cannot pay it is a credit loss, and the revenue stays (handbook 4.10).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question                | answer         |
      | revenue spread          | by month       |
      | proration               | months         |
      | earned ahead of billing | contract asset |

  Rule: Months for nothing, and the customer goes before paying for them

    # Nothing to June, 20 * 10.00 = 200.00 a month from July, signed together: 1,200.00 over twelve months, 100.00 a month.

    Scenario Outline: Ended after three months, the reason being: <reason>
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00            |
      When Globex signs on 1 January 2026 to pay 10.00 USD per month for "Platform seat" from 1 July 2026
      And time passes to 31 March 2026
      And Globex cancels on 1 April 2026 as follows:
        | reason   |
        | <reason> |
      And time passes to 31 May 2026
      Then the revenue of March 2026 is 100.00 USD
      And the revenue of April 2026 is <april> USD
      And nothing else is credited
      And the journal from 1 April 2026 to 31 May 2026 is:
        | date          | source   | account        | debit  | credit |
        | 30 April 2026 | <source> | <debit>        | 300.00 |        |
        | 30 April 2026 | <source> | Contract asset |        | 300.00 |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                               | amount |
        | Contract asset, opening            | 300.00 |
        | Contract asset lost with contracts | <lost> |
        | Contract asset, closing            | 0.00   |
      And the April 2026 tie-outs are:
        | tie-out | currency | one side | other side | result |
        | T4      | USD      | 0.00     | 0.00       | agrees |

      Examples:
        | reason      | april   | source           | debit               | lost   |
        | agreed      | -300.00 | revenue          | Revenue             | 0.00   |
        | non-payment | 0.00    | loss of contract | Credit loss expense | 300.00 |
        | insolvency  | 0.00    | loss of contract | Credit loss expense | 300.00 |

    Scenario: An unbilled receivable is lost likewise
      Given these conventions:
        | question                | answer              |
        | earned ahead of billing | unbilled receivable |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00            |
      When Globex signs on 1 January 2026 to pay 10.00 USD per month for "Platform seat" from 1 July 2026
      And time passes to 31 March 2026
      And the contract of Globex ends on 1 April 2026 for insolvency
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source           | account             | debit  | credit |
        | 30 April 2026 | loss of contract | Credit loss expense | 300.00 |        |
        | 30 April 2026 | loss of contract | Unbilled receivable |        | 300.00 |
      And finance closes April 2026 without a difference
      And the April 2026 close report shows:
        | line                                    | amount |
        | Unbilled receivable lost with contracts | 300.00 |

    Scenario: What stands of the allowance for it is used first
      # 2% of 300.00 = 6.00 stand at the end of March; the rest, 294.00, is expense.
      Given these conventions:
        | question                                  | answer                 |
        | expected losses of what is not billed yet | as what is not yet due |
      And these expected losses:
        | days overdue | expected loss |
        | 0            | 2%            |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00            |
      When Globex signs on 1 January 2026 to pay 10.00 USD per month for "Platform seat" from 1 July 2026
      And time passes to 31 March 2026
      And the contract of Globex ends on 1 April 2026 for insolvency
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source           | account             | debit  | credit |
        | 30 April 2026 | loss of contract | Loss allowance      | 6.00   |        |
        | 30 April 2026 | loss of contract | Credit loss expense | 294.00 |        |
        | 30 April 2026 | loss of contract | Contract asset      |        | 300.00 |
      And the ledger shows on 30 April 2026 exactly:
        | account             | debit  | credit |
        | Revenue             |        | 300.00 |
        | Credit loss expense | 300.00 |        |
      And finance closes April 2026 without a difference
      And the April 2026 tie-outs are:
        | tie-out | currency | one side | other side | result |
        | T7      | USD      | 0.00     | 0.00       | agrees |

    Scenario: Ended as of a month that is closed
      # At the end of April 400.00 are earned. On 10 May it turns out that there has been no service since 1 April: May takes
      # 100.00 of revenue back, and 300.00 are lost.
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00            |
      When Globex signs on 1 January 2026 to pay 10.00 USD per month for "Platform seat" from 1 July 2026
      And time passes to 30 April 2026
      Then finance closes April 2026 without a difference
      When time passes to 10 May 2026
      And the contract of Globex ends on 1 April 2026 for non-payment
      And time passes to 31 May 2026
      Then the journal of May 2026 is:
        | date        | source           | account             | debit  | credit |
        | 31 May 2026 | revenue          | Revenue             | 100.00 |        |
        | 31 May 2026 | revenue          | Contract asset      |        | 100.00 |
        | 31 May 2026 | loss of contract | Credit loss expense | 300.00 |        |
        | 31 May 2026 | loss of contract | Contract asset      |        | 300.00 |
      And the ledger shows on 30 April 2026 exactly:
        | account        | debit  | credit |
        | Contract asset | 400.00 |        |
        | Revenue        |        | 400.00 |
      And finance closes May 2026 without a difference

    Scenario: In euros it is lost at what it stands at
      # 100.00 EUR earned at 1.10 are 110.00 USD. The loss brings no exchange difference (handbook 4.17).
      Given these exchange rates:
        | date            | from | to  | rate |
        | 1 January 2026  | EUR  | USD | 1.10 |
        | 1 February 2026 | EUR  | USD | 1.20 |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00 EUR        |
      When Globex signs on 1 January 2026 to pay 10.00 EUR per month for "Platform seat" from 1 July 2026
      And time passes to 31 January 2026
      And the contract of Globex ends on 1 February 2026 for insolvency
      And time passes to 28 February 2026
      Then the journal of February 2026 is:
        | date             | source           | account             | debit  | credit |
        | 28 February 2026 | loss of contract | Credit loss expense | 110.00 |        |
        | 28 February 2026 | loss of contract | Contract asset      |        | 110.00 |
      And the ledger shows on 28 February 2026 exactly:
        | account             | debit  | credit |
        | Revenue             |        | 110.00 |
        | Credit loss expense | 110.00 |        |
      And finance closes February 2026 without a difference

  Rule: Half price at first, and the letters end the contract

    Scenario: What was billed is written off, what was not is lost with the contract
      # 20 * 5.00 = 100.00 a month to June, 300.00 from July, signed together: 2,400.00, so 200.00 a month. January's invoice was due on 31
      # January; 29 days later, on 1 March, the contract ends and March's invoice is credited. Earned 400.00, billed 200.00 and 20.00 of tax.
      Given these dunning letters:
        | letter         | days after the due date | then                |
        | Contract ended | 29                      | contract terminated |
      And "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 20       | 5.00            |
      When Globex signs on 1 January 2026 to pay 15.00 USD per month for "Platform seat" from 1 July 2026
      And time passes to 31 March 2026
      Then Globex was sent these letters:
        | date         | letter         | open   | then                |
        | 1 March 2026 | Contract ended | 110.00 | contract terminated |
      And the journal of March 2026 is:
        | date          | source           | account             | debit  | credit |
        | 1 March 2026  | March invoice    | Receivables         | 110.00 |        |
        | 1 March 2026  | March invoice    | Contract asset      |        | 100.00 |
        | 1 March 2026  | March invoice    | Sales tax payable   |        | 10.00  |
        | 1 March 2026  | credit memo      | Contract asset      | 100.00 |        |
        | 1 March 2026  | credit memo      | Sales tax payable   | 10.00  |        |
        | 1 March 2026  | credit memo      | Receivables         |        | 110.00 |
        | 31 March 2026 | loss of contract | Credit loss expense | 200.00 |        |
        | 31 March 2026 | loss of contract | Contract asset      |        | 200.00 |
      And finance closes March 2026 without a difference
      When finance writes off the January invoice of Globex on 5 April 2026
      And finance writes off the February invoice of Globex on 5 April 2026
      Then the ledger shows on 5 April 2026 exactly:
        | account             | debit  | credit |
        | Sales tax payable   |        | 20.00  |
        | Revenue             |        | 400.00 |
        | Credit loss expense | 200.00 |        |
        | Loss allowance      | 220.00 |        |

  Rule: What stands on the other side is no loss

    Scenario: A year billed ahead leaves a liability, whoever ends it and why
      # 12 * 100.00 and no tax, ended from April: 900.00 are credited, and nothing is left.
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, no tax:
        | product        | price per year |
        | Annual license | 1,200.00       |
      When time passes to 31 March 2026
      And the contract of Globex ends on 1 April 2026 for insolvency
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date         | source      | account            | debit  | credit |
        | 1 April 2026 | credit memo | Contract liability | 900.00 |        |
        | 1 April 2026 | credit memo | Receivables        |        | 900.00 |
      And finance closes April 2026 without a difference

    Scenario: Notice of non-payment that is withdrawn in time leaves everything as it was
      Given "Globex" signed on 1 January 2026 for 1 year, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 20       | 0.00            |
      When Globex signs on 1 January 2026 to pay 10.00 USD per month for "Platform seat" from 1 July 2026
      And Globex cancels on 10 March 2026 as follows:
        | effective    | reason      |
        | 1 April 2026 | non-payment |
      And Globex withdraws the cancellation on 20 March 2026
      And time passes to 30 April 2026
      Then the journal of April 2026 is:
        | date          | source  | account        | debit  | credit |
        | 30 April 2026 | revenue | Contract asset | 100.00 |        |
        | 30 April 2026 | revenue | Revenue        |        | 100.00 |
      And finance closes April 2026 without a difference
