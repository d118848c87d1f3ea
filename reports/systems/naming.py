"""What people call a document or a journal entry: the March invoice, the upsell invoice, the payment."""

from __future__ import annotations

from calendar import month_name
from datetime import date

from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.company import Onboarding
from engine.model.contracts import Amendment, Contract
from engine.model.cutover import TAKEN_OVER, Takeover
from engine.model.discounts import Reduction
from engine.model.document import Document
from engine.model.intercompany import IntercompanyCharge, IntercompanySettlement
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.journal import JournalEntry, PeriodClose, PeriodReopening
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.manual import JournalApproval, ManualJournal
from engine.model.masters import CustomerMerge
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
from engine.model.quotes import ChangePreview, Quote, QuoteDecision
from engine.model.rebates import RebateSettlement
from engine.model.revenue import RevenueFact, RevenueSchedule
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ContractTransfer, ReceivableTransfer
from engine.model.usage import Usage

MANUAL = "manual journal"

_KINDS: dict[type[Document], str] = {
    Onboarding: "customer",
    CustomerMerge: "merge",
    Quote: "quote",
    QuoteDecision: "quote decision",
    ChangePreview: "preview",
    Order: "order",
    Contract: "contract",
    Amendment: "amendment",
    Usage: "usage",
    RebateSettlement: "rebate settlement",
    Takeover: "takeover",
    Invoice: "invoice",
    CreditMemo: "credit memo",
    CreditUse: "customer credit",
    PaymentRequest: "payment request",
    PendingAttempt: "pending attempt",
    PaymentAttempt: "payment attempt",
    Payment: "payment",
    PaymentApplication: "payment application",
    PaymentReversal: "payment reversal",
    PaymentReturn: "payment return",
    Chargeback: "chargeback",
    ChargebackOutcome: "chargeback outcome",
    Identification: "identification",
    PrepaymentRelease: "prepayment release",
    CashExchange: "cash exchange",
    ReceivableTransfer: "novation",
    BalanceTransfer: "novation",
    Deduction: "deduction",
    Refund: "refund",
    RefundPayment: "refund payment",
    RefundReturn: "refund return",
    TaxReliefClaim: "tax relief claim",
    Reinstatement: "reinstatement",
    Payout: "payout",
    InvoiceDispute: "dispute",
    DisputeResolution: "dispute resolution",
    PaymentPlan: "payment plan",
    PlanEnd: "payment plan end",
    WriteOff: "write-off",
    Recovery: "recovery",
    Letter: "letter",
    JournalEntry: "journal entry",
    RevenueFact: "revenue fact",
    RevenueSchedule: "revenue schedule",
    PeriodClose: "period close",
    PeriodReopening: "period reopening",
    IntercompanyCharge: "intercompany charge",
    IntercompanySettlement: "intercompany settlement",
    ContractTransfer: "transfer",
    ManualJournal: MANUAL,
    JournalApproval: "journal approval",
}

# The business event that an entry posts says what the entry is about, whatever a ledger calls its source.
_POSTS = {
    "invoice posted": "invoice",
    "contract taken over": "takeover",
    "credit memo posted": "credit memo",
    "customer credit used": "customer credit",
    "payment applied": "payment",
    "payment reversed": "payment reversal",
    "payment returned": "payment return",
    "payment identified": "identification",
    "prepayment released": "prepayment release",
    "cash exchanged": "cash exchange",
    "receivable transferred": "novation",
    "balance transferred": "novation",
    "deduction taken": "deduction",
    "chargeback opened": "chargeback",
    "chargeback decided": "chargeback outcome",
    "dispute opened": "dispute",
    "dispute resolved": "dispute resolution",
    "payment plan agreed": "payment plan",
    "payment plan ended": "payment plan end",
    "refund approved": "refund",
    "refund paid": "refund payment",
    "refund returned": "refund return",
    "invoice written off": "write-off",
    "tax relief claimed": "tax relief claim",
    "receivable reinstated": "reinstatement",
    "recovery received": "recovery",
    "payout sent": "payout",
    "bank charge booked": "bank charge",
    "revenue posted": "revenue",
    "allowance adjusted": "allowance",
    "manual journal posted": MANUAL,
    "advance held off": "advance held off",
    "contract cost incurred": "contract cost",
    "contract cost amortized": "amortization",
    "contract cost impaired": "impairment",
    "goods transferred": "goods",
    "goods returned": "returned goods",
    "interest accrued": "interest",
    "contract transferred": "transfer",
    "price paid out": "paid out",
    "noncash consideration received": "noncash consideration",
    "sales tax borne": "tax borne",
    "contract left unpaid": "loss of contract",
    "provision made": "provision",
    "provision used": "provision used",
}


def document_kind(document: Document) -> str:
    """The kind of a document in business words: "credit memo", "payment application" ..."""
    return document.kind if isinstance(document, Invoice) else _KINDS[type(document)]


def reduction_in_words(reduction: Reduction) -> str:
    """ "10%" or "20.00 USD"."""
    return reduction.in_words


def document_name(document: Document) -> str:
    """What people call a document: "March invoice", "upsell invoice", "downgrade credit memo", "payment", "upsell"."""
    match document:
        case Invoice() if document.cause == TAKEN_OVER:
            return document.number
        case Invoice() | CreditMemo():
            return _caused(document_kind(document), document.cause, document.event_date)
        case Amendment():
            return document.cause
        case PaymentApplication():
            return "payment"
        case ManualJournal():
            return document.name
        case Deduction():
            return document.kind
        case JournalEntry():
            return entry_name(document)
        case _:
            return document_kind(document)


def entry_kind(entry: JournalEntry) -> str:
    """What an entry posts: "invoice", "payment", "revenue" ..."""
    return _POSTS.get(entry.event.partition(":")[0], entry.source_kind)


def entry_name(entry: JournalEntry) -> str:
    """What people call an entry, by the document behind it: "March invoice", "upsell invoice", "payment", "revenue"."""
    kind = entry_kind(entry)
    if kind in (MANUAL, "deduction") or entry.label == "debit memo":
        return entry.label
    return _caused(kind, entry.label, entry.event_date) if kind in ("invoice", "credit memo") else kind


def _caused(kind: str, cause: str, day: date) -> str:
    if cause in ("", "regular", kind):
        return f"{month_name[day.month]} {kind}" if kind == "invoice" else kind
    return f"{cause} {kind}"
