"""The bill run: on each day it visits the contracts that have something due, and writes the documents they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from engine.book import Book, billed_key
from engine.comparing import ChargePeriod, due_atoms, one_time_period
from engine.crediting import memo_of_planned
from engine.model.contracts import Amendment, Contract, PlannedLine, Subscription
from engine.model.document import Document
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.money import Money, total
from engine.model.orders import OrderLine
from engine.periods import BillingPeriod, billing_periods
from engine.rating import FEE, amendments, subscription
from engine.taxing import line_taxes, rate_on

TASK = "bill"


def plan_contract(book: Book, contract: Contract, today: date) -> None:
    """Note on the agenda every day on which the contract, as it stands now, has something to bill."""
    now = subscription(book, contract)
    days = {period.bill_date for line in now.lines for period in _periods(contract, now, line, None)}
    days.update(_settling_day(book, contract, now, amendment) for amendment in amendments(book, contract))
    for day in sorted(days):
        book.agenda.plan(max(day, today), TASK, contract.number)


def planned(book: Book, contract: Contract) -> tuple[PlannedLine, ...]:
    """What is due and not yet billed over the whole term; negative where more was billed than is due."""
    now = subscription(book, contract)
    return tuple(line for place in _places(book, contract, now, None) for line in place.lacking())


def due(book: Book, contract: Contract, through: date) -> Money:
    """What the contract makes payable, without tax, for billing periods whose bill date has come: each charge and
    billing period rounded once, straight from the terms, whatever was billed."""
    now = subscription(book, contract)
    rounding = book.company.policies.rounding
    return total(
        (
            Money.of(place.exact_due(), contract.currency, rounding)
            for place in _places(book, contract, now, None)
            if place.period.bill_date <= through
        ),
        contract.currency,
    )


def bill(book: Book, today: date) -> Iterator[Document]:
    """Credit memos and invoices for everything due today and not yet billed."""
    for number in book.agenda.on(today, TASK):
        yield from _bill_contract(book, book.get(Contract, number), today)


def settled_today(book: Book, contract: Contract, today: date) -> list[Amendment]:
    """The amendments that are billed or credited today, by the day they take effect."""
    now = subscription(book, contract)
    return [a for a in amendments(book, contract) if _settling_day(book, contract, now, a) == today]


def _bill_contract(book: Book, contract: Contract, today: date) -> Iterator[Document]:
    now = subscription(book, contract)
    settled = settled_today(book, contract, today)
    since = min((amendment.effective_date for amendment in settled), default=None)
    if contract.event_date == today:
        since = contract.start
    lines = [
        line
        for place in _places(book, contract, now, min(since or today, _recent(contract, today)))
        if _is_due(place.period, since, today)
        for line in place.lacking()
    ]
    credits = [line for line in lines if line.invoice]
    if credits and settled:  # signed today for a later day: credited when it takes effect
        yield memo_of_planned(book, contract, now, settled[-1], credits, today)
    for cause, charges in _by_cause(book, contract, settled, lines).items():
        yield _invoice(book, contract, cause, charges, today)


def _is_due(period: BillingPeriod, since: date | None, today: date) -> bool:
    """Whether a period is billed today: regularly, or again from the day on that an amendment changes."""
    return period.bill_date == today or (since is not None and period.bill_date <= today and period.whole.end >= since)


def _recent(contract: Contract, today: date) -> date:
    """Far enough back to hold the billing period that is billed today."""
    return today - timedelta(days=31 * contract.billing.every_months + 1)


def _settling_day(book: Book, contract: Contract, now: Subscription, amendment: Amendment) -> date:
    """The day an amendment is billed or credited: when it is signed and in effect, or on the next regular bill date."""
    day = max(amendment.event_date, amendment.effective_date)
    if book.company.policies.amendment_billing != "on the next regular invoice" or now.cancelled_on:
        return day
    regular = (period.bill_date for period in billing_periods(contract, now.billed_end, since=day))
    return next((bill_date for bill_date in regular if bill_date > day), day)


def _places(book: Book, contract: Contract, now: Subscription, since: date | None) -> Iterator[ChargePeriod]:
    for line in now.lines:
        for period in _periods(contract, now, line, since):
            yield ChargePeriod(book, contract, line, period, due_atoms(now, line, period.whole))


def _periods(contract: Contract, now: Subscription, line: OrderLine, since: date | None) -> Iterator[BillingPeriod]:
    """The billing periods in which a charge is or was due; those of a shortened contract are kept, to be credited."""
    if line.charge.kind == "one-time":
        yield from (one_time_period(segment.service.start) for segment in now.segments if segment.line == line.id)
        return
    if now.billed_end >= contract.start:
        yield from billing_periods(contract, now.billed_end, since)
    for period in billing_periods(contract, contract.end, since):
        if period.service.start > now.billed_end:
            yield period


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
            cause = "regular" if regular else settled[-1].cause
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
                replaces=line.other,
                net=line.net,
                tax_code=line.tax_code,
                tax_rate=rate,
                tax=tax,
            )
            for number, (line, rate, tax) in enumerate(zip(lines, rates, taxes, strict=True), 1)
        ),
    )
