"""In whose name, and in whose books, the two sides of a posting stand.

What belongs to a contract (its liability, what it earned ahead of billing) stands with whoever holds the contract, whichever
legal entity's document moves it: a credit memo of the entity that once invoiced is charged on to the one that serves now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.belonging import as_held
from engine.book import Book
from engine.drafting import Owner, Part
from engine.ledger import account_of
from engine.model.contracts import Contract
from engine.model.journal import JournalEntry, LedgerAccount
from engine.refusals import Refused

HELD = frozenset({"contract liability", "unbilled receivable", "contract asset"})


@dataclass(frozen=True, slots=True)
class Leg:
    """A debit and a credit in one entity's books, each in a customer's name. `sister`: the entity of the other leg, if there is one."""

    entity: str
    debit: LedgerAccount
    credit: LedgerAccount
    customers: tuple[str, str]
    sister: str = ""


def legs(book: Book, blank: JournalEntry, part: Part, debit: LedgerAccount, credit: LedgerAccount) -> Iterator[Leg]:
    """One leg; or one in each entity's books with what they then owe each other, where the sides belong to two."""
    owners = _owner(book, blank, part, debit), part.passes_to or _owner(book, blank, part, credit)
    customers = owners[0].customer, owners[1].customer
    one, other = owners[0].entity, owners[1].entity
    if one == other:
        yield Leg(one, debit, credit, customers)
        return
    position = book.tallied("intercompany", one, other, blank.currency) or -part.amount.minor
    yield Leg(one, debit, _due(book, position), customers, other)
    yield Leg(other, _due(book, -position), credit, customers, one)


def _due(book: Book, position: int) -> LedgerAccount:
    """Where an entity keeps what it has to get from a sister, or owes it: so a claim grows or shrinks before a debt begins."""
    return with_role(book, "due from group" if position > 0 else "due to group")


def _owner(book: Book, blank: JournalEntry, part: Part, side: LedgerAccount) -> Owner:
    theirs = side.role in HELD or (part.kept and side.role == "revenue")
    contract = book.find(Contract, part.contract or "") if theirs and not part.passes_to else None
    held = as_held(book, contract) if contract else blank
    return Owner(held.customer, held.entity)


def with_role(book: Book, role: str) -> LedgerAccount:
    """The account of that role. Refused if the chart has none."""
    if found := account_of(book, role):
        return found
    raise Refused("no-account-determined", f"nothing can be posted: the chart has no account for {role}")
