"""Undoing what a payment paid: taken off by hand, returned by the bank, or charged back (handbook 4.6, 4.7, 4.14).

Every reversal names what it undoes. An invoice that is open again is as old as it was: it ages from its own due date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from engine.billing.open_items import open_balance, payer
from engine.book import Book
from engine.checking import known_invoice
from engine.entities import with_holders
from engine.model.document import dated
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment, PaymentApplication, Recovery
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal
from engine.receivables.applying import known_payment
from engine.receivables.collecting import COLLECT, DEFAULT, DUN
from engine.refusals import Refused

Cause = Literal["taken off", "returned", "chargeback"]


class Why(NamedTuple):
    """Why a payment pays something no longer, by which document, and where its money goes."""

    cause: Cause
    reference: str
    to: Literal["unapplied cash", "gateway clearing", "disputed funds"]


def take_off(book: Book, payment: str, invoice: str, today: date) -> PaymentReversal:
    """Un-apply: the payment pays that invoice no longer, its cash stands unapplied (handbook 4.14).

    Refused if the payment pays nothing of the invoice.
    """
    paid, owed = known_payment(book, payment), known_invoice(book, invoice)
    parts = [part for part in _standing(book, paid) if part.invoice == owed.number]
    if not parts:
        raise Refused("nothing-applied", f"payment {payment} pays nothing of invoice {owed.number}")
    undone = [made for made in book.about(PaymentApplication, "payment", payment) if _settles(made, invoice)]
    why = Why("taken off", undone[-1].number, "unapplied cash")
    amount = total((part.amount for part in parts), parts[0].amount.currency)
    return reversal(book, replace(paid, entity=undone[-1].entity), amount, tuple(parts), why, today)


def _settles(application: PaymentApplication, invoice: str) -> bool:
    return any(part.invoice == invoice for part in application.settlements)


def returned(book: Book, back: PaymentReturn, today: date) -> PaymentReversal:
    """A collected direct debit came back. What it paid is owed again, is dunned at once for how late it is, and is tried
    again after the company's first number of retry days."""
    paid = known_payment(book, back.payment)
    made = _taken_back(book, paid, back.amount, Why("returned", back.number, "gateway clearing"), today)
    for part in made.settlements if book.company.retry_days else ():
        again = back.event_date + timedelta(days=book.company.retry_days[0])
        book.agenda.plan(max(again, today), COLLECT, part.invoice)
    return made


def charged_back(book: Book, chargeback: Chargeback, today: date) -> PaymentReversal | None:
    """A chargeback opens: what the payment paid is owed again at once, where that is the company's convention (policy P6)."""
    paid = known_payment(book, chargeback.payment)
    if chargeback.held != "receivable reopened":
        return None
    return _taken_back(book, paid, chargeback.amount, Why("chargeback", chargeback.number, "gateway clearing"), today)


def decided(book: Book, outcome: ChargebackOutcome, today: date) -> PaymentReversal | PaymentApplication | None:
    """A chargeback ends. What is lost out of disputed funds is owed again; what is won back pays again what was reopened.

    Where it was taken out of revenue at once, the loss is borne and nothing is owed again.
    """
    paid = known_payment(book, outcome.payment)
    if outcome.held == "receivable reopened":
        for made in _of_chargeback(book, outcome):
            for part in made.settlements:
                book.agenda.plan(today, DUN, part.invoice)
                book.agenda.plan(today, DEFAULT, part.invoice)
        return _paid_again(book, paid, outcome, today) if outcome.won else None
    if outcome.held == "disputed funds" and outcome.lost:
        return _taken_back(book, paid, outcome.lost, Why("chargeback", outcome.chargeback, "disputed funds"), today)
    return None


def owed_again(book: Book, outcome: ChargebackOutcome) -> list[Settlement]:
    """What the chargeback made owed again."""
    return [part for made in _of_chargeback(book, outcome) for part in made.settlements]


