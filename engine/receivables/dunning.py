"""Letters about what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from engine.billing.open_items import collectible
from engine.book import Book
from engine.model.calendar import ONE_DAY
from engine.model.company import DunningLevel
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.payments import Letter
from engine.receivables.collecting import DUN, is_awaited


def dun(book: Book, today: date) -> Iterator[Letter]:
    """The letter of the highest level that each invoice has reached, about what is open and not in dispute of it.

    A level is sent once; nothing is sent once that is paid. After a dispute the letter is for how late the invoice is.
    While the gateway has yet to answer a request of today the letter waits, until tomorrow if need be.
    """
    for number in book.agenda.on(today, DUN):
        invoice = book.get(Invoice, number)
        reached = _reached(book, invoice, today)
        if not reached or book.has(Letter, _number(invoice, len(reached))) or not (open_ := collectible(book, invoice)):
            continue
        if is_awaited(book, number, today):
            book.agenda.plan(today + ONE_DAY, DUN, number)
        else:
            yield _letter(invoice, reached, open_, today)


def _reached(book: Book, invoice: Invoice, today: date) -> list[DunningLevel]:
    levels = sorted(book.company.dunning, key=lambda level: level.days)
    return [level for level in levels if invoice.due_date + timedelta(days=level.days) <= today]


def _number(invoice: Invoice, level: int) -> str:
    return f"L-{invoice.number}-{level}"


def _letter(invoice: Invoice, reached: list[DunningLevel], open_: Money, today: date) -> Letter:
    return Letter(
        number=_number(invoice, len(reached)),
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=invoice.entity,
        customer=invoice.customer,
        invoice=invoice.number,
        level=len(reached),
        name=reached[-1].letter,
        open=open_,
        due_date=invoice.due_date,
        then=reached[-1].then,
    )
