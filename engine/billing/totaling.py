"""What is asked for, or given back, in all: rounded to what can be paid, where the company says so for a currency (EN 16931,
BT-114). What rounding adds or leaves out stands by itself: it is no charge, bears no tax and is no revenue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from engine.billing.open_items import credited
from engine.book import Book
from engine.model.invoices import CreditMemo, CreditMemoLine, Invoice, Settlement
from engine.model.money import Money, rounded, total


def payable(book: Book, amount: Money) -> Money:
    """The amount as it can be paid: a multiple of the currency's smallest step, by the company's mode of rounding; the amount
    itself in a currency that has none."""
    step = next((one.minor for one in book.company.payable_steps if one.currency == amount.currency), 1)
    mode = book.company.policies.total_rounding
    return Money(rounded(Fraction(amount.minor, step), mode) * step, amount.currency)


def rounding_of(book: Book, asked: Money) -> Money | None:
    """What an invoice has to add to what its lines come to, below nothing if less; None where it is payable as it is."""
    return payable(book, asked) - asked or None


def roundings(book: Book, lines: Iterable[CreditMemoLine]) -> Iterator[Settlement]:
    """What a credit memo has to add to what its lines give back of each invoice, where that is anything."""
    found: dict[str, Money] = {}
    for line in lines:
        found[line.invoice] = found.get(line.invoice, Money.zero(line.net.currency)) + line.total
    for number, given in found.items():
        if adds := _given(book, book.get(Invoice, number), given) - given:
            yield Settlement(invoice=number, amount=adds)


def _given(book: Book, invoice: Invoice, lines: Money) -> Money:
    """What a credit of an invoice comes to: all that is left where its last line goes, so that the customer ends at nothing, and
    never more than that; else rounded by itself or, by convention, so that what stays is rounded."""
    left = left_of_total(book, invoice)
    still = left - _rounding_left(book, invoice) - lines
    if not still:
        return left
    if book.company.policies.credit_total == "what is left is rounded":
        return left - min(payable(book, still), left)
    return min(payable(book, lines), left)


def left_of_total(book: Book, invoice: Invoice) -> Money:
    """What credits have left of an invoice, with its tax and its rounding, whatever is paid of it."""
    back = total((line.total for line in credited(book, invoice)), invoice.currency)
    return invoice.net + invoice.tax - back + _rounding_left(book, invoice)


def _rounding_left(book: Book, invoice: Invoice) -> Money:
    memos = book.about(CreditMemo, "credits", invoice.number)
    back = (part.amount for memo in memos for part in memo.roundings if part.invoice == invoice.number)
    return (invoice.rounding or Money.zero(invoice.currency)) - total(back, invoice.currency)
