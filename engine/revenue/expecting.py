"""What of the revenue of a contract is expected to go back as volume rebates (ASC 606-10-32-10, IFRS 15.55).

Until a period is settled, the share that goes back if the customer reaches what is expected; then what went back, spread
over what the period brought. What that makes of days gone by is revenue of the open month.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ServicePeriod
from engine.model.contracts import Contract
from engine.model.money import Money, rounded
from engine.model.rebates import Rebate, RebateSettlement
from engine.model.revenue import ExpectedVolume, SchedulePiece
from engine.terms.progressing import Pieces, Undelivered, facts
from engine.terms.rating import subscription
from engine.terms.rebating import counted, expected_share, rebate_periods

_Placed = tuple[str, SchedulePiece]


def rebate_pieces(book: Book, number: str, by_line: Pieces, products: Mapping[str, str]) -> Pieces:
    """What is expected to go back of each line, below nothing, over the days of the pieces it comes from."""
    contract = book.find(Contract, number)
    found: Pieces = {}
    if contract is None or not contract.rebates:
        return found
    state = subscription(book, contract)
    settled = {(s.rebate, s.period.start): s for s in book.about(RebateSettlement, "contract", number)}
    for place, rebate in enumerate(contract.rebates, 1):
        for period in rebate_periods(contract, state, rebate):
            placed = list(_within(by_line, products, rebate, period))
            known = settled.get((place, period.start))
            share = _share(book, contract, rebate, period)
            backs = _settled(placed, known.earned) if known else [_minor(book, piece, share) for _, piece in placed]
            for (line, piece), minor in zip(placed, backs, strict=True):
                found.setdefault(line, []).append(replace(piece, amount=Money(-minor, piece.amount.currency)))
    return found


def _within(by_line: Pieces, products: Mapping[str, str], rebate: Rebate, period: ServicePeriod) -> Iterator[_Placed]:
    """The pieces of a rebate's products within a period, cut where they reach beyond it."""
    for line, own in by_line.items():
        for piece in own if rebate.product in (None, products.get(line)) else ():
            days = piece.service.overlap(period)
            if days and isinstance(piece, Undelivered):
                yield line, piece
            elif days:
                minor = rounded(Fraction(piece.amount.minor * days.days, piece.service.days))
                yield line, replace(piece, service=days, amount=Money(minor, piece.amount.currency))


def _share(book: Book, contract: Contract, rebate: Rebate, period: ServicePeriod) -> Fraction:
    """The part of the price that goes back, as expected by finance, as agreed to be expected, or as reached so far."""
    told = [known.fact for known in facts(book, contract.number)]
    volumes = [fact.volume for fact in told if isinstance(fact, ExpectedVolume) and fact.product == rebate.product]
    expected = volumes[-1] if volumes else rebate.expected
    if expected is not None:
        return expected_share(contract, rebate, expected)
    _, back, net = counted(book, contract, rebate, period, date.max)
    return back / net if net > 0 else Fraction(0)


def _settled(placed: list[_Placed], whole: Money) -> list[int]:
    weights = [max(piece.amount.minor, 0) for _, piece in placed]
    return [part.minor for part in whole.allocate(weights)] if any(weights) else [0] * len(placed)


def _minor(book: Book, piece: SchedulePiece, share: Fraction) -> int:
    return rounded(piece.amount.minor * share, book.company.policies.rounding)
