"""Which contracts of a customer are accounted for as one (606-10-25-9, IFRS 15.17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engine.book import Book
from engine.model.contracts import Contract
from engine.model.revenue import CombinedWith, RevenueFact
from engine.terms.belonging import as_held, as_of


def lead_of(book: Book, contract: str) -> str:
    """The contract with which a contract is combined; itself where it is with none."""
    joined = book.about(RevenueFact, "joins", contract)
    return joined[-1].combined_with or contract if joined else contract


def group_of(book: Book, contract: str) -> tuple[str, ...]:
    """The contracts that are accounted for as one, the one they joined first."""
    lead = lead_of(book, contract)
    joined = dict.fromkeys(made.contract for made in book.about(RevenueFact, "combined_with", lead))
    return lead, *(one for one in joined if lead_of(book, one) == lead)


def held_together(book: Book, contract: str) -> tuple[str, ...]:
    """Those of them that the ledger holds in the contract's own names: what is billed and what is earned of these meets."""
    group = group_of(book, contract)
    if len(group) == 1:
        return group
    whose = {number: as_held(book, book.get(Contract, number)) for number in group}
    return tuple(one for one, held in whose.items() if _names(held) == _names(whose[contract]))


def held_on(book: Book, group: Iterable[str], contract: str, day: date) -> frozenset[str]:
    """Those of them that belong to the contract's own customer and legal entity on a day."""
    whose = {number: as_of(book, book.get(Contract, number), day) for number in group}
    return frozenset(one for one, held in whose.items() if _names(held) == _names(whose[contract]))


def _names(held: Contract) -> tuple[str, str]:
    return held.customer, held.entity


def meet(book: Book, made: RevenueFact) -> None:
    """Remember what of the contracts' balances stands on both sides until the next posting nets it: what a combined contract
    is billed ahead and what it has earned ahead are one position (606-10-45-1, IFRS 15.105)."""
    if made.separated_from:
        _stand_apart(book, made, made.separated_from)
    if not isinstance(made.fact, CombinedWith):
        return
    lead, *others = group_of(book, made.contract)
    currency = book.get(Contract, made.contract).currency
    known = sum(book.tallied("billed ahead", currency, one) for one in (lead, *others) if one != made.contract)
    own = book.tallied("billed ahead", currency, made.contract)
    book.tally(max(known, 0) + max(own, 0) - max(known + own, 0), "stands apart", currency, lead)


def _stand_apart(book: Book, made: RevenueFact, other: str) -> None:
    """What met of a contract and those it was combined with stands on both sides again, with the next posting of these."""
    left, currency = group_of(book, other), book.get(Contract, made.contract).currency
    rest = sum(book.tallied("billed ahead", currency, one) for one in left)
    own = book.tallied("billed ahead", currency, made.contract)
    book.tally(max(rest + own, 0) - max(rest, 0) - max(own, 0), "stands apart", currency, left[0])
