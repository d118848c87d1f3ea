"""Which contracts of a customer are accounted for as one (606-10-25-9, IFRS 15.17)."""

from __future__ import annotations

from engine.book import Book
from engine.model.contracts import Contract
from engine.model.revenue import CombinedWith, RevenueFact


def lead_of(book: Book, contract: str) -> str:
    """The contract with which a contract is combined; itself where it is with none."""
    joined = book.about(RevenueFact, "joins", contract)
    return joined[0].combined_with or contract if joined else contract


def group_of(book: Book, contract: str) -> tuple[str, ...]:
    """The contracts that are accounted for as one, the one they joined first."""
    lead = lead_of(book, contract)
    return lead, *(made.contract for made in book.about(RevenueFact, "combined_with", lead))


def meet(book: Book, made: RevenueFact) -> None:
    """Remember what of the contracts' balances stands on both sides until the next posting nets it: what a combined contract
    is billed ahead and what it has earned ahead are one position (606-10-45-1, IFRS 15.105)."""
    if not isinstance(made.fact, CombinedWith):
        return
    lead, *others = group_of(book, made.contract)
    currency = book.get(Contract, made.contract).currency
    known = sum(book.tallied("billed ahead", currency, one) for one in (lead, *others) if one != made.contract)
    own = book.tallied("billed ahead", currency, made.contract)
    book.tally(max(known, 0) + max(own, 0) - max(known + own, 0), "stands apart", currency, lead)
