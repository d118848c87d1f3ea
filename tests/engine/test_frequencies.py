"""Billing by weeks and days, on a day of the month, at a price for each period, and lines with days of their own."""

from dataclasses import replace
from datetime import date

import pytest
from sellers import Seller, sold

from engine.model.orders import Billing


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
