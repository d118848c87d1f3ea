"""A credit of tax alone: too much of it was charged, and the price stays (handbook 4.12: D TAX / C REFP or AR, no revenue line)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.billing.crediting import Part, before_of, memo_over
from engine.book import Book
from engine.model.invoices import CreditMemo, CreditReason, Invoice, InvoiceLine, LineTax
from engine.model.money import Money, total
from engine.refusals import Refused

REASON: CreditReason = "tax correction"


def credit_tax(book: Book, invoice: Invoice, line_id: int | None, tax: Money, today: date) -> CreditMemo:
    """Give back that much of the tax of an invoice, or of one of its lines, and nothing of its price.

    Over several lines and taxes it spreads by what is left of each. Refused above the tax that is left, or for nothing.
    """
    lines = [line for line in invoice.lines if line_id in (None, line.id)]
    if not lines:
        raise Refused("unknown-line", f"invoice {invoice.number} has no line {line_id}")
    if tax.currency != invoice.currency:
        raise Refused("other-currency", f"invoice {invoice.number} is in {invoice.currency}, not {tax.currency}")
    left = [one for line in lines for one in _left(book, invoice, line)]
    whole = total((one.amount for one in left), invoice.currency)
    if not Money.zero(tax.currency) < tax <= whole:
        raise Refused(
            "above-what-is-left", f"{tax} of tax cannot be credited: {whole} of tax is left of what was billed"
        )
    back = iter(tax.allocate([one.amount.minor for one in left]))
    parts = [_part(invoice, line, tuple(replace(one, amount=next(back)) for one in line.by_tax)) for line in lines]
    return memo_over(book, parts[0].line.contract or invoice.contract, REASON, REASON, _given(parts), today)


def _given(parts: list[Part]) -> list[Part]:
    return [part for part in parts if any(tax.amount for tax in part.taxes or ())]


def _left(book: Book, invoice: Invoice, line: InvoiceLine) -> list[LineTax]:
    """The taxes of a line, each what is left of it after credits."""
    given = {tax.tax: tax.amount for tax in before_of(book, invoice, line).taxes}
    return [replace(tax, amount=tax.amount - given.get(tax.tax, Money.zero(invoice.currency))) for tax in line.by_tax]


def _part(invoice: Invoice, line: InvoiceLine, taxes: tuple[LineTax, ...]) -> Part:
    days, nothing = line.service, Money.zero(invoice.currency)
    return Part(invoice, line, nothing, days, days, line.terms, concession=True, taxes=taxes)
