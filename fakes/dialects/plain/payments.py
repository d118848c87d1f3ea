"""The payment gateway's operations: what a story asks for and sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.company import Customer
from engine.model.journal import Rejection
from engine.model.money import Money
from engine.model.payments import (
    AnswerDelay,
    Decline,
    Payment,
    PaymentAttempt,
    PaymentBehavior,
    PaymentRequest,
    Payout,
    PendingAttempt,
    RefundPayment,
)
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, RefundReturn
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import (
    ChargebackRequest,
    DecisionOnChargeback,
    PayoutRequest,
    RefundReturnRequest,
    RepaymentRequest,
    ReturnRequest,
    TransferRequest,
)
from fakes.http.operations import Call, Operation
from ports.payments import PaymentsPort

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingRequest:
    """What became of an attempt that had no answer."""

    outcome: Decline


@dataclass(frozen=True, kw_only=True, slots=True)
class ArbitrationRequest:
    """What of a lost chargeback comes back after all."""

    won: Money


def operations(world: World) -> Iterator[Operation]:
    """Behaviors, transfers, payouts, and what the gateway keeps."""
    forms = Forms(world, "payments", PaymentsPort)

    def behave(call: Call) -> PaymentBehavior:
        return world.payments.set_behavior(call.body)

    def receive(call: Call) -> Payment:
        body = call.body
        return world.payments.receive(
            body.customer, body.amount, body.invoice, body.reference, body.remittance, body.contract
        )

    yield forms.act("set_behavior", "/payments/behaviors", PaymentBehavior, PaymentBehavior, behave)
    yield forms.act("receive", "/payments/transfers", TransferRequest, Payment, receive)
    yield forms.act(
        "pay_out", "/payments/payouts", PayoutRequest, Payout, lambda call: world.payments.pay_out(call.body.terms)
    )
    yield forms.view("customers", "/payments/customers", tuple[Customer, ...], lambda call: world.payments.customers())
    yield from _late(world, forms)
    yield from _taken_back(world, forms)
    yield forms.view(
        "requests", "/payments/requests", tuple[PaymentRequest, ...], lambda call: world.payments.requests()
    )
    yield forms.view(
        "attempts", "/payments/attempts", tuple[PaymentAttempt, ...], lambda call: world.payments.attempts()
    )
    yield forms.view("payments", "/payments/payments", tuple[Payment, ...], lambda call: world.payments.payments())
    yield forms.view("refunds", "/payments/refunds", tuple[RefundPayment, ...], lambda call: world.payments.refunds())
    yield forms.view("payouts", "/payments/payouts", tuple[Payout, ...], lambda call: world.payments.payouts())


def _late(world: World, forms: Forms) -> Iterator[Operation]:
    """Attempts that have no answer at once, and what becomes of them."""

    def set_delay(call: Call) -> AnswerDelay:
        return world.payments.set_answer_delay(call.body)

    def find_out(call: Call) -> PaymentAttempt:
        return world.payments.find_out(call.path["number"], call.body.outcome)

    yield forms.act("set_answer_delay", "/payments/answer-delays", AnswerDelay, AnswerDelay, set_delay)
    path = "/payments/pending-attempts/<number>/outcome"
    yield forms.act("find_out", path, FindingRequest, PaymentAttempt, find_out)
    yield forms.view(
        "pending_attempts",
        "/payments/pending-attempts",
        tuple[PendingAttempt, ...],
        lambda call: world.payments.pending_attempts(),
    )


def _taken_back(world: World, forms: Forms) -> Iterator[Operation]:
    """Chargebacks, what becomes of them, and returned direct debits."""

    def charge_back(call: Call) -> Chargeback:
        return world.payments.charge_back(call.body.payment, call.body.amount, call.body.reason)

    def decide(call: Call) -> ChargebackOutcome:
        return world.payments.decide(call.path["number"], call.body.won, call.body.fee_returned)

    def arbitrate(call: Call) -> ChargebackOutcome:
        return world.payments.arbitrate(call.path["number"], call.body.won)

    def send_back(call: Call) -> PaymentReturn:
        return world.payments.send_back(call.body.payment, call.body.reason)

    yield forms.act("charge_back", "/payments/chargebacks", ChargebackRequest, Chargeback, charge_back)
    yield forms.act("decide", "/payments/chargebacks/<number>/outcome", DecisionOnChargeback, ChargebackOutcome, decide)
    path = "/payments/chargebacks/<number>/arbitration"
    yield forms.act("arbitrate", path, ArbitrationRequest, ChargebackOutcome, arbitrate)
    yield forms.act("send_back", "/payments/returns", ReturnRequest, PaymentReturn, send_back)
    yield forms.view(
        "chargebacks", "/payments/chargebacks", tuple[Chargeback, ...], lambda call: world.payments.chargebacks()
    )
    yield forms.view(
        "chargeback_outcomes",
        "/payments/chargeback-outcomes",
        tuple[ChargebackOutcome, ...],
        lambda call: world.payments.chargeback_outcomes(),
    )
    yield from _refunds_back(world, forms)
    yield forms.view("returns", "/payments/returns", tuple[PaymentReturn, ...], lambda call: world.payments.returns())


def _refunds_back(world: World, forms: Forms) -> Iterator[Operation]:
    """Refunds that come back, and are paid again."""

    def return_refund(call: Call) -> RefundReturn:
        return world.payments.return_refund(call.body.refund, call.body.reason)

    def repay_refund(call: Call) -> RefundPayment:
        return world.payments.repay_refund(call.body.refund)

    yield forms.act("return_refund", "/payments/refund-returns", RefundReturnRequest, RefundReturn, return_refund)
    yield forms.act("repay_refund", "/payments/repayments", RepaymentRequest, RefundPayment, repay_refund)
    yield forms.view(
        "refund_returns",
        "/payments/refund-returns",
        tuple[RefundReturn, ...],
        lambda call: world.payments.refund_returns(),
    )
    yield forms.view(
        "exceptions", "/payments/exceptions", tuple[Rejection, ...], lambda call: world.payments.exceptions()
    )
