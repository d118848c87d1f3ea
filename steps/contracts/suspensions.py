"""When a customer was without service, and why."""

from __future__ import annotations

from collections.abc import Iterable

from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

WITHOUT = Table(
    "days without service", Column("from", "date", required=True, key=True), Column("to", "date"), Column("because")
)


@then("{customer} was without service:", table=WITHOUT)
def was_without_service(world: World, customer: str, table: Rows) -> None:
    """Every interruption of the customer's contracts, with its last day ("-" while it lasts), because of non-payment or
    at the customer's wish."""
    world.check(table, _interruptions(world, customer), f"{customer} was without service")


@then("{customer} was never without service")
def was_never_without_service(world: World, customer: str) -> None:
    """No contract of the customer was ever interrupted."""
    world.check_value(f"{customer} was without service", 0, len(list(_interruptions(world, customer))))


def _interruptions(world: World, customer: str) -> Iterable[dict[str, object]]:
    stops = [a for a in world.billing.amendments() if a.cause == "suspension" and a.letter]
    unpaid = {(stop.contract, stop.effective_date) for stop in stops}
    for found in world.billing.subscriptions():
        for pause in found.pauses if found.customer == customer else ():
            letter = (found.contract, pause.start) in unpaid
            yield {
                "from": pause.start,
                "to": pause.end,
                "because": "non-payment" if letter else "the customer's wish",
            }
