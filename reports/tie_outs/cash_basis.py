"""Tax that is due when paid: what documents say is not yet due, invoice by invoice, beside the account it stands on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from engine.model.close import Reconciliation
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.money import Money, rounded
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Ledger, control, reconcile
from reports.tie_outs.movements import Movement

HELD = "tax on hold"
# An event of an invoice: on its day what changes of its total, of what is paid of it, and of its tax by code.
_Event = tuple[Document, str, int, int, dict[str, int]]


def cash_basis_reconciliations(ledger: Ledger) -> Iterator[Reconciliation]:
    """Tax not yet due = tax invoiced less what of it is paid, where the ledger keeps any apart (handbook 4.15)."""
    if any(True for _ in ledger.lines([HELD])):
        yield from reconcile(ledger, control("Tax not yet due", HELD, -1, not_yet_due))


def not_yet_due(snapshot: Snapshot) -> Iterator[Movement]:
    """What each document changes of it, in the order of their days."""
    for invoice, events in _by_invoice(snapshot):
        for document, day, minor in _moves(events, snapshot):
            yield Movement(document, invoice.entity, invoice.customer, day, Money(minor, invoice.currency))


def _by_invoice(snapshot: Snapshot) -> Iterator[tuple[Invoice, list[_Event]]]:
    """Every invoice, those taken over from an old system included, with what changed of it."""
    old = (invoice for made in snapshot.billing.takeovers for invoice in made.invoices)
    found: dict[str, list[_Event]] = defaultdict(list)
    for event in _events(snapshot):
        found[event[1]].append(event)
    for invoice in (*old, *snapshot.billing.invoices):
        yield invoice, found[invoice.number]


def standing(snapshot: Snapshot, when_paid: bool) -> Iterator[dict[str, object]]:
    """By tax what is left of what was charged at the end of the snapshot's day, what of it is due to the authority, and what
    is not yet, where tax is due `when_paid`. What falls with a discount or a loss falls on an invoice's taxes alike."""
    charged, held = defaultdict[tuple[str, str], int](int), defaultdict[tuple[str, str], int](int)
    for invoice, events in _by_invoice(snapshot):
        taxes, left = _left([event for event in events if event[0].posting_date <= snapshot.as_of])
        waits = {code: tax - rounded(tax * (1 - left), snapshot.rounding) for code, tax in taxes.items()}
        for sums, found in ((charged, taxes), (held, waits if when_paid else {})):
            for code, minor in _spread(found, invoice.currency).items():
                sums[code, invoice.currency] += minor
    for (code, currency), minor in sorted(charged.items()):
        waiting = Money(held[code, currency], currency)
        yield {
            "tax": code,
            "charged": Money(minor, currency),
            "due": Money(minor, currency) - waiting,
            "not yet due": waiting,
        }


def _left(events: list[_Event]) -> tuple[dict[str, int], Fraction]:
    """An invoice's taxes by code, and the part of it that is not paid."""
    gross, paid = sum(event[2] for event in events), sum(event[3] for event in events)
    taxes: dict[str, int] = defaultdict(int)
    for event in events:
        for code, minor in event[4].items():
            taxes[code] += minor
    return taxes, Fraction(gross - min(paid, gross), gross) if gross > 0 else Fraction(0)


def _spread(amounts: dict[str, int], currency: str) -> dict[str, int]:
    """What names no tax falls on those that are named, in proportion."""
    found = {code: minor for code, minor in amounts.items() if code}
    if (nameless := amounts.get("", 0)) and any(found.values()):
        parts = Money(nameless, currency).allocate([abs(minor) for minor in found.values()])
        return {code: minor + part.minor for (code, minor), part in zip(found.items(), parts, strict=True)}
    return found


def _moves(events: list[_Event], snapshot: Snapshot) -> Iterator[tuple[str, date, int]]:
    gross = paid = before = 0
    taxes: dict[str, int] = defaultdict(int)
    for document, _, more, came, taxed in sorted(events, key=lambda event: event[0].posting_date):
        gross, paid = gross + more, paid + came
        for code, minor in taxed.items():
            taxes[code] += minor
        left = Fraction(gross - min(paid, gross), gross) if gross > 0 else Fraction(0)
        held = sum(tax - rounded(tax * (1 - left), snapshot.rounding) for tax in taxes.values())
        yield document.number, document.posting_date, held - before
        before = held


def _events(snapshot: Snapshot) -> Iterator[_Event]:
    billing = snapshot.billing
    for made in billing.takeovers:
        settled = [part for applied in made.applications for part in applied.settlements]
        for old in made.invoices:
            before = sum(part.amount.minor for part in settled if part.invoice == old.number)
            yield made, old.number, old.total.minor, before, _by_code(line.by_tax for line in old.lines)
    for invoice in billing.invoices:
        yield invoice, invoice.number, invoice.total.minor, 0, _by_code(line.by_tax for line in invoice.lines)
    for memo in billing.credit_memos:
        for line in memo.lines:
            back = {code: -minor for code, minor in _by_code([line.by_tax]).items()}
            yield memo, line.invoice, -line.total.minor, 0, back
        yield from ((memo, part.invoice, -part.amount.minor, 0, {}) for part in memo.roundings)
    for paid in billing.applications:
        yield from ((paid, part.invoice, 0, part.amount.minor, {}) for part in paid.settlements)
    for used in billing.credit_uses:
        yield from ((used, part.invoice, 0, part.amount.minor, {}) for part in used.settlements)
    for undone in billing.reversals:
        yield from ((undone, part.invoice, 0, -part.amount.minor, {}) for part in undone.settlements)
    for kept in billing.deductions:
        yield kept, kept.invoice, 0, kept.amount.minor, {"": -kept.tax.minor}
    for lost in billing.write_offs:
        yield lost, lost.invoice, -lost.amount.minor, 0, {"": -lost.tax_relief.minor}
    for came in billing.recoveries:
        yield came, came.invoice, came.amount.minor, came.amount.minor, {"": came.tax.minor}
    for again in billing.reinstatements:
        yield again, again.invoice, again.amount.minor, 0, {"": again.tax.minor}
    for claim in billing.relief_claims:
        yield claim, claim.invoice, 0, 0, {"": -claim.amount.minor}


def _by_code(taxes: Iterator[object] | list[object]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for by_tax in taxes:
        for tax in by_tax:  # type: ignore[attr-defined]  # the taxes of a line
            found[tax.tax] += tax.amount.minor
    return dict(found)
