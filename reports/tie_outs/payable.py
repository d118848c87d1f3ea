"""What rounds the totals of invoices and memos to what can be paid: no charge, no tax, no revenue, and on an account of its own."""

from __future__ import annotations

from collections.abc import Iterator

from reports.systems.snapshot import Snapshot
from reports.tie_outs.movements import Movement


def rounding_differences(snapshot: Snapshot) -> Iterator[Movement]:
    """What invoices leave out adds to the expense, and what memos give beyond their lines; the rest takes away."""
    for invoice in snapshot.billing.invoices:
        if invoice.rounding:
            who = invoice.number, invoice.entity, invoice.customer, invoice.posting_date
            yield Movement(*who, -invoice.rounding)
    for memo in snapshot.billing.credit_memos:
        if memo.roundings:
            yield Movement(memo.number, memo.entity, memo.customer, memo.posting_date, memo.rounding)
