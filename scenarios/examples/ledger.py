"""Worked examples of the conventions in `engine/model/policies/ledger.py`."""

EXAMPLES: dict[str, str] = {
    "manual_on_control": """
Somebody wants to write 50.00 off a receivable by hand: Credit loss expense 50.00 against Receivables 50.00.

| answer | posted | receivables in the close |
|---|---|---|
| refused | nothing: a write-off does it | no difference |
| allowed | Credit loss expense 50.00, Receivables -50.00 | 1100.00 - 1050.00 = 50.0000 of difference, with the journal named |
""",
    "segregation": """
Ann prepares a journal of 500.00.

| answer | Ann approves it | Bob approves it |
|---|---|---|
| two persons | refused | posted |
| one person | posted | posted |
""",
    "late_posting": """
January is closed on 31 January; an invoice of 15 January over 110.00 arrives on 3 February.

| answer | posted in January | posted in February |
|---|---|---|
| first open period | nothing | 110.00 on 1 February, which belonged to January |
| refused | nothing | nothing, until January is reopened |
""",
    "close_checklist": """
Of the 12 tasks of January, 11 are done on 3 February.

| answer | finance closes January on 3 February |
|---|---|
| followed | closed; the report names the 1 task that is open |
| must be done | refused, naming the 1 task that is open |
""",
    "fiscal_year_begins": """
Revenue is 100.00 a month from January 2026. The trial balance at the end of July 2026, both in credit:

| answer | Revenue | Retained earnings |
|---|---|---|
| January | 7 * 100.00 = 700.0000 | nothing |
| February | 6 * 100.00 = 600.0000 | 1 * 100.00 = 100.0000 |
| March | 5 * 100.00 = 500.0000 | 2 * 100.00 = 200.0000 |
| April | 4 * 100.00 = 400.0000 | 3 * 100.00 = 300.0000 |
| May | 3 * 100.00 = 300.0000 | 4 * 100.00 = 400.0000 |
| June | 2 * 100.00 = 200.0000 | 5 * 100.00 = 500.0000 |
| July | 1 * 100.00 = 100.0000 | 6 * 100.00 = 600.0000 |
| August | 7 * 100.00 = 700.0000 | nothing |
| September | 7 * 100.00 = 700.0000 | nothing |
| October | 7 * 100.00 = 700.0000 | nothing |
| November | 7 * 100.00 = 700.0000 | nothing |
| December | 7 * 100.00 = 700.0000 | nothing |
""",
    "bank_difference": """
A customer transfers 1,100.00; the bank states 1,092.50, and may keep up to 10.00.

| answer | the day the statement comes | debit | credit |
|---|---|---|---|
| bank charge | 1100.00 - 1092.50 = 7.5000 | Bank and gateway fees 7.50 | Cash 7.50 |
| left open | the line differs by 7.50 | nothing | |
""",
    "bank_matching": """
The bank states 970.00 with the words "PO-1" and 300.00 with none; the ledger holds payout PO-1 over 970.00 and one receipt
of 300.00 posted two days before.

| answer | 970.00 | 300.00 |
|---|---|---|
| reference, else amount | payout PO-1 | the receipt |
| reference | payout PO-1 | nothing: nobody booked it |
| by hand | nothing | nothing |
""",
    "dimensions": """
A customer of the region Europe buys for 100.00 through a reseller in America.

| answer | Revenue of Europe | Revenue of America |
|---|---|---|
| of the contract, else of the customer | nothing | 100.00 |
| of the customer | 100.00 | nothing |
""",
    "prior_year_errors": """
In March 2026 it is found that 900.00 of expense of 2025 were never accrued; errors are material from 500.00 on.

| answer | posted in March | retained earnings | expense of 2026 |
|---|---|---|---|
| restated through retained earnings | Retained earnings 900.00, Accrued expenses -900.00 | 900.00 less | nothing |
| in the current period | Expense 900.00, Accrued expenses -900.00 | as they were | 900.00 |
| refused until the period is reopened | nothing | as they were | nothing |
""",
    "error_view": """
Every year since 2021 20.00 too little were accrued: 20.00 of expense of 2025, and 5 * 20.00 = 100.0000 too little of a liability at
its end. Errors are material from 50.00 on.

| answer | measured | material |
|---|---|---|
| both, the greater | 100.00 | yes |
| income statement | 20.00 | no |
| balance sheet | 100.00 | yes |
""",
    "error_sum": """
Errors are material from 500.00 on. Of 2025, 300.00 are found in February 2026 and 250.00 in March.

| answer | the first | the second |
|---|---|---|
| together | 300.00: in the current period | 300.00 + 250.00 = 550.0000: restated |
| one by one | 300.00: in the current period | 250.00: in the current period |
""",
    "adjusting_events": """
December is closed on 10 January. On 20 January, before the accounts are authorized, a court decides a claim of December: 400.00.

| answer | posted in December | posted in January |
|---|---|---|
| refused until the period is reopened | nothing, until December is reopened: then 400.00 on 31 December | nothing |
| in the first open period | nothing | 400.00 on 20 January |
""",
    "unbilled_losses": """
1% is expected to be lost of what is not due. At the end of March 3,300.00 are billed and not due, and 1,000.00 are earned and
not billed yet.

| answer | arithmetic | Loss allowance |
|---|---|---|
| none | 3300.00 * 0.01 = 33.0000 | 33.00 |
| as what is not yet due | (3300.00 + 1000.00) * 0.01 = 43.0000 | 43.00 |
""",
}
