"""What the ledger has open of an invoice, on the days on which its parts are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from engine.model.installments import Installment
from engine.model.invoices import Invoice
from engine.model.open_items import OpenItem
from engine.model.plans import PaymentPlan, PlanEnd
from reports.systems.views import BillingView


def planned_parts(billing: BillingView, as_of: date) -> dict[str, list[Installment]]:
    """By invoice, the parts in which it is due by the last payment plan of it that holds on that day."""
    ends = {end.plan: end for end in billing.plan_ends if end.posting_date <= as_of}
    latest = {plan.invoice: plan for plan in billing.payment_plans if plan.posting_date <= as_of}
    due = {invoice.number: invoice.due_date for invoice in billing.invoices} if latest else {}
    found = {number: _parts(plan, ends.get(plan.number)) for number, plan in latest.items()}
    return {
        number: [*parts, Installment(due_date=due[number], amount=latest[number].settled)]
        for number, parts in found.items()
        if parts
    }


def by_due_date(
    whole: Sequence[Installment], minor: int, doubted: Mapping[int, int], items: Iterable[OpenItem]
) -> Iterable[tuple[date, int]]:
    """Where the ledger has so much open, in the smallest unit, of what is due in these parts: what of it is due on each day, less
    what is doubted of it, by installment (counted from 1; 0: none is named). `items`: what billing has open of it; where that is
    another amount, the ledger lacks what settled the parts due last, or knows of more that settled those due first.
    """
    due = [part.due_date for part in whole]
    most, open_ = Counter(dict.fromkeys(due, 0)), Counter(dict.fromkeys(due, 0))
    for day, amount in ((part.due_date, part.amount) for part in whole):
        most[day] += amount.minor
    for item in items:
        open_[item.due_date] += item.open.minor
    _move(open_, most, minor - open_.total())
    for named, lost in doubted.items():
        _lessen(open_, lost, [*due[named - 1 : named], *reversed(due)] if named else [*reversed(due)])
    return open_.items()


def as_sent(invoice: Invoice) -> Sequence[Installment]:
    """The parts in which an invoice is due as it was sent; one where it is due at once."""
    return invoice.installments or (Installment(due_date=invoice.due_date, amount=invoice.total),)


def _parts(plan: PaymentPlan, end: PlanEnd | None) -> list[Installment]:
    if end and end.outcome == "canceled":
        return []
    last = end.event_date if end else date.max
    return [replace(part, due_date=min(part.due_date, last)) for part in plan.parts]


def _move(open_: Counter[date], most: Counter[date], more: int) -> None:
    for day in [*reversed(open_)] if more > 0 else [*open_]:
        step = max(-open_[day], min(more, most[day] - open_[day]))
        open_[day] += step
        more -= step
    open_[min(open_)] += more  # what no part of it explains


def _lessen(open_: Counter[date], lost: int, order: Iterable[date]) -> None:
    for day in order:
        step = max(min(lost, open_[day]), 0)
        open_[day] -= step
        lost -= step
