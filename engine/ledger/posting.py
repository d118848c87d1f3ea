"""Journal entries from amounts, by the company's own account determination rules (`PostingRule`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from engine.book import Book
from engine.entities import entity_called, own_number
from engine.ledger import impairing, revaluing
from engine.ledger.carrying import Carrying
from engine.ledger.closing import posting_day
from engine.ledger.dating import entry_dates
from engine.ledger.deriving import KINDS, holders
from engine.ledger.dimensioning import dimensions
from engine.ledger.drafting import Draft, Owner, Part
from engine.ledger.general_ledger import record
from engine.ledger.owning import Leg, Positions, legs, with_role
from engine.ledger.tax_due import hold_back
from engine.model.cash import Deduction
from engine.model.company import Company
from engine.model.document import Document, dated
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry, JournalLine, LedgerAccount, PostingRule
from engine.model.money import Money
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.reversals import PaymentReversal
from engine.model.transfers import ReceivableTransfer
from engine.portioning import period_end, period_of
from engine.refusals import Refused

ADVANCE_TASK = "hold off"

# Obligation and product stay on revenue, tax codes on tax accounts; liabilities are kept by contract.
_BY_OBLIGATION = ("revenue",)
DUE = frozenset({"due from group", "due to group"})
REALIZED = "realized exchange difference"


class _Place(NamedTuple):
    """Lines of one entry on the same place become one."""

    account: str
    customer: str
    contract: str | None
    product: str | None
    obligation: str | None
    invoice: str | None
    tax_code: str | None
    region: str
    channel: str


def event_of(document: Document) -> str:
    """The number of the business event that brings a document: "invoice posted:NW-000001"."""
    return f"{KINDS[type(document)].event}:{document.number}"


def post(book: Book, document: Document) -> JournalEntry | None:
    """Write a received document and its entry into the book; None if it has no amounts to post.

    Refused, and nothing written, if no account is determined for one of its amounts.
    """
    kind = KINDS[type(document)]
    event = event_of(document)
    draft = Draft(book, _currency(book, document), holders(document))
    kind.amounts(draft, document)
    hold_back(draft, document)
    blank = JournalEntry(
        number=f"JE-{document.number}",
        **entry_dates(document),
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
    for part in _opened(book, document):
        book.agenda.plan(period_end(book, (entry or document).posting_date), ADVANCE_TASK, part.contract)
    if entry is None:
        return None
    book.agenda.plan(period_end(book, entry.posting_date), impairing.ALLOWANCE_TASK, "")
    return book.add(entry)


def _opened(book: Book, document: Document) -> Iterator[Invoice]:
    """What each contract sees of the invoices that are open, open again, or open elsewhere with a document."""
    again = [part.invoice for part in document.settlements] if isinstance(document, PaymentReversal) else []
    again += [document.invoice] if isinstance(document, ReceivableTransfer | PaymentPlan | PlanEnd) else []
    invoices = [document] if isinstance(document, Invoice) else [book.find(Invoice, number) for number in again]
    return (part for invoice in invoices if invoice for part in invoice.by_contract())


def _label(document: Document) -> str:
    """What people call an entry by its document: an invoice by its cause, a deduction by its kind."""
    return document.cause if isinstance(document, Invoice) else document.kind if isinstance(document, Deduction) else ""


def enter(draft: Draft, blank: JournalEntry) -> JournalEntry | None:
    """The entry of a draft, into the first open period if its own is closed; None if nothing is to be posted.

    The running totals follow at once; whoever asked for the entry adds it to the book. What it means for the books of a
    sister entity is an entry of its own there, which is added at once.
    """
    book = draft.book
    made = [_entry(book, blank, entity, found) for entity, found in _by_entity(draft, blank).items()]
    here = next((entry for entry in made if entry.entity == blank.entity), None)
    month = period_of(book, (here or _dated(book, blank)).posting_date)
    draft.commit(month.key, Owner(blank.customer, blank.entity))
    for entry in made:
        record(book, entry)
        revaluing.plan(book, entry)
        impairing.plan(book, entry)
        _owe(book, entry)
    for entry in made:
        if entry is not here:
            book.add(entry)
    return here


def _entry(book: Book, blank: JournalEntry, entity: str, found: _Books) -> JournalEntry:
    own = entity == blank.entity
    number = blank.number if own else f"{blank.number}-{entity}"
    about = replace(
        blank, number=number, entity=entity, counterparty=found.sister or blank.counterparty, lines=found.lines
    )
    return _dated(book, about)


def _dated(book: Book, blank: JournalEntry) -> JournalEntry:
    """In the first open period, if its own is closed in the books of its entity."""
    day = posting_day(book, blank.posting_date, f"{blank.source_kind} {blank.source}", blank.entity, blank.source_kind)
    if day == blank.posting_date:
        return blank
    return replace(blank, posting_date=day, origin_period=period_of(book, blank.posting_date))


def _owe(book: Book, entry: JournalEntry) -> None:
    """Let what the entities owe each other follow, where a document of one moves what the other holds."""
    roles = {account.name: account.role for account in book.company.accounts}
    for line in entry.lines if entry.counterparty and entry.source_kind != "intercompany" else ():
        if roles[line.account] in DUE:
            book.tally(line.amount.minor, "intercompany", entry.entity, entry.counterparty, entry.currency)


def moved(book: Book, blank: JournalEntry) -> JournalEntry:
    """An entry whose lines are known, into the first open period if its own is closed; the running totals follow."""
    entry = _dated(book, blank)
    record(book, entry)
    revaluing.plan(book, entry)
    impairing.plan(book, entry)
    return entry


def month_end_blank(
    book: Book, event: str, noun: str, subject: str, today: date, currency: str, entity: str
) -> JournalEntry:
    """The frame of an entry that the ledger makes by itself at a month's end: JE-revenue-C-1-2026-03, then -2 ..."""
    month = period_of(book, today).key
    first = number = f"JE-{noun}-{subject}-{month}" if subject else own_number(book, f"JE-{noun}", entity, month)
    again = 1
    while book.has(JournalEntry, number):
        again += 1
        number = f"{first}-{again}"
    return JournalEntry(
        number=number,
        **dated(today),
        entity=entity,
        currency=currency,
        source_kind=noun,
        source=subject or month,
        label=noun,
        customer="",
        event=f"{event}:{number}",
        lines=(),
    )


