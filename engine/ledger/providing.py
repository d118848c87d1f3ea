"""The loss allowance at month ends: a matrix on days past due (IFRS 9.5.5.15 simplified approach, ASC 326-20)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from engine.billing.agreed import schedule
from engine.billing.installments import by_installment, less_contested
from engine.billing.open_items import open_disputes
from engine.book import Book
from engine.entities import as_owed
from engine.ledger.closing import first_open
from engine.ledger.drafting import Draft
from engine.ledger.general_ledger import account_of
from engine.ledger.impairing import ALLOWANCE_TASK, bucket_of, bucket_of_unbilled, expected_losses, unbilled_accounts
from engine.ledger.posting import enter, month_end_blank
from engine.model.company import AllowanceBucket
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money, rounded
from engine.portioning import period_end, period_of


def provide(book: Book, today: date) -> Iterator[JournalEntry]:
    """At a month's end, what the allowance lacks or has too much; this also tops it up after a write-off (handbook 4.4).
    Where an overdue invoice counts as lost, on the day after it was due and whenever what is owed has moved, too.

    While anything is open it looks again at the next month's end. Nothing goes into a closed month.
    """
    if not book.agenda.on(today, ALLOWANCE_TASK):
        return
    if expected_losses(book.company) and book.tallies("open"):
        book.agenda.plan(period_of(book, today).next.end, ALLOWANCE_TASK, "")
    for entity in book.company.entities:
        yield from _of_entity(book, entity.code, today)


def _of_entity(book: Book, entity: str, today: date) -> Iterator[JournalEntry]:
    day = first_open(book, today, entity)
    if day != today:
        book.agenda.plan(period_end(book, day), ALLOWANCE_TASK, "")
        return
    for currency in sorted({currency for of, _, currency in book.tallies("account") if of == entity}):
        if entry := _entry(book, entity, currency, today):
            yield entry


def _entry(book: Book, entity: str, currency: str, today: date) -> JournalEntry | None:
    account = account_of(book, "allowance")
    held = -book.tallied("account", entity, account.name, currency) if account else 0
    draft = Draft(book, currency)
    draft.add("provided", required(book, entity, currency, today) - held)
    if draft.is_empty:
        return None
    return enter(draft, month_end_blank(book, "allowance adjusted", "allowance", "", today, currency, entity))


def required(book: Book, entity: str, currency: str, today: date) -> int:
    """The entity's allowance: what is doubted of single invoices, and what the matrix asks for the rest, each bucket rounded by
    itself, in the smallest unit; each installment ages from its own day (IFRS 9.B5.5.5: what is looked at by itself is in no group)."""
    doubted = _doubted(book, entity, currency)
    totals: dict[AllowanceBucket, int] = {}
    for (of, number), gross in book.tallies("open").items():
        invoice = book.find(Invoice, number)
        if invoice and (of, as_owed(book, invoice).entity) == (currency, entity):
            for due, minor in _by_due_date(book, invoice, gross):
                if bucket := bucket_of(book.company, invoice.customer, due, today):
                    totals[bucket] = totals.get(bucket, 0) + minor
    for customer, minor in _unbilled(book, entity, currency):
        if bucket := bucket_of_unbilled(book.company, customer):
            totals[bucket] = totals.get(bucket, 0) + minor
    rounding = book.company.policies.rounding
    parts = (rounded(minor * Fraction(bucket.percent) / 100, rounding) for bucket, minor in totals.items())
    return sum(parts) + sum(doubted.values())


def _unbilled(book: Book, entity: str, currency: str) -> Iterator[tuple[str, int]]:
    """What each customer's contracts have earned in the entity's books ahead of billing, in the smallest unit, where losses are
    expected of it. A negative balance makes nobody's loss smaller."""
    accounts = unbilled_accounts(book.company)
    found: Counter[str] = Counter()
    for (of, account, held_in, customer), minor in book.tallies("balance").items() if accounts else ():
        if (of, held_in) == (entity, currency) and account in accounts:
            found[customer] += minor
    yield from ((customer, minor) for customer, minor in found.items() if minor > 0)


def _by_due_date(book: Book, invoice: Invoice, gross: int) -> Iterator[tuple[date, int]]:
    """What is open of each part of an invoice and not doubted by itself, where the ledger has so much open, in the smallest unit."""
    open_ = by_installment(book, invoice, Money(gross, invoice.currency))
    of_credit = (one for one in open_disputes(book, invoice) if one.doubt == "credit")
    left = less_contested(open_, ((one.installment, one.reserve) for one in of_credit))
    due = (part.due_date for part in schedule(book, invoice))
    yield from zip(due, (part.minor for part in left), strict=True)


def _doubted(book: Book, entity: str, currency: str) -> dict[str, int]:
    """By invoice of the entity, what is expected to be lost because the customer is doubted."""
    found = {number: minor for (of, number), minor in book.tallies("doubted").items() if of == currency}
    invoices = {number: book.find(Invoice, number) for number in found}
    return {n: found[n] for n, invoice in invoices.items() if invoice and as_owed(book, invoice).entity == entity}
