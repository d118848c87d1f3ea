"""What was contracted and delivered and never fell due in billing: drafts, refused usage, orders billing never heard of, low prices.

What fell due and is not billed is told by the reconciliations (`leakage.py`); nothing here stands there too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from engine.model.contracts import Subscription
from engine.model.invoices import Invoice, InvoiceLine
from engine.model.journal import Rejection
from engine.model.money import Money, rounded
from engine.model.orders import AddDiscount, GrantDiscount, Order
from reports.close.drafted import drafted
from reports.close.worth import months_of, worth_of
from reports.systems.views import BillingView
from reports.tie_outs.month import Month

# Why a reading is refused that was delivered all the same; a wrong id, product or day was not.
LOST_USAGE = ("late-usage", "over-limit", "planned-refusal")


class Leak(NamedTuple):
    """What leaks, why, and the document that shows it; in the smallest unit."""

    cause: str
    document: str
    minor: int


def leaks(month: Month) -> Iterator[Leak]:
    """Everything of this file up to the end of the month."""
    yield from _drafts(month)
    yield from _refused(month)
    yield from _unheard(month)
    yield from _underpriced(month)
    yield from _given_away(month)


def _drafts(month: Month) -> Iterator[Leak]:
    for one in drafted(month.snapshot, month.entity, month.period.end):
        if one.net.currency == month.currency:
            yield Leak("in drafts", one.contract, one.net.minor)


def _refused(month: Month) -> Iterator[Leak]:
    """Usage that billing would not take, at the price of its contract; what was taken later under the same id does not leak."""
    known = {one.number for one in month.snapshot.billing.usage}
    ours, served = _ours(month), defaultdict[str, list[Subscription]](list)
    for one in month.subscribed if month.snapshot.billing.exceptions else ():
        if one.contract in ours:
            served[one.customer].append(one)
    for refused in month.snapshot.billing.exceptions:
        if refused.reading and refused.on <= month.period.end and refused.subject not in known:
            found = list(_delivered(month, refused, served[refused.customer]))
            # What a meter reports again under its id, and is refused again, was used once.
            known |= {refused.subject} if found and refused.reading.id else set()
            yield from found


def _delivered(month: Month, refused: Rejection, subscribed: Sequence[Subscription]) -> Iterator[Leak]:
    reading = refused.reading
    assert reading
    for one in subscribed:
        ended = one.cancelled_on is not None and (reading.day or refused.on) > one.end
        lost = refused.code in LOST_USAGE or (refused.code == "outside-term" and ended)
        metered = {line.id for line in one.lines if line.charge.kind == "usage" and line.product == reading.product}
        prices = [part.terms.price for part in one.segments if part.line in metered]
        if lost and prices:
            exact = Fraction(prices[-1]) * Fraction(reading.quantity)
            cause = "service after cancellation" if ended else "usage not billed"
            yield Leak(cause, refused.subject, Money.of(exact, month.currency).minor)
            return


def _ours(month: Month) -> set[str]:
    contracts = month.snapshot.billing.contracts
    return {one.number for one in contracts if (one.entity, one.currency) == (month.entity, month.currency)}


def _unheard(month: Month) -> Iterator[Leak]:
    """Orders that the CRM has won and billing has no document of, for the time since they took effect."""
    billing = month.snapshot.billing
    heard = {one.order for one in billing.contracts} | {one.order for one in billing.amendments}
    known = {one.contract: one for one in month.subscribed}
    for order in month.snapshot.crm.orders:
        if order.number not in heard and order.posting_date <= month.period.end and _sells(month, order):
            exact = worth_of(order, known.get(order.contract or ""), month.period.end)
            if exact > 0:
                yield Leak(_kind(order), order.number, Money.of(exact, month.currency).minor)


def _sells(month: Month, order: Order) -> bool:
    if order.contract:
        return order.contract in _ours(month)
    assert order.terms
    served = next((one.entity for one in month.snapshot.crm.customers if one.name == order.customer), "")
    told = order.terms.entity or served
    # A company of one legal entity need not name it; where there are several, the first sells what nobody else does.
    first = month.entities[0][0] if month.entities else month.entity
    entity = next((code for code, name in month.entities if told in (code, name)), first)
    return (order.terms.currency, entity) == (month.currency, month.entity)


def _kind(order: Order) -> str:
    if order.kind == "new":
        return "contract not billed"
    renews = {"renew", "raise prices", "extend term"} & {change.kind for change in order.changes}
    return "renewal or uplift not billed" if renews else "change not billed"


def _invoiced(month: Month) -> Iterator[tuple[Invoice, InvoiceLine]]:
    for whole in month.snapshot.billing.invoices:
        if (whole.entity, whole.currency) == (month.entity, month.currency) and whole.posting_date <= month.period.end:
            yield from ((part, line) for part in whole.by_contract() for line in part.lines)


def _underpriced(month: Month) -> Iterator[Leak]:
    """Invoice lines below the price that was signed in the CRM, of contracts that nothing has amended."""
    billing = month.snapshot.billing
    amended = {one.contract for one in billing.amendments}
    orders = {one.number: one for one in month.snapshot.crm.orders}
    contracts = {one.number: orders[one.order] for one in billing.contracts if one.order in orders}
    signed = {(name, line.id): line for name, order in contracts.items() for line in order.lines}
    for invoice, line in _invoiced(month):
        known = signed.get((invoice.contract, line.line))
        if known and invoice.contract not in amended and line.price < known.price and known.rate is None:
            yield Leak("wrong price", invoice.number, rounded(_missing(line, Fraction(known.price))))


def _missing(line: InvoiceLine, price: Fraction) -> Fraction:
    """What a line lacks of what it would come to at a price."""
    if line.price:
        return line.net.minor * (price / Fraction(line.price) - 1)
    return _at(line, price) * _left(line)


def _at(line: InvoiceLine, price: Fraction) -> Fraction:
    """What a line costs at a price before discounts, in the smallest unit, worked out from its quantity and its months."""
    months = months_of(line.service.start, line.service.end) / line.per_months if line.per_months else 1
    return Fraction(Money.of(price * Fraction(line.quantity) * months, line.net.currency).minor)


def _left(line: InvoiceLine) -> Fraction:
    """What part of its price a line's percentages leave, each of what the one before it left."""
    percentages = (line.discount, *(one.percent for one in line.reductions))
    return prod(((100 - Fraction(one)) / 100 for one in percentages), start=Fraction(1))


def _given_away(month: Month) -> Iterator[Leak]:
    """What discounts take off beyond what may be given without asking, where nobody was asked: the order follows no quote."""
    if month.authorized_discount is None:
        return
    free = _unasked(month.snapshot.billing, {one.number: one for one in month.snapshot.crm.orders})
    for invoice, line in _invoiced(month):
        left = _left(line)
        over = 1 - left - Fraction(month.authorized_discount) / 100
        if invoice.contract in free and over > 0:
            listed = line.net.minor / left if left else _at(line, Fraction(line.price))
            yield Leak("unauthorized discount", invoice.number, rounded(listed * over))


def _unasked(billing: BillingView, orders: dict[str, Order]) -> set[str]:
    """The contracts that have a discount by an order without a quote."""
    found = set()
    for contract in billing.contracts:
        order = orders.get(contract.order)
        if order and order.quote is None and (any(line.discount for line in order.lines) or contract.discounts):
            found.add(contract.number)
    for amendment in billing.amendments:
        order = orders.get(amendment.order)
        gives = any(isinstance(change, GrantDiscount | AddDiscount) for change in amendment.changes)
        if gives and order and order.quote is None:
            found.add(amendment.contract)
    return found
