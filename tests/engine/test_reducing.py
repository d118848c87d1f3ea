"""Discounts: how long they hold, what they take off, in which order."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FEE, Seller, sold

from engine.model.discounts import Discount, Reduction
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import AddDiscount, Cancel, ChangeQuantity, RemoveProduct
from engine.refusals import Refused

BOUNDED = settings(deadline=None, derandomize=True, max_examples=60, database=None)
AMOUNTS = st.integers(1, 9000).map(lambda minor: Reduction(amount=Money(minor, "USD")))
PERCENTS = st.integers(0, 100).map(lambda percent: Reduction(percent=Decimal(percent)))
CAPPED = st.integers(0, 9000).map(lambda minor: Reduction(percent=Decimal(40), most=Money(minor, "USD")))
DISCOUNTS = st.builds(
    Discount,
    reduction=st.one_of(AMOUNTS, PERCENTS, CAPPED),
    on=st.sampled_from([(), ("Seat",), ("Set-up",), ("Seat", "Other")]),
    periods=st.sampled_from([None, 1, 3]),
    used_up=st.booleans(),
)


def off(amount: str = "", percent: int = 0, **more) -> AddDiscount:
    reduction = Reduction(percent=Decimal(percent), amount=Money.parse(amount, "USD") if amount else None)
    return AddDiscount(discount=Discount(reduction=reduction, **more))


@BOUNDED
@given(
    st.lists(DISCOUNTS, max_size=3),
    st.sampled_from(["as agreed", "percentages first", "fixed amounts first"]),
    st.sampled_from(["2026-01-01", "2026-02-10"]),
)
def test_whatever_is_taken_off_nothing_is_billed_below_zero_and_nothing_twice(discounts, order, effective):
    seller = Seller(discount_order=order)
    seller.signs(sold(), sold("Other", 3, "7.77"), sold("Set-up", 1, "50", charge=FEE), months=4)
    seller.until("2026-02-10")
    if effective == "2026-01-01":
        discounts = [discount for discount in discounts if discount.on != ("Set-up",)]
    for number, discount in enumerate(discounts):
        if discount.on != ("Set-up",):
            seller.changes(AddDiscount(discount=discount), on=effective)
        seller.until(f"2026-02-{11 + number}")
    seller.changes(ChangeQuantity(product="Seat", delta=-3), on="2026-02-20")
    seller.until("2026-06-01")
    assert abs((seller.billed() - seller.due()).minor) <= 10
    assert seller.live() == 0
    left = {(i.number, line.id): line.net.minor for i in seller.book.all(Invoice) for line in i.lines}
    for memo in seller.book.all(CreditMemo):
        for line in memo.lines:
            left[line.invoice, line.invoice_line] -= line.net.minor
    assert min(left.values()) >= 0


def test_an_amount_off_ends_with_its_day_and_with_its_product():
    seller = Seller()
    seller.signs(sold(), months=3)
    seller.changes(off("31.00", on=("Seat",), until=date(2026, 2, 14)), on="2026-02-01")
    seller.until("2026-03-01")
    # 31.00 a month for 14 of 28 days, of a February that is not yet billed: two lines.
    assert seller.figures("2026-02-01") == [
        ("2026-02-01", "2026-02-01", "2026-02-14", "34.50"),
        ("2026-02-01", "2026-02-15", "2026-02-28", "50.00"),
        ("2026-03-01", "2026-03-01", "2026-03-31", "100.00"),
    ]


def test_an_amount_off_the_invoice_falls_on_what_is_left_of_it():
    seller = Seller()
    seller.signs(sold(), sold("Other", 1, "100"), months=3)
    seller.changes(off("20.00"), on="2026-02-01", live=False)
    seller.changes(RemoveProduct(product="Other"), on="2026-03-01", live=False)
    seller.until("2026-03-01")
    nets = [(date_, net) for date_, _, _, net in seller.figures("2026-02-01")]
    assert nets == [("2026-02-01", "90.00"), ("2026-02-01", "90.00"), ("2026-03-01", "80.00")]


def test_an_amount_off_an_invoice_with_nothing_on_it_changes_nothing():
    seller = Seller()
    seller.signs(sold(price="0"), months=2)
    seller.changes(off("20.00"), on="2026-01-01")
    assert seller.until("2026-03-01").billed().minor == 0


def test_a_discount_on_a_product_that_is_not_there_is_refused():
    seller = Seller()
    seller.signs(sold(), months=2)
    with pytest.raises(Refused, match="holds no recurring 'Storage'"):
        seller.changes(off("20.00", on=("Storage",)), on="2026-01-01")
    seller.changes(Cancel(), on="2026-01-20")


@pytest.mark.parametrize(
    ("policies", "net"),
    [
        ({}, "10.05"),
        ({"discount_rounding": "by themselves"}, "10.04"),
        ({"unit_rounding": "rounded"}, "10.06"),
        ({"unit_rounding": "rounded", "discount_rounding": "by themselves"}, "10.04"),
    ],
)
def test_discounts_and_the_price_of_a_unit_can_be_rounded_by_themselves(policies, net):
    seller = Seller(**policies)
    price = "10.05" if "unit_rounding" in policies else "10.045"
    seller.signs(sold(price=price, quantity=2, discount=Decimal(50)), months=1)
    assert [found for *_, found in seller.figures()] == [net]


def test_a_percentage_says_of_how_much_at_most():
    assert Reduction(percent=Decimal(10), most=Money(5000, "USD")).in_words == "10%, at most 50.00 USD"


@pytest.mark.parametrize(
    ("on", "effective", "nets"),
    [
        ((), "2026-01-01", ["0.00", "0.00", "80.00", "100.00"]),
        (("Seat",), "2026-01-01", ["0.00", "0.00", "80.00", "100.00"]),
        (("Other",), "2026-01-01", ["100.00", "100.00", "100.00", "100.00"]),
    ],
)
def test_an_amount_is_taken_off_until_it_is_used_up(on, effective, nets):
    discount = Discount(reduction=Reduction(amount=Money(22_000, "USD")), on=on, used_up=True)
    seller = Seller()
    seller.signs(months=4, discounts=(discount,))
    assert [net for *_, net in seller.until("2026-05-01").figures()] == nets


def test_what_a_stub_does_not_use_up_goes_on_to_the_next_period():
    discount = Discount(reduction=Reduction(amount=Money(12_000, "USD")), used_up=True)
    seller = Seller("2026-01-17")
    seller.signs(sold(price="31"), start="2026-01-17", months=2, anchor="calendar", discounts=(discount,))
    # 15 of January's 31 days of 310.00 are 150.00, of which 120.00 are off.
    assert [net for *_, net in seller.until("2026-02-02").figures()] == ["30.00", "310.00"]
