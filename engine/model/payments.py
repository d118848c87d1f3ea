"""Money coming in and going out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.cash import RemittanceLine
from engine.model.document import Document
from engine.model.invoices import Settlement
from engine.model.money import Money

Method = Literal["card", "direct debit", "bank transfer"]
DunningAct = Literal["nothing more", "service suspended", "contract terminated", "rest written off"]
Doubt = Literal["price", "credit"]
Decline = Literal["succeeds", "declined", "declined for good"]
Course = Literal["succeeds", "declined", "declined for good", "taken back"]
Fee = Decimal | Money
KeptAs = Literal["unapplied cash", "customer credit", "prepayment", "unidentified cash"]


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentBehavior:
    """How a customer's payments go: the outcome of the next attempts in order; the last one holds for all that follow.

    "declined" is soft and retried; "declined for good" (card lost, account closed) is not. "taken back" succeeds, and
    `taken_back_after` so many days the customer's bank takes the money back by itself, for that `reason`: a card payment is
    charged back, a direct debit returned. `start`: the day a company's file gives the customer this means of payment, if not
    from the beginning: a new card in place of one that expired.
    """

    customer: str
    outcomes: tuple[Course, ...] = ("succeeds",)
    method: Literal["card", "direct debit"] = "card"
    taken_back_after: int = 0
    reason: str = ""
    start: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerDelay:
    """How many days after an attempt to collect from a customer the gateway says what became of it; None: never."""

    customer: str
    days: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentRequest(Document):
    """Billing asks the gateway to collect what is open of an invoice. `attempt`: 1 on the due date, then the retries."""

    entity: str
    customer: str
    invoice: str
    amount: Money
    attempt: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PendingAttempt(Document):
    """The gateway tries to collect and cannot say yet what becomes of it. Its answer is the attempt of the same number."""

    request: str
    entity: str
    customer: str
    invoice: str
    amount: Money
    method: Literal["card", "direct debit"] = "card"


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentAttempt(Document):
    """What the gateway made of a request."""

    request: str
    entity: str
    customer: str
    invoice: str
    amount: Money
    outcome: Decline
    method: Literal["card", "direct debit"] = "card"


@dataclass(frozen=True, kw_only=True, slots=True)
class Payment(Document):
    """Money received. `reference`: the attempt, or the payer's words. `customer`: "" while nobody knows who sent it.

    What the payer says it is for, if they say: an `invoice`; several, with what was kept back (`remittance`); or a
    `contract` whose invoices are still to come.
    """

    entity: str
    customer: str
    amount: Money
    method: Method
    invoice: str | None = None
    reference: str = ""
    remittance: tuple[RemittanceLine, ...] = ()
    contract: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentApplication(Document):
    """What a payment pays. `amount` is what it disposes of; what settles no invoice is `unapplied`.

    `from_unapplied`: it disposes of cash that stood unapplied, not of cash that just came. `kept_as`: what the unapplied
    cash of it counts as, or did; a prepayment is for the invoices of a `contract`.
    """

    entity: str
    customer: str
    currency: str
    payment: str
    amount: Money
    settlements: tuple[Settlement, ...]
    unapplied: Money
    method: Method
    from_unapplied: bool = False
    kept_as: KeptAs = "unapplied cash"
    contract: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Refund(Document):
    """Money the company owes back and pays out. `source`: the customer's credit, or cash that was never applied.

    `method`: the means of payment it goes back to (None: whichever the gateway finds). Both roles are empty where nobody signs.
    `payee`: who gets the money, if not the customer whose credit it is.
    """

    entity: str
    customer: str
    amount: Money
    source: Literal["customer credit", "unapplied cash"]
    reason: str
    method: Method | None = None
    prepared_by: str = ""
    approved_by: str = ""
    payee: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RefundPayment(Document):
    """A refund was paid out: by the gateway or, to a bank account that paid by transfer, by the bank.

    `payee`: who got the money, if not the customer whose credit it was.
    """

    entity: str
    customer: str
    refund: str
    amount: Money
    method: Method | None = None
    payee: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Payout(Document):
    """The gateway sends what it collected to the bank, less its fee: `gross` = `net` + `fee`."""

    entity: str
    payments: tuple[str, ...]
    gross: Money
    fee: Money
    net: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class PayoutTerms:
    """When the gateway pays out and what it keeps: a percentage and a fixed amount per payment.

    A bare figure is in the currency of the payment that it is kept of; an amount in another currency is changed into it at
    the rate of the day.

    `chargeback_fee`: what it keeps for each chargeback; `arbitration_fee`: what the network takes of a company that loses an
    arbitration; `return_fee`: what the bank takes for a returned direct debit.
    """

    percent_fee: Decimal = Decimal(0)
    fixed_fee: Fee = Decimal(0)
    chargeback_fee: Fee = Decimal(0)
    arbitration_fee: Fee = Decimal(0)
    return_fee: Fee = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class InvoiceDispute(Document):
    """The customer contests an invoice, one of its lines or one of its installments (`installment`, counted from 1; 0: none is
    named). Not a chargeback.

    `doubt`: the company's code for the reason. In doubt is the price, which is revenue: `reserve` is the net amount taken
    out of it; or whether the customer can pay, which is a credit loss: `reserve` is what is expected to be lost.
    """

    entity: str
    customer: str
    invoice: str
    invoice_line: int | None
    amount: Money
    reserve: Money
    reason: str
    doubt: Doubt = "price"
    installment: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeResolution(Document):
    """How a dispute ended; `credited` (with tax) is what the customer was given, `released` the reserve that ends."""

    entity: str
    customer: str
    dispute: str
    invoice: str
    outcome: Literal["accepted", "partly accepted", "rejected", "withdrawn"]
    credited: Money
    credit_memo: str | None
    released: Money
    doubt: Doubt = "price"


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteOff(Document):
    """An invoice's open amount is given up. `tax_relief`: the tax share reclaimed at once, zero without relief."""

    entity: str
    customer: str
    invoice: str
    amount: Money
    tax_relief: Money
    method: Literal["allowance", "direct", "small difference"]
    settlements: tuple[Settlement, ...]
    prepared_by: str = ""
    approved_by: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recovery(Document):
    """Money that came after all for what was written off. `tax`: the share that must go back to the tax authority."""

    entity: str
    customer: str
    write_off: str
    invoice: str
    payment: str
    amount: Money
    tax: Money
    method: Method


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter(Document):
    """A dunning letter to a customer about an overdue invoice, or a part of it. `then`: what follows from it by itself. `sheet`:
    the first of the letters that are sent on one sheet of paper; its own number where it is alone."""

    entity: str
    customer: str
    invoice: str
    level: int
    name: str
    open: Money
    due_date: date
    then: DunningAct = "nothing more"
    sheet: str = ""
