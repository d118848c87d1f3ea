"""What money pays: a payment as it arrives, cash that stood unapplied, credit on the customer's account."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.book import Book
from engine.checking import above_zero, in_books_of, in_currency_of, known_customer, known_invoice, part_to_pay
from engine.collecting import USE_CREDIT
from engine.model.invoices import CreditUse, Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment, PaymentApplication, Recovery
from engine.receivables import collectible, customer_credit, open_balance, unapplied
from engine.refusals import Refused
from engine.writing_off import recover


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a payment was taken for: what it pays, and what it recovers of an invoice written off. At least one is there."""

    application: PaymentApplication | None
    recovery: Recovery | None


def receive(book: Book, payment: Payment, today: date) -> Receipt:
    """Dispose of a payment in full (billing conventions, payment application).

    An invoice that the payer names comes first: what is open of it, disputed or not, then what was written off of it
    (a recovery). If it takes nothing, or none of the payer's is named, the company's convention decides among what is open
    and not in dispute. What is left stays unapplied. Refused from an unknown customer, or without an amount.
    """
    known_customer(book, payment.customer)
    above_zero(payment.amount, "be applied")
    named = _named(book, payment)
    settlements = list(_settle(book, payment.amount, [named])) if named else []
    rest = payment.amount - _sum(settlements, payment)
    recovery = recover(book, named, payment, rest, today) if named and rest else None
    if not settlements and not recovery:
        settlements = list(_by_convention(book, payment))
    rest = payment.amount - recovery.amount if recovery else payment.amount
    return Receipt(_application(payment, rest, settlements, today) if rest else None, recovery)


def _named(book: Book, payment: Payment) -> Invoice | None:
    """The invoice the payer names, if it is one of theirs in that currency and of the legal entity that was paid."""
    invoice = book.find(Invoice, payment.invoice or "")
    if invoice and invoice.customer == payment.customer and _fits(invoice, payment):
        return invoice
    return None


def _fits(invoice: Invoice, payment: Payment) -> bool:
    return (invoice.entity, invoice.currency) == (payment.entity, payment.amount.currency)


def _settle(book: Book, amount: Money, invoices: list[Invoice], contested: bool = True) -> Iterator[Settlement]:
    """Settle the invoices in that order as far as the amount goes, what is `contested` of them too or not."""
    for invoice in invoices:
        part = min(amount, open_balance(book, invoice) if contested else collectible(book, invoice))
        if part:
            yield Settlement(invoice=invoice.number, amount=part)
            amount -= part


def _by_convention(book: Book, payment: Payment) -> Iterator[Settlement]:
    theirs = book.about(Invoice, "customer", payment.customer)
    fitting = [invoice for invoice in theirs if _fits(invoice, payment)]
    oldest = sorted(fitting, key=lambda invoice: (invoice.due_date, invoice.number))
    if book.company.policies.application == "exact match, else oldest due":
        exact = [invoice for invoice in oldest if collectible(book, invoice) == payment.amount]
        oldest = exact[:1] or oldest
    return _settle(book, payment.amount, oldest, contested=False)


def _sum(settlements: list[Settlement], payment: Payment) -> Money:
    return total((settlement.amount for settlement in settlements), payment.amount.currency)


def _application(payment: Payment, amount: Money, settlements: list[Settlement], today: date) -> PaymentApplication:
    return PaymentApplication(
        number=f"AP-{payment.number}",
        event_date=today,
        effective_date=payment.event_date,
        posting_date=today,
        entity=payment.entity,
        customer=payment.customer,
        currency=payment.amount.currency,
        payment=payment.number,
        amount=amount,
        settlements=tuple(settlements),
        unapplied=amount - _sum(settlements, payment),
        method=payment.method,
    )


def apply_unapplied(book: Book, payment: str, invoice: str, amount: Money | None, today: date) -> PaymentApplication:
    """Apply cash that stands unapplied to an invoice of the same customer: that amount, or all that fits.

    Refused above what is unapplied of the payment or open of the invoice, disputed or not.
    """
    paid, owed = book.find(Payment, payment), known_invoice(book, invoice)
    if paid is None:
        raise Refused("unknown-payment", f"there is no payment {payment!r}")
    if paid.customer != owed.customer:
        raise Refused(
            "other-customer", f"payment {payment} came from {paid.customer}, invoice {invoice} is for {owed.customer}"
        )
    in_currency_of(owed, paid.amount.currency, f"payment {payment}")
    in_books_of(owed, paid.entity, f"payment {payment}")
    if amount:
        in_currency_of(owed, amount.currency, f"{amount}")
    left, open_ = unapplied(book, paid), open_balance(book, owed)
    part = part_to_pay(amount, left, f"unapplied of payment {payment}", owed, open_)
    return PaymentApplication(
        number=f"AP-{payment}-{len(book.about(PaymentApplication, 'payment', payment)) + 1}",
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=paid.entity,
        customer=paid.customer,
        currency=owed.currency,
        payment=payment,
        amount=part,
        settlements=(Settlement(invoice=invoice, amount=part),),
        unapplied=Money.zero(owed.currency),
        method=paid.method,
        from_unapplied=True,
    )


def use_credit(book: Book, customer: str, invoice: str, amount: Money | None, today: date) -> CreditUse:
    """Pay an invoice from the customer's credit: that amount, or all that fits.

    Refused above the customer's credit or what is open of the invoice, disputed or not.
    """
    known_customer(book, customer)
    owed = known_invoice(book, invoice)
    if owed.customer != customer:
        raise Refused("other-customer", f"invoice {invoice} is for {owed.customer}, not for {customer}")
    if amount:
        in_currency_of(owed, amount.currency, f"{amount}")
    credit = customer_credit(book, customer, owed.currency, entity=owed.entity)
    part = part_to_pay(amount, credit, f"credit of {customer}", owed, open_balance(book, owed))
    return _credit_use(book, owed, part, today)


def use_credits(book: Book, today: date) -> Iterator[CreditUse]:
    """Pay today's invoices from their customers' credit, as far as it goes, where the company's convention says so."""
    if book.company.policies.customer_credit != "applied to the next invoice":
        return
    for number in book.agenda.on(today, USE_CREDIT):
        invoice = book.get(Invoice, number)
        credit = customer_credit(book, invoice.customer, invoice.currency, entity=invoice.entity)
        if part := min(credit, collectible(book, invoice)):
            yield _credit_use(book, invoice, part, today)


def _credit_use(book: Book, invoice: Invoice, amount: Money, today: date) -> CreditUse:
    return CreditUse(
        number=f"CU-{book.count(CreditUse) + 1}",
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=invoice.entity,
        customer=invoice.customer,
        currency=invoice.currency,
        settlements=(Settlement(invoice=invoice.number, amount=amount),),
    )
