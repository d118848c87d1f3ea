"""Performance obligations and how their price spreads over days (ASC 606, IFRS 15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.catalog import Quantity
from engine.model.document import Document
from engine.model.money import Money, total


@dataclass(frozen=True, kw_only=True, slots=True)
class SchedulePiece:
    """An amount recognized over service days, and the document or line it comes from."""

    service: ServicePeriod
    amount: Money
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueSchedule(Document):
    """One version of an obligation's schedule; a later version replaces it and neither is ever edited.

    `obligation`: contract and line. `pieces` and what is `undelivered`, of which no day is known yet, add up to the price
    allocated to the obligation. `refunds`: what of that price is expected to be given back, so it is below nothing.
    """

    entity: str
    customer: str
    contract: str
    obligation: str
    product: str
    currency: str
    version: int
    reason: str
    spread: Literal["by day", "by month"]
    pieces: tuple[SchedulePiece, ...]
    undelivered: Money
    refunds: bool = False

    @property
    def total(self) -> Money:
        """The price allocated to the obligation."""
        return total((piece.amount for piece in self.pieces), self.currency) + self.undelivered


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivered:
    """So many more units (pieces, hours, points) of a product were given or used."""

    product: str
    quantity: Quantity
    kind: Literal["delivered"] = "delivered"


@dataclass(frozen=True, kw_only=True, slots=True)
class Progressed:
    """So much in all, `done` of `of` expected, is done of a product by then: percent, milestones, hours or costs."""

    product: str
    done: Quantity
    of: Quantity
    kind: Literal["progressed"] = "progressed"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedUse:
    """So much of a product will be used in all; the rest never (breakage, IFRS 15.B46, 606-10-55-48)."""

    product: str
    quantity: Quantity
    kind: Literal["expected use"] = "expected use"


@dataclass(frozen=True, kw_only=True, slots=True)
class Expired:
    """What is left of a product will not be used any more."""

    product: str
    kind: Literal["expired"] = "expired"


Fact = Delivered | Progressed | ExpectedUse | Expired
"""What decides about revenue beside contract, amendments and what is billed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueFact(Document):
    """A fact that finance records about a contract. It counts from its `effective_date`.

    `amendments`: how many of the contract's amendments the ledger knew then, so that what came first is known.
    """

    contract: str
    amendments: int
    customer: str
    fact: Fact


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueMonth:
    """What a contract's product recognizes in a month: as scheduled today, and as posted so far."""

    contract: str
    customer: str
    product: str
    period: AccountingPeriod
    scheduled: Money
    posted: Money
