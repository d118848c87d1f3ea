"""What is taken off an agreed price: how much, off what, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Reduction:
    """A percentage, or an amount for each billing period, off what a charge costs for that period."""

    percent: Decimal = Decimal(0)
    amount: Money | None = None

    @property
    def in_words(self) -> str:
        """ "10%" or "20.00 USD"."""
        return str(self.amount) if self.amount else f"{self.percent.normalize():f}%"


@dataclass(frozen=True, kw_only=True, slots=True)
class Discount:
    """A reduction as agreed: off one product's charges or (None) the whole invoice, where an amount is shared out among the
    recurring charges by what they cost.

    It holds for `periods` billing periods, the one it begins in counted, or `until` a day; neither: to the end.
    """

    reduction: Reduction
    product: str | None = None
    periods: int | None = None
    until: date | None = None
