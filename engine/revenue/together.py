"""Contracts that are accounted for as one: what all of them promise and cost, as if it stood in one contract.

ASC 606-10-25-9, IFRS 15.17. The lines of each are called by its number too, so that none of two contracts are mistaken for one
another; every contract then keeps its own lines of what was worked out for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import takewhile

from engine.billing.bill_run import planned
from engine.billing.metered import metered_lines
from engine.book import Book
from engine.model.contracts import Amendment, Contract, PlannedLine
from engine.model.money import Rounding
from engine.model.revenue import SchedulePiece
from engine.revenue.allocating import Stage, agreed, stage
from engine.revenue.deciding import signed_with
from engine.revenue.estimating import Estimates
from engine.revenue.promising import Promise
from engine.revenue.retaxing import retaxed
from engine.terms.belonging import as_held
from engine.terms.combining import group_of
from engine.terms.progressing import Mark, Pieces, Progress, Undelivered
from engine.terms.rating import amendments, in_order, subscription


@dataclass(frozen=True, slots=True)
class Course:
    """A contract from its beginning through its amendments. `first`: how many of them count as signed with it; `prefix`: what
    its lines are called by beside their own numbers, nothing where it stands alone."""

    contract: Contract
    signed: Sequence[Amendment]
    stages: Sequence[Stage]
    first: int
    estimates: Estimates
    progress: Progress
    prefix: str = ""

    @property
    def begun(self) -> list[tuple[str | None, int]]:
        """What is estimated of its price from the beginning."""
        return [estimate for number in range(self.first + 1) for estimate in self.estimates.after(number)]

    @property
    def later(self) -> list[Amendment]:
        """The amendments that came after it was signed."""
        return list(self.signed[self.first :])

    def after(self, amendment: Amendment) -> int:
        """How many amendments have taken effect with that one."""
        return list(self.signed).index(amendment) + 1


def course_of(book: Book, contract: Contract, plan: Iterable[PlannedLine], progress: Progress, apart: Pieces) -> Course:
    """The contract's course; `plan`: what is still to be billed; `apart`: what of it has days of its own."""
    signed = _from_the_beginning(contract, amendments(book, contract))
    stages = [stage(book, contract, signed[:number]) for number in range(len(signed) + 1)]
    stages[-1] = replace(stages[-1], prices=agreed(book, contract, stages[-1].subscription.lines, plan, apart))
    first = len(list(takewhile(partial(signed_with, contract), signed)))
    return Course(contract, signed, stages, first, Estimates(book, contract.number, signed), progress)


def _from_the_beginning(contract: Contract, signed: Iterable[Amendment]) -> list[Amendment]:
    """What was signed with the contract is part of its price from the beginning, also where something else takes effect, or the
    contract ends, before it does: months for nothing are earned, whoever ends it (606-10-25-9)."""
    return sorted(signed, key=lambda one: not signed_with(contract, one))


def combined(book: Book, own: Course) -> list[Course]:
    """The contracts that are accounted for as one with a contract, in the order in which they were combined; mostly it alone."""
    group = group_of(book, own.contract.number)
    if len(group) == 1:
        return [own]
    return [_named(own if number == own.contract.number else _read(book, number)) for number in group]


def _read(book: Book, number: str) -> Course:
    contract = as_held(book, book.get(Contract, number))
    state = subscription(book, contract)
    metered = metered_lines(state)
    plan = [line for line in planned(book, contract) if line.line not in metered]
    apart = retaxed(book, contract, state, plan)
    return course_of(book, contract, plan, Progress(book, number, state.lines), apart)


def _named(course: Course) -> Course:
    prefix = f"{course.contract.number}/"
    return replace(course, stages=[_named_in(prefix, one) for one in course.stages], prefix=prefix)


def _named_in(prefix: str, one: Stage) -> Stage:
    renamed = {prefix + id_: _renamed(promise, prefix + id_) for id_, promise in one.promises.items()}
    return Stage(one.subscription, renamed, {prefix + id_: minor for id_, minor in one.prices.items()})


def _renamed(promise: Promise, id_: str) -> Promise:
    return replace(promise, line=replace(promise.line, id=id_))


def in_one(stages: Sequence[Stage], own: Stage) -> Stage:
    """What several contracts promise and cost at a moment, read as one; the subscription is that of the `own` one."""
    promises = {id_: promise for one in stages for id_, promise in one.promises.items()}
    return Stage(own.subscription, promises, {id_: minor for one in stages for id_, minor in one.prices.items()})


def timeline(courses: Sequence[Course]) -> list[tuple[Course, Amendment]]:
    """The amendments of all, as they take effect."""
    of = {course.contract.number: course for course in courses}
    return [(of[one.contract], one) for one in in_order(one for course in courses for one in course.later)]


def own_lines(pieces: Pieces, own: Course) -> Pieces:
    """What was worked out for the contract's own lines, called as they are."""
    return {
        line.removeprefix(own.prefix): [_returned(piece, own.prefix) for piece in found]
        for line, found in pieces.items()
        if line.startswith(own.prefix)
    }


def _returned(piece: SchedulePiece, prefix: str) -> SchedulePiece:
    return replace(piece, line=piece.line.removeprefix(prefix)) if isinstance(piece, Undelivered) else piece


def progress_of(courses: Sequence[Course]) -> Progress:
    """How far the lines of all are delivered."""
    return courses[0].progress if len(courses) == 1 else _Together(courses)


class _Together(Progress):
    """Asks for every line the contract it is of."""

    def __init__(self, courses: Sequence[Course]) -> None:
        self._of = {course.contract.number: course.progress for course in courses}

    def _asked(self, line: str) -> tuple[Progress, str]:
        contract, _, own = line.partition("/")
        return self._of[contract], own

    def left(self, line: str, mark: Mark) -> Fraction:
        progress, own = self._asked(line)
        return progress.left(own, mark)

    def dated(self, piece: Undelivered, until: Mark, rounding: Rounding) -> tuple[list[SchedulePiece], int]:
        progress, own = self._asked(piece.line)
        return progress.dated(replace(piece, line=own), until, rounding)
