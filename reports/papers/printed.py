"""An invoice or memo in the words a customer reads, the same on the page of the report and in a story's tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from engine.model.calendar import long_date
from engine.model.installments import Installment
from engine.model.money import exponent
from engine.model.printed import EarlyPaymentOffer, PrintedDocument, PrintedLine, PrintedTax
from reports.papers.changes import PER, plain


def facts(document: PrintedDocument) -> dict[str, str | None]:
    """Everything on the paper beside its lines and taxes, by what it is called; None for what it does not say."""
    return {
        "document": document.kind,
        "number": document.number,
        "date": long_date(document.issued),
        "pay by": long_date(document.pay_by) if document.pay_by else None,
        "installments": "; ".join(map(installment, document.installments)) or None,
        "terms": document.terms or None,
        "early payment": "; ".join(map(offer, document.offers)) or None,
        "seller": document.seller.name,
        "seller address": document.seller.address or None,
        "seller tax number": document.seller.tax_number or None,
        "buyer": document.buyer.name,
        "buyer address": document.buyer.address or None,
        "buyer tax number": document.buyer.tax_number or None,
        "contract": ", ".join(document.contracts) or None,
        "reason": document.reason or None,
        "invoice": ", ".join(document.references) or None,
        "note": " ".join(document.notes) or None,
        **_sums(document),
    }


def _sums(document: PrintedDocument) -> dict[str, str | None]:
    return {
        "currency": document.currency,
        "net": str(document.net),
        "tax": str(document.tax),
        "rounding": str(document.rounding) if document.rounding else None,
        "total": str(document.total),
        "set off": "; ".join(f"{part.amount} against {part.invoice}" for part in document.applied) or None,
        "credit": str(document.held) if document.held else None,
    }


def offer(found: EarlyPaymentOffer) -> str:
    """What may be deducted for paying early: "2% (26.40 USD) off if paid by 11 March 2026"; of an amount, that."""
    what = f"{plain(found.percent)}% ({found.amount})" if found.percent else f"{found.amount}"
    return f"{what} off if paid by {long_date(found.until)}"


def installment(found: Installment) -> str:
    """A part of an invoice and until when it is paid: "30.00 USD by 11 March 2026"."""
    return f"{found.amount} by {long_date(found.due_date)}"


def unit_price(line: PrintedLine, currency: str) -> str:
    """The price of a unit as it reads: "10.00 per month", "0.002", "1,000 once"; or how the quantity is priced together."""
    if line.price is None:
        return line.pricing
    places = max(exponent(currency), -int(line.price.normalize().as_tuple().exponent))
    per = PER.get(line.per_months) or f"{line.per_months} months"
    return f"{line.price:,.{places}f}" + (f" per {per}" if line.per_months else "")


def tax_rate(percent: Decimal, each: Decimal) -> str:
    """What a tax is: "10%", "0.50 each", or both of them."""
    return f"{plain(percent)}%" if not each else (f"{plain(percent)}% and " if percent else "") + f"{each} each"


def line_facts(line: PrintedLine, currency: str) -> dict[str, Any]:
    """One line by the columns of the paper."""
    return {
        "description": line.description,
        "from": line.service.start,
        "to": line.service.end,
        "quantity": line.quantity,
        "unit price": unit_price(line, currency),
        "discount": line.discount or None,
        "net": line.net,
        "tax code": line.tax,
        "tax rate": line.percent / Decimal(100),
        "tax each": line.tax_each or None,
        "tax": line.tax_amount,
        "total": line.total,
        "treatment": line.treatment,
        "invoice": line.reference or None,
    }


def tax_facts(tax: PrintedTax) -> dict[str, Any]:
    """One row of the tax summary by the columns of the paper."""
    return {
        "tax": tax.tax,
        "rate": tax.percent / Decimal(100),
        "each": tax.each or None,
        "on": tax.base,
        "amount": tax.amount,
        "treatment": tax.treatment,
    }


def page(document: PrintedDocument) -> dict[str, Any]:
    """What the report's page of the document is drawn from."""
    kept = {"currency", "net", "tax", "rounding", "total", "document", "number"}
    said = {name: text for name, text in facts(document).items() if text and name not in kept}
    return {
        "said": said,
        "lines": [_page_line(line, document.currency) for line in document.lines],
        "taxes": [_page_tax(tax) for tax in document.taxes],
        "net": document.net,
        "tax": document.tax,
        "rounding": document.rounding,
        "total": document.total,
    }


def _page_line(line: PrintedLine, currency: str) -> dict[str, Any]:
    return {
        "description": line.description,
        "from": line.service.start,
        "to": line.service.end,
        "quantity": line.quantity,
        "unit_price": unit_price(line, currency),
        "discount": line.discount or None,
        "tax_rate": tax_rate(line.percent, line.tax_each),
        "net": line.net,
        "invoice": line.reference or None,
    }


def _page_tax(tax: PrintedTax) -> dict[str, Any]:
    return {
        "tax": tax.tax,
        "rate": tax_rate(tax.percent, tax.each),
        "treatment": None if tax.treatment == "taxed" else tax.treatment,
        "on": tax.base,
        "amount": tax.amount,
    }
