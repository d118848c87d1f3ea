"""What is open of each part of an invoice: payments pay the part due first, credits take from one end by convention.

What settles the invoice is spread here, so whatever settled it and on whatever day, the parts add up to what is open. What
names a part settles or contests that one first; other disputes contest from the last part on, and what a card network decides
on from the first that is open, which a payment would pay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from engine.billing.agreed import agreed, part_count, schedule
from engine.billing.open_items import charged_back, open_balance, open_disputes, posted, settled_by_name
from engine.book import Book
from engine.entities import as_owed
from engine.model.calendar import ONE_DAY
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.model.open_items import OpenItem
from engine.model.plans import PaymentPlan
from engine.refusals import Refused


class Debt(NamedTuple):
    """An invoice that is due at once, or one installment of it: the first has place 0. `plan`: which payment plan of the invoice it
    is a part of, counted from 1; 0: of none."""

    invoice: Invoice
    place: int
    due_date: date
    amount: Money
    open: Money
    disputed: Money
    plan: int = 0

    @property
    def collectible(self) -> Money:
        """What is open of it and not in dispute."""
        return self.open - self.disputed

    @property
    def label(self) -> str:
        """What tells letters and fees about it from those about another part of the invoice."""
        place = f"{self.place + 1}-" if self.place or self.plan else ""
        return f"P{self.plan}-{place}" if self.plan else place


def debts(book: Book, invoice: Invoice, as_of: date | None = None) -> list[Debt]:
    """Each installment with what was open of it at the end of that day; the whole invoice where it is due at once."""
    whole, found = schedule(book, invoice, as_of), agreed(book, invoice, as_of)
    of_plan = [found.place] * len(found.parts) if found else []
    open_ = by_installment(book, invoice, open_balance(book, invoice, as_of), as_of)
    clear = _undisputed(book, invoice, open_, as_of)
    return [
        Debt(invoice, place, part.due_date, part.amount, left, left - free, plan)
        for place, (part, left, free, plan) in enumerate(
            zip(whole, open_, clear, [*of_plan, *[0] * len(whole)], strict=False)
        )
    ]


def by_installment(book: Book, invoice: Invoice, open_: Money, as_of: date | None = None) -> list[Money]:
    """What is open of each installment, where that much is open of the invoice; all of one that is due at once."""
    if found := agreed(book, invoice, as_of):
        return _by_plan(book, invoice, found.plan, open_, as_of)
    if not invoice.installments:
        return [open_]
    left = [part.amount for part in invoice.installments]
    first_on = range(len(left))
    for named, amount in settled_by_name(book, invoice, as_of).items():
        left = _taken(left, amount, (named - 1, *first_on))
    memos = posted(book.about(CreditMemo, "settles", invoice.number), as_of)
    parts = (part for memo in memos for part in memo.settlements if part.invoice == invoice.number)
    credited = total((part.amount for part in parts), invoice.currency)
    last_due = book.company.policies.credited_installment == "last due first"
    left = _taken(left, credited, first_on[::-1] if last_due else first_on)
    return _taken(left, total(left, invoice.currency) - open_, first_on)


def _by_plan(book: Book, invoice: Invoice, plan: PaymentPlan, open_: Money, as_of: date | None) -> list[Money]:
    """The same of the parts of a payment plan, and last of what was settled before: that is settled first, unless taken back."""
    left = [*(part.amount for part in plan.parts), plan.settled]
    first_on = (len(plan.parts), *range(len(plan.parts)))
    before = settled_by_name(book, invoice, plan.posting_date - ONE_DAY)
    for named, amount in settled_by_name(book, invoice, as_of).items():
        since = amount - before.get(named, amount - amount)
        left = _taken(left, since, (named - 1, *first_on)) if named <= len(plan.parts) and since.minor > 0 else left
    return _taken(left, total(left, invoice.currency) - open_, first_on)


def _undisputed(book: Book, invoice: Invoice, open_: list[Money], as_of: date | None) -> list[Money]:
    """What is not in dispute of what is open of each installment."""
    clear = _taken(open_, charged_back(book, invoice, as_of), range(len(open_)))
    return less_contested(clear, ((one.installment, one.amount) for one in open_disputes(book, invoice, as_of)))


def less_contested(open_: list[Money], contested: Iterable[tuple[int, Money]]) -> list[Money]:
    """What stays of each installment after what is contested of it: of the one that is named (counted from 1; 0: none is), and
    else from the last on."""
    left, last_on = open_, range(len(open_))[::-1]
    for named, amount in contested:
        left = _taken(left, amount, (named - 1, *last_on) if named else last_on)
    return left


def _taken(amounts: list[Money], taken: Money, order: Iterable[int]) -> list[Money]:
    """What stays of each amount after that much is taken from them in that order of their places."""
    left = list(amounts)
    for place in order:
        part = min(left[place], taken)
        left[place] -= part
        taken -= part
    return left


def the_part(book: Book, invoice: Invoice, named: int) -> Debt:
    """The installment of that number, counted from 1. Refused where the invoice has none such."""
    parts = part_count(book, invoice)
    if not 1 <= named <= parts:
        has = f"due in {parts} parts" if parts else "not due in parts"
        raise Refused("unknown-part", f"invoice {invoice.number} has no part {named}: it is {has}")
    return debts(book, invoice)[named - 1]


def owed(book: Book, debt: Debt, as_of: date | None = None) -> Money:
    """What was open of an installment at the end of that day and not in dispute."""
    then = (one for one in debts(book, debt.invoice, as_of) if (one.plan, one.place) == (debt.plan, debt.place))
    return next((one.collectible for one in then), debt.open - debt.open)


def due_by(book: Book, invoice: Invoice, day: date, since: date = date.min) -> Money:
    """What is open and not in dispute of the installments due `since` a day, that day left out, up to another; of all of an
    invoice that is due at once."""
    at_once = not part_count(book, invoice)
    fallen_due = (debt for debt in debts(book, invoice) if since < debt.due_date <= day or at_once)
    return total((debt.collectible for debt in fallen_due), invoice.currency)


def overdue(book: Book, invoice: Invoice, day: date) -> Money:
    """What is open, disputed or not, of the installments due before that day; of all of an invoice that is due at once."""
    at_once = not part_count(book, invoice)
    late = (debt for debt in debts(book, invoice) if debt.due_date < day or at_once)
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
