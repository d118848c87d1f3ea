"""A cancellation with refund: what the credit memo left on the customer's account pays the fee, and the rest goes back."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import date

from engine.billing.bill_run import TASK, settled_today
from engine.billing.open_items import customer_credit, open_balance, open_chargebacks
from engine.book import Book
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import Cancel
from engine.model.payments import Refund
from engine.receivables.refunding import refund
from engine.receivables.setting_off import use_credit
from engine.terms.belonging import as_of


def release(book: Book, today: date) -> Iterator[Document]:
    """On the day a refundable cancellation is settled: the credit pays the fee, then the refund is approved."""
    for number in book.agenda.on(today, TASK):
        contract = book.get(Contract, number)
        for amendment in settled_today(book, contract, today):
            if any(isinstance(change, Cancel) and change.unused == "refunded" for change in amendment.changes):
                yield from _release(book, contract, amendment, today)


def _release(book: Book, contract: Contract, amendment: Amendment, today: date) -> Iterator[Document]:
    reason = f"cancellation of contract {contract.number}"
    held: dict[str, Money] = {}
    for memo in book.about(CreditMemo, "contract", contract.number):
        if memo.reason == "cancellation":
            held[memo.customer] = held.get(memo.customer, Money.zero(memo.currency)) + memo.held
    holder = as_of(book, contract, today).customer
    for customer, credit in held.items():
        if not any(made.reason == reason for made in book.about(Refund, "customer", customer)):
            rest = yield from _fees_paid(book, contract, customer, credit, today)
            yield from _refunded(book, customer, _payee(book, customer, holder), rest, reason, today)


def _payee(book: Book, customer: str, holder: str) -> str:
    """To whom a contract's refund goes: whose invoices were credited, or whoever holds the contract now."""
    return holder if book.company.policies.refund_after_transfer == "to whoever holds the contract" else customer


def _fees_paid(
    book: Book, contract: Contract, customer: str, held: Money, today: date
) -> Generator[Document, None, Money]:
    """What was credited to a customer pays their cancellation fee first; what is left of it."""
    for invoice in book.about(Invoice, "contract", contract.number):
        theirs = invoice.cause == "cancellation fee" and invoice.customer == customer
        if held and theirs and (owed := open_balance(book, book.get(Invoice, invoice.number))):
            # What the memo held may have paid something else on its day.
            part = min(owed, held, customer_credit(book, customer, contract.currency))
            if part:
                yield use_credit(book, customer, invoice.number, part, today)
            held -= part
    return held


def _refunded(book: Book, customer: str, payee: str, held: Money, reason: str, today: date) -> Iterator[Refund]:
    back = min(held, customer_credit(book, customer, held.currency))
    if back > Money.zero(held.currency) and not open_chargebacks(book, customer):
        made = refund(book, customer, back, "customer credit", reason, today)
        yield made if payee == customer else replace(made, payee=payee)
