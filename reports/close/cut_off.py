"""What a month's journal holds that belongs before it: the list by which a cut-off is tested, closed months or not."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.close import Cell, ReportSection, ReportTable
from engine.model.invoices import CreditMemo, Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money
from reports.close.late import back_dated
from reports.systems.naming import document_name, entry_name
from reports.tie_outs.month import Month

TITLE = "Cut-off"
COLUMNS = ("document", "number", "posted", "belongs to", "days after", "amount", "recorded")


def cut_off(month: Month) -> ReportSection:
    """What was posted in the month and belongs before it, in the order of the days (handbook, section 5.16).

    An entry that a close kept out of its own month counts by its debits; an invoice or credit memo that changes service of an
    earlier month by those lines, tax included. `days after`: from the end of the month it belongs to until it was posted. What
    a contract bills in arrears on its regular day is no such thing.
    """
    billing = month.snapshot.billing
    both: list[Invoice | CreditMemo] = [*billing.invoices, *billing.credit_memos]
    documents = {document.number: document for document in both}
    posted = sorted(month.entries(), key=lambda one: one.posting_date)
    rows = tuple(row for entry in posted for row in _rows(month, entry, documents.get(entry.source)))
    table = ReportTable(columns=COLUMNS, rows=rows) if rows else None
    return ReportSection(title=TITLE, table=table)


def _rows(month: Month, entry: JournalEntry, document: Invoice | CreditMemo | None) -> Iterator[tuple[Cell, ...]]:
    name = document_name(document) if document else entry_name(entry)
    if origin := entry.origin_period:
        debits = sum(max(line.amount.minor, 0) for line in entry.lines)
        found = {origin: Money(debits, entry.currency)}
    else:
        found = back_dated(month.snapshot, document, month.period.previous) if document else {}
    for period, amount in found.items():
        days = (entry.posting_date - period.end).days
        yield (name, entry.source, entry.posting_date, str(period), days, amount, entry.recorded)
