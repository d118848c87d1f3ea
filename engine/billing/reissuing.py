"""What is open of a contract that passes on is billed anew, where the company says so: by whoever sells, to whoever buys now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.billing.bill_run import TASK, settled_today
from engine.billing.open_items import open_balance
from engine.billing.voiding import void
from engine.book import Book
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.terms.belonging import as_of, is_transfer


def reissue(book: Book, today: date) -> Iterator[CreditMemo]:
    """A memo over each invoice of a contract that passes on today, of which nothing is settled; the bill run bills it anew.
    What is paid or credited in part stays with the customer and the entity of the invoice."""
    if book.company.policies.transferred_invoices != "voided and billed anew":
        return
    for number in book.agenda.on(today, TASK):
        contract = book.get(Contract, number)
        if any(is_transfer(amendment) for amendment in settled_today(book, contract, today)):
            now = as_of(book, contract, today)
            for invoice in book.about(Invoice, "contract", number):
                theirs = (invoice.customer, invoice.entity) == (now.customer, now.entity)
                if not theirs and invoice.total and open_balance(book, invoice) == invoice.total:
                    yield void(book, invoice, True, today)
