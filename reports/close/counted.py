"""How the readings of a billing period come to its quantity, worked out without asking billing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge, Counting, Quantity
from engine.model.usage import Usage

SIX_PLACES = Decimal("0.000001")
"""A quantity that is an average is rounded to six decimals, half up."""


def rated(charge: Charge, own: Sequence[Usage], known: Sequence[Usage], period: ServicePeriod) -> Quantity:
    """What a billing period's `own` readings come to by the rule of the charge; `known`: all readings of the meter, by day of use."""
    if charge.counted in _EVER:
        own = [one for one in known if one.effective_date <= period.end]
    return _RULES[charge.counted](own, period) if own else 0


def _sum(own: Sequence[Usage], period: ServicePeriod) -> Quantity:
    return sum(one.quantity for one in own)


def _percentile(own: Sequence[Usage], period: ServicePeriod) -> Quantity:
    """The lowest reading that 95 in a hundred do not exceed."""
    ordered = sorted(one.quantity for one in own)
    return ordered[ceil(Fraction(95 * len(ordered), 100)) - 1]


def _average(own: Sequence[Usage], period: ServicePeriod) -> Quantity:
    return _places(sum((Fraction(one.quantity) for one in own), Fraction(0)) / len(own))


def _by_time(own: Sequence[Usage], period: ServicePeriod) -> Quantity:
    days = period.days
    held = sum((Fraction(one.quantity) * _held(one, period) for one in own), Fraction(0))
    return _places(held / days)


def _held(one: Usage, period: ServicePeriod) -> int:
    return (period.end - max(one.effective_date, period.start)).days + 1


def _places(exact: Fraction) -> Quantity:
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(SIX_PLACES, ROUND_HALF_UP)


_EVER = ("by time", "sum ever", "latest ever")
_RULES: dict[Counting, Callable[[Sequence[Usage], ServicePeriod], Quantity]] = {
    "sum": _sum,
    "sum ever": _sum,
    "highest": lambda own, _: max(one.quantity for one in own),
    "latest": lambda own, _: own[-1].quantity,
    "latest ever": lambda own, _: own[-1].quantity,
    "average": _average,
    "95th percentile": _percentile,
    "uses": lambda own, _: len(own),
    "distinct": lambda own, _: len({one.subject or one.number for one in own}),
    "by time": _by_time,
}
