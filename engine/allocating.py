"""Revenue over the contract term: the transaction price, its allocation, and what modifications make of both.

ASC 606-10-32-28 to 36 and 25-10 to 13, IFRS 15.73 to 86 and 18 to 21; handbook, section 3. Each line of the contract is
one performance obligation. Everything is read anew from the contract, its amendments and what was billed, so it comes out
the same in whatever order they arrived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, ChargeTerms, Contract, PlannedLine, Subscription
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import AddProduct, Cancel, ChangeQuantity, ExtendTerm, GrantDiscount, OrderLine
from engine.model.revenue import SchedulePiece
from engine.pricing import amount
from engine.promising import Promise, promises, served
from engine.rating import amendments, as_signed
from engine.spreading import earned
from engine.timelines import ordered_terms

Pieces = dict[str, list[SchedulePiece]]
Path = Literal[
    "separate contract",
    "terminate and new",
    "past-service concession",
    "prospective re-price",
    "contract ended",
    "new term",
    "service stops",
    "service goes on",
    "no modification",
]


@dataclass(frozen=True, slots=True)
class _State:
    """The contract after some of its amendments: what it promises, and what each line costs, in the smallest unit."""

    subscription: Subscription
    promises: dict[str, Promise]
    prices: dict[str, int]


def term_pieces(book: Book, contract: Contract, plan: Iterable[PlannedLine]) -> Pieces:
    """The schedule of each line under the policy "contract term"; `plan`: what is still to be billed."""
    signed = amendments(book, contract)
    states = [_state(book, contract, signed[:number]) for number in range(len(signed) + 1)]
    states[-1] = replace(states[-1], prices=_agreed(book, contract, states[-1], plan))
    pieces = _inception(contract, states[0])
    for amendment, before, after in zip(signed, states, states[1:], strict=False):
        pieces = _Modification(book, contract, amendment, before, after, pieces).applied()
    return pieces


def path_of(book: Book, contract: Contract, amendment: Amendment) -> Path:
    """How an amendment is accounted for: by the test of handbook section 3, or as the company's policy says."""
    policies = book.company.policies
    if any(isinstance(change, Cancel) for change in amendment.changes):
        return "contract ended"
    if path := _path_of_term(amendment):
        return path
    discounts = all(isinstance(change, GrantDiscount) for change in amendment.changes)
    if discounts and amendment.effective_date < amendment.event_date:
        return policies.retroactive_discount
    if policies.modification == "terminate and new" or not all(map(_only_adds, amendment.changes)):
        return "terminate and new"
    if policies.modification == "separate contract" or all(map(_at_stand_alone, _added(book, contract, amendment))):
        return "separate contract"
    return "terminate and new"


def _path_of_term(amendment: Amendment) -> Path | None:
    """A new term is a contract of its own (handbook 4.9); a pause takes its days away, and what resumes brings them back."""
    kinds = {change.kind for change in amendment.changes}
    if "renew" in kinds:
        return "new term"
    if "suspend" in kinds:
        return "service stops"
    if "resume" in kinds:
        return "service goes on"
    return "no modification" if kinds <= {"agree renewal", "withdraw"} else None


def _only_adds(change: object) -> bool:
    """A decrease, another price or another term can never be a separate contract."""
    return isinstance(change, AddProduct) or (isinstance(change, ChangeQuantity) and change.delta > 0)


def _added(book: Book, contract: Contract, amendment: Amendment) -> Iterator[tuple[OrderLine, ChargeTerms]]:
    """The lines that bring something new, and the terms on which it is sold."""
    for line in amendment.lines:
        yield line, ordered_terms(line)
    grown = {change.product for change in amendment.changes if isinstance(change, ChangeQuantity)}
    state = as_signed(contract, amendments(book, contract))
    lines = {line.id: line for line in state.lines if line.product in grown}
    for segment in state.segments:
        if segment.line in lines and amendment.effective_date in segment.service:
            yield lines[segment.line], segment.terms


def _at_stand_alone(sold: tuple[OrderLine, ChargeTerms]) -> bool:
    """Whether a month (or a one-time charge) costs at least what it costs alone. Without a known price it does."""
    line, terms = sold
    if line.stand_alone_price is None:
        return True
    flat = line.charge.model == "flat"
    alone = replace(terms, price=line.stand_alone_price, rate=None, discount=Decimal(0))
    return amount(terms, flat=flat) / (terms.per_months or 1) >= amount(alone, flat=flat) / (line.per_months or 1)


def _state(book: Book, contract: Contract, signed: list[Amendment]) -> _State:
    subscription = as_signed(contract, signed)
    found = promises(book, contract, subscription)
    return _State(subscription, found, {id_: promise.price.minor for id_, promise in found.items()})


def _agreed(book: Book, contract: Contract, state: _State, plan: Iterable[PlannedLine]) -> dict[str, int]:
    """The price of each line as it is and will be billed, rounding included: billed, less taken back, plus planned."""
    prices = dict.fromkeys((line.id for line in state.subscription.lines), 0)
    for invoice in book.about(Invoice, "contract", contract.number):
        for billed in invoice.lines:
            if billed.line in prices:
                prices[billed.line] += billed.net.minor
    for memo in book.about(CreditMemo, "contract", contract.number):
        for credit in memo.lines:
            if credit.line in prices and not credit.concession:
                prices[credit.line] -= credit.net.minor
    for line in plan:
        prices[line.line] += line.net.minor
    return prices


