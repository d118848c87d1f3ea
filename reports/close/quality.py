"""How good the masters are when a month is closed: each rule with its threshold, and the score of each kind of object."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.close import Cell, ReportSection, ReportTable
from reports.tie_outs.month import Month
from reports.tie_outs.quality import Quality, percent

_COLUMNS = ("of", "dimension", "field", "checked", "good", "share", "at least", "threshold")


def master_data(month: Month) -> Iterator[ReportSection]:
    """Every rule of data quality; the report of a company that has none has no such section."""
    if month.quality:
        table = ReportTable(columns=_COLUMNS, rows=tuple(_row(one) for one in month.quality))
        yield ReportSection(number="", title="Data quality", table=table)


def _row(one: Quality) -> tuple[Cell, ...]:
    rule = one.rule
    share, wanted = f"{percent(one.share)}%", f"{rule.at_least.normalize():f}%"
    state = "reached" if one.holds else "missed"
    return (rule.of, rule.dimension, rule.field or None, one.checked, one.good, share, wanted, state)
