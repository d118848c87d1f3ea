"""Prices that hold the tax: what a new rate takes from a price belongs to the days that it taxes (handbook 4.12).

The price of a line is reckoned at the rate at which its first days are taxed. Whatever is billed, credited or planned at another
rate leaves less, or more, of the same gross; that difference is revenue of those days alone (606-10-32-40, IFRS 15.85), so
months at the old rate stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.billing.levying import levy_on, tax_point
from engine.book import Book
from engine.model.calendar import ServicePeriod
from engine.model.company import TaxRate
from engine.model.contracts import Contract, PlannedLine, Subscription
from engine.model.document import Document, dated
from engine.model.invoices import CreditMemo, DocumentLine, Invoice, InvoiceLine
from engine.model.money import Money
from engine.model.revenue import SchedulePiece
from engine.revenue.promising import promises
from engine.terms.progressing import Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class NewRate(Document):
    """The cause of new schedules: billing was told another rate of a tax that a contract's prices hold."""

    contract: str
    rate: TaxRate


_ALL = Fraction(1)
_Rate = tuple[Decimal, Fraction]


@dataclass(frozen=True, slots=True)
class _Taxed:
    """What is or will be billed of a line (credited: below nothing): its net, its gross, and its rate: percent, and for each
    unit."""

    line: str
    service: ServicePeriod
    net: Money
    gross: Fraction
    rate: _Rate
    source: str


def news(contract: Contract, rate: TaxRate, today: date) -> NewRate:
    """A rate that concerns a contract, as the cause of its new schedules."""
    return NewRate(
        number=f"{rate.code} {rate.start}",
        **dated(today, effective=max(rate.start, contract.start)),
        contract=contract.number,
        rate=rate,
    )


def retaxed(book: Book, contract: Contract, state: Subscription, plan: Iterable[PlannedLine]) -> Pieces:
    """What other rates than the first one add to each line that is served over time, on the days they tax."""
    if book.company.policies.tax_price == "exclusive":
        return {}
    first = {
        promise.line.id: ((promise.first_levy.percent, promise.first_levy.fixed), promise.first_share)
        for promise in promises(book, contract, state).values()
        if promise.first_levy and promise.line.charge.recognition == "over time"
    }
    rounding, found = book.company.policies.rounding, dict[str, list[SchedulePiece]]()
    for taxed in (*_billed(book, contract), *_credited(book, contract), *_planned(book, contract, plan)):
        rate, share = first.get(taxed.line, (taxed.rate, _ALL))
        if taxed.line in first and (rate != taxed.rate or rate[1]):
            at_first = Money.of(taxed.gross * share, contract.currency, rounding)
            piece = SchedulePiece(service=taxed.service, amount=taxed.net - at_first, source=taxed.source)
            found.setdefault(taxed.line, []).append(piece)
    return found


def _billed(book: Book, contract: Contract) -> Iterator[_Taxed]:
    for invoice in book.about(Invoice, "contract", contract.number):
        for line in invoice.lines:
            yield _Taxed(line.line, line.service, line.net, line.total.exact, _rate_of(line), invoice.number)


def _credited(book: Book, contract: Contract) -> Iterator[_Taxed]:
    for memo in book.about(CreditMemo, "contract", contract.number):
        for line in memo.lines:
            if not line.concession:
                yield _Taxed(line.line, line.service, -line.net, -line.total.exact, _rate_of(line), memo.number)


def _rate_of(line: DocumentLine) -> _Rate:
    return line.tax_rate, sum((Fraction(tax.each) for tax in line.by_tax), Fraction(0))


def _planned(book: Book, contract: Contract, plan: Iterable[PlannedLine]) -> Iterator[_Taxed]:
    """What is taken back goes at the rate of the invoice line it credits (P12)."""
    for line in plan:
        if line.invoice:
            billed = next(one for one in book.get(Invoice, line.invoice).lines if one.id == line.invoice_line)
            rate = _rate_of(billed)
            gross = line.net.exact * (_whole(billed) if rate[1] else 1 + Fraction(rate[0]) / 100)
        else:
            levy = levy_on(book, contract.customer, line.tax_code, tax_point(book, line.service, line.bill_date))
            rate = levy.percent, levy.fixed
            gross = Money.of(line.agreed, contract.currency, book.company.policies.rounding).exact
        yield _Taxed(line.line, line.service, line.net, gross, rate, contract.number)


def _whole(line: InvoiceLine) -> Fraction:
    """What a line's total is of its net."""
    return Fraction(line.total.minor, line.net.minor or 1)
