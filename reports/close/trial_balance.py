"""Section 1 of a close report: each account's opening, movements and closing, and what it stood at month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.model.calendar import AccountingPeriod
from engine.model.close import ReportLine, ReportSection
from engine.model.journal import JournalEntry, JournalLine, TrialBalanceRow
from engine.model.money import Money, total
from reports.tie_outs.month import Month

TITLE, BY_MONTH = "Trial balance", "Trial balance by month"
MONTHS_BACK = 6
PASSING = ("income", "expense")


def trial_balance(month: Month) -> Iterator[ReportSection]:
    """The month's trial balance; under it, once there is a month before, the last months beside each other."""
    yield ReportSection(number="1", title=TITLE, lines=tuple(_accounts(month)))
    posted = [
        (entry, line) for entry in month.snapshot.erp.journal for line in entry.lines if _ours(month, entry, line)
    ]
    periods = _periods(month, posted)
    if len(periods) > 1:
        lines = tuple(_compared(month, periods, posted))
        yield ReportSection(title=BY_MONTH, lines=lines, sides=tuple(map(str, periods)))


def over(months: Sequence[Sequence[TrialBalanceRow]]) -> list[TrialBalanceRow]:
    """The trial balances of months that follow each other as one: what stood before the first, what moved in all, what stands at the
    end of the last. Where a fiscal year begins among them, income and expense begin anew, so that theirs do not add up."""
    found: dict[tuple[str, str, str], TrialBalanceRow] = {}
    for rows in months:
        stands = {(row.entity, row.account, row.currency): row for row in rows}
        for key, known in found.items():
            nothing = Money.zero(known.currency)
            now = stands.get(key, replace(known, debits=nothing, credits=nothing, closing=nothing))
            found[key] = replace(
                known, debits=known.debits + now.debits, credits=known.credits + now.credits, closing=now.closing
            )
        found |= {key: row for key, row in stands.items() if key not in found}
    return list(found.values())


def _named(month: Month) -> dict[str, str]:
    return {account.name: f"{account.code} {account.name}" for account in month.snapshot.erp.accounts}


def _accounts(month: Month) -> Iterator[ReportLine]:
    """Each account by its code, debit positive, and what all of them come to."""
    book, names = (month.entity, month.currency), _named(month)
    rows = [row for row in month.snapshot.erp.trial_balance if (row.entity, row.currency) == book]
    for row in sorted(rows, key=lambda row: names.get(row.account, f"? {row.account}")):
        account = names.get(row.account, f"? {row.account}")
        yield ReportLine(line=f"{account}, opening", amount=row.opening)
        yield ReportLine(line=f"{account}, debits", amount=row.debits)
        yield ReportLine(line=f"{account}, credits", amount=row.credits)
        yield ReportLine(line=f"{account}, closing", amount=row.closing)
    if rows:
        yield ReportLine(line="Opening", amount=total((row.opening for row in rows), month.currency))
        yield ReportLine(line="Debits", amount=total((row.debits for row in rows), month.currency))
        yield ReportLine(line="Credits", amount=total((row.credits for row in rows), month.currency))
        yield ReportLine(line="Closing", amount=total((row.closing for row in rows), month.currency))


Posted = Sequence[tuple[JournalEntry, JournalLine]]


def _ours(month: Month, entry: JournalEntry, line: JournalLine) -> bool:
    return (entry.entity, line.booked.currency) == (month.entity, month.currency)


def _periods(month: Month, posted: Posted) -> list[AccountingPeriod]:
    """The last months up to this one in which, or before which, anything was posted; in order."""
    first = min((entry.posting_date for entry, _ in posted), default=month.period.end)
    found = [month.period]
    while len(found) < MONTHS_BACK and found[0].start > first:
        found.insert(0, found[0].previous)
    return found


def _compared(month: Month, periods: Sequence[AccountingPeriod], posted: Posted) -> Iterator[ReportLine]:
    """What each account stood at the end of each month. As in the month's own, income and expense begin each fiscal year at
    nothing, if the chart has an account for what was retained."""
    stood = {period: _stood(month, period, posted) for period in periods}
    names = _named(month)
    for account in sorted(
        {of for found in stood.values() for of, minor in found.items() if minor}, key=names.__getitem__
    ):
        for period in periods:
            amount = Money(stood[period][account], month.currency)
            yield ReportLine(line=f"{names[account]}, {period}", amount=amount)


def _stood(month: Month, period: AccountingPeriod, posted: Posted) -> Counter[str]:
    passing = {account.name for account in month.snapshot.erp.accounts if account.type in PASSING}
    retained = next((one.name for one in month.snapshot.erp.accounts if one.role == "retained earnings"), None)
    begins, found = period.first_of_year(month.year_begins).start, Counter[str]()
    for entry, line in posted:
        if entry.posting_date <= period.end:
            over = retained if line.account in passing and entry.posting_date < begins else None
            found[over or line.account] += line.booked.minor
    return found
