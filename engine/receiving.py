"""What happens in the ERP when a document reaches it: it is posted once, and schedules follow."""

from __future__ import annotations

from datetime import date

from engine import handing_over
from engine.book import Book
from engine.model.contracts import Amendment
from engine.model.document import Document
from engine.model.journal import JournalEntry
from engine.posting import post
from engine.scheduling import reschedule


def receive(book: Book, document: Document, today: date) -> JournalEntry | None:
    """Take a document in: its entry and the schedule versions it brings are written. None if nothing was to be posted.

    The same document again answers with what the first one made. Refused, and nothing written, if no account is
    determined for one of its amounts.
    """
    if book.has(type(document), document.number):
        return book.find(JournalEntry, f"JE-{document.number}")
    entry = post(book, document)
    for schedule in reschedule(book, document, today):
        book.add(schedule)
    if isinstance(document, Amendment):
        for made in handing_over.taken(book, document, today):
            book.add(made)
    return entry
