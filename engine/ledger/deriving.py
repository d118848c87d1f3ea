"""What each kind of document means for the ledger: its named amounts, not the accounts they stand on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.ledger import losing, sending_back
from engine.ledger.drafting import PAID_AHEAD, Draft, Owner, Part, ahead, obligation_of
from engine.ledger.giving_back import earned_by_holders, earned_of_credit
from engine.ledger.opening import opening_amounts
from engine.ledger.reserving import payer_of, reserve, shared
from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.company import Onboarding
from engine.model.contracts import Amendment, Contract
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.events import EventType
from engine.model.invoices import CreditMemo, CreditMemoLine, CreditUse, Invoice, Settlement
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    PaymentApplication,
    Payout,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.rebates import RebateSettlement
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.model.usage import Usage
from engine.receivables.crossing import worth


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of document is posted: its name, the event that brings it, the posting's name (an invoice: its cause), amounts."""

    noun: str
    event: EventType
    label: str
    amounts: Callable[[Draft, Any], None]


def _nothing(draft: Draft, document: Document) -> None:
    """A promise is no posting (handbook, section 1); usage is posted with the revenue of its month (handbook 4.11)."""


def _invoice(draft: Draft, invoice: Invoice) -> None:
    for contract, line in ((part.contract, line) for part in invoice.by_contract() for line in part.lines):
        obligation = obligation_of(contract, line.line)
        liability, unbilled = draft.true_up(contract, billed=line.net.minor)
        about = {"contract": contract, "product": line.product, "obligation": obligation}
        draft.add("deferred", liability, invoice=invoice.number, **about)
        draft.add(ahead(draft.book, "unbilled"), -unbilled, invoice=invoice.number, **about)
        for tax in line.by_tax:
            draft.add("tax", tax.amount.minor, contract=contract, invoice=invoice.number, tax_code=tax.tax)
    if invoice.rounding:
        draft.add("rounding", invoice.rounding.minor, contract=invoice.contract, invoice=invoice.number)


def _credit_memo(draft: Draft, memo: CreditMemo) -> None:
    """Earned revenue is given back at once, first from what a dispute has reserved; the rest reduces the liability.

    A rebate comes out of what was expected to go back.
    """
    held: dict[str, int] = {}
    for own in memo.by_contract():
        for line in own.lines:
            _credited(draft, own, line)
            held[line.invoice] = held.get(line.invoice, 0) + line.total.minor
    for part in memo.roundings:
        draft.add("rounding", part.amount.minor, contract=memo.contract, invoice=part.invoice)
        held[part.invoice] += part.amount.minor
    for settlement in memo.settlements:
        held[settlement.invoice] = held.get(settlement.invoice, 0) - settlement.amount.minor
    for invoice, minor in held.items():
        draft.add("held", minor, contract=memo.contract, invoice=invoice)


def _credited(draft: Draft, memo: CreditMemo, line: CreditMemoLine) -> None:
    if memo.reason == "rebate":
        draft.add("expected", line.net.minor, contract=memo.contract, product=line.product, invoice=line.invoice)
    else:
        _net_credited(draft, memo, line)
    for tax in line.by_tax:
        draft.add("tax", tax.amount.minor, contract=memo.contract, invoice=line.invoice, tax_code=tax.tax)


def _net_credited(draft: Draft, memo: CreditMemo, line: CreditMemoLine) -> None:
    obligation = obligation_of(memo.contract, line.line)
    given_back = earned_of_credit(draft, memo, line)
    liability, unbilled = draft.true_up(memo.contract, billed=-line.net.minor, recognized=-given_back)
    reserved = -reserve(draft, line.invoice, -line.net.minor) if memo.reason == "dispute" else 0
    about = {"contract": memo.contract, "product": line.product, "obligation": obligation, "invoice": line.invoice}
    draft.add("deferred", -liability, **about)
    draft.add(ahead(draft.book, "unbilled"), unbilled, **about)
    draft.add("reserved", reserved, **about)
    others = list(earned_by_holders(draft, memo, line))
    own = given_back - sum(minor for minor, _ in others)
    theirs = reserved if others and payer_of(draft.book, memo.contract, memo.customer, memo.entity) else 0
    draft.add("earned", own - (reserved - theirs), **about)
    draft.recognize(memo.contract, line.product, obligation, -own)
    for minor, holder in others:
        draft.add("earned", minor - theirs, Fraction(0), holder, **about)
        draft.recognize(memo.contract, line.product, obligation, -minor, owner=holder)


