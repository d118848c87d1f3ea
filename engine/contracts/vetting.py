"""Whether a contract allows what was signed about it. Every refusal names the contract, the rule and the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from engine.book import Book
from engine.contracts.dating import renews
from engine.model.cadence import TermLength
from engine.model.calendar import LAST_DAY, ONE_DAY, long_date
from engine.model.catalog import Quantity
from engine.model.contracts import Amendment, ChargeTerms, Contract, Subscription
from engine.model.orders import (
    AddDiscount,
    AgreeRenewal,
    Cancel,
    Change,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    Order,
    OrderLine,
    RemoveProduct,
    Renew,
    Resume,
    SetQuantity,
    Suspend,
    Withdraw,
)
from engine.refusals import Refused
from engine.terms.rating import amendments, in_order, units_missing
from engine.terms.reducing import check_used_up
from engine.terms.rhythms import not_withdrawn
from engine.terms.timelines import is_delivered
from engine.terms.unit_discounts import check_units

LONGEST_TERM = 600
"""Months of a renewal."""
Held = list[tuple[OrderLine, ChargeTerms]]


def check(book: Book, contract: Contract, now: Subscription, order: Order, effective: date) -> None:
    """Refused if the contract does not allow the order's changes from that day on."""
    _check_day(now, order, effective)
    _check_overtaken(book, contract, order, effective)
    for change in order.changes:
        # A longer term carries on what is held on the last day of the old.
        _CHECKS.get(type(change), _anything)(change, now, min(effective, now.end))


def _anything(change: Any, now: Subscription, effective: date) -> None:
    """Products that join are priced by the CRM; what is withdrawn is looked up before."""


def _check_day(now: Subscription, order: Order, effective: date) -> None:
    if any(isinstance(change, Withdraw) for change in order.changes):
        return  # what is withdrawn has a day of its own
    if now.cancelled_on and not _before_the_end(now.cancelled_on, order, effective):
        raise Refused(
            "contract-cancelled", f"contract {now.contract} was cancelled from {long_date(now.cancelled_on)} on"
        )
    last = now.end + ONE_DAY if order.kind == "cancel" else now.end
    last = max([last, *(change.end for change in order.changes if isinstance(change, ExtendTerm))])
    last = LAST_DAY if renews(now) or any(isinstance(change, Renew) for change in order.changes) else last
    if not now.start <= effective <= last:
        raise Refused(
            "outside-term",
            f"{long_date(effective)} lies outside the term of contract {now.contract}, "
            f"{long_date(now.start)} to {long_date(now.end)}",
        )


def _before_the_end(cancelled_on: date, order: Order, effective: date) -> bool:
    """Whether a cancelled contract still takes it: what takes effect before its end and does not outlast it."""
    lasting = any(isinstance(change, ExtendTerm | Renew | AgreeRenewal | Cancel) for change in order.changes)
    return effective < cancelled_on and not lasting


def _check_overtaken(book: Book, contract: Contract, order: Order, effective: date) -> None:
    """No change before one of the same product that is signed for a later day, where that is the convention."""
    if book.company.policies.overtaken != "refused":
        return
    for later in not_withdrawn(amendments(book, contract)):
        if later.effective_date > effective and (shared := _products(order.changes) & _products(later.changes)):
            raise Refused(
                "overtaken",
                f"contract {contract.number} holds a change of {sorted(shared)[0]!r} signed for "
                f"{long_date(later.effective_date)} already; withdraw it before another takes effect on "
                f"{long_date(effective)}",
            )


def _products(changes: tuple[Change, ...]) -> set[str]:
    return {product for change in changes if (product := getattr(change, "product", None))}


def check_what_follows(contract: Contract, signed: list[Amendment], amendment: Amendment) -> None:
    """A change must leave what was signed about the days after it something to change."""
    after = in_order([*signed, amendment])
    if (missing := units_missing(contract, after)) and missing > units_missing(contract, signed):
        raise Refused(
            "too-few-units-later",
            f"contract {contract.number} would hold {missing} units too few for a change already signed "
            f"from a day after {long_date(amendment.effective_date)}",
        )


