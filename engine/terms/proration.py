"""How much of a whole billing period some days of it are: one small function a convention.

Some conventions do not add up by themselves: of a month of 31 days, 15/30 and 16/30 are more than one month. So days are
measured towards the side on which the convention speaks: in advance, from a day to the end (what is not yet used, to be
charged or credited); in arrears, from the beginning to a day (what was used). The other side is what is left of the whole.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, last_of_month, months_of
from engine.model.orders import Billing
from engine.model.policies.billing import Proration
from engine.model.policies.parts import ShortPeriod
from engine.terms.periods import BillingPeriod


class Length(Protocol):
    """How long a part of a billing period is, in days: the part, and the whole billing period."""

    def __call__(self, part: ServicePeriod, whole: ServicePeriod) -> Fraction:
        """The length in days of 24 hours."""

    def late(self, day: date, whole: ServicePeriod) -> Fraction:
        """How much of a day is over when its terms begin; a day counts one, however many hours it has."""


@dataclass(frozen=True, slots=True)
class _WholeDays:
    """Every day is one, and its terms begin with it."""

    def __call__(self, part: ServicePeriod, whole: ServicePeriod) -> Fraction:
        return Fraction(part.days)

    def late(self, day: date, whole: ServicePeriod) -> Fraction:
        return Fraction(0)


whole_days = _WholeDays()


@dataclass(frozen=True, slots=True)
class Stubs:
    """What the days of a first and of a last billing period cost that the term makes shorter."""

    first: ShortPeriod = "billed in part"
    last: ShortPeriod = "billed in part"

    def of(self, period: BillingPeriod) -> ShortPeriod:
        """What holds for a billing period; one that is first and last at once is a first."""
        if period.term.start > period.whole.start:
            return self.first
        return self.last if period.term.end < period.whole.end else "billed in part"


AS_DAYS = Stubs()


def share(
    part: ServicePeriod,
    period: BillingPeriod,
    billing: Billing,
    convention: Proration,
    length: Length = whole_days,
    stubs: Stubs = AS_DAYS,
) -> Fraction:
    """The share of a billing period that some of its days are. A whole period is exactly 1, and parts add up to it."""
    if part == period.whole == period.term:
        return Fraction(1)
    measured = _Measured(_measure(period, billing, convention), billing, convention, length)
    times = _TIMES[stubs.of(period)](measured.plain(period.term))

    def through(day: date) -> Fraction:
        """The share of the days up to and including that one; a stub at either end of the term is measured by itself."""
        stub, whole = period.term, measured.plain(period.term)
        if day <= stub.end:
            return measured.within(stub, day, whole) * times
        days = ServicePeriod(stub.start, period.whole.end)
        rest = ServicePeriod(stub.end + ONE_DAY, period.whole.end)
        left = measured.plain(days) - whole
        return whole * times + measured.within(rest, day, left)

    return through(part.end) - through(part.start - ONE_DAY)


# What a short period costs, as a multiple of what its days would.
_TIMES: dict[ShortPeriod, Callable[[Fraction], Fraction]] = {
    "billed in part": lambda days: Fraction(1),
    "free": lambda days: Fraction(0),
    "full price": lambda days: 1 / days,
}


def _measure(period: BillingPeriod, billing: Billing, convention: Proration) -> ServicePeriod:
    """What days are measured against: the whole billing period or, for a first stub under "days of the plan period", the
    period that begins with the contract."""
    start = period.term.start
    if convention != "days of the plan period" or start == period.whole.start or billing.every_days:
        return period.whole
    return ServicePeriod(start, add_months(start, billing.every_months) - ONE_DAY)


@dataclass(frozen=True, slots=True)
class _Measured:
    """Days measured against a whole by a convention."""

    whole: ServicePeriod
    billing: Billing
    convention: Proration
    length: Length

    def within(self, days: ServicePeriod, day: date, worth: Fraction) -> Fraction:
        """The share of `days` up to and including that day, where all of them are worth so much."""
        if day < days.start:
            return Fraction(0)
        if day >= days.end:
            return worth
        if self.convention in _UNDIVIDED:
            return worth * _UNDIVIDED[self.convention]
        if self.billing.timing == "in advance":
            return worth - min(self.plain(ServicePeriod(day + ONE_DAY, days.end)), worth)
        return min(self.plain(ServicePeriod(days.start, day)), worth)

    def plain(self, part: ServicePeriod) -> Fraction:
        """What the convention says of some days alone; never more than the whole."""
        if part == self.whole or self.convention in _UNDIVIDED:
            return Fraction(1)
        if self.billing.every_days:  # conventions by months have nothing to say of weeks
            return self.length(part, self.whole) / self.length(self.whole, self.whole)
        return min(_CONVENTIONS[self.convention](part, self), Fraction(1))


def month_weight(service: ServicePeriod) -> Fraction:
    """Months in a service period: full calendar months count 1, a begun month by its days (handbook P7, month weights)."""
    return sum((Fraction(part.days, last_of_month(part.start).day) for part in months_of(service)), Fraction(0))


def _days_30e_360(start: date, after: date) -> int:
    """Days from `start` to before `after` when every month has 30 (ISDA 2006, section 4.16(g): 30E/360)."""
    months = (after.year - start.year) * 12 + after.month - start.month
    return months * 30 + min(after.day, 30) - min(start.day, 30)


def _days_us_360(start: date, after: date) -> int:
    """Days from `start` to before `after` by the United States rule (NASD 30/360), the last of February counting as a 30th."""
    ends_february = start.month == 2 and start == last_of_month(start)
    first = 30 if ends_february else min(start.day, 30)
    both = ends_february and after.month == 2 and after == last_of_month(after)
    last = 30 if both or (after.day == 31 and first == 30) else after.day
    return (after.year - start.year) * 360 + (after.month - start.month) * 30 + last - first


def _actual(part: ServicePeriod, by: _Measured) -> Fraction:
    return by.length(part, by.whole) / by.length(by.whole, by.whole)


def _thirty_360(part: ServicePeriod, by: _Measured) -> Fraction:
    return _of_360(_days_30e_360(part.start, part.end + ONE_DAY), part, by)


def _us_360(part: ServicePeriod, by: _Measured) -> Fraction:
    return _of_360(_days_us_360(part.start, part.end + ONE_DAY), part, by)


def _of_360(days: int, part: ServicePeriod, by: _Measured) -> Fraction:
    """Days of a year of 360, less what of the first is over when it begins, and with what of the day after belongs to them."""
    late = by.length.late(part.end + ONE_DAY, by.whole) - by.length.late(part.start, by.whole)
    return (days + late) / (30 * by.billing.every_months)


def _actual_365(part: ServicePeriod, by: _Measured) -> Fraction:
    return by.length(part, by.whole) * 12 / (365 * by.billing.every_months)


def _actual_actual(part: ServicePeriod, by: _Measured) -> Fraction:
    """Of a year's price: the days in leap years over 366, the others over 365 (ISDA 2006, section 4.16(b))."""
    years = (
        ServicePeriod(max(part.start, date(year, 1, 1)), min(part.end, date(year, 12, 31)))
        for year in range(part.start.year, part.end.year + 1)
    )
    share = sum((by.length(days, by.whole) / (365 + isleap(days.start.year)) for days in years), Fraction(0))
    return share * 12 / by.billing.every_months


def _fixed_30(part: ServicePeriod, by: _Measured) -> Fraction:
    return by.length(part, by.whole) / (30 * by.billing.every_months)


def _months(part: ServicePeriod, by: _Measured) -> Fraction:
    return month_weight(part) / month_weight(by.whole)


# Where nothing is prorated: how much of the full price belongs to days before the last.
_UNDIVIDED: dict[Proration, int] = {"full price at once": 0, "full price from the next period": 1}


def is_undivided(convention: Proration) -> bool:
    """Whether a billing period costs its full price or nothing."""
    return convention in _UNDIVIDED


_CONVENTIONS: dict[Proration, Callable[[ServicePeriod, _Measured], Fraction]] = {
    "actual days of the period": _actual,
    "days of the plan period": _actual,
    "30/360": _thirty_360,
    "30/360 US": _us_360,
    "actual/365": _actual_365,
    "actual/actual": _actual_actual,
    "fixed 30 days": _fixed_30,
    "months": _months,
}
