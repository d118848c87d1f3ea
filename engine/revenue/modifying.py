"""What amendments make of a contract's revenue: the schedules that follow from the decision on each of them.

ASC 606-10-25-10 to 13, IFRS 15.18 to 21; handbook, section 3.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, Contract, PlannedLine
from engine.model.money import Money
from engine.model.orders import ExtendTerm
from engine.model.revenue import SchedulePiece
from engine.revenue.allocating import Stage, cut, ended_on, inception, piece_of
from engine.revenue.deciding import Path, catches_up, path_of
from engine.revenue.leaving import Lost, ends_unpaid
from engine.revenue.promising import Promise
from engine.revenue.splitting import split
from engine.revenue.together import Course, combined, course_of, in_one, own_lines, progress_of, timeline
from engine.terms.combining import held_on
from engine.terms.progressing import START, Mark, Pieces, Progress


def term_pieces(
    book: Book, contract: Contract, plan: Iterable[PlannedLine], progress: Progress, retaxed: Pieces
) -> Pieces:
    """The schedule of each line under the policy "contract term"; `plan`: what is still to be billed; `retaxed`: what of it
    has days of its own."""
    own = course_of(book, contract, plan, progress, retaxed)
    courses = combined(book, own)
    named = next(course for course in courses if course.contract.number == contract.number)
    return own_lines(_followed(book, courses, named), named)


def _followed(book: Book, courses: Sequence[Course], own: Course) -> Pieces:
    """The schedule of each line of contracts that are accounted for as one, mostly of one contract."""
    progress = progress_of(courses)
    now = {course.contract.number: course.stages[course.first] for course in courses}
    held = in_one(list(now.values()), now[own.contract.number])
    begun = [estimate for course in courses for estimate in course.begun]
    pieces = inception(book, own.contract, held, progress, begun)
    for course, amendment in timeline(courses):
        theirs, number = held_on(book, now, amendment.contract, amendment.effective_date), course.after(amendment)
        before = in_one([now[one] for one in now if one in theirs], now[amendment.contract])
        now[amendment.contract] = course.stages[number]
        after = in_one([now[one] for one in now if one in theirs], now[amendment.contract])
        # What has passed to another customer is no part of what this one changes.
        apart = {line: own for line, own in pieces.items() if course.prefix and line.partition("/")[0] not in theirs}
        shared = {line: own for line, own in pieces.items() if line not in apart}
        modification = _Modification(book, course, amendment, before, after, shared, progress)
        pieces = apart | modification.applied(course.estimates.after(number))
    return pieces


@dataclass(frozen=True, slots=True)
class _Modification:
    """One amendment on its way into the schedules that held before it."""

    book: Book
    course: Course
    amendment: Amendment
    before: Stage
    after: Stage
    pieces: Pieces
    progress: Progress

    @property
    def contract(self) -> Contract:
        """The contract that is amended."""
        return self.course.contract

    def applied(self, estimated: Iterable[tuple[str | None, int]]) -> Pieces:
        """The schedules after it, with what is `estimated` of the price since: the product it relates to, and how much."""
        found = self._modified()
        for product, minor in estimated:
            self._estimated(found, product, minor)
        return found

    def _modified(self) -> Pieces:
        path = path_of(self.book, self.contract, self.amendment)
        if path == "contract ended" and self.after.subscription.cancelled_on:  # it may have been withdrawn
            return self._ended()
        if path in ("terminate and new", "cumulative catch-up"):
            return self._mixed(path)
        return self._added(path)

    def _change(self, line: str) -> int:
        return self.after.prices.get(line, 0) - self.before.prices.get(line, 0)

    def _lines(self) -> list[str]:
        return list(dict.fromkeys([*self.pieces, *self.before.prices, *self.after.prices]))

    def _promise(self, line: str) -> Promise:
        return self.after.promises.get(line) or self.before.promises[line]

    def _added(self, path: Path) -> Pieces:
        """What is added has its own piece; what is conceded reduces the days it concerns. The rest stays untouched."""
        found = {line: list(own) for line, own in self.pieces.items()}
        for line in self._lines():
            if change := self._change(line):
                found.setdefault(line, []).append(
                    self._own(line, self._days_of_change(line, path), change, self._since(path))
                )
        return found

    def _own(self, line: str, service: ServicePeriod, minor: int, since: Mark) -> SchedulePiece:
        return piece_of(self._promise(line), service, minor, self.amendment.number, since)

    def _since(self, path: Path) -> Mark:
        """From when on what is delivered earns what is added; a concession concerns what was delivered before too."""
        return self._mark() if path == "separate contract" else START

    def _days_of_change(self, line: str, path: Path) -> ServicePeriod:
        stops = path == "service stops" and line in self.before.promises
        whole = (self.before.promises[line] if stops else self._promise(line)).recognized_over
        first, last = self.amendment.effective_date, whole.end
        if path == "prospective re-price" and self.amendment.event_date < last:
            first = self.amendment.event_date + ONE_DAY
        return ServicePeriod(min(max(first, whole.start), last), last)

    def _ended(self) -> Pieces:
        """What a contract leaves that ends belongs to what the contracts combined with it still promise, if anything."""
        last, on = self.after.subscription.end, ended_on(self.book, self.after.subscription)
        own = [line for line in self._lines() if line.startswith(self.course.prefix)]
        others = [line for line in self._lines() if line not in own]
        remaining = self._remaining(others)
        if not remaining:
            return self._rest(others) | self._closed(last, on, own)
        day = self._mark().day - ONE_DAY
        cuts = {line: self._cut(line, last) for line in own}
        return self._spread(remaining, cuts | {line: self._cut(line, day, self._mark()) for line in others})

    def _rest(self, lines: Iterable[str]) -> Pieces:
        return {line: self.pieces[line] for line in lines if line in self.pieces}

    def _closed(self, last: date, on: date, lines: Iterable[str]) -> Pieces:
        """Service ends; what then remains after credits is revenue on the day of the cancellation (handbook 4.10)."""
        cuts = {line: self._cut(line, last) for line in lines}
        rests = {line: rest + self._change(line) for line, (_, rest) in cuts.items()}
        # What contracts that are combined leave is no asset of one of them.
        lost = not self.course.prefix and ends_unpaid(self.amendment) and sum(rests.values()) < 0
        return {line: [*kept, *self._at_once(on, rests[line], lost)] for line, (kept, _) in cuts.items()}

    def _at_once(self, on: date, minor: int, lost: bool) -> list[SchedulePiece]:
        amount, kind = Money(minor, self.contract.currency), Lost if lost else SchedulePiece
        return [kind(service=ServicePeriod(on, on), amount=amount, source=self.amendment.number)] if minor else []

    def _estimated(self, found: Pieces, product: str | None, minor: int) -> None:
        """What relates to one product counts from its beginning; the rest is part of what remains."""
        mark = START if product else self._mark()
        promised = [promise for promise in self.after.promises.values() if product in (None, promise.line.product)]
        remaining = [promise for promise in promised if promise.left_since(mark, self.progress)] or promised
        weights = [promise.alone(mark, self.progress) for promise in remaining]
        for promise, part in zip(remaining, split(minor, weights, self.contract.currency), strict=True):
            days, line = promise.recognized_over, promise.line
            whole = product or catches_up(self.book, line, path_of(self.book, self.contract, self.amendment))
            service = days if whole else ServicePeriod(max(days.start, mark.day), max(days.end, mark.day))
            found.setdefault(line.id, []).append(self._own(line.id, service, part, START if whole else mark))

    def _mixed(self, path: Path) -> Pieces:
        """Line by line: what is one obligation catches up, of the rest what remains is a new contract."""
        lines = self._lines()
        one = [
            line
            for line in lines
            if line in self.after.promises and catches_up(self.book, self._promise(line).line, path)
        ]
        return self._caught_up(one) | self._terminated([line for line in lines if line not in one])

    def _caught_up(self, lines: Iterable[str]) -> Pieces:
        """The whole price of each line over its whole service: what that makes of the past is revenue now."""
        found: Pieces = {}
        for line in lines:
            before = sum(piece.amount.minor for piece in self.pieces.get(line, ()))
            found[line] = [self._own(line, self._promise(line).recognized_over, before + self._change(line), START)]
        return found

    def _terminated(self, lines: list[str]) -> Pieces:
        """What is not yet recognized and what is new, spread over what remains by stand-alone selling prices."""
        mark = self._mark()
        day = mark.day
        remaining = self._remaining(lines)
        if not remaining:
            return self._closed(day - ONE_DAY, day, lines)
        return self._spread(remaining, {line: self._cut(line, day - ONE_DAY, mark) for line in lines})

    def _remaining(self, lines: Container[str]) -> list[Promise]:
        """Of which of the lines something is still to be given."""
        mark = self._mark()
        promised = [promise for line, promise in self.after.promises.items() if line in lines]
        return [promise for promise in promised if promise.left_since(mark, self.progress)]

    def _spread(self, remaining: Sequence[Promise], cuts: Mapping[str, tuple[list[SchedulePiece], int]]) -> Pieces:
        """What was kept of each line, and what is left of all over what remains."""
        mark = self._mark()
        pool = sum(rest + self._change(line) for line, (_, rest) in cuts.items())
        weights = [promise.alone(mark, self.progress) for promise in remaining]
        found = {line: kept for line, (kept, _) in cuts.items()}
        for promise, minor in zip(remaining, split(pool, weights, self.contract.currency), strict=True):
            days = promise.recognized_over
            service = ServicePeriod(max(days.start, mark.day), max(days.end, mark.day))
            found[promise.line.id].append(self._own(promise.line.id, service, minor, mark))
        return found

    def _mark(self) -> Mark:
        """The first day of the new terms; a longer term counts from the day it is agreed (blend and extend)."""
        day = self.amendment.effective_date
        if any(isinstance(change, ExtendTerm) for change in self.amendment.changes):
            day = min(day, self.amendment.event_date)
        arrived = self.book.about(Amendment, "contract", self.contract.number)
        return Mark(max(day, self.contract.start), arrived.index(self.amendment))

    def _cut(self, line: str, last: date, until: Mark | None = None) -> tuple[list[SchedulePiece], int]:
        return cut(self.book, self.pieces.get(line, []), last, self.progress, until)
