"""When an invoice is due: so many days after its date, at a month's end, or on a fixed day of the month."""

from __future__ import annotations

from datetime import date, timedelta

from engine.book import Book
from engine.model.calendar import add_months, last_of_month
from engine.model.contracts import Contract


def due_date(book: Book, contract: Contract, invoiced: date) -> date:
    """The last day on which an invoice of that date is paid in time."""
    days = timedelta(days=contract.net_days)
    if contract.due.rule == "end of month":
        if book.company.policies.end_of_month == "end of month, then days":
            return last_of_month(invoiced) + days
        return last_of_month(invoiced + days)
    if contract.due.rule == "fixed day":
        return _next(invoiced + days, contract.due.day)
    return invoiced + days


def _next(after: date, day: int) -> date:
    """The first such day of a month after a day; the last of a month that is too short."""
    here = add_months(after.replace(day=1), 0, day)
    return here if here > after else add_months(after.replace(day=1), 1, day)
