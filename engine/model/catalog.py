"""What is sold and for how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.cadence import Billing

Quantity = int | Decimal
"""How much is bought or used: whole units as a rule, with decimals where something is measured."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tier:
    """A step of a price table. `up_to`: the last unit it holds (None: no end); `fee`: once, if the step is reached.

    `package`: the price is for so many units, a begun package counted in full (None: for each unit).
    """

    up_to: Quantity | None = None
    price: Decimal = Decimal(0)
    fee: Decimal = Decimal(0)
    package: Quantity | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tiered:
    """Graduated: each unit at the price of the step it falls into."""

    tiers: tuple[Tier, ...]
    kind: Literal["tiered"] = "tiered"


@dataclass(frozen=True, kw_only=True, slots=True)
class Volume:
    """All units at the price of the step that the last one falls into."""

    tiers: tuple[Tier, ...]
    kind: Literal["volume"] = "volume"


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """Whole packages of so many units at the charge's price each; `included` units are free.

    `begun`: a begun package is counted in full; otherwise only full ones cost anything.
    """

    size: Quantity
    included: Quantity = 0
    begun: bool = True
    kind: Literal["package"] = "package"


@dataclass(frozen=True, kw_only=True, slots=True)
class Overage:
    """The charge's price for each unit above the quantity that is included."""

    included: Quantity
    kind: Literal["overage"] = "overage"


@dataclass(frozen=True, kw_only=True, slots=True)
class Percentage:
    """The charge's price is a percentage of the quantity, which is an amount of money in whole units of the currency.

    The first `free` units of a billing period cost nothing; `fixed_fee` is added for each use that is not all free, of
    which there are `charged` (None: one, if anything is above what is free). Where the first `free_uses` are free, no more
    is free than they come to.
    """

    fixed_fee: Decimal = Decimal(0)
    free: Quantity = 0
    charged: int | None = None
    free_uses: int = 0
    kind: Literal["percentage"] = "percentage"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rated:
    """An amount that was found another way than from the quantity alone: use by use, or up to a maximum."""

    amount: Decimal
    kind: Literal["rated"] = "rated"


Rate = Tiered | Volume | Package | Overage | Percentage | Rated
"""How a quantity becomes an amount where it is neither flat nor so much for each unit."""
Recognition = Literal["over time", "point in time", "over the term", "as delivered"]
Model = Literal["flat", "per unit", "tiered", "volume", "package", "overage", "percentage"]
Counting = Literal[
    "sum",
    "highest",
    "latest",
    "average",
    "95th percentile",
    "uses",
    "distinct",
    "by time",
    "sum ever",
    "latest ever",
]
"""How the readings of a billing period become its quantity. "uses": how many there are; "distinct": of how many things;
"by time": what they add up to day by day, on average over the days; "ever": with all readings before."""
RatedPer = Literal["billing period", "day", "use"]
StepsOver = Literal["billing period", "quarter", "half-year", "year", "term"]
MinimumPer = Literal["billing period", "quarter", "half-year", "year", "term"]
Bound = Literal["charge", "contract", "customer"]
"""What has a bound in common: a charge's usage alone, or that of all such charges of the contract or of the customer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Charge:
    """One price element of a rate plan. `per_months`: the months its price is for (1, 3, 12); 0 where it is not for a time.

    Of a recurring charge, 0 is for each billing period, however long. `model`: "flat" whatever the quantity, "per unit", or
    the kind of rate its price has. `recognition`: revenue over the service period, on its first day, over the whole term (a
    fee for what is no service of its own), or as it is delivered: by units, milestones, hours or costs. `minimum`: what the
    usage of a whole billing period (or a quarter, a year, the term) comes to at least; what is short of it is charged as a true-up.
    `prepaid`: the price is an amount that usage draws from, for `prepaid_months` or `prepaid_days` (both 0: to the end of the
    contract); `breakage`: the percentage of it that nobody is expected to draw.
    `limit`: the usage of a billing period above which more is refused. `billing`: where it is not the contract's.
    `shipping`: it brings goods to the customer, so it may be no promise of its own. Of usage, `counted`: how readings become
    a quantity; `rated_per`: what is priced by itself; `steps_over`: how long units count towards its steps and free units;
    `carried_over`: in how many later billing periods free units that were not used can be (None: in all of them);
    `least` and `most`: what one use costs at least and at most; `maximum`: what a billing period costs at most;
    `threshold`: what is not billed yet is billed as soon as it reaches so much. `maximum_of` and `threshold_of`: what counts
    towards them, the charge's usage or that of all such charges of the contract or the customer; `minimum_of`: towards the
    minimum, the charge's usage or all that the contract is charged. Of what is prepaid, `worth`: what can be drawn, if not
    what it costs; `rank`: what is drawn first, the lowest before others; `covers`: the products whose usage draws (none: all).
    """

    name: str
    kind: Literal["one-time", "recurring", "usage"] = "recurring"
    model: Model = "per unit"
    per_months: int = 1
    recognition: Recognition = "over time"
    tax_code: str | None = None
    minimum: Decimal | None = None
    minimum_per: MinimumPer = "billing period"
    limit: Quantity | None = None
    prepaid: bool = False
    prepaid_months: int = 0
    prepaid_days: int = 0
    breakage: Decimal = Decimal(0)
    billing: Billing | None = None
    shipping: bool = False
    counted: Counting = "sum"
    rated_per: RatedPer = "billing period"
    steps_over: StepsOver = "billing period"
    carried_over: int | None = 0
    least: Decimal | None = None
    most: Decimal | None = None
    maximum: Decimal | None = None
    threshold: Decimal | None = None
    threshold_of: Bound = "charge"
    maximum_of: Bound = "charge"
    minimum_of: Literal["charge", "contract"] = "charge"
    worth: Decimal | None = None
    rank: int = 0
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RatePlan:
    """Charges that are sold together."""

    name: str
    charges: tuple[Charge, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Product:
    """What the customer buys, in one or more rate plans; the first is the one sold if nobody says otherwise.

    `distinct`: whether what remains of it on some day is distinct from what was given before, as in a series of days or
    units (ASC 606-10-25-14 to 22, IFRS 15.22 to 30). If not, it is one obligation, partly satisfied.
    """

    name: str
    code: str
    plans: tuple[RatePlan, ...]
    distinct: bool = True

    def plan(self, name: str | None = None) -> RatePlan | None:
        """The rate plan of that name, or the first."""
        return next((plan for plan in self.plans if name in (None, plan.name)), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class AloneRange:
    """The range in which a unit was seen to sell alone. `varies`: so widely that it has no stand-alone price of its own, and
    takes what the others leave (the residual approach, ASC 606-10-32-34(c), IFRS 15.79(c)). `high` None: no end."""

    low: Decimal
    high: Decimal | None
    varies: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Bundle:
    """Products that are regularly sold together, one of each, for `price` instead of what they cost alone (606-10-32-37)."""

    products: tuple[str, ...]
    price: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceBookEntry:
    """The price of a charge from a day on, exact (fractions of a cent allowed), and its stand-alone selling price.

    `rate`: what more its way of charging needs: a table of steps (then `price` is nothing), the size of a package ...
    """

    product: str
    plan: str
    charge: str
    currency: str
    price: Decimal
    rate: Rate | None = None
    stand_alone_price: Decimal | None = None
    alone_range: AloneRange | None = None
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
