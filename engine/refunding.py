"""Paying back what is the customer's: credit on their account, or cash that settled nothing (handbook 4.5)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from engine.book import Book
from engine.checking import above_zero, known_customer
from engine.entities import entity_of_customer
from engine.model.money import Money
from engine.model.payments import Refund
from engine.receivables import customer_credit, open_chargebacks, unapplied_cash
from engine.refusals import Refused


def refund(
    book: Book,
    customer: str,
    amount: Money,
    source: Literal["customer credit", "unapplied cash"],
    reason: str,
    today: date,
) -> Refund:
    """Approve a refund; the gateway then pays it out. Refused above the customer's credit or unapplied cash in that
    currency, what was approved before counted as gone, and while a chargeback of theirs is open: the money may be gone
    already (handbook 4.7)."""
    known_customer(book, customer)
    above_zero(amount, "be refunded")
    for pending in open_chargebacks(book, customer):
        raise Refused(
            "chargeback-open",
            f"{amount} cannot be refunded: chargeback {pending.number} of {customer} over {pending.amount} is open; "
            "wait for what the card network decides",
        )
    entity = _holder(book, customer, amount, source)
    return Refund(
        number=f"RF-{book.count(Refund) + 1}",
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=entity,
        customer=customer,
        amount=amount,
        source=source,
        reason=reason,
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
