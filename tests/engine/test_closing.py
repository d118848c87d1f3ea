"""Closed periods stay as they are."""

import pytest
from controllers import Story, company, day, month

from engine.book import Book
from engine.ledger.closing import close, closed_through, first_open, reopen
from engine.ledger.general_ledger import entries_of, journal
from engine.model.calendar import AccountingPeriod
from engine.model.journal import PeriodClose, digest
from engine.refusals import Refused


def shut(story: Story, text: str) -> list[PeriodClose]:
    return [story.book.add(made) for made in close(story.book, month(text), story.today)]


@pytest.fixture
def story() -> Story:
    story = Story()
    story.signs(every=1)
    return story.until("03-31")


def test_a_period_closes_on_its_last_day_with_every_open_one_before_it(story):
    closes = shut(story, "03")
    assert [(made.number, str(made.period), made.entries, made.run) for made in closes] == [
        ("CLOSE-2026-01", "January 2026", 2, 1),
        ("CLOSE-2026-02", "February 2026", 2, 1),
        ("CLOSE-2026-03", "March 2026", 2, 1),
    ]
    assert {made.entity for made in closes} == {"NW"}
    assert closed_through(story.book) == month("03")
    assert [str(made.period) for made in shut(story.until("04-30"), "04")] == ["April 2026"]


def test_a_period_without_entries_closes_too():
    story = Story("01-31")
    assert [(made.entries, made.hash) for made in shut(story, "01")] == [(0, digest([]))]


def test_a_period_is_not_closed_before_its_last_day(story):
    with pytest.raises(Refused, match="April 2026 cannot be closed on 31 March 2026: it ends on 30 April 2026"):
        close(story.book, month("04"), story.today)


@pytest.mark.parametrize("again", ["02", "03"])
def test_a_closed_period_is_not_closed_again(story, again):
    shut(story, "03")
    with pytest.raises(Refused, match="is closed already"):
        close(story.book, month(again), story.today)


def test_a_day_in_an_open_period_is_its_own_posting_date(story):
    assert first_open(story.book, day("01-10")) == day("01-10")
    shut(story, "03")
    assert first_open(story.book, day("01-10")) == first_open(story.book, day("03-31")) == day("04-01")
    assert first_open(story.book, day("04-10")) == day("04-10")


def test_the_hash_of_a_closed_month_stays_whatever_comes_later(story):
    made = shut(story, "03")[-1]
    entries = journal(story.book, month("03").start, month("03").end)
    assert made.hash == digest(entries)
    story.concedes("NW-000002", "10")
    story.until("05-31")
    assert digest(entries_of(story.book, "2026-03")) == made.hash
    assert digest(reversed(entries)) != made.hash
    assert AccountingPeriod.of(story.entries()[-1].posting_date) > month("03")


def test_only_standing_closes_close_and_each_reopening_is_a_run_more() -> None:
    book = Book(company())
    for _ in range(2):
        list(map(book.add, close(book, month("02"), day("03-01"))))
        list(map(book.add, reopen(book, month("02"), "Ann", "Bob", "cut-off", day("03-02"))))
        assert closed_through(book) is None
    assert [(made.number, made.run) for made in book.all(PeriodClose)] == [
        ("CLOSE-2026-02", 1),
        ("CLOSE-2026-02-2", 2),
    ]


def test_nothing_is_reopened_alone_nor_what_is_open() -> None:
    book = Book(company())
    with pytest.raises(Refused, match="Ann asks to reopen"):
        reopen(book, month("02"), "Ann", "Ann", "cut-off", day("03-02"))
    with pytest.raises(Refused, match="February 2026 is not closed"):
        reopen(book, month("02"), "Ann", "Bob", "cut-off", day("03-02"))
