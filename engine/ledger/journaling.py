"""Manual journals: prepared, approved by somebody else, posted on their day (handbook, section 5.15 and 6).

Whoever prepares a journal does not approve it. A journal that repeats or is taken back is approved once, with all of its
postings; each has a number of its own, so that none is posted twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.book import Book
from engine.entities import entity_called
from engine.ledger.closing import first_open, posting_day
from engine.ledger.dimensioning import dimensions
from engine.ledger.general_ledger import record
from engine.ledger.translating import translated
from engine.model.calendar import add_months, long_date
from engine.model.document import dated
from engine.model.journal import JournalEntry, JournalLine
from engine.model.manual import CONTROLLED, JournalApproval, ManualDraft, ManualJournal, ManualLine
from engine.model.money import total
from engine.portioning import own, period_of
from engine.refusals import Refused

MANUAL_TASK = "post manual journal"


class Posting(NamedTuple):
    """One posting of a manual journal: its number, its day, and 1, or -1 where it takes the journal back."""

    number: str
    day: date
    sign: int


def prepare(book: Book, draft: ManualDraft, today: date) -> ManualJournal:
    """Keep a journal for approval. Refused if it has no lines, does not balance, names an account that the chart lacks or
    that another system keeps, bears a name already used, or ends before it begins."""
    if _named(book, draft.name):
        raise Refused(
            "name-taken", f"there is a manual journal {draft.name!r} already; give this one a name of its own"
        )
    reversed_one = _known(book, draft.reverses) if draft.reverses else None
    lines = _taken_back(reversed_one) if reversed_one else _spread(draft) if draft.allocation else draft.lines
    _sound(book, draft, lines)
    entity = entity_called(book, draft.entity) if draft.entity else book.company.entity
    journal = ManualJournal(
        number=f"MJ-{book.count(ManualJournal) + 1}",
        event_date=today,
        effective_date=draft.on,
        posting_date=draft.on,
        entity=entity.code,
        currency=lines[0].amount.currency,
        name=draft.name,
        preparer=draft.preparer,
        lines=lines,
        reversed_on=draft.reversed_on,
        repeated_until=draft.repeated_until,
        every_months=draft.every_months,
        corrects=own(book, draft.corrects) if draft.corrects else None,
        reverses=reversed_one.number if reversed_one else "",
        opening=draft.opening,
        restates=draft.restates,
    )
    return book.add(journal)


def _taken_back(journal: ManualJournal) -> tuple[ManualLine, ...]:
    return tuple(replace(line, amount=-line.amount) for line in journal.lines)


def _spread(draft: ManualDraft) -> tuple[ManualLine, ...]:
    """What an allocation takes off its account and gives to the others, by largest remainder."""
    found = draft.allocation
    assert found is not None
    if not any(target.share > 0 for target in found.targets) or any(target.share < 0 for target in found.targets):
        raise Refused("no-shares", f"the allocation {draft.name!r} needs shares above zero")
    parts = found.amount.allocate([Fraction(target.share) for target in found.targets])
    given = (
        ManualLine(
            account=target.account,
            amount=part,
            customer=target.customer,
            contract=target.contract,
            product=target.product,
            region=target.region,
            channel=target.channel,
        )
        for target, part in zip(found.targets, parts, strict=True)
        if part
    )
    return (ManualLine(account=found.account, amount=-found.amount), *given)


def _sound(book: Book, draft: ManualDraft, lines: tuple[ManualLine, ...]) -> None:
    called = f"the manual journal {draft.name!r}"
    if not lines:
        raise Refused("no-lines", f"{called} has no lines")
    currencies = sorted({line.amount.currency for line in lines})
    if len(currencies) > 1:
        raise Refused("mixed-currencies", f"{called} mixes {' and '.join(currencies)}; write one journal for each")
    debits = total((line.amount for line in lines if line.amount.minor > 0), currencies[0])
    credits = -total((line.amount for line in lines if line.amount.minor < 0), currencies[0])
    if debits != credits:
        raise Refused("does-not-balance", f"{called} does not balance: it debits {debits} and credits {credits}")
    for line in lines:
        postable(book, line.account, called, opening=draft.opening)
    if draft.every_months < 1:
        raise Refused("no-months", f"{called} repeats every {draft.every_months} months; write 1 or more")
    for day, what in ((draft.reversed_on, "is reversed"), (draft.repeated_until, "repeats until")):
        if day is not None and day < draft.on:
            raise Refused("ends-before-it-begins", f"{called} {what} {long_date(day)}, before {long_date(draft.on)}")


def postable(book: Book, name: str, called: str, *, opening: bool = False) -> None:
    """Refused for an account that the chart lacks, or that documents keep. `called` begins the sentence."""
    account = next((account for account in book.company.accounts if account.name == name), None)
    if account is None:
        raise Refused("unknown-account", f"{called} names {name!r}, which the chart of accounts does not have")
    if account.role in CONTROLLED and not opening and book.company.policies.manual_on_control == "refused":
        raise Refused(
            "control-account",
            f"{called} posts to {name}, which is kept by documents; correct it with an invoice, a credit memo, "
            "a payment or the like",
        )


def approve(book: Book, name: str, approver: str, today: date) -> JournalApproval:
    """Let a prepared journal be posted. Refused to whoever prepared it, for an unknown one, and a second time."""
    journal = _known(book, name)
    two = journal.restates or book.company.policies.segregation == "two persons"
    if approver == journal.preparer and two:
        raise Refused(
            "segregation-of-duties",
            f"{approver} prepared the manual journal {journal.name!r} and cannot approve it; somebody else must",
        )
    if approved(book, journal):
        raise Refused("already-approved", f"the manual journal {journal.name!r} is approved already")
    approval = JournalApproval(
        number=f"{journal.number}-APPROVAL",
        **dated(today, effective=journal.effective_date),
        journal=journal.number,
        approver=approver,
    )
    called = f"the manual journal {journal.name!r}"
    posting_day(book, journal.posting_date, called, journal.entity, "manual journal", journal.preparer)
    for posting in postings(journal):
        book.agenda.plan(max(posting.day, today), MANUAL_TASK, journal.number)
    return book.add(approval)


def approved(book: Book, journal: ManualJournal) -> bool:
    """Whether somebody has approved it."""
    return book.has(JournalApproval, f"{journal.number}-APPROVAL")


def postings(journal: ManualJournal) -> Iterator[Posting]:
    """Every posting of a journal, in order: itself, its repetitions, its mirror image."""
    first, number, again = journal.posting_date, f"JE-{journal.number}", 0
    while (day := add_months(first, again * journal.every_months, first.day)) <= (journal.repeated_until or first):
        again += 1
        yield Posting(number if again == 1 else f"{number}-{again}", day, 1)
    if journal.reversed_on:
        yield Posting(f"{number}-R", journal.reversed_on, -1)


def journalize(book: Book, today: date) -> Iterator[JournalEntry]:
    """What is approved and falls due is posted, each posting once; into the first open month if its own is closed."""
    for number in book.agenda.on(today, MANUAL_TASK):
        journal = book.get(ManualJournal, number)
        for posting in postings(journal):
            if posting.day <= today and not book.has(JournalEntry, posting.number):
                yield _entry(book, journal, posting)


def _entry(book: Book, journal: ManualJournal, posting: Posting) -> JournalEntry:
    day = first_open(book, posting.day, journal.entity, "manual journal", journal.preparer)
    moved = period_of(book, posting.day) if day != posting.day else None
    customers = {line.customer for line in journal.lines}
    entry = JournalEntry(
        number=posting.number,
        event_date=posting.day,
        effective_date=posting.day,
        posting_date=day,
        entity=journal.entity,
        currency=journal.currency,
        source_kind="manual journal",
        source=journal.number,
        label=journal.name if posting.sign > 0 else f"{journal.name}, reversed",
        customer=customers.pop() if len(customers) == 1 else "",
        event=f"manual journal posted:{posting.number}",
        lines=tuple(_line(book, line, posting.sign) for line in journal.lines),
        origin_period=journal.corrects or moved,
    )
    entry = translated(book, entry)
    record(book, entry)
    return entry


def _line(book: Book, line: ManualLine, sign: int) -> JournalLine:
    found = dimensions(book, line.customer, line.contract)
    return JournalLine(
        account=line.account,
        amount=line.amount if sign > 0 else -line.amount,
        customer=line.customer,
        contract=line.contract,
        product=line.product,
        region=line.region or found["region"],
        channel=line.channel or found["channel"],
    )


def _named(book: Book, name: str) -> ManualJournal | None:
    return next((journal for journal in book.all(ManualJournal) if journal.name == name), None)


def _known(book: Book, name: str) -> ManualJournal:
    found = _named(book, name)
    if found is None:
        raise Refused("unknown-journal", f"there is no manual journal {name!r}")
    return found
