"""Whether two contracts can be accounted for as one (606-10-25-9, IFRS 15.17)."""

from __future__ import annotations

from datetime import date

from engine.book import Book
from engine.model.calendar import long_date
from engine.model.contracts import Contract
from engine.model.revenue import CombinedWith, SeparatedFrom
from engine.refusals import Refused
from engine.terms.belonging import as_held
from engine.terms.combining import group_of, held_together, lead_of
from engine.terms.rating import subscription


def check_combined(book: Book, contract: Contract, fact: CombinedWith, on: date) -> None:
    """Refused for a contract of another customer, legal entity or currency, one that is combined already or has ended, and
    where revenue follows each line's own invoices, so that no price is shared out."""
    other = book.find(Contract, fact.contract)
    if other is None:
        raise Refused("unknown-contract", f"the ledger has no contract {fact.contract!r}")
    if book.company.policies.schedule != "contract term":
        raise Refused(
            "not-allocated",
            f"contract {contract.number} cannot be combined: the revenue schedule is the "
            f"{book.company.policies.schedule!r}, which shares out no price",
        )
    _check_free(book, contract.number, other.number)
    ours, theirs = as_held(book, contract), as_held(book, other)
    for what in ("customer", "entity", "currency"):
        mine, another = getattr(ours, what), getattr(theirs, what)
        if mine != another:
            raise Refused(
                f"other-{what}",
                f"contract {ours.number} is of {mine}, {theirs.number} of {another}; only contracts of one "
                f"{_CALLED[what]} are combined",
            )
    for one in (ours, theirs):
        _check_running(book, one, on)


_CALLED = {"customer": "customer", "entity": "legal entity", "currency": "currency"}


def _check_free(book: Book, contract: str, other: str) -> None:
    lead = lead_of(book, other)
    if lead != other and contract != other:
        raise Refused(
            "combined-already", f"contract {other} is combined with {lead} already; combine {contract} with that"
        )
    if contract == other:
        raise Refused("same-contract", f"contract {contract} cannot be combined with itself")
    if len(group := group_of(book, contract)) > 1:
        known = ", ".join(one for one in group if one != contract)
        raise Refused("combined-already", f"contract {contract} is combined with {known} already")


def _check_running(book: Book, contract: Contract, on: date) -> None:
    end = subscription(book, contract).end
    if end < on:
        raise Refused("ended", f"contract {contract.number} ended on {long_date(end)}, before {long_date(on)}")


def check_separated(book: Book, contract: Contract, fact: SeparatedFrom) -> None:
    """Refused for a contract that is not combined with that one, or of which the two have different customers or sellers: what
    passed on took its share of the price along and stands apart already."""
    other = fact.contract
    if lead_of(book, contract.number) != other or contract.number == other:
        joined = lead_of(book, other) == contract.number != other
        hint = f"; {other} joined {contract.number}: separate that one" if joined else ""
        raise Refused("not-combined", f"contract {contract.number} is not combined with {other}{hint}")
    if other not in held_together(book, contract.number):
        raise Refused(
            "passed-on",
            f"contract {contract.number} passed on with its share of the price and stands apart from {other} already",
        )
