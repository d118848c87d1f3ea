"""Giving up what is open of an invoice, and taking what comes of it after all (handbook 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Literal

from engine.billing.agreed import due_days
from engine.billing.authorizing import authorize
from engine.billing.installments import the_part
from engine.billing.open_items import credited, disputed, open_balance, recovered, written_off
from engine.billing.totaling import left_of_total
from engine.book import Book
from engine.checking import above_zero, in_currency_of, known_invoice
from engine.entities import as_owed
from engine.model.document import dated
from engine.model.invoices import Invoice, Settlement
from engine.model.losses import UNSIGNED, Reinstatement, Signatures, TaxReliefClaim
from engine.model.money import Money, total
from engine.model.payments import Payment, Recovery, WriteOff
from engine.refusals import Refused

Method = Literal["allowance", "direct", "small difference"]


def write_off(
    book: Book, invoice: str, amount: Money | None, today: date, signed: Signatures = UNSIGNED, part: int = 0
) -> WriteOff:
    """Give up all that is open of an invoice, or that amount of it, or of that part of it, by the company's method.

    With relief at write-off the tax share is reclaimed at once, at the invoice's own rates (policy P4).
    Refused above what is open, for what is in dispute: price doubt is settled first (handbook 4.3), and where the company
    limits write-offs without the approval that the amount needs.
    """
    owed = known_invoice(book, invoice)
    open_ = the_part(book, owed, part).open if part else open_balance(book, owed)
    given_up = open_ if amount is None else amount
    _check(book, owed, given_up, part)
    authorize(book, "write-off", given_up, signed)
    made = _write_off(book, owed, given_up, book.company.policies.write_off, signed, today)
    return replace(made, settlements=(Settlement(invoice=invoice, amount=given_up, installment=part),))


def write_off_small(book: Book, most: Money, today: date) -> Iterator[WriteOff]:
    """Give up every invoice of which no more than that is open and overdue: a small difference, which nobody collects.

    What is in dispute stays; no tax is reclaimed. Refused for an amount that is not above zero.
    """
    above_zero(most, "be the most of a small difference")
    for invoice in book.all(Invoice):
        if invoice.currency == most.currency and max(due_days(book, invoice)) < today:
            rest = open_balance(book, invoice)
            if rest and rest <= most and not disputed(book, invoice):
                yield _write_off(book, invoice, rest, "small difference", UNSIGNED, today)


def _write_off(book: Book, owed: Invoice, given_up: Money, method: Method, signed: Signatures, today: date) -> WriteOff:
    invoice = owed.number
    earlier = len(book.about(WriteOff, "invoice", invoice))
    return WriteOff(
        number=f"WO-{invoice}" + (f"-{earlier + 1}" if earlier else ""),
        **dated(today),
        entity=as_owed(book, owed).entity,
        customer=owed.customer,
        invoice=invoice,
        amount=given_up,
        tax_relief=_relief(book, owed, given_up) if method != "small difference" else Money.zero(owed.currency),
        method=method,
        settlements=(Settlement(invoice=invoice, amount=given_up),),
        prepared_by=signed.prepared_by,
        approved_by=signed.approved_by,
    )


def _check(book: Book, invoice: Invoice, amount: Money, part: int) -> None:
    in_currency_of(invoice, amount.currency, f"{amount}")
    open_, contested, of = open_balance(book, invoice), disputed(book, invoice), f"invoice {invoice.number}"
    if part:
        debt = the_part(book, invoice, part)
        open_, contested, of = debt.open, debt.disputed, f"part {part} of {of}"
    if not open_:
        raise Refused("nothing-open", f"nothing is open of {of} to write off")
    above_zero(amount, f"be written off of {of}")
    if amount > open_:
        raise Refused("above-open", f"{amount} cannot be written off: {open_} is open of {of}")
    if amount > open_ - contested:
        raise Refused(
            "in-dispute",
            f"{amount} cannot be written off: {contested} of the {open_} open of {of} is in dispute; settle the dispute first",
        )


def _relief(book: Book, invoice: Invoice, amount: Money) -> Money:
    """The tax in an unpaid gross amount, in the mix of rates that credits have left of the invoice; counted over all
    its write-offs together, so that several parts give back what one whole would. What was never due needs no relief:
    where tax is due when paid it goes without a claim."""
    nothing = Money.zero(invoice.currency)
    policies = book.company.policies
    if policies.tax_relief != "at write-off" and policies.tax_due != "when paid":
        return nothing
    earlier = book.about(WriteOff, "invoice", invoice.number)
    so_far = total((made.amount for made in earlier), invoice.currency) + amount
    taken = total((made.tax_relief for made in earlier), invoice.currency)
    return max(nothing, relief_in(book, invoice, so_far) - taken)


def relief_in(book: Book, invoice: Invoice, amount: Money) -> Money:
    """The tax in a gross amount of the invoice, in the mix of rates that credits have left of it."""
    tax = invoice.tax - total((line.tax for line in credited(book, invoice)), invoice.currency)
    return _share(book, amount, tax, left_of_total(book, invoice))


def recover(book: Book, invoice: Invoice, payment: Payment, amount: Money, today: date) -> Recovery | None:
    """Take that much of a payment for what was written off of the invoice and has not come yet; None if there is none.

    Where the write-off took tax relief, the tax share is owed again. The recovery names the write-off it begins with.
    """
    came = recovered(book, invoice)
    part = min(amount, written_off(book, invoice) - came)
    if not part:
        return None
    return Recovery(
        number=f"RC-{payment.number}",
        **dated(today, effective=payment.event_date),
        entity=as_owed(book, invoice).entity,
        customer=invoice.customer,
        write_off=begun(book, invoice, came).number,
        invoice=invoice.number,
        payment=payment.number,
        amount=part,
        tax=tax_owed_again(book, invoice, part),
        method=payment.method,
    )


def tax_owed_again(book: Book, invoice: Invoice, part: Money) -> Money:
    """The tax of the next part that comes of what was written off, where relief was taken: at the write-off or, of what had
    not come by then, at a later claim. Counted over all that came together, so that no cent is lost between parts."""
    write_offs = book.about(WriteOff, "invoice", invoice.number)
    claims = book.about(TaxReliefClaim, "invoice", invoice.number)
    parts = (*(made.tax_relief for made in write_offs), *(claim.amount for claim in claims))
    relief = total(parts, invoice.currency)
    again = [made.tax for made in book.about(Recovery, "invoice", invoice.number)]
    again += [made.tax for made in book.about(Reinstatement, "invoice", invoice.number)]
    returned = total(again, invoice.currency)
    untaxed = claims[0].untaxed if claims else Money.zero(invoice.currency)
    taxed = recovered(book, invoice) + part - untaxed
    return _share(book, taxed, relief, written_off(book, invoice) - untaxed) - returned


def begun(book: Book, invoice: Invoice, came: Money) -> WriteOff:
    """The first write-off of the invoice that is not yet recovered in full."""
    for made in book.about(WriteOff, "invoice", invoice.number):
        if came < made.amount:
            return made
        came -= made.amount
    raise AssertionError(f"{came} more was recovered than written off")


def _share(book: Book, part: Money, of: Money, whole: Money) -> Money:
    """`of` in the proportion of `part` to `whole`, rounded by the company's convention."""
    return Money.of(of.exact * Fraction(part.minor, whole.minor), part.currency, book.company.policies.rounding)
