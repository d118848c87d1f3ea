"""Billing's operations: what a story asks for and sees. What the integration hands over is in intake.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.catalog import PriceBookEntry
from engine.model.company import Customer, TaxRate
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.cutover import Takeover
from engine.model.drafts import DraftInvoice
from engine.model.holds import BillingHold, HoldRelease
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.journal import Rejection
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.money import Money
from engine.model.open_items import OpenItem
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Letter,
    Payment,
    PaymentApplication,
    PaymentRequest,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.policy_changes import PolicyChange
from engine.model.printed import PrintedDocument
from engine.model.quotes import ChangePreview
from engine.model.rebates import RebateBalance
from engine.model.reversals import PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.model.uplifts import IndexValue
from engine.model.usage import PrepaidBalance, Reading, RepeatedReading, Usage
from fakes.dialects.plain import bill_requests, collections, requests
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.holdings import held_masters
from fakes.dialects.plain.takeovers import takeovers
from fakes.http.operations import Call, Operation
from ports.billing import BillingPort

if TYPE_CHECKING:
    from fakes.world import World

VIEWS: tuple[tuple[str, Any], ...] = (
    ("contracts", Contract),
    ("amendments", Amendment),
    ("subscriptions", Subscription),
    ("takeovers", Takeover),
    ("usage", Usage),
    ("repeated_readings", RepeatedReading),
    ("invoices", Invoice),
    ("holds", BillingHold),
    ("hold_releases", HoldRelease),
    ("printed", PrintedDocument),
    ("change_previews", ChangePreview),
    ("drafts", DraftInvoice),
    ("credit_memos", CreditMemo),
    ("credit_uses", CreditUse),
    ("payments", Payment),
    ("applications", PaymentApplication),
    ("reversals", PaymentReversal),
    ("deductions", Deduction),
    ("identifications", Identification),
    ("prepayment_releases", PrepaymentRelease),
    ("cash_exchanges", CashExchange),
    ("receivable_transfers", ReceivableTransfer),
    ("balance_transfers", BalanceTransfer),
    ("payment_requests", PaymentRequest),
    ("refunds", Refund),
    ("refund_payments", RefundPayment),
    ("disputes", InvoiceDispute),
    ("resolutions", DisputeResolution),
    ("payment_plans", PaymentPlan),
    ("plan_ends", PlanEnd),
    ("write_offs", WriteOff),
    ("recoveries", Recovery),
    ("refund_returns", RefundReturn),
    ("relief_claims", TaxReliefClaim),
    ("reinstatements", Reinstatement),
    ("letters", Letter),
    ("exceptions", Rejection),
    ("customers", Customer),
    ("policy_changes", PolicyChange),
)


def operations(world: World) -> Iterator[Operation]:
    """Credits, applications, refunds, disputes, write-offs, and every document billing keeps."""
    yield from _acts(world)
    yield from collections.operations(world)
    forms = Forms(world, "billing", BillingPort)
    yield from held_masters(world, forms, "billing")
    for verb, noun in VIEWS:
        path = f"/billing/{verb.replace('_', '-')}"
        nouns: Any = tuple[noun, ...]  # type: ignore[valid-type]  # made at run time
        yield forms.view(verb, path, nouns, _seeing(world, verb))

    def open_items(call: Call) -> object:
        return world.billing.open_items(call.query.as_of)

    def prepaid(call: Call) -> object:
        return world.billing.prepaid(call.query.as_of)

    def rebates(call: Call) -> object:
        return world.billing.rebates(call.query.as_of)

    def subscribed(call: Call) -> object:
        return world.billing.subscribed(call.query.as_of)

    yield forms.view("subscribed", "/billing/subscribed", tuple[Subscription, ...], subscribed, requests.AsOf)
    yield forms.view("rebates", "/billing/rebates", tuple[RebateBalance, ...], rebates, requests.AsOf)
    yield forms.view("prepaid", "/billing/prepaid", tuple[PrepaidBalance, ...], prepaid, requests.AsOf)

    def due(call: Call) -> Money:
        return world.billing.due(call.path["number"], call.query.through)

    yield forms.view("open_items", "/billing/open-items", tuple[OpenItem, ...], open_items, requests.AsOf)

    def preview(call: Call) -> object:
        return world.billing.preview(call.path["customer"], call.query.through)

    many = tuple[Invoice, ...]
    yield forms.view("preview", "/billing/previews/<customer>", many, preview, requests.Through)
    yield forms.view("due", "/billing/contracts/<number>/due", Money, due, requests.Through)


def _seeing(world: World, verb: str) -> Callable[[Call], object]:
    return lambda call: getattr(world.billing, verb)()


def _acts(world: World) -> Iterator[Operation]:
    yield from _reports(world)
    yield from takeovers(world)
    forms = Forms(world, "billing", BillingPort)

    yield from _cash(world, forms)

    def credit(call: Call) -> CreditMemo:
        body = call.body
        return world.billing.credit(body.invoice, body.line, body.net, body.reason, body.signed)

    def credit_account(call: Call) -> object:
        return tuple(world.billing.credit_account(call.body.customer, call.body.net))

    def debit(call: Call) -> Invoice:
        return world.billing.debit(call.body.invoice, call.body.lines)

    def void(call: Call) -> CreditMemo:
        return world.billing.void(call.body.invoice, call.body.rebill)

    def release(call: Call) -> HoldRelease:
        return world.billing.release(call.body.contract, call.body.role)

    memos = tuple[CreditMemo, ...]
    yield forms.act(
        "credit_account", "/billing/account-credits", bill_requests.AccountCreditRequest, memos, credit_account
    )
    yield forms.act("debit", "/billing/debit-memos", bill_requests.DebitRequest, Invoice, debit)
    yield forms.act("void", "/billing/voids", bill_requests.VoidRequest, CreditMemo, void)
    yield forms.act("release", "/billing/hold-releases", bill_requests.ReleaseRequest, HoldRelease, release)
    yield forms.act("credit", "/billing/credits", requests.CreditRequest, CreditMemo, credit)


def _cash(world: World, forms: Forms) -> Iterator[Operation]:
    """Money that is applied, kept back, and found out about."""

    def apply(call: Call) -> PaymentApplication:
        body = call.body
        return world.billing.apply(body.payment, body.invoice, body.amount, body.settles, body.rate)

    def take_off(call: Call) -> PaymentReversal:
        return world.billing.take_off(call.body.payment, call.body.invoice)

    def deduct(call: Call) -> Deduction:
        return world.billing.deduct(call.body.invoice, call.body.kind, call.body.amount, call.body.note)

    def identify(call: Call) -> Identification:
        return world.billing.identify(call.body.payment, call.body.customer, call.body.invoice)

    def free(call: Call) -> object:
        return world.billing.free(call.body.contract, call.body.amount)

    def use_credit(call: Call) -> CreditUse:
        return world.billing.use_credit(call.body.customer, call.body.invoice, call.body.amount)

    yield forms.act("apply", "/billing/applications", requests.ApplicationRequest, PaymentApplication, apply)
    yield forms.act("take_off", "/billing/payment-reversals", requests.TakeOffRequest, PaymentReversal, take_off)
    yield forms.act("deduct", "/billing/deductions", requests.DeductionRequest, Deduction, deduct)
    yield forms.act("identify", "/billing/identifications", requests.IdentificationRequest, Identification, identify)
    freed = tuple[PrepaymentRelease, ...]
    yield forms.act("free", "/billing/prepayment-releases", bill_requests.FreeingRequest, freed, free)
    yield forms.act("use_credit", "/billing/credit-uses", requests.CreditUseRequest, CreditUse, use_credit)


def _reports(world: World) -> Iterator[Operation]:
    """What billing is told: tax rates, list prices, new conventions, and what meters report."""

    def change(call: Call) -> tuple[PolicyChange, ...]:
        return world.billing.change_policies(call.body.answers, call.body.since, call.body.approver)

    forms = Forms(world, "billing", BillingPort)
    yield forms.act(
        "set_index", "/billing/index-values", IndexValue, IndexValue, lambda call: world.billing.set_index(call.body)
    )
    changed = tuple[PolicyChange, ...]
    yield forms.act("change_policies", "/billing/policy-changes", bill_requests.PolicyRequest, changed, change)
    yield forms.act(
        "set_tax_rate", "/billing/tax-rates", TaxRate, TaxRate, lambda call: world.billing.set_tax_rate(call.body)
    )
    yield forms.act(
        "set_price", "/billing/prices", PriceBookEntry, PriceBookEntry, lambda call: world.billing.set_price(call.body)
    )
    yield forms.act(
        "record_usage", "/billing/usage", Reading, Usage, lambda call: world.billing.record_usage(call.body)
    )
