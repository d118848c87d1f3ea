"""Whether a failed journal or balance shows more revenue or cash than there should be: that is graver than less of it (SAB 99)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from reports.evidence.chain import Record

# An account is told by its words: what makes it a claim, a debt or a cost is no revenue and no cash.
_REVENUE, _NO_REVENUE = ("revenue",), ("deferred", "unbilled", "cost")
_CASH, _NO_CASH = ("cash", "bank", "clearing"), ("fee", "unapplied", "tax", "migration")


def overstates(check: Record) -> bool:
    """Of a failed comparison with the columns account, debit and credit: more credit on revenue, or more debit on cash."""
    columns = [str(column).lower() for column in check["columns"]]
    if not {"account", "debit", "credit"} <= set(columns):
        return False
    places = columns.index("account"), columns.index("debit"), columns.index("credit")
    revenue = cash = Decimal(0)
    for account, debit, credit in (tuple(row["cells"][place] for place in places) for row in check["rows"]):
        more = _more(debit) - _more(credit)
        name = str(account["expected"] or account["found"] or "").lower()
        revenue -= more if _is(name, _REVENUE, _NO_REVENUE) else 0
        cash += more if _is(name, _CASH, _NO_CASH) else 0
    return revenue > 0 or cash > 0


def _is(name: str, words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(word in name for word in words) and not any(word in name for word in others)


def _more(cell: Any) -> Decimal:
    """By how much a cell is above what was expected; nothing where it is right, or written as arithmetic."""
    if cell["equal"]:
        return Decimal(0)
    try:
        return _amount(cell["found"]) - _amount(cell["expected"])
    except InvalidOperation:
        return Decimal(0)


def _amount(text: str | None) -> Decimal:
    return Decimal((text or "0").split()[0].replace(",", "")) if (text or "").strip(" -") else Decimal(0)
