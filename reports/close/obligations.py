"""What is still owed to customers: contract liability by age, and the price of service still to come (IFRS 15.116, 120)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from engine.model.calendar import AccountingPeriod
from engine.model.close import ReportLine, ReportSection
from engine.model.revenue import RevenueMonth
from reports.systems.naming import entry_kind
from reports.tie_outs.month import Month

MONTHS_AHEAD = 12


def liability_split(month: Month) -> Iterator[ReportLine]:
    """What was released of the opening balance (IFRS 15.116(b), ASC 606-10-50-8(b)), and what is due within a year; beside it,
    the same of the month before as it stood then.

    Of each contract: no more is released from the opening than stood there; what stands at the end is consumed by the
    earliest service first, so what its schedule of twelve months does not reach is non-current.
    """
    now = _split(month, month.period, month.revenue())
    before = _split(month, month.period.previous, month.expected_before())
    names = ("Released from the opening balance", "Contract liability, current", "Contract liability, non-current")
    yield from (month.line(name, one, other) for name, one, other in zip(names, now, before, strict=True))


def _split(month: Month, period: AccountingPeriod, expected: Iterable[RevenueMonth]) -> tuple[int, int, int]:
    opening, closing, released = Counter[str](), Counter[str](), Counter[str]()
    for entry, line in month.lines("contract liability"):
        contract, minor = line.contract or "", -line.amount.minor
        opening[contract] += minor if entry.posting_date < period.start else 0
        closing[contract] += minor if entry.posting_date <= period.end else 0
        if period.start <= entry.posting_date <= period.end and entry_kind(entry) == "revenue":
            released[contract] -= minor
    ahead = _ahead(period, expected)
    current = sum(min(minor, ahead[contract]) if minor > 0 else minor for contract, minor in closing.items())
    return sum(min(opening[c], released[c]) for c in released), current, sum(closing.values()) - current


def _ahead(period: AccountingPeriod, expected: Iterable[RevenueMonth]) -> Counter[str]:
    """What each contract is scheduled to recognize in the twelve months to come."""
    first, last = period.next, period
    for _ in range(MONTHS_AHEAD):
        last = last.next
    scheduled = Counter[str]()
    for row in expected:
        if first <= row.period <= last:
            scheduled[row.contract] += row.scheduled.minor
    return scheduled


def obligations(month: Month) -> ReportSection:
    """The waterfall: revenue of signed contracts still to come, month by month, beside what was to come of it at the end of the
    month before; no expedient leaves a contract out."""
    now, before = _to_come(month.period, month.revenue()), _to_come(month.period.previous, month.expected_before())
    ahead = sorted({*now, *before})
    # The month itself is over: what it was to bring stands only in the column of the month before.
    shown = ahead[: MONTHS_AHEAD + (month.period in before)]
    lines = [month.line(f"To come in {period}", now[period], before[period]) for period in shown]
    if later := ahead[len(shown) :]:
        lines.append(month.line("To come later", sum(now[of] for of in later), sum(before[of] for of in later)))
    lines.append(month.line("Remaining performance obligations", now.total(), before.total()))
    return ReportSection(number="9", title="Remaining performance obligations", lines=tuple(lines))


def _to_come(since: AccountingPeriod, expected: Iterable[RevenueMonth]) -> Counter[AccountingPeriod]:
    to_come = Counter[AccountingPeriod]()
    for row in expected:
        if row.period > since and not row.refunds:
            to_come[row.period] += row.scheduled.minor
    return to_come
