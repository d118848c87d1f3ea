"""Worked examples of the conventions on master data."""

EXAMPLES: dict[str, str] = {
    "name_likeness": """
The customer *Wayne Enterprises* is there, and *Enterprises Wayne Inc.* is entered.

| answer | what is compared | kept of both | share of all | likeness |
|---|---|---|---|---|
| without legal form | wayne enterprises, enterprises wayne | 11 of 17 and of 17 | 2 * 11 / 34 = 0.6470 | 64.7% |
| as written | Wayne Enterprises, Enterprises Wayne Inc. | 11 of 17 and of 22 | 2 * 11 / 39 = 0.5641 | 56.4% |
| words in any order | enterprises wayne, enterprises wayne | all | 2 * 17 / 34 = 1 | 100% |
""",
    "changed_quote": """
A quote with a discount of 15% and net 60 days is approved by the sales manager (above 10%) and the controller (above 45
days); then sales gives 20%.

| answer | the new version waits for |
|---|---|
| asked anew | Sales manager: 20% is above 10%; Controller: net 60 days is above 45 |
| kept where the reason is the same | Sales manager: 20% is above 10% |
""",
    "unasked_discount": """
1,000.00 a month are sold at 30% off by an order without a quote; the matrix asks the sales manager above 10%.

| answer | billed | leaked |
|---|---|---|
| as signed | 1000.00 * 70/100 = 700.0000 | nothing |
| unauthorized above the approval matrix | 1000.00 * 70/100 = 700.0000 | 1000.00 * 20/100 = 200.0000 |
""",
}
