"""Debit memos: what an issued invoice charged too little, or left out. It is a demand of its own, with tax, a due day and a
number, and is paid, dunned, disputed and credited like any invoice; what it adds to stays as it was issued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.billing.crediting import left_of
from engine.billing.invoicing import invoice as invoiced
from engine.billing.levying import Levy, levy_on, tax_point
from engine.book import Book
from engine.checking import above_zero, in_currency_of
from engine.entities import next_number
from engine.model.calendar import ServicePeriod
from engine.model.contracts import ChargeTerms, Contract, PlannedLine
from engine.model.debits import DebitLine
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.money import Money
from engine.refusals import Refused
from engine.terms.rating import paid_as_of

CAUSE = "debit memo"


def debit(book: Book, invoice: Invoice, lines: Sequence[DebitLine], today: date) -> Invoice:
    """Charge more on an issued invoice, today.

    Refused without a line, for an amount that is not above zero or in another currency, for a line that the invoice does not
    have, on a memo or on an invoice of which nothing is left, and where the tax code is not clear.
    """
    if invoice.kind == "debit memo" or not (lines and left_of(book, invoice)):
        what = "is a debit memo itself" if invoice.kind == "debit memo" else "has nothing left to add to"
        raise Refused("nothing-to-debit", f"no more can be charged on {invoice.number}: it {what}")
    number = _number(book, invoice.entity)
    planned = [_planned(book, invoice, line, f"{number}-{place}", today) for place, line in enumerate(lines, 1)]
    levies = {line.line: levy for line, levy in planned}
    contract = paid_as_of(book, book.get(Contract, _contract(invoice, lines)), today)
    made = invoiced(book, contract, CAUSE, [line for line, _ in planned], today, levies)
    return replace(made, kind="debit memo", number=number, adds_to=invoice.number)


def _contract(invoice: Invoice, asked: Sequence[DebitLine]) -> str:
    """The contract that a memo is about: that of the lines it names; of several the first, where it names none."""
    named = {line.id: line.contract for line in invoice.lines}
    found = {named.get(line.line, "") for line in asked if line.line}
    if len(found) > 1:
        raise Refused("several-contracts", f"the lines named of invoice {invoice.number} are of several contracts")
    return next(iter(found), "") or invoice.contract


def _number(book: Book, entity: str) -> str:
    """The next of the entity's debit memos, or of its invoices where they share one series."""
    own = book.company.policies.debit_memo_numbers == "of their own"
    return next_number(book, Invoice, entity, "DM-" if own else "")


def _planned(book: Book, invoice: Invoice, asked: DebitLine, name: str, today: date) -> tuple[PlannedLine, Levy]:
    in_currency_of(invoice, asked.net.currency, f"{asked.net}")
    above_zero(asked.net, f"be charged on invoice {invoice.number}")
    of = _line(invoice, asked)
    code = asked.tax_code or _only_code(invoice, of)
    service = asked.service or (of.service if of else ServicePeriod(today, today))
    levy = _levy(book, invoice, code, service, today)
    return _line_of(book, asked, name, code, service, levy, today), levy


def _line(invoice: Invoice, asked: DebitLine) -> InvoiceLine | None:
    """The line that is added to: the one named, or the only one."""
    if asked.line is None:
        return invoice.lines[0] if len(invoice.lines) == 1 else None
    found = next((line for line in invoice.lines if line.id == asked.line), None)
    if found is None:
        raise Refused("unknown-line", f"invoice {invoice.number} has no line {asked.line}")
    return found


def _only_code(invoice: Invoice, of: InvoiceLine | None) -> str:
    codes = [of.tax_code] if of else list(dict.fromkeys(line.tax_code for line in invoice.lines))
    if len(codes) > 1:
        raise Refused(
            "which-tax",
            f"invoice {invoice.number} has the tax codes {', '.join(codes)}; name a line of it, or a tax code",
        )
    return codes[0]


def _levy(book: Book, invoice: Invoice, code: str, service: ServicePeriod, today: date) -> Levy:
    """The taxes of a debit memo's line: those that its invoice bore on that code, by convention, or those of its own tax
    point; a code that the invoice does not have is always taxed by its own."""
    of_invoice = book.company.policies.debit_memo_tax == "of the invoice it adds to"
    same = next((line for line in invoice.lines if line.tax_code == code), None) if of_invoice else None
    if same is None:
        return levy_on(book, invoice.customer, code, tax_point(book, service, today))
    return Levy(same.treatment, tuple((tax.tax, tax.percent) for tax in same.by_tax), code=code)


def _line_of(
    book: Book, asked: DebitLine, name: str, code: str, service: ServicePeriod, levy: Levy, today: date
) -> PlannedLine:
    inclusive = book.company.policies.tax_price == "inclusive"
    price = Decimal(asked.net.exact.numerator) / Decimal(asked.net.exact.denominator)
    return PlannedLine(
        line=f"debit-{name}",
        product=asked.description,
        charge=asked.description,
        tax_code=code,
        service=service,
        billing_period=service,
        bill_date=today,
        terms=ChargeTerms(quantity=1, price=price, per_months=0),
        other=None,
        net=asked.net,
        agreed=levy.gross(asked.net.exact, 1) if inclusive else asked.net.exact,
        forgone=Money.zero(asked.net.currency),
    )
