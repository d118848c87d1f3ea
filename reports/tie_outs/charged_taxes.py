"""The tax that documents charge, give back and give up. It stays with the legal entity that issued the invoice."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.money import total
from reports.systems.snapshot import Snapshot
from reports.tie_outs.movements import Movement, in_books_of, moved
from reports.tie_outs.owed_to import issuers


def sales_tax(snapshot: Snapshot) -> Iterator[Movement]:
    """Tax of invoices and recoveries adds; tax of credit memos and relief on write-offs takes away. It is the issuer's."""
    billing, issued = snapshot.billing, issuers(snapshot)
    yield from (moved(invoice, invoice.tax) for invoice in billing.invoices)
    yield from (moved(memo, -memo.tax) for memo in billing.credit_memos)
    for lost in billing.write_offs:
        yield in_books_of(issued.get(lost.invoice), moved(lost, -lost.tax_relief))
    for claim in billing.relief_claims:
        yield in_books_of(issued.get(claim.invoice), moved(claim, -claim.amount))
    for came in billing.recoveries:
        yield in_books_of(issued.get(came.invoice), moved(came, came.tax))
    for again in billing.reinstatements:
        yield in_books_of(issued.get(again.invoice), moved(again, again.tax))
    for kept in billing.deductions:
        yield in_books_of(issued.get(kept.invoice), moved(kept, -kept.tax))


def sales_tax_at(code: str, snapshot: Snapshot) -> Iterator[Movement]:
    """One tax (a code, or a state's or county's of it) on invoices and credit memos."""
    for invoice in snapshot.billing.invoices:
        taxes = (tax.amount for line in invoice.lines for tax in line.by_tax if tax.tax == code)
        yield moved(invoice, total(taxes, invoice.currency))
    for memo in snapshot.billing.credit_memos:
        credited = (tax.amount for line in memo.lines for tax in line.by_tax if tax.tax == code)
        yield moved(memo, -total(credited, memo.currency))
