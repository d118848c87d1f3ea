"""What the next bill runs will write, found by living them in a copy of the book: so a preview is the run."""

from __future__ import annotations

from copy import deepcopy
from datetime import date

from engine.billing import bill
from engine.book import Book, run
from engine.model.invoices import Invoice


def preview(book: Book, customer: str, today: date, through: date) -> tuple[Invoice, ...]:
    """The customer's invoices up to that day as they would be if nothing more happened; nothing is written."""
    dry, day = deepcopy(book), today
    known = {invoice.number for invoice in book.all(Invoice)}
    while (later := dry.agenda.next_after(day)) and later <= through:
        day = later
        for _ in run((bill,), dry, day):
            pass
    return tuple(i for i in dry.all(Invoice) if i.customer == customer and i.number not in known)
