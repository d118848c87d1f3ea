"""Event contracts: what must follow a business event, and what did not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from engine.model.bearing import CUSTOMER
from engine.model.event_contracts import BrokenContract, EventContract, FollowUp
from reports.systems.snapshot import collect
from steps.language.phrases import given, parameter_type, then
from steps.language.tables import Column, Rows, Table
from steps.stage import follow_ups
from steps.stage.world import World

BEARS = CUSTOMER

parameter_type("follow-up", "|".join(get_args(FollowUp)), str, noun="a follow-up", hint=" or ".join(get_args(FollowUp)))
parameter_type("most", r"\d+|any", str, noun="a number", hint="2, or any")
CONTRACTS = Table(
    "event contracts",
    Column("event", "event in a table", required=True),
    Column("then", "follow-up", default="taken"),
    Column("in", "system", required=True),
    Column("within business days", "count", default=1),
    Column("at least", "count", default=1),
    Column("at most", "most", default="1"),
)
BROKEN = Table(
    "broken event contracts",
    Column("event", "event in a table", required=True, key=True),
    Column("document", key=True),
    Column("customer", "customer"),
    Column("then", "follow-up", key=True),
    Column("in", "system", key=True),
    Column("how", required=True, key=True),
    Column("finding"),
    Column("trace"),
)


@given("these event contracts:", table=CONTRACTS)
def these_event_contracts(world: World, table: Rows) -> None:
    """What must follow these events, in place of what is standard for them. Nothing may follow: at least and at most 0; any
    number may: at most `any`."""
    own = tuple(_contract(row) for row in table.records())
    world.change_company(governance=replace(world.company.governance, event_contracts=own))


@then("every event contract is kept")
def every_contract_is_kept(world: World) -> None:
    """Everything that must have followed by now has, once and in time."""
    found = "; ".join(f"{one.event} {one.finding}" for one in _broken(world))
    world.check_value("broken event contracts", "none", found or "none")


@then("these event contracts are broken:", table=BROKEN)
def contracts_are_broken(world: World, table: Rows) -> None:
    """Every follow-up that is missing, extra or late by now, with what became of the event on its way."""
    found = _broken(world)
    world.broken.extend(found)
    world.check(table, [_row(one) for one in found], "broken event contracts")


def _broken(world: World) -> tuple[BrokenContract, ...]:
    return follow_ups.broken(collect(world.stack, world.clock.today()), world.company)


def _contract(row: dict[str, Any]) -> EventContract:
    return EventContract(
        event=row["event"],
        then=row["then"],
        system=row["in"],
        within=row["within business days"],
        at_least=row["at least"],
        at_most=None if row["at most"] == "any" else int(row["at most"]),
    )


def _row(one: BrokenContract) -> dict[str, object]:
    return {
        "event": one.event.partition(":")[0],
        "document": one.document,
        "customer": one.customer or None,
        "then": one.contract.then,
        "in": one.contract.system,
        "how": one.how,
        "finding": one.finding,
        "trace": "; ".join(one.trace),
    }
