"""Between the two currencies of a payment and its invoice: rates, how much of each fits, and what an exchange is worth."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.book import Book
from engine.entities import entity_called
from engine.exchanging import at, is_translated, rate_on
from engine.model.cash import CashExchange, Side
from engine.model.currency import ExchangeRate
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.payments import Payment
from engine.refusals import Refused


class Across(NamedTuple):
    """How much of a payment goes to an invoice in another currency, and how much of that it settles."""

    invoice: str
    given: Money
    taken: Money


def cross_rate(
    book: Book, entity: str, currency: str, into: str, day: date, agreed: ExchangeRate | None = None
) -> Fraction:
    """The rate between two currencies: as agreed, else the rate of the day as it is stated, else through the currency of the
    entity's books. Refused where what either is worth in the books is not known, and where what is agreed says nothing of
    the two."""
    books = entity_called(book, entity).currency
    through = rate_on(book, currency, books, day) / rate_on(book, into, books, day)
    if agreed:
        return _as_agreed(agreed, currency, into)
    return rate_on(book, currency, into, day) if is_translated(book, currency, into) else through


def _as_agreed(agreed: ExchangeRate, currency: str, into: str) -> Fraction:
    if {agreed.currency, agreed.into} != {currency, into} or agreed.rate <= 0:
        said = f"{agreed.rate} {agreed.into} per {agreed.currency}"
        raise Refused("other-rate", f"{said} is no rate between {currency} and {into}")
    rate = Fraction(agreed.rate)
    return rate if agreed.currency == currency else 1 / rate


def fitting(left: Money, open_: Money, rate: Fraction) -> tuple[Money, Money]:
    """All of the cash and what it comes to, or as much of it as the open amount takes."""
    whole = at_rate(left, open_.currency, rate)
    if whole <= open_:
        return left, whole
    return min(left, at_rate(open_, left.currency, 1 / rate)), open_


def at_rate(amount: Money, into: str, rate: Fraction) -> Money:
    """An amount in another currency, rounded half up."""
    return Money(at(amount.minor, amount.currency, into, rate), into)


def sides(
    book: Book,
    paid: Payment,
    owed: Invoice,
    given: Money,
    taken: Money,
    today: date,
    *,
    back: bool = False,
    earlier: int | None = None,
) -> tuple[CashExchange, CashExchange]:
    """Both sides of an exchange for an invoice. `earlier`: how many exchanges of the payment there are, if the book does not
    know them yet."""
    before = len(book.about(CashExchange, "payment", paid.number)) // 2 if earlier is None else earlier

    def side(name: Side, amount: Money, against: Money) -> CashExchange:
        return CashExchange(
            number=f"XC-{paid.number}-{before + 1}-{name}",
            **dated(today),
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


def worth(book: Book, made: CashExchange) -> Fraction:
    """What both sides of an exchange are worth, in units of the books' currency: the side that is in it, else the payment's
    currency at the rate of the day (IAS 21.21). Refused without a rate."""
    books = entity_called(book, made.entity).currency
    given, taken = (made.amount, made.against) if made.side == "given" else (made.against, made.amount)
    if taken.currency == books:
        return taken.exact
    paid = taken if made.back and given.currency != books else given
    return Money.of(paid.exact * rate_on(book, paid.currency, books, made.event_date), books).exact
