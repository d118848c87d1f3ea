"""Billing's operations on what is contested, paid back and given up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.losses import TaxReliefClaim
from engine.model.money import Money
from engine.model.payments import DisputeResolution, InvoiceDispute, Refund, WriteOff
from engine.model.plans import PaymentPlan, PlanEnd
from fakes.dialects.plain import bill_requests, requests
from fakes.dialects.plain.forms import Forms
from fakes.http.operations import Call, Operation
from ports.billing import BillingPort

if TYPE_CHECKING:
    from fakes.world import World


def operations(world: World) -> Iterator[Operation]:
    """Disputes and refunds, write-offs and what follows them."""
    forms = Forms(world, "billing", BillingPort)
    yield from _contested(world, forms)
    yield from _arranged(world, forms)
    yield from _given_up(world, forms)


def _contested(world: World, forms: Forms) -> Iterator[Operation]:
    def refund(call: Call) -> Refund:
        body = call.body
        return world.billing.refund(body.customer, body.amount, body.source, body.reason, body.method, body.signed)

    def dispute(call: Call) -> InvoiceDispute:
        body = call.body
        return world.billing.dispute(body.invoice, body.line, body.amount, body.reason, body.expected, body.part)

    def resolve(call: Call) -> DisputeResolution:
        return world.billing.resolve(call.path["number"], call.body.credited, call.body.withdrawn)

    yield forms.act("refund", "/billing/refunds", requests.RefundRequest, Refund, refund)
    yield forms.act("dispute", "/billing/disputes", requests.DisputeRequest, InvoiceDispute, dispute)
    yield forms.act(
        "resolve", "/billing/disputes/<number>/resolution", requests.ResolutionRequest, DisputeResolution, resolve
    )


def _arranged(world: World, forms: Forms) -> Iterator[Operation]:
    def agree_on_parts(call: Call) -> PaymentPlan:
        return world.billing.agree_on_parts(call.body.invoice, call.body.parts, call.body.default_after)

    def cancel_plan(call: Call) -> PlanEnd:
        return world.billing.cancel_plan(call.body.invoice)

    yield forms.act("agree_on_parts", "/billing/payment-plans", bill_requests.PlanRequest, PaymentPlan, agree_on_parts)
    yield forms.act("cancel_plan", "/billing/plan-ends", requests.ReliefRequest, PlanEnd, cancel_plan)


def _given_up(world: World, forms: Forms) -> Iterator[Operation]:
    def write_off(call: Call) -> WriteOff:
        return world.billing.write_off(call.body.invoice, call.body.amount, call.body.signed, call.body.part)

    def write_off_small(call: Call) -> Money:
        return world.billing.write_off_small(call.body.most)

    def claim_relief(call: Call) -> TaxReliefClaim:
        return world.billing.claim_relief(call.body.invoice)

    yield forms.act("write_off", "/billing/write-offs", requests.WriteOffRequest, WriteOff, write_off)
    yield forms.act(
        "write_off_small",
        "/billing/small-write-offs",
        requests.SmallDifferences,
        Money,
        write_off_small,
    )
    yield forms.act("claim_relief", "/billing/relief-claims", requests.ReliefRequest, TaxReliefClaim, claim_relief)