NEW_TO_IT = "; a product that is new to it joins as a line of its own, with its price"


def _held(
    now: Subscription, product: str, day: date, fewer: bool = False, way_out: str = "", used: bool = False
) -> Held:
    """What recurs of a product on a day; where it is to be `fewer`, also what is sold to be delivered; and what is `used`.
    `way_out`: what else to do where there is nothing."""
    kinds = ("recurring", "usage") if used else ("recurring",)
    lines = {line.id: line for line in now.lines if line.product == product}
    held = [
        (lines[s.line], s.terms)
        for s in now.segments
        if s.line in lines
        if (lines[s.line].charge.kind in kinds and day in s.service)
        or (fewer and is_delivered(lines[s.line]) and s.service.start <= day)
    ]
    if held:
        return held
    for pause in now.pauses:
        if not pause.charged and pause.start <= day and (pause.end is None or day <= pause.end):
            raise Refused("suspended", f"contract {now.contract} is suspended from {long_date(pause.start)} on")
    raise Refused(
        "not-on-contract", f"contract {now.contract} holds no recurring {product!r} on {long_date(day)}{way_out}"
    )


def _check_product(change: RemoveProduct, now: Subscription, effective: date) -> None:
    _held(now, change.product, effective, used=True)


def _counted(product: str, now: Subscription, effective: date, fewer: bool = False) -> Quantity:
    held = _held(now, product, effective, fewer, "" if fewer else NEW_TO_IT)
    units = [terms.quantity for line, terms in held if line.charge.model != "flat"]
    if not units:
        raise Refused(
            "not-counted",
            f"contract {now.contract} holds {product!r} at a flat price on {long_date(effective)}; its quantity cannot change",
        )
    return sum(units)


def _check_quantity(change: ChangeQuantity, now: Subscription, effective: date) -> None:
    held = _counted(change.product, now, effective, change.delta < 0)
    if not change.delta:
        raise Refused(
            "nothing-changed",
            f"a change by 0 {change.product!r} on {long_date(effective)} changes nothing in contract {now.contract}",
        )
    if held + change.delta < 0:
        raise Refused(
            "too-few-units",
            f"contract {now.contract} holds {held} {change.product!r} on {long_date(effective)}, {-change.delta} cannot go",
        )


def _check_new_quantity(change: SetQuantity, now: Subscription, effective: date) -> None:
    held = _counted(change.product, now, effective)
    if change.quantity < 0:
        raise Refused(
            "bad-quantity",
            f"contract {now.contract} cannot hold {change.quantity} {change.product!r} from {long_date(effective)} on",
        )
    if change.quantity == held:
        raise Refused(
            "nothing-changed",
            f"contract {now.contract} holds {held} {change.product!r} on {long_date(effective)} already",
        )


def _check_price(change: ChangePrice, now: Subscription, effective: date) -> None:
    held = _held(now, change.product, effective, used=True)
    if change.price < 0:
        raise Refused(
            "bad-price",
            f"contract {now.contract} cannot hold {change.product!r} from {long_date(effective)} on at a price of "
            f"{change.price}, which is below zero; give a discount instead",
        )
    if any(terms.rate and terms.rate.kind in ("tiered", "volume", "percentage") for _, terms in held):
        raise Refused(
            "priced-by-table",
            f"contract {now.contract} holds {change.product!r} on {long_date(effective)} at a table of steps, not at one "
            "price; replace it by another product",
        )


def _check_discount(change: GrantDiscount, now: Subscription, effective: date) -> None:
    if change.product:
        _held(now, change.product, effective, used=True)
    if not 0 <= change.percent <= 100:
        raise Refused(
            "bad-discount",
            f"contract {now.contract} cannot have {change.percent.normalize():f}% off from {long_date(effective)} on; "
            "a discount is between 0% and 100%",
        )


