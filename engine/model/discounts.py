"""What is taken off an agreed price: how much, off what, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Reduction:
    """A percentage (`most`: of no more than so much), or an amount for each billing period, off what a charge costs for it.

    `units`: so many units of what is used are not charged instead, for each billing period or (`in_all`) once in all, counted
    from the day `since`.
    """

    percent: Decimal = Decimal(0)
    amount: Money | None = None
    most: Money | None = None
    units: Decimal | None = None
    since: date | None = None
    in_all: bool = False

    @property
    def in_words(self) -> str:
        """ "10%", "10%, at most 50.00 USD", "20.00 USD" or "500 units"."""
        if self.units is not None:
            return f"{self.units:f} units"
        if self.amount:
            return str(self.amount)
        return f"{self.percent.normalize():f}%" + (f", at most {self.most}" if self.most else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Discount:
    """A reduction as agreed: `on` some products or single charges, by name, or (none) the whole invoice. An amount on several
    recurring charges is shared out among them by what they cost.

    It holds for `periods` billing periods, the one it begins in counted, or `until` a day; neither: to the end. `used_up`: the
    amount is taken off once in all; what a billing period does not use up goes on to the next.
    """

    reduction: Reduction
    on: tuple[str, ...] = ()
    periods: int | None = None
    until: date | None = None
    used_up: bool = False

    def covers(self, product: str, charge: str) -> bool:
        """Whether it is on a product's charge of that name."""
        return not self.on or product in self.on or charge in self.on
