"""What of a price goes to the customer or to a supplier: owed on the day it is promised, and no revenue.

ASC 606-10-32-25 to 27 and 55-36 to 40, IFRS 15.70 to 72 and B34 to B38. It counts as so much less billed, so the rest of the price
is earned as the goods and services are given, and a contract shows what is paid ahead of that as an asset.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.considerations import SupplierShare
from engine.model.contracts import Contract
from engine.model.costs import PaidOut
from engine.model.money import Money, rounded
from engine.model.revenue import SchedulePiece
from engine.terms.progressing import Pieces, facts

PASSED_ON = "/passed on"
"""Ends the obligation under which the share of suppliers is kept: "C-1/1/passed on"."""


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of it in all, of each name the newest amount. It is posted on its day, whatever month end."""
    found: dict[str, int] = {}
    for known in facts(book, contract.number):
        if isinstance(known.fact, PaidOut) and known.effective_date <= today:
            found[known.fact.name] = known.fact.amount.minor
    if found:
        yield "price paid out", "paid", sum(found.values())


def supplier_shares(book: Book, contract: str) -> dict[tuple[str, str], Decimal]:
    """The newest percentage of each product and supplier."""
    told = (known.fact for known in facts(book, contract))
    return {(fact.product, fact.name): fact.percent for fact in told if isinstance(fact, SupplierShare)}


def passed_on(book: Book, contract: str, by_line: Pieces, products: Mapping[str, str]) -> Pieces:
    """What of each line's price belongs to suppliers, below nothing, over the same days: owed to them as it is earned."""
    shares = supplier_shares(book, contract)
    found: Pieces = {}
    for line, own in by_line.items() if shares else ():
        percent = sum(share for (product, _), share in shares.items() if product == products.get(line))
        if percent:
            found[f"{line}{PASSED_ON}"] = [_share(book, piece, Fraction(percent)) for piece in own]
    return found


def _share(book: Book, piece: SchedulePiece, percent: Fraction) -> SchedulePiece:
    minor = rounded(piece.amount.minor * percent / 100, book.company.policies.rounding)
    return replace(piece, amount=Money(-minor, piece.amount.currency))
