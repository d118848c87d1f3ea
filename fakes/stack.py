"""The fakes behind the doors of a stack: in process, or on a real socket. The same adapters, the same answers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import date

import httpx

from engine.model.catalog import PriceBook
from engine.model.company import Company, LegalEntity
from engine.model.policies import Policies
from fakes.dialects.plain.operations import door
from fakes.http.dispatcher import Dispatcher
from fakes.http.in_process import InProcess
from fakes.http.serve import serving
from fakes.integration import HandsOver, Integration, Send
from fakes.world import World
from ports.adapters import plain
from ports.stack import Stack

MakeIntegration = Callable[[Send], HandsOver]
PATIENCE_SECONDS = 60
"""How long a served call may take: a clock moved over ten years is one call."""
BEFORE_TIME = date(2000, 1, 1)


def in_process(integration: MakeIntegration = Integration) -> Stack:
    """The built-in stack: every call a real httpx request, answered by respx without a socket.

    `integration` makes what stands between the systems, if it is not to be Tieout's own.
    """
    # respx keeps every call; a new story needs none of them.
    fakes = InProcess(opened(lambda: fakes.clear(), integration))
    return plain.stack("built-in", fakes.client())


def served() -> Stack:
    """The same fakes on a free port of this machine, let go of with the stack."""
    with ExitStack() as opening:
        server = opening.enter_context(serving(opened()))
        client = opening.enter_context(_client(server.url))
        return plain.stack("served", client, opening.pop_all().close)


def connected(base_url: str) -> Stack:
    """Fakes somebody else serves ("http://127.0.0.1:8025")."""
    return plain.stack("served", _client(base_url))


def opened(on_reset: Callable[[], None] = lambda: None, integration: MakeIntegration = Integration) -> Dispatcher:
    """A world behind its door, standing empty until a story resets it with its company."""
    return door(World(_nobody(), BEFORE_TIME, integration), on_reset)


def _nobody() -> Company:
    return Company(
        name="nobody yet",
        entity=LegalEntity(code="-", name="nobody yet", currency="USD", prefix="-"),
        customers=(),
        products=(),
        price_book=PriceBook(name="empty"),
        tax_rates=(),
        policies=Policies(),
        accounts=(),
        postings=(),
    )


def _client(base_url: str) -> httpx.Client:
    """No proxy of the environment stands between us and this machine."""
    return httpx.Client(base_url=base_url, timeout=PATIENCE_SECONDS, trust_env=False)
