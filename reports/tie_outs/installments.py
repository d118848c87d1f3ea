"""What the ledger has open of an invoice, on the days on which its parts are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from engine.model.invoices import Invoice
from engine.model.open_items import OpenItem


def by_due_date(
    invoice: Invoice, items: Iterable[OpenItem], minor: int, doubted: Mapping[int, int]
) -> Iterable[tuple[date, int]]:
    """Where the ledger has so much open, in the smallest unit: what of it is due on each day, less what is doubted of it, by
    installment (counted from 1; 0: none is named). `items`: what billing has open of it; where that is another amount, the ledger
    lacks what settled the parts due last, or knows of more that settled those due first.
    """
    due = invoice.due_dates
    most, open_ = Counter(dict.fromkeys(due, 0)), Counter(dict.fromkeys(due, 0))
    for day, amount in zip(due, [part.amount for part in invoice.installments] or [invoice.total], strict=True):
        most[day] += amount.minor
    for item in items:
        open_[item.due_date] += item.open.minor
    _move(open_, most, minor - open_.total())
    for named, lost in doubted.items():
        _lessen(open_, lost, [*due[named - 1 : named], *reversed(due)] if named else [*reversed(due)])
    return open_.items()


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
