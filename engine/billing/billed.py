"""What has been billed of a charge's billing period, day by day, and what of it each invoice line still stands for.

A line bills a quantity on terms over its service days; where it bills only a difference it also takes back the terms it
replaces. A credit takes terms back and may leave other terms in their place. All are atoms; their sum is what is billed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from engine.book import Book, billed_key
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.catalog import Quantity, Rate
from engine.model.contracts import ChargeTerms
from engine.model.discounts import Reduction
from engine.model.invoices import CreditMemo, CreditMemoLine, Invoice, InvoiceLine
from engine.model.money import Money
from engine.terms.pricing import priced_together

TermsKey = tuple[Decimal, int, Decimal, Rate | None, tuple[Reduction, ...], Quantity | None]
"""Terms without their quantity; where units are not priced one by one, the whole quantity is one thing of its own kind."""
Measure = dict[TermsKey, Quantity]
"""How many of each kind; what there is nothing of is not in it."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A quantity (negative: taken back) on terms over some days."""

    service: ServicePeriod
    key: TermsKey
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class BilledLine:
    """An invoice line with what credits have left of it; `conceded`: what was given back though the terms stayed."""

    invoice: str
    line: InvoiceLine
    charged: tuple[Atom, ...]
    credited: tuple[Atom, ...]
    left: Money
    conceded: Money

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """What was charged and what was taken back of it."""
        return (*self.charged, *self.credited)

    def measure(self, day: date) -> Measure:
        """What the line still stands for on a day."""
        return measure(self.atoms, day)


def key(terms: ChargeTerms) -> TermsKey:
    """What two terms must share for their units to add up and cancel out."""
    whole = terms.quantity if priced_together(terms) else None
    return terms.price, terms.per_months, terms.discount, terms.rate, terms.reductions, whole


def units(terms: ChargeTerms) -> Quantity:
    """How many of their kind the terms are: the quantity, or one where the whole quantity is priced together."""
    return 1 if priced_together(terms) else terms.quantity


def counted(atom: Atom) -> Quantity:
    """How many units an atom is of, below nothing if they are taken back; where the quantity is priced together, all of it."""
    whole = atom.key[-1]
    return atom.quantity if whole is None else whole * atom.quantity


def joined(atoms: Iterable[Atom]) -> list[Atom]:
    """Atoms of one kind and quantity that follow each other day by day as one, in the order of their days."""
    found: list[Atom] = []
    for atom in atoms:
        for place, before in enumerate(found):
            same = (before.key, before.quantity) == (atom.key, atom.quantity)
            if same and before.service.end + ONE_DAY == atom.service.start:
                found[place] = replace(before, service=ServicePeriod(before.service.start, atom.service.end))
                break
        else:
            found.append(atom)
    return found


def terms_of(terms_key: TermsKey, count: Quantity) -> ChargeTerms:
    """So many of a kind, as terms."""
    price, per_months, discount, rate, reductions, whole = terms_key
    quantity = count if whole is None else whole
    return ChargeTerms(
        quantity=quantity, price=price, per_months=per_months, discount=discount, rate=rate, reductions=reductions
    )


def measure(atoms: Iterable[Atom], day: date) -> Measure:
    """What atoms add up to on a day, without what cancels out."""
    found: Measure = {}
    for atom in atoms:
        if day in atom.service:
            found[atom.key] = found.get(atom.key, 0) + atom.quantity
    return {terms: quantity for terms, quantity in found.items() if quantity}


def billed_lines(
    book: Book, contract: str, line: str, period: ServicePeriod, through: date = date.max
) -> tuple[BilledLine, ...]:
    """The invoice lines of a charge's billing period, oldest first, each with what credits have left of it; by the documents
    of a day and before."""
    subject = billed_key(contract, line, period.start)
    credits = [
        credited
        for memo in book.about(CreditMemo, "billed", subject)
        if memo.posting_date <= through
        for credited in memo.lines
        if credited.line == line and credited.billing_period == period
    ]
    return tuple(
        _billed_line(invoice.number, billed, credits)
        for invoice in book.about(Invoice, "billed", subject)
        if invoice.posting_date <= through
        for billed in invoice.lines
        if billed.line == line and billed.billing_period == period
    )


