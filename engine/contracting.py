"""From a closed-won order to a contract or an amendment of one. Here the conventions on change days are settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.entities import selling_entity
from engine.model.calendar import LAST_DAY, ONE_DAY, add_months, long_date
from engine.model.contracts import Amendment, ChargeTerms, Contract, Subscription
from engine.model.orders import (
    AddProduct,
    Cancel,
    Change,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    Order,
    OrderLine,
    RemoveProduct,
)
from engine.periods import billing_periods
from engine.rating import amendments, in_order, is_delivered, subscription, units_missing
from engine.refusals import Refused
from engine.taxing import levy_on


def sign(book: Book, order: Order, today: date) -> Contract:
    """A new contract from an order. Refused for terms that cannot be billed: a tax code without a rate, say."""
    terms = order.terms
    if terms is None or not order.lines:
        raise Refused("no-terms", f"order {order.number} has no terms or no lines to make a contract of")
    _check_tax(book, order, max(today, terms.start))
    return Contract(
        number=f"C-{order.number.removeprefix('O-')}",
        event_date=today,
        effective_date=terms.start,
        posting_date=today,
        customer=order.customer,
        entity=selling_entity(book, order.customer, terms.entity).code,
        currency=terms.currency,
        order=order.number,
        start=terms.start,
        end=add_months(terms.start, terms.months) - ONE_DAY,
        billing=terms.billing,
        net_days=terms.net_days,
        tax_code=terms.tax_code,
        lines=order.lines,
    )


def _check_tax(book: Book, order: Order, first_billed: date) -> None:
    for line in order.lines:
        levy_on(book, order.customer, line.tax_code, first_billed)


def amend(book: Book, order: Order, today: date) -> Amendment:
    """An amendment from an order. `effective_date` becomes the first day of the new terms under the company's conventions.

    Refused outside the term, on a cancelled contract, for a product the contract does not hold, for more units
    than it holds then or later, or for a tax code without a rate.
    """
    contract = book.find(Contract, order.contract or "")
    if contract is None:
        raise Refused("unknown-contract", f"billing has no contract {order.contract!r}")
    now = subscription(book, contract)
    effective = _first_day_of_new_terms(book, contract, order)
    _check_day(now, order, effective)
    for change in order.changes:
        _check(change, now, min(effective, now.end))  # a longer term carries on what is held on the last day of the old
    _check_tax(book, order, max(today, effective))
    amendment = Amendment(
        number=f"A-{order.number.removeprefix('O-')}",
        event_date=today,
        effective_date=effective,
        posting_date=today,
        contract=contract.number,
        customer=contract.customer,
        order=order.number,
        changes=order.changes,
        lines=_numbered(order.lines, len(now.lines)),
        cause=cause_of(order.changes, order.effective_date < today),
    )
    _check_what_follows(contract, [*amendments(book, contract), amendment], effective)
    return amendment


def _check_what_follows(contract: Contract, signed: list[Amendment], effective: date) -> None:
    """A change in the past must leave enough units for what was signed about the days after it."""
    if missing := units_missing(contract, in_order(signed)):
        raise Refused(
            "too-few-units-later",
            f"contract {contract.number} would hold {missing} units too few for a change already signed "
            f"from a day after {long_date(effective)}",
        )


def _numbered(lines: tuple[OrderLine, ...], taken: int) -> tuple[OrderLine, ...]:
    return tuple(replace(line, id=str(taken + number)) for number, line in enumerate(lines, 1))


def _first_day_of_new_terms(book: Book, contract: Contract, order: Order) -> date:
    policies, day = book.company.policies, order.effective_date
    if order.kind == "cancel":
        return day + ONE_DAY if policies.last_day == "billed" else day
    waits = policies.downgrade == "at period end without credit" and day > contract.start
    if waits and all(map(_is_downgrade, order.changes)):
        period = next(billing_periods(contract, day, since=day))
        return day if day == period.service.start else period.whole.end + ONE_DAY
    if policies.change_day == "old plan pays" and not any(isinstance(c, GrantDiscount) for c in order.changes):
        return day + ONE_DAY
    return day


def _is_downgrade(change: Change) -> bool:
    return isinstance(change, RemoveProduct) or (isinstance(change, ChangeQuantity) and change.delta < 0)


def _check_day(now: Subscription, order: Order, effective: date) -> None:
    if now.cancelled_on:
        raise Refused(
            "contract-cancelled", f"contract {now.contract} was cancelled from {long_date(now.cancelled_on)} on"
        )
    last = now.end + ONE_DAY if order.kind == "cancel" else now.end
    last = max([last, *(change.end for change in order.changes if isinstance(change, ExtendTerm))])
    if not now.start <= effective <= last:
        raise Refused(
            "outside-term",
            f"{long_date(effective)} lies outside the term of contract {now.contract}, "
            f"{long_date(now.start)} to {long_date(now.end)}",
        )


def _check(change: Change, now: Subscription, effective: date) -> None:
    match change:
        case ChangeQuantity() | ChangePrice() | RemoveProduct():
            fewer = isinstance(change, ChangeQuantity) and change.delta < 0
            held = _held(now, change.product, effective, fewer)
            if isinstance(change, ChangeQuantity):
                _check_quantity(change, held, now)
            if isinstance(change, ChangePrice):
                _check_price(change, held)
        case GrantDiscount():
            if change.product:
                _held(now, change.product, effective)
            if not 0 <= change.percent <= 100:
                raise Refused(
                    "bad-discount", f"a discount of {change.percent.normalize():f}% is none between 0% and 100%"
                )
        case ExtendTerm():
            if change.end <= now.end:
                raise Refused("not-longer", f"contract {now.contract} already runs to {long_date(now.end)}")
            if change.end > LAST_DAY:
                raise Refused(
                    "no-such-term", f"no contract runs beyond {long_date(LAST_DAY)}, not to {long_date(change.end)}"
                )
        case Cancel():
            if change.fee and change.fee.minor < 0:
                raise Refused("bad-fee", f"a cancellation fee of {change.fee} is negative")
        case AddProduct():
            pass  # priced by the CRM; nothing more to hold it to


def _held(now: Subscription, product: str, day: date, fewer: bool = False) -> list[tuple[OrderLine, ChargeTerms]]:
    """What recurs of a product on a day; where it is to be `fewer`, also what is sold to be delivered."""
    lines = {line.id: line for line in now.lines if line.product == product}
    held = [
        (lines[s.line], s.terms)
        for s in now.segments
        if s.line in lines
        if (lines[s.line].charge.kind == "recurring" and day in s.service)
        or (fewer and is_delivered(lines[s.line]) and s.service.start <= day)
    ]
    if not held:
        raise Refused("not-on-contract", f"contract {now.contract} holds no recurring {product!r} on {long_date(day)}")
    return held


def _check_quantity(change: ChangeQuantity, held: list[tuple[OrderLine, ChargeTerms]], now: Subscription) -> None:
    units = [terms.quantity for line, terms in held if line.charge.model != "flat"]
    if not units:
        raise Refused("not-counted", f"{change.product!r} has a flat price; its quantity cannot change")
    if not change.delta:
        raise Refused("nothing-changed", f"a change by 0 {change.product!r} changes nothing")
    if sum(units) + change.delta < 0:
        raise Refused(
            "too-few-units", f"contract {now.contract} holds {sum(units)} {change.product!r}, {-change.delta} cannot go"
        )


def _check_price(change: ChangePrice, held: list[tuple[OrderLine, ChargeTerms]]) -> None:
    if change.price < 0:
        raise Refused("bad-price", f"a price of {change.price} is below zero; give a discount instead")
    if any(terms.rate and terms.rate.kind in ("tiered", "volume") for _, terms in held):
        raise Refused(
            "priced-by-table",
            f"{change.product!r} is priced by a table of steps, not by one price; replace it by another product",
        )


def cause_of(changes: tuple[Change, ...], in_the_past: bool) -> str:
    """What people call the amendment, by its weightiest change."""
    causes = set(_causes(changes, in_the_past))
    order = ("cancellation", "upsell", "downgrade", "price change", "retroactive discount", "discount", "extension")
    return next(cause for cause in order if cause in causes)


def _causes(changes: tuple[Change, ...], in_the_past: bool) -> Iterator[str]:
    for change in changes:
        match change:
            case Cancel():
                yield "cancellation"
            case AddProduct():
                yield "upsell"
            case ChangeQuantity():
                yield "upsell" if change.delta > 0 else "downgrade"
            case RemoveProduct():
                yield "downgrade"
            case ChangePrice():
                yield "price change"
            case GrantDiscount():
                yield "retroactive discount" if in_the_past else "discount"
            case ExtendTerm():
                yield "extension"
