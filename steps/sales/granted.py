"""Exceptions that somebody allowed, and the contracts that stand on them."""

from __future__ import annotations

from engine.model.bearing import of
from reports.systems.snapshot import collect
from reports.tie_outs.granted import TITLE, StandsOn, stands_on
from reports.tie_outs.tie_out import reconciliations
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = of("approval missing")

EXPIRED = Table(
    "expired exceptions",
    Column("customer", "customer", required=True, key=True),
    Column("field", required=True, key=True),
    Column("by"),
    Column("until", "date"),
    Column("finding"),
)


@then("these contracts stand on an expired exception:", table=EXPIRED)
def on_an_expired_exception(world: World, table: Rows) -> None:
    """Every running contract that was won under an exception which nobody allows any more; the story has said so."""
    seen = collect(world.stack, world.clock.today())
    world.announced.extend(one for one in reconciliations(seen) if one.title == TITLE)
    found = [_row(one) for one in stands_on(seen) if one.expired(seen.as_of)]
    world.check(table, found, "contracts on an expired exception")


@then("no contract stands on an expired exception")
def on_none(world: World) -> None:
    """Whatever was won under an exception is over, or still allowed."""
    seen = collect(world.stack, world.clock.today())
    found = "; ".join(one.sentence for one in stands_on(seen) if one.expired(seen.as_of))
    world.check_value("contracts on an expired exception", "none", found or "none")


def _row(one: StandsOn) -> dict[str, object]:
    return {
        "customer": one.contract.customer,
        "field": one.granted.field,
        "by": one.granted.role,
        "until": one.until,
        "finding": one.sentence,
    }
