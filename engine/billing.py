"""The bill run: on each day it visits the contracts that have something due, and writes the documents they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from engine.book import Book, billed_key
from engine.crediting import memo_of_planned
from engine.model.contracts import Amendment, Contract, PlannedLine
from engine.model.document import Document
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.money import Money, total
from engine.owing import Agreement
from engine.reading import FEE
from engine.taxing import line_taxes, rate_on

TASK = "bill"


def plan_contract(book: Book, contract: Contract, today: date) -> None:
    """Note on the agenda every day on which the contract, as it stands now, has something to bill."""
    for day in sorted(Agreement(book, contract).bill_dates()):
        book.agenda.plan(max(day, today), TASK, contract.number)


def planned(book: Book, contract: Contract) -> tuple[PlannedLine, ...]:
    """What is due and not yet billed over the whole term; negative where more was billed than is due."""
    return tuple(line for place in Agreement(book, contract).through(date.max) for line in place.lacking())


def due(book: Book, contract: Contract, through: date) -> Money:
    """What the contract makes payable, without tax, by the end of that day: each charge and billing period whose bill date
    has come rounded once, straight from the terms, whatever was billed. An amendment counts once it is settled."""
    rounding = book.company.policies.rounding
    places = Agreement(book, contract).through(through)
    return total((Money.of(place.exact_due(), contract.currency, rounding) for place in places), contract.currency)


def bill(book: Book, today: date) -> Iterator[Document]:
    """Credit memos and invoices for everything due today and not yet billed."""
    for number in book.agenda.on(today, TASK):
        yield from _bill_contract(book, book.get(Contract, number), today)


def settled_today(book: Book, contract: Contract, today: date) -> list[Amendment]:
    """The amendments that are billed or credited today, by the day they take effect."""
    return Agreement(book, contract).settled_on(today)


def _bill_contract(book: Book, contract: Contract, today: date) -> Iterator[Document]:
    agreement = Agreement(book, contract)
    settled = agreement.settled_on(today)
    everything = settled or contract.event_date == today
    places = agreement.through(today) if everything else agreement.on_bill_day(today)
    lines = [line for place in places for line in place.lacking()]
    credits = [line for line in lines if line.invoice]
    if credits:
        cause = _weightiest(settled or agreement.signed)
        yield memo_of_planned(book, contract, agreement.now, cause, credits, today)
    for cause_of_invoice, charges in _by_cause(book, contract, settled, lines).items():
        yield _invoice(book, contract, cause_of_invoice, charges, today)


def _weightiest(amendments: list[Amendment]) -> Amendment:
    """Of several amendments settled together, the one that their documents are named after."""
    return next((amendment for amendment in amendments if amendment.cause == "cancellation"), amendments[-1])


def _by_cause(
    book: Book, contract: Contract, settled: list[Amendment], lines: Iterable[PlannedLine]
) -> dict[str, list[PlannedLine]]:
    """The charges by what people call their invoice: the regular one, or the amendment's."""
    added = {line.id for amendment in settled for line in amendment.lines}
    at_once = book.company.policies.amendment_billing != "on the next regular invoice"
    found: dict[str, list[PlannedLine]] = {}
    for line in lines:
        if not line.invoice:
            first = not book.about(Invoice, "billed", billed_key(contract.number, line.line, line.billing_period.start))
            regular = not settled or not at_once or (first and line.line not in added)
            cause = "regular" if regular else _weightiest(settled).cause
            found.setdefault(FEE.name.lower() if line.line.startswith("fee-") else cause, []).append(line)
    return found


def _invoice(book: Book, contract: Contract, cause: str, lines: list[PlannedLine], today: date) -> Invoice:
    rates = [rate_on(book, line.tax_code, today) for line in lines]
    taxes = line_taxes(book, [line.net for line in lines], rates)
    return Invoice(
        number=f"{book.company.entity.prefix}-{book.count(Invoice) + 1:06}",
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=contract.entity,
        customer=contract.customer,
        contract=contract.number,
        currency=contract.currency,
        due_date=today + timedelta(days=contract.net_days),
        cause=cause,
        lines=tuple(
            InvoiceLine(
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
                replaces=line.other,
                net=line.net,
                tax_code=line.tax_code,
                tax_rate=rate,
                tax=tax,
            )
            for number, (line, rate, tax) in enumerate(zip(lines, rates, taxes, strict=True), 1)
        ),
    )
