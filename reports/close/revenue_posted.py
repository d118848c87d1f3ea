"""A month's revenue by what posted it and by obligation: what its schedules foresaw, and what belongs to months before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from engine.model.close import Cell, ReportSection, ReportTable
from reports.systems.naming import MANUAL, entry_kind
from reports.tie_outs.month import Month

_NAMES = {"revenue": "schedules", MANUAL: "manual journals"}
_COLUMNS = ("contract", "product", "obligations", "scheduled", "modified", "caught up", "posted")
CATCH_UPS = {True: "catch-ups of modifications", False: "other catch-ups"}


class Posted(NamedTuple):
    """What a contract's product posted in the month, in the smallest unit: `scheduled` for the month without what amendments of it
    `modified`, and `caught_up` of months before.

    `amended`: whether the contract was amended in the month; what it catches up is then put down to that.
    """

    scheduled: int
    modified: int
    caught_up: int
    amended: bool

    @property
    def posted(self) -> int:
        """All of it."""
        return self.scheduled + self.modified + self.caught_up


def revenue_by_kind(month: Month) -> ReportTable:
    """The month's revenue by what posted it; what changed contracts and what catches up on lines of their own, and what of all
    of it belongs to a month that was closed (handbook, section 5.8; IFRS 15.116(c), ASC 606-10-50-12A)."""
    by_kind, late = Counter[str](), 0
    for entry, line in month.lines("revenue"):
        if month.within(entry.posting_date):
            by_kind[_NAMES.get(kind := entry_kind(entry), kind)] -= line.amount.minor
            late -= line.amount.minor if entry.origin_period else 0
    for told, minor in _apart(month).items():
        by_kind["schedules"] -= minor
        by_kind[told] += minor
    rows = [(kind, month.line("", by_kind[kind]).amount) for kind in sorted(by_kind)]
    last = ("of which belongs to closed months", month.line("", late).amount)
    return ReportTable(columns=("posted by", "amount"), rows=(*rows, last))


def _apart(month: Month) -> Mapping[str, int]:
    """What is no regular revenue of the month, by what it is called; only what there is."""
    apart = Counter[str]()
    for one in posted(month).values():
        apart["modifications"] += one.modified
        apart[CATCH_UPS[one.amended]] += one.caught_up
    return {told: minor for told, minor in apart.items() if minor}


def by_obligation(month: Month) -> ReportSection:
    """Contract by contract and product by product, with its obligations: what was foreseen, changed, caught up and posted."""
    obligations = defaultdict[tuple[str, str], list[str]](list)
    for schedule in month.snapshot.erp.schedules:
        of = obligations[schedule.contract, schedule.product]
        if schedule.obligation not in of:
            of.append(schedule.obligation)
    rows = tuple(
        _row(month, key, ", ".join(obligations[key]), one) for key, one in posted(month).items() if any(one[:3])
    )
    table = ReportTable(columns=_COLUMNS, rows=rows) if rows else None
    return ReportSection(title="Revenue by obligation", table=table)


def _row(month: Month, key: tuple[str, str], obligations: str, one: Posted) -> tuple[Cell, ...]:
    amounts = (one.scheduled, one.modified, one.caught_up, one.posted)
    return (*key, obligations, *(month.line("", minor).amount for minor in amounts))


def posted(month: Month) -> Mapping[tuple[str, str], Posted]:
    """By contract and product, what the month's runs posted."""
    now, ran, before = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in month.revenue():
        if row.period == month.period:
            now[row.contract, row.product] += row.scheduled.minor
            ran[row.contract, row.product] += row.posted.minor
    for row in month.expected_before():
        before[row.contract, row.product] += row.scheduled.minor if row.period == month.period else 0
    known, amended = {contract for contract, _ in before}, set(_amended(month))
    return {key: _posted(key, now, ran, before, key[0] in known, key[0] in amended) for key in now}


def _posted(
    key: tuple[str, str],
    now: Mapping[tuple[str, str], int],
    ran: Mapping[tuple[str, str], int],
    before: Mapping[tuple[str, str], int],
    known: bool,
    amended: bool,
) -> Posted:
    modified = now[key] - before[key] if known and amended else 0
    return Posted(now[key] - modified, modified, ran[key] - now[key], amended)


def _amended(month: Month) -> Iterator[str]:
    """The contracts that were amended in the month."""
    yield from (one.contract for one in month.snapshot.billing.amendments if month.within(one.event_date))
