"""An invoice paid in another currency: the money is received in its own, and unapplied cash is exchanged for what it settles.

At the rate of the day, or as finance agreed with the payer. One side of the exchange gives the payment's currency, the other
takes the invoice's; the ledger meets both on exchange clearing, and what the money is worth more or less than the receivable
stood at is realized (IAS 21.28).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.billing.open_items import open_balance, unapplied
from engine.book import Book
from engine.checking import above_zero, in_currency_of, known_invoice
from engine.exchanging import at
from engine.model.cash import CashExchange, Side
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment, PaymentApplication
from engine.receivables.applying import apply_unapplied, from_its_payer, from_unapplied, known_payment
from engine.receivables.crossing import cross_rate
from engine.receivables.disposing import named_abroad
from engine.refusals import Refused


class Paid(NamedTuple):
    """What pays an invoice: the application, and before it the exchange, if it is in another currency."""

    application: PaymentApplication
    exchanges: tuple[CashExchange, ...] = ()


def apply(book: Book, payment: str, invoice: str, amount: Money | None, agreed: Money | None, today: date) -> Paid:
    """Apply cash that stands unapplied to an invoice: that `amount` of the payment's currency, or all that fits. In another
    currency it settles what is `agreed`, or what it comes to at the rate of the day.

    Refused above what is unapplied or open, without a rate, for money that came by card or direct debit (which its payer can
    take back), and where something is agreed about one currency.
    """
    paid, owed = known_payment(book, payment), known_invoice(book, invoice)
    if paid.amount.currency == owed.currency and agreed is None:
        return Paid(apply_unapplied(book, payment, invoice, amount, today))
    from_its_payer(book, paid, owed)
    _convertible(paid, owed, amount, agreed)
    left, open_ = unapplied(book, paid), open_balance(book, owed)
    rate = cross_rate(book, paid.entity, paid.amount.currency, owed.currency, today)
    given, taken = _fitting(left, open_, rate)
    if amount is not None:
        given, taken = amount, _at(amount, owed.currency, rate) if agreed is None else agreed
    _there(given, left, taken, open_, paid, owed)
    return _paid(book, paid, owed, given, taken, today)


def _convertible(paid: Payment, owed: Invoice, amount: Money | None, agreed: Money | None) -> None:
    if paid.amount.currency == owed.currency:
        raise Refused(
            "same-currency",
            f"payment {paid.number} and invoice {owed.number} are both in {owed.currency}; there is nothing to agree on",
        )
    if paid.method != "bank transfer":
        raise Refused(
            "not-a-transfer",
            f"payment {paid.number} came by {paid.method}; only transfers pay an invoice in another currency, and "
            f"{owed.number} is in {owed.currency}",
        )
    if amount is not None and amount.currency != paid.amount.currency:
        raise Refused(
            "other-currency", f"{amount} is not in the currency of payment {paid.number}, {paid.amount.currency}"
        )
    if agreed is not None:
        in_currency_of(owed, agreed.currency, f"{agreed}")


def _fitting(left: Money, open_: Money, rate: Fraction) -> tuple[Money, Money]:
    """All of the cash, or as much of it as the invoice takes."""
    whole = _at(left, open_.currency, rate)
    if whole <= open_:
        return left, whole
    return min(left, _at(open_, left.currency, 1 / rate)), open_


def _at(amount: Money, into: str, rate: Fraction) -> Money:
    return Money(at(amount.minor, amount.currency, into, rate), into)


def _there(given: Money, left: Money, taken: Money, open_: Money, paid: Payment, owed: Invoice) -> None:
    figures = f"{left} is unapplied of payment {paid.number} and {open_} is open of invoice {owed.number}"
    if left.minor <= 0 or not open_:
        raise Refused("nothing-to-pay", f"there is nothing to pay: {figures}")
    for part in (given, taken):
        above_zero(part, f"pay invoice {owed.number}")
    if given > left or taken > open_:
        raise Refused("above-what-is-there", f"{given} for {taken} is too much: {figures}")


def named(book: Book, payment: Payment, today: date) -> Paid | None:
    """A transfer pays the invoice in another currency that its payer names, where that is the company's convention and a rate
    of the day is known; else it stays unapplied."""
    owed = named_abroad(book, payment)
    if owed is None:
        return None
    try:
        return apply(book, payment.number, owed.number, None, None, today)
    except Refused:
        return None


def _paid(book: Book, paid: Payment, owed: Invoice, given: Money, taken: Money, today: date) -> Paid:
    settlements = (Settlement(invoice=owed.number, amount=taken),)
    return Paid(
        from_unapplied(book, paid, owed.customer, settlements, today), _sides(book, paid, owed, given, taken, today)
    )


def undone(book: Book, payment: str, invoice: str, today: date) -> Iterator[CashExchange]:
    """What a payment pays of an invoice no longer is exchanged back: the cash stands unapplied in the currency it came in."""
    paid, owed = known_payment(book, payment), known_invoice(book, invoice)
    made = [one for one in book.about(CashExchange, "payment", payment) if one.invoice == invoice]
    came, taken = (_net(made, currency) for currency in (paid.amount.currency, owed.currency))
    if made and taken:
        yield from _sides(book, paid, owed, taken, -came, today, back=True)


def _net(made: list[CashExchange], currency: str) -> Money:
    """What exchanges took of a currency, less what they gave of it."""
    sides = (one.amount if one.side == "taken" else -one.amount for one in made)
    return total((side for side in sides if side.currency == currency), currency)


def _sides(
    book: Book, paid: Payment, owed: Invoice, given: Money, taken: Money, today: date, back: bool = False
) -> tuple[CashExchange, CashExchange]:
    earlier = len(book.about(CashExchange, "payment", paid.number))

    def side(name: Side, amount: Money, against: Money) -> CashExchange:
        return CashExchange(
            number=f"XC-{paid.number}-{earlier // 2 + 1}-{name}",
            event_date=today,
            effective_date=today,
            posting_date=today,
            entity=paid.entity,
            customer=owed.customer,
            payment=paid.number,
            invoice=owed.number,
            side=name,
            amount=amount,
            against=against,
            back=back,
        )

    return side("given", given, taken), side("taken", taken, given)
