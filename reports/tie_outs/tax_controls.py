"""Sales tax code by code: what the lines of documents add up to, beside the tax accounts."""

from __future__ import annotations

from functools import partial

from engine.model.journal import JournalEntry, JournalLine
from reports.tie_outs.control_accounts import MISSTATED, TAXES
from reports.tie_outs.controls import Control, Ledger
from reports.tie_outs.old_taxes import sales_tax_at


def tax_code_controls(ledger: Ledger) -> tuple[Control, ...]:
    """Sales tax code by code, where more than one is in use. A write-off's relief names no code and stays out."""
    billing = ledger.snapshot.billing
    invoiced = (tax.tax for invoice in billing.invoices for line in invoice.lines for tax in line.by_tax if tax.amount)
    told = (*billing.write_offs, *billing.recoveries, *billing.deductions)
    codeless = {document.number for document in (*told, *billing.relief_claims, *billing.reinstatements)}
    told_apart = (line for entry, line in ledger.lines(TAXES) if line.amount and entry.source not in codeless)
    posted = (line.tax_code or "no code" for line in told_apart)
    codes = {*invoiced, *posted}
    return tuple(_tax_code_control(code, codeless) for code in sorted(codes)) if len(codes) > 1 else ()


def _tax_code_control(code: str, codeless: set[str]) -> Control:
    def keep(entry: JournalEntry, line: JournalLine) -> bool:
        return (line.tax_code or "no code") == code and entry.source not in codeless

    documents = partial(sales_tax_at, code)
    return Control(title=f"Sales tax at {code}", roles=TAXES, sign=-1, documents=documents, keep=keep, bears=MISSTATED)
