"""What customers give instead of cash: part of the price at its fair value, and paid as soon as it is given.

ASC 606-10-32-21 to 24, IFRS 15.66 to 69. It counts as billed, so the contract shows a liability until the price is earned.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.model.considerations import NoncashReceived
from engine.model.contracts import Contract
from engine.terms.progressing import facts


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of it in all. It is posted on its day, whatever month end."""
    given = [known.fact for known in facts(book, contract.number) if known.effective_date <= today]
    if found := [fact.amount.minor for fact in given if isinstance(fact, NoncashReceived)]:
        yield "noncash consideration received", "received", sum(found)
