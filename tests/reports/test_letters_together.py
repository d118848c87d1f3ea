"""Letters that go on one sheet: what the customer reads, and where each of them is filed."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from engine.model.invoices import Invoice
from engine.model.payments import Letter
from engine.receivables.presenting import printed
from reports.papers.posted import letters, sheets
from tests.engine.debtors import Ledger


def reminded(**policies: str) -> Any:
    ledger = Ledger(**policies)
    ledger.invoice("100", percent=0)
    ledger.invoice("200.50", percent=0)
    ledger.live("04-10")
    book = ledger.book
    billing = SimpleNamespace(letters=book.all(Letter), invoices=book.all(Invoice), printed=tuple(printed(book)))
    return SimpleNamespace(billing=billing)


def test_one_sheet_lists_the_invoices_and_asks_for_all_of_them() -> None:
    [(number, sheet)] = letters(reminded(dunning_letters="one a customer and level")).items()
    assert number == "L-NW-000001-1"
    assert [(line["invoice"], str(line["open"])) for line in sheet["lines"]] == [
        ("NW-000001", "100.00 USD"),
        ("NW-000002", "200.50 USD"),
    ]
    assert sheet["text"].startswith("300.50 USD of the invoices below were due and have not reached us. Please pay")
    assert str(sheet["open"]) == "300.50 USD"


def test_a_sheet_of_its_own_names_its_invoice() -> None:
    found = letters(reminded())
    assert list(found) == ["L-NW-000001-1", "L-NW-000002-1"]
    assert found["L-NW-000002-1"]["text"].startswith("200.50 USD of invoice NW-000002 were due on 31 March 2026")


def test_letters_of_systems_that_know_no_sheets_are_each_one() -> None:
    sent = reminded().billing.letters
    bare = [replace(one, sheet="") for one in sent]
    assert [sheet.number for sheet in sheets(bare)] == ["L-NW-000001-1", "L-NW-000002-1"]
