"""Fiscal calendars of whole weeks: years of four quarters of 4-4-5, 4-5-4 or 5-4-4 weeks, or of 13 periods of four weeks.

A year begins on the weekday that is stated, on the day nearest to the stated day of the calendar, or it ends on the last such
weekday of a month, or on the one nearest to the month's end (26 CFR 1.441-2, the 52-53 week year); so it has 52 weeks, or 53;
the 53rd belongs to the last period. A calendar is written as its weeks, a fiscal year, and the day on which that year begins:
"4-4-5 2026 2025-12-28", or the rule by which it ends: "4-5-4 2023 nearest/Saturday/2024-01-31". "" stands for months.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

PATTERNS: dict[str, tuple[int, ...]] = {
    "4-4-5": (4, 4, 5) * 4,
    "4-5-4": (4, 5, 4) * 4,
    "5-4-4": (5, 4, 4) * 4,
    "13 periods": (4,) * 13,
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = 7
_HALF = 3


@dataclass(frozen=True)
class YearEnd:
    """On which day a fiscal year ends: the last such weekday of a month, or the one nearest to the month's last day."""

    which: str
    weekday: str
    month_end: date

    def in_year(self, year: int) -> date:
        """The day on which the fiscal year ends whose month is of that calendar year."""
        last = date(year, self.month_end.month, monthrange(year, self.month_end.month)[1])
        latest = last + timedelta(days=_HALF) if self.which == "nearest" else last
        return latest - timedelta(days=(latest.weekday() - WEEKDAYS.index(self.weekday)) % _WEEK)


def year_end(words: str) -> YearEnd:
    """ "the last Saturday of September 2026", "the Saturday nearest to the end of January 2027". ValueError for other words."""
    told = re.fullmatch(r"the (last )?(\w+) (?:of|nearest to the end of) (\w+) (\d{4})", words)
    if not told or told[2] not in WEEKDAYS or told[3] not in month_name[1:]:
        raise ValueError(f"not the end of a fiscal year: {words}; write it like the last Saturday of September 2026")
    month, year = list(month_name).index(told[3]), int(told[4])
    return YearEnd("last" if told[1] else "nearest", told[2], date(year, month, monthrange(year, month)[1]))


def fiscal_calendar(weeks: str, year: int, begins: date) -> str:
    """The calendar as it is written. ValueError for weeks that nobody counts in."""
    if weeks not in PATTERNS:
        raise ValueError(f"not weeks of a quarter: {weeks}; write {', '.join(PATTERNS)}")
    return f"{weeks} {year} {begins}"


def calendar_ending(weeks: str, year: int, end: YearEnd) -> str:
    """The calendar whose years end by a rule, as it is written. ValueError for weeks that nobody counts in."""
    return f"{fiscal_calendar(weeks, year, end.month_end).rsplit(' ', 1)[0]} {end.which}/{end.weekday}/{end.month_end}"


def year_begins(calendar: str, year: int) -> date:
    """The first day of a fiscal year."""
    _, known, begins = _read(calendar)
    if isinstance(begins, YearEnd):
        return begins.in_year(begins.month_end.year + year - 1 - known) + timedelta(days=1)
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
    year = known + day.year - (begins.month_end if isinstance(begins, YearEnd) else begins).year
    year = next(of for of in (year + 1, year, year - 1) if year_begins(calendar, of) <= day)
    starts = [days_of(calendar, year, number)[0] for number in range(1, len(weeks) + 1)]
    return year, bisect_right(starts, day)


def weeks_of(calendar: str) -> tuple[int, ...]:
    """The weeks of each period of a year, its 53rd left out."""
    return _read(calendar)[0]


@lru_cache(maxsize=64)
def _read(calendar: str) -> tuple[tuple[int, ...], int, date | YearEnd]:
    weeks, year, stated = calendar.rsplit(" ", 2)
    if "/" not in stated:
        return PATTERNS[weeks], int(year), date.fromisoformat(stated)
    which, weekday, month_end = stated.split("/")
    return PATTERNS[weeks], int(year), YearEnd(which, weekday, date.fromisoformat(month_end))
