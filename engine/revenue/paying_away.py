"""What of a price goes to the customer or to a supplier: owed on the day it is promised, and no revenue.

ASC 606-10-32-25 to 27 and 55-36 to 40, IFRS 15.70 to 72 and B34 to B38. It counts as so much less billed, so the rest of the price
is earned as the goods and services are given, and a contract shows what is paid ahead of that as an asset.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.model.contracts import Contract
from engine.model.costs import PaidOut
from engine.terms.progressing import facts


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of it in all, of each name the newest amount. It is posted on its day, whatever month end."""
    found: dict[str, int] = {}
    for known in facts(book, contract.number):
        if isinstance(known.fact, PaidOut) and known.effective_date <= today:
            found[known.fact.name] = known.fact.amount.minor
    if found:
        yield "price paid out", "paid", sum(found.values())
