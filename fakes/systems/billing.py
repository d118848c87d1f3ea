"""Billing: contracts, invoices, credits and the receivables subledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from engine.billing import bill_run as billing
from engine.billing import installments, novating, settling
from engine.book import Book
from engine.contracts import escalating, renewing, repricing
from engine.day import BILLING_DAY
from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.company import Company, Onboarding
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.events import EventType
from engine.model.holds import BillingHold, HoldRelease
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.masters import CustomerMerge
from engine.model.money import Money
from engine.model.open_items import OpenItem
from engine.model.orders import Order
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Letter,
    Payment,
    PaymentApplication,
    PaymentAttempt,
    PaymentRequest,
    PendingAttempt,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.quotes import ChangePreview, Quote
from engine.model.rebates import RebateBalance, RebateSettlement
from engine.model.revenue import RevenueFact
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.model.usage import Usage
from engine.receivables import arranging, collecting, enforcing, relieving, reversing, setting_off, unwinding
from engine.refusals import Refused
from engine.terms import rating
from fakes.systems.bills import BillDesk
from fakes.systems.cash import CashDesk
from fakes.systems.collections import Collections
from fakes.systems.lists import ListDesk
from fakes.systems.meters import MeterDesk
from fakes.systems.orders import OrderDesk
from fakes.systems.takeovers import TakeoverDesk

_TOLD: dict[type[Document], EventType] = {
    Contract: "contract activated",
    Amendment: "contract amended",
    ChangePreview: "change previewed",
    Takeover: "contract taken over",
    Usage: "usage recorded",
    BillingHold: "billing held",
    HoldRelease: "hold released",
    Invoice: "invoice posted",
    CreditMemo: "credit memo posted",
    RebateSettlement: "rebate settled",
    CreditUse: "customer credit used",
    PaymentRequest: "payment requested",
    PaymentApplication: "payment applied",
    PaymentReversal: "payment reversed",
    Identification: "payment identified",
    PrepaymentRelease: "prepayment released",
    CashExchange: "cash exchanged",
    ReceivableTransfer: "receivable transferred",
    BalanceTransfer: "balance transferred",
    Deduction: "deduction taken",
    InvoiceDispute: "dispute opened",
    DisputeResolution: "dispute resolved",
    Refund: "refund approved",
    PaymentPlan: "payment plan agreed",
    PlanEnd: "payment plan ended",
    WriteOff: "invoice written off",
    Recovery: "recovery received",
    TaxReliefClaim: "tax relief claimed",
    Reinstatement: "receivable reinstated",
    Letter: "letter sent",
}


class Billing(OrderDesk, ListDesk, MeterDesk, BillDesk, CashDesk, Collections, TakeoverDesk):
    """Owns contracts, invoices and what customers owe."""

    name = "billing"
    master_objects = ("customer", "product", "price", "tax", "contract")
    stages = BILLING_DAY

    def __init__(self, company: Company, today: date) -> None:
        super().__init__(company, today)
        repricing.plan_prices(self.book, company.price_book.entries, today)

    def wrote(self, document: Document) -> None:
        """Plan the days on which a document has consequences, and tell the others of it."""
        if isinstance(document, Contract):
            billing.plan_contract(self.book, document, self.today)
            renewing.plan_renewal(self.book, document, self.today)
            escalating.plan_uplifts(self.book, document, self.today)
        elif isinstance(document, Amendment):
            contract = self.book.get(Contract, document.contract)
            billing.plan_contract(self.book, contract, self.today)
            renewing.plan_renewal(self.book, contract, self.today)
            escalating.plan_uplifts(self.book, contract, self.today)
            novating.plan_novation(self.book, document, self.today)
        elif isinstance(document, Usage):
            billing.plan_usage(self.book, document, self.today)
        elif isinstance(document, Invoice):
            collecting.plan(self.book, document)
        elif isinstance(document, PaymentPlan | PlanEnd):
            arranging.plan_parts(self.book, document, self.today)
        if isinstance(document, Contract | Amendment | Invoice):
            settling.plan_rebates(self.book, getattr(document, "contract", document.number), self.today)
        enforcing.plan_enforcement(self.book, document, self.today)
        self.tell(_TOLD[type(document)], document, getattr(document, "cause", ""))

    # what the integration brings

    def take(self, event: str, document: Document) -> Document | None:
        """Take in what another system says happened; the same document again changes nothing and answers the same."""
        with self.taking(event, document):
            return _INTAKE[type(document)](self, document)

    def _take_payment(self, payment: Document) -> Document | None:
        assert isinstance(payment, Payment)
        if not self.book.has(Payment, payment.number):
            again = relieving.reinstate(self.book, payment, self.today)
            self.keep([again] if again else [])
        return self.take_payment(payment)

    def _take_failure(self, attempt: Document) -> Document:
        assert isinstance(attempt, PaymentAttempt)
        if not self.book.has(PaymentAttempt, attempt.number):
            self.book.add(collecting.failed(self.book, attempt, self.today))
        return self.book.get(PaymentAttempt, attempt.number)

    def _take_pending(self, waiting: Document) -> Document:
        assert isinstance(waiting, PendingAttempt)
        return self.book.find(PendingAttempt, waiting.number) or self.book.add(waiting)

    def _take_refund_payment(self, paid: Document) -> Document:
        assert isinstance(paid, RefundPayment)
        return self.book.find(RefundPayment, paid.number) or self.book.add(paid)

    def _take_refund_return(self, back: Document) -> Document:
        assert isinstance(back, RefundReturn)
        return self.book.find(RefundReturn, back.number) or self.book.add(back)

    def _take_back(self, back: Document) -> Document:
        """A return, a chargeback or its outcome: kept, with what it undoes or pays again."""
        if not self.book.has(type(back), back.number):
            self.keep(unwinding.unwound(self.book, back, self.today))
            made = _UNDOES[type(back)](self.book, back, self.today)
            self.book.add(back)
            self.keep([made] if made else [])
            for again in unwinding.paid_again(self.book, back, self.today):
                self.keep_paid(again)
        return self.book.get(type(back), back.number)

    def _take_delivery(self, delivery: Document) -> Document:
        assert isinstance(delivery, RevenueFact)
        if not self.book.has(RevenueFact, delivery.number):
            self.book.add(delivery)
            billing.take_delivery(self.book, delivery, self.today)
        return self.book.get(RevenueFact, delivery.number)

    def _take_merge(self, merge: Document) -> None:
        assert isinstance(merge, CustomerMerge)
        self.follow(merge)

    def _take_onboarding(self, onboarding: Document) -> None:
        assert isinstance(onboarding, Onboarding)
        self.onboard(onboarding)

    # what people do

    def use_credit(self, customer: str, invoice: str, amount: Money | None) -> CreditUse:
        """Pay an invoice from the customer's credit."""
        return self.written(setting_off.use_credit(self.book, customer, invoice, amount, self.today))

    # what people ask

    def contracts(self) -> Sequence[Contract]:
        """All contracts as signed."""
        return self.book.all(Contract)

    def amendments(self) -> Sequence[Amendment]:
        """All amendments."""
        return self.book.all(Amendment)

    def subscriptions(self) -> Sequence[Subscription]:
        """What each contract and its amendments add up to."""
        return rating.subscriptions(self.book, date.max)

    def subscribed(self, as_of: date) -> Sequence[Subscription]:
        """The same, of what was signed by the end of a day."""
        return rating.subscriptions(self.book, as_of)

    def rebates(self, as_of: date) -> Sequence[RebateBalance]:
        """How each contract's rebates stand."""
        return tuple(found for c in self.book.all(Contract) for found in settling.rebates(self.book, c, as_of))

    def payments(self) -> Sequence[Payment]:
        """The payments billing knows of."""
        return self.book.all(Payment)

    def applications(self) -> Sequence[PaymentApplication]:
        """What each payment paid."""
        return self.book.all(PaymentApplication)

    def reversals(self) -> Sequence[PaymentReversal]:
        """What payments pay no longer."""
        return self.book.all(PaymentReversal)

    def payment_requests(self) -> Sequence[PaymentRequest]:
        """What the gateway was asked to collect."""
        return self.book.all(PaymentRequest)

    def refunds(self) -> Sequence[Refund]:
        """Approved refunds."""
        return self.book.all(Refund)

    def refund_payments(self) -> Sequence[RefundPayment]:
        """Refunds that billing knows were paid out."""
        return self.book.all(RefundPayment)

    def disputes(self) -> Sequence[InvoiceDispute]:
        """All disputes."""
        return self.book.all(InvoiceDispute)

    def resolutions(self) -> Sequence[DisputeResolution]:
        """How disputes ended."""
        return self.book.all(DisputeResolution)

    def write_offs(self) -> Sequence[WriteOff]:
        """What was given up."""
        return self.book.all(WriteOff)

    def recoveries(self) -> Sequence[Recovery]:
        """What came after all."""
        return self.book.all(Recovery)

    def letters(self) -> Sequence[Letter]:
        """Dunning letters sent."""
        return self.book.all(Letter)

    def open_items(self, as_of: date) -> Sequence[OpenItem]:
        """What was open at the end of that day."""
        return installments.open_items(self.book, as_of)

    def due(self, contract: str, through: date) -> Money:
        """What the contract makes payable for billing periods whose bill date has come."""
        signed = self.book.find(Contract, contract)
        if signed is None:
            raise Refused("unknown-contract", f"billing has no contract {contract!r}")
        return billing.due(self.book, signed, through)


_UNDOES: dict[type[Document], Callable[[Book, Any, date], Document | None]] = {
    PaymentReturn: reversing.returned,
    Chargeback: reversing.charged_back,
    ChargebackOutcome: reversing.decided,
}
_INTAKE: dict[type[Document], Callable[[Billing, Document], Document | None]] = {
    CustomerMerge: Billing._take_merge,
    Order: Billing.take_order,
    Quote: Billing.take_quote,
    RevenueFact: Billing._take_delivery,
    Payment: Billing._take_payment,
    PendingAttempt: Billing._take_pending,
    PaymentAttempt: Billing._take_failure,
    PaymentReturn: Billing._take_back,
    Chargeback: Billing._take_back,
    ChargebackOutcome: Billing._take_back,
    RefundPayment: Billing._take_refund_payment,
    RefundReturn: Billing._take_refund_return,
    Onboarding: Billing._take_onboarding,
}
