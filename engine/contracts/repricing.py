"""What a new price list means for running contracts, by the company's convention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.model.catalog import PriceBookEntry
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.document import dated
from engine.model.orders import ChangePrice, OrderLine
from engine.terms.periods import billing_periods
from engine.terms.rating import billed_now, subscription

TASK = "reprice"


def plan_prices(book: Book, entries: tuple[PriceBookEntry, ...], today: date) -> None:
    """Note on the agenda the day from which each price of the list holds; those that hold from the beginning change nothing."""
    for entry in entries:
        if entry.start > date.min:
            book.agenda.plan(max(entry.start, today), TASK, entry.start.isoformat())


def reprice(book: Book, today: date) -> Iterator[Amendment]:
    """On the day of a new price list: an amendment for every running contract whose prices follow it."""
    for start in book.agenda.on(today, TASK):
        for contract in book.all(Contract):
            yield from repriced(book, contract, date.fromisoformat(start), today)


def list_days(book: Book) -> list[date]:
    """The days from which a new price of the list holds."""
    return sorted({entry.start for entry in book.company.price_book.entries} - {date.min})


def repriced(book: Book, contract: Contract, start: date, today: date) -> Iterator[Amendment]:
    """The amendment by which a contract follows the price list of a day, where that is the convention."""
    if book.company.policies.price_list != "kept until renewal":
        yield from _amendments(book, contract, start, today)


def _amendments(book: Book, contract: Contract, start: date, today: date) -> Iterator[Amendment]:
    now = subscription(book, contract)
    number = f"A-{contract.number}-list-{start.isoformat()}"
    if not now.start <= start <= now.end or contract.start == start or book.has(Amendment, number):
        return
    first = _first_day(book, contract, now, start)
    changes = tuple(at_list_price(book, contract, now, start, start)) if first <= now.end else ()
    if changes:
        yield Amendment(
            number=number,
            **dated(today, effective=first),
            contract=contract.number,
            customer=contract.customer,
            order="",
            changes=changes,
            cause="price change",
        )


def _first_day(book: Book, contract: Contract, now: Subscription, start: date) -> date:
    if book.company.policies.price_list == "split the period":
        return start
    after = billing_periods(billed_now(book, contract), now.end, start, restarts=now.restarts)
    return next((period.whole.start for period in after if period.whole.start >= start), now.end)


def at_list_price(book: Book, contract: Contract, now: Subscription, held: date, on: date) -> Iterator[ChangePrice]:
    """The list's prices of a day for what the contract holds on the day `held` at the price that the list had before."""
    lines = {line.id: line for line in now.lines if line.charge.kind == "recurring"}
    for segment in now.segments:
        line = lines.get(segment.line)
        if line is None or held not in segment.service or segment.terms.rate:
            continue
        sold = _listed(book, contract, line, segment.service.start) if segment.service.start < on else None
        listed = _listed(book, contract, line, on)
        same_time = segment.terms.per_months == line.charge.per_months
        if sold and listed and same_time and sold.price == segment.terms.price != listed.price:
            yield ChangePrice(product=line.product, price=listed.price, charge=line.charge.name)


def _listed(book: Book, contract: Contract, line: OrderLine, on: date) -> PriceBookEntry | None:
    return book.company.price_book.price(line.product, line.plan, line.charge.name, contract.currency, on)
