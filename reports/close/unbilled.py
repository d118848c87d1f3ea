"""How old it is what was earned and is not billed: older than one billing period of its contract means that somebody has to look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from engine.model.cadence import Billing, in_words
from engine.model.calendar import AccountingPeriod
from engine.model.close import ReportLine, ReportSection, ReportTable
from reports.tie_outs.month import Month

TITLE = "Unbilled older than one billing period"
_COLUMNS = ("contract", "customer", "billed", "earned in", "months ago", "amount")
_DAYS_OF_A_MONTH = 30


class _Unbilled(NamedTuple):
    """What of a contract's month is not billed, in the smallest unit."""

    contract: str
    earned: AccountingPeriod
    months_ago: int
    minor: int


def ageing(month: Month) -> Iterator[ReportLine]:
    """What is unbilled within one billing period of its contract, and what is older; beside it, the same of the month before."""
    now, before = (_by_age(month, period) for period in (month.period, month.period.previous))
    yield month.line("Unbilled within one billing period", now[False], before[False])
    yield month.line(TITLE, now[True], before[True])


def older(month: Month) -> ReportSection:
    """What is older, month by month in which it was earned (handbook, section 5.5)."""
    contracts = {one.number: one for one in month.snapshot.billing.contracts}
    rows = tuple(
        (
            one.contract,
            contracts[one.contract].customer,
            in_words(contracts[one.contract].billing),
            str(one.earned),
            one.months_ago,
            month.line("", one.minor).amount,
        )
        for one in _unbilled(month, month.period)
        if one.contract in contracts and _is_older(one, contracts[one.contract].billing)
    )
    return ReportSection(title=TITLE, table=ReportTable(columns=_COLUMNS, rows=rows) if rows else None)


def _by_age(month: Month, period: AccountingPeriod) -> dict[bool, int]:
    how = {one.number: one.billing for one in month.snapshot.billing.contracts}
    sums = {False: 0, True: 0}
    for one in _unbilled(month, period):
        sums[_is_older(one, how.get(one.contract, Billing()))] += one.minor
    return sums


def _is_older(one: _Unbilled, billing: Billing) -> bool:
    """Whether a whole billing period and more lies between; a period of days counts the months it touches."""
    months = -(-billing.every_days // _DAYS_OF_A_MONTH) if billing.every_days else billing.every_months
    return one.months_ago >= months


def _unbilled(month: Month, period: AccountingPeriod) -> Iterator[_Unbilled]:
    """What stands on the account at the end of a period, contract by contract: what is billed takes the earliest first."""
    moved = defaultdict[str, list[tuple[AccountingPeriod, int]]](list)
    for entry, line in month.lines("unbilled receivable"):
        if entry.posting_date <= period.end:
            moved[line.contract or ""].append((month.snapshot.period_of(entry.posting_date), line.amount.minor))
    for contract, movements in moved.items():
        billed = -sum(minor for _, minor in movements if minor < 0)
        for earned, minor in sorted(movement for movement in movements if movement[1] > 0):
            left = max(minor - billed, 0)
            billed -= minor - left
            if left:
                yield _Unbilled(contract, earned, _months_between(earned, period), left)
        if billed:
            yield _Unbilled(contract, period, 0, -billed)


def _months_between(first: AccountingPeriod, last: AccountingPeriod) -> int:
    count = 0
    while first < last:
        first, count = first.next, count + 1
    return count
