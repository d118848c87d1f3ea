"""What somebody decides to give back of an invoice though nothing about the contract changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.billing.authorizing import authorize
from engine.billing.correcting_tax import REASON, credit_tax
from engine.billing.crediting import credit_lines
from engine.book import Book
from engine.model.invoices import CreditMemo, CreditReason, Invoice
from engine.model.losses import Signatures
from engine.model.money import Money


def give_back(
    book: Book,
    invoice: Invoice,
    line_id: int | None,
    amount: Money,
    reason: CreditReason,
    today: date,
    signed: Signatures,
) -> CreditMemo:
    """Give back part of an invoice because somebody decided so: so much without tax, whose tax follows, or of a tax correction so
    much of the tax alone. Goodwill takes the approval that the amount needs (without tax); what is owed back anyway does not.
    Refused as `credit_lines` and `credit_tax` refuse, and without that approval."""
    if reason == REASON:
        memo = credit_tax(book, invoice, line_id, amount, today)
    else:
        memo = credit_lines(book, invoice, line_id, amount, reason, today)
    if reason == "goodwill":
        authorize(book, "credit", amount, signed)
    return replace(memo, prepared_by=signed.prepared_by, approved_by=signed.approved_by)
