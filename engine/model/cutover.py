"""What an old system hands over on the cutover day, and what taking it over makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.company import Customer
from engine.model.contracts import Contract
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.manual import ManualDraft
from engine.model.money import Money
from engine.model.orders import Change, Order, RequestedLine, Terms
from engine.model.payments import KeptAs, Payment, PaymentApplication
from engine.model.usage import Reading, Usage

TAKEN_OVER = "taken over"
"""The cause of invoices that an old system issued."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningLine:
    """A product that the contract holds. `next_bill`: the first day on which the new system bills it; all before is billed."""

    request: RequestedLine
    next_bill: date


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningInvoice:
    """An invoice of the old system of which something is open. `paid`: what of it is settled already, tax included.

    `rate`: what one unit of a foreign currency was booked at in the books' (None: at the rate of the day it was issued).
    """

    number: str
    issued: date
    due: date
    net: Money
    tax: Money
    paid: Money
    rate: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """A running contract as the old system hands it over, under its old number.

    `billed` and `recognized`: to the evening before, without tax. `invoices`: those that are open; all others are settled.
    `usage`: what was used and is not billed yet; `rate`: what one unit of a foreign currency of the contract liability was booked
    at (None: at the cutover day's). Handbook 4.18: the price and both figures are needed for later changes.
    """

    number: str
    customer: str
    terms: Terms
    end: date
    lines: tuple[OpeningLine, ...]
    invoices: tuple[OpeningInvoice, ...] = ()
    billed: Money
    recognized: Money
    usage: tuple[Reading, ...] = ()
    rate: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningCash:
    """A payment that the old system received and that settles nothing yet. `number`: the old one; `entity`: by code.

    `kept_as`: cash nobody has applied, credit that the customer may use, or a prepayment of the invoices of a `contract`.
    `rate`: what one unit of a foreign currency was booked at (None: at the rate of the day it came).
    """

    number: str
    customer: str
    received: date
    amount: Money
    reference: str = ""
    entity: str = ""
    kept_as: KeptAs = "unapplied cash"
    rate: Decimal | None = None
    contract: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeInFlight:
    """Changes of a contract that were signed in the old system and take effect in the new ones."""

    contract: str
    changes: tuple[Change, ...]
    effective: date


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenOrder:
    """An order that nobody had signed yet in the old system: a quote in the new one."""

    customer: str
    terms: Terms
    lines: tuple[RequestedLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Handover:
    """All that an old system hands over on one day: it arrives in all systems as a whole, or not at all.

    `customers`: those it brings; `journals`: what of its trial balance no contract, invoice or payment brings, for `approver`
    to release.
    """

    customers: tuple[Customer, ...] = ()
    openings: tuple[Opening, ...] = ()
    cash: tuple[OpeningCash, ...] = ()
    changes: tuple[ChangeInFlight, ...] = ()
    orders: tuple[OpenOrder, ...] = ()
    journals: tuple[ManualDraft, ...] = ()
    approver: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BookedRate:
    """What one unit of a foreign currency was booked at by the old system: of an invoice or payment, or of what is deferred ("")."""

    subject: str
    rate: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Takeover(Document):
    """A contract, or cash, that the new systems take over, with everything they need to go on with it.

    `invoices`: all that was billed, the open ones under their old numbers; `applications`: what of them is settled, and cash
    that settles nothing. None of it is posted or sent again: what the ledger posts is what is open, deferred and unapplied,
    in a foreign currency at the rates it was `booked` at.
    """

    entity: str
    customer: str
    currency: str
    contract: str | None = None
    order: Order | None = None
    signed: Contract | None = None
    invoices: tuple[Invoice, ...] = ()
    usage: tuple[Usage, ...] = ()
    payments: tuple[Payment, ...] = ()
    applications: tuple[PaymentApplication, ...] = ()
    billed: Money
    recognized: Money
    booked: tuple[BookedRate, ...] = ()

    def rate_of(self, subject: str) -> Fraction | None:
        """What the old system booked a unit of it at; None if it did not say."""
        return next((Fraction(one.rate) for one in self.booked if one.subject == subject), None)

    @property
    def open(self) -> Money:
        """What is still to be paid of the invoices, tax included."""
        asked = sum(invoice.total.minor for invoice in self.invoices)
        settled = sum(part.amount.minor for paid in self.applications for part in paid.settlements)
        return Money(asked - settled, self.currency)

    @property
    def deferred(self) -> Money:
        """Billed less recognized: the contract liability; below zero, an unbilled receivable."""
        return self.billed - self.recognized

    @property
    def unapplied(self) -> Money:
        """Cash that settles nothing."""
        return self._kept("unapplied cash")

    @property
    def credited(self) -> Money:
        """Credit that the customer may use."""
        return self._kept("customer credit")

    @property
    def prepaid(self) -> Money:
        """What is paid ahead of a contract's invoices."""
        return self._kept("prepayment")

    def _kept(self, kept_as: KeptAs) -> Money:
        own = (paid.unapplied.minor for paid in self.applications if paid.kept_as == kept_as)
        return Money(sum(own), self.currency)
