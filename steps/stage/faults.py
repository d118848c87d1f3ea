"""Planned accidents between and in the systems, and their repair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from engine.model.bearing import CUSTOMER
from engine.model.events import CourierFault, EventType, System, SystemFault
from engine.model.journal import Rejection
from ports.stack import Capability
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = CUSTOMER

ASTRAY = Table(
    "deliveries",
    Column("event", "event in a table", required=True, key=True),
    Column("document", key=True),
    Column("customer", "customer"),
    Column("to"),
    Column("date", "date"),
    Column("outcome", required=True),
    Column("answer"),
)
EXCEPTIONS = Table(
    "exceptions",
    Column("event", "event in a table", required=True, key=True),
    Column("document"),
    Column("customer", "customer", key=True),
    Column("date", "date"),
    Column("reason"),
)


def plan(world: World, fault: CourierFault | SystemFault) -> None:
    """Plan an accident, as soon as there are systems it can happen to."""
    world.need(Capability.INJECT_FAULTS)
    if isinstance(fault, CourierFault):
        world.when_started(lambda: world.stack.clock.plan_courier_fault(fault))
    else:
        world.when_started(lambda: world.stack.clock.plan_system_fault(fault))


@given("the integration loses the event {event}")
def loses(world: World, event: EventType) -> None:
    """The next event of that kind never arrives."""
    plan(world, CourierFault(type=event, action="lose"))


@given("the integration loses the event {event} of the {cause}")
def loses_of(world: World, event: EventType, cause: str) -> None:
    """The event of that kind about the upsell (downgrade, cancellation ...) never arrives."""
    plan(world, CourierFault(type=event, action="lose", label=cause))


@given("the integration loses the {ordinal} event {event}")
def loses_nth(world: World, nth: int, event: EventType) -> None:
    """The second (third ...) event of that kind from now on never arrives."""
    plan(world, CourierFault(type=event, action="lose", nth=nth))


@given("the integration repeats the event {event}")
def repeats(world: World, event: EventType) -> None:
    """The next event of that kind arrives twice."""
    plan(world, CourierFault(type=event, action="repeat"))


@given("the integration repeats the {ordinal} event {event}")
def repeats_nth(world: World, nth: int, event: EventType) -> None:
    """The second (third ...) event of that kind from now on arrives twice."""
    plan(world, CourierFault(type=event, action="repeat", nth=nth))


@given("the integration delays the event {event} by {days}")
def delays(world: World, event: EventType, days: int) -> None:
    """The next event of that kind arrives so many days late."""
    plan(world, CourierFault(type=event, action="delay", days=days))


@given("the integration delays the event {event} of the {cause} by {days}")
def delays_of(world: World, event: EventType, cause: str, days: int) -> None:
    """The event of that kind about the upsell (downgrade, cancellation ...) arrives so many days late."""
    plan(world, CourierFault(type=event, action="delay", label=cause, days=days))


@given("the {system} refuses the event {event}")
def refuses(world: World, system: System, event: EventType) -> None:
    """The system takes no event of that kind until everything is repaired."""
    plan(world, SystemFault(system=system, type=event))


@given("the {system} refuses the event {event} of {customer}")
def refuses_of(world: World, system: System, event: EventType, customer: str) -> None:
    """The system takes no event of that kind of that customer until everything is repaired."""
    plan(world, SystemFault(system=system, type=event, customer=customer))


@given("the {system} loses its answer to the event {event}")
def loses_answer(world: World, system: System, event: EventType) -> None:
    """The system does its work once and its answer never arrives: the sender does not know."""
    plan(world, SystemFault(system=system, type=event, kind="loses its answer"))


@given("the integration delivers the event {event} only after the event {event}")
def overtaken(world: World, event: EventType, by: EventType) -> None:
    """The next event of the first kind is overtaken on its way: it arrives after the next of the second kind."""
    plan(world, CourierFault(type=event, action="overtake", by=by))


@given("the {system} is too busy {count} times for the event {event}")
def is_busy(world: World, system: System, times: int, event: EventType) -> None:
    """The system answers the next calls about such an event that it has too many requests, and does nothing."""
    plan(world, SystemFault(system=system, type=event, kind="is busy", times=times))


@given("the {system} is down from {date} to {date}")
def is_down(world: World, system: System, since: date, until: date) -> None:
    """The system takes no event on those days; the day after it gets, in the old order, what it has missed."""
    plan(world, SystemFault(system=system, type=None, kind="is down", since=since, until=until))


@when("everything is repaired and delivered again")
def repaired(world: World) -> None:
    """Systems take events again; what was lost or refused is delivered in its old order."""
    world.clock.repair()


@then("these events went astray:", table=ASTRAY)
def went_astray(world: World, table: Rows) -> None:
    """Every delivery so far that was not simply taken: lost, repeated, delayed, refused, or without an answer."""
    deliveries = [d for d in world.clock.deliveries() if d.outcome != "delivered"]
    found = [
        {
            "event": d.type,
            "document": d.subject,
            "customer": d.customer,
            "to": d.to,
            "date": d.on,
            "outcome": d.outcome,
            "answer": d.answer,
        }
        for d in deliveries
    ]
    world.check(table, found, "events that went astray")


@then("no event went astray")
def none_went_astray(world: World) -> None:
    """Every business event arrived once and was taken."""
    astray = [f"{d.event} {d.outcome}" for d in world.clock.deliveries() if d.outcome != "delivered"]
    world.check_value("events that went astray", "none", ", ".join(astray) or "none")


@then("billing holds these exceptions:", table=EXCEPTIONS)
def billing_holds(world: World, table: Rows) -> None:
    """What billing would not take, with its reason."""
    world.check(table, _exceptions(world, "billing"), "exceptions of billing")


@then("the ERP holds these exceptions:", table=EXCEPTIONS)
def erp_holds(world: World, table: Rows) -> None:
    """What the ERP would not take, with its reason."""
    world.check(table, _exceptions(world, "erp"), "exceptions of the ERP")


@then("the payment gateway holds these exceptions:", table=EXCEPTIONS)
def gateway_holds(world: World, table: Rows) -> None:
    """What the gateway would not take, with its answer."""
    world.check(table, _exceptions(world, "payments"), "exceptions of the payment gateway")


_HELD: dict[str, Callable[[World], Sequence[Rejection]]] = {
    "billing": lambda world: world.billing.exceptions(),
    "payments": lambda world: world.payments.exceptions(),
    "erp": lambda world: world.erp.exceptions(),
}


def _exceptions(world: World, system: str) -> list[dict[str, object]]:
    held = _HELD[system](world)
    return [
        {"event": r.type, "document": r.subject, "customer": r.customer, "date": r.on, "reason": r.sentence}
        for r in held
    ]
