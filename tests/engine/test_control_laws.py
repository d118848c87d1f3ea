"""The subledger and its control accounts agree on every day, whatever happened in whatever order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hypothesis import given, settings
from test_receivables_laws import acts, conventions, lived

from engine.billing.open_items import customer_credit, open_balance, unapplied_cash
from engine.book import Book
from engine.ledger.deriving import KINDS
from engine.ledger.general_ledger import balances
from engine.ledger.posting import post
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.payments import Payment
from scenarios.world import find, load

SHIPPED = load(find("Northwind SaaS"))
CUSTOMERS = ("Globex", "Acme")


def documents(book: Book) -> list[Document]:
    return sorted((made for kind in KINDS for made in book.all(kind)), key=lambda made: made.posting_date)


def posted(book: Book) -> Book:
    """The ledger of a company with the shipped accounts and posting rules that received every document."""
    ledger = Book(replace(book.company, accounts=SHIPPED.accounts, postings=SHIPPED.postings))
    for document in documents(book):
        post(ledger, document)
    return ledger


@given(conventions, acts)
@settings(deadline=None, max_examples=60)
def test_the_subledger_is_its_control_accounts_on_every_day(policies, story):
    book = lived(policies, story).book
    ledger = posted(book)
    for day in {document.posting_date for document in documents(book)}:
        stands = defaultdict(int)
        for balance in balances(ledger, day):
            stands[balance.account, balance.customer] += balance.amount.minor
        for customer in CUSTOMERS:
            owed = sum(open_balance(book, invoice, day).minor for invoice in book.about(Invoice, "customer", customer))
            assert stands["Receivables", customer] == owed
            assert -stands["Unapplied cash", customer] == unapplied_cash(book, customer, "USD", day).minor
            assert -stands["Customer credits", customer] == customer_credit(book, customer, "USD", day).minor


@given(conventions, acts)
@settings(deadline=None, max_examples=60)
def test_no_cent_of_a_payment_is_used_twice(policies, story):
    """What came in is what it settled, what waits, what went back and what recovered a write-off: in the ledger, cash."""
    book = lived(policies, story).book
    ledger = posted(book)
    came = sum(paid.amount.minor for paid in book.all(Payment) if paid.amount.minor > 0 and taken(book, paid.number))
    cash = sum(
        b.amount.minor for b in balances(ledger, max(d.posting_date for d in documents(book))) if b.account in HELD
    )
    assert cash == came


HELD = ("Cash", "Gateway clearing")


def taken(book: Book, payment: str) -> bool:
    return any(getattr(made, "payment", None) == payment for made in documents(book))
