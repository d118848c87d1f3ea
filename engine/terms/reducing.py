"""Discounts: the days on which each holds, what it takes off each charge, and in which order several are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.catalog import Charge
from engine.model.contracts import ChargeTerms, Contract
from engine.model.discounts import Discount, Reduction
from engine.model.money import Money
from engine.model.orders import OrderLine, Terms
from engine.model.policies.billing import DiscountOrder
from engine.refusals import Refused
from engine.terms.periods import billing_of, billing_periods
from engine.terms.pricing import full_amount
from engine.terms.timelines import Timeline, terms_on


def check_discounts(terms: Terms, lines: Sequence[OrderLine]) -> None:
    """Refused for a discount on what is not sold, or of an amount in another currency."""
    sold = {name for line in lines for name in (line.product, line.charge.name)}
    for discount in terms.discounts:
        what = f"a discount of {discount.reduction.in_words}"
        for name in discount.on:
            if name not in sold:
                raise Refused(
                    "not-sold", f"{what} off {name!r} cannot be agreed: it is no product and no charge of the quote"
                )
        amount = discount.reduction.amount or discount.reduction.most
        if amount and amount.currency != terms.currency:
            raise Refused("other-currency", f"{what} cannot be agreed: the quote is in {terms.currency}")


@dataclass(frozen=True, slots=True)
class Granted:
    """A discount and the first day it holds."""

    discount: Discount
    start: date


@lru_cache(maxsize=65_536)
def period_price(charge: Charge, terms: ChargeTerms, billing: Billing, order: DiscountOrder = "as agreed") -> Fraction:
    """What terms cost for a whole billing period (or once), less their discounts; never below nothing.

    Kept, because most billing periods cost what the one before did.
    """
    price = full_amount(terms, flat=charge.model == "flat")
    if charge.kind == "recurring" and terms.per_months:
        price *= Fraction(billing.every_months, terms.per_months)
    for reduction in _ordered((Reduction(percent=terms.discount), *terms.reductions), order):
        price = max(price - _off(reduction, price), Fraction(0))
    return price


def _off(reduction: Reduction, price: Fraction) -> Fraction:
    """What a reduction takes off a price."""
    if reduction.amount:
        return reduction.amount.exact
    off = price * Fraction(reduction.percent) / 100
    return min(off, reduction.most.exact) if reduction.most else off


def _ordered(reductions: Iterable[Reduction], order: DiscountOrder) -> Iterable[Reduction]:
    """Sorting keeps the order agreed among percentages and among amounts."""
    if order == "as agreed":
        return reductions
    return sorted(reductions, key=lambda one: (one.amount is None) == (order == "fixed amounts first"))


def reduce(
    contract: Contract,
    lines: dict[str, OrderLine],
    timelines: dict[str, Timeline],
    granted: Granted,
    restarts: Sequence[date],
) -> None:
    """Put a discount into the terms of every charge it is on, for the days it holds."""
    discount = granted.discount
    shared = discount.reduction.amount or discount.reduction.most
    if discount.used_up and discount.reduction.amount:
        _use_up(contract, lines, timelines, granted, restarts)
        return
    together = _together(lines, discount)
    if shared and (not discount.on or len(together) > 1):
        last = _last_day(contract, granted, contract.billing, restarts)
        _share_out(contract, together, timelines, granted.start, last, discount.reduction)
        return
    for id_, line in lines.items():
        if discount.covers(line.product, line.charge.name):
            end = _last_day(contract, granted, billing_of(contract, line.charge), restarts)
            for start in _cut(timelines[id_], granted.start, end):
                _take_off(timelines[id_], start, discount.reduction)


def _last_day(contract: Contract, granted: Granted, billing: Billing, restarts: Sequence[date]) -> date:
    discount = granted.discount
    if discount.until or not discount.periods:
        return discount.until or date.max
    periods = billing_periods(contract, date.max, since=granted.start, billing=billing, restarts=restarts)
    return [next(periods) for _ in range(discount.periods)][-1].whole.end


def _cut(timeline: Timeline, first: date, last: date) -> list[date]:
    """Begin new terms on the first day and after the last; the days from which terms hold in between."""
    for day in (first, last + ONE_DAY) if last < date.max else (first,):
        before = [start for start in timeline if start <= day]
        if before:
            timeline.setdefault(day, timeline[max(before)])
    return [start for start in timeline if first <= start <= last]


def _take_off(timeline: Timeline, start: date, reduction: Reduction) -> None:
    terms = timeline[start]
    if terms is not None:
        timeline[start] = replace(terms, reductions=(*terms.reductions, reduction))


def _together(lines: dict[str, OrderLine], discount: Discount) -> dict[str, OrderLine]:
    """The recurring charges that a discount is on and that are billed together."""
    return {
        id_: line
        for id_, line in lines.items()
        if line.charge.kind == "recurring"
        and not line.charge.billing
        and discount.covers(line.product, line.charge.name)
    }


def _use_up(
    contract: Contract,
    lines: dict[str, OrderLine],
    timelines: dict[str, Timeline],
    granted: Granted,
    restarts: Sequence[date],
) -> None:
    """An amount off once in all: of each billing period what it costs, as its first day has it, until nothing is left."""
    whole = granted.discount.reduction.amount
    assert whole is not None
    left, on = whole.exact, _together(lines, granted.discount)
    last = max((day for id_ in on for day in timelines[id_]), default=contract.end)
    for period in billing_periods(contract, max(last, contract.end), granted.start, restarts=restarts):
        first = max(period.whole.start, granted.start)
        share = Fraction(ServicePeriod(first, period.service.end).days, period.whole.days)
        terms = {id_: terms_on(timelines[id_], first) for id_ in on}
        costs = sum((cost for _, cost in _costs(contract, on, terms)), Fraction(0)) * share
        if off := min(left, costs):
            amount = Money.of(off / share, contract.currency)
            _share_out(contract, on, timelines, first, period.whole.end, Reduction(amount=amount))
            left -= off


def _share_out(
    contract: Contract,
    on: dict[str, OrderLine],
    timelines: dict[str, Timeline],
    first: date,
    last: date,
    reduction: Reduction,
) -> None:
    """An amount off the invoice, or a percentage of no more than so much, among the recurring charges billed together, anew
    whenever one of them changes."""
    days = sorted({day for id_ in on for day in _cut(timelines[id_], first, last)})
    for day, after in zip(days, [*(later - ONE_DAY for later in days[1:]), last], strict=True):
        for id_ in on:
            _cut(timelines[id_], day, after)
        for id_, part in _shares(contract, on, {id_: timelines[id_].get(day) for id_ in on}, reduction):
            _take_off(timelines[id_], day, Reduction(amount=part))


def _costs(
    contract: Contract, lines: dict[str, OrderLine], terms: dict[str, ChargeTerms | None]
) -> Iterator[tuple[str, Fraction]]:
    for id_, found in terms.items():
        if found and found.quantity:
            yield id_, period_price(lines[id_].charge, found, contract.billing)


def _shares(
    contract: Contract, lines: dict[str, OrderLine], terms: dict[str, ChargeTerms | None], reduction: Reduction
) -> Iterator[tuple[str, Money]]:
    weights = dict(_costs(contract, lines, terms))
    if any(weights.values()):
        whole = Money.of(_off(reduction, sum(weights.values(), Fraction(0))), contract.currency)
        yield from zip(weights, whole.allocate(list(weights.values())), strict=True)
