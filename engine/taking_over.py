"""Billing takes a running contract over from the old system, so that it goes on as if it had always been here.

What the contract's own terms make due before its next bill date was billed by the old system: it stands in the book as
invoices of then, the open ones under their old numbers, the others settled. So nothing is billed twice, and the next bill,
a change, a credit or a cancellation needs no special code. Nothing is numbered, sent, dunned or collected for the past.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.billing.invoicing import invoice
from engine.billing.maturing import check_shares
from engine.billing.metering import take
from engine.billing.owing import Agreement
from engine.billing.taxing import sum_of
from engine.book import Book
from engine.checking import known_customer
from engine.contracts.contracting import renewal_by_convention
from engine.entities import entity_called, selling_entity
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Contract, PlannedLine
from engine.model.cutover import TAKEN_OVER, BookedRate, Opening, OpeningInvoice, Takeover
from engine.model.document import Document, dated
from engine.model.invoices import Invoice, InvoiceLine, Settlement
from engine.model.money import Money, total
from engine.model.orders import Order, OrderLine
from engine.model.payments import PaymentApplication
from engine.model.usage import Usage
from engine.receivables.bringing import payment_of
from engine.refusals import Refused
from engine.sales.quoting import price_lines
from engine.trying import Trial

_A_LINE = 5
"""By how many of the smallest unit an old invoice's tax may differ from the tax of its lines: it may have rounded each."""


def documents(made: Takeover) -> Iterator[Document]:
    """What a takeover brings into the books of billing and the ledger."""
    yield from (made.signed,) if made.signed else ()
    yield from (*made.invoices, *made.payments, *made.applications, *made.usage)


def take_over(book: Book, opening: Opening, today: date) -> Takeover:
    """A contract as it stands. Refused, and nothing is written, if it is here already, is of an unknown customer, was billed
    otherwise than its terms say, or an open invoice is none of those."""
    known_customer(book, opening.customer)
    if book.has(Contract, opening.number):
        raise Refused("taken-over-already", f"contract {opening.number} is here already; nothing is taken over twice")
    signed, next_bills = _contract(book, opening)
    billed = _billed(book, opening, signed, next_bills)
    invoices = tuple(_invoices(book, opening, signed, billed, today))
    applied = tuple(_settled(signed, one, _paid(opening, one), today) for one in invoices)
    payments = tuple(payment_of(one, today) for one in applied if one.amount)
    made = Takeover(
        number=f"TO-{opening.number}",
        **dated(today),
        entity=signed.entity,
        customer=signed.customer,
        currency=signed.currency,
        contract=signed.number,
        order=_order(opening, signed),
        signed=signed,
        invoices=invoices,
        payments=payments,
        applications=tuple(one for one in applied if one.amount),
        billed=opening.billed,
        recognized=opening.recognized,
        booked=tuple(_booked(opening)),
    )
    return replace(made, usage=_usage(book, opening, made, today))


def _booked(opening: Opening) -> Iterator[BookedRate]:
    """The rates at which the old system keeps what is open and deferred, where it says them."""
    for subject, rate in (("", opening.rate), *((one.number, one.rate) for one in opening.invoices)):
        if rate is not None:
            yield BookedRate(subject=subject, rate=rate)


def _contract(book: Book, opening: Opening) -> tuple[Contract, dict[str, date]]:
    """The contract as first signed, and the next bill date of each of its lines."""
    terms, lines, next_bills = opening.terms, list[OrderLine](), dict[str, date]()
    check_shares(terms.due)
    for line in opening.lines:
        for priced in price_lines(book, [line.request], terms.currency, terms.start, terms.tax_code):
            own = replace(priced, id=str(len(lines) + 1))
            lines.append(own)
            next_bills[own.id] = line.next_bill
    signed = Contract(
        number=opening.number,
        **dated(terms.start),
        customer=opening.customer,
        entity=selling_entity(book, opening.customer, terms.entity).code,
        currency=terms.currency,
        order=f"O-{opening.number}",
        start=terms.start,
        end=opening.end,
        billing=terms.billing,
        net_days=terms.net_days,
        tax_code=terms.tax_code,
        lines=tuple(lines),
        discounts=terms.discounts,
        due=terms.due,
        renewal=terms.renewal or renewal_by_convention(book, terms),
        region=terms.region,
        channel=terms.channel,
    )
    return signed, next_bills


def order_behind(book: Book, opening: Opening) -> Order:
    """The order that a contract came from, as the CRM is to know it. Refused if nobody could have signed it."""
    return _order(opening, _contract(book, opening)[0])


def _order(opening: Opening, signed: Contract) -> Order:
    return Order(
        number=signed.order,
        **dated(signed.start),
        kind="new",
        customer=signed.customer,
        terms=opening.terms,
        lines=signed.lines,
    )


