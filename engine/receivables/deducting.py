"""What a payer keeps back of an invoice and the company bears: early-payment discount, small differences, withheld tax,
bank charges (handbook 4.16, P17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from engine.billing.discounting import ALWAYS_REDUCED, early_terms
from engine.billing.installments import debts
from engine.billing.open_items import open_balance
from engine.book import Book
from engine.checking import above_zero, in_currency_of, known_invoice
from engine.entities import as_owed, with_holders
from engine.model.cash import Deduction, DeductionKind, EarlyPayment, KeptBack
from engine.model.document import dated
from engine.model.invoices import Invoice, Settlement
from engine.model.money import Money
from engine.model.payments import Payment
from engine.refusals import Refused


class Paid(NamedTuple):
    """What a payment pays: what is `open` of it, and which installment of the invoice it is, if one is named (counted from 1)."""

    open: Money
    part: int


def discount_rate(book: Book, invoice: Invoice, paid_on: date) -> Fraction:
    """The part of the invoice, tax included, that may be deducted when it is paid on that day: the best of the terms that
    still hold."""
    if invoice.installments and book.company.policies.installment_discount == "none":
        return Fraction(0)
    terms = early_terms(book, invoice.customer)
    open_to = (term for term in terms if paid_on <= invoice.event_date + timedelta(days=term.days))
    return max((_part_of(book, invoice, term) for term in open_to), default=Fraction(0))


def _part_of(book: Book, invoice: Invoice, term: EarlyPayment) -> Fraction:
    """What part of the invoice a discount is: an amount is off all of it, tax included, and never more than it."""
    if term.amount:
        same = invoice.currency == term.amount.currency
        return Fraction(min(term.amount.minor, invoice.total.minor), invoice.total.minor) if same else Fraction(0)
    rate = Fraction(term.percent) / 100
    if book.company.policies.early_payment_discount in ("of the net amount, tax stays", ALWAYS_REDUCED):
        return rate * Fraction(invoice.net.minor, invoice.total.minor)
    return rate


def discount_in_full(book: Book, invoice: Invoice, open_: Money, paid_on: date) -> Money:
    """What may be deducted when all that is open is paid on that day."""
    return _rounded(book, open_.exact * discount_rate(book, invoice, paid_on), open_.currency)


def earned_discount(book: Book, invoice: Invoice, cash: Money, open_: Money, paid_on: date) -> Money:
    """The discount that so much cash earns on that day. It is a part of what is settled, not of what is paid: 49.00 at 2%
    settles 50.00. Who pays more than the discounted price deducts no more than what is missing."""
    rate, whole = discount_rate(book, invoice, paid_on), discount_in_full(book, invoice, open_, paid_on)
    if cash + whole >= open_:
        return max(open_ - cash, Money.zero(open_.currency))
    if book.company.policies.part_payment_discount == "only on payment in full":
        return Money.zero(open_.currency)
    return _rounded(book, cash.exact / (1 - rate), open_.currency) - cash


def _earned(book: Book, invoice: Invoice, cash: Money, of: Paid, paid_on: date) -> Money:
    """The same of what is paid: of each part that the cash pays off by itself, and of what is left as a payment on the next one;
    or, by convention, of the whole invoice."""
    by_part = book.company.policies.installment_discount == "of each part"
    if of.part and not by_part:
        of = Paid(open_balance(book, invoice), 0)
    if of.part or not by_part or not invoice.installments:
        return earned_discount(book, invoice, cash, of.open, paid_on)
    paid_off = begun = of.open - of.open
    for debt in debts(book, invoice):
        begun = debt.open
        if cash + discount_in_full(book, invoice, paid_off + begun, paid_on) < paid_off + begun:
            break
        paid_off += begun
    more = max(cash - paid_off, cash - cash)
    whole = earned_discount(book, invoice, min(cash, paid_off), paid_off, paid_on)
    return whole + (earned_discount(book, invoice, more, begun, paid_on) if more else more)


def tolerated(book: Book, invoice: Invoice, short: Money) -> bool:
    """Whether an invoice may be paid short by that much without a question (policy P17)."""
    limit = book.company.tolerance
    limits = [Fraction(limit.amount)] if limit.amount is not None else []
    if limit.percent is not None:
        limits.append(invoice.total.exact * Fraction(limit.percent) / 100)
    return book.company.policies.short_payment != "left open" and bool(limits) and short.exact <= min(limits)


def tolerated_above(book: Book, over: Money) -> bool:
    """Whether so much more than is owed is ours without a question."""
    limit = book.company.tolerance.over
    return book.company.policies.over_payment != "kept" and limit is not None and over.exact <= Fraction(limit)


def short_paid(book: Book) -> DeductionKind:
    """Where a tolerated difference goes, by the company's convention."""
    home = book.company.policies.short_payment
    assert home != "left open", "only asked for what is tolerated"
    return home


