"""Worked examples of the conventions on sales tax."""

EXAMPLES = {
    "tax_price": """
A seat is agreed at 100.00 for March 2026, taxed at 20%.

| answer | arithmetic | net | tax | total |
|---|---|---|---|---|
| exclusive | 100.00 * 20/100 = 20.0000 | 100.00 | 20.00 | 120.00 |
| inclusive | 100.00 * 100/120 = 83.3333 | 83.33 | 100.00 - 83.33 = 16.67 | 100.00 |
""",
    "tax_point": """
Service from 1 to 30 April 2026 for 300.00, invoiced on 1 April. The rate is 10%, and 12% from 16 April.

| answer | arithmetic | tax |
|---|---|---|
| invoice date | 300.00 * 10/100 = 30.0000 | 30.00 |
| service period start | 300.00 * 10/100 = 30.0000 | 30.00 |
| service period end | 300.00 * 12/100 = 36.0000 | 36.00 |
| split by days | 300.00 * 15/30 * 10/100 + 300.00 * 15/30 * 12/100 = 33.0000 | 33.00 |
""",
    "tax_due": """
An invoice of 1,320.00, of which 120.00 is tax; 440.00 of it are paid.

| answer | owed after the invoice | owed after the payment | not yet due |
|---|---|---|---|
| when invoiced | 120.00 | 120.00 | 0.00 |
| when paid | 0.00 | 120.00 * 440.00/1320.00 = 40.0000 | 120.00 - 40.00 = 80.0000 |
""",
    "tax_mode": """
A net of 10.05 at 10%: 1.0050 of tax; and one of 10.09: 1.0090.

| answer | of 10.05 | of 10.09 |
|---|---|---|
| as prices | 1.0050, so 1.01 | 1.0090, so 1.01 |
| half up | 1.0050, so 1.01 | 1.0090, so 1.01 |
| half even | 1.0050, so 1.00 | 1.0090, so 1.01 |
| half down | 1.0050, so 1.00 | 1.0090, so 1.01 |
| up | 1.0050, so 1.01 | 1.0090, so 1.01 |
| down | 1.0050, so 1.00 | 1.0090, so 1.00 |
""",
}
