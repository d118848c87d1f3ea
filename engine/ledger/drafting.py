"""A posting in the making: its named amounts, and the running totals it moves once all of it stands.

Contract liability and unbilled receivable are trued up (handbook P9 and T4): for each contract the liability is what was
billed above what is recognized, the unbilled receivable what is recognized above what was billed; never both. Every
posting that changes one of the two posts the change of both, so documents may arrive in any order and end in the same
balances. Not by obligation: an allocated price differs from what is billed for the line, and only the contract nets out;
for the same reason contracts that are combined are trued up together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from engine.book import Book
from engine.model.money import Money
from engine.terms.combining import held_together

PAID_AHEAD = "paid ahead"
"""The running total, by contract, of what was paid ahead of its invoices and has paid none of them yet."""
_NOTHING = Fraction(0)
_NOWHERE_ELSE: Mapping[str, str] = MappingProxyType({})


class Owner(NamedTuple):
    """In whose name a side of a posting stands: a customer, in the books of a legal entity."""

    customer: str
    entity: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A named amount of a business event; the company's posting rules say what it debits and credits.

    `beyond`: what rounding has left out of it so far, a fraction of the smallest unit. `passes_to`: its credit side stands
    in that name, where a balance is handed over. `kept`: whose revenue it is, if not the posting's own. `rate`: what
    a unit of its currency is booked at, where that is known from elsewhere. `instead`: the account of the side that is no debt
    between entities, if not the posting rule's. `holder`: the legal entity that its invoice is owed to, if not the document's.
    """

    name: str
    amount: Money
    contract: str | None = None
    product: str | None = None
    obligation: str | None = None
    invoice: str | None = None
    tax_code: str | None = None
    beyond: Fraction = _NOTHING
    passes_to: Owner | None = None
    kept: Owner | None = None
    rate: Fraction | None = None
    instead: str = ""
    holder: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognized:
    """Revenue of a contract's product that a posting recognizes, or takes back if negative.

    `of`: the running total it counts in: "revenue", "expected refunds" or "passed on". `owner`: in whose name (None: the posting's).
    """

    contract: str
    product: str
    minor: int
    of: str
    owner: Owner | None


def obligation_of(contract: str, line: str) -> str:
    """The performance obligation of a contract's line."""
    return f"{contract}/{line}"


def ahead(book: Book, name: str) -> str:
    """The amount's name for what is earned ahead of billing: as it is for an unbilled receivable, else "conditional"."""
    return name if book.company.policies.earned_ahead == "unbilled receivable" else "conditional"


class Draft:
    """The amounts of one posting in one currency. Nothing is written into the book before `commit`. `holders`: to which legal
    entity invoices are owed, where it is not the posting's own."""

    def __init__(self, book: Book, currency: str, holders: Mapping[str, str] = _NOWHERE_ELSE) -> None:
        self.book = book
        self.currency = currency
        self.holders = holders
        self.parts: list[Part] = []
        self._recognized: list[Recognized] = []
        self._totals: dict[tuple[str, ...], int] = {}

    def add(
        self,
        name: str,
        minor: int,
        beyond: Fraction = _NOTHING,
        kept: Owner | None = None,
        rate: Fraction | None = None,
        /,
        *,
        contract: str | None = None,
        product: str | None = None,
        obligation: str | None = None,
        invoice: str | None = None,
        tax_code: str | None = None,
    ) -> None:
        """A named amount in the smallest unit; nothing is not added."""
        if minor:
            part = Part(
                name=name,
                amount=Money(minor, self.currency),
                contract=contract,
                product=product,
                obligation=obligation,
                invoice=invoice,
                tax_code=tax_code,
                beyond=beyond,
                kept=kept,
                rate=rate,
                holder=self.holders.get(invoice or "", ""),
            )
            self.parts.append(part)

    def pass_on(self, name: str, minor: int, contract: str, to: Owner) -> None:
        """A balance of a contract that leaves one name for another; nothing is not added."""
        if minor:
            amount = Money(minor, self.currency)
            self.parts.append(Part(name=name, amount=amount, contract=contract, passes_to=to))

    def move(self, name: str, subject: str, minor: int) -> int:
        """Move a running total; answers with what it is then."""
        key = name, self.currency, subject
        before = self._totals.get(key, self.book.tallied(*key))
        self._totals[key] = before + minor
        return before + minor

    def true_up(self, contract: str, billed: int = 0, recognized: int = 0) -> tuple[int, int]:
        """Move what is billed and recognized of a contract: the changes of contract liability and unbilled receivable.

        Contracts that are accounted for as one have one position: what is earned of one and billed of another meets, as long
        as one customer has both.
        """
        lead, *others = held_together(self.book, contract)
        before = sum(self.move("billed ahead", one, 0) for one in (lead, *others))
        self.move("billed ahead", contract, billed - recognized)
        ahead, apart = before + billed - recognized, self.move("stands apart", lead, 0)
        self.move("stands apart", lead, -apart)
        return max(ahead, 0) - max(before, 0) - apart, max(-ahead, 0) - max(-before, 0) - apart

    def recognize(
        self,
        contract: str,
        product: str,
        obligation: str,
        minor: int,
        of: str = "revenue",
        owner: Owner | None = None,
    ) -> None:
        """Note revenue of an obligation, and by contract, product and whose it is for the month it is posted in."""
        self.move("recognized", obligation, minor)
        self._recognized.append(Recognized(contract=contract, product=product, minor=minor, of=of, owner=owner))

    @property
    def is_empty(self) -> bool:
        """Whether it has no amounts and moves no running total."""
        return not (self.parts or self._recognized or self._totals)

    def commit(self, month: str, owner: Owner) -> None:
        """Write the running totals into the book; what names no owner is that one's."""
        for (name, currency, subject), total in self._totals.items():
            self.book.tally(total - self.book.tallied(name, currency, subject), name, currency, subject)
        for found in self._recognized:
            whose = found.owner or owner
            self.book.tally(found.minor, found.of, found.contract, found.product, month, *whose)
