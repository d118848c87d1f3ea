"""Amounts over months: what a begun month carries, and where the residue goes."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from controllers import Story, day, line
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import run
from engine.ledger.closing import close
from engine.model.calendar import AccountingPeriod, ServicePeriod, months_of
from engine.model.journal import JournalEntry
from engine.revenue.holding_off import hold_off
from engine.terms.spreading import earned, elapsed

SPREADS = (
    "by day",
    "by month",
    "by half month",
    "by full month",
    "by mid-month",
    "by equal period",
    "by 30-day month",
    "by day in begun months",
)
YEAR = ServicePeriod(date(2026, 2, 10), date(2027, 2, 9))


@pytest.mark.parametrize(
    ("spread", "on", "share"),
    [
        ("by day", "2026-02-28", Fraction(19, 365)),
        ("by month", "2026-02-28", Fraction(19, 28) / 12),
        ("by half month", "2026-02-28", Fraction(1, 24)),
        ("by full month", "2026-02-28", Fraction(1, 12)),
        ("by half month", "2027-01-31", Fraction(23, 24)),
        ("by full month", "2027-01-31", Fraction(1)),
        ("by half month", "2026-03-16", Fraction(1, 24) + Fraction(16, 31) / 12),
        ("by month", "2026-02-09", Fraction(0)),
        ("by mid-month", "2026-02-28", Fraction(1, 12)),
        ("by mid-month", "2027-01-31", Fraction(1)),
        ("by equal period", "2026-02-28", Fraction(1, 13)),
        ("by 30-day month", "2026-02-28", Fraction(21, 360)),
        ("by day in begun months", "2026-02-28", Fraction(19, 365)),
        ("by day in begun months", "2026-03-31", Fraction(19, 365) + Fraction(337, 11 * 365)),
        ("by 30-day month", "2027-01-31", Fraction(351, 360)),
        ("by equal period", "2027-01-31", Fraction(12, 13)),
    ],
)
def test_a_begun_month_carries_what_the_convention_says(spread, on: str, share: Fraction) -> None:
    assert elapsed(YEAR, date.fromisoformat(on), spread) == share


def test_service_that_begins_and_ends_within_a_month_is_earned_in_it() -> None:
    few = ServicePeriod(date(2026, 2, 10), date(2026, 2, 12))
    for spread in SPREADS:
        assert elapsed(few, date(2026, 2, 28), spread) == 1


def test_a_service_without_any_fifteenth_is_earned_by_its_days() -> None:
    few = ServicePeriod(date(2026, 1, 22), date(2026, 2, 9))
    assert elapsed(few, date(2026, 1, 31), "by mid-month") == Fraction(10, 19)


@settings(deadline=None, derandomize=True, max_examples=150, database=None)
@given(
    st.integers(-100_000, 100_000),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    st.integers(0, 800),
    st.sampled_from(SPREADS),
    st.sampled_from(["half up", "half even"]),
    st.sampled_from(["cumulative", "last period", "first period", "next to last period"]),
)
def test_the_months_of_a_spread_add_up_to_the_amount(minor, start, days, spread, rounding, residue) -> None:
    service = ServicePeriod(start, start + timedelta(days=days))
    ends = [month.end for month in months_of(service)]
    to_date = [earned(minor, service, end, spread, rounding, residue) for end in ends]
    assert to_date[-1] == minor
    assert earned(minor, service, start - timedelta(days=1), spread, rounding, residue) == 0
    exact = [minor * elapsed(service, end, spread) for end in ends]
    assert all(abs(found - wanted) <= len(ends) for found, wanted in zip(to_date, exact, strict=True))


class Advances(Story):
    """A story whose ledger also holds off what is billed ahead, not due and not paid."""

    def lives(self, until: str) -> dict[str, str]:
        while self.today < day(until):
            self.until(str(self.today + timedelta(days=1)))
            list(run((hold_off,), self.book, self.today))
        return {name: amount for name, amount in self.balances().items() if "held off" in name}


def test_what_is_neither_due_nor_paid_is_held_off_at_month_ends() -> None:
    story = Advances(spread="by month", unpaid_advance="held off until due or served")
    story.signs(line(price="1200", quantity=1, per_months=12))
    assert story.lives("01-30") == {}
    assert story.lives("01-31") == {}  # due on that day
    story = Advances(spread="by month", unpaid_advance="held off until due or served")
    story.until("01-15").signs(line(price="1200", quantity=1, per_months=12), start="01-15")
    # 17/31 of a month of 100.00 is served: 54.84.
    assert story.lives("01-31") == {"Contract liability held off": "1,145.16", "Receivables held off": "-1,145.16"}
    assert story.lives("02-28") == {}


def test_nothing_is_held_off_gross_into_a_closed_month_or_of_an_unknown_contract() -> None:
    story = Advances(spread="by month", unpaid_advance="held off until due or served")
    story.lost.add("C-1")
    story.until("01-15").signs(line(price="1200", quantity=1, per_months=12), start="01-15")
    assert story.lives("01-31") == {}
    story = Advances(spread="by month", unpaid_advance="held off until due or served")
    story.until("01-15").signs(line(price="1200", quantity=1, per_months=12), start="01-15")
    story.until("01-31")
    for closed in list(close(story.book, AccountingPeriod(2026, 1), story.today)):
        story.book.add(closed)
    list(run((hold_off,), story.book, story.today))
    assert story.book.all(JournalEntry)[-1].posting_date <= story.today
    assert "Receivables held off" not in story.balances()
    gross = Advances(spread="by month")
    gross.until("01-15").signs(line(price="1200", quantity=1, per_months=12), start="01-15")
    assert gross.lives("01-31") == {}


def test_a_contract_asset_stands_where_an_unbilled_receivable_would() -> None:
    story = Story(spread="by month", earned_ahead="contract asset")
    story.signs(line("1", "Set-up", 1, "0", alone="300", once=True), line("2", alone="10"), every=1)
    assert story.until("01-31").balances()["Contract asset"] == "220.00"
    story.concedes("NW-000001", "50")
    assert (
        story.until("02-01").balances()["Contract asset"] == "120.00"
    )  # the credit is of what is earned; 100.00 are billed
    assert "Unbilled receivable" not in story.until("02-28").balances()
