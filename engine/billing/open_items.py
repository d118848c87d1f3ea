"""What customers owe and are owed on a day, read from the documents. Nothing here writes.

`as_of` counts what was posted up to and including that day; None counts everything. Because every document is posted
on the day it is made, what was open on a past day never changes afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from engine.book import Book
from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.document import Document
from engine.model.invoices import CreditMemo, CreditMemoLine, CreditUse, Invoice, Settlement
from engine.model.losses import Reinstatement
from engine.model.money import Money, total
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Payment,
    PaymentApplication,
    Recovery,
    Refund,
    WriteOff,
)
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReversal
from engine.model.transfers import BalanceTransfer

D = TypeVar("D", bound=Document)
E = TypeVar(
    "E",
    CashExchange,
    Identification,
    PrepaymentRelease,
    CreditMemo,
    CreditUse,
    PaymentApplication,
    PaymentReversal,
    Refund,
)


def posted(documents: Iterable[D], as_of: date | None) -> Iterator[D]:
    """Those of the documents that were posted by the end of that day."""
    return (document for document in documents if as_of is None or document.posting_date <= as_of)


def settled(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """How much of the invoice was credited, paid, deducted, set off against credit or written off; payments taken back do
    not count."""
    parts = (part.amount for part in _settlements(book, invoice.number, as_of) if part.invoice == invoice.number)
    undone = posted(book.about(PaymentReversal, "settles", invoice.number), as_of)
    taken = [part.amount for made in undone for part in made.settlements if part.invoice == invoice.number]
    taken += [made.amount for made in posted(book.about(Reinstatement, "invoice", invoice.number), as_of)]
    return total(parts, invoice.currency) - total(taken, invoice.currency)


def settled_by_name(book: Book, invoice: Invoice, as_of: date | None = None) -> dict[int, Money]:
    """How much of that settles an installment that was named, by which one it is, counted from 1."""
    named: dict[int, Money] = {}
    undone = posted(book.about(PaymentReversal, "settles", invoice.number), as_of)
    again = posted(book.about(Reinstatement, "invoice", invoice.number), as_of)
    taken = [part for made in undone for part in made.settlements] + [
        part for made in again for part in made.settlements
    ]
    back = (replace(part, amount=-part.amount) for part in taken)
    for part in (*_settlements(book, invoice.number, as_of), *back):
        if part.installment and part.invoice == invoice.number:
            named[part.installment] = named.get(part.installment, Money.zero(invoice.currency)) + part.amount
    return named


def _settlements(book: Book, invoice: str, as_of: date | None) -> Iterator[Settlement]:
    for memo in posted(book.about(CreditMemo, "settles", invoice), as_of):
        yield from memo.settlements
    for use in posted(book.about(CreditUse, "settles", invoice), as_of):
        yield from use.settlements
    for application in posted(book.about(PaymentApplication, "settles", invoice), as_of):
        yield from application.settlements
    for write_off in posted(book.about(WriteOff, "settles", invoice), as_of):
        yield from write_off.settlements
    for deduction in posted(book.about(Deduction, "settles", invoice), as_of):
        yield from deduction.settlements


def open_balance(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """What is still asked for on the invoice, tax included; nothing before it was posted."""
    if as_of is not None and invoice.posting_date > as_of:
        return Money.zero(invoice.currency)
    return invoice.total - settled(book, invoice, as_of)


def open_disputes(book: Book, invoice: Invoice, as_of: date | None = None) -> list[InvoiceDispute]:
    """The invoice's disputes that were not settled."""
    ended = {end.dispute for end in posted(book.about(DisputeResolution, "invoice", invoice.number), as_of)}
    opened = posted(book.about(InvoiceDispute, "invoice", invoice.number), as_of)
    return [dispute for dispute in opened if dispute.number not in ended]


