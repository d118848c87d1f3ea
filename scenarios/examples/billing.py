"""Worked examples of the conventions in `engine/model/policies/billing.py`."""

EXAMPLES: dict[str, str] = {
    "proration": """
20 seats at 10.00 a month join from 16 March 2026; the billing period is March, and 16 of its 31 days remain.

| answer | arithmetic | billed |
|---|---|---|
| actual days of the period | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| days of the plan period | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| 30/360 | 20 * 10.00 * 15/30 = 100.0000 | 100.00 |
| 30/360 US | 20 * 10.00 * 15/30 = 100.0000 | 100.00 |
| actual/365 | 20 * 120.00 * 16/365 = 105.2054 | 105.21 |
| actual/actual | 20 * 120.00 * 16/365 = 105.2054 | 105.21 |
| fixed 30 days | 20 * 10.00 * 16/30 = 106.6666 | 106.67 |
| months | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| full price at once | 20 * 10.00 = 200.0000 | 200.00 |
| full price from the next period | 20 * 0.00 = 0.0000 | 0.00 |

20 licenses at 1,200.00 a year join from 15 May 2028; the billing period is the leap year 2028, and 231 of its 366 days
remain: 17 of the 31 days of May, and seven months.

| answer | arithmetic | billed |
|---|---|---|
| actual days of the period | 20 * 1200.00 * 231/366 = 15147.5409 | 15,147.54 |
| days of the plan period | 20 * 1200.00 * 231/366 = 15147.5409 | 15,147.54 |
| 30/360 | 20 * 1200.00 * 226/360 = 15066.6666 | 15,066.67 |
| 30/360 US | 20 * 1200.00 * 226/360 = 15066.6666 | 15,066.67 |
| actual/365 | 20 * 1200.00 * 231/365 = 15189.0410 | 15,189.04 |
| actual/actual | 20 * 1200.00 * 231/366 = 15147.5409 | 15,147.54 |
| fixed 30 days | 20 * 1200.00 * 231/360 = 15400.0000 | 15,400.00 |
| months | 20 * 1200.00 * (7 + 17/31)/12 = 15096.7741 | 15,096.77 |
| full price at once | 20 * 1200.00 = 24000.0000 | 24,000.00 |
| full price from the next period | 20 * 0.00 = 0.0000 | 0.00 |
""",
    "change_day": """
20 seats at 10.00 a month join from 16 March 2026, billed by actual days.

| answer | the new seats are paid for | arithmetic | billed |
|---|---|---|---|
| new plan pays | 16 to 31 March | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| old plan pays | 17 to 31 March | 20 * 10.00 * 15/31 = 96.7741 | 96.77 |
""",
    "last_day": """
100 seats at 10.00 a month, March 2026 billed with 1,000.00; cancelled effective 16 March.

| answer | last day of service | arithmetic | credited |
|---|---|---|---|
| not billed | 15 March | 100 * 10.00 * 16/31 = 516.1290 | 516.13 |
| billed | 16 March | 100 * 10.00 * 15/31 = 483.8709 | 483.87 |
""",
    "downgrade": """
100 seats at 10.00 a month become 80 from 16 March 2026; March is billed with 1,000.00.

| answer | seats from 16 March | arithmetic | credited | April |
|---|---|---|---|---|
| at once with credit | 80 | 20 * 10.00 * 16/31 = 103.2258 | 103.23 | 800.00 |
| at period end without credit | 100 until 31 March | | nothing | 800.00 |
""",
    "amendment_billing": """
The price of 100 seats rises from 10.00 to 12.00 a month from 16 March 2026; March is billed with 1,000.00.
Rounding two lines or one makes the cent between them.

| answer | document | arithmetic | amount |
|---|---|---|---|
| credit and charge line by line | credit memo on 16 March | 100 * 10.00 * 16/31 = 516.1290 | -516.13 |
| | invoice on 16 March | 100 * 12.00 * 16/31 = 619.3548 | 619.35 |
| one net difference | invoice on 16 March | 100 * 2.00 * 16/31 = 103.2258 | 103.23 |
| on the next regular invoice | credit memo on 1 April | 100 * 10.00 * 16/31 = 516.1290 | -516.13 |
| | invoice on 1 April, beside April's 1,200.00 | 100 * 12.00 * 16/31 = 619.3548 | 619.35 |
""",
    "rounding": """
One unit at 0.25 a month from 16 April 2026, 15 of 30 days: exactly half a cent is left over.

| answer | arithmetic | billed |
|---|---|---|
| half up | 0.25 * 15/30 = 0.1250 | 0.13 |
| half even | 0.25 * 15/30 = 0.1250 | 0.12 |
| half down | 0.25 * 15/30 = 0.1250 | 0.12 |
| up | 0.25 * 15/30 = 0.1250 | 0.13 |
| down | 0.25 * 15/30 = 0.1250 | 0.12 |
""",
    "tax_rounding": """
An invoice has three lines of 10.05 taxed at 10% and one of 9.99 taxed at 5%. On the exact base a line of 10.0450, shown
as 10.05, is taxed as 10.0450.

| answer | at 10% | at 5% | tax of the invoice |
|---|---|---|---|
| per rate per document | 3 * 10.05 * 10/100 = 3.0150, so 3.02 | 9.99 * 5/100 = 0.4995, so 0.50 | 3.52 |
| per line | 10.05 * 10/100 = 1.0050, so 1.01, three times | 9.99 * 5/100 = 0.4995, so 0.50 | 3.53 |
| per line on the exact base | 10.0450 * 10/100 = 1.0045, so 1.00, three times | 9.99 * 5/100 = 0.4995, so 0.50 | 3.50 |
| per document | 3 * 10.05 * 10/100 = 3.0150 | 9.99 * 5/100 = 0.4995 | 3.0150 + 0.4995 = 3.5145, so 3.51 |
""",
    "rounding_stage": """
One seat at 9.97 a month for April; a second one joins on 11 April (20 of 30 days), a third on 16 April (15 of 30 days).

| answer | second seat | third seat | April in all |
|---|---|---|---|
| per line | 9.97 * 20/30 = 6.6466, so 6.65 | 9.97 * 15/30 = 4.9850, so 4.99 | 9.97 + 6.65 + 4.99 = 21.6100 |
| cumulative | 9.97 * 50/30 = 16.6166, so 16.62, less 9.97: 6.65 | 9.97 * 65/30 = 21.6016, so 21.60, less 16.62: 4.98 | 21.60 |

An invoice has two lines of 10.0450 with one tax code and two of 5.0450 with another.

| answer | lines | invoice in all |
|---|---|---|
| per line | 10.05, 10.05, 5.05 and 5.05 | 30.20 |
| per tax code per document | 2 * 10.0450 = 20.0900: 10.05 and 10.04; 2 * 5.0450 = 10.0900: 5.05 and 5.04 | 30.18 |
| per document | 2 * 10.0450 + 2 * 5.0450 = 30.1800: 10.05, 10.05, 5.04 and 5.04 | 30.18 |
""",
    "late_usage": """
1,000 calls of January at 0.02 each are billed on 1 February; 50 more of January arrive on 10 February.

| answer | documents | arithmetic | amount |
|---|---|---|---|
| next invoice | invoice on 1 March, 50 calls of January | 50 * 0.02 = 1.0000 | 1.00 |
| credit and rebill | credit memo on 10 February, 1,000 calls | 1000 * 0.02 = 20.0000 | -20.00 |
| | invoice on 10 February, 1,050 calls | 1050 * 0.02 = 21.0000 | 21.00 |
| rejected | none: refused, and kept as an exception | | nothing |
""",
    "time_zone": """
A use at 2026-03-31 23:30 UTC, of a company in Berlin and a customer in New York.

| answer | local time | day of use | billed with |
|---|---|---|---|
| of the legal entity | 1 April, 01:30 | 1 April | April |
| of the customer | 31 March, 19:30 | 31 March | March |
""",
    "discount_order": """
A seat at 100.00 a month; first 15.00 off is agreed, then 10%.

| answer | arithmetic | billed |
|---|---|---|
| as agreed | (100.00 - 15.00) * 90/100 = 76.5000 | 76.50 |
| percentages first | 100.00 * 90/100 - 15.00 = 75.0000 | 75.00 |
| fixed amounts first | (100.00 - 15.00) * 90/100 = 76.5000 | 76.50 |
""",
    "short_month": """
100.00 a month from 31 January 2026, billed monthly in advance. The second period costs 100.00 in every case.

| answer | second period | third period | fourth period |
|---|---|---|---|
| clipped, no drift | 28 February to 30 March | 31 March to 29 April | 30 April to 30 May |
| sticks to the shortened day | 28 February to 27 March | 28 March to 27 April | 28 April to 27 May |
| rolls to the first | 1 to 30 March | 31 March to 30 April | 1 to 30 May |
| last day to last day | 28 February to 30 March | 31 March to 29 April | 30 April to 30 May |

From 30 April 2026, the last day of its month, under "last day to last day": 30 April to 30 May, then 31 May to 29 June;
under the others 30 April to 29 May, then 30 May to 29 June.
""",
}
