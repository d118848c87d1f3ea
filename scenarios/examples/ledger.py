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
}
