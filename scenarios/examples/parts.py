"""Worked examples of the conventions in `engine/model/policies/parts.py`."""

EXAMPLES: dict[str, str] = {
    "daily_rate": """
10.00 a month; 15 of the 30 days of September are left when the plan is changed: 10.00 / 30 = 0.3333 a day.

| answer | the 15 days that are left | the 15 days before |
|---|---|---|
| exact | 10.00 * 15/30 = 5.0000 | 10.00 * 15/30 = 5.0000 |
| rounded to the smallest unit | 15 * 0.33 = 4.9500 | 10.00 - 4.95 = 5.0500 |

Five seats at 10.00 a month each join for the last 16 of the 31 days of March:

| answer | arithmetic | billed |
|---|---|---|
| exact | 5 * 10.00 * 16/31 = 25.8064 | 25.81 |
| rounded to the smallest unit | 10.00 / 31 = 0.3225, so 0.32, and 5 * 16 * 0.32 = 25.6000 | 25.60 |
""",
    "proration_unit": """
20 seats at 10.00 a month join on 16 March 2026 at 12:00; the billing period is March, of 31 days and so many times 86,400
seconds where no clocks change.

| answer | what is left of March | arithmetic | billed |
|---|---|---|---|
| day | 16 of 31 days | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| second | 15.5 of 31 days: 1,339,200 of 2,678,400 seconds | 20 * 10.00 * 1339200/2678400 = 100.0000 | 100.00 |
""",
    "first_short": """
10.00 a month by the calendar, from 16 March 2026: 16 of the 31 days of March.

| answer | arithmetic | March | April |
|---|---|---|---|
| billed in part | 10.00 * 16/31 = 5.1612 | 5.16 | 10.00 |
| free | 10.00 * 0/31 = 0.0000 | 0.00 | 10.00 |
| full price | 10.00 * 31/31 = 10.0000 | 10.00 | 10.00 |
""",
    "last_short": """
10.00 a month by the calendar, to 15 May 2026: 15 of the 31 days of May.

| answer | arithmetic | April | May |
|---|---|---|---|
| billed in part | 10.00 * 15/31 = 4.8387 | 10.00 | 4.84 |
| free | 10.00 * 0/31 = 0.0000 | 10.00 | 0.00 |
| full price | 10.00 * 31/31 = 10.0000 | 10.00 | 10.00 |
""",
    "installments": """
A year's price of 100.00, billed monthly in twelve parts.

| answer | first month | months between | last month | in all |
|---|---|---|---|---|
| each by itself | 8.33 | 8.33 | 8.33 | 12 * 8.33 = 99.9600 |
| largest remainder | 8.34, as the next three | 8.33 | 8.33 | 4 * 8.34 + 8 * 8.33 = 100.0000 |
| last part absorbs | 8.33 | 8.33 | 8.37 | 11 * 8.33 + 8.37 = 100.0000 |
| first part absorbs | 8.37 | 8.33 | 8.33 | 8.37 + 11 * 8.33 = 100.0000 |
""",
    "remainder": """
A tax of 2.00 found once for the document is spread over three lines alike, 0.6667 each.

| answer | first line | second line | third line |
|---|---|---|---|
| largest remainder | 0.67 | 0.67 | 0.66 |
| last part absorbs | 0.67 | 0.67 | 0.66 |
| first part absorbs | 0.66 | 0.67 | 0.67 |
""",
    "use_rounding": """
Three calls of 7 seconds at 0.0015 a second, each priced by itself: 0.0105 each.

| answer | arithmetic | billed |
|---|---|---|
| all together | 3 * 7 * 0.0015 = 0.0315 | 0.03 |
| each use | 7 * 0.0015 = 0.0105, so 0.01, three times | 0.03 |

With calls of 10 seconds, 0.0150 each:

| answer | arithmetic | billed |
|---|---|---|
| all together | 3 * 10 * 0.0015 = 0.0450 | 0.05 |
| each use | 10 * 0.0015 = 0.0150, so 0.02, three times | 0.06 |
""",
    "unit_rounding": """
20 seats at 10.00 a month join on 16 March 2026; 16 of 31 days remain.

| answer | arithmetic | billed |
|---|---|---|
| exact | 20 * 10.00 * 16/31 = 103.2258 | 103.23 |
| rounded | 10.00 * 16/31 = 5.1612, so 5.16, and 20 * 5.16 = 103.2000 | 103.20 |
""",
    "discount_rounding": """
One unit at 10.05, half off.

| answer | arithmetic | billed |
|---|---|---|
| with the net | 10.05 * 50/100 = 5.0250 | 5.03 |
| by themselves | 10.05 * 50/100 = 5.0250, so 5.03 off, and 10.05 - 5.03 = 5.0200 | 5.02 |
""",
    "carried_use": """
100 calls a month are free, and what is left of them can be used in one later month. 60 are used in January, 110 in February
and 130 in March; each call above costs 0.10.

| answer | February uses | left for March | March charges |
|---|---|---|---|
| first | 40 of January, 70 of February | 100 - 70 = 30 | 0 * 0.10 = 0.00 |
| last | 100 of February, 10 of January | 100 - 100 = 0 | 30 * 0.10 = 3.00 |
""",
}
