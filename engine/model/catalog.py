"""What is sold and for how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class Charge:
    """One price element of a rate plan. `per_months`: the months its price is for (1, 3, 12); 0 for a one-time charge.

    `model`: "flat" whatever the quantity, or "per unit". `recognition`: revenue over the service period, or on its first day.
    """

    name: str
    kind: Literal["one-time", "recurring"] = "recurring"
    model: Literal["flat", "per unit"] = "per unit"
    per_months: int = 1
    recognition: Literal["over time", "point in time"] = "over time"
    tax_code: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RatePlan:
    """Charges that are sold together."""

    name: str
    charges: tuple[Charge, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """What the customer buys, in one or more rate plans; the first is the one sold if nobody says otherwise."""

    name: str
    code: str
    plans: tuple[RatePlan, ...]

    def plan(self, name: str | None = None) -> RatePlan | None:
        """The rate plan of that name, or the first."""
        return next((plan for plan in self.plans if name in (None, plan.name)), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceBookEntry:
    """The price of a charge from a day on, exact (fractions of a cent allowed), and its stand-alone selling price."""

    product: str
    plan: str
    charge: str
    currency: str
    price: Decimal
    stand_alone_price: Decimal | None = None
    start: date = date.min


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceBook:
    """List prices by product, plan, charge, currency and day."""

    name: str
    entries: tuple[PriceBookEntry, ...] = ()

    def price(self, product: str, plan: str, charge: str, currency: str, on: date) -> PriceBookEntry | None:
        """The entry in force on that day, or None."""
        key = (product, plan, charge, currency)
        fitting = [e for e in self.entries if (e.product, e.plan, e.charge, e.currency) == key and e.start <= on]
        return max(fitting, key=lambda entry: entry.start, default=None)
