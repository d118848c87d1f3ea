"""The door to billing: contracts, invoices, credits and the receivables subledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol

from engine.model.catalog import PriceBookEntry
from engine.model.company import TaxRate
from engine.model.contracts import Amendment, Contract, Subscription
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
from engine.model.rebates import RebateBalance
from engine.model.reversals import PaymentReversal, RefundReturn
from engine.model.uplifts import IndexValue
from engine.model.usage import PrepaidBalance, Reading, RepeatedReading, Usage
from ports.cash import CashPort
from ports.collections import CollectionsPort
from ports.masters import MastersPort
from ports.takeovers import TakeoversPort


class BillingPort(CashPort, CollectionsPort, TakeoversPort, MastersPort, Protocol):
    """Every act answers with the document it made, or raises ports.refusal.Refused. Every view is read-only."""

    def set_price(self, entry: PriceBookEntry) -> PriceBookEntry:
        """A price of the list from a day on; what it means for running contracts is the company's convention."""
        ...

    def set_tax_rate(self, rate: TaxRate) -> TaxRate:
        """The percentage of a tax code from a day on."""
        ...

    def set_index(self, value: IndexValue) -> IndexValue:
        """What an index stands at for a month: contracts whose prices rise with it follow."""
        ...

    def change_policies(self, answers: tuple[NewAnswer, ...], since: date, approver: str) -> tuple[PolicyChange, ...]:
        """Conventions are answered otherwise from that day on, which is today; a role approved it."""
        ...

    def policy_changes(self) -> Sequence[PolicyChange]:
        """Every convention that was changed, in order."""
        ...

    def record_usage(self, reading: Reading) -> Usage:
        """A meter reports what was used; the same report again counts once."""
        ...

    def credit(
        self,
        invoice: str,
        line: int | None,
        net: Money,
        reason: Literal["goodwill", "unserved", "rebate", "tax correction"],
        signed: Signatures = UNSIGNED,
    ) -> CreditMemo:
        """Give back part of an invoice or of one of its lines though nothing about the contract changes."""
        ...

    def credit_account(self, customer: str, net: Money) -> tuple[CreditMemo, ...]:
        """Give back an amount without tax of all the customer's invoices, the oldest open ones first."""
        ...

    def debit(self, invoice: str, lines: Sequence[DebitLine]) -> Invoice:
        """Charge more on an issued invoice: a debit memo, which is a demand of its own."""
        ...

    def void(self, invoice: str, rebill: bool) -> CreditMemo:
        """Take an unsettled invoice back in full; `rebill`: what it billed is billed anew, today."""
        ...

    def release(self, contract: str, role: str) -> HoldRelease:
        """A role lets a contract of the exceptions queue go; what fell due meanwhile is billed, once."""
        ...

    def preview(self, customer: str, through: date) -> Sequence[Invoice]:
        """The invoices the customer would get up to that day if nothing more happened; nothing is written."""
        ...

    def change_previews(self) -> Sequence[ChangePreview]:
        """What every quoted change of a running contract would come to, were it signed on the day it was previewed."""
        ...

    def drafts(self) -> Sequence[DraftInvoice]:
        """What has fallen due and waits for its days of grace to be over, as it stands today; it has no number yet."""
        ...

    def holds(self) -> Sequence[BillingHold]:
        """What the bill run ever held, with reason and owner."""
        ...

    def hold_releases(self) -> Sequence[HoldRelease]:
        """Who let which hold go."""
        ...

    def refund(
        self,
        customer: str,
        amount: Money,
        source: Literal["customer credit", "unapplied cash"],
        reason: str,
        method: Method | None = None,
        signed: Signatures = UNSIGNED,
    ) -> Refund:
        """Approve a refund of credit or unapplied cash, to a means of payment if one is named; it is then paid out."""
        ...

    def contracts(self) -> Sequence[Contract]:
        """All contracts as signed."""
        ...

    def amendments(self) -> Sequence[Amendment]:
        """All amendments."""
        ...

    def subscriptions(self) -> Sequence[Subscription]:
        """What each contract and its amendments add up to today."""
        ...

    def subscribed(self, as_of: date) -> Sequence[Subscription]:
        """The same as it stood at the end of a day: of what was signed later nothing is known."""
        ...

    def usage(self) -> Sequence[Usage]:
        """Every reading taken, corrected ones included."""
        ...

    def repeated_readings(self) -> Sequence[RepeatedReading]:
        """What came again under the id of a reading that was taken, once for each time."""
        ...

    def prepaid(self, as_of: date) -> Sequence[PrepaidBalance]:
        """What stood of prepaid amounts at the end of that day, by contract and product."""
        ...

    def rebates(self, as_of: date) -> Sequence[RebateBalance]:
        """How each contract's rebates stood at the end of that day, period by period."""
        ...

    def invoices(self) -> Sequence[Invoice]:
        """All posted invoices in number order."""
        ...

    def credit_memos(self) -> Sequence[CreditMemo]:
        """All posted credit memos in number order."""
        ...

    def printed(self) -> Sequence[PrintedDocument]:
        """Every issued invoice and memo as the customer sees it: parties, terms, lines, taxes and notes on the paper."""
        ...

    def credit_uses(self) -> Sequence[CreditUse]:
        """Every use of customer credit."""
        ...

    def payments(self) -> Sequence[Payment]:
        """The payments billing knows of."""
        ...

    def applications(self) -> Sequence[PaymentApplication]:
        """What each payment paid."""
        ...

    def reversals(self) -> Sequence[PaymentReversal]:
        """What payments pay no longer: taken off, returned, charged back."""
        ...

    def payment_requests(self) -> Sequence[PaymentRequest]:
        """What the gateway was asked to collect."""
        ...

    def refunds(self) -> Sequence[Refund]:
        """Approved refunds."""
        ...

    def refund_payments(self) -> Sequence[RefundPayment]:
        """Refunds that billing knows were paid out."""
        ...

    def disputes(self) -> Sequence[InvoiceDispute]:
        """All disputes."""
        ...

    def resolutions(self) -> Sequence[DisputeResolution]:
        """How disputes ended."""
        ...

    def write_offs(self) -> Sequence[WriteOff]:
        """What was given up."""
        ...

    def recoveries(self) -> Sequence[Recovery]:
        """What came after all."""
        ...

    def refund_returns(self) -> Sequence[RefundReturn]:
        """Refunds that billing knows came back."""
        ...

    def relief_claims(self) -> Sequence[TaxReliefClaim]:
        """Tax of written-off invoices that was claimed later."""
        ...

    def reinstatements(self) -> Sequence[Reinstatement]:
        """Receivables that stand again because money came for them."""
        ...

    def letters(self) -> Sequence[Letter]:
        """Dunning letters sent."""
        ...

    def open_items(self, as_of: date) -> Sequence[OpenItem]:
        """What was open at the end of that day, by invoice."""
        ...

    def due(self, contract: str, through: date) -> Money:
        """What the contract and its amendments make payable, without tax, for billing periods whose bill date has come."""
        ...

    def exceptions(self) -> Sequence[Rejection]:
        """Orders and other events that billing would not take, with the reason."""
        ...