def _inception(contract: Contract, state: _State) -> Pieces:
    """The price of all lines, split by their stand-alone selling prices (606-10-32-31)."""
    found = list(state.promises.values())
    price = sum(state.prices.values())
    weights = [promise.alone(date.min) for promise in found]
    return {
        promise.line.id: [_piece(promise.recognized_over, minor, contract.number, contract.currency)]
        for promise, minor in zip(found, _split(price, weights, contract.currency), strict=True)
    }


def _split(minor: int, weights: list[Fraction], currency: str) -> list[int]:
    shares = weights if any(weights) else [Fraction(1)] * len(weights)
    return [part.minor for part in Money(minor, currency).allocate(shares)] if shares else []


def _piece(service: ServicePeriod, minor: int, source: str, currency: str) -> SchedulePiece:
    return SchedulePiece(service=service, amount=Money(minor, currency), source=source)


@dataclass(frozen=True, slots=True)
class _Modification:
    """One amendment on its way into the schedules that held before it."""

    book: Book
    contract: Contract
    amendment: Amendment
    before: _State
    after: _State
    pieces: Pieces

    def applied(self) -> Pieces:
        """The schedules after it."""
        path = path_of(self.book, self.contract, self.amendment)
        if path == "contract ended":
            return self._ended()
        if path == "terminate and new":
            return self._terminated()
        return self._added(path)

    def _change(self, line: str) -> int:
        return self.after.prices.get(line, 0) - self.before.prices.get(line, 0)

    def _lines(self) -> list[str]:
        return list(dict.fromkeys([*self.pieces, *self.before.prices, *self.after.prices]))

    def _own(self, service: ServicePeriod, minor: int) -> SchedulePiece:
        return _piece(service, minor, self.amendment.number, self.contract.currency)

    def _added(self, path: Path) -> Pieces:
        """What is added has its own piece; what is conceded reduces the days it concerns. The rest stays untouched."""
        found = {line: list(own) for line, own in self.pieces.items()}
        for line in self._lines():
            if change := self._change(line):
                found.setdefault(line, []).append(self._own(self._days_of_change(line, path), change))
        return found

    def _days_of_change(self, line: str, path: Path) -> ServicePeriod:
        promise = self.after.promises.get(line) or self.before.promises[line]
        if path == "service stops":
            promise = self.before.promises.get(line, promise)
        first, last = self.amendment.effective_date, promise.service.end
        if path == "prospective re-price" and self.amendment.event_date < last:
            first = self.amendment.event_date + ONE_DAY
        first = min(max(first, promise.service.start), last)
        return served(promise.line, ServicePeriod(first, last))

    def _ended(self) -> Pieces:
        """Service ends; what then remains after credits is revenue on the day of the cancellation (handbook 4.10)."""
        return self._closed(self.after.subscription.end, ended_on(self.book, self.after.subscription))

    def _closed(self, last: date, on: date) -> Pieces:
        found: Pieces = {}
        for line in self._lines():
            kept, rest = self._cut(line, last)
            rest += self._change(line)
            found[line] = [*kept, *([self._own(ServicePeriod(on, on), rest)] if rest else [])]
        return found

    def _terminated(self) -> Pieces:
        """What is not yet recognized and what is new, spread over what remains by stand-alone selling prices."""
        day = self._modified_on()
        remaining = [p for p in self.after.promises.values() if p.recognized_over.end >= day]
        if not remaining:
            return self._closed(day - ONE_DAY, day)
        cuts = {line: self._cut(line, day - ONE_DAY) for line in self._lines()}
        pool = sum(rest + self._change(line) for line, (_, rest) in cuts.items())
        weights = [promise.alone(day) for promise in remaining]
        found = {line: kept for line, (kept, _) in cuts.items()}
        for promise, minor in zip(remaining, _split(pool, weights, self.contract.currency), strict=True):
            days = promise.recognized_over
            found[promise.line.id].append(self._own(ServicePeriod(max(days.start, day), days.end), minor))
        return found

    def _modified_on(self) -> date:
        """The first day of the new terms; a longer term counts from the day it is agreed (blend and extend)."""
        day = self.amendment.effective_date
        if any(isinstance(change, ExtendTerm) for change in self.amendment.changes):
            day = min(day, self.amendment.event_date)
        return max(day, self.contract.start)

    def _cut(self, line: str, last: date) -> tuple[list[SchedulePiece], int]:
        return cut(self.book, self.pieces.get(line, []), last)


def cut(book: Book, pieces: list[SchedulePiece], last: date) -> tuple[list[SchedulePiece], int]:
    """The pieces up to and including a day, and what is not yet earned then, in the smallest unit."""
    policies, kept, rest = book.company.policies, list[SchedulePiece](), 0
    for piece in pieces:
        done = earned(piece.amount.minor, piece.service, last, policies.spread, policies.rounding)
        rest += piece.amount.minor - done
        if days := piece.service.through(last):
            kept.append(replace(piece, service=days, amount=Money(done, piece.amount.currency)))
    return kept, rest


def ended_on(book: Book, state: Subscription) -> date:
    """The day of a cancellation: its effective day, which is the last day of service where that day is billed."""
    assert state.cancelled_on is not None
    last_day_billed = book.company.policies.last_day == "billed"
    return state.cancelled_on - timedelta(days=last_day_billed)
