@master-data @data-quality @wave-2 @req:Q2C-109
Feature: Data quality has rules, thresholds and a score
  Completeness, uniqueness, validity, consistency and timeliness are measured over all records of the owning system. A threshold
  says what is good enough, and a gate can ask for it.

  Background:
    Given the company "Sakura Cloud"
    And only these customers exist:
      | customer            | tax number | email          |
      | Globex              | 11-1111111 | a@x.example    |
      | Initech             | 11-1111111 | b@x.example    |
      | Umbrella            | 33-33      | none           |
      | Acme                | none       | d@x.example    |
      | Hooli               | 55-5555555 | e@x.example    |
      | Stark Industries    | 66-6666666 | f@x.example    |
      | Wayne Enterprises   | 77-7777777 | g@x.example    |
      | Cyberdyne           | 88-8888888 | h@x.example    |
      | Soylent             | 99-9999999 | i@x.example    |
      | Tyrell              | 10-1010101 | j@x.example    |
      | Wonka Industries    | 12-1212121 | k@x.example    |
      | Vandelay Industries | 13-1313131 | l@x.example    |

  Scenario: Each dimension is measured against its threshold
    # 12 customers. Tax numbers: 11 of 12 filled (91.6%), 9 of the 11 stand once (81.8%), 10 of the 11 are written right (90.9%).
    # Emails: 11 of 12 filled. All of it: 11 + 9 + 10 + 11 = 41 of 12 + 11 + 11 + 12 = 46, 89.1%.
    Given these data quality rules:
      | of       | dimension    | field      | pattern           | at least |
      | customer | completeness | tax number |                   | 90%      |
      | customer | uniqueness   | tax number |                   | 100%     |
      | customer | validity     | tax number | [0-9]{2}-[0-9]{7} | 95%      |
      | customer | completeness | email      |                   | 91.6%    |
    And today is 1 March 2026
    Then data quality is:
      | of       | dimension    | field      | checked | good | share | threshold  |
      | customer | completeness | tax number | 12      | 11   | 91.6% | reached    |
      | customer | uniqueness   | tax number | 11      | 9    | 81.8% | below 100% |
      | customer | validity     | tax number | 11      | 10   | 90.9% | below 95%  |
      | customer | completeness | email      | 12      | 11   | 91.6% | reached    |
    And the data quality of a "customer" is 89.1%

  Scenario: A threshold just above what is reached is missed
    Given these data quality rules:
      | of       | dimension    | field | at least |
      | customer | completeness | email | 91.7%    |
    And today is 1 March 2026
    Then data quality is:
      | of       | dimension    | field | share | threshold   |
      | customer | completeness | email | 91.6% | below 91.7% |

  Scenario: A merge makes it better
    # One customer and its double number less: 10 of 11 filled, all 10 stand once.
    Given these data quality rules:
      | of       | dimension    | field      |
      | customer | completeness | tax number |
      | customer | uniqueness   | tax number |
    When Initech is merged into Globex on 2 March 2026
    Then data quality is:
      | of       | dimension    | field      | checked | good | share | threshold  |
      | customer | completeness | tax number | 11      | 10   | 90.9% | below 100% |
      | customer | uniqueness   | tax number | 10      | 10   | 100%  | reached    |

  Scenario: Consistency and timeliness are of all systems
    # 12 emails in three other systems, and the new one in the two that have taken it: 38 values, one of them written by
    # billing. Monday 2 March and one business day is the 3rd: on the 6th all three hear too late, or not at all.
    Given these data quality rules:
      | of       | dimension   | field | at least |
      | customer | consistency | email | 98%      |
      | customer | timeliness  |       | 60%      |
    And the integration delays the event "customer created" by 4 days
    And the ERP refuses the event "customer created"
    When the billing system writes "x@x.example" as the email of Globex on 27 February 2026
    And these customers are entered on 2 March 2026:
      | customer | email       |
      | Dunder   | m@x.example |
    And time passes to 6 March 2026
    Then data quality is:
      | of       | dimension   | field | checked | good | share | threshold |
      | customer | consistency | email | 38      | 37   | 97.3% | below 98% |
      | customer | timeliness  |       | 3       | 0    | 0%    | below 60% |
    And these master data differ:
      | name   | finding                                                                    |
      | Globex | email of Globex: the CRM has 'a@x.example', billing 'x@x.example' |
    And these writes were not the owner's:
      | finding                                              |
      | billing wrote email of Globex, which it does not own |
    When everything is repaired and delivered again
    Then the ERP knows these customers:
      | customer | email       |
      | Dunder   | m@x.example |

  Scenario: Timeliness of every kind of object
    # The new code of 2 March, a Monday, reaches the CRM and billing at once and the ERP never: 2 of 3 are in time once the 3rd
    # is over. The order and the contract of 3 March reach billing and the ERP at once: 2 of 2. No price was written: nothing of
    # nothing is good.
    Given these data quality rules:
      | of       | dimension  | at least |
      | product  | timeliness | 60%      |
      | price    | timeliness | 100%     |
      | contract | timeliness | 100%     |
    And the ERP refuses the event "master data changed"
    When the billing system writes "SEAT-2" as the code of the product "Cloud seat" on 2 March 2026
    And "Globex" signed on 3 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product    | quantity | price per month |
      | Cloud seat | 10       | 1,000 JPY       |
    And time passes to 4 March 2026
    Then data quality is:
      | of       | dimension  | checked | good | share | threshold |
      | product  | timeliness | 3       | 2    | 66.6% | reached   |
      | price    | timeliness | 0       | 0    | 100%  | reached   |
      | contract | timeliness | 2       | 2    | 100%  | reached   |
    And these master data differ:
      | of      | finding                                            |
      | product | code of Cloud seat: billing has 'SEAT-2', the ERP 'SEAT' |
    When everything is repaired and delivered again
    Then all systems agree on master data

  Scenario: The close report says how good the masters are
    # Emails: 11 of 12 filled; tax numbers: 9 of the 11 stand once. Together 20 of 23, 87.0%.
    Given these data quality rules:
      | of       | dimension    | field      | at least |
      | customer | completeness | email      | 90%      |
      | customer | uniqueness   | tax number | 100%     |
    When "Globex" signed on 1 March 2026 for 1 month, billed monthly in advance, net 30, no tax:
      | product    | quantity | price per month |
      | Cloud seat | 10       | 1,000 JPY       |
    Then finance closes March 2026 without a difference
    And the March 2026 close report's key figures are:
      | key figure   | value | part | whole | documents                      |
      | Data quality | 87.0% | 20   | 23    | customer uniqueness tax number |
    And the March 2026 close report's data quality is:
      | of       | dimension    | field      | checked | good | share | threshold |
      | customer | completeness | email      | 12      | 11   | 91.6% | reached   |
      | customer | uniqueness   | tax number | 11      | 9    | 81.8% | missed    |
