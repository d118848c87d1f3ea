"""What is still owed to customers: contract liability by age, and the price of service still to come (IFRS 15.116, 120)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.model.calendar import AccountingPeriod
from engine.model.close import ReportLine, ReportSection
from reports.systems.naming import entry_kind
from reports.tie_outs.month import Month

MONTHS_AHEAD = 12


def liability_split(month: Month) -> Iterator[ReportLine]:
    """What was released of the opening balance (IFRS 15.116(b), ASC 606-10-50-8(b)), and what is due within a year.

    Of each contract: no more is released from the opening than stood there; what stands at the end is consumed by the
    earliest service first, so what its schedule of twelve months does not reach is non-current.
    """
    opening, closing, released = Counter[str](), Counter[str](), Counter[str]()
    for entry, line in month.lines("contract liability"):
        contract, minor = line.contract or "", -line.amount.minor
        opening[contract] += minor if entry.posting_date < month.period.start else 0
        closing[contract] += minor if entry.posting_date <= month.period.end else 0
        if month.within(entry.posting_date) and entry_kind(entry) == "revenue":
            released[contract] -= minor
    ahead = _ahead(month)
    current = sum(min(minor, ahead[contract]) if minor > 0 else minor for contract, minor in closing.items())
    yield month.line("Released from the opening balance", sum(min(opening[c], released[c]) for c in released))
    yield month.line("Contract liability, current", current)
    yield month.line("Contract liability, non-current", sum(closing.values()) - current)


def _ahead(month: Month) -> Counter[str]:
    """What each contract is scheduled to recognize in the twelve months to come."""
    first, last = month.period.next, month.period
    for _ in range(MONTHS_AHEAD):
        last = last.next
    scheduled = Counter[str]()
    for row in month.revenue():
        if first <= row.period <= last:
            scheduled[row.contract] += row.scheduled.minor
    return scheduled


def obligations(month: Month) -> ReportSection:
    """The waterfall: revenue of signed contracts still to come, month by month; no expedient leaves a contract out."""
    to_come = Counter[AccountingPeriod]()
    for row in month.revenue():
        if row.period > month.period and not row.refunds:
            to_come[row.period] += row.scheduled.minor
    lines = [month.line(f"To come in {period}", to_come[period]) for period in sorted(to_come)[:MONTHS_AHEAD]]
    later = sum(to_come[period] for period in sorted(to_come)[MONTHS_AHEAD:])
    lines += [month.line("To come later", later)] if later else []
    lines.append(month.line("Remaining performance obligations", sum(to_come.values())))
    return ReportSection(number="9", title="Remaining performance obligations", lines=tuple(lines))
