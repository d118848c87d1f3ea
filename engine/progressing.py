"""How far an obligation is satisfied that is measured by what is delivered: units, milestones, hours, costs, or use.

ASC 606-10-25-31 to 37 and 55-16 to 21, IFRS 15.39 to 45 and B14 to B19; breakage in proportion to what is used: 606-10-55-46
to 49, B44 to B47. Units are taken from the contract's lines of a product in the order in which they were ordered.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.book import Book
from engine.model.calendar import LAST_DAY, ServicePeriod
from engine.model.money import Money, Rounding, rounded
from engine.model.orders import OrderLine
from engine.model.revenue import Delivered, ExpectedUse, Expired, Progressed, RevenueFact, SchedulePiece

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

    def __init__(self, book: Book, contract: str, lines: Iterable[OrderLine]) -> None:
        self._before: dict[str, Fraction] = {}
        self._ordered: dict[str, Fraction] = {}
        self._product = {line.id: line.product for line in lines}
        ordered: dict[str, Fraction] = {}
        for line in lines:
            self._before[line.id] = ordered.get(line.product, Fraction(0))
            self._ordered[line.id] = Fraction(line.quantity)
            ordered[line.product] = self._before[line.id] + Fraction(line.quantity)
        self._extents: dict[str, list[tuple[Mark, _Extent]]] = {product: [(START, _Extent())] for product in ordered}
        for recorded in facts(book, contract):
            if isinstance(recorded.fact, _Measure) and recorded.fact.product in self._extents:
                known = self._extents[recorded.fact.product]
                mark = Mark(recorded.effective_date, recorded.amendments)
                known.append((mark, known[-1][1].after(recorded.fact)))

    def share(self, line: str, since: Mark, until: Mark) -> Fraction:
        """How much of what was undelivered at one moment is delivered at another, from 0 to 1."""
        begun, now = self._done(line, self._extent(line, since)), self._extent(line, until)
        left = (self._ordered[line] if now.of is None else now.of) - begun
        if now.ended or left <= 0:
            return Fraction(1)
        return min(max((self._done(line, now) - begun) / left, Fraction(0)), Fraction(1))

    def _extent(self, line: str, until: Mark) -> _Extent:
        return next(extent for mark, extent in reversed(self._extents[self._product[line]]) if mark <= until)

    def _done(self, line: str, extent: _Extent) -> Fraction:
        if extent.of is not None:
            return extent.done
        return min(max(extent.done - self._before[line], Fraction(0)), self._ordered[line])

    def dated(self, piece: Undelivered, until: Mark, rounding: Rounding) -> tuple[list[SchedulePiece], int]:
        """What of an undelivered amount is earned by then, each on its day, and what is left, in the smallest unit."""
        found, before, currency = list[SchedulePiece](), 0, piece.amount.currency
        for mark, _ in self._extents[self._product[piece.line]][1:]:
            so_far = rounded(piece.amount.minor * self.share(piece.line, piece.since, mark), rounding)
            if mark <= until and so_far != before:
                on = max(mark.day, piece.since.day)
                amount = Money(so_far - before, currency)
                found.append(SchedulePiece(service=ServicePeriod(on, on), amount=amount, source=piece.source))
                before = so_far
        return found, piece.amount.minor - before


def facts(book: Book, contract: str) -> list[RevenueFact]:
    """What finance recorded about a contract, by the day from which it counts."""
    return sorted(book.about(RevenueFact, "contract", contract), key=lambda recorded: recorded.effective_date)
