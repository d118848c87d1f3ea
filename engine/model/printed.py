"""An invoice or memo as the customer sees it: every word and figure on the paper, none that only the systems need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Quantity
from engine.model.installments import Installment
from engine.model.invoices import Settlement, TaxTreatment
from engine.model.money import Money

PrintedKind = Literal["invoice", "debit memo", "credit memo"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """Who sells or buys, as it stands on the paper; "" where nobody said."""

    name: str
    address: str
    tax_number: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedLine:
    """One line as it reads. `price` is exact, for each unit and `per_months` (0: once); None where the quantity is priced
    together, as `pricing` says ("tiered", "volume" ...). `reference`: the invoice that a memo's line is about. `tax_each`: what
    its taxes come to for each unit, beside their percentage.
    """

    description: str
    service: ServicePeriod
    quantity: Quantity
    price: Decimal | None
    per_months: int
    pricing: str
    discount: str
    net: Money
    tax: str
    percent: Decimal
    tax_amount: Money
    total: Money
    treatment: TaxTreatment
    reference: str = ""
    tax_each: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedTax:
    """One row of the tax summary: a tax at one percentage, what it is on and what it comes to. `each`: so much for each unit."""

    tax: str
    percent: Decimal
    base: Money
    amount: Money
    treatment: TaxTreatment
    each: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class EarlyPaymentOffer:
    """What may be deducted (with the tax in it) when all of an invoice is paid up to and including a day."""

    percent: Decimal
    amount: Money
    until: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedDocument:
    """A whole invoice or memo as the customer sees it. `contracts`: what it is for; `references`: the invoices that a memo
    is about; `applied` and `held`: what a credit settles, and what stays as credit. `pay_by` is None where nothing is asked,
    the first day where it is asked for in `installments`.
    `terms` and `notes` are sentences; amounts are positive. `rounding`: what the total has beyond net and tax, below nothing if
    less (None: nothing).
    """

    kind: PrintedKind
    number: str
    customer: str
    issued: date
    seller: Party
    buyer: Party
    contracts: tuple[str, ...]
    currency: str
    reason: str
    lines: tuple[PrintedLine, ...]
    taxes: tuple[PrintedTax, ...]
    net: Money
    tax: Money
    total: Money
    terms: str = ""
    pay_by: date | None = None
    installments: tuple[Installment, ...] = ()
    offers: tuple[EarlyPaymentOffer, ...] = ()
    references: tuple[str, ...] = ()
    applied: tuple[Settlement, ...] = ()
    held: Money | None = None
    notes: tuple[str, ...] = ()
    rounding: Money | None = None
