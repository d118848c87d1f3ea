"""What is due and not billed, each cause by itself, and figures of which fakes make no error on their own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from engine.model.catalog import Charge
from engine.model.checklist import business_days
from engine.model.journal import Rejection
from engine.model.orders import OrderLine
from engine.model.usage import Usage
from reports.close.key_figure import percent
from reports.close.report import close_report
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import JANUARY, MARCH, contract, dated, day, month, usd

SEAT = Charge(name="Seat", kind="recurring", model="per unit")


def figures(books: Books) -> dict[str, tuple[Any, ...]]:
    (only,) = close_report(books.stack(), MARCH)
    (table,) = [section.table for section in only.sections if section.title == "Key figures"]
    assert table
    return {str(row[0]): row[1:5] for row in table.rows}


def leaking(books: Books) -> dict[str, tuple[Any, ...]]:
    return {name: row[1:4] for name, row in figures(books).items() if name.startswith("Revenue leakage")}


def amended(books: Books, cause: str) -> None:
    books.amendments[0] = replace(books.amendments[0], cause=cause)


def used(books: Books, _: str) -> None:
    books.amendments.clear()
    reading: dict[str, Any] = {
        "customer": "Globex",
        "contract": "C-1",
        "line": "1",
        "product": "Calls",
        "charge": "Calls",
    }
    books.usage.append(Usage(number="U-1", **dated(day(3, 10)), **reading, quantity=5))


@pytest.mark.parametrize(
    ("cause", "happens", "named"),
    [
        ("upsell", amended, "change not billed"),
        ("renewal", amended, "renewal or uplift not billed"),
        ("cancellation", amended, "service after cancellation"),
        ("usage", used, "usage not billed"),
    ],
)
def test_a_hundred_due_and_not_billed_are_put_down_to_what_happened_to_the_contract(
    cause: str, happens: Any, named: str
) -> None:
    books, before = agreeing(), sum(agreeing().due.values())
    happens(books, cause)
    books.due["C-1"] += 10000
    whole = f"{(before + 10000) / 100:,.2f} USD"
    told = ("100.00 USD", whole, "C-1")
    assert leaking(books) == {"Revenue leakage": told, f"Revenue leakage, {named}": told}


def test_a_contract_without_any_invoice_is_not_billed_at_all() -> None:
    books = agreeing()
    books.contracts.append(contract("C-9", "Umbrella", "O-9"))
    books.due["C-9"] = books.whole["C-9"] = 5000
    assert leaking(books)["Revenue leakage, contract not billed"][::2] == ("50.00 USD", "C-9")


def test_two_causes_stand_apart_and_add_up() -> None:
    books = agreeing()
    books.contracts.append(contract("C-9", "Umbrella", "O-9"))
    books.due["C-9"] = books.whole["C-9"] = 5000
    books.due["C-1"] += 10000
    assert {name: row[0] for name, row in leaking(books).items()} == {
        "Revenue leakage": "150.00 USD",
        "Revenue leakage, change not billed": "100.00 USD",
        "Revenue leakage, contract not billed": "50.00 USD",
    }


def test_tax_that_the_ledger_does_not_owe_stands_beside() -> None:
    books = agreeing()
    books.drop("NW-000004")
    found = figures(books)["Tax not collected or not owed"]
    assert (found[1], found[3]) == ("10.32 USD", "NW-000004")
    assert "Tax not collected or not owed" not in figures(agreeing())


def test_what_was_tried_again_is_one_exception() -> None:
    once: dict[str, Any] = {"event": "EV-1", "type": "contract signed", "system": "billing", "sentence": "no"}
    books = agreeing()
    for on in (day(3, 10), day(3, 11), day(3, 12)):
        books.billing_exceptions.append(Rejection(subject="O-7", customer="Globex", on=on, **once))
    rate = figures(books)["Billing exception rate"]
    # Three attempts at one order: 1 beside the month's invoices.
    assert (rate[1], rate[3]) == ("1", "O-7")


def test_errors_of_schedules_that_cancel_do_not_net() -> None:
    # 100.00 too much and 100.00 too little are 200.00 wrong.
    books, fine = agreeing(), figures(agreeing())["Revenue schedule accuracy"]
    assert fine[0] == "100.0%"
    books.revenue += [month("C-1", "Globex", JANUARY, 0, 10000), month("C-3", "Initech", JANUARY, 10000, 0)]
    found = figures(books)["Revenue schedule accuracy"]
    scheduled = sum(row.scheduled.minor for row in books.revenue if row.period <= MARCH)
    assert found[1:3] == (f"{(scheduled - 20000) / 100:,.2f} USD", f"{scheduled / 100:,.2f} USD")
    assert found[3] == "C-1, C-3"


def test_figures_follow_the_formulas() -> None:
    assert (percent(1, 8), percent(-1, 3), percent(1, 0)) == ("12.5%", "-33.3%", "none")
    # 30 January 2026 is a Friday: Monday and Tuesday follow.
    assert (business_days(day(1, 30), day(2, 3)), business_days(day(1, 30), day(1, 30))) == (2, 0)


@pytest.mark.parametrize(("price", "net", "lost"), [(8, 80000, "200.00 USD"), (0, 0, "1,000.00 USD")])
def test_an_invoice_below_the_price_that_was_signed_leaks_the_difference(price: int, net: int, lost: str) -> None:
    # 100 seats signed at 10.00 and billed at 8.00 in January: 800.00 for 1,000.00; or at nothing.
    books = agreeing()
    books.amendments.clear()
    line = OrderLine(
        id="L1", product="Platform seat", plan="", charge=SEAT, quantity=100, price=Decimal(10), per_months=1
    )
    books.orders = [replace(one, lines=(line,)) if one.kind == "new" else one for one in books.orders]
    invoice = next(one for one in books.invoices if one.number == "NW-000001")
    (billed,) = invoice.lines
    cheap = replace(invoice, lines=(replace(billed, quantity=100, price=Decimal(price), net=usd(net)),))
    dear = [replace(one, lines=tuple(replace(each, price=Decimal(10)) for each in one.lines)) for one in books.invoices]
    books.invoices = [cheap if one.number == "NW-000001" else one for one in dear]
    assert leaking(books)["Revenue leakage, wrong price"][::2] == (lost, "NW-000001")
