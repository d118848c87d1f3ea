"""Sections 13 and 14 of a close report: foreign currency, and what the entity and its sisters owe each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from engine.model.calendar import AccountingPeriod
from engine.model.close import ReportLine, ReportSection
from engine.model.intercompany import ConsolidatedRow
from engine.model.money import Money
from reports.close.rates import rates_used
from reports.tie_outs.group import closing_rate
from reports.tie_outs.month import Month

EXCHANGE = (
    ("Exchange differences, realized", "realized exchange difference"),
    ("Exchange differences, unrealized", "unrealized exchange difference"),
)


def abroad(month: Month) -> Iterator[ReportSection]:
    """Foreign currency and sister entities, with nothing to report where there is neither; the group as one stands in the first
    one's report."""
    yield ReportSection(number="13", title="Foreign currency", lines=tuple(_exchange(month)))
    yield from rates_used(month)
    yield ReportSection(number="14", title="Intercompany", lines=tuple(_matrix(month)))
    if month.group:
        yield ReportSection(title="Group trial balance", lines=tuple(_consolidated(month.group)))


def _consolidated(rows: Iterable[ConsolidatedRow]) -> Iterator[ReportLine]:
    """Each account of all legal entities together, what of it they have only against each other, and what is left."""
    for row in rows:
        yield ReportLine(line=f"{row.account} of the group, combined", amount=row.combined)
        yield ReportLine(line=f"{row.account} of the group, eliminated", amount=row.eliminated)
        yield ReportLine(line=f"{row.account} of the group, consolidated", amount=row.consolidated)


def _exchange(month: Month) -> Iterator[ReportLine]:
    """Exchange differences of the month, realized and not; and the closing rates at which receivables stand in the ageing."""
    moved = {
        name: -sum(line.amount.minor for entry, line in month.lines(role) if month.within(entry.posting_date))
        for name, role in EXCHANGE
    }
    worth = _worth(month, month.period)
    if worth or any(moved.values()):
        yield from (month.line(name, minor) for name, minor in moved.items())
        yield from _rates(month, sorted(worth))


def worths(month: Month) -> Iterator[ReportLine]:
    """Receivables by foreign currency at their worth: with those in the books' own they are the control account."""
    now, before = _worth(month, month.period), _worth(month, month.period.previous)
    for code in sorted({*now, *before}):
        yield month.line(f"Receivables in {code}, at their worth", now[code], before[code])


def _worth(month: Month, period: AccountingPeriod) -> Counter[str]:
    worth = Counter[str]()
    for entry, line in month.lines("receivables"):
        if entry.currency != month.currency and entry.posting_date <= period.end:
            worth[entry.currency] += line.amount.minor
    return worth


def _rates(month: Month, currencies: Iterable[str]) -> Iterator[ReportLine]:
    """What 1,000 units of each foreign currency are worth at the closing rate."""
    for code in currencies:
        if rate := closing_rate(month.snapshot, code, month.currency):
            yield ReportLine(line=f"1,000 {code} at the closing rate", amount=Money.of(1000 * rate, month.currency))


def _matrix(month: Month) -> Iterator[ReportLine]:
    """The entity's row of the intercompany matrix."""
    for role, name, sign in (("due from group", "Due from", 1), ("due to group", "Due to", -1)):
        sums: Counter[str] = Counter()
        for entry, line in month.lines(role):
            if entry.posting_date <= month.period.end:
                sums[entry.counterparty] += sign * line.amount.minor
        # A revaluation names no sister: what it moves stands beside what is owed to each.
        yield from (
            month.line(f"{name} {other or 'group, revalued'}", sums[other]) for other in sorted(sums, reverse=True)
        )
