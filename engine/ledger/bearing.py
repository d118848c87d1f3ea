"""What a bank keeps of a transfer on its way: a charge that the company bears, where it is small enough (handbook 4.16)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.ledger.drafting import Draft
from engine.ledger.posting import enter
from engine.model.bank import BankLine
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.receivables.banking import CHARGE, KEPT, borne, pairs_of


def bear(book: Book, today: date) -> Iterator[JournalEntry]:
    """The charge of each bank line brought in today that states less than what is booked for it, by no more than the company
    tolerates and where that is its convention. Once for a line."""
    new = [number for number in book.agenda.on(today, KEPT) if not book.about(JournalEntry, "source", _name(number))]
    for pair in pairs_of(book, new) if new else ():
        line = pair.line
        assert line is not None  # they were asked for by line
        if pair.booked and (kept := borne(book, line, pair.amount)):
            yield from _entry(book, line, kept, pair.booked[0].entry.customer, today)


def _name(line: str) -> str:
    return f"BC-{line}"


def _entry(book: Book, line: BankLine, kept: Money, customer: str, today: date) -> Iterator[JournalEntry]:
    draft = Draft(book, kept.currency)
    draft.add("charged", kept.minor)
    blank = JournalEntry(
        number=f"JE-{_name(line.number)}",
        event_date=line.effective_date,
        effective_date=line.effective_date,
        posting_date=today,
        entity=line.entity,
        currency=kept.currency,
        source_kind=CHARGE,
        source=_name(line.number),
        label=CHARGE,
        customer=customer,
        event=f"bank charge booked:{_name(line.number)}",
        lines=(),
    )
    entry = enter(draft, blank)
    yield from [entry] if entry else ()
