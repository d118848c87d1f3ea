"""What may be deducted for early payment, and what that means for the tax of an invoice (handbook 4.16)."""

from __future__ import annotations

from fractions import Fraction

from engine.book import Book
from engine.model.cash import EarlyPayment

ALWAYS_REDUCED = "of the net amount, tax always reduced"


def early_terms(book: Book, customer: str) -> list[EarlyPayment]:
    """What the customer may deduct for early payment, and how early. Their own terms replace those for everybody."""
    terms = book.company.early_payment
    own = [term for term in terms if term.customer == customer]
    return own or [term for term in terms if term.customer is None]


def taxed_part(book: Book, customer: str, in_parts: bool = False) -> Fraction:
    """The part of a net amount that bears tax: all of it, or what the largest early-payment discount leaves of it where the
    invoice is taxed as if it were deducted. `in_parts`: whether the invoice is due so, of which by convention none may be. An amount
    leaves the tax as it is."""
    policies = book.company.policies
    if policies.early_payment_discount != ALWAYS_REDUCED or (in_parts and policies.installment_discount == "none"):
        return Fraction(1)
    return 1 - Fraction(max((term.percent for term in early_terms(book, customer)), default=0)) / 100
