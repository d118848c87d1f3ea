"""What goes with a contract beside its price, posted on the day it is recorded and at month ends: costs, and goods.

Each is counted in all up to a day; the difference to what was posted is posted, so a day lived twice adds nothing and what
comes late falls into the open month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine import costing, stocking
from engine.book import Book
from engine.closing import first_open
from engine.drafting import Draft
from engine.model.calendar import ONE_DAY, AccountingPeriod, last_of_month
from engine.model.contracts import Contract
from engine.model.journal import JournalEntry
from engine.posting import enter, month_end_blank

COST_TASK = "account for costs"
_SOURCES = (costing.amounts, stocking.amounts)


def accompany(book: Book, today: date) -> Iterator[JournalEntry]:
    """An entry for each event of a contract of which something is to be posted; nothing into a closed month."""
    for number in book.agenda.on(today, COST_TASK):
        contract = book.get(Contract, number)
        day = first_open(book, today, contract.entity)
        if day != today:
            book.agenda.plan(last_of_month(day), COST_TASK, number)
            continue
        for event, due in _due(book, contract, today).items():
            if entry := _entry(book, contract, event, due, today):
                yield entry
        _look_again(book, contract, today)


def _due(book: Book, contract: Contract, today: date) -> dict[str, dict[str, int]]:
    """By event and amount, what is to be posted in all; what only time brings waits for the month's end."""
    month_end = today if today == last_of_month(today) else today.replace(day=1) - ONE_DAY
    found: dict[str, dict[str, int]] = {}
    for source in _SOURCES:
        for event, amount, minor in source(book, contract, today, month_end):
            of = found.setdefault(event, {})
            of[amount] = of.get(amount, 0) + minor
    return found


def _entry(book: Book, contract: Contract, event: str, due: dict[str, int], today: date) -> JournalEntry | None:
    draft = Draft(book, contract.currency)
    for amount, minor in due.items():
        subject = f"{contract.number}/{event}/{amount}"
        missing = minor - book.tallied("accompanied", contract.currency, subject)
        draft.move("accompanied", subject, missing)
        draft.add(amount, missing, contract=contract.number)
    noun = event.replace(" ", "-")
    blank = month_end_blank(book, event, noun, contract.number, today, contract.currency, contract.entity)
    return enter(draft, replace(blank, customer=contract.customer))


def _look_again(book: Book, contract: Contract, today: date) -> None:
    """At the next month's end, while anything is left to amortize."""
    if any(asset.service for asset in costing.assets(book, contract, today, today).values()):
        period = AccountingPeriod.of(today)
        book.agenda.plan(period.end if today < period.end else period.next.end, COST_TASK, contract.number)
