"""From which day a signed change holds: the conventions on change days, notice periods, period and term ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, long_date
from engine.model.contracts import Contract, Subscription
from engine.model.orders import (
    AddDiscount,
    AddProduct,
    AgreeRenewal,
    Cancel,
    Change,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    Order,
    RemoveProduct,
    Renew,
    Resume,
    SetQuantity,
    Suspend,
    Withdraw,
)
from engine.model.transfers import Assign
from engine.refusals import Refused
from engine.terms.periods import billing_periods
from engine.terms.pricing import amount
from engine.terms.timelines import ordered_terms

_OF_BILLING = (ChangeBilling, ChangeDue)
# The day on which these happen is agreed itself; who pays for the day of a change is no question there.
_OWN_DAY = (
    GrantDiscount,
    AddDiscount,
    ExtendTerm,
    Renew,
    AgreeRenewal,
    Suspend,
    Resume,
    Withdraw,
    Assign,
    *_OF_BILLING,
)


def first_day_of_new_terms(book: Book, contract: Contract, now: Subscription, order: Order) -> date:
    """The first day on which an order's changes hold. Refused for a cooling-off period that is over."""
    for change in order.changes:
        if isinstance(change, Cancel):
            return _first_day_without_service(book, contract, now, order, change)
    if any(isinstance(change, Renew) for change in order.changes) and order.takes_effect == "at term end":
        return now.end + ONE_DAY
    policies, day = book.company.policies, order.effective_date
    if order.moment and policies.proration_unit == "second" and order.takes_effect == "on its day":
        return day
    if order.takes_effect != "on its day":
        return _END[order.takes_effect](contract, now, day) + ONE_DAY
    if policies.downgrade == "at period end without credit" and day > contract.start:
        period = period_of(contract, now, day)
        if day != period.start and (is_downgrade(order, now, day) or _is_about_what_waits(order, now, period, day)):
            return period.end + ONE_DAY
    if policies.change_day == "old plan pays" and not any(isinstance(change, _OWN_DAY) for change in order.changes):
        return day + ONE_DAY
    return day


def _is_about_what_waits(order: Order, now: Subscription, period: ServicePeriod, day: date) -> bool:
    """Whether an order changes what a downgrade that waits for the end of the period brings or makes of the contract then."""
    return any(_waits(change, now, day, period.end + ONE_DAY) for change in order.changes)


def _waits(change: Change, now: Subscription, day: date, then: date) -> bool:
    if not isinstance(change, RemoveProduct | ChangeQuantity | SetQuantity | ChangePrice):
        return False
    if isinstance(change, SetQuantity) and units_held(now, change.product, day) == change.quantity:
        return units_held(now, change.product, then) != change.quantity
    return _holds(now, change.product, then) and not _holds(now, change.product, day)


def _holds(now: Subscription, product: str, day: date) -> bool:
    lines = {line.id for line in now.lines if line.product == product and line.charge.kind == "recurring"}
    return any(segment.line in lines and day in segment.service for segment in now.segments)


def _first_day_without_service(book: Book, contract: Contract, now: Subscription, order: Order, cancel: Cancel) -> date:
    if cancel.cooling_off_days is not None:
        _check_cooling_off(contract, order, cancel.cooling_off_days)
        return contract.start
    noticed = add_months(order.effective_date, cancel.notice_months) + timedelta(days=cancel.notice_days)
    if order.takes_effect != "on its day":
        # Notice that ends with a period's last day ends with that period.
        days = ONE_DAY if noticed > order.effective_date else timedelta()
        return max(_END[order.takes_effect](contract, now, noticed - days) + ONE_DAY, noticed)
    return noticed + ONE_DAY if book.company.policies.last_day == "billed" else noticed


def _check_cooling_off(contract: Contract, order: Order, days: int) -> None:
    last = contract.event_date + timedelta(days=days)
    if order.effective_date > last:
        raise Refused(
            "cooling-off-over",
            f"contract {contract.number}, signed on {long_date(contract.event_date)}, could be withdrawn from within "
            f"{days} days, until {long_date(last)}, not on {long_date(order.effective_date)}",
        )


def period_of(contract: Contract, now: Subscription, day: date) -> ServicePeriod:
    """The billing period that holds a day."""
    within = max(day, contract.start)
    return next(billing_periods(contract, within, within, restarts=now.restarts)).whole


def period_end(contract: Contract, now: Subscription, day: date) -> date:
    """The last day of the billing period that holds a day, or of the term."""
    return min(period_of(contract, now, day).end, now.end)


def _term_end(contract: Contract, now: Subscription, day: date) -> date:
    return now.end


_END: dict[str, Callable[[Contract, Subscription, date], date]] = {
    "at period end": period_end,
    "at term end": _term_end,
}


def renews(now: Subscription) -> bool:
    """Whether a contract begins a new term by itself: not if it is cancelled by then, ends with its term, or stands still."""
    after = now.end + ONE_DAY
    suspended = bool(now.pauses) and now.pauses[-1].end is None and now.pauses[-1].start <= now.end
    agreed = now.renewal is not None and now.renewal.months + now.renewal.days > 0
    return agreed and not suspended and (now.cancelled_on is None or now.cancelled_on > after)


def is_downgrade(order: Order, now: Subscription, day: date) -> bool:
    """Whether an order only takes units and products away on a day, or replaces a product by one that costs less."""
    changes = order.changes
    if not all(isinstance(change, RemoveProduct | ChangeQuantity | SetQuantity | AddProduct) for change in changes):
        return False
    if any(isinstance(change, AddProduct) for change in changes):
        gone = [change.product for change in changes if isinstance(change, RemoveProduct)]
        return bool(gone) and len(changes) == len(gone) * 2 and _added(order) < _removed(gone, now, day)
    return all(isinstance(change, RemoveProduct) or is_fewer(change, now, day) for change in changes)


def is_fewer(change: Change, now: Subscription, day: date) -> bool:
    """Whether a change leaves fewer units of a product than the contract holds on a day."""
    if isinstance(change, SetQuantity):
        return change.quantity < units_held(now, change.product, day)
    return isinstance(change, ChangeQuantity) and change.delta < 0


def units_held(now: Subscription, product: str, day: date) -> int:
    """The units of a product that a contract holds on a day, those with a flat price apart."""
    lines = {
        line.id
        for line in now.lines
        if line.product == product and line.charge.kind == "recurring" and line.charge.model != "flat"
    }
    return sum(int(s.terms.quantity) for s in now.segments if s.line in lines and day in s.service)


def _added(order: Order) -> Fraction:
    """What the products that join cost a month."""
    lines = [line for line in order.lines if line.per_months]
    return sum(
        (amount(ordered_terms(line), flat=line.charge.model == "flat") / line.per_months for line in lines), Fraction(0)
    )


def _removed(products: list[str], now: Subscription, day: date) -> Fraction:
    """What the products that leave cost a month on that day."""
    lines = {line.id: line for line in now.lines if line.product in products}
    held = [s for s in now.segments if s.line in lines and day in s.service and s.terms.per_months]
    costs = (amount(s.terms, flat=lines[s.line].charge.model == "flat") / s.terms.per_months for s in held)
    return sum(costs, Fraction(0))
