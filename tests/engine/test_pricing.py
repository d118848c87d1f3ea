"""Every kind of rate at its edges, by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from engine.model.catalog import Overage, Package, Percentage, Quantity, Rate, Tier, Tiered, Volume
from engine.model.contracts import ChargeTerms
from engine.terms.pricing import amount, charged_uses

D = Decimal
STEPS = (Tier(up_to=10, price=D(5)), Tier(up_to=50, price=D(4), fee=D(20)), Tier(price=D("2.5")))


def cost(rate: Rate | None, quantity: Quantity, price: str = "0", records: tuple[Quantity, ...] = ()) -> Fraction:
    if records and isinstance(rate, Percentage):
        rate = charged_uses(rate, records)
    return amount(ChargeTerms(quantity=quantity, price=D(price), per_months=1, rate=rate))


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [(0, 0), (1, 5), (10, 50), (11, 74), (50, 230), (51, D("232.5")), (D("10.5"), D(72)), (1000, 2605)],
)
def test_graduated_units_cost_what_their_own_step_says(quantity, expected):
    assert cost(Tiered(tiers=STEPS), quantity) == Fraction(expected)


@pytest.mark.parametrize(
    ("quantity", "expected"), [(0, 0), (10, 50), (11, 64), (50, 220), (51, D("127.5")), (D("10.5"), 62)]
)
def test_volume_units_all_cost_what_the_last_ones_step_says(quantity, expected):
    assert cost(Volume(tiers=STEPS), quantity) == Fraction(expected)


@pytest.mark.parametrize(
    ("quantity", "included", "expected"),
    [(0, 0, 0), (1, 0, 5), (100, 0, 5), (101, 0, 10), (50, 50, 0), (D("50.1"), 50, 5), (150, 50, 5), (151, 50, 10)],
)
def test_a_begun_package_counts_in_full(quantity, included, expected):
    assert cost(Package(size=100, included=included), quantity, "5") == expected


@pytest.mark.parametrize(("quantity", "expected"), [(0, 0), (10, 0), (11, 7), (12, 14)])
def test_only_units_above_the_included_ones_cost(quantity, expected):
    assert cost(Overage(included=10), quantity, "7") == expected


def test_a_percentage_is_of_what_is_not_free():
    assert cost(Percentage(free=1000), 1000, "2.5") == 0
    assert cost(Percentage(free=1000), 3000, "2.5") == 50
    assert cost(Percentage(), D("99.99"), "2.9") == Fraction(D("2.89971"))


def test_the_fixed_fee_is_for_each_record_that_is_not_all_free():
    rate = Percentage(fixed_fee=D("0.30"), free=100)
    assert cost(rate, 100, "1", (60, 40)) == 0
    assert cost(rate, 150, "1", (60, 40, 50)) == Fraction(D("0.80"))
    assert cost(rate, 150, "1", (60, 90)) == Fraction(D("0.80"))
    assert cost(Percentage(fixed_fee=D(2)), 0, "1") == 0


def test_fractions_of_a_cent_are_kept_and_a_discount_comes_off_the_whole():
    terms = ChargeTerms(quantity=333, price=D("0.0125"), per_months=1, discount=D(10))
    assert amount(terms) == Fraction(333 * 125, 10000) * Fraction(9, 10)
    assert amount(terms, flat=True) == Fraction(125, 10000) * Fraction(9, 10)
