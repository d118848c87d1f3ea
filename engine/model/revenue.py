"""Performance obligations and how their price spreads over days (ASC 606, IFRS 15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.catalog import Quantity
from engine.model.costs import CostFact
from engine.model.document import Document
from engine.model.money import Money, total
from engine.model.policies.revenue import Spread


@dataclass(frozen=True, kw_only=True, slots=True)
class SchedulePiece:
    """An amount recognized over service days, and the document or line it comes from."""

    service: ServicePeriod
    amount: Money
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueSchedule(Document):
    """One version of an obligation's schedule; a later version replaces it and neither is ever edited.

    `obligation`: contract and line. `cause`: the number of the document that made this version. `pieces` and what is
    `undelivered`, of which no day is known yet, add up to the price allocated to the obligation. `refunds`: what of that price
    is expected to be given back, so it is below nothing; `passed_on`: what of it is a supplier's, below nothing too. `lost`: what of
    that price is earned and nobody will pay, since the contract ended because the customer does not pay; the months of the price
    keep it.
    """

    entity: str
    customer: str
    contract: str
    obligation: str
    product: str
    currency: str
    version: int
    reason: str
    spread: Spread
    pieces: tuple[SchedulePiece, ...]
    undelivered: Money
    refunds: bool = False
    passed_on: bool = False
    cause: str = ""
    lost: Money | None = None

    @property
    def counts_in(self) -> str:
        """The running total and the posting rule of what it recognizes."""
        return "passed on" if self.passed_on else "expected refunds" if self.refunds else "revenue"

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
class ExpectedUsage:
    """So much of a product that is charged by usage is expected to be used in all in the billing period of those days.

    A later one of the product and period replaces it. What is used is revenue at the price that this brings, where the
    company's convention is so (606-10-32-5 to 14, IFRS 15.50 to 59).
    """

    product: str
    quantity: Quantity
    service: ServicePeriod
    kind: Literal["expected usage"] = "expected usage"


@dataclass(frozen=True, kw_only=True, slots=True)
class UsageEstimate:
    """So much of a product that is charged by usage is taken to have been used on those days, of which readings are late (handbook 4.11).

    A later one of the product and days replaces it, and so does the first reading of them that comes afterwards, or their invoice.
    """

    product: str
    quantity: Quantity
    service: ServicePeriod
    kind: Literal["usage estimate"] = "usage estimate"


@dataclass(frozen=True, kw_only=True, slots=True)
class Expired:
    """What is left of a product will not be used any more."""

    product: str
    kind: Literal["expired"] = "expired"


@dataclass(frozen=True, kw_only=True, slots=True)
class EarnedUntil:
    """What is not yet earned of a product is earned up to and with that day, whatever the term: a customer's expected life, or what
    is estimated anew (606-10-55-51, IFRS 15.B49)."""

    product: str
    until: date
    kind: Literal["earned until"] = "earned until"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What may come of it, and how probable that is in percent."""

    amount: Money
    probability: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceEstimate:
    """Variable consideration of that name (a bonus, below nothing a penalty), estimated from its outcomes.

    ASC 606-10-32-5 to 14, IFRS 15.50 to 59. A later estimate of the name replaces it. `product`: the only one it relates to
    (606-10-32-40, I15.85), and `service` the only days of it; `limit`: above it, reversal is too probable (the constraint).
    """

    name: str
    outcomes: tuple[Outcome, ...]
    method: Literal["expected value", "most likely amount"] = "most likely amount"
    product: str | None = None
    service: ServicePeriod | None = None
    limit: Money | None = None
    kind: Literal["price estimate"] = "price estimate"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedRefund:
    """Part of the price will be given back: rebates, returns (606-10-32-10, I15.55). A percentage, or an amount in all.

    A later one of the product (None: of the contract) replaces it. It is a liability as the rest becomes revenue.
    """

    percent: Decimal = Decimal(0)
    amount: Money | None = None
    product: str | None = None
    kind: Literal["expected refund"] = "expected refund"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedVolume:
    """What a customer is expected to reach in each period of a rebate that is not settled yet, counted as the rebate counts.

    `product`: whose rebate it is; None: that on everything. A later one replaces it.
    """

    volume: Decimal
    product: str | None = None
    kind: Literal["expected volume"] = "expected volume"


@dataclass(frozen=True, kw_only=True, slots=True)
class StandAlonePrice:
    """What a unit of a product costs alone, for the time of its own price, corrected or estimated anew."""

    product: str
    price: Decimal
    kind: Literal["stand-alone price"] = "stand-alone price"


@dataclass(frozen=True, kw_only=True, slots=True)
class Collectability:
    """Whether the customer will probably pay for what is still to be given (606-10-25-1(e), I15.9(e))."""

    probable: bool
    kind: Literal["collectability"] = "collectability"


@dataclass(frozen=True, kw_only=True, slots=True)
class CombinedWith:
    """The contract is accounted for with that other contract of the customer as one, from the beginning of both
    (606-10-25-9, IFRS 15.17). Billing keeps them apart."""

    contract: str
    kind: Literal["combined with"] = "combined with"


@dataclass(frozen=True, kw_only=True, slots=True)
class SeparatedFrom:
    """The contract was wrongly combined with that other one, or ought not to be any more: each is accounted for by itself again, from
    the beginning of both; what that changes of closed periods is posted in the open one."""

    contract: str
    kind: Literal["separated from"] = "separated from"


Fact = (
    Delivered
    | Progressed
    | ExpectedUse
    | ExpectedUsage
    | UsageEstimate
    | Expired
    | EarnedUntil
    | PriceEstimate
    | ExpectedRefund
    | ExpectedVolume
    | StandAlonePrice
    | Collectability
    | CombinedWith
    | SeparatedFrom
    | CostFact
)
"""What decides about revenue, and about what it costs, beside contract, amendments and what is billed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueFact(Document):
    """A fact that finance records about a contract. It counts from its `effective_date`.

    `amendments`: how many of the contract's amendments the ledger knew then, so that what came first is known.
    `included`: what of an estimate is part of the price. `readings`: how many readings of the contract's usage the ledger knew.
    """

    contract: str
    amendments: int
    customer: str
    fact: Fact
    included: Money | None = None
    readings: int = 0

    @property
    def joins(self) -> str | None:
        """The contract, where it says with which other it is combined, or is no more."""
        return self.contract if isinstance(self.fact, CombinedWith | SeparatedFrom) else None

    @property
    def combined_with(self) -> str | None:
        """That other contract."""
        return self.fact.contract if isinstance(self.fact, CombinedWith) else None

    @property
    def separated_from(self) -> str | None:
        """The contract that it was combined with, where it says that it is no more."""
        return self.fact.contract if isinstance(self.fact, SeparatedFrom) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class RevenueMonth:
    """What a contract's product recognizes in a month: as scheduled today, and as posted so far.

    `refunds`: what of it is expected to be given back, so both are below nothing; `passed_on`: what of it is a supplier's.
    A contract that passes to another customer or legal entity has rows of its own for each.
    """

    contract: str
    customer: str
    entity: str
    product: str
    period: AccountingPeriod
    scheduled: Money
    posted: Money
    refunds: bool = False
    passed_on: bool = False
