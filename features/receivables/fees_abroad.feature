@receivables @chargebacks @foreign-currency @wave-3 @req:Q2C-061
Feature: Fees in another currency than the payment
  A gateway and a bank keep their fees out of the money they hold. A fee that is agreed in dollars is changed into the euros of the
  payment at the rate of the day on which it is taken; where no rate is known, nobody guesses one.

  Rule: At the rate of the day

    Background:
      # 100.00 EUR a month, no tax; one euro is worth 1.25 dollars in January and 1.20 from 10 February.
      Given the company "Northwind SaaS"
      And these conventions:
        | question         | answer                      |
        | revenue schedule | service period of each line |
      And these exchange rates:
        | date             | from | to  | rate |
        | 1 January 2026   | EUR  | USD | 1.25 |
        | 10 February 2026 | EUR  | USD | 1.20 |
      And the gateway charges 15.00 USD for a chargeback
      And the gateway keeps 2.9% and 0.30 USD of every payment
      And the bank charges 6.00 USD for a returned direct debit
      And failed payments are not retried
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |

    Scenario: A chargeback fee in dollars, kept of euros
      # 15.00 / 1.20 = 12.50 EUR; 100.00 - 100.00 - 12.50 are left at the gateway. The 100.00 EUR were carried at 1.25 since
      # January: 125.00 + 15.00 leave the gateway's account, 120.00 are in dispute, 5.00 are lost on the rate.
      Given Globex pays every invoice when it is due
      When Globex charges back the January invoice on 12 February 2026 because "not recognized"
      Then the chargebacks of Globex are:
        | date             | invoice         | amount     | fee       |
        | 12 February 2026 | January invoice | 100.00 EUR | 12.50 EUR |
      And the journal of February 2026 is:
        | date             | source     | account                       | debit  | credit |
        | 12 February 2026 | chargeback | Disputed funds                | 120.00 |        |
        | 12 February 2026 | chargeback | Bank and gateway fees         | 15.00  |        |
        | 12 February 2026 | chargeback | Gateway clearing              |        | 140.00 |
        | 12 February 2026 | chargeback | Realized exchange differences | 5.00   |        |
      And the gateway held -12.50 EUR on 12 February 2026
      And nothing else is credited
      When the chargeback of Globex is won on 20 February 2026 and its fee comes back
      And time passes to 28 February 2026
      Then the gateway held 100.00 EUR on 28 February 2026
      And finance closes February 2026 without a difference

    Scenario: The fixed part of a gateway's fee, on the day of the payout
      # 2.9% of 100.00 EUR and 0.30 USD: 2.90 + 0.30 / 1.20 = 3.15 EUR on 10 February; 96.85 EUR reach the bank.
      Given Globex pays every invoice when it is due
      When the gateway pays out on 10 February 2026
      Then the gateway has paid out:
        | date             | gross      | fee      | net       |
        | 10 February 2026 | 100.00 EUR | 3.15 EUR | 96.85 EUR |
      And the gateway held 0.00 EUR on 10 February 2026
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

    Scenario: The bank's charge for a debit that comes back
      # 6.00 / 1.20 = 5.00 EUR, in dollar books 6.00.
      Given Globex pays every invoice by direct debit when it is due
      When the direct debit of Globex for the January invoice is returned on 10 February 2026 because "no funds"
      Then the journal of February 2026 contains:
        | date             | source         | account               | debit    | credit   |
        | 10 February 2026 | payment return | Bank and gateway fees | 6.00     |          |
        | 10 February 2026 | payment return | Cash                  |          | 6.00     |
      And Globex owes 100.00 EUR
      When time passes to 28 February 2026
      Then finance closes February 2026 without a difference

  Rule: Without a rate

    Scenario: A fee is refused rather than guessed
      Given the company "Northwind SaaS"
      And Globex pays every invoice when it is due
      And the gateway charges 15.00 USD for a chargeback
      And "Globex" signed on 1 January 2026 for 1 month, billed monthly in advance, net 30, no tax:
        | product       | quantity | price per month |
        | Platform seat | 1        | 100.00 EUR      |
      When Globex charges back the January invoice on 12 February 2026 because "not recognized"
      Then it is refused because "a fee of 15.00 USD cannot be taken of a payment in EUR: there is no exchange rate of USD into EUR on 12 February 2026"
      And Globex owes nothing
      And the gateway held 100.00 EUR on 12 February 2026
