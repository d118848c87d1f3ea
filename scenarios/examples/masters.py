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
}
