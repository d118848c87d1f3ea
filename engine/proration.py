"""How much of a whole billing period some days of it are: one small function a convention."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from engine.model.calendar import ONE_DAY, ServicePeriod, last_of_month, months_of
from engine.model.policies import Proration


def share(part: ServicePeriod, whole: ServicePeriod, months: int, convention: Proration) -> Fraction:
    """The share of a billing period of `months` months that `part` is; a whole period is always exactly 1."""
    return Fraction(1) if part == whole else min(_CONVENTIONS[convention](part, whole, months), Fraction(1))


def month_weight(service: ServicePeriod) -> Fraction:
    """Months in a service period: full calendar months count 1, a begun month by its days (handbook P7, month weights)."""
    return sum((Fraction(part.days, last_of_month(part.start).day) for part in months_of(service)), Fraction(0))


def _days_30e_360(start: date, after: date) -> int:
    """Days from `start` to before `after` when every month has 30 (ISDA 2006, section 4.16(g): 30E/360)."""
    months = (after.year - start.year) * 12 + after.month - start.month
    return months * 30 + min(after.day, 30) - min(start.day, 30)


def _actual(part: ServicePeriod, whole: ServicePeriod, months: int) -> Fraction:
    return Fraction(part.days, whole.days)


def _thirty_360(part: ServicePeriod, whole: ServicePeriod, months: int) -> Fraction:
    return Fraction(_days_30e_360(part.start, part.end + ONE_DAY), 30 * months)


def _actual_365(part: ServicePeriod, whole: ServicePeriod, months: int) -> Fraction:
    return Fraction(part.days * 12, 365 * months)


def _fixed_30(part: ServicePeriod, whole: ServicePeriod, months: int) -> Fraction:
    return Fraction(part.days, 30 * months)


def _months(part: ServicePeriod, whole: ServicePeriod, months: int) -> Fraction:
    return month_weight(part) / month_weight(whole)


_CONVENTIONS: dict[Proration, Callable[[ServicePeriod, ServicePeriod, int], Fraction]] = {
    "actual days of the period": _actual,
    "30/360": _thirty_360,
    "actual/365": _actual_365,
    "fixed 30 days": _fixed_30,
    "months": _months,
}