def _check_more_off(change: AddDiscount, now: Subscription, effective: date) -> None:
    where = f"contract {now.contract} from {long_date(effective)} on: "
    check_used_up(change.discount, now.lines, where)
    check_units(change.discount, now.lines, where)
    rated = {name for line in now.lines if line.charge.kind == "usage" for name in (line.product, line.charge.name)}
    for name in change.discount.on:
        product = next((line.product for line in now.lines if line.charge.name == name), name)
        if name not in rated:
            _held(now, product, effective)


def _check_extension(change: ExtendTerm, now: Subscription, effective: date) -> None:
    if change.end <= now.end:
        raise Refused("not-longer", f"contract {now.contract} already runs to {long_date(now.end)}")
    if change.end > LAST_DAY:
        raise Refused(
            "no-such-term",
            f"contract {now.contract} cannot run to {long_date(change.end)}; none runs beyond {long_date(LAST_DAY)}",
        )


def _check_renewal(change: Renew, now: Subscription, effective: date) -> None:
    _check_length(change.length, 1, now, effective)
    if change.uplift <= -100:
        raise Refused(
            "bad-price",
            f"an uplift of {change.uplift.normalize():f}% leaves contract {now.contract} no price from {long_date(effective)} on",
        )


def _check_agreement(change: AgreeRenewal, now: Subscription, effective: date) -> None:
    _check_length(change.length, 0, now, effective)
    if change.notice_days < 0:
        raise Refused(
            "bad-notice",
            f"contract {now.contract} cannot have a notice period of {change.notice_days} days from {long_date(effective)} on",
        )


def _check_length(length: TermLength, least: int, now: Subscription, effective: date) -> None:
    fits = 0 <= length.months <= LONGEST_TERM and 0 <= length.days <= LONGEST_TERM * 30
    if not fits or length.months + length.days < least:
        raise Refused(
            "no-such-term",
            f"contract {now.contract} is renewed from {long_date(effective)} on for {least} to {LONGEST_TERM} months, "
            f"not for {length.in_words}",
        )


def _check_suspension(change: Suspend, now: Subscription, effective: date) -> None:
    for pause in now.pauses:
        if pause.end is None or effective <= pause.end:
            raise Refused("suspended", f"contract {now.contract} is suspended from {long_date(pause.start)} on already")


def _check_resumption(change: Resume, now: Subscription, effective: date) -> None:
    pause = now.pauses[-1] if now.pauses and now.pauses[-1].end is None else None
    if pause is None or effective <= pause.start:
        raise Refused(
            "not-suspended", f"contract {now.contract} is not suspended before {long_date(effective)}; nothing resumes"
        )


def _check_cancellation(change: Cancel, now: Subscription, effective: date) -> None:
    if change.fee and change.fee.minor < 0:
        raise Refused(
            "bad-fee",
            f"contract {now.contract} cannot be cancelled on {long_date(effective)} for a fee of {change.fee}, which is negative",
        )
    if change.notice_days < 0 or change.notice_months < 0:
        raise Refused(
            "bad-notice",
            f"contract {now.contract} cannot be cancelled on {long_date(effective)} with a notice period below nothing",
        )


_CHECKS: dict[type, Callable[[Any, Subscription, date], None]] = {
    RemoveProduct: _check_product,
    ChangeQuantity: _check_quantity,
    SetQuantity: _check_new_quantity,
    ChangePrice: _check_price,
    GrantDiscount: _check_discount,
    AddDiscount: _check_more_off,
    ExtendTerm: _check_extension,
    Renew: _check_renewal,
    AgreeRenewal: _check_agreement,
    Suspend: _check_suspension,
    Resume: _check_resumption,
    Cancel: _check_cancellation,
}
