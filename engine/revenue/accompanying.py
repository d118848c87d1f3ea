"""What goes with a contract beside its price, posted on the day it is recorded and at month ends: costs, goods, interest, and
what of the price goes to others.

Each is counted in all up to a day; the difference to what was posted is posted, so a day lived twice adds nothing and what
comes late falls into the open month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.ledger.closing import first_open
from engine.ledger.drafting import Draft, ahead
from engine.ledger.posting import enter, month_end_blank
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Contract
from engine.model.journal import JournalEntry
from engine.portioning import period_end, period_of
from engine.revenue import bartering, costing, financing, foreseeing, grossing, paying_away, stocking
from engine.terms.belonging import as_held

COST_TASK = "account for costs"
_SOURCES = (
    costing.amounts,
    stocking.amounts,
    paying_away.amounts,
    bartering.amounts,
    financing.amounts,
    foreseeing.amounts,
    grossing.amounts,
)


def accompany(book: Book, today: date) -> Iterator[JournalEntry]:
    """An entry for each event of a contract of which something is to be posted; nothing into a closed month."""
    for number in book.agenda.on(today, COST_TASK):
        contract = as_held(book, book.get(Contract, number))
        day = first_open(book, today, contract.entity, "revenue")
        if day != today:
            book.agenda.plan(period_end(book, day), COST_TASK, number)
            continue
        for event, due in _due(book, contract, today).items():
            if entry := _entry(book, contract, event, due, today):
                yield entry
        _look_again(book, contract, today)


def accompanied_through(book: Book, contract: Contract, last: date, today: date) -> Iterator[JournalEntry]:
    """An entry for each event of a contract, of what time has brought by the end of a day: before it passes on."""
    for event, due in _due(book, contract, today, last).items():
        if entry := _entry(book, contract, event, due, today):
            yield entry


def _due(book: Book, contract: Contract, today: date, last: date | None = None) -> dict[str, dict[str, int]]:
    """By event and amount, what is to be posted in all; what only time brings waits for the month's end, or counts up to the
    `last` day."""
    month_end = last or (today if today == period_end(book, today) else period_of(book, today).start - ONE_DAY)
    found: dict[str, dict[str, int]] = {}
    for source in _SOURCES:
        for event, amount, minor in source(book, contract, today, month_end):
            of = found.setdefault(event, {})
            of[amount] = of.get(amount, 0) + minor
    return found


def _entry(book: Book, contract: Contract, event: str, due: dict[str, int], today: date) -> JournalEntry | None:
    currency = costing.cost_currency(book, contract) if event in costing.COST_EVENTS else contract.currency
    draft = Draft(book, currency)
    for amount, minor in due.items():
        subject = f"{contract.number}/{event}/{amount}"
        missing = minor - book.tallied("accompanied", currency, subject)
        draft.move("accompanied", subject, missing)
        _ADD.get(amount, _plain)(draft, contract.number, amount, missing)
    noun = event.replace(" ", "-")
    blank = month_end_blank(book, event, noun, contract.number, today, currency, contract.entity)
    return enter(draft, replace(blank, customer=contract.customer))


def _plain(draft: Draft, contract: str, amount: str, minor: int) -> None:
    draft.add(amount, minor, contract=contract)


def _expense(draft: Draft, contract: str, amount: str, minor: int) -> None:
    """Interest to the customer is owed in service, as if it were billed."""
    liability, unbilled = draft.true_up(contract, billed=minor)
    draft.add(amount, liability, contract=contract)
    draft.add(f"expense {ahead(draft.book, 'unbilled')}", -unbilled, contract=contract)


def _income(draft: Draft, contract: str, amount: str, minor: int) -> None:
    """Interest to the company is earned as revenue is."""
    liability, unbilled = draft.true_up(contract, recognized=minor)
    draft.add(amount, -liability, contract=contract)
    draft.add(f"income {ahead(draft.book, 'unbilled')}", unbilled, contract=contract)


def _paid(draft: Draft, contract: str, amount: str, minor: int) -> None:
    """What goes to somebody else counts as so much less billed."""
    liability, unbilled = draft.true_up(contract, billed=-minor)
    draft.add(amount, -liability, contract=contract)
    draft.add(f"paid {ahead(draft.book, 'unbilled')}", unbilled, contract=contract)


def _received(draft: Draft, contract: str, amount: str, minor: int) -> None:
    """What is given instead of cash, and tax that is the company's own, count as billed."""
    liability, unbilled = draft.true_up(contract, billed=minor)
    draft.add(amount, liability, contract=contract)
    draft.add(f"{amount} {ahead(draft.book, 'unbilled')}", -unbilled, contract=contract)


_ADD: dict[str, Callable[[Draft, str, str, int], None]] = {
    "expense": _expense,
    "income": _income,
    "paid": _paid,
    "received": _received,
    "borne": _received,
}


def _look_again(book: Book, contract: Contract, today: date) -> None:
    """At the next month's end, while anything is left to amortize or bears interest."""
    found = financing.loan(book, contract, today)
    bears = found is not None and found[1].until > today
    if bears or any(asset.service for asset in costing.assets(book, contract, today, today).values()):
        period = period_of(book, today)
        book.agenda.plan(period.end if today < period.end else period.next.end, COST_TASK, contract.number)
