"""How far what is billed may lie from what is due: only as far as the company's own rounding puts them apart, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from sellers import Seller

from engine.billing.leveling import rounded_together
from engine.billing.owing import Agreement
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice

Place = tuple[str, date]
"""A charge in one of its billing periods, by its first day."""
Sum = frozenset[Place]
"""What is added exactly and rounded once."""


def allowed(seller: Seller) -> Fraction:
    """Every sum that is posted is rounded once, and every sum that is due: each lies up to half a unit from what is exact, or up
    to a whole one where all is rounded up or down; twice that, where price and discount are rounded each by itself. A sum that is
    billed as it is due is rounded alike and allows nothing; nor does one that is due and of which nothing is billed."""
    policies = seller.book.company.policies
    each = Fraction(1) if policies.rounding in ("up", "down") else Fraction(1, 2)
    each *= 1 if policies.discount_rounding == "with the net" else 2
    agreement = Agreement(seller.book, seller.book.get(Contract, "C-1"))
    billed = Counter(_billed(seller))
    billed.update(_not_worth_a_memo(agreement, seller.today))
    places = frozenset().union(*billed)
    due = [one for one in _due(agreement, seller.today) if one & places]
    alike = {one for one in due if billed[one] == 1 and sum(bool(one & other) for other in billed) == 1}
    return each * (sum(count for one, count in billed.items() if one not in alike) + len(due) - len(alike))


def _billed(seller: Seller) -> Iterator[Sum]:
    """What is rounded at once of each document: a line, or by convention all of an invoice or of one of its tax codes."""
    together = rounded_together(seller.book.company.policies)
    for invoice in seller.book.all(Invoice):
        sums: dict[object, set[Place]] = {}
        for line in invoice.lines:
            key = together(line) if together else line.id
            sums.setdefault(key, set()).add((line.line, line.billing_period.start))
        yield from map(frozenset, sums.values())
    for memo in seller.book.all(CreditMemo):
        yield from (frozenset({(line.line, line.billing_period.start)}) for line in memo.lines if not line.concession)


def _not_worth_a_memo(agreement: Agreement, today: date) -> Iterator[Sum]:
    """Credits that are rounded to nothing: no memo is written of them."""
    for place in agreement.through(today):
        for line in place.lacking():
            if line.invoice and not line.net:
                yield frozenset({(line.line, line.billing_period.start)})


def _due(agreement: Agreement, today: date) -> Iterator[Sum]:
    """What is due at once: a charge's billing period, or by convention all of one bill date or of one of its tax codes."""
    together = rounded_together(agreement.book.company.policies)
    sums: dict[object, set[Place]] = {}
    for number, place in enumerate(agreement.through(today)):
        key = (place.period.bill_date, together(place.line)) if together else number
        sums.setdefault(key, set()).add((place.line.id, place.period.whole.start))
    yield from map(frozenset, sums.values())
