"""Areas of the ledger, closed one by one: softly, for all but named roles, or hard."""

from __future__ import annotations

from datetime import date
from typing import cast

from engine.model.areas import AREAS, Area, CloseKind
from engine.model.bearing import of
from engine.model.calendar import AccountingPeriod
from ports.stack import Capability
from reports.systems.snapshot import Snapshot, collect
from steps.company.entities import code_of, entity_cell
from steps.language.phrases import parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = of("closed period changed")

parameter_type("area", "|".join(AREAS), str, noun="an area of the ledger", hint="general ledger")
parameter_type("close", "soft|hard", str, noun="a kind of close", hint="soft or hard")
STANDING = Table(
    "areas that are closed",
    Column("area", "area", required=True, key=True),
    Column("period", "period", required=True, key=True),
    Column("entity", "source", key=True),
    Column("close", "close", required=True),
    Column("still posting", default=""),
)
CLOSES = Table(
    "closes of areas",
    Column("area", "area", required=True, key=True),
    Column("period", "period", required=True, key=True),
    Column("entity", key=True),
    Column("close", "close", default="hard"),
    Column("still posting"),
)


@when("finance closes these areas on {date}:", table=CLOSES)
def closes_areas(world: World, day: date, table: Rows) -> None:
    """Areas of the ledger are closed for a month and all before it. After a soft close those named still post (roles, or kinds
    of documents, with commas between); what others bring goes into the first month that is open for it."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(day)
    for row in table.records():
        _close(world, row)


@when("{string} reopens the {area} of {period} on {date} because {string}, approved by {string}")
def reopens_area(
    world: World, requester: str, area: Area, period: AccountingPeriod, day: date, reason: str, approver: str
) -> None:
    """An area that was closed by itself, of a month and of every later one, can be posted into again."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(day)
    world.attempt(lambda: world.erp.reopen(period, requester, approver, reason, area))


@then("these areas are closed:", table=STANDING)
def areas_are_closed(world: World, table: Rows) -> None:
    """Every area of the ledger that was closed by itself and not reopened; nothing else is."""
    world.check(table, _standing(world, collect(world.stack, world.clock.today())), "the areas that are closed")


def _close(world: World, row: dict[str, object]) -> None:
    area, kind = cast("Area", row["area"]), cast("CloseKind", row["close"])
    period = row["period"]
    assert isinstance(period, AccountingPeriod)
    admits = tuple(one.strip() for one in str(row["still posting"] or "").split(",") if one.strip())
    entity = code_of(world, str(row["entity"])) if row["entity"] else ""
    world.attempt(lambda: world.erp.close_area(area, period, kind, admits, entity))


def _standing(world: World, seen: Snapshot) -> list[dict[str, object]]:
    return [
        {
            "area": close.area,
            "period": close.period,
            "entity": entity_cell(world.company, close.entity),
            "close": close.kind,
            "still posting": ", ".join(close.admits),
        }
        for close in seen.erp.area_closes
    ]
