"""The close checklist: by its owner, after what it waits for, once."""

from dataclasses import replace

import pytest
from controllers import company, day, month

from engine.book import Book
from engine.ledger.checking_off import check_off, still_open
from engine.ledger.closing import close
from engine.model.checklist import CloseTask, business_days
from engine.refusals import Refused

TASKS = (CloseTask(name="cut off", owner="Ann"), CloseTask(name="review", owner="Bob", after=("cut off",), days=2))


@pytest.fixture
def book() -> Book:
    policies = replace(company().policies, close_checklist="must be done")
    return Book(replace(company(), close_tasks=TASKS, policies=policies))


def add(book, made):
    (one,) = made
    return book.add(one)


def test_a_task_is_done_by_its_owner_after_what_it_waits_for(book):
    with pytest.raises(Refused, match="waits for 'cut off', which is not done"):
        check_off(book, month("01"), "review", "Bob", None, day("02-03"))
    first = add(book, check_off(book, month("01"), "cut off", "Ann", None, day("02-03")))
    assert (first.number, first.started, first.days) == ("TASK-2026-01-01", day("02-03"), 1)
    with pytest.raises(Refused, match="which is done only on 3 February 2026"):
        check_off(book, month("01"), "review", "Bob", day("02-02"), day("02-03"))
    # Tuesday 3 to Monday 9 February: five business days.
    assert check_off(book, month("01"), "review", "Bob", day("02-03"), day("02-09"))[0].days == 5
    assert still_open(book, month("01"), "NW") == ["review"]
    assert still_open(book, month("02"), "NW") == ["cut off", "review"]


@pytest.mark.parametrize(
    ("task", "by", "started", "why"),
    [
        ("lunch", "Ann", "02-03", "the close checklist has no task 'lunch'"),
        ("cut off", "Bob", "02-03", "'cut off' is done by the Ann, not by the Bob"),
        ("cut off", "Ann", "02-04", "cannot begin on 4 February 2026 and be done on 3 February 2026"),
    ],
)
def test_anything_else_is_refused(book, task, by, started, why):
    with pytest.raises(Refused, match=why):
        check_off(book, month("01"), task, by, day(started), day("02-03"))


def test_nothing_is_done_twice(book):
    add(book, check_off(book, month("01"), "cut off", "Ann", None, day("02-03")))
    with pytest.raises(Refused, match="'cut off' of January 2026 is done already"):
        check_off(book, month("01"), "cut off", "Ann", None, day("02-04"))


def test_a_period_waits_for_its_checklist_where_the_company_says_so(book):
    add(book, check_off(book, month("01"), "cut off", "Ann", None, day("02-03")))
    with pytest.raises(Refused, match="January 2026 cannot be closed before its checklist is done; open: review"):
        close(book, month("01"), day("02-03"))
    add(book, check_off(book, month("01"), "review", "Bob", None, day("02-03")))
    assert [made.number for made in close(book, month("01"), day("02-03"))] == ["CLOSE-2026-01"]


def test_a_weekend_has_no_business_day():
    assert business_days(day("01-30"), day("02-01")) == 0
    assert business_days(day("01-30"), day("02-02")) == 1


def test_the_groups_task_waits_for_every_entity_and_holds_none_of_them_up(book):
    sister = replace(book.company.entity, code="DE", name="Northwind GmbH", prefix="DE")
    group = CloseTask(name="consolidate", owner="Ann", after=("review",), of_group=True)
    whole = Book(replace(book.company, other_entities=(sister,), close_tasks=(*TASKS, group)))
    for name, by in (("cut off", "Ann"), ("review", "Bob")):
        add(whole, check_off(whole, month("01"), name, by, None, day("02-03"), "NW"))
    with pytest.raises(
        Refused, match="'consolidate' of January 2026 waits for 'review' in the books of Northwind GmbH"
    ):
        check_off(whole, month("01"), "consolidate", "Ann", None, day("02-04"))
    assert still_open(whole, month("01"), "NW") == []
    for name, by in (("cut off", "Ann"), ("review", "Bob")):
        assert [one.entity for one in map(whole.add, check_off(whole, month("01"), name, by, None, day("02-04")))] == [
            "DE"
        ]
    assert [one.number for one in check_off(whole, month("01"), "consolidate", "Ann", None, day("02-04"))] == [
        "TASK-2026-01-03"
    ]
