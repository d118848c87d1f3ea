"""What each business event carries: the noun that travels with it, and the system that tells it."""

from __future__ import annotations

from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.company import Onboarding
from engine.model.contracts import Amendment, Contract
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.events import EventType, System
from engine.model.holds import BillingHold, HoldRelease
from engine.model.intercompany import IntercompanyCharge, IntercompanySettlement
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.journal import JournalEntry, PeriodClose
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.masters import CustomerMerge, MasterChange
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
from engine.model.quotes import ChangePreview, Quote
from engine.model.rebates import RebateSettlement
from engine.model.revenue import RevenueFact
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ContractTransfer, ReceivableTransfer
from engine.model.usage import Usage

PAYLOADS: dict[EventType, tuple[System, type[Document]]] = {
    "customer created": ("crm", Onboarding),
    "customer changed": ("crm", MasterChange),
    "customers merged": ("crm", CustomerMerge),
    "master data changed": ("billing", MasterChange),
    "change quoted": ("crm", Quote),
    "change previewed": ("billing", ChangePreview),
    "order closed-won": ("crm", Order),
    "contract activated": ("billing", Contract),
    "contract amended": ("billing", Amendment),
    "contract taken over": ("billing", Takeover),
    "usage recorded": ("billing", Usage),
    "billing held": ("billing", BillingHold),
    "hold released": ("billing", HoldRelease),
    "invoice posted": ("billing", Invoice),
    "credit memo posted": ("billing", CreditMemo),
    "rebate settled": ("billing", RebateSettlement),
    "customer credit used": ("billing", CreditUse),
    "payment requested": ("billing", PaymentRequest),
    "payment received": ("payments", Payment),
    "payment pending": ("payments", PendingAttempt),
    "payment failed": ("payments", PaymentAttempt),
    "payment applied": ("billing", PaymentApplication),
    "payment returned": ("payments", PaymentReturn),
    "payment reversed": ("billing", PaymentReversal),
    "payment identified": ("billing", Identification),
    "prepayment released": ("billing", PrepaymentRelease),
    "cash exchanged": ("billing", CashExchange),
    "deduction taken": ("billing", Deduction),
    "chargeback opened": ("payments", Chargeback),
    "chargeback decided": ("payments", ChargebackOutcome),
    "dispute opened": ("billing", InvoiceDispute),
    "dispute resolved": ("billing", DisputeResolution),
    "payment plan agreed": ("billing", PaymentPlan),
    "payment plan ended": ("billing", PlanEnd),
    "refund approved": ("billing", Refund),
    "refund paid": ("payments", RefundPayment),
    "refund returned": ("payments", RefundReturn),
    "invoice written off": ("billing", WriteOff),
    "tax relief claimed": ("billing", TaxReliefClaim),
    "receivable reinstated": ("billing", Reinstatement),
    "recovery received": ("billing", Recovery),
    "letter sent": ("billing", Letter),
    "payout sent": ("payments", Payout),
    "delivery recorded": ("erp", RevenueFact),
    "revenue posted": ("erp", JournalEntry),
    "contract transferred": ("erp", ContractTransfer),
    "receivable transferred": ("billing", ReceivableTransfer),
    "balance transferred": ("billing", BalanceTransfer),
    "intercompany charged": ("erp", IntercompanyCharge),
    "intercompany settled": ("erp", IntercompanySettlement),
    "period closed": ("erp", PeriodClose),
}
"""Every business event, with who tells it and the document it is about."""
