"""Billing by weeks and days, on a day of the month, at a price for each period, and lines with days of their own."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.model.orders import Billing, ChangeQuantity


def figures(billing: Billing, start: str, months: int, *lines) -> list[tuple[str, str, str, str]]:
    charges = [replace(line, charge=replace(line.charge, billing=billing)) for line in lines or (sold(price="10"),)]
    seller = Seller(start)
    seller.signs(*charges, start=start, months=months)
    return seller.until("2030-01-01").figures()


def test_weeks_go_on_whatever_the_months_do():
    lines = figures(Billing(every_days=14), "2026-01-20", 1, replace(sold(), per_months=0))
    assert lines == [
        ("2026-01-20", "2026-01-20", "2026-02-02", "100.00"),
        ("2026-02-03", "2026-02-03", "2026-02-16", "100.00"),
        ("2026-02-17", "2026-02-17", "2026-02-19", "21.43"),  # 3 of 14 days
    ]


@pytest.mark.parametrize(
    ("day", "start", "first"),
    [
        (15, "2026-03-01", ("2026-03-01", "2026-03-01", "2026-03-14", "50.00")),  # 14 of 28 days
        (15, "2026-03-15", ("2026-03-15", "2026-03-15", "2026-04-14", "100.00")),
        (31, "2026-02-28", ("2026-02-28", "2026-02-28", "2026-03-30", "100.00")),
    ],
)
def test_periods_begin_on_the_day_of_the_month_that_was_agreed(day, start, first):
    assert figures(Billing(bill_day=day), start, 2)[0] == first


def test_a_line_ends_before_the_contract_does():
    seller = Seller()
    seller.signs(replace(sold(), end=date(2026, 2, 14)), months=3)
    assert seller.until("2026-12-31").figures() == [
        ("2026-01-01", "2026-01-01", "2026-01-31", "100.00"),
        ("2026-02-01", "2026-02-01", "2026-02-14", "50.00"),
    ]


def test_a_first_stub_is_measured_by_the_days_of_the_plan_period():
    seller = Seller("2026-01-31", proration="days of the plan period")
    seller.signs(sold(), start="2026-01-31", months=1, anchor="calendar")
    assert seller.figures()[0] == ("2026-01-31", "2026-01-31", "2026-01-31", "3.57")  # 1 of the 28 days to 27 February


@settings(deadline=None, derandomize=True, max_examples=40, database=None)
@given(
    st.sampled_from(["0.005", "9.97", "33.33"]),
    st.lists(st.tuples(st.integers(0, 40), st.integers(-60, 0), st.integers(1, 9)), max_size=4),
    st.sampled_from(["in advance", "in arrears"]),
)
def test_what_is_rounded_cumulatively_is_billed_as_due_to_the_cent(price, joins, timing):
    seller = Seller(rounding_stage="cumulative")
    seller.signs(sold(price=price), months=4, timing=timing)
    for days, back, units in joins:
        seller.until(str(seller.today + timedelta(days=days)))
        day = min(max(seller.today + timedelta(days=back), date(2026, 1, 1)), date(2026, 4, 30))
        seller.changes(ChangeQuantity(product="Seat", delta=units), on=str(day))
        assert seller.billed() == seller.due()
    seller.until("2026-12-31")
    assert seller.billed() == seller.due()
    assert seller.live() == 0
