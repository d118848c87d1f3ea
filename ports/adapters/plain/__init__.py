"""The five doors over Tieout's own REST API: the same code for the fakes in process, for the served fakes, and for
whatever else speaks that API."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from ports.adapters.plain.billing import PlainBilling
from ports.adapters.plain.clock import PlainClock
from ports.adapters.plain.crm import PlainCrm
from ports.adapters.plain.erp import PlainErp
from ports.adapters.plain.payments import PlainPayments
from ports.adapters.plain.wire import Wire
from ports.stack import Stack


def stack(name: str, client: httpx.Client, shut_down: Callable[[], None] | None = None) -> Stack:
    """The doors over one client, whose base address is the API's root. Letting go closes the client."""
    wire = Wire(client)
    return Stack(
        name=name,
        crm=PlainCrm(wire),
        billing=PlainBilling(wire),
        payments=PlainPayments(wire),
        erp=PlainErp(wire),
        clock=PlainClock(wire),
        in_book=lambda name: PlainErp(wire.within(name)),
        shut_down=shut_down or client.close,
    )
