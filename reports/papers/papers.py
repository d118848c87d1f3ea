"""The documents of all systems as a reader of the report sees them: what stands on the paper, nothing of the machinery."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.drafts import DraftInvoice
from engine.model.events import System
from engine.model.invoices import CreditMemo, CreditUse, DocumentLine, Invoice, Settlement
from engine.model.journal import JournalEntry, JournalLine
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Letter,
    Payment,
    PaymentApplication,
    PaymentAttempt,
    Payout,
    PendingAttempt,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.quotes import Quote
from engine.model.revenue import RevenueMonth, RevenueSchedule
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from reports.papers.changes import PER, change_in_words, exact_price, plain
from reports.papers.posted import letters
from reports.papers.printed import page
from reports.systems.naming import document_kind, document_name, entry_name, reduction_in_words
from reports.systems.snapshot import Snapshot

Fields = dict[str, Any]
# An entry of books that are kept beside the company's own, as people call such books.
PARALLEL = "parallel journal entry"
# What a journal line is about beside its account and customer, where it says so.
ABOUT = ("contract", "product", "invoice", "tax_code", "region", "channel")
_EVERY = {1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "yearly"}
_ANCHORS = {"anniversary": "counted from its first day", "calendar": "by the calendar"}


def papers(seen: Snapshot) -> Iterator[Fields]:
    """The fields of every `document` record of the evidence, system by system; of what customers get, what they see."""
    sheets = {sheet.number: page(sheet) for sheet in seen.billing.printed} | letters(seen)
    for paper in _all_papers(seen):
        if paper["system"] == "billing" and (sheet := sheets.get(paper["number"])):
            paper["data"] = {name: fact for name, fact in sheet.items() if fact is not None}
        yield paper
    yield from map(_draft, seen.billing.drafts)


def _draft(draft: DraftInvoice) -> Fields:
    """What waits to be issued: no document yet, so without a number."""
    data = {"contract": draft.contract, "issued_on": draft.issues_on, "due_date": draft.due_date}
    sums = {"net": draft.net, "total": draft.total}
    about = {"system": "billing", "type": "draft", "number": "", "date": draft.opened, "customer": draft.customer}
    return {**about, "title": "draft", "data": {**data, **sums}}


def _all_papers(seen: Snapshot) -> Iterator[Fields]:
    crm, billing, payments, erp = seen.crm, seen.billing, seen.payments, seen.erp
    yield from _papers("crm", crm.quotes)
    yield from _papers("billing", billing.contracts, billing.amendments, billing.invoices, billing.credit_memos)
    yield from _papers("billing", billing.credit_uses, billing.applications, billing.reversals)
    yield from _papers("billing", billing.refunds, billing.disputes, billing.relief_claims, billing.reinstatements)
    yield from _papers("billing", billing.resolutions, billing.write_offs, billing.recoveries, billing.letters)
    yield from _papers(
        "payments", payments.attempts, payments.payments, payments.refunds, payments.refund_returns, payments.payouts
    )
    yield from _papers(
        "payments", payments.pending, payments.chargebacks, payments.chargeback_outcomes, payments.returns
    )
    yield from (_entry(entry) for entry in erp.journal)
    yield from _schedules(erp.schedules, erp.revenue)


def _papers(system: System, *kinds: Iterable[Document]) -> Iterator[Fields]:
    for documents in kinds:
        for document in documents:
            yield _paper(system, document, _facts(document))


def _paper(system: System, document: Document, facts: Fields) -> Fields:
    return {
        "system": system,
        "type": document_kind(document),
        "number": document.number,
        "date": document.event_date,
        "customer": getattr(document, "customer", None) or None,
        "title": document_name(document),
        "data": {name: fact for name, fact in facts.items() if fact is not None},
    }


def _facts(document: Document) -> Fields:
    match document:
        case Invoice():
            return {"contract": document.contract, "due_date": document.due_date, **_totals(document)}
        case CreditMemo():
            settled = {"applied": _settled(document.settlements), "customer_credit": document.held or None}
            return {"reason": document.reason, "contract": document.contract, **_totals(document), **settled}
        case Contract():
            return _contract(document)
        case Amendment():
            changes = [change_in_words(change) for change in document.changes]
            return {"contract": document.contract, "effective": document.effective_date, "changes": changes}
        case Quote():
            asked = [f"{step.role}: {step.reason}" for step in document.approvals]
            return {"lines": [_order_line(line) for line in document.lines], "approvals": asked or None}
        case _:
            return _payment_facts(document)


def _payment_facts(document: Document) -> Fields:
    match document:
        case Payment() | PendingAttempt() | PaymentAttempt():
            return {
                "amount": document.amount,
                "invoice": document.invoice,
                "method": getattr(document, "method", None),
                "outcome": getattr(document, "outcome", None),
            }
        case PaymentApplication() | CreditUse():
            unapplied = document.unapplied if isinstance(document, PaymentApplication) else None
            applied = _settled(document.settlements)
            return {"amount": document.amount, "applied": applied, "unapplied": unapplied or None}
        case CashExchange():
            sides = {"amount": document.amount, "against": document.against, "side": document.side}
            return {"payment": document.payment, "invoice": document.invoice, **sides}
        case Deduction() | Identification() | PrepaymentRelease():
            kept = {"invoice": getattr(document, "invoice", None), "reason": getattr(document, "note", None) or None}
            return {"payment": document.payment, "amount": document.amount, **kept}
        case Refund() | RefundPayment() | RefundReturn() | WriteOff() | Recovery() | TaxReliefClaim() | Reinstatement():
            return {
                "amount": document.amount,
                "reason": getattr(document, "reason", None),
                "invoice": getattr(document, "invoice", None),
                "tax": getattr(document, "tax_relief", None) or getattr(document, "tax", None) or None,
            }
        case _:
            return _other_facts(document)


def _other_facts(document: Document) -> Fields:
    match document:
        case Chargeback() | PaymentReturn():
            return {
                "payment": document.payment,
                "invoice": document.invoice,
                "amount": document.amount,
                "fee": document.fee or None,
                "reason": document.reason or None,
            }
        case ChargebackOutcome():
            back = document.fee_returned or None
            return {"chargeback": document.chargeback, "outcome": document.outcome, "won": document.won, "fee": back}
        case PaymentReversal():
            undone = {"payment": document.payment, "cause": document.cause, "reference": document.reference}
            return {**undone, "amount": document.amount, "applied": _settled(document.settlements)}
        case InvoiceDispute():
            return {"invoice": document.invoice, "amount": document.amount, "reason": document.reason}
        case DisputeResolution():
            return {"invoice": document.invoice, "outcome": document.outcome, "credited": document.credited}
        case PaymentPlan():
            parts = "; ".join(f"{part.amount} by {part.due_date}" for part in document.parts)
            return {"invoice": document.invoice, "parts": parts, "default_after_days": document.default_after}
        case PlanEnd():
            return {"invoice": document.invoice, "plan": document.plan, "outcome": document.outcome}
        case Letter():
            return {
                "invoice": document.invoice,
                "letter": document.name,
                "open": document.open,
                "then": _then(document),
            }
        case _:
            assert isinstance(document, Payout), document
            return {"gross": document.gross, "fee": document.fee, "net": document.net}


def _then(letter: Letter) -> str | None:
    return letter.then if letter.then != "nothing more" else None


def _totals(document: Invoice | CreditMemo) -> Fields:
    lines = [_line(line) for line in document.lines]
    sums = {"net": document.net, "tax": document.tax, "rounding": document.rounding or None, "total": document.total}
    return {"lines": lines, **sums}


def _line(line: DocumentLine) -> Fields:
    return {
        "description": line.product if line.product == line.charge else f"{line.product}, {line.charge}",
        "from": line.service.start,
        "to": line.service.end,
        "quantity": line.quantity,
        "unit_price": exact_price(line.price),
        "discount": ", ".join(_discounts(line)) or None,
        "net": line.net,
        "tax_rate": f"{plain(line.tax_rate)}%",
        "tax": line.tax,
        "total": line.total,
    }


def _discounts(line: DocumentLine) -> Iterator[str]:
    if line.discount:
        yield f"{plain(line.discount)}%"
    yield from map(reduction_in_words, line.reductions)


def _contract(contract: Contract) -> Fields:
    billing = contract.billing
    return {
        "term": {"from": contract.start, "to": contract.end},
        "billing": f"{_EVERY.get(billing.every_months) or f'every {billing.every_months} months'} {billing.timing}, "
        f"{_ANCHORS[billing.anchor]}",
        "terms": f"net {contract.net_days}",
        "lines": [_order_line(line) for line in contract.lines],
    }


def _order_line(line: OrderLine) -> Fields:
    return {
        "product": line.product,
        "charge": line.charge.name,
        "quantity": line.quantity,
        "unit_price": exact_price(line.price),
        "per": PER.get(line.per_months) or f"{line.per_months} months",
        "discount": f"{plain(line.discount)}%" if line.discount else None,
    }


def _settled(settlements: Iterable[Settlement]) -> list[Fields] | None:
    return [{"invoice": part.invoice, "amount": part.amount} for part in settlements] or None


def _entry(entry: JournalEntry) -> Fields:
    lines = [_journal_line(line) for line in entry.lines]
    late = str(entry.origin_period) if entry.origin_period else None
    facts = {"entity": entry.entity, "source": entry.source, "label": None, "late_for": late, "lines": lines}
    return {**_paper("erp", entry, facts), "title": entry_name(entry), "date": entry.posting_date}


def parallel(seen: Snapshot, book: str) -> Iterator[Fields]:
    """The journal of books that are kept beside the company's own, entry by entry, each with the name of the books."""
    for entry in seen.erp.journal:
        paper = _entry(entry)
        yield {**paper, "type": PARALLEL, "data": {"book": book, **paper["data"]}}


