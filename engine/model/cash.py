"""What comes with money, and what is kept back of it: remittance advice, deductions, early-payment terms, who paid."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.model.currency import ExchangeRate
from engine.model.document import Document
from engine.model.invoices import Settlement
from engine.model.money import Money

Kept = Literal["discount", "withholding tax", "bank charge", "short"]
Side = Literal["given", "taken"]
DeductionKind = Literal["discount", "withholding tax", "bank charge", "small difference", "credit loss", "concession"]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptBack:
    """What a payer kept back of an invoice. `note`: the certificate of a withheld tax, or the reason of a short payment."""

    kind: Kept
    amount: Money
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RemittanceLine:
    """What the payer says of one invoice, or of one installment of it (counted from 1; 0: none is named): how much of the money
    is for it (None: all that is left to pay), and what was kept back of it.

    Of an invoice in another currency the `amount` is in either of the two; `settles` is what it was agreed to settle there,
    and `rate` the one at which the payer's bank exchanged it. Without them the rate of the day decides.
    """

    invoice: str
    amount: Money | None = None
    kept: tuple[KeptBack, ...] = ()
    installment: int = 0
    settles: Money | None = None
    rate: ExchangeRate | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Deduction(Document):
    """What a payer kept back of an invoice, and the company bears (handbook 4.16): it settles the invoice though no money
    came. `tax`: the share of `amount` by which the tax owed falls. `note`: the certificate, or the reason.

    One that is undone is followed by another of the negative amount, which names the one it `reverses`.
    """

    entity: str
    customer: str
    currency: str
    invoice: str
    payment: str | None
    kind: DeductionKind
    amount: Money
    tax: Money
    note: str
    settlements: tuple[Settlement, ...]
    reverses: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EarlyPayment:
    """What may be deducted from an invoice paid within so many days of its date, by one customer or by all: a percentage, or an
    `amount` with the tax in it, off every invoice in its currency (of a part of one, that part of it)."""

    percent: Decimal = Decimal(0)
    days: int
    customer: str | None = None
    amount: Money | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tolerance:
    """How short a payment may be without a question: an amount in units of the currency, a percentage of the invoice, or
    the smaller of both. Nothing is tolerated where neither is said. `over`: how much more than is owed, an amount."""

    amount: Decimal | None = None
    percent: Decimal | None = None
    over: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Identification(Document):
    """Finance finds out who sent money that came from nobody known."""

    entity: str
    customer: str
    payment: str
    amount: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class CashExchange(Document):
    """One side of unapplied cash that pays an invoice in another currency: what is `given` up of the payment's currency, or
    `taken` of the invoice's. `amount` is in the currency of this side, `against` the amount of the other. Where the payment
    pays the invoice no longer, the same is exchanged `back`: the invoice's currency is given, the payment's taken.
    """

    entity: str
    customer: str
    payment: str
    invoice: str
    side: Side
    amount: Money
    against: Money
    back: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PrepaymentRelease(Document):
    """What a payment brought ahead of a contract is for it no longer, and stands unapplied."""

    entity: str
    customer: str
    contract: str
    payment: str
    amount: Money
