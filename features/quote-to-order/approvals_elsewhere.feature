@quote-to-order @approvals @governed-quotes @wave-1 @req:Q2C-105
Feature: Approvals in other companies and currencies
  Whoever sells in euros or yen has limits, deputies and standard contracts of its own; on a limit nobody is asked, a hair above it
  somebody is.

  Rule: A company's own matrix, in its file

    Background:
      Given the company "Contoso Europe"

    Scenario Outline: <discount> for <term> needs nobody
      When sales quotes "Oscorp" on 1 April 2026 for <term>, billed quarterly in advance, net 30, tax 19%:
        | product  | quantity | discount   |
        | Data hub | 1        | <discount> |
      Then the quote for Oscorp waits for nobody
      When Oscorp signs the quote
      Then Oscorp is invoiced:
        | date         | for      | net   | tax   |
        | 1 April 2026 | Data hub | <net> | <tax> |
      And nothing else is invoiced
      And finance closes April 2026 without a difference

      Examples:
        | discount | term      | net             | tax    |
        | 15%      | 24 months | 1,200.00 * 0.85 | 193.80 |
        | 0%       | 24 months | 1,200.00        | 228.00 |
        | 14.99%   | 12 months | 1,200.00 * 0.8501 | 193.82 |

    Scenario Outline: <discount> for <term>: <role>
      When sales quotes "Oscorp" on 1 April 2026 for <term>, billed quarterly in advance, net 30, tax 19%:
        | product  | quantity | discount   |
        | Data hub | 1        | <discount> |
      Then the quote for Oscorp waits for:
        | role   | reason   |
        | <role> | <reason> |
      When Oscorp signs the quote
      Then it is refused because "waits for the <role>: <reason>"
      And Oscorp has signed nothing
      And Oscorp is invoiced nothing

      Examples:
        | discount | term      | role              | reason                            |
        | 15.01%   | 12 months | Head of sales     | a discount of 15.01% is above 15% |
        | 30%      | 24 months | Head of sales     | a discount of 30% is above 15%    |
        | 0%       | 25 months | Managing director | a term of 25 months is above 24   |

    Scenario: Above both limits each role is asked, and the first approval is not enough
      When sales quotes "Oscorp" on 1 April 2026 for 36 months, billed quarterly in advance, net 30, tax 19%:
        | product  | quantity | discount |
        | Data hub | 1        | 30.5%    |
      Then the quote for Oscorp waits for:
        | role              | reason                                                           |
        | Head of sales     | a discount of 30.5% is above 15%                                 |
        | Managing director | a discount of 30.5% is above 30%; a term of 36 months is above 24 |
      When the "Head of sales" approves the quote for Oscorp
      And Oscorp signs the quote
      Then it is refused because "waits for the Managing director"
      When the "Managing director" approves the quote for Oscorp
      And Oscorp signs the quote
      # 1,200.00 * 69.5% = 834.00; 19% of it are 158.46.
      Then Oscorp is invoiced:
        | date         | for      | net              | tax    |
        | 1 April 2026 | Data hub | 1,200.00 * 0.695 | 158.46 |

    Scenario: A shorter term and a smaller discount in the next version ask for less
      When sales quotes "Oscorp" on 1 April 2026 for 36 months, billed quarterly in advance, net 30, tax 19%:
        | product  | quantity | discount |
        | Data hub | 1        | 20%      |
      And sales changes the quote for Oscorp on 2 April 2026 to 24 months, billed quarterly in advance, net 30:
        | product  | quantity | discount |
        | Data hub | 1        | 15%      |
      Then the quote for Oscorp waits for nobody
      When Oscorp signs version 1 of the quote
      Then it is refused because "is superseded by Q-1-V2"
      When Oscorp signs the quote
      Then Oscorp is invoiced:
        | date         | from         | for      | net             |
        | 2 April 2026 | 1 April 2026 | Data hub | 1,200.00 * 0.85 |

  Rule: Deputies and approvals that grow old, across a leap day

    Background:
      Given the company "Sakura Cloud"
      And this approval matrix:
        | role           | discount above | net days above | billing other than   |
        | Sales director | 5%             |                |                      |
        | CFO            |                | 60             | monthly in arrears   |
      And these approvals are delegated:
        | role           | to         | from             | until            |
        | Sales director | Key keeper | 28 February 2028 | 29 February 2028 |
        | CFO            | Key keeper | 29 February 2028 | 29 February 2028 |
      And an approval counts for 1 day

    Scenario: A deputy of two roles stands for each in turn
      When sales quotes "Yoyodyne Japan" on 29 February 2028 for 12 months, billed yearly in advance, net 61, no tax:
        | product    | quantity | discount |
        | Cloud seat | 10       | 6%       |
      Then the quote for "Yoyodyne Japan" waits for:
        | role           | reason                                                                   |
        | Sales director | a discount of 6% is above 5%                                             |
        | CFO            | net 61 days is above 60; billed yearly in advance, not monthly in arrears |
      When the "Key keeper" approves the quote for "Yoyodyne Japan"
      Then the quote for "Yoyodyne Japan" waits for:
        | role |
        | CFO  |
      When the "CFO" approves the quote for "Yoyodyne Japan"
      And "Yoyodyne Japan" signs the quote
      # 12 * 10 * 1,500 * 94% = 169,200.
      Then "Yoyodyne Japan" is invoiced:
        | date             | for        | net                    |
        | 29 February 2028 | Cloud seat | 12 * 10 * 1,500 * 0.94 |
      And these decisions were made on the quote for "Yoyodyne Japan":
        | role           | by         | date             | decision |
        | Sales director | Key keeper | 29 February 2028 | approved |
        | CFO            | -          | 29 February 2028 | approved |

    Scenario: What a deputy rejects is rejected for good
      When sales quotes "Yoyodyne Japan" on 28 February 2028 for 12 months, billed monthly in arrears, net 30, no tax:
        | product    | quantity | discount |
        | Cloud seat | 10       | 6%       |
      And the "Key keeper" rejects the quote for "Yoyodyne Japan"
      And the "Sales director" approves the quote for "Yoyodyne Japan"
      Then it is refused because "the Sales director has already decided on quote Q-1"
      When "Yoyodyne Japan" signs the quote
      Then it is refused because "was rejected by the Sales director"
      And "Yoyodyne Japan" has signed nothing

    Scenario: A day later the approval of a leap day is to be given again
      When sales quotes "Yoyodyne Japan" on 29 February 2028 for 12 months, billed monthly in arrears, net 60, no tax:
        | product    | quantity | discount |
        | Cloud seat | 10       | 6%       |
      And the "Sales director" approves the quote for "Yoyodyne Japan"
      And time passes to 1 March 2028
      Then the quote for "Yoyodyne Japan" can be won
      When time passes to 2 March 2028
      Then the quote for "Yoyodyne Japan" waits for:
        | role           | reason                                                                   |
        | Sales director | a discount of 6% is above 5% (that of 29 February 2028 counts no more) |
      When the "Key keeper" approves the quote for "Yoyodyne Japan"
      Then it is refused because "from 28 February 2028 to 29 February 2028, not today"
      And "Yoyodyne Japan" has signed nothing

  Rule: Standard contracts in euros

    Background:
      Given the company "Contoso Europe"
      And these contract templates:
        | template   | months | billing             | net days | clauses                        |
        | Enterprise | 36     | yearly in advance   | 45       | data processing, liability cap |
        | Trial      | 1 or 3 | monthly in advance  | 0        |                                |
      And this approval matrix:
        | role    | nonstandard clauses |
        | Counsel | yes                 |

    Scenario Outline: <template> for <term>, billed <billing>, net <net>
      Given the next quote for Oscorp follows the template "<template>"
      When sales quotes "Oscorp" on 1 April 2026 for <term>, billed <billing>, net <net>, tax 19%:
        | product        | plan    | quantity |
        | Workspace seat | Monthly | 10       |
      Then the quote for Oscorp deviates from its template by nothing
      And the quote for Oscorp waits for nobody

      Examples:
        | template | term     | billing            | net |
        | Trial    | 1 month  | monthly in advance | 0   |
        | Trial    | 3 months | monthly in advance | 0   |

    Scenario: One day more to pay, one month more, and a clause that is missing
      Given the next quote for Oscorp follows the template "Enterprise"
      And the next quote for Oscorp holds these clauses:
        | clause        |
        | liability cap |
      When sales quotes "Oscorp" on 1 April 2026 for 37 months, billed quarterly in advance, net 46, tax 19%:
        | product        | plan    | quantity |
        | Workspace seat | Monthly | 10       |
      Then the quote for Oscorp deviates from its template by:
        | deviation                                              |
        | a term of 37 months instead of 36                      |
        | billed quarterly in advance instead of yearly in advance |
        | net 46 days instead of 45                              |
        | no clause 'data processing'                            |
      When Oscorp signs the quote
      Then it is refused because "waits for the Counsel"
      When the "Counsel" rejects the quote for Oscorp
      And Oscorp signs the quote
      Then it is refused because "was rejected by the Counsel"
      And Oscorp is invoiced nothing

  Rule: An approval is of every reason it was given for

    # The matrix asks the Managing director for more than 30% and for more than 24 months: an approval of the one is none of both.
    Background:
      Given the company "Contoso Europe"
      And these conventions:
        | question                     | answer                            |
        | approvals of a changed quote | kept where the reason is the same |
      When sales quotes "Oscorp" on 1 April 2026 for 25 months, billed quarterly in advance, net 30, tax 19%:
        | product  | quantity | discount |
        | Data hub | 1        | 16%      |
      And the "Head of sales" approves the quote for Oscorp
      And the "Managing director" approves the quote for Oscorp

    Scenario: A second reason in the next version asks again
      When sales changes the quote for Oscorp on 2 April 2026:
        | product  | quantity | discount |
        | Data hub | 1        | 31%      |
      Then the quote for Oscorp waits for:
        | role              | reason                                                          |
        | Head of sales     | a discount of 31% is above 15%                                  |
        | Managing director | a discount of 31% is above 30%; a term of 25 months is above 24 |

    Scenario: The same reasons ask nobody
      When sales changes the quote for Oscorp on 2 April 2026:
        | product  | discount |
        | Data hub | 16%      |
      Then the quote for Oscorp waits for nobody
      And the quote for Oscorp can be won
