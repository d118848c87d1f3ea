"""Whether a failed journal or balance shows more revenue or cash than there should be: that is graver than less of it (SAB 99)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from reports.evidence.chain import Record

# What an account stands for in the company's chart, as the ledger itself wrote it down; no word of its name decides.
_REVENUE, _CASH = ("revenue",), ("cash", "gateway clearing")


def roles_of(ledgers: Iterable[Record]) -> dict[str, str]:
    """What each account of the charts that a run wrote down stands for."""
    return {one["name"]: one.get("role", "") for ledger in ledgers for one in ledger["accounts"]}


def overstates(check: Record, roles: Mapping[str, str]) -> bool:
    """Of a failed comparison with the columns account, debit and credit: more credit on revenue, or more debit on cash. `roles`:
    what accounts stand for, by name."""
    columns = [str(column).lower() for column in check["columns"]]
    if not {"account", "debit", "credit"} <= set(columns):
        return False
    places = columns.index("account"), columns.index("debit"), columns.index("credit")
    revenue = cash = Decimal(0)
    for account, debit, credit in (tuple(row["cells"][place] for place in places) for row in check["rows"]):
        more = _more(debit) - _more(credit)
        role = roles.get(str(account["expected"] or account["found"] or ""), "")
        revenue -= more if role in _REVENUE else 0
        cash += more if role in _CASH else 0
    return revenue > 0 or cash > 0


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
