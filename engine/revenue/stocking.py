"""Goods that customers get and may give back: what they cost is cost of sales, or an asset where they are expected back.

ASC 606-10-55-22 to 29, IFRS 15.B20 to B27. What comes back is counted at the average cost of what was sold.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.model.contracts import Contract
from engine.model.costs import CostFact, GoodsReturned, GoodsSold, ReturnsExpected
from engine.model.money import rounded
from engine.terms.progressing import facts


class Goods:
    """What left the stock of a product for a contract, and how much of it comes back."""

    def __init__(self) -> None:
        self.sold = self.cost = self.back = self.expected = Fraction(0)

    def tell(self, fact: CostFact) -> None:
        """One more sale, return or estimate. What has come back was to be expected."""
        match fact:
            case GoodsSold():
                self.sold += Fraction(fact.quantity)
                self.cost += Fraction(fact.quantity) * fact.cost.minor
            case ReturnsExpected():
                self.expected = Fraction(fact.quantity)
            case _:
                assert isinstance(fact, GoodsReturned)
                self.back += Fraction(fact.quantity)
        self.expected = max(self.expected, self.back)

    def of(self, units: Fraction) -> Fraction:
        """What so many units cost, in the smallest unit of the currency."""
        return self.cost * units / self.sold if self.sold else Fraction(0)


def goods(book: Book, contract: Contract, day: date) -> dict[str, Goods]:
    """By product, what is recorded up to a day."""
    found: dict[str, Goods] = {}
    for recorded in facts(book, contract.number):
        fact = recorded.fact
        if isinstance(fact, GoodsSold | ReturnsExpected | GoodsReturned) and recorded.effective_date <= day:
            found.setdefault(fact.product, Goods()).tell(fact)
    return found


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of a contract's goods in all: event, amount, how much. It is posted on its day, whatever month end."""
    rounding = book.company.policies.rounding
    for known in goods(book, contract, today).values():
        back = rounded(known.of(min(known.expected, known.sold)), rounding)
        yield "goods transferred", "sold", rounded(known.cost, rounding) - back
        yield "goods transferred", "expected back", back
        yield "goods returned", "returned", rounded(known.of(known.back), rounding)
