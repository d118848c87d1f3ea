"""The signed promise and each signed change of it. What they add up to on a day is computed, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Quantity, Rate
from engine.model.discounts import Discount, Reduction
from engine.model.document import Document
from engine.model.money import Money
from engine.model.orders import AgreeRenewal, Billing, Change, Earning, OrderLine, PaymentTerms
from engine.model.rebates import Rebate
from engine.model.transfers import ContractParty
from engine.model.uplifts import UpliftClause


@dataclass(frozen=True, kw_only=True, slots=True)
class Contract(Document):
    """A contract as first signed. `start` to `end`: days of service, both included; `renewal`: what happens then.

    `at`: the seconds of its first day that were over when service began. `region` and `channel`: where and through whom it
    was sold ("": nobody said). `uplift`: how its prices rise by themselves.
    """

    customer: str
    entity: str
    currency: str
    order: str
    start: date
    end: date
    billing: Billing
    net_days: int
    tax_code: str
    lines: tuple[OrderLine, ...]
    discounts: tuple[Discount, ...] = ()
    due: PaymentTerms = PaymentTerms()
    renewal: AgreeRenewal | None = None
    at: int = 0
    rebates: tuple[Rebate, ...] = ()
    uplift: UpliftClause | None = None
    region: str = ""
    channel: str = ""

    @property
    def counts_with(self) -> str | None:
        """The customer, where a rebate of this contract or the most of its usage counts what all of the customer's contracts buy."""
        bounded = any(line.charge.maximum_of == "customer" for line in self.lines)
        return self.customer if bounded or any(rebate.across for rebate in self.rebates) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Amendment(Document):
    """A signed change. `effective_date`: the first day of the new terms. `cause`: what people call it (upsell, downgrade ...).

    `lines`: the priced charges that product additions bring, in order of their changes. `order`: none where the contract's
    own terms, a new price list or a dunning letter (`letter`: its number) brought it. `restarts`: billing periods are counted
    anew from its first day. `at`: the seconds of its first day that were over when it took effect (None: nobody said).
    """

    contract: str
    customer: str
    order: str
    changes: tuple[Change, ...]
    lines: tuple[OrderLine, ...] = ()
    cause: str
    restarts: bool = False
    letter: str | None = None
    at: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeTerms:
    """What a charge costs at a time: `quantity` units at `price` each for `per_months`, less `discount` percent.

    `reductions`: what more is taken off, in the order agreed. `rate`: how the quantity becomes an amount, if not so much for each unit.
    """

    quantity: Quantity
    price: Decimal
    per_months: int
    discount: Decimal = Decimal(0)
    rate: Rate | None = None
    reductions: tuple[Reduction, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeSegment:
    """The days over which a charge's terms do not change."""

    line: str
    service: ServicePeriod
    terms: ChargeTerms


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """Days on which a contract gives no service (`end` None: until it is resumed).

    `charged`: they are billed all the same. `longer`: the term became longer by them; what was charged for a pause is
    then served in the days it became longer by, which cost nothing more. `earning`: what becomes of its revenue meanwhile;
    `since`: the first day whose revenue waits with it.
    """

    start: date
    end: date | None
    charged: bool
    longer: bool = False
    earning: Earning = "by the term"
    since: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Subscription:
    """What contract and amendments add up to: the term and, line by line, the segments of each charge.

    `end`: the last day of service. `billed_end`: the last day that is paid for, later than `end` where a cancelled
    contract's billed service is not refundable. `restarts`: the days from which billing periods are counted anew.
    `pauses`: days without service, in order. `renewal`: what happens at the end of the term. `parties`: who buys and who
    sells, from the first day on and from each day on which that changes.
    """

    contract: str
    customer: str
    start: date
    end: date
    billed_end: date
    cancelled_on: date | None
    lines: tuple[OrderLine, ...]
    segments: tuple[ChargeSegment, ...]
    restarts: tuple[date, ...] = ()
    pauses: tuple[Pause, ...] = ()
    renewal: AgreeRenewal | None = None
    parties: tuple[ContractParty, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedLine:
    """What is due for a charge, billing period and service days and not yet billed; negative where too much was billed.

    `bill_date`: the day it is or was to be billed; `agreed`: what was agreed for it, exactly,
    with the tax where prices hold it. `terms`: what is charged for or, if negative, taken back; `other`: the
    terms billed before (charge) or holding afterwards (credit), where only the difference counts.
    `invoice` and `invoice_line`: what a negative line takes back from. `forgone`: what it would take back, had a
    concession not given it back before. `metered`: it is charged by usage.
    """

    line: str
    product: str
    charge: str
    tax_code: str
    service: ServicePeriod
    billing_period: ServicePeriod
    bill_date: date
    terms: ChargeTerms
    other: ChargeTerms | None
    net: Money
    agreed: Fraction
    forgone: Money
    invoice: str | None = None
    invoice_line: int | None = None
    metered: bool = False
