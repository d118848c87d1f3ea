"""A book to try something in reads what is behind it and writes nothing there; what it costs does not grow with that book."""

from dataclasses import replace
from datetime import date

import pytest
from sellers import Seller, sold
from test_forecasting import of_quote

from engine.billing import previewing
from engine.book import Book
from engine.contracts import forecasting
from engine.model.contracts import Amendment, Contract
from engine.model.invoices import Invoice
from engine.model.orders import ChangeQuantity
from engine.model.transfers import Assign
from engine.trying import Trial, contracts_of


def with_contracts(count: int) -> Seller:
    """So many contracts of other customers beside the first."""
    seller = Seller()
    for _ in range(count):
        seller.signs(sold(price="9.99"), months=3)
    return seller


def test_what_is_tried_is_read_with_what_is_known_and_stays_unknown_there():
    seller = with_contracts(2)
    seller.book.tally(5, "owed", "a")
    dry = Trial(seller.book, ["C-1"])
    made = dry.add(replace(seller.book.get(Contract, "C-1"), number="C-9"))
    dry.tally(2, "owed", "a")
    assert [c.number for c in dry.all(Contract)] == ["C-1", "C-2", "C-9"]
    assert (dry.count(Contract), dry.find(Contract, "C-9"), dry.get(Contract, "C-2").number) == (3, made, "C-2")
    assert (dry.has(Contract, "C-9"), dry.tried(Contract), dry.tallied("owed", "a")) == (True, (made,), 7)
    assert dry.count_about(Contract, "customer", "Globex") == 3
    assert (seller.book.count(Contract), seller.book.tallied("owed", "a")) == (2, 5)
    with pytest.raises(AssertionError, match="C-1 is written twice"):
        dry.add(seller.book.get(Contract, "C-1"))
    with pytest.raises(KeyError):
        dry.get(Contract, "C-10")


def test_the_days_of_other_contracts_are_not_lived():
    seller = with_contracts(2)
    assert seller.book.agenda.about(["C-2"]).on(date(2026, 2, 1), "bill") == ("C-2",)
    assert seller.book.agenda.about(None).on(date(2026, 2, 1), "bill") == ("C-1", "C-2")


def test_a_customer_has_what_they_signed_and_what_they_took_over():
    seller = with_contracts(2)
    seller.changes(Assign(customer="Initech"), on="2026-01-15", contract="C-2")
    assert contracts_of(seller.book, "Globex") == ["C-1", "C-2"]
    assert contracts_of(seller.book, "Initech") == ["C-2"]
    seller.book.survivors["Initech"] = "Hooli"
    assert contracts_of(seller.book, "Hooli") == ["C-2"]


def looked_up(monkeypatch: pytest.MonkeyPatch, count: int) -> int:
    """How many documents are handed out while a change of one of so many contracts is previewed."""
    seller, seen = with_contracts(count), 0
    about = Book.about

    def counted(self, *key):
        nonlocal seen
        found = about(self, *key)
        seen += len(found)
        return found

    order = of_quote(seller, ChangeQuantity(product="Seat", delta=1), date(2026, 1, 16))
    with monkeypatch.context() as patched:
        patched.setattr(Book, "about", counted)
        patched.setattr(Book, "all", lambda self, kind: pytest.fail(f"every {kind.__name__} is read"))
        assert len(forecasting.forecast(seller.book, order, seller.today).lines) == 1
    return seen


def test_a_preview_reads_as_much_of_a_large_book_as_of_a_small_one(monkeypatch):
    assert looked_up(monkeypatch, 1) == looked_up(monkeypatch, 12)


def test_nothing_is_written_by_any_preview():
    seller = with_contracts(1)
    before = seller.book.count(Invoice), seller.book.count(Amendment), seller.book.agenda.next_after(seller.today)
    previewing.preview(seller.book, "Globex", seller.today, date(2026, 3, 1))
    forecasting.forecast(
        seller.book, of_quote(seller, ChangeQuantity(product="Seat", delta=1), date(2026, 2, 1)), seller.today
    )
    assert (seller.book.count(Invoice), seller.book.count(Amendment)) == before[:2]
    assert seller.book.agenda.next_after(seller.today) == before[2]
