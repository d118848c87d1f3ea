@receivables @dunning @conventions @wave-3 @req:Q2C-225
Feature: Service is withheld from who does not pay
  After the last letter service stops, and it resumes when the money has come. Who still does not pay loses the contract: what
  was not served is credited first, so that deferred revenue never becomes a bad debt, and only what was served and not paid
  is written off (handbook 4.4, 4.6 and P13).

  Background:
    Given the company "Northwind SaaS"
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these dunning letters:
      | letter             | days after the due date | then                |
      | Payment reminder   | 7                       |                     |
      | Service stopped    | 29                      | service suspended   |
      | Contract ended     | 59                      | contract terminated |
      | Account closed     | 90                      | rest written off    |
  # A year of 365 days at 10.00 a day: 3,650.00 and tax 365.00, due on 31 January. 29 days later is 1 March, 59 days later
  # 31 March, 90 days later 1 May.
  Rule: Service stops, and resumes on the day the money comes

    Background:
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |

    Scenario: Paid nineteen days after service stopped
      When time passes to 19 March 2026
      Then Globex was sent these letters:
        | date            | letter           | open     | then              |
        | 7 February 2026 | Payment reminder | 4,015.00 | nothing more      |
        | 1 March 2026    | Service stopped  | 4,015.00 | service suspended |
      And Globex was without service:
        | from         | to | because     |
        | 1 March 2026 | -  | non-payment |
      When Globex transfers 4,015.00 USD on 20 March 2026
      And time passes to 30 April 2026
      Then Globex was without service:
        | from         | to            | because     |
        | 1 March 2026 | 19 March 2026 | non-payment |
      And nothing else is invoiced since 2 January 2026
      And nothing else is credited
      # The term stays as signed: the company stood ready, so March is earned in full at its end.
      And the revenue of February 2026 is 280.00 USD
      And the revenue of March 2026 is 310.00 USD
      And the journal of March 2026 is:
        | date          | source  | account            | debit    | credit   |
        | 20 March 2026 | payment | Cash               | 4,015.00 |          |
        | 20 March 2026 | payment | Receivables        |          | 4,015.00 |
        | 31 March 2026 | revenue | Contract liability | 310.00   |          |
        | 31 March 2026 | revenue | Revenue            |          | 310.00   |
      And finance closes April 2026 without a difference

    Scenario: A part does not bring service back
      When Globex transfers 4,014.99 USD on 5 March 2026
      And time passes to 20 March 2026
      Then Globex was without service:
        | from         | to | because     |
        | 1 March 2026 | -  | non-payment |
      When Globex transfers 0.01 USD on 20 March 2026
      Then Globex was without service:
        | from         | to            | because     |
        | 1 March 2026 | 19 March 2026 | non-payment |
      And finance closes March 2026 without a difference

    Scenario: Paid on the very day of the letter, and on the day before
      When Globex transfers 4,015.00 USD on 28 February 2026
      And time passes to 30 April 2026
      Then Globex was never without service
      And Globex was sent these letters:
        | date            | letter           |
        | 7 February 2026 | Payment reminder |

    Scenario: What is in dispute stops no service, and does not bring it back
      When Globex disputes the January invoice on 10 February 2026 because "wrong price"
      And time passes to 10 March 2026
      Then Globex was never without service
      When the dispute of Globex is rejected on 11 March 2026
      And Globex disputes the January invoice on 15 March 2026 because "wrong price, still"
      And time passes to 30 April 2026
      Then Globex was without service:
        | from          | to | because     |
        | 11 March 2026 | -  | non-payment |

    Scenario: A direct debit that comes back stops service until it is collected again
      # Collected on the due date, 31 January; it comes back 38 days later, on 10 March, when the letters of 7 February and
      # 1 March would have gone long ago; the next attempt is made on the day after.
      Given the direct debit of Globex is collected, and the first one returned 38 days later because "insufficient funds"
      When time passes to 31 March 2026
      Then Globex was sent these letters:
        | date          | letter          | open     |
        | 10 March 2026 | Service stopped | 4,015.00 |
      And Globex was without service:
        | from          | to            | because     |
        | 10 March 2026 | 10 March 2026 | non-payment |
      And Globex owes nothing
      And the revenue of March 2026 is 310.00 USD
      And finance closes March 2026 without a difference

  Rule: What becomes of revenue and billing is the company's convention

    # Suspended from 1 March and paid on 20 April: 50 days. By the end of April 120 days have passed, 1,200.00.
    # Stopped: March earns nothing, April all that waited. Longer: 1 March to 19 April are served from 1 January 2027 on,
    # so April earns its last 11 days and January 310.00. Reversed: what January and February earned, 590.00, is taken back.
    Scenario Outline: <revenue>, billed, term <term>
      Given these conventions:
        | question                   | answer    |
        | suspension for non-payment | <revenue> |
        | term after a pause         | <term>    |
      And these dunning letters:
        | letter          | days after the due date | then              |
        | Service stopped | 29                      | service suspended |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When Globex transfers 4,015.00 USD on 20 April 2026
      And time passes to 28 February 2027
      Then the revenue of February 2026 is 280.00 USD
      And the revenue of March 2026 is <March> USD
      And the revenue of April 2026 is <April> USD
      And the revenue of May 2026 is 310.00 USD
      And the revenue of December 2026 is 310.00 USD
      And the revenue of January 2027 is <January> USD
      And the ledger shows on 28 February 2027:
        | account            | debit | credit   |
        | Contract liability |       |          |
        | Revenue            |       | 3,650.00 |
      And finance closes February 2027 without a difference

      Examples:
        | revenue                 | term                | March   | April    | January |
        | stop                    | as signed           | 0.00    | 610.00   | 0.00    |
        | stop                    | longer by the pause | 0.00    | 110.00   | 310.00  |
        | keep recognizing        | as signed           | 310.00  | 300.00   | 0.00    |
        | keep recognizing        | longer by the pause | 310.00  | 300.00   | 0.00    |
        | stop and reverse unpaid | as signed           | -590.00 | 1,200.00 | 0.00    |
        | stop and reverse unpaid | longer by the pause | -590.00 | 700.00   | 310.00  |

    Scenario: Days without service are not billed
      # From 1 March to 31 December 306 days go back, 3,060.00 and 306.00; 59 days stay owed, 590.00 and 59.00. From
      # 20 March on 287 days are billed again.
      Given these conventions:
        | question                               | answer     |
        | billing while suspended for non-payment | not billed |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When Globex transfers 649.00 USD on 20 March 2026
      And time passes to 31 March 2026
      Then Globex is credited:
        | date         | from         | to               | net      | tax    | credits         |
        | 1 March 2026 | 1 March 2026 | 31 December 2026 | 3,060.00 | 306.00 | January invoice |
      And Globex is invoiced:
        | date          | from          | to               | net      | tax    |
        | 20 March 2026 | 20 March 2026 | 31 December 2026 | 2,870.00 | 287.00 |
      And nothing else is invoiced since 2 January 2026
      And nothing else is credited
      And Globex was without service:
        | from         | to            | because     |
        | 1 March 2026 | 19 March 2026 | non-payment |
      And the revenue of March 2026 is 120.00 USD
      And finance closes March 2026 without a difference

    # Up to 30 March 89 days are served, 890.00; from 31 March 276 days go back. With the revenue reversed, the end of the
    # contract makes the 59 days a claim again, and its loss a credit loss.
    Scenario Outline: Terminated where the convention is to <revenue>
      Given these conventions:
        | question                   | answer    |
        | suspension for non-payment | <revenue> |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When time passes to 31 May 2026
      Then Globex is credited:
        | date          | from   | to               | net   | tax   |
        | 31 March 2026 | <from> | 31 December 2026 | <net> | <tax> |
      And nothing else is credited
      And Globex owes nothing
      And the revenue of March 2026 is <March> USD
      And the ledger shows on 31 May 2026:
        | account             | debit  | credit   |
        | Contract liability  |        |          |
        | Credit loss expense | <lost> |          |
        | Revenue             |        | <earned> |
      And finance closes May 2026 without a difference

      Examples:
        | revenue                 | from          | net      | tax    | March  | earned | lost   |
        | keep recognizing        | 31 March 2026 | 2,760.00 | 276.00 | 300.00 | 890.00 | 979.00 |
        | stop and reverse unpaid | 1 March 2026  | 3,060.00 | 306.00 | 0.00   | 590.00 | 649.00 |

    Scenario: What was given up has not been paid
      Given these dunning letters:
        | letter          | days after the due date | then              |
        | Service stopped | 29                      | service suspended |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |
      When finance writes off the January invoice of Globex on 10 March 2026
      And time passes to 31 March 2026
      Then Globex was without service:
        | from         | to | because     |
        | 1 March 2026 | -  | non-payment |
      When Globex transfers 4,015.00 USD on 5 April 2026 for the January invoice
      Then Globex was without service:
        | from         | to           | because     |
        | 1 March 2026 | 4 April 2026 | non-payment |

  Rule: Who does not pay loses the contract

    Background:
      Given "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |


    Scenario: Suspended, terminated, written off
      # Not served from 1 March on: 306 days, 3,060.00 and tax 306.00. Served and not paid: 59 days, 590.00 and tax 59.00.
      When time passes to 31 May 2026
      Then Globex was sent these letters:
        | date            | letter           | open     |
        | 7 February 2026 | Payment reminder | 4,015.00 |
        | 1 March 2026    | Service stopped  | 4,015.00 |
        | 31 March 2026   | Contract ended   | 4,015.00 |
        | 1 May 2026      | Account closed   | 649.00   |
      And Globex is credited:
        | date          | from         | to               | net      | tax    | total    | credits         |
        | 31 March 2026 | 1 March 2026 | 31 December 2026 | 3,060.00 | 306.00 | 3,366.00 | January invoice |
      And nothing else is credited
      And nothing else is invoiced since 2 January 2026
      And Globex is subscribed to nothing
      And Globex owes nothing
      And the revenue of February 2026 is 280.00 USD
      And the revenue of March 2026 is 0.00 USD
      And the revenue of April 2026 is 0.00 USD
      And the journal of March 2026 is:
        | date          | source      | account            | debit    | credit   |
        | 31 March 2026 | credit memo | Contract liability | 3,060.00 |          |
        | 31 March 2026 | credit memo | Sales tax payable  | 306.00   |          |
        | 31 March 2026 | credit memo | Receivables        |          | 3,366.00 |
      And the journal of May 2026 is:
        | date        | source    | account             | debit  | credit |
        | 1 May 2026  | write-off | Loss allowance      | 649.00 |        |
        | 1 May 2026  | write-off | Receivables         |        | 649.00 |
        | 31 May 2026 | allowance | Credit loss expense | 649.00 |        |
        | 31 May 2026 | allowance | Loss allowance      |        | 649.00 |
      And the ledger shows on 31 May 2026:
        | account             | debit  | credit |
        | Credit loss expense | 649.00 |        |
        | Revenue             |        | 590.00 |
        | Sales tax payable   |        | 59.00  |
      And finance closes May 2026 without a difference
      And the May 2026 close report shows:
        | line                        | amount |
        | Receivables, closing        | 0.00   |
        | Contract liability, closing | 0.00   |

    Scenario: Paid after the contract ended: the debt is settled, service does not come back
      When Globex transfers 649.00 USD on 15 April 2026
      And time passes to 31 May 2026
      Then Globex owes nothing
      And Globex was without service:
        | from         | to | because     |
        | 1 March 2026 | -  | non-payment |
      And Globex is subscribed to nothing
      And Globex was sent no letter since 1 April 2026
      And finance closes May 2026 without a difference

  Rule: Month by month, which invoice counts

    # 300.00 a month and tax 30.00. January's is due on 31 January and February's on 3 March; service stops 29 days later, on
    # 1 March and 1 April.
    Scenario Outline: The oldest is paid: service resumes when <answer>
      Given these conventions:
        | question      | answer   |
        | reinstatement | <answer> |
      And "Initech" signed on 1 January 2026 for 6 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 30       | 10.00 USD       |
      When Initech transfers 330.00 USD on 10 March 2026 for the January invoice
      And time passes to 31 March 2026
      Then Initech was without service:
        | from         | to   | because     |
        | 1 March 2026 | <to> | non-payment |
      And finance closes March 2026 without a difference

      Examples:
        | answer                              | to           |
        | what it was suspended for is paid   | 9 March 2026 |
        | nothing is overdue                  | -            |

  Rule: What goes wrong on the way

    Background:
      Given these dunning letters:
        | letter          | days after the due date | then              |
        | Service stopped | 29                      | service suspended |
      And "Globex" signed on 1 January 2026 for 1 year, billed yearly in advance, net 30, tax 10%:
        | product        | quantity | price per year |
        | Annual license | 1        | 3,650.00 USD   |

    Scenario: The ledger never hears that service stopped
      Given the integration loses the event "contract amended" of the suspension
      When time passes to 31 March 2026
      # The ledger goes on earning: 310.00 of March that nobody was served.
      Then the revenue of March 2026 is 310.00 USD
      And finance cannot close March 2026, because:
        | reconciliation | difference | explained by                                                    |
        | Events         | *          | "contract amended" of Globex never reached the ledger             |
      When everything is repaired and delivered again
      Then the revenue of March 2026 is 0.00 USD

    Scenario: A pause at the customer's wish is nobody's suspension
      When Globex pauses from 1 February 2026
      And time passes to 20 March 2026
      Then Globex was without service:
        | from            | to | because             |
        | 1 February 2026 | -  | the customer's wish |
