"""The payment gateway: it attempts what it is asked to collect, takes transfers, pays refunds and sends money to the bank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine import charging
from engine.book import Book
from engine.model.company import Company, Onboarding
from engine.model.document import Document
from engine.model.events import BusinessEvent, EventType
from engine.model.money import Money
from engine.model.payments import (
    Payment,
    PaymentAttempt,
    PaymentBehavior,
    PaymentRequest,
    Payout,
    PayoutTerms,
    Refund,
    RefundPayment,
)
from engine.paying_out import pay_out


class Payments:
    """Verbs and views are those of ports.payments; intake is idempotent by document number. The world sets `today`."""

    def __init__(self, company: Company) -> None:
        self.book = Book(company)
        self.outbox: list[BusinessEvent] = []
        self.today = date.min
        self._behaviors: dict[str, tuple[PaymentBehavior, int]] = {}
        self._transfers = 0

    def live(self, today: date) -> None:
        """A day passes. The gateway does nothing unasked."""
        self.today = today

    def next_due(self, after: date) -> date | None:
        """The next day on which the gateway has something to do by itself: never."""
        return self.book.agenda.next_after(after)

    # Verbs

    def set_behavior(self, behavior: PaymentBehavior) -> PaymentBehavior:
        """Gives a customer a means of payment and says how its next attempts go, from the first outcome on."""
        charging.check_behavior(self.book, behavior)
        self._behaviors[behavior.customer] = behavior, self._attempts_of(behavior.customer)
        return behavior

    def receive(self, customer: str, amount: Money, invoice: str | None, reference: str) -> Payment:
        """A bank transfer arrives."""
        number = self._transfers + 1
        payment = charging.transfer(self.book, customer, amount, invoice, reference, number, self.today)
        self._transfers = number
        self._tell("payment received", payment, customer, payment.method)
        return payment

    def pay_out(self, terms: PayoutTerms | None) -> Payout:
        """Sends what it holds to the bank, under the company's terms unless others are given."""
        payout = pay_out(self.book, terms or self.book.company.payouts, self.today)
        self._tell("payout sent", payout, "", "payout")
        return payout

    # Intake

    def onboard(self, onboarding: Onboarding) -> Onboarding:
        """A customer becomes known."""
        if not self.book.has(Onboarding, onboarding.number):
            self.book.customers[onboarding.customer] = onboarding.record
            self.book.add(onboarding)
        return onboarding

    def request(self, request: PaymentRequest) -> PaymentAttempt | None:
        """Attempts to collect; nothing (None) for a customer without a means of payment."""
        if not self.book.has(PaymentRequest, request.number):
            self.book.add(request)
            if request.customer in self._behaviors:
                self._attempt(request)
        return self.book.find(PaymentAttempt, charging.attempt_number(request))

    def _attempt(self, request: PaymentRequest) -> None:
        behavior, before = self._behaviors[request.customer]
        how = charging.outcome(behavior, self._attempts_of(request.customer) - before)
        made = charging.attempt(request, how, self.today)
        if how == "succeeds":
            self.book.add(made)
            self._tell("payment received", charging.collected(made, self.today), made.customer, "card")
        else:
            self._tell("payment failed", made, made.customer, how)

    def _attempts_of(self, customer: str) -> int:
        return len(self.book.about(PaymentAttempt, "customer", customer))

    def refund(self, refund: Refund) -> RefundPayment:
        """Pays an approved refund out."""
        if found := self.book.about(RefundPayment, "refund", refund.number):
            return found[0]
        payment = charging.pay_refund(self.book, refund, self.today)
        self._tell("refund paid", payment, payment.customer, refund.source)
        return payment

    # Views

    def attempts(self) -> Sequence[PaymentAttempt]:
        """Every attempt to collect."""
        return self.book.all(PaymentAttempt)

    def payments(self) -> Sequence[Payment]:
        """All money received."""
        return self.book.all(Payment)

    def refunds(self) -> Sequence[RefundPayment]:
        """All refunds paid out."""
        return self.book.all(RefundPayment)

    def payouts(self) -> Sequence[Payout]:
        """All payouts to the bank."""
        return self.book.all(Payout)

    def _tell(self, type_: EventType, document: Document, customer: str, label: str) -> None:
        """Write the document and publish that it happened."""
        self.book.add(document)
        self.outbox.append(
            BusinessEvent(
                number=f"{type_}:{document.number}",
                type=type_,
                source="payments",
                on=self.today,
                subject=document.number,
                customer=customer,
                label=label,
                document=document,
            )
        )
