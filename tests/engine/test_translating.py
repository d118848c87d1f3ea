"""What people write by hand in a foreign currency, worth in the currency of the books."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_exchanging import abroad, rate

from engine.book import Book, run
from engine.ledger.journaling import approve, journalize, prepare
from engine.model.journal import JournalEntry, LedgerAccount
from engine.model.manual import ManualDraft, ManualLine
from engine.model.money import Money
from engine.refusals import Refused
from tests.engine.controllers import day

OWED = LedgerAccount(code="2", name="Owed", type="liability", role="monetary")
AHEAD = LedgerAccount(code="3", name="Paid ahead", type="asset", role="other")
SPENT = LedgerAccount(code="4", name="Spent", type="expense", role="other")


def books(*figures: tuple[str, str], realized: bool = True) -> Book:
    book = abroad(*(rate(figure, on=day(on)) for on, figure in figures)).book
    kept = [one for one in book.company.accounts if realized or one.name != "Realized"]
    book.company = replace(book.company, accounts=(*kept, OWED, AHEAD, SPENT))
    return book


def post(book: Book, on: str, *lines: tuple[str, int], currency: str = "EUR") -> dict[str, int]:
    """What each account gets, in the smallest unit of the books."""
    name = f"{on} {len(book.all(JournalEntry))}"
    written = tuple(ManualLine(account=account, amount=Money(minor, currency)) for account, minor in lines)
    prepare(book, ManualDraft(name=name, preparer="Ann", on=day(on), lines=written), day(on))
    approve(book, name, "Bob", day(on))
    (entry,) = (found for found in run((journalize,), book, day(on)) if isinstance(found, JournalEntry))
    return {line.account: line.booked.minor for line in entry.lines}


@given(some.integers(1, 10**6), some.integers(1, 10**6), some.integers(1, 300), some.integers(1, 300))
@settings(max_examples=40, deadline=None)
def test_what_comes_and_goes_leaves_nothing_but_what_is_realized(one: int, two: int, first: int, second: int) -> None:
    """Two debts at one rate, paid in two parts at another: nothing is owed in either currency, the books balance."""
    book = books(("01-05", f"{first / 100:.2f}"), ("01-20", f"{second / 100:.2f}"))
    post(book, "01-05", ("Spent", one), ("Owed", -one))
    post(book, "01-05", ("Spent", two), ("Owed", -two))
    for part in (one, two):
        entry = post(book, "01-20", ("Owed", part), ("Cash", -part))
        assert sum(entry.values()) == 0
    assert book.tallied("by hand", "NW", "Owed", "EUR", "") == 0
    assert book.tallied("by hand worth", "NW", "Owed", "EUR", "") == 0


def test_what_is_paid_ahead_hands_its_rate_on_and_more_than_stands_has_the_days() -> None:
    book = books(("01-05", "1.50"), ("01-20", "1.60"))
    assert post(book, "01-05", ("Paid ahead", 100), ("Cash", -100)) == {"Paid ahead": 150, "Cash": -150}
    assert post(book, "01-20", ("Spent", 40), ("Paid ahead", -40)) == {"Spent": 60, "Paid ahead": -60}
    assert post(book, "01-20", ("Spent", 70), ("Paid ahead", -70)) == {"Spent": 112, "Paid ahead": -112}


def test_what_is_paid_ahead_and_comes_back_as_money_is_realized() -> None:
    book = books(("01-05", "1.50"), ("01-20", "1.60"))
    post(book, "01-05", ("Paid ahead", 100), ("Cash", -100))
    assert post(book, "01-20", ("Cash", 100), ("Paid ahead", -100)) == {
        "Cash": 160,
        "Paid ahead": -150,
        "Realized": -10,
    }


def test_what_rounding_leaves_over_stays_with_income_and_expense() -> None:
    book = books(("01-05", "1.50"))
    found = post(book, "01-05", ("Spent", 1), ("Cash", 1), ("Owed", -1), ("Paid ahead", -1))
    assert sum(found.values()) == 0
    assert "Realized" not in found


def test_the_currency_of_the_books_and_one_without_any_rate_are_left_as_they_are() -> None:
    book = books(("01-05", "1.50"))
    assert post(book, "01-05", ("Spent", 7), ("Owed", -7), currency="USD") == {"Spent": 7, "Owed": -7}
    assert post(book, "01-05", ("Spent", 7), ("Owed", -7), currency="GBP") == {"Spent": 7, "Owed": -7}


def test_nothing_is_realized_without_an_account_for_it() -> None:
    book = books(("01-05", "1.50"), ("01-20", "1.60"), realized=False)
    post(book, "01-05", ("Spent", 100), ("Owed", -100))
    with pytest.raises(Refused, match="the chart has no account for realized exchange difference"):
        post(book, "01-20", ("Owed", 100), ("Cash", -100))
