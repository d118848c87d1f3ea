"""Amounts off usage: shared out among charges when it is rated, by what they cost, for a time or until they are used up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.billing.bounding import less
from engine.billing.comparing import ChargePeriod
from engine.model.contracts import Contract
from engine.model.money import Money, total
from engine.terms.periods import BillingPeriod
from engine.terms.reducing import Granted, last_day

Row = list[ChargePeriod]


def take_off(granted: Granted, rows: Sequence[Row], contract: Contract) -> list[Row]:
    """The usage of each billing period, in order, less what a discount takes off it."""
    return list(_reduced(granted, rows, contract))


def _reduced(granted: Granted, rows: Sequence[Row], contract: Contract) -> Iterator[Row]:
    discount, left = granted.discount, Money.of(granted.left, contract.currency)
    whole = discount.reduction.amount or left
    last = last_day(contract, granted, contract.billing, ())
    for row in rows:
        on = [place for place in row if discount.covers(place.line.product, place.line.charge.name)]
        held = on and _holds(granted.start, last, on[0].period)
        reduced = less(on, left) if held else on
        if held:
            used = _cost(on, left) - _cost(reduced, left)
            left = left - used if discount.used_up else whole
        by_line = {place.line.id: place for place in reduced}
        yield [by_line.get(place.line.id, place) for place in row]


def _cost(places: Sequence[ChargePeriod], like: Money) -> Money:
    return total((place.money_due() for place in places), like.currency)


def _holds(first: date, last: date, period: BillingPeriod) -> bool:
    """Whether a discount from a day to another is off a billing period: it holds on some day of it."""
    return period.whole.start <= last and first <= period.whole.end
