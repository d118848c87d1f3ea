"""Worked examples of the conventions in `engine/model/policies/currencies.py`."""

EXAMPLES: dict[str, str] = {
    "revaluation": """
Books in USD, a receivable of 1,000.00 EUR booked at 1.10, closing rates 1.15 and 1.12: 1,100.00, 1,150.00 and 1,120.00.

| answer | first month end | first day of the next month | second month end |
|---|---|---|---|
| reversed on day one | +50.00 | -50.00 | +20.00 |
| by difference | +50.00 | nothing | -30.00 |
""",
    "unrealized_gains": """
Books in USD, a receivable of 1,000.00 EUR booked at 1.10, closing rates 1.15, 1.08 and 1.12.

| answer | stands at the first | second | third month end |
|---|---|---|---|
| recognized | 1000.00 * 1.15 = 1150.00 | 1000.00 * 1.08 = 1080.00 | 1000.00 * 1.12 = 1120.00 |
| not recognized | 1000.00 * 1.10 = 1100.00 | 1000.00 * 1.08 = 1080.00 | 1000.00 * 1.10 = 1100.00 |
""",
    "credit_rate": """
Books in USD, an invoice of 1,000.00 EUR at 1.10; 100.00 EUR of earned revenue is credited on a day with the rate 1.20.

| answer | receivables | revenue | realized |
|---|---|---|---|
| of the original invoice | -110.00 | 110.00 less | nothing |
| of the day | -110.00 | 120.00 less | 10.00 gain |
""",
    "unbilled_rate": """
Books in USD, 500.00 EUR earned in January ahead of billing; the average of January is 1.08, the rate of 31 January 1.12.

| answer | revenue of January |
|---|---|
| spot | 500.00 * 1.12 = 560.00 |
| monthly average | 500.00 * 1.08 = 540.00 |
""",
    "tax_revaluation": """
Books in USD, tax of 200.00 EUR invoiced at 1.10 and not paid to the authority yet, closing rate 1.15.

| answer | tax payable at the month end |
|---|---|
| revalued | 200.00 * 1.15 = 230.00 |
| kept at the invoice's rate | 200.00 * 1.10 = 220.00 |
""",
    "equity_rate": """
A German entity's capital of 1,000.00 EUR was paid in at 1.10; the group closes in USD at 1.20.

| answer | capital | translation difference |
|---|---|---|
| historical | 1000.00 * 1.10 = 1100.00 | 1000.00 * 1.20 - 1000.00 * 1.10 = 100.00 |
| closing | 1000.00 * 1.20 = 1200.00 | nothing |
""",
}
