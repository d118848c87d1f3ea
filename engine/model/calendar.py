"""Days, months and service periods. A day is a business date; no clock time, no time zone arithmetic."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from engine.model.fiscal import days_of, period_holding

ONE_DAY = timedelta(days=1)
LAST_DAY = date(2199, 12, 31)
"""Time stops here, so that a mistyped year cannot run forever."""


def last_of_month(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


@lru_cache(maxsize=65_536)
def add_months(day: date, months: int, anchor: int | None = None) -> date:
    """The same day of the month, `months` later, clipped to the month's end: 31 January + 1 is 28 February.

    `anchor` is the original day of the month, so that repeated steps never drift (31 January, 28 February, 31 March).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(anchor or day.day, monthrange(year, month + 1)[1]))


def add_term(day: date, months: int, days: int = 0, anchor: int | None = None) -> date:
    """The day after a term of so many months and, or, days that begins on that day."""
    return add_months(day, months, anchor) + timedelta(days=days)


def long_date(day: date) -> str:
    """The day as people write it: 16 March 2026."""
    return f"{day.day} {month_name[day.month]} {day.year}"


@dataclass(frozen=True, slots=True, order=True)
class ServicePeriod:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot end on {self.end} before it starts on {self.start}")

    @property
    def days(self) -> int:
        """How many days, both ends counted."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def overlap(self, other: ServicePeriod) -> ServicePeriod | None:
        """The days that both have in common, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return ServicePeriod(start, end) if start <= end else None

    def through(self, day: date) -> ServicePeriod | None:
        """The part of the period up to and including that day, or None if it has not begun."""
        return ServicePeriod(self.start, min(day, self.end)) if day >= self.start else None

    def __str__(self) -> str:
        return f"{long_date(self.start)} to {long_date(self.end)}"


@dataclass(frozen=True, slots=True, order=True)
class AccountingPeriod:
    """A period in the ledger: a calendar month or, where the company counts in weeks, that period of its fiscal year.

    `calendar`: the fiscal calendar as `engine.model.fiscal` writes it ("": months of the calendar).
    """

    year: int
    month: int
    calendar: str = ""

    @classmethod
    def of(cls, day: date, calendar: str = "") -> AccountingPeriod:
        """The period that holds the day."""
        if calendar:
            return cls(*period_holding(calendar, day), calendar)
        return cls(day.year, day.month)

    @property
    def start(self) -> date:
        """Its first day."""
        return days_of(self.calendar, self.year, self.month)[0] if self.calendar else date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return days_of(self.calendar, self.year, self.month)[1] if self.calendar else last_of_month(self.start)

    @property
    def next(self) -> AccountingPeriod:
        """The period after."""
        return AccountingPeriod.of(self.end + ONE_DAY, self.calendar)

    @property
    def previous(self) -> AccountingPeriod:
        """The period before."""
        return AccountingPeriod.of(self.start - ONE_DAY, self.calendar)

    @property
    def key(self) -> str:
        """Year and number, as numbers of documents have them: 2026-03."""
        return f"{self.year:04}-{self.month:02}"

    def first_of_year(self, begins: str) -> AccountingPeriod:
        """The first period of its fiscal year, which begins with the month of that name, July; in weeks, where it begins."""
        if self.calendar:
            return AccountingPeriod(self.year, 1, self.calendar)
        month = list(month_name).index(begins)
        return AccountingPeriod(self.year if month <= self.month else self.year - 1, month)

    def __str__(self) -> str:
        return f"P{self.month} FY{self.year}" if self.calendar else f"{month_name[self.month]} {self.year}"


def periods_of(service: ServicePeriod, calendar: str) -> Iterator[ServicePeriod]:
    """The service period cut at the ends of accounting periods, in order."""
    start = service.start
    while start <= service.end:
        end = min(AccountingPeriod.of(start, calendar).end, service.end)
        yield ServicePeriod(start, end)
        start = end + ONE_DAY


def months_of(service: ServicePeriod) -> Iterator[ServicePeriod]:
    """The service period cut at month ends, in order."""
    start = service.start
    while start <= service.end:
        end = min(last_of_month(start), service.end)
        yield ServicePeriod(start, end)
        start = end + ONE_DAY
