"""What each convention changes, in figures worked by hand: the examples of docs/policies.md, by the field of `Policies`.

Amounts are in USD. An arithmetic expression is followed by its exact value, cut after four decimals, and then rounded.
"""

from scenarios.examples import (
    billing,
    changes,
    currencies,
    documents,
    ledger,
    masters,
    parts,
    receivables,
    revenue,
    taxes,
)

_AREAS = (billing, parts, changes, revenue, receivables, taxes, currencies, ledger, documents, masters)
EXAMPLES: dict[str, str] = {field: example for area in _AREAS for field, example in area.EXAMPLES.items()}
