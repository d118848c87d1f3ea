"""What is open of each part of an invoice: payments pay the part due first, credits take from one end by convention.

Nothing is written by installment: what settles the invoice is spread here, so whatever settled it and on whatever day, the
parts add up to what is open. What is in dispute is in dispute from the last part on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from engine.billing.open_items import disputed, open_balance, posted, settled
from engine.book import Book
from engine.entities import as_owed
from engine.model.installments import Installment
from engine.model.invoices import CreditMemo, Invoice, OpenItem
from engine.model.money import Money, total


class Debt(NamedTuple):
    """An invoice that is due at once, or one installment of it: the first has place 0."""

    invoice: Invoice
    place: int
    due_date: date
    amount: Money
    open: Money
    disputed: Money

    @property
    def collectible(self) -> Money:
        """What is open of it and not in dispute."""
        return self.open - self.disputed


def debts(book: Book, invoice: Invoice, as_of: date | None = None) -> list[Debt]:
    """Each installment with what was open of it at the end of that day; the whole invoice where it is due at once."""
    whole = invoice.installments or (Installment(due_date=invoice.due_date, amount=invoice.total),)
    open_ = _open(book, invoice, as_of)
    contested = _taken(open_[::-1], disputed(book, invoice, as_of))[::-1]
    amounts = zip(whole, open_, contested, strict=True)
    return [
        Debt(invoice, place, part.due_date, part.amount, left, left - clear)
        for place, (part, left, clear) in enumerate(amounts)
    ]


def _open(book: Book, invoice: Invoice, as_of: date | None) -> list[Money]:
    """By installment; nothing is owed before the invoice was posted."""
    if not invoice.installments:
        return [open_balance(book, invoice, as_of)]
    amounts = [part.amount for part in invoice.installments]
    if as_of is not None and invoice.posting_date > as_of:
        return [amount - amount for amount in amounts]
    memos = posted(book.about(CreditMemo, "settles", invoice.number), as_of)
    parts = (part for memo in memos for part in memo.settlements if part.invoice == invoice.number)
    credited = total((part.amount for part in parts), invoice.currency)
    paid = settled(book, invoice, as_of) - credited
    if book.company.policies.credited_installment == "first due first":
        return _taken(_taken(amounts, credited), paid)
    return _taken(_taken(amounts[::-1], credited)[::-1], paid)


def _taken(amounts: Iterable[Money], taken: Money) -> list[Money]:
    """What stays of each amount after that much is taken from them in order."""
    left = list[Money]()
    for amount in amounts:
        part = min(amount, taken)
        left.append(amount - part)
        taken -= part
    return left


def owed(book: Book, debt: Debt, as_of: date | None = None) -> Money:
    """What was open of an installment at the end of that day and not in dispute."""
    return debts(book, debt.invoice, as_of)[debt.place].collectible


def due_by(book: Book, invoice: Invoice, day: date) -> Money:
    """What is open and not in dispute of the installments due by that day; of all of an invoice that is due at once."""
    fallen_due = (debt for debt in debts(book, invoice) if debt.due_date <= day or not invoice.installments)
    return total((debt.collectible for debt in fallen_due), invoice.currency)


def overdue(book: Book, invoice: Invoice, day: date) -> Money:
    """What is open, disputed or not, of the installments due before that day; of all of an invoice that is due at once."""
    late = (debt for debt in debts(book, invoice) if debt.due_date < day or not invoice.installments)
    return total((debt.open for debt in late), invoice.currency)


def open_items(book: Book, as_of: date) -> tuple[OpenItem, ...]:
    """The invoices, or their installments, of which something was open at the end of that day, in the order written."""
    return tuple(_items(book, as_of))


def _items(book: Book, as_of: date) -> Iterator[OpenItem]:
    for invoice in book.all(Invoice):
        if not open_balance(book, invoice, as_of):
            continue
        owed_to = as_owed(book, invoice, as_of).entity
        for debt in debts(book, invoice, as_of):
            if debt.open:
                yield OpenItem(
                    invoice=invoice.number,
                    entity=owed_to,
                    customer=invoice.customer,
                    currency=invoice.currency,
                    invoice_date=invoice.event_date,
                    due_date=debt.due_date,
                    total=debt.amount,
                    open=debt.open,
                    disputed=debt.disputed,
                )
