"""What the integration hands over: one operation for each kind of document a system takes.

Header Business-Event names the event it comes from ("invoice posted:NW-000001"); Idempotency-Key makes repeats safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.company import Onboarding
from engine.model.contracts import Amendment, Contract
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.masters import CustomerMerge, MasterChange
from engine.model.orders import Order
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
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
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.model.usage import Usage
from fakes.dialects.plain.requests import Taken
from fakes.http.operations import Call, Operation
from fakes.http.shapes import closed

if TYPE_CHECKING:
    from fakes.world import World

TAKEN: tuple[tuple[str, str, type[Document]], ...] = (
    ("crm.take_takeover", "/crm/takeovers", Takeover),
    ("erp.take_takeover", "/erp/takeovers", Takeover),
    ("billing.take_customer", "/billing/customers", Onboarding),
    ("crm.take_master_change", "/crm/master-changes", MasterChange),
    ("billing.take_master_change", "/billing/master-changes", MasterChange),
    ("payments.take_master_change", "/payments/master-changes", MasterChange),
    ("erp.take_master_change", "/erp/master-changes", MasterChange),
    ("billing.take_customer_merge", "/billing/customer-merges", CustomerMerge),
    ("payments.take_customer_merge", "/payments/customer-merges", CustomerMerge),
    ("erp.take_customer_merge", "/erp/customer-merges", CustomerMerge),
    ("billing.take_change_quote", "/billing/change-quotes", Quote),
    ("crm.take_change_preview", "/crm/change-previews", ChangePreview),
    ("billing.take_new_order", "/billing/contracts", Order),
    ("billing.take_change_order", "/billing/amendments", Order),
    ("billing.take_delivery", "/billing/deliveries", RevenueFact),
    ("billing.take_payment", "/billing/payments", Payment),
    ("billing.take_pending_payment", "/billing/pending-payments", PendingAttempt),
    ("billing.take_payment_failure", "/billing/payment-failures", PaymentAttempt),
    ("billing.take_payment_return", "/billing/payment-returns", PaymentReturn),
    ("billing.take_chargeback", "/billing/chargebacks", Chargeback),
    ("billing.take_chargeback_outcome", "/billing/chargeback-outcomes", ChargebackOutcome),
    ("billing.take_refund_payment", "/billing/refund-payments", RefundPayment),
    ("payments.take_customer", "/payments/customers", Onboarding),
    ("payments.take_request", "/payments/requests", PaymentRequest),
    ("payments.take_refund", "/payments/refunds", Refund),
    ("erp.take_customer", "/erp/customers", Onboarding),
    ("erp.take_contract", "/erp/contracts", Contract),
    ("erp.take_amendment", "/erp/amendments", Amendment),
    ("erp.take_usage", "/erp/usage", Usage),
    ("erp.take_invoice", "/erp/invoices", Invoice),
    ("erp.take_credit_memo", "/erp/credit-memos", CreditMemo),
    ("erp.take_credit_use", "/erp/credit-uses", CreditUse),
    ("erp.take_application", "/erp/applications", PaymentApplication),
    ("erp.take_identification", "/erp/identifications", Identification),
    ("erp.take_prepayment_release", "/erp/prepayment-releases", PrepaymentRelease),
    ("erp.take_cash_exchange", "/erp/cash-exchanges", CashExchange),
    ("erp.take_deduction", "/erp/deductions", Deduction),
    ("payments.take_receivable_transfer", "/payments/receivable-transfers", ReceivableTransfer),
    ("erp.take_receivable_transfer", "/erp/receivable-transfers", ReceivableTransfer),
    ("erp.take_balance_transfer", "/erp/balance-transfers", BalanceTransfer),
    ("erp.take_payment_return", "/erp/payment-returns", PaymentReturn),
    ("erp.take_payment_reversal", "/erp/payment-reversals", PaymentReversal),
    ("erp.take_chargeback", "/erp/chargebacks", Chargeback),
    ("erp.take_chargeback_outcome", "/erp/chargeback-outcomes", ChargebackOutcome),
    ("erp.take_dispute", "/erp/disputes", InvoiceDispute),
    ("erp.take_resolution", "/erp/resolutions", DisputeResolution),
    ("erp.take_rebate_settlement", "/erp/rebate-settlements", RebateSettlement),
    ("erp.take_payment_plan", "/erp/payment-plans", PaymentPlan),
    ("erp.take_plan_end", "/erp/payment-plan-ends", PlanEnd),
    ("erp.take_refund", "/erp/refunds", Refund),
    ("erp.take_refund_payment", "/erp/refund-payments", RefundPayment),
    ("erp.take_write_off", "/erp/write-offs", WriteOff),
    ("erp.take_recovery", "/erp/recoveries", Recovery),
    ("billing.take_refund_return", "/billing/refund-returns", RefundReturn),
    ("erp.take_refund_return", "/erp/refund-returns", RefundReturn),
    ("erp.take_tax_relief_claim", "/erp/tax-relief-claims", TaxReliefClaim),
    ("erp.take_reinstatement", "/erp/reinstatements", Reinstatement),
    ("erp.take_payout", "/erp/payouts", Payout),
)


def operations(world: World) -> Iterator[Operation]:
    """One for each row of the table."""
    for name, path, document in TAKEN:
        yield _taking(world, name, path, document)


def _taking(world: World, name: str, path: str, document: type[Document]) -> Operation:
    system = name.partition(".")[0]

    def take(call: Call) -> Taken:
        event = call.exchange.headers.get("business-event", "")
        taker = getattr(world, system)
        taking = taker.adopt if document is MasterChange else taker.take
        made = taking(event, taker.as_known(call.body))
        world.settle()
        return Taken(made=getattr(made, "number", None))

    return Operation(
        name=name,
        method="POST",
        path=path,
        handler=take,
        summary=f"A business event brings this {document.__name__}; what it leads to is made. Repeats change nothing.",
        takes=closed(document),
        gives=closed(Taken),
        status=201,
    )
