"""Giving up what is open of an invoice, and taking what comes of it after all (handbook 4.4)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.checking import above_zero, in_currency_of, known_invoice
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment, Recovery, WriteOff
from engine.receivables import credited, disputed, open_balance, recovered, written_off
from engine.refusals import Refused


def write_off(book: Book, invoice: str, amount: Money | None, today: date) -> WriteOff:
    """Give up all that is open of an invoice, or that amount of it, by the company's method.

    With relief at write-off the tax share is reclaimed at once, at the invoice's own rates (policy P4).
    Refused above what is open, and for what is in dispute: price doubt is settled first (handbook 4.3).
    """
    owed = known_invoice(book, invoice)
    given_up = open_balance(book, owed) if amount is None else amount
    _check(book, owed, given_up)
    earlier = len(book.about(WriteOff, "invoice", invoice))
    return WriteOff(
        number=f"WO-{invoice}" + (f"-{earlier + 1}" if earlier else ""),
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=owed.entity,
        customer=owed.customer,
        invoice=invoice,
        amount=given_up,
        tax_relief=_relief(book, owed, given_up),
        method=book.company.policies.write_off,
        settlements=(Settlement(invoice=invoice, amount=given_up),),
    )


def _check(book: Book, invoice: Invoice, amount: Money) -> None:
    in_currency_of(invoice, amount.currency, f"{amount}")
    open_, contested = open_balance(book, invoice), disputed(book, invoice)
    if not open_:
        raise Refused("nothing-open", f"nothing is open of invoice {invoice.number} to write off")
    above_zero(amount, f"be written off of invoice {invoice.number}")
    if amount > open_:
        raise Refused("above-open", f"{amount} cannot be written off: {open_} is open of invoice {invoice.number}")
    if amount > open_ - contested:
        raise Refused(
            "in-dispute",
            f"{amount} cannot be written off: {contested} of the {open_} open of invoice {invoice.number} "
            "is in dispute; settle the dispute first",
        )


def _relief(book: Book, invoice: Invoice, amount: Money) -> Money:
    """The tax in an unpaid gross amount, in the mix of rates that credits have left of the invoice; counted over all
    its write-offs together, so that several parts give back what one whole would."""
    nothing = Money.zero(invoice.currency)
    if book.company.policies.tax_relief == "none":
        return nothing
    back = credited(book, invoice)
    tax = invoice.tax - total((line.tax for line in back), invoice.currency)
    gross = invoice.total - total((line.total for line in back), invoice.currency)
    earlier = book.about(WriteOff, "invoice", invoice.number)
    so_far = total((made.amount for made in earlier), invoice.currency) + amount
    taken = total((made.tax_relief for made in earlier), invoice.currency)
    return max(nothing, _share(book, so_far, tax, gross) - taken)


def recover(book: Book, invoice: Invoice, payment: Payment, amount: Money, today: date) -> Recovery | None:
    """Take that much of a payment for what was written off of the invoice and has not come yet; None if there is none.

    Where the write-off took tax relief, the tax share is owed again. The recovery names the write-off it begins with.
    """
    given_up, came = written_off(book, invoice), recovered(book, invoice)
    part = min(amount, given_up - came)
    if not part:
        return None
    write_offs = book.about(WriteOff, "invoice", invoice.number)
    relief = total((made.tax_relief for made in write_offs), invoice.currency)
    returned = total((made.tax for made in book.about(Recovery, "invoice", invoice.number)), invoice.currency)
    return Recovery(
        number=f"RC-{payment.number}",
        event_date=today,
        effective_date=payment.event_date,
        posting_date=today,
        entity=invoice.entity,
        customer=invoice.customer,
        write_off=_begun(write_offs, came).number,
        invoice=invoice.number,
        payment=payment.number,
        amount=part,
        tax=_share(book, came + part, relief, given_up) - returned,
        method=payment.method,
    )


def _begun(write_offs: tuple[WriteOff, ...], came: Money) -> WriteOff:
    """The first write-off that is not yet recovered in full."""
    for made in write_offs:
        if came < made.amount:
            return made
        came -= made.amount
    raise AssertionError(f"{came} more was recovered than written off")


def _share(book: Book, part: Money, of: Money, whole: Money) -> Money:
    """`of` in the proportion of `part` to `whole`, rounded by the company's convention."""
    return Money.of(of.exact * Fraction(part.minor, whole.minor), part.currency, book.company.policies.rounding)
