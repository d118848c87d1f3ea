"""A payment that its payer's bank takes back, of which something paid invoices in another currency.

That is exchanged back first: the invoice is owed again, and the cash of it stands unapplied in the currency it came in, and leaves
as such. What a card network gives back pays the invoice again, at the rate of the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from engine.billing.open_items import open_balance, unapplied
from engine.book import Book
from engine.model.cash import CashExchange
from engine.model.document import Document
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal
from engine.model.transfers import BalanceTransfer
from engine.receivables.applying import known_payment
from engine.receivables.converting import Paid, exchanged, exchanged_for
from engine.receivables.crossing import at_rate, cross_rate, fitting, sides
from engine.receivables.passing_on import passes_back
from engine.receivables.reversing import Cause, Why, check_recovered, owed_again, reversal, standing


class _Loss(NamedTuple):
    """How much of a payment its payer's bank takes back, why, and by which document."""

    payment: str
    amount: Money
    cause: Cause
    reference: str


def unwound(book: Book, back: Document, today: date) -> Iterator[PaymentReversal | CashExchange | BalanceTransfer]:
    """What of the loss falls on invoices in another currency, after those in the payment's own, is owed again; what falls on cash
    that has passed on passes back. Each document is to be kept before the next is asked for."""
    if (loss := _loss(back)) is None:
        return
    paid, currency = known_payment(book, loss.payment), loss.amount.currency
    check_recovered(book, paid, loss.amount)
    pays = standing(book, paid)
    unpaid = left = loss.amount - total((part for part in pays.values() if part.currency == currency), currency)
    for owed in [book.get(Invoice, number) for number, part in pays.items() if part.currency != currency]:
        given, taken = exchanged_for(book, paid, owed)
        part = min(max(left, Money.zero(currency)), given)
        left -= part
        if part:
            # In the proportion of what was given for it, at least a cent, and the last one with the last one.
            share = max(at_rate(part, owed.currency, taken.exact / given.exact), Money(1, owed.currency))
            lost = taken if part == given else min(share, taken)
            why = Why(loss.cause, loss.reference, "unapplied cash")
            yield reversal(book, paid, lost, (Settlement(invoice=owed.number, amount=lost),), why, today)
            yield from sides(book, paid, owed, lost, part, today, back=True)
    yield from passes_back(book, paid, unpaid, today)


def _loss(back: Document) -> _Loss | None:
    match back:
        case PaymentReturn():
            return _Loss(back.payment, back.amount, "returned", back.number)
        case Chargeback(held="receivable reopened"):
            return _Loss(back.payment, back.amount, "chargeback", back.number)
        case ChargebackOutcome(held="disputed funds"):
            return _Loss(back.payment, back.lost, "chargeback", back.chargeback)
        case _:
            return None


def paid_again(book: Book, back: Document, today: date) -> Iterator[Paid]:
    """What is won back pays again what the chargeback made owed in another currency, as far as both go. Each is to be kept
    before the next is asked for."""
    if not isinstance(back, ChargebackOutcome) or back.held != "receivable reopened":
        return
    paid, left = known_payment(book, back.payment), back.won
    for part in owed_again(book, back):
        if part.amount.currency != left.currency:
            owed = book.get(Invoice, part.invoice)
            rate = cross_rate(book, paid.entity, left.currency, owed.currency, today)
            most = min(left, max(unapplied(book, paid), Money.zero(left.currency)))
            given, taken = fitting(most, min(part.amount, open_balance(book, owed)), rate)
            if given and taken:
                left -= given
                yield exchanged(book, paid, owed, given, taken, today)
