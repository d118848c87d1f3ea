"""What customers use, as their meters report it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from engine.model.bearing import CUSTOMER
from engine.model.catalog import Quantity
from engine.model.usage import Reading, Usage
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = CUSTOMER

USES = Table(
    "uses",
    Column("date", "date"),
    Column("moment"),
    Column("product", "product", required=True),
    Column("charge"),
    Column("quantity", "quantity", required=True),
    Column("id"),
    Column("replaces"),
    Column("received", "date"),
    Column("of"),
)
METERED = Table(
    "usage",
    Column("date", "date", key=True),
    Column("product", "product", key=True),
    Column("charge"),
    Column("quantity", "quantity"),
    Column("id"),
    Column("replaces"),
    Column("received", "date"),
)


PREPAID = Table(
    "prepaid amounts",
    Column("product", "product", required=True, key=True),
    Column("topped up", "amount"),
    Column("drawn", "amount"),
    Column("expired", "amount"),
    Column("left", "amount"),
)


@when("{customer} uses:", table=USES)
def uses(world: World, customer: str, table: Rows) -> None:
    """What meters report, each on its day (or on the day it was received); the same id again counts once."""
    for row in table.records():
        _report(world, _reading(customer, row), row["received"] or row["date"])


@when("{customer} uses {quantity} {product} on {date}")
def uses_on(world: World, customer: str, quantity: Quantity, product: str, day: date) -> None:
    """One use, reported on its day; a day gone by makes it late."""
    _report(world, Reading(customer=customer, product=product, quantity=quantity, day=day), day)


@when("{customer} uses {quantity} {product} on {date}, reported on {date}")
def uses_late(world: World, customer: str, quantity: Quantity, product: str, day: date, on: date) -> None:
    """One use that is reported on a later day."""
    _report(world, Reading(customer=customer, product=product, quantity=quantity, day=day), on)


@given("late usage is accepted for {days}")
def late_usage_is_accepted_for(world: World, days: int) -> None:
    """The days of grace after a period's bill date, where the convention is to refuse late usage."""
    world.change_company(late_usage_days=days)


@then("the usage of {customer} is:", table=METERED)
def the_usage_is(world: World, customer: str, table: Rows) -> None:
    """Every reading that billing took of the customer, and no other."""
    world.check(table, _metered(world, customer), f"the usage of {customer}")


@then("the prepaid balance of {customer} on {date} is:", table=PREPAID)
def the_prepaid_balance_is(world: World, customer: str, day: date, table: Rows) -> None:
    """What stood of the customer's prepaid amounts at the end of that day, product by product."""
    world.lived(day)
    world.check(table, _prepaid(world, customer, day), f"the prepaid balance of {customer} on {day}")


def _prepaid(world: World, customer: str, day: date) -> Iterator[dict[str, object]]:
    for found in world.billing.prepaid(day):
        if found.customer == customer:
            yield {
                "product": found.product,
                "topped up": found.topped_up,
                "drawn": found.drawn,
                "expired": found.expired,
                "left": found.left,
            }


def _report(world: World, reading: Reading, received: object) -> None:
    if isinstance(received, date):
        world.on(received)
    world.attempt(lambda: world.billing.record_usage(reading))


def _reading(customer: str, row: Mapping[str, object]) -> Reading:
    quantity, day = row["quantity"], row["date"]
    assert isinstance(quantity, Quantity)
    return Reading(
        customer=customer,
        product=str(row["product"]),
        quantity=quantity,
        day=day if isinstance(day, date) else None,
        moment=_text(row["moment"]),
        id=_text(row["id"]),
        charge=_text(row["charge"]),
        replaces=_text(row["replaces"]),
        subject=_text(row["of"]),
    )


def _text(cell: object) -> str | None:
    return str(cell) if cell else None


def _metered(world: World, customer: str) -> Iterator[dict[str, object]]:
    return (_shown(one) for one in world.billing.usage() if one.customer == customer)


def _shown(usage: Usage) -> dict[str, object]:
    return {
        "date": usage.effective_date,
        "product": usage.product,
        "charge": usage.charge,
        "quantity": usage.quantity,
        "id": usage.number,
        "replaces": usage.replaces,
        "received": usage.event_date,
    }