def _billed_line(invoice: str, line: InvoiceLine, credits: Iterable[CreditMemoLine]) -> BilledLine:
    own = [credit for credit in credits if (credit.invoice, credit.invoice_line) == (invoice, line.id)]
    taken = tuple(atom for credit in own for atom in _credited(credit))
    left = Money(line.net.minor - sum(credit.net.minor for credit in own), line.net.currency)
    conceded = Money(sum(credit.net.minor for credit in own if credit.concession), line.net.currency)
    return BilledLine(invoice, line, tuple(_charged(line)), taken, left, conceded)


def uncut(line: BilledLine, billed: Iterable[BilledLine]) -> ServicePeriod:
    """The days of a line together with those it was cut from, where a tax rate changes: they follow each other on one invoice."""
    days = line.line.service
    for other in sorted(billed, key=lambda one: abs(one.line.service.start - days.start)):
        own = (other.invoice, other.line.terms, other.line.replaces) == (
            line.invoice,
            line.line.terms,
            line.line.replaces,
        )
        service = other.line.service
        if own and service.start <= days.end + ONE_DAY and days.start - ONE_DAY <= service.end:
            days = ServicePeriod(min(days.start, service.start), max(days.end, service.end))
    return days


def _charged(line: InvoiceLine) -> Iterator[Atom]:
    yield Atom(line.service, key(line.terms), units(line.terms))
    if line.replaces:
        yield Atom(line.service, key(line.replaces), -units(line.replaces))


def _credited(credit: CreditMemoLine) -> Iterator[Atom]:
    if not credit.concession:
        yield from taken_back(credit.service, credit.terms, credit.becomes)


def taken_back(service: ServicePeriod, terms: ChargeTerms, becomes: ChargeTerms | None) -> Iterator[Atom]:
    """The atoms of a credit: terms that go, and those that then hold instead."""
    yield Atom(service, key(terms), -units(terms))
    if becomes:
        yield Atom(service, key(becomes), units(becomes))


def is_empty(atoms: Iterable[Atom]) -> bool:
    """Whether the atoms cancel out on every day. Quantities on one side never go below nothing, so sums tell."""
    days: Measure = {}
    for atom in atoms:
        days[atom.key] = days.get(atom.key, 0) + atom.quantity * atom.service.days
    return not any(days.values())


def stretches(atoms: Iterable[Atom]) -> Iterator[ServicePeriod]:
    """The days of the atoms, cut wherever one begins or ends."""
    day = timedelta(days=1)
    cuts = sorted({cut for atom in atoms for cut in (atom.service.start, atom.service.end + day)})
    for start, after in pairwise(cuts):
        yield ServicePeriod(start, after - day)


def paired(
    old: tuple[TermsKey, Quantity], new: tuple[TermsKey, Quantity], days: ServicePeriod, billed: Iterable[BilledLine]
) -> tuple[Quantity, Quantity]:
    """How many of a kind that goes stand for how many of one that comes: one for one or, where only one of the kinds is priced
    together, its one quantity for as many units, if one invoice line holds them all. Nothing, if they do not match."""
    (going, less), (coming, more) = old, new
    whole_before, whole_after = going[-1], coming[-1]
    if (whole_before is None) == (whole_after is None):
        return min(less, more), min(less, more)
    if whole_before is not None:
        return (1, whole_before) if less >= 1 and more >= whole_before else (0, 0)
    assert whole_after is not None
    holds = [line for line in billed if line.measure(days.start).get(going, 0) > 0]
    return (whole_after, 1) if more >= 1 and less >= whole_after and len(holds) == 1 else (0, 0)
