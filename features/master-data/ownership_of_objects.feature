@master-data @ownership @wave-2 @req:Q2C-108
Feature: Products, prices, tax rates and contracts have owners too
  What is sold, for how much, with which tax and on which terms stands in several systems at once. The owner's write reaches
  all that hold the record; a write elsewhere is a finding, and what it leads to can be seen.

  Background:
    Given the company "Northwind SaaS"

  Rule: A write by another system is a difference and a finding

    Scenario Outline: <system>: <field> of <what>
      When "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity |
        | Platform seat | 10       |
      And the <system> writes "<value>" as the <field> of the <what> on 2 March 2026
      Then these master data differ:
        | of   | name   | finding      |
        | <of> | <name> | <difference> |
      And these writes were not the owner's:
        | finding |
        | <write> |
      When time passes to 31 March 2026
      Then Globex is invoiced:
        | date         | for           | net        | tax   |
        | 1 March 2026 | Platform seat | 10 * 10.00 | 10.00 |
      And nothing else is invoiced

      Examples:
        | system | value | field    | what                    | of       | name                                         | difference                                                                           | write                                                                                          |
        | ERP    | SEATS | code     | product "Platform seat" | product  | Platform seat                                | code of Platform seat: billing has 'SEAT', the ERP 'SEATS'                           | the ERP wrote code of product Platform seat, which it does not own                             |
        | CRM    | SEATS | code     | product "Platform seat" | product  | Platform seat                                | code of Platform seat: billing has 'SEAT', the CRM 'SEATS'                           | the CRM wrote code of product Platform seat, which it does not own                             |
        | CRM    | 9.50  | price    | price "Platform seat"   | price    | Platform seat, Standard, Platform seat, USD  | price of Platform seat, Standard, Platform seat, USD: billing has '10', the CRM '9.5' | the CRM wrote price of Platform seat, Standard, Platform seat, USD, which it does not own     |
        | ERP    | 9     | percent  | tax "standard"          | tax      | standard                                     | percent of standard: billing has '10', the ERP '9'                                   | the ERP wrote percent of tax standard, which it does not own                                   |
        | CRM    | 60    | net-days | contract of Globex      | contract | C-1                                          | net days of C-1: billing has '30', the CRM '60'                                      | the CRM wrote net days of contract C-1, which it does not own                                  |
        | ERP    | EUR   | currency | contract of Globex      | contract | C-1                                          | currency of C-1: billing has 'USD', the ERP 'EUR'                                    | the ERP wrote currency of contract C-1, which it does not own                                  |
        | ERP    | 30 April 2026 | end | contract of Globex     | contract | C-1                                          | end of C-1: billing has '31 March 2026', the ERP '30 April 2026'                     | the ERP wrote end of contract C-1, which it does not own                                       |
        | CRM    | none  | tax-code | contract of Globex      | contract | C-1                                          | tax code of C-1: billing has 'tax 10%', the CRM 'none'                                | the CRM wrote tax code of contract C-1, which it does not own                                  |

  Rule: What comes of it

    Scenario: Sales sells at the price its own list holds
      # 10 * 9.50 instead of 10 * 10.00: 5.00 a month are lost until somebody sees it.
      When the CRM writes "9.50" as the price of the price "Platform seat" on 2 March 2026
      And "Globex" signed on 3 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 10       |
      Then Globex is invoiced:
        | date         | for           | price | net   |
        | 3 March 2026 | Platform seat | 9.50  | 95.00 |
      And nothing else is invoiced
      And these master data differ:
        | of    | finding                                                                               |
        | price | price of Platform seat, Standard, Platform seat, USD: billing has '10', the CRM '9.5' |
      And these writes were not the owner's:
        | finding                                                                                   |
        | the CRM wrote price of Platform seat, Standard, Platform seat, USD, which it does not own |

    Scenario: The owner's price reaches the CRM and ends the difference
      When the CRM writes "9.50" as the price of the price "Platform seat" on 2 March 2026
      And the billing system writes "12.00" as the price of the price "Platform seat" on 2 March 2026
      And "Globex" signed on 3 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 10       |
      Then Globex is invoiced:
        | date         | for           | price | net    |
        | 3 March 2026 | Platform seat | 12.00 | 120.00 |
      And all systems agree on master data
      And these writes were not the owner's:
        | finding                                                                                   |
        | the CRM wrote price of Platform seat, Standard, Platform seat, USD, which it does not own |
      And finance closes March 2026 without a difference

    Scenario: The owner's tax rate is billed from then on
      When the billing system writes "12%" as the percent of the tax "standard" on 2 March 2026
      And "Globex" signed on 3 March 2026 for 1 month, billed monthly in advance, net 30, tax code "standard":
        | product       | quantity |
        | Platform seat | 10       |
      Then Globex is invoiced:
        | date         | for           | net    | tax   |
        | 3 March 2026 | Platform seat | 100.00 | 12.00 |
      And all systems agree on master data
      And finance closes March 2026 without a difference

    Scenario: Where the CRM owns prices, its price is the one that holds
      Given these systems own master data:
        | of    | system |
        | price | CRM    |
      When the CRM writes "9.50" as the price of the price "Platform seat" on 2 March 2026
      And "Globex" signed on 3 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity |
        | Platform seat | 10       |
      Then Globex is invoiced:
        | date         | net   |
        | 3 March 2026 | 95.00 |
      And all systems agree on master data
      When the billing system writes "10.00" as the price of the price "Platform seat" on 4 March 2026
      Then these master data differ:
        | of    | finding                                                                               |
        | price | price of Platform seat, Standard, Platform seat, USD: the CRM has '9.5', billing '10' |
      And these writes were not the owner's:
        | finding                                                                                   |
        | billing wrote price of Platform seat, Standard, Platform seat, USD, which it does not own |

    Scenario: An owner's write that a system refuses differs until it is repaired
      Given the ERP refuses the event "master data changed"
      When the billing system writes "SEAT-2" as the code of the product "Platform seat" on 2 March 2026
      Then these master data differ:
        | of      | name          | finding                                                     |
        | product | Platform seat | code of Platform seat: billing has 'SEAT-2', the ERP 'SEAT' |
      When time passes to 4 March 2026
      Then these event contracts are broken:
        | event               | document      | then  | in  | how     |
        | master data changed | CHG-billing-1 | taken | ERP | missing |
      When everything is repaired and delivered again
      Then all systems agree on master data

  Rule: What nobody can write

    Scenario Outline: <field> of <what>: refused
      When "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, tax 10%:
        | product       | quantity |
        | Platform seat | 10       |
      And the billing system writes "<value>" as the <field> of the <what> on 2 March 2026
      Then it is refused because "<refusal>"
      And all systems agree on master data

      Examples:
        | value | field    | what                     | refusal                                                                         |
        | 60    | net-days | contract of Globex       | net days of contract C-1 cannot be written over, only changed by amendment      |
        | x     | color    | product "Platform seat"  | a product has no field 'color'; it has code, charges                            |
        | x     | code     | product "Platform seats" | there is no product 'Platform seats' here; did you mean 'Platform seat'?        |
        | ten   | percent  | tax "standard"           | the percent of tax standard must be a number, not 'ten'                         |
        | 11    | price    | price "Storage"          | there are several price records of 'Storage' here                               |