def _journal_line(line: JournalLine) -> Fields:
    amounts = {
        "account": line.account,
        "customer": line.customer or None,
        **({"document": line.amount} if line.base is not None else {}),
        "debit": line.booked if line.booked.minor > 0 else None,
        "credit": -line.booked if line.booked.minor < 0 else None,
    }
    return amounts | {name: told for name in ABOUT if (told := getattr(line, name))}


def _schedules(schedules: Iterable[RevenueSchedule], months: Iterable[RevenueMonth]) -> Iterator[Fields]:
    """The newest version of each contract's schedules, by product and month, with why it is as it is."""
    rows: dict[tuple[str, str], list[RevenueMonth]] = {}
    for month in months:
        rows.setdefault((month.contract, month.product), []).append(month)
    newest: dict[tuple[str, str], RevenueSchedule] = {(s.contract, s.product): s for s in schedules}
    for place, schedule in newest.items():
        lines = [_month(month) for month in rows.get(place, ())]
        facts = {"product": schedule.product, "reason": schedule.reason, "version": schedule.version, "lines": lines}
        yield _paper("erp", schedule, facts)


def _month(month: RevenueMonth) -> Fields:
    period = f"{month.period.year}-{month.period.month:02}"
    return {"period": period, "amount": month.scheduled, "recognized": _done(month.scheduled, month.posted)}


def _done(scheduled: Money, posted: Money) -> bool:
    return scheduled == posted
