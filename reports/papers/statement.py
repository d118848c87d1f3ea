"""A customer's statement of account: what they owed, what came and went, what they owe now, money of theirs set off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from engine.model.document import Document
from engine.model.money import Money
from reports.systems.naming import document_name
from reports.systems.snapshot import Snapshot


class StatementLine(NamedTuple):
    """One line: a document, what it adds (positive) or takes away, and the balance after it."""

    day: date
    document: str
    reference: str
    amount: Money
    balance: Money


class Statement(NamedTuple):
    """What a customer owed before the first day, what happened, and what they owe after the last; below nothing, the
    company owes them."""

    opening: Money
    lines: tuple[StatementLine, ...]
    closing: Money


def statement(snapshot: Snapshot, customer: str, currency: str, start: date, end: date) -> Statement:
    """The statement of one customer in one currency, from `start` to `end`, both included. What moves money between an
    invoice and the customer's own cash or credit changes nothing that they owe, and is left out."""
    balance = opening = Money.zero(currency)
    lines = list[StatementLine]()
    for document, day, amount in sorted(_documents(snapshot, customer), key=lambda found: found[1]):
        if amount.currency == currency and amount and day <= end:
            balance += amount
            if day < start:
                opening = balance
            else:
                lines.append(StatementLine(day, document_name(document), document.number, amount, balance))
    return Statement(opening, tuple(lines), balance)


def _documents(snapshot: Snapshot, customer: str) -> Iterator[tuple[Document, date, Money]]:
    billing = snapshot.billing
    found: list[tuple[Document, str, Money]] = [(i, i.customer, i.total) for i in billing.invoices]
    found += [(m, m.customer, -m.total) for m in billing.credit_memos]
    found += [(p, p.customer, -p.amount) for p in billing.payments]
    found += [(i, i.customer, -i.amount) for i in billing.identifications]
    found += [(d, d.customer, -d.amount) for d in billing.deductions]
    found += [(x, x.customer, x.amount if x.side == "given" else -x.amount) for x in billing.exchanged]
    found += [(r, r.customer, r.amount) for r in billing.reversals if r.to != "unapplied cash"]
    found += [(r, r.customer, r.amount) for r in billing.refunds]
    found += [(w, w.customer, -w.amount) for w in billing.write_offs]
    found += [(r, r.customer, r.amount) for r in billing.recoveries]
    found += [(a, a.customer, -a.amount) for a in billing.applications if _won_back(snapshot, a.payment, a.number)]
    yield from ((document, document.posting_date, amount) for document, whose, amount in found if whose == customer)


def _won_back(snapshot: Snapshot, payment: str, application: str) -> bool:
    """Whether an application is of money that a card network gave back: the payment is there again."""
    made = [a for a in snapshot.billing.applications if a.payment == payment and not a.from_unapplied]
    return any(a.number == application for a in made[1:])