def _of_chargeback(book: Book, outcome: ChargebackOutcome) -> list[PaymentReversal]:
    made = book.about(PaymentReversal, "payment", outcome.payment)
    return [reversal for reversal in made if reversal.reference == outcome.chargeback]


def _paid_again(book: Book, payment: Payment, outcome: ChargebackOutcome, today: date) -> PaymentApplication:
    left, again = outcome.won, list[Settlement]()
    for part in (part for part in owed_again(book, outcome) if part.amount.currency == left.currency):
        if fits := min(left, part.amount, open_balance(book, book.get(Invoice, part.invoice))):
            again.append(replace(part, amount=fits))
            left -= fits
    return PaymentApplication(
        number=f"AP-{payment.number}-{len(book.about(PaymentApplication, 'payment', payment.number)) + 1}",
        **dated(today),
        entity=payment.entity,
        customer=payment.customer,
        currency=payment.amount.currency,
        payment=payment.number,
        amount=outcome.won,
        settlements=with_holders(book, payment.entity, tuple(again)),
        unapplied=left,
        method=payment.method,
    )


def standing(book: Book, payment: Payment) -> dict[str, Money]:
    """What the payment still pays, by invoice, in the order it was applied."""
    left: dict[str, Money] = {}
    for part in _standing(book, payment):
        left[part.invoice] = left.get(part.invoice, Money.zero(part.amount.currency)) + part.amount
    return left


def _standing(book: Book, payment: Payment) -> list[Settlement]:
    """The same, an installment that was named by itself."""
    left: dict[tuple[str, int], Money] = {}
    for made in book.about(PaymentApplication, "payment", payment.number):
        for part in made.settlements:
            place = part.invoice, part.installment
            left[place] = left.get(place, Money.zero(part.amount.currency)) + part.amount
    for undone in book.about(PaymentReversal, "payment", payment.number):
        for part in undone.settlements:
            left[part.invoice, part.installment] -= part.amount
    return [
        Settlement(invoice=one, installment=named, amount=amount) for (one, named), amount in left.items() if amount
    ]


def _taken_back(book: Book, payment: Payment, amount: Money, why: Why, today: date) -> PaymentReversal:
    """The money leaves: first what it paid in its own currency is owed again, invoice by invoice, then cash of it that stood
    unapplied."""
    check_recovered(book, payment, amount)
    left, parts = amount, list[Settlement]()
    for paid in _standing(book, payment):
        if paid.amount.currency == amount.currency and (part := min(left, paid.amount)):
            parts.append(replace(paid, amount=part))
            left -= part
    return reversal(book, payment, amount, tuple(parts), why, today)


def check_recovered(book: Book, payment: Payment, amount: Money) -> None:
    """Refused where that much of a payment cannot be taken back, since some of it recovered what was written off."""
    recovered = total((made.amount for made in book.about(Recovery, "payment", payment.number)), amount.currency)
    if amount > payment.amount - recovered:
        raise Refused(
            "recovered",
            f"{amount} of payment {payment.number} cannot be taken back: {recovered} of it recovered what was written off",
        )


def reversal(
    book: Book, payment: Payment, amount: Money, settlements: tuple[Settlement, ...], why: Why, today: date
) -> PaymentReversal:
    """The document, with a look at once at whether what is owed again is to be dunned."""
    for part in settlements:
        book.agenda.plan(today, DUN, part.invoice)
        book.agenda.plan(today, DEFAULT, part.invoice)
    earlier = len(book.about(PaymentReversal, "payment", payment.number))
    return PaymentReversal(
        number=f"RV-{payment.number}" + (f"-{earlier + 1}" if earlier else ""),
        **dated(today),
        entity=payment.entity,
        customer=payer(book, payment),
        currency=amount.currency,
        payment=payment.number,
        cause=why.cause,
        reference=why.reference,
        to=why.to,
        amount=amount,
        settlements=with_holders(book, payment.entity, settlements),
        unapplied=amount - total((part.amount for part in settlements), amount.currency),
    )