def entity_of(book: Book, document: Document) -> str:
    """The legal entity in whose books a document is posted: its own; the company's first where it names none. Refused for an
    entity that the ledger's company does not have."""
    return entity_called(book, getattr(document, "entity", None) or book.company.entity.code).code


# What a document is an amount of, by the names that documents give it.
_AMOUNTS = ("amount", "net", "won", "released")


def _currency(book: Book, document: Document) -> str:
    """The currency that a document is in; the company's, if it is about no money."""
    for owner in (document, *(getattr(document, name, None) for name in _AMOUNTS)):
        if isinstance(currency := getattr(owner, "currency", None), str):
            return currency
    return book.company.entity.currency


class _Books:
    """What a draft puts on the accounts of one legal entity: merged where it says the same, and what it is worth there."""

    def __init__(self, draft: Draft, blank: JournalEntry, entity: str) -> None:
        self.book, self.blank = draft.book, blank
        self.carrying = Carrying(draft, blank if entity == blank.entity else replace(blank, entity=entity))
        self.amounts: Counter[_Place] = Counter()
        self.worths: Counter[_Place] = Counter()
        self.sister = ""

    def put(self, part: Part, leg: Leg) -> None:
        """A debit and a credit, and what is realized where they are not worth the same."""
        if leg.sister:
            self.sister = leg.sister
            self.carrying.blank = replace(self.carrying.blank, counterparty=leg.sister)
        if leg.minor != part.amount.minor:
            part = replace(part, amount=Money(leg.minor, part.amount.currency))
        worth = self.carrying.worth(part, leg.debit, leg.credit)
        sides = zip((leg.debit, leg.credit), leg.customers, (1, -1), worth, strict=True)
        for side, customer, sign, booked in sides:
            place = _place(self.book, side, part, customer)
            self.amounts[place] += sign * part.amount.minor
            self.worths[place] += booked
        if difference := sum(worth):
            self.worths[_place(self.book, with_role(self.book, REALIZED), part, self.blank.customer)] -= difference

    @property
    def lines(self) -> tuple[JournalLine, ...]:
        """The lines, without what cancels out."""
        return tuple(
            JournalLine(
                amount=Money(self.amounts[place], self.blank.currency),
                base=Money(self.worths[place], self.carrying.into) if self.carrying.translated else None,
                **place._asdict(),
            )
            for place in {**self.amounts, **self.worths}
            if self.amounts[place] or self.worths[place]
        )


def _by_entity(draft: Draft, blank: JournalEntry) -> dict[str, _Books]:
    """The books that a draft touches, each with its debits and credits by the rules; those without any lines are left out."""
    company, found = draft.book.company, dict[str, _Books]()
    positions = Positions(draft.book, blank.currency)
    for part in draft.parts:
        rule = _rule(company, blank, part)
        debit, credit = (_account(company, name, rule) for name in _sides(company, rule, part))
        for leg in legs(draft.book, blank, part, debit, credit, positions):
            found.setdefault(leg.entity, _Books(draft, blank, leg.entity)).put(part, leg)
    return {entity: books for entity, books in found.items() if books.lines}


def _sides(company: Company, rule: PostingRule, part: Part) -> tuple[str, str]:
    """What the rule debits and credits; the side that is no debt between entities may be another's account."""
    due = {account.name for account in company.accounts if account.role in DUE}
    debit, credit = ((name if name in due or not part.instead else part.instead) for name in (rule.debit, rule.credit))
    return debit, credit


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


def _place(book: Book, account: LedgerAccount, part: Part, customer: str) -> _Place:
    by_obligation = account.role in _BY_OBLIGATION
    return _Place(
        account=account.name,
        customer=customer,
        contract=part.contract,
        product=part.product if by_obligation else None,
        obligation=part.obligation if by_obligation else None,
        invoice=part.invoice,
        tax_code=part.tax_code if account.role in ("tax", "tax on hold") else None,
        **dimensions(book, customer, part.contract, part.invoice),
    )
