"""What customers sign: contracts and changes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from engine.model.money import Money
from engine.model.orders import (
    AddProduct,
    Cancel,
    Change,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    RequestedLine,
)
from steps.language.failures import StoryError
from steps.language.phrases import when
from steps.stage.kinds import Price
from steps.stage.names import contract_called, contract_of, contracts_of
from steps.stage.world import World


def amend(world: World, customer: str, signed_on: date | None, effective: date, changes: Sequence[Change]) -> None:
    """The customer signs changes of the newest contract, on a day of their own or when they take effect."""
    world.on(signed_on or effective)
    contract = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: world.crm.amend(contract, changes, effective))


@when("the story turns to contract {word} of {customer}")
def turns_to_contract(world: World, number: str, customer: str) -> None:
    """What happens to the customer's contract from here on happens to that one (C-1); before, it is the newest."""
    world.meant[customer] = contract_called(contracts_of(world.stack, customer), customer, number).number


@when("{customer} adds {count} {product} from {date}")
def adds(world: World, customer: str, count: int, product: str, day: date) -> None:
    """More units of a product the contract holds, at the contract's price."""
    amend(world, customer, None, day, [ChangeQuantity(product=product, delta=count)])


@when("{customer} adds {count} {product} at {price} from {date}")
def adds_at(world: World, customer: str, count: int, product: str, price: Price, day: date) -> None:
    """Units of a product (new to the contract or not) as a line of their own, at that price."""
    amend(world, customer, None, day, [AddProduct(line=_line(world, customer, product, count, price))])


@when("{customer} removes {count} {product} from {date}")
def removes(world: World, customer: str, count: int, product: str, day: date) -> None:
    """Fewer units of a product."""
    amend(world, customer, None, day, [ChangeQuantity(product=product, delta=-count)])


@when("{customer} drops {product} from {date}")
def drops(world: World, customer: str, product: str, day: date) -> None:
    """A product leaves the contract."""
    amend(world, customer, None, day, [RemoveProduct(product=product)])


@when("{customer} replaces {product} with {count} {product} at {price} from {date}")
def replaces(world: World, customer: str, old: str, count: int, new: str, price: Price, day: date) -> None:
    """One product takes the place of another: an upgrade or a change of plan."""
    amend(
        world,
        customer,
        None,
        day,
        [RemoveProduct(product=old), AddProduct(line=_line(world, customer, new, count, price))],
    )


@when("{customer} pays {price} for {product} from {date}")
def price_changes(world: World, customer: str, price: Price, product: str, day: date) -> None:
    """Another price for a product the contract holds, for the rest of the term."""
    amend(world, customer, None, day, [_new_price(world, customer, product, price)])


@when("{customer} is granted {percent} off from {date}")
def granted(world: World, customer: str, percent: Decimal, day: date) -> None:
    """A discount on every product from that day on; a day gone by makes it retroactive, agreed today."""
    amend(world, customer, None, day, [GrantDiscount(percent=percent * 100)])


@when("{customer} is granted {percent} off {product} from {date}")
def granted_on(world: World, customer: str, percent: Decimal, product: str, day: date) -> None:
    """A discount on one product from that day on; a day gone by makes it retroactive, agreed today."""
    amend(world, customer, None, day, [GrantDiscount(percent=percent * 100, product=product)])


@when("on {date} {customer} is granted {percent} off from {date}")
def granted_retroactively(world: World, on: date, customer: str, percent: Decimal, day: date) -> None:
    """A discount agreed on one day that holds from another, earlier or later."""
    amend(world, customer, on, day, [GrantDiscount(percent=percent * 100)])


@when("on {date} {customer} is granted {percent} off {product} from {date}")
def granted_on_retroactively(world: World, on: date, customer: str, percent: Decimal, product: str, day: date) -> None:
    """A discount on one product, agreed on one day, that holds from another, earlier or later."""
    amend(world, customer, on, day, [GrantDiscount(percent=percent * 100, product=product)])


@when("{customer} extends the contract to {date}")
def extends(world: World, customer: str, end: date) -> None:
    """The contract runs on to that day at its prices, agreed today."""
    world.on(world.clock.today())
    amend(world, customer, None, world.clock.today(), [ExtendTerm(end=end)])


@when("{customer} extends the contract to {date} at {price} for {product} from {date}")
def blends(world: World, customer: str, end: date, price: Price, product: str, day: date) -> None:
    """Blend and extend: a longer term with another price from a day on."""
    change = _new_price(world, customer, product, price)
    amend(world, customer, None, day, [change, ExtendTerm(end=end)])


