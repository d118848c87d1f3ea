"""When an invoice is due: so many days after its date, at a month's end, on a fixed day of the month, on a business day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from engine.book import Book
from engine.model.calendar import ONE_DAY, add_months, last_of_month
from engine.model.contracts import Contract

_SATURDAY = 5


def due_date(book: Book, contract: Contract, invoiced: date) -> date:
    """The last day on which an invoice of that date is paid in time."""
    day = _RULES[contract.due.rule](book, contract, invoiced)
    step = {"next business day": ONE_DAY, "business day before": -ONE_DAY}.get(book.company.policies.due_on_day_off)
    while step and is_day_off(book, day):
        day += step
    return day


def is_day_off(book: Book, day: date) -> bool:
    """Whether it is a Saturday, a Sunday or one of the company's holidays."""
    return day.weekday() >= _SATURDAY or day in book.company.holidays


def _net(book: Book, contract: Contract, invoiced: date) -> date:
    return invoiced + timedelta(days=contract.net_days)


def _end_of_month(book: Book, contract: Contract, invoiced: date) -> date:
    if book.company.policies.end_of_month == "end of month, then days":
        return _after_end_of_month(book, contract, invoiced)
    return last_of_month(invoiced + timedelta(days=contract.net_days))


def _after_end_of_month(book: Book, contract: Contract, invoiced: date) -> date:
    return last_of_month(invoiced) + timedelta(days=contract.net_days)


def _fixed_day(book: Book, contract: Contract, invoiced: date) -> date:
    after = invoiced + timedelta(days=contract.net_days)
    if contract.due.months:
        return add_months(after.replace(day=1), contract.due.months, contract.due.day)
    here = add_months(after.replace(day=1), 0, contract.due.day)
    return here if here > after else add_months(after.replace(day=1), 1, contract.due.day)


def _business_days(book: Book, contract: Contract, invoiced: date) -> date:
    day = invoiced
    for _ in range(contract.net_days):
        day += ONE_DAY
        while is_day_off(book, day):
            day += ONE_DAY
    return day


_RULES: dict[str, Callable[[Book, Contract, date], date]] = {
    "net": _net,
    "end of month": _end_of_month,
    "after end of month": _after_end_of_month,
    "fixed day": _fixed_day,
    "business days": _business_days,
}
