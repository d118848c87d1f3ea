"""What several entries of one day and source put on an account, read as one row where the table tells it as one.

A month's end may post a contract twice: what it found, and what was recorded on that day after it. In books that is one figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from engine.model.money import Money, total

_Row = Mapping[str, object]
_SIDES = (("debit", "credit"), ("document debit", "document credit"))
_TOLD_APART = ("date", "source", "entity", "customer", "account", "product", "region", "channel")


def gathered(found: Sequence[dict[str, object]], written: Sequence[_Row]) -> list[dict[str, object]]:
    """The found rows; where only one written row tells of several, they are one, with what they come to together."""
    groups: dict[tuple[str, ...], list[dict[str, object]]] = {}
    for row in found:
        groups.setdefault((*(str(row[name]) for name in _TOLD_APART), *_currencies(row)), []).append(row)
    rows: list[dict[str, object]] = []
    for group in groups.values():
        one = len(group) > 1 and sum(_tells_of(row, group[0]) for row in written) == 1
        rows.extend([_together(group)] if one else group)
    return rows


def _tells_of(written: _Row, found: _Row) -> bool:
    """Whether what a written row says of day, source, account and whose it is holds for a found one."""
    return all(not written.get(name) or written[name] == found[name] for name in _TOLD_APART)


def _together(rows: Sequence[dict[str, object]]) -> dict[str, object]:
    made = dict(rows[0])
    for (debit, credit), currency in zip(_SIDES, _currencies(rows[0]), strict=True):
        if currency:
            whole = total(_amounts(rows, debit, credit), currency)
            made[debit], made[credit] = (whole, None) if whole.minor > 0 else (None, -whole)
    return made


def _currencies(row: _Row) -> Iterator[str]:
    """Of the books and of the document; nothing where nothing stands."""
    for debit, credit in _SIDES:
        yield next((amount.currency for amount in _amounts([row], debit, credit)), "")


def _amounts(rows: Iterable[_Row], debit: str, credit: str) -> list[Money]:
    """What the rows debit, and what they credit below nothing."""
    debits = [cast(Money, row[debit]) for row in rows if row[debit]]
    return debits + [-cast(Money, row[credit]) for row in rows if row[credit]]
