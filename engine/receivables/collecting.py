"""Collecting by the customer's means of payment: on the due date, and again after a soft decline.

Billing asks the gateway for every invoice; a customer without a means of payment there pays by bank transfer, and the
gateway then attempts nothing. While a request has no answer nothing more is asked for: nobody is charged twice because
an answer was lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from engine.billing.agreed import due_anew, due_days
from engine.billing.installments import due_by
from engine.book import Book
from engine.entities import as_owed
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.payments import Payment, PaymentAttempt, PaymentRequest, PendingAttempt
from engine.model.reversals import PaymentReversal
from engine.receivables.charging import attempt_number
from engine.refusals import Refused

COLLECT, DUN, USE_CREDIT, PENALIZE, DEFAULT = "collect", "dun", "use credit", "penalize", "default"
LATE_FEE = "late fee"


def plan(book: Book, invoice: Invoice) -> None:
    """Note on the agenda every day on which the invoice may be paid from credit, collected, dunned or charged a fee for."""
    book.agenda.plan(invoice.posting_date, USE_CREDIT, invoice.number)
    plan_days(book, invoice, invoice.due_dates, date.min)


def plan_days(book: Book, invoice: Invoice, days: Iterable[date], today: date) -> None:
    """The same of the days on which it, or a part of it, is due; what would have been looked at before is looked at today. (What was to
    be done before an invoice came, as of one that was taken over, is not done again: then every day stays where it is.)"""
    for due in days:
        book.agenda.plan(max(due, today), COLLECT, invoice.number)
        for level in book.company.dunning:
            book.agenda.plan(max(due + timedelta(days=level.days), today), DUN, invoice.number)
        for fee in book.company.late_fees if invoice.cause != LATE_FEE else ():
            book.agenda.plan(max(due + timedelta(days=fee.days_overdue), today), PENALIZE, invoice.number)


def resume(book: Book, invoice: str, today: date) -> None:
    """Collecting, dunning and late fees look at the invoice today: a dispute that kept them from it has ended."""
    book.agenda.plan(today, COLLECT, invoice)
    book.agenda.plan(today, DUN, invoice)
    book.agenda.plan(today, DEFAULT, invoice)
    if book.company.policies.fee_after_dispute != "none":
        book.agenda.plan(today, PENALIZE, invoice)


def collect(book: Book, today: date) -> Iterator[PaymentRequest]:
    """Ask the gateway for what is due, open and not in dispute of the invoices that are due, or due again after a decline."""
    for number in book.agenda.on(today, COLLECT):
        invoice = book.get(Invoice, number)
        made = book.about(PaymentRequest, "invoice", number)
        since = _left_aside(book, made)
        if _is_due(book, invoice, made, today) and (amount := due_by(book, invoice, today, since)):
            yield PaymentRequest(
                number=f"PR-{number}-{len(made) + 1}",
                **dated(today),
                entity=as_owed(book, invoice).entity,
                customer=invoice.customer,
                invoice=number,
                amount=amount,
                attempt=len(made) + 1,
            )


def _is_due(book: Book, invoice: Invoice, made: tuple[PaymentRequest, ...], today: date) -> bool:
    """Whether an attempt may be made: the first from the due date on, the next on a retry day after a soft decline, or,
    where more has become collectible since the last one brought its money, at once. What the last one brought and the
    customer's bank took back is tried again as after a decline; what was charged back or taken off by hand is not. An
    installment that has become due since is asked for at once, with what is open of those before it, that left aside."""
    if not made:
        return min(due_days(book, invoice)) <= today
    if payment := _collected(book, made[-1]):
        undone = book.about(PaymentReversal, "payment", payment.number)
        return not undone or _is_tried_again(book, undone[-1], today) or _fell_due(book, invoice, made[-1], today)
    answers = book.about(PaymentAttempt, "request", made[-1].number)
    if not answers or answers[-1].outcome != "declined":
        return False
    if _fell_due(book, invoice, made[-1], today):
        return True
    first = _failures(book, invoice.number)[0]
    return any(made[-1].event_date < day <= today for day in _retry_days(book, first))


def _fell_due(book: Book, invoice: Invoice, last: PaymentRequest, today: date) -> bool:
    return any(last.event_date < due <= today for due in (invoice.due_date, *due_anew(book, invoice)))


def _left_aside(book: Book, made: tuple[PaymentRequest, ...]) -> date:
    """The day up to which nothing that fell due is asked for again: that of the last request, where what it brought was charged
    back or taken off by hand."""
    payment = _collected(book, made[-1]) if made else None
    undone = book.about(PaymentReversal, "payment", payment.number) if payment else ()
    return made[-1].event_date if undone and undone[-1].cause != "returned" else date.min


def _is_tried_again(book: Book, undone: PaymentReversal, today: date) -> bool:
    days = book.company.retry_days
    return undone.cause == "returned" and bool(days) and undone.event_date + timedelta(days=days[0]) <= today


def _retry_days(book: Book, first: PaymentAttempt) -> list[date]:
    return [first.event_date + timedelta(days=days) for days in book.company.retry_days]


def failed(book: Book, attempt: PaymentAttempt, today: date) -> PaymentAttempt:
    """Take down that an attempt failed, and plan the retries: so many days after the first failure, if it was soft.

    Refused for an attempt that was never asked for, or that did not fail.
    """
    if not book.has(PaymentRequest, attempt.request):
        raise Refused("unknown-request", f"attempt {attempt.number} answers {attempt.request!r}, never asked for")
    if attempt.outcome == "succeeds":
        raise Refused("not-failed", f"attempt {attempt.number} did not fail")
    if attempt.outcome == "declined":
        for day in _retry_days(book, [*_failures(book, attempt.invoice), attempt][0]):
            book.agenda.plan(max(day, today), COLLECT, attempt.invoice)
    answered(book, attempt.invoice, today)
    return attempt


def _failures(book: Book, invoice: str) -> list[PaymentAttempt]:
    """The failures since the invoice last brought money or an installment fell due, in order; the retries count from the first."""
    made = book.about(PaymentRequest, "invoice", invoice)
    brought = max((request.attempt for request in made if _was_collected(book, request)), default=0)
    later = due_anew(book, book.get(Invoice, invoice))
    anew = max((due for due in later if made and due <= made[-1].event_date), default=date.min)
    since = (request for request in made if request.attempt > brought and request.event_date >= anew)
    return [answer for request in since for answer in book.about(PaymentAttempt, "request", request.number)]


def is_under_way(book: Book, invoice: str, due: date) -> bool:
    """Whether the gateway tries to collect what was due of the invoice by that day and cannot say yet what becomes of it."""
    tried = [one for one in book.about(PendingAttempt, "invoice", invoice) if one.event_date >= due]
    brought = {payment.reference for payment in book.about(Payment, "invoice", invoice)} if tried else set[str]()
    return any(one.number not in brought and not book.has(PaymentAttempt, one.number) for one in tried)


def answered(book: Book, invoice: str, today: date) -> None:
    """Letters and late fees look at the invoice today, if they may have waited for what the gateway could not say before."""
    if book.about(PendingAttempt, "invoice", invoice):
        book.agenda.plan(today, DUN, invoice)
        book.agenda.plan(today, PENALIZE, invoice)


def is_awaited(book: Book, invoice: str, today: date) -> bool:
    """Whether the gateway, which answered for the invoice before, was asked again today and has not answered yet."""
    *before, last = book.about(PaymentRequest, "invoice", invoice) or (None,)
    if last is None or not before or last.event_date != today:
        return False
    return not _was_collected(book, last) and not book.about(PaymentAttempt, "request", last.number)


def _was_collected(book: Book, request: PaymentRequest) -> bool:
    return _collected(book, request) is not None


def _collected(book: Book, request: PaymentRequest) -> Payment | None:
    """The payment that a request brought, or None."""
    attempt = attempt_number(request)
    paid = (payment for payment in book.about(Payment, "invoice", request.invoice) if payment.reference == attempt)
    return next(paid, None)
