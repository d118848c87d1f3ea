"""What each convention changes, in figures worked by hand: the examples of docs/policies.md, by the field of `Policies`.

Amounts are in USD. An arithmetic expression is followed by its exact value, cut after four decimals, and then rounded.
"""

from scenarios.examples import billing, changes, ledger, receivables, revenue, taxes

EXAMPLES: dict[str, str] = (
    billing.EXAMPLES | changes.EXAMPLES | revenue.EXAMPLES | receivables.EXAMPLES | taxes.EXAMPLES | ledger.EXAMPLES
)
