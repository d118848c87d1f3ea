"""Costs that are foreseen: assurance warranties, and the loss of a contract that costs more than it brings.

ASC 606-10-55-30 to 35, IFRS 15.B28 to B33, IAS 37. Everything is counted in all; what is posted is the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.model.considerations import Provided, ProvisionUsed
from engine.model.contracts import Contract
from engine.model.costs import CostsTested
from engine.revenue.costing import ended
from engine.terms.progressing import facts


def provisions(book: Book, contract: Contract, day: date) -> dict[str, tuple[int, int]]:
    """By name, what is provided in all by a day and how much of it was spent, in the smallest unit."""
    found: dict[str, tuple[int, int]] = {}
    for known in facts(book, contract.number):
        fact = known.fact
        if isinstance(fact, Provided | ProvisionUsed) and known.effective_date <= day:
            provided, used = found.get(fact.name, (0, 0))
            spent = isinstance(fact, ProvisionUsed)
            found[fact.name] = (provided, used + fact.amount.minor) if spent else (fact.amount.minor, used)
    return found


def shortfall(book: Book, contract: Contract, day: date) -> int:
    """What is still to be spent above all that is still to come in, as last tested; nothing once the contract has ended."""
    tests = [known.fact for known in facts(book, contract.number) if known.effective_date <= day]
    tested = [fact for fact in tests if isinstance(fact, CostsTested)]
    over = ended(book, contract)
    if not tested or (over and over <= day) or book.company.policies.onerous == "not provided for":
        return 0
    return max(tested[-1].to_spend.minor - tested[-1].to_come_in.minor, 0)


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of it in all: event, amount, how much. It is posted on its day, whatever month end."""
    found = provisions(book, contract, today).values()
    yield "provision made", "provided", sum(max(provided, used) for provided, used in found)
    yield "provision made", "onerous", shortfall(book, contract, today)
    yield "provision used", "used", sum(used for _, used in found)
