"""What every order about receivables is held to before anything is written."""

from __future__ import annotations

from engine.book import Book
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.refusals import Refused


def known_customer(book: Book, customer: str) -> None:
    """Refused for a customer that this system was never told of."""
    if customer not in book.customers:
        raise Refused("unknown-customer", f"there is no customer {customer!r} here")


def known_invoice(book: Book, number: str) -> Invoice:
    """The posted invoice of that number; Refused if there is none."""
    invoice = book.find(Invoice, number)
    if invoice is None:
        raise Refused("unknown-invoice", f"there is no invoice {number!r}")
    return invoice


def above_zero(amount: Money, act: str) -> None:
    """Refused for zero or a negative amount. `act` ends the sentence: "be refunded"."""
    if amount.minor <= 0:
        raise Refused("not-above-zero", f"{amount} cannot {act}; an amount has to be above zero")


def in_currency_of(invoice: Invoice, currency: str, what: str) -> None:
    """Refused where an amount and the invoice it is about are in different currencies. `what` begins the sentence."""
    if currency != invoice.currency:
        raise Refused("other-currency", f"{what} is in {currency}, invoice {invoice.number} in {invoice.currency}")


def in_books_of(invoice: Invoice, entity: str, what: str) -> None:
    """Refused where money and the invoice it is to pay belong to different legal entities. `what` begins the sentence."""
    if entity != invoice.entity:
        raise Refused(
            "other-entity", f"{what} belongs to the legal entity {entity}, invoice {invoice.number} to {invoice.entity}"
        )


def part_to_pay(asked: Money | None, available: Money, source: str, invoice: Invoice, open_: Money) -> Money:
    """What pays the invoice: the amount asked for, or all that fits. Refused above what is available or open.

    `source` says what is available: "unapplied of payment BT-1".
    """
    most = min(available, open_)
    amount = most if asked is None else asked
    figures = f"{available} is {source} and {open_} is open of invoice {invoice.number}"
    if not most:
        raise Refused("nothing-to-pay", f"there is nothing to pay: {figures}")
    above_zero(amount, f"pay invoice {invoice.number}")
    if amount > most:
        raise Refused("above-what-is-there", f"{amount} is too much: {figures}")
    return amount
