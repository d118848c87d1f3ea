"""What each of the four systems answered when it was asked, view by view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.model.areas import AreaClose
from engine.model.bank import BankItem
from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.checklist import CloseTask, TaskDone
from engine.model.company import AllowanceBucket, Customer
from engine.model.contracts import Amendment, Contract
from engine.model.currency import ExchangeRate
from engine.model.cutover import Takeover
from engine.model.drafts import DraftInvoice
from engine.model.findings import AccountsAuthorization, Finding
from engine.model.holds import BillingHold
from engine.model.intercompany import IntercompanyCharge, IntercompanySettlement
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.journal import (
    AccountBalance,
    JournalEntry,
    LedgerAccount,
    PeriodClose,
    PeriodReopening,
    Rejection,
    TrialBalanceRow,
)
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.manual import JournalApproval, ManualJournal
from engine.model.masters import CustomerMerge, GrantedException
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
    Payout,
    PendingAttempt,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.policy_changes import PolicyChange
from engine.model.printed import PrintedDocument
from engine.model.quotes import ChangePreview, Quote, QuoteDecision
from engine.model.revenue import RevenueFact, RevenueMonth, RevenueSchedule
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ContractTransfer, ReceivableTransfer
from engine.model.usage import RepeatedReading, Usage


@dataclass(frozen=True, kw_only=True)
class CrmView:
    """What the CRM says."""

    customers: Sequence[Customer]
    quotes: Sequence[Quote]
    decisions: Sequence[QuoteDecision]
    orders: Sequence[Order]
    merges: Sequence[CustomerMerge] = ()
    exceptions: Sequence[GrantedException] = ()


@dataclass(frozen=True, kw_only=True)
class BillingView:
    """What billing says. `due`: by contract, payable without tax up to the day of the snapshot; `whole`: over the whole term."""

    contracts: Sequence[Contract]
    amendments: Sequence[Amendment]
    usage: Sequence[Usage]
    invoices: Sequence[Invoice]
    credit_memos: Sequence[CreditMemo]
    credit_uses: Sequence[CreditUse]
    payments: Sequence[Payment]
    applications: Sequence[PaymentApplication]
    reversals: Sequence[PaymentReversal]
    deductions: Sequence[Deduction]
    identifications: Sequence[Identification]
    payment_requests: Sequence[PaymentRequest]
    refunds: Sequence[Refund]
    refund_payments: Sequence[RefundPayment]
    disputes: Sequence[InvoiceDispute]
    resolutions: Sequence[DisputeResolution]
    payment_plans: Sequence[PaymentPlan]
    plan_ends: Sequence[PlanEnd]
    write_offs: Sequence[WriteOff]
    recoveries: Sequence[Recovery]
    refund_returns: Sequence[RefundReturn]
    relief_claims: Sequence[TaxReliefClaim]
    reinstatements: Sequence[Reinstatement]
    letters: Sequence[Letter]
    open_items: Sequence[OpenItem]
    due: dict[str, Money]
    whole: dict[str, Money]
    exceptions: Sequence[Rejection]
    holds: Sequence[BillingHold] = ()
    printed: Sequence[PrintedDocument] = ()
    open_before: Sequence[OpenItem] = ()
    freed: Sequence[PrepaymentRelease] = ()
    exchanged: Sequence[CashExchange] = ()
    novated: Sequence[ReceivableTransfer] = ()
    balances_passed: Sequence[BalanceTransfer] = ()
    drafts: Sequence[DraftInvoice] = ()
    takeovers: Sequence[Takeover] = ()
    change_previews: Sequence[ChangePreview] = ()
    repeated: Sequence[RepeatedReading] = ()
    policy_changes: Sequence[PolicyChange] = ()


@dataclass(frozen=True, kw_only=True)
class PaymentsView:
    """What the payment gateway says."""

    requests: Sequence[PaymentRequest]
    attempts: Sequence[PaymentAttempt]
    payments: Sequence[Payment]
    refunds: Sequence[RefundPayment]
    refund_returns: Sequence[RefundReturn]
    chargebacks: Sequence[Chargeback]
    chargeback_outcomes: Sequence[ChargebackOutcome]
    returns: Sequence[PaymentReturn]
    payouts: Sequence[Payout]
    pending: Sequence[PendingAttempt] = ()


@dataclass(frozen=True, kw_only=True)
class LedgerView:
    """What the ERP says. `closes`: those that stand; `journal`: all entries of all time, also those after the day of the snapshot.

    `schedules` and what `revenue` says is scheduled are as they stood at the end of that day; `rescheduled`: the contracts
    about which something later changed them.
    """

    accounts: Sequence[LedgerAccount]
    journal: Sequence[JournalEntry]
    balances: Sequence[AccountBalance]
    trial_balance: Sequence[TrialBalanceRow]
    facts: Sequence[RevenueFact]
    schedules: Sequence[RevenueSchedule]
    revenue: Sequence[RevenueMonth]
    closes: Sequence[PeriodClose]
    reopenings: Sequence[PeriodReopening]
    area_closes: Sequence[AreaClose]
    close_tasks: Sequence[CloseTask]
    tasks_done: Sequence[TaskDone]
    rates: Sequence[ExchangeRate]
    loss_rates: Sequence[AllowanceBucket]
    calendar: str
    charges: Sequence[IntercompanyCharge]
    settlements: Sequence[IntercompanySettlement]
    transfers: Sequence[ContractTransfer]
    manual_journals: Sequence[ManualJournal]
    journal_approvals: Sequence[JournalApproval]
    exceptions: Sequence[Rejection]
    bank: Sequence[BankItem] = ()
    rescheduled: frozenset[str] = frozenset()
    findings: Sequence[Finding] = ()
    authorizations: Sequence[AccountsAuthorization] = ()
