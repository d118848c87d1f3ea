"""Letters about what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from engine.billing.installments import Debt, debts
from engine.book import Book
from engine.entities import as_owed
from engine.model.calendar import ONE_DAY
from engine.model.company import DunningLevel
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.payments import Letter
from engine.receivables.collecting import DUN, is_awaited, is_under_way


def dun(book: Book, today: date) -> Iterator[Letter]:
    """The letter of the highest level that each invoice or installment has reached, about what is open and not in dispute of it.

    A level is sent once; nothing is sent once that is paid. After a dispute the letter is for how late the invoice is.
    While the gateway has yet to answer a request of today the letter waits, until tomorrow if need be; while a payment of that
    part is under way, until it is known what became of it, by convention.
    """
    held = book.company.policies.letter_under_way == "held"
    for number in book.agenda.on(today, DUN):
        for debt in debts(book, book.get(Invoice, number)):
            reached = _reached(book, debt, today)
            if not reached or book.has(Letter, _number(debt, len(reached))) or not debt.collectible:
                continue
            if is_awaited(book, number, today):
                book.agenda.plan(today + ONE_DAY, DUN, number)
            elif not (held and is_under_way(book, number, debt.due_date)):
                letter = _letter(debt, as_owed(book, debt.invoice), reached, today)
                yield _on_a_sheet(book, letter)


def _reached(book: Book, debt: Debt, today: date) -> list[DunningLevel]:
    levels = sorted(book.company.dunning, key=lambda level: level.days)
    return [level for level in levels if debt.due_date + timedelta(days=level.days) <= today]


def _number(debt: Debt, level: int) -> str:
    return f"L-{debt.invoice.number}-{debt.label}{level}"


def _on_a_sheet(book: Book, letter: Letter) -> Letter:
    """The letter on the sheet of the first one of its day, level, customer, legal entity and currency, where they go together; else
    on one of its own."""
    sheet = letter.number
    if book.company.policies.dunning_letters == "one a customer and level":
        sent = book.about(Letter, "customer", letter.customer)
        sheet = next((one.sheet for one in sent if _goes_with(one) == _goes_with(letter)), letter.number)
    return replace(letter, sheet=sheet)


def _goes_with(letter: Letter) -> tuple[object, ...]:
    return letter.event_date, letter.level, letter.entity, letter.open.currency


def _letter(debt: Debt, invoice: Invoice, reached: list[DunningLevel], today: date) -> Letter:
    return Letter(
        number=_number(debt, len(reached)),
        **dated(today),
        entity=invoice.entity,
        customer=invoice.customer,
        invoice=invoice.number,
        level=len(reached),
        name=reached[-1].letter,
        open=debt.collectible,
        due_date=debt.due_date,
        then=reached[-1].then,
    )
