"""What the next bill runs will write, found by living them in a book of their own: so a preview, and a draft, is the run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from engine.billing.bill_run import bill
from engine.book import Book, run
from engine.model.contracts import Contract
from engine.model.drafts import DraftInvoice
from engine.model.invoices import Invoice
from engine.trying import Trial, contracts_of


def preview(book: Book, customer: str, today: date, through: date) -> tuple[Invoice, ...]:
    """The customer's invoices up to that day as they would be if nothing more happened; nothing is written."""
    dry = Trial(book, contracts_of(book, customer))
    return tuple(invoice for invoice in _to_come(dry, today, through) if invoice.customer == customer)


def drafts(book: Book, today: date) -> tuple[DraftInvoice, ...]:
    """What has fallen due and waits for its days of grace to be over, as it stands today; nothing is written."""
    grace = timedelta(days=book.company.grace_days)
    dry = Trial(book, None)
    return tuple(_draft(book, invoice) for invoice in _to_come(dry, today, today + grace)) if grace else ()


def _draft(book: Book, invoice: Invoice) -> DraftInvoice:
    waits = timedelta(days=book.get(Contract, invoice.contract).billing.grace_days)
    return DraftInvoice(
        entity=invoice.entity,
        customer=invoice.customer,
        contract=invoice.contract,
        currency=invoice.currency,
        opened=invoice.event_date - waits,
        issues_on=invoice.event_date,
        due_date=invoice.due_date,
        cause=invoice.cause,
        lines=invoice.lines,
        rounding=invoice.rounding,
    )


def _to_come(dry: Trial, today: date, through: date) -> Iterable[Invoice]:
    day = today
    while (later := dry.agenda.next_after(day)) and later <= through:
        day = later
        for _ in run((bill,), dry, day):
            pass
    return dry.tried(Invoice)
