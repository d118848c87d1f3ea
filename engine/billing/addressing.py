"""Who an invoice is addressed to: the customer who signed, or whoever pays for them (a parent company, say)."""

from __future__ import annotations

from engine.book import Book


def addressee(book: Book, customer: str) -> str:
    """The customer who gets the invoices of a customer, and owes them; followed up to whoever pays for themselves."""
    seen = [customer]
    while (known := book.customers.get(seen[-1])) and known.billed_to and known.billed_to not in seen:
        seen.append(known.billed_to)
    return seen[-1]
