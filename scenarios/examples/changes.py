"""Worked examples of the conventions in `engine/model/policies/changes.py`."""

EXAMPLES: dict[str, str] = {
    "new_period": """
A year of 2026 at 1,200.00 is billed on 1 January; on 1 July the customer moves to a plan of 2,400.00 a year. 184 of the
365 days remain.

| answer | credited | charged | next period |
|---|---|---|---|
| keeps the anchor | 1200.00 * 184/365 = 604.9315, so 604.93 | 2400.00 * 184/365 = 1209.8630, so 1,209.86 | 1 January 2027 |
| restarts on the change date | 1200.00 * 184/365 = 604.9315, so 604.93 | 2,400.00 | 1 July 2027 |
| restarts with every upgrade and downgrade | 1200.00 * 184/365 = 604.9315, so 604.93 | 2,400.00 | 1 July 2027 |

Were it a plan of 600.00 a year:

| answer | credited | charged | next period |
|---|---|---|---|
| keeps the anchor | 1200.00 * 184/365 = 604.9315, so 604.93 | 600.00 * 184/365 = 302.4657, so 302.47 | 1 January 2027 |
| restarts on the change date | 1200.00 * 184/365 = 604.9315, so 604.93 | 600.00 * 184/365 = 302.4657, so 302.47 | 1 January 2027 |
| restarts with every upgrade and downgrade | 1200.00 * 184/365 = 604.9315, so 604.93 | 600.00 | 1 July 2027 |
""",
    "overtaken": """
40 seats; on 20 April the customer signs for 50 seats from 1 June. On 10 May they sign 4 more seats from 15 May.

| answer | from 15 May | from 1 June |
|---|---|---|
| re-based | 44 seats | 50 seats, as signed for that day |
| refused | 40 seats: the contract holds a change for 1 June already | 50 seats |
""",
    "overtaken_quote": """
100 seats at 10.00 a month. On 10 March the customer is quoted 120 seats from 16 March: 20 * 10.00 * 16/31 = 103.2258, so
103.23. On 12 March they buy 5 of them in another order, and on 13 March they sign the quote.

| answer | on 13 March | billed on 16 March |
|---|---|---|
| refused | the quote cannot be won | nothing |
| previewed anew | the quote is won | 15 * 10.00 * 16/31 = 77.4193, so 77.42 |
""",
    "ramp_change": """
31 seats at 10.00 until March and 62 at 9.00 from April; on 17 March ten join: 10 * 10.00 * 15/31 = 48.3870, so 48.39.

| answer | April |
|---|---|
| in the step that runs | 62 * 9.00 = 558.0000 |
| in all later steps too | 72 * 9.00 = 648.0000 |
""",
    "end_of_term": """
A contract of 12 months from 1 January 2026 at 100.00 a month, and nobody signs anything.

| answer | invoice of 1 January 2027 |
|---|---|
| ends | none |
| renewed for the same term | 100.00, and eleven more until December 2027 |
""",
    "uplifted_price": """
40 seats at 9.99 a month are renewed with an uplift of 3.5%.

| answer | price | arithmetic | a month |
|---|---|---|---|
| exact | 10.33965 | 40 * 9.99 * 1.035 = 413.5860 | 413.59 |
| rounded to the smallest unit | 10.34 | 40 * 10.34 = 413.6000 | 413.60 |
""",
    "uplift_applies": """
A contract of two years at 1,200.00 a year with an uplift of 3%, renewed for a third.

| answer | first year | second year | third year |
|---|---|---|---|
| on each anniversary | 1,200.00 | 1200.00 * 1.03 = 1236.0000 | 1200.00 * 1.03 * 1.03 = 1273.0800 |
| at each renewal | 1,200.00 | 1,200.00 | 1200.00 * 1.03 = 1236.0000 |
""",
    "index_uplift": """
An index of 136.2 a year ago stands at 142.6, 4.69897% more. A year cost 1,200.00.

| answer | percent | next year |
|---|---|---|
| rounded to 0.01 of a percent | 4.70% | 1200.00 * 1.047 = 1256.4000 |
| rounded to 0.1 of a percent | 4.7% | 1200.00 * 1.047 = 1256.4000 |
| rounded to a whole percent | 5% | 1200.00 * 1.05 = 1260.0000 |
""",
    "pause_billing": """
One contract at 310.00 a month, billed monthly in advance, pauses from 11 to 20 March 2026: 10 of 31 days.

| answer | arithmetic | credited |
|---|---|---|
| not billed | 310.00 * 10/31 = 100.0000 | 100.00 |
| billed | | nothing |
""",
    "pause_term": """
A year of 2026 at 3,650.00, billed at once, pauses for the 30 days of June, which are billed.

| answer | last day of service | revenue of June | revenue of January 2027 |
|---|---|---|---|
| as signed | 31 December 2026 | 3650.00 * 30/365 = 300.00 | none |
| longer by the pause | 30 January 2027 | none | 3650.00 * 30/365 = 300.00 |
""",
    "price_list": """
100 seats sold at the list price of 10.00 a month, billed monthly in advance; from 16 March 2026 the list says 12.00.

| answer | March | April |
|---|---|---|
| kept until renewal | 1,000.00 | 1,000.00 |
| split the period | 1000.00 + 100 * 2.00 * 16/31 = 1103.2258 in two lines | 1,200.00 |
| from the next bill date | 1,000.00 | 1,200.00 |
""",
    "rhythm_change": """
A year of 2026 at 100.00 a month, billed quarterly in advance: 300.00 on 1 January. From 16 February it is to be billed monthly by
the calendar; 44 of the 90 days of the quarter are left.

| answer | credited on 16 February | charged then | next invoice |
|---|---|---|---|
| from the next billing period | nothing | nothing | 100.00 on 1 April |
| at once | 300.00 * 44/90 = 146.6666, so 146.67 | 100.00 * 13/28 = 46.4285, so 46.43 | 100.00 on 1 March |
""",
    "leaving": """
"Basic" at 30.00 a month gives way to "Plus" at 60.00 on 16 April 2026; 15 of the 30 days of April are left.

| answer | credited | arithmetic | charged |
|---|---|---|---|
| credited for the days left | 15.00 of Basic | 60.00 * 15/30 = 30.0000 | 30.00 |
| charged to the end of the period | 0.00 | 60.00 * 15/30 = 30.0000 | 30.00 |
""",
    "transferred_invoices": """
A quarter of 900.00, tax 10%, is billed to Globex on 1 January and not paid when the contract passes to Initech on 16 March.

| answer | Globex owes | Initech owes | credit memo | invoice of 16 March |
|---|---|---|---|---|
| stay as issued | 990.00 | 0.00 | none | none |
| voided and billed anew | 990.00 - 990.00 = 0.00 | 990.00 | 990.00 | 900.00 + 90.00 = 990.00 |
| novated | 990.00 | 0.00 | none | none |

Between two legal entities of the company: America has billed 900.00 and 90.00 of tax, 330.00 of it is paid when the contract passes
to Canada. 990.00 - 330.00 = 660.00 are open.

| answer | owed to America | owed to Canada | tax America owes | tax Canada owes |
|---|---|---|---|---|
| stay as issued | 660.00 | 0.00 | 90.00 | none |
| voided and billed anew | 660.00 | 0.00 | 90.00 | none |
| novated | 660.00 - 660.00 = 0.00 | 660.00 | 90.00 | none |
""",
    "transferred_balances": """
America has 30.00 of Globex unapplied and has billed 500.00 that are not earned when their only contract passes to Canada.

| answer | unapplied in America | unapplied in Canada | America owes Canada |
|---|---|---|---|
| stay where they are | 30.00 | 0.00 | 500.00 |
| novated | 30.00 - 30.00 = 0.00 | 30.00 | 500.00 + 30.00 = 530.00 |
""",
    "refund_after_transfer": """
Globex has paid a quarter of 900.00, tax 10%; the contract passes to Initech, who leaves six of 90 days before the quarter ends:
900.00 * 6/90 = 60.0000, and 60.00 * 0.10 = 6.0000 of tax.

| answer | Globex gets | Initech gets |
|---|---|---|
| to whose invoices were credited | 66.00 | nothing |
| to whoever holds the contract | nothing | 66.00 |
""",
}
