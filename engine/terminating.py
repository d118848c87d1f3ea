"""A cancellation with refund: what the credit memo left on the customer's account pays the fee, and the rest goes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.applying import use_credit
from engine.billing import TASK, settled_today
from engine.book import Book
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.model.orders import Cancel
from engine.model.payments import Refund
from engine.receivables import customer_credit, open_balance, open_chargebacks
from engine.refunding import refund


def release(book: Book, today: date) -> Iterator[Document]:
    """On the day a refundable cancellation is settled: the credit pays the fee, then the refund is approved."""
    for number in book.agenda.on(today, TASK):
        contract = book.get(Contract, number)
        for amendment in settled_today(book, contract, today):
            if any(isinstance(change, Cancel) and change.unused == "refunded" for change in amendment.changes):
                yield from _release(book, contract, amendment, today)


def _release(book: Book, contract: Contract, amendment: Amendment, today: date) -> Iterator[Document]:
    reason = f"cancellation of contract {contract.number}"
    if any(made.reason == reason for made in book.about(Refund, "customer", contract.customer)):
        return
    memos = [m for m in book.about(CreditMemo, "contract", contract.number) if m.reason == "cancellation"]
    held = total((memo.held for memo in memos), contract.currency)
    for invoice in book.about(Invoice, "contract", contract.number):
        if (
            held
            and invoice.cause == "cancellation fee"
            and (owed := open_balance(book, book.get(Invoice, invoice.number)))
        ):
            # What the memo held may have paid something else on its day.
            part = min(owed, held, customer_credit(book, contract.customer, contract.currency))
            if part:
                yield use_credit(book, contract.customer, invoice.number, part, today)
            held -= part
    back = min(held, customer_credit(book, contract.customer, contract.currency))
    if back > Money.zero(contract.currency) and not open_chargebacks(book, contract.customer):
        yield refund(book, contract.customer, back, "customer credit", reason, today)
