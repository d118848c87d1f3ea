"""Beside foreign currency in a close report: the rates that held, who said so, and what each cause moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from engine.model.close import Cell, ReportSection, ReportTable
from engine.model.currency import ExchangeRate
from reports.systems.naming import entry_kind
from reports.tie_outs.month import Month

RATES, DIFFERENCES = "Exchange rates", "Exchange differences"
OF_RATES = ("from", "to", "kind", "since", "rate", "source")
OF_MOVED = ("currency", "by", "realized", "unrealized")
_ROLES = {"realized": "realized exchange difference", "unrealized": "unrealized exchange difference"}


def rates_used(month: Month) -> Iterator[ReportSection]:
    """The spot, average and closing rates of the month for every currency that the books translate, and realized and unrealized
    differences by currency and cause; nothing where the books know one currency."""
    ours = (month.entity, month.currency)
    codes = {one.currency for one in month.snapshot.erp.journal if (one.entity, one.book_currency) == ours}
    if foreign := sorted(codes - {month.currency}):
        rows = tuple(_rate(one) for code in foreign for one in _held(month, code))
        yield ReportSection(title=RATES, table=ReportTable(columns=OF_RATES, rows=rows) if rows else None)
        moved = tuple(_moved(month))
        yield ReportSection(title=DIFFERENCES, table=ReportTable(columns=OF_MOVED, rows=moved) if moved else None)


def _held(month: Month, code: str) -> Iterator[ExchangeRate]:
    """A spot rate holds until the next; average and closing rates are those of the month."""
    start, end = month.period.start, month.period.end
    pair = {code, month.currency}
    stated = sorted(
        (one for one in month.snapshot.erp.rates if {one.currency, one.into} == pair), key=lambda one: one.on
    )
    spot = [one for one in stated if one.kind == "spot" and one.on <= end]
    last = max((one.on for one in spot if one.on <= start), default=date.min)
    yield from (one for one in spot if one.on >= last)
    yield from (one for kind in ("average", "closing") for one in stated if one.kind == kind and start <= one.on <= end)


def _rate(one: ExchangeRate) -> tuple[Cell, ...]:
    since = None if one.on == date.min else one.on
    return (one.currency, one.into, one.kind, since, f"{one.rate:f}", one.source or "not named")


def _moved(month: Month) -> Iterator[tuple[Cell, ...]]:
    sums = defaultdict[tuple[str, str], Counter[str]](Counter)
    for name, role in _ROLES.items():
        for entry, line in month.lines(role):
            if month.within(entry.posting_date):
                sums[entry.currency, entry_kind(entry)][name] -= line.amount.minor
    for (currency, kind), found in sorted(sums.items()):
        if any(found.values()):
            yield (currency, kind, *(month.line("", found[name]).amount for name in _ROLES))
