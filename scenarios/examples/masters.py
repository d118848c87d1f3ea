"""Worked examples of the conventions on master data."""

EXAMPLES: dict[str, str] = {
    "name_likeness": """
The customer *Wayne Enterprises* is there, and *Enterprises Wayne Inc.* is entered.

| answer | what is compared | kept of both | likeness |
|---|---|---|---|
| without legal form | wayne enterprises, enterprises wayne | 11 of 17 letters: one word each with its end | 2 * 11 / 34 = 64.7% |
| as written | Wayne Enterprises, Enterprises Wayne Inc. | 11 of 17 and 22 letters | 2 * 11 / 39 = 56.4% |
| words in any order | enterprises wayne, enterprises wayne | all | 100% |
""",
}
