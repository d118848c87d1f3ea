"""Worked examples of the conventions on documents."""

EXAMPLES: dict[str, str] = {
    "letter_under_way": """
An invoice falls due on 31 January and is collected by direct debit that day; a letter is due 7 days later, on 7 February. The
bank answers on 9 February.

| answer | 7 February | 9 February, collected | 9 February, declined |
|---|---|---|---|
| held | no letter | no letter | letter |
| sent on its day | letter | no letter | no letter |
""",
    "dunning_letters": """
Two invoices of a customer, 300.00 and 200.00, were due on the same day; a third of 100.00 a month before.

| answer | payment reminders | second reminders |
|---|---|---|
| one an invoice | a sheet over 300.00, a sheet over 200.00 | a sheet over 100.00 |
| one a customer and level | a sheet over 300.00 + 200.00 = 500.00 | a sheet over 100.00 |
""",
    "zero_invoice": """
A seat at 10.00 a month with 100% off in March 2026, nothing off in April.

| answer | invoices of March | invoices of April |
|---|---|---|
| issued | NW-000001 over 0.00 | NW-000002 over 10.00 |
| suppressed | | NW-000001 over 10.00 |
""",
    "end_of_month": """
An invoice of 20 January 2026, 45 days end of month.

| answer | counted | due |
|---|---|---|
| days, then end of month | 20 January and 45 days are 6 March | 31 March 2026 |
| end of month, then days | 31 January and 45 days | 17 March 2026 |
""",
    "due_on_day_off": """
An invoice of 2 April 2026, net 30, is due on 2 May, a Saturday.

| answer | due |
|---|---|
| as it is | Saturday, 2 May 2026 |
| next business day | Monday, 4 May 2026 |
| business day before | Friday, 1 May 2026 |
""",
    "unbillable": """
A contract is signed for a product without a price on 1 March 2026; its price is agreed on 10 March.

| answer | 1 March | 10 March |
|---|---|---|
| refused at once | the quote is refused | a new quote is signed and invoiced |
| held in the exceptions queue | the contract stands in the queue of the pricing manager | released, March is invoiced |
""",
    "finalization": """
10 seats at 10.00 a month fall due on 1 March 2026; on 2 March 5 seats are added from 1 March on; 3 days of grace.

| answer | issued on 1 March | on 2 March | on 4 March |
|---|---|---|---|
| at once | NW-000001 over 100.00 | NW-000002 over 50.00 | |
| after days of grace as a draft | | | NW-000001 over 150.00 |
""",
    "invoices_of_a_day": """
Two contracts of one customer, 10.05 each on 1 March 2026, tax 10%.

| answer | invoices | tax |
|---|---|---|
| one per contract | NW-000001 over 11.06 and NW-000002 over 11.06 | 10.05 * 10/100 = 1.0050, so 1.01 each |
| one per customer | NW-000001 over 22.11 | 2.01 |
""",
    "debit_memo_numbers": """
NW-000001 of 1 March 2026, a debit memo of 20 March, the next invoice of 1 April.

| answer | debit memo | next invoice |
|---|---|---|
| of their own | NW-DM-000001 | NW-000002 |
| of the invoices | NW-000002 | NW-000003 |
""",
    "debit_memo_tax": """
An invoice of 1 March 2026 at 10%; the rate is 8% from 10 March; 30.00 more are charged on 20 March.

| answer | tax |
|---|---|
| of the invoice it adds to | 30.00 * 10/100 = 3.0000 |
| of its own tax point | 30.00 * 8/100 = 2.4000 |
""",
    "total_rounding": """
Totals in USD are rounded to 0.10 ("invoice totals are rounded to 0.10 USD"; in a company's file, "payable steps"); an invoice over
10.25, one over 10.21 and one over 10.29.

| answer | 10.25 | 10.21 | 10.29 |
|---|---|---|---|
| half up | 10.30 | 10.20 | 10.30 |
| half even | 10.20 | 10.20 | 10.30 |
| half down | 10.20 | 10.20 | 10.30 |
| up | 10.30 | 10.30 | 10.30 |
| down | 10.20 | 10.20 | 10.20 |
""",
    "credit_total": """
Totals are rounded to 0.05. Of an invoice over 100.00, 33.33 go back, then 33.33 again, then the 33.34 that are left.

| answer | first memo | second memo | third memo |
|---|---|---|---|
| each memo by itself | 33.33, so 33.35 | 33.33, so 33.35 | what is left: 33.30 |
| what is left is rounded | 66.67 stay, so 66.65: 33.35 | 33.34 stay, so 33.35: 33.30 | what is left: 33.35 |
""",
}
