"""How much of a whole billing period some days of it are: one small function a convention.

Some conventions do not add up by themselves: of a month of 31 days, 15/30 and 16/30 are more than one month. So days are
measured towards the side on which the convention speaks: in advance, from a day to the end (what is not yet used, to be
charged or credited); in arrears, from the beginning to a day (what was used). The other side is what is left of the whole.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
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
DayRate = Callable[[Fraction], Fraction]
"""What share of the price a day costs, from the share that it is: that itself, or what is left of it where the rate of a day is
rounded. Days cost so many times that, whoever asks: what is charged, what is credited and what is due."""
Days = Iterable[tuple[Fraction, Fraction]]
"""So many days, each so much of a whole billing period; more than once, where a day is not the same all along."""


def as_it_is(share: Fraction) -> Fraction:
    """Exactly."""
    return share


def share(
    part: ServicePeriod,
    period: BillingPeriod,
    billing: Billing,
    convention: Proration,
    length: Length = whole_days,
    stubs: Stubs = AS_DAYS,
    rate: DayRate = as_it_is,
) -> Fraction:
    """The share of a billing period that some of its days are. A whole period is exactly 1, and parts add up to it, also where a
    day's rate is rounded: then the side that the convention does not speak of costs what is left."""
    if part == period.whole == period.term:
        return Fraction(1)
    measured = _Measured(_measure(period, billing, convention), billing, convention, length, rate)
    times = _TIMES[stubs.of(period)](measured.exactly(period.term))
    short = replace(measured, times=times)
    worth = Fraction(1) if stubs.of(period) == "full price" else short.plain(period.term)

    def through(day: date) -> Fraction:
        """The share of the days up to and including that one; a stub at either end of the term is measured by itself."""
        stub = period.term
        if day <= stub.end:
            return short.within(stub, day, worth)
        days = ServicePeriod(stub.start, period.whole.end)
        rest = ServicePeriod(stub.end + ONE_DAY, period.whole.end)
        left = measured.plain(days) - measured.plain(stub)
        return worth + measured.within(rest, day, left)

    return through(part.end) - through(part.start - ONE_DAY)


# What a short period costs, as a multiple of what its days would.
_TIMES: dict[ShortPeriod, Callable[[Fraction], Fraction]] = {
    "billed in part": lambda days: Fraction(1),
    "free": lambda days: Fraction(0),
    "full price": lambda days: 1 / days if days else Fraction(1),
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
    """Days measured against a whole by a convention, at a rate for each that may be rounded; `times`: what they cost in a short
    period, as a multiple."""

    whole: ServicePeriod
    billing: Billing
    convention: Proration
    length: Length
    rate: DayRate
    times: Fraction = Fraction(1)

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
            return self.times
        at_a_rate = (days * self.rate(each * self.times) for days, each in self._days(part))
        return min(sum(at_a_rate, Fraction(0)), Fraction(1))

    def exactly(self, part: ServicePeriod) -> Fraction:
        """The same, whatever the rate of a day is rounded to."""
        return replace(self, rate=as_it_is).plain(part)

    def _days(self, part: ServicePeriod) -> Days:
        if self.billing.every_days:  # conventions by months have nothing to say of weeks
            return _actual(part, self)
        return _CONVENTIONS[self.convention](part, self)


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


def _actual(part: ServicePeriod, by: _Measured) -> Days:
    yield by.length(part, by.whole), 1 / by.length(by.whole, by.whole)


def _thirty_360(part: ServicePeriod, by: _Measured) -> Days:
    return _of_360(_days_30e_360(part.start, part.end + ONE_DAY), part, by)


def _us_360(part: ServicePeriod, by: _Measured) -> Days:
    return _of_360(_days_us_360(part.start, part.end + ONE_DAY), part, by)


def _of_360(days: int, part: ServicePeriod, by: _Measured) -> Days:
    """Days of a year of 360, less what of the first is over when it begins, and with what of the day after belongs to them."""
    late = by.length.late(part.end + ONE_DAY, by.whole) - by.length.late(part.start, by.whole)
    yield days + late, Fraction(1, 30 * by.billing.every_months)


def _actual_365(part: ServicePeriod, by: _Measured) -> Days:
    yield by.length(part, by.whole), Fraction(12, 365 * by.billing.every_months)


def _actual_actual(part: ServicePeriod, by: _Measured) -> Days:
    """Of a year's price: the days in leap years over 366, the others over 365 (ISDA 2006, section 4.16(b))."""
    for year in range(part.start.year, part.end.year + 1):
        days = ServicePeriod(max(part.start, date(year, 1, 1)), min(part.end, date(year, 12, 31)))
        yield by.length(days, by.whole), Fraction(12, (365 + isleap(year)) * by.billing.every_months)


def _fixed_30(part: ServicePeriod, by: _Measured) -> Days:
    yield by.length(part, by.whole), Fraction(1, 30 * by.billing.every_months)


def _months(part: ServicePeriod, by: _Measured) -> Days:
    """Full calendar months are one each, and a day of a month so much of it (handbook P7, month weights)."""
    whole = month_weight(by.whole)
    for days in months_of(part):
        yield Fraction(days.days), Fraction(1, last_of_month(days.start).day) / whole


# Where nothing is prorated: how much of the full price belongs to days before the last.
_UNDIVIDED: dict[Proration, int] = {"full price at once": 0, "full price from the next period": 1}


def is_undivided(convention: Proration) -> bool:
    """Whether a billing period costs its full price or nothing."""
    return convention in _UNDIVIDED


_CONVENTIONS: dict[Proration, Callable[[ServicePeriod, _Measured], Days]] = {
    "actual days of the period": _actual,
    "days of the plan period": _actual,
    "30/360": _thirty_360,
    "30/360 US": _us_360,
    "actual/365": _actual_365,
    "actual/actual": _actual_actual,
    "fixed 30 days": _fixed_30,
    "months": _months,
}
