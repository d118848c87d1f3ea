"""The payment gateway's operations: what a story asks for and sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.payments import Payment, PaymentAttempt, PaymentBehavior, PaymentRequest, Payout, RefundPayment
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import PayoutRequest, TransferRequest
from fakes.http.operations import Call, Operation
from ports.payments import PaymentsPort

if TYPE_CHECKING:
    from fakes.world import World


def operations(world: World) -> Iterator[Operation]:
    """Behaviors, transfers, payouts, and what the gateway keeps."""
    forms = Forms(world, "payments", PaymentsPort)

    def behave(call: Call) -> PaymentBehavior:
        return world.payments.set_behavior(call.body)

    def receive(call: Call) -> Payment:
        return world.payments.receive(call.body.customer, call.body.amount, call.body.invoice, call.body.reference)

    yield forms.act("set_behavior", "/payments/behaviors", PaymentBehavior, PaymentBehavior, behave)
    yield forms.act("receive", "/payments/transfers", TransferRequest, Payment, receive)
    yield forms.act(
        "pay_out", "/payments/payouts", PayoutRequest, Payout, lambda call: world.payments.pay_out(call.body.terms)
    )
    yield forms.view(
        "requests", "/payments/requests", tuple[PaymentRequest, ...], lambda call: world.payments.requests()
    )
    yield forms.view(
        "attempts", "/payments/attempts", tuple[PaymentAttempt, ...], lambda call: world.payments.attempts()
    )
    yield forms.view("payments", "/payments/payments", tuple[Payment, ...], lambda call: world.payments.payments())
    yield forms.view("refunds", "/payments/refunds", tuple[RefundPayment, ...], lambda call: world.payments.refunds())
    yield forms.view("payouts", "/payments/payouts", tuple[Payout, ...], lambda call: world.payments.payouts())
