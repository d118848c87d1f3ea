"""An invoice from what is due: its lines cut where a tax rate changes, taxed, numbered and dated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.addressing import addressee
from engine.book import Book
from engine.entities import next_number
from engine.maturing import due_date
from engine.model.contracts import Contract, PlannedLine
from engine.model.invoices import Invoice, InvoiceLine, LineTax
from engine.model.money import Money
from engine.taxing import Base, Levy, Taxed, gross_factor, levy_on, stretches_of_rate, sum_of, tax_point, taxed


@dataclass(frozen=True, slots=True)
class Charges:
    """What a contract lacks, under one cause: lines for an invoice."""

    contract: Contract
    cause: str
    lines: Sequence[PlannedLine]


def invoice(
    book: Book,
    contract: Contract,
    cause: str,
    planned: Iterable[PlannedLine],
    today: date,
    levies: Mapping[str, Levy] | None = None,
) -> Invoice:
    """A posted invoice for these lines. `levies`: the taxes of lines that are known already. Refused if a tax code has no
    rate at its tax point."""
    return _made(book, [Charges(contract, cause, tuple(planned))], today, levies or {})


def together(book: Book, charges: Sequence[Charges], today: date) -> Invoice:
    """One posted invoice for the charges of several contracts, its tax rounded once over all of them. They have addressee,
    legal entity, currency, cause and due day in common."""
    return _made(book, charges, today, {})


def document_of(book: Book, charges: Charges, today: date) -> tuple[object, ...]:
    """What charges must have in common to stand on one invoice: who owes it to whom, in which currency, when, and why."""
    contract = charges.contract
    who = addressee(book, contract.customer), contract.entity
    return *who, contract.currency, charges.cause, due_date(book, contract, today)


def _made(book: Book, charges: Sequence[Charges], today: date, known: Mapping[str, Levy]) -> Invoice:
    first, several = charges[0].contract, len(charges) > 1
    parts = [
        (found.contract.number if several else "", line, base)
        for found in charges
        for planned in found.lines
        for line, base in _by_rate(book, found.contract, planned, today, known.get(planned.line))
    ]
    taxes = taxed(book, [base for _, _, base in parts])
    lines = enumerate(zip(parts, taxes, strict=True), 1)
    return Invoice(
        number=next_number(book, Invoice, first.entity),
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=first.entity,
        customer=addressee(book, first.customer),
        contract=first.number,
        currency=first.currency,
        due_date=due_date(book, first, today),
        cause=charges[0].cause,
        lines=tuple(_line(number, contract, line, tax) for number, ((contract, line, _), tax) in lines),
    )


def _by_rate(
    book: Book, contract: Contract, line: PlannedLine, today: date, known: Levy | None
) -> Iterator[tuple[PlannedLine, Base]]:
    """The line with its taxes or, under "split by days", a part for the days at each rate."""
    by_days = () if known else stretches_of_rate(book, contract.customer, line.tax_code, line.service)
    parts = list(by_days) or [line.service]
    weights = [part.days for part in parts]
    gross = Money.of(line.agreed, line.net.currency, book.company.policies.rounding).allocate(weights)
    for days, net, held in zip(parts, line.net.allocate(weights), gross, strict=True):
        levy = known or levy_on(book, contract.customer, line.tax_code, tax_point(book, days, today))
        agreed = line.agreed * days.days / line.service.days
        yield replace(line, service=days), _base(book, Base(net, agreed, levy, held))


def _base(book: Book, base: Base) -> Base:
    """Where prices hold the tax, the net follows from the gross at the rate that holds on the invoice."""
    if book.company.policies.tax_price == "exclusive":
        return base
    net = Money.of(base.exact / gross_factor(base.levy), base.net.currency, book.company.policies.rounding)
    return replace(base, net=net)


def _line(number: int, contract: str, line: PlannedLine, found: Taxed) -> InvoiceLine:
    return InvoiceLine(
        id=number,
        line=line.line,
        product=line.product,
        charge=line.charge,
        service=line.service,
        billing_period=line.billing_period,
        quantity=line.terms.quantity,
        price=line.terms.price,
        per_months=line.terms.per_months,
        discount=line.terms.discount,
        rate=line.terms.rate,
        reductions=line.terms.reductions,
        replaces=line.other,
        net=found.net,
        tax_code=line.tax_code,
        tax_rate=found.levy.percent,
        tax=sum_of(found.taxes, found.net.currency),
        taxes=_several(line.tax_code, found.taxes),
        treatment=found.levy.treatment,
        contract=contract,
    )


def _several(code: str, taxes: tuple[LineTax, ...]) -> tuple[LineTax, ...]:
    """The taxes of a line, unless the code's own is the only one."""
    return () if [tax.tax for tax in taxes] == [code] else taxes
