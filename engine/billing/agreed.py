"""On which days what is open of an invoice is due: its own, or those of a payment plan that was agreed on after it was sent."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from engine.billing.open_items import posted
from engine.book import Book
from engine.model.installments import Installment
from engine.model.invoices import Invoice
from engine.model.plans import PaymentPlan, PlanEnd


class Agreed(NamedTuple):
    """A payment plan as it holds on a day. `place`: how many were agreed on for the invoice up to it."""

    plan: PaymentPlan
    end: PlanEnd | None
    place: int

    @property
    def parts(self) -> tuple[Installment, ...]:
        """The parts: after a default, none is due later than that. What was settled before comes last, due as the invoice was."""
        if self.end is None:
            return self.plan.parts
        last = self.end.event_date
        return tuple(Installment(due_date=min(one.due_date, last), amount=one.amount) for one in self.plan.parts)


def agreed(book: Book, invoice: Invoice, as_of: date | None = None) -> Agreed | None:
    """The payment plan that held of an invoice at the end of that day; None where none was, or it was canceled."""
    plans = list(posted(book.about(PaymentPlan, "invoice", invoice.number), as_of))
    if not plans:
        return None
    end = next(posted(book.about(PlanEnd, "plan", plans[-1].number), as_of), None)
    return None if end and end.outcome == "canceled" else Agreed(plans[-1], end, len(plans))


def schedule(book: Book, invoice: Invoice, as_of: date | None = None) -> tuple[Installment, ...]:
    """The parts in which an invoice was due at the end of that day; one where it is due at once."""
    if found := agreed(book, invoice, as_of):
        return (*found.parts, Installment(due_date=invoice.due_date, amount=found.plan.settled))
    return invoice.installments or (Installment(due_date=invoice.due_date, amount=invoice.total),)


def due_days(book: Book, invoice: Invoice) -> tuple[date, ...]:
    """The days on which the parts of an invoice are due as it stands now."""
    if found := agreed(book, invoice):
        return tuple(sorted(part.due_date for part in found.parts))
    return invoice.due_dates


def due_anew(book: Book, invoice: Invoice) -> tuple[date, ...]:
    """The days after its first on which something of an invoice falls due: later parts, those of a plan, and its end."""
    ends = tuple(end.event_date for end in book.about(PlanEnd, "invoice", invoice.number))
    found = agreed(book, invoice)
    return (*invoice.due_dates[1:], *(part.due_date for part in (found.parts if found else ())), *ends)


def part_count(book: Book, invoice: Invoice) -> int:
    """In how many parts an invoice is due; none where it is due at once."""
    found = agreed(book, invoice)
    return len(found.plan.parts if found else invoice.installments)