def _dispute(draft: Draft, dispute: InvoiceDispute) -> None:
    """Doubt of the price is no revenue until settled; doubt that the customer can pay is a credit loss (handbook 4.3)."""
    if dispute.doubt == "credit":
        draft.move("doubted", dispute.invoice, dispute.reserve.minor)
        draft.add("doubted", dispute.reserve.minor, invoice=dispute.invoice)
        return
    reserved = reserve(draft, dispute.invoice, dispute.reserve.minor)
    for part in shared(draft, dispute.invoice, dispute.invoice_line, reserved, dispute.event_date):
        draft.add("reserved", part.minor, Fraction(0), part.owner, contract=part.contract, invoice=dispute.invoice)


def _resolution(draft: Draft, resolution: DisputeResolution) -> None:
    if resolution.doubt == "credit":
        draft.move("doubted", resolution.invoice, -resolution.released.minor)
        draft.add("doubt ended", resolution.released.minor, invoice=resolution.invoice)
        return
    released = -reserve(draft, resolution.invoice, -resolution.released.minor)
    made = draft.book.find(InvoiceDispute, resolution.dispute)
    line, day = (made.invoice_line, made.event_date) if made else (None, resolution.event_date)
    for part in shared(draft, resolution.invoice, line, released, day):
        draft.add("released", part.minor, Fraction(0), part.owner, contract=part.contract, invoice=resolution.invoice)


def _credit_use(draft: Draft, use: CreditUse) -> None:
    for settlement in use.settlements:
        draft.add("used", settlement.amount.minor, invoice=settlement.invoice)


def _application(draft: Draft, application: PaymentApplication) -> None:
    """Cash that settles something, and what is kept of it: a prepayment is liability of its contract (handbook 4.14)."""
    ahead = application.kept_as == "prepayment"
    if ahead and application.contract:
        kept_more = -application.amount if application.from_unapplied else application.unapplied
        draft.move(PAID_AHEAD, application.contract, kept_more.minor)
    kept = "from prepayment" if ahead else "from unapplied"
    way = kept if application.from_unapplied else f"applied by {application.method}"
    contract = application.contract if application.from_unapplied else None
    for settlement in application.settlements:
        draft.add(way, settlement.amount.minor, contract=contract, invoice=settlement.invoice)
    if not application.from_unapplied:
        kept = _KEPT.get(application.kept_as, f"unapplied by {application.method}")
        draft.add(kept, application.unapplied.minor, contract=application.contract)


_KEPT = {"prepayment": "prepaid", "customer credit": "credited", "unidentified cash": "unidentified"}


def _identification(draft: Draft, found: Identification) -> None:
    draft.add("identified", found.amount.minor)


def _freed(draft: Draft, freed: PrepaymentRelease) -> None:
    draft.move(PAID_AHEAD, freed.contract, -freed.amount.minor)
    draft.add("released", freed.amount.minor, contract=freed.contract)


def _exchange(draft: Draft, made: CashExchange) -> None:
    """Both sides are worth the same in the books, so that the clearing between the two currencies ends at nothing."""
    side = "taken back" if made.back and made.side == "taken" else made.side
    draft.add(side, made.amount.minor, Fraction(0), None, worth(draft.book, made) / made.amount.exact)


def _novation(draft: Draft, made: ReceivableTransfer) -> None:
    """The receivable leaves the books of the one at what it stands at; the other owes for it (handbook 4.13)."""
    to = Owner(made.customer, made.to)
    draft.parts.append(Part(name="receivable", amount=-made.amount, invoice=made.invoice, passes_to=to))


