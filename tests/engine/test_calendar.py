from datetime import date

import pytest

from engine.model.calendar import AccountingPeriod, ServicePeriod, add_months, last_of_month, long_date, months_of


def days(start: str, end: str) -> ServicePeriod:
    return ServicePeriod(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_are_added_to_the_same_day_or_the_months_last(day, months, later):
    assert str(add_months(date.fromisoformat(day), months)) == later


def test_the_original_day_comes_back_after_a_short_month():
    assert str(add_months(date(2026, 2, 28), 1, anchor=31)) == "2026-03-31"


def test_a_service_period_counts_both_ends():
    march = days("2026-03-01", "2026-03-31")
    assert march.days == 31
    assert date(2026, 3, 31) in march
    assert date(2026, 4, 1) not in march
    assert str(march) == "1 March 2026 to 31 March 2026"
    assert days("2026-03-05", "2026-03-05").days == 1


def test_a_service_period_never_ends_before_it_starts():
    with pytest.raises(ValueError, match="a period cannot end on 2026-02-28 before it starts on 2026-03-01"):
        days("2026-03-01", "2026-02-28")


def test_two_periods_have_their_common_days_in_common():
    march = days("2026-03-01", "2026-03-31")
    assert march.overlap(days("2026-03-20", "2026-04-10")) == days("2026-03-20", "2026-03-31")
    assert march.overlap(days("2026-03-31", "2026-04-10")) == days("2026-03-31", "2026-03-31")
    assert march.overlap(days("2026-04-01", "2026-04-10")) is None


def test_a_period_has_begun_on_its_first_day():
    march = days("2026-03-01", "2026-03-31")
    assert march.through(date(2026, 3, 1)) == days("2026-03-01", "2026-03-01")
    assert march.through(date(2026, 5, 1)) == march
    assert march.through(date(2026, 2, 28)) is None


def test_an_accounting_period_is_a_month_between_its_neighbors():
    december = AccountingPeriod.of(date(2026, 12, 7))
    assert (str(december), december.start, december.end) == ("December 2026", date(2026, 12, 1), date(2026, 12, 31))
    assert str(december.next) == "January 2027"
    assert str(AccountingPeriod(2026, 1).previous) == "December 2025"


def test_a_service_period_is_cut_at_month_ends():
    parts = list(months_of(days("2026-01-30", "2026-03-02")))
    assert parts == [
        days("2026-01-30", "2026-01-31"),
        days("2026-02-01", "2026-02-28"),
        days("2026-03-01", "2026-03-02"),
    ]


def test_days_are_written_out():
    assert long_date(date(2026, 3, 6)) == "6 March 2026"
    assert last_of_month(date(2024, 2, 3)) == date(2024, 2, 29)
