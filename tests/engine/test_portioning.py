"""Accounting periods of whole weeks."""

from calendar import month_name, monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from controllers import company, day
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import Book
from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.fiscal import PATTERNS, WEEKDAYS, calendar_ending, days_of, fiscal_calendar, year_end
from engine.portioning import cut, own, period_called, period_end, period_of
from engine.refusals import Refused

WEEKS = fiscal_calendar("4-4-5", 2026, date(2025, 12, 28))


@settings(deadline=None, derandomize=True, max_examples=60, database=None)
@given(st.sampled_from(sorted(PATTERNS)), st.dates(date(2024, 1, 1), date(2025, 12, 31)), st.integers(-3000, 9000))
def test_every_day_is_in_one_period_and_periods_follow_each_other(weeks, begins, days):
    calendar = fiscal_calendar(weeks, 2025, begins)
    there = begins + timedelta(days=days)
    period = AccountingPeriod.of(there, calendar)
    assert period.start <= there <= period.end
    assert period.start.weekday() == begins.weekday()
    assert (period.end - period.start).days + 1 in (28, 35, 42)
    assert period.next.start == period.end + timedelta(days=1)
    assert period.next.previous == period
    assert AccountingPeriod(period.year, period.month, calendar) == period


def test_a_year_has_its_periods_and_no_other():
    with pytest.raises(ValueError, match="a fiscal year has 12 periods, and no period 13"):
        days_of(WEEKS, 2026, 13)
    with pytest.raises(ValueError, match="not weeks of a quarter: 6-4-3"):
        fiscal_calendar("6-4-3", 2026, date(2025, 12, 28))
    # A year that begins on 29 February begins near 28 February in others.
    assert days_of(fiscal_calendar("4-4-5", 2024, date(2024, 2, 29)), 2025, 1)[0] == date(2025, 2, 27)


@settings(deadline=None, derandomize=True, max_examples=40, database=None)
@given(st.sampled_from(["last", "nearest"]), st.sampled_from(WEEKDAYS), st.integers(1, 12), st.integers(-3000, 9000))
def test_years_that_end_by_a_rule_hold_every_day_once(which, weekday, month, days):
    stated = year_end(f"the {weekday} nearest to the end of {month_name[month]} 2025")
    calendar = calendar_ending("4-4-5", 2025, replace(stated, which=which))
    there = date(2025, 6, 1) + timedelta(days=days)
    period = AccountingPeriod.of(there, calendar)
    assert period.start <= there <= period.end
    assert period.next.start == period.end + timedelta(days=1)
    last = AccountingPeriod(period.year, 12, calendar).end
    month_end = date(last.year, month, monthrange(last.year, month)[1])
    assert last.weekday() == WEEKDAYS.index(weekday)
    # A year that ends near the end of December may end in the next January.
    assert which == "nearest" or timedelta(0) <= month_end - last < timedelta(7)
    assert which == "last" or min(abs((last - month_end).days), 365 - abs((last - month_end).days)) <= 3


@pytest.mark.parametrize("words", ["the last Someday of May 2026", "the last Friday of Maytime 2026", "some day"])
def test_a_year_ends_on_a_weekday_of_a_month(words):
    with pytest.raises(ValueError, match="not the end of a fiscal year"):
        year_end(words)


def test_a_book_knows_its_own_periods():
    months, weeks = Book(company()), Book(replace(company(), fiscal_calendar=WEEKS))
    assert str(period_of(months, day("01-26"))) == "January 2026"
    assert str(period_of(weeks, day("01-26"))) == "P2 FY2026"
    assert period_end(weeks, day("01-10")) == day("01-24")
    assert [part.end for part in cut(weeks, ServicePeriod(day("01-01"), day("02-28")))] == [
        day("01-24"),
        day("02-21"),
        day("02-28"),
    ]
    assert own(weeks, AccountingPeriod(2026, 2)) == period_called(weeks, "2026-02") == period_of(weeks, day("01-26"))
    assert period_of(weeks, day("06-01")).first_of_year("July") == AccountingPeriod(2026, 1, WEEKS)
    with pytest.raises(Refused, match="fiscal year 2026 has 12 periods, and no period 13"):
        own(months, AccountingPeriod(2026, 13))
