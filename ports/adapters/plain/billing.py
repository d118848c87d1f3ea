"""Billing's door, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from engine.model.cash import CashExchange, Deduction, DeductionKind, Identification, PrepaymentRelease
from engine.model.catalog import PriceBookEntry
from engine.model.company import TaxRate
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.currency import ExchangeRate
from engine.model.debits import DebitLine
from engine.model.drafts import DraftInvoice
from engine.model.holds import BillingHold, HoldRelease
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.journal import Rejection
from engine.model.losses import UNSIGNED, Reinstatement, Signatures, TaxReliefClaim
from engine.model.money import Money
from engine.model.open_items import OpenItem
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Letter,
    Method,
    Payment,
    PaymentApplication,
    PaymentRequest,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.policy_changes import NewAnswer, PolicyChange
from engine.model.printed import PrintedDocument
from engine.model.quotes import ChangePreview
from engine.model.reversals import PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.model.uplifts import IndexValue
from ports.adapters.plain.collections import PlainCollections
from ports.adapters.plain.masters import PlainMasters
from ports.adapters.plain.takeovers import PlainTakeovers
from ports.adapters.plain.usage import PlainUsage
from ports.adapters.plain.wire import Wire, segment


class PlainBilling(PlainCollections, PlainUsage, PlainTakeovers, PlainMasters):
    """ports.billing.BillingPort."""

    system = "billing"

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def set_price(self, entry: PriceBookEntry) -> PriceBookEntry:
        """A price of the list from a day on; what it means for running contracts is the company's convention."""
        return self._wire.act(PriceBookEntry, "/billing/prices", entry)

    def set_index(self, value: IndexValue) -> IndexValue:
        """What an index stands at."""
        return self._wire.act(IndexValue, "/billing/index-values", value)

    def change_policies(self, answers: tuple[NewAnswer, ...], since: date, approver: str) -> tuple[PolicyChange, ...]:
        """Answer conventions otherwise."""
        body = {"answers": answers, "since": since, "approver": approver}
        return self._wire.act(tuple[PolicyChange, ...], "/billing/policy-changes", body)

    def policy_changes(self) -> Sequence[PolicyChange]:
        """What was answered otherwise."""
        return self._wire.every(PolicyChange, "/billing/policy-changes")

    def set_tax_rate(self, rate: TaxRate) -> TaxRate:
        """A tax code's percentage from a day on."""
        return self._wire.act(TaxRate, "/billing/tax-rates", rate)

    def credit(
        self,
        invoice: str,
        line: int | None,
        net: Money,
        reason: Literal["goodwill", "unserved", "rebate", "tax correction"],
        signed: Signatures = UNSIGNED,
    ) -> CreditMemo:
        """Give part of an invoice back."""
        body = {"invoice": invoice, "line": line, "net": net, "reason": reason, "signed": signed}
        return self._wire.act(CreditMemo, "/billing/credits", body)

    def apply(
        self,
        payment: str,
        invoice: str,
        amount: Money | None,
        settles: Money | None = None,
        rate: ExchangeRate | None = None,
    ) -> PaymentApplication:
        """Unapplied cash pays an invoice."""
        body = {"payment": payment, "invoice": invoice, "amount": amount, "settles": settles, "rate": rate}
        return self._wire.act(PaymentApplication, "/billing/applications", body)

    def take_off(self, payment: str, invoice: str) -> PaymentReversal:
        """Un-apply a payment."""
        return self._wire.act(PaymentReversal, "/billing/payment-reversals", {"payment": payment, "invoice": invoice})

    def deduct(self, invoice: str, kind: DeductionKind, amount: Money, note: str) -> Deduction:
        """Accept a deduction."""
        body = {"invoice": invoice, "kind": kind, "amount": amount, "note": note}
        return self._wire.act(Deduction, "/billing/deductions", body)

    def identify(self, payment: str, customer: str, invoice: str | None) -> Identification:
        """Find out who paid."""
        body = {"payment": payment, "customer": customer, "invoice": invoice}
        return self._wire.act(Identification, "/billing/identifications", body)

    def use_credit(self, customer: str, invoice: str, amount: Money | None) -> CreditUse:
        """Credit pays an invoice."""
        body = {"customer": customer, "invoice": invoice, "amount": amount}
        return self._wire.act(CreditUse, "/billing/credit-uses", body)

    def credit_account(self, customer: str, net: Money) -> tuple[CreditMemo, ...]:
        """Give part of all invoices back."""
        return self._wire.act(tuple[CreditMemo, ...], "/billing/account-credits", {"customer": customer, "net": net})

    def debit(self, invoice: str, lines: Sequence[DebitLine]) -> Invoice:
        """Charge more on an invoice."""
        return self._wire.act(Invoice, "/billing/debit-memos", {"invoice": invoice, "lines": tuple(lines)})

    def void(self, invoice: str, rebill: bool) -> CreditMemo:
        """Take an invoice back."""
        return self._wire.act(CreditMemo, "/billing/voids", {"invoice": invoice, "rebill": rebill})

    def release(self, contract: str, role: str) -> HoldRelease:
        """Let a held contract go."""
        return self._wire.act(HoldRelease, "/billing/hold-releases", {"contract": contract, "role": role})

    def preview(self, customer: str, through: date) -> tuple[Invoice, ...]:
        """The invoices to come."""
        return self._wire.ask(tuple[Invoice, ...], f"/billing/previews/{segment(customer)}", through=through)

    def change_previews(self) -> Sequence[ChangePreview]:
        """What quoted changes would come to."""
        return self._wire.every(ChangePreview, "/billing/change-previews")

    def drafts(self) -> Sequence[DraftInvoice]:
        """What waits to be issued."""
        return self._wire.every(DraftInvoice, "/billing/drafts")

    def holds(self) -> Sequence[BillingHold]:
        """The exceptions queue."""
        return self._wire.every(BillingHold, "/billing/holds")

    def hold_releases(self) -> Sequence[HoldRelease]:
        """Who let what go."""
        return self._wire.every(HoldRelease, "/billing/hold-releases")

    def refund(
        self,
        customer: str,
        amount: Money,
        source: Literal["customer credit", "unapplied cash"],
        reason: str,
        method: Method | None = None,
        signed: Signatures = UNSIGNED,
    ) -> Refund:
        """Approve a refund."""
        body = {"customer": customer, "amount": amount, "source": source, "reason": reason}
        return self._wire.act(Refund, "/billing/refunds", {**body, "method": method, "signed": signed})

    def contracts(self) -> Sequence[Contract]:
        """All contracts."""
        return self._wire.every(Contract, "/billing/contracts")

    def amendments(self) -> Sequence[Amendment]:
        """All amendments."""
        return self._wire.every(Amendment, "/billing/amendments")

    def subscriptions(self) -> Sequence[Subscription]:
        """What contracts and amendments add up to."""
        return self._wire.every(Subscription, "/billing/subscriptions")

    def invoices(self) -> Sequence[Invoice]:
        """All invoices."""
        return self._wire.every(Invoice, "/billing/invoices")

    def credit_memos(self) -> Sequence[CreditMemo]:
        """All credit memos."""
        return self._wire.every(CreditMemo, "/billing/credit-memos")

    def printed(self) -> Sequence[PrintedDocument]:
        """What customers see."""
        return self._wire.every(PrintedDocument, "/billing/printed")

    def credit_uses(self) -> Sequence[CreditUse]:
        """Every use of credit."""
        return self._wire.every(CreditUse, "/billing/credit-uses")

    def payments(self) -> Sequence[Payment]:
        """Payments billing knows of."""
        return self._wire.every(Payment, "/billing/payments")

    def applications(self) -> Sequence[PaymentApplication]:
        """What payments paid."""
        return self._wire.every(PaymentApplication, "/billing/applications")

    def reversals(self) -> Sequence[PaymentReversal]:
        """What payments pay no longer."""
        return self._wire.every(PaymentReversal, "/billing/reversals")

    def deductions(self) -> Sequence[Deduction]:
        """What was kept back."""
        return self._wire.every(Deduction, "/billing/deductions")

    def free(self, contract: str, amount: Money | None) -> tuple[PrepaymentRelease, ...]:
        """Free what was paid ahead."""
        return self._wire.act(
            tuple[PrepaymentRelease, ...], "/billing/prepayment-releases", {"contract": contract, "amount": amount}
        )

    def prepayment_releases(self) -> Sequence[PrepaymentRelease]:
        """What was freed."""
        return self._wire.every(PrepaymentRelease, "/billing/prepayment-releases")

    def cash_exchanges(self) -> Sequence[CashExchange]:
        """What became another currency."""
        return self._wire.every(CashExchange, "/billing/cash-exchanges")

    def receivable_transfers(self) -> Sequence[ReceivableTransfer]:
        """Which open invoices passed on."""
        return self._wire.every(ReceivableTransfer, "/billing/receivable-transfers")

    def balance_transfers(self) -> Sequence[BalanceTransfer]:
        """Which credit of customers passed on."""
        return self._wire.every(BalanceTransfer, "/billing/balance-transfers")

    def identifications(self) -> Sequence[Identification]:
        """Who turned out to have paid."""
        return self._wire.every(Identification, "/billing/identifications")

    def payment_requests(self) -> Sequence[PaymentRequest]:
        """What the gateway was asked for."""
        return self._wire.every(PaymentRequest, "/billing/payment-requests")

    def refunds(self) -> Sequence[Refund]:
        """Approved refunds."""
        return self._wire.every(Refund, "/billing/refunds")

    def refund_payments(self) -> Sequence[RefundPayment]:
        """Refunds paid out."""
        return self._wire.every(RefundPayment, "/billing/refund-payments")

    def disputes(self) -> Sequence[InvoiceDispute]:
        """All disputes."""
        return self._wire.every(InvoiceDispute, "/billing/disputes")

    def resolutions(self) -> Sequence[DisputeResolution]:
        """How disputes ended."""
        return self._wire.every(DisputeResolution, "/billing/resolutions")

    def write_offs(self) -> Sequence[WriteOff]:
        """What was given up."""
        return self._wire.every(WriteOff, "/billing/write-offs")

    def recoveries(self) -> Sequence[Recovery]:
        """What came after all."""
        return self._wire.every(Recovery, "/billing/recoveries")

    def refund_returns(self) -> Sequence[RefundReturn]:
        """Refunds that came back."""
        return self._wire.every(RefundReturn, "/billing/refund-returns")

    def relief_claims(self) -> Sequence[TaxReliefClaim]:
        """Tax claimed later."""
        return self._wire.every(TaxReliefClaim, "/billing/relief-claims")

    def reinstatements(self) -> Sequence[Reinstatement]:
        """What stands again."""
        return self._wire.every(Reinstatement, "/billing/reinstatements")

    def letters(self) -> Sequence[Letter]:
        """Dunning letters."""
        return self._wire.every(Letter, "/billing/letters")

    def open_items(self, as_of: date) -> Sequence[OpenItem]:
        """What was open on that day."""
        return self._wire.every(OpenItem, "/billing/open-items", as_of=as_of)

    def due(self, contract: str, through: date) -> Money:
        """What a contract makes payable."""
        return self._wire.ask(Money, f"/billing/contracts/{segment(contract)}/due", through=through)

    def exceptions(self) -> Sequence[Rejection]:
        """What billing would not take."""
        return self._wire.every(Rejection, "/billing/exceptions")
