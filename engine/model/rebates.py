"""Volume rebates: what goes back to a customer at the end of a period, once they have bought enough in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.calendar import ServicePeriod
from engine.model.document import Document
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class RebateTier:
    """A threshold, and what goes back once it is reached: a percentage of the price, so much for each unit, or a lump sum.

    `threshold`: units, or an amount in whole units of the currency; `beyond`: it must be exceeded, not only reached.
    """

    threshold: Decimal
    beyond: bool = False
    percent: Decimal = Decimal(0)
    each: Money | None = None
    lump: Money | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rebate:
    """A volume rebate as agreed: on one product or (None) on everything, counted in units or by what is billed without tax.

    `every_months`: how long its periods are (0: the term), from the contract's first day or by the `calendar`. `of`: the
    last threshold that is reached decides about everything from the first unit on ("all"), or each about what lies between it
    and the next ("what is above"). `expected`: what the customer is expected to reach in a period, counted alike; where
    nobody says, what is reached so far. `across`: what all contracts of the customer buy counts, and each has its share back.
    """

    tiers: tuple[RebateTier, ...]
    product: str | None = None
    counted: Literal["units", "amount"] = "units"
    every_months: int = 12
    calendar: bool = False
    of: Literal["all", "what is above"] = "all"
    expected: Decimal | None = None
    across: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreedRebate:
    """A rebate that every new contract has, or those of one `customer`, if nobody agrees on others and it holds the product."""

    rebate: Rebate
    customer: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RebateSettlement(Document):
    """What a period of a contract's rebate came to when it was over. `rebate`: which of the contract's, counted from 1.

    `earned`: in all for the period; `credited`: by this settlement, in `memo`. Late usage brings another settlement.
    """

    entity: str
    customer: str
    contract: str
    rebate: int
    period: ServicePeriod
    volume: Decimal
    earned: Money
    credited: Money
    memo: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RebateBalance:
    """How a period of a rebate stands on a day: what is bought in it so far, the threshold reached (None: none), what that
    earns, and what of it is credited. `settles`: the day on which it is credited."""

    customer: str
    contract: str
    product: str | None
    period: ServicePeriod
    settles: date
    volume: Decimal
    reached: Decimal | None
    earned: Money
    credited: Money
