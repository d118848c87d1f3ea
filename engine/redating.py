"""A pause that is billed and makes the term longer: what was paid for it is served, and earned, after it (handbook 4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Pause, Subscription
from engine.model.money import Money
from engine.model.revenue import SchedulePiece
from engine.spreading import earned


def redated(book: Book, state: Subscription, pieces: Iterable[SchedulePiece]) -> list[SchedulePiece]:
    """The pieces of a schedule, moved past every such pause; while one lasts, what it stops waits for the term's end."""
    found = list(pieces)
    for pause in state.pauses:
        if _moves(book, pause):
            found = [part for piece in found for part in _moved(book, state, pause, piece)]
    return found


def _moves(book: Book, pause: Pause) -> bool:
    longer = pause.longer if pause.end else book.company.policies.pause_term == "longer by the pause"
    return pause.charged and longer


def _moved(book: Book, state: Subscription, pause: Pause, piece: SchedulePiece) -> Iterator[SchedulePiece]:
    service, policies = piece.service, book.company.policies
    if service.end < pause.start:
        yield piece
        return
    done = earned(piece.amount.minor, service, pause.start - ONE_DAY, policies.spread, policies.rounding)
    if before := service.through(pause.start - ONE_DAY):
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
