"""What an order is worth that billing never heard of: at its own prices, month by month since it took effect."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from engine.model.calendar import ONE_DAY, AccountingPeriod
from engine.model.contracts import ChargeSegment, Subscription
from engine.model.orders import AddProduct, Change, ChangePrice, ChangeQuantity, ExtendTerm, Order, SetQuantity
from engine.model.renewals import Renew

PERCENT = 100


def worth_of(order: Order, held: Subscription | None, end: date) -> Fraction:
    """What its recurring charges come to until the end of a day, in units of the currency, less discounts and before tax.

    `held`: what its contract is as billing knows it. A part of a month counts by its days; what is metered, or tiered, or at a
    price that only billing could look up, counts nothing.
    """
    if order.terms:
        lines = [line for line in order.lines if line.charge.kind == "recurring" and line.rate is None]
        each = (
            Fraction(line.price)
            * _units(line.charge.model, line.quantity)
            * _left(line.discount)
            / _per(line.per_months, order)
            for line in lines
        )
        return sum(each, Fraction(0)) * months_of(order.terms.start, end)
    return sum((_change(order, change, held, end) for change in order.changes), Fraction(0)) if held else Fraction(0)


def _change(order: Order, change: Change, held: Subscription, end: date) -> Fraction:
    since = order.effective_date
    if isinstance(change, Renew | ExtendTerm):
        rises = change.uplift if isinstance(change, Renew) else 0
        last = sum((_monthly(part) for part in _running(held, held.end)), Fraction(0))
        return last * (PERCENT + Fraction(rises)) / PERCENT * months_of(max(since, held.end + ONE_DAY), end)
    months = months_of(since, end)
    if isinstance(change, AddProduct):
        line = change.line
        return (
            Fraction(line.price or 0) * Fraction(line.quantity) * _left(line.discount) / (line.per_months or 1) * months
        )
    parts = [one for one in _running(held, since) if _product(held, one) == getattr(change, "product", "")]
    if not parts:
        return Fraction(0)
    part = parts[0]
    if isinstance(change, ChangeQuantity):
        return _monthly(part, Fraction(change.delta)) * months
    if isinstance(change, SetQuantity):
        return _monthly(part, Fraction(change.quantity) - Fraction(part.terms.quantity)) * months
    if isinstance(change, ChangePrice):
        now = Fraction(change.price) * Fraction(part.terms.quantity) / (change.per_months or part.terms.per_months or 1)
        return (now - _monthly(part)) * months
    return Fraction(0)


def _running(held: Subscription, day: date) -> list[ChargeSegment]:
    recurring = {line.id for line in held.lines if line.charge.kind == "recurring"}
    return [one for one in held.segments if one.line in recurring and day in one.service and one.terms.rate is None]


def _product(held: Subscription, part: ChargeSegment) -> str:
    return next(line.product for line in held.lines if line.id == part.line)


def _monthly(part: ChargeSegment, units: Fraction | None = None) -> Fraction:
    terms = part.terms
    quantity = Fraction(terms.quantity) if units is None else units
    return Fraction(terms.price) * quantity * _left(terms.discount) / (terms.per_months or 1)


def _units(model: str, quantity: object) -> Fraction:
    return Fraction(1) if model == "flat" else Fraction(str(quantity))


def _per(months: int, order: Order) -> int:
    assert order.terms
    return months or order.terms.billing.every_months or 1


def _left(discount: object) -> Fraction:
    return (PERCENT - Fraction(str(discount))) / PERCENT


def months_of(start: date, end: date) -> Fraction:
    """How many months lie between two days, both included."""
    found, period = Fraction(0), AccountingPeriod(start.year, start.month)
    while period.start <= end:
        first, last = max(start, period.start), min(end, period.end)
        found += Fraction(max((last - first).days + 1, 0), (period.end - period.start).days + 1)
        period = period.next
    return found
