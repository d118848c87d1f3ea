"""What the CRM hands over: terms, lines and changes, in closed-won orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.cadence import Billing as Billing
from engine.model.cadence import PaymentShare as PaymentShare
from engine.model.cadence import PaymentTerms as PaymentTerms
from engine.model.cadence import TermLength as TermLength
from engine.model.catalog import AloneRange, Charge, Quantity, Rate
from engine.model.discounts import Discount
from engine.model.document import Document
from engine.model.money import Money
from engine.model.rebates import Rebate
from engine.model.renewals import AgreeRenewal as AgreeRenewal
from engine.model.renewals import Renew as Renew
from engine.model.rhythms import ChangeBilling as ChangeBilling
from engine.model.rhythms import ChangeDue as ChangeDue
from engine.model.suspensions import Earning as Earning
from engine.model.suspensions import Resume as Resume
from engine.model.suspensions import Suspend as Suspend
from engine.model.transfers import Assign
from engine.model.uplifts import RaisePrices, UpliftClause


@dataclass(frozen=True, kw_only=True, slots=True)
class UsualTerms:
    """What a company's contracts are signed on where nothing else is said: how long, how they are billed, days or parts to pay, tax."""

    months: int = 12
    days: int = 0
    billing: Billing = Billing()
    net_days: int = 30
    tax_code: str = "none"
    due: PaymentTerms = PaymentTerms()

    @property
    def length(self) -> TermLength:
        """How long they last."""
        return TermLength(months=self.months, days=self.days)


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """The commercial terms of a quote: service from `start` for `months` months (or 0, and `days` days), billed so, due `net_days` after
    the invoice.

    `renewal`: what happens at the end of the term (None: as the company's convention has it). `entity`: the legal entity
    that sells, by code or name; "" means the customer's. `template`: the standard contract it follows; `clauses`: what it holds
    beside or, where the template has clauses, instead (empty: the template's own). `moment`: the time of day at which service
    begins ("2026-03-16 14:30"), from which its day follows where it is given. `region` and `channel`: where and through whom it
    was sold ("": the customer's). `uplift`: how its prices rise by themselves.
    """

    start: date
    months: int
    currency: str
    days: int = 0
    billing: Billing = Billing()
    net_days: int = 30
    tax_code: str = "none"
    discounts: tuple[Discount, ...] = ()
    due: PaymentTerms = PaymentTerms()
    renewal: AgreeRenewal | None = None
    entity: str = ""
    template: str = ""
    clauses: tuple[str, ...] = ()
    moment: str | None = None
    rebates: tuple[Rebate, ...] = ()
    uplift: UpliftClause | None = None
    region: str = ""
    channel: str = ""

    @property
    def length(self) -> TermLength:
        """How long it lasts."""
        return TermLength(months=self.months, days=self.days)


@dataclass(frozen=True, kw_only=True, slots=True)
class RequestedLine:
    """A line as sales asks for it. `price`: for each unit and `per_months`; None means the price book's. `discount`: percent.

    `residual`: the range it sells in alone, where it takes what the others leave of the price.
    `start` and `end`: its first and last day, where they are not the contract's (a ramp, free months).
    """

    product: str
    plan: str | None = None
    quantity: Quantity = 1
    price: Decimal | None = None
    per_months: int | None = None
    discount: Decimal = Decimal(0)
    stand_alone_price: Decimal | None = None
    tax_code: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderLine:
    """One priced charge of an order. `id` is unique within the contract; `price` is exact, for each unit and price period.

    `start` and `end`: its first and last day, where they are not the contract's. `unpriced`: its price is still to be agreed.
    """

    id: str
    product: str
    plan: str
    charge: Charge
    quantity: Quantity
    price: Decimal
    per_months: int
    rate: Rate | None = None
    discount: Decimal = Decimal(0)
    stand_alone_price: Decimal | None = None
    residual: AloneRange | None = None
    tax_code: str = "none"
    start: date | None = None
    end: date | None = None
    unpriced: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AddProduct:
    """A new product on a running contract."""

    line: RequestedLine
    kind: Literal["add product"] = "add product"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeQuantity:
    """More (positive) or fewer (negative) units of a product the contract holds.

    `later`: in the later steps of a ramp too (None: as the company's convention has it). `paid_to`: the last day on which units
    that leave are charged, where it is a later one than that before they leave.
    """

    product: str
    delta: Quantity
    later: bool | None = None
    paid_to: date | None = None
    kind: Literal["change quantity"] = "change quantity"


