"""How far an obligation is satisfied that is measured by what is delivered: units, milestones, hours, costs, or use.

ASC 606-10-25-31 to 37 and 55-16 to 21, IFRS 15.39 to 45 and B14 to B19; breakage in proportion to what is used: 606-10-55-46
to 49, B44 to B47. Units are taken from the contract's lines of a product in the order in which they were ordered.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from engine.book import Book
from engine.model.calendar import LAST_DAY, ServicePeriod
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.money import Money, Rounding, rounded
from engine.model.orders import ChangeQuantity, OrderLine
from engine.model.revenue import Delivered, ExpectedUse, Expired, Progressed, RevenueFact, SchedulePiece
from engine.terms.rating import amendments, as_signed
from engine.terms.timelines import is_delivered

Pieces = dict[str, list[SchedulePiece]]
"""What is recognized of each line of a contract."""


class Mark(NamedTuple):
    """A moment in a contract's life: a day, and on it the amendment of that place in the order of their arrival. What was
    recorded on the day before the amendment arrived lies before it."""

    day: date
    amendments: int


def end_of(day: date) -> Mark:
    """The moment after everything that a day brings."""
    return Mark(day, sys.maxsize)


START, END = Mark(date.min, 0), Mark(LAST_DAY, 0)
_Measure = Delivered | Progressed | ExpectedUse | Expired


@dataclass(frozen=True, kw_only=True, slots=True)
class Undelivered(SchedulePiece):
    """An amount that is earned as its line is delivered, counting what is delivered after a moment."""

    line: str
    since: Mark


@dataclass(frozen=True, slots=True)
class _Extent:
    """What is done of a product, and of how much (None: of what each line ordered)."""

    done: Fraction = Fraction(0)
    of: Fraction | None = None
    ended: bool = False

    def after(self, fact: _Measure) -> _Extent:
        match fact:
            case Delivered():
                return _Extent(self.done + Fraction(fact.quantity), self.of)
            case Progressed():
                return _Extent(Fraction(fact.done), Fraction(fact.of))
            case ExpectedUse():
                return _Extent(self.done, Fraction(fact.quantity))
            case _:
                return _Extent(self.done, self.of, ended=True)


class Progress:
    """How far each line of a contract is delivered, day by day, as far as it is known."""

    def __init__(self, book: Book, contract: str, lines: Sequence[OrderLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self._fewer = list(_fewer(book, contract)) if any(map(is_delivered, lines)) else []
        self._extents = {line.product: [(START, _Extent())] for line in lines}
        for recorded in facts(book, contract):
            if isinstance(recorded.fact, _Measure) and recorded.fact.product in self._extents:
                known = self._extents[recorded.fact.product]
                mark = Mark(recorded.effective_date, recorded.amendments)
                known.append((mark, known[-1][1].after(recorded.fact)))

    def share(self, line: str, since: Mark, until: Mark) -> Fraction:
        """How much of what was undelivered at one moment is delivered at another, from 0 to 1."""
        begun, now = self._done(line, since), self._extent(line, until)
        left = (self._ordered(line, until) if now.of is None else now.of) - begun
        if now.ended or left <= 0:
            return Fraction(1)
        return min(max((self._done(line, until) - begun) / left, Fraction(0)), Fraction(1))

    def done(self, line: str, until: Mark) -> Fraction:
        """The units of a line that are delivered by a moment; of progress by effort, that share of what was ordered."""
        if self._extent(line, until).of is None:
            return self._done(line, until)
        return self.share(line, START, until) * self._ordered(line, until)

    def left(self, line: str, mark: Mark) -> Fraction:
        """How much of a line is undelivered at a moment, from 0 to 1; fewer units count if they are fewer from then on."""
        ordered = self._ordered(line, Mark(mark.day, mark.amendments + 1))
        if self._extent(line, mark).of is not None or self._extent(line, mark).ended or not ordered:
            return 1 - self.share(line, START, mark)
        return max(1 - self._done(line, mark) / ordered, Fraction(0))

    def _extent(self, line: str, until: Mark) -> _Extent:
        known = self._extents[self._lines[line].product]
        return next(extent for mark, extent in reversed(known) if mark <= until)

    def _ordered(self, line: str, until: Mark) -> Fraction:
        fewer = sum((quantity for mark, of, quantity in self._fewer if of == line and mark <= until), Fraction(0))
        return Fraction(self._lines[line].quantity) - fewer

    def _done(self, line: str, until: Mark) -> Fraction:
        extent, product = self._extent(line, until), self._lines[line].product
        if extent.of is not None:
            return extent.done
        earlier = takewhile(lambda id_: id_ != line, self._lines)
        before = sum((self._ordered(id_, until) for id_ in earlier if self._lines[id_].product == product), Fraction(0))
        return min(max(extent.done - before, Fraction(0)), self._ordered(line, until))

    def dated(self, piece: Undelivered, until: Mark, rounding: Rounding) -> tuple[list[SchedulePiece], int]:
        """What of an undelivered amount is earned by then, each on its day, and what is left, in the smallest unit."""
        found, before, currency = list[SchedulePiece](), 0, piece.amount.currency
        for mark, _ in self._extents[self._lines[piece.line].product][1:]:
            so_far = rounded(piece.amount.minor * self.share(piece.line, piece.since, mark), rounding)
            if mark <= until and so_far != before:
                on = max(mark.day, piece.since.day)
                amount = Money(so_far - before, currency)
                found.append(SchedulePiece(service=ServicePeriod(on, on), amount=amount, source=piece.source))
                before = so_far
        return found, piece.amount.minor - before


def _fewer(book: Book, number: str) -> Iterator[tuple[Mark, str, Fraction]]:
    """By how many units amendments reduce what was sold to be delivered: when, of which line."""
    contract = book.find(Contract, number)
    signed = amendments(book, contract) if contract else []
    arrived = [amendment.number for amendment in book.about(Amendment, "contract", number)]
    for place, amendment in enumerate(signed):
        if contract and any(isinstance(change, ChangeQuantity) and change.delta < 0 for change in amendment.changes):
            held, then = _units(as_signed(contract, signed[:place])), _units(as_signed(contract, signed[: place + 1]))
            mark = Mark(amendment.effective_date, arrived.index(amendment.number) + 1)
            yield from ((mark, line, units - then.get(line, Fraction(0))) for line, units in held.items())


def _units(state: Subscription) -> dict[str, Fraction]:
    lines = {line.id for line in state.lines if is_delivered(line)}
    return {segment.line: Fraction(segment.terms.quantity) for segment in state.segments if segment.line in lines}


def facts(book: Book, contract: str) -> list[RevenueFact]:
    """What finance recorded about a contract, by the day from which it counts."""
    return sorted(book.about(RevenueFact, "contract", contract), key=lambda recorded: recorded.effective_date)
