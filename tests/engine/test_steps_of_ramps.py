"""A change of quantity in one step of a ramp, and what it does to the steps after it."""

from dataclasses import replace
from datetime import date

import pytest
from sellers import Seller, sold

from engine.model.orders import ChangeQuantity, RemoveProduct, SetQuantity

LATER = "in all later steps too"


def ramp(answer: str) -> Seller:
    """Ten seats in January, twenty from February, thirty from March."""
    seller = Seller(ramp_change=answer)
    first = replace(sold(), end=date(2026, 1, 31))
    second = replace(sold(quantity=20), start=date(2026, 2, 1), end=date(2026, 2, 28))
    third = replace(sold(quantity=30), start=date(2026, 3, 1))
    seller.signs(first, second, third, months=3)
    return seller


def net(seller: Seller) -> list[str]:
    return [amount for _, _, _, amount in seller.until("2026-03-31").figures("2026-02-01")]


@pytest.mark.parametrize(
    ("answer", "change", "found"),
    [
        ("in the step that runs", ChangeQuantity(product="Seat", delta=5), ["200.00", "300.00"]),
        (LATER, ChangeQuantity(product="Seat", delta=5), ["250.00", "350.00"]),
        (LATER, ChangeQuantity(product="Seat", delta=-10), ["100.00", "200.00"]),
        (LATER, SetQuantity(product="Seat", quantity=7), ["70.00", "70.00"]),
        ("in the step that runs", SetQuantity(product="Seat", quantity=7), ["200.00", "300.00"]),
    ],
)
def test_the_steps_after_a_change(answer, change, found):
    seller = ramp(answer)
    seller.changes(change, on="2026-01-16")
    assert net(seller) == found


def test_a_step_never_holds_fewer_than_none():
    seller = Seller(ramp_change=LATER)
    first, second = replace(sold(), end=date(2026, 1, 31)), replace(sold(quantity=4), start=date(2026, 2, 1))
    seller.signs(first, second, months=2)
    seller.changes(ChangeQuantity(product="Seat", delta=-6), on="2026-01-16")
    assert net(seller) == []


def test_without_later_steps_nothing_is_said_about_them():
    seller = Seller(ramp_change=LATER)
    seller.signs()
    made = seller.changes(ChangeQuantity(product="Seat", delta=1), on="2026-02-01")
    assert made.changes == (ChangeQuantity(product="Seat", delta=1),)


def test_a_step_that_a_change_has_ended_before_stays_ended():
    seller = ramp(LATER)
    seller.changes(SetQuantity(product="Seat", quantity=0), on="2026-01-16")
    assert net(seller) == []


def test_what_was_added_to_a_product_that_has_left_before_stays_out():
    seller = ramp(LATER)
    seller.changes(ChangeQuantity(product="Seat", delta=5), on="2026-01-16")
    seller.changes(RemoveProduct(product="Seat"), on="2026-01-10")
    assert net(seller) == []
