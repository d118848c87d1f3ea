"""What customers get that is no service by the day: units, milestones, hours; and how much of it is expected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Quantity
from engine.model.revenue import (
    Delivered,
    EarnedUntil,
    ExpectedUsage,
    ExpectedUse,
    Expired,
    Fact,
    Progressed,
    UsageEstimate,
)
from steps.language.phrases import when
from steps.stage.names import contract_of
from steps.stage.world import World


def record(world: World, customer: str, day: date, fact: Fact) -> None:
    """Finance records a fact about the customer's newest contract, from that day on."""
    world.on(day)
    contract = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: world.erp.record(contract, fact, day))


@when("{customer} receives {number} {product} on {date}")
def receives(world: World, customer: str, quantity: Decimal, product: str, day: date) -> None:
    """So many more units of a product recognized as delivered were given: pieces, hours, milestones."""
    record(world, customer, day, Delivered(product=product, quantity=plain(quantity)))


@when("{customer} redeems {number} {product} on {date}")
def redeems(world: World, customer: str, quantity: Decimal, product: str, day: date) -> None:
    """So many units of what was paid for before were used: credits, points, a voucher, an option."""
    record(world, customer, day, Delivered(product=product, quantity=plain(quantity)))


@when("{product} of {customer} is {percent} complete on {date}")
def is_complete(world: World, product: str, customer: str, share: Decimal, day: date) -> None:
    """How much of a product recognized as delivered is done in all by that day."""
    record(world, customer, day, Progressed(product=product, done=plain(share * 100), of=100))


@when("{product} of {customer} has taken {number} of {number} by {date}")
def has_taken(world: World, product: str, customer: str, done: Decimal, of: Decimal, day: date) -> None:
    """Progress by effort: costs, hours or milestones up to that day, of so much expected in all."""
    record(world, customer, day, Progressed(product=product, done=plain(done), of=plain(of)))


@when("{customer} is expected to use {number} {product} in all from {date}")
def is_expected_to_use(world: World, customer: str, quantity: Decimal, product: str, day: date) -> None:
    """The estimate of use in all, new or revised: what is paid for and never used is earned as the rest is used."""
    record(world, customer, day, ExpectedUse(product=product, quantity=plain(quantity)))


@when("on {date} finance expects {customer} to use {number} {product} from {date} to {date}")
def expects_usage(
    world: World, day: date, customer: str, quantity: Decimal, product: str, first: date, last: date
) -> None:
    """Usage expected in all in a billing period, new or revised: it decides what a unit is worth "at the expected price"."""
    days = ServicePeriod(first, last)
    record(world, customer, day, ExpectedUsage(product=product, quantity=plain(quantity), service=days))


@when("on {date} finance expects {customer} to have used {number} {product} from {date} to {date}")
def expects_used(
    world: World, day: date, customer: str, quantity: Decimal, product: str, first: date, last: date
) -> None:
    """Usage whose readings are late: accrued at the contract's own prices, replaced by the readings that come or the invoice."""
    days = ServicePeriod(first, last)
    record(world, customer, day, UsageEstimate(product=product, quantity=plain(quantity), service=days))


@when("from {date} finance earns {product} of {customer} until {date}")
def is_earned_until(world: World, day: date, product: str, customer: str, until: date) -> None:
    """What is not yet earned of a product is earned up to and with that day, whatever the term: the time customers stay."""
    record(world, customer, day, EarnedUntil(product=product, until=until))


@when("what is left of {product} for {customer} expires on {date}")
def expires(world: World, product: str, customer: str, day: date) -> None:
    """What is not used by then will not be; its price is revenue (breakage)."""
    record(world, customer, day, Expired(product=product))


def plain(number: Decimal) -> Quantity:
    """A whole number where it is one."""
    return int(number) if number == int(number) else number
