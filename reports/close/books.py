"""The same month in all books that a company keeps: IFRS beside US GAAP, account by account."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.close import ReportLine, ReportSection
from engine.model.money import Money
from reports.tie_outs.month import Month


def side_by_side(month: Month) -> Iterator[ReportSection]:
    """What stands on each account at the month's end in each set of books, debit positive, and by how much each further one
    differs from the first."""
    if len(month.books) < 2:
        return
    closing = {
        (name, row.account): row.closing
        for name, rows in month.books
        for row in rows
        if (row.entity, row.currency) == (month.entity, month.currency)
    }
    names = [name for name, _ in month.books]
    sides = (*(f"books of {name}" for name in names), *(f"difference of {name}" for name in names[1:]))
    lines = tuple(
        line for account in dict.fromkeys(of for _, of in closing) for line in _lines(month, account, closing)
    )
    yield ReportSection(title="Books side by side", lines=lines, sides=sides)


def _lines(month: Month, account: str, closing: dict[tuple[str, str], Money]) -> Iterator[ReportLine]:
    found = {name: closing.get((name, account), Money.zero(month.currency)) for name, _ in month.books}
    own, *others = found
    yield from (ReportLine(line=f"{account}, books of {name}", amount=found[name]) for name in found)
    yield from (ReportLine(line=f"{account}, difference of {name}", amount=found[name] - found[own]) for name in others)
