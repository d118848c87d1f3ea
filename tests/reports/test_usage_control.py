"""From meter to invoice: what billing says it billed is held against the readings, rated anew by the rule of the charge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge, Counting
from engine.model.orders import OrderLine
from engine.model.usage import Usage
from reports.close.counted import rated
from reports.close.metered import TITLE
from reports.close.report import close_report
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import MARCH, dated, day

CALLS = Charge(name="Calls", kind="usage", model="per unit")
DAYS = ServicePeriod(day(3, 1), day(3, 10))


def reading(number: str, on: int, quantity: Any, **more: Any) -> Usage:
    own = {"customer": "Globex", "contract": "C-1", "line": "L1", "product": "Platform seat", "charge": "Calls"}
    return Usage(number=number, **dated(day(3, on)), **{**own, **more}, quantity=quantity)


def metered() -> Books:
    """Globex's line of seats as if it were a meter: its March invoice of 1 March bills 1 unit, and that of the 16th one more."""
    books = agreeing()
    line = OrderLine(
        id="L1", product="Platform seat", plan="", charge=CALLS, quantity=1, price=Decimal(1), per_months=0
    )
    books.contracts = [replace(one, lines=(line,)) if one.number == "C-1" else one for one in books.contracts]
    return books


def control(books: Books) -> list[tuple[Any, ...]]:
    (only,) = close_report(books.stack(), MARCH)
    return [row for s in only.sections if s.title == TITLE and s.table for row in s.table.rows]


def test_billing_that_bills_more_or_less_than_was_used_differs_with_the_documents_behind_it() -> None:
    books = metered()
    invoices = {one.number: one for one in books.invoices}
    line = invoices["NW-000003"].lines[0]
    billed = sum(i.lines[0].quantity for i in books.invoices if i.contract == "C-1")
    in_march = sum(i.lines[0].quantity for i in books.invoices if i.lines[0].billing_period == line.billing_period)
    books.usage = [replace(reading("U-1", 1, in_march + 4), event_date=day(2, 28))]
    (row,) = control(books)
    assert row[3:10] == (1, in_march + 4, in_march + 4, billed, 0, 0, 0)
    assert row[10] == in_march + 4 - billed
    assert "NW-000003" in row[11]
    assert "U-1" in row[11]


@pytest.mark.parametrize(
    ("how", "comes_to"),
    [
        ("sum", 15),
        ("sum ever", 22),
        ("highest", 9),
        ("latest", 2),
        ("latest ever", 2),
        ("average", Decimal("3.75")),
        ("95th percentile", 9),
        ("uses", 4),
        ("distinct", 2),
        # 7 all ten days, 9 from the 2nd, 3 and 1 from the 5th, 2 the last day: (70 + 81 + 24 + 2) / 10
        ("by time", Decimal("17.7")),
    ],
)
def test_readings_come_to_a_quantity_by_the_rule_of_their_charge(how: Counting, comes_to: Any) -> None:
    earlier = replace(reading("U-0", 1, 7), effective_date=day(2, 3))
    quantities = ((2, 9, "a"), (5, 3, "b"), (5, 1, "a"), (10, 2, "b"))
    own = [reading(f"U-{at}", on, quantity, subject=who) for at, (on, quantity, who) in enumerate(quantities, 1)]
    assert rated(replace(CALLS, counted=how), own, [earlier, *own], DAYS) == comes_to
