"""How the readings of a meter become one quantity, and the quantity an amount where it is not priced as one.

Meters tell different things: uses to add up, the peak of a level, the last state known, who was there. And prices hold for
different things: all usage of a billing period, that of a day, each use by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import ceil

from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.catalog import Charge, Counting, Percentage, Quantity, Rated
from engine.model.contracts import ChargeTerms
from engine.model.usage import Usage
from engine.terms.pricing import charged_uses, costs_by_themselves, full_amount

PLACES = Decimal("0.000001")
"""A quantity that is an average is rounded to six decimals, half up."""
_EXACT = 60

Rounded = Callable[[Fraction], Fraction]


@dataclass(frozen=True, slots=True)
class Counted:
    """The readings of a line that hold, by day of use, and the days on which they count: of a billing period those on the
    same terms, `days`, and from where steps and free units are counted, `since`. `each`: how the price of one use is rounded.
    """

    usage: Sequence[Usage]
    days: ServicePeriod
    since: date
    each: Rounded

    @property
    def own(self) -> list[Usage]:
        """The readings of the days."""
        return [one for one in self.usage if one.effective_date in self.days]

    @property
    def earlier(self) -> list[Usage]:
        """Those before, from where steps are counted."""
        return [one for one in self.usage if self.since <= one.effective_date < self.days.start]


def counted_terms(charge: Charge, terms: ChargeTerms, found: Counted) -> ChargeTerms:
    """Terms with the quantity that readings come to and, where that is not priced as one, the amount they come to."""
    quantity = _quantity(charge.counted, found)
    if charge.rated_per != "billing period":
        return replace(terms, quantity=quantity, rate=rated(_one_by_one(charge, terms, found)))
    if charge.steps_over != "billing period":
        return replace(terms, quantity=quantity, rate=rated(_on_top(charge, terms, found, quantity)))
    rate = terms.rate
    if isinstance(rate, Percentage) and (rate.fixed_fee or rate.free_uses):
        rate = charged_uses(rate, [one.quantity for one in found.own])
    return replace(terms, quantity=quantity, rate=rate)


def rated(amount: Fraction) -> Rated:
    """Prices and quantities have finitely many decimals, and so does what they come to."""
    with localcontext(prec=_EXACT):
        return Rated(amount=Decimal(amount.numerator) / Decimal(amount.denominator))


def _one_by_one(charge: Charge, terms: ChargeTerms, found: Counted) -> Fraction:
    """What uses, or the usage of days, cost by themselves, each within what one costs at least and at most."""
    if charge.rated_per == "use":
        groups: Iterable[list[Usage]] = ([one] for one in found.own)
    else:
        groups = ([one for one in found.own if one.effective_date == day] for day in _days(found.own))
    quantities = [_COUNTINGS[charge.counted](found, group) for group in groups]
    costs = costs_by_themselves(terms, quantities, flat=charge.model == "flat")
    return sum((found.each(_bounded(charge, cost)) for cost in costs), Fraction(0))


def _bounded(charge: Charge, cost: Fraction) -> Fraction:
    """What is free stays free."""
    if cost <= 0:
        return cost
    least = cost if charge.least is None else max(cost, Fraction(charge.least))
    return least if charge.most is None else min(least, Fraction(charge.most))


def _on_top(charge: Charge, terms: ChargeTerms, found: Counted, quantity: Quantity) -> Fraction:
    """What a quantity costs on top of what was used before, from where steps are counted."""
    before = _COUNTINGS[charge.counted](found, found.earlier) if found.earlier else 0
    return full_amount(replace(terms, quantity=before + quantity)) - full_amount(replace(terms, quantity=before))


def _quantity(how: Counting, found: Counted) -> Quantity:
    return _COUNTINGS[how](found, found.own)


def _days(usage: Iterable[Usage]) -> list[date]:
    return sorted({one.effective_date for one in usage})


def _sum(found: Counted, own: Sequence[Usage]) -> Quantity:
    return sum(one.quantity for one in own)


def _highest(found: Counted, own: Sequence[Usage]) -> Quantity:
    return max((one.quantity for one in own), default=0)


def _latest(found: Counted, own: Sequence[Usage]) -> Quantity:
    return own[-1].quantity if own else 0


def _average(found: Counted, own: Sequence[Usage]) -> Quantity:
    return _mean(sum((Fraction(one.quantity) for one in own), Fraction(0)) / len(own)) if own else 0


def _percentile(found: Counted, own: Sequence[Usage]) -> Quantity:
    """The lowest reading that 95 in a hundred do not exceed (nearest rank)."""
    return sorted(one.quantity for one in own)[ceil(Fraction(95, 100) * len(own)) - 1] if own else 0


def _uses(found: Counted, own: Sequence[Usage]) -> Quantity:
    return len(own)


def _distinct(found: Counted, own: Sequence[Usage]) -> Quantity:
    return len({one.subject or one.number for one in own})


def _by_time(found: Counted, own: Sequence[Usage]) -> Quantity:
    """A level that each reading changes, from its day on; on average over the days."""
    held = (
        one.quantity * ((found.days.end - max(one.effective_date, found.days.start)).days + 1) for one in _ever(found)
    )
    return _mean(sum(map(Fraction, held), Fraction(0)) / found.days.days)


def _sum_ever(found: Counted, own: Sequence[Usage]) -> Quantity:
    return sum(one.quantity for one in _ever(found))


def _latest_ever(found: Counted, own: Sequence[Usage]) -> Quantity:
    return _latest(found, _ever(found))


def _ever(found: Counted) -> list[Usage]:
    return [one for one in found.usage if one.effective_date < found.days.end + ONE_DAY]


def _mean(exact: Fraction) -> Quantity:
    with localcontext(prec=_EXACT):
        return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(PLACES, ROUND_HALF_UP).normalize()


_COUNTINGS: dict[Counting, Callable[[Counted, Sequence[Usage]], Quantity]] = {
    "sum": _sum,
    "highest": _highest,
    "latest": _latest,
    "average": _average,
    "95th percentile": _percentile,
    "uses": _uses,
    "distinct": _distinct,
    "by time": _by_time,
    "sum ever": _sum_ever,
    "latest ever": _latest_ever,
}
