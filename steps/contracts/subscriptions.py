"""What customers have: contracts and all changes of them together."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.kinds import Price
from steps.stage.world import World

SUBSCRIBED = Table(
    "subscribed products",
    Column("product", required=True, key=True),
    Column("quantity", "quantity"),
    Column("price", "price"),
    Column("discount", "percent", default=Decimal(0)),
)


@then("{customer} is subscribed to:", table=SUBSCRIBED)
def is_subscribed(world: World, customer: str, table: Rows) -> None:
    """What the customer has today, product by product, and nothing else."""
    world.check(table, _subscribed(world, customer), f"{customer} is subscribed")


@then("{customer} is subscribed to nothing")
def is_subscribed_to_nothing(world: World, customer: str) -> None:
    """The customer has no service today."""
    world.check_value(f"{customer} is subscribed to", 0, len(list(_subscribed(world, customer))))


def _subscribed(world: World, customer: str) -> Iterable[dict[str, object]]:
    today = world.clock.today()
    for found in world.billing.subscriptions():
        begun = [party.customer for party in found.parties if party.since <= today] or [found.customer]
        for segment in found.segments if begun[-1] == customer else ():
            line = next(line for line in found.lines if line.id == segment.line)
            if today in segment.service and today <= found.end and line.charge.kind == "recurring":
                terms = segment.terms
                price = Price(terms.price, world.currency, terms.per_months, not terms.per_months)
                yield {
                    "product": line.product,
                    "quantity": terms.quantity,
                    "price": price,
                    "discount": terms.discount / 100,
                }
