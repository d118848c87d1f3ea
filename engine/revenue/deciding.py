"""The decision how an amendment is accounted for: a contract of its own, new terms for what remains, or as if from the start.

ASC 606-10-25-10 to 13, IFRS 15.18 to 21; handbook, section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from engine.book import Book
from engine.model.contracts import Amendment, ChargeTerms, Contract
from engine.model.orders import AddDiscount, AddProduct, Cancel, ChangeQuantity, ExtendTerm, GrantDiscount, OrderLine
from engine.model.uplifts import RaisePrices
from engine.revenue.promising import priced_alone
from engine.terms.pricing import amount
from engine.terms.rating import amendments, as_signed
from engine.terms.timelines import ordered_terms

Path = Literal[
    "separate contract",
    "terminate and new",
    "cumulative catch-up",
    "past-service concession",
    "prospective re-price",
    "contract ended",
    "new term",
    "service stops",
    "service goes on",
    "no modification",
    "part of the contract",
    "price as agreed",
]


def signed_with(contract: Contract, amendment: Amendment) -> bool:
    """What is signed on one day is one contract, however many papers it takes (606-10-25-9, IFRS 15.17)."""
    ends = any(isinstance(change, Cancel | RaisePrices) for change in amendment.changes)
    return amendment.event_date == contract.event_date and not ends


def path_of(book: Book, contract: Contract, amendment: Amendment) -> Path:
    """How an amendment is accounted for: by the test of handbook section 3, or as the company's policy says.

    Under "terminate and new" what is one obligation, partly satisfied, catches up all the same, if the test decides.
    """
    policies = book.company.policies
    if any(isinstance(change, Cancel) for change in amendment.changes):
        return "contract ended"
    if path := _path_of_term(amendment):
        return path
    if signed_with(contract, amendment):
        return "part of the contract"
    discounts = all(isinstance(change, GrantDiscount | AddDiscount) for change in amendment.changes)
    if discounts and amendment.effective_date < amendment.event_date:
        return policies.retroactive_discount
    if policies.modification == "cumulative catch-up":
        return "cumulative catch-up"
    runs_on = _runs_on(book, contract, amendment)
    if policies.modification == "terminate and new" or not (runs_on or all(map(_only_adds, amendment.changes))):
        return "terminate and new"
    if policies.modification == "separate contract" or _stands_alone(book, contract, amendment, runs_on):
        return "separate contract"
    return "terminate and new"


def _path_of_term(amendment: Amendment) -> Path | None:
    """A new term is a contract of its own (handbook 4.9); a pause takes its days away, and what resumes brings them back. A price
    that rises as agreed is the price of the days that it is for (606-10-32-40, IFRS 15.85)."""
    kinds = {change.kind for change in amendment.changes}
    if "raise prices" in kinds:
        return "price as agreed"
    if "renew" in kinds:
        return "new term"
    if "suspend" in kinds:
        return "service stops"
    if "resume" in kinds:
        return "service goes on"
    return "no modification" if kinds <= {"agree renewal", "withdraw", "change billing", "change due"} else None


def catches_up(book: Book, line: OrderLine, path: Path) -> bool:
    """Whether a line is one obligation of which what remains is not distinct from what was given."""
    policies = book.company.policies
    if policies.modification == "by test" and path == "terminate and new":
        return not distinct(book, line.product)
    return path == "cumulative catch-up"


def distinct(book: Book, product: str) -> bool:
    """What the catalog says of a product; one that it does not know (a fee) is."""
    return next((found.distinct for found in book.company.products if found.name == product), True)


def _stands_alone(book: Book, contract: Contract, amendment: Amendment, runs_on: bool) -> bool:
    """Whether all that is added is distinct and costs what it costs alone; of a longer term that must be known."""
    added = list(_added(book, contract, amendment, runs_on))
    known = [line.stand_alone_price is not None for line, _ in added] if runs_on else []
    return all(known) and all(distinct(book, line.product) and _at_stand_alone((line, terms)) for line, terms in added)


def _runs_on(book: Book, contract: Contract, amendment: Amendment) -> bool:
    """Whether it only makes the term longer: what it says holds from after the old term's end, so nothing agreed before changes."""
    if not any(isinstance(change, ExtendTerm) for change in amendment.changes):
        return False
    signed = amendments(book, contract)
    before = as_signed(contract, signed[: signed.index(amendment)])
    return amendment.effective_date > before.end


def _only_adds(change: object) -> bool:
    """A decrease, another price or another term can never be a separate contract."""
    return isinstance(change, AddProduct) or (isinstance(change, ChangeQuantity) and change.delta > 0)


def _added(
    book: Book, contract: Contract, amendment: Amendment, runs_on: bool
) -> Iterator[tuple[OrderLine, ChargeTerms]]:
    """The lines that bring something new (every line, if the term only runs on), and the terms on which it is sold."""
    state = as_signed(contract, amendments(book, contract))
    for line in amendment.lines:
        yield priced_alone(line, state.lines), ordered_terms(line)
    grown = {change.product for change in amendment.changes if isinstance(change, ChangeQuantity)}
    lines = {line.id: line for line in state.lines if runs_on or line.product in grown}
    for segment in state.segments:
        if segment.line in lines and amendment.effective_date in segment.service:
            yield lines[segment.line], segment.terms


def _at_stand_alone(sold: tuple[OrderLine, ChargeTerms]) -> bool:
    """Whether a month (or a one-time charge) costs at least what it costs alone. Without a known price it does."""
    line, terms = sold
    if line.stand_alone_price is None:
        return True
    flat = line.charge.model == "flat"
    alone = replace(terms, price=line.stand_alone_price, rate=None, discount=Decimal(0))
    return amount(terms, flat=flat) / (terms.per_months or 1) >= amount(alone, flat=flat) / (line.per_months or 1)