def _passed_on(draft: Draft, made: BalanceTransfer) -> None:
    draft.parts.append(Part(name=made.held_as, amount=made.amount, passes_to=Owner(made.customer, made.to)))


def holders(document: Document) -> dict[str, str]:
    """The invoices of a document that are owed to another legal entity than its own, each with that entity."""
    if isinstance(document, CreditMemo):
        return {line.invoice: document.holder for line in document.lines if document.holder}
    settlements: tuple[Settlement, ...] = getattr(document, "settlements", ())
    return {part.invoice: part.holder for part in settlements if part.holder}


def _deduction(draft: Draft, deduction: Deduction) -> None:
    """The tax that falls with the price is no cost (handbook 4.16)."""
    draft.add(deduction.kind, deduction.amount.minor - deduction.tax.minor, invoice=deduction.invoice)
    draft.add("tax", deduction.tax.minor, invoice=deduction.invoice)


KINDS: dict[type[Document], Kind] = {
    Onboarding: Kind("customer", "customer created", "", _nothing),
    Contract: Kind("contract", "contract activated", "", _nothing),
    Amendment: Kind("amendment", "contract amended", "", _nothing),
    Takeover: Kind("takeover", "contract taken over", "opening balance", opening_amounts),
    Usage: Kind("usage", "usage recorded", "", _nothing),
    Invoice: Kind("invoice", "invoice posted", "", _invoice),
    CreditMemo: Kind("credit memo", "credit memo posted", "credit memo", _credit_memo),
    RebateSettlement: Kind("rebate settlement", "rebate settled", "", _nothing),
    CreditUse: Kind("credit use", "customer credit used", "customer credit", _credit_use),
    PaymentApplication: Kind("payment application", "payment applied", "payment", _application),
    Identification: Kind("identification", "payment identified", "identification", _identification),
    PrepaymentRelease: Kind("prepayment release", "prepayment released", "prepayment release", _freed),
    CashExchange: Kind("cash exchange", "cash exchanged", "cash exchange", _exchange),
    ReceivableTransfer: Kind("novation", "receivable transferred", "novation", _novation),
    BalanceTransfer: Kind("balance transfer", "balance transferred", "novation", _passed_on),
    Deduction: Kind("deduction", "deduction taken", "deduction", _deduction),
    InvoiceDispute: Kind("dispute", "dispute opened", "dispute", _dispute),
    DisputeResolution: Kind("dispute resolution", "dispute resolved", "dispute", _resolution),
    PaymentPlan: Kind("payment plan", "payment plan agreed", "", _nothing),
    PlanEnd: Kind("payment plan end", "payment plan ended", "", _nothing),
    Refund: Kind("refund", "refund approved", "refund", sending_back.refund),
    RefundPayment: Kind("refund payment", "refund paid", "refund paid", sending_back.refund_payment),
    WriteOff: Kind("write-off", "invoice written off", "write-off", losing.write_off),
    Recovery: Kind("recovery", "recovery received", "recovery", losing.recovery),
    Chargeback: Kind("chargeback", "chargeback opened", "chargeback", sending_back.chargeback),
    ChargebackOutcome: Kind("chargeback outcome", "chargeback decided", "chargeback", sending_back.chargeback_outcome),
    PaymentReturn: Kind("payment return", "payment returned", "payment return", sending_back.payment_return),
    PaymentReversal: Kind("payment reversal", "payment reversed", "payment reversal", sending_back.payment_reversal),
    RefundReturn: Kind("refund return", "refund returned", "refund returned", sending_back.refund_return),
    TaxReliefClaim: Kind("tax relief claim", "tax relief claimed", "tax relief", losing.relief_claim),
    Reinstatement: Kind("reinstatement", "receivable reinstated", "reinstatement", losing.reinstatement),
    Payout: Kind("payout", "payout sent", "payout", sending_back.payout),
}
