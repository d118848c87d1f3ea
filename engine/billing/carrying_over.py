"""Free units that a billing period leaves unused and that later ones may use: what telephone plans call rollover.

Zuora's product documentation, "Rollover": what is left of a period can be used in so many periods after it, then it expires.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from engine.book import Book
from engine.model.catalog import Overage, Package, Percentage, Rate
from engine.model.contracts import ChargeTerms, Contract, Subscription
from engine.model.orders import OrderLine
from engine.model.policies.parts import CarriedUse
from engine.terms.counting import Counted, counted_terms
from engine.terms.periods import billing_of, billing_periods


class Stretch(NamedTuple):
    """Days of one billing period (counted from 0) on the same terms: the units that are free on them, and those used."""

    period: int
    free: Decimal
    used: Decimal


def with_carried(
    book: Book, contract: Contract, state: Subscription, line: OrderLine, terms: ChargeTerms, counted: Counted
) -> ChargeTerms:
    """The terms of some days of a billing period, their free units more by what they take of what earlier periods left, if the
    charge says so."""
    if line.charge.carried_over == 0 or terms.rate is None:
        return terms
    *before, now = _stretches(contract, state, line, counted)
    left = _left(before, now.period, line.charge.carried_over, book.company.policies.carried_use)
    return replace(terms, rate=_more(terms.rate, min(left, max(now.used - now.free, Decimal(0)))))


def _stretches(contract: Contract, state: Subscription, line: OrderLine, counted: Counted) -> Iterator[Stretch]:
    """The line's days on the same terms up to and with those counted, in order."""
    billing, last = billing_of(contract, line.charge), counted.days.end
    segments = [segment for segment in state.segments if segment.line == line.id and segment.service.start <= last]
    periods = billing_periods(contract, last, None, billing, state.restarts)
    for number, period in enumerate(takewhile(lambda one: one.whole.start <= last, periods)):
        for segment in segments:
            if days := segment.service.overlap(period.whole):
                terms = counted_terms(line.charge, segment.terms, replace(counted, days=days, since=days.start))
                yield Stretch(number, _free(segment.terms.rate), Decimal(terms.quantity))


def _left(before: Sequence[Stretch], period: int, lasts: int | None, use: CarriedUse) -> Decimal:
    """What a billing period can use of the free units of those before it, after what was used so far."""
    left: dict[int, Decimal] = {}
    for stretch in before:
        kept = _lasting(left, stretch.period, lasts)
        own, used = stretch.free, max(stretch.used, Decimal(0))
        if use == "last":
            used, own = max(used - own, Decimal(0)), max(own - used, Decimal(0))
        for earlier in kept:
            used, left[earlier] = max(used - left[earlier], Decimal(0)), max(left[earlier] - used, Decimal(0))
        if use == "first":
            own = max(own - used, Decimal(0))
        left[stretch.period] = left.get(stretch.period, Decimal(0)) + own
    return sum((left[earlier] for earlier in _lasting(left, period, lasts)), Decimal(0))


def _lasting(left: dict[int, Decimal], period: int, lasts: int | None) -> list[int]:
    """The billing periods whose units can still be used in one, the oldest first."""
    return [earlier for earlier in sorted(left) if earlier < period and (lasts is None or period - earlier <= lasts)]


def _free(rate: Rate | None) -> Decimal:
    match rate:
        case Overage() | Package():
            return Decimal(rate.included)
        case Percentage():
            return Decimal(rate.free)
        case _:
            return Decimal(0)


def _more(rate: Rate, units: Decimal) -> Rate:
    match rate:
        case Overage() | Package():
            return replace(rate, included=rate.included + units)
        case Percentage():
            return replace(rate, free=rate.free + units)
        case _:
            return rate
