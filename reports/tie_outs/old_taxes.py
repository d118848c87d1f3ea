"""Tax of invoices that an old system wrote, where tax is due when paid."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.model.invoices import Invoice
from engine.model.money import Money, rounded
from reports.systems.snapshot import Snapshot
from reports.tie_outs import charged_taxes
from reports.tie_outs.movements import Movement


def sales_tax(snapshot: Snapshot) -> Iterator[Movement]:
    """All tax that is owed or will be: of what this system wrote, and of what it took over unpaid."""
    yield from charged_taxes.sales_tax(snapshot)
    yield from (moved for _, moved in held_taxes(snapshot))


def sales_tax_at(code: str, snapshot: Snapshot) -> Iterator[Movement]:
    """The same of one tax."""
    yield from charged_taxes.sales_tax_at(code, snapshot)
    yield from (moved for tax, moved in held_taxes(snapshot) if tax == code)


def held_taxes(snapshot: Snapshot) -> Iterator[tuple[str, Movement]]:
    """The tax of what was not paid of invoices when they were taken over, tax by tax, where the ledger keeps it apart until it is
    paid: it was charged before, and becomes due here."""
    apart = {account.name for account in snapshot.erp.accounts if account.role == "tax on hold"}
    if not any(line.account in apart for entry in snapshot.erp.journal for line in entry.lines):
        return
    for made in snapshot.billing.takeovers:
        for invoice in made.invoices:
            settled = (part for applied in made.applications for part in applied.settlements)
            paid = sum(part.amount.minor for part in settled if part.invoice == invoice.number)
            for tax, minor in _taxes(invoice).items():
                held = minor - rounded(Fraction(minor * paid, invoice.total.minor), snapshot.rounding)
                amount = Money(held, invoice.currency)
                yield tax, Movement(made.number, made.entity, made.customer, made.posting_date, amount)


def _taxes(invoice: Invoice) -> dict[str, int]:
    found: dict[str, int] = {}
    for tax in (tax for line in invoice.lines for tax in line.by_tax):
        found[tax.tax] = found.get(tax.tax, 0) + tax.amount.minor
    return found
