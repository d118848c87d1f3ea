"""Accounting periods of whole weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from controllers import company, day
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import Book
from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.fiscal import PATTERNS, days_of, fiscal_calendar
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
