"""The control plane, /_fakes: it stands outside the world, moves its clock and plans its accidents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from engine.model.events import CourierFault, Delivery, SystemFault
from fakes.dialects.plain.openapi import document
from fakes.dialects.plain.requests import Day, Repaired, ResetRequest
from fakes.http.dispatcher import Dispatcher
from fakes.http.faults import Rule, Standing
from fakes.http.operations import Call, Operation
from fakes.http.shapes import closed

if TYPE_CHECKING:
    from fakes.world import World

Does = Callable[[Call], object]


class Control:
    """The verbs of the clock's door, and what an operator wants to know. `door` is set once it stands."""

    door: Dispatcher

    def __init__(self, world: World, on_reset: Callable[[], None]) -> None:
        self._world, self._on_reset = world, on_reset

    def operations(self) -> Iterator[Operation]:
        """Clock, accidents, deliveries, request log, health, and the dialect's own description."""
        world, words = self._world, tuple[str, ...]
        yield _told("reset", "/_fakes/reset", ResetRequest, None, self._reset)
        yield _told("set_clock", "/_fakes/clock", Day, Day, lambda call: Day(today=world.advance_to(call.body.today)))
        yield _told(
            "lose_event", "/_fakes/faults/courier", CourierFault, None, lambda call: world.plan_courier_fault(call.body)
        )
        yield _told(
            "refuse_event", "/_fakes/faults/system", SystemFault, None, lambda call: world.plan_system_fault(call.body)
        )
        yield _told("break_call", "/_fakes/faults/http", Rule, None, lambda call: self.door.faults.add(call.body))
        yield _told("repair", "/_fakes/repair", None, Repaired, lambda call: Repaired(delivered=world.repair()))
        yield _asked("clock", "/_fakes/clock", Day, lambda call: Day(today=world.today))
        yield _asked("deliveries", "/_fakes/deliveries", tuple[Delivery, ...], lambda call: world.deliveries())
        yield _asked("faults", "/_fakes/faults/http", tuple[Standing, ...], lambda call: self.door.faults.standing())
        yield _asked("unfired", "/_fakes/unfired", words, self._unfired)
        yield _asked("bugs", "/_fakes/bugs", words, self._bugs)
        yield _asked("requests", "/_fakes/requests", dict[str, Any], self._requests)
        yield _asked("health", "/_fakes/health", dict[str, Any], self._health)
        yield _asked("openapi", "/openapi.json", dict[str, Any], lambda call: document(self.door.routes.operations))

    def _reset(self, call: Call) -> None:
        self._world.reset(call.body.company, call.body.today)
        self.door.reset()
        self._on_reset()

    def _unfired(self, call: Call) -> tuple[str, ...]:
        broken = (f"{rule.operation} meets {rule.kind} {rule.place} the work" for rule in self.door.faults.unfired())
        return (*self._world.unfired(), *broken)

    def _bugs(self, call: Call) -> tuple[str, ...]:
        return tuple(f"{bug.operation}: {type(bug.exception).__name__}: {bug.exception}" for bug in self.door.bugs)

    def _requests(self, call: Call) -> dict[str, Any]:
        log = self.door.log
        return {"requests": log.entries(), "forgotten": log.forgotten, "near_misses": log.near_misses()}

    def _health(self, call: Call) -> dict[str, Any]:
        bugs = [{"operation": bug.operation, "told": bug.told} for bug in self.door.bugs]
        return {"today": self._world.today.isoformat(), "requests": self.door.log.count, "bugs": bugs}


def _told(name: str, path: str, takes: Any, gives: Any, do: Does) -> Operation:
    return Operation(
        name=f"fakes.{name}",
        method="POST",
        path=path,
        handler=do,
        takes=None if takes is None else closed(takes),
        gives=None if gives is None else closed(gives),
        control=True,
    )


def _asked(name: str, path: str, gives: Any, see: Does) -> Operation:
    return Operation(name=f"fakes.{name}", method="GET", path=path, handler=see, gives=closed(gives), control=True)
