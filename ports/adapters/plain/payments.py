"""The payment gateway's door, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.cash import RemittanceLine
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
    PayoutTerms,
    PendingAttempt,
    RefundPayment,
)
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, RefundReturn
from ports.adapters.plain.wire import Wire, segment


class PlainPayments:
    """ports.payments.PaymentsPort."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def customers(self) -> Sequence[Customer]:
        """All customers."""
        return self._wire.every(Customer, "/payments/customers")

    def set_behavior(self, behavior: PaymentBehavior) -> PaymentBehavior:
        """How a customer's next attempts go."""
        return self._wire.act(PaymentBehavior, "/payments/behaviors", behavior)

    def set_answer_delay(self, delay: AnswerDelay) -> AnswerDelay:
        """When the gateway answers about a customer."""
        return self._wire.act(AnswerDelay, "/payments/answer-delays", delay)

    def find_out(self, attempt: str, outcome: Decline) -> PaymentAttempt:
        """What became of an attempt."""
        path = f"/payments/pending-attempts/{segment(attempt)}/outcome"
        return self._wire.act(PaymentAttempt, path, {"outcome": outcome})

    def receive(
        self,
        customer: str,
        amount: Money,
        invoice: str | None,
        reference: str,
        remittance: tuple[RemittanceLine, ...] = (),
        contract: str | None = None,
    ) -> Payment:
        """A bank transfer arrives."""
        body = {
            "customer": customer,
            "amount": amount,
            "invoice": invoice,
            "reference": reference,
            "remittance": remittance,
            "contract": contract,
        }
        return self._wire.act(Payment, "/payments/transfers", body)

    def pay_out(self, terms: PayoutTerms | None) -> Payout:
        """The gateway pays out."""
        return self._wire.act(Payout, "/payments/payouts", {"terms": terms})

    def charge_back(self, payment: str, amount: Money | None, reason: str) -> Chargeback:
        """A card payment is taken back."""
        return self._wire.act(
            Chargeback, "/payments/chargebacks", {"payment": payment, "amount": amount, "reason": reason}
        )

    def decide(self, chargeback: str, won: Money, fee_returned: bool) -> ChargebackOutcome:
        """The card network decides."""
        path = f"/payments/chargebacks/{segment(chargeback)}/outcome"
        return self._wire.act(ChargebackOutcome, path, {"won": won, "fee_returned": fee_returned})

    def arbitrate(self, chargeback: str, won: Money) -> ChargebackOutcome:
        """A second decision."""
        path = f"/payments/chargebacks/{segment(chargeback)}/arbitration"
        return self._wire.act(ChargebackOutcome, path, {"won": won})

    def send_back(self, payment: str, reason: str) -> PaymentReturn:
        """A direct debit is returned."""
        return self._wire.act(PaymentReturn, "/payments/returns", {"payment": payment, "reason": reason})

    def return_refund(self, refund: str, reason: str) -> RefundReturn:
        """A refund comes back."""
        return self._wire.act(RefundReturn, "/payments/refund-returns", {"refund": refund, "reason": reason})

    def repay_refund(self, refund: str) -> RefundPayment:
        """A refund is paid again."""
        return self._wire.act(RefundPayment, "/payments/repayments", {"refund": refund})

    def refund_returns(self) -> Sequence[RefundReturn]:
        """Refunds that came back."""
        return self._wire.every(RefundReturn, "/payments/refund-returns")

    def exceptions(self) -> Sequence[Rejection]:
        """What the gateway would not take."""
        return self._wire.every(Rejection, "/payments/exceptions")

    def requests(self) -> Sequence[PaymentRequest]:
        """What it was asked to collect."""
        return self._wire.every(PaymentRequest, "/payments/requests")

    def attempts(self) -> Sequence[PaymentAttempt]:
        """Every attempt."""
        return self._wire.every(PaymentAttempt, "/payments/attempts")

    def pending_attempts(self) -> Sequence[PendingAttempt]:
        """Every attempt without an answer at once."""
        return self._wire.every(PendingAttempt, "/payments/pending-attempts")

    def payments(self) -> Sequence[Payment]:
        """All money received."""
        return self._wire.every(Payment, "/payments/payments")

    def refunds(self) -> Sequence[RefundPayment]:
        """All refunds paid."""
        return self._wire.every(RefundPayment, "/payments/refunds")

    def chargebacks(self) -> Sequence[Chargeback]:
        """All chargebacks."""
        return self._wire.every(Chargeback, "/payments/chargebacks")

    def chargeback_outcomes(self) -> Sequence[ChargebackOutcome]:
        """What was decided."""
        return self._wire.every(ChargebackOutcome, "/payments/chargeback-outcomes")

    def returns(self) -> Sequence[PaymentReturn]:
        """What came back."""
        return self._wire.every(PaymentReturn, "/payments/returns")

    def payouts(self) -> Sequence[Payout]:
        """All payouts."""
        return self._wire.every(Payout, "/payments/payouts")
