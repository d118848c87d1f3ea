"""Units off usage: what is left of them where others were used before, and what they cannot be off."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import sold

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge
from engine.model.contracts import ChargeTerms
from engine.model.discounts import Discount, Reduction
from engine.model.usage import Usage
from engine.refusals import Refused
from engine.terms.unit_discounts import charged_units, check_units, counted_from

CALLS = Charge(name="Calls", kind="usage", per_months=0)
MONTHS = [ServicePeriod(date(2026, month, 1), date(2026, month, 28)) for month in (1, 2, 3)]


def used(month: int, quantity: int) -> Usage:
    day = date(2026, month, 10)
    return Usage(
        number=f"u-{month}-{quantity}", event_date=day, effective_date=day, posting_date=day, customer="Globex",
        contract="C-1", line="1", product="Calls", charge="Calls", quantity=quantity,
    )  # fmt: skip


def charged(uses: list[int], units: int, in_all: bool, counted: str = "sum") -> list[Decimal | int]:
    off = counted_from(Reduction(units=Decimal(units)), date(2026, 1, 1), in_all)
    terms = ChargeTerms(quantity=0, price=Decimal(1), per_months=0, reductions=(off,))
    charge = Charge(name="Calls", kind="usage", per_months=0, counted=counted)
    usage = [used(month, quantity) for month, quantity in enumerate(uses, 1)]
    quantities = [1 if counted == "uses" else quantity for quantity in uses]
    return [
        charged_units(charge, terms, quantity, usage, days.start, days)
        for quantity, days in zip(quantities, MONTHS, strict=True)
    ]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(uses=st.lists(st.integers(1, 400), min_size=3, max_size=3), units=st.integers(1, 900))
def test_once_in_all_no_more_than_so_many_are_free_and_for_each_period_so_many_at_most(uses, units):
    assert sum(uses) - sum(charged(uses, units, True)) == min(units, sum(uses))
    assert charged(uses, units, False) == [max(quantity - units, 0) for quantity in uses]


def test_uses_are_counted_where_uses_are_charged():
    assert charged([300, 250, 100], 2, True, "uses") == [0, 0, 1]


def test_a_quantity_without_units_off_stays_as_it_is():
    terms = ChargeTerms(quantity=0, price=Decimal(1), per_months=0, reductions=(Reduction(percent=Decimal(10)),))
    assert str(charged_units(CALLS, terms, Decimal("2.0"), (), MONTHS[0].start, MONTHS[0])) == "2.0"


@pytest.mark.parametrize(
    ("charge", "why"),
    [
        (Charge(name="Base", kind="recurring", per_months=1), "none of what it is off is charged by usage"),
        (Charge(name="Calls", kind="usage", per_months=0, rated_per="use"), "is not added up and priced once"),
        (Charge(name="Calls", kind="usage", per_months=0, steps_over="term"), "is not added up and priced once"),
        (Charge(name="Calls", kind="usage", per_months=0, counted="highest"), "is not added up and priced once"),
        (Charge(name="Calls", kind="usage", per_months=0, model="percentage"), "is not added up and priced once"),
    ],
)
def test_units_are_off_usage_that_is_added_up(charge, why):
    lines = [sold("Calls", 1, "1", charge=charge)]
    with pytest.raises(Refused, match=why):
        check_units(Discount(reduction=Reduction(units=Decimal(5))), lines)
    check_units(Discount(reduction=Reduction(percent=Decimal(5))), lines)