@dataclass(frozen=True, kw_only=True, slots=True)
class SetQuantity:
    """So many units of a product from a day on, however many the contract holds until then. `later`, `paid_to`: as for
    `ChangeQuantity`."""

    product: str
    quantity: Quantity
    later: bool | None = None
    paid_to: date | None = None
    kind: Literal["set quantity"] = "set quantity"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangePrice:
    """Another price for each unit of a product, for `per_months` (None: as before); `charge`: of that charge alone."""

    product: str
    price: Decimal
    per_months: int | None = None
    charge: str | None = None
    kind: Literal["change price"] = "change price"


@dataclass(frozen=True, kw_only=True, slots=True)
class RemoveProduct:
    """A product leaves the contract. `paid_to`: as for `ChangeQuantity`."""

    product: str
    paid_to: date | None = None
    kind: Literal["remove product"] = "remove product"


@dataclass(frozen=True, kw_only=True, slots=True)
class GrantDiscount:
    """A percentage off every product (or one) from the effective date, which may lie in the past."""

    percent: Decimal
    product: str | None = None
    kind: Literal["discount"] = "discount"


@dataclass(frozen=True, kw_only=True, slots=True)
class AddDiscount:
    """One more discount beside those that hold, from the effective date, which may lie in the past."""

    discount: Discount
    kind: Literal["add discount"] = "add discount"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExtendTerm:
    """The contract runs on to `end` (included) at its prices."""

    end: date
    kind: Literal["extend term"] = "extend term"


EndingReason = Literal["agreed", "non-payment", "insolvency"]
"""Why a contract ends: between the parties, or because the customer does not or cannot pay, which makes a loss of credit of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """The contract ends. `unused`: what happens to service billed but not given; `fee`: kept by the company, without tax.

    `reason`: decides what becomes of what was earned ahead of billing and will never be billed: a concession takes it out of
    revenue, a credit loss leaves the revenue and is an expense (handbook 4.10).
    `notice_days` and `notice_months` count from the order's effective date, on which notice is given.
    `cooling_off_days`: the cancellation undoes the contract from its first day, if signed within so many days of it.
    """

    unused: Literal["credited", "refunded", "non-refundable"] = "credited"
    fee: Money | None = None
    notice_days: int = 0
    notice_months: int = 0
    cooling_off_days: int | None = None
    reason: EndingReason = "agreed"
    kind: Literal["cancel"] = "cancel"


@dataclass(frozen=True, kw_only=True, slots=True)
class Withdraw:
    """What was signed and is not in effect yet is taken back: the amendment of that number, or the cancellation (None)."""

    amendment: str | None = None
    kind: Literal["withdraw"] = "withdraw"


Change = (
    AddProduct
    | ChangeQuantity
    | SetQuantity
    | ChangePrice
    | RemoveProduct
    | GrantDiscount
    | AddDiscount
    | ExtendTerm
    | Renew
    | AgreeRenewal
    | Suspend
    | Resume
    | Cancel
    | Withdraw
    | Assign
    | RaisePrices
    | ChangeBilling
    | ChangeDue
)
TakesEffect = Literal["on its day", "at period end", "at term end"]
"""When changes take effect: on the order's effective date, or the day after the billing period or term that holds it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order(Document):
    """A closed-won deal: a new contract (`terms` and `lines`), or changes of a running one (`contract` and `changes`).

    `moment`: the time of day at which changes take effect, from which the effective date followed. `excepted`: the exceptions
    without which it would not have been won.
    """

    kind: Literal["new", "amend", "cancel"]
    customer: str
    quote: str | None = None
    contract: str | None = None
    terms: Terms | None = None
    lines: tuple[OrderLine, ...] = ()
    changes: tuple[Change, ...] = field(default=())
    takes_effect: TakesEffect = "on its day"
    moment: str | None = None
    excepted: tuple[str, ...] = ()
