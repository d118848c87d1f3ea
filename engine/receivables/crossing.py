"""Rates between the two currencies of a payment and its invoice, and what an exchange between them is worth in the books."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.entities import entity_called
from engine.exchanging import is_translated, rate_on
from engine.model.cash import CashExchange
from engine.model.money import Money


def cross_rate(book: Book, entity: str, currency: str, into: str, day: date) -> Fraction:
    """The rate of the day between two currencies: as it is stated, else through the currency of the entity's books. Refused
    where it, or what either is worth in the books, is not known."""
    books = entity_called(book, entity).currency
    through = rate_on(book, currency, books, day) / rate_on(book, into, books, day)
    return rate_on(book, currency, into, day) if is_translated(book, currency, into) else through


def worth(book: Book, made: CashExchange) -> Fraction:
    """What both sides of an exchange are worth, in units of the books' currency: the side that is in it, else the payment's
    currency at the rate of the day (IAS 21.21). Refused without a rate."""
    books = entity_called(book, made.entity).currency
    given, taken = (made.amount, made.against) if made.side == "given" else (made.against, made.amount)
    if taken.currency == books:
        return taken.exact
    paid = taken if made.back and given.currency != books else given
    return Money.of(paid.exact * rate_on(book, paid.currency, books, made.event_date), books).exact
