"""The shape of what a company sells and for how much."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from engine.model.catalog import Bound, Counting, MinimumPer, Model, RatedPer, Recognition, StepsOver
from scenarios.charging_words import Billed, Unused
from scenarios.words import Closed, Count, Currency, Day, Percent, Price, Text, YesNo, wrong

MONTHS = {"billing period": 0, "month": 1, "quarter": 3, "half-year": 6, "year": 12}


class ChargeShape(Closed):
    """One price element. `price per` is the time its price is for; only a recurring charge has one.

    Usage may have a `minimum`, a `maximum` and a `limit`; what is prepaid may expire. `name`: the product's, if not given.
    Of usage, `counted`: how readings become a quantity; `rated per`: what is priced by itself, within what one use costs at
    least and at most; `steps over`: how long units count towards steps and free units; `unused`: lost, carried over, or carried
    over for so many billing periods. `billed`: when, if not as the contract is;
    `billed at`: as soon as so much is not billed yet. `minimum of`: what counts towards the minimum, the charge or the contract.
    Of what is prepaid, `worth`: what can be drawn, if not what it costs; `drawn`: 1 before 2; `drawn by`: for which products.
    `recognition`: revenue over the service period, on its first day, over the whole term, or as it is delivered. `shipping`: it
    brings goods to the customer.
    """

    name: Text | None = None
    kind: Literal["recurring", "one-time", "usage", "prepaid"] = "recurring"
    model: Model = "per unit"
    price_per: Literal["month", "quarter", "half-year", "year", "billing period"] | None = None
    recognition: Recognition = "over time"
    tax_code: Text | None = None
    minimum: Price | None = None
    minimum_per: MinimumPer = "billing period"
    limit: Price | None = None
    expires_after_months: Count = 0
    expires_after_days: Count = 0
    expected_breakage: Percent = Decimal(0)
    shipping: YesNo = False
    maximum: Price | None = None
    counted: Counting = "sum"
    rated_per: RatedPer | None = None
    steps_over: StepsOver = "billing period"
    unused: Unused = 0
    minimum_per_use: Price | None = None
    maximum_per_use: Price | None = None
    billed: Billed | None = None
    minimum_of: Literal["charge", "contract"] = "charge"
    maximum_of: Bound = "charge"
    billed_at: Price | None = None
    billed_at_of: Bound = "charge"
    worth: Price | None = None
    drawn: Count = 0
    drawn_by: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _time_of_price(self) -> ChargeShape:
        if self.kind != "recurring" and self.price_per:
            raise wrong(f"a {self.kind} charge has no 'price per'; leave it out")
        if self.kind == "recurring" and not self.price_per:
            raise wrong("a recurring charge needs 'price per': month, quarter, half-year, year or billing period")
        if self.unused != 0 and not self._has_free_units:
            raise wrong(
                "'unused' is for usage above what is free ('overage', 'package', 'percentage'), priced together for its billing period"
            )
        delivered = self.billed is not None and self.billed.timing == "when delivered"
        if delivered and (self.kind != "one-time" or self.recognition != "as delivered"):
            raise wrong("billed when delivered is only a one-time charge with the recognition 'as delivered'")
        return self

    @property
    def _has_free_units(self) -> bool:
        together = self.rated_per in (None, "billing period") and self.steps_over == "billing period"
        return self.kind == "usage" and self.model in ("overage", "package", "percentage") and together


class PlanShape(Closed):
    """Charges that are sold together."""

    name: Text
    charges: tuple[ChargeShape, ...]


class ProductShape(Closed):
    """What the customer buys: its charges or, if it is sold in several ways, its plans; the first is the usual one.

    `distinct`: whether what remains of it is distinct from what was given; if not, a modification catches up.
    """

    name: Text
    code: Text
    distinct: YesNo = True
    charges: tuple[ChargeShape, ...] = ()
    plans: tuple[PlanShape, ...] = ()

    @model_validator(mode="after")
    def _charges_or_plans(self) -> ProductShape:
        if bool(self.charges) == bool(self.plans):
            raise wrong(f"{self.name!r} needs either 'charges' or 'plans'")
        return self


class TierShape(Closed):
    """A step of a price table: to which unit it goes (the last has none), the price of a unit, a package or a percentage, and
    a fee for reaching it."""

    up_to: Price | None = None
    price: Price = Decimal(0)
    fee: Price = Decimal(0)
    percent: Percent | None = None
    package_of: Price | None = None


class PriceShape(Closed):
    """A list price, from a day on if `from` is given; exact, so fractions of a cent are allowed.

    `plan`: the product's first, `charge`: the plan's only one, `currency`: the legal entity's, if not given. What it costs
    alone may be a range; `residual`: it varies so widely that it takes what the others of a contract leave.
    """

    product: Text
    plan: Text | None = None
    charge: Text | None = None
    currency: Currency | None = None
    price: Price | None = None
    tiers: tuple[TierShape, ...] = ()
    package_of: Price = Decimal(1)
    included: Price = Decimal(0)
    full_packages: YesNo = False
    fixed_fee: Price = Decimal(0)
    free_uses: Count = 0
    stand_alone_price: Price | None = Field(None, alias="stand-alone price")
    lowest_alone: Price | None = Field(None, alias="lowest stand-alone price")
    highest_alone: Price | None = Field(None, alias="highest stand-alone price")
    residual: YesNo = False
    start: Day | None = Field(None, alias="from")

    @model_validator(mode="after")
    def _price_or_tiers(self) -> PriceShape:
        if self.price is None and not self.tiers:
            raise wrong(f"the price of {self.product!r} is missing; give 'price' or 'tiers'")
        return self


class BundleShape(Closed):
    """Products that are regularly sold together, one of each, for less than each costs alone."""

    products: tuple[Text, ...]
    price: Price


class PriceBookShape(Closed):
    """The price list."""

    name: Text
    prices: tuple[PriceShape, ...]
