"""Open invoices of a contract that passes to another legal entity pass on with it, where the company says so: they are owed
to the new entity from then on, by the same customer, under the same number (handbook P19, 4.13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.billing.open_items import charged_back, open_balance, open_disputes
from engine.book import Book
from engine.entities import as_owed
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Amendment, Contract
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.transfers import ReceivableTransfer
from engine.terms.belonging import as_of, is_transfer
from engine.terms.rating import amendments
from engine.terms.rhythms import not_withdrawn

TASK = "novate"


def plan_novation(book: Book, amendment: Amendment, today: date) -> None:
    """Note on the agenda the day on which a contract passes on."""
    if is_transfer(amendment):
        book.agenda.plan(max(amendment.effective_date, today), TASK, amendment.contract)


def novate(book: Book, today: date) -> Iterator[ReceivableTransfer]:
    """What is open of the contracts that pass on today. An invoice that bills contracts of others too stays where it is; one
    that is charged back, or for which a dispute holds a reserve, follows once that has ended."""
    if book.company.policies.transferred_invoices != "novated":
        return
    for number in book.agenda.on(today, TASK):
        contract = book.get(Contract, number)
        to = as_of(book, contract, today).entity
        for part in book.about(Invoice, "contract", number):
            invoice = book.get(Invoice, part.number)
            if not _passes_on(book, invoice, to, today):
                continue
            if _waits(book, invoice):
                book.agenda.plan(today + ONE_DAY, TASK, number)
            else:
                yield _passed(book, contract, invoice, to, today)


def _passes_on(book: Book, invoice: Invoice, to: str, today: date) -> bool:
    if as_owed(book, invoice).entity == to or not open_balance(book, invoice):
        return False
    billed = (book.get(Contract, part.contract) for part in invoice.by_contract())
    return all(as_of(book, contract, today).entity == to for contract in billed)


def _waits(book: Book, invoice: Invoice) -> bool:
    """Whether something about it stands in the books of its holder that is about to end there."""
    return bool(charged_back(book, invoice)) or any(made.reserve for made in open_disputes(book, invoice))


def _passed(book: Book, contract: Contract, invoice: Invoice, to: str, today: date) -> ReceivableTransfer:
    earlier = len(book.about(ReceivableTransfer, "invoice", invoice.number))
    signed = [a for a in not_withdrawn(amendments(book, contract)) if is_transfer(a) and a.effective_date <= today]
    return ReceivableTransfer(
        number=f"NV-{invoice.number}" + (f"-{earlier + 1}" if earlier else ""),
        **dated(today, effective=max(amendment.effective_date for amendment in signed)),
        entity=as_owed(book, invoice).entity,
        to=to,
        customer=invoice.customer,
        contract=contract.number,
        invoice=invoice.number,
        amount=open_balance(book, invoice),
    )
