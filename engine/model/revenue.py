"""Performance obligations and how their price spreads over days (ASC 606, IFRS 15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.calendar import AccountingPeriod, ServicePeriod
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

    `obligation`: contract and line. `pieces` add up to the price allocated to the obligation.
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

    @property
    def total(self) -> Money:
        """The price allocated to the obligation."""
        return total((piece.amount for piece in self.pieces), self.currency)


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueMonth:
    """What a contract's product recognizes in a month: as scheduled today, and as posted so far."""

    contract: str
    customer: str
    product: str
    period: AccountingPeriod
    scheduled: Money
    posted: Money
