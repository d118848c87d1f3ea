"""An invoice from what is due: its lines cut where a tax rate changes, taxed, numbered and dated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.billing.addressing import addressee
from engine.billing.discounting import taxed_part
from engine.billing.levying import Levy, levy_on, stretches_of_rate, tax_point, units_of
from engine.billing.maturing import due_dates, installments
from engine.billing.taxing import Base, Taxed, net_of, sum_of, taxed
from engine.billing.totaling import payable, rounding_of
from engine.book import Book
from engine.entities import next_number
from engine.model.contracts import Contract, PlannedLine
from engine.model.document import dated
from engine.model.invoices import Invoice, InvoiceLine, LineTax
from engine.model.money import Money, total
from engine.model.orders import OrderLine
from engine.refusals import Refused


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
    rate at its tax point, or comes to more for each unit than the price that is to hold it."""
    return _made(book, [Charges(contract, cause, tuple(planned))], today, levies or {})


def joint_invoice(book: Book, charges: Sequence[Charges], today: date) -> Invoice:
    """One posted invoice for the charges of several contracts, its tax rounded once over all of them. They have addressee,
    legal entity, currency, cause and due day in common."""
    return _made(book, charges, today, {})


def document_of(book: Book, charges: Charges, today: date) -> tuple[object, ...]:
    """What charges must have in common to stand on one invoice: who owes it to whom, in which currency, when, and why."""
    contract = charges.contract
    who = addressee(book, contract.customer), contract.entity
    return *who, contract.currency, charges.cause, due_dates(book, contract, today), contract.due.shares


def _made(book: Book, charges: Sequence[Charges], today: date, known: Mapping[str, Levy]) -> Invoice:
    first, several = charges[0].contract, len(charges) > 1
    owned = [
        (found.contract.number if several else "", part)
        for found in charges
        for planned in found.lines
        for part in _by_rate(book, found.contract, planned, today, known.get(planned.line))
    ]
    parts = _leveled(book, [part for _, part in owned])
    taxes = taxed(
        book, [base for _, base in parts], taxed_part(book, addressee(book, first.customer), bool(first.due.shares))
    )
    numbered = enumerate(zip((contract for contract, _ in owned), parts, taxes, strict=True), 1)
    lines = tuple(_line(number, contract, line, tax) for number, (contract, (line, _), tax) in numbered)
    asked = total((line.total for line in lines), first.currency)
    due = installments(book, first, today, payable(book, asked))
    return Invoice(
        number=next_number(book, Invoice, first.entity),
        **dated(today),
        entity=first.entity,
        customer=addressee(book, first.customer),
        contract=first.number,
        currency=first.currency,
        due_date=due[0].due_date if due else min(due_dates(book, first, today)),
        cause=charges[0].cause,
        lines=lines,
        installments=due if len(due) > 1 else (),
        rounding=rounding_of(book, asked),
    )


def _by_rate(
    book: Book, contract: Contract, line: PlannedLine, today: date, known: Levy | None
) -> Iterator[tuple[PlannedLine, Base]]:
    """The line with its taxes or, under "split by days", a part for the days at each rate."""
    policies = book.company.policies
    by_days = () if known else stretches_of_rate(book, contract.customer, line.tax_code, line.service)
    parts = list(by_days) or [line.service]
    if len(parts) == 1:
        levy = known or levy_on(book, contract.customer, line.tax_code, tax_point(book, line.service, today))
        held = (
            None if policies.tax_price == "exclusive" else Money.of(line.agreed, line.net.currency, policies.rounding)
        )
        yield line, _base(book, contract, Base(line.net, line.agreed, levy, held, Fraction(units_of(line))))
        return
    weights = [part.days for part in parts]
    gross = Money.of(line.agreed, line.net.currency, policies.rounding).allocate(weights, policies.remainder)
    for days, net, held in zip(parts, line.net.allocate(weights, policies.remainder), gross, strict=True):
        levy = known or levy_on(book, contract.customer, line.tax_code, tax_point(book, days, today))
        share = Fraction(days.days, line.service.days)
        base = Base(net, line.agreed * share, levy, held, Fraction(units_of(line)) * share)
        yield replace(line, service=days), _base(book, contract, base)


def _base(book: Book, contract: Contract, base: Base) -> Base:
    """Where prices hold the tax, the net follows from the gross at the rate that holds on the invoice."""
    if book.company.policies.tax_price == "exclusive":
        return base
    net = Money.of(_exact_net(book, base), base.net.currency, book.company.policies.rounding)
    if base.exact >= 0 > net.minor:
        fixed = Money.of(base.levy.fixed * base.units, net.currency)
        raise Refused(
            "tax-not-held",
            f"contract {contract.number}: tax code {base.levy.code!r} comes to {fixed} for its units, and no price of "
            f"{base.gross} can hold that; agree a higher price, or prices without tax",
        )
    return replace(base, net=net)


def _exact_net(book: Book, base: Base) -> Fraction:
    exclusive = book.company.policies.tax_price == "exclusive"
    return base.exact if exclusive else base.levy.net(base.exact, base.units)


TOGETHER: dict[str, Callable[[PlannedLine | OrderLine], str]] = {
    "per document": lambda line: "",
    "per tax code per document": lambda line: line.tax_code,
}
"""Which lines of one invoice are added exactly and rounded once, by the stage at which the company rounds."""


def _leveled(book: Book, parts: list[tuple[PlannedLine, Base]]) -> list[tuple[PlannedLine, Base]]:
    """By convention lines are added exactly and rounded once, all together or those of a tax code, and then split."""
    stage = TOGETHER.get(book.company.policies.rounding_stage)
    if stage is None:
        return parts
    policies, currency, zero = book.company.policies, parts[0][0].net.currency, Fraction(0)
    groups: dict[str, list[int]] = {}
    for place, (line, _) in enumerate(parts):
        groups.setdefault(stage(line), []).append(place)
    found = list(parts)
    for places in groups.values():
        bases = [parts[place][1] for place in places]
        exact, agreed = [_exact_net(book, base) for base in bases], [base.exact for base in bases]
        nets = _split(book, bases, exact, net_of(policies, sum(exact, zero), sum(agreed, zero), currency))
        gross = _split(book, bases, agreed, Money.of(sum(agreed, zero), currency, policies.rounding))
        for place, net, held in zip(places, nets, gross, strict=True):
            found[place] = parts[place][0], replace(parts[place][1], net=net, gross=held)
    return found


def _split(book: Book, bases: list[Base], exact: list[Fraction], whole: Money) -> tuple[Money, ...]:
    return whole.allocate(exact, book.company.policies.remainder) if any(exact) else tuple(base.net for base in bases)


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
        taxable=found.on,
        treatment=found.levy.treatment,
        contract=contract,
    )


def _several(code: str, taxes: tuple[LineTax, ...]) -> tuple[LineTax, ...]:
    """The taxes of a line, unless the code's own is the only one and no more than a percentage."""
    return () if [(tax.tax, tax.each) for tax in taxes] == [(code, Decimal(0))] else taxes
