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
""",
    "customer_credit": """
132.00 of credit stands on a customer's account when an invoice of 110.00 is posted.

| answer | open on the invoice | credit that remains |
|---|---|---|
| kept | 110.00 | 132.00 |
| applied to the next invoice | 0.00 | 132.00 - 110.00 = 22.0000 |
""",
}
