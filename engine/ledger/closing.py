"""Closed periods: nothing is posted into them; what comes late goes into the first open one (handbook, section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.book import Book
from engine.entities import entity_called, own_number
from engine.ledger.checking_off import still_open
from engine.ledger.general_ledger import entries_in, months_posted
from engine.model.areas import Area, AreaClose, CloseKind, area_of, strictest
from engine.model.calendar import AccountingPeriod, long_date
from engine.model.document import dated
from engine.model.journal import PeriodClose, PeriodReopening, digest, standing
from engine.portioning import period_of
from engine.refusals import Refused


def closed_through(book: Book, entity: str = "") -> AccountingPeriod | None:
    """The last closed period of a legal entity ("": the company's first), or None."""
    closes = _standing(book, entity or book.company.entity.code)
    return closes[-1].period if closes else None


def _standing(book: Book, entity: str) -> tuple[PeriodClose, ...]:
    return standing(book.about(PeriodClose, "entity", entity), book.about(PeriodReopening, "entity", entity))


def reopen(
    book: Book,
    period: AccountingPeriod,
    requester: str,
    approver: str,
    reason: str,
    today: date,
    area: Area | None = None,
) -> list[PeriodReopening]:
    """Open a closed period, or one area of it, and every later one, again in all books that have closed it (handbook,
    section 6).

    Refused if nobody has closed it, and without a second person's approval; an area of a period that is closed as a whole
    opens with the whole. What was posted meanwhile stays where it is.
    """
    if requester == approver:
        raise Refused("segregation-of-duties", f"{requester} asks to reopen {period} and cannot approve it")
    made = [
        _reopening(book, entity.code, period, requester, approver, reason, today, undone, area)
        for entity in book.company.entities
        if (undone := _undone(book, entity.code, period, area))
    ]
    if not made:
        raise Refused("not-closed", f"{f'the {area} of ' if area else ''}{period} is not closed")
    return made


def _undone(book: Book, entity: str, period: AccountingPeriod, area: Area | None) -> tuple[str, ...]:
    whole = [close.number for close in _standing(book, entity) if close.period >= period]
    if whole and area:
        raise Refused("closed-as-a-whole", f"{period} is closed as a whole; reopen it, not its {area} alone")
    return (*whole, *(one.number for one in area_closes(book, entity, area) if one.period >= period))


def _reopening(
    book: Book,
    entity: str,
    period: AccountingPeriod,
    requester: str,
    approver: str,
    reason: str,
    today: date,
    undone: tuple[str, ...],
    area: Area | None,
) -> PeriodReopening:
    tail = f"{period.key}-{book.count(PeriodReopening) + 1}"
    return PeriodReopening(
        number=own_number(book, "REOPEN", entity, tail),
        **dated(today, effective=period.start),
        entity=entity,
        period=period,
        requester=requester,
        approver=approver,
        reason=reason,
        undone=undone,
        area=area or "",
    )


def first_open(book: Book, day: date, entity: str = "", kind: str = "", who: str = "") -> date:
    """The day itself if its period is open in the books of that entity, else the first day of the first open period.

    `kind`: the kind of document that is posted, which tells the area that must be open; `who` posts it, if a person does: a
    soft close may still let either in.
    """
    code = entity or book.company.entity.code
    closed = closed_through(book, code)
    found = day if closed is None or period_of(book, day) > closed else closed.next.start
    closes = area_closes(book, code, area_of(kind))
    while (shut := strictest(closes, period_of(book, found))) and not shut.lets_in(kind, who):
        found = shut.period.next.start
    return found


def area_closes(book: Book, entity: str, area: Area | None = None) -> tuple[AreaClose, ...]:
    """The closes of an area, or of all, that stand in the books of a legal entity, in order."""
    made = book.about(AreaClose, "entity", entity)
    if not made:
        return ()
    undone = {number for again in book.about(PeriodReopening, "entity", entity) for number in again.undone}
    return tuple(one for one in made if one.number not in undone and area in (None, one.area))


def posting_day(book: Book, day: date, what: str, entity: str, kind: str = "", who: str = "") -> date:
    """The day on which something of that day is posted; Refused where the company posts nothing late (handbook P16)."""
    found = first_open(book, day, entity, kind, who)
    if found != day and book.company.policies.late_posting == "refused":
        period = period_of(book, day)
        closed = closed_through(book, entity)
        shut = "which is closed" if closed and closed >= period else f"whose {area_of(kind)} is closed"
        raise Refused("period-closed", f"{what} belongs to {period}, {shut}; reopen it or date it later")
    return found


def close_area(
    book: Book,
    area: Area,
    period: AccountingPeriod,
    kind: CloseKind,
    admits: Sequence[str],
    today: date,
    entity: str = "",
) -> list[AreaClose]:
    """Close an area of a period and of all before it, in the books of one legal entity or ("") of all (handbook, section 6).

    Refused before the period's last day, for a period or area that is closed hard already, and for a hard close that names
    whom it lets in.
    """
    if kind == "hard" and admits:
        raise Refused(
            "nobody-posts", f"a hard close lets nobody post, not even {', '.join(admits)}; make it a soft one"
        )
    _over(period, today)
    named = [entity_called(book, entity)] if entity else book.company.entities
    return [_area_close(book, one.code, area, period, kind, tuple(admits), today) for one in named]


def _area_close(
    book: Book, entity: str, area: Area, period: AccountingPeriod, kind: CloseKind, admits: tuple[str, ...], today: date
) -> AreaClose:
    closed, stands = closed_through(book, entity), strictest(area_closes(book, entity, area), period)
    if (closed and closed >= period) or (stands and stands.kind == "hard"):
        raise Refused("already-closed", f"the {area} of {period} is closed already; reopen it first")
    entries = [one for one in entries_in(book, period, entity) if area_of(one.source_kind) == area]
    again = 1 + sum((one.area, one.period) == (area, period) for one in book.about(AreaClose, "entity", entity))
    tail = f"{period.key}-{area.replace(' ', '-')}{f'-{again}' if again > 1 else ''}"
    return AreaClose(
        number=own_number(book, "CLOSE", entity, tail),
        **dated(today, effective=period.end),
        entity=entity,
        area=area,
        period=period,
        kind=kind,
        admits=admits,
        entries=len(entries),
        hash=digest(entries),
    )


def _over(period: AccountingPeriod, today: date) -> None:
    if today < period.end:
        raise Refused(
            "period-not-over",
            f"{period} cannot be closed on {long_date(today)}: it ends on {long_date(period.end)}",
        )


def close(book: Book, period: AccountingPeriod, today: date, entity: str = "") -> list[PeriodClose]:
    """Close a period and every open one before it, oldest first, in the books of one legal entity or ("") of all.

    Refused before the period's last day, and for a period that is closed already.
    """
    named = [entity_called(book, entity)] if entity else book.company.entities
    codes = [each.code for each in named if (closed := closed_through(book, each.code)) is None or closed < period]
    if not codes:
        whose = f" in the books of {named[0].name}" if entity else ""
        raise Refused("already-closed", f"{period} is closed already{whose}; nothing in it can change any more")
    _over(period, today)
    if book.company.policies.close_checklist == "must be done":
        _nothing_left(book, period, codes)
    return [made for code in codes for made in _closes(book, code, _first(book, code, period), period, today)]


def _nothing_left(book: Book, period: AccountingPeriod, codes: Sequence[str]) -> None:
    for code in codes:
        if left := still_open(book, period, code):
            whose = f" in the books of {entity_called(book, code).name}" if book.company.other_entities else ""
            raise Refused(
                "tasks-open", f"{period} cannot be closed before its checklist is done{whose}; open: {', '.join(left)}"
            )


def _first(book: Book, entity: str, period: AccountingPeriod) -> AccountingPeriod:
    closed = closed_through(book, entity)
    if closed is not None:
        return closed.next
    return min([period, *(period_of(book, date.fromisoformat(f"{month}-01")) for month in months_posted(book))])


def _closes(
    book: Book, entity: str, first: AccountingPeriod, last: AccountingPeriod, today: date
) -> Iterator[PeriodClose]:
    period = first
    while period <= last:
        entries = entries_in(book, period, entity)
        run = 1 + sum(close.period == period for close in book.about(PeriodClose, "entity", entity))
        yield PeriodClose(
            number=own_number(book, "CLOSE", entity, f"{period.key}{f'-{run}' if run > 1 else ''}"),
            **dated(today, effective=period.end),
            entity=entity,
            period=period,
            run=run,
            entries=len(entries),
            hash=digest(entries),
        )
        period = period.next
