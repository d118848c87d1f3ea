@master-data @duplicates @wave-1 @req:Q2C-101
Feature: Customers that may be the same
  A customer entered twice is billed twice and dunned under the wrong name. The CRM holds every new customer against those
  there are: what is surely the same is refused, what may be waits for a steward, what only looks odd is noted.

  Background:
    Given the company "Northwind SaaS"
    And these customers exist:
      | customer | tax number | domain     |
      | Globex   | 12-3456789 | globex.com |
      | Initech  | 98-7654321 | none       |
    And possible duplicates of customers are handled so:
      | compare    | at least | act    |
      | tax number |          | refuse |
      | name       | 85%      | queue  |
      | domain     |          | warn   |

  Rule: The same tax number

    Scenario: A customer with a tax number of its own is entered, and every system knows it
      When these customers are entered on 2 March 2026:
        | customer      | tax number | domain       |
        | Pied Piper    | 55-5555555 | piper.example |
      Then no possible duplicate was found
      And the CRM knows these customers:
        | customer   | tax number | domain        |
        | Pied Piper | 55-5555555 | piper.example |
      And the ERP knows these customers:
        | customer   | tax number |
        | Pied Piper | 55-5555555 |

    Scenario: The same tax number in another spelling is refused
      When these customers are entered on 2 March 2026:
        | customer  | tax number |
        | Hammer Co | 12 3456789 |
      Then it is refused because "'Hammer Co' looks like 'Globex' by tax number (100%)"
      And the CRM does not know "Hammer Co"
      And the billing system does not know "Hammer Co"
      And no possible duplicate was found

    Scenario: Two customers without a tax number are not alike for that
      Given these customers exist:
        | customer            | tax number |
        | Vandelay Industries | none       |
      When these customers are entered on 2 March 2026:
        | customer  | tax number |
        | Kramerica | none       |
      Then no possible duplicate was found
      And the payment gateway knows these customers:
        | customer  | tax number |
        | Kramerica | -          |

  Rule: Nearly the same name

    # "globex" and "globex 2" are 6 + 8 letters and signs, two of them added: 1 - 2/14 = 85.7%, above 85%.
    Scenario: A name above the threshold waits, and can buy nothing until a steward has looked
      When these customers are entered on 2 March 2026:
        | customer | tax number |
        | Globex 2 | 11-1111111 |
      Then these customers wait for review:
        | customer | like   | compare | alike | act   |
        | Globex 2 | Globex | name    | 85.7% | queue |
      And the ERP does not know "Globex 2"
      When sales quotes "Globex 2" on 3 March 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      Then it is refused because "the CRM knows no customer 'Globex 2'"
      When the "data steward" decides that "Globex 2" is a new customer
      And sales quotes "Globex 2" on 3 March 2026 for 12 months, billed monthly in advance, net 30, tax 10%:
        | product       | quantity | price per month |
        | Platform seat | 10       | 10.00 USD       |
      And "Globex 2" signs the quote
      Then "Globex 2" is invoiced:
        | date         | for           | quantity | price | net        | tax   |
        | 3 March 2026 | Platform seat | 10       | 10.00 | 10 * 10.00 | 10.00 |
      And nothing else is invoiced
      And the ERP knows these customers:
        | customer |
        | Globex 2 |

    Scenario: A name below the threshold passes
      # "globex" and "globexx 2": 3 letters and signs of 6 + 9 are added, 1 - 3/15 = 80%.
      When these customers are entered on 2 March 2026:
        | customer  | tax number |
        | Globexx 2 | 11-1111111 |
      Then no possible duplicate was found

    Scenario: A name exactly on the threshold waits
      # What "globexx 2" has against "globex": 1 - 3/15 = 80%.
      Given possible duplicates of customers are handled so:
        | compare | at least | act   |
        | name    | 80%      | queue |
      When these customers are entered on 2 March 2026:
        | customer  |
        | Globexx 2 |
      Then these customers wait for review:
        | customer  | like   | compare | alike |
        | Globexx 2 | Globex | name    | 80%   |

    Scenario: Case, signs and legal form do not make another customer
      When these customers are entered on 2 March 2026:
        | customer       | tax number |
        | "GLOBEX, Inc." | 11-1111111 |
      Then these customers wait for review:
        | customer       | like   | compare | alike |
        | "GLOBEX, Inc." | Globex | name    | 100%  |
      When the "data steward" decides that "GLOBEX, Inc." is a duplicate
      Then the CRM does not know "GLOBEX, Inc."
      And the billing system does not know "GLOBEX, Inc."
      When the "data steward" decides that "GLOBEX, Inc." is a new customer
      Then it is refused because "no customer 'GLOBEX, Inc.' waits for review"

    Scenario Outline: <likeness>: how alike names are is a convention
      # Kept of "wayne enterprises" and "enterprises wayne": 11 letters and signs of 17 each, 22/34 = 64.7%; with " Inc." the
      # other has 22, 22/39 = 56.4%.
      Given these conventions:
        | question          | answer     |
        | likeness of names | <likeness> |
      And possible duplicates of customers are handled so:
        | compare | at least | act  |
        | name    | 56%      | warn |
      And these customers exist:
        | customer          |
        | Wayne Enterprises |
      When these customers are entered on 2 March 2026:
        | customer                 |
        | "Enterprises Wayne Inc." |
      Then these possible duplicates were found:
        | customer                 | like              | compare | alike     | act  |
        | "Enterprises Wayne Inc." | Wayne Enterprises | name    | <percent> | warn |
      And the ERP knows these customers:
        | customer                 |
        | "Enterprises Wayne Inc." |

      Examples:
        | likeness            | percent |
        | without legal form  | 64.7%   |
        | as written          | 56.4%   |
        | words in any order  | 100%    |

  Rule: The same domain, and several rules at once

    Scenario: A shared domain is noted, and the customer is entered
      When these customers are entered on 2 March 2026:
        | customer   | tax number | domain                 |
        | Hooli Labs | 22-2222222 | https://www.Globex.com |
      Then these possible duplicates were found:
        | customer   | like   | compare | alike | act  |
        | Hooli Labs | Globex | domain  | 100%  | warn |
      And the payment gateway knows these customers:
        | customer   |
        | Hooli Labs |

    Scenario Outline: A domain is the host of an address, whatever page of it and however written
      When these customers are entered on 2 March 2026:
        | customer   | domain   |
        | Hooli Labs | <domain> |
      Then these possible duplicates were found:
        | customer   | like   | compare | alike | act  |
        | Hooli Labs | Globex | domain  | 100%  | warn |

      Examples:
        | domain                            |
        | GLOBEX.com                        |
        | HTTPS://WWW.Globex.com/en/contact |
        | http://globex.com:8080            |
        | www.globex.com.                   |

    Scenario: Another host is another domain, though only a hyphen is between them
      When these customers are entered on 2 March 2026:
        | customer   | domain      |
        | Hooli Labs | glob-ex.com |
      Then no possible duplicate was found

    Scenario: The gravest rule decides, and everything alike is named
      When these customers are entered on 2 March 2026:
        | customer | tax number | domain     |
        | Globex 2 | 11-1111111 | globex.com |
      Then these customers wait for review:
        | customer | like   | compare | alike | act   |
        | Globex 2 | Globex | name    | 85.7% | queue |
        | Globex 2 | Globex | domain  | 100%  | queue |
      When these customers are entered on 2 March 2026:
        | customer | tax number | domain     |
        | Globex 3 | 12-3456789 | globex.com |
      Then it is refused because "'Globex' by tax number (100%) and 'Globex' by name (85.7%) and 'Globex' by domain (100%)"

    Scenario: A company's own rules hold without a word
      Given the company "Contoso Europe"
      When these customers are entered on 2 March 2026:
        | customer            | tax number  |
        | Monsters Werke GmbH | DE123456788 |
      Then it is refused because "looks like 'Monsters Werke' by tax number"
