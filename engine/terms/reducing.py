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
from engine.model.orders import OrderLine
from engine.model.policies.billing import DiscountOrder
from engine.model.rhythms import rhythm_days, rhythm_on
from engine.refusals import Refused
from engine.terms.periods import billing_of, billing_periods
from engine.terms.pricing import full_amount
from engine.terms.timelines import Timeline, terms_on
from engine.terms.unit_discounts import check_units, counted_from


def check_discounts(discounts: Iterable[Discount], currency: str, lines: Sequence[OrderLine]) -> None:
    """Refused for a discount on what is not sold, or of an amount in another currency."""
    sold = {name for line in lines for name in (line.product, line.charge.name)}
    for discount in discounts:
        what = f"a discount of {discount.reduction.in_words}"
        for name in discount.on:
            if name not in sold:
                raise Refused(
                    "not-sold", f"{what} off {name!r} cannot be agreed: it is no product and no charge of the contract"
                )
        check_used_up(discount, lines)
        check_units(discount, lines)
        amount = discount.reduction.amount or discount.reduction.most
        if amount and amount.currency != currency:
            raise Refused("other-currency", f"{what} cannot be agreed: the contract is in {currency}")


def check_used_up(discount: Discount, lines: Iterable[OrderLine], of: str = "") -> None:
    """Refused for an amount that what recurs and usage would use up together: what one leaves depends on the other.

    `of`: the contract that it is agreed for, and from when, as the refusal begins.
    """
    covered = {line.charge.kind for line in lines if discount.covers(line.product, line.charge.name)}
    if discount.used_up and discount.reduction.amount and {"recurring", "usage"} <= covered:
        raise Refused(
            "what-is-it-off",
            f"{of}a discount of {discount.reduction.in_words} until it is used up cannot be off what recurs and off usage"
            " together; say which products it is off",
        )


@dataclass(frozen=True, slots=True)
class Granted:
    """A discount and the first day it holds. `used`: what of an amount that is off once in all is used up by what is charged once."""

    discount: Discount
    start: date
    used: Fraction = Fraction(0)

    @property
    def left(self) -> Fraction:
        """What of its amount is left for usage."""
        amount = self.discount.reduction.amount
        return amount.exact - self.used if amount else Fraction(0)


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
    end: date,
) -> Granted:
    """Put a discount into the terms of every charge it is on, for the days it holds; what is off usage as a whole is taken off
    when it is rated. `end`: the last day of the longest term agreed."""
    discount = granted.discount
    shared = discount.reduction.amount or discount.reduction.most
    if discount.used_up and discount.reduction.amount:
        return replace(granted, used=_use_up(contract, lines, timelines, granted, restarts, end))
    together = _together(lines, discount)
    if shared and (not discount.on or len(together) > 1):
        last = last_day(contract, granted, contract.billing, restarts)
        if not together:
            return replace(granted, used=_take_off_once(contract, lines, timelines, granted, last))
        _share_out(contract, together, timelines, granted.start, last, discount.reduction)
        return granted
    rated = usage_of_discount(discount, lines.values())
    reduction = discount.reduction
    if reduction.units is not None:
        reduction = counted_from(reduction, granted.start, discount.used_up)
    for id_, line in lines.items():
        takes = reduction.units is None or line.charge.kind == "usage"
        if takes and discount.covers(line.product, line.charge.name) and line.id not in {one.id for one in rated}:
            end = last_day(contract, granted, billing_of(contract, line.charge), restarts)
            for start in _cut(timelines[id_], granted.start, end):
                _take_off(timelines[id_], start, reduction)
    return granted


def usage_of_discount(discount: Discount, lines: Iterable[OrderLine]) -> list[OrderLine]:
    """The charges by usage that share an amount off when they are rated: where nothing that it is on recurs, and it is not
    one charge's alone for each billing period."""
    covered = [line for line in lines if discount.covers(line.product, line.charge.name)]
    alone = discount.on and len(covered) == 1 and not discount.used_up
    if not discount.reduction.amount or alone or any(line.charge.kind == "recurring" for line in covered):
        return []
    return [line for line in covered if line.charge.kind == "usage" and not line.charge.billing]


