"""What the ledger has open of an invoice, on the days on which its parts are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from engine.model.installments import Installment
from engine.model.invoices import Invoice
from engine.model.open_items import OpenItem
from reports.systems.views import BillingView


def by_due_date(
    billing: BillingView,
    invoice: Invoice,
    minor: int,
    doubted: Mapping[int, int],
    items: Iterable[OpenItem],
    as_of: date,
) -> Iterable[tuple[date, int]]:
    """Where the ledger has so much open, in the smallest unit: what of it is due on each day, less what is doubted of it, by
    installment (counted from 1; 0: none is named). `items`: what billing has open of it; where that is another amount, the ledger
    lacks what settled the parts due last, or knows of more that settled those due first.
    """
    whole = _parts(billing, invoice, as_of)
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


def _parts(billing: BillingView, invoice: Invoice, as_of: date) -> list[Installment]:
    """The parts in which the invoice is due by its last payment plan or, without one that holds, as it was sent."""
    ends = {end.plan: end for end in billing.plan_ends if end.posting_date <= as_of}
    plans = [one for one in billing.payment_plans if one.invoice == invoice.number and one.posting_date <= as_of]
    end = ends.get(plans[-1].number) if plans else None
    if not plans or (end and end.outcome == "canceled"):
        return [*invoice.installments] or [Installment(due_date=invoice.due_date, amount=invoice.total)]
    last = end.event_date if end else date.max
    parts = [replace(part, due_date=min(part.due_date, last)) for part in plans[-1].parts]
    return [*parts, Installment(due_date=invoice.due_date, amount=plans[-1].settled)]


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
