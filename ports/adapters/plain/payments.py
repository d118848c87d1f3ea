"""The payment gateway's door, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.money import Money
from engine.model.payments import (
    Payment,
    PaymentAttempt,
    PaymentBehavior,
    PaymentRequest,
    Payout,
    PayoutTerms,
    RefundPayment,
)
from ports.adapters.plain.wire import Wire


class PlainPayments:
    """ports.payments.PaymentsPort."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def set_behavior(self, behavior: PaymentBehavior) -> PaymentBehavior:
        """How a customer's next attempts go."""
        return self._wire.act(PaymentBehavior, "/payments/behaviors", behavior)

    def receive(self, customer: str, amount: Money, invoice: str | None, reference: str) -> Payment:
        """A bank transfer arrives."""
        body = {"customer": customer, "amount": amount, "invoice": invoice, "reference": reference}
        return self._wire.act(Payment, "/payments/transfers", body)

    def pay_out(self, terms: PayoutTerms | None) -> Payout:
        """The gateway pays out."""
        return self._wire.act(Payout, "/payments/payouts", {"terms": terms})

    def requests(self) -> Sequence[PaymentRequest]:
        """What it was asked to collect."""
        return self._wire.every(PaymentRequest, "/payments/requests")

    def attempts(self) -> Sequence[PaymentAttempt]:
        """Every attempt."""
        return self._wire.every(PaymentAttempt, "/payments/attempts")

    def payments(self) -> Sequence[Payment]:
        """All money received."""
        return self._wire.every(Payment, "/payments/payments")

    def refunds(self) -> Sequence[RefundPayment]:
        """All refunds paid."""
        return self._wire.every(RefundPayment, "/payments/refunds")

    def payouts(self) -> Sequence[Payout]:
        """All payouts."""
        return self._wire.every(Payout, "/payments/payouts")
