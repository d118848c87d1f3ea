"""Variable consideration: what of it is part of the price, and what of the price is expected to go back.

ASC 606-10-32-5 to 14 and 32-42 to 45, IFRS 15.50 to 59 and 87 to 90. A changed estimate counts as if it had held from the
beginning of the promise it belongs to, so what concerns the past is revenue of the open month.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ServicePeriod
from engine.model.considerations import NoncashReceived
from engine.model.contracts import Amendment
from engine.model.costs import Financed, PaidOut
from engine.model.invoices import CreditMemo
from engine.model.money import Money, Rounding, rounded
from engine.model.revenue import (
    Collectability,
    ExpectedRefund,
    PriceEstimate,
    RevenueFact,
    SchedulePiece,
    StandAlonePrice,
)
from engine.revenue.expecting import rebate_pieces
from engine.terms.progressing import Pieces, facts

REFUNDS = "/refunds"
"""Ends the obligation under which what is expected to go back is kept: "C-1/1/refunds"."""


def included(estimate: PriceEstimate, rounding: Rounding) -> Money:
    """What of an estimate is part of the price: the expected value, or the most likely amount, within the constraint.

    Of two outcomes equally likely the lower one counts.
    """
    currency = estimate.outcomes[0].amount.currency
    if estimate.method == "expected value":
        value = sum((o.amount.minor * Fraction(o.probability) / 100 for o in estimate.outcomes), Fraction(0))
        amount = Money(rounded(value, rounding), currency)
    else:
        amount = max(estimate.outcomes, key=lambda o: (o.probability, -o.amount.minor)).amount
    return amount if estimate.limit is None else min(amount, estimate.limit)


class Estimates:
    """The price estimates of a contract that count now, each with the number of amendments that its promise includes."""

    def __init__(self, book: Book, contract: str, signed: Sequence[Amendment]) -> None:
        arrived = [amendment.number for amendment in book.about(Amendment, "contract", contract)]
        self._found: dict[str, tuple[int, str | None, int]] = {}
        for recorded in facts(book, contract):
            fact = recorded.fact
            if isinstance(fact, PriceEstimate | Financed | PaidOut | NoncashReceived) and recorded.included is not None:
                name = recorded.number if isinstance(fact, NoncashReceived) else fact.name
                if _days_of(fact):
                    self._found.pop(name, None)
                    continue
                known = set(arrived[: recorded.amendments])
                places = [place for place, amendment in enumerate(signed, 1) if amendment.number in known]
                after = self._found[name][0] if name in self._found else max([0, *places])
                self._found[name] = after, fact.product, recorded.included.minor

    def after(self, amendments: int) -> list[tuple[str | None, int]]:
        """What belongs to the promise as it stood after so many amendments: the product it relates to, and how much."""
        return [(product, minor) for place, product, minor in self._found.values() if place == amendments and minor]


def _days_of(fact: PriceEstimate | Financed | PaidOut | NoncashReceived) -> ServicePeriod | None:
    return fact.service if isinstance(fact, PriceEstimate | NoncashReceived) else None


def for_days(book: Book, contract: str, products: Mapping[str, str]) -> Pieces:
    """What belongs to certain days of a product only (606-10-32-40, I15.85), by line: of each name the newest."""
    newest: dict[str, tuple[RevenueFact, PriceEstimate | NoncashReceived]] = {}
    for recorded in facts(book, contract):
        if isinstance(recorded.fact, PriceEstimate | NoncashReceived):
            name = recorded.number if isinstance(recorded.fact, NoncashReceived) else recorded.fact.name
            newest[name] = recorded, recorded.fact
    found: Pieces = {}
    for recorded, fact in newest.values():
        if fact.service and recorded.included:
            line = next(line for line, product in products.items() if product == fact.product)
            piece = SchedulePiece(service=fact.service, amount=recorded.included, source=recorded.number)
            found.setdefault(line, []).append(piece)
    return found


def alone(book: Book, contract: str) -> dict[str, Decimal]:
    """The stand-alone selling prices that finance has set for a contract, by product."""
    recorded = [known.fact for known in facts(book, contract)]
    return {fact.product: fact.price for fact in recorded if isinstance(fact, StandAlonePrice)}


def doubtful_since(book: Book, contract: str) -> date | None:
    """The day since which it is not probable that the customer pays; None if it is."""
    found: date | None = None
    for recorded in facts(book, contract):
        if isinstance(recorded.fact, Collectability):
            found = None if recorded.fact.probable else found or recorded.effective_date
    return found


def refunds(book: Book, contract: str, by_line: Pieces, products: Mapping[str, str]) -> Pieces:
    """What is expected to go back of each line, below nothing, over the same days; more where more was given back."""
    recorded = [known.fact for known in facts(book, contract)]
    expected = {fact.product: fact for fact in recorded if isinstance(fact, ExpectedRefund)}
    found: Pieces = {}
    for line, own in by_line.items():
        fact = expected.get(products.get(line)) or expected.get(None)
        if fact and fact.amount is None:
            found[f"{line}{REFUNDS}"] = [_share(piece, fact.percent, book.company.policies.rounding) for piece in own]
    for product, fact in expected.items():
        if fact.amount:
            lines = [line for line in by_line if product in (None, products.get(line))]
            _spread(found, {line: by_line[line] for line in lines}, fact.amount)
    for line, own in rebate_pieces(book, contract, by_line, products).items():
        found.setdefault(f"{line}{REFUNDS}", []).extend(own)
    _given_back(book, contract, found)
    return found


def _share(piece: SchedulePiece, percent: Decimal, rounding: Rounding) -> SchedulePiece:
    minor = rounded(piece.amount.minor * Fraction(percent) / 100, rounding)
    return replace(piece, amount=Money(-minor, piece.amount.currency))


def _spread(found: Pieces, by_line: Pieces, amount: Money) -> None:
    for line, piece in _shared(by_line, amount):
        found.setdefault(f"{line}{REFUNDS}", []).append(replace(piece, amount=-piece.amount))


def _shared(by_line: Pieces, amount: Money) -> list[tuple[str, SchedulePiece]]:
    """An amount in proportion to what the pieces bring; nothing where they bring nothing."""
    places = [(line, piece) for line, own in by_line.items() for piece in own if piece.amount.minor > 0]
    weights = [piece.amount.minor for _, piece in places]
    parts = amount.allocate(weights) if weights else ()
    return [(line, replace(piece, amount=part)) for (line, piece), part in zip(places, parts, strict=True)]


def with_estimates(
    book: Book, contract: str, by_line: Pieces, products: Mapping[str, str], allocated: Collection[str]
) -> Pieces:
    """The pieces with what is estimated of the price, in proportion to what each brings: of the whole price where nothing is
    allocated, else of products beside the `allocated` ones, which are usage."""
    found = {line: list(own) for line, own in by_line.items()}
    currency = next((piece.amount.currency for own in by_line.values() for piece in own), "")
    for product, minor in Estimates(book, contract, ()).after(0):
        if (product or "") not in allocated and not (allocated and product is None):
            lines = {line: own for line, own in by_line.items() if product in (None, products.get(line))}
            for line, piece in _shared(lines, Money(minor, currency)) if lines else ():
                found[line].append(piece)
    return found


def _given_back(book: Book, contract: str, found: Pieces) -> None:
    """What was given back above all that was expected is less revenue on the day it was."""
    left = -sum(piece.amount.minor for own in found.values() for piece in own)
    for memo in book.about(CreditMemo, "contract", contract):
        for line in memo.lines if memo.reason == "rebate" else ():
            above = max(line.net.minor - max(left, 0), 0)
            left -= line.net.minor
            if above:
                days = ServicePeriod(memo.event_date, memo.event_date)
                piece = SchedulePiece(service=days, amount=Money(-above, memo.currency), source=memo.number)
                found.setdefault(f"{line.line}{REFUNDS}", []).append(piece)
