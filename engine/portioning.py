"""The company's accounting periods: months of the calendar, or periods of whole weeks (its fiscal calendar)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.model.calendar import AccountingPeriod, ServicePeriod, periods_of
from engine.model.fiscal import weeks_of
from engine.refusals import Refused

MONTHS = 12


def period_of(book: Book, day: date) -> AccountingPeriod:
    """The accounting period that holds the day."""
    return AccountingPeriod.of(day, book.company.fiscal_calendar)


def period_end(book: Book, day: date) -> date:
    """The last day of the accounting period that holds the day."""
    return period_of(book, day).end


def cut(book: Book, service: ServicePeriod) -> Iterator[ServicePeriod]:
    """The service period cut at the ends of accounting periods, in order."""
    return periods_of(service, book.company.fiscal_calendar)


def own(book: Book, period: AccountingPeriod) -> AccountingPeriod:
    """The period of that year and number in the company's calendar, whoever names it. Refused if the year has no such period."""
    calendar = book.company.fiscal_calendar
    most = len(weeks_of(calendar)) if calendar else MONTHS
    if not 1 <= period.month <= most:
        raise Refused("no-such-period", f"fiscal year {period.year} has {most} periods, and no period {period.month}")
    return replace(period, calendar=calendar)


def period_called(book: Book, key: str) -> AccountingPeriod:
    """The period of a key, 2026-03."""
    year, number = key.split("-")
    return AccountingPeriod(int(year), int(number), book.company.fiscal_calendar)
