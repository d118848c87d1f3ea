"""What a quoted change of a running contract would come to, found by living it in a copy of the book, and living on without it
in another: what differs between the two is the preview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.billing.bill_run import bill, due, plan_contract
from engine.billing.owing import Agreement
from engine.book import Book, run
from engine.contracts import contracting
from engine.contracts.escalating import escalate, plan_uplifts
from engine.model.calendar import long_date
from engine.model.contracts import Contract, Subscription
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import Order
from engine.model.quotes import ChangePreview, Previewed, PreviewedLine
from engine.refusals import Refused
from engine.terms.pricing import amount
from engine.terms.rating import subscription


def forecast(book: Book, order: Order, today: date) -> ChangePreview:
    """Billing's preview of what a quote offers, by the order that would be signed today; nothing is written."""
    contract = book.find(Contract, order.contract or "")
    zero = Money.zero(contract.currency if contract else book.company.entity.currency)
    seen = len(book.about(ChangePreview, "quote", order.quote or ""))
    blank = ChangePreview(
        number=f"PV-{order.quote}" + (f"-{seen + 1}" if seen else ""),
        event_date=today,
        effective_date=order.effective_date,
        posting_date=today,
        quote=order.quote or "",
        contract=order.contract or "",
        customer=order.customer,
        currency=zero.currency,
        recurring=zero,
        recurring_without=zero,
        contract_total=zero,
        contract_total_without=zero,
    )
    try:
        return _forecast(book, blank, order, today)
    except Refused as refused:
        return replace(blank, refused=refused.sentence)


def _forecast(book: Book, blank: ChangePreview, order: Order, today: date) -> ChangePreview:
    with_it, without = deepcopy(book), deepcopy(book)
    amendment = with_it.add(contracting.amend(with_it, order, today))
    contract = with_it.get(Contract, amendment.contract)
    _follow_up(with_it, contract, today)
    through = Agreement(with_it, contract).settling[amendment.number]
    return replace(
        blank,
        effective_date=amendment.effective_date,
        lines=tuple(_differences(book, contract, with_it, without, today, through)),
        recurring=_recurring(with_it, contract, amendment.effective_date),
        recurring_without=_recurring(without, contract, amendment.effective_date),
        contract_total=due(with_it, contract, date.max),
        contract_total_without=due(without, contract, date.max),
    )


def _follow_up(dry: Book, contract: Contract, today: date) -> None:
    """What the contract itself makes follow from a change: prices that rise with a new term."""
    plan_uplifts(dry, contract, today)
    for raised in escalate(dry, today):
        dry.add(raised)
    plan_contract(dry, contract, today)


def _differences(
    book: Book, contract: Contract, with_it: Book, without: Book, today: date, through: date
) -> Iterator[PreviewedLine]:
    """What only the one future has, and what only the other."""
    there = Counter(_billed(book, with_it, contract, today, through))
    other = Counter(_billed(book, without, contract, today, through))
    yield from (there - other).elements()
    yield from (replace(line, what="instead of") for line in (other - there).elements() if line.what == "charge")


def _billed(book: Book, dry: Book, contract: Contract, today: date, through: date) -> list[PreviewedLine]:
    """What bill runs write about the contract in a copy of the book, today and until a day."""
    day: date | None = today
    while day and day <= through:
        for _ in run((bill,), dry, day):
            pass
        day = dry.agenda.next_after(day)
    known = {
        document.number for kind in (CreditMemo, Invoice) for document in book.about(kind, "contract", contract.number)
    }
    memos = (memo for memo in dry.about(CreditMemo, "contract", contract.number) if memo.number not in known)
    invoices = (made for made in dry.about(Invoice, "contract", contract.number) if made.number not in known)
    return [*_lines("credit", memos), *_lines("charge", invoices)]


def _lines(what: Previewed, documents: Iterator[CreditMemo] | Iterator[Invoice]) -> Iterator[PreviewedLine]:
    for document in documents:
        for line in document.lines:
            yield PreviewedLine(
                what=what,
                on=document.event_date,
                product=line.product,
                charge=line.charge,
                service=line.service,
                quantity=line.quantity,
                price=line.price,
                net=line.net,
                tax=line.tax,
            )


def _recurring(book: Book, contract: Contract, day: date) -> Money:
    """What the contract costs a month on that day, without tax and usage."""
    now = subscription(book, contract)
    exact = sum(_monthly(now, day), Fraction(0))
    return Money.of(exact, contract.currency, book.company.policies.rounding)


def _monthly(now: Subscription, day: date) -> Iterator[Fraction]:
    lines = {line.id: line for line in now.lines if line.charge.kind == "recurring"}
    for segment in now.segments:
        if segment.line in lines and day in segment.service and segment.terms.per_months:
            flat = lines[segment.line].charge.model == "flat"
            yield amount(segment.terms, flat=flat) / segment.terms.per_months


def as_told(book: Book, order: Order, today: date) -> ChangePreview | None:
    """The preview of a quoted change once more, if it would be billed otherwise than the customer was told; None if not.

    Refused then, unless the company's convention is to preview it anew.
    """
    told = book.about(ChangePreview, "quote", order.quote or "")
    anew = forecast(book, order, today) if told else None
    if anew is None or anew.refused or _figures(anew) == _figures(told[-1]):
        return None
    if book.company.policies.overtaken_quote == "previewed anew":
        return anew
    before = told[-1]
    raise Refused(
        "overtaken",
        f"quote {order.quote} of {long_date(before.event_date)} came to {before.to_pay} to pay and a contract total of "
        f"{before.contract_total}; on {long_date(today)} it would be {anew.to_pay} and {anew.contract_total}; quote it anew",
    )


def _figures(preview: ChangePreview) -> tuple[object, ...]:
    """What the customer was told, whatever day the documents bear."""
    lines = Counter(replace(line, on=date.min) for line in preview.lines if line.what != "instead of")
    return lines, preview.recurring, preview.contract_total
