"""What is expected to be conceded of a disputed invoice: how much stands reserved, and whose revenue that was (IFRS 15.55).

A parent that gets the invoices of its children disputes what is their revenue: each contract of the invoice bears its share, in the
name of whoever signed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from engine.book import Book
from engine.ledger.drafting import Draft, Owner
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.transfers import ContractTransfer
from engine.terms.spreading import elapsed


class Share(NamedTuple):
    """A part of what is reserved, in the smallest unit: of which contract, if that says more than the invoice, and whose."""

    minor: int
    contract: str | None = None
    owner: Owner | None = None


def reserve(draft: Draft, invoice: str, minor: int) -> int:
    """Move what disputes reserve of an invoice: the change of the refund liability, which is never below nothing.

    Kept as opened less released less credited, so a memo, a resolution and their dispute may arrive in any order.
    """
    after = draft.move("reserve", invoice, minor)
    return max(after, 0) - max(after - minor, 0)


def shared(draft: Draft, invoice: str, line: int | None, minor: int, day: date) -> Iterator[Share]:
    """What each contract of an invoice that others than its customer signed bears of an amount, in the proportion of what it, or
    that line, was invoiced for service given by that day, which is what can be in revenue (of all service where none was given);
    all of it in one, where the customer signed them or the ledger does not know them."""
    made = draft.book.find(Invoice, invoice)
    parts = made.by_contract() if made else ()
    owners = [payer_of(draft.book, part.contract, part.customer, part.entity) for part in parts]
    own = [[one for one in part.lines if line in (None, one.id)] for part in parts]
    spread = draft.book.company.policies.spread
    given = [sum((o.net.minor * elapsed(o.service, day, spread) for o in lines), Fraction(0)) for lines in own]
    weights = given if any(given) else [Fraction(sum(one.net.minor for one in lines)) for lines in own]
    if not any(owners) or not any(weights):
        yield Share(minor)
        return
    for part, owner, amount in zip(parts, owners, Money(minor, draft.currency).allocate(weights), strict=True):
        yield Share(amount.minor, part.contract, owner)


def payer_of(book: Book, contract: str, customer: str, entity: str) -> Owner | None:
    """Whose the revenue of a contract is that a customer is invoiced for and another signed; None for their own, and for one
    that has passed on."""
    signed = book.find(Contract, contract)
    if signed is None or signed.customer == customer or book.about(ContractTransfer, "contract", contract):
        return None
    return Owner(signed.customer, entity)
