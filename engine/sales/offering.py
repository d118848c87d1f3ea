"""Quotes of changes of a running contract: a renewal, an amendment, a cancellation, each with the approvals it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.book import Book
from engine.model.calendar import long_date
from engine.model.discounts import Discount
from engine.model.document import dated
from engine.model.orders import (
    AddDiscount,
    Change,
    GrantDiscount,
    Order,
    RemoveProduct,
    Renew,
    TakesEffect,
)
from engine.model.quotes import ChangePreview, Quote
from engine.model.transfers import Assign
from engine.sales import quoting
from engine.sales.approving import approvals, deviations
from engine.sales.quoting import next_version, order_behind


def offer(
    book: Book,
    contract: str,
    changes: Sequence[Change],
    effective: date,
    today: date,
    takes_effect: TakesEffect = "on its day",
    supersedes: Quote | None = None,
) -> Quote:
    """An offer to change a running contract. A renewal is judged by the whole matrix, as a new contract of its months would
    be, with every discount that goes on; any other change by what it takes off alone. Refused as an order of it would be."""
    order = quoting.amend(book, contract, changes, effective, today, takes_effect)
    signed, terms = order_behind(book, contract)
    renewal = next((change for change in changes if isinstance(change, Renew)), None)
    terms = replace(terms, months=renewal.months, days=renewal.days) if renewal else terms
    nonstandard = tuple(deviations(book, terms)) if renewal else ()
    off = [*_taken_off([order]), *(_going_on(book, contract, order) if renewal else ())]
    number, version = next_version(book, supersedes)
    return Quote(
        number=number,
        **dated(today, effective=order.effective_date),
        customer=_holder(book, signed, contract, today),
        terms=terms,
        lines=order.lines,
        approvals=tuple(approvals(book.company.approvals, terms if renewal else None, off, nonstandard)),
        version=version,
        supersedes=supersedes.number if supersedes else "",
        nonstandard=nonstandard,
        contract=contract,
        changes=order.changes,
        takes_effect=takes_effect,
        after=last_order(book, contract),
    )


def _holder(book: Book, signed: Order, contract: str, today: date) -> str:
    """Who the contract is of today: whoever it passed to last, or who signed it."""
    passed = [order for order in book.about(Order, "contract", contract) if order.effective_date <= today]
    to = [change.customer for order in passed for change in order.changes if isinstance(change, Assign)]
    return next((customer for customer in reversed(to) if customer), signed.customer)


def last_order(book: Book, contract: str) -> str:
    """The number of the last order about a running contract."""
    changed = book.about(Order, "contract", contract)
    return changed[-1].number if changed else order_behind(book, contract)[0].number


def _taken_off(orders: Sequence[Order]) -> Iterator[Decimal]:
    """The percentages that orders take off."""
    for order in orders:
        yield from (line.discount for line in order.lines)
        yield from (_percent(change.discount) for change in order.changes if isinstance(change, AddDiscount))
        yield from (change.percent for change in order.changes if isinstance(change, GrantDiscount))


def _percent(discount: Discount) -> Decimal:
    return discount.reduction.percent


def _going_on(book: Book, contract: str, renewal: Order) -> Iterator[Decimal]:
    """The percentages that are off what the contract holds and that a renewal leaves as they are."""
    orders = [order_behind(book, contract)[0], *book.about(Order, "contract", contract)]
    if any(isinstance(change, GrantDiscount) and not change.product for change in renewal.changes):
        return
    gone = {c.product for order in (*orders, renewal) for c in order.changes if isinstance(c, RemoveProduct)}
    held: dict[str, Decimal] = {}
    for order in orders:
        held |= {line.product: line.discount for line in order.lines}
        for change in order.changes:
            if isinstance(change, GrantDiscount):
                held |= dict.fromkeys([change.product] if change.product else list(held), change.percent)
    named = {change.product for change in renewal.changes if isinstance(change, GrantDiscount)}
    yield from (percent for name, percent in held.items() if name not in gone | named)


def order_of(quote: Quote, number: str, today: date) -> Order:
    """What the customer signs with a quote of changes."""
    return Order(
        number=number,
        **dated(today, effective=quote.effective_date),
        kind="cancel" if any(change.kind == "cancel" for change in quote.changes) else "amend",
        customer=quote.customer,
        quote=quote.number,
        contract=quote.contract,
        lines=quote.lines,
        changes=quote.changes,
        takes_effect=quote.takes_effect,
    )


def hindrances(book: Book, quote: Quote) -> Iterator[tuple[str, str, str]]:
    """What keeps a quote of changes from being won beside approvals: the field, the code and the sentence of each."""
    previews = book.about(ChangePreview, "quote", quote.number)
    if not previews:
        yield "preview", "not-previewed", f"quote {quote.number} has no preview yet; billing has not answered"
    elif previews[-1].refused:
        yield "preview", "not-possible", f"quote {quote.number} cannot be carried out: {previews[-1].refused}"
    since = last_order(book, quote.contract or "")
    if since != quote.after and book.company.policies.overtaken_quote == "refused":
        what = f"quote {quote.number} of {long_date(quote.event_date)}"
        yield (
            "version",
            "overtaken",
            f"{what} is overtaken: order {since} has changed contract {quote.contract} since; quote it anew",
        )
