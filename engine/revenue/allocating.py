"""Revenue over the contract term: the transaction price and its allocation to the obligations.

ASC 606-10-32-28 to 36, IFRS 15.73 to 86; handbook, section 3. Each line of the contract is one performance obligation.
Everything is read anew from the contract, its amendments, what was billed and what finance recorded, so it comes out the
same in whatever order they arrived.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.billing.metered import is_metered, is_prepaid
from engine.book import Book
from engine.model.calendar import ServicePeriod
from engine.model.contracts import Amendment, Contract, PlannedLine, Subscription
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.model.revenue import SchedulePiece
from engine.revenue.promising import Promise, promises
from engine.revenue.splitting import allotted, split
from engine.terms.progressing import END, START, Mark, Pieces, Progress, Undelivered, end_of
from engine.terms.rating import as_signed
from engine.terms.spreading import earned


@dataclass(frozen=True, slots=True)
class Stage:
    """The contract after some of its amendments: what it promises, and what each line costs, in the smallest unit."""

    subscription: Subscription
    promises: dict[str, Promise]
    prices: dict[str, int]


def stage(book: Book, contract: Contract, signed: list[Amendment]) -> Stage:
    """The contract after those amendments."""
    subscription = as_signed(contract, signed)
    found = promises(book, contract, subscription)
    return Stage(subscription, found, {id_: promise.price.minor for id_, promise in found.items()})


def agreed(
    book: Book, contract: Contract, lines: Iterable[OrderLine], plan: Iterable[PlannedLine], retaxed: Pieces
) -> dict[str, int]:
    """The price of each line as it is and will be billed, rounding included: billed, less taken back, plus planned; without
    what has days of its own (`retaxed`)."""
    prices = dict.fromkeys((line.id for line in lines if not (is_metered(line) or is_prepaid(line))), 0)
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
    for id_, own in retaxed.items():
        prices[id_] -= sum(piece.amount.minor for piece in own)
    return prices


def inception(
    book: Book, contract: Contract, first: Stage, progress: Progress, estimated: Sequence[tuple[str | None, int]] = ()
) -> Pieces:
    """The price of all lines, split among them (606-10-32-31).

    `estimated`: what is part of the price beside what is billed; a product where it relates to that alone (32-40).
    """
    found = list(first.promises.values())
    price = sum(first.prices.values()) + sum(minor for product, minor in estimated if not product)
    parts = allotted(book, found, price, contract.currency, progress)
    for product, minor in estimated:
        own = [place for place, promise in enumerate(found) if product and promise.line.product == product]
        weights = [found[place].alone(START, progress) for place in own]
        for place, part in zip(own, split(minor, weights, contract.currency), strict=True):
            parts[place] += part
    return {
        promise.line.id: [piece_of(promise, promise.recognized_over, part, contract.number)]
        for promise, part in zip(found, parts, strict=True)
    }


def piece_of(promise: Promise, service: ServicePeriod, minor: int, source: str, since: Mark = START) -> SchedulePiece:
    """The same for a promise, in the smallest unit."""
    return for_line(promise.line, service, Money(minor, promise.price.currency), source, since)


def for_line(line: OrderLine, service: ServicePeriod, amount: Money, source: str, since: Mark = START) -> SchedulePiece:
    """An amount over days as a line's revenue is recognized; or as the line is delivered, counting from a moment."""
    if line.charge.recognition == "as delivered":
        return Undelivered(service=service, amount=amount, source=source, line=line.id, since=since)
    return SchedulePiece(service=service, amount=amount, source=source)


def cut(
    book: Book, pieces: Iterable[SchedulePiece], last: date, progress: Progress, until: Mark | None = None
) -> tuple[list[SchedulePiece], int]:
    """The pieces up to and including a day, or what was delivered until a moment, and what is not yet earned then."""
    policies, kept, rest = book.company.policies, list[SchedulePiece](), 0
    for piece in pieces:
        if isinstance(piece, Undelivered):
            done, left = progress.dated(piece, until or end_of(last), policies.rounding)
            kept, rest = [*kept, *done], rest + left
            continue
        minor = earned(piece.amount.minor, piece.service, last, policies.spread, policies.rounding, policies.residue)
        rest += piece.amount.minor - minor
        if days := piece.service.through(last):
            kept.append(replace(piece, service=days, amount=Money(minor, piece.amount.currency)))
    return kept, rest


def delivered(book: Book, pieces: Iterable[SchedulePiece], progress: Progress) -> tuple[list[SchedulePiece], int]:
    """The pieces with what is delivered on its days, and what is undelivered, in the smallest unit."""
    found, left = list[SchedulePiece](), 0
    for piece in pieces:
        if isinstance(piece, Undelivered):
            done, rest = progress.dated(piece, END, book.company.policies.rounding)
            found, left = [*found, *done], left + rest
        else:
            found.append(piece)
    return found, left


def ended_on(book: Book, state: Subscription) -> date:
    """The day of a cancellation: its effective day, which is the last day of service where that day is billed."""
    assert state.cancelled_on is not None
    last_day_billed = book.company.policies.last_day == "billed"
    return state.cancelled_on - timedelta(days=last_day_billed)