def disputed(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """How much of what is open is in dispute, or open only while a card network decides on a chargeback.

    What is paid in spite of a dispute is open no more, and so not in it.
    """
    contested = total((dispute.amount for dispute in open_disputes(book, invoice, as_of)), invoice.currency)
    contested += charged_back(book, invoice, as_of)
    return min(contested, open_balance(book, invoice, as_of)) if contested else contested


def open_chargebacks(book: Book, customer: str, as_of: date | None = None) -> list[Chargeback]:
    """The customer's chargebacks that the card network has not decided."""
    ended = {end.chargeback for end in posted(book.about(ChargebackOutcome, "customer", customer), as_of)}
    opened = posted(book.about(Chargeback, "customer", customer), as_of)
    return [made for made in opened if made.number not in ended]


def charged_back(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """What of an invoice is open only while a card network decides on a chargeback."""
    undone = [*posted(book.about(PaymentReversal, "settles", invoice.number), as_of)]
    pending = {made.number for made in open_chargebacks(book, invoice.customer, as_of)} if undone else set[str]()
    parts = (part for made in undone if made.reference in pending for part in made.settlements)
    return total((part.amount for part in parts if part.invoice == invoice.number), invoice.currency)


def collectible(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """What is open and not in dispute: what may be collected, dunned, paid without instruction or written off."""
    return open_balance(book, invoice, as_of) - disputed(book, invoice, as_of)


def customer_credit(
    book: Book, customer: str, currency: str, as_of: date | None = None, entity: str | None = None
) -> Money:
    """What credit memos gave the customer above what was open, and payments kept as credit; less what was used or approved
    for refund; of one legal entity, or of all."""
    memos = posted(book.about(CreditMemo, "customer", customer), as_of)
    held = [memo.held for memo in memos if entity in (None, memo.holder or memo.entity)]
    paid = _by(entity, posted(book.about(PaymentApplication, "customer", customer), as_of))
    held += [application.unapplied for application in paid if application.kept_as == "customer credit"]
    used = (use.amount for use in _by(entity, posted(book.about(CreditUse, "customer", customer), as_of)))
    given = _of(held, currency) - _of(used, currency)
    passed = passed_on(book, customer, currency, "customer credit", as_of, entity)
    given += total((amount for amount, _ in passed), currency)
    return given - _refunded(book, customer, currency, "customer credit", as_of, entity)


def payer(book: Book, payment: Payment) -> str:
    """Who sent a payment: known when it came, or found out since; "" while nobody knows."""
    found = book.about(Identification, "payment", payment.number)
    return found[0].customer if found else payment.customer


def prepaid(book: Book, contract: str, currency: str, as_of: date | None = None) -> dict[str, Money]:
    """What was paid ahead of a contract's invoices and has paid none of them yet, by payment, oldest first."""
    left: dict[str, Money] = {}
    for made in posted(book.about(PaymentApplication, "contract", contract), as_of):
        if made.currency == currency:
            gained = -made.amount if made.from_unapplied else made.unapplied
            left[made.payment] = left.get(made.payment, Money.zero(currency)) + gained
    for freed in posted(book.about(PrepaymentRelease, "contract", contract), as_of):
        if freed.amount.currency == currency:
            left[freed.payment] -= freed.amount
    return left


def unapplied(book: Book, payment: Payment, as_of: date | None = None) -> Money:
    """What of a payment settles nothing. Refunds of unapplied cash take the customer's oldest payment first."""
    return unapplied_payments(book, payer(book, payment), payment.amount.currency, as_of, payment.entity).get(
        payment.number, Money.zero(payment.amount.currency)
    )


def unapplied_cash(
    book: Book, customer: str, currency: str, as_of: date | None = None, entity: str | None = None
) -> Money:
    """All of the customer's cash in that currency that settles nothing and is not approved for refund; of one legal
    entity, or of all."""
    return total(unapplied_payments(book, customer, currency, as_of, entity).values(), currency)


def unapplied_payments(
    book: Book, customer: str, currency: str, as_of: date | None = None, entity: str | None = None
) -> dict[str, Money]:
    """The unapplied cash by payment, oldest first, including those of which nothing is left."""
    left: dict[str, Money] = {}
    for found in _by(entity, posted(book.about(Identification, "customer", customer), as_of)):
        if found.amount.currency == currency:
            left[found.payment] = found.amount
    for application in _by(entity, posted(book.about(PaymentApplication, "customer", customer), as_of)):
        if application.currency == currency and application.kept_as == "unapplied cash":
            gained = -application.amount if application.from_unapplied else application.unapplied
            left[application.payment] = left.get(application.payment, Money.zero(currency)) + gained
    for freed in _by(entity, posted(book.about(PrepaymentRelease, "customer", customer), as_of)):
        if freed.amount.currency == currency:
            left[freed.payment] = left.get(freed.payment, Money.zero(currency)) + freed.amount
    for made in _by(entity, posted(book.about(CashExchange, "customer", customer), as_of)):
        if made.amount.currency == currency:
            gained = made.amount if made.side == "taken" else -made.amount
            left[made.payment] = left.get(made.payment, Money.zero(currency)) + gained
    for undone in _by(entity, posted(book.about(PaymentReversal, "customer", customer), as_of)):
        if undone.currency == currency:
            kept = undone.amount if undone.to == "unapplied cash" else -undone.unapplied
            left[undone.payment] = left.get(undone.payment, Money.zero(currency)) + kept
    for gained, payment in passed_on(book, customer, currency, "unapplied cash", as_of, entity):
        left[payment] = left.get(payment, Money.zero(currency)) + gained
    return _less_refunds(left, _refunded(book, customer, currency, "unapplied cash", as_of, entity))


def passed_on(
    book: Book, customer: str, currency: str, held_as: str, as_of: date | None, entity: str | None
) -> Iterator[tuple[Money, str]]:
    """What came to a legal entity of what the customer has to their credit, or left it, and the payment that it is of; nothing
    for all of them together."""
    for made in posted(book.about(BalanceTransfer, "customer", customer), as_of):
        if (made.held_as, made.amount.currency) == (held_as, currency) and entity in (made.entity, made.to):
            yield made.amount if made.to == entity else -made.amount, made.payment or ""


def _less_refunds(left: dict[str, Money], refunded: Money) -> dict[str, Money]:
    """Refunds take the oldest first. A payment taken back after its cash was refunded leaves less than nothing: the
    customer owes that."""
    for payment, amount in left.items():
        taken = min(amount, refunded) if amount.minor > 0 else Money.zero(refunded.currency)
        left[payment], refunded = amount - taken, refunded - taken
    if refunded:
        left[next(reversed(left))] -= refunded
    return left


def written_off(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """What was given up of the invoice, tax included, whether or not it came after all."""
    given_up = posted(book.about(WriteOff, "invoice", invoice.number), as_of)
    return total((write_off.amount for write_off in given_up), invoice.currency)


def recovered(book: Book, invoice: Invoice, as_of: date | None = None) -> Money:
    """What came after all of what was written off, or stands again because it came."""
    came = posted(book.about(Recovery, "invoice", invoice.number), as_of)
    again = posted(book.about(Reinstatement, "invoice", invoice.number), as_of)
    return total((*(made.amount for made in came), *(made.amount for made in again)), invoice.currency)


def credited(book: Book, invoice: Invoice, as_of: date | None = None) -> list[CreditMemoLine]:
    """The credit memo lines that took back part of the invoice."""
    memos = posted(book.about(CreditMemo, "credits", invoice.number), as_of)
    return [line for memo in memos for line in memo.lines if line.invoice == invoice.number]


def _of(amounts: Iterable[Money], currency: str) -> Money:
    return total((amount for amount in amounts if amount.currency == currency), currency)


def _by(entity: str | None, documents: Iterable[E]) -> Iterator[E]:
    """Those of the documents that are a legal entity's; all of them for None."""
    return (document for document in documents if entity in (None, document.entity))


def _refunded(book: Book, customer: str, currency: str, source: str, as_of: date | None, entity: str | None) -> Money:
    refunds = _by(entity, posted(book.about(Refund, "customer", customer), as_of))
    return _of((refund.amount for refund in refunds if refund.source == source), currency)
