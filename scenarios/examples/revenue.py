"""Worked examples of the conventions in `engine/model/policies/revenue.py`."""

EXAMPLES: dict[str, str] = {
    "schedule": """
100 seats at 10.00 a month for the twelve months of 2026, billed monthly in advance: 12,000.00. Revenue spreads by day.

| answer | January 2026 | February 2026 |
|---|---|---|
| service period of each line | the January line: 1,000.00 | the February line: 1,000.00 |
| contract term | 12000.00 * 31/365 = 1019.1780, so 1,019.18 | 12000.00 * 59/365 - 1019.18 = 920.5460, so 920.55 |

What is billed ahead of revenue is contract liability, what is earned ahead of billing is unbilled receivable.
""",
    "spread": """
A license of 12,000.00 for the year 2026, billed on 1 January.

| answer | January 2026 | February 2026 |
|---|---|---|
| by day | 12000.00 * 31/365 = 1019.1780, so 1,019.18 | 12000.00 * 59/365 - 1019.18 = 920.5460, so 920.55 |
| by month | 12000.00 * 1/12 = 1000.0000, so 1,000.00 | 12000.00 * 2/12 - 1000.00 = 1000.0000, so 1,000.00 |

The same from 10 February 2026 to 9 February 2027, so for eleven full months and two begun ones:

| answer | February 2026 | February 2027 |
|---|---|---|
| by half month | 12000.00 * 1/24 * 1 = 500.0000 | 500.00 |
| by full month | 12000.00 * 1/12 = 1000.0000 | 0.00 |
| by mid-month | 12000.00 * 1/12 = 1000.0000 | 0.00 |
| by equal period | 12000.00 * 1/13 = 923.0769, so 923.08 | 923.08 |
| by day in begun months | 12000.00 * 19/365 = 624.6575, so 624.66 | 12000.00 * 9/365 = 295.8904, so 295.89 |
| by 30-day month | 12000.00 * 21/360 = 700.0000 | 12000.00 * 9/360 = 300.0000 |

From 20 February 2026 to 19 February 2027 by mid-month begins with nothing in February 2026 and ends with 1,000.00.

Where billing counts seconds, revenue counts days all the same: progress is measured by the days of service, and the day on which
something joins is one of them. What is billed for 44.5 days from noon on 15 February to 31 March is earned over 45, 14 of them in February.
""",
    "retroactive_discount": """
A year of service at 1,200.00 with 10% tax, billed on 1 January. On 30 April, with 400.00 recognized, 10% off is agreed back
to 1 January: a credit memo of 120.00 and 12.00 tax. Revenue spreads by month.

| answer | revenue falls at once by | contract liability falls by | revenue of each month from May |
|---|---|---|---|
| past-service concession | 400.00 * 10/100 = 40.0000 | 800.00 * 10/100 = 80.0000 | (800.00 - 80.00)/8 = 90.0000 |
| prospective re-price | 0.00 | 1200.00 * 10/100 = 120.0000 | (800.00 - 120.00)/8 = 85.0000 |

Both end the year with 1,080.00 of revenue. The day on which the discount is agreed counts as served, so one that the months from
July on are to carry is agreed on 30 June.
""",
    "modification": """
A year of service at 1,200.00. At the end of June, with 600.00 recognized, the term is extended by another twelve months for
960.00; the stand-alone price of a month is 100.00. Revenue spreads by month.

| answer | a month, July to December | a month, the next year |
|---|---|---|
| separate contract | 600.00/6 = 100.0000 | 960.00/12 = 80.0000 |
| terminate and new | (600.00 + 960.00)/18 = 86.6666, so 86.67 | 86.67 |
| cumulative catch-up | (1200.00 + 960.00)/24 = 90.0000; at once 60.00 less, as 540.00 would have been earned | 90.00 |
| by test | 86.67 | 86.67: 80.00 is below the stand-alone price, so the test says terminate and new |

A modification counts from the day it takes effect, an extension from the day it is signed, that day included: signed on the last
day of June, June's last day is the first of those that remain.
""",
    "breakage": """
1,000.00 are prepaid, 20% of it is expected to expire. In January 400.00 is drawn, in February 300.00; it expires in February.

| answer | revenue of January | revenue of February |
|---|---|---|
| at expiry | 400.00 | 300.00 + 300.00 = 600.0000 |
| in proportion to use | 400.00 + 400.00 * 20/80 = 500.0000 | 300.00 + 300.00 * 20/80 + 125.00 = 500.0000 |
""",
    "usage_revenue": """
All units of a quarter cost 0.10 each up to 1,000, else 0.08 each; the quarter is billed when it is over. 600 are used in January, 600
in March; from the beginning 1,200 are expected.

| answer | January | March |
|---|---|---|
| in the period of use | 600 * 0.10 = 60.0000 | 1200 * 0.08 - 60.00 = 36.0000 |
| at the expected price | 1200 * 0.08 * 600/1200 = 48.0000 | 1200 * 0.08 - 48.00 = 48.0000 |

If nothing more is used after January, the quarter costs 60.00, and its last day brings 12.00. Where nobody has said what is
expected, both are the same.
""",
    "outside_range": """
Support sells alone for 80.00 to 120.00 a month. One contract sells it for 60.00.

| answer | its stand-alone selling price |
|---|---|
| midpoint | (80.00 + 120.00)/2 = 100.0000 |
| nearest edge | 80.00 |
| stated price | 60.00 |

Sold for 90.00, it is worth 90.00 under each answer.
""",
    "residue": """
100.00 over January, February and March, by month.

| answer | January | February | March |
|---|---|---|---|
| cumulative | 100.00/3 = 33.3333, so 33.33 | 100.00 * 2/3 - 33.33 = 33.3366, so 33.34 | 33.33 |
| last period | 33.33 | 33.33 | 100.00 - 2 * 33.33 = 33.3400 |
| first period | 100.00 - 2 * 33.33 = 33.3400 | 33.33 | 33.33 |
| next to last period | 33.33 | 100.00 - 2 * 33.33 = 33.3400 | 33.33 |
""",
    "earned_ahead": """
Set-up worth 240.00 is done in January, 80.00 of a year's service too, and 100.00 are billed: 220.00 are earned ahead.

| answer | January |
|---|---|
| unbilled receivable | debit Unbilled receivable 240.00 + 80.00 - 100.00 = 220.0000 |
| contract asset | debit Contract asset 220.00 |
""",
    "unpaid_advance": """
A year of 1,200.00 without tax from 1 January is billed on 1 January, due on 2 March, and not paid.

| answer | receivable on 31 January | contract liability on 31 January |
|---|---|---|
| gross | 1,200.00 | 1200.00 - 100.00 = 1100.0000 |
| held off until due or served | 1200.00 - 1100.00 = 100.0000 | 0.00 |
| held off until paid or served | 1200.00 - 1100.00 = 100.0000 | 0.00 |

On 31 March, after it fell due, the second shows 1,200.00 and 900.00, the third 300.00 and 0.00.
""",
    "short_costs": """
A commission of 1,200.00 is paid on 1 January for a contract of a year. Costs spread by month.

| answer | January | February |
|---|---|---|
| capitalized | amortization 1200.00/12 = 100.0000 | 100.00 |
| expensed at once | expense 1,200.00 | 0.00 |
""",
    "cost_reversal": """
A commission of 1,200.00 for a year from 1 January, by month. On 30 June 600.00 of it are left, and 200.00 are lost; on 31 July
everything is to be recovered again.

| answer | left on 31 July before | reversed | left |
|---|---|---|---|
| reversed | 400.00 * 5/6 = 333.3333, so 333.33 | 500.00 - 333.33 = 166.6700 | 500.00 |
| never | 333.33 | 0.00 | 333.33 |

Without the loss 600.00 * 5/6 = 500.00 would be left, so no more than that.
""",
    "shipping": """
Goods for 950.00 and their shipping for 50.00, which is what each costs alone. They are handed over in January and arrive in February.

| answer | January | February |
|---|---|---|
| a service of its own | 1000.00 * 950/1000 = 950.0000 | 1000.00 * 50/1000 = 50.0000 |
| part of the goods | 1,000.00 | 0.00 |
""",
    "short_financing": """
1,000.00 are paid a year ahead of the delivery; a loan of a year would cost 6%.

| answer | interest | revenue on delivery |
|---|---|---|
| not adjusted | 0.00 | 1,000.00 |
| adjusted | 1000.00 * 6/100 = 60.0000 | 1,060.00 |
""",
    "compounding": """
10,000.00 paid a year and a half before the service, at 12% a year. Interest to the end of the sixth, twelfth and eighteenth month:

| answer | after 6 months | after 12 months | after 18 months |
|---|---|---|---|
| yearly | 10000.00 * 12/100 * 6/12 = 600.0000 | 10000.00 * 12/100 = 1200.0000 | 11200.00 * 106/100 - 10000.00 = 1872.0000 |
| monthly | 1.01 six times over: 615.20 | twelve times: 1,268.25 | eighteen times: 1,961.47 |
| by effective rate | the root of 1.12: 583.01 | 10000.00 * 12/100 = 1200.0000 | 1.12 and its root: 1,852.97 |
""",
    "onerous": """
Of a contract 18,000.00 are still to come in, and 20,500.00 are still to be spent for it; 1,000.00 of a commission are an asset.

| answer | impairment of contract costs | provision |
|---|---|---|
| provided for | 1,000.00 | 20500.00 - 18000.00 = 2500.0000 |
| not provided for | 1,000.00 | none |
""",
    "cancellation_fee": """
10.00 a month. On 1 January the customer cancels for 1 April and pays 15.00 for that. Revenue spreads by month.

| answer | January, February and March | April |
|---|---|---|
| over the notice | 10.00 + 15.00/3 = 15.0000 | 0.00 |
| when it is due | 10.00 | 15.00 |
""",
    "gross_tax": """
A year of 1,200.00 with 10% tax, invoiced on 1 January. Revenue spreads by month.

| answer | expense on 1 January | contract liability on 1 January | revenue of a month |
|---|---|---|---|
| excluded | none | 1,200.00 | 1200.00/12 = 100.0000 |
| included | 1200.00 * 10/100 = 120.0000 | 1200.00 + 120.00 = 1320.0000 | 1320.00/12 = 110.0000 |
""",
}
