"""Worked examples of the conventions in `engine/model/policies/receivables.py`."""

EXAMPLES: dict[str, str] = {
    "write_off": """
An invoice of 440.00 is given up; nobody reclaims its tax.

| answer | debit | credit |
|---|---|---|
| allowance | Loss allowance 440.00 | Receivables 440.00 |
| direct | Credit loss expense 440.00 | Receivables 440.00 |

With the allowance method the month's adjustment of the allowance carries the expense.
""",
    "overdue": """
An invoice of 440.00 is due on 31 January and open; 110.00 of it are paid on 10 February.

| answer | moment | debit | credit |
|---|---|---|---|
| no effect | 1 February | nothing | |
| | 10 February | Cash 110.00 | Receivables 110.00 |
| full loss at the due date | 1 February | Credit loss expense 440.00 | Loss allowance 440.00 |
| | 10 February | Cash 110.00 | Receivables 110.00 |
| | and | Loss allowance 110.00 | Credit loss expense 110.00 |

440.00 - 110.00 = 330.0000 then stand on both.
""",
    "tax_relief": """
An invoice of 440.00, of which 40.00 is tax at 10%, is written off against the allowance.

| answer | arithmetic | Loss allowance | Sales tax payable | Receivables |
|---|---|---|---|---|
| none | | 440.00 | | -440.00 |
| at write-off | 440.00 * 10/110 = 40.0000 | 400.00 | 40.00 | -440.00 |
| claimed later | | 440.00 | | -440.00 |

With a later claim, its day brings the tax back: 440.00 * 10/110 = 40.0000 from Sales tax payable to Credit loss expense.

Of a recovery of 110.00, 110.00 * 10/110 = 10.0000 goes back to the tax authority if relief was taken.
""",
    "recovery": """
110.00 comes by bank transfer for an invoice that was written off against the allowance, without tax relief.

| answer | entry | debit | credit |
|---|---|---|---|
| straight to expense | the recovery | Cash 110.00 | Credit loss expense 110.00 |
| receivable reinstated first | the reinstatement | Receivables 110.00 | Loss allowance 110.00 |
| | the payment | Cash 110.00 | Receivables 110.00 |
| | the month's end | Loss allowance 110.00 | Credit loss expense 110.00 |
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
| pro rata | 550.00 * 1100/1650 = 366.6666, so 366.67; 550.00 * 550/1650 = 183.3333, so 183.33 | 733.33 and 366.67 |
| by hand | nothing: 550.00 stand unapplied | 1,100.00 and 550.00 |
""",
    "credited_installment": """
An invoice of 100.00 is due in two parts, 30.00 at once and 70.00 on 31 March. A credit memo gives 20.00 back.

| answer | open, due at once | open, due on 31 March |
|---|---|---|
| last due first | 30.00 | 70.00 - 20.00 = 50.00 |
| first due first | 30.00 - 20.00 = 10.00 | 70.00 |
""",
    "installment_discount": """
An invoice of 100.00 is due in two parts, 30.00 and 70.00; 2% may be deducted within 10 days, by convention only on payment in full.
The customer pays 29.40 in time, the first part less its discount: 30.00 - 30.00 * 2/100.

| answer | deducted | open of the first part | open in all |
|---|---|---|---|
| of each part | 30.00 * 2/100 = 0.60 | 0.00 | 100.00 - 29.40 - 0.60 = 70.00 |
| of the whole invoice | 0.00 | 0.60 | 100.00 - 29.40 = 70.60 |
| none | 0.00 | 0.60 | 100.00 - 29.40 = 70.60 |
""",
    "surplus": """
A customer who owes nothing transfers 200.00 and says nothing.

| answer | debit | credit |
|---|---|---|
| unapplied cash | Cash 200.00 | Unapplied cash 200.00 |
| customer credit | Cash 200.00 | Customer credits 200.00 |
""",
    "paid_across": """
An invoice of 1,000.00 EUR stands at 1,100.00 USD in books in USD. 1,120.00 USD arrive for it when one EUR is 1.12 USD.

| answer | settled | Receivables | Unapplied cash | Realized exchange differences |
|---|---|---|---|---|
| at the rate of the day | 1120.00 / 1.12 = 1000.0000, in EUR | 0.00 | 0.00 | 1120.00 - 1100.00 = 20.0000 of gain |
| kept unapplied | 0.00 | 1,100.00 | 1,120.00 | 0.00 |
""",
    "customer_credit": """
132.00 of credit stands on a customer's account when an invoice of 110.00 is posted.

| answer | open on the invoice | credit that remains |
|---|---|---|
| kept | 110.00 | 132.00 |
| applied to the next invoice | 0.00 | 132.00 - 110.00 = 22.0000 |
""",
    "early_payment_discount": """
2% may be deducted for payment within ten days from an invoice of 1,100.00, of which 100.00 is tax at 10%.

| answer | arithmetic of the discount | paid | Concessions | Sales tax payable |
|---|---|---|---|---|
| of the total, tax stays | 1100.00 * 2/100 = 22.0000 | 1,078.00 | 22.00 | 0.00 |
| of the total, tax with it | 1100.00 * 2/100 = 22.0000, of which 22.00 * 10/110 = 2.0000 is tax | 1,078.00 | 20.00 | 2.00 |
| of the net amount, tax stays | 1000.00 * 2/100 = 20.0000 | 1,080.00 | 20.00 | 0.00 |
| of the net amount, tax always reduced | 1000.00 * 2/100 = 20.0000 | 1,078.00 | 20.00 | 0.00 |

Taxed as if it were deducted the invoice is one of 1000.00 + 980.00 * 10/100 = 1098.0000 from the start.
""",
    "part_payment_discount": """
2% may be deducted for payment within ten days from an invoice of 1,100.00; 49.00 arrive in time.

| answer | arithmetic | settled | discount |
|---|---|---|---|
| on what it settles | 49.00 / (1 - 2/100) = 50.0000 | 50.00 | 1.00 |
| only on payment in full | | 49.00 | 0.00 |
""",
    "short_payment": """
1,096.50 arrive for an invoice of 1,100.00; payments may be up to 5.00 short.

| answer | debit | credit |
|---|---|---|
| small difference | Small differences 3.50 | Receivables 3.50 |
| credit loss | Credit loss expense 3.50 | Receivables 3.50 |
| concession | Concessions 3.50 | Receivables 3.50 |
| left open | nothing: 1100.00 - 1096.50 = 3.5000 stay open | |
""",
    "interest_year": """
1,100.00 is 30 days overdue, at 9% a year.

| answer | arithmetic | interest |
|---|---|---|
| 365 days | 1100.00 * 9/100 * 30/365 = 8.1369 | 8.14 |
| 360 days | 1100.00 * 9/100 * 30/360 = 8.2500 | 8.25 |
""",
    "over_payment": """
1,100.03 arrive for an invoice of 1,100.00; payments may be up to 1.00 over.

| answer | debit | credit |
|---|---|---|
| small difference | Cash 1,100.03 | Receivables 1,100.00, Small differences 0.03 |
| kept | Cash 1,100.03 | Receivables 1,100.00, Unapplied cash 0.03 |

1100.03 - 1100.00 = 0.0300
""",
    "interest_rate": """
1,000.00 was due on 15 June and is 46 days overdue on 31 July; 10% a year, 12% from 1 July.

| answer | arithmetic | interest |
|---|---|---|
| of each night | 1000.00 * 10/100 * 15/365 + 1000.00 * 12/100 * 31/365 = 14.3013 | 14.30 |
| of the first day overdue | 1000.00 * 10/100 * 46/365 = 12.6027 | 12.60 |
""",
    "interest_night": """
1,000.00 is 50 days overdue, at 8.5% a year.

| answer | a night | arithmetic | interest |
|---|---|---|---|
| exact | 0.23287... | 1000.00 * 8.5/100 * 50/365 = 11.6438 | 11.64 |
| rounded to the smallest unit | 0.23 | 50 * 0.23 = 11.5000 | 11.50 |
""",
    "interest_when_paid": """
Late fees charge 10% a year 100 days after the due date; 1,000.00 are paid off 40 days after it.

| answer | on the day it is paid | 100 days after the due date |
|---|---|---|
| none | nothing | nothing |
| charged when it is paid | 1000.00 * 10/100 * 40/365 = 10.9589 | nothing |
""",
    "figure_month": """
212,000 are open at the end of March; 70,000, 80,000 and 100,000 were billed in January, February and March.

| answer | arithmetic | DSO count-back |
|---|---|---|
| days of the calendar | 31 + 28 + 32000/70000 * 31 = 73.1714 | 73.17 |
| 30 days | 30 + 30 + 32000/70000 * 30 = 73.7142 | 73.71 |
""",
    "fee_after_dispute": """
2% are charged 14 days after the due date; 330.00 of 1,100.00 are in dispute then, and the dispute is rejected later.

| answer | 14 days after the due date | when the dispute is rejected |
|---|---|---|
| none | 770.00 * 2/100 = 15.4000 | nothing |
| charged when it ends | 770.00 * 2/100 = 15.4000 | 330.00 * 2/100 = 6.6000 |
""",
    "fee_under_way": """
1,100.00 fall due on 31 January and are collected by direct debit; 3 days later a fee of 10.00 falls due. The bank answers on 7 February.

| answer | on 3 February | on 7 February, collected | on 7 February, declined |
|---|---|---|---|
| waits | 0.00 | 0.00 | 10.00 |
| charged on its day | 10.00 | 0.00 | 0.00 |
""",
    "suspension": """
A year of 2026 at 3,650.00, billed at once and never paid; service stops on 1 March, and the money comes on 20 April.

| answer | revenue of January and February | of March | of April |
|---|---|---|---|
| stop | 3650.00 * 59/365 = 590.00 | none | 3650.00 * 61/365 = 610.00 |
| keep recognizing | 3650.00 * 59/365 = 590.00 | 3650.00 * 31/365 = 310.00 | 3650.00 * 30/365 = 300.00 |
| stop and reverse unpaid | 3650.00 * 59/365 = 590.00 | -590.00 | 3650.00 * 120/365 = 1200.00 |

Where the term becomes longer by the pause, the 50 days without service are earned after 31 December instead.
""",
    "suspension_billing": """
The same contract, without tax: 306 days are left when service stops on 1 March.

| answer | arithmetic | credited on 1 March |
|---|---|---|
| billed | | nothing |
| not billed | 3650.00 * 306/365 = 3060.0000 | 3,060.00 |
""",
    "reinstated": """
Invoices of 330.00, due on 31 January and 3 March; on 1 March the letter about the first stops service, on 10 March it is paid.

| answer | service resumes |
|---|---|
| what it was suspended for is paid | on 10 March |
| nothing is overdue | when the second invoice is paid as well |
""",
}
