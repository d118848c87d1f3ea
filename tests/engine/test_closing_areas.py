"""Areas close one by one, softly or hard, and what comes too late finds the first month that is open for it."""

import pytest
from controllers import company, day, month

from engine.book import Book
from engine.ledger.closing import area_closes, close, close_area, first_open, posting_day, reopen
from engine.model.areas import AREAS, Area, AreaClose, CloseKind, area_of, strictest
from engine.refusals import Refused

TODAY = day("06-30")


@pytest.fixture
def book() -> Book:
    return Book(company())


def shut(book: Book, area: Area, text: str, kind: CloseKind = "hard", *admits: str) -> AreaClose:
    (made,) = close_area(book, area, month(text), kind, admits, TODAY)
    return book.add(made)


def test_every_kind_of_document_belongs_to_one_area():
    kinds = ("invoice", "payout", "revenue", "manual journal", "allowance", "anything else")
    found = [area_of(kind) for kind in kinds]
    assert found == ["receivables", "cash", "revenue", *3 * ["general ledger"]]
    assert set(found) == set(AREAS)


def test_a_hard_close_of_an_area_moves_what_belongs_to_it_and_nothing_else(book):
    made = shut(book, "receivables", "03")
    assert made.number == "CLOSE-2026-03-receivables"
    assert first_open(book, day("01-10"), "NW", "invoice") == day("04-01")
    assert first_open(book, day("04-10"), "NW", "invoice") == day("04-10")
    assert first_open(book, day("01-10"), "NW", "revenue") == day("01-10")


def test_a_soft_close_lets_in_whom_it_names_until_a_hard_one_covers_it(book):
    shut(book, "general ledger", "01", "soft", "Controller")
    shut(book, "general ledger", "02", "soft", "Group CFO", "allowance")
    assert first_open(book, day("02-10"), "NW", "manual journal", "Accountant") == day("03-01")
    assert first_open(book, day("02-10"), "NW", "manual journal", "group cfo") == day("02-10")
    assert first_open(book, day("02-10"), "NW", "allowance") == day("02-10")
    # The latest soft close decides for the months before it too.
    assert first_open(book, day("01-10"), "NW", "manual journal", "Controller") == day("03-01")
    hard = shut(book, "general ledger", "01")
    assert strictest(area_closes(book, "NW", "general ledger"), month("01")) == hard
    assert first_open(book, day("01-10"), "NW", "manual journal", "Group CFO") == day("02-01")


def test_behind_a_hard_close_the_softly_closed_months_still_let_in(book):
    shut(book, "general ledger", "03", "soft", "Controller")
    shut(book, "general ledger", "01")
    assert first_open(book, day("01-10"), "NW", "manual journal", "Controller") == day("02-01")
    assert first_open(book, day("01-10"), "NW", "manual journal", "Ann") == day("04-01")


def test_a_second_close_of_the_area_has_a_number_of_its_own(book):
    shut(book, "cash", "01", "soft")
    assert shut(book, "cash", "01").number == "CLOSE-2026-01-cash-2"


def test_what_cannot_be_closed_is_refused(book):
    shut(book, "cash", "01")
    for area, text, kind, admits, why in (
        ("cash", "01", "soft", ("Ann",), "the cash of January 2026 is closed already"),
        ("revenue", "01", "hard", ("Ann",), "a hard close lets nobody post, not even Ann"),
        ("revenue", "07", "hard", (), "it ends on 31 July 2026"),
    ):
        with pytest.raises(Refused, match=why):
            close_area(book, area, month(text), kind, admits, TODAY)
    list(map(book.add, close(book, month("02"), TODAY)))
    with pytest.raises(Refused, match="the revenue of February 2026 is closed already"):
        close_area(book, "revenue", month("02"), "soft", ("Ann",), TODAY)


def test_a_company_that_posts_nothing_late_says_what_is_closed(book):
    shut(book, "revenue", "01")
    object.__setattr__(book.company.policies, "late_posting", "refused")
    with pytest.raises(Refused, match="R-1 belongs to January 2026, whose revenue is closed"):
        posting_day(book, day("01-10"), "R-1", "NW", "revenue")
    assert posting_day(book, day("01-10"), "I-1", "NW", "invoice") == day("01-10")


def test_an_area_opens_again_by_itself_and_the_whole_with_all_of_them(book):
    shut(book, "cash", "01")
    shut(book, "cash", "02")
    shut(book, "revenue", "02")
    (again,) = reopen(book, month("02"), "Ann", "Bob", "cut-off", TODAY, "cash")
    book.add(again)
    assert (again.area, again.undone) == ("cash", ("CLOSE-2026-02-cash",))
    assert [one.number for one in area_closes(book, "NW")] == ["CLOSE-2026-01-cash", "CLOSE-2026-02-revenue"]
    with pytest.raises(Refused, match="the cash of February 2026 is not closed"):
        reopen(book, month("02"), "Ann", "Bob", "cut-off", TODAY, "cash")
    list(map(book.add, reopen(book, month("01"), "Ann", "Bob", "cut-off", TODAY)))
    assert area_closes(book, "NW") == ()


def test_an_area_of_a_month_closed_as_a_whole_opens_with_the_whole(book):
    list(map(book.add, close(book, month("01"), TODAY)))
    with pytest.raises(Refused, match="January 2026 is closed as a whole; reopen it, not its cash alone"):
        reopen(book, month("01"), "Ann", "Bob", "cut-off", TODAY, "cash")
