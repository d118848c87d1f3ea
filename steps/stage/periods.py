"""Accounting periods as a story writes them, in the calendar of its company."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.model.calendar import AccountingPeriod
from engine.model.fiscal import days_of
from steps.language.failures import StoryError
from steps.language.parameters import ANY_CALENDAR
from steps.language.tables import Rows


def understood(company: Callable[[], tuple[str, str]], value: object) -> object:
    """A value of a sentence or table, its accounting periods in the company's calendar. `company`: its name and calendar."""
    if isinstance(value, AccountingPeriod):
        return _in_calendar(*company(), value)
    if isinstance(value, Rows) and any(isinstance(cell, AccountingPeriod) for row in value.values for cell in row):
        return replace(value, values=tuple(tuple(understood(company, cell) for cell in row) for row in value.values))
    return value


def _in_calendar(name: str, calendar: str, period: AccountingPeriod) -> AccountingPeriod:
    weeks = period.calendar == ANY_CALENDAR
    if weeks != bool(calendar):
        how = "counts in weeks; write it like P3 FY2026" if calendar else "counts in months; write it like March 2026"
        written = f"P{period.month} FY{period.year}" if weeks else str(period)
        raise StoryError(f"{written} is no accounting period of {name}, which {how}")
    if not weeks:
        return period
    try:
        days_of(calendar, period.year, period.month)
    except ValueError as wrong:
        raise StoryError(str(wrong)) from None
    return replace(period, calendar=calendar)
