"""How much of what is open is expected to be lost, by days past due, and when the ledger looks at it between month ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.book import Book
from engine.model.calendar import ONE_DAY
from engine.model.company import AllowanceBucket, Company
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry
from engine.model.plans import PaymentPlan, PlanEnd
from engine.portioning import period_end

ALLOWANCE_TASK = "provide"
_UNBILLED = frozenset({"unbilled receivable", "contract asset"})
_ALL = AllowanceBucket(days=1, percent=Decimal(100))


def expected_losses(company: Company) -> tuple[AllowanceBucket, ...]:
    """The matrix that holds: the company's, and where all that is overdue counts as lost, the whole from the first day on."""
    matrix, apart = (tuple(one for one in company.allowance if (one.of == "unbilled") == own) for own in (False, True))
    if lost_when_due(company):
        current = (bucket for bucket in matrix if bucket.days < _ALL.days)
        of = dict.fromkeys([None, *(bucket.customer for bucket in matrix)])
        matrix = (*current, *(replace(_ALL, customer=customer) for customer in of))
    if _as_not_due(company):
        matrix = tuple(replace(bucket, unbilled=True) for bucket in matrix)
    return (*matrix, *apart)


def bucket_of(company: Company, customer: str, due: date, today: date) -> AllowanceBucket | None:
    """The latest bucket that what is due on a day has reached, of its customer's own if there are any; what is not yet due is
    overdue by 0 days."""
    overdue, matrix = max((today - due).days, 0), [one for one in expected_losses(company) if one.of == "invoices"]
    own = [bucket for bucket in matrix if bucket.customer == customer]
    known = own or [bucket for bucket in matrix if bucket.customer is None]
    return max((one for one in known if one.days <= overdue), key=lambda one: one.days, default=None)


def bucket_of_unbilled(company: Company, customer: str) -> AllowanceBucket | None:
    """The bucket of what a customer's contracts earned ahead of billing: one for that alone, their own before that for everybody,
    else, by the company's convention, that of what is not yet due."""
    for bucket in expected_losses(company):
        if bucket.of == "unbilled" and bucket.customer == customer:
            return bucket
    everybody = (one for one in expected_losses(company) if one.of == "unbilled" and one.customer is None)
    today = date.min
    return next(everybody, None) or (bucket_of(company, customer, today, today) if _as_not_due(company) else None)


def lost_when_due(company: Company) -> bool:
    """Whether an invoice, or an installment, counts as lost the day after its due date, until it is paid."""
    return company.policies.overdue == "full loss at the due date"


def unbilled_accounts(company: Company) -> frozenset[str]:
    """The accounts of what is earned and not billed yet, where losses are expected of it (IFRS 15.107 and 108); else none."""
    roles = _UNBILLED if _covers_unbilled(company) else frozenset[str]()
    return frozenset(account.name for account in company.accounts if account.role in roles)


def _covers_unbilled(company: Company) -> bool:
    return _as_not_due(company) or any(bucket.of == "unbilled" for bucket in company.allowance)


def _as_not_due(company: Company) -> bool:
    return company.policies.unbilled_losses == "as what is not yet due"


def plan(book: Book, entry: JournalEntry) -> None:
    """Look at the allowance at the end of the month into which something that is not billed yet is posted."""
    if not unbilled_accounts(book.company).isdisjoint(line.account for line in entry.lines):
        book.agenda.plan(period_end(book, entry.posting_date), ALLOWANCE_TASK, "")


def watch(book: Book, brought: Iterable[Document], entry: JournalEntry | None, today: date) -> None:
    """Have the allowance looked at today if what is owed has moved, and on the day after each part of a new invoice was due.

    Only where an overdue invoice counts as lost: the matrix alone waits for the month's end.
    """
    if not lost_when_due(book.company):
        return
    if entry and any(line.invoice for line in entry.lines):
        book.agenda.plan(today, ALLOWANCE_TASK, "")
    for invoice in brought:
        if isinstance(invoice, Invoice):
            days = invoice.due_dates
        elif isinstance(invoice, PaymentPlan):
            days = (today - ONE_DAY, *(part.due_date for part in invoice.parts))
        else:
            days = (today,) * isinstance(invoice, PlanEnd)
        for due in days:
            book.agenda.plan(due + ONE_DAY, ALLOWANCE_TASK, "")
