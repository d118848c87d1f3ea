"""A pause that is billed and makes the term longer: what was paid for it is served, and earned, after it (handbook 4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Pause, Subscription
from engine.model.money import Money
from engine.model.revenue import SchedulePiece
from engine.terms.spreading import earned


def redated(book: Book, state: Subscription, pieces: Iterable[SchedulePiece]) -> list[SchedulePiece]:
    """The pieces of a schedule, moved past every such pause; while one lasts, what it stops waits for the term's end."""
    found = list(pieces)
    for pause in state.pauses:
        if moves(book, pause):
            found = [part for piece in found for part in _moved(book, state, pause, piece)]
    return found


def moves(book: Book, pause: Pause) -> bool:
    """Whether what a pause stops is served, and earned, after it; or waits while it lasts."""
    return pause.charged and (pause.longer if pause.end else _waits(book, pause))


def first_waiting(pause: Pause) -> date:
    """The first day whose revenue is later: the pause's own, or while it lasts the one from which it took revenue back."""
    return pause.start if pause.end or pause.since is None else pause.since


def _waits(book: Book, pause: Pause) -> bool:
    """Whether the revenue of a pause that lasts waits for its end."""
    if pause.earning == "by the term":
        return book.company.policies.pause_term == "longer by the pause"
    return pause.earning == "stops"


def _moved(book: Book, state: Subscription, pause: Pause, piece: SchedulePiece) -> Iterator[SchedulePiece]:
    service, policies = piece.service, book.company.policies
    first = first_waiting(pause)
    if service.end < first:
        yield piece
        return
    done = earned(piece.amount.minor, service, first - ONE_DAY, policies.spread, policies.rounding)
    if before := service.through(first - ONE_DAY):
        yield replace(piece, service=before, amount=Money(done, piece.amount.currency))
    rest = Money(piece.amount.minor - done, piece.amount.currency)
    yield replace(piece, service=_later(state, pause, service), amount=rest)


def _later(state: Subscription, pause: Pause, service: ServicePeriod) -> ServicePeriod:
    """The days on which what is not served by the pause is served."""
    if pause.end is None:
        last = max(state.end, service.end)
        return ServicePeriod(last, last)
    shift = (pause.end - pause.start) + ONE_DAY
    start = service.start + shift if service.start >= pause.start else pause.end + ONE_DAY
    return ServicePeriod(start, service.end + shift)
