@master-data @duplicates @wave-2 @req:Q2C-102
Feature: Customers that become one
  When a customer was entered twice, the two are merged: one name survives with the best of both records, and everything
  that was signed, invoiced and posted follows it. What was posted in a closed month stays as it was posted.

  Background:
    Given the company "Northwind SaaS"
    And these customers exist:
      | customer | email              | address           | tax number | domain     |
      | Globex   | ap@globex.example  | Main Street 1     | 12-3456789 | globex.com |
      | Initech  | pay@globex.example | Main Street 1, HQ | none       | none       |
    And these conventions:
      | question         | answer                      |
      | revenue schedule | service period of each line |
    And these values survive a merge of customers:
      | field      | rule             |
      | email      | newest           |
      | address    | most complete    |
      | tax number | system of record |

  Scenario: The best of both records survives, field by field
    Given today is 1 January 2026
    When Initech is merged into Globex on 10 February 2026
    Then these values of Globex survived:
      | field      | value              | from    | rule             |
      | email      | pay@globex.example | Initech | newest           |
      | address    | Main Street 1, HQ  | Initech | most complete    |
      | tax number | 12-3456789         | Globex  | system of record |
      | domain     | globex.com         | Globex  | system of record |
    And the CRM does not know Initech
    And the ERP does not know Initech
    And the ERP knows these customers:
      | customer | email              | address           | tax number |
      | Globex   | pay@globex.example | Main Street 1, HQ | 12-3456789 |
    And nothing is posted in February 2026

  Scenario: The system of record's value survives, whichever name does
    # Billing invented its customer's data; what the CRM says counts, but for what only billing knows.
    When these customers are entered on 5 January 2026:
      | customer | email             | address | tax number | domain  | system         |
      | Hooli 2  | two@hooli.example | Street  | 77-7777777 | hooli.x | billing system |
    And these customers are entered on 6 January 2026:
      | customer | email             | address | tax number | domain |
      | Hooli 1  | one@hooli.example | St      | 66-6666666 | none   |
    And "Hooli 1" is merged into "Hooli 2" on 10 January 2026
    Then these values of "Hooli 2" survived:
      | field      | value             | from    | rule             |
      | email      | one@hooli.example | Hooli 1 | newest           |
      | address    | Street            | Hooli 2 | most complete    |
      | tax number | 66-6666666        | Hooli 1 | system of record |
      | domain     | hooli.x           | Hooli 2 | system of record |

  Rule: Contracts, invoices and balances follow the survivor

    # Initech: 50 * 10.00 = 500.00 a month, tax 10% 50.00, billed on 1 January and 1 February, nothing paid.
    Background:
      Given "Initech" signed on 1 January 2026 for 12 months, billed monthly in advance, net 60, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 50       | 10.00 USD       |

    Scenario: Open invoices are the survivor's, and so is every invoice to come
      When Initech is merged into Globex on 10 February 2026
      Then Globex owes 1,100.00 USD
      And the journal of February 2026 is:
        | date             | source           | customer | account            | debit    | credit   |
        | 1 February 2026  | February invoice | Initech  | Receivables        | 550.00   |          |
        | 1 February 2026  | February invoice | Initech  | Contract liability |          | 500.00   |
        | 1 February 2026  | February invoice | Initech  | Sales tax payable  |          | 50.00    |
        | 10 February 2026 | merge            | Globex   | Receivables        | 1,100.00 |          |
        | 10 February 2026 | merge            | Initech  | Receivables        |          | 1,100.00 |
        | 10 February 2026 | merge            | Initech  | Contract liability | 500.00   |          |
        | 10 February 2026 | merge            | Globex   | Contract liability |          | 500.00   |
      When time passes to 31 March 2026
      Then Globex is invoiced:
        | date            | for           | quantity | net        | tax   |
        | 1 January 2026  | Platform seat | 50       | 50 * 10.00 | 50.00 |
        | 1 February 2026 | Platform seat | 50       | 50 * 10.00 | 50.00 |
        | 1 March 2026    | Platform seat | 50       | 50 * 10.00 | 50.00 |
      And nothing else is invoiced
      And finance closes February 2026 without a difference
      And all February 2026 tie-outs agree
      And finance closes March 2026 without a difference

    Scenario: The survivor pays what the other was invoiced
      When Initech is merged into Globex on 10 February 2026
      And Globex transfers 1,100.00 USD on 20 February 2026
      Then Globex owes nothing
      And finance closes February 2026 without a difference

    Scenario: The survivor changes the contract that the other signed
      # 10 more seats for 19 of 28 days of February from 10 February: 10 * 10.00 * 19/28 = 67.86.
      When Initech is merged into Globex on 10 February 2026
      And Globex adds 10 "Platform seat" from 10 February 2026
      Then Globex is invoiced:
        | date             | for           | quantity | net                | tax   |
        | 1 January 2026   | Platform seat | 50       | 500.00             | 50.00 |
        | 1 February 2026  | Platform seat | 50       | 500.00             | 50.00 |
        | 10 February 2026 | Platform seat | 10       | 10 * 10.00 * 19/28 | 6.79  |
      And nothing else is invoiced
      And finance closes February 2026 without a difference

    Scenario: A closed month stays as it was posted
      When finance closes January 2026
      And Initech is merged into Globex on 10 February 2026
      Then the journal of January 2026 contains:
        | date           | source          | customer | account     | debit  |
        | 1 January 2026 | January invoice | Initech  | Receivables | 550.00 |
      And finance closes February 2026 without a difference

    Scenario: A merge that the ledger never hears of shows in the close
      Given the integration loses the event "customers merged"
      When Initech is merged into Globex on 10 February 2026
      Then the ERP knows these customers:
        | customer |
        | Initech  |
      When everything is repaired and delivered again
      Then the ERP does not know Initech
      And Globex owes 1,100.00 USD
      And finance closes February 2026 without a difference

  Rule: What cannot be merged

    Background:
      Given today is 1 February 2026

    Scenario Outline: <what> is refused
      When <merged> is merged into <survivor> on 1 February 2026
      Then it is refused because "<why>"
      And the CRM knows these customers:
        | customer |
        | Globex   |
        | Initech  |

      Examples:
        | what                   | merged  | survivor   | why                                  |
        | A customer into itself | Globex  | Globex     | 'Globex' cannot be merged into itself |
        | An unknown customer    | Nobody  | Globex     | the CRM knows no customer 'Nobody'   |

    Scenario: A merged customer is gone: it is neither merged again nor entered nor sold to
      When Initech is merged into Globex on 1 February 2026
      And Initech is merged into Globex on 2 February 2026
      Then it is refused because "'Initech' was merged into 'Globex' already"
      When these customers are entered on 2 February 2026:
        | customer |
        | Initech  |
      Then it is refused because "the CRM already has a customer 'Initech'"
      When sales quotes "Initech" on 3 February 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then it is refused because "the CRM knows no customer 'Initech'"
