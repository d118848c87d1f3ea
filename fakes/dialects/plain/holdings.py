"""What every system answers about the masters it holds, and how somebody writes a field of a customer there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.masters import CustomerChange, MasterRecord
from fakes.dialects.plain.forms import Forms
from fakes.http.operations import Call, Operation

if TYPE_CHECKING:
    from fakes.systems.system import SystemOfRecord
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionRequest:
    """Which field of which customer becomes what."""

    customer: str
    field: str
    value: str


def held_masters(world: World, forms: Forms, name: str) -> Iterator[Operation]:
    """The same three operations in each of the four systems."""

    def system() -> SystemOfRecord:
        # Asked anew each time: a reset of the world makes new systems.
        found: SystemOfRecord = getattr(world, name)
        return found

    def correct(call: Call) -> CustomerChange:
        return system().correct_customer(call.body.customer, call.body.field, call.body.value)

    changes = tuple[CustomerChange, ...]
    yield forms.view("holdings", f"/{name}/holdings", tuple[MasterRecord, ...], lambda call: system().holdings())
    yield forms.act("correct_customer", f"/{name}/customer-corrections", CorrectionRequest, CustomerChange, correct)
    yield forms.view("customer_changes", f"/{name}/customer-changes", changes, lambda call: system().customer_changes())
