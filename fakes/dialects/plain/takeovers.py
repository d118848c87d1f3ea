"""What an old system hands over on the cutover day: asked of three systems, taken over by billing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.cutover import Handover, Opening, OpeningCash, Takeover
from fakes.dialects.plain.forms import Forms
from fakes.http.operations import Call, Operation
from ports.billing import BillingPort

if TYPE_CHECKING:
    from fakes.world import World


def rehearsal(world: World, forms: Forms, name: str) -> Operation:
    """The same question to the CRM, billing and the ERP."""

    def would(call: Call) -> object:
        return getattr(world, name).would_take_over(call.body)

    return forms.act("would_take_over", f"/{name}/takeover-rehearsals", Handover, tuple[str, ...], would)


def takeovers(world: World) -> Iterator[Operation]:
    """What billing takes over."""
    forms = Forms(world, "billing", BillingPort)
    yield rehearsal(world, forms, "billing")

    def take_over(call: Call) -> Takeover:
        return world.billing.take_over(call.body)

    def take_over_cash(call: Call) -> Takeover:
        return world.billing.take_over_cash(call.body)

    yield forms.act("take_over", "/billing/takeovers", Opening, Takeover, take_over)
    yield forms.act("take_over_cash", "/billing/cash-takeovers", OpeningCash, Takeover, take_over_cash)
