"""Free units that a billing period leaves unused: how long they last, and what is used first."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller
from test_metering import metered, use

from engine.model.catalog import Overage, Tier, Tiered

FREE = 10
used_by_month = st.lists(st.integers(0, 30), min_size=1, max_size=6)


def charged(used: list[int], carried: int | None, first: str = "first", **more) -> int:
    """The units charged at 1.00 above ten a month, over so many months."""
    seller = Seller(carried_use=first)
    seller.signs(metered(price="1", rate=Overage(included=FREE), carried_over=carried, **more), months=len(used))
    for month, quantity in enumerate(used, 1):
        seller.until(f"2026-{month:02}-10")
        if quantity:
            use(seller, quantity, f"{month:02}-10")
    return sum(int(Decimal(net)) for *_, net in seller.until("2026-07-05").figures())


@settings(max_examples=15)
@given(used_by_month)
def test_what_never_expires_is_charged_only_where_all_use_so_far_is_above_all_that_was_free(used):
    above = [total - FREE * month for month, total in enumerate(accumulate(used), 1)]
    assert charged(used, None) == charged(used, None, "last") == max(0, *above)


@settings(max_examples=15)
@given(used_by_month, st.integers(1, 3))
def test_the_longer_units_last_the_less_is_charged_and_the_oldest_first_charges_least(used, lasts):
    lost = sum(max(0, one - FREE) for one in used)
    first, last = charged(used, lasts), charged(used, lasts, "last")
    assert charged(used, None) <= charged(used, lasts + 1) <= first <= last <= lost == charged(used, 0)


# January leaves 5. February uses 5: of January's, leaving its own 10, or of its own, leaving 5 while January's are a month old.
# March uses 20: 10 of its own, and what is left.
@pytest.mark.parametrize(
    ("lasts", "order", "units"),
    [(0, "first", 10), (1, "first", 0), (1, "last", 5), (2, "last", 0)],
)
def test_units_expire(lasts, order, units):
    assert charged([5, 5, 20], lasts, order) == units


def test_a_table_of_steps_has_nothing_to_carry():
    steps = Tiered(tiers=(Tier(up_to=10, price=Decimal(0)), Tier(price=Decimal(1))))
    seller = Seller()
    seller.signs(metered(rate=steps, carried_over=None), months=2)
    seller.until("2026-02-10")
    use(seller, 12, "02-10")
    assert [net for *_, net in seller.until("2026-03-05").figures()] == ["2.00"]
