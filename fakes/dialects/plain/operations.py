"""Tieout's own REST API of the four systems, and the one door it opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from fakes.dialects.plain import bank, billing, checklist, crm, erp, intake, journals, payments
from fakes.dialects.plain.control import Control
from fakes.http.dispatcher import Dispatcher

if TYPE_CHECKING:
    from fakes.world import World


def door(world: World, on_reset: Callable[[], None] = lambda: None) -> Dispatcher:
    """Stand before a world: its stories and its own integration come in here. `on_reset` is told of a fresh start."""
    control = Control(world, on_reset)
    rooms = (crm, billing, payments, journals, checklist, erp, bank, intake)
    operations = [operation for room in rooms for operation in room.operations(world)]
    control.door = Dispatcher((*operations, *control.operations()), lambda: world.today)
    world.send = control.door.dispatch
    return control.door
