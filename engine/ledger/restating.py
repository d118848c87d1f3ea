"""What is found out about a period after its end, and where it is posted.

Errors by materiality (IAS 8.41-49, ASC 250-10-45-23, SAB 99 and 108), changes of estimate as they come (IAS 8.36, ASC
250-10-45-17), events after the period until the accounts are authorized (IAS 10.8-10, ASC 855-10-25). A person other than who
reports it approves whatever is posted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.book import Book
from engine.entities import entity_called, own_number
from engine.ledger.closing import first_open
from engine.ledger.general_ledger import PASSING, account_of, entries_of, months_posted, year_of
from engine.ledger.journaling import prepare
from engine.model.calendar import ONE_DAY, AccountingPeriod, long_date
from engine.model.company import LegalEntity
from engine.model.document import dated
from engine.model.findings import AccountsAuthorization, Finding, FindingDraft, Materiality, Treatment
from engine.model.journal import LedgerAccount
from engine.model.manual import ManualDraft, ManualLine
from engine.model.money import Money, rounded
from engine.portioning import own, period_of
from engine.refusals import Refused

EVENTS = ("adjusting event", "non-adjusting event")


class _Decision(NamedTuple):
    """Where a finding goes, on which day, by which lines; and what it was held against."""

    treatment: Treatment
    on: date
    lines: Sequence[ManualLine]
    measured: Money
    materiality: Money | None = None


def report(book: Book, draft: FindingDraft, today: date) -> Finding:
    """Keep a finding, and prepare the journal that puts it right. Refused for a name already used, for an event that does not
    follow the period or its authorized accounts, and where the company restates nothing before the period is reopened."""
    if any(known.name == draft.name for known in book.all(Finding)):
        raise Refused("name-taken", f"there is a finding {draft.name!r} already; give this one a name of its own")
    draft = replace(draft, period=own(book, draft.period))
    entity = entity_called(book, draft.entity) if draft.entity else book.company.entity
    impact = _impact(book, draft, entity)
    decided = _decided(book, draft, entity, impact)
    journal = prepare(book, _journal(draft, decided), today).number if decided.lines else ""
    return Finding(
        number=f"FD-{book.count(Finding) + 1}",
        event_date=draft.on,
        effective_date=draft.period.end,
        posting_date=decided.on,
        entity=entity.code,
        currency=impact.currency,
        name=draft.name,
        preparer=draft.preparer,
        kind=draft.kind,
        period=draft.period,
        impact=impact,
        measured=decided.measured,
        materiality=decided.materiality,
        treatment=decided.treatment,
        journal=journal,
        lines=draft.lines,
    )


def authorize(book: Book, period: AccountingPeriod, by: str, today: date, entity: str = "") -> AccountsAuthorization:
    """The accounts of a closed period may be issued. Refused while it is open, and a second time."""
    period, whose = own(book, period), entity_called(book, entity) if entity else book.company.entity
    if _open(book, period, whose.code):
        raise Refused("not-closed", f"{period} is not closed; its accounts cannot be authorized")
    if known := _authorized(book, period, whose.code, today):
        raise Refused(
            "authorized-already", f"the accounts of {period} were authorized on {long_date(known.event_date)}"
        )
    return AccountsAuthorization(
        number=own_number(book, "AUTHORIZED", whose.code, period.key),
        **dated(today, effective=period.end),
        entity=whose.code,
        period=period,
        authorized_by=by,
    )


def _journal(draft: FindingDraft, decided: _Decision) -> ManualDraft:
    late = decided.treatment in ("current period", "restated") and draft.kind != "change of estimate"
    return ManualDraft(
        name=draft.name,
        preparer=draft.preparer,
        on=decided.on,
        lines=tuple(decided.lines),
        corrects=draft.period if late else None,
        entity=draft.entity,
        restates=decided.treatment == "restated",
    )


def _decided(book: Book, draft: FindingDraft, entity: LegalEntity, impact: Money) -> _Decision:
    if draft.kind in EVENTS:
        return _event(book, draft, entity, impact)
    if draft.kind == "change of estimate":
        return _Decision("current period", draft.on, draft.lines, impact)
    return _error(book, draft, entity, impact)


def _event(book: Book, draft: FindingDraft, entity: LegalEntity, impact: Money) -> _Decision:
    """Until the accounts are authorized an event that adjusts goes into its period; another is disclosed (IAS 10.8, 10, 21)."""
    period, called = draft.period, f"the event {draft.name!r}"
    if draft.on <= period.end:
        raise Refused("within-the-period", f"{called} was in {period} or before, not after it; post it as it comes")
    authorized = _authorized(book, period, entity.code, draft.on)
    if draft.kind == "non-adjusting event":
        if authorized:
            raise Refused(
                "authorized-already",
                f"the accounts of {period} were authorized on {long_date(authorized.event_date)}; {called} is disclosed in a later one's",
            )
        return _Decision("disclosed", draft.on, (), impact)
    if authorized:
        return _Decision("current period", draft.on, draft.lines, impact)
    if _open(book, period, entity.code, draft.preparer):
        return _Decision("own period", period.end, draft.lines, impact)
    if book.company.policies.adjusting_events == "in the first open period":
        return _Decision("current period", draft.on, draft.lines, impact)
    raise Refused("period-closed", f"{called} adjusts {period}, which is closed; reopen it first")


def _error(book: Book, draft: FindingDraft, entity: LegalEntity, impact: Money) -> _Decision:
    """An error of an open period goes there, one of this fiscal year into the open period (IAS 8.41); one of an earlier year is
    held against materiality."""
    period, day = draft.period, first_open(book, draft.on, entity.code, "manual journal", draft.preparer)
    if _open(book, period, entity.code, draft.preparer):
        return _Decision("own period", min(period.end, draft.on), draft.lines, impact)
    year, this = year_of(book, period), year_of(book, period_of(book, day))
    if year == this:
        return _Decision("current period", draft.on, _as_expense(book, draft.lines), impact)
    wanted, measured = _materiality(book, year, entity), _measured(book, year, entity, impact)
    answer = book.company.policies.prior_year_errors
    if measured < wanted or answer == "in the current period":
        return _Decision("current period", draft.on, _as_expense(book, draft.lines), measured, wanted)
    if answer == "refused until the period is reopened":
        raise Refused(
            "material-error",
            f"the error {draft.name!r} of {period} comes to {measured}, which is material from {wanted} on; reopen {period}",
        )
    return _restated(book, draft, first_open(book, this.start, entity.code, "manual journal"), measured, wanted)


def _restated(book: Book, draft: FindingDraft, day: date, measured: Money, wanted: Money) -> _Decision:
    """What would have been income or expense goes to retained earnings; what leaves them as they were is only disclosed."""
    lines = [replace(line, account=_retained(book).name) if _passes(book, line) else line for line in draft.lines]
    if all(line.account == _retained(book).name for line in lines):
        return _Decision("disclosed", draft.on, (), measured, wanted)
    return _Decision("restated", day, lines, measured, wanted)


def _as_expense(book: Book, lines: Sequence[ManualLine]) -> list[ManualLine]:
    """What belongs to years before goes through the same income or expense as the rest, where nothing is restated."""
    earned = next((line.account for line in lines if _passes(book, line)), None)
    retained = account_of(book, "retained earnings")
    moved = retained.name if retained and earned else ""
    return [replace(line, account=earned) if earned and line.account == moved else line for line in lines]


def _impact(book: Book, draft: FindingDraft, entity: LegalEntity) -> Money:
    """What it comes to by the company's view: what it does to a year's income, to what stands at its end, or the greater."""
    if draft.amount is not None:
        return draft.amount
    currency = draft.lines[0].amount.currency if draft.lines else entity.currency
    income = abs(sum(line.amount.minor for line in draft.lines if _passes(book, line)))
    standing: dict[str, int] = {}
    for line in draft.lines:
        if not _passes(book, line):
            standing[line.account] = standing.get(line.account, 0) + line.amount.minor
    balance = max((abs(minor) for minor in standing.values()), default=0)
    views = {"income statement": income, "balance sheet": balance, "both, the greater": max(income, balance)}
    return Money(views[book.company.policies.error_view], currency)


def _measured(book: Book, year: AccountingPeriod, entity: LegalEntity, impact: Money) -> Money:
    """The impact and, where errors count together, that of the others of the fiscal year that are not restated."""
    if book.company.policies.error_sum == "one by one":
        return impact
    others = (
        known.impact
        for known in book.all(Finding)
        if (known.kind, known.entity, known.treatment) == ("error", entity.code, "current period")
        and (year_of(book, known.period), known.currency) == (year, impact.currency)
    )
    return sum(others, impact)


def _materiality(book: Book, year: AccountingPeriod, entity: LegalEntity) -> Money:
    stated = book.company.materiality
    if stated is None:
        raise Refused("no-materiality", "nobody has said from what amount errors are material; say it in the company")
    if stated.amount is not None:
        return stated.amount
    minor = abs(_basis(book, stated, year, entity)) * Fraction(stated.percent) / 100
    return Money(rounded(minor, book.company.policies.rounding), entity.currency)


def _basis(book: Book, stated: Materiality, year: AccountingPeriod, entity: LegalEntity) -> int:
    """Revenue, or income less expense, of the fiscal year in the books' currency; credit positive."""
    last = year.start
    while year_of(book, period_of(book, last)) == year:
        last = period_of(book, last).end + ONE_DAY
    kept = {
        a.name for a in book.company.accounts if (a.role == "revenue" if stated.of == "revenue" else a.type in PASSING)
    }
    entries = (entry for month in months_posted(book) for entry in entries_of(book, month, entity.code))
    return -sum(
        line.booked.minor
        for entry in entries
        if year.start <= entry.posting_date < last
        for line in entry.lines
        if line.account in kept
    )


def _open(book: Book, period: AccountingPeriod, entity: str, who: str = "") -> bool:
    return first_open(book, period.end, entity, "manual journal", who) == period.end


def _authorized(book: Book, period: AccountingPeriod, entity: str, on: date) -> AccountsAuthorization | None:
    made = book.about(AccountsAuthorization, "entity", entity)
    return next((one for one in made if one.period >= period and one.event_date <= on), None)


def _retained(book: Book) -> LedgerAccount:
    found = account_of(book, "retained earnings")
    if found is None:
        raise Refused("no-retained-earnings", "the chart of accounts has no retained earnings to restate")
    return found


def _passes(book: Book, line: ManualLine) -> bool:
    """Whether the line is of an account that begins each year at nothing. Unknown accounts are refused with the journal."""
    return line.account in _passing(book.company.accounts)


def _passing(accounts: Iterable[LedgerAccount]) -> set[str]:
    return {account.name for account in accounts if account.type in PASSING}
