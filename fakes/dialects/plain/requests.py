"""The bodies and queries of the plain dialect that are not nouns already."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from engine.model.calendar import AccountingPeriod
from engine.model.cash import DeductionKind, RemittanceLine
from engine.model.company import Company
from engine.model.currency import ExchangeRate
from engine.model.losses import UNSIGNED, Signatures
from engine.model.money import Money
from engine.model.orders import Change, RequestedLine, TakesEffect, Terms
from engine.model.payments import Method, PayoutTerms
from engine.model.revenue import Fact
from fakes.http.problems import Problem

MONTH = re.compile(r"^(19|20|21)\d\d-(0[1-9]|1[0-3])$")
Month = Annotated[str, Field(pattern=MONTH.pattern, description="an accounting period: 2026-03")]


def period(month: str) -> AccountingPeriod:
    """Read a `Month`; the path of a request is not read by pydantic, so what is none is refused here."""
    if not MONTH.match(month):
        raise Problem(422, "invalid", f"month is written like 2026-03, not {month!r:.40}.", "month")
    return AccountingPeriod(int(month[:4]), int(month[5:]))


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteRequest:
    """An offer to be made."""

    customer: str
    terms: Terms
    lines: tuple[RequestedLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionRequest:
    """A role's word on a quote."""

    role: str
    decision: Literal["approved", "rejected"]


@dataclass(frozen=True, kw_only=True, slots=True)
class AmendmentRequest:
    """Changes of a running contract, signed."""

    contract: str
    changes: tuple[Annotated[Change, Field(discriminator="kind")], ...]
    effective: date
    takes_effect: TakesEffect = "on its day"
    moment: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditRequest:
    """Part of an invoice, or of one of its lines, to be given back."""

    invoice: str
    line: int | None
    net: Money
    reason: Literal["goodwill", "unserved", "rebate", "tax correction"]
    signed: Signatures = UNSIGNED


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicationRequest:
    """Cash that stands unapplied, and the invoice it is to pay; no amount means all that fits. `settles`: what is agreed that
    it settles of an invoice in another currency, or the `rate` that is; else the rate of the day decides."""

    payment: str
    invoice: str
    amount: Money | None
    settles: Money | None = None
    rate: ExchangeRate | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class TakeOffRequest:
    """The payment that is to pay an invoice no longer."""

    payment: str
    invoice: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DeductionRequest:
    """What was kept back of an invoice, and is borne. `note`: the certificate, or the reason."""

    invoice: str
    kind: DeductionKind
    amount: Money
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IdentificationRequest:
    """Who sent a payment that came from nobody known, and the invoice they mean, if they do."""

    payment: str
    customer: str
    invoice: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditUseRequest:
    """An invoice to be paid from the customer's credit; no amount means all that fits."""

    customer: str
    invoice: str
    amount: Money | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RefundRequest:
    """Credit or unapplied cash to be paid back."""

    customer: str
    amount: Money
    source: Literal["customer credit", "unapplied cash"]
    reason: str
    method: Method | None = None
    signed: Signatures = UNSIGNED


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeRequest:
    """What a customer contests, with tax; no amount means all that is open and not in dispute, no part (0) all of the invoice."""

    invoice: str
    line: int | None
    amount: Money | None
    reason: str
    expected: Money | None = None
    part: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ResolutionRequest:
    """How much of a dispute is credited, and whether the customer withdrew it."""

    credited: Money
    withdrawn: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteOffRequest:
    """An invoice to be given up, or a part of it (0: no part); no amount means all that is open."""

    invoice: str
    amount: Money | None
    signed: Signatures = UNSIGNED
    part: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallDifferences:
    """The most that may be open of an invoice whose rest is given up."""

    most: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ReliefRequest:
    """An invoice that was written off, whose tax is to be claimed."""

    invoice: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RefundReturnRequest:
    """A refund that comes back, and why."""

    refund: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RepaymentRequest:
    """A refund that came back, to be paid again."""

    refund: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TransferRequest:
    """Money that arrives at the bank. `customer`: "" if nobody knows who sent it."""

    customer: str
    amount: Money
    invoice: str | None
    reference: str
    remittance: tuple[RemittanceLine, ...] = ()
    contract: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargebackRequest:
    """A card payment that the card holder's bank takes back; no amount means all that is left of it."""

    payment: str
    amount: Money | None
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DecisionOnChargeback:
    """What the card network decides: how much comes back, and whether the fee does."""

    won: Money
    fee_returned: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnRequest:
    """A collected direct debit that the customer's bank returns."""

    payment: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PayoutRequest:
    """What the gateway holds, to be sent; no terms means the company's."""

    terms: PayoutTerms | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CloseRequest:
    """The month to be closed, and all before it. `entity`: whose books ("": all the company's)."""

    period: Month
    entity: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactRequest:
    """A fact about a contract's revenue, and the day from which it counts."""

    contract: str
    fact: Annotated[Fact, Field(discriminator="kind")]
    effective: date


@dataclass(frozen=True, kw_only=True, slots=True)
class AsOf:
    """At the end of which day."""

    as_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Through:
    """Up to and including which day."""

    through: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ResetRequest:
    """The company whose story begins, and the day it begins on."""

    company: Company
    today: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """The business day: as it stands, or as it is to be."""

    today: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What a system made of a document handed to it: the number, or nothing."""

    made: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Repaired:
    """How many events arrived now."""

    delivered: int
