"""The payment gateway: it attempts what it is asked to collect, takes transfers, pays refunds and sends money to the bank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from engine.model.cash import RemittanceLine
from engine.model.company import Company, Onboarding
from engine.model.document import Document
from engine.model.events import EventType
from engine.model.masters import CustomerMerge
from engine.model.money import Money
from engine.model.payments import (
    AnswerDelay,
    Course,
    Decline,
    Payment,
    PaymentAttempt,
    PaymentBehavior,
    PaymentRequest,
    Payout,
    PayoutTerms,
    PendingAttempt,
    Refund,
    RefundPayment,
)
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, RefundReturn
from engine.model.transfers import ReceivableTransfer
from engine.receivables import charging, contesting
from engine.receivables.paying_out import pay_out
from engine.receivables.remitting import check_advice
from fakes.systems.system import SystemOfRecord

D = TypeVar("D", bound=Document)
ANSWER, TAKE_BACK, NEW_MEANS = "answer", "take back", "new means of payment"


class Payments(SystemOfRecord):
    """Does nothing unasked but what a means of payment does by itself: a late answer, money that its bank takes back.

    What was taken in before is answered as then, and nothing is written.
    """

    name = "payments"

    def __init__(self, company: Company, today: date) -> None:
        super().__init__(company, today)
        self._behaviors: dict[str, tuple[PaymentBehavior, int]] = {}
        self._delays: dict[str, int | None] = {}
        self._coming: dict[str, tuple[Course, PaymentBehavior]] = {}
        self._transfers = 0
        self._begun: set[str] = set()
        for place, behavior in enumerate(company.behaviors):
            self.book.agenda.plan(max(behavior.start or today, today), NEW_MEANS, str(place))
        for delay in company.answer_delays:
            self.set_answer_delay(delay)

    def live(self, today: date) -> None:
        """Give the answers that have come by today, and let banks take back what they do today."""
        super().live(today)
        for place in self.book.agenda.on(today, NEW_MEANS):
            if place not in self._begun:
                self._begun.add(place)
                self.set_behavior(self.book.company.behaviors[int(place)])
        for number in self.book.agenda.on(today, ANSWER):
            if not self.book.has(PaymentAttempt, number):
                self._answer(self.book.get(PendingAttempt, number), *self._coming[number])
        for number in self.book.agenda.on(today, TAKE_BACK):
            self._take_back(self.book.get(Payment, number))

    def _take_back(self, payment: Payment) -> None:
        """The customer's bank takes a payment back, unless that happened before."""
        number, reason = payment.number, self._coming[payment.reference][1].reason
        if payment.method == "card" and not self.book.about(Chargeback, "payment", number):
            self.charge_back(number, None, reason)
        if payment.method == "direct debit" and not self.book.about(PaymentReturn, "payment", number):
            self.send_back(number, reason)

    def set_behavior(self, behavior: PaymentBehavior) -> PaymentBehavior:
        """Gives a customer a means of payment and says how its next attempts go, from the first outcome on."""
        charging.check_behavior(self.book, behavior)
        self._behaviors[behavior.customer] = behavior, self._attempts_of(behavior.customer)
        self._catch_up(behavior.customer)
        return behavior

    def _catch_up(self, customer: str) -> None:
        """What was asked for today, before there was a means of payment, is attempted after all."""
        for request in self.book.about(PaymentRequest, "customer", customer):
            if request.event_date == self.today and not self._tried(request):
                self._attempt(request)

    def _tried(self, request: PaymentRequest) -> bool:
        number = charging.attempt_number(request)
        return self.book.has(PaymentAttempt, number) or self.book.has(PendingAttempt, number)

    def set_answer_delay(self, delay: AnswerDelay) -> AnswerDelay:
        """From now on the gateway answers so many days after each attempt to collect from a customer, or never."""
        charging.check_delay(self.book, delay)
        self._delays[delay.customer] = delay.days
        return delay

    def find_out(self, attempt: str, outcome: Decline) -> PaymentAttempt:
        """Somebody asks the gateway's people what became of an attempt that has no answer."""
        waiting = charging.unanswered(self.book, attempt)
        return self._answer(waiting, outcome, self._coming[attempt][1])

    def receive(
        self,
        customer: str,
        amount: Money,
        invoice: str | None,
        reference: str,
        remittance: tuple[RemittanceLine, ...] = (),
        contract: str | None = None,
    ) -> Payment:
        """A bank transfer arrives; from nobody known, if `customer` is empty."""
        number = self._transfers + 1
        made = charging.transfer(self.book, customer, amount, invoice, reference, number, self.today)
        payment = replace(made, remittance=remittance, contract=contract)
        check_advice(payment)
        self._transfers = number
        return self._write("payment received", payment, payment.method)

    def pay_out(self, terms: PayoutTerms | None) -> Payout:
        """Sends what it holds to the bank, under the company's terms unless others are given."""
        payout = pay_out(self.book, terms or self.book.company.payouts, self.today)
        return self._write("payout sent", payout, "payout")

    def charge_back(self, payment: str, amount: Money | None, reason: str) -> Chargeback:
        """The card holder's bank takes a card payment back."""
        made = contesting.charge_back(self.book, payment, amount, reason, self.today)
        return self._write("chargeback opened", made, made.reason)

    def decide(self, chargeback: str, won: Money, fee_returned: bool) -> ChargebackOutcome:
        """The card network decides a chargeback."""
        made = contesting.decide(self.book, chargeback, won, fee_returned, self.today)
        return self._write("chargeback decided", made, made.outcome)

    def arbitrate(self, chargeback: str, won: Money) -> ChargebackOutcome:
        """The card network decides once more about what was lost."""
        made = contesting.arbitrate(self.book, chargeback, won, self.today)
        return self._write("chargeback decided", made, "arbitration")

    def send_back(self, payment: str, reason: str) -> PaymentReturn:
        """The customer's bank returns a direct debit."""
        made = contesting.send_back(self.book, payment, reason, self.today)
        return self._write("payment returned", made, made.reason)

    def take(self, event: str, document: Document) -> Document | None:
        """Take in what another system says happened; the same document again changes nothing and answers the same."""
        with self.taking(event, document):
            match document:
                case PaymentRequest():
                    return self.request(document)
                case Refund():
                    return self.refund(document)
                case CustomerMerge():
                    self.follow(document)
                    return None
                case ReceivableTransfer():
                    return self.book.find(ReceivableTransfer, document.number) or self.book.add(document)
                case _:
                    assert isinstance(document, Onboarding), document
                    self.onboard(document)
                    return None

    def follow(self, merge: CustomerMerge) -> None:
        """Two customers are one; the survivor's means of payment holds or, if there is none, the other's."""
        super().follow(merge)
        behavior = self._behaviors.pop(merge.merged, None)
        if behavior and merge.customer not in self._behaviors:
            self._behaviors[merge.customer] = behavior

    def request(self, request: PaymentRequest) -> PaymentAttempt | None:
        """Attempts to collect; nothing (None) for a customer without a means of payment."""
        if not self.book.has(PaymentRequest, request.number):
            self.book.add(request)
            if request.customer in self._behaviors:
                self._attempt(request)
        return self.book.find(PaymentAttempt, charging.attempt_number(request))

    def _attempt(self, request: PaymentRequest) -> None:
        behavior, before = self._behaviors[request.customer]
        course = charging.outcome(behavior, self._attempts_of(request.customer) - before)
        waiting = charging.pending(request, self.today, behavior.method)
        self._coming[waiting.number] = course, behavior
        days = self._delays.get(request.customer, 0)
        if days == 0:
            self._answer(waiting, course, behavior)
            return
        self._write("payment pending", waiting, waiting.method)
        if days:
            self.book.agenda.plan(self.today + timedelta(days=days), ANSWER, waiting.number)

    def _answer(self, waiting: PendingAttempt, course: Course, behavior: PaymentBehavior) -> PaymentAttempt:
        """What became of an attempt: money, which its bank may take back some days later, or none."""
        how: Decline = "succeeds" if course == "taken back" else course
        request = self.book.get(PaymentRequest, waiting.request)
        made = charging.attempt(request, how, self.today, waiting.method)
        if how != "succeeds":
            return self._write("payment failed", made, how)
        payment = charging.collected(self.book, self.book.add(made), self.today)
        self._write("payment received", payment, made.method)
        if course == "taken back":
            self.book.agenda.plan(self.today + timedelta(days=behavior.taken_back_after), TAKE_BACK, payment.number)
        return made

    def _attempts_of(self, customer: str) -> int:
        answered = self.book.about(PaymentAttempt, "customer", customer)
        pending = self.book.about(PendingAttempt, "customer", customer)
        return len({made.number for made in (*answered, *pending)})

    def refund(self, refund: Refund) -> RefundPayment:
        """Pays an approved refund out."""
        if found := self.book.about(RefundPayment, "refund", refund.number):
            return found[0]
        paid = charging.pay_refund(self.book, refund, self.today)
        self.book.add(refund)
        return self._write("refund paid", paid, refund.source)

    def return_refund(self, refund: str, reason: str) -> RefundReturn:
        """A refund that was paid comes back."""
        return self._write("refund returned", charging.return_refund(self.book, refund, reason, self.today), reason)

    def repay_refund(self, refund: str) -> RefundPayment:
        """Pay a refund again that came back."""
        paid = charging.repay_refund(self.book, refund, self.today)
        return self._write("refund paid", paid, self.book.get(Refund, refund).source)

    def refund_returns(self) -> Sequence[RefundReturn]:
        """Refunds that came back."""
        return self.book.all(RefundReturn)

    def requests(self) -> Sequence[PaymentRequest]:
        """What it was asked to collect."""
        return self.book.all(PaymentRequest)

    def attempts(self) -> Sequence[PaymentAttempt]:
        """Every attempt to collect."""
        return self.book.all(PaymentAttempt)

    def pending_attempts(self) -> Sequence[PendingAttempt]:
        """Every attempt that had no answer at once, answered since or not."""
        return self.book.all(PendingAttempt)

    def payments(self) -> Sequence[Payment]:
        """All money received."""
        return self.book.all(Payment)

    def refunds(self) -> Sequence[RefundPayment]:
        """All refunds paid out."""
        return self.book.all(RefundPayment)

    def chargebacks(self) -> Sequence[Chargeback]:
        """All chargebacks."""
        return self.book.all(Chargeback)

    def chargeback_outcomes(self) -> Sequence[ChargebackOutcome]:
        """What the card network decided."""
        return self.book.all(ChargebackOutcome)

    def returns(self) -> Sequence[PaymentReturn]:
        """Direct debits that came back."""
        return self.book.all(PaymentReturn)

    def payouts(self) -> Sequence[Payout]:
        """All payouts to the bank."""
        return self.book.all(Payout)

    def _write(self, type_: EventType, document: D, label: str) -> D:
        self.tell(type_, self.book.add(document), label)
        return document
