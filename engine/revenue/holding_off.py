"""Invoices of service that is neither given nor due stay off the balance sheet where the company says so (handbook P10).

A receivable is an unconditional right (IFRS 15.105 to 108, 606-10-45-1 to 4): what is billed ahead, unpaid and not yet due is taken
out of receivables and contract liability at month ends, on accounts beside both, so that these still agree with billing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.ledger.closing import first_open
from engine.ledger.drafting import Draft
from engine.ledger.posting import ADVANCE_TASK, enter, month_end_blank
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry
from engine.model.money import rounded
from engine.portioning import period_end, period_of
from engine.terms.belonging import as_held
from engine.terms.combining import group_of


def hold_off(book: Book, today: date) -> Iterator[JournalEntry]:
    """At a month's end, what is to be held off of each contract, less what is; looked at again while anything is."""
    for number in book.agenda.on(today, ADVANCE_TASK) if _holds_off(book) else ():
        contract = book.find(Contract, number)
        if contract is None:
            continue
        contract = as_held(book, contract)
        day = first_open(book, today, contract.entity, "advance")
        if day != today:
            book.agenda.plan(period_end(book, day), ADVANCE_TASK, number)
        elif entry := held_off(book, contract, _unpaid_ahead(book, contract, today), today):
            yield entry


def _holds_off(book: Book) -> bool:
    return book.company.policies.unpaid_advance != "gross"


def held_off(book: Book, contract: Contract, target: int, today: date) -> JournalEntry | None:
    """So much, in the smallest unit, is held off of a contract from now on: the entry of the difference."""
    held = book.tallied("held off", contract.currency, contract.number)
    if target:
        book.agenda.plan(period_of(book, today).next.end, ADVANCE_TASK, contract.number)
    draft = Draft(book, contract.currency)
    draft.move("held off", contract.number, target - held)
    draft.add("held off", target - held, contract=contract.number)
    blank = month_end_blank(
        book, "advance held off", "advance", contract.number, today, contract.currency, contract.entity
    )
    return enter(draft, replace(blank, customer=contract.customer))


def _unpaid_ahead(book: Book, contract: Contract, today: date) -> int:
    """What is open without tax of invoices not yet due (of a contract that can be canceled, of all), as far as it is billed
    ahead, in the smallest unit."""
    whenever = book.company.policies.unpaid_advance == "held off until paid or served"
    open_net = sum(
        rounded(Fraction(book.tallied("open", invoice.currency, invoice.number) * part.net.minor, invoice.total.minor))
        for part in book.about(Invoice, "contract", contract.number)
        if part.entity == contract.entity and (whenever or part.due_date > today)
        if (invoice := book.get(Invoice, part.number)).total
    )
    group = group_of(book, contract.number)
    ahead = {one: book.tallied("billed ahead", contract.currency, one) for one in group}
    return max(min(open_net, ahead[contract.number], sum(ahead.values())), 0)
