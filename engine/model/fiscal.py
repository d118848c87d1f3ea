"""Fiscal calendars of whole weeks: years of four quarters of 4-4-5, 4-5-4 or 5-4-4 weeks, or of 13 periods of four weeks.

A year begins on the weekday that is stated, on the day nearest to the stated day of the calendar, so it has 52 weeks, or 53;
the 53rd belongs to the last period. A calendar is written as its weeks, a fiscal year, and the day on which that year begins:
"4-4-5 2026 2025-12-28". "" stands for the months of the calendar.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

PATTERNS: dict[str, tuple[int, ...]] = {
    "4-4-5": (4, 4, 5) * 4,
    "4-5-4": (4, 5, 4) * 4,
    "5-4-4": (5, 4, 4) * 4,
    "13 periods": (4,) * 13,
}
_WEEK = 7


def fiscal_calendar(weeks: str, year: int, begins: date) -> str:
    """The calendar as it is written. ValueError for weeks that nobody counts in."""
    if weeks not in PATTERNS:
        raise ValueError(f"not weeks of a quarter: {weeks}; write {', '.join(PATTERNS)}")
    return f"{weeks} {year} {begins}"


def year_begins(calendar: str, year: int) -> date:
    """The first day of a fiscal year."""
    _, known, begins = _read(calendar)
    there = begins.year + year - known
    same = begins.replace(year=there, day=min(begins.day, 28)) if begins.month == 2 else begins.replace(year=there)
    weeks = round((same - begins).days / _WEEK)
    return begins + timedelta(weeks=weeks)


@lru_cache(maxsize=4096)
def days_of(calendar: str, year: int, number: int) -> tuple[date, date]:
    """The first and the last day of a period of a fiscal year. ValueError for a number that the year does not have."""
    weeks, _, _ = _read(calendar)
    if not 1 <= number <= len(weeks):
        raise ValueError(f"a fiscal year has {len(weeks)} periods, and no period {number}")
    first = year_begins(calendar, year) + timedelta(weeks=sum(weeks[: number - 1]))
    after = first + timedelta(weeks=weeks[number - 1]) if number < len(weeks) else year_begins(calendar, year + 1)
    return first, after - timedelta(days=1)


@lru_cache(maxsize=65_536)
def period_holding(calendar: str, day: date) -> tuple[int, int]:
    """The fiscal year and the number of the period that holds a day."""
    weeks, known, begins = _read(calendar)
    year = known + day.year - begins.year
    year = next(of for of in (year + 1, year, year - 1) if year_begins(calendar, of) <= day)
    starts = [days_of(calendar, year, number)[0] for number in range(1, len(weeks) + 1)]
    return year, bisect_right(starts, day)


def weeks_of(calendar: str) -> tuple[int, ...]:
    """The weeks of each period of a year, its 53rd left out."""
    return _read(calendar)[0]


@lru_cache(maxsize=64)
def _read(calendar: str) -> tuple[tuple[int, ...], int, date]:
    weeks, year, begins = calendar.rsplit(" ", 2)
    return PATTERNS[weeks], int(year), date.fromisoformat(begins)
