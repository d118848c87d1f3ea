"""What every system answers about the masters it holds, and how somebody writes a field of them there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.governance import MasterObject
from engine.model.masters import MasterChange, MasterRecord
from fakes.dialects.plain.forms import Forms
from fakes.http.operations import Call, Operation

if TYPE_CHECKING:
    from fakes.systems.system import SystemOfRecord
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionRequest:
    """Which field of which customer, product, price, tax rate or contract becomes what."""

    of: MasterObject
    name: str
    field: str
    value: str


def held_masters(world: World, forms: Forms, name: str) -> Iterator[Operation]:
    """The same three operations in each of the four systems."""

    def system() -> SystemOfRecord:
        # Asked anew each time: a reset of the world makes new systems.
        found: SystemOfRecord = getattr(world, name)
        return found

    def correct(call: Call) -> MasterChange:
        body = call.body
        return system().correct_master(body.of, body.name, body.field, body.value)

    changes = tuple[MasterChange, ...]
    yield forms.view("holdings", f"/{name}/holdings", tuple[MasterRecord, ...], lambda call: system().holdings())
    yield forms.act("correct_master", f"/{name}/master-corrections", CorrectionRequest, MasterChange, correct)
    yield forms.view("master_changes", f"/{name}/master-changes", changes, lambda call: system().master_changes())
