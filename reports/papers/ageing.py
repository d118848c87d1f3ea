"""What customers owe by days past the original due date, each part of an invoice by its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from engine.model.money import Money, total
from engine.model.open_items import OpenItem

AGES = {"not due": 0, "1-30 days": 30, "31-60 days": 60, "61-90 days": 90, "over 90 days": None}
_BESIDE = ("in dispute", "unapplied")


def age_of(overdue: int) -> str:
    """The column of what is so many days past due; the due day itself is not overdue."""
    return next(age for age, most in AGES.items() if most is None or overdue <= most)


def ageing(
    items: Iterable[OpenItem], unapplied: Mapping[tuple[str, str], Money], day: date
) -> dict[tuple[str, str], dict[str, Money]]:
    """By customer and currency: what is open in each age, how much of that is in dispute, and unapplied cash beside it."""
    found: dict[tuple[str, str], dict[str, Money]] = {}
    for item in items:
        row = found.setdefault((item.customer, item.currency), _empty(item.currency))
        row[age_of((day - item.due_date).days)] += item.open
        row["in dispute"] += item.disputed
    for (customer, currency), cash in unapplied.items():
        found.setdefault((customer, currency), _empty(currency))["unapplied"] = cash
    return found


def overdue(items: Iterable[OpenItem], customer: str, currency: str, day: date) -> Money:
    """What of a customer's open invoices, and of their parts, was due before that day."""
    late = (item for item in items if (item.customer, item.currency) == (customer, currency) and item.due_date < day)
    return total((item.open for item in late), currency)


def _empty(currency: str) -> dict[str, Money]:
    return dict.fromkeys((*AGES, *_BESIDE), Money.zero(currency))
