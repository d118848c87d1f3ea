"""Which days an entry is about: when it happened, and from when on what it posts is served (handbook, section 1: four dates)."""

from __future__ import annotations

from engine.model.document import Dates, Document, dated, dates_of
from engine.model.invoices import CreditMemo, Invoice


def entry_dates(document: Document) -> Dates:
    """The dates of a document's entry. Invoices and credit memos take effect from the first day of the service that they bill
    or give back, before or after their own."""
    if isinstance(document, Invoice | CreditMemo) and document.lines:
        first = min(line.service.start for line in document.lines)
        return {**dated(document.posting_date, effective=first), "event_date": document.event_date}
    return dates_of(document)
