"""What happens in the ERP when a document reaches it: it is posted once, and schedules follow."""

from __future__ import annotations

from datetime import date

from engine.book import Book
from engine.ledger.impairing import watch
from engine.ledger.posting import post
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Amendment, Contract
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.journal import JournalEntry
from engine.revenue import handing_over
from engine.revenue.recognizing import note_posted, scheduled_through
from engine.revenue.scheduling import current_schedules, reschedule
from engine.taking_over import documents


def receive(book: Book, document: Document, today: date) -> JournalEntry | None:
    """Take a document in: its entry and the schedule versions it brings are written. None if nothing was to be posted.

    The same document again answers with what the first one made. Refused, and nothing written, if no account is
    determined for one of its amounts.
    """
    if book.has(type(document), document.number):
        return book.find(JournalEntry, f"JE-{document.number}")
    entry = post(book, document)
    taken = documents(document) if isinstance(document, Takeover) else ()
    for brought in taken:
        book.add(brought)
    watch(book, (document, *taken), entry, today)
    for schedule in reschedule(book, document, today):
        book.add(schedule)
    if isinstance(document, Amendment | Contract):
        for made in handing_over.taken(book, document, today):
            book.add(made)
    if isinstance(document, Takeover):
        _recognized_before(book, document)
    return entry


def _recognized_before(book: Book, made: Takeover) -> None:
    """Count what was recognized before as recognized, by what the schedules say of the evening before. What they round
    differently is the largest obligation's, so that the contract's figure is the old system's."""
    eve, left = made.posting_date - ONE_DAY, made.recognized.minor
    note_posted(book, made.contract or "", eve)
    earned = {s.obligation: scheduled_through(book, s, eve) for s in current_schedules(book, made.contract or "")}
    for place, obligation in enumerate(sorted(earned, key=lambda one: earned[one])):
        minor = left if place == len(earned) - 1 else earned[obligation]
        book.tally(minor, "recognized", made.currency, obligation)
        left -= minor
