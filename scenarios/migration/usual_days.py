"""Days to pay in that nothing else of the set shows: those of a contract without an open invoice."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from scenarios.migration.case import Case
from scenarios.migration.findings import Record

_MANY, _MOST = 10, Fraction(9, 10)
"""Of so many contracts this share makes a habit; of fewer the company's usual terms say what is usual."""


def note_unusual_days(case: Case) -> None:
    """Somebody looks at a contract with other days to pay in than all others have, where no open invoice of it shows them."""
    firsts: dict[str, Record] = {}
    for record in case.good("subscriptions"):
        if record["net days"] is not None:
            firsts.setdefault(record["contract"], record)
    usual = _usual(case, Counter(int(record["net days"]) for record in firsts.values()))
    if usual is None:
        return
    days, whose = usual
    for contract, record in firsts.items():
        if record["net days"] != days and not case.by("invoices", "contract", contract):
            said = f"{record['net days']} days to pay in, and {days} are usual {whose}; no open invoice of {contract} shows which"
            case.note(record, "consistency", said, "net days")


def _usual(case: Case, given: Counter[int]) -> tuple[int, str] | None:
    """The days that are usual, and with whom; None where nobody can say."""
    of = sum(given.values())
    if of >= _MANY:
        days, times = given.most_common(1)[0]
        return (days, f"({times} of {of} contracts of the set)") if times >= of * _MOST else None
    return (case.company.usual.net_days, f"at {case.company.name}") if case.company.usual else None
