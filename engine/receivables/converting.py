"""An invoice paid in another currency: the money is received in its own, and unapplied cash is exchanged for what it settles.

At the rate of the day, or as finance agreed with the payer. One side of the exchange gives the payment's currency, the other
takes the invoice's; the ledger meets both on exchange clearing, and what the money is worth more or less than the receivable
stood at is realized (IAS 21.28).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from engine.billing.open_items import open_balance, unapplied
from engine.book import Book
from engine.checking import above_zero, in_currency_of, known_invoice
from engine.model.cash import CashExchange
from engine.model.currency import ExchangeRate
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money
from engine.model.payments import Payment, PaymentApplication
from engine.receivables.applying import apply_unapplied, from_its_payer, from_unapplied, known_payment
from engine.receivables.crossing import at_rate, cross_rate, fitting, sides
from engine.receivables.passing_on import as_kept
from engine.refusals import Refused


class Paid(NamedTuple):
    """What pays an invoice: the application, and before it the exchange, if it is in another currency."""

    application: PaymentApplication
    exchanges: tuple[CashExchange, ...] = ()


def apply(
    book: Book,
    payment: str,
    invoice: str,
    amount: Money | None,
    agreed: Money | None,
    today: date,
    rate: ExchangeRate | None = None,
) -> Paid:
    """Apply cash that stands unapplied to an invoice: that `amount` of the payment's currency, or all that fits. In another
    currency it settles what is `agreed`, or what it comes to at the agreed `rate` or that of the day.

    Refused above what is unapplied or open, without a rate, and where something is agreed about one currency.
    """
    owed = known_invoice(book, invoice)
    paid = as_kept(book, known_payment(book, payment), owed)
    if paid.amount.currency == owed.currency and agreed is None and rate is None:
        return Paid(apply_unapplied(book, payment, invoice, amount, today))
    from_its_payer(book, paid, owed)
    _convertible(paid, owed, amount, agreed)
    left, open_ = unapplied(book, paid), open_balance(book, owed)
    between = cross_rate(book, paid.entity, paid.amount.currency, owed.currency, today, rate)
    given, taken = fitting(left, open_, between)
    if amount is not None:
        given, taken = amount, at_rate(amount, owed.currency, between) if agreed is None else agreed
    _there(given, left, taken, open_, paid, owed)
    return exchanged(book, paid, owed, given, taken, today)


def _convertible(paid: Payment, owed: Invoice, amount: Money | None, agreed: Money | None) -> None:
    if paid.amount.currency == owed.currency:
        raise Refused(
            "same-currency",
            f"payment {paid.number} and invoice {owed.number} are both in {owed.currency}; there is nothing to agree on",
        )
    if amount is not None and amount.currency != paid.amount.currency:
        raise Refused(
            "other-currency", f"{amount} is not in the currency of payment {paid.number}, {paid.amount.currency}"
        )
    if agreed is not None:
        in_currency_of(owed, agreed.currency, f"{agreed}")


def _there(given: Money, left: Money, taken: Money, open_: Money, paid: Payment, owed: Invoice) -> None:
    figures = f"{left} is unapplied of payment {paid.number} and {open_} is open of invoice {owed.number}"
    if left.minor <= 0 or not open_:
        raise Refused("nothing-to-pay", f"there is nothing to pay: {figures}")
    for part in (given, taken):
        above_zero(part, f"pay invoice {owed.number}")
    if given > left or taken > open_:
        raise Refused("above-what-is-there", f"{given} for {taken} is too much: {figures}")


def exchanged(book: Book, paid: Payment, owed: Invoice, given: Money, taken: Money, today: date) -> Paid:
    """So much unapplied cash of a payment settles so much of an invoice."""
    settlements = (Settlement(invoice=owed.number, amount=taken),)
    return Paid(
        from_unapplied(book, paid, owed.customer, settlements, today), sides(book, paid, owed, given, taken, today)
    )


def undone(book: Book, payment: str, invoice: str, today: date) -> Iterator[CashExchange]:
    """What a payment pays of an invoice no longer is exchanged back: the cash stands unapplied in the currency it came in."""
    paid, owed = known_payment(book, payment), known_invoice(book, invoice)
    given, taken = exchanged_for(book, paid, owed)
    if taken and paid.amount.currency != owed.currency:
        yield from sides(book, paid, owed, taken, given, today, back=True)


def exchanged_for(book: Book, paid: Payment, owed: Invoice) -> tuple[Money, Money]:
    """How much of a payment is exchanged for an invoice in another currency, and how much it settles there."""
    made = [one for one in book.about(CashExchange, "payment", paid.number) if one.invoice == owed.number]
    given, taken = Money.zero(paid.amount.currency), Money.zero(owed.currency)
    for one in made:
        if one.amount.currency == given.currency:
            given += one.amount if one.side == "given" else -one.amount
        else:
            taken += one.amount if one.side == "taken" else -one.amount
    return given, taken
