"""What holds of a charge from day to day, and what a change makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from engine.model.catalog import Rate, Tiered, Volume
from engine.model.contracts import ChargeTerms
from engine.model.orders import ChangePrice, ChangeQuantity, GrantDiscount, OrderLine, RemoveProduct, Renew, SetQuantity
from engine.model.uplifts import RaisePrices

# From a day on, these terms; None: the charge has ended.
Timeline = dict[date, ChargeTerms | None]
ChangeOfTerms = ChangeQuantity | ChangePrice | GrantDiscount | RemoveProduct | Renew | RaisePrices


def ordered_terms(line: OrderLine) -> ChargeTerms:
    """The terms on which a line is sold."""
    return ChargeTerms(
        quantity=line.quantity,
        price=line.price,
        per_months=line.per_months,
        discount=line.discount,
        rate=line.rate,
    )


def is_delivered(line: OrderLine) -> bool:
    """Whether a line is sold once and given piece by piece, so that what is not delivered yet can still be changed."""
    return line.charge.kind == "one-time" and line.charge.recognition == "as delivered"


def later_steps(lines: Mapping[str, OrderLine], product: str, day: date) -> list[OrderLine]:
    """The lines of a product that begin only after a day."""
    return [line for line in lines.values() if line.product == product and line.start and line.start > day]


def step_change(change: ChangeQuantity | SetQuantity, there: ChargeTerms | None) -> ChangeQuantity:
    """What a change of quantity is for a later step, which never holds fewer than none."""
    held = there.quantity if there else 0
    delta = change.delta if isinstance(change, ChangeQuantity) else change.quantity - held
    return ChangeQuantity(product=change.product, delta=max(delta, -held))


def terms_on(timeline: Timeline, day: date) -> ChargeTerms | None:
    """What holds on that day; None before the charge begins and after it has ended."""
    begun = [start for start in timeline if start <= day]
    return timeline[max(begun)] if begun else None


def amended(timeline: Timeline, change: ChangeOfTerms, day: date) -> None:
    """Change the terms from that day on, in every later segment too."""
    before = [start for start in timeline if start <= day]
    if before:
        timeline.setdefault(day, timeline[max(before)])
    for start, terms in timeline.items():
        if start >= day and terms is not None:
            timeline[start] = _changed(terms, change)


def _changed(terms: ChargeTerms, change: ChangeOfTerms) -> ChargeTerms | None:
    match change:
        case ChangeQuantity():
            return replace(terms, quantity=terms.quantity + change.delta)
        case ChangePrice():
            return replace(terms, price=change.price, per_months=change.per_months or terms.per_months)
        case GrantDiscount():
            return replace(terms, discount=change.percent)
        case Renew() | RaisePrices():
            return _raised(terms, change)
        case RemoveProduct():
            return None


def _raised(terms: ChargeTerms, renew: Renew | RaisePrices) -> ChargeTerms:
    rate: Rate | None = terms.rate
    if isinstance(rate, Tiered | Volume):
        tiers = (replace(t, price=_risen(t.price, renew), fee=_risen(t.fee, renew)) for t in rate.tiers)
        rate = replace(rate, tiers=tuple(tiers))
    return replace(terms, price=_risen(terms.price, renew), rate=rate)


def _risen(price: Decimal, renew: Renew | RaisePrices) -> Decimal:
    """A price after an uplift; rounded, where it is, half up to the places that the change names."""
    risen = price * (1 + renew.uplift / 100)
    return risen if renew.places is None else risen.quantize(Decimal(1).scaleb(-renew.places), ROUND_HALF_UP)
