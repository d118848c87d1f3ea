"""What pays an invoice though no money comes: credit on the customer's account, and what was paid ahead of a contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.billing.open_items import collectible, customer_credit, open_balance, prepaid
from engine.book import Book
from engine.checking import in_currency_of, known_customer, known_invoice, part_to_pay
from engine.entities import as_owed
from engine.model.document import dated
from engine.model.invoices import CreditUse, Invoice, Settlement
from engine.model.money import Money, total
from engine.model.payments import Payment, PaymentApplication
from engine.receivables.applying import from_unapplied
from engine.receivables.collecting import USE_CREDIT
from engine.refusals import Refused


def use_prepayments(book: Book, today: date) -> Iterator[PaymentApplication]:
    """Pay today's invoices from what was paid ahead of their contracts, the oldest payment first."""
    for number in book.agenda.on(today, USE_CREDIT):
        invoice = book.get(Invoice, number)
        ahead = [(share, prepaid(book, share.contract, invoice.currency)) for share in invoice.by_contract()]
        left = collectible(book, invoice) if any(held for _, held in ahead) else Money.zero(invoice.currency)
        for share, paid_ahead in ahead:
            rest = min(left, share.total - _paid_ahead(book, share)) if paid_ahead else left
            for payment, held in paid_ahead.items():
                if part := min(held, rest):
                    settlements = (Settlement(invoice=number, amount=part),)
                    paid = book.get(Payment, payment)
                    yield from_unapplied(book, paid, invoice.customer, settlements, today, share.contract)
                    left, rest = left - part, rest - part


def _paid_ahead(book: Book, share: Invoice) -> Money:
    """What prepayments of the contract have paid of its part of an invoice before."""
    made = (one for one in book.about(PaymentApplication, "contract", share.contract) if one.from_unapplied)
    return total(
        (part.amount for one in made for part in one.settlements if part.invoice == share.number), share.currency
    )


def use_credit(book: Book, customer: str, invoice: str, amount: Money | None, today: date) -> CreditUse:
    """Pay an invoice from the customer's credit: that amount, or all that fits.

    Refused above the customer's credit or what is open of the invoice, disputed or not.
    """
    known_customer(book, customer)
    owed = as_owed(book, known_invoice(book, invoice))
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
        invoice = as_owed(book, book.get(Invoice, number))
        credit = customer_credit(book, invoice.customer, invoice.currency, entity=invoice.entity)
        if part := min(credit, collectible(book, invoice)):
            yield _credit_use(book, invoice, part, today)


def _credit_use(book: Book, invoice: Invoice, amount: Money, today: date) -> CreditUse:
    return CreditUse(
        number=f"CU-{book.count(CreditUse) + 1}",
        **dated(today),
        entity=invoice.entity,
        customer=invoice.customer,
        currency=invoice.currency,
        settlements=(Settlement(invoice=invoice.number, amount=amount),),
    )