def last_day(contract: Contract, granted: Granted, billing: Billing, restarts: Sequence[date]) -> date:
    """The last day on which a discount holds."""
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
    end: date,
) -> Fraction:
    """An amount off once in all: of what is charged once and of each billing period what it costs, as its first day has it, until
    nothing is left. What is used of it."""
    whole = granted.discount.reduction.amount
    assert whole is not None
    left, on = whole.exact, _together(lines, granted.discount)
    once = _charged_once(lines, timelines, granted)
    last = max((day for id_ in on for day in timelines[id_]), default=end)
    for period in billing_periods(contract, max(last, end, granted.start), granted.start, restarts=restarts):
        first = max(period.whole.start, granted.start)
        while once and once[0][0] <= first:
            left -= _take_once(timelines, once.pop(0), left, contract)
        share = Fraction(ServicePeriod(first, period.service.end).days, period.whole.days)
        terms = {id_: terms_on(timelines[id_], first) for id_ in on}
        costs = sum((cost for _, cost in _costs(contract, on, terms, first)), Fraction(0)) * share
        if off := min(left, costs):
            amount = Money.of(off / share, contract.currency)
            _share_out(contract, on, timelines, first, period.whole.end, Reduction(amount=amount))
            left -= off
    for charged in once:
        left -= _take_once(timelines, charged, left, contract)
    return whole.exact - left


def _take_off_once(
    contract: Contract, lines: dict[str, OrderLine], timelines: dict[str, Timeline], granted: Granted, last: date
) -> Fraction:
    """Where nothing recurs, an amount off the invoice is off what is charged once, the first before others. What is used of it."""
    once = [charged for charged in _charged_once(lines, timelines, granted) if charged[0] <= last]
    costs = (
        period_price(line.charge, terms, contract.billing) for day, line in once if (terms := timelines[line.id][day])
    )
    left = off = _off(granted.discount.reduction, sum(costs, Fraction(0)))
    for charged in once:
        left -= _take_once(timelines, charged, left, contract)
    return off - left


def _charged_once(
    lines: dict[str, OrderLine], timelines: dict[str, Timeline], granted: Granted
) -> list[tuple[date, OrderLine]]:
    """What a discount is on that is charged once, by its day."""
    found = [
        (min(timelines[id_]), line)
        for id_, line in lines.items()
        if line.charge.kind == "one-time" and granted.discount.covers(line.product, line.charge.name)
    ]
    return sorted((one for one in found if one[0] >= granted.start), key=lambda one: one[0])


def _take_once(
    timelines: dict[str, Timeline], charged: tuple[date, OrderLine], left: Fraction, contract: Contract
) -> Fraction:
    """Take what is left off a charge; what it takes."""
    day, line = charged
    terms = timelines[line.id][day]
    off = min(left, period_price(line.charge, terms, contract.billing)) if terms else Fraction(0)
    if off:
        _take_off(timelines[line.id], day, Reduction(amount=Money.of(off, contract.currency)))
    return off


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
    for day in rhythm_days(contract.billing):
        for id_ in on if first < day <= last else ():
            _cut(timelines[id_], day, last)
    days = sorted({day for id_ in on for day in _cut(timelines[id_], first, last)})
    for day, after in zip(days, [*(later - ONE_DAY for later in days[1:]), last], strict=True):
        for id_ in on:
            _cut(timelines[id_], day, after)
        for id_, part in _shares(contract, on, {id_: timelines[id_].get(day) for id_ in on}, reduction, day):
            _take_off(timelines[id_], day, Reduction(amount=part))


def _costs(
    contract: Contract, lines: dict[str, OrderLine], terms: dict[str, ChargeTerms | None], day: date
) -> Iterator[tuple[str, Fraction]]:
    billing = rhythm_on(contract.billing, day)
    for id_, found in terms.items():
        if found and found.quantity:
            yield id_, period_price(lines[id_].charge, found, billing)


def _shares(
    contract: Contract,
    lines: dict[str, OrderLine],
    terms: dict[str, ChargeTerms | None],
    reduction: Reduction,
    day: date,
) -> Iterator[tuple[str, Money]]:
    weights = dict(_costs(contract, lines, terms, day))
    if any(weights.values()):
        whole = Money.of(_off(reduction, sum(weights.values(), Fraction(0))), contract.currency)
        yield from zip(weights, whole.allocate(list(weights.values())), strict=True)
