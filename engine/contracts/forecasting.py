"""What a quoted change of a running contract would come to, found by living it in a book of its own, and living on without it
in another: what differs between the two is the preview.

Renewals, uplifts and price lists are lived with it as far as they are known; what is not known is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

from engine.billing.bill_run import bill, due, plan_contract
from engine.billing.owing import Agreement
from engine.book import Book, run
from engine.contracts import contracting
from engine.contracts.dating import renews
from engine.contracts.escalating import escalate, plan_uplifts, unpublished
from engine.contracts.renewing import plan_renewal, renew
from engine.contracts.repricing import TASK as REPRICE
from engine.contracts.repricing import list_days, repriced
from engine.model.calendar import ONE_DAY, long_date
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.document import dated
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import Order
from engine.model.quotes import ChangePreview, Previewed, PreviewedLine
from engine.refusals import Refused
from engine.terms.pricing import amount
from engine.terms.rating import subscription
from engine.trying import Trial, contracts_of


def forecast(book: Book, order: Order, today: date) -> ChangePreview:
    """Billing's preview of what a quote offers, by the order that would be signed today; nothing is written."""
    contract = book.find(Contract, order.contract or "")
    zero = Money.zero(contract.currency if contract else book.company.entity.currency)
    seen = len(book.about(ChangePreview, "quote", order.quote or ""))
    blank = ChangePreview(
        number=f"PV-{order.quote}" + (f"-{seen + 1}" if seen else ""),
        **dated(today, effective=order.effective_date),
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
    with_it, without = (_begun(book, order) for _ in range(2))
    amendment = with_it.add(contracting.amend(with_it, order, today))
    contract = with_it.get(Contract, amendment.contract)
    _plan(with_it, contract, today)
    through = _live(with_it, contract, today, amendment)
    _live(without, contract, today, through)
    for dry in (with_it, without):
        _follow_lists(dry, contract, through)
    return replace(
        blank,
        effective_date=amendment.effective_date,
        lines=tuple(_differences(with_it, without, contract)),
        recurring=_recurring(with_it, contract, amendment.effective_date),
        recurring_without=_recurring(without, contract, amendment.effective_date),
        contract_total=due(with_it, contract, date.max),
        contract_total_without=due(without, contract, date.max),
        left_out=tuple(_left_out(with_it, contract)),
    )


def _begun(book: Book, order: Order) -> Trial:
    """A book of its own, with the days of the contract; where one invoice is for several, with those of all of them."""
    contracts = [order.contract or ""]
    if book.company.policies.invoices_of_a_day == "one per customer":
        contracts = contracts_of(book, order.customer)
    return Trial(book, [*contracts, *(day.isoformat() for day in list_days(book))])


def _live(dry: Trial, contract: Contract, today: date, until: Amendment | date) -> date:
    """Live what the contract itself, price lists and bill runs make of it, from today until a day, or until the day on which an
    amendment is settled; that day."""

    def last() -> date:
        return until if isinstance(until, date) else Agreement(dry, contract).settling[until.number]

    day, through = today, last()
    while day <= through:
        for made in run((renew, partial(_reprice, contract), escalate, bill), dry, day):
            if isinstance(made, Amendment):
                _plan(dry, contract, day)
                through = last()
        day = dry.agenda.next_after(day) or date.max
    return through


def _plan(dry: Trial, contract: Contract, today: date) -> None:
    """Note the days on which the contract, as it stands now, renews itself, is billed, and on which its prices rise."""
    plan_uplifts(dry, contract, today)
    plan_renewal(dry, contract, today)
    plan_contract(dry, contract, today)


def _reprice(contract: Contract, dry: Book, today: date) -> Iterator[Amendment]:
    for day in dry.agenda.on(today, REPRICE):
        yield from repriced(dry, contract, date.fromisoformat(day), today)


def _follow_lists(dry: Trial, contract: Contract, since: date) -> None:
    """Prices that are on the list for a later day already: what the contract comes to with them."""
    for day in list_days(dry):
        for made in repriced(dry, contract, day, day) if day > since else ():
            dry.add(made)


def _left_out(dry: Trial, contract: Contract) -> Iterator[str]:
    """What cannot be known yet, in sentences."""
    now = subscription(dry, contract)
    for day in unpublished(dry, contract):
        assert contract.uplift is not None
        yield f"prices rise with {contract.uplift.index} on {long_date(day)}, which is not published yet"
    for line in now.lines:
        if line.charge.kind == "usage":
            yield f"{line.product!r} is charged by use"
    if renews(now):
        yield f"the contract renews itself on {long_date(now.end + ONE_DAY)} unless it is cancelled before"


def _differences(with_it: Trial, without: Trial, contract: Contract) -> Iterator[PreviewedLine]:
    """What only the one future has, and what only the other."""
    there, other = Counter(_billed(with_it, contract)), Counter(_billed(without, contract))
    yield from (there - other).elements()
    yield from (replace(line, what="instead of") for line in (other - there).elements() if line.what == "charge")


def _billed(dry: Trial, contract: Contract) -> list[PreviewedLine]:
    """What bill runs wrote about the contract in a book of its own."""
    memos = dry.tried_about(CreditMemo, "contract", contract.number)
    return [*_lines("credit", memos), *_lines("charge", dry.tried_about(Invoice, "contract", contract.number))]


def _lines(what: Previewed, documents: Iterable[CreditMemo] | Iterable[Invoice]) -> Iterator[PreviewedLine]:
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
