"""The door to the payment gateway."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

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


class PaymentsPort(Protocol):
    """Every act answers with the document it made, or raises ports.refusal.Refused."""

    def customers(self) -> Sequence[Customer]:
        """All customers this system knows, with what it holds about them."""
        ...

    def set_behavior(self, behavior: PaymentBehavior) -> PaymentBehavior:
        """Gives a customer a means of payment and says how its next attempts go."""
        ...

    def set_answer_delay(self, delay: AnswerDelay) -> AnswerDelay:
        """From now on the gateway answers so many days after each attempt to collect from a customer, or never."""
        ...

    def find_out(self, attempt: str, outcome: Decline) -> PaymentAttempt:
        """It is found out what became of an attempt that has no answer."""
        ...

    def receive(
        self,
        customer: str,
        amount: Money,
        invoice: str | None,
        reference: str,
        remittance: tuple[RemittanceLine, ...] = (),
        contract: str | None = None,
    ) -> Payment:
        """A bank transfer arrives ("": nobody knows from whom), for that invoice, those of the remittance advice, or those
        of a contract that are still to come, if the payer says so."""
        ...

    def pay_out(self, terms: PayoutTerms | None) -> Payout:
        """The gateway sends what it holds to the bank, less its fees (the company's terms unless others are given)."""
        ...

    def charge_back(self, payment: str, amount: Money | None, reason: str) -> Chargeback:
        """The card holder's bank takes a card payment back: all that is left of it, or that amount."""
        ...

    def decide(self, chargeback: str, won: Money, fee_returned: bool) -> ChargebackOutcome:
        """The card network decides a chargeback: that much of it comes back, the rest is lost."""
        ...

    def arbitrate(self, chargeback: str, won: Money) -> ChargebackOutcome:
        """The card network decides once more, about what was lost of a chargeback: that much comes back after all."""
        ...

    def send_back(self, payment: str, reason: str) -> PaymentReturn:
        """The customer's bank returns a direct debit that was collected."""
        ...

    def return_refund(self, refund: str, reason: str) -> RefundReturn:
        """A refund that was paid out comes back."""
        ...

    def repay_refund(self, refund: str) -> RefundPayment:
        """A refund that came back is paid out again."""
        ...

    def refund_returns(self) -> Sequence[RefundReturn]:
        """Refunds that came back."""
        ...

    def exceptions(self) -> Sequence[Rejection]:
        """Requests, refunds and other events that the gateway would not take, with the reason."""
        ...

    def requests(self) -> Sequence[PaymentRequest]:
        """What it was asked to collect."""
        ...

    def attempts(self) -> Sequence[PaymentAttempt]:
        """Every attempt to collect."""
        ...

    def pending_attempts(self) -> Sequence[PendingAttempt]:
        """Every attempt that had no answer at once; its answer is the attempt of the same number."""
        ...

    def payments(self) -> Sequence[Payment]:
        """All money received."""
        ...

    def refunds(self) -> Sequence[RefundPayment]:
        """All refunds paid out."""
        ...

    def chargebacks(self) -> Sequence[Chargeback]:
        """All chargebacks."""
        ...

    def chargeback_outcomes(self) -> Sequence[ChargebackOutcome]:
        """What the card network decided."""
        ...

    def returns(self) -> Sequence[PaymentReturn]:
        """Direct debits that came back."""
        ...

    def payouts(self) -> Sequence[Payout]:
        """All payouts to the bank."""
        ...
