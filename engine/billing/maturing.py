"""When an invoice, or each part of it, is due: so many days after its date, at a month's end, on a fixed day, on a business day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from engine.billing.totaling import payable
from engine.book import Book
from engine.model.cadence import PaymentShare, PaymentTerms
from engine.model.calendar import ONE_DAY, add_months, last_of_month
from engine.model.contracts import Contract
from engine.model.installments import Installment
from engine.model.money import Money
from engine.refusals import Refused

_SATURDAY = 5


def due_dates(book: Book, contract: Contract, invoiced: date) -> tuple[date, ...]:
    """The last day on which each part of an invoice of that date is paid in time; one day where it is due at once."""
    alone = tuple(_alone(contract, share) for share in contract.due.shares) or (contract,)
    return tuple(_due_date(book, terms, invoiced) for terms in alone)


def installments(book: Book, contract: Contract, invoiced: date, amount: Money) -> tuple[Installment, ...]:
    """The parts in which that amount is due, the earliest first: each rounded, the last that was agreed takes the rest. None
    where it is due at once."""
    if not contract.due.shares:
        return ()
    *dates, last = due_dates(book, contract, invoiced)
    left, parts = amount, list[Installment]()
    for day, portion in zip(dates, contract.due.portions(amount.exact), strict=False):
        share = Money.of(portion, amount.currency, book.company.policies.rounding)
        part = min(left, payable(book, share))
        parts.append(Installment(due_date=day, amount=part))
        left -= part
    parts.append(Installment(due_date=last, amount=left))
    return tuple(sorted((part for part in parts if part.amount), key=lambda part: part.due_date))


def in_one(contract: Contract) -> Contract:
    """The contract as if its invoices were due at once, on the day of the last part that was agreed."""
    return _alone(contract, contract.due.shares[-1]) if contract.due.shares else contract


def check_shares(due: PaymentTerms) -> None:
    """Refused for parts that are nothing, or that do not add up to the whole invoice."""
    if due.flaw:
        raise Refused("no-such-payment-terms", due.flaw)


def _alone(contract: Contract, share: PaymentShare) -> Contract:
    due = PaymentTerms(rule=share.rule, day=share.day, months=share.months)
    return replace(contract, due=due, net_days=share.net_days)


def _due_date(book: Book, contract: Contract, invoiced: date) -> date:
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


def _months(book: Book, contract: Contract, invoiced: date) -> date:
    return add_months(invoiced, contract.due.months)


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
    "months": _months,
    "end of month": _end_of_month,
    "after end of month": _after_end_of_month,
    "fixed day": _fixed_day,
    "business days": _business_days,
}