@when("{customer} cancels on {date}")
def cancels(world: World, customer: str, day: date) -> None:
    """The contract ends; service billed and not given is credited, what was paid for it stays as the customer's credit."""
    amend(world, customer, None, day, [Cancel(unused="credited")])


@when("{customer} cancels on {date} and is refunded")
def cancels_refunded(world: World, customer: str, day: date) -> None:
    """The contract ends; service billed and not given is credited, and what was paid for it goes back."""
    amend(world, customer, None, day, [Cancel(unused="refunded")])


@when("{customer} cancels on {date}, keeps no service and gets nothing back")
def cancels_non_refundable(world: World, customer: str, day: date) -> None:
    """The contract ends and nothing is credited: the price was not refundable."""
    amend(world, customer, None, day, [Cancel(unused="non-refundable")])


@when("{customer} cancels on {date} for a fee of {money} and is refunded")
def cancels_for_fee(world: World, customer: str, day: date, fee: Money) -> None:
    """The contract ends for a fee without tax; the rest of what was paid for unused service goes back."""
    amend(world, customer, None, day, [Cancel(unused="refunded", fee=fee)])


@when("{customer} signs on {date} to extend the contract to {date} at {price} for {product} from {date}")
def blends_ahead(world: World, customer: str, on: date, end: date, price: Price, product: str, day: date) -> None:
    """Blend and extend, signed on one day: a longer term with another price from another day on."""
    change = ChangePrice(product=product, price=price.amount, per_months=price.per_months)
    amend(world, customer, on, day, [change, ExtendTerm(end=end)])


@when("{customer} signs on {date} to cancel on {date}")
def cancels_ahead(world: World, customer: str, on: date, day: date) -> None:
    """A cancellation signed on one day that takes effect on another."""
    amend(world, customer, on, day, [Cancel(unused="credited")])


@when("{customer} signs on {date} to cancel on {date} and is refunded")
def cancels_ahead_refunded(world: World, customer: str, on: date, day: date) -> None:
    """A cancellation signed on one day that takes effect on another; what was paid for unused service goes back."""
    amend(world, customer, on, day, [Cancel(unused="refunded")])


@when("{customer} signs on {date} to cancel on {date}, keeps no service and gets nothing back")
def cancels_ahead_non_refundable(world: World, customer: str, on: date, day: date) -> None:
    """A cancellation signed on one day that takes effect on another; the price was not refundable."""
    amend(world, customer, on, day, [Cancel(unused="non-refundable")])


@when("{customer} signs on {date} to add {count} {product} from {date}")
def adds_ahead(world: World, customer: str, on: date, count: int, product: str, day: date) -> None:
    """More units signed on one day that count from another, earlier or later."""
    amend(world, customer, on, day, [ChangeQuantity(product=product, delta=count)])


@when("{customer} signs on {date} to remove {count} {product} from {date}")
def removes_ahead(world: World, customer: str, on: date, count: int, product: str, day: date) -> None:
    """Fewer units signed on one day that count from another, earlier or later."""
    amend(world, customer, on, day, [ChangeQuantity(product=product, delta=-count)])


@when("{customer} signs on {date} to add {count} {product} at {price} from {date}")
def adds_ahead_at(world: World, customer: str, on: date, count: int, product: str, price: Price, day: date) -> None:
    """Units as a line of their own at a price of their own, signed on one day, that count from another."""
    amend(world, customer, on, day, [AddProduct(line=_line(world, customer, product, count, price))])


@when("{customer} signs on {date} to pay {price} for {product} from {date}")
def price_changes_ahead(world: World, customer: str, on: date, price: Price, product: str, day: date) -> None:
    """Another price for a product the contract holds, signed on one day, that holds from another."""
    amend(world, customer, on, day, [_new_price(world, customer, product, price)])


def _line(world: World, customer: str, product: str, count: int, price: Price) -> RequestedLine:
    _same_currency(world, customer, price)
    return RequestedLine(product=product, quantity=count, price=price.amount, per_months=price.per_months or None)


def _new_price(world: World, customer: str, product: str, price: Price) -> ChangePrice:
    _same_currency(world, customer, price)
    return ChangePrice(product=product, price=price.amount, per_months=price.per_months)


def _same_currency(world: World, customer: str, price: Price) -> None:
    contract = contract_of(world.stack, customer, world.meant)
    if price.currency != contract.currency:
        raise StoryError(f"the contract of {customer} is in {contract.currency}; this price is in {price.currency}")
