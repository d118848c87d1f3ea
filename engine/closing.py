"""Closed periods: nothing is posted into them; what comes late goes into the first open one (handbook, section 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.entities import entity_called, own_number
from engine.ledger import entries_of, months_posted
from engine.model.calendar import AccountingPeriod, long_date
from engine.model.journal import PeriodClose, PeriodReopening, digest, month_of, standing
from engine.refusals import Refused


def closed_through(book: Book, entity: str = "") -> AccountingPeriod | None:
    """The last closed period of a legal entity ("": the company's first), or None."""
    closes = _standing(book, entity or book.company.entity.code)
    return closes[-1].period if closes else None


def _standing(book: Book, entity: str) -> tuple[PeriodClose, ...]:
    return standing(book.about(PeriodClose, "entity", entity), book.about(PeriodReopening, "entity", entity))


def reopen(
    book: Book, period: AccountingPeriod, requester: str, approver: str, reason: str, today: date
) -> list[PeriodReopening]:
    """Open a closed period, and every later one, again in all books that have closed it (handbook, section 6).

    Refused if nobody has closed it, and without a second person's approval. What was posted meanwhile stays where it is.
    """
    if requester == approver:
        raise Refused("segregation-of-duties", f"{requester} asks to reopen {period} and cannot approve it")
    made = []
    for entity in book.company.entities:
        undone = tuple(close.number for close in _standing(book, entity.code) if close.period >= period)
        if undone:
            number = own_number(
                book, "REOPEN", entity.code, f"{month_of(period.start)}-{book.count(PeriodReopening) + 1}"
            )
            made.append(
                PeriodReopening(
                    number=number,
                    event_date=today,
                    effective_date=period.start,
                    posting_date=today,
                    entity=entity.code,
                    period=period,
                    requester=requester,
                    approver=approver,
                    reason=reason,
                    undone=undone,
                )
            )
    if not made:
        raise Refused("not-closed", f"{period} is not closed")
    return made


def first_open(book: Book, day: date, entity: str = "") -> date:
    """The day itself if its period is open in the books of that entity, else the first day of the first open period."""
    closed = closed_through(book, entity)
    return day if closed is None or AccountingPeriod.of(day) > closed else closed.next.start


def posting_day(book: Book, day: date, what: str, entity: str) -> date:
    """The day on which something of that day is posted; Refused where the company posts nothing late (handbook P16)."""
    found = first_open(book, day, entity)
    if found != day and book.company.policies.late_posting == "refused":
        period = AccountingPeriod.of(day)
        raise Refused("period-closed", f"{what} belongs to {period}, which is closed; reopen it or date it later")
    return found


def close(book: Book, period: AccountingPeriod, today: date, entity: str = "") -> list[PeriodClose]:
    """Close a period and every open one before it, oldest first, in the books of one legal entity or ("") of all.

    Refused before the period's last day, and for a period that is closed already.
    """
    named = [entity_called(book, entity)] if entity else book.company.entities
    codes = [each.code for each in named if (closed := closed_through(book, each.code)) is None or closed < period]
    if not codes:
        whose = f" in the books of {named[0].name}" if entity else ""
        raise Refused("already-closed", f"{period} is closed already{whose}; nothing in it can change any more")
    if today < period.end:
        raise Refused(
            "period-not-over",
            f"{period} cannot be closed on {long_date(today)}: it ends on {long_date(period.end)}",
        )
    return [made for code in codes for made in _closes(book, code, _first(book, code, period), period, today)]


def _first(book: Book, entity: str, period: AccountingPeriod) -> AccountingPeriod:
    closed = closed_through(book, entity)
    if closed is not None:
        return closed.next
    return min([period, *(AccountingPeriod.of(date.fromisoformat(f"{month}-01")) for month in months_posted(book))])


def _closes(
    book: Book, entity: str, first: AccountingPeriod, last: AccountingPeriod, today: date
) -> Iterator[PeriodClose]:
    period = first
    while period <= last:
        entries = entries_of(book, month_of(period.start), entity)
        run = 1 + sum(close.period == period for close in book.about(PeriodClose, "entity", entity))
        yield PeriodClose(
            number=own_number(book, "CLOSE", entity, f"{month_of(period.start)}{f'-{run}' if run > 1 else ''}"),
            event_date=today,
            effective_date=period.end,
            posting_date=today,
            entity=entity,
            period=period,
            run=run,
            entries=len(entries),
            hash=digest(entries),
        )
        period = period.next
