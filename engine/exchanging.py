"""Exchange rates as the company states them, and amounts at a rate: exact until they become money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import long_date
from engine.model.currency import ExchangeRate, RateKind
from engine.model.money import Money, exponent, rounded
from engine.model.payments import Fee
from engine.portioning import period_of
from engine.refusals import Refused


def is_translated(book: Book, currency: str, into: str) -> bool:
    """Whether amounts of a currency are kept at their worth in another: they are, once any rate between the two is stated.

    Without any, the books of that currency are kept by themselves.
    """
    pairs = {currency, into}
    return currency != into and any({rate.currency, rate.into} == pairs for rate in book.company.exchange_rates)


def rate_on(book: Book, currency: str, into: str, day: date, kind: RateKind = "spot") -> Fraction:
    """What one unit of a currency is worth in another on a day, either way round it is stated.

    An average or closing rate is the one of the day's month; where none is stated, the spot rate of the day serves, which
    is the latest one stated. Refused if there is none.
    """
    if currency == into:
        return Fraction(1)
    stated = [found for rate in book.company.exchange_rates if (found := _between(rate, currency, into))]
    month = [r for r in stated if r.kind == kind and period_of(book, max(r.on, _FIRST)) == period_of(book, day)]
    spot = [r for r in stated if r.kind == "spot" and r.on <= day]
    fitting = month if kind != "spot" and month else spot
    if not fitting:
        raise Refused("no-exchange-rate", f"there is no exchange rate of {currency} into {into} on {long_date(day)}")
    return _worth(max(fitting, key=lambda rate: rate.on), currency)


_FIRST = date(1, 1, 1)


def _between(rate: ExchangeRate, currency: str, into: str) -> ExchangeRate | None:
    return rate if {rate.currency, rate.into} == {currency, into} else None


def _worth(rate: ExchangeRate, currency: str) -> Fraction:
    stated = Fraction(Decimal(rate.rate))
    return stated if rate.currency == currency else 1 / stated


def fee_in(book: Book, fee: Fee, currency: str, day: date) -> Fraction:
    """A fee in units of the payment's currency, exactly: the bare figure, or its own amount at the rate of the day.

    Refused where it is in another currency and no rate between the two is stated.
    """
    if not isinstance(fee, Money):
        return Fraction(fee)
    try:
        return fee.exact * rate_on(book, fee.currency, currency, day)
    except Refused as refused:
        raise Refused(
            refused.code, f"a fee of {fee} cannot be taken of a payment in {currency}: {refused.sentence}"
        ) from refused


def at(minor: int | Fraction, currency: str, into: str, rate: Fraction) -> int:
    """An amount of a currency, in its smallest unit, at a rate: in the smallest unit of the other, rounded half up."""
    return rounded(minor * rate * Fraction(10) ** (exponent(into) - exponent(currency)))
