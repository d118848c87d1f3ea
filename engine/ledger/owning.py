"""In whose name, and in whose books, the two sides of a posting stand.

What belongs to an invoice (what is open of it, credit above that, what a dispute reserves) stands with whoever it is owed to, and
its tax with whoever issued it. What belongs to a contract (its liability, what it earned ahead of billing) stands with whoever
holds the contract, whichever legal entity's document moves it: a credit memo of the entity that once invoiced is charged on to
the one that serves now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from engine.book import Book
from engine.ledger.drafting import Owner, Part
from engine.ledger.general_ledger import account_of
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry, LedgerAccount
from engine.refusals import Refused
from engine.terms.belonging import as_held

OWED = frozenset({"receivables", "customer credits", "refund liability"})
TAXES = frozenset({"tax", "tax on hold"})
HELD = frozenset({"contract liability", "unbilled receivable", "contract asset"})


@dataclass(frozen=True, slots=True)
class Leg:
    """A debit and a credit of so much in one entity's books, each in a customer's name. `sister`: the entity of the other
    leg, if there is one."""

    entity: str
    debit: LedgerAccount
    credit: LedgerAccount
    customers: tuple[str, str]
    minor: int
    sister: str = ""


class Positions:
    """What entities have to get from each other, followed through one posting before it stands."""

    def __init__(self, book: Book, currency: str) -> None:
        self._book, self._currency = book, currency
        self._moved: Counter[tuple[str, str]] = Counter()

    def split(self, one: str, other: str, minor: int) -> Iterator[tuple[int, bool]]:
        """A movement of one's claim, first against what stands on the other side; each part with whether it is on a claim."""
        stands = self._book.tallied("intercompany", one, other, self._currency) + self._moved[one, other]
        self._moved[one, other] += minor
        self._moved[other, one] -= minor
        against = max(min(minor, -stands), 0) if minor > 0 else min(max(minor, -stands), 0)
        yield from ((part, claim) for part, claim in ((against, minor < 0), (minor - against, minor > 0)) if part)


def legs(
    book: Book, blank: JournalEntry, part: Part, debit: LedgerAccount, credit: LedgerAccount, positions: Positions
) -> Iterator[Leg]:
    """One leg; or two in each entity's books with what they then owe each other, where the sides belong to two."""
    owners = _owner(book, blank, part, debit), part.passes_to or _owner(book, blank, part, credit)
    customers = owners[0].customer, owners[1].customer
    one, other = owners[0].entity, owners[1].entity
    if one == other:
        yield Leg(one, debit, credit, customers, part.amount.minor)
        return
    for minor, claim in positions.split(one, other, -part.amount.minor):
        here, there = ("due from group", "due to group") if claim else ("due to group", "due from group")
        yield Leg(one, debit, with_role(book, here), customers, -minor, other)
        yield Leg(other, with_role(book, there), credit, customers, -minor, one)


def _owner(book: Book, blank: JournalEntry, part: Part, side: LedgerAccount) -> Owner:
    if part.kept and side.role == "revenue":
        return part.kept
    if side.role in OWED and part.holder:
        return Owner(blank.customer, part.holder)
    if side.role in TAXES and (issued := book.find(Invoice, part.invoice or "")):
        return Owner(blank.customer, issued.entity)
    contract = book.find(Contract, part.contract or "") if side.role in HELD and not part.passes_to else None
    held = as_held(book, contract) if contract else blank
    return Owner(held.customer, held.entity)


def with_role(book: Book, role: str) -> LedgerAccount:
    """The account of that role. Refused if the chart has none."""
    if found := account_of(book, role):
        return found
    raise Refused("no-account-determined", f"nothing can be posted: the chart has no account for {role}")
