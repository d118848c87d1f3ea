"""What each convention changes, in figures worked by hand: the examples of docs/policies.md, by the field of `Policies`.

Amounts are in USD. An arithmetic expression is followed by its exact value, cut after four decimals, and then rounded.
"""

EXAMPLES: dict[str, str] = {
    "proration": """
20 seats at 10.00 a month join from 16 March 2026; the billing period is March, and 16 of its 31 days remain.

| answer | arithmetic | billed |
|---|---|---|
| actual days of the period | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| 30/360 | 20 * 10.00 * 15/30 = 100.0000 | 100.00 |
| actual/365 | 20 * 120.00 * 16/365 = 105.2054 | 105.21 |
| fixed 30 days | 20 * 10.00 * 16/30 = 106.6666 | 106.67 |
| months | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |

20 licenses at 1,200.00 a year join from 15 May 2028; the billing period is the leap year 2028, and 231 of its 366 days
remain: 17 of the 31 days of May, and seven months.

| answer | arithmetic | billed |
|---|---|---|
| actual days of the period | 20 * 1200.00 * 231/366 = 15147.5409 | 15,147.54 |
| 30/360 | 20 * 1200.00 * 226/360 = 15066.6666 | 15,066.67 |
| actual/365 | 20 * 1200.00 * 231/365 = 15189.0410 | 15,189.04 |
| fixed 30 days | 20 * 1200.00 * 231/360 = 15400.0000 | 15,400.00 |
| months | 20 * 1200.00 * (7 + 17/31)/12 = 15096.7741 | 15,096.77 |
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
""",
    "tax_rounding": """
An invoice has three lines of 10.05 taxed at 10% and one of 9.99 taxed at 5%.

| answer | at 10% | at 5% | tax of the invoice |
|---|---|---|---|
| per rate per document | 3 * 10.05 * 10/100 = 3.0150, so 3.02 | 9.99 * 5/100 = 0.4995, so 0.50 | 3.52 |
| per line | 10.05 * 10/100 = 1.0050, so 1.01, three times | 9.99 * 5/100 = 0.4995, so 0.50 | 3.53 |
| per document | 3 * 10.05 * 10/100 = 3.0150 | 9.99 * 5/100 = 0.4995 | 3.0150 + 0.4995 = 3.5145, so 3.51 |
""",
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
""",
    "retroactive_discount": """
A year of service at 1,200.00 with 10% tax, billed on 1 January. On 30 April, with 400.00 recognized, 10% off is agreed back
to 1 January: a credit memo of 120.00 and 12.00 tax. Revenue spreads by month.

| answer | revenue falls at once by | contract liability falls by | revenue of each month from May |
|---|---|---|---|
| past-service concession | 400.00 * 10/100 = 40.0000 | 800.00 * 10/100 = 80.0000 | (800.00 - 80.00)/8 = 90.0000 |
| prospective re-price | 0.00 | 1200.00 * 10/100 = 120.0000 | (800.00 - 120.00)/8 = 85.0000 |

Both end the year with 1,080.00 of revenue.
""",
    "modification": """
A year of service at 1,200.00. At the end of June, with 600.00 recognized, the term is extended by another twelve months for
960.00; the stand-alone price of a month is 100.00. Revenue spreads by month.

| answer | a month, July to December | a month, the next year |
|---|---|---|
| separate contract | 600.00/6 = 100.0000 | 960.00/12 = 80.0000 |
| terminate and new | (600.00 + 960.00)/18 = 86.6666, so 86.67 | 86.67 |
| by test | 86.67 | 86.67: 80.00 is below the stand-alone price, so the test says terminate and new |
""",
    "write_off": """
An invoice of 440.00 is given up; nobody reclaims its tax.

| answer | debit | credit |
|---|---|---|
| allowance | Loss allowance 440.00 | Receivables 440.00 |
| direct | Credit loss expense 440.00 | Receivables 440.00 |

With the allowance method the month's adjustment of the allowance carries the expense.
""",
    "tax_relief": """
An invoice of 440.00, of which 40.00 is tax at 10%, is written off against the allowance.

| answer | arithmetic | Loss allowance | Sales tax payable | Receivables |
|---|---|---|---|---|
| none | | 440.00 | | -440.00 |
| at write-off | 440.00 * 10/110 = 40.0000 | 400.00 | 40.00 | -440.00 |

Of a recovery of 110.00, 110.00 * 10/110 = 10.0000 goes back to the tax authority if relief was taken.
""",
    "dispute": """
A customer disputes an invoice of 330.00, of which 30.00 is tax; its service is already recognized as revenue.

| answer | moment | debit | credit |
|---|---|---|---|
| no journal | the dispute opens | nothing | |
| | 330.00 is given back | Revenue 300.00, Sales tax payable 30.00 | Receivables 330.00 |
| | or the dispute is rejected | nothing | |
| reserve | the dispute opens | Revenue 300.00 | Refund liability 300.00 |
| | 330.00 is given back | Refund liability 300.00, Sales tax payable 30.00 | Receivables 330.00 |
| | or the dispute is rejected | Refund liability 300.00 | Revenue 300.00 |
""",
    "chargeback": """
A card payment of 1,320.00 is charged back; the gateway keeps 15.00 for it.

| answer | the chargeback opens | it is won | it is lost, the service is owed |
|---|---|---|---|
| disputed funds | Disputed funds 1,320.00 | Gateway clearing 1,320.00, Disputed funds 0.00 | Receivables 1,320.00, Disputed funds 0.00 |
| receivable reopened | Receivables 1,320.00 | Gateway clearing 1,320.00, Receivables 0.00 | nothing: it is owed already |
| taken out of revenue | Concessions 1,320.00 | Gateway clearing 1,320.00, Concessions 0.00 | nothing: the loss is borne |

When it opens, Gateway clearing falls by 1320.00 + 15.00 = 1335.0000; the 15.00 are Bank and gateway fees.
""",
    "application": """
Two invoices are open: 1,100.00 due on 31 January and 550.00 due on 28 February. 550.00 arrives and names neither.

| answer | pays | open afterwards |
|---|---|---|
| exact match, else oldest due | the invoice of 550.00 | 1,100.00 due on 31 January |
| oldest due | half of the invoice of 1,100.00 | 1100.00 - 550.00 = 550.0000 due on 31 January, 550.00 due on 28 February |
""",
    "customer_credit": """
132.00 of credit stands on a customer's account when an invoice of 110.00 is posted.

| answer | open on the invoice | credit that remains |
|---|---|---|
| kept | 110.00 | 132.00 |
| applied to the next invoice | 0.00 | 132.00 - 110.00 = 22.0000 |
""",
}
