"""Invoices of service that is neither given nor due stay off the balance sheet where the company says so (handbook P10).

A receivable is an unconditional right (IFRS 15.105 to 108, 606-10-45-1 to 4): what is billed ahead, unpaid and not yet due is taken
out of receivables and contract liability at month ends, on accounts beside both, so that these still agree with billing.
Each of the two stands in the name of what it is beside: the receivable's with whoever invoiced, the liability's with whoever
holds the contract. Where those are two legal entities, what is held off takes what they owe each other for it along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.billing.agreed import schedule
from engine.billing.installments import by_installment
from engine.book import Book
from engine.entities import as_owed
from engine.ledger.closing import first_open
from engine.ledger.drafting import Draft, Owner
from engine.ledger.posting import ADVANCE_TASK, enter, month_end_blank
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money, rounded
from engine.model.transfers import ReceivableTransfer
from engine.portioning import period_end, period_of
from engine.terms.belonging import as_held
from engine.terms.combining import held_together


def hold_off(book: Book, today: date) -> Iterator[JournalEntry]:
    """At a month's end, what is to be held off of each contract, less what is; looked at again while anything is."""
    for number in book.agenda.on(today, ADVANCE_TASK):
        contract = book.find(Contract, number)
        if contract is None:
            continue
        contract = as_held(book, contract)
        day = first_open(book, today, contract.entity, "advance")
        if day != today:
            book.agenda.plan(period_end(book, day), ADVANCE_TASK, number)
        elif entry := held_off(book, contract, today):
            yield entry


def held_off(book: Book, contract: Contract, today: date) -> JournalEntry | None:
    """What is to be held off of a contract on that day, less what is, each invoice's in the name of whoever sent it."""
    if book.company.policies.unpaid_advance == "gross":
        return None
    draft, targets = Draft(book, contract.currency), _unpaid_ahead(book, contract, today)
    for owner, target in targets.items():
        change = target - _so_far(book, contract, owner)
        draft.move("held off", _subject(contract, owner), change)
        draft.pass_on("held off", change, contract.number, owner)
    if any(targets.values()):
        book.agenda.plan(period_of(book, today).next.end, ADVANCE_TASK, contract.number)
    blank = month_end_blank(
        book, "advance held off", "advance", contract.number, today, contract.currency, contract.entity
    )
    return enter(draft, replace(blank, customer=contract.customer))


def _subject(contract: Contract, owner: Owner) -> str:
    return f"{contract.number}/{owner.entity}/{owner.customer}"


def _so_far(book: Book, contract: Contract, owner: Owner) -> int:
    """What is held off beside an owner's receivables, under whichever name before customers were merged."""
    names = owner.customer, *(merged for merged, kept in book.survivors.items() if kept == owner.customer)
    owners = (Owner(name, owner.entity) for name in names)
    return sum(book.tallied("held off", contract.currency, _subject(contract, one)) for one in owners)


def _unpaid_ahead(book: Book, contract: Contract, today: date) -> Mapping[Owner, int]:
    """What is open without tax of invoices, or installments, not yet due (of a contract that can be canceled, of all), as far as
    it is billed ahead, in the smallest unit, by who sent them. What is served is served of the oldest invoices first."""
    whenever = book.company.policies.unpaid_advance == "held off until paid or served"
    ahead = {one: book.tallied("billed ahead", contract.currency, one) for one in held_together(book, contract.number)}
    left = max(min(ahead[contract.number], sum(ahead.values())), 0)
    found = Counter[Owner]()
    for part in reversed(book.about(Invoice, "contract", contract.number)):
        taken = min(_open_net(book, part, None if whenever else today), left)
        customer = book.survivors.get(part.customer, part.customer)
        passed = (made.to for made in book.about(ReceivableTransfer, "invoice", part.number))
        for entity in dict.fromkeys((part.entity, *passed)):
            found[Owner(customer, entity)] += taken if entity == as_owed(book, part).entity else 0
        left -= taken
    return found


def _open_net(book: Book, part: Invoice, today: date | None) -> int:
    """What is open and, if a day is said, not yet due then, without tax, of an invoice's part for one contract."""
    invoice = book.get(Invoice, part.number)
    gross = Money(book.tallied("open", invoice.currency, invoice.number), invoice.currency)
    due = zip((part.due_date for part in schedule(book, invoice)), by_installment(book, invoice, gross), strict=True)
    open_ = sum(amount.minor for day, amount in due if today is None or day > today)
    return rounded(Fraction(open_ * part.net.minor, invoice.total.minor)) if open_ else 0
