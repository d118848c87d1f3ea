"""Which books a call means: header Accounting-Book names those that are kept beside the company's own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from fakes.http.operations import Call

if TYPE_CHECKING:
    from fakes.systems.erp import Erp
    from fakes.world import World


def books_of(world: World, call: Call) -> Erp:
    """The ERP, or the books of it that a call names. Refused where it keeps none of that name."""
    name = unquote(call.exchange.headers.get("accounting-book", ""))
    return world.erp.in_book(name) if name else world.erp
