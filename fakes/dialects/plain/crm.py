"""The CRM's operations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.catalog import PriceBookEntry
from engine.model.orders import Order
from engine.model.quotes import Quote, QuoteDecision
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.governed import governed
from fakes.dialects.plain.holdings import held_masters
from fakes.dialects.plain.masters import masters
from fakes.dialects.plain.requests import AmendmentRequest, DecisionRequest, QuoteRequest
from fakes.dialects.plain.takeovers import rehearsal
from fakes.http.operations import Call, Operation
from ports.crm import CrmPort

if TYPE_CHECKING:
    from fakes.world import World


def operations(world: World) -> Iterator[Operation]:
    """Customers, quotes, approvals, closed-won orders."""
    forms = Forms(world, "crm", CrmPort)
    yield from held_masters(world, forms, "crm")
    yield rehearsal(world, forms, "crm")

    def quote(call: Call) -> Quote:
        return world.crm.quote(call.body.customer, call.body.terms, call.body.lines)

    def decide(call: Call) -> QuoteDecision:
        return world.crm.decide(call.path["number"], call.body.role, call.body.decision)

    def amend(call: Call) -> Order:
        body = call.body
        return world.crm.amend(body.contract, body.changes, body.effective, body.takes_effect, body.moment)

    yield from masters(world, forms)
    yield forms.act("quote", "/crm/quotes", QuoteRequest, Quote, quote)
    yield from governed(world, forms)
    yield forms.act("decide", "/crm/quotes/<number>/decisions", DecisionRequest, QuoteDecision, decide)
    yield forms.act(
        "close_won",
        "/crm/quotes/<number>/close-won",
        None,
        Order,
        lambda call: world.crm.close_won(call.path["number"]),
    )
    yield forms.act(
        "set_price", "/crm/prices", PriceBookEntry, PriceBookEntry, lambda call: world.crm.set_price(call.body)
    )
    yield forms.act("amend", "/crm/amendments", AmendmentRequest, Order, amend)
    yield forms.view("quotes", "/crm/quotes", tuple[Quote, ...], lambda call: world.crm.quotes())
    yield forms.view("decisions", "/crm/decisions", tuple[QuoteDecision, ...], lambda call: world.crm.decisions())
    yield forms.view("orders", "/crm/orders", tuple[Order, ...], lambda call: world.crm.orders())
