"""Whole documents taken back: an invoice voided, to be billed anew or not, and credit over all a customer's invoices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.billing.bill_run import bill_again
from engine.billing.crediting import credit_lines, left_of, void_lines
from engine.billing.open_items import open_balance
from engine.book import Book
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.refusals import Refused


def void(book: Book, invoice: Invoice, rebill: bool, today: date) -> CreditMemo:
    """A memo over all of an invoice that nothing has settled. `rebill`: what it billed is due again and billed today."""
    open_ = open_balance(book, invoice)
    if open_ != invoice.total:
        raise Refused(
            "settled-already",
            f"invoice {invoice.number} cannot be voided: {invoice.total - open_} of it is paid or credited; take that off first",
        )
    memo = void_lines(book, invoice, rebill, today)
    for part in invoice.by_contract() if rebill else ():
        bill_again(book, book.get(Contract, part.contract), today)
    return memo


def credit_account(book: Book, customer: str, net: Money, today: date) -> Iterator[CreditMemo]:
    """Give back an amount without tax of all the customer's invoices: the oldest open ones first, then the newest paid ones.

    Refused above what is left of them all. One memo for each invoice, each with that invoice's tax.
    """
    own = [i for i in book.about(Invoice, "customer", customer) if i.currency == net.currency]
    left = {invoice.number: left_of(book, invoice) for invoice in own}
    whole = total(left.values(), net.currency)
    if not Money.zero(net.currency) < net <= whole:
        raise Refused(
            "above-what-is-left", f"{net} cannot be credited: {whole} without tax is left of {customer}'s invoices"
        )
    open_ = [invoice for invoice in own if open_balance(book, invoice)]
    for invoice in (*open_, *(i for i in reversed(own) if i not in open_)):
        part = min(net, left[invoice.number])
        if part:
            yield credit_lines(book, invoice, None, part, "goodwill", today)
        net -= part
