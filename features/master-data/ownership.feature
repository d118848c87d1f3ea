@master-data @ownership @wave-2 @req:Q2C-108
Feature: Each field has one owner, and all systems say the same
  For every field one system is the system of record. What it writes reaches the others; what another system writes stays
  there, is seen as a difference, and is told with who wrote it.

  Background:
    Given the company "Northwind SaaS"
    And these customers exist:
      | customer | email             | address       | tax number |
      | Globex   | ap@globex.example | Main Street 1 | 12-3456789 |

  Scenario: What the owner writes reaches every system
    Given today is 1 March 2026
    When the CRM writes "pay@globex.example" as the email of Globex on 2 March 2026
    Then the billing system knows these customers:
      | customer | email              |
      | Globex   | pay@globex.example |
    And the payment gateway knows these customers:
      | customer | email              |
      | Globex   | pay@globex.example |
    And the ERP knows these customers:
      | customer | email              | address       |
      | Globex   | pay@globex.example | Main Street 1 |
    And all systems agree on master data

  Scenario: What another system writes stays there and is told
    Given today is 1 March 2026
    When the billing system writes "other@globex.example" as the email of Globex on 2 March 2026
    Then the CRM knows these customers:
      | customer | email             |
      | Globex   | ap@globex.example |
    And these master data differ:
      | of       | name   | finding                                                                                  |
      | customer | Globex | email of Globex: the CRM has 'ap@globex.example', billing 'other@globex.example' |
    And these writes were not the owner's:
      | finding                                                     |
      | billing wrote email of Globex, which it does not own |

  Scenario: The owner's next write ends the difference, and the foreign write stays on record
    Given today is 1 March 2026
    When the ERP writes "99-9999999" as the tax-number of Globex on 2 March 2026
    And the CRM writes "12-3456780" as the tax-number of Globex on 3 March 2026
    Then all systems agree on master data
    And these writes were not the owner's:
      | finding                                                     |
      | the ERP wrote tax number of Globex, which it does not own |

  Scenario: A company says otherwise: the ERP owns tax numbers, the CRM all else
    Given these systems own master data:
      | of       | field      | system |
      | customer | tax number | ERP    |
      | customer |            | CRM    |
    When the ERP writes "99-9999999" as the tax-number of Globex on 2 March 2026
    Then the CRM knows these customers:
      | customer | tax number | email             |
      | Globex   | 99-9999999 | ap@globex.example |
    And all systems agree on master data
    When the CRM writes "12-0000000" as the tax-number of Globex on 3 March 2026
    Then these master data differ:
      | name   | finding                                                                        |
      | Globex | tax number of Globex: the ERP has '99-9999999', the CRM '12-0000000' |
    And these writes were not the owner's:
      | finding                                                     |
      | the CRM wrote tax number of Globex, which it does not own |

  Scenario: A change that a system never hears of differs until it is repaired
    Given the ERP refuses the event "customer changed"
    When the CRM writes "Side Street 2" as the address of Globex on 2 March 2026
    Then these master data differ:
      | name   | finding                                                                     |
      | Globex | address of Globex: the CRM has 'Side Street 2', the ERP 'Main Street 1' |
    When everything is repaired and delivered again
    Then all systems agree on master data

  Scenario: Contracts, products, prices and taxes are the same in every system that holds them
    When "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
      | product       | quantity | price per month |
      | Platform seat | 10       | 10.00 USD       |
    And time passes to 31 March 2026
    Then all systems agree on master data
    And finance closes March 2026 without a difference

  Scenario: Nobody writes a field that customers do not have
    Given today is 1 March 2026
    When the CRM writes "blue" as the color of Globex on 2 March 2026
    Then it is refused because "a customer has no field 'color'; it has number, email, address, tax number, domain"
    When the ERP writes "x" as the email of "Nobody" on 2 March 2026
    Then it is refused because "there is no customer 'Nobody' here"
    And all systems agree on master data
