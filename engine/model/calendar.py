"""Days, months and service periods. A day is a business date; no clock time, no time zone arithmetic."""

from __future__ import annotations

from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

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
    """A calendar month in the ledger."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> AccountingPeriod:
        """The month that holds the day."""
        return cls(day.year, day.month)

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def end(self) -> date:
        """Its last day."""
        return last_of_month(self.start)

    @property
    def next(self) -> AccountingPeriod:
        """The month after."""
        return AccountingPeriod.of(self.end + ONE_DAY)

    @property
    def previous(self) -> AccountingPeriod:
        """The month before."""
        return AccountingPeriod.of(self.start - ONE_DAY)

    def first_of_year(self, begins: str) -> AccountingPeriod:
        """The first month of its fiscal year, which begins with the month of that name: July."""
        month = list(month_name).index(begins)
        return AccountingPeriod(self.year if month <= self.month else self.year - 1, month)

    def __str__(self) -> str:
        return f"{month_name[self.month]} {self.year}"


def months_of(service: ServicePeriod) -> Iterator[ServicePeriod]:
    """The service period cut at month ends, in order."""
    start = service.start
    while start <= service.end:
        end = min(last_of_month(start), service.end)
        yield ServicePeriod(start, end)
        start = end + ONE_DAY
