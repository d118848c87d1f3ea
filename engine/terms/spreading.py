"""How much of an amount has been earned by a day: by days or by months, rounded under the company's residue policy.

Cumulative rounding (handbook P8): what a month recognizes is the rounded total to date less that of the month before, so
the parts of an amount always add up to it and the last one absorbs the residue. Otherwise every month is rounded by itself and
the last, the one before it, or the first takes what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache

from engine.model.calendar import ServicePeriod, last_of_month, months_of
from engine.model.money import Rounding, rounded
from engine.model.policies.revenue import Residue, Spread
from engine.model.revenue import SchedulePiece


def _by_day(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    return Fraction(part.days)


def _by_month(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    return Fraction(part.days, last_of_month(part.start).day)


def _is_full(part: ServicePeriod) -> bool:
    return part.start.day == 1 and part.end == last_of_month(part.end)


def _by_half_month(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    return Fraction(1) if _is_full(part) else Fraction(1, 2)


def _by_full_month(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    """The month in which service begins counts whole, the one in which it ends early not at all."""
    begins = part.start == service.start
    return Fraction(1) if begins or _is_full(part) else Fraction(0)


def _by_mid_month(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    """What begins by the 15th has the whole month, what ends before it none; a service without any 15th has its days."""
    if all(not _holds_15th(each) for each in months_of(service)):
        return Fraction(part.days)
    return Fraction(_holds_15th(part))


def _holds_15th(part: ServicePeriod) -> bool:
    return part.start.day <= 15 <= part.end.day


def _by_equal_period(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    return Fraction(1)


def _by_30_day_month(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    """The 31st counts as the 30th, and so does the last day of February where service goes on to it."""
    last = 30 if part.end == last_of_month(part.end) else part.end.day
    return Fraction(max(last - min(part.start.day, 30) + 1, 0), 30)


def _by_day_in_begun_months(part: ServicePeriod, service: ServicePeriod) -> Fraction:
    """A full month carries the average of the full months' days."""
    full = [each.days for each in months_of(service) if _is_full(each)]
    return Fraction(sum(full), len(full)) if _is_full(part) else Fraction(part.days)


_WEIGHTS: dict[Spread, Callable[[ServicePeriod, ServicePeriod], Fraction]] = {
    "by day": _by_day,
    "by month": _by_month,
    "by half month": _by_half_month,
    "by full month": _by_full_month,
    "by mid-month": _by_mid_month,
    "by equal period": _by_equal_period,
    "by 30-day month": _by_30_day_month,
    "by day in begun months": _by_day_in_begun_months,
}


@lru_cache(maxsize=65_536)
def _weights(service: ServicePeriod, spread: Spread) -> tuple[tuple[ServicePeriod, Fraction], ...]:
    """The parts of a service in each month, and what each of them carries."""
    return tuple((part, _WEIGHTS[spread](part, service)) for part in months_of(service))


@lru_cache(maxsize=65_536)
def elapsed(service: ServicePeriod, day: date, spread: Spread) -> Fraction:
    """The share of the service that has been given at the end of a day, from 0 to 1; within a month by its days."""
    so_far = service.through(day)
    if so_far is None:
        return Fraction(0)
    if so_far == service:
        return Fraction(1)
    if spread == "by day":
        return Fraction(so_far.days, service.days)
    given = whole = Fraction(0)
    for part, weight in _weights(service, spread):
        done = part.through(day)
        whole += weight
        given += weight * Fraction(done.days, part.days) if done else 0
    return given / whole


def earned(
    minor: int, service: ServicePeriod, day: date, spread: Spread, rounding: Rounding, residue: Residue = "cumulative"
) -> int:
    """What of an amount is earned at the end of a day, in the smallest unit."""
    if residue == "cumulative" or day >= service.end or day < service.start:
        return rounded(minor * elapsed(service, day, spread), rounding)
    so_far = _each_rounded(minor, service, day, spread, rounding)
    if day >= _takes_the_rest(service, spread, residue):
        so_far += minor - _each_rounded(minor, service, service.end, spread, rounding)
    return so_far


def _takes_the_rest(service: ServicePeriod, spread: Spread, residue: Residue) -> date:
    """The first day of the month that takes what rounding leaves, of those that carry anything; of the last one, its last."""
    parts = [part for part, weight in _weights(service, spread) if weight]
    if residue == "last period":
        return parts[-1].end
    return parts[0 if residue == "first period" else max(len(parts) - 2, 0)].start


@lru_cache(maxsize=65_536)
def _each_rounded(minor: int, service: ServicePeriod, day: date, spread: Spread, rounding: Rounding) -> int:
    """The months up to a day, each rounded by itself."""
    whole = sum((weight for _, weight in _weights(service, spread)), Fraction(0))
    shares = (
        weight * Fraction(done.days, part.days) / whole
        for part, weight in _weights(service, spread)
        if (done := part.through(day))
    )
    return sum(rounded(minor * share, rounding) for share in shares)


def earned_of(
    pieces: Iterable[SchedulePiece], day: date, spread: Spread, rounding: Rounding, residue: Residue = "cumulative"
) -> int:
    """What of a schedule is earned at the end of a day, each piece rounded by itself."""
    return sum(earned(piece.amount.minor, piece.service, day, spread, rounding, residue) for piece in pieces)


def left_out(pieces: Iterable[SchedulePiece], day: date, spread: Spread, posted: int) -> Fraction:
    """What rounding leaves out of what a schedule has earned by the end of a day, in the smallest unit."""
    return sum((piece.amount.minor * elapsed(piece.service, day, spread) for piece in pieces), Fraction(0)) - posted
