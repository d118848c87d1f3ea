"""What an old system hands over on the cutover day, and what taking it over makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.contracts import Contract
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import Order, RequestedLine, Terms
from engine.model.payments import Payment, PaymentApplication
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
    """An invoice of the old system of which something is open. `paid`: what of it is settled already, tax included."""

    number: str
    issued: date
    due: date
    net: Money
    tax: Money
    paid: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """A running contract as the old system hands it over, under its old number.

    `billed` and `recognized`: to the evening before, without tax. `invoices`: those that are open; all others are settled.
    `usage`: what was used and is not billed yet. Handbook 4.18: the price and both figures are needed for later changes.
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


@dataclass(frozen=True, kw_only=True, slots=True)
class OpeningCash:
    """A payment that the old system received and that settles nothing yet. `number`: the old one; `entity`: by code."""

    number: str
    customer: str
    received: date
    amount: Money
    reference: str = ""
    entity: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Takeover(Document):
    """A contract, or cash, that the new systems take over, with everything they need to go on with it.

    `invoices`: all that was billed, the open ones under their old numbers; `applications`: what of them is settled, and cash
    that settles nothing. None of it is posted or sent again: what the ledger posts is what is open, deferred and unapplied.
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
        return Money(sum(paid.unapplied.minor for paid in self.applications), self.currency)
