"""What was found out about periods after their end: errors, changes of estimate, events; and comparatives restated for them."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.calendar import AccountingPeriod
from engine.model.close import Cell, ReportLine, ReportSection, ReportTable
from engine.model.findings import Finding
from reports.tie_outs.month import Month

TITLE = "Corrections and events after the period"
SIDES = ("as reported", "correction", "as restated")
COLUMNS = "name|kind|about|found on|comes to|held against|where it goes|journal|reported by|approved by"


def found_out(month: Month) -> Iterator[ReportSection]:
    """What was found out in the month or is posted in it (IAS 8.28-49, IAS 10.21), and each restated account of the year that was
    wrong: as it was reported, corrected, and restated."""
    found = [one for one in month.snapshot.erp.findings if _is_of(month, one)]
    if not found:
        return
    sums = {
        kind: sum(one.impact.minor for one in found if one.kind == kind)
        for kind in dict.fromkeys(o.kind for o in found)
    }
    lines = tuple(month.line(_WORDS[kind], minor) for kind, minor in sums.items())
    rows = tuple(_row(month, one) for one in found)
    yield ReportSection(title=TITLE, lines=lines, table=ReportTable(columns=tuple(COLUMNS.split("|")), rows=rows))
    for one in found:
        if one.treatment == "restated":
            yield ReportSection(title="Comparatives restated", lines=tuple(_restated(month, one)), sides=SIDES)


_WORDS = {
    "error": "Errors found",
    "change of estimate": "Changes of estimate",
    "adjusting event": "Events that adjust a period",
    "non-adjusting event": "Events that are only disclosed",
}


def _is_of(month: Month, one: Finding) -> bool:
    ours = (one.entity, one.currency) == (month.entity, month.currency)
    return ours and (month.within(one.posting_date) or month.within(one.event_date))


def _row(month: Month, one: Finding) -> tuple[Cell, ...]:
    approvers = {approval.journal: approval.approver for approval in month.snapshot.erp.journal_approvals}
    approved = approvers.get(one.journal, "nobody yet") if one.journal else None
    held = str(one.materiality) if one.materiality else None
    about = (one.name, one.kind, str(one.period), one.event_date, one.measured, held, one.treatment)
    return (*about, one.journal or None, one.preparer, approved)


def _restated(month: Month, one: Finding) -> Iterator[ReportLine]:
    """Of each account, debit positive, at the end of the fiscal year that was wrong; income and expense of that year alone."""
    corrections: dict[str, int] = {}
    for line in one.lines:
        corrections[line.account] = corrections.get(line.account, 0) + line.amount.minor
    for account, minor in corrections.items():
        reported = _reported(month, account, one.period)
        for side, amount in zip(SIDES, (reported, minor, reported + minor), strict=True):
            yield month.line(f"{account} of {_year(month, one.period)}, {side}", amount)


def _year(month: Month, period: AccountingPeriod) -> str:
    first = period.first_of_year(month.year_begins)
    return f"the year from {first}"


def _reported(month: Month, account: str, period: AccountingPeriod) -> int:
    first = period.first_of_year(month.year_begins)
    last = first
    while last.next.first_of_year(month.year_begins) == first:
        last = last.next
    passes = {a.name for a in month.snapshot.erp.accounts if a.type in ("income", "expense")}
    since = first.start if account in passes else None
    return sum(
        line.booked.minor
        for entry in month.snapshot.erp.journal
        if entry.entity == month.entity
        and (since is None or entry.posting_date >= since)
        and entry.posting_date <= last.end
        for line in entry.lines
        if (line.account, line.booked.currency) == (account, month.currency)
    )
