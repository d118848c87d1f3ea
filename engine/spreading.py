"""How much of an amount has been earned by a day: by days or by months, rounded on the total so far.

Cumulative rounding (handbook P8): what a month recognizes is the rounded total to date less that of the month before, so
the parts of an amount always add up to it and the last one absorbs the residue.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from engine.model.calendar import ServicePeriod
from engine.model.money import Rounding, rounded
from engine.model.revenue import SchedulePiece
from engine.proration import month_weight

Spread = Literal["by day", "by month"]


@lru_cache(maxsize=65_536)
def elapsed(service: ServicePeriod, day: date, spread: Spread) -> Fraction:
    """The share of the service that has been given at the end of a day, from 0 to 1."""
    so_far = service.through(day)
    if so_far is None:
        return Fraction(0)
    if so_far == service:
        return Fraction(1)
    if spread == "by day":
        return Fraction(so_far.days, service.days)
    return month_weight(so_far) / month_weight(service)


def earned(minor: int, service: ServicePeriod, day: date, spread: Spread, rounding: Rounding) -> int:
    """What of an amount is earned at the end of a day, in the smallest unit."""
    return rounded(minor * elapsed(service, day, spread), rounding)


def earned_of(pieces: Iterable[SchedulePiece], day: date, spread: Spread, rounding: Rounding) -> int:
    """What of a schedule is earned at the end of a day, each piece rounded by itself."""
    return sum(earned(piece.amount.minor, piece.service, day, spread, rounding) for piece in pieces)


def left_out(pieces: Iterable[SchedulePiece], day: date, spread: Spread, rounding: Rounding) -> Fraction:
    """What rounding leaves out of what a schedule has earned by the end of a day, in the smallest unit."""
    pieces = tuple(pieces)
    exact = sum((piece.amount.minor * elapsed(piece.service, day, spread) for piece in pieces), Fraction(0))
    return exact - earned_of(pieces, day, spread, rounding)
