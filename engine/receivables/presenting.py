"""What the customer sees: an issued invoice or memo with every word that stands on the paper.

The law asks for most of it (Directive 2006/112/EC art. 226: number, dates, both parties with their tax numbers, quantity,
unit price, the taxable amount and tax per rate, why no tax is charged, and what a credit note is about).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from engine.billing.discounting import early_terms
from engine.billing.maturing import in_one
from engine.book import Book
from engine.entities import entity_called
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, CreditMemoLine, DocumentLine, Invoice, LineTax, TaxTreatment
from engine.model.money import Money, total
from engine.model.printed import EarlyPaymentOffer, Party, PrintedDocument, PrintedLine, PrintedTax
from engine.receivables.deducting import discount_in_full
from engine.terms.rating import paid_as_of

NOTES: dict[TaxTreatment, str] = {
    "reverse charge": "Reverse charge: the customer accounts for the tax.",
    "exempt": "Exempt from tax.",
    "zero-rated": "Taxed at 0%.",
}


def printed(book: Book) -> Iterator[PrintedDocument]:
    """Every issued invoice and credit memo as the customer sees it, in the order written."""
    yield from (printed_invoice(book, invoice) for invoice in book.all(Invoice))
    yield from (printed_memo(book, memo) for memo in book.all(CreditMemo))


def printed_invoice(book: Book, invoice: Invoice) -> PrintedDocument:
    """An invoice with its terms and what may be deducted for early payment."""
    return PrintedDocument(
        kind=invoice.kind,
        number=invoice.number,
        customer=invoice.customer,
        issued=invoice.event_date,
        seller=_seller(book, invoice.entity),
        buyer=_buyer(book, invoice.customer),
        contracts=tuple(part.contract for part in invoice.by_contract()),
        currency=invoice.currency,
        reason="",
        lines=tuple(_line(line) for line in invoice.lines),
        taxes=_taxes(invoice.lines),
        net=invoice.net,
        tax=invoice.tax,
        total=invoice.total,
        rounding=invoice.rounding,
        terms=_terms(book, invoice),
        pay_by=invoice.due_date,
        installments=invoice.installments,
        offers=tuple(_offers(book, invoice)),
        references=(invoice.adds_to,) if invoice.adds_to else (),
        notes=_notes(book, invoice.lines),
    )


def printed_memo(book: Book, memo: CreditMemo) -> PrintedDocument:
    """A credit memo with the invoices it is about, and what becomes of the money."""
    return PrintedDocument(
        kind="credit memo",
        number=memo.number,
        customer=memo.customer,
        issued=memo.event_date,
        seller=_seller(book, memo.entity),
        buyer=_buyer(book, memo.customer),
        contracts=tuple(part.contract for part in memo.by_contract()),
        currency=memo.currency,
        reason=memo.reason,
        lines=tuple(_line(line) for line in memo.lines),
        taxes=_taxes(memo.lines),
        net=memo.net,
        tax=memo.tax,
        total=memo.total,
        rounding=memo.rounding or None,
        references=tuple(dict.fromkeys(line.invoice for line in memo.lines)),
        applied=memo.settlements,
        held=memo.held,
        notes=_notes(book, memo.lines),
    )


def _seller(book: Book, code: str) -> Party:
    entity = entity_called(book, code)
    return Party(name=entity.name, address=entity.address, tax_number=entity.tax_number)


def _buyer(book: Book, name: str) -> Party:
    known = book.customers.get(name)
    return Party(name=name, address=known.address if known else "", tax_number=known.tax_number if known else "")


def _line(line: DocumentLine) -> PrintedLine:
    return PrintedLine(
        description=line.product if line.product == line.charge else f"{line.product}, {line.charge}",
        service=line.service,
        quantity=line.quantity,
        price=None if line.rate else line.price,
        per_months=line.per_months,
        pricing=line.rate.kind if line.rate else "",
        discount=", ".join(_reductions(line)),
        net=line.net,
        tax=line.tax_code,
        percent=line.tax_rate,
        tax_amount=line.tax,
        total=line.total,
        treatment=line.treatment,
        reference=line.invoice if isinstance(line, CreditMemoLine) else "",
        tax_each=sum((tax.each for tax in line.by_tax), Decimal(0)),
    )


def _reductions(line: DocumentLine) -> Iterator[str]:
    if line.discount:
        yield f"{line.discount.normalize():f}%"
    yield from (reduction.in_words for reduction in line.reductions)


def _taxes(lines: Iterable[DocumentLine]) -> tuple[PrintedTax, ...]:
    """The tax summary: what each tax at each percentage, or at so much for each unit, is on, and what it comes to."""
    found: dict[tuple[str, Decimal, Decimal, TaxTreatment], list[tuple[Money, LineTax]]] = {}
    for line in lines:
        for tax in line.by_tax:
            found.setdefault((tax.tax, tax.percent, tax.each, line.treatment), []).append(
                (line.net if line.taxable is None else line.taxable, tax)
            )
    return tuple(
        PrintedTax(
            tax=name,
            percent=percent,
            base=total((net for net, _ in parts), parts[0][0].currency),
            amount=total((tax.amount for _, tax in parts), parts[0][0].currency),
            treatment=treatment,
            each=each,
        )
        for (name, percent, each, treatment), parts in found.items()
    )


def _terms(book: Book, invoice: Invoice) -> str:
    """The days to pay in words; of an invoice without a contract only the day it is due is known."""
    contract = book.find(Contract, invoice.contract)
    if contract is None:
        return ""
    if invoice.installments:
        return f"in {len(invoice.installments)} installments"
    contract = in_one(paid_as_of(book, contract, invoice.event_date))
    if contract.due.rule == "months":
        return f"{contract.due.months} months after the invoice"
    if contract.due.rule == "fixed day":
        return f"on day {contract.due.day} of the month{_days_later(contract)}"
    if contract.due.rule == "end of month":
        return f"{contract.net_days} days end of month" if contract.net_days else "at the end of the month"
    return f"net {contract.net_days}" if contract.net_days else "on receipt"


def _days_later(contract: Contract) -> str:
    return f", at least {contract.net_days + 1} days later" if contract.net_days else ""


def _offers(book: Book, invoice: Invoice) -> Iterator[EarlyPaymentOffer]:
    """What may be deducted from all of the invoice by each of the days that the terms name; nothing of nothing."""
    for term in early_terms(book, invoice.customer) if invoice.total else ():
        until = invoice.event_date + timedelta(days=term.days)
        if amount := discount_in_full(book, invoice, invoice.total, until):
            yield EarlyPaymentOffer(percent=term.percent, amount=amount, until=until)


def _notes(book: Book, lines: Iterable[DocumentLine]) -> tuple[str, ...]:
    """Why a line bears no tax, in the company's words or else in plain ones; and what else the company always says."""
    own = {note.treatment: note.text for note in book.company.tax_notes}
    treatments = dict.fromkeys(line.treatment for line in lines)
    return tuple(text for treatment in treatments if (text := own.get(treatment, NOTES.get(treatment, ""))))
