"""Paying back what is the customer's: credit on their account, or cash that settled nothing (handbook 4.5)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from engine.billing.authorizing import authorize
from engine.billing.open_items import customer_credit, open_chargebacks, unapplied_cash
from engine.book import Book
from engine.checking import above_zero, known_customer
from engine.entities import entity_of_customer
from engine.model.document import dated
from engine.model.losses import UNSIGNED, Signatures
from engine.model.money import Money, total
from engine.model.payments import Method, Payment, Refund
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn
from engine.refusals import Refused


def refund(
    book: Book,
    customer: str,
    amount: Money,
    source: Literal["customer credit", "unapplied cash"],
    reason: str,
    today: date,
    method: Method | None = None,
    signed: Signatures = UNSIGNED,
) -> Refund:
    """Approve a refund; it is then paid out. Refused above the customer's credit or unapplied cash in that currency, what
    was approved before counted as gone; while a chargeback of theirs is open: the money may be gone already (handbook 4.7);
    above what is left of what they paid by the method it goes back to; and without the approval that the amount needs."""
    _check(book, customer, amount)
    entity = _holder(book, customer, amount, source)
    if method:
        check_method(book, customer, method, amount, _approved(book, customer, method, amount.currency))
    authorize(book, "refund", amount, signed)
    return Refund(
        number=f"RF-{book.count(Refund) + 1}",
        **dated(today),
        entity=entity,
        customer=customer,
        amount=amount,
        source=source,
        reason=reason,
        method=method,
        prepared_by=signed.prepared_by,
        approved_by=signed.approved_by,
    )


def _check(book: Book, customer: str, amount: Money) -> None:
    known_customer(book, customer)
    above_zero(amount, "be refunded")
    for pending in open_chargebacks(book, customer):
        raise Refused(
            "chargeback-open",
            f"{amount} cannot be refunded: chargeback {pending.number} of {customer} over {pending.amount} is open; "
            "wait for what the card network decides",
        )


def _holder(book: Book, customer: str, amount: Money, source: str) -> str:
    """The legal entity that pays: the customer's own if it holds that much of theirs, else the first that does."""
    available = customer_credit if source == "customer credit" else unapplied_cash
    own = entity_of_customer(book, customer).code
    for entity in dict.fromkeys([own, *(entity.code for entity in book.company.entities)]):
        if amount <= available(book, customer, amount.currency, entity=entity):
            return entity
    held = available(book, customer, amount.currency)
    raise Refused("above-what-is-held", f"{amount} cannot be refunded: {customer} has {held} of {source}")


def check_method(book: Book, customer: str, method: Method, amount: Money, gone: Money) -> None:
    """Refused above what the customer paid by that method, less what the bank or the card holder's bank took back of it
    and what is `gone` in refunds already."""
    left = paid_by(book, customer, method, amount.currency) - gone
    if amount > left:
        raise Refused(
            "above-method", f"{amount} cannot be refunded by {method}: {left} is left of what {customer} paid that way"
        )


def paid_by(book: Book, customer: str, method: Method, currency: str) -> Money:
    """What the customer paid by that method and neither a return nor a chargeback took back."""
    paid = [p for p in book.about(Payment, "customer", customer) if (p.method, p.amount.currency) == (method, currency)]
    numbers = {payment.number for payment in paid}
    back = [b.amount for b in book.about(PaymentReturn, "customer", customer) if b.payment in numbers]
    back += [c.amount for c in book.about(Chargeback, "customer", customer) if c.payment in numbers]
    won = (o.won for o in book.about(ChargebackOutcome, "customer", customer) if o.payment in numbers)
    return total((payment.amount for payment in paid), currency) - total(back, currency) + total(won, currency)


def _approved(book: Book, customer: str, method: Method, currency: str) -> Money:
    made = book.about(Refund, "customer", customer)
    return total((r.amount for r in made if (r.method, r.amount.currency) == (method, currency)), currency)