def by_convention(
    book: Book, payment: Payment, invoice: Invoice, cash: Money, today: date, of: Paid
) -> Iterator[Deduction]:
    """What nobody needs to claim, when cash that was sent pays part of an undisputed invoice: an early-payment discount
    that is earned, then a difference that is tolerated."""
    discount = min(_earned(book, invoice, cash, of, payment.event_date), of.open - cash)
    if discount:
        yield of_part(deduction(book, invoice, "discount", discount, today, payment=payment.number), of.part)
    short = of.open - cash - discount
    if short and tolerated(book, invoice, short):
        yield of_part(deduction(book, invoice, short_paid(book), short, today, payment=payment.number), of.part)


def accepted(book: Book, payment: Payment, invoice: Invoice, kept: KeptBack, cash: Money, of: Paid) -> Money:
    """What the company bears of an amount that was kept back: a discount as far as it is earned, tax that a certificate
    shows, a bank's charge, and a short payment within tolerance."""
    nothing = Money.zero(cash.currency)
    match kept.kind:
        case "discount":
            return min(kept.amount, _earned(book, invoice, cash, of, payment.event_date))
        case "withholding tax":
            return kept.amount if kept.note else nothing
        case "bank charge":
            return kept.amount
        case _:
            return kept.amount if tolerated(book, invoice, kept.amount) else nothing


def deduct(book: Book, invoice: str, kind: DeductionKind, amount: Money, note: str, today: date) -> Deduction:
    """Finance accepts a deduction by hand. Refused above what is open, and withheld tax without its certificate."""
    owed = known_invoice(book, invoice)
    in_currency_of(owed, amount.currency, f"{amount}")
    above_zero(amount, f"be deducted from invoice {invoice}")
    open_ = open_balance(book, owed)
    if amount > open_:
        raise Refused("above-open", f"{amount} cannot be deducted: {open_} is open of invoice {invoice}")
    if kind == "withholding tax" and not note:
        raise Refused(
            "no-certificate", f"{amount} withheld of invoice {invoice} needs the certificate of the tax office"
        )
    return deduction(book, owed, kind, amount, today, note=note)


def deduction(
    book: Book,
    invoice: Invoice,
    kind: DeductionKind,
    amount: Money,
    today: date,
    *,
    payment: str | None = None,
    note: str = "",
) -> Deduction:
    """The document of a deduction; its number says of which invoice, and for which payment."""
    return Deduction(
        number=f"DD-{payment or 'hand'}-{invoice.number}-{kind.replace(' ', '-')}{_again(book, invoice, payment, kind)}",
        **dated(today),
        entity=as_owed(book, invoice).entity,
        customer=invoice.customer,
        currency=invoice.currency,
        invoice=invoice.number,
        payment=payment,
        kind=kind,
        amount=amount,
        tax=_tax(book, invoice, kind, amount),
        note=note,
        settlements=(Settlement(invoice=invoice.number, amount=amount),),
    )


def of_part(made: Deduction, part: int) -> Deduction:
    """The deduction, from that installment of its invoice (counted from 1; 0: none is named). Of the parts of an invoice that a
    payment pays each has its own."""
    settlements = tuple(replace(one, installment=part) for one in made.settlements)
    return replace(made, number=f"{made.number}-part-{part}", settlements=settlements) if part else made


def _again(book: Book, invoice: Invoice, payment: str | None, kind: DeductionKind) -> str:
    made = book.about(Deduction, "invoice", invoice.number)
    before = [one for one in made if (one.payment, one.kind) == (payment, kind) and not one.reverses]
    return f"-{len(before) + 1}" if before else ""


def _tax(book: Book, invoice: Invoice, kind: DeductionKind, amount: Money) -> Money:
    """The tax share of a discount, where the law lets the tax fall with the price."""
    falls = kind == "discount" and book.company.policies.early_payment_discount == "of the total, tax with it"
    share = Fraction(invoice.tax.minor, invoice.total.minor) if falls else Fraction(0)
    return _rounded(book, amount.exact * share, amount.currency)


def undone(book: Book, payment: str, invoice: str, today: date) -> Iterator[Deduction]:
    """A payment pays an invoice no longer, and so nothing of what was kept back of it is borne any more: each deduction is
    followed by its exact opposite."""
    made = [one for one in book.about(Deduction, "payment", payment) if one.invoice == invoice]
    gone = {one.reverses for one in made}
    for one in made:
        if not one.reverses and one.number not in gone:
            yield Deduction(
                number=f"{one.number}-undone",
                **dated(today),
                entity=one.entity,
                customer=one.customer,
                currency=one.currency,
                invoice=one.invoice,
                payment=one.payment,
                kind=one.kind,
                amount=-one.amount,
                tax=-one.tax,
                note=one.note,
                settlements=with_holders(
                    book, one.entity, tuple(replace(part, amount=-part.amount) for part in one.settlements)
                ),
                reverses=one.number,
            )


def _rounded(book: Book, exact: Fraction, currency: str) -> Money:
    return Money.of(exact, currency, book.company.policies.rounding)
