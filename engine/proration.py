"""How much of a whole billing period some days of it are: one small function a convention.

Some conventions do not add up by themselves: of a month of 31 days, 15/30 and 16/30 are more than one month. So days are
measured towards the side on which the convention speaks: in advance, from a day to the end (what is not yet used, to be
charged or credited); in arrears, from the beginning to a day (what was used). The other side is what is left of the whole.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, last_of_month, months_of
from engine.model.orders import Billing
from engine.model.policies.billing import Proration
from engine.periods import BillingPeriod


def share(part: ServicePeriod, period: BillingPeriod, billing: Billing, convention: Proration) -> Fraction:
    """The share of a billing period that some of its days are. A whole period is exactly 1, and parts add up to it."""

    measure = _measure(period, billing, convention)

    def through(day: date) -> Fraction:
        """The share of the days up to and including that one; a stub at either end of the term is measured by itself."""
        stub, whole = period.term, _plain(period.term, measure, billing, convention)
        if day <= stub.end:
            return _within(stub, day, whole, measure, billing, convention)
        days = ServicePeriod(stub.start, period.whole.end)
        rest = ServicePeriod(stub.end + ONE_DAY, period.whole.end)
        left = _plain(days, measure, billing, convention) - whole
        return whole + _within(rest, day, left, measure, billing, convention)

    return through(part.end) - through(part.start - ONE_DAY)


def _measure(period: BillingPeriod, billing: Billing, convention: Proration) -> ServicePeriod:
    """What days are measured against: the whole billing period or, for a first stub under "days of the plan period", the
    period that begins with the contract."""
    start = period.term.start
    if convention != "days of the plan period" or start == period.whole.start or billing.every_days:
        return period.whole
    return ServicePeriod(start, add_months(start, billing.every_months) - ONE_DAY)


def _within(
    days: ServicePeriod, day: date, worth: Fraction, whole: ServicePeriod, billing: Billing, convention: Proration
) -> Fraction:
    """The share of `days` up to and including that day, where all of them are worth so much."""
    if day < days.start:
        return Fraction(0)
    if day >= days.end:
        return worth
    if billing.timing == "in advance":
        return worth - min(_plain(ServicePeriod(day + ONE_DAY, days.end), whole, billing, convention), worth)
    return min(_plain(ServicePeriod(days.start, day), whole, billing, convention), worth)


def _plain(part: ServicePeriod, whole: ServicePeriod, billing: Billing, convention: Proration) -> Fraction:
    """What the convention says of some days alone; never more than the whole."""
    if part == whole:
        return Fraction(1)
    if billing.every_days:  # conventions by months have nothing to say of weeks
        return Fraction(part.days, billing.every_days)
    return min(_CONVENTIONS[convention](part, whole, billing.every_months), Fraction(1))


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
    "days of the plan period": _actual,
    "30/360": _thirty_360,
    "actual/365": _actual_365,
    "fixed 30 days": _fixed_30,
    "months": _months,
}