def _billed(book: Book, opening: Opening, signed: Contract, next_bills: dict[str, date]) -> list[PlannedLine]:
    """What the terms make due before each line's next bill date. Refused where the old system billed another amount; what
    lines round differently is the last line's."""
    eve = max(next_bills.values()) - ONE_DAY
    places = Agreement(book, signed).through(eve)
    lines = [line for place in places for line in place.lacking() if line.bill_date < next_bills[line.line]]
    lines.sort(key=lambda line: (line.bill_date, int(line.line)))
    due = total((line.net for line in lines), signed.currency)
    differs = opening.billed - due
    if abs(differs.minor) > len(lines):
        said = f"contract {signed.number}: its terms make {due} by its next bill date, and {opening.billed} was billed"
        raise Refused("billed-otherwise", said)
    if differs:
        lines[-1] = replace(lines[-1], net=lines[-1].net + differs)
    return lines


def _invoices(
    book: Book, opening: Opening, signed: Contract, lines: list[PlannedLine], today: date
) -> Iterator[Invoice]:
    """An invoice for each day on which the old system billed; the open ones keep their numbers."""
    _check_numbers(book, opening, signed)
    days: dict[date, list[PlannedLine]] = {}
    for line in lines:
        days.setdefault(line.bill_date, []).append(line)
    old = {_day_of(one, signed, days): one for one in opening.invoices}
    if len(old) < len(opening.invoices):
        numbers = ", ".join(one.number for one in opening.invoices)
        raise Refused("one-bill-twice", f"contract {signed.number}: of {numbers} two are for one bill date")
    for day, own in days.items():
        made = invoice(
            book, signed, TAKEN_OVER, own, day
        )  # asked for as its lines come to, whatever totals are rounded to
        made = replace(made, number=f"{signed.number}-{day}", posting_date=today, rounding=None)
        yield _as_issued(made, old[day]) if day in old else made


def _check_numbers(book: Book, opening: Opening, signed: Contract) -> None:
    """An old number may be neither one that is in the book nor one that the legal entity's own series will come to."""
    prefix = f"{entity_called(book, signed.entity).prefix}-"
    for one in opening.invoices:
        if book.has(Invoice, one.number) or (one.number.startswith(prefix) and one.number[len(prefix) :].isdigit()):
            said = f"invoice {one.number} of contract {signed.number} has a number that this system gives itself, or knows already"
            raise Refused("number-taken", said)


def _day_of(one: OpeningInvoice, signed: Contract, days: dict[date, list[PlannedLine]]) -> date:
    """The bill date nearest to an open invoice that makes its amount. Refused if there is none."""
    same = [day for day, lines in days.items() if sum(line.net.minor for line in lines) == one.net.minor]
    if not same:
        said = f"open invoice {one.number} over {one.net} without tax is none that contract {signed.number} makes by its terms"
        raise Refused("no-such-bill", said)
    return min(same, key=lambda day: abs((day - one.issued).days))


def _as_issued(made: Invoice, old: OpeningInvoice) -> Invoice:
    """The invoice under its number, of its day and with its tax, which may differ by how lines were rounded."""
    differs = old.tax - made.tax
    if abs(differs.minor) > _A_LINE * len(made.lines):
        said = f"open invoice {old.number} holds {old.tax} of tax, its lines at the rate of that day {made.tax}"
        raise Refused("taxed-otherwise", said)
    return replace(
        made,
        number=old.number,
        event_date=old.issued,
        effective_date=old.issued,
        due_date=old.due,
        installments=(),
        lines=_taxed(made, differs) if differs else made.lines,
    )


def _taxed(made: Invoice, differs: Money) -> tuple[InvoiceLine, ...]:
    *lines, last = made.lines
    taxes = tuple(replace(one, amount=one.amount + differs) if one is last.taxes[0] else one for one in last.taxes)
    tax = sum_of(taxes, made.currency) if taxes else last.tax + differs
    return (*lines, replace(last, tax=tax, taxes=taxes))


def _paid(opening: Opening, made: Invoice) -> Money:
    """What of an invoice is settled: all of one that the old system does not call open."""
    return next((one.paid for one in opening.invoices if one.number == made.number), made.total)


def _settled(signed: Contract, made: Invoice, paid: Money, today: date) -> PaymentApplication:
    return PaymentApplication(
        number=f"TO-{made.number}-1",
        event_date=made.event_date,
        effective_date=made.event_date,
        posting_date=today,
        entity=signed.entity,
        customer=signed.customer,
        currency=signed.currency,
        payment=f"TO-{made.number}",
        amount=paid,
        settlements=(Settlement(invoice=made.number, amount=paid),),
        unapplied=Money.zero(signed.currency),
        method="bank transfer",
    )


def _usage(book: Book, opening: Opening, made: Takeover, today: date) -> tuple[Usage, ...]:
    """The readings as usage of the contract, tried in a book of its own: one that is refused refuses the whole. They came
    before the cutover, so none is late for the bill of that day."""
    if not opening.usage:
        return ()
    dry = Trial(book, [])
    for document in documents(made):
        dry.add(document)
    return tuple(dry.add(take(dry, reading, today - ONE_DAY)) for reading in opening.usage)
