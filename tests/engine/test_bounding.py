"""Usage with a bound in common, and amounts that are taken off when it is rated."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FEE, Seller, sold
from test_metering import metered, use

from engine.billing.releasing import usage_pieces
from engine.model.contracts import Contract
from engine.model.discounts import Discount, Reduction
from engine.model.money import Money
from engine.model.orders import AddDiscount
from engine.model.usage import Usage
from engine.refusals import Refused


def two(**more):
    """Two charges by usage of one product, at 0.02 and 0.05."""
    first, second = metered(**more), metered(price="0.05", **more)
    return first, replace(second, charge=replace(second.charge, name="Reads"))


def off(amount: str, *on: str, used_up: bool = True, **more) -> Discount:
    return Discount(reduction=Reduction(amount=Money.parse(amount, "USD")), on=on, used_up=used_up, **more)


USES = st.lists(st.tuples(st.integers(1, 58), st.sampled_from(["Calls", "Reads"]), st.integers(1, 900)), max_size=6)


@settings(deadline=None, derandomize=True, max_examples=20, database=None)
@given(USES, st.sampled_from([None, "9.99"]), st.sampled_from([None, "20"]), st.sampled_from([None, "7.01", "33"]))
def test_whatever_is_used_what_is_due_is_billed_and_what_is_billed_is_revenue(uses, threshold, cap, less):
    bounds = {"threshold": threshold and Decimal(threshold), "maximum": cap and Decimal(cap)}
    seller = Seller()
    lines = two(**bounds, threshold_of="contract", maximum_of="contract")
    seller.signs(*lines, months=2, discounts=(off(less),) if less else ())
    for day, charge, quantity in sorted(uses):
        seller.until(f"2026-{1 + (day > 31):02}-{day - 31 * (day > 31):02}")
        use(seller, quantity, seller.today.isoformat()[5:], charge=charge)
        assert seller.live() == 0
    seller.until("2026-03-01")
    assert seller.billed() == seller.due()
    assert not cap or seller.billed().minor <= 2 * 2000
    cents = sum(q * (2 if charge == "Calls" else 5) for _, charge, q in uses)
    free = Money.parse(less, "USD").minor if less else 0
    assert cap or seller.billed().minor == max(cents - free, 0)
    pieces = usage_pieces(seller.book, seller.book.get(Contract, "C-1"), [])
    assert sum(piece.amount.minor for own in pieces.values() for piece in own) == seller.billed().minor


def test_an_amount_that_a_charge_made_later_does_not_use_up_is_left_for_usage():
    seller = Seller()
    late = replace(sold("Set-up", 1, "5", charge=FEE), start=seller.today.replace(month=2, day=10))
    seller.signs(*two(), late, months=3, discounts=(off("12"),))
    use(seller, 400, "01-01", charge="Calls")
    seller.until("2026-02-10")
    # 5.00 off the fee of February leave 7.00 for the usage of January, 8.00.
    assert [net for *_, net in seller.figures()] == ["1.00", "0.00"]


def test_a_discount_on_usage_can_be_granted_later_and_is_off_from_its_period_on():
    seller = Seller()
    seller.signs(*two(), months=3)
    use(seller, 300, "01-01", charge="Calls")
    seller.until("2026-02-01")
    seller.changes(AddDiscount(discount=off("5", "Calls", "Reads", used_up=False, periods=1)), on="2026-02-01")
    use(seller, 100, "02-01", charge="Calls")
    use(seller, 160, "02-01", charge="Reads")
    # 2.00 and 8.00 less a fifth and four fifths of 5.00.
    assert [net for *_, net in seller.until("2026-03-01").figures()] == ["6.00", "1.00", "4.00"]


def test_what_recurs_and_usage_cannot_use_up_an_amount_together():
    seller = Seller()
    seller.signs(*two(), sold(), months=2)
    with pytest.raises(Refused, match="off what recurs and off usage together"):
        seller.changes(AddDiscount(discount=off("20")), on="2026-01-01")


def test_a_threshold_of_a_customer_can_be_reached_by_one_contract_alone():
    seller = Seller()
    charge = {"threshold": Decimal(10), "threshold_of": "customer"}
    seller.signs(metered(**charge), months=2)
    seller.signs(metered(**charge), months=2)
    use(seller, 400, "01-01")
    assert len(seller.book.all(Usage)) == 1
    assert seller.billed().minor == 0
    use(seller, 100, "01-01")
    assert seller.billed() == Money.parse("10.00", "USD")
