"""Journal entries from amounts, by the company's own account determination rules (`PostingRule`)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from engine.book import Book
from engine.carrying import Carrying
from engine.closing import posting_day
from engine.deriving import KINDS
from engine.drafting import Draft, Part
from engine.entities import entity_called, own_number
from engine.ledger import account_of, record
from engine.model.calendar import AccountingPeriod, last_of_month
from engine.model.cash import Deduction
from engine.model.company import Company
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry, JournalLine, LedgerAccount, PostingRule, month_of
from engine.model.money import Money
from engine.refusals import Refused
from engine.revaluing import plan

ALLOWANCE_TASK = "provide"
ADVANCE_TASK = "hold off"

# Obligation and product stay on revenue, tax codes on tax accounts; liabilities are kept by contract.
_BY_OBLIGATION = ("revenue",)


class _Place(NamedTuple):
    """Lines of one entry on the same place become one."""

    account: str
    contract: str | None
    product: str | None
    obligation: str | None
    invoice: str | None
    tax_code: str | None


def event_of(document: Document) -> str:
    """The number of the business event that brings a document: "invoice posted:NW-000001"."""
    return f"{KINDS[type(document)].event}:{document.number}"


def post(book: Book, document: Document) -> JournalEntry | None:
    """Write a received document and its entry into the book; None if it has no amounts to post.

    Refused, and nothing written, if no account is determined for one of its amounts.
    """
    kind = KINDS[type(document)]
    event = event_of(document)
    draft = Draft(book, _currency(book, document))
    kind.amounts(draft, document)
    blank = JournalEntry(
        number=f"JE-{document.number}",
        event_date=document.event_date,
        effective_date=document.effective_date,
        posting_date=document.posting_date,
        entity=entity_of(book, document),
        currency=draft.currency,
        source_kind=kind.noun,
        source=document.number,
        label=_label(document) or kind.label,
        customer=getattr(document, "customer", ""),
        event=event,
        lines=(),
    )
    entry = enter(draft, blank)
    book.add(document)
    if entry is None:
        return None
    book.agenda.plan(last_of_month(entry.posting_date), ALLOWANCE_TASK, "")
    if isinstance(document, Invoice):
        book.agenda.plan(last_of_month(entry.posting_date), ADVANCE_TASK, document.contract)
    return book.add(entry)


def _label(document: Document) -> str:
    """What people call an entry by its document: an invoice by its cause, a deduction by its kind."""
    return document.cause if isinstance(document, Invoice) else document.kind if isinstance(document, Deduction) else ""


def enter(draft: Draft, blank: JournalEntry) -> JournalEntry | None:
    """The entry of a draft, into the first open period if its own is closed; None if nothing is to be posted.

    The running totals follow at once; whoever asked for the entry adds it to the book.
    """
    book = draft.book
    lines = _lines(draft, blank)
    day = posting_day(book, blank.posting_date, f"{blank.source_kind} {blank.source}", blank.entity, blank.source_kind)
    late = day != blank.posting_date
    origin = AccountingPeriod.of(blank.posting_date) if late else None
    entry = replace(blank, lines=lines, posting_date=day, origin_period=origin)
    draft.commit(entry.month)
    if not lines:
        return None
    record(book, entry)
    plan(book, entry)
    return entry


def moved(book: Book, blank: JournalEntry) -> JournalEntry:
    """An entry whose lines are known, into the first open period if its own is closed; the running totals follow."""
    day = posting_day(book, blank.posting_date, f"{blank.source_kind} {blank.source}", blank.entity)
    origin = AccountingPeriod.of(blank.posting_date) if day != blank.posting_date else None
    entry = replace(blank, posting_date=day, origin_period=origin)
    record(book, entry)
    plan(book, entry)
    return entry


def month_end_blank(
    book: Book, event: str, noun: str, subject: str, today: date, currency: str, entity: str
) -> JournalEntry:
    """The frame of an entry that the ledger makes by itself at a month's end: JE-revenue-C-1-2026-03, then -2 ..."""
    first = number = (
        f"JE-{noun}-{subject}-{month_of(today)}" if subject else own_number(book, f"JE-{noun}", entity, month_of(today))
    )
    again = 1
    while book.has(JournalEntry, number):
        again += 1
        number = f"{first}-{again}"
    return JournalEntry(
        number=number,
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=entity,
        currency=currency,
        source_kind=noun,
        source=subject or month_of(today),
        label=noun,
        customer="",
        event=f"{event}:{number}",
        lines=(),
    )


def entity_of(book: Book, document: Document) -> str:
    """The legal entity in whose books a document is posted: its own; the company's first where it names none. Refused for an
    entity that the ledger's company does not have."""
    return entity_called(book, getattr(document, "entity", None) or book.company.entity.code).code


def _currency(book: Book, document: Document) -> str:
    for owner in (document, getattr(document, "amount", None), getattr(document, "net", None)):
        if isinstance(currency := getattr(owner, "currency", None), str):
            return currency
    return book.company.entity.currency


def _lines(draft: Draft, blank: JournalEntry) -> tuple[JournalLine, ...]:
    """Debits and credits by the rules, merged where they say the same; what cancels out is left out."""
    company, carrying = draft.book.company, Carrying(draft, blank)
    amounts: Counter[_Place] = Counter()
    worths: Counter[_Place] = Counter()
    for part in draft.parts:
        rule = _rule(company, blank, part)
        debit, credit = (_account(company, name, rule) for name in (rule.debit, rule.credit))
        worth = carrying.worth(part, debit, credit)
        for account, minor, booked in zip((debit, credit), (1, -1), worth, strict=True):
            amounts[_place(account, part)] += minor * part.amount.minor
            worths[_place(account, part)] += booked
        if difference := sum(worth):
            worths[_place(_realized(draft.book, blank), part)] -= difference
    return tuple(
        JournalLine(
            amount=Money(amounts[place], blank.currency),
            customer=blank.customer,
            base=Money(worths[place], carrying.into) if carrying.translated else None,
            **place._asdict(),
        )
        for place in {**amounts, **worths}
        if amounts[place] or worths[place]
    )


def _realized(book: Book, blank: JournalEntry) -> LedgerAccount:
    if account := account_of(book, "realized exchange difference"):
        return account
    raise Refused(
        "no-account-determined",
        f"{blank.source} cannot be posted: the chart has no account for realized exchange differences",
    )


def _rule(company: Company, blank: JournalEntry, part: Part) -> PostingRule:
    event = blank.event.partition(":")[0]
    for rule in company.postings:
        if (rule.event, rule.amount) == (event, part.name):
            return rule
    raise Refused(
        "no-account-determined",
        f'no account is determined for "{part.name}" of "{event}": {blank.source} cannot be posted ({part.amount}); '
        "add a posting rule to the company",
    )


def _account(company: Company, name: str, rule: PostingRule) -> LedgerAccount:
    for account in company.accounts:
        if account.name == name:
            return account
    raise Refused(
        "unknown-account",
        f'the posting rule for "{rule.amount}" of "{rule.event}" names the account {name!r}, '
        "which the chart of accounts does not have",
    )


def _place(account: LedgerAccount, part: Part) -> _Place:
    by_obligation = account.role in _BY_OBLIGATION
    return _Place(
        account=account.name,
        contract=part.contract,
        product=part.product if by_obligation else None,
        obligation=part.obligation if by_obligation else None,
        invoice=part.invoice,
        tax_code=part.tax_code if account.role == "tax" else None,
    )
