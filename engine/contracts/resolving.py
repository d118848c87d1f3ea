"""What an order leaves to the company's conventions or to the contract, said in full: so a change signed today means the
same for as long as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.contracts.dating import is_fewer, period_end, period_of
from engine.contracts.recounting import check_due, recounted
from engine.contracts.repricing import at_list_price
from engine.entities import entity_called
from engine.model.calendar import long_date
from engine.model.contracts import Contract, Subscription
from engine.model.money import exponent
from engine.model.orders import (
    Cancel,
    Change,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
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
from engine.terms.rating import amendments, paid_as_of
from engine.terms.rhythms import not_withdrawn


def resolved(book: Book, contract: Contract, now: Subscription, order: Order, effective: date) -> tuple[Change, ...]:
    """The order's changes in full. Refused for a withdrawal of what is not signed, or is in effect already."""
    return tuple(made for change in order.changes for made in _resolved(book, contract, now, order, change, effective))


def _resolved(
    book: Book, contract: Contract, now: Subscription, order: Order, change: Change, effective: date
) -> Iterator[Change]:
    policies = book.company.policies
    match change:
        case Suspend(charged=None):
            yield replace(change, charged=policies.pause_billing == "billed")
        case Resume(longer=None):
            yield replace(change, longer=policies.pause_term == "longer by the pause")
        case RemoveProduct() | ChangeQuantity() | SetQuantity() if _is_paid_for(book, contract, now, change, effective):
            paid_to = period_end(contract, now, effective)
            yield from _resolved(book, contract, now, order, replace(change, paid_to=paid_to), effective)
        case ChangeQuantity() | SetQuantity() if change.later is None and _has_steps(now, change.product, effective):
            yield replace(change, later=policies.ramp_change == "in all later steps too")
        case Renew():
            rounded = policies.uplifted_price == "rounded to the smallest unit"
            yield replace(change, places=exponent(contract.currency)) if rounded else change
            yield from () if change.uplift or contract.uplift else _list_prices(book, contract, now, order, effective)
        case Withdraw():
            yield Withdraw(amendment=_withdrawn(book, contract, change, order.event_date))
        case ChangeBilling():
            yield recounted(book, contract, now, change, effective, order.event_date)
        case ChangeDue():
            check_due(paid_as_of(book, book.get(Contract, contract.number), effective), change, effective)
            yield change
        case Assign():
            yield _assigned(book, contract, change, effective)
        case _:
            yield change


def _is_paid_for(
    book: Book,
    contract: Contract,
    now: Subscription,
    change: RemoveProduct | ChangeQuantity | SetQuantity,
    day: date,
) -> bool:
    """Whether what leaves is charged to the end of the billing period by the company's convention."""
    policies = book.company.policies
    credited = policies.leaving == "credited for the days left" or policies.new_period != "keeps the anchor"
    if credited or change.paid_to or day == period_of(contract, now, day).start:
        return False
    return isinstance(change, RemoveProduct) or is_fewer(change, now, day)


def _has_steps(now: Subscription, product: str, day: date) -> bool:
    """Whether the contract holds a line of the product that begins only later."""
    return any(line.product == product and line.start and line.start > day for line in now.lines)


def _assigned(book: Book, contract: Contract, change: Assign, effective: date) -> Assign:
    """To whom it passes, by the names that billing knows. Refused for whoever it does not know, or has it already."""
    if change.customer and change.customer not in book.customers:
        raise Refused(
            "unknown-customer",
            f"billing has no customer {change.customer!r} to take contract {contract.number} on {long_date(effective)}",
        )
    entity = entity_called(book, change.entity).code if change.entity else None
    if (change.customer or contract.customer, entity or contract.entity) == (contract.customer, contract.entity):
        raise Refused(
            "nothing-changed",
            f"contract {contract.number} is between {contract.customer} and {contract.entity} already on {long_date(effective)}",
        )
    return replace(change, entity=entity)


def _list_prices(
    book: Book, contract: Contract, now: Subscription, order: Order, effective: date
) -> Iterator[ChangePrice]:
    """A contract that was sold at the list price is renewed at the list price, unless the renewal names another."""
    named = {change.product for change in order.changes if isinstance(change, ChangePrice)}
    for price in at_list_price(book, contract, now, min(effective, now.end), effective):
        if price.product not in named:
            yield price


def _withdrawn(book: Book, contract: Contract, change: Withdraw, today: date) -> str:
    signed = not_withdrawn(amendments(book, contract))
    cancels = [a.number for a in signed if any(isinstance(made, Cancel) for made in a.changes)]
    wanted = change.amendment or (cancels[-1] if cancels else None)
    found = next((amendment for amendment in signed if amendment.number == wanted), None)
    if found is None:
        what = f"no amendment {wanted}" if wanted else "no cancellation"
        raise Refused(
            "nothing-to-withdraw",
            f"contract {contract.number} has {what} that could be withdrawn on {long_date(today)}",
        )
    if found.effective_date <= today:
        raise Refused(
            "in-effect",
            f"the {found.cause} of contract {contract.number} took effect on {long_date(found.effective_date)}; "
            "it cannot be withdrawn any more",
        )
    return found.number
