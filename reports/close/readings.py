"""What meters reported in a month and what became of it: taken, come again, corrected, refused."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.close import Cell, ReportSection, ReportTable
from reports.tie_outs.month import Month

TITLE = "Readings"
COLUMNS = ("what became of them", "count", "documents")


def readings(month: Month) -> ReportSection:
    """Every report of a meter counts once: reported = taken + come again + refused; of those taken, what others corrected since.

    A refused reading has no contract, so it stands by its customer's: in the report of each entity and currency that serves them.
    """
    rows = tuple(_rows(month))
    reported = sum(count for _, count, _ in rows[:3])
    table = ReportTable(columns=COLUMNS, rows=(("reported", reported, None), *rows)) if reported else None
    return ReportSection(title=TITLE, table=table)


def _rows(month: Month) -> Iterator[tuple[str, int, Cell]]:
    billing = month.snapshot.billing
    ours = {c.number: c.customer for c in billing.contracts if (c.entity, c.currency) == (month.entity, month.currency)}
    customers = {*ours.values()}
    own = [one for one in billing.usage if one.contract in ours and one.event_date <= month.period.end]
    taken = [one.number for one in own if month.within(one.event_date)]
    again = [one.usage for one in billing.repeated if one.contract in ours and month.within(one.on)]
    refused = [
        one.subject for one in billing.exceptions if one.reading and one.customer in customers and month.within(one.on)
    ]
    corrected = {one.replaces for one in own}
    yield "taken", len(taken), None
    yield "came again, counted once", len(again), ", ".join(dict.fromkeys(again)) or None
    yield "refused", len(refused), ", ".join(dict.fromkeys(refused)) or None
    replaced = [number for number in taken if number in corrected]
    yield "of those taken, corrected since", len(replaced), ", ".join(replaced) or None
